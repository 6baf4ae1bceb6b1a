import type { Figure } from '../../model.ts';
import { exact, order, parseExact } from '../value.ts';
import { agreement, isInverse, isShareOfWhole } from './agree.ts';
import { areDecades, extra, extraScore, isWarmth, missing } from './alone.ts';
import {
  boundClass,
  boundDifference,
  isBirthday,
  isComparing,
  isNearly,
  isOpposite,
  isShrunk,
  isUpset,
  pairedBounds,
} from './bounds.ts';
import type { Comparison, Difference, Match } from './match.ts';
import { mismatches } from './mismatch.ts';
import { matchEqual, matchLoose, matchParts, matchRanges, matchShared, matchShares, turn } from './pairing.ts';
import { isRest } from './readings.ts';
import { areParts, isRestated, matchReckoned } from './reckoned.ts';
import { otherParts, outnumbered, recounted, renumbered } from './recounted.ts';
import { isInScore, isRank, matchScores, scoreOf, scoresIn, setCounts, tallyOf, withScores } from './scores.ts';
import { countsOther } from './things.ts';
import { nearbyOf, type Twins, twinsOf } from './twins.ts';

/**
 * The cheapest assignment between the figures of a block and of its translation: first what agrees in full, then
 * what agrees loosely, then what is most alike; what is left is missing or extra.
 */
export function compare(all: readonly Figure[], others: readonly Figure[]): Comparison {
  if (all.length === 0 && others.length === 0) return NOTHING;
  const [source, target] = [withScores(all, others), withScores(others, all)];
  const twins = twinsOf(source, target);
  const [ours, theirs] = [setCounts(source), setCounts(target)];
  const left = new Set(source.filter((figure) => theirs.length > 0 || !ours.includes(figure)));
  const right = new Set(target.filter((figure) => ours.length > 0 || !theirs.includes(figure)));
  const matches: Match[] = [];
  const take = (a: Figure, b: Figure) => {
    left.delete(a);
    right.delete(b);
    matches.push({ source: a, target: b });
  };
  matchScores(left, right, take, source, target);
  matchShares(left, right, take);
  const apart = apartIn(source, target);
  const may = (a: Figure, b: Figure) => !isHardOne(a, b) && !isHardOne(b, a) && !isRank(a, b, [source, target]);
  matchEqual(left, right, take, apart, may);
  for (const figure of left) if (isEvenSaid(figure, source, matches)) left.delete(figure);
  // As a rule all is told by now.
  const open = left.size + right.size > 0 ? unequal(left, right, take, [source, target]) : [];
  const crossed = crossedUnits(matches, [source, target]);
  const differences = [
    ...crossed,
    ...pairedBounds(matches.flatMap(({ source: a, target: b }) => differencesWithin(a, b, twins, source))),
    ...matches.flatMap(({ source: a, target: b }) => madeUpUnit(a, b, source)),
    ...open,
    ...open.flatMap(withinShared),
    ...recounted(left, right, apart),
    ...outnumbered(matches, right),
    ...otherParts(matches, right, target),
  ];
  for (const figure of left) {
    // A score is no small talk.
    if (scoreOf(figure, source))
      differences.push({ slip: 'missing', source: figure, ...noughtLeft(figure, source, left) });
    else if (!isRepeated(figure, source, target)) differences.push(missing(figure, right, source));
  }
  for (const figure of right) {
    if (tallyOf(figure, target, source) === 'right') continue;
    if (isInScore(figure, target)) differences.push(extraScore(figure, source, target, matches));
    else if (isRestated(figure, matches)) continue;
    else if (!isRepeated(figure, target, source) && !areDecades(figure, source) && !isWarmth(figure, source)) {
      // "all but one of the 30" and 29
      const isRemainder = source.some((one) => one.soft && areParts(one, figure, source));
      differences.push({ ...extra(figure, target), ...(isRemainder && { doubtful: true }) });
    }
  }
  return { matches, differences };
}

/** "won 3-0" and забил три мяча: who scores alone has a nought on the other side. */
function noughtLeft(
  figure: Figure,
  source: readonly Figure[],
  left: ReadonlySet<Figure>,
): Pick<Difference, 'doubtful'> {
  const other = scoreOf(figure, source)?.find((one) => one !== figure);
  return figure.value === '0' && other !== undefined && !left.has(other) ? { doubtful: true } : {};
}

