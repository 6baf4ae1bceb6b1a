import { expect, test } from 'vitest';
import { Chars, Operator, Ref, readNext, Unreadable } from '../../../src/pdf/reading/syntax.ts';
import { textOf } from '../../../src/pdf/reading/text.ts';

/** Everything in a text, as simple values: strings in parentheses, references as `5R`, operators as `:q`. */
function read(text: string): unknown[] {
  const cursor = { bytes: Buffer.from(text, 'latin1'), at: 0 };
  const found: unknown[] = [];
  for (let next = readNext(cursor); next !== undefined; next = readNext(cursor)) found.push(plain(next));
  return found;
}

function plain(object: unknown): unknown {
  if (object instanceof Chars) return `(${object.bytes})`;
  if (object instanceof Ref) return `${object.number}R`;
  if (object instanceof Operator) return `:${object.name}`;
  if (object instanceof Map) return Object.fromEntries(Array.from(object, ([key, value]) => [key, plain(value)]));
  return Array.isArray(object) ? object.map(plain) : object;
}

test('numbers, names, words', () => {
  expect(read('1 -2 +3 .25 -.5 4. 10.6599998 true false null')).toEqual([
    1,
    -2,
    3,
    0.25,
    -0.5,
    4,
    10.6599998,
    true,
    false,
    null,
  ]);
  expect(read('/A#20B/C /D.e-f /')).toEqual(['A B', 'C', 'D.e-f', '']);
  expect(read("q 1 0 0 -1 5 6 cm T* ' % a comment ( [\nf*")).toEqual([
    ':q',
    1,
    0,
    0,
    -1,
    5,
    6,
    ':cm',
    ':T*',
    ":'",
    ':f*',
  ]);
});

test('strings, with escapes and parentheses', () => {
  expect(read('(a(b)c) (\\(\\\\\\)) (\\101\\n\\\nx) (\\0053) ()')).toEqual([
    '(a(b)c)',
    '((\\))',
    '(A\nx)',
    '(\x053)',
    '()',
  ]);
  expect(read('<48 65 6C> <4> <>')).toEqual(['(Hel)', '(@)', '()']);
});

test('arrays, dictionaries and references within each other', () => {
  expect(read('[1 2 0 R [/A] <</B 3 0 R/C<</D(e)>>>>]')).toEqual([[1, '2R', ['A'], { B: '3R', C: { D: '(e)' } }]]);
});

test.each(['(no end', '<41', '[1 2', '<</A 1', '[1 q]', '<<1 2>>', '[0 R]'])('%s is an error', (text) => {
  expect(() => read(text)).toThrow(Unreadable);
});

test('texts are UTF-16, UTF-8 or PDFDocEncoding', () => {
  const said = (bytes: string) => textOf(new Chars(bytes));
  expect(said('\xfe\xff\x04\x1f\x04\x40\xd8\x3d\xde\x00')).toBe('Пр😀');
  expect(said('\xef\xbb\xbf\xd0\x9f')).toBe('П');
  expect(said('caf\xe9 \x84 \x8dx\x8e \xa0')).toBe('café — “x” €');
});
