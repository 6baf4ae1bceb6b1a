import { format } from '../value.ts';
import { readAmount } from './amount.ts';
import { type Amount, close, gap, type Reader } from './reader.ts';
import { exactly, type Read } from './said.ts';
import type { Token } from './token.ts';

/** A time of day that starts at token `at`, or how long a lap or race took. */
export function readTime(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (!token || !startsTime(token)) return undefined;
  if (token.lap) return readLap(reader, at);
  if (token.time) return withHalf(reader, token.time, at, at + 1);
  if (token.lex.hour !== undefined) return timeOf(token.lex.hour, at, at + 1);
  if (token.lex.clock !== undefined) return clockFirst(reader, at, token.lex.clock);
  if (token.lex.dayHalf !== undefined) return halfFirst(reader, at, token.lex.dayHalf);
  return runningHour(reader, at) ?? zoned(reader, at) ?? dotted(reader, at) ?? hourFirst(reader, at) ?? led(reader, at);
}

/** Most words begin no time; they are told at once. */
function startsTime({ digits, time, lap, lex }: Token): boolean {
  if (digits !== undefined || time !== undefined || lap !== undefined) return true;
  return [lex.number, lex.dayHalf, lex.clock, lex.scale, lex.amount, lex.hour, lex.ordinal].some(
    (role) => role !== undefined,
  );
}

/** 1:53.28, with the unit behind it if there is one. */
function readLap(reader: Reader, at: number): Read {
  const value = reader.tokens[at]?.lap;
  const named = reader.tokens[at + 1]?.lex.unit === 'minute' && close(reader, at + 1);
  const to = at + (named ? 2 : 1);
  return { ...exactly('duration', value ? format(value) : '0'), unit: 'second', from: at, to };
}

function timeOf(time: string, from: number, to: number): Read {
  return { ...exactly('time', time), from, to };
}

function withHalf(reader: Reader, time: string, from: number, to: number): Read {
  const half = close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  return half === undefined ? timeOf(time, from, to) : timeOf(shift(time, half), from, to + 1);
}

/** 下午6:45, 晚上8点, 上午九点半, 下午3点15分. */
function halfFirst(reader: Reader, at: number, half: number): Read | undefined {
  const inner = close(reader, at + 1) ? reader.tokens[at + 1] : undefined;
  if (inner?.time) return timeOf(shift(inner.time, half), at, at + 2);
  const hour = inner && hourAt(reader, at + 1);
  if (!hour || !isHour(reader, hour.to)) return undefined;
  const minute = minuteBehind(reader, hour.to + 1) ?? lastMinutes(reader, hour.to + 1);
  return timeOf(shift(clock(hour, minute?.minute ?? 0), half), at, minute?.to ?? hour.to + 1);
}

