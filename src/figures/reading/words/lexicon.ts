import { cldrTable, language } from '../../../locales/index.ts';
import type { CldrTable, Language } from '../../../locales/language.ts';
import type { FigureWords, Forms, List } from '../../../locales/words.ts';
import { fold } from '../../fold.ts';
import { exact, parseExact } from '../../value.ts';
import type { Lexeme } from './lexeme.ts';
import { FLAGS, LISTS, PLURAL, stemRole, TABLES } from './roles.ts';
import { type Things, thingsOf } from './things.ts';
import { type Meaning, type Trie, Vocabulary } from './trie.ts';

/** The words of one locale as tries over folded characters, and its number signs. */
export interface Lexicon {
  readonly words: Trie;
  /** First parts of fused compounds, and second parts: двух + недельн… */
  readonly combining: Trie;
  readonly stems: Trie;
  /** Particles glued before a word or number: و, ב. The shortest first: ולפחות is "and at least", no ול and פחות. */
  readonly proclitics: readonly string[];
  /** Endings that a word or number may take without another meaning: 2022'de. */
  readonly endings: ReadonlySet<string>;
  /** Do ages go without a unit behind names and words for them: Nuala Brady, 71, aged 71? */
  readonly ages: boolean;
  /** See `FigureWords`. */
  readonly particles: readonly string[];
  readonly fromAfter: readonly string[];
  readonly toAfter: readonly string[];
  readonly byAfter: readonly string[];
  readonly hourEndings: readonly string[];
  /** Endings that say from where, where to or when: nothing more of a number follows them. */
  readonly closing: readonly string[];
  readonly halvesLead: boolean;
  readonly upTo: readonly string[];
  /** See `FigureWords`. */
  readonly modifiers: readonly string[];
  readonly foreign: readonly string[];
  readonly negating: readonly string[];
  /** Is half an hour said before the hour that it leads to: halb fünf? */
  readonly halfLeads: boolean;
  /** Are hours said as ordinals: o ósmej? */
  readonly ordinalHours: boolean;
  /** … and only behind a word that leads to a time. */
  readonly hoursLed: boolean;
  /** May only some classifiers stand before a unit: 三十个月, but 60份米? */
  readonly unitsCounted: boolean;
  /** "And" between the two last of a list. */
  readonly conjunction: string;
  readonly decimal: string;
  readonly group: string;
  /** Signs that writers use beside the locale's own; see `FigureWords`. */
  readonly alsoDecimal: string;
  readonly alsoGroup: string;
  /** Numbers are written as one word. */
  readonly fused: boolean;
  /** 三万五 is 35,000. */
  readonly shortens: boolean;
  /** A smaller part of a number may stand behind an "and": ۲ هزار و ۵۰۰. */
  readonly joinsRest: boolean;
  /** Tens and units are joined by a word as well: treinta y uno. */
  readonly joinsTens: boolean;
  readonly bareYears: boolean;
  /** Are the plurals of its scales listed? */
  readonly plurals: boolean;
  /** Years are said in halves and days by their ordinals: nineteen eighty-four, March first. */
  readonly pairedYears: boolean;
  /** Years that the calendar in use is ahead of the common era, 0 for most. */
  readonly yearShift: number;
  /** Are the parts of a date led or followed by words of their own? */
  readonly ledDates: boolean;
  /** Words before an ordinal whose full stop a capital may follow; none where a full stop makes no ordinal. */
  readonly ordinalPoint: ReadonlySet<string> | undefined;
  /** The day of a month, as an ordinal in digits, before the month and behind it: the 15th of …, … 1st. */
  readonly ordinalDay: { readonly before: RegExp; readonly behind: RegExp };
  /** Is the language written from right to left? */
  readonly rightToLeft: boolean;
  /** Is a marker of multiples one only behind a word of its own (в … раз)? */
  readonly timesNeed: boolean;
  /** Does a multiple behind a word of rise count what is added? */
  readonly timesAdd: boolean;
  readonly timesWhole: readonly string[];
  /** Is an hour that runs said by its ordinal: в третьем часу? */
  readonly hoursRun: boolean;
  /** Do ordinals stand behind what they count (الدقيقة التاسعة)? */
  readonly ordinalsFollow: boolean;
  /** Are there words for the second half of a match, or for what is left of it? */
  readonly halves: boolean;
  readonly matchLeft: readonly string[];
  /** Behind these, a numeral that is a verb elsewhere is none. */
  readonly verbless: readonly string[];
  readonly spanBehind: readonly string[];
  /** See `FigureWords`. */
  readonly ratio: string | undefined;
  readonly partsBeyond: string | undefined;
  readonly partsShort: string | undefined;
  readonly even: string | undefined;
  readonly genitive: string | undefined;
  readonly standards: readonly string[];
  readonly equals: readonly string[];
  readonly dayJoin: readonly string[];
  readonly governing: readonly string[];
  readonly kin: readonly string[];
  readonly kinCounted: readonly string[];
  readonly parBehind: readonly string[];
  readonly uncounted: ReadonlySet<string>;
  readonly things: Things;
  readonly points: ReadonlySet<string>;
  readonly across: ReadonlySet<string>;
  readonly monthNeedsLead: boolean;
  /** May the verb of a clause stand at its end, behind its figures? */
  readonly verbLast: boolean;
  /** Do rates stand before their figures (每小时450个)? */
  readonly ratesLead: boolean;
  readonly numericDate: 'dmy' | 'mdy' | 'ymd';
  /** Are nouns written with a capital, so that a numeral with one is a noun: die Elf? */
  readonly capitalNouns: boolean;
  /** Does a full stop stand behind the day of a date: 1. Juni? */
  readonly dayPoint: boolean;
  /** Does a day stand before the name of its month? */
  readonly dayFirst: boolean;
}

