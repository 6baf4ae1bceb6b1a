import { type Beginning, type Lexeme, ROLES } from './lexeme.ts';

/** A word with one of these is a figure, or begins one, whatever stands behind. */
const ITSELF = [
  'plus',
  'number',
  'scale',
  'amount',
  'ordinal',
  'multiple',
  'counted',
  'soft',
  'month',
  'decade',
  'day',
  'halfYear',
  'hour',
  'again',
] as const satisfies readonly (keyof Lexeme)[];

/** … which a word with one of these may lead. */
const HEADS = [
  'before',
  'after',
  'from',
  'timesNeeds',
  'timesBefore',
  'leads',
  'minus',
  'ordinalBefore',
  'percentBefore',
] as const satisfies readonly (keyof Lexeme)[];

/** A word with one of these begins a figure only together with the next. */
const LEADS = [
  ...HEADS,
  'article',
  'quarter',
  'quarterBefore',
  'fiscal',
  'era',
  'yearBefore',
  'monthBefore',
  'dayBefore',
  'decadeBefore',
  'centuryBefore',
  'ancientBefore',
  'dayHalf',
  'clock',
  'lone',
  'inverts',
] as const satisfies readonly (keyof Lexeme)[];

/** A date may begin with a word that has one of these. */
const DATES = [
  'number',
  'month',
  'monthLead',
  'ordinal',
  'ordinalBefore',
  'scale',
  'decade',
  'day',
  'quarter',
  'quarterBefore',
  'halfYear',
  'fiscal',
  'era',
  'yearBefore',
  'monthBefore',
  'dayBefore',
  'decadeBefore',
  'centuryBefore',
  'ancientBefore',
] as const satisfies readonly (keyof Lexeme)[];

/** A word with one of these may make a date of the digits before it. */
const DATING = [
  'month',
  'dateJoin',
  'ordinalAfter',
  'yearAfter',
  'monthAfter',
  'dayAfter',
  'decadeAfter',
  'centuryAfter',
  'quarter',
] as const satisfies readonly (keyof Lexeme)[];

/** A word with one of these, or with a unit of a clock, may make a time of digits beside it. */
const TIMING = [
  'hourAfter',
  'dayHalf',
  'zone',
  'to',
  'fromTo',
  'conjunction',
  'and',
  'plus',
  'ordinalAfter',
  'timeLead',
  'clockLead',
] as const satisfies readonly (keyof Lexeme)[];
const CLOCKED: ReadonlySet<string> = new Set(['hour', 'minute']);

/** A word with one of these means it only beside some others, in some spelling, or whole. */
const DEPENDS = [
  'skip',
  'clock',
  'counted',
  'soft',
  'fractionBetween',
  'after',
  'plus',
  'minus',
  'unit',
  'times',
  'cased',
  'capitals',
] as const satisfies readonly (keyof Lexeme)[];

/** What most words are asked for, most often first: it lies together, and so is in the cache when the next one is asked. */
const OFTEN = [
  'direction',
  'number',
  'before',
  'after',
  'scale',
  'ordinal',
  'month',
  'plus',
  'skip',
  'ordinalAfter',
  'unit',
  'change',
  'than',
  'rate',
  'within',
  'per',
  'to',
  'and',
  'inside',
  'from',
  'classifier',
  'amount',
  'clock',
  'dayHalf',
  'group',
  'decade',
  'ordinalBefore',
  'leads',
  'or',
  'hour',
  'share',
  'currency',
  'conjunction',
  'minus',
  'again',
  'level',
  'day',
  'times',
] as const satisfies readonly (keyof Lexeme)[];

/** Every role that a word may have, and none said; what every token is asked for comes first. */
const SILENT: Lexeme = Object.fromEntries(
  ['begins', 'depends', 'dates', 'heads', 'dating', 'timing', ...OFTEN, ...ROLES].map((role) => [role, undefined]),
);

/** The one lexeme that says what `lexeme` says; `known` holds those that there are. */
export function steady(lexeme: Lexeme, known: Map<string, Lexeme>): Lexeme {
  let key = '';
  for (const role in lexeme) key += `,${role}${said(lexeme[role as keyof Lexeme])}`;
  const same = known.get(key);
  if (same) return same;
  const has = (role: keyof Lexeme) => lexeme[role] !== undefined;
  // Roles that are not said have their fields too, so that all lexemes have the same.
  const settled: Lexeme = { ...SILENT, ...lexeme };
  const begins = beginning(has);
  if (begins) settled.begins = begins;
  if (DEPENDS.some(has)) settled.depends = true;
  if (DATES.some(has)) settled.dates = true;
  if (HEADS.some(has) || has('to')) settled.heads = true;
  if (DATING.some(has)) settled.dating = true;
  if (TIMING.some(has) || CLOCKED.has(lexeme.unit ?? '')) settled.timing = true;
  known.set(key, settled);
  return settled;
}

function beginning(has: (role: keyof Lexeme) => boolean): Beginning | undefined {
  if (ITSELF.some(has)) return 'itself';
  if (LEADS.some(has)) return 'what follows';
  // Between two numbers a word begins none; but a dash before one may be a minus.
  return has('monthLead') ? 'a month' : has('to') ? 'a dash' : undefined;
}

function said(value: Lexeme[keyof Lexeme]): string {
  return typeof value === 'object' ? `${value.n}/${value.d}` : `=${value}`;
}

/** What is no word: digits, and what only parts its neighbours. */
export const NONE = steady({}, new Map());
/** The full stop of an ordinal. */
export const ORDINAL_POINT = steady({ ordinalAfter: true }, new Map());
