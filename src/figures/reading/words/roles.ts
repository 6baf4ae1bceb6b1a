/** What the fields of a language’s words mean to the reader: see `FigureWords`. */
import type { FigureWords } from '../../../locales/words.ts';
import type { Bound } from '../../../model.ts';
import { parseExact } from '../../value.ts';
import type { Lexeme, Role } from './lexeme.ts';
import { rolesWith } from './traits.ts';

/** Roles that a language's file lists words for, under the role's name or that of `PLURAL`. */
export const FLAGS = rolesWith('listed');

/** Where the field is named in the plural and the role in the singular. */
export const PLURAL: Readonly<Partial<Record<Role, keyof FigureWords>>> = {
  plural: 'plurals',
  article: 'articles',
  endArticle: 'endArticles',
  classifier: 'classifiers',
  label: 'labels',
  filler: 'fillers',
  prefix: 'prefixes',
  negation: 'negations',
  comparative: 'comparatives',
  condition: 'conditions',
  homograph: 'homographs',
  conjunction: 'conjunctions',
  afterthought: 'afterthoughts',
};

/** Lists of words with one role each that is more than a flag. */
export const LISTS: Readonly<Partial<Record<keyof FigureWords, Lexeme>>> = {
  currencyBefore: { leads: true },
  percent: { share: 'percent' },
  permille: { share: 'permille' },
  percentagePoints: { share: 'points' },
  basisPoints: { share: 'basis' },
  tenths: { share: 'tenths' },
  up: { direction: 'up' },
  down: { direction: 'down' },
  moreBehind: { change: 'up' },
  lessBehind: { change: 'down' },
  moreBefore: { changeBefore: 'up' },
  lessBefore: { changeBefore: 'down' },
  moreThan: { than: 'over' },
  lessThan: { than: 'under' },
  withinBefore: { within: 'before' },
  withinAfter: { within: 'behind' },
  reaching: { reach: 4 },
  verbs: { homograph: true, verb: true },
};

/** Tables of words: what a key means. */
export const TABLES: Readonly<Partial<Record<keyof FigureWords, (key: string) => Lexeme>>> = {
  numbers: (key) => ({ number: Number(key) }),
  scales: (key) => ({ scale: Number(key) }),
  ordinals: (key) => ({ ordinal: parseExact(key) }),
  amounts: (key) => ({ amount: parseExact(key) }),
  plus: (key) => ({ plus: parseExact(key) }),
  fractions: (key) => ({ fraction: Number(key) }),
  groups: (key) => ({ group: Number(key) }),
  multiples: (key) => ({
    multiple: parseExact(key.replace('+', '')),
    ...(key.endsWith('+') && { inside: 'over' as const }),
  }),
  counted: (key) => ({ counted: key }),
  currencies: (key) => ({ currency: key }),
  subunits: subunitRole,
  rates: (key) => ({ rate: key }),
  units: unitRole,
  degreesBefore: (key) => ({ degrees: key }),
  boundBefore: (key) => ({ before: key as Bound }),
  boundAfter: (key) => ({ after: key as Bound }),
  boundInside: (key) => ({ inside: key as Bound }),
  soft: softRole,
  months: (key) => ({ month: Number(key) }),
  monthAdjectives: (key) => ({ monthOf: Number(key) }),
  halfYears: (key) => ({ halfYear: key }),
  dayHalves: (key) => ({ dayHalf: Number(key) }),
  clockHalves: (key) => ({ clockDay: Number(key) }),
  hours: (key) => ({
    hour: key.replace(/[?~]/, ''),
    ...(key.endsWith('?') && { byName: true as const }),
    ...(key.endsWith('~') && { hourOpen: true as const }),
  }),
  clock: clockRole,
  decades: (key) => ({ decade: Number(key) }),
  days: (key) => ({ day: key.replace('?', ''), ...(key.endsWith('?') && { byName: true as const }) }),
};

/** `30!` leads to an hour whatever follows, `-10.` only where nothing does, `-10?` where the half of the day does. */
function clockRole(key: string): Lexeme {
  const clock = Number(key.replace(/[!?.]$/, ''));
  if (key.endsWith('?')) return { clock, clockHalf: true };
  if (key.endsWith('.')) return { clock, clockEnds: true };
  return key.endsWith('!') ? { clock, clockOnly: true } : { clock };
}

/** `7=4`: best of seven, where others say that four are to be won. */
function softRole(key: string): Lexeme {
  const [value = '', also] = key.split('=');
  return also ? { soft: parseExact(value), also } : { soft: parseExact(value) };
}

/** Hundredths, or what stands behind `*`: 角 is a tenth. */
function subunitRole(key: string): Lexeme {
  const [code = '', factor] = key.split('*');
  return factor ? { subunit: code, factor: parseExact(factor) } : { subunit: code };
}

/** Decades and centuries are years; 华里 is half a kilometre; 分半钟 are minutes and a half. */
function unitRole(key: string): Lexeme {
  const [name = key, plus] = key.split('+');
  if (plus) return { unit: name, unitPlus: parseExact(plus) };
  const [unit = key, factor] = key.split('*');
  if (unit === 'decade') return { unit: 'year', factor: parseExact('10') };
  if (unit === 'century') return { unit: 'year', factor: parseExact('100') };
  return factor ? { unit, factor: parseExact(factor) } : { unit };
}

export function stemRole(meaning: string): Lexeme {
  const [role = '', value = ''] = meaning.split(':');
  if (role === 'unit') return unitRole(value);
  if (role === 'scale') return { scale: Number(value), solo: true };
  if (role === 'currency') return { currency: value };
  if (role === 'subunit') return subunitRole(value);
  if (role === 'percent') return { share: 'percent' };
  if (role === 'times') return { times: true };
  if (role === 'naming') return { naming: true };
  return { ordinalAfter: true };
}
