import type { Bound, FigureKind } from '../model.ts';
import { type Amount, close, gap, type Reader } from './amount.ts';
import type { Head } from './head.ts';
import { type Exact, equal, exact, ONE } from './value.ts';

/** What follows a number: its bound inside, its unit, its bound after. */
export interface Tail {
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

export function readTail(reader: Reader, amount: Amount, head: Head): Tail {
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
  // "3,2 milliards de dollars": between a scale and its unit.
  if (reader.tokens[at]?.lex.partitive && amount.scale > 0 && close(reader, at) && gap(reader, at + 1) !== 'more') {
    const measure = readMeasure(reader, at + 1, { ...amount, scale: 0 }, head);
    if (measure.kind === 'money' || measure.kind === 'quantity') return measure;
  }
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
  // "one hundred and third"
  const last = lex.and && gap(reader, at + 1) !== 'more' ? reader.tokens[at + 1]?.lex.ordinal : undefined;
  if (
    last &&
    amount.words &&
    amount.value.d === 1n &&
    amount.value.n >= 100n &&
    amount.value.n % 100n === 0n &&
    last.n < 100n
  )
    return { ...none, to: at + 2, kind: 'ordinal', unit: null, plus: last, marked: true };
  if (lex.times) return timesTail(reader, at, head);
  if (lex.subunit)
    return { to: at + 1, kind: 'money', unit: lex.subunit, factor: lex.factor ?? HUNDREDTH, marked: true };
  if (lex.currency && !head.currency && gap(reader, at) !== 'more')
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
