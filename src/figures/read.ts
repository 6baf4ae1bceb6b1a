import type { Bound, FigureKind, FigureValue, ReadFigure } from '../model.ts';
import { type Amount, close, gap, type Reader, readAmount } from './amount.ts';
import { type DateRead, readDate } from './dates.ts';
import { fold, lexicon } from './lexicon.ts';
import { scan } from './scan.ts';
import { add, type Exact, equal, exact, format, multiply, negate, ONE, order, scaleBy } from './value.ts';

/**
 * The figures that a text says, in the order of the text; they never overlap. One pass, linear in the text.
 * `locale` is a BCP 47 tag; offsets are UTF-16 units of `text`.
 */
export function readFigures(text: string, locale: string): readonly ReadFigure[] {
  const words = lexicon(locale);
  const folded = fold(text);
  const reader: Reader = { text, folded, tokens: scan(folded, text, words), lexicon: words };
  const figures: ReadFigure[] = [];
  let at = 0;
  while (at < reader.tokens.length) {
    const read = readAt(reader, at);
    if (read) figures.push(toFigure(reader, read));
    at = read ? Math.max(read.to, at + 1) : at + 1;
  }
  return figures;
}

/** One figure, from token to token, exclusive. */
interface Read {
  readonly kind: FigureKind;
  readonly value: FigureValue;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly soft?: boolean;
  readonly direction?: 'up' | 'down';
  readonly from: number;
  readonly to: number;
}

function toFigure(reader: Reader, read: Read): ReadFigure {
  const start = reader.tokens[read.from]?.start ?? 0;
  const end = reader.tokens[read.to - 1]?.end ?? start;
  const { kind, value, unit, bound, direction } = read;
  const figure = {
    kind,
    value,
    unit,
    bound,
    soft: read.soft ?? false,
    start,
    end,
    text: reader.text.slice(start, end),
  };
  return direction ? { ...figure, direction } : figure;
}

function readAt(reader: Reader, at: number): Read | undefined {
  if (isLabelled(reader, at)) return undefined;
  const head = readHead(reader, at);
  return (
    readTime(reader, at) ??
    (head.opened ? readTime(reader, head.to) : undefined) ??
    readDated(reader, at) ??
    (isPlain(head) ? readDated(reader, head.to, head.opened) : undefined) ??
    (isBoundOnly(head) ? readBoundedDate(reader, head) : undefined) ??
    readMeasured(reader, head) ??
    readDated(reader, head.to, head.opened) ??
    readWord(reader, head)
  );
}

/** What leads a number: "from", "more than", US$, minus, 第, 百分之. */
interface Head {
  readonly from: number;
  readonly to: number;
  readonly bound: Bound;
  readonly opened: boolean;
  readonly currency?: string;
  readonly minus: boolean;
  readonly ordinal: boolean;
  readonly percent: boolean;
  readonly timesNeeds: boolean;
}

const NO_HEAD = {
  bound: 'exact',
  opened: false,
  minus: false,
  ordinal: false,
  percent: false,
  timesNeeds: false,
} as const;

/** Digits behind a label are a name: Table 3, ISO 9001, Figures 2–4. */
function isLabelled(reader: Reader, at: number): boolean {
  if (reader.tokens[at]?.digits === undefined) return false;
  if (hasLabel(reader, at)) return true;
  if (gap(reader, at) === '-') return hasLabel(reader, at - 1);
  return gap(reader, at) === '' && reader.tokens[at - 1]?.lex.to === true && hasLabel(reader, at - 2);
}

function hasLabel(reader: Reader, at: number): boolean {
  return reader.tokens[at]?.digits !== undefined && reader.tokens[at - 1]?.lex.label === true && close(reader, at);
}

function isBoundOnly(head: Head): boolean {
  return head.bound !== 'exact' && !head.currency && !head.minus && !head.ordinal && !head.percent;
}

/** "around 21 February": a bound before a date with a month is none of its own; "over 2022" is no date. */
function readBoundedDate(reader: Reader, head: Head): Read | undefined {
  const date = readDated(reader, head.to, head.opened);
  return date && typeof date.value === 'string' && /^(\d{4}|-)-\d/.test(date.value) ? date : undefined;
}

/** Nothing leads but "from" or "in": the number may be a date. */
function isPlain(head: Head): boolean {
  return head.bound === 'exact' && !head.currency && !head.minus && !head.ordinal && !head.percent;
}

