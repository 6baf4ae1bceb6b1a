import { agreement, boundClass } from './agree.ts';
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

function isSame({ source }: Difference, { target }: Difference): boolean {
  if (!source || !target || agreement(source, target) === undefined) return false;
  return boundClass(source.bound) === boundClass(target.bound);
}
