import { expect, test } from 'vitest';
import { alignNumbers } from '../../src/text/columns.ts';

/** A table of one column of numbers behind one of words. */
const table = (...cells: readonly string[]) => {
  const rows = cells.map((cell) => `<tr><th scope="row">a 1.5</th><td class="right number">${cell}</td></tr>`);
  return `<table><thead><tr><th>1.25</th><th class="right number">2</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** What each cell lacks, as digits and signs; `-` where it lacks nothing. */
const lacks = (decimal: string, ...cells: readonly string[]) => {
  const aligned = alignNumbers(table(...cells), decimal);
  expect(aligned.replace(/ lacks-[^" ]*/g, '')).toBe(table(...cells));
  return [...aligned.matchAll(/<td class="right number(?: lacks-(\d+)( lacks-point)?)?">/g)].map(([, digits, point]) =>
    digits === undefined ? '-' : `${digits}+${point ? 1 : 0}`,
  );
};

test.each([
  ['en', '.', ['50.2', '70', '3,300.25', ''], ['1+0', '2+1', '-', '-']],
  ['ru', ',', ['3 300', '12,5', '0,25', '−1,75'], ['2+1', '1+0', '-', '-']],
  ['a percent sign in each', '.', ['12.5%', '<b>3</b>%', 'about 7.25%'], ['1+0', '2+1', '-']],
  ['Arabic digits', '.', ['٥٠٫٢', '٧٠'], ['-', '1+1']],
  ['Indian groups', '.', ['12,34,567.5', '8'], ['-', '1+1']],
])('%s', (_, decimal, cells, expected) => {
  expect(lacks(decimal, ...cells)).toEqual(expected);
});

test.each([
  ['the same number of decimals', '.', ['1.5', '2.5']],
  ['what follows differs', '.', ['4.6亿', '500多亿']],
  ['a mark of a note', '.', ['4.6<sup>1</sup>', '5']],
  ['dates', ',', ['25.01.2022', '1,5']],
  ['words', '.', ['none', '1.5']],
])('nothing to align: %s', (_, decimal, cells) => {
  expect(lacks(decimal, ...cells)).toEqual(cells.map(() => '-'));
});
