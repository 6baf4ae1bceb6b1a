import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withTables } from '../scripts/readme.ts';
import { checks } from '../src/checks/index.ts';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the tables of the README say what the code says; npm run readme writes them', () => {
  expect(readme).toBe(withTables(readme));
});

test('every check is in it, in the order in which they are listed', () => {
  const named = [...readme.matchAll(/^\| \[`([a-z/]+)`\]\(docs\/rules\/[a-z-]+\.md\) \| /gm)].map(([, id]) => id);
  expect(named.filter((id) => checks.some((check) => check.id === id))).toEqual(checks.map(({ id }) => id));
});

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'])('every file that %s links to is there', (name) => {
  const text = readFileSync(join(root, name), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
});
