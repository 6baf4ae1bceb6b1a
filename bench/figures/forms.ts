import { isOneCurrency } from '../../src/figures/comparing/agree.ts';
import { cldrTable, language } from '../../src/locales/index.ts';
import type { Forms } from '../../src/locales/words.ts';

/** Words of one language that say the same sort of thing, by what they say: `{ '6': [million, mn], '9': [billion] }`. */
type Groups = ReadonlyMap<string, readonly string[]>;

/** What mistakes make of each other, by sort. */
export type Sort = 'scale' | 'duration' | 'measure' | 'currency' | 'month' | 'number' | 'bound' | 'percent';

/** What stands in place of another: what anyone takes for it, and nothing so rare that it gives itself away. */
const COMMON: Readonly<Partial<Record<Sort, readonly string[]>>> = {
  scale: ['3', '4', '5', '6', '7', '8', '9', '12'],
  duration: ['year', 'month', 'week', 'day', 'hour', 'minute'],
  measure: ['kilometer', 'meter', 'mile', 'tonne', 'kilogram', 'gram', 'hectare', 'square-kilometer', 'liter'],
  currency: ['USD', 'EUR', 'GBP', 'CNY', 'JPY', 'RUB'],
  number: ['2', '3', '4', '5', '6', '7', '8', '9'],
};

const kept = new Map<string, Groups>();

/** The words of a sort in a language, as its data has them. */
function groupsOf(locale: string, sort: Sort): Groups {
  const key = `${locale} ${sort}`;
  const known = kept.get(key) ?? groups(locale, sort);
  kept.set(key, known);
  return known;
}

function groups(locale: string, sort: Sort): Groups {
  const { figures } = language(locale);
  const cldr = cldrTable(locale);
  const tables: Readonly<Record<Sort, readonly (Forms | undefined)[]>> = {
    scale: [figures.scales, cldr.scales],
    duration: [figures.units, cldr.units],
    measure: [figures.units, cldr.units],
    currency: [SIGNS, figures.currencies, cldr.currencies],
    month: [cldr.months],
    number: [cldr.numbers],
    bound: [pick({ ...figures.boundBefore }, figures.vague), behind(pick({ ...figures.boundAfter }, figures.vague))],
    percent: [{ percent: '%' }, { percent: figures.percent ?? '', points: figures.percentagePoints ?? '' }],
  };
  // 两月 is no two months: what marks a month in a date counts none.
  const marks = sort === 'duration' ? new Set(figures.monthAfter?.split('|')) : undefined;
  const found = new Map<string, string[]>();
  for (const table of tables[sort]) {
    for (const [meaning, list] of Object.entries(table ?? {})) {
      const forms = list.split('|').filter((form) => form !== '' && !form.endsWith('*') && !marks?.has(form));
      found.set(meaning, [...(found.get(meaning) ?? []), ...forms]);
    }
  }
  return found;
}

const SIGNS: Forms = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** The bounds of which each has its contrary, without those that may go unsaid. */
function pick(forms: Forms, vague = ''): Forms {
  const unsaid = new Set(vague.split('|'));
  const said = (list = '') => list.split('|').filter((form) => !unsaid.has(form));
  return Object.fromEntries(Object.keys(OPPOSITE).map((key) => [key, said(forms[key]).join('|')]));
}

/** What stands behind a number stands for nothing before one: 以上, but 超过. */
function behind(forms: Forms): Forms {
  return Object.fromEntries(Object.entries(forms).map(([key, list]) => [key + BEHIND, list]));
}

const BEHIND = ' behind';

/** A word of a text and what is to stand in its place. */
export interface Exchange {
  readonly start: number;
  readonly end: number;
  readonly is: string;
}

/**
 * The longest word of the sort within `text`, and the word of another meaning that looks most like it (the same case and
 * number, the same abbreviation); `turn` chooses among meanings.
 */
