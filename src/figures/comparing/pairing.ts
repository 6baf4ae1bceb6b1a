import type { Figure } from '../../model.ts';
import { add, divide, type Exact, equal, parseExact, ZERO } from '../value.ts';
import { agreement, keyOf, makes, numberOf } from './agree.ts';
import { boundClass } from './bounds.ts';
import { clocksOf, isAfternoon } from './civil.ts';
import { isDollar, isOpenDollar } from './dollars.ts';
import { isSameValue } from './match.ts';
import { isInScore, scoresIn } from './scores.ts';

/** Called with a pair that has found each other. */
type Take = (source: Figure, target: Figure) => void;

/** Same key, best of those with it: the same unit, bound and kind first, then what stands at the same turn. */
export function matchEqual(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  distance: (a: Figure, b: Figure) => number,
  allowed: (a: Figure, b: Figure) => boolean = () => true,
): void {
  if (left.size === 0 || right.size === 0) return;
  const byKey = Map.groupBy(right, keyOf);
  const nearest = (figure: Figure, rank: number) => {
    const same = byKey.get(keyOf(figure));
    const open = same?.filter((other) => right.has(other) && likeness(figure, other) >= rank && allowed(figure, other));
    return open?.sort((a, b) => distance(figure, a) - distance(figure, b))[0];
  };
  for (const rank of [4, 3, 2]) {
    for (const figure of left) {
      const found = nearest(figure, rank);
      if (found) take(figure, found);
    }
  }
}

/** 4: all the same; 3: but for hardness or direction; 2: another bound; 0: no agreement. */
function likeness(a: Figure, b: Figure): number {
  if (agreement(a, b) !== 'same') return 0;
  if (boundClass(a.bound) !== boundClass(b.bound)) return 2;
  return a.soft === b.soft && a.direction === b.direction ? 4 : 3;
}

/** What agrees only by a looser reading; few figures are left by now. */
export function matchLoose(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  allowed: (a: Figure, b: Figure) => boolean = () => true,
): void {
  if (left.size === 0 || right.size === 0) return;
  for (const sameBound of [true, false]) {
    for (const wanted of ['loose', 'converted'] as const) {
      for (const figure of [...left]) {
        const found = [...right].find(
          (other) =>
            allowed(figure, other) &&
            agreement(figure, other) === wanted &&
            (!sameBound || boundClass(figure.bound) === boundClass(other.bound)),
        );
        if (found) take(figure, found);
      }
    }
  }
}

/** "50.1 to 49.9 percent", "5, 7 and 12 km": the unit that one side says with each, the other says once. */
export function matchShared(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  source: readonly Figure[],
  target: readonly Figure[],
): void {
  for (const figure of [...left]) {
    const found = [...right].find((other) => isShared(figure, other, source) || isShared(other, figure, target));
    if (found) take(figure, found);
  }
}

/** How far behind a bare number the next of its list may stand, in UTF-16 units. */
const LIST = 16;

/** How far behind a share the next may go without its sign, in UTF-16 units. */
const NEXT = 4;

function isRightBehind(bare: Figure, { end }: Figure): boolean {
  return bare.start >= end && bare.start - end <= NEXT;
}

/** "38 percent, down from 52": how far behind a share what it came from may stand, in UTF-16 units. */
const FROM = 24;

function isFrom({ start }: Figure, { kind, end }: Figure): boolean {
  return kind === 'percent' && start >= end && start - end <= FROM;
}

function isShared(bare: Figure, full: Figure, own: readonly Figure[]): boolean {
  if (bare.kind !== 'number' || bare.unit !== null || bare.soft) return false;
  if (!isSameValue(bare, full))
    return isScaledBefore(bare, full, own) || isScaledBehind(bare, full, own) || isTimeBefore(bare, full, own);
  if (full.kind === 'number' && full.unit === null) return false;
  if ((bare.unnamed || isLarge(bare)) && isSaidBefore(bare, full, own)) return true;
  // "51 percent to 47"
  if (full.kind === 'percent' && own.some((other) => other.kind === 'percent' && isRightBehind(bare, other)))
    return true;
  if (full.kind === 'percent' && bare.direction && own.some((other) => isFrom(bare, other))) return true;
  return own.some(
    (other) =>
      other.kind === full.kind && other.unit === full.unit && other.start > bare.end && other.start - bare.end <= LIST,
  );
}

