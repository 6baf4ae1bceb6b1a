import type { Figure } from '../../model.ts';
import type { Passage } from './associations.ts';
import { type Score, scoresIn, withScores, withSets } from './scores.ts';
import type { Swap } from './told.ts';

/**
 * "beat her 4-6, 7-6, 6-3" and 6比6、7比4、6比3: where both texts say as many scores, one that the source does not say, of
 * numbers that it says elsewhere.
 */
export function mixedScores(passage: Passage): readonly Swap[] {
  const [left, right] = [passage.source, passage.target].map((blocks) => blocks.flatMap(({ figures }) => figures));
  if (!left || !right) return [];
  const [source, target] = [withSets(withScores(left, right)), withSets(withScores(right, left))];
  const [ours, theirs] = [scoresIn(source), scoresIn(target)];
  if (ours.length === 0 || ours.length > MANY || ours.length !== theirs.length) return [];
  const [own, others] = withoutShared(ours, theirs);
  const open = new Set([...own, ...others]);
  const settled = new Set([...ours, ...theirs].filter((score) => !open.has(score)).flat());
  const free = (figures: readonly Figure[], { value }: Figure, besides: Figure) =>
    figures.find((figure) => figure !== besides && !settled.has(figure) && figure.value === value);
  for (const theirScore of others) {
    for (const score of own) {
      const [lost, made] = apartFrom(score, theirScore) ?? [];
      const here = made && lost && free(source, made, lost);
      const there = made && lost && free(target, lost, made);
      if (here && there)
        return [{ sort: 'mixed', first: { source: lost, target: there }, second: { source: here, target: made } }];
    }
  }
  return [];
}

/** So many scores are a table. */
const MANY = 60;

/** Of two scores that share one number, what each has beside it. */
function apartFrom(score: Score, other: Score): Score | undefined {
  for (const [n, one] of score.entries()) {
    const at = other.findIndex(({ value }) => value === one.value);
    const [lost, made] = [score[n === 0 ? 1 : 0], other[at === 0 ? 1 : 0]];
    if (at >= 0) return [lost, made];
  }
  return undefined;
}

/** What is left of both when each score has taken one that says the same, from whichever side. */
function withoutShared(
  ours: readonly Score[],
  theirs: readonly Score[],
): readonly [readonly Score[], readonly Score[]] {
  const left = [...theirs];
  const own = ours.filter((score) => {
    const at = left.findIndex((other) => sidesOf(other) === sidesOf(score));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [own, left];
}

function sidesOf(score: Score): string {
  return score
    .map(({ value }) => value)
    .toSorted()
    .join();
}
