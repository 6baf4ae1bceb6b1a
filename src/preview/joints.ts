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
  const places = new Map<Figure['span'], Place>();
  for (const document of documents) nameFigures(document, places);
  /** Half of a score, which comparing parts from the other, is no figure of the text. */
  const placeOf = ({ span, text }: Figure) => {
    const place = places.get(span);
    return place?.text === text ? place : undefined;
  };
  const jointAt = (figure: Figure) => placeOf(figure)?.joint;
  const begin = (figure: Figure, state: JointState) => {
    const place = placeOf(figure);
    if (place) place.joint ??= { name: place.name, state };
  };
  const [original, ...translations] = documents;
  const isSource = original?.locale === source && readsFigures(source);
  for (const figure of figuresOf(original)) begin(figure, 'alone');
  for (const target of translations) {
    const reads = isSource && readsFigures(target.locale);
    const told = original && reads ? toldBy(compareDocuments(original, target)) : [];
    for (const { source: one, target: other, state } of told) {
      const joint = one && jointAt(one);
      if (joint && worse(state, joint.state)) joint.state = state;
      const place = other && placeOf(other);
      if (!place || place.joint) continue;
      place.joint = { name: joint?.name ?? place.name, state };
    }
    for (const figure of figuresOf(target)) begin(figure, 'alone');
  }
  return { of: jointAt };
}

/** A figure of a text, with the name that a joint which begins with it has, and the joint that it is in. */
interface Place {
  readonly name: string;
  readonly text: string;
  joint?: Open;
}

/** A joint that may turn out worse. */
interface Open {
  readonly name: string;
  state: JointState;
}

/** By the words of its block and its turn there: what stands before it may change. */
function nameFigures({ locale, blocks }: Document, places: Map<Figure['span'], Place>): void {
  const turns = new Map<string, number>();
  for (const block of blocks) {
    if (block.figures.length === 0) continue;
    const own = hashOf(steady(block));
    const turn = (turns.get(own) ?? 0) + 1;
    turns.set(own, turn);
    const name = `${locale}-${own}${turn > 1 ? `-${turn}` : ''}`;
    for (const [n, { span, text }] of block.figures.entries()) places.set(span, { name: `${name}.${n}`, text });
  }
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

function figuresOf(document: Document | undefined): readonly Figure[] {
  return document?.blocks.flatMap(({ figures }) => figures) ?? [];
}
