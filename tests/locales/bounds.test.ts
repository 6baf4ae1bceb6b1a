/** Any value, unit, bound and language, written by `Intl` and by the language's own wording, is read back the same. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { boundClass } from '../../src/figures/comparing/bounds.ts';
import { readFigures } from '../../src/figures/reading/read.ts';
import { languages } from '../../src/locales/index.ts';
import type { Bound } from '../../src/model.ts';

const CURRENCIES = ['USD', 'EUR', 'CNY'];
const UNITS = ['kilometer', 'hectare', 'year', 'day', 'hour'];

const amount = fc.oneof(
  fc.integer({ min: 3, max: 99 }),
  fc.integer({ min: 11, max: 9_999 }).map((n) => n * 100),
);
const measure = fc.oneof(
  fc.constantFrom(...CURRENCIES).map((currency) => ({ style: 'currency', currency, currencyDisplay: 'name' }) as const),
  fc.constantFrom(...UNITS).map((unit) => ({ style: 'unit', unit, unitDisplay: 'long' }) as const),
  fc.constant({ style: 'percent' } as const),
);

describe.each(languages().map((language) => [language.tag, language] as const))('%s', (tag, { wording }) => {
  const bounds = Object.entries(wording.bounds) as [Bound, string][];
  test.skipIf(bounds.length === 0)('is read back', () => {
    fc.assert(
      fc.property(amount, measure, fc.constantFrom(...bounds), (value, options, [bound, pattern]) => {
        const number = options.style === 'percent' ? value / 100 : value;
        const said = new Intl.NumberFormat(tag, { ...options, maximumFractionDigits: 0 }).format(number);
        // CLDR has no name for the unit in this language; and four digits with "years" are mostly a year.
        if (/\d\s?(?:d|h|ha|km|y)$/.test(said) || ('unit' in options && options.unit === 'year' && value > 999)) return;
        const text = pattern.replace('#', said);
        const unit = 'currency' in options ? options.currency : 'unit' in options ? options.unit : null;
        const read = readFigures(text, tag).map((figure) => [figure.value, figure.unit, boundClass(figure.bound)]);
        const expected = [[String(value), unit, boundClass(bound)]];
        if (JSON.stringify(read) !== JSON.stringify(expected)) {
          throw new Error(`“${text}” should say ${JSON.stringify(expected)}; it is read as ${JSON.stringify(read)}`);
        }
      }),
      { numRuns: 150 },
    );
  });
});
