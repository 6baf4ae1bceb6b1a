import { type PublicFigure, publicFigure } from './figures/public.ts';
import { readFigures } from './figures/reading/read.ts';

export type { PublicFigure } from './figures/public.ts';
export type { Bound, FigureKind, FigureValue } from './model.ts';

/**
 * The figures that a plain text says – numbers, money, shares, dates, measures – in the order of the text, with exact
 * values in base units (`свыше 90 млрд` is `"90000000000"`), never floating point.
 *
 * `locale` is a BCP 47 tag; one that is none is a RangeError (ECMA-402, CanonicalizeLocaleList). A language without
 * rules of its own is read by what CLDR has of it. `start` and `end` are UTF-16 offsets into `text`, `end` exclusive.
 *
 * ```ts
 * extractFigures('свыше 90 млрд долларов', 'ru');
 * // [{ kind: 'money', value: '90000000000', unit: 'USD', bound: 'over', start: 0, end: 22, text: … }]
 * ```
 */
export function extractFigures(text: string, locale: string): PublicFigure[] {
  const [tag = locale] = Intl.getCanonicalLocales(locale);
  return readFigures(text, tag).map(publicFigure);
}
