import { language } from '../locales/index.ts';
import type { Bound, Figure } from '../model.ts';
import { type Exact, format, parseExact, scaleBy } from './value.ts';

const BOUNDS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: 'about ',
  over: 'over ',
  under: 'under ',
  'at-least': 'at least ',
  'at-most': 'at most ',
};

/** What a figure says, for a message: "over 90,000,000,000 USD", "12.5 %", "25 January 2022". */
export function say(figure: Figure): string {
  if (typeof figure.value !== 'string') {
    const { from, to } = figure.value;
    return `${BOUNDS[figure.bound]}${sayOne(figure, from, false)} to ${sayOne(figure, to, true)}`;
  }
  return `${BOUNDS[figure.bound]}${sayOne(figure, figure.value, true)}`;
}

function sayOne(figure: Figure, value: string, withUnit: boolean): string {
  if (figure.kind === 'date') return sayDate(value);
  if (figure.kind === 'time') return value;
  const number = group(value);
  if (!withUnit) return number;
  if (figure.kind === 'percent') return `${number}%`;
  if (figure.kind === 'percentage-point') return `${number} percentage points`;
  if (figure.kind === 'multiple') return `${number} times`;
  if (figure.kind === 'ordinal') return `number ${number}`;
  return figure.unit ? `${number} ${figure.unit}${figure.kind === 'duration' && value !== '1' ? 's' : ''}` : number;
}

function group(value: string): string {
  const [whole = '', rest] = value.split('.');
  if (value.includes('/')) return value;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest ? `${grouped}.${rest}` : grouped;
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
);

function sayDate(value: string): string {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!match) return sayPeriod(value);
  const [, year = '', month = '', day] = match;
  const parts = [day && String(Number(day)), MONTHS[Number(month) - 1], year === '-' ? undefined : year];
  return parts.filter(Boolean).join(' ');
}

function sayPeriod(value: string): string {
  if (value.startsWith('C')) return `century ${value.slice(1)}`;
  return value.replace(/^(\d{4})-([QH])(\d)$/, '$2$3 $1');
}

const TENS = [
  '',
  'ten times',
  'a hundred times',
  'a thousand times',
  'ten thousand times',
  'a hundred thousand times',
  'a million times',
];

/** "a thousand times too large", for a slip of this power of ten. */
export function sayPower(power: number): string {
  const size = TENS[Math.abs(power)] ?? `10^${Math.abs(power)} times`;
  return `${size} too ${power > 0 ? 'large' : 'small'}`;
}

/**
 * The corrected wording in the translation's own form: its digits and scale replaced, all else kept
 * (90多亿美元 → 900多亿美元); built anew from the language's patterns where it has no digits. Undefined where the
 * form is beyond these rules: then the message alone must do.
 */
export function suggest(target: Figure, source: Figure, locale: string): string | undefined {
  if (typeof source.value !== 'string' || source.kind === 'time') return undefined;
  if (source.kind === 'date') return dateIn(locale, source.value);
  if (/[/]/.test(source.value)) return undefined;
  const kept = typeof target.value === 'string' && target.unit === source.unit && target.kind === source.kind;
  return (kept ? rewrite(target.text, source.value, locale) : undefined) ?? compose(source, locale);
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
  return new Intl.DateTimeFormat(locale, { ...shown, timeZone: 'UTC' }).format(date);
}

function rewrite(text: string, value: string, locale: string): string | undefined {
  const { scales, gap } = language(locale).wording;
  const digits = /\d[\d\s,.\u00a0\u202f]*\d|\d/.exec(text);
  if (!digits || /\d/.test(text.slice(digits.index + digits[0].length))) return undefined;
  const rest = text.slice(digits.index + digits[0].length);
  const words = Object.values(scales).flatMap((forms) => forms.split('|'));
  const scale = words.find((word) => rest.includes(word));
  const best = scaleFor(parseExact(value), locale, scale);
  const number = localDigits(format(best.value), locale);
  const head = text.slice(0, digits.index) + number;
  if (scale)
    return head + (best.word ? rest.replace(scale, best.word) : rest.replace(scale, '').replace(/^ {2,}/, ' '));
  return best.word ? `${head}${gap}${best.word}${rest}` : head + rest;
}

/** The figure in the language's patterns: "US$460 million", 460 млн долларов США, 4.6亿美元. */
function compose(source: Figure, locale: string): string | undefined {
  const { wording } = language(locale);
  if (typeof source.value !== 'string' || (source.unit && source.kind !== 'money')) return undefined;
  const best = scaleFor(parseExact(source.value), locale, undefined);
  const number = [localDigits(format(best.value), locale), best.word].filter(Boolean).join(wording.gap);
  const measured =
    source.kind === 'money'
      ? money(number, source.unit ?? '', locale)
      : source.kind === 'percent'
        ? percent(number, locale)
        : number;
  const bound = wording.bounds[source.bound];
  return bound ? bound.replace('#', measured) : measured;
}

function money(number: string, code: string, locale: string): string {
  const { currencies, currency } = language(locale).wording;
  return (currencies[code] ?? currency).replace('#', number).replace('¤', code);
}

function percent(number: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(0).replace('0', number);
}

/** The scale that is there, if the number still reads well with it; else the largest that leaves a whole part. */
function scaleFor(value: Exact, locale: string, there: string | undefined): { value: Exact; word: string } {
  const { scales } = language(locale).wording;
  const known = Object.entries(scales).map(([power, forms]) => ({
    power: Number(power),
    word: forms.split('|')[0] ?? '',
  }));
  const readable = (power: number) => {
    const text = format(scaleBy(value, -power));
    return /^-?\d{1,4}(\.\d{1,2})?$/.test(text) && !/^-?0/.test(text);
  };
  const same = known.find(({ word }) => word === there);
  const fitting = same && readable(same.power) ? same : known.toReversed().find(({ power }) => readable(power));
  const whole = fitting && (there || value.n / value.d >= 10_000n) ? fitting : undefined;
  return whole ? { value: scaleBy(value, -whole.power), word: whole.word } : { value, word: '' };
}

/** A decimal string with the locale's separators; `Intl` formats strings exactly. */
function localDigits(value: string, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: 'min2' }).format(value as `${number}`);
}
