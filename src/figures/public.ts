import type { ReadFigure } from '../model.ts';

/** A figure as the library and `figures --text` give it (contract, "The library"). */
export interface PublicFigure
  extends Omit<ReadFigure, 'soft' | 'direction' | 'leaning' | 'nearly' | 'adds' | 'nearby'> {
  /** There only where the number is a word of small weight ("one of the", both, 一系列). */
  readonly soft?: true;
}

/** The fields of the contract, in its order, without what only comparing needs. */
export function publicFigure({ kind, value, unit, bound, soft, start, end, text }: ReadFigure): PublicFigure {
  return { kind, value, unit, bound, ...(soft && { soft }), start, end, text };
}
