import { readsFigures } from '../../locales/index.ts';
import type { Block, Document } from '../../model.ts';
import { align } from './align.ts';
import { compareDocuments } from './documents.ts';

/** Blocks of a source and of its translation that say the same; either side may be empty. */
export interface Passage {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

/** In the order of the source; as the figures were compared, where they are, so that nothing is aligned twice. */
export function passagesOf(source: Document, target: Document): readonly Passage[] {
  if (readsFigures(source.locale) && readsFigures(target.locale)) return compareDocuments(source, target);
  const at = (blocks: readonly Block[], numbers: readonly number[]) => numbers.flatMap((n) => blocks[n] ?? []);
  return align(source.blocks, target.blocks).map((pair) => ({
    source: at(source.blocks, pair.source),
    target: at(target.blocks, pair.target),
  }));
}
