import type { Block, Document, Figure } from '../../model.ts';
import { agreement, boundClass } from './agree.ts';
import { align, type Pair } from './align.ts';
import { type Comparison, compare, type Difference, type Match } from './compare.ts';
import { digitsInNames, isNamed } from './names.ts';
import { swaps } from './swap.ts';
import type { Swap } from './told.ts';

/** An aligned passage of two documents with what its figures say. */
export interface Compared {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
  readonly matches: readonly Match[];
  /** Figures of this source passage that the translation says in a passage nearby. */
  readonly moved: readonly Match[];
  readonly differences: readonly Difference[];
  readonly swaps: readonly Swap[];
  /** The translated block before a gap, for a passage that has no translation. */
  readonly before?: Block;
}

/** How many passages a figure may move and still be there. */
const NEIGHBOURS = 2;

/** Compares a document with its translation, passage by passage, in the order of the source. */
export function compareDocuments(source: Document, target: Document): readonly Compared[] {
  const passages = align(source.blocks, target.blocks).map((pair) => passage(pair, source, target));
  const compared = passages.map((texts) => unnamed(compare(figuresOf(texts.source), figuresOf(texts.target)), texts));
  const { open, moved } = withoutMoved(
    compared.map(({ differences }, n) => untitled(differences, passages[n], source, target)),
  );
  const swapped = swaps(
    passages,
    compared.map(({ matches }) => matches),
    { source: source.locale, target: target.locale },
  );
  return passages.map((texts, number) => {
    const { matches = [] } = compared[number] ?? {};
    const before = texts.target.length === 0 ? lastTarget(passages, number, target) : undefined;
    return {
      ...texts,
      matches,
      moved: moved[number] ?? [],
      differences: open[number] ?? [],
      swaps: swapped[number] ?? [],
      ...(before ? { before } : {}),
    };
  });
}

/** A title sums up: what it says may stand anywhere in the other document. */
function untitled(
  differences: readonly Difference[],
  texts: Texts | undefined,
  source: Document,
  target: Document,
): readonly Difference[] {
  if (texts?.source[0]?.kind !== 'meta') return differences;
  return differences.filter(({ slip, source: a, target: b }) => {
    if (slip === 'missing' && a) return !says(target, a);
    return !(slip === 'extra' && b && says(source, b));
  });
}

function says({ blocks }: Document, figure: Figure): boolean {
  return blocks.some(({ figures }) => figures.some((other) => agreement(other, figure) !== undefined));
}

/** Without what is a name on the other side: there its digits are no figure. */
function unnamed(comparison: Comparison, { source, target }: Texts): Comparison {
  const open = comparison.differences.some(({ slip }) => slip === 'missing' || slip === 'extra');
  if (!open) return comparison;
  const names = { missing: digitsInNames(target), extra: digitsInNames(source) };
  const differences = comparison.differences.filter(({ slip, source: a, target: b }) => {
    const alone = a ?? b;
    return !(alone && (slip === 'missing' || slip === 'extra') && isNamed(alone, names[slip]));
  });
  return { ...comparison, differences };
}

interface Texts {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

function passage(pair: Pair, source: Document, target: Document): Texts {
  const take = (document: Document, indexes: readonly number[]) =>
    indexes.map((index) => document.blocks[index]).filter((block) => block !== undefined);
  return { source: take(source, pair.source), target: take(target, pair.target) };
}

function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => block.figures);
}

function lastTarget(passages: readonly Texts[], number: number, target: Document): Block | undefined {
  for (let i = number - 1; i >= 0; i -= 1) {
    const last = passages[i]?.target.at(-1);
    if (last) return last;
  }
  return target.blocks[0];
}

/** A figure that moved to a passage nearby is neither missing here nor extra there. */
function withoutMoved(all: readonly (readonly Difference[])[]): {
  readonly open: readonly (readonly Difference[])[];
  readonly moved: readonly (readonly Match[])[];
} {
  const gone = new Set<Difference>();
  const moved = all.map((differences, number) =>
    differences.flatMap((difference): Match[] => {
      if (difference.slip !== 'missing' || !difference.source) return [];
      const near = all.slice(Math.max(0, number - NEIGHBOURS), number + NEIGHBOURS + 1).flat();
      const found = near.find((other) => other.slip === 'extra' && !gone.has(other) && isSame(difference, other));
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