function readHead(reader: Reader, at: number): Head {
  let head: Head = { ...NO_HEAD, from: at, to: at };
  for (let i = at; ; i += 1) {
    const lex = reader.tokens[i]?.lex;
    if (!lex || (i > at && !reaches(reader, i))) return head;
    const bound = lex.before ?? (i === at ? lex.after : undefined);
    if (bound && head.bound === 'exact') head = { ...head, bound, to: i + 1 };
    else if (head.bound !== 'exact' && (lex.filler || (lex.article && reader.tokens[i + 1]?.digits)))
      head = { ...head, to: i + 1, timesNeeds: head.timesNeeds || lex.timesNeeds === true };
    else if (lex.from && !head.opened && i === at)
      head = { ...head, opened: true, to: i + 1, timesNeeds: lex.timesNeeds ?? false };
    else if (lex.timesNeeds && !head.timesNeeds) head = { ...head, timesNeeds: true, to: i + 1 };
    else if (lex.currency && lex.leads && !head.currency) head = { ...head, currency: lex.currency, to: i + 1 };
    else if (lex.minus && !head.minus && close(reader, i + 1)) head = { ...head, minus: true, to: i + 1 };
    else if (lex.ordinalBefore && !head.ordinal) head = { ...head, ordinal: true, to: i + 1 };
    else if (lex.percentBefore && !head.percent) head = { ...head, percent: true, to: i + 1 };
    else return head;
  }
}

/** Is the token next to the one before, or within the reach that a bound has over its verb (至少有)? */
function reaches(reader: Reader, at: number): boolean {
  if (gap(reader, at) !== 'more') return true;
  const before = reader.tokens[at - 1];
  const token = reader.tokens[at];
  if (!before?.lex.reach || !token) return false;
  return token.start - before.end <= before.lex.reach && isNear(reader, before.end, token.start);
}

/** A bound, currency or sign tells where the figure starts; "from" and "in" are not part of it. */
function startOf(reader: Reader, head: Head): number {
  let from = head.from;
  for (; from < head.to; from += 1) {
    const lex = reader.tokens[from]?.lex;
    if (lex && (lex.before || lex.after || lex.currency || lex.minus || lex.ordinalBefore || lex.percentBefore)) break;
  }
  return from;
}