const lexicons = new Map<string, Lexicon>();

/** The lexicon of a locale, built at first use. */
export function lexicon(locale: string): Lexicon {
  const known = lexicons.get(locale);
  if (known) return known;
  const built = build(language(locale), cldrTable(locale));
  lexicons.set(locale, built);
  return built;
}

function build({ figures: words, typography }: Language, cldr: CldrTable): Lexicon {
  return {
    ...triesOf(words, cldr),
    proclitics: split(words.proclitics)
      .map(fold)
      .sort((a, b) => a.length - b.length),
    endings: new Set(split(words.endings).map(fold)),
    ages: words.agesBefore !== undefined,
    particles: split(words.particles).map(fold),
    fromAfter: split(words.fromAfter).map(fold),
    toAfter: split(words.toAfter).map(fold),
    byAfter: split(words.byAfter).map(fold),
    hourEndings: split(words.hourEndings).map(fold),
    closing: words.endings
      ? [words.fromAfter, words.toAfter, words.hourEndings, words.closing].flatMap(split).map(fold)
      : [],
    halvesLead: words.halvesLead === true,
    upTo: split(words.upTo).map(fold),
    modifiers: split(words.modifiers).map(fold),
    foreign: split(words.foreign).map(fold),
    negating: split(words.negating).map(fold),
    halfLeads: Object.keys(words.clock ?? {}).some((minutes) => minutes.startsWith('-30')),
    ordinalHours: words.ordinalHours === true,
    hoursLed: words.hoursLed === true,
    unitsCounted: words.ofUnits !== undefined,
    conjunction: fold(cldr.conjunction),
    decimal: cldr.decimal,
    group: cldr.group,
    alsoDecimal: words.alsoDecimal ?? '',
    alsoGroup: words.alsoGroup ?? '',
    fused: cldr.fused === true,
    shortens: words.shortens === true,
    joinsRest: words.joinsRest === true,
    joinsTens: cldr.and !== undefined,
    pairedYears: words.pairedYears === true,
    plurals: words.plurals !== undefined,
    bareYears: words.bareYears ?? !words.yearAfter,
    yearShift: words.yearShift ?? 0,
    ledDates: words.ledDates ?? Boolean(words.yearBefore ?? words.monthBefore ?? words.dayBefore),
    ordinalPoint: words.ordinalPoint === undefined ? undefined : new Set(split(words.ordinalPoint).map(fold)),
    ordinalDay: ordinalDay(words),
    rightToLeft: cldr.rightToLeft === true,
    timesNeed: words.timesNeeds !== undefined,
    timesAdd: words.timesAdd === true,
    hoursRun: words.hourRunning !== undefined,
    ordinalsFollow: words.ordinalsFollow === true,
    halves: (words.secondHalf ?? words.stoppage ?? words.matchLeft) !== undefined,
    spanBehind: split(words.spanBehind).map(fold),
    matchLeft: split(words.matchLeft).map(fold),
    verbless: split(words.verbless).map(fold),
    timesWhole: split(words.timesWhole).map(fold),
    ratio: words.ratio,
    partsBeyond: words.partsBeyond,
    partsShort: words.partsShort,
    even: words.even,
    genitive: words.genitive,
    standards: split(words.standards).map(fold),
    equals: split(words.equals).map(fold),
    dayJoin: split(words.dayJoin).map(fold),
    governing: split(words.governing).map(fold),
    kin: split(words.kin).map(fold),
    kinCounted: split(words.kinCounted).map(fold),
    parBehind: split(words.parBehind).map(fold),
    uncounted: new Set(split(words.uncounted).map(fold)),
    things: thingsOf(words),
    points: new Set(split(words.points).map(fold)),
    across: new Set(split(words.across).map(fold)),
    monthNeedsLead: words.monthLead !== undefined && words.bareMonths !== true,
    verbLast: words.verbLast === true,
    ratesLead: words.reorders === true,
    capitalNouns: typography.hyphenation?.capitalNouns === true,
    numericDate: numericDate(cldr),
    dayFirst: cldr.dayFirst === true,
    dayPoint: cldr.dayPoint === true,
  };
}

