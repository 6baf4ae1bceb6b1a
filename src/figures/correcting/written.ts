import { cldrTable, language } from '../../locales/index.ts';
import type { Bound, Figure } from '../../model.ts';
import { type Exact, format, parseExact, scaleBy } from '../value.ts';

/** A number as a language writes it: digits in its own separators, and a scale word or none. */
export interface Scaled {
  readonly digits: string;
  readonly power: number;
}

/**
 * The figure written anew in a language's patterns: "US$460 million", 460 млн долларов США, 4.6亿美元. Undefined for
 * what has no pattern: times, ranges, fractions without end, units that `Intl` does not name.
 */
export function compose(figure: Figure, locale: string): string | undefined {
  const { value, kind, unit } = figure;
  if (typeof value !== 'string' || kind === 'time' || value.includes('/')) return undefined;
  if (kind === 'date') return dateIn(locale, value);
  const number = numberIn(locale, value);
  const measured =
    kind === 'money' ? money(number, unit ?? '', locale) : kind === 'percent' ? percent(number, locale) : number;
  const whole = unit && kind !== 'money' ? measure(value, unit, locale) : measured;
  return whole === undefined ? undefined : bounded(whole, figure.bound, locale);
}

/** A figure's text with the words of a bound around or inside it: более 3300 км, 3300多公里. */
export function bounded(text: string, bound: Bound, locale: string): string {
  const isOneWord = scaleGap(locale) === '';
  const inside = isOneWord ? language(locale).figures.boundInside?.[bound]?.split('|')[0] : undefined;
  // 多 and its like stand behind tens and hundreds: 3300多公里, but 超过5公里 and 超过3.2亿.
  const round = inside === undefined ? null : /^(?:\D*\d[\d, ]*0)(?=[^\d.,\s]+$)/.exec(text);
  if (inside !== undefined && round) return `${round[0]}${inside}${text.slice(round[0].length)}`;
  return (language(locale).wording.bounds[bound] ?? '#').replace('#', () => text);
}

/** The digits and scale that read best: the largest scale that leaves a whole part, from ten thousand on. */
export function scaled(value: Exact, locale: string): Scaled {
  const power = powersOf(locale).findLast((candidate) => isReadable(value, candidate));
  const isLarge = value.n >= 10_000n * value.d || value.n <= -10_000n * value.d;
  return power === undefined || !isLarge
    ? { digits: format(value), power: 0 }
    : { digits: format(scaleBy(value, -power)), power };
}

/** Does a value read well in this power of ten: one to four digits, two decimals at most, not 0.46? */
export function isReadable(value: Exact, power: number): boolean {
  return /^-?[1-9]\d{0,3}(\.\d{1,2})?$/.test(format(scaleBy(value, -power)));
}

/** Powers of ten that the language has a word for in running text, the smallest first. */
export function powersOf(locale: string): readonly number[] {
  const own = Object.keys(language(locale).wording.scales).map(Number);
  const known = own.length > 0 ? own : Object.keys(cldrTable(locale).scales).map(Number);
  return known.filter((power) => power >= 3 && power <= 12).sort((a, b) => a - b);
}

/** The scale word beside such digits, declined as `Intl` declines it where the language file names none: 460 Millionen. */
export function scaleWord(power: number, digits: string, locale: string): string | undefined {
  const own = language(locale).wording.scales[String(power)]?.split('|')[0];
  if (own !== undefined) return own;
  const options = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 20 } as const;
  const value = format(scaleBy(parseExact(digits), power));
  const parts = new Intl.NumberFormat(locale, options).formatToParts(value as `${number}`);
  const same = parts.filter(({ type }) => type === 'integer' || type === 'fraction').map((part) => part.value);
  const expected = plainDigits(digits, locale).filter((part) => /\p{Nd}/u.test(part));
  return same.join('') === expected.join('') ? parts.find(({ type }) => type === 'compact')?.value : undefined;
}

function plainDigits(digits: string, locale: string): readonly string[] {
  return [...new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false }).format(digits as '1')];
}

/** A decimal string with the locale's separators; `Intl` formats strings exactly. */
export function localDigits(value: string, locale: string): string {
  const useGrouping = language(locale).wording.groupsThousands ? 'always' : 'min2';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping }).format(value as `${number}`);
}

/** What goes between digits and scale word. */
export function scaleGap(locale: string): string {
  const { gap, scales } = language(locale).wording;
  if (Object.keys(scales).length > 0) return gap;
  const parts = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' }).formatToParts(1e9);
  return parts.find(({ type }) => type === 'literal')?.value ?? '';
}

/** In digits, with the scale word that reads best. */
export function numberIn(locale: string, value: string): string {
  const { digits, power } = scaled(parseExact(value), locale);
  const word = power === 0 ? undefined : scaleWord(power, digits, locale);
  return word === undefined
    ? localDigits(power === 0 ? digits : value, locale)
    : `${localDigits(digits, locale)}${scaleGap(locale)}${word}`;
}

function money(number: string, code: string, locale: string): string | undefined {
  const { currencies, currency } = language(locale).wording;
  const own = currencies[code];
  const name = own === undefined ? currencyName(code, locale, 'name', '1000000') : undefined;
  if (name !== undefined && name !== code) return `${number}${scaleGap(locale)}${name}`;
  return (own ?? currency).replace('#', () => number).replace('¤', () => code);
}

/** The number with its sign of percent, where the locale has it. */
export function percent(number: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', numberingSystem: 'latn' })
    .format(0)
    .replace('0', () => number);
}

function measure(value: string, unit: string, locale: string): string | undefined {
  const name = unitName(unit, locale, 'long', value);
  return name === undefined ? undefined : `${numberIn(locale, value)}${/^\p{sc=Han}/u.test(name) ? '' : ' '}${name}`;
}

/** What `Intl` calls a currency beside such a number; undefined for a code that is none. */
export function currencyName(
  code: string,
  locale: string,
  display: 'name' | 'symbol',
  digits: string,
): string | undefined {
  try {
    const options = { style: 'currency', currency: code, currencyDisplay: display, maximumFractionDigits: 20 } as const;
    const parts = new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: 0 }).formatToParts(digits as '1');
    return parts.find(({ type }) => type === 'currency')?.value;
  } catch {
    return undefined;
  }
}

/** What `Intl` calls a unit beside such a number; undefined for one beyond ECMA-402's list. */
export function unitName(unit: string, locale: string, display: 'long' | 'short', digits: string): string | undefined {
  try {
    const options = { style: 'unit', unit, unitDisplay: display, maximumFractionDigits: 20 } as const;
    const parts = new Intl.NumberFormat(locale, options).formatToParts(digits as '1');
    return parts.find(({ type }) => type === 'unit')?.value;
  } catch {
    return undefined;
  }
}

/** A date with a month in the locale's long form; periods are left to the translator. */
function dateIn(locale: string, value: string): string | undefined {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!match) return undefined;
  const [, year = '', month = '', day] = match;
  const shown = {
    ...(year !== '-' && { year: 'numeric' as const }),
    month: 'long' as const,
    ...(day && { day: 'numeric' as const }),
  };
  const date = Date.UTC(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day ?? 1));
  return new Intl.DateTimeFormat(locale, { ...shown, timeZone: 'UTC', calendar: 'gregory' }).format(date);
}
