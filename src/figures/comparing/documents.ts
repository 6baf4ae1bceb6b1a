import type { Block, Document, Figure } from '../../model.ts';
import { onceFor } from '../../text/remembered.ts';
import { figuresNow, steady } from '../former.ts';
import { agreement } from './agree.ts';
import { align, type Pair } from './align.ts';
import { behindWeekdays, withoutNamed } from './calendar.ts';
import { withoutCoined } from './coined.ts';
import { compare } from './compare.ts';
import { ofOnePlace } from './dollars.ts';
import type { Comparison, Difference, Match } from './match.ts';
import { recalled, withoutMoved } from './moved.ts';
import { digitsInNames, isLeftAsName, isNamed } from './names.ts';
import { withOutdone } from './only.ts';
import { withoutRaces } from './races.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { learnSwaps, swaps } from './swap.ts';
import type { Swap } from './told.ts';
import { withUnread } from './unread.ts';

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
  const known = kept.get(target.blocks);
  if (known?.source === source.blocks) return known.compared;
  const compared = comparedAnew(source, target);
  kept.set(target.blocks, { source: source.blocks, compared });
  return compared;
}

/** A translation → what it was last compared with, as it has one source, and what was found. */
const kept = new WeakMap<
  readonly Block[],
  { readonly source: readonly Block[]; readonly compared: readonly Compared[] }
>();

/**
 * What was compared before is not compared again: passages are compared as their blocks were first read, and what is
 * found there is told of the figures as they stand now.
 */
function comparedAnew(source: Document, target: Document): readonly Compared[] {
  const pairs = align(source.blocks, target.blocks);
  const first = { source: inFirst(source), target: inFirst(target) };
  const found = comparePassages(pairs, first.source, first.target);
  if (first.source === source && first.target === target) return found;
  const now = figuresNow([...source.blocks, ...target.blocks]);
  return pairs.map((pair, number) => {
    const texts = passage(pair, source, target);
    const before = texts.target.length === 0 ? lastTarget(pairs, number, target) : undefined;
    return { ...told(found[number], now), ...texts, ...(before ? { before } : {}) };
  });
}

/**
 * The same passage by passage, for whoever has others to serve meanwhile: what is found in each is kept, so that the whole
 * takes little when it is asked for.
 */
export function* learnDocuments(source: Document, target: Document): Iterable<void> {
  const [first, other] = [inFirst(source), inFirst(target)];
  const languages = { source: source.locale, target: target.locale };
  for (const pair of align(source.blocks, target.blocks)) {
    const texts = passage(pair, first, other);
    const { compared } = partsOf(texts, first, other);
    const [only, more] = compared;
    if (only && !more) learnSwaps(texts, only.matches, languages);
    yield;
  }
}

/** A document with its blocks as they were first read. */
type First = Pick<Document, 'locale' | 'blocks'>;

function inFirst(document: First): First {
  const blocks = document.blocks.map(steady);
  return blocks.every((block, n) => block === document.blocks[n]) ? document : { locale: document.locale, blocks };
}