/** Its words, and the parts of its compounds. */
function triesOf(words: FigureWords, cldr: CldrTable): Pick<Lexicon, 'words' | 'combining' | 'stems'> {
  const [all, combining, stems] = [new Vocabulary(), new Vocabulary(), new Vocabulary()];
  // The language's own file comes first, so that it decides; of CLDR's forms it may leave some out.
  addWords(all, words);
  addSigns(all, cldr.percentLeads === true);
  addCldr(all, cldr, new Set(split(words.not)));
  if (words.also) addOwn(all.inOtherLetters(), language(words.also).figures, cldrTable(words.also));
  addList(all, cldr.solo, { solo: true });
  addList(all, cldr.and, { and: true });
  for (const [value, list] of Object.entries(words.combining ?? {})) {
    addList(combining, list, value.includes('/') ? { amount: parseExact(value) } : { number: Number(value) });
  }
  for (const [meaning, list] of Object.entries(words.stems ?? {})) {
    addList(stems, list, stemRole(meaning));
  }
  for (const [name, era] of Object.entries(cldr.eras ?? {})) addList(all, name, { era });
  addList(all, cldr.conjunction, { conjunction: true });
  addList(all, cldr.disjunction, { or: true });
  for (const form of split(words.cased)) addForm(all, fold(form), { cased: true });
  for (const form of split(words.lowerCase)) addForm(all, fold(form), { lowerCase: true });
  for (const form of split(words.currencyBefore)) if (/\p{Ll}/u.test(form)) addForm(all, fold(form), { mixed: true });
  const known = new Map<string, Lexeme>();
  return { words: all.settled(known), combining: combining.settled(known), stems: stems.settled(known) };
}

/** What a language's file and CLDR say, without what every language reads. */
function addOwn(root: Vocabulary, words: FigureWords, cldr: CldrTable): void {
  addWords(root, words);
  addCldr(root, cldr, new Set(split(words.not)));
}

function addWords(root: Vocabulary, words: FigureWords): void {
  const tables = { ...words, scales: simpleScales(words.scales ?? {}, split(words.solo)) };
  for (const [field, role] of entries(TABLES)) addTable(root, tables[field] as Forms | undefined, role);
  for (const [field, role] of entries(LISTS)) addList(root, words[field] as List | undefined, role);
  for (const flag of FLAGS) addList(root, words[PLURAL[flag] ?? (flag as keyof FigureWords)] as List, { [flag]: true });
  addList(root, words.edges, { skip: '', edge: true });
  for (const entry of split(words.skip)) {
    const [phrase = '', unless = ''] = entry.split('!');
    addList(root, phrase, { skip: unless });
  }
}