/** 78 millions prévus: so much is counted by few. */
function isLarge({ value, text }: Figure): boolean {
  return String(value).length > 6 && /\p{Nd}.*\p{L}/u.test(text);
}

/** "29 milioni, non 50": right behind a number with a scale, another may go without it. */
function isScaledBefore(bare: Figure, { value, unit }: Figure, own: readonly Figure[]): boolean {
  const last = own.findLast(({ end }) => end <= bare.start);
  if (!last || bare.start - last.end > SCALED || last.unit !== unit || !/\p{Nd}.*\p{L}/u.test(last.text)) return false;
  const zeros = /(?:000){2,4}$/.exec(String(last.value))?.[0];
  return zeros !== undefined && typeof bare.value === 'string' && value === `${bare.value}${zeros}`;
}

/** "30, 40 and 50 million dollars": the scale of a list stands behind its last. */
function isScaledBehind(bare: Figure, { value, unit, kind }: Figure, own: readonly Figure[]): boolean {
  let end = bare.end;
  for (const next of own.slice(own.indexOf(bare) + 1)) {
    if (next.start - end > JOINED_LIST || typeof next.value !== 'string') return false;
    const zeros = /\p{Nd}.*\p{L}/u.test(next.text) ? /(?:000){1,4}$/.exec(next.value)?.[0] : undefined;
    const isOfIt = kind === 'number' || next.unit === unit;
    if (zeros !== undefined) return isOfIt && typeof bare.value === 'string' && value === `${bare.value}${zeros}`;
    if (next.kind !== 'number' || next.unit !== null) return false;
    end = next.end;
  }
  return false;
}

/** How much may stand between two of a list, in UTF-16 units: a comma and "and". */
const JOINED_LIST = 6;

/** How far behind it, in UTF-16 units. */
const SCALED = 20;

/** "150 minutes of the one or 75 of the other" and часа с четвертью: the unit goes on, and the other side counts in a larger. */
function isTimeBefore(bare: Figure, full: Figure, own: readonly Figure[]): boolean {
  if (full.kind !== 'duration') return false;
  const last = own.findLast(({ kind, start, soft }) => kind === 'duration' && !soft && start < bare.start);
  return last !== undefined && agreement({ ...bare, kind: last.kind, unit: last.unit }, full) === 'same';
}

/** "2.1 billion euros, up on the 1.8 billion a year ago": where nothing is counted, the last unit goes on. */
function isSaidBefore(bare: Figure, full: Figure, own: readonly Figure[]): boolean {
  if (full.kind !== 'money' && full.kind !== 'percent') return false;
  // фунтів, livres: pounds are weights too.
  const last = own.findLast(
    ({ kind, unit, start }) => (kind === full.kind || (full.unit === 'GBP' && unit === 'pound')) && start < bare.start,
  );
  return last !== undefined && agreement({ ...bare, kind: last.kind, unit: last.unit }, full) !== undefined;
}

/** "rose from 5 to 10" is a range to one reader and two numbers to another. */
export function matchRanges(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  [source, target]: readonly [readonly Figure[], readonly Figure[]],
  kind?: Figure['kind'],
): void {
  for (const [ranges, others, swap] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    const all = swap ? source : target;
    for (const range of [...ranges]) {
      if (typeof range.value === 'string' || (kind && range.kind !== kind)) continue;
      const clocks = clocksOf(range);
      const ends = [range.value.from, range.value.to].map((value, n) => {
        const end = { ...range, value };
        const clock = clocks[n];
        return [...others].find(
          (other) =>
            agreement(end, other) !== undefined ||
            (other.unit === null && agreement({ ...end, unit: null }, other) !== undefined) ||
            (clock && agreement(clock, other)) ||
            isPart(end, other) ||
            isPart(other, end) ||
            isAfternoon(end, other) ||
            isOfPlace(end, other),
        );
      });
      const [low, to] = ends;
      const from =
        low ?? (to && ([...others].find((other) => isShort(range.value, other, to)) ?? oneBefore(range, to, all)));
      const isThere = (value: string) => all.some((other) => agreement({ ...range, value }, other) === 'same');
      // "between 31 December and that date": one end is said elsewhere.
      if (range.kind === 'date' && from && !to && isThere(range.value.to)) {
        if (swap) take(from, range);
        else take(range, from);
      }
      const either = from ?? to;
      if (either && (!from || !to || from === to) && isNight(range)) {
        if (swap) take(either, range);
        else take(range, either);
      }
      if (!from || !to || from === to || !ranges.has(range)) continue;
      ranges.delete(range);
      others.delete(to);
      if (swap) take(from, range);
      else take(range, from);
    }
  }
}

