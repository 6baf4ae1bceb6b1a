import type { FigureWords } from '../../../locales/words.ts';
import { fold } from '../../fold.ts';

/** See `ThingWords`; folded. */
export interface Things {
  readonly plural: readonly string[];
  readonly singular: readonly string[];
  readonly untold: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  /** Counter → what it counts. */
  readonly counters: ReadonlyMap<string, string>;
}

export function thingsOf({ things }: FigureWords): Things {
  const folded = (list = '') => list.split('|').filter(Boolean).map(fold);
  return {
    plural: folded(things?.plural),
    singular: folded(things?.singular),
    untold: new Set(folded(things?.untold)),
    occasions: new Set(folded(things?.occasions)),
    counters: new Map(
      Object.entries(things?.counters ?? {}).flatMap(([sort, list]) => folded(list).map((counter) => [counter, sort])),
    ),
  };
}
