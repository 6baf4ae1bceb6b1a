import type { Figure } from '../../model.ts';

/** The two numbers of a score or vote, joined by a single sign: 2–1, 6:3, 3比1. */
export type Score = readonly [Figure, Figure];

/** The scores among the figures of a text, in its order. */
function scoresIn(own: readonly Figure[]): readonly Score[] {
  const found: Score[] = [];
  for (let i = 0; i + 1 < own.length; i += 1) {
    const [first, second] = [own[i], own[i + 1]];
    if (!first || !second || !isJoined(first, second)) continue;
    found.push([first, second]);
    i += 1;
  }
  return found;
}

function isJoined(first: Figure, second: Figure): boolean {
  return second.start - first.end === 1 && [first, second].every(({ text }) => /^\p{Nd}+$/u.test(text));
}

/**
 * A score stands for a score: first for one that says the same, then for one that says it from the other side, so that
 * its numbers are not taken for others of the same value.
 */
export function matchScores(
  left: Set<Figure>,
  right: Set<Figure>,
  take: (source: Figure, target: Figure) => void,
  source: readonly Figure[],
  target: readonly Figure[],
): void {
  const ours = scoresIn(source);
  if (ours.length === 0) return;
  const theirs = scoresIn(target);
  for (const turned of [false, true]) {
    for (const [a, b] of ours) {
      const found = left.has(a)
        ? theirs.find(([x, y]) => right.has(x) && says([a, b], turned ? [y, x] : [x, y]))
        : undefined;
      if (!found) continue;
      take(a, turned ? found[1] : found[0]);
      take(b, turned ? found[0] : found[1]);
    }
  }
}

function says([a, b]: Score, [x, y]: Score): boolean {
  return a.value === x.value && b.value === y.value;
}

/** The score that a figure is part of. */
export function scoreOf(figure: Figure, own: readonly Figure[]): Score | undefined {
  return scoresIn(own).find((score) => score.includes(figure));
}
