import { cldrTable, language } from '../locales/index.ts';
import type { CldrTable, FigureWords, Forms, List } from '../locales/language.ts';
import type { Bound } from '../model.ts';
import { type Exact, parseExact } from './value.ts';

/** What a word or sign can mean. One form may play several roles; its neighbours decide. */
export interface Lexeme {
  number?: number;
  scale?: number;
  solo?: true;
  article?: true;
  and?: true;
  point?: true;
  amount?: Exact;
  plus?: Exact;
  fraction?: number;
  fractionBetween?: true;
  outOf?: true;
  of?: true;
  group?: number;
  ordinal?: Exact;
  ordinalBefore?: true;
  ordinalAfter?: true;
  currency?: string;
  subunit?: string;
  unit?: string;
  factor?: Exact;
  share?: 'percent' | 'permille' | 'tenths' | 'points' | 'basis';
  percentBefore?: true;
  before?: Bound;
  after?: Bound;
  inside?: Bound;
  from?: true;
  to?: true;
  fromTo?: true;
  minus?: true;
  direction?: 'up' | 'down';
  times?: true;
  timesNeeds?: true;
  multiple?: Exact;
  month?: number;
  yearAfter?: true;
  monthAfter?: true;
  dayAfter?: true;
  decadeAfter?: true;
  centuryAfter?: true;
  quarter?: true;
  halfYear?: string;
  dateJoin?: true;
  monthLead?: true;
  fiscal?: true;
  hourAfter?: true;
  minuteAfter?: true;
  dayHalf?: number;
  classifier?: true;
  label?: true;
  filler?: true;
  /** How many unknown characters may stand between it and its number. */
  reach?: number;
  /** A currency that may stand before its number. */
  leads?: true;
  skip?: string;
  soft?: Exact;
  cased?: true;
  /** Counts only in capitals: ALL is a currency, all is not. */
  capitals?: true;
  prefix?: true;
}

export interface Node {
  next?: Map<number, Node>;
  lexeme?: Lexeme;
}

/** The words of one locale as tries over folded characters, and its number signs. */
export interface Lexicon {
  readonly words: Node;
  /** First parts of fused compounds, and second parts: двух + недельн… */
  readonly combining: Node;
  readonly stems: Node;
  readonly decimal: string;
  readonly group: string;
  readonly bareYears: boolean;
  /** Is a marker of multiples one only behind a word of its own (в … раз)? */
  readonly timesNeed: boolean;
  readonly monthNeedsLead: boolean;
  readonly numericDate: 'dmy' | 'mdy' | 'ymd';
}

const lexicons = new Map<string, Lexicon>();

/** The lexicon of a locale, built at first use. */
export function lexicon(locale: string): Lexicon {
  const known = lexicons.get(locale);
  if (known) return known;
  const built = build(language(locale).figures, cldrTable(locale), locale);
  lexicons.set(locale, built);
  return built;
}