/** "half past three", в половине четвёртого, halb drei: the word says how many minutes before or behind the hour. */
function clockFirst(reader: Reader, at: number, minutes: number): Read | undefined {
  const lex = gap(reader, at + 1) === ' ' ? reader.tokens[at + 1]?.lex : undefined;
  const ordinal = lex?.ordinal?.d === 1n ? Number(lex.ordinal.n) : undefined;
  const hour = lex?.number ?? ordinal ?? Number(reader.tokens[at + 1]?.plain ?? 0);
  const half = close(reader, at + 2) ? reader.tokens[at + 2]?.lex.dayHalf : undefined;
  // «половина второго тайма» is no time: nothing is counted behind it.
  const ends = half !== undefined || reader.tokens[at]?.lex.clockOnly || endsClause(reader, at + 1);
  if (lex === undefined || hour < 1 || hour > 24 || !ends) return undefined;
  const all = (hour * 60 + minutes + 1440) % 1440;
  const time = [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return half === undefined
    ? { ...timeOf(time, at, at + 2), ...(hour < 13 && TWELVE) }
    : timeOf(shift(time, half), at, at + 3);
}

/** в третьем часу ночи, двадцать минут третьего: an hour that runs has the number of its end. */
function runningHour(reader: Reader, at: number): Read | undefined {
  if (!reader.lexicon.hoursRun) return undefined;
  const minute = minutesAt(reader, at);
  const hourAt = minute?.to ?? at;
  const hour = reader.tokens[hourAt]?.lex.ordinal;
  if (hour?.d !== 1n || hour.n < 1n || hour.n > 12n || !close(reader, hourAt + 1)) return undefined;
  const { hourRunning: named, hour: whole } = reader.tokens[hourAt + 1]?.lex ?? {};
  const to = named || whole ? hourAt + 2 : hourAt + 1;
  const half = whole ? halfOf(whole) : close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  // двадцать минут третьего периода
  if (!named && !whole && (!minute || (half === undefined && !endsClause(reader, hourAt)))) return undefined;
  const time = [(Number(hour.n) + 23) % 12, minute?.minute ?? 0].map((part) => String(part).padStart(2, '0')).join(':');
  return half === undefined
    ? { ...timeOf(time, at, to), ...TWELVE }
    : timeOf(shift(time, half), at, whole ? to : to + 1);
}

/** The half of the day that часу ночи, 01:00, is in. */
function halfOf(time: string): number {
  return Number(time.slice(0, 2)) < 12 ? 0 : 12;
}

/** двадцать минут, before an hour. */
function minutesAt(reader: Reader, at: number): { minute: number; to: number } | undefined {
  const minutes = readAmount(reader, at);
  if (minutes?.value.d !== 1n || minutes.value.n < 1n || minutes.value.n > 59n) return undefined;
  const isNamed = reader.tokens[minutes.to]?.lex.unit === 'minute' && close(reader, minutes.to);
  return isNamed && close(reader, minutes.to + 1) ? { minute: Number(minutes.value.n), to: minutes.to + 1 } : undefined;
}

/** Is the token the last of its clause? */
function endsClause({ tokens, folded }: Reader, at: number): boolean {
  const end = tokens[at]?.end ?? 0;
  return /^(?:$|[^\p{L}\p{N}]*(?:$|[.,;:!?)»”]))/u.test(folded.slice(end, end + 3));
}

/** 6 p.m., 18时45分, 三点半, 8 h 30, шесть часов утра; hours alone may be a duration. */
function hourFirst(reader: Reader, at: number): Read | undefined {
  const hour = hourAt(reader, at);
  const spoken = hour && spokenMinutes(reader, hour);
  if (spoken) return spoken;
  const mark = hour && close(reader, hour.to) ? reader.tokens[hour.to]?.lex : undefined;
  if (!hour || !mark) return undefined;
  if (mark.hourAfter) {
    const later = close(reader, hour.to + 1) ? reader.tokens[hour.to + 1]?.lex.dayHalf : undefined;
    if (later !== undefined && hour.value.n <= 12n) return timeOf(shift(clock(hour), later), at, hour.to + 2);
    const minute = minuteBehind(reader, hour.to + 1) ?? plainMinutes(reader, hour.to + 1);
    if (minute)
      return isDuration(reader, at, hour, minute.to) ? undefined : timeOf(clock(hour, minute.minute), at, minute.to);
  }
  // 三晚 are three nights: what counts things too says no half of the day behind its number.
  if (mark.classifier && mark.dayHalf !== AS_SAID) return undefined;
  if (mark.dayHalf === undefined || (hour.value.n > 12n && mark.dayHalf !== AS_SAID)) return undefined;
  const open = mark.dayHalf === AS_SAID && hour.value.n < 13n && TWELVE;
  return { ...timeOf(shift(clock(hour), mark.dayHalf), at, hour.to + 1), ...open };
}

