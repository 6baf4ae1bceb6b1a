/** `npm run readme`: the tables of README.md, from what the code itself says. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { checks } from '../src/checks/index.ts';
import { schema } from '../src/settings.ts';
import { pageOf } from './rules.ts';

const file = new URL('../README.md', import.meta.url);

/** The README with its tables written anew; a test holds that nothing changes. */
export function withTables(readme: string): string {
  const tables: Readonly<Record<string, string>> = { checks: checksTable(), settings: settingsTable() };
  return Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), readme);
}

function checksTable(): string {
  return rows(
    ['check', 'what it holds'],
    checks.map((check) => [`[\`${check.id}\`](docs/rules/${pageOf(check)})`, check.promise]),
  );
}

function settingsTable(): string {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return rows(
    ['setting', 'meaning'],
    Object.entries(properties).flatMap(([name, property]) => described(name, property)),
  );
}

/** A setting, and behind a group of them each of its own: `site.url`. */
function described(name: string, property: unknown): (readonly [string, string])[] {
  const group = z.object({ additionalProperties: z.literal(false), properties: z.record(z.string(), z.unknown()) });
  const { data } = group.safeParse(property);
  const own = Object.entries(data?.properties ?? {}).flatMap(([key, inner]) => described(`${name}.${key}`, inner));
  return [[`\`${name}\``, describe(property)], ...own];
}

function describe(property: unknown): string {
  const { description } = z.object({ description: z.string() }).parse(property);
  return description;
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...body.map(line)].join('\n');
}

function between(text: string, name: string, table: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  if (!text.includes(start) || !text.includes(end))
    throw new Error(`README.md has no place for ${name}: ${start} … ${end}`);
  return `${text.slice(0, text.indexOf(start))}${start}\n${table}\n${text.slice(text.indexOf(end))}`;
}

if (import.meta.main) writeFileSync(file, withTables(readFileSync(file, 'utf8')));
