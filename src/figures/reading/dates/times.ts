import { format } from '../../value.ts';
import { readAmount } from '../numbers/amount.ts';
import { type Amount, close, endsWith, gap, previous, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import type { Token } from '../tokens/token.ts';
import { AS_SAID, clock, shift, TWELVE, timeOf, written } from './clock.ts';
import { pointedHour } from './hours.ts';
import { clockFirst, endedTime, minutesToHour, runningHour, spokenTime } from './spoken.ts';

/** A time of day that starts at token `at`, or how long a lap or race took. */
export function readTime(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (!token || !startsTime(token)) return undefined;
  if (token.lap) return readLap(reader, at);
  if (token.time) return withHalf(reader, token.time, at, at + 1);
  if (token.lex.hour !== undefined) {
    // öğlen 12'ye kadar
    const hour = token.lex.dayHalf === undefined ? undefined : halfFirst(reader, at, token.lex.dayHalf);
    return hour ? { ...hour, soft: false } : hourInWords(reader, token.lex.hour, at);
  }
  const past = token.lex.clock === undefined ? undefined : clockFirst(reader, at, token.lex.clock);
  if (past) return past;
  // 尝试时一点声音都没有: the mark of an hour leads none.
  if (token.lex.dayHalf !== undefined && !token.lex.hourAfter) return halfFirst(reader, at, token.lex.dayHalf);
  const toHour = minutesToHour(reader, at);
  if (toHour) return toHour;
  if (token.digits && !isTimed(reader, token, at)) return undefined;
  if (isBeyondDay(token) || saysWhen(reader, at) || countsNights(reader, at)) return undefined;
  return (
    runningHour(reader, at) ??
    zoned(reader, at) ??
    dotted(reader, at) ??
    hourFirst(reader, at) ??
    led(reader, at) ??
    spokenTime(reader, at)
  );
}

/** Is there a word beside digits, or behind the number that they begin, or a point within, that may make a time of them? */
function isTimed(reader: Reader, { start }: Token, at: number): boolean {
  if (isPointed(reader.folded, start) || reader.tokens[at + 1]?.lex.timing) return true;
  if (previous(reader.tokens, at)?.lex.timing) return true;
  const amount = readAmount(reader, at);
  if (!amount) return false;
  return reader.tokens[amount.to]?.lex.timing === true || reader.tokens[amount.to - 1]?.lex.timing === true;
}

/** More than a day has hours, but for 1730 GMT: told at once, since most numbers are. */
function isBeyondDay({ digits, plain }: Token): boolean {
  return digits !== undefined && plain?.length !== 4 && digits.n > 24n * digits.d;
}

/** Most words begin no time; they are told at once. */
function startsTime({ digits, time, lap, lex }: Token): boolean {
  const number = digits ?? lex.number ?? lex.scale ?? lex.amount ?? lex.ordinal;
  return (number ?? time ?? lap ?? lex.dayHalf ?? lex.clock ?? lex.hour) !== undefined;
}

/** 1:53.28, with the unit behind it if there is one. */
function readLap(reader: Reader, at: number): Read {
  const value = reader.tokens[at]?.lap;
  const named = reader.tokens[at + 1]?.lex.unit === 'minute' && close(reader, at + 1);
  const to = at + (named ? 2 : 1);
  return { ...exactly('duration', value ? format(value) : '0'), unit: 'second', from: at, to };
}

function withHalf(reader: Reader, time: string, from: number, to: number): Read {
  const half = close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  return half === undefined ? timeOf(time, from, to) : timeOf(shift(time, half), from, to + 1);
}

/** 22時, час дня, halvsjutiden på kvällen. */
function hourInWords(reader: Reader, hour: string, at: number): Read {
  if (!reader.tokens[at]?.lex.hourOpen) return timeOf(hour, at, at + 1);
  const said = withHalf(reader, hour, at, at + 1);
  return said.to > at + 1 ? said : { ...said, ...TWELVE };
}

/** 下午6:45, 晚上8点, 上午九点半, 下午3点15分. */
function halfFirst(reader: Reader, at: number, half: number): Read | undefined {
  // gece saat ikiye kadar
  // 晚上快到9点: a bound may stand between.
  const { clockLead, before } = (close(reader, at + 1) ? reader.tokens[at + 1]?.lex : undefined) ?? {};
  const first = clockLead || before ? at + 2 : at + 1;
  const inner = close(reader, first) ? reader.tokens[first] : undefined;
  if (inner?.time) return timeOf(shift(inner.time, half), at, first + 1);
  const ended = inner && (endedDotted(reader, first) ?? endedTime(reader, first));
  if (ended) return timeOf(shift(ended.time, half), at, ended.to);
  const pointed = inner && pointedHour(reader, first);
  if (pointed) return timeOf(shift(written(pointed.hour, pointed.minute), half), at, pointed.to);
  const hour = inner && hourAt(reader, first);
  if (!hour || !isHour(reader, hour.to)) return undefined;
  const minute = minuteBehind(reader, hour.to + 1) ?? lastMinutes(reader, hour.to + 1);
  return timeOf(shift(clock(hour, minute?.minute ?? 0), half), at, minute?.to ?? hour.to + 1);
}

/** 6 p.m., 18时45分, 三点半, 8 h 30, шесть часов утра; hours alone may be a duration. */
function hourFirst(reader: Reader, at: number): Read | undefined {
  const pointed = pointedHour(reader, at);
  if (pointed) {
    const time = timeOf(written(pointed.hour, pointed.minute), at, pointed.to);
    return { ...time, ...(pointed.hour < 13 && TWELVE) };
  }
  const hour = hourAt(reader, at);
  const spoken = hour && spokenMinutes(reader, hour);
  if (spoken) return spoken;
  const shared = hour && (halfBehind(reader, hour) ?? halfBefore(reader, hour));
  if (shared) return shared;
  const mark = hour && close(reader, hour.to) ? reader.tokens[hour.to]?.lex : undefined;
  if (!hour || !mark) return undefined;
  if (mark.hourAfter) {
    const later = close(reader, hour.to + 1) ? reader.tokens[hour.to + 1]?.lex.dayHalf : undefined;
    if (later !== undefined && hour.value.n <= 12n) return timeOf(shift(clock(hour), later), at, hour.to + 2);
    const part = partBehind(reader, at, hour);
    if (part) return part;
    // 零点, but 零点五
    const isPoint = (reader.tokens[hour.to + 1]?.lex.number ?? reader.tokens[hour.to + 1]?.digits) !== undefined;
    if (hour.value.n === 0n && hour.words && mark.point && !(isPoint && gap(reader, hour.to + 1) === ''))
      return timeOf(clock(hour), at, hour.to + 1);
    if (isHourBefore(reader, at, hour)) return { ...timeOf(clock(hour), at, hour.to + 1), ...TWELVE };
    const minute = minuteBehind(reader, hour.to + 1) ?? plainMinutes(reader, hour.to + 1);
    if (minute) return withMinutes(reader, at, hour, minute);
  }
  // 三晚 are three nights: what counts things too says no half of the day behind its number.
  const lead = close(reader, at) ? previous(reader.tokens, at)?.lex : undefined;
  if (mark.classifier && mark.dayHalf !== AS_SAID && !lead?.timeLead) return undefined;
  // đêm 3 rạng sáng 4/6: the night from one day to the next.
  if (
    mark.dayHalf === undefined ||
    mark.nightTo ||
    (reader.lexicon.halvesLead && mark.dayHalf !== AS_SAID) ||
    (hour.value.n > 12n && mark.dayHalf !== AS_SAID)
  )
    return undefined;
  const open = mark.dayHalf === AS_SAID && hour.value.n < 13n && TWELVE;
  return { ...timeOf(shift(clock(hour), mark.dayHalf), at, hour.to + 1), ...open };
}

/** 不到10点, 将近9点: where the mark of the hour is a point too, what it was not yet, or nearly, is a time at the end of its clause. */
function isHourBefore(reader: Reader, at: number, { value, to }: Amount): boolean {
  const { tokens, folded } = reader;
  const [bound, mark] = [gap(reader, at) === '' ? previous(tokens, at)?.lex : undefined, tokens[to]];
  if (!mark?.lex.point || value.n < 1n || value.n > 12n || !(bound?.before === 'under' || bound?.nearly)) return false;
  return mark.end >= folded.length || /[.,;:!?…()，。；：！？、（）”」\n]/.test(folded.charAt(mark.end));
}

/** 8 giờ 30 tối: the half of the day may stand behind the minutes. */
function withMinutes(
  reader: Reader,
  at: number,
  hour: Amount,
  { minute, to }: { readonly minute: number; readonly to: number },
): Read | undefined {
  const isOpen = hour.value.n <= 12n && !reader.lexicon.halvesLead;
  const time = isOpen ? withHalf(reader, clock(hour, minute), at, to) : timeOf(clock(hour, minute), at, to);
  return time.to === to && isDuration(reader, at, hour, to) ? undefined : time;
}

/** quatre heures et demie du matin, neuf heures moins le quart: alone, a half may be how long something took. */
function partBehind(reader: Reader, at: number, hour: Amount): Read | undefined {
  const to = hour.to + 2;
  const plus = gap(reader, to - 1) === ' ' ? reader.tokens[to - 1]?.lex.plus : undefined;
  const half = close(reader, to) ? reader.tokens[to]?.lex.dayHalf : undefined;
  if (!plus || (half === undefined && plus.d !== 4n)) return undefined;
  const minutes = Number(hour.value.n) * 60 + Number((plus.n * 60n) / plus.d);
  const time = written(Math.floor(minutes / 60), minutes % 60);
  if (half === undefined) return { ...timeOf(time, at, to), ...(hour.value.n < 13n && TWELVE) };
  return timeOf(shift(time, half), at, to + 1);
}

/** 为 0 时: what stands behind the number is no hour but "when". */
function saysWhen({ folded, tokens, lexicon: { equals } }: Reader, at: number): boolean {
  if (equals.length === 0 || tokens[at + 1]?.lex.point) return false;
  const start = tokens[at]?.start ?? 0;
  const end = folded.charAt(start - 1) === ' ' ? start - 1 : start;
  return equals.some((word) => folded.endsWith(word, end));
}

/** три дня и три ночи, beş gün beş gece: behind counted days, the word of a night that follows a number is counted. */
function countsNights(reader: Reader, at: number): boolean {
  const lex = close(reader, at) ? previous(reader.tokens, at)?.lex : undefined;
  if (lex?.unit === 'day') return isCountedDay(reader, at - 1);
  if ((lex?.conjunction ?? lex?.and) !== true || !close(reader, at - 1)) return false;
  return previous(reader.tokens, at - 1)?.lex.unit === 'day' && isCountedDay(reader, at - 2);
}

/** Three days, and not "on Sunday", pazar günü. */
function isCountedDay({ tokens }: Reader, at: number): boolean {
  const { digits, lex } = previous(tokens, at) ?? {};
  return (digits ?? lex?.number ?? lex?.amount ?? lex?.scale) !== undefined;
}

/** "between five and seven in the morning", "9 to 5 p.m.": the half of the day behind the last is both hours'. */
function halfBehind(reader: Reader, hour: Amount): Read | undefined {
  const last = hour.value.n < 13n && joinsHours(reader, hour.to) ? hourAt(reader, hour.to + 1) : undefined;
  const half = last && close(reader, last.to) ? reader.tokens[last.to]?.lex.dayHalf : undefined;
  if (!last || last.value.n > 12n || (half !== 0 && half !== 12)) return undefined;
  const [from, to] = [shift(clock(hour), half), shift(clock(last), half)];
  return timeOf(from < to ? from : shift(clock(hour), 12 - half), hour.from, hour.to);
}

/** 清晨五点到七点: the half of the day before the first is both hours', until noon. */
function halfBefore(reader: Reader, hour: Amount): Read | undefined {
  const at = hour.from - 1;
  if (!isHour(reader, hour.to) || !joinsHours(reader, at) || !isHour(reader, at - 1)) return undefined;
  const first = hourAt(reader, at - 2);
  const half = first && close(reader, at - 2) ? previous(reader.tokens, at - 2)?.lex.dayHalf : undefined;
  if (!first || hour.value.n > 12n || (half !== 0 && half !== 12)) return undefined;
  const [from, to] = [shift(clock(first), half), shift(clock(hour), half)];
  return timeOf(from < to ? to : shift(clock(hour), 12), hour.from, hour.to + 1);
}

/** Is it a word or sign between two hours? */
function joinsHours(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  const joins = lex?.to ?? lex?.fromTo ?? lex?.conjunction ?? lex?.and;
  return joins === true && close(reader, at) && close(reader, at + 1);
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
  if (reader.tokens[at]?.lex.plus && close(reader, at)) return { minute: 30, to: at + 1 };
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
  const lead = close(reader, at) ? previous(reader.tokens, at)?.lex : undefined;
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
  // 10h30 ngày 11/3: a word that leads the date is no unit.
  const unit = next?.dayBefore && isDate(reader, at + 2) ? undefined : next?.unit;
  // 3h24 giờ địa phương: nor is the word for hours behind minutes.
  if (minute > 59 || (unit !== undefined && unit !== 'minute' && unit !== 'hour')) return undefined;
  return { minute, to: at + (unit === 'minute' ? 2 : 1) };
}

function isDate(reader: Reader, at: number): boolean {
  return close(reader, at) && /\d/.test(reader.folded.charAt(reader.tokens[at]?.start ?? 0));
}

/** 1730 GMT. */
function zoned(reader: Reader, at: number): Read | undefined {
  // 0930 hours: nobody counts hours with a nought before them.
  if (reader.tokens[at]?.plain?.length !== 4) return undefined;
  const counts = reader.tokens[at]?.plain?.startsWith('0') && reader.tokens[at + 1]?.lex.unit === 'hour';
  const [, hour = '', minute = ''] = /^([01]\d|2[0-4])([0-5]\d)$/.exec(reader.tokens[at]?.plain ?? '') ?? [];
  const marked = hour !== '' && (reader.tokens[at + 1]?.lex.zone || counts) && close(reader, at + 1);
  return marked ? timeOf(`${hour}:${minute}`, at, at + 2) : undefined;
}

const DOTTED = /(\d{1,2})[.,]([0-5]\d)(?!\d|[.,:]\d)/y;

/** Do two digits at most stand before a full stop or comma? */
function isPointed(folded: string, start: number): boolean {
  return isPoint(folded.charCodeAt(start + 1)) || isPoint(folded.charCodeAt(start + 2));
}

function isPoint(code: number): boolean {
  return code === 0x2e || code === 0x2c;
}

/** 7.30pm, 7.30 Uhr, kl. 14.30: a full stop between hours and minutes, where a word beside them says so. */
function dotted(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (token?.digits === undefined || !isPointed(reader.folded, token.start)) return undefined;
  DOTTED.lastIndex = token.start;
  const [text = '', hour = '', minute = ''] = DOTTED.exec(reader.folded) ?? [];
  if (!text || Number(hour) > 24) return undefined;
  const to = token.end >= token.start + text.length ? at + 1 : at + 2;
  const isLed = isLedTime(reader, at);
  // saat 10.00'da, 15.00'te: an ending says when.
  const ended = endedDotted(reader, at);
  if (ended) return timeOf(ended.time, at, ended.to);
  // 2,25 часа is a duration where no word leads a time.
  if (text.includes(',') && !(isLed && isHour(reader, to))) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  const mark = close(reader, to) ? reader.tokens[to]?.lex : undefined;
  if (mark?.dayHalf !== undefined) return withHalf(reader, time, at, to);
  // 8.30–9.15 Uhr: the word beside the last says so of both.
  if (leadsTime(reader, to)) return timeOf(time, at, to);
  if (mark?.hourAfter) return timeOf(time, at, to + 1);
  const measured = (mark?.unit ?? mark?.share ?? mark?.scale ?? mark?.currency) !== undefined;
  return isLed && !measured ? timeOf(time, at, to) : undefined;
}

/** 15.00'te */
function endedDotted(reader: Reader, at: number): { readonly time: string; readonly to: number } | undefined {
  const token = reader.tokens[at];
  DOTTED.lastIndex = token?.start ?? 0;
  const [text = '', hour = '', minute = ''] = DOTTED.exec(reader.folded) ?? [];
  if (!token?.digits || !text.includes('.') || token.end <= token.start + text.length || Number(hour) > 24)
    return undefined;
  if (!endsWith(reader, at, reader.lexicon.hourEndings)) return undefined;
  return { time: `${hour.padStart(2, '0')}:${minute}`, to: at + 1 };
}

/** kl. 18.45–19.30: a word that leads times leads both. */
function isLedTime(reader: Reader, at: number): boolean {
  const lead = previous(reader.tokens, at)?.lex;
  if (lead?.timeLead || lead?.dottedLead) return close(reader, at);
  const first = previous(reader.tokens, at)?.lex.to && close(reader, at) ? at - 2 : at - 1;
  if (!previous(reader.tokens, first)?.lex.timeLead || !close(reader, first)) return false;
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
  if (!previous(reader.tokens, at)?.lex.timeLead || !close(reader, at)) return undefined;
  const hour = reader.tokens[at]?.plain === undefined ? undefined : hourAt(reader, at);
  if (!hour || !isHour(reader, hour.to) || reader.tokens[hour.to]?.lex.dayHalf !== undefined) return undefined;
  return plainMinutes(reader, hour.to + 1) ? undefined : timeOf(clock(hour), at, hour.to + 1);
}
