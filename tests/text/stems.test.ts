/** Words of every language are cut, or stay whole: none is lost, and nothing fails. */
import { expect, test } from 'vitest';
import { languages } from '../../src/locales/index.ts';
import { stemmerOf } from '../../src/text/stems.ts';

test.each<[string, readonly string[]]>([
  ['en', ['cities', 'city']],
  ['ru', ['партнёрства', 'партнёрством']],
  ['de', ['Häuser', 'Häusern'].map((word) => word.toLowerCase())],
  ['nb', ['avtaler', 'avtalene']],
  ['fr-CA', ['traités', 'traité']],
  ['uk', ['угоди', 'угода']],
])('%s: forms of a word have one stem', (locale, words) => {
  expect(new Set(words.map(stemmerOf(locale))).size).toBe(1);
});

test('every word of every sample has a stem that is no longer than the word', () => {
  const all = languages().flatMap(({ tag, samples }) =>
    Object.keys(samples).flatMap((text) =>
      (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).map((word) => [tag, word] as const),
    ),
  );
  expect(all.length).toBeGreaterThan(3000);
  const strange = all.filter(([tag, word]) => {
    const stem = stemmerOf(tag)(word);
    return stem === '' || stem.length > word.length + 1;
  });
  expect(strange).toEqual([]);
});

test('what a stemmer fails at stays whole, and so does a language without one', () => {
  expect(stemmerOf('bg')('изгонен')).toBe('изгонен');
  expect(stemmerOf('tlh')('batlh')).toBe('batlh');
  expect(stemmerOf('zh')('贸易')).toBe('贸易');
});