/** "ten-thirty p.m.": hour and minutes in words, told by the half of the day behind them. */
function spokenMinutes(reader: Reader, hour: Amount): Read | undefined {
  const minute = hour.words && gap(reader, hour.to) !== 'more' ? reader.tokens[hour.to]?.lex.number : undefined;
  if (minute === undefined || minute < 10 || minute > 59 || hour.value.n > 12n) return undefined;
  const more =
    minute % 10 === 0 && gap(reader, hour.to + 1) === '-' ? reader.tokens[hour.to + 1]?.lex.number : undefined;
  const to = hour.to + (more === undefined ? 1 : 2);
  const half = close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  if (half === undefined || gap(reader, hour.from + 1) === '') return undefined;
  return timeOf(shift(clock(hour, minute + (more ?? 0)), half), hour.from, to + 1);
}

function hourAt(reader: Reader, at: number): Amount | undefined {
  const hour = readAmount(reader, at);
  return hour?.value.d === 1n && hour.value.n >= 0n && hour.value.n <= 24n ? hour : undefined;
}

function isHour(reader: Reader, at: number): boolean {
  return reader.tokens[at]?.lex.hourAfter === true && close(reader, at);
}

/** 45分, or 半. */
function minuteBehind(reader: Reader, at: number): { minute: number; to: number } | undefined {
  if (reader.tokens[at]?.lex.plus && gap(reader, at) === '') return { minute: 30, to: at + 1 };
  const minute = close(reader, at) ? readAmount(reader, at) : undefined;
  if (!minute || !reader.tokens[minute.to]?.lex.minuteAfter || !close(reader, minute.to)) return undefined;
  // 一刻 is fifteen minutes.
  const factor = reader.tokens[minute.to]?.lex.factor?.n ?? 1n;
  return { minute: Number(minute.value.n * factor), to: minute.to + 1 };
}

/** 早上八点四十五: minutes behind the hour need no mark where nothing follows. */
function lastMinutes(reader: Reader, at: number): { minute: number; to: number } | undefined {
  const minute = gap(reader, at) === '' ? readAmount(reader, at) : undefined;
  if (minute?.value.d !== 1n || minute.value.n < 10n || minute.value.n > 59n) return undefined;
  return gap(reader, minute.to) === 'more' ? { minute: Number(minute.value.n), to: minute.to } : undefined;
}

/** за четыре часа 28 минут: hours that nothing leads to as a time, where their word counts hours too, and words for both. */
function isDuration(reader: Reader, at: number, hour: Amount, to: number): boolean {
  if (isCounted(reader, to)) return true;
  const counts = reader.tokens[hour.to]?.lex.unit === 'hour' && reader.tokens[to - 1]?.lex.unit === 'minute';
  const lead = close(reader, at) ? reader.tokens[at - 1]?.lex : undefined;
  return counts && hour.value.n < 13n && !(lead?.timeLead || lead?.timesNeeds);
}

/** 2 часа 14 минут 4 секунды: seconds behind them tell how long. */
function isCounted(reader: Reader, at: number): boolean {
  const seconds = close(reader, at) ? readAmount(reader, at) : undefined;
  return seconds !== undefined && reader.tokens[seconds.to]?.lex.unit === 'second';
}

/** 8 h 30, 14h30: two digits need no mark. */
function plainMinutes(reader: Reader, at: number): { minute: number; to: number } | undefined {
  const token = reader.tokens[at];
  if (token?.plain?.length !== 2 || !close(reader, at)) return undefined;
  const minute = Number(token.plain);
  const next = close(reader, at + 1) ? reader.tokens[at + 1]?.lex : undefined;
  if (minute > 59 || (next?.unit !== undefined && next.unit !== 'minute')) return undefined;
  return { minute, to: at + (next?.unit === undefined ? 1 : 2) };
}

/** 1730 GMT. */
function zoned(reader: Reader, at: number): Read | undefined {
  // 0930 hours: nobody counts hours with a nought before them.
  const counts = reader.tokens[at]?.plain?.startsWith('0') && reader.tokens[at + 1]?.lex.unit === 'hour';
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4])([0-5]\d)$/.exec(reader.tokens[at]?.plain ?? '') ?? [];
  const marked = hour !== '' && (reader.tokens[at + 1]?.lex.zone || counts) && close(reader, at + 1);
  return marked ? timeOf(`${hour}:${minute}`, at, at + 2) : undefined;
}

