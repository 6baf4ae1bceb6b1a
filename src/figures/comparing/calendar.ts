import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { holdsWord } from '../sentences.ts';
import { withoutEnding } from './endings.ts';
import type { Difference } from './match.ts';

interface Side {
  readonly blocks: readonly Block[];
  readonly locale: string;
}

/** Without what names of months and days of the week say beside a date; see below. */
export function withoutNamed(differences: readonly Difference[], source: Side, target: Side): readonly Difference[] {
  if (!differences.some(({ slip }) => slip === 'date' || slip === 'extra' || slip === 'missing')) return differences;
  let days = differences.some(isAddedDay) ? daysNamed(source) : 0;
  let others = differences.some(isLeftDay) ? daysNamed(target) - daysNamed(source) : 0;
  return differences.flatMap((found): readonly Difference[] => {
    const { slip, source: a, target: b } = found;
    if (slip === 'date' && a && b && isInMonth(a, b, target)) return [];
    if (isLeftDay(found) && others > 0) {
      others -= 1;
      return [{ ...found, doubtful: true }];
    }
    if (slip === 'missing' && a && isSomebody(a, source)) return [found];
    if (slip === 'missing' && a) return isPointed(a, target) ? [] : leftMonth(found, a, target);
    if (slip !== 'extra' || b === undefined) return [found];
    if ((endsDecade(b) || isTenYears(b)) && saysDecade(source)) return [{ ...found, doubtful: true }];
    if (isTwelveMonths(b) && found.doubtful && !saysYear(source)) return [{ ...found, doubtful: false }];
    if (areDays(b) && daysNamed(source) > 1) return [{ ...found, doubtful: true }];
    if (!isAddedDay(found)) return ofMonth(found, b, source);
    if (days === 0) return [found];
    days -= 1;
    return [{ ...found, doubtful: true }];
  });
}

function isAddedDay({ slip, target }: Difference): boolean {
  return slip === 'extra' && target !== undefined && isDay(target);
}

/** "from Friday to Sunday" and 周五至周日三天 */
function areDays({ kind, unit, value }: Figure): boolean {
  return kind === 'duration' && unit === 'day' && /^[2-7]$/.test(String(value));
}

/** 28日 and "on Friday": the other way round. */
function isLeftDay({ slip, source }: Difference): boolean {
  return slip === 'missing' && source !== undefined && isDay(source);
}

/** "the coldest November reading": a month that one side says in passing is the other's, or contradicts it. */
function ofMonth(found: Difference, { kind, value }: Figure, { blocks, locale }: Side): readonly Difference[] {
  const month = kind === 'date' ? /^--(\d\d)$/.exec(String(value))?.[1] : undefined;
  if (month === undefined) return [found];
  const isRead = (n: number) =>
    blocks.some(({ figures }) => figures.some((one) => JSON.stringify(one.value).includes(`-${month2(n)}`)));
  const said = namesOf(locale, 'month').map(
    (name, n) => !isRead(n) && blocks.some(({ text }) => holdsName(text, name)),
  );
  if (said[Number(month) - 1]) return [];
  return [said.includes(true) ? { ...found, doubtful: false } : found];
}

/** "by the end of the decade" and 到2030年: which one it is, the day of the paper tells. */
function endsDecade({ kind, value }: Figure): boolean {
  return kind === 'date' && /^\d{3}[09]$/.test(String(value));
}

/** "in the year to September" and in den zwölf Monaten bis September: but no year is said, no twelve months are. */
function isTwelveMonths({ unit, value }: Figure): boolean {
  return unit === 'month' && value === '12';
}

function saysYear({ blocks, locale }: Side): boolean {
  const [year = ''] = told(`${locale} year`, () => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'year', unitDisplay: 'long' });
    return [format.format(1).replace(/[\p{N}\s]/gu, '')];
  });
  return blocks.some(({ text }) => holdsWord(fold(text), year));
}

/** "after decade of failure", as headlines leave the article, and 十年. */
function isTenYears({ kind, unit, value }: Figure): boolean {
  return kind === 'duration' && unit === 'year' && value === '10';
}

function saysDecade({ blocks, locale }: Side): boolean {
  const { decade, 'year*10': tens } = language(locale).figures.units ?? {};
  const words = (decade ?? tens)?.replaceAll('*', '').split('|') ?? [];
  return blocks.some(({ text }) => words.some((word) => holdsWord(fold(text), word)));
}

/** "support for May": the shortest name of a month, in letters, is somebody's too. */
function isSomebody(month: Figure, { blocks, locale }: Side): boolean {
  if (month.kind !== 'date' || !/^\p{L}{1,3}$/u.test(month.text)) return false;
  const text = blocks.find(({ figures }) => figures.includes(month))?.text.slice(0, month.start);
  const leads = language(locale).figures.nameLead?.split('|') ?? [];
  return text !== undefined && leads.some((word) => text.endsWith(` ${word} `));
}

