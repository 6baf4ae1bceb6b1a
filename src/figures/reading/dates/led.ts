import { readAmount } from '../numbers/amount.ts';
import { close, type DateRead, gap, previous, type Reader } from '../tokens/reader.ts';

interface Parts {
  year?: number;
  month?: number;
  day?: number;
}

/**
 * A date whose parts are led or followed by words of their own, in either order: ngày 25 tháng 1 năm 2022,
 * 2022년 1월 25일, 2022 оны 1 сарын 25, 2022-yil 25-yanvar, عام 2022.
 */
export function ledDate(reader: Reader, at: number): DateRead | undefined {
  const parts: Parts = {};
  let marks = 0;
  let to = at;
  for (let i = at; ; ) {
    const step = i > at && reader.tokens[i]?.lex.dateJoin && near(reader, i) ? i + 1 : i;
    if (step > at && !near(reader, step)) break;
    const part = partAt(reader, step, parts);
    if (!part || (i === at && !part.marked && part.name !== 'day')) break;
    parts[part.name] = part.number;
    marks += part.marked ? 1 : 0;
    to = part.to;
    i = part.to;
  }
  const value = marks > 0 ? civilDate(parts, reader.lexicon.yearShift) : undefined;
  return value === undefined ? undefined : { value, from: at, to };
}

function near(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at);
  const token = reader.tokens[at];
  return (
    before !== undefined &&
    token !== undefined &&
    /^[.,]? ?-?$/.test(reader.folded.slice(before.end, token.lead ?? token.start))
  );
}

interface Part {
  readonly name: keyof Parts;
  readonly number: number;
  readonly to: number;
  /** Its own word says what it is. */
  readonly marked: boolean;
}

const RANGES = { year: [1000, 2999], month: [1, 12], day: [1, 31] } as const;

function partAt(reader: Reader, at: number, known: Parts): Part | undefined {
  const lex = reader.tokens[at]?.lex;
  if (!lex) return undefined;
  if (lex.month !== undefined && known.month === undefined && (known.day ?? known.year) !== undefined) {
    const marked = reader.tokens[at + 1]?.lex.monthAfter && near(reader, at + 1);
    return { name: 'month', number: lex.month, to: at + (marked ? 2 : 1), marked: marked === true };
  }
  const slashed =
    lex.dayBefore && (near(reader, at + 1) || isBracketed(reader, at + 1)) && !isMeasured(reader, at + 2)
      ? slashedDay(reader, at + 1)
      : undefined;
  if (slashed) {
    known.month ??= slashed.month;
    return { name: 'day', number: slashed.day, to: at + 2, marked: true };
  }
  for (const name of ['year', 'month', 'day'] as const) {
    if (known[name] !== undefined || !lex[`${name}Before`] || !near(reader, at + 1)) continue;
    const number = numberAt(reader, at + 1, name);
    if (number && !(lex.decadeBefore && isDecade(reader, at + 1, number))) return { name, ...number, marked: true };
  }
  return followed(reader, at, known);
}

/** סיים רביעי, 12.3 שניות אחרי: what has a unit is no day. */
function isMeasured(reader: Reader, at: number): boolean {
  const lex = close(reader, at) ? reader.tokens[at]?.lex : undefined;
  return (lex?.unit ?? lex?.share ?? lex?.currency ?? lex?.scale) !== undefined && !lex?.hourAfter && !lex?.yearAfter;
}

/** Senin (1/12): behind the day of the week. */
function isBracketed({ folded, tokens }: Reader, at: number): boolean {
  return folded.slice(previous(tokens, at)?.end, tokens[at]?.start) === ' (';
}

/** ngày 3/8: day and month behind the word of the day. */
function slashedDay(reader: Reader, at: number): { day: number; month: number } | undefined {
  const token = reader.tokens[at];
  const [, day, month] =
    /^(\d{1,2})[/.](\d{1,2})$/.exec(token ? reader.folded.slice(token.start, token.end) : '') ?? [];
  const [number, of] = [Number(day), Number(month)];
  // What no calendar has is read too, so that it is told: hôm 48/11.
  return number >= 1 && of >= 1 ? { day: number, month: of } : undefined;
}

/** A number with its mark behind it, or one that can only be what is still missing. */
function followed(reader: Reader, at: number, known: Parts): Part | undefined {
  for (const name of ['year', 'month', 'day'] as const) {
    const number = known[name] === undefined ? numberAt(reader, at, name) : undefined;
    const mark = number && reader.tokens[number.to];
    const isDecades = number && mark?.lex.decadeAfter && isDecade(reader, at, number);
    if (number && mark?.lex[`${name}After`] && gap(reader, number.to) !== 'more' && !isDecades)
      return { name, number: number.number, to: number.to + 1, marked: true };
  }
  if (known.day === undefined) {
    const day = numberAt(reader, at, 'day');
    const month = day && reader.tokens[day.to]?.lex;
    const leads = (month?.month !== undefined || month?.monthBefore) && near(reader, day?.to ?? 0);
    if (day && (leads || known.month !== undefined)) return { name: 'day', ...day, marked: false };
  }
  const year = known.year === undefined && known.month !== undefined ? numberAt(reader, at, 'year') : undefined;
  return year && { name: 'year', ...year, marked: false };
}

