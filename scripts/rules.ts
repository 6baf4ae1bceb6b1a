/** `npm run rules`: docs/rules/, a page for each family of rules, from what the checks promise and what their examples give. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checks } from '../src/checks/index.ts';
import { withHost } from '../src/host/index.ts';
import { checkPublication } from '../src/pipeline.ts';
import { families } from '../src/promises.ts';
import { viewOf } from '../src/reporting.ts';
import { pretty } from '../src/reports/pretty.ts';
import { type Rule, rules } from '../src/rules.ts';
import { familyOf } from '../src/text/family.ts';
import type { Example, Family } from '../src/world.ts';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));

/** What these rules are found in is no text, or has no block that a comment could stand before. */
const WITHOUT_COMMENT = ['documents', 'strings', 'meta', 'suppress', 'exchange', 'status/lock', 'figures/language'];

const WRITTEN = '<!-- Written by npm run rules, from src/rules.ts and src/checks/. -->';

/** Name of each page → its text; a test holds that docs/rules/ has these and no others. */
export async function pages(): Promise<Readonly<Record<string, string>>> {
  const all: [string, string][] = [['README.md', index()]];
  for (const family of families) all.push([pageOf(family), await page(family)]);
  return Object.fromEntries(all);
}

/** `figures/key` → `figures-key.md`. */
export function pageOf({ id }: Pick<Family, 'id'>): string {
  return `${id.replaceAll('/', '-')}.md`;
}

function index(): string {
  const lines = Object.entries(rules).map(([name, rule]) => `| ${link(name)} | ${severities(rule)} | ${rule.says} |`);
  return text([
    WRITTEN,
    '# Rules',
    'Each finding names its rule. Every rule has its severity, which [hexapla.yaml can change](../../README.md#settings): `rules: { leftover: off, figures/value: warning }`. Where it has two, the second is for what is doubtful.',
    [
      '| family | what it holds |',
      '|---|---|',
      ...families.map((one) => `| [\`${one.id}\`](${pageOf(one)}) | ${one.promise} |`),
    ].join('\n'),
    '## All of them',
    ['| rule | severity | what a finding says |', '|---|---|---|', ...lines].join('\n'),
  ]);
}

async function page(family: Family): Promise<string> {
  const own = rulesOf(family);
  const isOne = own.length === 1 && own[0]?.[0] === family.id;
  const { examples = [] } = checks.find(({ id }) => id === family.id) ?? {};
  const shown: string[] = [];
  for (const example of examples) shown.push(await exampleText(example));
  return text([
    WRITTEN,
    `# \`${family.id}\``,
    family.promise,
    ...own.flatMap(([name, rule]) => [...(isOne ? [] : [`## \`${name}\``]), ruleText(name, rule, examples)]),
    '## To have it otherwise',
    silencing(own.map(([name]) => name)),
    levels(family, own),
    ...(own.every(([, { only }]) => only === 'import')
      ? []
      : ['What was there before one began to check, [a baseline](../../README.md#old-debt) passes over.']),
    ...(shown.length > 0 ? ['## Examples', ...shown] : []),
    '[All rules](README.md)',
  ]);
}

function rulesOf(family: Family): readonly (readonly [string, Rule])[] {
  return Object.entries(rules).filter(([name]) => familyOf(name, families) === family);
}

function ruleText(name: string, rule: Rule, examples: readonly Example[]): string {
  const found = examples.filter(({ findings }) => findings.some((finding) => finding.endsWith(` ${name}`)));
  const shown = found.map(({ title }) => `[${title}](#${anchor(capital(title))})`).join('; ');
  const where = rule.only && (rule.only === 'build' ? 'hexapla build' : 'hexapla exchange import');
  return [
    `${rule.says}\n`,
    `- Severity: ${severities(rule)}`,
    ...(where ? [`- Only \`${where}\` finds it.`] : []),
    ...(shown === '' ? [] : [`- Shown by: ${shown}`]),
  ].join('\n');
}

function severities({ severities: all }: Rule): string {
  return all.join(' or ');
}

function silencing(names: readonly string[]): string {
  const name = names.find((one) => !WITHOUT_COMMENT.some((other) => one === other || one.startsWith(`${other}/`)));
  if (name === undefined)
    return 'No comment silences it: a comment speaks of the block of a text before which it stands, and these findings stand at none.';
  return [
    'In one place, by a comment before the block, with the reason, and a last day if it is to end:\n',
    fenced(
      'md',
      `<!-- hexapla-ignore ${name}: the reason -->\n<!-- hexapla-ignore ${name} until 2027-03-31: the reason -->\n`,
    ),
  ].join('\n');
}

function levels({ id }: Family, own: readonly (readonly [string, Rule])[]): string {
  const [name = id, rule] = own[0] ?? [];
  const other = rule?.severities[0] === 'error' ? 'warning' : 'error';
  const isFamily = !id.includes('/') && own.some(([one]) => one !== id);
  const lines = isFamily
    ? `  ${name}: ${other}\n  ${id}: off # all others of the family\n`
    : `  ${name}: ${other} # or note, or off\n`;
  return ['In the whole publication, in `hexapla.yaml`:\n', fenced('yaml', `rules:\n${lines}`)].join('\n');
}

/** The files, and what `hexapla check` says of them. */
async function exampleText({ title, files }: Example): Promise<string> {
  const shown = Object.entries(files).map(
    ([path, content]) => `\`${path}\`:\n\n${fenced(path.split('.').at(-1) ?? '', content)}`,
  );
  return [`### ${capital(title)}`, ...shown, '`hexapla check` says:', fenced('text', await said(files))].join('\n\n');
}

async function said(files: Example['files']): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'hexapla-rules-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), content);
    }
    const surroundings = { signal: new AbortController().signal, quiet: true };
    const { report, text, settings } = await withHost(place, surroundings, (host) => checkPublication(host, {}));
    return pretty.print(report, await viewOf({ failOn: settings.failOn, text }, place));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function link(name: string): string {
  const family = familyOf(name, families);
  if (!family) throw new Error(`${name} is of no family`);
  return `[\`${name}\`](${pageOf(family)}${name === family.id ? '' : `#${anchor(name)}`})`;
}

/** As GitHub names a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

function capital(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** A fence that is longer than any within. */
function fenced(language: string, content: string): string {
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content.replace(/\n?$/, '\n')}${fence}`;
}

function text(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

if (import.meta.main) {
  const all = await pages();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (all[name] === undefined) rmSync(join(folder, name));
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
}