function readTime(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  if (token?.time) return timed(reader, token.time, at, at + 1);
  const half = token?.lex.dayHalf === undefined ? undefined : at;
  const hourAt = half === undefined ? at : at + 1;
  const inner = half === undefined ? undefined : reader.tokens[hourAt];
  if (inner?.time && close(reader, hourAt)) {
    return { ...exactly('time', shift(inner.time, token?.lex.dayHalf ?? 0)), from: at, to: hourAt + 1 };
  }
  const hour = readAmount(reader, hourAt);
  if (!hour || hour.value.d !== 1n || hour.value.n > 24n || (half !== undefined && !close(reader, hourAt)))
    return undefined;
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
  const minute = close(reader, hour.to + 1) ? readAmount(reader, hour.to + 1) : undefined;
  const marked = minute && reader.tokens[minute.to]?.lex.minuteAfter && close(reader, minute.to);
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

function exactly(kind: FigureKind, value: FigureValue): Pick<Read, 'kind' | 'value' | 'unit' | 'bound'> {
  return { kind, value, unit: null, bound: 'exact' };
}

/** A date, or a range of two: 1992–2022, с 1992 по 2022 год. */
function readDated(reader: Reader, at: number, opened = false): Read | undefined {
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
function rangeStep(reader: Reader, at: number, opened: boolean): number | undefined {
  if (gap(reader, at) === '-' && reader.tokens[at]?.digits) return at;
  const token = reader.tokens[at];
  const word = token?.lex.to || (opened && token?.lex.fromTo);
  if (!token || !word || !close(reader, at) || !close(reader, at + 1)) return undefined;
  const sign = /^[–—~～]$/.test(token.end - token.start === 1 ? reader.text.slice(token.start, token.end) : '');
  const tight = gap(reader, at) === gap(reader, at + 1);
  const digits = reader.tokens[at - 1]?.digits !== undefined || gap(reader, at) === '';
  return !sign || (tight && digits) ? at + 1 : undefined;
}

/** A number with all that stands around it. */
function readMeasured(reader: Reader, head: Head): Read | undefined {
  const first = readAmount(reader, head.to);
  if (!first || (head.to > head.from && !reaches(reader, head.to))) return undefined;
  const range = readRange(reader, head, first);
  if (range) return range;
  const tail = readTail(reader, first, head);
  if (first.bare && !tail.marked && !head.ordinal && !head.percent && !head.currency) return undefined;
  return measured(reader, head, first, tail);
}

/** What follows a number: its bound inside, its unit, its bound after. */
interface Tail {
  readonly to: number;
  readonly bound?: Bound;
  readonly kind?: FigureKind;
  readonly unit?: string | null;
  /** Makes the said value one in base units: cents, decades, tenths. */
  readonly factor: Exact;
  readonly plus?: Exact;
  /** Something other than a plain noun follows. */
  readonly marked: boolean;
}

function readTail(reader: Reader, amount: Amount, head: Head): Tail {
  let to = amount.to;
  let bound: Bound | undefined = amount.inside;
  const inside = reader.tokens[to]?.lex.inside;
  if (inside && close(reader, to)) {
    bound = inside;
    to += 1;
  }
  const measure = readMeasure(reader, to, amount, head);
  to = measure.to;
  const plus = measure.kind === 'duration' || measure.kind === 'percent' ? reader.tokens[to]?.lex : undefined;
  const half = plus?.amount && close(reader, to) && gap(reader, to) === '' ? plus.amount : undefined;
  if (half) to += 1;
  const after = boundBehind(reader, to, measure.kind !== undefined);
  if (after) return { ...measure, bound: after.bound, to: after.to, marked: true, ...(half ? { plus: half } : {}) };
  return { ...measure, to, ...(bound ? { bound } : {}), ...(half ? { plus: half } : {}) };
}

/** "or more", 以上, 左右; 多 may stand behind the unit: 八年多. */
function boundBehind(reader: Reader, at: number, measuredBefore: boolean): { bound: Bound; to: number } | undefined {
  const lex = reader.tokens[at]?.lex;
  if (!lex || !close(reader, at)) return undefined;
  if (lex.after) return { bound: lex.after, to: at + 1 };
  if (lex.inside === 'over' && measuredBefore && gap(reader, at) === '') return { bound: lex.inside, to: at + 1 };
  return undefined;
}

const HUNDREDTH = exact(1, 100);
const TENTH = exact(1, 10);
const TEN = exact(10);

const SHARES = {
  percent: { kind: 'percent', factor: ONE },
  permille: { kind: 'percent', factor: TENTH },
  tenths: { kind: 'percent', factor: TEN },
  points: { kind: 'percentage-point', factor: ONE },
  basis: { kind: 'percentage-point', factor: HUNDREDTH },
} as const;

const DURATIONS = new Set(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond']);

/** Classifier, unit, currency, percent sign, ending of an ordinal or marker of a multiple behind a number. */
function readMeasure(reader: Reader, at: number, amount: Amount, head: Head): Omit<Tail, 'bound'> {
  const none = { to: at, factor: ONE, marked: false };
  const lex = reader.tokens[at]?.lex;
  if (!lex || gap(reader, at) === 'more') return none;
  if (lex.share) {
    const share = SHARES[lex.share];
    return tenthsTail(
      reader,
      { to: at + 1, kind: share.kind, unit: null, factor: share.factor, marked: true },
      lex.share,
    );
  }
  if (lex.ordinalAfter && !amount.fraction) return { ...none, to: at + 1, kind: 'ordinal', unit: null, marked: true };
  if (
    lex.ordinal &&
    amount.words &&
    amount.value.n % 10n === 0n &&
    gap(reader, at) !== 'more' &&
    equal(lex.ordinal, exact(lex.ordinal.n)) &&
    lex.ordinal.n < 10n
  ) {
    return { ...none, to: at + 1, kind: 'ordinal', unit: null, plus: lex.ordinal, marked: true };
  }
  if (lex.times) return timesTail(reader, at, head);
  if (lex.subunit) return { to: at + 1, kind: 'money', unit: lex.subunit, factor: HUNDREDTH, marked: true };
  if (lex.currency && !head.currency && close(reader, at))
    return { ...none, to: at + 1, kind: 'money', unit: lex.currency, marked: true };
  if (lex.unit) return unitTail(reader, at);
  if (lex.classifier && gap(reader, at) !== '-') {
    // 三十个月: a classifier may stand before a unit of its own.
    const inner = reader.tokens[at + 1]?.lex.unit && gap(reader, at + 1) === '' ? unitTail(reader, at + 1) : undefined;
    return inner ?? { ...none, marked: true };
  }
  return none;
}

function unitTail(reader: Reader, at: number): Omit<Tail, 'bound'> {
  const lex = reader.tokens[at]?.lex;
  const unit = lex?.unit ?? null;
  const kind = unit && DURATIONS.has(unit) ? 'duration' : 'quantity';
  return { to: at + 1, kind, unit, factor: lex?.factor ?? ONE, marked: true };
}

/** 三成五: three tenths and five hundredths. */
function tenthsTail(reader: Reader, tail: Omit<Tail, 'bound'>, share: keyof typeof SHARES): Omit<Tail, 'bound'> {
  const digit = share === 'tenths' && gap(reader, tail.to) === '' ? reader.tokens[tail.to]?.lex.number : undefined;
  return digit === undefined || digit > 9 ? tail : { ...tail, to: tail.to + 1, plus: exact(digit, 10) };
}

/** в 100 раз is a multiple, три раза a count; where the language has no such word, every marker is a multiple. */
function timesTail(reader: Reader, at: number, head: Head): Omit<Tail, 'bound'> {
  const multiple = !reader.lexicon.timesNeed || head.timesNeeds;
  return { to: at + 1, unit: null, factor: ONE, marked: true, ...(multiple ? { kind: 'multiple' as const } : {}) };
}

function measured(reader: Reader, head: Head, amount: Amount, tail: Tail): Read | undefined {
  const kind = kindOf(head, amount, tail);
  const raw = multiply(tail.plus ? add(amount.value, tail.plus) : amount.value, tail.factor);
  const value = head.minus ? negate(raw) : raw;
  const unit = head.currency ?? (kind === 'ordinal' ? null : (tail.unit ?? null));
  const bound = tail.bound ?? head.bound;
  const soft = isSoft(kind, amount, tail, head, value);
  const from = startOf(reader, head);
  const direction = directionNear(reader, from, tail.to);
  return { kind, value: format(value), unit, bound, soft, from, to: tail.to, ...(direction ? { direction } : {}) };
}

function kindOf(head: Head, amount: Amount, tail: Tail): FigureKind {
  if (head.currency) return 'money';
  if (head.percent) return tail.kind === 'percentage-point' ? 'percentage-point' : 'percent';
  if (head.ordinal) return 'ordinal';
  if (tail.kind) return tail.kind;
  return amount.fraction ? 'fraction' : 'number';
}

/** One, first and their like say little; a unit, a bound or digits make them figures in full. */
function isSoft(kind: FigureKind, amount: Amount, tail: Tail, head: Head, value: Exact): boolean {
  if (!amount.words || amount.scale > 0 || !equal(value, ONE)) return false;
  // "a week" is one week said without a number.
  if (kind === 'duration') return true;
  return (kind === 'number' || kind === 'ordinal') && !tail.bound && head.bound === 'exact';
}

/** 20–25%, 2.1 to 2.4 billion yuan: scale and unit are shared where only the end says them. */
function readRange(reader: Reader, head: Head, first: Amount): Read | undefined {
  const tail = readTail(reader, first, head);
  const step = rangeStep(reader, tail.to, head.opened);
  if (step === undefined || tail.kind === 'ordinal') return undefined;
  const inner = readHead(reader, step);
  const second = inner.bound === 'exact' && !inner.ordinal ? readAmount(reader, inner.to) : undefined;
  if (!second || (inner.to > step && gap(reader, inner.to) === 'more')) return undefined;
  const end = readTail(reader, second, head.currency ? head : inner);
  const shared = first.scale === 0 && second.scale > 0 && order(first.value, scaleBy(second.value, -second.scale)) < 0;
  const from = multiply(shared ? scaleBy(first.value, second.scale) : first.value, end.factor);
  const to = multiply(second.value, end.factor);
  const agree =
    tail.unit === undefined || tail.unit === end.unit || (head.currency !== undefined && end.unit === undefined);
  if (order(from, to) >= 0 || !agree || (tail.bound && !head.opened)) return undefined;
  const kind = kindOf({ ...head, percent: head.percent || inner.percent }, second, end);
  const unit = head.currency ?? end.unit ?? null;
  const bound = head.bound;
  return { kind, value: { from: format(from), to: format(to) }, unit, bound, from: startOf(reader, head), to: end.to };
}

/** Words that are a figure by themselves: fortieth, doubled, both. */
function readWord(reader: Reader, head: Head): Read | undefined {
  const lex = reader.tokens[head.to]?.lex;
  if (!lex || (head.to > head.from && !close(reader, head.to))) return undefined;
  const span = { from: startOf(reader, head), to: head.to + 1, bound: head.bound };
  if (lex.multiple) return { ...exactly('multiple', format(lex.multiple)), ...span };
  if (lex.ordinal && lex.month === undefined) {
    return { ...exactly('ordinal', format(lex.ordinal)), soft: equal(lex.ordinal, ONE), ...span };
  }
  return lex.soft ? { ...exactly('number', format(lex.soft)), soft: true, ...span } : undefined;
}

/** How far a word of rise or fall may stand from its figure, in UTF-16 units. */
const NEAR = 14;

function directionNear(reader: Reader, from: number, to: number): 'up' | 'down' | undefined {
  const before = reader.tokens[from - 1];
  const start = reader.tokens[from]?.start ?? 0;
  if (before?.lex.direction && isNear(reader, before.end, start)) return before.lex.direction;
  const beforeThat = reader.tokens[from - 2];
  if (beforeThat?.lex.direction && !before?.digits && isNear(reader, beforeThat.end, start))
    return beforeThat.lex.direction;
  const after = reader.tokens[to];
  const end = reader.tokens[to - 1]?.end ?? 0;
  return after?.lex.direction && isNear(reader, end, after.start) ? after.lex.direction : undefined;
}

function isNear(reader: Reader, end: number, start: number): boolean {
  return start - end <= NEAR && !/[.;:!?。；：！？,，]/.test(reader.folded.slice(end, start));
}
