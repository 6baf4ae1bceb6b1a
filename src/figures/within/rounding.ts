import type { Figure } from '../../model.ts';
import { runsOf } from '../runs.ts';
import { divide, type Exact, exact, ONE, order, parseExact, scaleBy, ZERO } from '../value.ts';

/**
 * Half of the last digit as it is written: what the true value may differ by. 0 for a count in full digits, 50,000 for
 * "4.1 million". `share` is true where also a whole number stands for a rounded one, as percentages do.
 */
export function roundingOf({ text, value, kind }: Figure, locale: string): Exact {
  if (typeof value !== 'string') return ZERO;
  const [run, second] = runsOf(text, locale);
  if (!run || second || run.value.n === 0n) return ZERO;
  const decimals = decimalsOf(run.value);
  const scale = divide(parseExact(value), run.value);
  const isCount = decimals === 0 && kind !== 'percent' && order(scale, ONE) === 0;
  if (isCount) return ZERO;
  return divide(scaleBy({ n: scale.n < 0n ? -scale.n : scale.n, d: scale.d }, -decimals), exact(2));
}

/**
 * For values that are most likely rounded: half of the last digit that is not 0, but at most a fortieth of the value:
 * 450 for "18,000", 12.5 for "500".
 */
export function looseRounding(figure: Figure, locale: string): Exact {
  const strict = roundingOf(figure, locale);
  if (strict.n > 0n || typeof figure.value !== 'string') return strict;
  const zeros = /[1-9](0+)$/.exec(figure.value)?.[1]?.length ?? 0;
  if (zeros < 2) return ZERO;
  const digit = divide(scaleBy(ONE, zeros), exact(2));
  const part = divide(parseExact(figure.value.replace('-', '')), FORTY);
  return order(digit, part) < 0 ? digit : part;
}

const FORTY = exact(40);

function decimalsOf({ d }: Exact): number {
  let places = 0;
  for (let power = 1n; power % d !== 0n; power *= 10n) places += 1;
  return places;
}
