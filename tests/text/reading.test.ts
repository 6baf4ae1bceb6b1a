import { expect, test } from 'vitest';
import { minutesOf } from '../../src/text/reading.ts';

const text = (words: string) => [
  { kind: 'meta', text: 'A title of no weight' } as const,
  { kind: 'paragraph', text: words } as const,
];

test.each([
  ['words', 'word '.repeat(1000), { words: 200 }, 5],
  ['at least one', 'word', { words: 200 }, 1],
  ['characters, but no signs between them', '中文，'.repeat(500), { characters: 250 }, 4],
])('%s', (_, words, pace, minutes) => {
  expect(minutesOf(text(words), pace)).toBe(minutes);
});