/** "in November" and в ту ноябрьскую ночь: a month that the translation says in another word, or not at all. */
function leftMonth(found: Difference, { kind, value }: Figure, { blocks, locale }: Side): readonly Difference[] {
  const month = kind === 'date' ? /^--(\d\d)$/.exec(String(value))?.[1] : undefined;
  const name = month === undefined ? undefined : namesOf(locale, 'month')[Number(month) - 1];
  // The ending changes, and the vowel before it too: styczeń, między grudniem a styczniem. What is left of май and maj
  // begins too many words.
  const stem =
    name &&
    withoutEnding(name)
      .slice(0, 4)
      .replace(/[aeiouаеиоу]$/, '');
  if (!stem || (stem.length < 3 && !/\p{sc=Han}/u.test(stem))) return [found];
  // ويناير: a particle may be glued before it.
  const said = new RegExp(/[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(stem) ? `(?<!\\p{L})${stem}` : stem, 'u');
  return blocks.some(({ text }) => said.test(fold(text))) ? [] : [{ ...found, doubtful: false }];
}

/** "in 2:04:31" and 2.04.31, which is read as no time, since it may be a version. */
function isPointed({ kind, text }: Figure, { blocks }: Side): boolean {
  if (kind !== 'time' || !/^\d:\d\d:\d\d$/.test(text)) return false;
  return blocks.some((block) => block.text.includes(text.replaceAll(':', '.')));
}

const month2 = (n: number) => String(n + 1).padStart(2, '0');

/** May, and not "may". */
function holdsName(text: string, name: string): boolean {
  return new RegExp(`(?<!\\p{L})${name.charAt(0).toUpperCase()}${name.slice(1)}(?!\\p{L})`, 'u').test(text);
}

/** All dates of a document that stand behind days of the week fall on them in one year, or some of them are wrong. */
export function behindWeekdays(
  all: readonly (readonly Difference[])[],
  sources: readonly (readonly Block[])[],
  locale: string,
): readonly (readonly Difference[])[] {
  const found = new Map<Difference, readonly number[]>();
  for (const [n, differences] of all.entries()) {
    for (const difference of differences) {
      const days = difference.slip === 'extra' && difference.doubtful ? weekdaysIn(sources[n] ?? [], locale) : [];
      const years = days.length > 0 ? yearsOf(difference.target?.value, days) : undefined;
      if (years) found.set(difference, years);
    }
  }
  const dated = [...found.values()].filter((years) => years.length > 0);
  const isOneYear = YEARS.some((year) => dated.every((years) => years.includes(year)));
  const isWrong = (difference: Difference) => !isOneYear || found.get(difference)?.length === 0;
  return all.map((differences) =>
    differences.map((one) => (found.has(one) && isWrong(one) ? { ...one, doubtful: false } : one)),
  );
}

/** In 28 years a day of the year has been each day of the week. */
const YEARS = Array.from({ length: 28 }, (_, n) => 2004 + n);

/** The years in which a date was one of the days of the week: none for what no calendar has. */
function yearsOf(value: Figure['value'] | undefined, weekdays: readonly number[]): readonly number[] | undefined {
  const [, own, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(String(value)) ?? [];
  if (own === undefined) return undefined;
  return YEARS.filter((year) => {
    const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
    const isOwn = own === '-' || (Number(own) - year) % 28 === 0;
    return isOwn && date.getUTCDate() === Number(day) && weekdays.includes(date.getUTCDay());
  });
}

function weekdaysIn(blocks: readonly Block[], locale: string): readonly number[] {
  const names = namesOf(locale, 'weekday');
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => blocks.some(({ text }) => holdsWord(fold(text), names[day] ?? '')));
}

/** 27日 and 27일 may be 27 days, too, and 27日夜まで is until then or so long. */
function isDay({ kind, value, unit, bound, text }: Figure): boolean {
  if (typeof value !== 'string') return false;
  if (kind === 'date') return /-\d\d-\d\d$/.test(value);
  const isUntil = bound === 'at-most' && /^\p{Nd}{1,2}\p{Lo}/u.test(text);
  const isBare = unit === 'day' && (isUntil || (bound === 'exact' && /^\p{Nd}{1,2}\p{L}$/u.test(text)));
  return kind === 'duration' && isBare && Number(value) <= 31;
}

/** "on Wednesday" and يوم الأربعاء 26 نوفمبر: newspapers of many languages put the date behind the day. */
function daysNamed({ blocks, locale }: Side): number {
  const names = [...namesOf(locale, 'weekday'), ...nearDays(locale)];
  const texts = blocks.map(({ text }) => fold(text));
  return names.filter((name) => texts.some((text) => holdsWord(text, name))).length;
}

/** Yesterday, today and tomorrow. */
function nearDays(locale: string): readonly string[] {
  return told(`${locale} near`, () => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return [-1, 0, 1].map((day) => format.format(day, 'day'));
  });
}

/** "in the fog of November 1993" and i novemberdimman 1993: the month leads the word before the year. */
function isInMonth({ value }: Figure, year: Figure, { blocks, locale }: Side): boolean {
  const [, own, month] = /^(\d{4})-(\d\d)$/.exec(String(value)) ?? [];
  const text = own === year.value ? blocks.find(({ figures }) => figures.includes(year))?.text : undefined;
  const name = namesOf(locale, 'month')[Number(month) - 1];
  if (text === undefined || name === undefined) return false;
  const before = fold(text.slice(Math.max(0, year.start - BEFORE), year.start));
  return new RegExp(`(?<!\\p{L})${name}\\p{L}{3,}(?: \\p{L}{1,3})? $`, 'u').test(before);
}

/** How far before the year the word may begin, in UTF-16 units. */
const BEFORE = 40;

/** The months, or the days of a week from Sunday on. */
function namesOf(locale: string, sort: 'month' | 'weekday'): readonly string[] {
  return told(`${locale} ${sort}`, () => {
    const format = new Intl.DateTimeFormat(locale, { [sort]: 'long', timeZone: 'UTC', calendar: 'gregory' });
    const days = Array.from({ length: sort === 'month' ? 12 : 7 }, (_, n) =>
      sort === 'month' ? Date.UTC(2023, n, 15) : Date.UTC(2023, 0, 1 + n),
    );
    return days.map((day) => format.format(day));
  });
}

/** What `Intl` names in a locale, folded; asked for once. */
function told(key: string, ask: () => readonly string[]): readonly string[] {
  const words = known.get(key) ?? ask().map(fold);
  known.set(key, words);
  return words;
}

const known = new Map<string, readonly string[]>();
