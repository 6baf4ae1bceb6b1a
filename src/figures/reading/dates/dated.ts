import type { FigureValue } from '../../../model.ts';
import type { Exact } from '../../value.ts';
import { readAmount } from '../numbers/amount.ts';
import { close, type DateRead, endsWith, gap, previous, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { mayBeginDate, readDate, yearAt } from './dates.ts';

/** A date, or a range of two: 1992–2022, с 1992 по 2022 год. */
export function readDated(reader: Reader, at: number, opened = false): Read | undefined {
  const token = reader.tokens[at];
  if (!token || !mayBeginDate(token)) return undefined;
  const [start, end] = token.date?.split('..') ?? [];
  if (start && end) return { ...exactly('date', { from: start, to: end }), from: at, to: yearMark(reader, at + 1) };
  const days = dayRange(reader, at, opened) ?? monthRange(reader, at, opened) ?? twinMonths(reader, at);
  if (days) return days;
  const date = readDate(reader, at);
  const first = date ?? yearBeforeRange(reader, at, opened) ?? monthBeforeRange(reader, at, opened);
  if (!first) return undefined;
  const months =
    /^\d{4}$/.test(first.value) && close(reader, first.to) ? monthRange(reader, first.to, opened) : undefined;
  if (months && typeof months.value !== 'string') {
    const [start, end] = [months.value.from, months.value.to].map((month) => `${first.value}${month.slice(1)}`);
    if (start && end) return { ...exactly('date', { from: start, to: end }), from: first.from, to: months.to };
  }
  const second = rangeStep(reader, first.to, opened) ?? endedStep(reader, first.to);
  const last =
    second === undefined
      ? undefined
      : (readDate(reader, second) ??
        dayOf(reader, first, second) ??
        monthOf(reader, first, second) ??
        yearOf(reader, first, second));
  const dated = last && datedLater(reader, first, last);
  if (dated) return dated;
  const year = /^\d{4}/.exec(last?.value ?? '')?.[0];
  if (last && year && (/^--\d\d-/.test(first.value) || isMonths(first, last))) {
    return {
      ...exactly('date', { from: `${year}${first.value.slice(1)}`, to: last.value }),
      from: first.from,
      to: last.to,
    };
  }
  const range = last && sameForm(first.value, last.value) && first.value < last.value;
  if (range) return { ...exactly('date', { from: first.value, to: last.value }), from: first.from, to: last.to };
  if (!date) return undefined;
  return { ...exactly('date', nightOf(reader, at, first.value)), from: first.from, to: first.to };
}

/** в ночь на 4 мая: the night from the third to the fourth. */
function nightOf({ tokens }: Reader, at: number, value: string): FigureValue {
  const [, month, day] = (previous(tokens, at)?.lex.eve && /^(.+-\d\d)-(\d\d)$/.exec(value)) || [];
  if (!month || Number(day) < 2) return value;
  return { from: `${month}-${String(Number(day) - 1).padStart(2, '0')}`, to: value };
}

/** 15–20 марта, 5 to 8 May: the first day has its month from the second. */
function dayRange(reader: Reader, at: number, opened: boolean): Read | undefined {
  const day = reader.tokens[at]?.plain;
  // 3. до 11. октобра
  const behind = reader.tokens[at + 1]?.lex.ordinalAfter && gap(reader, at + 1) === '' ? at + 2 : at + 1;
  if (!day || day.length > 2) return undefined;
  // 4 and 5 March: the first day of a list has its month from the second too.
  const lex = reader.tokens[behind]?.lex;
  const isListed = !opened && (lex?.and || lex?.conjunction) && close(reader, behind) && close(reader, behind + 1);
  const night = lex?.nightTo && isBehindDay(reader, behind) && close(reader, behind + 1);
  const range = rangeStep(reader, behind, opened) ?? (night ? behind + 1 : undefined);
  const step = range ?? (isListed ? behind + 1 : undefined);
  const last = step === undefined ? undefined : readDate(reader, behindArticle(reader, step));
  const parts = last && /^(.+-\d\d)-(\d\d)$/.exec(last.value);
  if (!last || !parts || Number(day) < 1 || Number(day) >= Number(parts[2])) return undefined;
  if (night && Number(day) + 1 !== Number(parts[2])) return undefined;
  const from = `${parts[1]}-${day.padStart(2, '0')}`;
  if (range === undefined) return { ...exactly('date', from), from: at, to: behind };
  return { ...exactly('date', { from, to: last.value }), from: at, to: last.to };
}

/** 8 на, 8. auf den: with the full stop of the day or without. */
function isBehindDay({ tokens, folded }: Reader, at: number): boolean {
  return /^\.? $/.test(folded.slice(previous(tokens, at)?.end, tokens[at]?.start));
}

/** 4〜9月, 1—9月: the first month has its mark from the second. */
function monthRange(reader: Reader, at: number, opened: boolean): Read | undefined {
  const month = reader.tokens[at]?.plain;
  if (!month || month.length > 2) return undefined;
  const end = reader.tokens[at]?.end ?? 0;
  // 3、4月
  const isListed = reader.folded.charAt(end) === '、' && reader.tokens[at + 1]?.start === end + 1;
  const next = isListed ? at + 1 : rangeStep(reader, at + 1, opened);
  const last = next === undefined || !reader.tokens[next]?.plain ? undefined : readDate(reader, next);
  const until = /^--(\d\d)$/.exec(last?.value ?? '')?.[1];
  if (!last || !until || Number(month) < 1 || Number(month) >= Number(until)) return undefined;
  const from = `--${month.padStart(2, '0')}`;
  if (isListed) return { ...exactly('date', from), from: at, to: at + 1 };
  return { ...exactly('date', { from, to: last.value }), from: at, to: last.to };
}

/** 七八月份: two months that follow each other have one mark. */
function twinMonths(reader: Reader, at: number): Read | undefined {
  const [first, last] = [reader.tokens[at]?.lex.number, reader.tokens[at + 1]?.lex.month];
  if (!first || last !== first + 1 || last > 9 || gap(reader, at + 1) !== '') return undefined;
  // 二十七八月
  const isWithin = gap(reader, at) === '' && (reader.tokens[at - 1]?.lex.number ?? reader.tokens[at - 1]?.lex.scale);
  const value = { from: `--0${first}`, to: `--0${last}` };
  return isWithin ? undefined : { ...exactly('date', value), from: at, to: at + 2 };
}

/** entre le 12 et le 16 avril, fra den 3. til den 5. maj, "from the 12th to the 16th of April" */
function behindArticle(reader: Reader, at: number): number {
  const { article, definite } = reader.tokens[at]?.lex ?? {};
  return (article || definite) && close(reader, at + 1) && reader.tokens[at + 1]?.plain ? at + 1 : at;
}

/** July 13–15, 1月1日至5日: the last day has its month from the first. */
function dayOf(reader: Reader, first: DateRead, at: number): DateRead | undefined {
  const parts = /^(.+-\d\d)-(\d\d)$/.exec(first.value);
  const day = readAmount(reader, at);
  if (!parts || day?.value.d !== 1n || day.value.n <= BigInt(parts[2] ?? '0') || day.value.n > 31n) return undefined;
  const next = reader.tokens[day.to]?.lex;
  const marked = next?.dayAfter && close(reader, day.to);
  const free = !next || gap(reader, day.to) === 'more' || !(next.unit || next.scale || next.share || next.currency);
  if (!marked && (!day.plain || !free)) return undefined;
  return { value: `${parts[1]}-${String(day.value.n).padStart(2, '0')}`, from: at, to: day.to + (marked ? 1 : 0) };
}

/** в апреле — июне, "in January to March": the last month needs no lead of its own. */
function monthOf(reader: Reader, first: DateRead, at: number): DateRead | undefined {
  const month = reader.tokens[at]?.lex.month;
  if (month === undefined || !/^--\d\d$/.test(first.value)) return undefined;
  return { value: `--${String(month).padStart(2, '0')}`, from: at, to: at + 1 };
}

/** ปี 2556 ถึง 2562: the word of the first year is the last one's too. */
function yearOf(reader: Reader, first: DateRead, at: number): DateRead | undefined {
  const year = /^\d{4}$/.test(first.value) ? yearAt(reader, at) : undefined;
  return year && { value: String(year.number), from: at, to: year.to };
}

/** January to March 2023: the year is both months'. */
function isMonths(first: DateRead, last: DateRead): boolean {
  return /^--\d\d$/.test(first.value) && /^\d{4}-\d\d$/.test(last.value);
}

/** May 3–5, 2015: the year behind the range is both days'. */
function datedLater(reader: Reader, first: DateRead, last: DateRead): Read | undefined {
  if (!first.value.startsWith('--') || !/^--\d\d-\d\d$/.test(last.value) || first.value >= last.value) return undefined;
  const year = yearAt(reader, last.to);
  const from = year && `${year.number}${first.value.slice(1)}`;
  return year && from
    ? { ...exactly('date', { from, to: `${year.number}${last.value.slice(1)}` }), from: first.from, to: year.to }
    : undefined;
}

/** Behind the year's mark, if one follows. */
function yearMark(reader: Reader, at: number): number {
  return reader.tokens[at]?.lex.yearAfter && close(reader, at) ? at + 1 : at;
}

/** март — май 2012 года: a month before another one needs no word that leads it. */
function monthBeforeRange(reader: Reader, at: number, opened: boolean): DateRead | undefined {
  const month = reader.tokens[at]?.lex.month;
  const step = month === undefined ? undefined : rangeStep(reader, at + 1, opened);
  if (month === undefined || step === undefined || reader.tokens[step]?.lex.month === undefined) return undefined;
  return { value: `--${String(month).padStart(2, '0')}`, from: at, to: at + 1 };
}

/** The first year of "2019 и 2020 годах" or "1992–2022 годы" stands bare where the language marks its years. */
function yearBeforeRange(reader: Reader, at: number, opened: boolean): DateRead | undefined {
  const token = reader.tokens[at];
  return token?.plain?.length === 4 && rangeStep(reader, at + 1, opened) !== undefined
    ? { value: token.plain, from: at, to: at + 1 }
    : undefined;
}

function sameForm(a: string, b: string): boolean {
  return a.replace(/\d/g, '0') === b.replace(/\d/g, '0');
}

/** oktyabrın 3-dən 11-dək: endings say from where to where. */
function endedStep(reader: Reader, at: number): number | undefined {
  const { fromAfter, toAfter } = reader.lexicon;
  const isRange = gap(reader, at) === ' ' && endsWith(reader, at - 1, fromAfter) && endsWith(reader, at, toAfter);
  return isRange ? at : undefined;
}

/** 15- tot 24-jarigen: a hyphen that stands for the word of the last. */
function isHanging({ tokens, folded }: Reader, at: number): boolean {
  return folded.slice(previous(tokens, at)?.end, tokens[at]?.start) === '- ';
}

/** How many tokens back a range may have been opened. */
const OPENED = 6;

/** de 5 et 7: "and" goes on where "between" opened a range, and ends one nowhere else. */
function isAnd({ tokens }: Reader, at: number): boolean {
  const lex = tokens[at]?.lex;
  if (!lex?.conjunction || lex.to) return false;
  const opening = tokens.slice(Math.max(0, at - OPENED), at).findLast((token) => token.lex.from);
  return opening !== undefined && !opening.lex.rangeOnly;
}

/** The token behind a range's sign or word, if one stands at `at`. */
export function rangeStep(reader: Reader, at: number, opened: boolean): number | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  const between = gap(reader, at);
  if (between === '-' && isHyphened(reader, at)) return at;
  // the May/June 2020 session
  const before = previous(reader.tokens, at);
  const isMonth = token.lex.month !== undefined && before?.lex.month !== undefined;
  if (isMonth && reader.folded.slice(before.end, token.start) === '/') return at;
  const word = token.lex.to || token.lex.or || (opened && token.lex.fromTo && !isAnd(reader, at));
  if (!word || !(close(reader, at) || isHanging(reader, at)) || !close(reader, at + 1)) return undefined;
  const isDash = token.end - token.start === 1 && DASHES.includes(reader.text.charAt(token.start));
  if (!isDash) return at + 1;
  // 0,2 –7,5: a space too many, since a minus has none of it between two numbers.
  const tight = between === gap(reader, at + 1) || (between === ' ' && gap(reader, at + 1) === '');
  const isOfMonths = before?.lex.month !== undefined && reader.tokens[at + 1]?.lex.month !== undefined;
  return tight && (before?.digits !== undefined || between === '' || isOfMonths) ? at + 1 : undefined;
}

const DASHES = '–—~～';

/** Does a hyphen right before it make the token the end of a range: digits, $100-$200, шесть-восемь, полтора-два? */
function isHyphened(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (token?.digits) return true;
  if (token?.lex.leads && reader.tokens[at + 1]?.digits && gap(reader, at + 1) === '') return true;
  const before = previous(reader.tokens, at)?.lex;
  return token?.lex.number !== undefined && (before?.number !== undefined || isMixed(before?.amount));
}

/** полтора: more than one, and no whole number. */
function isMixed(amount: Exact | undefined): boolean {
  return amount !== undefined && amount.d !== 1n && amount.n > amount.d;
}
