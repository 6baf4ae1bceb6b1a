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

/** Forms that are still added to, before they stand in a trie. */
export class Vocabulary {
  readonly #meanings = new Map<string, Meaning>();

  /** What a form means, to be told; made if there was none. */
  add(form: string): Meaning {
    const meaning = this.#meanings.get(form) ?? {};
    this.#meanings.set(form, meaning);
    return meaning;
  }

  find(form: string): Meaning | undefined {
    return this.#meanings.get(form);
  }

  meanings(): Iterable<Meaning> {
    return this.#meanings.values();
  }

  /** Takes over the forms of another in which a letter stands that no form here has. */
  adopt(other: Vocabulary): void {
    const own = new Set([...this.#meanings.keys()].join(''));
    for (const [form, meaning] of other.#meanings)
      if ([...form].some((letter) => !own.has(letter))) Object.assign(this.add(form), meaning);
  }

  /** The same, to be read. */
  settled(): Trie {
    const forms = [...this.#meanings.keys()].filter((form) => form !== '').sort();
    const meanings = new Meanings();
    // No record says anything of no place, nor of the start.
    const records = [0, 0];
    /** Writes what the forms from `from` to `to` have behind their first `length` letters, which they share. */
    const put = (from: number, to: number, length: number): number => {
      const at = records.length;
      const form = forms[from] ?? '';
      // As long as no form ends and none parts from the others, there is one way on.
      const last = forms[to - 1] ?? '';
      let end = length;
      while (end < form.length && form.charCodeAt(end) === last.charCodeAt(end)) {
        records.push(ONLY - form.charCodeAt(end));
        end += 1;
      }
      const ends = form.length === end;
      const ways = waysOut(forms, ends ? from + 1 : from, to, end);
      const here = records.push(((ends ? meanings.indexOf(this.#meanings.get(form)) : 0) << COUNT_BITS) | ways.length);
      for (const { letter } of ways) records.push(letter, NOWHERE);
      for (const [i, way] of ways.entries()) records[here + i * WAY + 1] = put(way.from, way.to, end + 1);
      return at;
    };
    const first: number[] = [];
    for (const { letter, from, to } of waysOut(forms, 0, forms.length, 0)) first[letter] = put(from, to, 1);
    return new Trie(Int32Array.from(records), Int32Array.from(first), meanings.list);
  }
}

/** A letter, and which of the forms go on with it. */
interface Way {
  readonly letter: number;
  readonly from: number;
  readonly to: number;
}

/** What the forms from `from` to `to`, in order, go on with behind their first `length` letters. */
function waysOut(forms: readonly string[], from: number, to: number, length: number): readonly Way[] {
  const ways: Way[] = [];
  for (let start = from; start < to; ) {
    const letter = forms[start]?.charCodeAt(length) ?? 0;
    let end = start + 1;
    while (end < to && forms[end]?.charCodeAt(length) === letter) end += 1;
    ways.push({ letter, from: start, to: end });
    start = end;
  }
  return ways;
}

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