/** Without হাজার কোটি, which is read by its parts, so that ৭ লাখ ৩০ হাজার কোটি is one number; mil millones needs none before. */
function simpleScales(scales: Forms, solo: readonly string[]): Forms {
  const powers = new Map(Object.entries(scales).flatMap(([power, list]) => split(list).map((form) => [form, power])));
  const isComposed = (form: string, power: string) => {
    const parts = form.split(' ').map((part) => Number(powers.get(part) ?? 0));
    return (
      !solo.includes(form) &&
      parts.length > 1 &&
      parts.every((part) => part > 0) &&
      parts.reduce((a, b) => a + b) === Number(power)
    );
  };
  return Object.fromEntries(
    Object.entries(scales).map(([power, list]) => [
      power,
      split(list)
        .filter((form) => !isComposed(form, power))
        .join('|'),
    ]),
  );
}

/** Signs that every language reads. */
function addSigns(root: Vocabulary, percentLeads: boolean): void {
  addList(root, '%|٪|﹪', percentLeads ? { share: 'percent', percentBefore: true } : { share: 'percent' });
  addList(root, '‰', { share: 'permille' });
  for (const sign of '½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞') {
    const part = parseExact(sign.normalize('NFKC').replace('⁄', '/'));
    addList(root, sign, { amount: part, plus: part });
  }
  for (const [code, signs] of Object.entries(SIGNS)) addList(root, signs, { currency: code, leads: true });
  addList(root, '>', { before: 'over' });
  addList(root, '<', { before: 'under' });
  addList(root, '≥|>=', { before: 'at-least' });
  addList(root, '≤|<=', { before: 'at-most' });
  addList(root, '≈|~|∼', { before: 'about' });
  addList(root, '–|—|~|～|∼', { to: true });
  addList(root, '-', { minus: true });
  addList(root, '°C|℃|Celsius', { unit: 'celsius' });
  addList(root, '°F|℉|Fahrenheit', { unit: 'fahrenheit' });
  addList(root, 'GMT|UTC', { zone: true });
  addList(root, '#', { numbered: true });
  addList(root, '+', { inside: 'over' });
  for (const name of NAMES) addList(root, name, { label: true });
  // Teams by age: U21, the U18s.
  for (let age = 10; age <= 23; age += 1) addList(root, `U${age}|U-${age}|U${age}s|U-${age}s`, { soft: exact(age) });
  addList(root, '7-Eleven|P5+1', { skip: '' });
  // The climate summits: COP28 is no money of Colombia's.
  for (let summit = 1; summit <= 40; summit += 1) addList(root, `COP${summit}`, { skip: '' });
  // 4x, 10×
  addList(root, 'x|×', { times: true, glued: true });
}

/** Currencies whose sign says which dollar or real it is. */
const SIGNS: Forms = {
  USD: 'US$',
  CAD: 'C$|CA$|$CA|$C',
  AUD: 'A$|AU$',
  NZD: 'NZ$',
  HKD: 'HK$',
  SGD: 'S$',
  TWD: 'NT$',
  MXN: 'MX$',
  BRL: 'R$',
};

/** What is numbered all over the world and written in Latin letters: standards and products. */
const NAMES = [
  'ISO',
  'IEC',
  'IEEE',
  'RFC',
  'DIN',
  'Windows',
  'iPhone',
  'iPad',
  'Android',
  'PlayStation',
  'Xbox',
  'Boeing',
  'Airbus',
];

const CLDR_TABLES = ['numbers', 'scales', 'ordinals', 'currencies', 'units', 'months'] as const;

/** CLDR's tables, without the forms that the language does not use in that sense. */
function addCldr(root: Vocabulary, cldr: CldrTable, unused: ReadonlySet<string>): void {
  for (const field of CLDR_TABLES) {
    const role = TABLES[field];
    if (role) addTable(root, unused.size === 0 ? cldr[field] : without(cldr[field], unused), role);
  }
  for (const list of Object.values(cldr.months)) for (const form of shortIn(split(list))) markBrief(root, form);
  for (const code of Object.keys(cldr.currencies)) {
    // "eur" is a word of its own in some languages and counts in small letters too.
    const isWord = root.find(fold(code))?.lexeme?.currency === code;
    addList(root, code, { currency: code, leads: true, ...(isWord ? {} : { capitals: true }) });
  }
}

function without(forms: Forms, unused: ReadonlySet<string>): Forms {
  const left: Record<string, string> = {};
  for (const key in forms) {
    const used = split(forms[key]).filter((form) => !unused.has(form));
    if (used.length > 0) left[key] = used.join('|');
  }
  return left;
}

