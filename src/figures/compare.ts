import type { Figure } from '../model.ts';
import { agreement, boundClass, keyOf, numberOf } from './agree.ts';
import { divide, type Exact, equal, exact, order, powerBetween } from './value.ts';

/** What is wrong between two figures, or with one that stands alone. */
export type Slip = 'value' | 'unit' | 'bound' | 'direction' | 'date' | 'missing' | 'extra' | 'converted';

export interface Difference {
  readonly slip: Slip;
  readonly source?: Figure;
  readonly target?: Figure;
  /** Power of ten by which the translation is too large (or, negative, too small). */
  readonly power?: number;
  /** Doubtful: a warning, not an error. */
  readonly doubtful?: boolean;
}

/** Two figures that say the same. */
export interface Match {
  readonly source: Figure;
  readonly target: Figure;
}

export interface Comparison {
  readonly matches: readonly Match[];
  readonly differences: readonly Difference[];
}

/**
 * The cheapest assignment between the figures of a block and of its translation: first what agrees in full, then
 * what agrees loosely, then what is most alike; what is left is missing or extra.
 */
export function compare(source: readonly Figure[], target: readonly Figure[]): Comparison {
  const left = new Set(source);
  const right = new Set(target);
  const matches: Match[] = [];
  const take = (a: Figure, b: Figure) => {
    left.delete(a);
    right.delete(b);
    matches.push({ source: a, target: b });
  };
  matchEqual(left, right, take, (a, b) => Math.abs(turn(a, source) - turn(b, target)));
  matchLoose(left, right, take);
  matchRanges(left, right, take);
  matchParts(left, right, take);
  const differences = matches.flatMap(({ source: a, target: b }) => differencesWithin(a, b));
  differences.push(...mismatches(left, right, source, target));
  for (const figure of left) if (!isRepeated(figure, source, target)) differences.push(missing(figure));
  for (const figure of right) if (!isRepeated(figure, target, source)) differences.push(extra(figure));
  return { matches, differences };
}

type Take = (source: Figure, target: Figure) => void;

