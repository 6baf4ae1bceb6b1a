import type { Figure } from '../../model.ts';
import { withBound } from './rebound.ts';
import { withValue } from './recount.ts';
import { redated } from './redate.ts';
import { withUnit } from './rename.ts';
import type { Rewording } from './rewording.ts';

/** The translation's own wording with the source's value, unit and bound, the closest first; none has been read back yet. */
export function* rewordings(target: Figure, source: Figure, locale: string): Iterable<Rewording> {
  if (isDated(target) && isDated(source)) yield* redated(target, source, locale);
  if (isDated(target) || isDated(source)) return;
  for (const valued of withValue(target, source, locale)) {
    const united = withUnit(valued, target, source, locale);
    if (united) yield* withBound(united, target, source, locale);
  }
}

function isDated({ kind }: Figure): boolean {
  return kind === 'date' || kind === 'time';
}