/** Of the names of a month, those that are no more than the start of another: jan, лист. */
function shortIn(forms: readonly string[]): readonly string[] {
  const isStart = (form: string, other: string) =>
    other.startsWith(form) && other.length - form.length >= (form.length < 4 ? 1 : 2);
  return forms.filter((form) => forms.some((other) => other !== form && isStart(form, other)));
}

/** What has another meaning too keeps both. */
function markBrief(root: Vocabulary, form: string): void {
  const known = root.find(fold(form))?.lexeme;
  if (known?.month !== undefined && Object.keys(known).length === 1) addForm(root, fold(form), { brief: true });
}

function addTable(root: Vocabulary, forms: Forms | undefined, role: (key: string) => Lexeme): void {
  for (const key in forms) addList(root, forms[key], role(key));
}

function entries<Value>(table: Readonly<Partial<Record<keyof FigureWords, Value>>>): [keyof FigureWords, Value][] {
  return Object.entries(table) as [keyof FigureWords, Value][];
}

function split(list: List | undefined): readonly string[] {
  return list ? list.split('|') : [];
}

function addList(root: Vocabulary, list: List | undefined, role: Lexeme): void {
  if (!list) return;
  if (NUKTA.test(list) || SYMBOL.test(list) || CURRENCY_SIGN.test(list)) {
    for (const form of split(list).flatMap(spellings)) addSpelling(root, form, role);
  } else {
    // Folding changes no length and no bar between two forms.
    for (const form of split(fold(list))) addForm(root, form, role);
  }
}

function addSpelling(root: Vocabulary, form: string, role: Lexeme): void {
  const leads = role.currency !== undefined && CURRENCY_SIGN.test(form);
  const isSymbol = LETTER.test(form) && (role.unit ?? role.scale ?? role.subunit) !== undefined;
  const meaning = addForm(root, fold(form), leads ? { ...role, leads: true } : role, isSymbol && form < 'a');
  if (isSymbol && form >= 'a') meaning.small = true;
}

const LETTER = /^[A-Za-z]$/;
/** A form of one letter. */
const SYMBOL = /(?:^|\|)[A-Za-z](?:\||$)/;

/** Letters with a nukta are written in one code point or two; NFC wants two (Unicode, composition exclusions). */
function spellings(form: string): readonly string[] {
  if (!NUKTA.test(form)) return [form];
  const apart = form.normalize('NFC');
  return [apart, apart.replace(/.[\u09bc\u093c]/gu, (pair) => TOGETHER.get(pair) ?? pair)];
}

const NUKTA = /[\u09bc\u093c\u09dc-\u09df\u0958-\u095f]/;
const TOGETHER = new Map(
  [...'\u09dc\u09dd\u09df\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f'].map((c) => [c.normalize('NFC'), c]),
);

const CURRENCY_SIGN = /\p{Sc}/u;

/** The first table to know a form in a role decides; other roles join it. A form with `*` stands for all its endings. */
function addForm(root: Vocabulary, form: string, role: Lexeme, capital = false): Meaning {
  const isOpen = form.endsWith('*') && form.length > 1;
  const meaning = root.add(isOpen ? form.slice(0, -1) : form);
  // Most forms have one role, which they share with their list.
  if (isOpen) meaning.open = meaning.open ? { ...role, ...meaning.open } : role;
  else if (capital) meaning.capital = meaning.capital ? { ...role, ...meaning.capital } : role;
  else meaning.lexeme = meaning.lexeme ? { ...role, ...meaning.lexeme } : role;
  return meaning;
}

function ordinalDay({ ordinalAfter, dateJoin }: FigureWords): Lexicon['ordinalDay'] {
  const [endings, join] = [ordinalAfter, dateJoin].map((list) => split(list).map(fold).map(escaped).join('|'));
  // Without endings no digits are an ordinal.
  const ending = endings || '(?!)';
  return {
    before: new RegExp(`\\d(?:${ending})(?: (?:${join}))? $`, 'u'),
    behind: new RegExp(`^ \\d{1,2}(?:${ending})(?!\\p{L})`, 'u'),
  };
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Order of day, month and year in a date of digits; of others than these the day leads. */
function numericDate({ numericDate: order }: CldrTable): Lexicon['numericDate'] {
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}
