import { type Compared, compareDocuments } from '../figures/comparing/documents.ts';
import { steady } from '../figures/former.ts';
import { readsFigures } from '../locales/index.ts';
import type { Block, Document, Figure, Work } from '../model.ts';
import { hash } from '../text/hash.ts';

/** How a figure stands to its counterparts. */
export type JointState = 'agrees' | 'converted' | 'differs' | 'missing' | 'extra' | 'alone';

/** A figure with those of the other languages that say the same, or should. */
export interface Joint {
  /** Shared by a figure of the source and all its counterparts; it stays when others come and go. */
  readonly name: string;
  readonly state: JointState;
}

/** The joints of the figures of a work. */
export interface Joints {
  of(figure: Figure): Joint | undefined;
}

const known = new WeakMap<Work, Joints>();

/** Joins the figures of the source with those of its translations. Figures are told by their places: comparing may copy them. */
export function jointsOf(work: Work): Joints {
  const found = known.get(work) ?? joined(work);
  known.set(work, found);
  return found;
}

function joined({ source, documents }: Work): Joints {
  const [original, ...translations] = documents;
  const isSource = original?.locale === source && readsFigures(source);
  const sides = new Map(
    documents.map((document) => [document.source.path, { names: namesIn(document), told: NOTHING }]),
  );
  const all: PairTold[] = [];
  for (const target of translations) {
    if (!original || !isSource || !readsFigures(target.locale)) continue;
    const pair = pairTold(compareDocuments(original, target));
    all.push(pair);
    sides.set(target.source.path, { names: namesIn(target), told: pair.target });
  }
  const ours = original && namesIn(original);
  const inSource = (figure: Figure): Joint | undefined => {
    const name = ours?.get(figure.span);
    if (name === undefined) return undefined;
    let state: JointState = 'alone';
    for (const pair of all) {
      const other = told(pair.source, figure)?.state;
      if (other !== undefined && worse(other, state)) state = other;
    }
    return { name, state };
  };
  return {
    of(figure) {
      if (figure.span.path === original?.source.path) return inSource(figure);
      const side = sides.get(figure.span.path);
      const name = side?.names.get(figure.span);
      if (!side || name === undefined) return undefined;
      const { state, other } = told(side.told, figure) ?? { state: 'alone' as const };
      return { name: (other && ours?.get(other.span)) ?? name, state };
    },
  };
}

/**
 * What comparing says of a figure: of one of the source the worst, of one of a translation the first. The halves of a
 * score, which it parts, have the place of the whole, which is another text.
 */
interface Said {
  readonly text: string;
  readonly state: JointState;
  readonly other?: Figure | undefined;
  readonly next?: Said | undefined;
}

type Sayings = ReadonlyMap<Figure['span'], Said>;
const NOTHING: Sayings = new Map();

interface PairTold {
  readonly source: Sayings;
  readonly target: Sayings;
}

const pairs = new WeakMap<readonly Compared[], PairTold>();

function pairTold(compared: readonly Compared[]): PairTold {
  const found = pairs.get(compared) ?? tellPair(compared);
  pairs.set(compared, found);
  return found;
}

function tellPair(compared: readonly Compared[]): PairTold {
  const [ours, theirs] = [new Map<Figure['span'], Said>(), new Map<Figure['span'], Said>()];
  for (const { source, target, state } of toldBy(compared)) {
    if (source) {
      const known = told(ours, source);
      if (!known || worse(state, known.state)) {
        ours.set(source.span, { text: source.text, state, next: ours.get(source.span) });
      }
    }
    if (target && !told(theirs, target)) {
      theirs.set(target.span, { text: target.text, state, other: source, next: theirs.get(target.span) });
    }
  }
  return { source: ours, target: theirs };
}

function told(sayings: Sayings, { span, text }: Figure): Said | undefined {
  let said = sayings.get(span);
  while (said && said.text !== text) said = said.next;
  return said;
}

type Names = ReadonlyMap<Figure['span'], string>;

const named = new WeakMap<readonly Block[], Names>();

/** A figure is named by the words of its block and its turn there: what stands before it may change. */
function namesIn({ locale, blocks }: Document): Names {
  const found = named.get(blocks) ?? nameFigures(locale, blocks);
  named.set(blocks, found);
  return found;
}

function nameFigures(locale: string, blocks: readonly Block[]): Names {
  const names = new Map<Figure['span'], string>();
  const turns = new Map<string, number>();
  for (const block of blocks) {
    if (block.figures.length === 0) continue;
    const own = hashOf(steady(block));
    const turn = (turns.get(own) ?? 0) + 1;
    turns.set(own, turn);
    const name = `${locale}-${own}${turn > 1 ? `-${turn}` : ''}`;
    for (const [n, { span }] of block.figures.entries()) names.set(span, `${name}.${n}`);
  }
  return names;
}

const hashes = new WeakMap<Block, string>();

function hashOf(block: Block): string {
  const found = hashes.get(block) ?? hash(block.text);
  hashes.set(block, found);
  return found;
}

interface Told {
  readonly source?: Figure;
  readonly target?: Figure;
  readonly state: JointState;
}

/** What differs first: two of which something else is said besides may agree as well. */
function toldBy(passages: readonly Compared[]): readonly Told[] {
  return passages.flatMap(({ matches, moved, differences, swaps }): Told[] => [
    ...differences.map(({ slip, source, target }): Told => {
      const state = slip === 'missing' || slip === 'extra' || slip === 'converted' ? slip : 'differs';
      return { ...(source && { source }), ...(target && { target }), state };
    }),
    ...swaps.flatMap(({ first, second }) => [first, second]).map((match): Told => ({ ...match, state: 'differs' })),
    ...[...matches, ...moved].map((match): Told => ({ ...match, state: 'agrees' })),
  ]);
}

const ORDER: readonly JointState[] = ['alone', 'agrees', 'converted', 'extra', 'missing', 'differs'];

function worse(a: JointState, b: JointState): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}
