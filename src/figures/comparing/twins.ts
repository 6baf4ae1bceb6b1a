import type { Figure } from '../../model.ts';
import { agreement } from './agree.ts';
import { boundClass } from './bounds.ts';

/** For a figure, the one that says the same in another unit, in a bracket right behind or before it: 6 feet (1.8 m). */
export type Twins = ReadonlyMap<Figure, Figure>;

/** How far apart two may stand of which one is in a bracket, in UTF-16 units. */
const BRACKET = 3;

export function twinsOf(...texts: readonly (readonly Figure[])[]): Twins {
  const twins = new Map<Figure, Figure>();
  for (const figures of texts) {
    for (const [i, figure] of figures.entries()) {
      const next = figures[i + 1];
      if (!next || next.start - figure.end > BRACKET || figure.unit === null || next.unit === null) continue;
      if (agreement(figure, next) !== 'converted') continue;
      twins.set(figure, next).set(next, figure);
    }
  }
  return twins;
}

/** What a word near a figure may make of its bound; a bound beside one of twins is the other's too. */
export function nearbyOf(figure: Figure, twins: Twins): ReturnType<typeof boundClass> | undefined {
  const twin = figure.bound === 'exact' ? twins.get(figure) : undefined;
  const own = figure.nearby ?? (twin?.bound === 'exact' ? twin.nearby : twin?.bound);
  return own && boundClass(own);
}
