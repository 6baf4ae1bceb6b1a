import type { Block } from '../model.ts';
import { chunksOf } from '../text/chunks.ts';

/** The chunks of a page's text as they were set the last time: what was not asked for again since then is let go. */
export interface Memory {
  /** What was made of the same chunk the last time; undefined where nothing was. */
  known(key: string): string | undefined;
  keep(key: string, made: string): void;
  /** The page is made: what it has of the chunks is all that is kept. */
  turn(): void;
}

export function openMemory(): Memory {
  let last = new Map<string, string>();
  let now = new Map<string, string>();
  return {
    known: (key) => last.get(key),
    keep: (key, made) => void now.set(key, made),
    turn() {
      last = now;
      now = new Map();
    },
  };
}

/** What the chunks of a page are made with. */
interface Making {
  readonly blocks: readonly Block[];
  /** Attributes of the element that holds the block of that index. */
  block(index: number): string;
  make(chunk: string): string;
  /** How many files the page has taken along by now: a chunk that takes one has to be made each time. */
  taken(): number;
}

/**
 * Sets a body chunk by chunk, those that say what they said before as they were set before. A chunk is known by its HTML,
 * by what its blocks say (an address as a text and as a link look alike), and by their anchors, not by their numbers.
 */
export function setInChunks(body: string, memory: Memory, { blocks, block, make, taken }: Making): string {
  const set = chunksOf(body).map((chunk) => {
    const key = chunk.replace(/ data-block="(\d+)"/g, (_, index) => {
      return `\0${block(Number(index))}\0${blocks[Number(index)]?.text}\0`;
    });
    const before = taken();
    const known = memory.known(key);
    const made = known ?? make(chunk);
    // A picture is numbered among all of a page.
    if (!chunk.includes('<img') && taken() === before) memory.keep(key, made);
    return made;
  });
  memory.turn();
  return set.join('');
}
