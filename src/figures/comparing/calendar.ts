import type { Block, Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { holdsWord } from '../sentences.ts';
import type { Difference } from './compare.ts';

interface Side {
  readonly blocks: readonly Block[];
  readonly locale: string;
}

/** Without what names of months and days of the week say beside a date; see below. */
export function withoutNamed(differences: readonly Difference[], source: Side, target: Side): readonly Difference[] {
  if (!differences.some(({ slip }) => slip === 'date' || slip === 'extra')) return differences;
  let days = differences.some(isAddedDay) ? daysNamed(source) : 0;
  return differences.flatMap((found): Difference[] => {
    const { slip, source: a, target: b } = found;
    if (slip === 'date' && a && b && isInMonth(a, b, target)) return [];
    if (days === 0 || !isAddedDay(found)) return [found];
    days -= 1;
    return [{ ...found, doubtful: true }];
  });
}

function isAddedDay({ slip, target }: Difference): boolean {
  return slip === 'extra' && target !== undefined && isDay(target);
}

/** 27日 and 27일 may be 27 days, too. */
function isDay({ kind, value, unit, bound, text }: Figure): boolean {
  if (typeof value !== 'string') return false;
  if (kind === 'date') return /-\d\d-\d\d$/.test(value);
  const isBare = unit === 'day' && bound === 'exact' && /^\p{Nd}{1,2}\p{L}$/u.test(text);
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
  const key = `${locale} near`;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const found = known.get(key) ?? [-1, 0, 1].map((day) => fold(format.format(day, 'day')));
  known.set(key, found);
  return found;
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

const known = new Map<string, readonly string[]>();

/** The months, or the days of a week from Sunday on, as `Intl` names them. */
function namesOf(locale: string, sort: 'month' | 'weekday'): readonly string[] {
  const key = `${locale} ${sort}`;
  const found = known.get(key) ?? readNames(locale, sort);
  known.set(key, found);
  return found;
}

function readNames(locale: string, sort: 'month' | 'weekday'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { [sort]: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const days = Array.from({ length: sort === 'month' ? 12 : 7 }, (_, n) =>
    sort === 'month' ? Date.UTC(2023, n, 15) : Date.UTC(2023, 0, 1 + n),
  );
  return days.map((day) => fold(format.format(day)));
}
