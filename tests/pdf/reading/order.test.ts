import { expect, test } from 'vitest';
import type { Fragment } from '../../../src/pdf/reading/fragment.ts';
import { inOrder } from '../../../src/pdf/reading/order.ts';

/** Fragments of one line as they are drawn, from left to right; each already reads in its own direction, as the pen gives it. */
function drawn(texts: readonly string[], line = 700): Fragment[] {
  return texts.map((marked) => {
    // An asterisk stands for another font than the language's own.
    const [text, font] = marked.startsWith('*') ? [marked.slice(1), 'other'] : [marked, 'own'];
    const isReversed = /[\u0590-\u065f\u0670-\u06ef]/.test(text) && text.length > 1;
    return { text, isReversed, isHidden: false, line, size: 11, font };
  });
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
});

test('what goes with a number goes with it where another font has it, and else was drawn apart from it', () => {
  expect(read(drawn(['10', '*°', 'C', 'بلغ ']), 'rtl')).toBe('بلغ 10°C');
  expect(read(drawn(['1114', '-', '6596', ' ', '10', 'هاتف ']), 'rtl')).toBe('هاتف 10 6596-1114');
});

test('a bracket that is drawn alone is drawn turned', () => {
  expect(read(drawn(['(', '12', ')', 'نحو ']), 'rtl')).toBe('نحو (12)');
});

test('words from right to left within a text from left to right, with the numbers behind and between them', () => {
  expect(read(drawn(['Heading with ', '*كلمة', ' ', '12', ' ', '*عربي', ' inside']), 'ltr')).toBe(
    'Heading with عربي 12 كلمة inside',
  );
  const nested = ['and then (', '16', ' ', '*نص', ' ', '15', ' ', '*عربي', ') and «', '*كلمة', '».'];
  expect(read(drawn(nested), 'ltr')).toBe('and then (عربي 15 نص 16) and «كلمة».');
  expect(read(drawn(['5 ', '6', ' ', '*مايو', ' and']), 'ltr')).toBe('5 مايو 6 and');
  expect(read(drawn(['see ', '*ب', '*א', ' here']), 'ltr')).toBe('see אب here');
});

test('lines are read one after the other', () => {
  expect(read([...drawn(['ثاني ', 'أول '], 700), ...drawn(['رابع ', 'ثالث '], 680)], 'rtl')).toBe(
    'أول ثاني ثالث رابع ',
  );
});
