import type { Figure } from '../../model.ts';
import { add, type Exact, equal, ONE, parseExact } from '../value.ts';
import { agreement } from './agree.ts';
import type { Match } from './match.ts';
import { isInScore } from './scores.ts';

/**
 * "in 2016 and again in 2020" and в 2016 году и снова четыре года спустя: a year that one text says the other may count
 * from a year that both say.
 */
export function matchReckoned(
  left: Set<Figure>,
  right: Set<Figure>,
  take: (a: Figure, b: Figure) => void,
  [source, target]: readonly [readonly Figure[], readonly Figure[]],
): void {
  if (left.size === 0 || right.size === 0) return;
  const both = yearsIn(source).filter((year) => yearsIn(target).includes(year));
  if (both.length === 0) return;
  const reckons = (year: Figure, span: Figure) =>
    isYear(year) && isSpan(span) && both.some((from) => Math.abs(Number(year.value) - from) === Number(span.value));
  for (const a of left) {
    const b = [...right].find((other) => reckons(a, other) || reckons(other, a));
    if (b) take(a, b);
  }
}

function yearsIn(figures: readonly Figure[]): readonly number[] {
  return figures.flatMap(({ kind, value }) => {
    const year = kind === 'date' && typeof value === 'string' ? /^\d{4}(?![\ds])/.exec(value)?.[0] : undefined;
    return year === undefined ? [] : [Number(year)];
  });
}

function isYear({ kind, value }: Figure): boolean {
  return kind === 'date' && /^\d{4}$/.test(String(value));
}

function isSpan({ kind, unit, value, bound }: Figure): boolean {
  return kind === 'duration' && unit === 'year' && bound === 'exact' && /^\d{1,3}$/.test(String(value));
}

/**
 * "lost two thirds of it" and осталась треть, "won 12 of the last 14" and из 14 уступила лишь два, "all but one of the 30" and 29:
 * what one text takes of a whole the other may tell as the rest.
 */
export function areParts(one: Figure, rest: Figure, own: readonly Figure[]): boolean {
  const [a, b] = [partOf(one), partOf(rest)];
  // The rest of almost two thirds is over a third; of 7-6 no side is the rest.
  if (!a || !b || (one.nearly && rest.nearly) || isInScore(one, own)) return false;
  const sum = add(a, b);
  // What both say to have fallen is no rest.
  const isLoss = (one.direction ?? one.leaning) !== undefined && !(rest.direction ?? rest.leaning);
  if (one.kind === 'fraction' && rest.kind === 'fraction') return isLoss && equal(sum, ONE) && !equal(a, b);
  const isWhole = (figure: Figure) => figure.start > one.end && figure.start - one.end <= OF_ALL;
  return sum.d === 1n && own.some((figure) => isWhole(figure) && equal(partOf(figure) ?? NOTHING, sum));
}

function partOf({ kind, value, unit }: Figure): Exact | undefined {
  const counts = kind === 'number' || kind === 'fraction';
  return typeof value === 'string' && counts && unit === null ? parseExact(value) : undefined;
}

const NOTHING = parseExact('0');
/** How far behind a part its whole may stand, in UTF-16 units: "12 of the last 14". */
const OF_ALL = 16;

/**
 * 6码（约5.5米）: right behind what says the figure of the source, it may be said in another unit too, also where that
 * one takes its own from an earlier: "was 17 stone, is now ten" and десять (64 кг).
 */
export function isRestated(figure: Figure, matches: readonly Match[]): boolean {
  return matches.some(({ source, target }) => {
    const apart = figure.start - target.end;
    if (apart < 0 || apart > BRACKET) return false;
    if (source.kind !== 'number' || source.unit !== null) return agreement(source, figure) === 'converted';
    const measured = matches.filter(({ source: { kind, start } }) => kind === 'quantity' && start < source.start);
    return measured.some(
      ({ source: { unit } }) => agreement({ ...source, kind: 'quantity', unit }, figure) === 'converted',
    );
  });
}

/** How far behind a figure its bracket may begin, a classifier and "about" included, in UTF-16 units. */
const BRACKET = 5;
