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
 * Most places mean nothing and have one way on: of them the letter alone is told, below zero, and the place that it
 * leads to stands right behind. Of the others a record begins with how many ways leave it and which meaning it has,
 * in one number, and each way is a letter and the place that it leads to.
 */
const ONLY = -1;
const COUNT_BITS = 16;
const WAY = 2;

/**
 * Forms, letter by letter. A place is the index of its record in one flat array, and what is left of a form stands
 * together: a step reads what is in the cache already, and nothing is allocated.
 */
export class Trie {
  /** Where every form begins; its ways stand in a table by letter, since every word of a text asks for one. */
  static readonly start = 1;
  readonly #records: Int32Array;
  readonly #first: Int32Array;
  readonly #meanings: readonly (Meaning | undefined)[];

  constructor(records: Int32Array, first: Int32Array, meanings: readonly (Meaning | undefined)[]) {
    this.#records = records;
    this.#first = first;
    this.#meanings = meanings;
  }

  get isEmpty(): boolean {
    return this.#first.length === 0;
  }

  /** The place behind one more UTF-16 unit, or NOWHERE. */
  step(place: number, letter: number): number {
    if (place === Trie.start) return letter < this.#first.length ? (this.#first[letter] ?? NOWHERE) : NOWHERE;
    const records = this.#records;
    const record = records[place] ?? 0;
    if (record < 0) return record === ONLY - letter ? place + 1 : NOWHERE;
    const to = place + 1 + (record & COUNTED) * WAY;
    for (let at = place + 1; at < to; at += WAY) if (records[at] === letter) return records[at + 1] ?? NOWHERE;
    return NOWHERE;
  }

  /** What a form that ends here means. */
  at(place: number): Meaning | undefined {
    const record = this.#records[place] ?? 0;
    return record <= COUNTED ? undefined : this.#meanings[record >> COUNT_BITS];
  }

  find(form: string): Meaning | undefined {
    let place = Trie.start;
    for (let i = 0; place !== NOWHERE && i < form.length; i += 1) place = this.step(place, form.charCodeAt(i));
    return this.at(place);
  }
}

const COUNTED = (1 << COUNT_BITS) - 1;

/** Forms that are still added to: the ways stand in one hash table of flat arrays (open addressing, linear probing). */
export class GrowingTrie {
  readonly #meanings: (Meaning | undefined)[] = [undefined, undefined];
  /** Of each way: the place that it leaves, its letter, and the place that it leads to. */
  #from = new Int32Array(FIRST);
  #letter = new Uint16Array(FIRST);
  #to = new Int32Array(FIRST);
  #ways = 0;

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
    for (let i = 0; place !== NOWHERE && i < form.length; i += 1) place = this.#step(place, form.charCodeAt(i));
    return this.#meanings[place];
  }

  *meanings(): Iterable<Meaning> {
    for (const meaning of this.#meanings) if (meaning) yield meaning;
  }

  /** Takes over the forms of another in which a letter stands that no form here has. */
  adopt(other: GrowingTrie): void {
    const own = new Set(this.#letter);
    const [last, next] = other.#byPlace();
    const take = (place: number, form: string, isNew: boolean) => {
      const meaning = isNew ? other.#meanings[place] : undefined;
      if (meaning) Object.assign(this.add(form), meaning);
      for (let way = last[place] ?? NONE; way !== NONE; way = next[way] ?? NONE) {
        const letter = other.#letter[way] ?? 0;
        take(other.#to[way] ?? NOWHERE, form + String.fromCharCode(letter), isNew || !own.has(letter));
      }
    };
    take(Trie.start, '', false);
  }

  /** The same, to be read. */
  settled(): Trie {
    const [last, next] = this.#byPlace();
    // No record says anything of no place, nor of the start, which the empty form would have.
    const records = new Int32Array(2 + this.#meanings.length + this.#ways * WAY);
    let size = 2;
    const meanings = new Meanings();
    const put = (place: number): number => {
      const at = size;
      const meaning = meanings.indexOf(this.#meanings[place]);
      const way = last[place] ?? NONE;
      if (meaning === 0 && way !== NONE && next[way] === NONE) {
        records[at] = ONLY - (this.#letter[way] ?? 0);
        size += 1;
        put(this.#to[way] ?? NOWHERE);
        return at;
      }
      let count = 0;
      for (let own = way; own !== NONE; own = next[own] ?? NONE) count += 1;
      records[at] = (meaning << COUNT_BITS) | count;
      size += 1 + count * WAY;
      for (let own = way, to = at + 1; own !== NONE; own = next[own] ?? NONE, to += WAY) {
        records[to] = this.#letter[own] ?? 0;
        records[to + 1] = put(this.#to[own] ?? NOWHERE);
      }
      return at;
    };
    const first: number[] = [];
    for (let way = last[Trie.start] ?? NONE; way !== NONE; way = next[way] ?? NONE)
      first[this.#letter[way] ?? 0] = put(this.#to[way] ?? NOWHERE);
    return new Trie(records.slice(0, size), Int32Array.from(first), meanings.list);
  }

  /** Of each place the way out of it that was found last, and of each way the one before it out of the same place. */
  #byPlace(): readonly [last: Int32Array, next: Int32Array] {
    const last = new Int32Array(this.#meanings.length).fill(NONE);
    const next = new Int32Array(this.#to.length).fill(NONE);
    for (let way = 0; way < next.length; way += 1) {
      if (this.#to[way] === NOWHERE) continue;
      const from = this.#from[way] ?? NOWHERE;
      next[way] = last[from] ?? NONE;
      last[from] = way;
    }
    return [last, next];
  }

  #step(place: number, letter: number): number {
    const mask = this.#to.length - 1;
    for (let at = slot(place, letter) & mask; ; at = (at + 1) & mask) {
      const to = this.#to[at];
      if (to === undefined || to === NOWHERE) return NOWHERE;
      if (this.#from[at] === place && this.#letter[at] === letter) return to;
    }
  }

  #way(from: number, letter: number): number {
    const known = this.#step(from, letter);
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

/** No way. */
const NONE = -1;

/** What forms mean, by index; those that mean the same share one, and 0 is nothing. */
class Meanings {
  readonly list: (Meaning | undefined)[] = [undefined];
  readonly #plain = new Map<Lexeme, number>();

  indexOf(meaning: Meaning | undefined): number {
    if (!meaning) return 0;
    const { lexeme } = meaning;
    if (!lexeme || meaning.capital || meaning.small || meaning.open) return this.list.push(meaning) - 1;
    const index = this.#plain.get(lexeme) ?? this.list.push(meaning) - 1;
    this.#plain.set(lexeme, index);
    return index;
  }
}

/** A power of two. */
const FIRST = 64;

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours are spread. */
function slot(place: number, letter: number): number {
  return Math.imul(place * 65_599 + letter, 0x9e3779b1) >>> 12;
}
