import type { Figure } from '../../model.ts';

/** A figure of one value. */
export type Single = Figure & { readonly value: string };

/** What is wrong between two figures, or with one that stands alone. */
export type Slip = 'value' | 'unit' | 'bound' | 'direction' | 'date' | 'missing' | 'extra' | 'converted';

export interface Difference {
  readonly slip: Slip;
  readonly source?: Figure;
  readonly target?: Figure;
  /** Power of ten by which the translation is too large (or, negative, too small). */
  readonly power?: number;
  /** Doubtful: a warning, not an error. */
  readonly doubtful?: boolean;
}

/** Two figures that say the same. */
export interface Match {
  readonly source: Figure;
  readonly target: Figure;
}

export interface Comparison {
  readonly matches: readonly Match[];
  readonly differences: readonly Difference[];
}

/** Two matches that could have been exchanged. */
export interface Two {
  readonly first: Match;
  readonly second: Match;
}

/** The languages of a document and its translation. */
export interface Languages {
  readonly source: string;
  readonly target: string;
}

/** "2 to 3 per cent, down from 5 to 6": two ranges are the same by their ends. */
export function isSameValue({ value: a }: Figure, { value: b }: Figure): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.from === b.from && a.to === b.to;
}
