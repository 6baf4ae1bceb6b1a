import type { Lexeme } from './lexeme.ts';

/** What a form means; see `Trie`. */
export interface Meaning {
  lexeme?: Lexeme;
  /** A symbol of one letter keeps its case: what the capital means (5M), and whether the small letter is one (5m). */
  capital?: Lexeme;
  small?: true;
  /** What the letters up to here mean whatever ending follows: километр*. */
  open?: Lexeme;
}

/** No place: there is no way on. */
export const NOWHERE = 0;

/**
 * Forms, letter by letter. A place is a number, and the ways from place to place stand in one hash table of flat
 * arrays (open addressing, linear probing): a step is one or two loads, and nothing is allocated.
 */
export class Trie {
  /** Where every form begins. */
  static readonly start = 1;
  readonly #meanings: (Meaning | undefined)[] = [undefined, undefined];
  /** Of each way: the place that it leaves, its letter, and the place that it leads to. */
  #from = new Int32Array(FIRST);
  #letter = new Uint16Array(FIRST);
  #to = new Int32Array(FIRST);
  #ways = 0;

  get isEmpty(): boolean {
    return this.#ways === 0;
  }

  /** The place behind one more UTF-16 unit, or NOWHERE. */
  step(place: number, letter: number): number {
    const mask = this.#to.length - 1;
    for (let at = slot(place, letter) & mask; ; at = (at + 1) & mask) {
      const to = this.#to[at];
      if (to === undefined || to === NOWHERE) return NOWHERE;
      if (this.#from[at] === place && this.#letter[at] === letter) return to;
    }
  }

  /** What a form that ends here means. */
  at(place: number): Meaning | undefined {
    return this.#meanings[place];
  }

  /** The place of a form, made if there was none. */
  add(form: string): Meaning {
    let place = Trie.start;
    for (let i = 0; i < form.length; i += 1) place = this.#way(place, form.charCodeAt(i));
    const meaning = this.#meanings[place] ?? {};
    this.#meanings[place] = meaning;
    return meaning;
  }

  find(form: string): Meaning | undefined {
    let place = Trie.start;
    for (let i = 0; place !== NOWHERE && i < form.length; i += 1) place = this.step(place, form.charCodeAt(i));
    return this.#meanings[place];
  }

  *meanings(): Iterable<Meaning> {
    for (const meaning of this.#meanings) if (meaning) yield meaning;
  }

  #way(from: number, letter: number): number {
    const known = this.step(from, letter);
    if (known !== NOWHERE) return known;
    if (this.#ways * 2 >= this.#to.length) this.#grow();
    const to = this.#meanings.push(undefined) - 1;
    this.#put(from, letter, to);
    return to;
  }

  #put(from: number, letter: number, to: number): void {
    const mask = this.#to.length - 1;
    let at = slot(from, letter) & mask;
    while (this.#to[at] !== NOWHERE) at = (at + 1) & mask;
    this.#from[at] = from;
    this.#letter[at] = letter;
    this.#to[at] = to;
    this.#ways += 1;
  }

  #grow(): void {
    const [from, letter, to] = [this.#from, this.#letter, this.#to];
    const size = to.length * 2;
    this.#from = new Int32Array(size);
    this.#letter = new Uint16Array(size);
    this.#to = new Int32Array(size);
    this.#ways = 0;
    for (const [i, place] of to.entries()) if (place !== NOWHERE) this.#put(from[i] ?? 0, letter[i] ?? 0, place);
  }
}

/** A power of two. */
const FIRST = 64;

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours are spread. */
function slot(place: number, letter: number): number {
  return Math.imul(place * 65_599 + letter, 0x9e3779b1) >>> 12;
}