/** "drew 2-2" and empató a dos, 2平: an even score, of which a word says both. */
function isEvenSaid(figure: Figure, source: readonly Figure[], matches: readonly Match[]): boolean {
  const other = scoreOf(figure, source)?.find((one) => one !== figure);
  const said = other?.value === figure.value ? matches.find(({ source: one }) => one === other)?.target : undefined;
  return said !== undefined && (said.ratio === true || !/\p{Nd}/u.test(said.text));
}

const NOTHING: Comparison = { matches: [], differences: [] };

/** What is not equal: pairs of it that agree by a looser reading are taken, those that contradict each other are told. */
function unequal(
  left: Set<Figure>,
  right: Set<Figure>,
  take: (a: Figure, b: Figure) => void,
  [source, target]: readonly [readonly Figure[], readonly Figure[]],
): readonly Difference[] {
  // "9 and 10 June" and 9–10 июня, before the range is held to be the night from the one to the other.
  matchRanges(left, right, take, [source, target], 'date');
  const texts = [source, target] as const;
  matchLoose(left, right, take, (a, b) => !a.soft && !b.soft && !isRank(a, b, texts));
  matchRanges(left, right, take, [source, target]);
  matchParts(left, right, take, source, target);
  matchShared(left, right, take, source, target);
  matchReckoned(left, right, take, [source, target]);
  const areBare = (a: Figure, b: Figure) => a.unit === null && b.unit === null && !isRank(a, b, texts);
  matchLoose(left, right, take, (a, b) => areBare(a, b) && !isHardOne(a, b) && !isHardOne(b, a));
  const open = [...mismatches(left, right, source, target), ...renumbered(left, right)];
  // A number of a score is no small word where the other side has scores too; 4–1 is "by four votes to one".
  const haveScores = [source, target].every((figures) => scoresIn(figures).length > 0);
  const isScored = (a: Figure, b: Figure) => haveScores && (isInScore(a, source) || isInScore(b, target));
  matchEqual(left, right, take, apartIn(source, target), (a, b) => !isScored(a, b));
  // Words of small weight take only what nothing else has taken; "a year" says nothing of the first.
  const ones = [...left].some(isMeasuredOne);
  const isOther = (a: Figure, b: Figure) => (!a.soft || !b.soft || a.kind === b.kind) && !isScored(a, b);
  matchLoose(left, right, take, (a, b) => isOther(a, b) && !(ones && isBareOne(a) && b.kind === 'quantity'));
  return open;
}

/** How much further along its text the one stands than the other, 0 to 1. */
function apartIn(source: readonly Figure[], target: readonly Figure[]): (a: Figure, b: Figure) => number {
  return (a, b) => Math.abs(turn(a, source) - turn(b, target));
}

/** "route 1" and 每小时一班: a one in digits goes first for what is no small word. */
function isHardOne({ value, soft, text }: Figure, other: Figure): boolean {
  return value === '1' && !soft && other.soft && /\p{Nd}/u.test(text) && !/\p{Nd}/u.test(other.text);
}

/** "in one bay … by a kilometre" and 1グラム: where one is measured, the bare one measures nothing. */
function isMeasuredOne({ kind, soft, value }: Figure): boolean {
  return kind === 'quantity' && soft && value === '1';
}

function isBareOne({ unit, soft, value }: Figure): boolean {
  return unit === null && soft && value === '1';
}

/**
 * "173 witnesses over 107 days" and 107 свидетелей за 173 дня: a number may leave its unit to its noun, but two that
 * exchange theirs have exchanged their values.
 */
function crossedUnits(matches: Match[], texts: readonly (readonly Figure[])[]): readonly Difference[] {
  const open = matches.filter(
    ({ source: a, target: b }) => !a.soft && !b.soft && (unitOf(a) !== unitOf(b) || isRated(a) !== isRated(b)),
  );
  return open.flatMap((one, i) => {
    const other = open.slice(i + 1).find((match) => isExchange(one, match));
    // "98 days, of which 15": where more than one has the unit, the bare number may go without it.
    const unit = unitOf(one.source) || unitOf(one.target);
    const isAlone =
      isRated(one.source) !== isRated(one.target) ||
      texts.every((figures) => figures.filter((figure) => unitOf(figure) === unit).length === 1);
    // "children under six and over-65s": ages with their bounds go without the word for years.
    const isAge = unit === 'year' && [one, other].every((match) => match && boundClass(match.source.bound) !== 'exact');
    if (!other || !isAlone || isAge || isPartOf(texts, one, other)) return [];
    for (const match of [one, other]) matches.splice(matches.indexOf(match), 1);
    return [
      { slip: 'value' as const, source: one.source, target: other.target },
      { slip: 'value' as const, source: other.source, target: one.target },
    ];
  });
}

