import { language, sayingTable } from '../../locales/index.ts';
import type { SayingTable } from '../../locales/language.ts';
import type { Figure, KeyFigure, Phrase } from '../../model.ts';
import { phrase } from '../../text/phrase.ts';
import { onceFor } from '../../text/remembered.ts';
import { compare } from '../comparing/compare.ts';
import { converted } from '../comparing/convert.ts';
import { plural } from '../correcting/plural.ts';
import {
  bounded,
  compose,
  currencyName,
  localDigits,
  numberIn,
  percent,
  scaled,
  scaleGap,
  unitName,
} from '../correcting/written.ts';
import { readFigures } from '../reading/read.ts';
import { parseExact, rounded } from '../value.ts';
import { speller } from './rbnf.ts';

/**
 * How a text asks for a figure. `form`: in the language's own manner (none), in `digits` without a scale word, `compact`
 * (50B), in `full` (50 billion US dollars), in `words`. `case`: a grammatical case of CLDR's (`genitive`); `gender`
 * of what is counted, for words; `unit`: another one of the same measure, into which it is converted, or `none`.
 */
export interface Manner {
  readonly form?: string;
  readonly case?: string;
  readonly gender?: string;
  readonly unit?: string;
}

export const FORMS = ['digits', 'compact', 'full', 'words'];

/** What a text says in the place of a key figure, or why it cannot say it so. */
export type Said = { readonly text: string } | { readonly fault: Phrase };

/**
 * A key figure in the words of a locale. What comes out was read again and found to say the figure: a wording that
 * nobody could check is a fault.
 */
export function say(figure: KeyFigure, locale: string, manner: Manner): Said {
  const unit = manner.unit ?? figure.units[locale];
  const own =
    unit === 'none' ? bare(figure) : unit === undefined || unit === figure.unit ? figure : inUnit(figure, unit);
  if (!own) return { fault: phrase`${figure.id} cannot be converted to ${unit ?? ''}` };
  const governed = language(locale).wording.boundCase;
  const isGoverned = governed !== undefined && own.bound !== 'exact';
  const text = worded(own, locale, { ...(isGoverned && { case: governed }), ...manner });
  if (text === undefined) return { fault: phrase`${figure.id} has no such wording in ${locale}` };
  return saysIt(text, own, locale)
    ? { text }
    : { fault: phrase`${figure.id} would be “${text}” there, which is not read as what it says` };
}

/** A key figure as if it had been read, to be compared and said. */
export function figureOf(key: KeyFigure): Figure {
  return { ...key, soft: false, start: 0, end: 0, text: '' };
}

function worded(figure: KeyFigure, locale: string, manner: Manner): string | undefined {
  const { kind, value, bound } = figure;
  if (kind === 'date') return compose(figureOf(figure), locale);
  const table = sayingTable(locale);
  const gender = manner.gender ?? table?.units[figure.unit ?? '']?.['gender'] ?? 'masculine';
  const number = numberOf(value, locale, { ...manner, gender });
  const whole = number && withUnit(number, figure, locale, manner);
  return whole && bounded(whole, bound, locale);
}

/** The number alone, where a table's head says of what. */
function bare(figure: KeyFigure): KeyFigure {
  return { ...figure, kind: 'number', unit: null };
}

/** A number without what it is of: its words, what stands before its scale word, and whether it has one. */
interface Worded {
  readonly text: string;
  readonly digits: string;
  readonly isScaled: boolean;
}

function numberOf(value: string, locale: string, manner: Manner): Worded | undefined {
  const { form } = manner;
  if (form === 'words') {
    const text = spelled(value, locale, manner);
    return text === undefined ? undefined : { text, digits: value, isScaled: /000$/.test(value) };
  }
  const plain = { text: localDigits(value, locale), digits: value, isScaled: false };
  if (form === 'digits' || scaled(parseExact(value), locale).power === 0) return plain;
  if (form === undefined) return { text: numberIn(locale, value), digits: value, isScaled: true };
  return compact(value, locale, manner) ?? plain;
}

/** 50 billion, 50 миллиардов; 50B, 50 млрд. `Intl` formats strings exactly. */
function compact(value: string, locale: string, manner: Manner): Worded | undefined {
  const compactDisplay = manner.form === 'compact' ? 'short' : 'long';
  const options = { notation: 'compact', compactDisplay, maximumFractionDigits: 20 } as const;
  const parts = new Intl.NumberFormat(locale, options).formatToParts(value as `${number}`);
  const said = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  if (said('compact') === '') return undefined;
  const fraction = said('fraction');
  const digits = fraction ? `${said('integer')}.${fraction}` : said('integer');
  const word = compactDisplay === 'long' && !fraction ? lastWord(spelled(value, locale, manner)) : undefined;
  const isDeclined = manner.case !== undefined && word !== undefined;
  const text = parts.map((part) => (isDeclined && part.type === 'compact' ? word : part.value)).join('');
  return { text: text.replaceAll('\u00a0', ' '), digits, isScaled: true };
}

