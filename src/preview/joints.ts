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
  /** The figures of a joint with their languages, the source's first. */
  all(number: number): readonly { readonly locale: string; readonly figure: Figure }[];
}

/** Joins the figures of the source with those of its translations. Figures are told by their places: comparing may copy them. */
export function jointsOf({ source, documents }: Work): Joints {
  const joints = new Map<string, { number: number; state: JointState }>();
  const members: { readonly locale: string; readonly figure: Figure }[][] = [];
  const begin = (figure: Figure, locale: string, state: JointState) => {
    const joint = { number: members.length, state };
    members.push([{ locale, figure }]);
    joints.set(placeOf(figure), joint);
    return joint;
  };
  const [original, ...translations] = documents;
  const isSource = original?.locale === source && readsFigures(source);
  for (const figure of figuresOf(original)) begin(figure, original?.locale ?? source, 'alone');
  for (const target of translations) {
    const reads = isSource && readsFigures(target.locale);
    const told = original && reads ? toldBy(compareDocuments(original, target)) : [];
    for (const { source: one, target: other, state } of told) {
      const joint = one && joints.get(placeOf(one));
      if (joint && worse(state, joint.state)) joint.state = state;
      if (!other || joints.has(placeOf(other))) continue;
      if (!joint) begin(other, target.locale, state);
      else {
        members[joint.number]?.push({ locale: target.locale, figure: other });
        joints.set(placeOf(other), { number: joint.number, state });
      }
    }
    for (const figure of figuresOf(target)) if (!joints.has(placeOf(figure))) begin(figure, target.locale, 'alone');
  }
  return { of: (figure) => joints.get(placeOf(figure)), all: (number) => members[number] ?? [] };
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

function placeOf({ span: { path, start, end } }: Figure): string {
  return `${path}:${start.line}:${start.column}-${end.line}:${end.column}`;
}
