import type { ReadFigure } from '../model.ts';

/** A figure as the library and `figures --text` give it (contract, "The library"). */
export interface PublicFigure
  extends Omit<
    ReadFigure,
    | 'soft'
    | 'kilo'
    | 'also'
    | 'direction'
    | 'leaning'
    | 'nearly'
    | 'amply'
    | 'adds'
    | 'twelve'
    | 'nearby'
    | 'per'
    | 'counts'
    | 'spanning'
  > {
  /** There only where the number is a word of small weight ("one of the", both, 一系列). */
  readonly soft?: true;
}

/** ISO 4217; a krone of whichever country has no code. */
const CODE = /^[A-Z]{3}$/;

/** The unit as the contract has it: a code, a CLDR unit id, or null. */
export function publicUnit({ kind, unit }: Pick<ReadFigure, 'kind' | 'unit'>): string | null {
  return kind === 'money' && unit !== null && !CODE.test(unit) ? null : unit;
}

/** The fields of the contract, in its order, without what only comparing needs. */
export function publicFigure(figure: ReadFigure): PublicFigure {
  const { kind, value, bound, soft, start, end, text } = figure;
  return { kind, value, unit: publicUnit(figure), bound, ...(soft && { soft }), start, end, text };
}
