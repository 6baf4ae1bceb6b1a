import { close, gap, type Reader, readAmount } from './amount.ts';
import { type DateRead, readDate } from './dates.ts';
import { exactly, type Read } from './said.ts';

export function readTime(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (token?.time) return timed(reader, token.time, at, at + 1);
  if (
    !token ||
    (token.digits === undefined &&
      token.lex.number === undefined &&
      token.lex.dayHalf === undefined &&
      token.lex.scale === undefined &&
      !token.lex.amount)
  )
    return undefined;
  const half = token.lex.dayHalf === undefined ? undefined : at;
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
  if (reader.tokens[hour.to + 1]?.lex.plus && gap(reader, hour.to + 1) === '') {
    const value = shift(
      `${String(hour.value.n).padStart(2, '0')}:30`,
      half === undefined ? AS_SAID : (token?.lex.dayHalf ?? 0),
    );
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

/** "3 o'clock" adds nothing. */
const AS_SAID = 24;

/** Adds the hours of p.m. or 下午; twelve o'clock is the start of its half. */
function shift(time: string, half: number): string {
  const [hour = '0', ...rest] = time.split(':');
  const number = Number(hour);
  if (half === AS_SAID) return [hour, ...rest].join(':');
  const shifted = number > 12 ? number : (number % 12) + half;
  return [String(shifted).padStart(2, '0'), ...rest].join(':');
}

/** A date, or a range of two: 1992–2022, с 1992 по 2022 год. */
export function readDated(reader: Reader, at: number, opened = false): Read | undefined {
  const [start, end] = reader.tokens[at]?.date?.split('..') ?? [];
  if (start && end) return { ...exactly('date', { from: start, to: end }), from: at, to: yearMark(reader, at + 1) };
  const days = dayRange(reader, at, opened);
  if (days) return days;
  const date = readDate(reader, at);
  const first = date ?? yearBeforeRange(reader, at, opened);
  if (!first) return undefined;
  const second = rangeStep(reader, first.to, opened);
  const last = second === undefined ? undefined : (readDate(reader, second) ?? dayOf(reader, first, second));
  const year = /^\d{4}/.exec(last?.value ?? '')?.[0];
  if (last && year && /^--\d\d-/.test(first.value)) {
    return {
      ...exactly('date', { from: `${year}${first.value.slice(1)}`, to: last.value }),
      from: first.from,
      to: last.to,
    };
  }
  const range = last && sameForm(first.value, last.value) && first.value < last.value;
  if (range) return { ...exactly('date', { from: first.value, to: last.value }), from: first.from, to: last.to };
  if (!date) return undefined;
  return { ...exactly('date', first.value), from: first.from, to: first.to };
}

/** 15–20 марта, 5 to 8 May: the first day has its month from the second. */
function dayRange(reader: Reader, at: number, opened: boolean): Read | undefined {
  const day = reader.tokens[at]?.plain;
  const step = day && day.length <= 2 ? rangeStep(reader, at + 1, opened) : undefined;
  const last = step === undefined ? undefined : readDate(reader, step);
  const parts = last && /^(.+-\d\d)-(\d\d)$/.exec(last.value);
  if (!day || !last || !parts || Number(day) < 1 || Number(day) >= Number(parts[2])) return undefined;
  const from = `${parts[1]}-${day.padStart(2, '0')}`;
  return { ...exactly('date', { from, to: last.value }), from: at, to: last.to };
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