/** "45 of the 61 days" and 45 дней из 61, "aged 79, 84 and 90" and 79, 84 и 90 лет: side by side they share the unit. */
function isPartOf(texts: readonly (readonly Figure[])[], ...both: readonly [Match, Match]): boolean {
  return (['source', 'target'] as const).every((side, n) => {
    const [a, b] = both.map((match) => match[side]).sort((x, y) => x.start - y.start);
    if (!a || !b) return false;
    const row = (texts[n] ?? []).filter(({ start }) => start >= a.start && start <= b.start);
    return row.every((figure, i) => i === 0 || figure.start - (row[i - 1]?.end ?? 0) <= PART);
  });
}

/** How far a part may stand from its whole, in UTF-16 units. */
const PART = 8;

/** Is it so much per something: "145 mph" and 每小时145英里? */
function isRated(figure: Figure): boolean {
  return figure.kind === 'quantity' && (ratesOf(figure)?.length ?? 0) > 0;
}

/** "winds of 145 mph … for 11 miles" and 每小时11英里……145英里 */
function isExchangeOfRates({ source: a, target: x }: Match, { source: b, target: y }: Match): boolean {
  const areMeasures = [a, b, x, y].every(({ kind }) => kind === 'quantity');
  return areMeasures && isRated(a) !== isRated(x) && isRated(a) === isRated(y) && isRated(b) === isRated(x);
}

function isExchange(one: Match, other: Match): boolean {
  if (isExchangeOfRates(one, other)) return one.source.value !== other.source.value;
  const [a, b] = [one.source, one.target].map(unitOf);
  const bare = a === '' ? b !== 'date' : b === '' && a !== 'date';
  const isOther = unitOf(one.source) === unitOf(other.target) && unitOf(one.target) === unitOf(other.source);
  // 8,000 and 55 million are exchanged by nobody.
  const [x, y] = [one.source.value, other.source.value].map((value) => (typeof value === 'string' ? value.length : 0));
  const isOfOneSize = Math.abs((x ?? 0) - (y ?? 0)) < 3;
  return bare && isOther && isOfOneSize && one.source.value !== other.source.value;
}

/** Ages go without their unit on the one side: "at the age of 66 versus 51". */
function unitOf({ kind, unit, text }: Figure): string {
  if (unit === 'year' && !/\p{L}/u.test(text)) return '';
  // "a father of two, shot three times" and der zweifache Vater von drei Schüssen
  return unit ?? (kind === 'number' || kind === 'multiple' || kind === 'ordinal' ? '' : kind);
}

/** A matched pair may still differ in bound, direction or unit of measure. */
function differencesWithin(
  source: Figure,
  target: Figure,
  twins: Twins,
  own: readonly Figure[],
): readonly Difference[] {
  const found: Difference[] = [];
  // Nobody who converts keeps the number.
  if (source.value !== target.value && agreement(source, target) === 'converted')
    found.push({ slip: 'converted', source, target });
  const a = boundClass(source.bound);
  const b = boundClass(target.bound);
  const [near, nearTarget] = [nearbyOf(source, twins), nearbyOf(target, twins)];
  // A "not" that turns the bounds of both leaves them as they stand: "shall not apply to vessels of less than 12 m".
  const bothTurned = a !== 'exact' && b !== 'exact' && near !== undefined && nearTarget !== undefined;
  const alike = near !== undefined && near === nearTarget;
  const said = !bothTurned && (near === b || nearTarget === a || alike);
  // Of an age in tens, or of a date, a bound says nothing that the other side need say.
  const isReversed =
    ((source.nearly && b === 'over') || (target.nearly && a === 'over')) && source.value === target.value;
  // "at least half off" and 五折以下: what is taken off is more where what is left to pay is less.
  const isLeft = (isRest(source, target) || isRest(target, source)) && (isOpposite(a, b) || a === b);
  const isOther = source.unit !== target.unit && a !== b && agreement(source, target) === 'converted';
  const isConverted = (found.length > 0 || isOther) && !isOpposite(a, b);
  const free =
    // "about 7,000 feet" are gut 2100 Meter.
    isConverted ||
    isLeft ||
    ((source.soft || target.soft) && !isReversed && !isOpposite(a, b) && !isUpset(source, target)) ||
    source.kind === 'date' ||
    target.kind === 'date' ||
    isNearly(source, target) ||
    isInverse(source, target) ||
    isShrunk(source, target) ||
    isBirthday(source, target) ||
    isBirthday(target, source) ||
    isShareOfWhole(source, target) ||
    isShareOfWhole(target, source) ||
    isComparing(source, target) ||
    isComparing(target, source);
  if (a !== b && !said && !free && typeof source.value === typeof target.value)
    found.push(boundDifference(source, target, a, b));
  if (goesOtherwise(source, target) && !isFormer(source, own)) {
    // "fell in three days" is no fall of the days.
    found.push({ slip: 'direction', source, target, ...(source.kind === 'duration' && { doubtful: true }) });
  }
  if (isPerOther(source, target) || isOfOther(source, target) || isSpanOther(source, target))
    found.push({ slip: 'unit', source, target });
  return found;
}