/** "from one to ultimately three": an article elsewhere may have taken the one. */
function oneBefore({ value }: Figure, to: Figure, all: readonly Figure[]): Figure | undefined {
  if (typeof value === 'string' || value.from !== '1') return undefined;
  return all.findLast((one) => one.soft && one.value === '1' && one.end <= to.start && to.start - one.end <= JOINED);
}

/** How far apart the ends of a range may stand that an adverb joins, in UTF-16 units. */
const JOINED = 20;

/** "between one and two million" and ένα με δύο εκατομμύρια: the first end goes without the scale of the other. */
function isShort(range: Figure['value'], { value, unit, end }: Figure, to: Figure): boolean {
  if (typeof range === 'string' || typeof value !== 'string' || unit !== null) return false;
  const isBefore = to.start - end > 0 && to.start - end <= NEXT + 2;
  return isBefore && range.from.startsWith(value) && /^(?:000){1,4}$/.test(range.from.slice(value.length));
}

/** в ночь с 8 на 9 ноября: the night of the 8th to one reader, the small hours of the 9th to another. */
function isNight({ kind, value }: Figure): boolean {
  if (kind !== 'date' || typeof value === 'string') return false;
  const [first, last] = [value.from, value.to].map((day) => /^(.+-\d\d)-(\d\d)$/.exec(day));
  return first?.[1] !== undefined && first[1] === last?.[1] && Number(first[2]) + 1 === Number(last[2]);
}

/** Two numbers to one reader, one figure to another: "five of six" and 5/6, "3 and 4 February" and 2月3日和4日, 8 a.m. and 8. */
export function matchParts(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  source: readonly Figure[],
  target: readonly Figure[],
): void {
  for (const figure of [...left]) {
    const other = left.has(figure)
      ? [...right].find(
          (b) =>
            (isPart(figure, b) && isDated(b, figure, target) && !isInScore(b, target)) ||
            (isPart(b, figure) && isDated(figure, b, source) && !isInScore(figure, source)),
        )
      : undefined;
    if (other) take(figure, other);
  }
  runs(left, right, source, (a, b) => take(a, b));
  runs(right, left, target, (a, b) => take(b, a));
  shares(left, right, (a, b) => take(a, b));
  shares(right, left, (a, b) => take(b, a));
  sums(left, right, (a, b) => take(a, b));
  sums(right, left, (a, b) => take(b, a));
  periods(left, right, (a, b) => take(a, b));
  periods(right, left, (a, b) => take(b, a));
}

/** "more than two in three" and plus de deux électeurs sur trois: two numbers close together before either goes elsewhere. */
export function matchShares(left: Set<Figure>, right: Set<Figure>, take: Take): void {
  for (const [some, others, isTurned] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    for (const share of some) {
      if (share.kind !== 'fraction' || /[\p{Nd}]\/[\p{Nd}]/u.test(share.text)) continue;
      const value = numberOf(share);
      const all = [...others];
      const at = all.findIndex((first, i) => value !== undefined && isShareSaid(value, first, all[i + 1]));
      const [first, second] = [all[at], all[at + 1]];
      const said = value && all.some((one) => one.kind === 'fraction' && equal(numberOf(one) ?? ZERO, value));
      if (!first || !second || said) continue;
      others.delete(second);
      if (isTurned) take(first, share);
      else take(share, first);
    }
  }
}

/** How far the whole may stand from its part, in UTF-16 units. */
const WHOLE = 24;