const DOTTED = /(\d{1,2})[.,]([0-5]\d)(?!\d|[.,:]\d)/y;

/** 7.30pm, 7.30 Uhr, kl. 14.30: a full stop between hours and minutes, where a word beside them says so. */
function dotted(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (token?.digits === undefined) return undefined;
  DOTTED.lastIndex = token.start;
  const [text = '', hour = '', minute = ''] = DOTTED.exec(reader.folded) ?? [];
  if (!text || Number(hour) > 24) return undefined;
  const to = token.end === token.start + text.length ? at + 1 : at + 2;
  const isLed = isLedTime(reader, at);
  // 2,25 часа is a duration where no word leads a time.
  if (text.includes(',') && !(isLed && isHour(reader, to))) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  const mark = close(reader, to) ? reader.tokens[to]?.lex : undefined;
  if (mark?.dayHalf !== undefined) return withHalf(reader, time, at, to);
  // 8.30–9.15 Uhr: the word beside the last says so of both.
  if (leadsTime(reader, to)) return timeOf(time, at, to);
  if (mark?.hourAfter) return timeOf(time, at, to + 1);
  const measured = [mark?.unit, mark?.share, mark?.scale, mark?.currency].some((role) => role !== undefined);
  return isLed && !measured ? timeOf(time, at, to) : undefined;
}

/** kl. 18.45–19.30: a word that leads times leads both. */
function isLedTime(reader: Reader, at: number): boolean {
  if (reader.tokens[at - 1]?.lex.timeLead) return close(reader, at);
  const first = reader.tokens[at - 1]?.lex.to && close(reader, at) ? at - 2 : at - 1;
  if (!reader.tokens[first - 1]?.lex.timeLead || !close(reader, first)) return false;
  return first < at - 1 ? close(reader, at - 1) : gap(reader, at) === '-';
}

/** Does a dash or "to" lead from here to another time with a full stop, which a word behind it marks? */
function leadsTime(reader: Reader, at: number): boolean {
  const last = reader.tokens[at]?.lex.to && close(reader, at) ? at + 1 : at;
  if (last > at ? !close(reader, last) : gap(reader, at) !== '-') return false;
  return reader.tokens[last]?.lex.to === undefined && dotted(reader, last) !== undefined;
}

/** om 15 uur: the mark may count hours too, but not behind a word that leads times. */
function led(reader: Reader, at: number): Read | undefined {
  if (!reader.tokens[at - 1]?.lex.timeLead || !close(reader, at)) return undefined;
  const hour = reader.tokens[at]?.plain === undefined ? undefined : hourAt(reader, at);
  if (!hour || !isHour(reader, hour.to) || reader.tokens[hour.to]?.lex.dayHalf !== undefined) return undefined;
  return plainMinutes(reader, hour.to + 1) ? undefined : timeOf(clock(hour), at, hour.to + 1);
}

function clock(hour: Amount, minute = 0): string {
  return [Number(hour.value.n), minute].map((part) => String(part).padStart(2, '0')).join(':');
}

/** "3 o'clock", 14 Uhr: adds nothing. */
const AS_SAID = 24;

/** … and says no half of the day. */
const TWELVE = { twelve: true } as const;

/** রাত ২টা, रात 11 बजे: the night goes on behind midnight. */
const NIGHT = 18;

/** Adds the hours of p.m. or 下午; twelve o'clock is the start of its half. */
function shift(time: string, half: number): string {
  const [hour = '0', ...rest] = time.split(':');
  const number = Number(hour);
  if (half === AS_SAID) return [hour, ...rest].join(':');
  if (half === NIGHT) return shift(time, number % 12 < 6 ? 0 : 12);
  const shifted = number > 12 ? number : (number % 12) + half;
  return [String(shifted).padStart(2, '0'), ...rest].join(':');
}
