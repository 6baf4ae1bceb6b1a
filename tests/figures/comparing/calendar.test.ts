import { expect, test } from 'vitest';
import { behindWeekdays, withoutNamed } from '../../../src/figures/comparing/calendar.ts';
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

/** What is said of passages of one document. */
function saidOf(locale: string, passages: readonly (readonly [string, string])[]): readonly string[] {
  const sides = passages.map(([source, target]) => [side('en', source), side(locale, target)] as const);
  const all = sides.map(([a, b]) => {
    const { differences } = compare(a.blocks[0]?.figures ?? [], b.blocks[0]?.figures ?? []);
    return withoutNamed(differences, a, b);
  });
  const sources = sides.map(([a]) => a.blocks);
  return behindWeekdays(all, sources, 'en').map((found) =>
    found.map(({ slip, doubtful }) => `${slip}${doubtful ? '?' : ''}`).join(),
  );
}

test('dates behind days of the week have to fit one year', () => {
  const thursday = ['He resigned on Thursday.', 'Ia mundur pada Kamis (27/11).'] as const;
  const monday = 'They meet again on Monday.';
  expect(saidOf('id', [thursday, [monday, 'Mereka bertemu lagi pada Senin (1/12).']])).toEqual(['extra?', 'extra?']);
  expect(saidOf('id', [thursday, [monday, 'Mereka bertemu lagi pada Senin (1/11).']])).toEqual(['extra', 'extra']);
});

test('a date that no calendar has is none of a day of the week', () => {
  expect(saidOf('vi', [['She won on Friday.', 'Cô thắng hôm 48/11.']])).toEqual(['extra']);
});

test('a month in passing is the same, or another one', () => {
  const source = 'It was the coldest November reading since 1985.';
  expect(said(source, 'id', 'Itu terdingin untuk bulan November sejak 1985.')).toEqual([]);
  expect(said(source, 'id', 'Itu terdingin untuk bulan Oktober sejak 1985.')).toEqual(['extra']);
});

test('the time of a race may have points, and twelve months want a year', () => {
  expect(said('She ran it in 2:04:31.', 'fi', 'Hän juoksi sen ajassa 2.04.31.')).toEqual([]);
  expect(said('She ran it in 2:04:31.', 'fi', 'Hän juoksi sen ajassa 2.04.37.')).toEqual(['missing']);
  expect(said('Prices rose in that year.', 'de', 'Die Preise stiegen in zwölf Monaten.')).toEqual(['extra?']);
  expect(said('Prices rose.', 'de', 'Die Preise stiegen in zwölf Monaten.')).toEqual(['extra']);
});