function comparePassages(pairs: readonly Pair[], source: First, target: First): readonly Compared[] {
  const passages = pairs.map((pair) => passage(pair, source, target));
  const parts = passages.map((texts) => partsOf(texts, source, target));
  const stretches = parts.map((own) => own.stretches);
  const compared = parts.flatMap((own) => own.compared);
  const { open, moved } = withoutMoved(compared.map(({ differences }) => differences));
  const matches = together(
    compared.map((comparison) => comparison.matches),
    stretches,
  );
  const found = together(moved, stretches);
  const differences = behindWeekdays(
    ofOnePlace(together(recalled(open, source), stretches), matches, source, target.locale),
    passages.map((texts) => texts.source),
    source.locale,
  );
  const swapped = swaps(passages, matches, { source: source.locale, target: target.locale });
  return passages.map((texts, number) => {
    const before = texts.target.length === 0 ? lastTarget(pairs, number, target) : undefined;
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

/** What was found, of the figures as they stand now. */
function told(
  found: Compared | undefined,
  now: (figure: Figure) => Figure,
): Pick<Compared, 'matches' | 'moved' | 'differences' | 'swaps'> {
  const { matches = [], moved = [], differences = [], swaps: exchanged = [] } = found ?? {};
  const both = ({ source, target }: Match): Match => ({ source: now(source), target: now(target) });
  return {
    matches: matches.map(both),
    moved: moved.map(both),
    differences: differences.map(({ source, target, ...rest }) => {
      return { ...rest, ...(source && { source: now(source) }), ...(target && { target: now(target) }) };
    }),
    swaps: exchanged.map((swap) => ({ ...swap, first: both(swap.first), second: both(swap.second) })),
  };
}

/** A passage in stretches, and what each of them says. */
interface Parts {
  readonly stretches: readonly Stretch[];
  readonly compared: readonly Comparison[];
}

/** Most passages are one block on each side, and say by themselves what is to be said of them: of the other, its source. */
const parted = new WeakMap<Block, { readonly source: Block; readonly parts: Parts }>();

function partsOf(texts: Texts, source: First, target: First): Parts {
  const [[a, more], [b, other]] = [texts.source, texts.target];
  const isAlone = a && b && !more && !other && a.kind !== 'meta';
  if (!isAlone) return partsAnew(texts, source, target);
  const known = parted.get(b);
  if (known?.source === a) return known.parts;
  const parts = partsAnew(texts, source, target);
  parted.set(b, { source: a, parts });
  return parts;
}

function partsAnew(texts: Texts, source: First, target: First): Parts {
  const stretches = stretchesOf(figuresOf(texts.source), figuresOf(texts.target));
  return { stretches, compared: stretches.map((stretch) => inPassage(stretch, texts, source, target)) };
}

function inPassage(stretch: Stretch, texts: Texts, source: First, target: First): Comparison {
  const { matches, differences } = compare(stretch.source, stretch.target);
  const languages = { source: source.locale, target: target.locale };
  const known = withOutdone(withoutCoined(unnamed(differences, texts), texts, target.locale), texts, languages);
  const own = untitled(withoutRaces(known, texts), texts, source, target);
  const sides = [
    { blocks: texts.source, locale: source.locale },
    { blocks: texts.target, locale: target.locale },
  ] as const;
  return { matches, differences: withUnread(withoutNamed(own, ...sides), texts, languages) };
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
  source: First,
  target: First,
): readonly Difference[] {
  if (texts.source[0]?.kind !== 'meta' || differences.length > TITLED) return differences;
  const open = differences.filter(({ slip, source: a, target: b }) => {
    if (slip === 'missing' && a) return !says(target, a);
    // "Nine dead" over "At least nine people have died"
    if (slip === 'bound' && b) return !saysBound(source, b);
    return !(slip === 'extra' && b && says(source, b));
  });
  // What a translator leaves out of a title, its readers are told below.
  return open.map((one) => (one.slip === 'missing' ? { ...one, doubtful: true } : one));
}

function says({ blocks }: First, figure: Figure): boolean {
  return blocks.some(({ figures }) => figures.some((other) => agreement(other, figure) !== undefined));
}

function saysBound({ blocks }: First, { bound, value }: Figure): boolean {
  return blocks.some(({ figures }) => figures.some((other) => other.bound === bound && other.value === value));
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
const namesIn = onceFor(digitsInNames);

interface Texts {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

function passage(pair: Pair, source: First, target: First): Texts {
  const take = (document: First, indexes: readonly number[]) =>
    indexes.map((index) => document.blocks[index]).filter((block) => block !== undefined);
  return { source: take(source, pair.source), target: take(target, pair.target) };
}

function figuresOf(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => block.figures);
}

function lastTarget(pairs: readonly Pair[], number: number, target: First): Block | undefined {
  for (let i = number - 1; i >= 0; i -= 1) {
    const last = pairs[i]?.target.at(-1);
    if (last !== undefined) return target.blocks[last];
  }
  return target.blocks[0];
}
