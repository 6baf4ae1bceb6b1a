import type { Figure } from '../../model.ts';
import { add, divide, type Exact, equal, exact, order, parseExact, powerBetween, scaleBy } from '../value.ts';
import { isOneCurrency, numberOf } from './agree.ts';
import { isOneMore } from './alone.ts';
import { boundClass } from './bounds.ts';
import { isDollar, isOpenDollar } from './dollars.ts';
import { type Difference, isSameValue } from './match.ts';
import { isPlain, turn } from './pairing.ts';
import { areParts } from './reckoned.ts';
import { isInScore, isRank } from './scores.ts';

/** Pairs what is left by likeness: the same kind and unit, and what stands at the same turn. */
export function mismatches(
  left: Set<Figure>,
  right: Set<Figure>,
  source: readonly Figure[],
  target: readonly Figure[],
): readonly Difference[] {
  const candidates: { a: Figure; b: Figure; cost: number }[] = [];
  for (const a of left) {
    for (const b of right) {
      // "halved the deficit" and gelang das 1:2
      if ((a.kind === 'multiple' && isInScore(b, target)) || (b.kind === 'multiple' && isInScore(a, source))) continue;
      if (isRank(a, b, [source, target])) continue;
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

/**
 * "1,8 milliard et 870 millions de dollars": the unit may be said once, behind the last of a list. And a currency whose
 * name the source's reader does not know is no slip of the translation.
 */
function sharing(found: Difference, source: readonly Figure[], target: readonly Figure[]): Difference {
  const { slip, source: a, target: b } = found;
  // "the usual three shots and a fourth" and 第三针之后再打一针
  // "two were members of the crew; a third died" and 또 다른 1명
  if (slip === 'value' && a && b && isOneMore(a, source) && (isLastBefore(b, a) || isSingle(b)))
    return { ...found, doubtful: true };
  // "halved the deficit" and 1点差に迫った
  if (slip === 'value' && a?.kind === 'multiple' && a.value === '0.5' && b && isSingle(b))
    return { ...found, doubtful: true };
  if (slip === 'value' && a && b && areParts(a, b, source)) return { ...found, doubtful: true };
  // "a couple and their two children" and 一家四口
  if (slip === 'value' && a && b?.also === String(Number(a.value) + 1) && source.some(isCouple))
    return { ...found, doubtful: true };
  if (slip === 'value' && a && b && isAfterFirst(a, b, source, target)) return { ...found, doubtful: true };
  if (slip !== 'unit' || !a || !b) return found;
  if (a.unit === b.unit) return found;
  const shared =
    (b.unit === null && target.some(({ unit }) => isOne(unit, a.unit))) ||
    (a.unit === null && source.some(({ unit }) => isOne(unit, b.unit)));
  // "24 euros and a seat three more"
  const isMore = a.direction === 'up' && !source.some(({ unit }) => unit === b.unit);
  const isKnown = (a.unnamed || isMore) && source.some(({ kind, start }) => kind === 'money' && start < a.start);
  const unknown = a.unit === null && b.kind === 'money' && !isKnown;
  // "$86 million" and 8600万澳元: whose dollars they are the source leaves to its place.
  const dollars = isDollar(b.unit) || (b.unit === null && target.some(({ unit }) => isDollar(unit)));
  const local = isOpenDollar(a) && dollars;
  return shared || unknown || local ? { ...found, doubtful: true } : found;
}

/** "the first of four prizes" and 首次获奖，此后又三次: what comes behind the first is one less. */
function isAfterFirst(all: Figure, rest: Figure, source: readonly Figure[], target: readonly Figure[]): boolean {
  if (all.kind !== 'number' || rest.kind !== 'number' || Number(all.value) !== Number(rest.value) + 1) return false;
  const isFirst = ({ value, soft }: Figure) => value === '1' && soft;
  const isBefore = (one: Figure) => isFirst(one) && one.end < all.start && all.start - one.end <= OF_THEM;
  return source.some(isBefore) && target.some((one) => isFirst(one) && one.end < rest.start);
}

/** As far from the first as "of his" is long, in UTF-16 units. */
const OF_THEM = 8;

function isLastBefore({ kind, value }: Figure, more: Figure): boolean {
  return kind === 'ordinal' && Number(value) + 1 === Number(more.value);
}

function isSingle({ kind, value, unit }: Figure): boolean {
  return kind === 'number' && value === '1' && unit === null;
}

function isCouple({ kind, value, soft }: Figure): boolean {
  return kind === 'number' && value === '2' && soft;
}

function isOne(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && isOneCurrency(a, b));
}

/** 0 for the same kind and unit; 3 and more where one can't be a slip for the other. */
function mismatchCost(a: Figure, b: Figure): number {
  if (a.soft || b.soft) return 3;
  if ((a.kind === 'date') !== (b.kind === 'date')) return 3;
  if (a.kind === 'date') return dateCost(a, b);
  if (typeof a.value !== typeof b.value) return 2;
  const kinds = isShareOf(a, b) || isShareOf(b, a) ? 3 : a.kind === b.kind ? 0 : isPlain(a) && isPlain(b) ? 0.5 : 2;
  const units = a.unit === b.unit ? 0 : 1;
  const sameNumber = isSameValue(a, b) ? -1.5 : 0;
  return kinds + units + sameNumber + (boundClass(a.bound) === boundClass(b.bound) ? 0 : 0.3);
}

/** 38 and 38%, 12% and 12个百分点. */
function isShareOfNothing(share: Figure, { kind }: Figure): boolean {
  return share.kind === 'percent' && (kind === 'number' || kind === 'percentage-point');
}

/** 25 basis points are 0.25％の利下げ to many: they are seldom said as points where they are said in hundredths. */
function isBasis({ kind, value, text }: Figure, target: Figure): boolean {
  const isSaid = !/\p{Nd}/u.test(text) || text.replace(',', '.').includes(String(value));
  return kind === 'percentage-point' && target.kind === 'percent' && !isSaid;
}

/** "a new one costs $110,000" and новая стоит 110 тысяч: of so much, with its scale in words, the text tells what it is. */
function isUnderstood({ kind }: Figure, { kind: bare, unit, unnamed, value, text }: Figure): boolean {
  const isMuch = String(value).length > 6 || (String(value).length > 3 && /\p{L}/u.test(text));
  return kind === 'money' && bare === 'number' && unit === null && unnamed === true && isMuch;
}

/** A share is no slip for an ordinal. */
function isShareOf(share: Figure, { kind }: Figure): boolean {
  return (share.kind === 'percent' || share.kind === 'percentage-point') && kind === 'ordinal';
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
  if (source.kind === 'date' && target.kind === 'date')
    return {
      slip: 'date',
      source,
      target,
      ...((isFuller(source, target) || isOneEnd(source, target)) && { doubtful: true }),
    };
  const isOther = source.unit !== target.unit || isShareOfNothing(source, target) || isShareOfNothing(target, source);
  if (isSameValue(source, target) && isOther)
    return {
      slip: 'unit',
      source,
      target,
      ...((isBasis(source, target) || isUnderstood(source, target)) && { doubtful: true }),
    };
  const [a, b] = [numberOf(source), numberOf(target)];
  const power = a && b ? powerBetween(b, a) : undefined;
  const doubtful =
    isForeignPoint(source, target, power) ||
    isRoundWords(source, target, a, b) ||
    isTensOf(source, target, a, b) ||
    isDeficit(source, target);
  return { slip: 'value', source, target, ...(power ? { power } : {}), ...(doubtful && { doubtful }) };
}

/** "three points off the top" and στο -3, "smaller, at 16%" and минус 16 %: by how much less, with a sign or its word. */
function isDeficit(source: Figure, target: Figure): boolean {
  const isShare = source.kind === 'percent' && target.kind === 'percent';
  if (isShare && /^\p{L}/u.test(target.text)) return target.value === `-${source.value}`;
  if (source.kind !== 'number' || target.kind !== 'number' || target.unit !== null) return false;
  return target.value === `-${source.value}` && !/\p{Nd}/u.test(source.text);
}

/** "spring of 2027" and primeiro semestre de 2027: the translation adds which half or quarter of the year. */
function isFuller({ value: year }: Figure, { value: part }: Figure): boolean {
  return /^\d{4}$/.test(String(year)) && String(part).startsWith(`${year}-`) && /[HQ]\d$/.test(String(part));
}

/** "between the 1940s and the turn of this century": the other end of a span may be said in words that are not read. */
function isOneEnd({ value: a }: Figure, { value: b }: Figure): boolean {
  if (typeof a === typeof b) return false;
  const [end, span] = typeof a === 'string' ? [a, b] : [b, a];
  return typeof span !== 'string' && (span.from === end || span.to === end);
}

/** "42.000" in a source where the point is decimal is most likely a slip of the source: the digits are the same. */
function isForeignPoint(source: Figure, target: Figure, power: number | undefined): boolean {
  const grouped = /(?<!\d)(\d{1,3})[.,](\d{3})(?!\d)/.exec(source.text);
  const [a, b] = [numberOf(source), numberOf(target)];
  if (power !== 3 || !grouped || !a || !b) return false;
  const decimal = parseExact(`${grouped[1]}.${grouped[2]}`);
  return equal(a, decimal) && equal(b, scaleBy(decimal, 3));
}

/** "two dozen", "about two dozen" and 20多人: in words, what lies within the ten that the bound leaves open. */
function isTensOf(source: Figure, target: Figure, a: Exact | undefined, b: Exact | undefined): boolean {
  if (!a || !b || target.bound !== 'over' || !TENS.has(source.bound) || /\p{Nd}/u.test(source.text)) return false;
  if (source.kind !== 'number' || b.d !== 1n || b.n < 20n || b.n > 90n || b.n % 10n !== 0n) return false;
  return order(a, b) > 0 && order(a, add(b, exact(10))) < 0;
}

const TENS: ReadonlySet<string> = new Set(['exact', 'about']);

/** "more than a dozen" and 十多: a round handful, ten to one and twelve to another. */
function isDozen(a: Exact, b: Exact): boolean {
  return equal(a, exact(12)) && equal(b, exact(10));
}

/** "around two dozen" and около двух десятков: tens and dozens in words, within a fifth. */
function isRoundWords(source: Figure, target: Figure, a: Exact | undefined, b: Exact | undefined): boolean {
  if (!a || !b || b.n === 0n || /\p{Nd}/u.test(source.text + target.text)) return false;
  const bounds = [boundClass(source.bound), boundClass(target.bound)];
  if (bounds.every((bound) => bound === 'exact') || (bounds.includes('over') && bounds.includes('under'))) return false;
  // Months of years and seconds of days are dozens by chance.
  if (source.kind === 'duration') return false;
  if (isDozen(a, b) || isDozen(b, a)) return true;
  if (![a, b].every(({ n, d }) => d === 1n && n >= 20n && (n % 10n === 0n || n % 12n === 0n))) return false;
  const ratio = divide(a, b);
  return order(ratio, exact(4, 5)) >= 0 && order(ratio, exact(5, 4)) <= 0;
}