export function exchange(text: string, locale: string, sort: Sort, turn: number): Exchange | undefined {
  const all = groupsOf(locale, sort);
  const there = standing(text, all);
  if (!there || (sort === 'scale' && isWithinWord(text, there))) return undefined;
  const others = contraryOf(there.meaning) ?? (COMMON[sort] ?? [...all.keys()]).filter((key) => key !== there.meaning);
  if (COMMON[sort] && sort !== 'scale' && !isCommonSort(sort, there.meaning)) return undefined;
  // libras are libras esterlinas.
  const isOther = (key: string) => sort !== 'currency' || !isOneCurrency(there.meaning, key);
  const meanings = others.filter((key) => (all.get(key)?.length ?? 0) > 0 && isOther(key));
  const meaning = meanings[turn % Math.max(1, meanings.length)] ?? '';
  const forms = (all.get(meaning) ?? []).filter((form) => !FORMAL.test(form) || FORMAL.test(there.form));
  const is = counted(text, locale, there, meaning) ?? nearest(there.form, forms);
  return is === undefined ? undefined : { ...there, is };
}

/** 十年, 百分点: a Han sign behind no numeral is the number itself or part of another word, and 万年 no slip of a scale. */
function isWithinWord(text: string, { start, form }: Standing): boolean {
  return /^\p{sc=Han}/u.test(form) && !/[\p{Nd}〇一二两三四五六七八九十百千万几数多余]/u.test(text.charAt(start - 1));
}

/** Digits of cheques, which no running text has. */
const FORMAL = /[佰仟拾]/;

/** A unit in the form that the digits before it want, as `Intl` writes it, where the word that stands there has it too. */
function counted(text: string, locale: string, { form }: Standing, meaning: string): string | undefined {
  const digits = /\d+(?=\D*$)/.exec(text)?.[0];
  if (digits === undefined || !UNITS.has(meaning)) return undefined;
  const as = (unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
      .formatToParts(Number(digits))
      .find(({ type }) => type === 'unit')?.value;
  return [...UNITS].some((unit) => as(unit) === form) ? as(meaning) : undefined;
}

/** Of those that are exchanged, what `Intl` knows. */
const UNITS = new Set([
  ...(COMMON.duration ?? []),
  'kilometer',
  'meter',
  'mile',
  'kilogram',
  'gram',
  'hectare',
  'liter',
]);

/** What says the contrary. */
const OPPOSITE: Readonly<Record<string, readonly string[]>> = {
  over: ['under'],
  under: ['over'],
  'at-least': ['at-most'],
  'at-most': ['at-least'],
};

function contraryOf(meaning: string): readonly string[] | undefined {
  if (!meaning.endsWith(BEHIND)) return OPPOSITE[meaning];
  return OPPOSITE[meaning.slice(0, -BEHIND.length)]?.map((contrary) => contrary + BEHIND);
}

/** A unit is exchanged for one of its own sort only: a year for a month, and not for a mile. */
function isCommonSort(sort: Sort, meaning: string): boolean {
  const durations = COMMON.duration ?? [];
  if (sort === 'measure') return !durations.includes(meaning);
  return sort === 'currency' || (COMMON[sort] ?? []).includes(meaning);
}

interface Standing {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly meaning: string;
}

function standing(text: string, all: Groups): Standing | undefined {
  const low = text.toLowerCase();
  let best: Standing | undefined;
  for (const [meaning, forms] of all) {
    for (const form of forms) {
      const start = form.length > (best?.form.length ?? 0) ? low.indexOf(form.toLowerCase()) : -1;
      if (start < 0 || !stands(text, start, start + form.length)) continue;
      best = { start, end: start + form.length, form: text.slice(start, start + form.length), meaning };
    }
  }
  return best;
}

/** Is it a whole word? Scripts that set no spaces part nothing. */
function stands(text: string, start: number, end: number): boolean {
  const parts = (a: string, b: string) => !/\p{L}/u.test(a) || !/\p{L}/u.test(b) || UNPARTED.test(a + b);
  return parts(text.charAt(start - 1), text.charAt(start)) && parts(text.charAt(end - 1), text.charAt(end));
}

const UNPARTED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** The form that ends most like another, and is of a length most like its own; a sign for a sign. */
function nearest(form: string, forms: readonly string[]): string | undefined {
  const isSign = (text: string) => !/\p{L}/u.test(text);
  const fit = forms.filter((other) => isSign(other) === isSign(form));
  const likeness = (other: string) =>
    2 * common(form.toLowerCase(), other.toLowerCase()) - Math.abs(other.length - form.length);
  return (fit.length > 0 ? fit : forms).toSorted((a, b) => likeness(b) - likeness(a))[0];
}

function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
