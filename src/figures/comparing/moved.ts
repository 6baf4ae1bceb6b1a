import type { Block, Figure } from '../../model.ts';
import { agreement } from './agree.ts';
import { boundClass } from './bounds.ts';
import type { Difference, Match } from './match.ts';

/** How many stretches of text a figure may move and still be there. */
const NEIGHBOURS = 2;

/** A figure that moved to a stretch nearby is neither missing here nor extra there. */
export function withoutMoved(all: readonly (readonly Difference[])[]): {
  readonly open: readonly (readonly Difference[])[];
  readonly moved: readonly (readonly Match[])[];
} {
  const gone = new Set<Difference>();
  const extras = all.map((differences) => differences.filter(({ slip }) => slip === 'extra'));
  const moved = all.map((differences, number) =>
    differences.flatMap((difference): Match[] => {
      if (difference.slip !== 'missing' || !difference.source) return [];
      const near = extras.slice(Math.max(0, number - NEIGHBOURS), number + NEIGHBOURS + 1).flat();
      const found = near.find((other) => !gone.has(other) && isSame(difference, other));
      if (!found?.target) return [];
      gone.add(difference).add(found);
      return [{ source: difference.source, target: found.target }];
    }),
  );
  return { open: all.map((differences) => differences.filter((difference) => !gone.has(difference))), moved };
}

/**
 * "Judge Marchetti told them" and 3人に: whom the source has counted elsewhere, as many languages do instead of a pronoun.
 */
export function recalled(
  all: readonly (readonly Difference[])[],
  { blocks }: { readonly blocks: readonly Block[] },
): readonly (readonly Difference[])[] {
  if (!all.some((differences) => differences.some(isFew))) return all;
  const counts = new Set(blocks.flatMap(({ figures }) => figures.filter(isCount).map(({ value }) => value)));
  return all.map((differences) =>
    differences.map((one) => (isFew(one) && counts.has(one.target?.value ?? '') ? { ...one, doubtful: true } : one)),
  );
}

function isFew({ slip, target }: Difference): boolean {
  return slip === 'extra' && target !== undefined && isCount(target) && /^[2-4]$/.test(String(target.value));
}

/** What a number may stand for that others say with a pronoun. */
const PRONOUNS: ReadonlySet<string> = new Set(['people', 'countries', 'firms']);

function isCount({ kind, unit, bound, counts }: Figure): boolean {
  return kind === 'number' && unit === null && bound === 'exact' && (counts === undefined || PRONOUNS.has(counts));
}

function isSame({ source }: Difference, { target }: Difference): boolean {
  if (!source || !target || agreement(source, target) === undefined) return false;
  return boundClass(source.bound) === boundClass(target.bound);
}
