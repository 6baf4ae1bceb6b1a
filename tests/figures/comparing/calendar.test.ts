import { expect, test } from 'vitest';
import { withoutNamed } from '../../../src/figures/comparing/calendar.ts';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Block } from '../../../src/model.ts';

const span = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function side(locale: string, text: string) {
  const figures = readFigures(text, locale).map((figure) => ({ ...figure, span }));
  const block: Block = { kind: 'paragraph', text, span, segments: [], within: [], figures };
  return { blocks: [block], locale };
}

/** What is said of the two texts: `extra` for an error, `extra?` for a warning. */
function said(source: string, locale: string, target: string): readonly string[] {
  const [a, b] = [side('en', source), side(locale, target)];
  const { differences } = compare(a.blocks[0]?.figures ?? [], b.blocks[0]?.figures ?? []);
  return withoutNamed(differences, a, b).map(({ slip, doubtful }) => `${slip}${doubtful ? '?' : ''}`);
}

test.each([
  ['The bridge was closed on Wednesday.', 'ar', 'أُغلق الجسر يوم الأربعاء ٢٦ نوفمبر.'],
  ['They meet again on Monday.', 'id', 'Mereka bertemu lagi pada Senin (1/12).'],
  ['She resigned on Friday.', 'he', 'היא התפטרה ביום שישי (28.11).'],
])('a date behind a day of the week is an addition, and no error: %s', (source, locale, target) => {
  expect(said(source, locale, target)).toEqual(['extra?']);
});

test('a date that no day of the week stands for is too much', () => {
  expect(said('The bridge was closed.', 'de', 'Die Brücke wurde am 26. November gesperrt.')).toEqual(['extra']);
});

test.each([
  ['sv', 'I novemberdimman 1993 gick tåget vilse.'],
  ['de', 'An einem Novemberabend 1993 verirrte sich der Zug.'],
  ['nl', 'In de novembermist van 1993 verdwaalde de trein.'],
])('the month may lead the word before its year: %s', (locale, target) => {
  expect(said('In the fog of November 1993 the train lost its way.', locale, target)).toEqual([]);
});

test('another month, or none, is told', () => {
  const source = 'In the fog of November 1993 the train lost its way.';
  expect(said(source, 'sv', 'I oktoberdimman 1993 gick tåget vilse.')).toEqual(['date']);
  expect(said(source, 'sv', 'I dimman 1993 gick tåget vilse.')).toEqual(['date']);
});