function isShareSaid(value: Exact, first: Figure, second: Figure | undefined): boolean {
  if (!second || second.start - first.end > WHOLE || [first, second].some((one) => one.unit !== null || !isPlain(one)))
    return false;
  const [a, b] = [numberOf(first), numberOf(second)];
  // 10人に1人, 6명 중 1명: many languages say the whole first.
  const isWholeFirst = a?.n === value.d && b?.n === value.n && second.start - first.end <= BESIDE;
  return a?.d === 1n && b?.d === 1n && (isWholeFirst || (a.n === value.n && b.n === value.d && value.n > 1n));
}

/** "five of six" and 5/6, "$4 of every $10"; many languages say the whole first: 10명 중 6명. */
function shares(fractions: Set<Figure>, others: Set<Figure>, take: Take): void {
  for (const share of [...fractions]) {
    const value =
      share.kind === 'fraction' || share.kind === 'percent' || share.text.includes('/') ? numberOf(share) : undefined;
    if (!value) continue;
    // "$4 of every $10" and четыре доллара из каждых десяти
    const isSaid = share.kind === 'fraction' && /\S \S+ \S/.test(share.text);
    const all = [...others];
    const counts = all.filter(
      (other, i) =>
        (other.unit === null && isPlain(other)) ||
        (isSaid && other.kind === 'money') ||
        isPartSaid(value, other, all[i + 1]),
    );
    for (const [i, first] of counts.entries()) {
      const second = counts[i + 1];
      const [a, b] = [numberOf(first), second && numberOf(second)];
      if (!second || !a || !b || a.n <= 0n || b.n <= 0n) continue;
      // Nine yen are no part of ten euros.
      if (first.kind === 'money' && second.kind === 'money' && first.unit !== second.unit) continue;
      // "4.2 per 1,000" is 4,2 pour mille.
      if ([a, b].some(({ d }) => d !== 1n) && !/^10{3,}$/.test(String(b.n))) continue;
      const smaller = equal(divide(a, b), value) ? first : equal(divide(b, a), value) ? second : undefined;
      if (!smaller) continue;
      others.delete(smaller === first ? second : first);
      take(share, smaller);
      break;
    }
    // "one job in eight": the one may have been taken by another one.
    const whole = value.n === 1n ? counts.find((other) => others.has(other) && isWhole(other, value.d)) : undefined;
    if (whole && fractions.has(share)) take(share, whole);
  }
}

/** "in 63:10" and за 1:03.10: minutes and seconds, which may be a score to who reads them alone. */
function runs(scores: Set<Figure>, times: Set<Figure>, own: readonly Figure[], take: Take): void {
  for (const [minutes, seconds] of scoresIn(own)) {
    if (!scores.has(minutes) || !scores.has(seconds) || !/^[0-5]\d$/.test(seconds.text)) continue;
    const value = String(Number(minutes.value) * 60 + Number(seconds.value));
    const run: Figure = { ...minutes, kind: 'duration', value, unit: 'second' };
    const found = [...times].find((time) => time.kind === 'duration' && agreement(run, time) !== undefined);
    if (!found) continue;
    scores.delete(seconds);
    take(minutes, found);
  }
}

/** "nine gallons out of every ten" and 90%. */
function isPartSaid(value: Exact, part: Figure, whole: Figure | undefined): boolean {
  if (part.kind !== 'quantity' || !whole || whole.unit !== null || whole.start - part.end > WHOLE) return false;
  const [a, b] = [parseExact(String(part.value)), numberOf(whole)];
  return b !== undefined && a.d === 1n && b.d === 1n && b.n > a.n && equal(divide(a, b), value);
}

function isWhole(figure: Figure, parts: bigint): boolean {
  const value = figure.kind === 'fraction' ? undefined : numberOf(figure);
  return value?.d === 1n && value.n === parts && parts > 2n;
}

/** How far from each other two measures may stand that are one, in UTF-16 units: "7 years and 6 months". */
const BESIDE = 8;

/** Two measures side by side and one that says both. */
function sums(wholes: Set<Figure>, parts: Set<Figure>, take: Take): void {
  for (const whole of [...wholes]) {
    const own = [...parts];
    for (const [i, first] of own.entries()) {
      const second = own[i + 1];
      if (!second || !(whole.unit === null ? isMixed(first, second, whole) : isSum(first, second, whole))) continue;
      parts.delete(second);
      take(whole, first);
      break;
    }
  }
}