/** Lower case, е for ё, ASCII for full-width forms, one space for every kind of it; the length never changes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, (c) => foldOne(c)).join('');
  return same.replace(FOLDED, (c) => FOLD_TO.get(c) ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const FOLDED = /[ё\s\u2010\u2011\u2212\ufe63’\uff01-\uff5e]/g;
const FOLD_TO = new Map<string, string>([
  ['ё', 'е'],
  ...[...'\u2010\u2011\u2212\ufe63'].map((c): [string, string] => [c, '-']),
  ...[
    ...'\t\n\r\v\f \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\ufeff',
  ].map((c): [string, string] => [c, ' ']),
  ['’', "'"],
]);

function foldOne(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

function build(words: FigureWords, cldr: CldrTable, locale: string): Lexicon {
  const lexicon: Lexicon = {
    words: {},
    combining: {},
    stems: {},
    decimal: cldr.decimal,
    group: cldr.group,
    bareYears: words.bareYears ?? !words.yearAfter,
    timesNeed: words.timesNeeds !== undefined,
    monthNeedsLead: words.monthLead !== undefined,
    numericDate: words.numericDate ?? numericDate(locale),
  };
  const put: Put = (forms, role) => addList(lexicon.words, forms, role);
  const table: PutTable = (forms, role) => {
    for (const [key, list] of Object.entries(forms ?? {})) put(list, role(key));
  };
  // The language's own file comes first, so that it decides; of CLDR's forms it may leave some out.
  addNumbers(words, table, put);
  addMeasures(words, table, put);
  addBounds(words, table, put);
  addDates(words, table, put);
  addCldr(without(cldr, split(words.not)), table, put);
  for (const [value, list] of Object.entries(words.combining ?? {})) {
    addList(lexicon.combining, list, { number: Number(value) });
  }
  for (const [meaning, list] of Object.entries(words.stems ?? {})) {
    addList(lexicon.stems, list, stemRole(meaning));
  }
  for (const form of split(words.cased)) addForm(lexicon.words, fold(form), { cased: true });
  return lexicon;
}

type Put = (forms: List | undefined, role: Lexeme) => void;
type PutTable = (forms: Forms | undefined, role: (key: string) => Lexeme) => void;

function addCldr(cldr: Pick<CldrTable, Tables>, table: PutTable, put: Put): void {
  table(cldr.numbers, (key) => ({ number: Number(key) }));
  table(cldr.scales, (key) => ({ scale: Number(key) }));
  table(cldr.ordinals, (key) => ({ ordinal: parseExact(key) }));
  table(cldr.currencies, (key) => ({ currency: key }));
  for (const code of Object.keys(cldr.currencies)) put(code, { currency: code, capitals: true, leads: true });
  table(cldr.units, unitRole);
  table(cldr.months, (key) => ({ month: Number(key) }));
}

type Tables = 'numbers' | 'scales' | 'ordinals' | 'currencies' | 'units' | 'months';

function without(cldr: CldrTable, unused: readonly string[]): Pick<CldrTable, Tables> {
  const left = (forms: Forms): Forms =>
    Object.fromEntries(
      Object.entries(forms).map(([key, list]) => [
        key,
        split(list)
          .filter((form) => !unused.includes(form))
          .join('|'),
      ]),
    );
  const { numbers, scales, ordinals, currencies, units, months } = cldr;
  return {
    numbers: left(numbers),
    scales: left(scales),
    ordinals: left(ordinals),
    currencies: left(currencies),
    units: left(units),
    months: left(months),
  };
}

function addNumbers(words: FigureWords, table: PutTable, put: Put): void {
  table(words.numbers, (key) => ({ number: Number(key) }));
  table(words.scales, (key) => ({ scale: Number(key) }));
  table(words.ordinals, (key) => ({ ordinal: parseExact(key) }));
  table(words.amounts, (key) => ({ amount: parseExact(key) }));
  table(words.plus, (key) => ({ plus: parseExact(key) }));
  table(words.fractions, (key) => ({ fraction: Number(key) }));
  table(words.groups, (key) => ({ group: Number(key) }));
  table(words.multiples, (key) => ({ multiple: parseExact(key) }));
  put(words.solo, { solo: true });
  put(words.articles, { article: true });
  put(words.and, { and: true });
  put(words.point, { point: true });
  put(words.fractionBetween, { fractionBetween: true });
  put(words.outOf, { outOf: true });
  put(words.of, { of: true });
  put(words.ordinalBefore, { ordinalBefore: true });
  put(words.ordinalAfter, { ordinalAfter: true });
  put(words.times, { times: true });
  put(words.timesNeeds, { timesNeeds: true });
}

function addMeasures(words: FigureWords, table: PutTable, put: Put): void {
  table(words.currencies, (key) => ({ currency: key }));
  put(words.currencyBefore, { leads: true });
  table(words.subunits, (key) => ({ subunit: key }));
  table(words.units, unitRole);
  put(words.percent, { share: 'percent' });
  put('%|٪|﹪', { share: 'percent' });
  put(words.permille, { share: 'permille' });
  put('‰', { share: 'permille' });
  put(words.percentagePoints, { share: 'points' });
  put(words.basisPoints, { share: 'basis' });
  put(words.tenths, { share: 'tenths' });
  put(words.percentBefore, { percentBefore: true });
}

/** Decades and centuries are years; 华里 is half a kilometre. */
function unitRole(key: string): Lexeme {
  const [unit = key, factor] = key.split('*');
  if (unit === 'decade') return { unit: 'year', factor: parseExact('10') };
  if (unit === 'century') return { unit: 'year', factor: parseExact('100') };
  return factor ? { unit, factor: parseExact(factor) } : { unit };
}

