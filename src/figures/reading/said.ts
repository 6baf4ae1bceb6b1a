import type { Bound, FigureKind, FigureValue } from '../../model.ts';

/** One figure, from token to token, exclusive. */
export interface Read {
  readonly kind: FigureKind;
  readonly value: FigureValue;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly soft?: boolean;
  readonly direction?: 'up' | 'down';
  readonly adds?: true;
  readonly twelve?: true;
  /** See `ReadFigure`. */
  readonly nearby?: Bound;
  readonly from: number;
  readonly to: number;
}

export function exactly(kind: FigureKind, value: FigureValue): Pick<Read, 'kind' | 'value' | 'unit' | 'bound'> {
  return { kind, value, unit: null, bound: 'exact' };
}
