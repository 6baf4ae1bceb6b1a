import type { Block, Document, Figure } from '../../model.ts';
import { agreement } from './agree.ts';
import { align, type Pair } from './align.ts';
import { behindWeekdays, withoutNamed } from './calendar.ts';
import { type Comparison, compare, type Difference, type Match } from './compare.ts';
import { withoutMoved } from './moved.ts';
import { digitsInNames, isLeftAsName, isNamed } from './names.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
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

/**
 * Compares a document with its translation, passage by passage, in the order of the source. A build asks twice, for what
 * is wrong and for the ledger: what was found is kept as long as both texts are, as they were read.
 */
export function compareDocuments(source: Document, target: Document): readonly Compared[] {
  const [own, other] = [source.blocks, target.blocks];
  const known = kept.get(own) ?? new WeakMap<readonly Block[], readonly Compared[]>();
  const compared = known.get(other) ?? comparedAnew(source, target);
  kept.set(own, known.set(other, compared));
  return compared;
}

const kept = new WeakMap<readonly Block[], WeakMap<readonly Block[], readonly Compared[]>>();

function comparedAnew(source: Document, target: Document): readonly Compared[] {
  const passages = align(source.blocks, target.blocks).map((pair) => passage(pair, source, target));
  const stretches = passages.map((texts) => stretchesOf(figuresOf(texts.source), figuresOf(texts.target)));
  const compared = stretches.flatMap((own, n) => own.map((stretch) => inPassage(stretch, passages[n], source, target)));
  const { open, moved } = withoutMoved(compared.map(({ differences }) => differences));
  const matches = together(
    compared.map((comparison) => comparison.matches),
    stretches,
  );
  const found = together(moved, stretches);
  const differences = behindWeekdays(
    together(open, stretches),
    passages.map((texts) => texts.source),
    source.locale,
  );
  const swapped = swaps(passages, matches, { source: source.locale, target: target.locale });
  return passages.map((texts, number) => {
    const before = texts.target.length === 0 ? lastTarget(passages, number, target) : undefined;
    return {
      ...texts,
      matches: matches[number] ?? [],
      moved: found[number] ?? [],
      differences: differences[number] ?? [],
      swaps: swapped[number] ?? [],
      ...(before ? { before } : {}),
    };
  });
}

function inPassage(stretch: Stretch, texts: Texts | undefined, source: Document, target: Document): Comparison {
  const { matches, differences } = compare(stretch.source, stretch.target);
  if (!texts) return { matches, differences };
  const own = untitled(unnamed(differences, texts), texts, source, target);
  const sides = [
    { blocks: texts.source, locale: source.locale },
    { blocks: texts.target, locale: target.locale },
  ] as const;
  return { matches, differences: withoutNamed(own, ...sides) };
}

/** What was found in the stretches of each passage. */
function together<T>(
  found: readonly (readonly T[])[],
  stretches: readonly (readonly Stretch[])[],
): readonly (readonly T[])[] {
  let at = 0;
  return stretches.map((own) => {
    const from = at;
    at += own.length;
    return own.length === 1 ? (found[from] ?? []) : found.slice(from, at).flat();
  });
}

/** How many figures of a title are looked for in the whole document. */
const TITLED = 60;

/** A title sums up: what it says may stand anywhere in the other document. */
function untitled(
  differences: readonly Difference[],
  texts: Texts,
  source: Document,
  target: Document,
): readonly Difference[] {
  if (texts.source[0]?.kind !== 'meta' || differences.length > TITLED) return differences;
  return differences.filter(({ slip, source: a, target: b }) => {
    if (slip === 'missing' && a) return !says(target, a);
    return !(slip === 'extra' && b && says(source, b));
  });
}

function says({ blocks }: Document, figure: Figure): boolean {
  return blocks.some(({ figures }) => figures.some((other) => agreement(other, figure) !== undefined));
}

/** Without what is a name on the other side: there its digits are no figure. */
function unnamed(differences: readonly Difference[], { source, target }: Texts): readonly Difference[] {
  const open = differences.some(({ slip }) => slip === 'missing' || slip === 'extra');
  if (!open) return differences;
  const names = { missing: namesIn(target), extra: namesIn(source) };
  return differences.filter(({ slip, source: a, target: b }) => {
    const alone = a ?? b;
    if (!alone || (slip !== 'missing' && slip !== 'extra')) return true;
    return !isNamed(alone, names[slip]) && !isLeftAsName(alone, a ? target : source);
  });
}

/** Each stretch of a passage asks for the names of all of it. */
const known = new WeakMap<readonly Block[], ReadonlySet<string>>();

function namesIn(blocks: readonly Block[]): ReadonlySet<string> {
  const found = known.get(blocks) ?? digitsInNames(blocks);
  known.set(blocks, found);
  return found;
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
