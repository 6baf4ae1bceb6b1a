import { type Compared, compareDocuments } from '../figures/comparing/documents.ts';
import { readsFigures } from '../locales/index.ts';
import type { Document, Figure, Work } from '../model.ts';

/** How a figure stands to its counterparts. */
export type JointState = 'agrees' | 'converted' | 'differs' | 'missing' | 'extra' | 'alone';

/** A figure with those of the other languages that say the same, or should. */
export interface Joint {
  /** Shared by a figure of the source and all its counterparts. */
  readonly number: number;
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
  const places = new Map(documents.map((document) => [document.source.path, new Map<number, Open>()]));
  const jointAt = (figure: Figure) => places.get(figure.span.path)?.get(placeOf(figure));
  let count = 0;
  const put = (figure: Figure, joint: Open) => places.get(figure.span.path)?.set(placeOf(figure), joint);
  const begin = (figure: Figure, state: JointState) => {
    put(figure, { number: count, state });
    count += 1;
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
      if (!other || jointAt(other)) continue;
      if (joint) put(other, { number: joint.number, state });
      else begin(other, state);
    }
    for (const figure of figuresOf(target)) if (!jointAt(figure)) begin(figure, 'alone');
  }
  return { of: jointAt };
}

/** A joint that may turn out worse. */
interface Open {
  readonly number: number;
  state: JointState;
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

/** Where it stands in its file, as one number: line, column and length. */
function placeOf({ start: from, end: to, span: { start } }: Figure): number {
  return start.line * 1e9 + start.column * 1e4 + ((to - from) % 1e4);
}