/** Same key, best of those with it: the same unit, bound and kind first, then what stands at the same turn. */
function matchEqual(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  distance: (a: Figure, b: Figure) => number,
): void {
  const byKey = Map.groupBy(right, keyOf);
  for (const rank of [4, 3, 2]) {
    for (const figure of [...left]) {
      const candidates = byKey
        .get(keyOf(figure))
        ?.filter((other) => right.has(other) && likeness(figure, other) >= rank);
      const found = candidates?.sort((a, b) => distance(figure, a) - distance(figure, b))[0];
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
function matchLoose(left: Set<Figure>, right: Set<Figure>, take: Take): void {
  for (const sameBound of [true, false]) {
    for (const wanted of ['loose', 'converted'] as const) {
      for (const figure of [...left]) {
        const found = [...right].find(
          (other) =>
            agreement(figure, other) === wanted && (!sameBound || boundClass(figure.bound) === boundClass(other.bound)),
        );
        if (found) take(figure, found);
      }
    }
  }
}

/** "rose from 5 to 10" is a range to one reader and two numbers to another. */
function matchRanges(left: Set<Figure>, right: Set<Figure>, take: Take): void {
  for (const [ranges, others, swap] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    for (const range of [...ranges]) {
      if (typeof range.value === 'string') continue;
      const ends = [range.value.from, range.value.to].map((value) => {
        const end = { ...range, value };
        return [...others].find(
          (other) => agreement(end, other) !== undefined || agreement({ ...end, unit: null }, other) !== undefined,
        );
      });
      const [from, to] = ends;
      if (!from || !to || from === to) continue;
      ranges.delete(range);
      others.delete(to);
      if (swap) take(from, range);
      else take(range, from);
    }
  }
}

/** Two numbers to one reader, one figure to another: "five of six" and 5/6, "3 and 4 February" and 2月3日和4日, 8 a.m. and 8. */
function matchParts(left: Set<Figure>, right: Set<Figure>, take: Take): void {
  for (const figure of [...left]) {
    const other = left.has(figure) ? [...right].find((b) => isPart(figure, b) || isPart(b, figure)) : undefined;
    if (other) take(figure, other);
  }
  shares(left, right, (a, b) => take(a, b));
  shares(right, left, (a, b) => take(b, a));
}

function shares(fractions: Set<Figure>, others: Set<Figure>, take: Take): void {
  for (const share of [...fractions]) {
    const value =
      share.kind === 'fraction' || share.kind === 'percent' || share.text.includes('/') ? numberOf(share) : undefined;
    if (!value) continue;
    const counts = [...others].filter((other) => other.unit === null && isPlain(other));
    for (const [i, top] of counts.entries()) {
      const bottom = counts[i + 1];
      const [a, b] = [numberOf(top), bottom && numberOf(bottom)];
      if (!bottom || !a || !b || b.n === 0n || !equal(divide(a, b), value)) continue;
      others.delete(bottom);
      take(share, top);
      break;
    }
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
  if (!/^\d{1,2}$/.test(text)) return false;
  if (date.kind === 'time') return Number(date.value.slice(0, 2)) % 12 === Number(value) % 12;
  return date.kind === 'date' && Number(/-(\d\d)-(\d\d)$/.exec(date.value)?.[2]) === Number(value);
}

/** A matched pair may still differ in bound, direction or unit of measure. */
function differencesWithin(source: Figure, target: Figure): readonly Difference[] {
  const found: Difference[] = [];
  if (agreement(source, target) === 'converted') found.push({ slip: 'converted', source, target });
  const [a, b] = [boundClass(source.bound), boundClass(target.bound)];
  const near = [source.nearby, target.nearby].map((bound) => bound && boundClass(bound));
  const said = (a === 'exact' && near[0] === b) || (b === 'exact' && near[1] === a);
  if (a !== b && !said && typeof source.value === typeof target.value)
    found.push(boundDifference(source, target, a, b));
  if (source.direction && target.direction && source.direction !== target.direction) {
    found.push({ slip: 'direction', source, target });
  }
  return found;
}

/** Over against under is a reversal; "about" or "up to" dropped or added is doubtful, since to 5 may be up to 5. */
function boundDifference(source: Figure, target: Figure, a: string, b: string): Difference {
  if ((a === 'over' && b === 'under') || (a === 'under' && b === 'over')) return { slip: 'direction', source, target };
  const mild =
    [a, b].includes('exact') && ([a, b].includes('about') || [source.bound, target.bound].includes('at-most'));
  return mild ? { slip: 'bound', source, target, doubtful: true } : { slip: 'bound', source, target };
}

/** Pairs what is left by likeness: the same kind and unit, and what stands at the same turn. */
function mismatches(
  left: Set<Figure>,
  right: Set<Figure>,
  source: readonly Figure[],
  target: readonly Figure[],
): readonly Difference[] {
  const candidates: { a: Figure; b: Figure; cost: number }[] = [];
  for (const a of left) {
    for (const b of right) {
      const cost = mismatchCost(a, b) + Math.abs(turn(a, source) - turn(b, target));
      if (cost < 3) candidates.push({ a, b, cost });
    }
  }
  candidates.sort((x, y) => x.cost - y.cost || x.a.start - y.a.start || x.b.start - y.b.start);
  const found: Difference[] = [];
  for (const { a, b } of candidates) {
    if (!left.has(a) || !right.has(b)) continue;
    left.delete(a);
    right.delete(b);
    found.push(sharing(difference(a, b), source, target));
  }
  return found;
}

/** "1,8 milliard et 870 millions de dollars": the unit may be said once, behind the last of a list. */
function sharing(found: Difference, source: readonly Figure[], target: readonly Figure[]): Difference {
  const { slip, source: a, target: b } = found;
  if (slip !== 'unit' || !a || !b) return found;
  const shared =
    (b.unit === null && target.some(({ unit }) => unit === a.unit)) ||
    (a.unit === null && source.some(({ unit }) => unit === b.unit));
  return shared ? { ...found, doubtful: true } : found;
}

function turn(figure: Figure, all: readonly Figure[]): number {
  return all.length < 2 ? 0 : all.indexOf(figure) / (all.length - 1);
}

/** 0 for the same kind and unit; 3 and more where one can't be a slip for the other. */
function mismatchCost(a: Figure, b: Figure): number {
  if (a.soft || b.soft) return 3;
  if ((a.kind === 'date') !== (b.kind === 'date')) return 3;
  if (a.kind === 'date') return dateCost(a, b);
  if (typeof a.value !== typeof b.value) return 2;
  const kinds = a.kind === b.kind ? 0 : isPlain(a) && isPlain(b) ? 0.5 : 2;
  const units = a.unit === b.unit ? 0 : 1;
  const sameNumber = a.value === b.value ? -1.5 : 0;
  return kinds + units + sameNumber + (boundClass(a.bound) === boundClass(b.bound) ? 0 : 0.3);
}

function isPlain(figure: Figure): boolean {
  return ['number', 'ordinal', 'multiple', 'fraction', 'duration'].includes(figure.kind);
}

/** Dates of the same form that share a part are most likely slips for each other. */
function dateCost(a: Figure, b: Figure): number {
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return typeof a.value === typeof b.value ? 0 : 2;
  const form = a.value.replace(/\d/g, '0') === b.value.replace(/\d/g, '0') ? 0 : 0.8;
  const parts = new Set(a.value.split('-'));
  const shared = b.value.split('-').some((part) => part !== '' && parts.has(part));
  return form + (shared ? 0 : 0.5);
}

function difference(source: Figure, target: Figure): Difference {
  if (source.kind === 'date' && target.kind === 'date') return { slip: 'date', source, target };
  if (source.value === target.value && source.unit !== target.unit) return { slip: 'unit', source, target };
  const [a, b] = [numberOf(source), numberOf(target)];
  const power = a && b ? powerBetween(b, a) : undefined;
  if (source.kind === 'percent' && target.kind === 'percentage-point' && source.value === target.value) {
    return { slip: 'unit', source, target };
  }
  const doubtful = isForeignPoint(source, target, power) || isRoundWords(source, target, a, b);
  return { slip: 'value', source, target, ...(power ? { power } : {}), ...(doubtful && { doubtful }) };
}

/** "42.000" in the source, where a point is decimal, is most likely a slip of the source. */
function isForeignPoint(source: Figure, target: Figure, power: number | undefined): boolean {
  return (
    Math.abs(power ?? 0) === 3 &&
    [source, target].some(
      ({ text }) => /(?<!\d)\d{1,3}[.,]\d{3}(?!\d)/.test(text) && !/\p{L}/u.test(text) && text === source.text,
    )
  );
}

/** "around two dozen" and около двух десятков: round numbers in words, within a fifth. */
function isRoundWords(source: Figure, target: Figure, a: Exact | undefined, b: Exact | undefined): boolean {
  if (!a || !b || b.n === 0n || /\d/.test(source.text + target.text)) return false;
  if (source.bound === 'exact' && target.bound === 'exact') return false;
  const ratio = divide(a, b);
  return order(ratio, exact(4, 5)) >= 0 && order(ratio, exact(5, 4)) <= 0;
}

/** Said twice there and once here, or once there and twice here: no loss. */
function isRepeated(figure: Figure, own: readonly Figure[], others: readonly Figure[]): boolean {
  if (figure.soft || others.some((other) => holds(other, figure))) return true;
  const twice = own.some((other) => other !== figure && agreement(figure, other) !== undefined);
  return twice && others.some((other) => agreement(figure, other) !== undefined);
}

/** Does a fuller date say the year, or the day and month, of this one? */
function holds(fuller: Figure, date: Figure): boolean {
  if (fuller.kind !== 'date' || date.kind !== 'date' || typeof date.value !== 'string') return false;
  const whole = typeof fuller.value === 'string' ? [fuller.value] : [fuller.value.from, fuller.value.to];
  const part = date.value;
  return whole.some(
    (value) =>
      value !== part && (value.startsWith(`${part}-`) || (part.startsWith('-') && value.includes(part.slice(1)))),
  );
}

function missing(source: Figure): Difference {
  return isSmall(source) ? { slip: 'missing', source, doubtful: true } : { slip: 'missing', source };
}

function extra(target: Figure): Difference {
  return isSmall(target) ? { slip: 'extra', target, doubtful: true } : { slip: 'extra', target };
}

/** A small number in words, with no unit, may be idiom: an editor should look, but it is not surely wrong. */
function isSmall(figure: Figure): boolean {
  if (figure.kind === 'date' && /^(?:--\d\d|[HQ]\d)$/.test(String(figure.value))) return true;
  // "in their 50s" is an age; "1 person" is an article in many languages.
  if (figure.kind === 'date' && /^\d\ds$/.test(figure.text)) return true;
  if (figure.value === '1' && !figure.unit) return true;
  if (/\d/.test(figure.text) || figure.unit || typeof figure.value !== 'string') return false;
  return (
    ['number', 'ordinal', 'fraction', 'multiple'].includes(figure.kind) &&
    (figure.value.length < 2 || figure.kind !== 'number')
  );
}