/** The scale word, where a number is so round that it ends with it. */
function lastWord(text: string | undefined): string | undefined {
  return text?.split(' ').at(-1);
}

/** An integer in words, in a case and for a gender where the language has them; undefined for all else. */
function spelled(value: string, locale: string, { case: grammatical, gender }: Manner): string | undefined {
  const table = sayingTable(locale);
  if (!table || !/^\d{1,15}$/.test(value)) return undefined;
  const spell = spellerOf(table, locale);
  const sets = [`cardinal-${gender}`, 'cardinal', 'numbering'].map((name) => `%spellout-${name}`);
  const set = sets
    .map((name) => (grammatical ? `${name}-${grammatical}` : name))
    .find((name) => spell.sets.includes(name));
  return set && spell.spell(set, Number(value))?.replace(/[\u00ad\u200b]/g, '');
}

const spellerOf = onceFor((table: SayingTable, locale: string) => speller(locale, table.spellout));

function withUnit(number: Worded, figure: KeyFigure, locale: string, manner: Manner): string | undefined {
  const { kind, unit } = figure;
  if (kind === 'money') return withCurrency(number, unit ?? '', locale, manner);
  const { text, digits, isScaled } = number;
  const isSpelled = manner.form === 'words' || manner.form === 'full';
  const measure = kind === 'percent' ? 'percent' : unit;
  if (measure === null) return text;
  // Behind a scale word stands what stands behind a million.
  const oblique = isScaled || kind === 'percent' ? undefined : manner.case;
  const pattern = oblique && sayingTable(locale)?.units[measure]?.[`${oblique} ${countOf(digits, locale)}`];
  if (pattern) return pattern.replace('{0}', () => text).replaceAll('\u00a0', ' ');
  const name = oblique ? undefined : unitName(measure, locale, 'long', isScaled ? '1000000' : digits);
  if (kind === 'percent' && !(isSpelled && name && /\p{L}/u.test(name))) return percent(text, locale);
  return name && `${text}${/^\p{sc=Han}/u.test(name) ? '' : ' '}${name}`;
}

/** What is counted stands in the pattern of the language, which is that behind a million, else in `Intl`'s name for it. */
function withCurrency(
  number: Worded,
  code: string,
  locale: string,
  { form, case: grammatical }: Manner,
): string | undefined {
  const { text, digits, isScaled } = number;
  const { currencies, currency, declined } = language(locale).wording;
  const pattern = currencies[code] ?? currency;
  const isNoun = /\p{Ll}|\p{Lo}/u.test(pattern);
  const isLikeMillion = isScaled || countOf(digits, locale) === countOf('1000000', locale);
  if (!isScaled && grammatical && declined) {
    const name = declined[code]?.[`${grammatical} ${countOf(digits, locale)}`];
    return name && `${text} ${name}`;
  }
  const isSpelled = form === 'words' || form === 'full';
  if (isNoun ? isLikeMillion : !isSpelled) return pattern.replace('#', () => text).replace('¤', () => code);
  const name = currencyName(code, locale, 'name', isScaled ? '1000000' : digits);
  return name === undefined || name === code ? undefined : `${text}${scaleGap(locale)}${name}`;
}

function countOf(digits: string, locale: string): string {
  return plural(digits, undefined, locale, false);
}

/** Read again, is it one figure, and what was to be said? A bound that may be none is left to the language. */
function saysIt(text: string, figure: KeyFigure, locale: string): boolean {
  const { span } = figure;
  const read = readFigures(text, locale).map((found): Figure => ({ ...found, span, soft: false }));
  const { matches, differences } = compare([figureOf(figure)], read);
  return (
    read.length === 1 && matches.length === 1 && differences.every(({ slip, doubtful }) => slip === 'bound' && doubtful)
  );
}

/** In another unit of the same measure, in no more digits than the figure has, three at least; undefined where there is none. */
function inUnit(figure: KeyFigure, unit: string): KeyFigure | undefined {
  const value = converted({ value: figure.value, unit: figure.unit }, unit);
  if (!value) return undefined;
  const digits = Math.max(3, figure.value.replace(/^0\.0*|\.|0+$/g, '').length);
  return { ...figure, unit, value: rounded(value, digits) };
}
