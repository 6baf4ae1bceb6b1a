import type { Figure } from '../../model.ts';
import type { Relation } from '../comparing/relations.ts';
import { add, divide, type Exact, exact, format, multiply, negate, ONE, order, ZERO } from '../value.ts';
import { looseRounding } from './rounding.ts';
import { absolute, type Contradiction, numberIn } from './sums.ts';

const HUNDRED = exact(100);

/** "rose from 40 to 50 million, up 30%": the rate of a sentence is what its two values make. */
export function growthOf(
  figures: readonly Figure[],
  { first: from, second: to }: Relation,
  locale: string,
): Contradiction | undefined {
  const rates = figures.filter(({ kind, direction }) => kind === 'multiple' || (kind === 'percent' && direction));
  const [rate, second] = rates;
  if (!rate || second || typeof rate.value !== 'string') return undefined;
  const [low, high] = [from, to].map((end) => [numberIn(end), looseRounding(end, locale)] as const);
  if (!low || !high || order(low[0], low[1]) <= 0) return undefined;
  const least = divide(add(high[0], negate(high[1])), add(low[0], low[1]));
  const most = divide(add(high[0], high[1]), add(low[0], negate(low[1])));
  const said = saidRate(rate, locale);
  if (!said || agrees(said, [least, most], rate)) return undefined;
  const ratio = divide(high[0], low[0]);
  const makes = rate.kind === 'multiple' ? ratio : multiply(absolute(add(ratio, negate(ONE))), HUNDRED);
  return { sort: 'growth', figure: rate, others: [from, to], makes: rounded(makes) };
}

/** What the new value is to the old one by the rate as said, from … to …; a multiple may count the old one or not. */
function saidRate(rate: Figure, locale: string): readonly [Exact, Exact] | undefined {
  const value = numberIn(rate);
  const slack = looseRounding(rate, locale);
  if (rate.kind === 'multiple') {
    if (order(value, ONE) <= 0 || rate.direction === 'down') return undefined;
    return [add(value, negate(slack)), add(add(value, ONE), slack)];
  }
  const ends = [add(value, negate(slack)), add(value, slack)].map((end) => divide(end, HUNDRED));
  const [low = ZERO, high = ZERO] = ends;
  return rate.direction === 'down' ? [add(ONE, negate(high)), add(ONE, negate(low))] : [add(ONE, low), add(ONE, high)];
}

const ABOUT = exact(1, 5);

/** Do the two ranges meet, as far as the bound of the rate tells? */
function agrees(
  [low, high]: readonly [Exact, Exact],
  [least, most]: readonly [Exact, Exact],
  { bound, kind }: Figure,
): boolean {
  const isMore = bound === 'over' || bound === 'at-least';
  const isLess = bound === 'under' || bound === 'at-most';
  const slack = bound === 'about' ? multiply(high, ABOUT) : ZERO;
  // "a hundred times and more" says nothing of how much more; a share is said closely.
  const above = isMore && kind === 'multiple' ? undefined : isMore ? multiply(high, exact(11, 10)) : high;
  const below = isLess ? ZERO : low;
  return (above === undefined || order(least, add(above, slack)) <= 0) && order(add(below, negate(slack)), most) <= 0;
}

/** At most two decimals, for a message. */
function rounded(value: Exact): string {
  const hundredths = (value.n * 200n + value.d) / (value.d * 2n);
  return format(exact(hundredths, 100));
}
