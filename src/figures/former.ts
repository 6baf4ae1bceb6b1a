import type { Block, Figure, Segment, TextBlock } from '../model.ts';

/**
 * The blocks of a text as it was read before, for reading it again: what says the same need not be read anew, and what
 * was learned of it holds. Nothing is kept but the reading before: as long as that is.
 */
export class Former {
  readonly #blocks = new Map<string, Block[]>();

  constructor(blocks: readonly Block[]) {
    for (const block of blocks.toReversed()) {
      const key = keyOf(block);
      const same = this.#blocks.get(key);
      if (same) same.push(block);
      else this.#blocks.set(key, [block]);
    }
  }

  /** The next block that said the same as such a one; each is given once, in their order. */
  take(block: TextBlock): Block | undefined {
    return this.#blocks.size === 0 ? undefined : this.#blocks.get(keyOf(block))?.pop();
  }
}

function keyOf({ kind, level, field, within, cell, text }: TextBlock): string {
  const place = cell ? `${cell.row}:${cell.column}` : '';
  return `${kind} ${level ?? ''} ${field ?? ''} ${within.join()} ${place} ${text}`;
}

/** Whether a block stands where another one did that says the same, each of its signs. */
export function isInPlace({ span, segments, id }: TextBlock, other: TextBlock): boolean {
  const { start, end } = span;
  const { start: from, end: to } = other.span;
  return (
    start.line === from.line &&
    start.column === from.column &&
    end.line === to.line &&
    end.column === to.column &&
    id === other.id &&
    segments.length === other.segments.length &&
    segments.every((segment, n) => isSame(segment, other.segments[n]))
  );
}

function isSame(a: Segment, b: Segment | undefined): boolean {
  return a.at === b?.at && a.length === b.length && a.from === b.from && a.sourceLength === b.sourceLength;
}

/** A block → the first of those that said the same, reading after reading. */
const firsts = new WeakMap<Block, Block>();

/** Says that a block is another one read again: with the same figures, at another place perhaps. */
export function readAgain(block: Block, former: Block): void {
  firsts.set(block, steady(former));
}

/**
 * The block as it was first read: what is learned of a text but for its place in the file is learned of that one, so that
 * it need not be learned again after each change elsewhere.
 */
export function steady(block: Block): Block {
  return firsts.get(block) ?? block;
}

/** The figures of blocks as they stand now, for those of the blocks as they were first read. */
export function figuresNow(blocks: readonly Block[]): (first: Figure) => Figure {
  const now = new Map<Figure['span'], readonly [first: Figure, own: Figure]>();
  for (const block of blocks) {
    const first = steady(block);
    if (first === block) continue;
    for (const [n, figure] of first.figures.entries()) {
      const own = block.figures[n];
      if (own) now.set(figure.span, [figure, own]);
    }
  }
  return (figure) => {
    const [first, own] = now.get(figure.span) ?? [figure, figure];
    // Comparing may copy a figure, to give it the unit that is said once for two: the copy has its span.
    return figure === first ? own : { ...figure, span: own.span };
  };
}
