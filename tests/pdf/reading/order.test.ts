import { expect, test } from 'vitest';
import { inOrder } from '../../../src/pdf/reading/order.ts';
import type { Fragment } from '../../../src/pdf/reading/pen.ts';

/** Fragments of one line as they are drawn, from left to right; each already reads in its own direction, as the pen gives it. */
function drawn(texts: readonly string[], line = 700): Fragment[] {
  const isReversed = (text: string) => /[\u0590-\u06ff]/.test(text) && text.length > 1;
  return texts.map((text) => ({ text, isReversed: isReversed(text), isHidden: false, line, size: 11 }));
}

function read(fragments: readonly Fragment[], direction: 'ltr' | 'rtl'): string {
  return inOrder(fragments, direction)
    .map(({ text }) => text)
    .join('');
}

test('from left to right, everything is read as it is drawn', () => {
  expect(read(drawn(['Trade ', '(5%)', ' rose']), 'ltr')).toBe('Trade (5%) rose');
});

test('from right to left, a line is read from its end, and numbers and foreign words as they are', () => {
  expect(read(drawn(['2023', ' مايو ', '14']), 'rtl')).toBe('14 مايو 2023');
  expect(read(drawn(['TITLE', 'أرقام ']), 'rtl')).toBe('أرقام TITLE');
  // Another font for one sign parts what is read in one go.
  expect(read(drawn(['10', '°', 'C', 'بلغ ']), 'rtl')).toBe('بلغ 10°C');
});

test('a bracket that is drawn alone is drawn turned', () => {
  expect(read(drawn(['(', '12', ')', 'نحو ']), 'rtl')).toBe('نحو (12)');
});

test('words from right to left within a text from left to right, with a number between them', () => {
  expect(read(drawn(['see ', ' ب', '12', 'א ', ' here']), 'ltr')).toBe('see א 12 ب here');
  expect(read(drawn(['5 ', 'مايو ', ' 6']), 'ltr')).toBe('5 مايو  6');
});

test('lines are read one after the other', () => {
  expect(read([...drawn(['ثاني ', 'أول '], 700), ...drawn(['رابع ', 'ثالث '], 680)], 'rtl')).toBe(
    'أول ثاني ثالث رابع ',
  );
});
