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
 * against in how many either does (Dice's coefficient). No dictionary, and any pair of languages. Only the nouns that
 * are asked about are looked for.
 */
class Associations {
  readonly #source: ReadonlyMap<string, ReadonlySet<number>>;
  readonly #target: ReadonlyMap<string, ReadonlySet<number>>;

  constructor(passages: readonly Passage[], nouns: Nouns) {
    this.#source = index(passages, 'source', nouns.source);
    this.#target = index(passages, 'target', nouns.target);
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

/** The words of both languages that tell two figures apart. */
interface Nouns {
  readonly source: ReadonlySet<string>;
  readonly target: ReadonlySet<string>;
}

/** How much stronger the crossed reading must be. */
const MARGIN = 0.45;
const STRONG = 1.2;
/** How many figures of one passage are held against each other. */
const MOST = 60;

/** Two matches that could have been exchanged, with what stands beside each and not beside the other. */
interface Candidate extends Swap {
  readonly passage: number;
  readonly sourceNouns: readonly [ReadonlySet<string>, ReadonlySet<string>];
  readonly targetNouns: readonly [ReadonlySet<string>, ReadonlySet<string>];
}

/** The swaps among the matches of each passage: figures of one kind and unit whose nouns tie crosswise. */
export function swaps(
  passages: readonly Passage[],
  matches: readonly (readonly Match[])[],
): readonly (readonly Swap[])[] {
  const candidates = passages.flatMap((passage, number) => candidatesIn(passage, number, matches[number] ?? []));
  const found = passages.map((): Swap[] => []);
  if (candidates.length === 0) return found;
  const ties = new Associations(passages, {
    source: new Set(candidates.flatMap(({ sourceNouns }) => sourceNouns.flatMap((nouns) => [...nouns]))),
    target: new Set(candidates.flatMap(({ targetNouns }) => targetNouns.flatMap((nouns) => [...nouns]))),
  });
  for (const { passage, first, second, ...nouns } of candidates) {
    if (isCrossed(nouns, passage, ties)) found[passage]?.push({ first, second });
  }
  return found;
}

function candidatesIn(passage: Passage, number: number, matches: readonly Match[]): readonly Candidate[] {
  const open = matches.filter(({ source, target }) => !source.soft && !target.soft && source.kind !== 'date');
  // What has more is a table; there the nouns stand in its heads.
  if (open.length > MOST) return [];
  const pairs = open.flatMap((first, i) => open.slice(i + 1).map((second) => ({ first, second })));
  return pairs
    .filter(({ first, second }) => exchangeable(first, second))
    .map(({ first, second }) => ({
      passage: number,
      first,
      second,
      sourceNouns: apart(nouns(passage.source, first.source), nouns(passage.source, second.source)),
      targetNouns: apart(nouns(passage.target, first.target), nouns(passage.target, second.target)),
    }));
}

function exchangeable(a: Match, b: Match): boolean {
  return (
    a.source.kind === b.source.kind &&
    a.source.unit === b.source.unit &&
    JSON.stringify(a.source.value) !== JSON.stringify(b.source.value)
  );
}

function isCrossed(
  { sourceNouns: [a, b], targetNouns: [x, y] }: Pick<Candidate, 'sourceNouns' | 'targetNouns'>,
  number: number,
  ties: Associations,
): boolean {
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

/** Word → the passages in which it stands. */
function index(
  passages: readonly Passage[],
  side: keyof Passage,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const places = new Map([...wanted].map((word) => [word, new Set<number>()]));
  for (const [number, passage] of passages.entries()) {
    for (const block of passage[side]) for (const word of words(block.text)) places.get(word)?.add(number);
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
