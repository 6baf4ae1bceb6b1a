import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';

/** What each figure of a text says of rise and fall: beside it, or far from it in its clause ("~", "~!" where alone). */
function directions(text: string, locale: string): readonly string[] {
  return readFigures(text, locale).map(({ text: said, direction, leaning }) =>
    [said, direction ?? (leaning ? `~${leaning.towards}${leaning.alone ? '!' : ''}` : '')].join(' ').trim(),
  );
}

describe('a verb far from its figure', () => {
  test.each([
    [
      'de',
      'Die Ausfuhren sanken im dritten Quartal gegenüber dem Vorjahreszeitraum um 3,2 %.',
      ['dritten Quartal', '3,2 % ~down!'],
    ],
    ['de', 'Die Ausfuhren sind um 3,2 % gegenüber dem Vorjahr gestiegen.', ['3,2 % ~up!']],
    ['ar', 'ارتفعت الإيرادات بنسبة 12%', ['12% ~up!']],
    ['en', 'Imports declined by between 5 and 8 percent on average.', ['5 and 8 percent ~down!']],
  ])('%s: %s', (locale, text, expected) => {
    expect(directions(text, locale)).toEqual(expected);
  });

  test.each([
    ['a comma ends the clause', 'Exports fell last summer in Bavaria, and 12 towns joined.', ['12']],
    ['a negation leaves it open', 'Exports did not fall last summer in Bavaria by 12%.', ['12%']],
    ['two that differ tell nothing', 'The bank cut its rise in rates for next year by 0.4%.', ['0.4%']],
    ['a forecast of growth is no growth', 'The bank cut its growth forecast by 0.4%.', ['0.4% ~down!']],
    ['a team that trails', 'They came from two goals down.', ['two']],
    ['another figure has it', 'Exports fell by 3% in Bavaria to 12 million.', ['3% down', '12 million']],
  ])('%s', (_, text, expected) => {
    expect(directions(text, 'en')).toEqual(expected);
  });
});

test('where the verb ends its clause, the one behind tells', () => {
  expect(directions('판매가 감소한 반면 수출은 9% 늘었다.', 'ko')).toEqual(['9% up']);
});

describe('more and less beside a figure', () => {
  test.each([
    ['en', '45,000 more than a year before', '45,000 up'],
    ['en', '45,000 fewer people', '45,000 down'],
    ['en', 'Output tripled', 'tripled up'],
    ['en', 'three times as much', 'three times'],
    ['en', '9 degrees below the January average', '9 degrees down'],
    ['de', '12 % unter dem Plan', '12 % down'],
    ['de', '8 über 60', '8'],
    ['de', '70.000 weniger als im Vorjahr', '70.000 down'],
    ['zh', '比上年同期低3.4点', '3.4 down'],
    ['zh', '每年下降5%至8%', '5%至8% down'],
  ])('%s: %s', (locale, text, expected) => {
    expect(directions(text, locale)[0]).toBe(expected);
  });

  test('a greater reduction is no rise', () => {
    expect(directions('It reduced contamination 26% more than soap.', 'en')).toEqual(['26%']);
  });
});

test('what fell from the one fell to the other', () => {
  expect(directions('Показатель упал с 0,78 до 0,72.', 'ru')).toEqual(['0,78 down', 'до 0,72 down']);
});

describe('bounds', () => {
  test('a negation in the clause may turn one', () => {
    const bounds = (text: string, locale: string) =>
      readFigures(text, locale).map(({ bound, nearby }) => [bound, nearby]);
    expect(bounds('In no event shall the fine exceed 5 dollars.', 'en')).toEqual([['over', 'at-most']]);
    expect(bounds('50 से अधिक लोगों को जाने की इजाज़त नहीं थी', 'hi')).toEqual([['over', 'at-most']]);
    expect(bounds('Not only more than 5 people came.', 'en')).toEqual([['over', undefined]]);
  });

  test('a point of time is compared with, not bounded', () => {
    const bounds = (text: string, locale: string) => readFigures(text, locale).map(({ bound }) => bound);
    expect(bounds('higher than four years ago', 'en')).toEqual(['exact']);
    expect(bounds('45,000 more than two years earlier', 'en')).toEqual(['exact', 'exact']);
    expect(bounds('more than four years ago', 'en')).toEqual(['over']);
    expect(bounds('高于四年前', 'zh')).toEqual(['exact']);
  });
});
