import { expect, test } from 'vitest';
import { outlineDifference } from '../../src/text/outline.ts';
import { growth, LINEAR } from '../growth.ts';

/** `2:3 3:1`: a heading of level 2 with three blocks below it, then one of level 3 with one. */
function outline(text: string) {
  return text
    .split(' ')
    .filter(Boolean)
    .map((part) => {
      const [level = 0, blocks = 0] = part.split(':').map(Number);
      return { level, blocks };
    });
}

test.each([
  ['2:3 3:1 2:4', '2:3 3:1 2:4', undefined],
  ['2:3 2:9', '2:4 2:1', undefined],
  ['', '', undefined],
  // The same headings agree, however the text below them is cut.
  [`${'2:1 2:9 '.repeat(30)}`, `${'2:9 2:1 '.repeat(30)}`, undefined],
  ['2:3', '', { what: 'missing', source: 0, translation: 0 }],
  ['', '2:3', { what: 'extra', source: 0, translation: 0 }],
  ['2:3 3:1 2:4', '2:3 2:1 2:4', { what: 'level', source: 1, translation: 1 }],
  ['2:3 3:1 2:4', '2:5 2:4', { what: 'missing', source: 1, translation: 1 }],
  // The one that is missing is told by the length of what stands below.
  ['2:9 2:1 2:5 2:1', '2:9 2:5 2:1', { what: 'missing', source: 1, translation: 1 }],
  ['2:1 2:9 2:1', '2:1 2:9 2:4 2:1', { what: 'extra', source: 2, translation: 2 }],
])('%s against %s', (source, translation, expected) => {
  expect(outlineDifference(outline(source), outline(translation))).toEqual(expected);
});

test('a book of two thousand headings', () => {
  const reading = (length: number) => () => {
    const book = Array.from({ length }, (_, n) => ({ level: 2 + (n % 3), blocks: n % 7 }));
    expect(outlineDifference(book, book.toSpliced((length * 3) / 4, 1))?.what).toBe('missing');
  };
  expect(growth(reading, 500)).toBeLessThan(LINEAR);
});
