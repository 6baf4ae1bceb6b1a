import { expect, test } from 'vitest';
import { entriesOf } from '../../src/text/entries.ts';

function read(text: string) {
  const found = entriesOf({ path: 's.json', text });
  return found.map(
    ({ key, text: words, span }) => `${span.start.line}:${span.start.column}-${span.end.column} ${key} = ${words}`,
  );
}

test('groups, lists, escapes and odd names', () => {
  const text = '{\r\n\t"a": { "b": "x: {y}", "c\\"d": "\\u4e2d" },\r\n  "e": ["f", { "g": "h" }], "n": 12\r\n}';
  expect(read(text)).toEqual([
    '2:9-12 a.b = x: {y}',
    '2:24-30 a.c"d = 中',
    '3:9-12 e.0 = f',
    '3:16-19 e.1.g = h',
    '3:29-32 n = 12',
  ]);
});

test('nothing in nothing', () => {
  expect([read(''), read('{}'), read('{ "a": {} , "b": [] }')]).toEqual([[], [], []]);
});

test('a backslash before the closing quote does not swallow it', () => {
  expect(read('{"a":"\\\\","b":"c"}')).toEqual(['1:2-5 a = \\', '1:11-14 b = c']);
});
