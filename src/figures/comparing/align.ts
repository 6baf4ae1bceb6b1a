import type { Block } from '../../model.ts';
import { type Step, stepsThrough } from './path.ts';
import { unitsOf } from './units.ts';

/** Blocks of the source and of the translation that say the same; either side may be empty. Indexes into `blocks`. */
export interface Pair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/**
 * Aligns two documents' blocks: front matter by field, tables by cell, everything else by dynamic programming over
 * structure, length, figures and names (Gale and Church 1993, with figures as a further witness). In the order of
 * the source; linear, since the search keeps to a band around the diagonal.
 */
export function align(source: readonly Block[], target: readonly Block[]): readonly Pair[] {
  const steps = stepsThrough(unitsOf(source), unitsOf(target));
  return [...alignMeta(source, target), ...steps.flatMap((step) => pairUnits(source, target, step))];
}

function alignMeta(source: readonly Block[], target: readonly Block[]): readonly Pair[] {
  const fields = new Map<string | undefined, number>();
  for (const [index, { kind, field }] of target.entries())
    if (kind === 'meta' && !fields.has(field)) fields.set(field, index);
  return source.flatMap(({ kind, field }, index) => {
    const other = kind === 'meta' ? fields.get(field) : undefined;
    return other === undefined ? [] : [{ source: [index], target: [other] }];
  });
}

/** Tables go cell by cell where both have the same shape, else row by row. */
function pairUnits(source: readonly Block[], target: readonly Block[], step: Step): readonly Pair[] {
  const [a] = step.left;
  const [b] = step.right;
  const whole = { source: step.left.flatMap((u) => u.blocks), target: step.right.flatMap((u) => u.blocks) };
  if (a?.kind !== 'table' || b?.kind !== 'table') return [whole];
  const byPlace = new Map(b.blocks.map((index) => [place(target[index]), index]));
  const same = a.blocks.length === b.blocks.length && a.blocks.every((index) => byPlace.has(place(source[index])));
  if (!same) return [whole];
  return a.blocks.map((index) => ({ source: [index], target: [byPlace.get(place(source[index])) ?? -1] }));
}

function place(block: Block | undefined): string {
  return `${block?.cell?.row}:${block?.cell?.column}`;
}
