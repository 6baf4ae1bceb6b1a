/** docs/rules/: what the code says of its rules, and nothing else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../scripts/rules.ts';
import { rules } from '../src/rules.ts';

const folder = join(import.meta.dirname, '../docs/rules');
const files = readdirSync(folder).sort();
const texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

test('the pages are what npm run rules writes, and there are no others', { timeout: 60_000 }, async () => {
  const all = await pages();
  expect(files).toEqual(Object.keys(all).sort());
  for (const [name, text] of texts) expect(text, name).toBe(all[name]);
});

test('the index leads to every rule', () => {
  const links = [
    ...(texts.get('README.md') ?? '').matchAll(
      /^\| \[`([\w/]+)`\]\(([\w-]+\.md)(?:#(\w+))?\) \| (?:error|warning|note)/gm,
    ),
  ];
  expect(links.map(([, rule]) => rule)).toEqual(Object.keys(rules));
  const lost = links.filter(([, rule, page = '']) => !texts.get(page)?.match(new RegExp(`^##? \`${rule}\`$`, 'm')));
  expect(lost).toEqual([]);
});

/** What stands in fences is shown, not said. */
const said = (text: string) => text.replaceAll(/^(`{3,}).*\n[\s\S]*?^\1$/gm, '');

test('every link leads to a file and a heading that are there', () => {
  const anchors = (text: string) =>
    [...said(text).matchAll(/^#+ (.+)$/gm)].map(([, head = '']) =>
      head
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const links = [...texts].flatMap(([name, text]) =>
    [...said(text).matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)].map(([whole, path = '', anchor]) => ({
      from: `${name}: ${whole}`,
      file: join(folder, path || name),
      anchor,
    })),
  );
  expect(links.length).toBeGreaterThan(100);
  const lost = links.filter(({ file, anchor }) => {
    return !existsSync(file) || (anchor && !anchors(readFileSync(file, 'utf8')).includes(anchor));
  });
  expect(lost.map(({ from }) => from)).toEqual([]);
});
