import type { Lexeme } from './lexeme.ts';
import { rolesWith, TRAITS } from './traits.ts';

const BEGINS = rolesWith('itself');
const LEADS = rolesWith('lead', 'head');
const HEADS = [...rolesWith('head'), 'to'] as const;
const DATES = rolesWith('date');
const DATING = rolesWith('dating');
const TIMING = rolesWith('timing');
const DEPENDS = rolesWith('depends');

/** Units that a clock shows. */
const CLOCKED: ReadonlySet<string> = new Set(['hour', 'minute']);

/** Every role that a word may have, and none said; what every token is asked for comes first. */
const SILENT: Lexeme = Object.fromEntries(
  ['begins', 'depends', 'dates', 'heads', 'dating', 'timing', ...Object.keys(TRAITS)].map((role) => [role, undefined]),
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
  if (HEADS.some(has)) settled.heads = true;
  if (DATING.some(has)) settled.dating = true;
  if (TIMING.some(has) || CLOCKED.has(lexeme.unit ?? '')) settled.timing = true;
  known.set(key, settled);
  return settled;
}

function beginning(has: (role: keyof Lexeme) => boolean): Lexeme['begins'] {
  if (BEGINS.some(has)) return 'itself';
  if (LEADS.some(has)) return 'what follows';
  // Between two numbers a word begins none; but a dash before one may be a minus.
  return has('monthLead') ? 'a month' : has('to') ? 'a dash' : undefined;
}

function said(value: Lexeme[keyof Lexeme]): string {
  return typeof value === 'object' ? `${value.n}/${value.d}` : `=${value}`;
}

/** What is no word: digits, and what only parts its neighbours. */
export const NONE = steady({}, new Map());
/** What is no more than a "not": no one. */
export const NEGATION = steady({ negation: true }, new Map());
/** The full stop of an ordinal. */
export const ORDINAL_POINT = steady({ ordinalAfter: true }, new Map());
