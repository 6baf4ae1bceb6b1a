import type { Block, Figure } from '../model.ts';
import type { Match } from './compare.ts';

/** Two figures whose values both stand in the translation, but with each other's nouns. */
export interface Swap {
  readonly first: Match;
  readonly second: Match;
}

/** An aligned pair of texts: what stands in them besides figures. */
export interface Passage {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
}

/**
 * Which nouns go together is learned from the editions themselves: in how many aligned passages do both stand,
 * against in how many either does (Dice's coefficient). No dictionary, and any pair of languages.
 */
export class Associations {
  readonly #source: ReadonlyMap<string, ReadonlySet<number>>;
  readonly #target: ReadonlyMap<string, ReadonlySet<number>>;

  constructor(passages: readonly Passage[]) {
    this.#source = index(passages.map((passage) => passage.source));
    this.#target = index(passages.map((passage) => passage.target));
  }

  /** The strongest tie between two sets of words, the passage `except` left out; 0 to 1. */
  between(source: ReadonlySet<string>, target: ReadonlySet<string>, except: number): number {
    let best = 0;
    for (const a of source) {
      const left = this.#source.get(a);
      if (!left) continue;
      for (const b of target) {
        const right = this.#target.get(b);
        if (right) best = Math.max(best, dice(left, right, except));
      }
    }
    return best;
  }
}

/** How much stronger the crossed reading must be. */
const MARGIN = 0.45;
const STRONG = 1.2;

/** The swaps among one passage's matches: figures of one unit whose nouns tie crosswise. */
export function swaps(
  passage: Passage,
  number: number,
  matches: readonly Match[],
  associations: Associations,
): readonly Swap[] {
  const open = matches.filter(({ source, target }) => !source.soft && !target.soft && source.kind !== 'date');
  const found: Swap[] = [];
  for (const [i, first] of open.entries()) {
    for (const second of open.slice(i + 1)) {
      if (!exchangeable(first, second)) continue;
      if (isCrossed(passage, number, first, second, associations)) found.push({ first, second });
    }
  }
  return found;
}

function exchangeable(a: Match, b: Match): boolean {
  return (
    a.source.kind === b.source.kind &&
    a.source.unit === b.source.unit &&
    JSON.stringify(a.source.value) !== JSON.stringify(b.source.value)
  );
}

function isCrossed(passage: Passage, number: number, first: Match, second: Match, ties: Associations): boolean {
  const [a, b] = apart(nouns(passage.source, first.source), nouns(passage.source, second.source));
  const [x, y] = apart(nouns(passage.target, first.target), nouns(passage.target, second.target));
  const straight = ties.between(a, x, number) + ties.between(b, y, number);
  const crossed = ties.between(a, y, number) + ties.between(b, x, number);
  return crossed >= STRONG && crossed - straight >= MARGIN;
}

/** What both stand beside tells nothing. */
function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  return [a.difference(b), b.difference(a)];
}

/** The words behind a figure, up to the next figure or the end of the clause. */
function nouns(blocks: readonly Block[], figure: Figure): ReadonlySet<string> {
  const block = blocks.find((candidate) => candidate.figures.includes(figure));
  if (!block) return new Set();
  const next = block.figures.find((other) => other.start >= figure.end)?.start ?? block.text.length;
  const clause =
    block.text.slice(figure.end, Math.min(next, figure.end + REACH)).split(/[.,;:!?。，；：、！？()（）]/)[0] ?? '';
  return new Set(words(clause).slice(0, WORDS));
}

const REACH = 60;
const WORDS = 4;

/** Stems of words, and pairs of Han characters. */
function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{sc=Han}]+|[\p{L}\p{M}]+/gu)) {
    if (/\p{sc=Han}/u.test(word)) for (let i = 0; i + 2 <= word.length; i += 1) found.push(word.slice(i, i + 2));
    else if (word.length > 2) found.push(word.slice(0, 5));
  }
  return found;
}

const wordsIn = new WeakMap<Block, readonly string[]>();

/** The source is compared with each translation; its words are looked for once. */
function wordsOf(block: Block): readonly string[] {
  const known = wordsIn.get(block) ?? words(block.text);
  wordsIn.set(block, known);
  return known;
}

function index(texts: readonly (readonly Block[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map<string, Set<number>>();
  for (const [number, blocks] of texts.entries()) {
    for (const word of blocks.flatMap(wordsOf)) {
      const set = places.get(word) ?? new Set();
      set.add(number);
      places.set(word, set);
    }
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
