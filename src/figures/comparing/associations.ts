import type { Block } from '../../model.ts';
import { stems } from './nouns.ts';

/** An aligned pair of texts: what stands in them besides figures. */
export interface Passage {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

/**
 * Which nouns go together is learned from the editions themselves: in how many aligned passages do both stand,
 * against in how many either does (Dice's coefficient). No dictionary, and any pair of languages. Only the nouns that
 * are asked about are looked for, when the first of them is.
 */
export class Associations {
  readonly #passages: readonly Passage[];
  readonly #words: () => Words;
  #places: { readonly source: Places; readonly target: Places } | undefined;

  constructor(passages: readonly Passage[], words: () => Words) {
    this.#passages = passages;
    this.#words = words;
  }

  /** The strongest tie between two sets of words, the passage `except` left out; 0 to 1. */
  between(source: ReadonlySet<string>, target: ReadonlySet<string>, except: number): number {
    const places = this.#found();
    let best = 0;
    for (const a of source) {
      const left = places.source.get(a);
      if (!left) continue;
      for (const b of target) {
        const right = places.target.get(b);
        if (right) best = Math.max(best, dice(left, right, except));
      }
    }
    return best;
  }

  #found(): { readonly source: Places; readonly target: Places } {
    const words = this.#places ? undefined : this.#words();
    this.#places ??= {
      source: index(this.#passages, 'source', words?.source ?? new Set()),
      target: index(this.#passages, 'target', words?.target ?? new Set()),
    };
    return this.#places;
  }
}

/** Word → the passages in which it stands. */
type Places = ReadonlyMap<string, ReadonlySet<number>>;

/** The words of both languages that tell two figures apart. */
interface Words {
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
}

function index(passages: readonly Passage[], side: keyof Passage, wanted: ReadonlySet<string>): Places {
  const places = new Map([...wanted].map((word) => [word, new Set<number>()]));
  for (const [number, passage] of passages.entries()) {
    for (const block of passage[side]) for (const word of stems(block.text)) places.get(word)?.add(number);
  }
  return places;
}

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>, except: number): number {
  const own = (set: ReadonlySet<number>) => set.size - (set.has(except) ? 1 : 0);
  const all = own(a) + own(b);
  if (all === 0) return 0;
  let shared = 0;
  for (const number of a) if (number !== except && b.has(number)) shared += 2;
  return shared / all;
}
