import { close, gap, type Reader, readAmount } from './amount.ts';
import { type DateRead, readDate } from './dates.ts';
import { exactly, type Read } from './said.ts';

export function readTime(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (token?.time) return timed(reader, token.time, at, at + 1);
  const half = token?.lex.dayHalf === undefined ? undefined : at;
  const hourAt = half === undefined ? at : at + 1;
  const inner = half === undefined ? undefined : reader.tokens[hourAt];
  if (inner?.time && close(reader, hourAt)) {
    return { ...exactly('time', shift(inner.time, token?.lex.dayHalf ?? 0)), from: at, to: hourAt + 1 };
  }
  const hour = readAmount(reader, hourAt);
  if (hour?.value.d !== 1n || hour.value.n > 24n || (half !== undefined && !close(reader, hourAt))) return undefined;
  const mark = reader.tokens[hour.to]?.lex;
  if (!mark || !close(reader, hour.to)) return undefined;
  if (mark.dayHalf !== undefined && half === undefined && hour.value.n <= 12n) {
    return {
      ...exactly('time', shift(`${hour.value.n}:00`.padStart(5, '0'), mark.dayHalf)),
      from: at,
      to: hour.to + 1,
    };
  }
  if (!mark.hourAfter) return undefined;
  const later = close(reader, hour.to + 1) ? reader.tokens[hour.to + 1]?.lex.dayHalf : undefined;
  if (later !== undefined && half === undefined && hour.value.n <= 12n) {
    const value = shift(`${hour.value.n}:00`.padStart(5, '0'), later);
    return { ...exactly('time', value), from: at, to: hour.to + 2 };
  }
  const minute = close(reader, hour.to + 1) ? readAmount(reader, hour.to + 1) : undefined;
  const marked = minute && reader.tokens[minute.to]?.lex.minuteAfter && close(reader, minute.to);
  // 8 h 30, 14h30: two digits need no mark.
  if (minute && !marked && half === undefined && minute.plain?.length === 2 && minute.value.n < 60n) {
    const value = `${String(hour.value.n).padStart(2, '0')}:${minute.plain}`;
    return { ...exactly('time', value), from: at, to: minute.to };
  }
  if (!marked && half === undefined) return undefined;
  const time = `${String(hour.value.n).padStart(2, '0')}:${marked ? String(minute.value.n).padStart(2, '0') : '00'}`;
  const to = marked ? minute.to + 1 : hour.to + 1;
  return { ...exactly('time', shift(time, half === undefined ? 0 : (token?.lex.dayHalf ?? 0))), from: at, to };
}

function timed(reader: Reader, time: string, from: number, to: number): Read {
  const half = close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  return {
    ...exactly('time', half === undefined ? time : shift(time, half)),
    from,
    to: half === undefined ? to : to + 1,
  };
}

/** Adds the hours of p.m. or 下午; twelve o'clock is the start of its half. */
function shift(time: string, half: number): string {
  const [hour = '0', ...rest] = time.split(':');
  const number = Number(hour);
  const shifted = number > 12 ? number : (number % 12) + half;
  return [String(shifted).padStart(2, '0'), ...rest].join(':');
}

/** A date, or a range of two: 1992–2022, с 1992 по 2022 год. */
export function readDated(reader: Reader, at: number, opened = false): Read | undefined {
  const [start, end] = reader.tokens[at]?.date?.split('..') ?? [];
  if (start && end) return { ...exactly('date', { from: start, to: end }), from: at, to: yearMark(reader, at + 1) };
  const first = readDate(reader, at) ?? yearBeforeRange(reader, at, opened);
  if (!first) return undefined;
  const second = rangeStep(reader, first.to, opened);
  const last = second === undefined ? undefined : readDate(reader, second);
  const range = last && sameForm(first.value, last.value) && first.value < last.value;
  if (range) return { ...exactly('date', { from: first.value, to: last.value }), from: first.from, to: last.to };
  if (!readDate(reader, at)) return undefined;
  return { ...exactly('date', first.value), from: first.from, to: first.to };
}

/** Behind the year's mark, if one follows. */
function yearMark(reader: Reader, at: number): number {
  return reader.tokens[at]?.lex.yearAfter && close(reader, at) ? at + 1 : at;
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

/** The token behind a range's sign or word, if one stands at `at`. */
export function rangeStep(reader: Reader, at: number, opened: boolean): number | undefined {
  if (gap(reader, at) === '-' && reader.tokens[at]?.digits) return at;
  const token = reader.tokens[at];
  const word = token?.lex.to || (opened && token?.lex.fromTo);
  if (!token || !word || !close(reader, at) || !close(reader, at + 1)) return undefined;
  const sign = /^[–—~～]$/.test(token.end - token.start === 1 ? reader.text.slice(token.start, token.end) : '');
  const tight = gap(reader, at) === gap(reader, at + 1);
  const digits = reader.tokens[at - 1]?.digits !== undefined || gap(reader, at) === '';
  return !sign || (tight && digits) ? at + 1 : undefined;
}
