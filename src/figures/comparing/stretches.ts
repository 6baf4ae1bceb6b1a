import type { Figure } from '../../model.ts';
import { keyOf } from './agree.ts';

/** Some of the figures of a passage, and those of its translation that say the same, as far as can be told. */
export interface Stretch {
  readonly source: readonly Figure[];
  readonly target: readonly Figure[];
}

/** How many figures of one side are held against each other: more than any paragraph has, and most tables. */
const MOST = 240;
/** Where there are more, about how many go together. */
const STEP = 120;
/** How far from where it should be the end of a stretch is looked for, in figures. */
const DRIFT = 40;
/** How many figures on both sides of a cut tell that it is one. */
const WITNESSES = 8;

/**
 * Figures are held each against each, which a list or table of thousands does not bear: there, the figures are cut into
 * stretches where both sides say the same around the cut. Linear.
 */
export function stretchesOf(source: readonly Figure[], target: readonly Figure[]): readonly Stretch[] {
  if (source.length <= MOST && target.length <= MOST) return [{ source, target }];
  const [left, right] = [source.map(keyOf), target.map(keyOf)];
  const found: Stretch[] = [];
  let [a, b] = [0, 0];
  while (source.length - a > MOST || target.length - b > MOST) {
    const share = STEP / Math.max(source.length - a, target.length - b);
    const i = a + Math.round((source.length - a) * share);
    const j = cut(left, right, i, b + Math.round((target.length - b) * share), b);
    found.push({ source: source.slice(a, i), target: target.slice(b, j) });
    [a, b] = [i, j];
  }
  found.push({ source: source.slice(a), target: target.slice(b) });
  return found;
}

/** Where the target is cut, near `middle` and not before `least`. */
function cut(left: readonly string[], right: readonly string[], i: number, middle: number, least: number): number {
  let best = { at: middle, score: 0 };
  for (let drift = 0; drift <= DRIFT; drift += 1) {
    for (const at of [middle - drift, middle + drift]) {
      if (at < least || at > right.length) continue;
      const score = likeness(left, right, i, at);
      if (score > best.score) best = { at, score };
    }
  }
  return best.at;
}

function likeness(left: readonly string[], right: readonly string[], i: number, j: number): number {
  let score = 0;
  for (let k = -WITNESSES; k < WITNESSES; k += 1)
    if (left[i + k] !== undefined && left[i + k] === right[j + k]) score += 1;
  return score;
}
