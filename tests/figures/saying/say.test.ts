/** Key figures in the words of each language, and what they would not be read as is not said. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';
import { FORMS, type Manner, say } from '../../../src/figures/saying/say.ts';
import { languages } from '../../../src/locales/index.ts';
import type { KeyFigure } from '../../../src/model.ts';

const at = { line: 1, column: 1 };
const figure = (fields: Partial<KeyFigure>): KeyFigure => ({
  ...{ id: 'x', kind: 'number', value: '58', unit: null, bound: 'exact', terms: {}, units: {} },
  span: { path: 'content/figures.yaml', start: at, end: at },
  ...fields,
});
const trade = figure({ kind: 'money', value: '50000000000', unit: 'USD', bound: 'over' });
const few = figure({ kind: 'money', value: '21', unit: 'USD' });
const border = figure({
  kind: 'quantity',
  value: '3300',
  unit: 'kilometer',
  bound: 'over',
  units: { 'en-US': 'mile' },
});
const share = figure({ kind: 'percent', value: '12.5' });
const day = figure({ kind: 'date', value: '2022-01-25' });

const said = (one: KeyFigure, locale: string, manner: Manner): string => {
  const answer = say(one, locale, manner);
  return 'text' in answer ? answer.text.replaceAll('\u00a0', ' ') : 'nothing';
};

test.each<readonly [KeyFigure, string, Manner, string]>([
  [trade, 'en', {}, 'more than US$50 billion'],
  [trade, 'zh', {}, '500多亿美元'],
  [trade, 'ru', {}, 'более 50 млрд долларов США'],
  [trade, 'de', {}, 'mehr als 50 Milliarden US-Dollar'],
  [trade, 'en', { form: 'digits' }, 'more than US$50,000,000,000'],
  [trade, 'en', { form: 'compact' }, 'more than US$50B'],
  [trade, 'en', { form: 'full' }, 'more than 50 billion US dollars'],
  [trade, 'en', { form: 'words' }, 'more than fifty billion US dollars'],
  [trade, 'zh', { form: 'words' }, '超过五百亿美元'],
  [trade, 'ru', { form: 'words' }, 'более пятидесяти миллиардов долларов США'],
  [trade, 'en', { unit: 'none' }, 'more than 50 billion'],
  [few, 'ru', {}, '21 доллар США'],
  [few, 'ru', { case: 'dative' }, '21 доллару США'],
  [few, 'ru', { form: 'words', case: 'instrumental' }, 'двадцатью одним долларом США'],
  [few, 'fr', {}, '21 dollars des États-Unis'],
  [figure({ ...trade, value: '2000000' }), 'ru', { form: 'full' }, 'более 2 миллионов долларов США'],
  [figure({ ...trade, bound: 'exact' }), 'ru', { form: 'full', case: 'dative' }, '50 миллиардам долларов США'],
  [border, 'ru', { case: 'prepositional' }, 'более 3300 километрах'],
  [border, 'zh', {}, '3300多公里'],
  [border, 'en', { unit: 'mile' }, 'more than 2,050 miles'],
  [border, 'en-US', {}, 'more than 2,050 miles'],
  [border, 'en', { unit: 'hectare' }, 'nothing'],
  [share, 'ru', {}, '12,5 %'],
  [share, 'en', { form: 'full' }, '12.5 percent'],
  [share, 'en', { form: 'words' }, 'nothing'],
  [day, 'zh', {}, '2022年1月25日'],
  [day, 'en', {}, 'January 25, 2022'],
  [figure({}), 'ru', { form: 'words', case: 'genitive' }, 'пятидесяти восьми'],
  [figure({ value: '2' }), 'ru', { form: 'words', gender: 'feminine' }, 'две'],
])('%# %j in %s, %j', (one, locale, manner, expected) => {
  expect(said(one, locale, manner)).toBe(expected);
});

const units = fc.constantFrom(
  ...([
    ['money', 'USD'],
    ['money', 'EUR'],
    ['number', null],
    ['percent', null],
    ['quantity', 'kilometer'],
  ] as const),
  ...([
    ['quantity', 'hectare'],
    ['duration', 'day'],
  ] as const),
);
const values = fc.oneof(
  fc.integer({ min: 2, max: 99_999 }).map(String),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 3, max: 10 }))
    .map(([n, power]) => `${n}${'0'.repeat(power)}`),
);

describe.each(languages().map(({ tag }) => tag))('%s', (locale) => {
  test('what is said is read as one figure of that value', () => {
    let spoken = 0;
    const cases = fc.tuple(units, values, fc.constantFrom(undefined, ...FORMS));
    fc.assert(
      fc.property(cases, ([[kind, unit], value, form]) => {
        const answer = say(figure({ kind, unit, value }), locale, form === undefined ? {} : { form });
        if ('fault' in answer) return;
        spoken += 1;
        expect(
          readFigures(answer.text, locale).map((read) => read.value),
          answer.text,
        ).toEqual([value]);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(spoken, 'of 60').toBeGreaterThan(35);
  });
});
