import type { Bound, FigureKind, FigureValue } from '../../../model.ts';

/** One figure, from token to token, exclusive. */
export interface Read {
  readonly kind: FigureKind;
  readonly value: FigureValue;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly soft: boolean | undefined;
  readonly direction: 'up' | 'down' | undefined;
  readonly adds: true | undefined;
  readonly twelve: true | undefined;
  /** See `ReadFigure`. */
  readonly nearby: Bound | undefined;
  readonly from: number;
  readonly to: number;
}

export function exactly(kind: FigureKind, value: FigureValue): Omit<Read, 'from' | 'to'> {
  // All that is read has the same fields in the same order: reading a field is then one load.
  const read: Read = {
    kind,
    value,
    unit: null,
    bound: 'exact',
    soft: undefined,
    direction: undefined,
    adds: undefined,
    twelve: undefined,
    nearby: undefined,
    from: 0,
    to: 0,
  };
  return read;
}
