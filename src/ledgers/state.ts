import type { Ledger, LedgerEntry, SayingState } from '../model.ts';

/** How many figures there are, and how many of them some edition says otherwise. */
export interface Counts {
  readonly figures: number;
  /** Figures that every edition says. */
  readonly agreeing: number;
  readonly differing: number;
  readonly missing: number;
  readonly extra: number;
}

/** The state that tells most of an entry: the worst of its editions'. */
export function worst({ says }: LedgerEntry): SayingState {
  const found = ORDER.find((state) => says.some((saying) => saying.state === state));
  return found ?? 'agrees';
}

const ORDER: readonly SayingState[] = ['differs', 'missing', 'extra', 'converted'];

export function counts({ entries }: Ledger): Counts {
  const states = entries.map(worst);
  const count = (...wanted: SayingState[]) => states.filter((state) => wanted.includes(state)).length;
  return {
    figures: entries.length,
    agreeing: count('agrees', 'converted'),
    differing: count('differs'),
    missing: count('missing'),
    extra: count('extra'),
  };
}

export function sum(a: Counts, b: Counts): Counts {
  return {
    figures: a.figures + b.figures,
    agreeing: a.agreeing + b.agreeing,
    differing: a.differing + b.differing,
    missing: a.missing + b.missing,
    extra: a.extra + b.extra,
  };
}
