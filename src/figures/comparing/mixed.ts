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
  if (ours.length === 0 || ours.length !== theirs.length) return [];
  const [own, others] = withoutShared(ours, theirs);
  const settled = new Set([...ours, ...theirs].filter((score) => ![...own, ...others].includes(score)).flat());
  const free = (figures: readonly Figure[], { value }: Figure, besides: Figure) =>
    figures.find((figure) => figure !== besides && !settled.has(figure) && figure.value === value);
  for (const theirScore of others) {
    for (const score of own) {
      const kept = score.find((one) => theirScore.some(({ value }) => value === one.value));
      const lost = score.find((one) => one !== kept);
      const made = kept && theirScore.find((one) => one !== theirScore.find(({ value }) => value === kept.value));
      const [here, there] = [made && lost && free(source, made, lost), made && lost && free(target, lost, made)];
      if (!made || !lost || !here || !there) continue;
      return [{ sort: 'mixed', first: { source: lost, target: there }, second: { source: here, target: made } }];
    }
  }
  return [];
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