/** "She was 17" and 17小时: a number behind which nothing stands is an age, and no time of another unit than the text has. */
function madeUpUnit(source: Figure, target: Figure, own: readonly Figure[]): readonly Difference[] {
  if (!source.unnamed || target.soft || typeof target.value !== 'string') return [];
  // "five or ten kilometres" and 五升
  const next = own.find(({ start }) => start > source.end && start - source.end <= OR);
  if (target.kind === 'quantity' && next?.kind === 'quantity' && next.unit !== target.unit)
    return agreement({ ...source, kind: next.kind, unit: next.unit }, target) ? [] : [{ slip: 'unit', source, target }];
  if (target.kind !== 'duration' || target.unit === 'year') return [];
  const isWhole = typeof source.value === 'string' && !source.value.includes('.');
  // A unit that is said once stands before, or right behind: "from 5 to 7 months".
  const isSaid = own.some(
    (one) => (one.unit === target.unit || isComposed(one, target.unit)) && one.start - source.end <= ONCE,
  );
  return isWhole && !isSaid ? [{ slip: 'unit', source, target }] : [];
}

/** "16 hours and 20 minutes" says hours too. */
function isComposed({ kind, text, value, unit }: Figure, larger: string | null): boolean {
  if (kind !== 'duration' || typeof value !== 'string' || !/\S\s+\S+\s+\S|\d\D+\d/.test(text)) return false;
  const [smaller, many = 0] = COMPOSED[larger ?? ''] ?? [];
  return smaller === unit && order(parseExact(value), exact(many)) > 0;
}

/** A unit → the next smaller one, and how many of that it has. */
const COMPOSED: Readonly<Record<string, readonly [string, number]>> = {
  minute: ['second', 60],
  hour: ['minute', 60],
  day: ['hour', 24],
  year: ['month', 12],
};

/** How far behind a bare number the unit may stand that is said for it too, in UTF-16 units. */
const ONCE = 40;

/** … and how far another number, of two that have it together. */
const OR = 5;

/** "just over $7 trillion" and чуть менее 7 трлн: the unit that is said once before leaves the rest to be compared. */
function withinShared({ slip, doubtful, source, target }: Difference): readonly Difference[] {
  if (slip !== 'unit' || !doubtful || !source || !target) return [];
  const [a, b] = [boundClass(source.bound), boundClass(target.bound)];
  // What is for something, or has a bound near it, may say its own otherwise.
  const isLost = [source, target].every(({ nearby, per }) => nearby === undefined && per === undefined);
  return isOpposite(a, b) || (a !== b && isLost) ? [boundDifference(source, target, a, b)] : [];
}

/** "450 an hour" and 每分钟450个: where both say what they are per, they share one. */
function isPerOther(source: Figure, target: Figure): boolean {
  const a = ratesOf(source);
  const b = ratesOf(target);
  if (!a?.length || !b?.length || agreement(source, target) === 'converted') return false;
  // "half a cent against the dollar" and 英镑兑美元上涨半美分: no money is so much of itself.
  if ([source, target].some(({ unit, per }) => unit !== null && per?.includes(unit))) return false;
  return !a.some((unit) => b.includes(unit));
}