function addBounds(words: FigureWords, table: PutTable, put: Put): void {
  table(words.boundBefore as Forms | undefined, (key) => ({ before: key as Bound }));
  table(words.boundAfter as Forms | undefined, (key) => ({ after: key as Bound }));
  table(words.boundInside as Forms | undefined, (key) => ({ inside: key as Bound }));
  put('>', { before: 'over' });
  put('<', { before: 'under' });
  put('≥|>=', { before: 'at-least' });
  put('≤|<=', { before: 'at-most' });
  put('≈|~|∼', { before: 'about' });
  put(words.from, { from: true });
  put(words.to, { to: true });
  put(words.fromTo, { fromTo: true });
  put('–|—|~|～|∼', { to: true });
  put(words.minus, { minus: true });
  put(words.up, { direction: 'up' });
  put(words.down, { direction: 'down' });
  put(words.classifiers, { classifier: true });
  put(words.labels, { label: true });
  put(words.fillers, { filler: true });
  put(words.reaching, { reach: 4 });
  put(words.prefixes, { prefix: true });
  for (const entry of split(words.skip)) {
    const [phrase = '', unless = ''] = entry.split('!');
    put(phrase, { skip: unless });
  }
  table(words.soft, (key) => ({ soft: parseExact(key) }));
}

function addDates(words: FigureWords, table: PutTable, put: Put): void {
  table(words.months, (key) => ({ month: Number(key) }));
  put(words.yearAfter, { yearAfter: true });
  put(words.monthAfter, { monthAfter: true });
  put(words.dayAfter, { dayAfter: true });
  put(words.decadeAfter, { decadeAfter: true });
  put(words.centuryAfter, { centuryAfter: true });
  put(words.quarter, { quarter: true });
  table(words.halfYears, (key) => ({ halfYear: key }));
  put(words.dateJoin, { dateJoin: true });
  put(words.monthLead, { monthLead: true });
  put(words.fiscal, { fiscal: true });
  put(words.hourAfter, { hourAfter: true });
  put(words.minuteAfter, { minuteAfter: true });
  table(words.dayHalves, (key) => ({ dayHalf: Number(key) }));
}

function stemRole(meaning: string): Lexeme {
  const [role = '', value = ''] = meaning.split(':');
  if (role === 'unit') return unitRole(value);
  if (role === 'scale') return { scale: Number(value), solo: true };
  if (role === 'percent') return { share: 'percent' };
  if (role === 'times') return { times: true };
  return { ordinalAfter: true };
}

function split(list: List | undefined): readonly string[] {
  return list ? list.split('|') : [];
}

function addList(root: Node, list: List | undefined, role: Lexeme): void {
  for (const form of split(list)) {
    addForm(root, fold(form), role.currency && CURRENCY_SIGN.test(form) ? { ...role, leads: true } : role);
  }
}

const CURRENCY_SIGN = /\p{Sc}/u;

/** The first table to know a form in a role decides; other roles join it. */
function addForm(root: Node, form: string, role: Lexeme): void {
  let node = root;
  for (let i = 0; i < form.length; i += 1) {
    const code = form.charCodeAt(i);
    node.next ??= new Map();
    let child = node.next.get(code);
    if (!child) {
      child = {};
      node.next.set(code, child);
    }
    node = child;
  }
  node.lexeme = { ...role, ...node.lexeme };
}

/** Order of day, month and year as `Intl` writes a numeric date of the locale. */
function numericDate(locale: string): 'dmy' | 'mdy' | 'ymd' {
  const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory' }).formatToParts(new Date(0));
  const order = parts.map((part) => part.type[0]).filter((c) => c === 'd' || c === 'm' || c === 'y');
  const found = order.join('');
  return found === 'mdy' || found === 'ymd' ? found : 'dmy';
}
