import { readAmount } from '../numbers/amount.ts';
import { close, endsWith, gap, previous, type Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import { NONE } from '../words/steady.ts';
import { AS_SAID, shift, TWELVE, timeOf, written } from './clock.ts';

/** A time as said: hours and minutes, up to the token `to`, and whether a half or quarter or an ordinal says it. */
interface Spoken {
  readonly hour: number;
  readonly minute: number;
  readonly to: number;
  readonly sort: 'whole' | 'part' | 'ordinal';
}

/** "half past three", в половине четвёртого, halb drei: the word says how many minutes before or behind the hour. */
export function clockFirst(reader: Reader, at: number, minutes: number): Read | undefined {
  const token = gap(reader, at + 1) === ' ' ? reader.tokens[at + 1] : undefined;
  const ordinal = token?.lex.ordinal?.d === 1n ? Number(token.lex.ordinal.n) : undefined;
  // "half past midnight"
  const named = token?.lex.hour?.endsWith(':00') ? Number(token.lex.hour.slice(0, 2)) || 24 : undefined;
  const hour = named ?? ordinal ?? token?.lex.number ?? Number(token?.plain ?? 0);
  if (!token || hour < 1 || hour > 24 || token.lex.scale !== undefined) return undefined;
  // в половине двухквартирного дома
  if (token.lex.number !== undefined && gap(reader, at + 2) === '') return undefined;
  // без четверти четыре дня, but половина второго дня may be one of the day.
  const { clockOnly, clockEnds } = reader.tokens[at]?.lex ?? {};
  const isClock = clockOnly || clockEnds || (minutes < 0 && ordinal === undefined);
  const day = isClock && hour < 7 && close(reader, at + 2) ? reader.tokens[at + 2]?.lex.clockDay : undefined;
  if (day !== undefined) return timeOf(shift(clockAt(hour, minutes), day), at, at + 3);
  if (isMeasured(reader, at + 2)) return undefined;
  // "open from ten to three in the afternoon" is no time before three.
  const { clockHalf } = reader.tokens[at]?.lex ?? {};
  if (clockHalf && (halfAt(reader, at + 2) === undefined || previous(reader.tokens, at)?.lex.from)) return undefined;
  // "half past two goals", половина третьего этажа: no time is said where something may be counted or parted.
  const isCertain = named !== undefined || isClock || leadsTime(reader, at);
  if (!isCertain && halfAt(reader, at + 2) === undefined && !ends(reader, at + 2)) return undefined;
  const time = clockAt(hour, minutes);
  const marked = reader.tokens[at + 2]?.lex.hourAfter && close(reader, at + 2) ? at + 3 : at + 2;
  const to = halfAt(reader, at + 2) === undefined ? marked : at + 2;
  const half = halfAt(reader, to);
  if (half === undefined) return { ...timeOf(time, at, to), ...(hour < 13 && named === undefined && TWELVE) };
  return timeOf(shift(time, half), at, to + 1);
}

function clockAt(hour: number, minutes: number): string {
  const all = (hour * 60 + minutes + 1440) % 1440;
  return written(Math.floor(all / 60), all % 60);
}

/** в третьем часу ночи, двадцать минут третьего: an hour that runs has the number of its end. */
export function runningHour(reader: Reader, at: number): Read | undefined {
  if (!reader.lexicon.hoursRun) return undefined;
  const minute = minutesAt(reader, at);
  const hourAt = minute?.to ?? at;
  const hour = reader.tokens[hourAt]?.lex.ordinal;
  if (hour?.d !== 1n || hour.n < 1n || hour.n > 12n) return undefined;
  const { hourRunning: named, hour: whole } = close(reader, hourAt + 1)
    ? (reader.tokens[hourAt + 1]?.lex ?? NONE)
    : NONE;
  const to = named || whole ? hourAt + 2 : hourAt + 1;
  const behind = close(reader, to) ? reader.tokens[to]?.lex : undefined;
  const day = minute === undefined ? undefined : behind?.clockDay;
  const half = whole ? halfOf(whole) : (behind?.dayHalf ?? day);
  // двадцать минут третьего периода; в начале третьего, but в начале третьего периода
  const isLed = minute !== undefined || (close(reader, at) && previous(reader.tokens, at)?.lex.hourPart === true);
  // после второго за десять недель предупреждения
  // «в пять минут девятого двери открылись»: of a period so many minutes are not said to be "in".
  const isIn = minute !== undefined && close(reader, at) && previous(reader.tokens, at)?.lex.timesNeeds === true;
  const isEnd = (isIn || ends(reader, hourAt + 1)) && !(behind?.monthLead && readAmount(reader, to + 1));
  if (!named && !whole && half === undefined && !(isLed && isEnd)) return undefined;
  const time = written((Number(hour.n) + 23) % 12, minute?.minute);
  return half === undefined
    ? { ...timeOf(time, at, to), ...TWELVE }
    : timeOf(shift(time, half), at, whole ? to : to + 1);
}

/** "20 minutes to midnight", "5 minutes past noon". */
export function minutesToHour(reader: Reader, at: number): Read | undefined {
  const minute = reader.tokens[at + 1]?.lex.unit === 'minute' ? minutesAt(reader, at) : undefined;
  const lead = minute && reader.tokens[minute.to]?.lex;
  const to = (minute?.to ?? at) + 1;
  const hour = close(reader, to) ? reader.tokens[to]?.lex.hour : undefined;
  if (!minute || !(lead?.to || lead?.crossing) || !hour?.endsWith(':00')) return undefined;
  const all = (Number(hour.slice(0, 2)) * 60 + (lead.to ? -minute.minute : minute.minute) + 1440) % 1440;
  return timeOf(written(Math.floor(all / 60), all % 60), at, to + 1);
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

/** "alle due di notte", "las cuatro y media de la mañana", o ósmej wieczorem: an hour in words, told by what stands beside it. */
export function spokenTime(reader: Reader, at: number): Read | undefined {
  const said = spokenAt(reader, at);
  if (!said || said.hour > 24) return undefined;
  const half = halfAt(reader, said.to);
  const time = () => written(said.hour, said.minute);
  if (half !== undefined && said.hour <= 12) {
    const isLoose = said.sort === 'ordinal' && reader.lexicon.hoursLed && !leadsTime(reader, at);
    if (isLoose) return undefined;
    // 三晚 and чотири ночі are nights, but not о четвертій ночі.
    const counts = said.sort !== 'ordinal' && reader.tokens[said.to]?.lex.classifier && half !== AS_SAID;
    return counts ? undefined : { ...timeOf(shift(time(), half), at, said.to + 1), ...(half === AS_SAID && TWELVE) };
  }
  const mark = said.sort !== 'whole' && close(reader, said.to) ? reader.tokens[said.to]?.lex : undefined;
  // साढ़े दस बजे; four and a half heures may be how long something took.
  // "a primera hora" is no time of the clock.
  const isHour = said.sort === 'ordinal' ? reader.lexicon.ordinalHours : mark?.unit === undefined;
  if (mark?.hourAfter && isHour) return { ...timeOf(time(), at, said.to + 1), ...(said.sort === 'part' && TWELVE) };
  // الثانية والنصف: nothing but an hour is second and a half.
  const { number, ordinal } = reader.tokens[at]?.lex ?? NONE;
  const isCertain =
    isLess(reader, said.to) ||
    (said.sort === 'part' && ordinal !== undefined && number === undefined) ||
    (said.sort === 'part' && isPhrase(reader, at) && reader.tokens[said.to - 1]?.lex.unit === 'minute') ||
    isEnded(reader, said.to - 2);
  if (!(isCertain || isLed(reader, at, said)) || isMeasured(reader, said.to)) return undefined;
  return { ...timeOf(time(), at, said.to), ...(said.hour < 13 && TWELVE) };
}

/** sabah dört buçukta, gece ikiye, akşam 8'de: behind the half of the day, an ending says when. */
export function endedTime(reader: Reader, at: number): { readonly time: string; readonly to: number } | undefined {
  const said = spokenAt(reader, at) ?? plainAt(reader, at);
  if (!said || said.hour > 12 || isMeasured(reader, said.to)) return undefined;
  const isEnded = !isWhole(reader, said.to - 1) && endsWith(reader, said.to - 1, reader.lexicon.hourEndings);
  // sabah beş buçuk sularında
  const isAbout = close(reader, said.to) && reader.tokens[said.to]?.lex.after === 'about';
  return isEnded || isAbout || isLess(reader, said.to)
    ? { time: written(said.hour, said.minute), to: said.to }
    : undefined;
}

/** gece iki taraf: a numeral that ends as some endings do, and has none. */
function isWhole({ folded, tokens, lexicon: { words } }: Reader, at: number): boolean {
  const token = tokens[at];
  return token?.lex.number !== undefined && words.find(folded.slice(token.start, token.end))?.lexeme !== undefined;
}

/** nueve menos cuarto, 7時10分前: what stands before the token at `to` takes minutes from an hour. */
function isLess({ tokens }: Reader, to: number): boolean {
  return (tokens[to - 1]?.lex.plus?.n ?? 0n) < 0n;
}

/** sekizi yirmi beş geçe: an hour with an ending, and minutes behind it. */
function isEnded(reader: Reader, at: number): boolean {
  const plus = reader.tokens[at + 1]?.lex.plus;
  return plus !== undefined && plus.d > 2n && !isWhole(reader, at) && endsWith(reader, at, reader.lexicon.hourEndings);
}

function leadsTime(reader: Reader, at: number): boolean {
  const lead = close(reader, at) ? previous(reader.tokens, at)?.lex : undefined;
  return lead?.timeLead === true || lead?.clockLead === true;
}

/** الساعة التاسعة: the word for the hour and its number. */
function isPhrase({ folded, tokens }: Reader, at: number): boolean {
  return folded.slice(tokens[at]?.start, tokens[at]?.end).includes(' ');
}

/** Is it led by a word for the hour, or by one that may lead more, where nothing else is said in parts or follows? */
function isLed(reader: Reader, at: number, { sort, to }: Spoken): boolean {
  const lead = close(reader, at) ? previous(reader.tokens, at)?.lex : undefined;
  if (lead?.clockLead) return true;
  if (!lead?.timeLead || sort === 'whole') return false;
  // Where half an hour is said before the hour, or hours are no ordinals, what follows is something else: till en och en halv.
  const { halfLeads, ordinalHours } = reader.lexicon;
  return sort === 'part' ? !halfLeads : ordinalHours && ends(reader, to);
}

/** Does no noun follow what was said up to the token at `to`? */
function ends(reader: Reader, to: number): boolean {
  const lex = close(reader, to) ? reader.tokens[to]?.lex : undefined;
  // в начале третьего и ушел, but в начале третьего и четвертого периодов
  const isListed = close(reader, to + 1) && reader.tokens[to + 1]?.lex.ordinal !== undefined;
  // в начале второй недели
  if (lex?.unit && !lex.hourAfter) return false;
  if (lex?.hourAfter || lex?.monthLead || ((lex?.conjunction || lex?.and) && !isListed)) return true;
  const end = reader.tokens[to - 1]?.end ?? 0;
  return /^(?:$|[^\p{L}\p{N}]*(?:$|[.,;:!?)»”]))/u.test(reader.folded.slice(end, end + 3));
}

function spokenAt(reader: Reader, at: number): Spoken | undefined {
  const { lex, digits, plain } = reader.tokens[at] ?? {};
  const ordinal = lex?.ordinal?.d === 1n && !lex.unit ? Number(lex.ordinal.n) : undefined;
  if (ordinal !== undefined && lex?.number === undefined)
    return ordinal > 0 ? ordinalHour(reader, at, ordinal) : undefined;
  const suffixed = plain && reader.tokens[at + 1]?.lex.ordinalAfter && gap(reader, at + 1) === '';
  if (suffixed && plain.length < 3) return { hour: Number(plain), minute: 0, to: at + 2, sort: 'ordinal' };
  // الساعة التاسعة وعشر دقائق
  const named =
    lex?.number !== undefined && !digits && isPhrase(reader, at) ? minutesJoined(reader, at + 1) : undefined;
  if (named) return { hour: lex?.number ?? 0, ...named, sort: 'part' };
  const amount = readAmount(reader, at);
  if (
    !amount ||
    amount.bare ||
    amount.scale > 2 ||
    (digits && !amount.plain && !isEnded(reader, at) && !isLess(reader, amount.to))
  )
    return undefined;
  const { n, d } = amount.value;
  if (n < 0n || 60n % d !== 0n || n > 24n * d || (d !== 1n && n < d)) return undefined;
  const minute = Number(((n % d) * 60n) / d);
  return { hour: Number(n / d), minute, to: amount.to, sort: d === 1n ? 'whole' : 'part' };
}

/** الرابعة والنصف فجرا, العاشرة إلا ربعا: an hour that is an ordinal, and a part of the next behind it. */
function ordinalHour(reader: Reader, at: number, ordinal: number): Spoken {
  const minutes = minutesJoined(reader, at + 1);
  if (minutes) return { hour: ordinal, ...minutes, sort: 'part' };
  // التاسعة وعشرين دقيقة, which is no twenty-ninth
  const isBoth = ordinal > 20 && ordinal < 60 && reader.tokens[at + 1]?.lex.unit === 'minute' && close(reader, at + 1);
  if (isBoth) return { hour: ordinal % 10, minute: ordinal - (ordinal % 10), to: at + 2, sort: 'part' };
  const plus = close(reader, at + 1) ? reader.tokens[at + 1]?.lex.plus : undefined;
  if (!plus) return { hour: ordinal, minute: 0, to: at + 1, sort: 'ordinal' };
  const all = ordinal * 60 + Number((plus.n * 60n) / plus.d);
  return { hour: Math.floor(all / 60), minute: all % 60, to: at + 2, sort: 'part' };
}

/** الثالثة وخمس وأربعين دقيقة: minutes behind an hour, with "and" glued to their number. */
function minutesJoined(reader: Reader, at: number): { minute: number; to: number } | undefined {
  const { lead, start } = reader.tokens[at] ?? {};
  if (lead === undefined || !close(reader, at)) return undefined;
  if (reader.folded.slice(lead, start) !== reader.lexicon.conjunction) return undefined;
  const amount = readAmount(reader, at);
  if (amount?.value.d !== 1n || amount.value.n < 1n || amount.value.n > 59n) return undefined;
  const isMinute = reader.tokens[amount.to]?.lex.unit === 'minute' && close(reader, amount.to);
  return isMinute ? { minute: Number(amount.value.n), to: amount.to + 1 } : undefined;
}

/** 8'de: digits with an ending. */
function plainAt(reader: Reader, at: number): Spoken | undefined {
  const plain = reader.tokens[at]?.plain;
  if (!plain || plain.length > 2) return undefined;
  return { hour: Number(plain), minute: 0, to: at + 1, sort: 'whole' };
}

function halfAt(reader: Reader, at: number): number | undefined {
  return close(reader, at) && !reader.lexicon.halvesLead ? reader.tokens[at]?.lex.dayHalf : undefined;
}

function isMeasured(reader: Reader, at: number): boolean {
  const lex = gap(reader, at) === 'more' ? undefined : reader.tokens[at]?.lex;
  if (!lex || lex.dayHalf !== undefined || lex.hourAfter) return false;
  return (lex.unit ?? lex.scale ?? lex.share ?? lex.currency ?? lex.month ?? lex.times) !== undefined;
}
