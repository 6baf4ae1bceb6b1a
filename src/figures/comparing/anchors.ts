import type { Unit } from './units.ts';

/** Indexes of a unit of the source and of the one of the translation that is surely the same. */
export type Anchor = readonly [left: number, right: number];

/**
 * The units with figures and names that no other of their side has, and one of the other side; of these, as many as
 * stand in one order on both (patience diff, after Bram Cohen). In time n log n.
 */
export function anchors(left: readonly Unit[], right: readonly Unit[]): readonly Anchor[] {
  const [ours, theirs] = [singles(left), singles(right)];
  const common = [...ours].flatMap(([key, at]): Anchor[] => {
    const other = theirs.get(key);
    return other === undefined ? [] : [[at, other]];
  });
  return longestRise(common.sort(([a], [b]) => a - b));
}

function singles(units: readonly Unit[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const again = new Set<string>();
  for (const [index, { kind, level, figures, names }] of units.entries()) {
    if (figures.size + names.size === 0) continue;
    const key = `${kind} ${level} ${[...figures].sort().join(' ')} ${[...names].sort().join(' ')}`;
    if (found.has(key)) again.add(key);
    found.set(key, index);
  }
  for (const key of again) found.delete(key);
  return found;
}

/** The longest part of a list whose second numbers rise as the first do. */
function longestRise(list: readonly Anchor[]): readonly Anchor[] {
  /** Which anchor ends the best rise of each length, and which stands before each anchor in its rise. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [n, [, right]] of list.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[ends[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[n] = ends[low - 1] ?? -1;
    ends[low] = n;
  }
  const found: Anchor[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) {
    const anchor = list[n];
    if (anchor) found.push(anchor);
  }
  return found.reverse();
}
