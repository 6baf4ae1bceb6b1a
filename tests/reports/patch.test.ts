import { expect, test } from 'vitest';
import { patch } from '../../src/reports/index.ts';

const lines = (...changed: readonly number[]) =>
  Array.from({ length: 20 }, (_, at) => (changed.includes(at + 1) ? 'new\n' : `${at + 1}\n`)).join('');

test('changes that are near stand in one hunk, others in their own', () => {
  const change = { path: 'a.md', before: lines(), after: lines(2, 8, 19) };
  expect(patch([change]).match(/^@@.*/gm)).toEqual(['@@ -1,11 +1,11 @@', '@@ -16,5 +16,5 @@']);
});

test('lines that change together are taken out together and put in together', () => {
  expect(patch([{ path: 'a.md', before: 'a\nb\n', after: 'c\nd\n' }])).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n-a\n-b\n+c\n+d\n',
  );
});

test('a last line without an end says so, on both sides', () => {
  expect(patch([{ path: 'a.md', before: 'a\nb', after: 'a\nc' }])).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n',
  );
});

test('nothing changed, nothing said', () => {
  expect(patch([{ path: 'a.md', before: 'a\n', after: 'a\n' }])).toBe('');
});

test('names that a patch could misread are marked or quoted', () => {
  const head = (path: string) => patch([{ path, before: 'a\n', after: 'b\n' }]).split('\n')[0];
  expect(head('my file.md')).toBe('--- a/my file.md\t');
  expect(head('a"b\\c\td.md')).toBe('--- "a/a\\"b\\\\c\\011d.md"');
  expect(head('новости.md')).toBe('--- a/новости.md');
});