/** солҳои 1990-ум, 1990 жылдардың: the word for years, in the plural, makes a decade of a round one that is no end of a span. */
export function isDecade(
  reader: Reader,
  at: number,
  { number, to }: { readonly number: number; readonly to: number },
): boolean {
  const before = previous(reader.tokens, at)?.lex;
  if (number < 1000 || number % 10 !== 0 || gap(reader, at) === '-' || before?.to) return false;
  // в 1979 и 1980 годах, с 1970 по 1980 годы
  const joins = before?.conjunction || before?.fromTo;
  if (joins && previous(reader.tokens, at - 1)?.plain?.length === 4 && close(reader, at) && close(reader, at - 1))
    return false;
  const next = reader.tokens[to]?.lex.decadeAfter ? to + 1 : to;
  const isSpan = gap(reader, next) === '-' || reader.tokens[next]?.lex.to || reader.tokens[next]?.lex.conjunction;
  return !isSpan || reader.tokens[next]?.digits === undefined;
}

function numberAt(reader: Reader, at: number, name: keyof Parts): { number: number; to: number } | undefined {
  const amount = readAmount(reader, at);
  if (amount?.value.d !== 1n || amount.scale > 3 || (name === 'year' && amount.plain?.length !== 4)) return undefined;
  const number = Number(amount.value.n);
  const [low, high] = RANGES[name];
  if (number < low || number > high) return undefined;
  // tahun 1930-an is a decade.
  if (name === 'year' && reader.tokens[amount.to]?.lex.decadeAfter && gap(reader, amount.to) === '') return undefined;
  const suffixed = reader.tokens[amount.to]?.lex.ordinalAfter && close(reader, amount.to);
  return { number, to: amount.to + (suffixed ? 1 : 0) };
}

/** A year that was read, without what the calendar in use is ahead of the common era: 2568 is 2025 in Thai. */
export function inCommonEra<T extends { number: number }>(year: T | undefined, shift: number): T | undefined {
  return year && year.number >= 2400 ? { ...year, number: year.number - shift } : year;
}

function civilDate({ year, month, day }: Parts, shift: number): string | undefined {
  const civil = year === undefined ? '-' : String(year >= 2400 ? year - shift : year);
  const pad = (number: number) => String(number).padStart(2, '0');
  if (month === undefined) return day === undefined && year !== undefined ? civil : undefined;
  return day === undefined ? `${civil}-${pad(month)}` : `${civil}-${pad(month)}-${pad(day)}`;
}

/** Aug '17: the century goes without saying. */
export function shortYear({ tokens, folded }: Reader, at: number): { number: number; to: number } | undefined {
  const token = tokens[at];
  const before = previous(tokens, at);
  if (token?.plain?.length !== 2 || !before || folded.slice(before.end, token.start) !== " '") return undefined;
  const year = Number(token.plain);
  return { number: year + (year < 50 ? 2000 : 1900), to: at + 1 };
}

/** "in '53", nel ’68 */
export function apostrophed(reader: Reader, at: number): DateRead | undefined {
  const year = reader.tokens[at - 1]?.lex.monthLead ? shortYear(reader, at) : undefined;
  return year && { value: String(year.number), from: at, to: year.to };
}

/** How the first year of an era is written, in the calendars that have eras. */
export const FIRST_YEAR = '元';

/** 令和6年, 平成元年, 民國一〇五年: a year of an era. */
export function eraYear(reader: Reader, at: number): { number: string; to: number } | undefined {
  const token = reader.tokens[at];
  const before = token?.lex.era;
  if (token === undefined || before === undefined) return undefined;
  if (reader.folded.startsWith(FIRST_YEAR, token.end)) {
    let mark = at + 1;
    while ((reader.tokens[mark]?.start ?? Number.POSITIVE_INFINITY) < token.end + FIRST_YEAR.length) mark += 1;
    return marked(reader, mark, before + 1);
  }
  const amount = gap(reader, at + 1) === '' ? readAmount(reader, at + 1) : undefined;
  const isYear = amount?.value.d === 1n && amount.value.n > 0n && amount.value.n < 200n;
  return isYear ? marked(reader, amount.to, before + Number(amount.value.n)) : undefined;
}

function marked(reader: Reader, at: number, year: number): { number: string; to: number } | undefined {
  return reader.tokens[at]?.lex.yearAfter && gap(reader, at) === '' ? { number: String(year), to: at + 1 } : undefined;
}

/** Do the parts of a date stand close enough to each other: 25 January, 2022; 2022-01? */
export function dateGap(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at);
  const token = reader.tokens[at];
  return (
    before !== undefined &&
    token !== undefined &&
    /^(?:[.,]? ?|[-/])$/.test(reader.folded.slice(before.end, token.lead ?? token.start))
  );
}