function isSum(first: Figure, second: Figure, whole: Figure): boolean {
  return second.start - first.end <= BESIDE && makes(first, second, whole);
}

/** "2 2/3 innings" and 2 inning e 2/3, 2回3分の2: what is counted may part a number from its fraction. */
function isMixed(first: Figure, second: Figure, whole: Figure): boolean {
  const areCounts = [first, second].every(
    ({ kind, unit }) => unit === null && (kind === 'number' || kind === 'fraction'),
  );
  if (!areCounts || second.start - first.end > COUNTED) return false;
  const [a, b, sum] = [first, second, whole].map(numberOf);
  return a?.d === 1n && b !== undefined && b.n < b.d && sum !== undefined && equal(add(a, b), sum);
}

/** As far as a noun and "and" reach, in UTF-16 units. */
const COUNTED = 16;

/** Months of the parts of a year that have names: the first half of 2024, les six premiers mois de 2024. */
const PERIODS: Readonly<Record<string, string>> = { H1: '6', H2: '6', Q1: '3', Q2: '3', Q3: '3', Q4: '3' };

function periods(dates: Set<Figure>, durations: Set<Figure>, take: Take): void {
  for (const date of [...dates]) {
    const months = date.kind === 'date' ? PERIODS[/(?:^|-)([HQ]\d)$/.exec(String(date.value))?.[1] ?? ''] : undefined;
    const found = [...durations].find(({ unit, value }) => unit === 'month' && value === months);
    if (found) take(date, found);
  }
}

/** Is the bare number, in digits, the day of the date or the hour of the time? */
function isPart(date: Figure, { kind, value, unit, text, soft }: Figure): boolean {
  if (
    date.kind === 'time' &&
    kind === 'duration' &&
    unit === 'hour' &&
    Number(String(date.value).slice(0, 2)) % 12 === Number(value) % 12
  )
    return true;
  if (kind !== 'number' || unit || soft || typeof value !== 'string' || typeof date.value !== 'string') return false;
  // 16.15: where nothing says that it is a time, it was read as a decimal.
  if (date.kind === 'time' && /^\p{Nd}{1,2}\.\p{Nd}{2}$/u.test(text))
    return date.value === text.replace('.', ':').padStart(5, '0');
  if (date.kind === 'time' && /^\p{Nd}{4}$/u.test(text))
    return date.value === `${value.padStart(4, '0').slice(0, 2)}:${value.slice(-2)}`;
  // martın 3-ü və 4-ü
  if (!/^\p{Nd}{1,2}(?:[-'’]?\p{L}{1,3})?$/u.test(text)) return false;
  if (date.kind === 'time') return Number(value) <= 24 && Number(date.value.slice(0, 2)) % 12 === Number(value) % 12;
  return date.kind === 'date' && Number(/-(\d\d)-(\d\d)$/.exec(date.value)?.[2]) === Number(value);
}

/** "from $3 to $3.25" and 3加元涨至3.25加元: dollars of the place, said at each end. */
function isOfPlace(end: Figure, other: Figure): boolean {
  return isOpenDollar(end) && isDollar(other.unit) && isSameValue(end, other);
}

/** The bare day of a date stands in a list with a date, itself or its like: 2月3日和4日. */
function isDated(bare: Figure, { kind }: Figure, own: readonly Figure[]): boolean {
  if (kind !== 'date') return true;
  const isNear = (a: Figure, b: Figure) => a.start - b.end <= LIST && b.start - a.end <= LIST;
  const days = own.filter(({ kind: sort, value }) => sort === 'number' && value === bare.value);
  return own.some((other) => other.kind === 'date' && days.some((day) => isNear(other, day)));
}

/** How far along its text a figure stands, 0 to 1. */
export function turn(figure: Figure, all: readonly Figure[]): number {
  return all.length < 2 ? 0 : all.indexOf(figure) / (all.length - 1);
}

/** A number of things, whatever it is called. */
export function isPlain(figure: Figure): boolean {
  return ['number', 'ordinal', 'multiple', 'fraction', 'duration'].includes(figure.kind);
}
