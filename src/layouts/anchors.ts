import { align } from '../figures/comparing/align.ts';
import type { Block, Document } from '../model.ts';
import { hash } from '../text/hash.ts';

/** The anchor of each block of a document, by its index; cells have none but the first of their table. */
type Anchors = readonly (string | undefined)[];

/**
 * A block has the same anchor in every language: a hash of what its source says, so that it stays when others come and go.
 * Blocks that the source lacks have none.
 */
export function anchorsOf({ blocks }: Pick<Document, 'blocks'>, source: Pick<Document, 'blocks'>): Anchors {
  const own = sourceAnchors(source.blocks);
  if (blocks === source.blocks || isAlike(blocks, source.blocks)) return own;
  const anchors: (string | undefined)[] = [];
  for (const { source: from, target } of align(source.blocks, blocks)) {
    const [first] = target;
    const anchor = from.map((index) => own[index]).find((known) => known !== undefined);
    if (first !== undefined) anchors[first] ??= anchor;
  }
  return anchors;
}

const known = new WeakMap<readonly Block[], Anchors>();

function sourceAnchors(blocks: readonly Block[]): Anchors {
  const made = known.get(blocks) ?? hashed(blocks);
  known.set(blocks, made);
  return made;
}

function hashed(blocks: readonly Block[]): Anchors {
  const times = new Map<string, number>();
  return blocks.map(({ kind, text, cell }) => {
    if (kind === 'meta' || (cell && cell.row + cell.column > 0)) return undefined;
    const anchor = `p-${hash(text)}`;
    const turn = (times.get(anchor) ?? 0) + 1;
    times.set(anchor, turn);
    return turn === 1 ? anchor : `${anchor}-${turn}`;
  });
}

/** Most translations have the source's blocks one by one; then nothing need be aligned. */
function isAlike(blocks: readonly Block[], others: readonly Block[]): boolean {
  return (
    blocks.length === others.length &&
    blocks.every(({ kind, level, within, field, cell }, i) => {
      const other = others[i];
      return (
        kind === other?.kind &&
        level === other.level &&
        field === other.field &&
        cell?.column === other.cell?.column &&
        isSame(within, other.within)
      );
    })
  );
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, i) => name === others[i]);
}