/** 175 km/h says so in its unit. */
function ratesOf({ per, unit }: Figure): readonly string[] | undefined {
  const own = /-per-(.+)$/.exec(unit ?? '')?.[1];
  return own ? [...(per ?? []), own] : per;
}

/** "the sixth quarter" and 第六个月. */
function isOfOther({ kind, counts: a }: Figure, { kind: other, counts: b }: Figure): boolean {
  return kind === other && a !== undefined && b !== undefined && a !== b;
}

/** "two exhausting days" and 两周. */
function isSpanOther(source: Figure, target: Figure): boolean {
  // «навършва 78 следващия месец»: an age that goes without its unit has none behind it.
  const isAge = ({ unit, text }: Figure) => unit === 'year' && /^\p{Nd}+$/u.test(text);
  // "from 22 per cent to nine" and 9个百分点
  const isPoints = ({ spanning }: Figure, { kind }: Figure) => spanning === 'percent' && kind === 'percentage-point';
  if (isPoints(source, target) || isPoints(target, source)) return true;
  const isOther = ({ spanning }: Figure, { kind, unit, spanning: other }: Figure) =>
    spanning !== undefined && (kind === 'duration' ? unit !== spanning : other !== undefined && other !== spanning);
  if (isAge(source) || isAge(target)) return false;
  return isOther(source, target) || isOther(target, source);
}

/** A word far from its figure counts against one beside it, or against another that stands alone in its clause as well. */
function goesOtherwise(source: Figure, target: Figure): boolean {
  const a = source.direction ?? source.leaning?.towards;
  const b = target.direction ?? target.leaning?.towards;
  if (a === undefined || b === undefined || a === b) return false;
  const isBeside = source.direction !== undefined || target.direction !== undefined;
  return isBeside || (source.leaning?.alone === true && target.leaning?.alone === true);
}

/** "… to 2.3%, down from 2.9%", where the other side may say that it had risen by so much. */
function isFormer({ direction, nearby, kind, unit, start }: Figure, own: readonly Figure[]): boolean {
  if (kind !== 'percent' || nearby !== (direction === 'down' ? 'under' : 'over')) return false;
  return own.some((other) => other.kind === kind && other.unit === unit && other.start < start);
}

/** Said twice there and once here, or once there and twice here: no loss. */
function isRepeated(figure: Figure, own: readonly Figure[], others: readonly Figure[]): boolean {
  if (figure.soft || others.some((other) => holds(other, figure))) return true;
  // What stands in brackets is converted from what stands before them.
  const isSaid = (other: Figure) =>
    (other.start < figure.start ? agreement(other, figure) : agreement(figure, other)) !== undefined;
  // The five of 5 a.m. is no other five.
  const isContradicted = others.some((one) => isUnitOther(one, figure));
  const isAlike = (other: Figure) =>
    (other.kind !== 'time' || figure.kind === 'time') &&
    !countsOther(figure, other) &&
    !(isContradicted && other.unit === null);
  const twin = own.find((other) => other !== figure && isAlike(other) && isSaid(other));
  const agree = (one: Figure, other: Figure) => (agreement(one, other) ?? agreement(other, one)) !== undefined;
  // "a 35-pound cub" and 35磅（约16公斤）重的小熊: what its unit is the source may leave to its noun.
  return twin !== undefined && others.some((other) => agree(figure, other) || agree(twin, other));
}

/** "a two-week trial of both" and 两天……二人: what measures as much in another unit is not said by the bare number. */
function isUnitOther({ kind, soft, value, unit }: Figure, figure: Figure): boolean {
  if (soft || (kind !== 'duration' && kind !== 'quantity')) return false;
  return figure.kind === kind && figure.value === value && figure.unit !== unit;
}

/** Does a fuller date say the year, or the day and month, of this one? */
function holds(fuller: Figure, date: Figure): boolean {
  if (fuller.kind !== 'date' || typeof date.value !== 'string') return false;
  // "the 19th day of March 2020"
  if (date.kind === 'ordinal') return new RegExp(`-0?${date.value}$`).test(String(fuller.value));
  if (date.kind !== 'date') return false;
  const whole = typeof fuller.value === 'string' ? [fuller.value] : [fuller.value.from, fuller.value.to];
  const part = date.value;
  return whole.some(
    (value) =>
      value !== part && (value.startsWith(`${part}-`) || (part.startsWith('-') && value.includes(part.slice(1)))),
  );
}
