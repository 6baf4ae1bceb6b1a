import type { Lexeme } from './lexeme.ts';
import { steady } from './steady.ts';

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
 * together: a step reads what is in the cache already, and nothing is allocated. What begins with one letter is
 * written when a text first asks for that letter, since most texts never ask for most of them.
 */
export class Trie {
  /** Where every form begins; its ways stand in a table by letter, since every word of a text asks for one. */
  static readonly start = 1;
  readonly #forms: ReadonlyMap<string, Meaning>;
  readonly #initials: ReadonlyMap<number, string[]>;
  readonly #meanings: Meanings;
  /** No record says anything of no place, nor of the start. */
  #records: Int32Array = new Int32Array(INITIAL_ROOM);
  #length = Trie.start + 1;
  /** By letter: the place behind it, or UNWRITTEN. */
  readonly #first: Int32Array;

  /** `known` holds the lexemes that there are, by what they say. */
  constructor(forms: ReadonlyMap<string, Meaning>, known: Map<string, Lexeme>) {
    this.#forms = forms;
    this.#meanings = new Meanings(known);
    const initials = byInitial(forms.keys());
    this.#initials = initials;
    this.#first = new Int32Array(initials.size === 0 ? 0 : Math.max(...initials.keys()) + 1);
    for (const letter of initials.keys()) this.#first[letter] = UNWRITTEN;
  }

  get isEmpty(): boolean {
    return this.#first.length === 0;
  }

  /** The place behind one more UTF-16 unit, or NOWHERE. */
  step(place: number, letter: number): number {
    if (place === Trie.start) {
      const behind = letter < this.#first.length ? (this.#first[letter] ?? NOWHERE) : NOWHERE;
      return behind === UNWRITTEN ? this.#write(letter) : behind;
    }
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
    return record <= COUNTED ? undefined : this.#meanings.list[record >> COUNT_BITS];
  }

  find(form: string): Meaning | undefined {
    let place = Trie.start;
    for (let i = 0; place !== NOWHERE && i < form.length; i += 1) place = this.step(place, form.charCodeAt(i));
    return this.at(place);
  }

  /** Writes all forms that begin with a letter; the place behind it. */
  #write(letter: number): number {
    const forms = this.#initials.get(letter)?.sort() ?? [];
    const place = this.#put(forms, 0, forms.length, 1);
    this.#first[letter] = place;
    return place;
  }

  /** Writes what the forms from `from` to `to` have behind their first `length` letters, which they share. */
  #put(forms: readonly string[], from: number, to: number, length: number): number {
    const at = this.#length;
    const form = forms[from] ?? '';
    // As long as no form ends and none parts from the others, there is one way on.
    const last = forms[to - 1] ?? '';
    let end = length;
    while (end < form.length && form.charCodeAt(end) === last.charCodeAt(end)) {
      this.#push(ONLY - form.charCodeAt(end));
      end += 1;
    }
    const ends = form.length === end;
    const record = this.#push(ends ? this.#meanings.indexOf(this.#forms.get(form)) << COUNT_BITS : 0);
    let ways = 0;
    for (let start = ends ? from + 1 : from; start < to; ways += 1) {
      const letter = forms[start]?.charCodeAt(end) ?? 0;
      start += 1;
      while (start < to && forms[start]?.charCodeAt(end) === letter) start += 1;
      this.#push(letter);
      // Where the forms with this letter end, until it is known where they lead.
      this.#push(start);
    }
    this.#records[record] = (this.#records[record] ?? 0) | ways;
    let start = ends ? from + 1 : from;
    for (let way = record + 1; way < record + 1 + ways * WAY; way += WAY) {
      const stop = this.#records[way + 1] ?? to;
      const place = this.#put(forms, start, stop, end + 1);
      this.#records[way + 1] = place;
      start = stop;
    }
    return at;
  }

  /** Its place. */
  #push(number: number): number {
    const place = this.#length;
    if (place === this.#records.length) {
      const wider = new Int32Array(place * 2);
      wider.set(this.#records);
      this.#records = wider;
    }
    this.#records[place] = number;
    this.#length += 1;
    return place;
  }
}

const COUNTED = (1 << COUNT_BITS) - 1;
/** What begins with this letter is not in the records yet. */
const UNWRITTEN = -1;
const INITIAL_ROOM = 4096;

function byInitial(forms: Iterable<string>): Map<number, string[]> {
  const initials = new Map<number, string[]>();
  for (const form of forms) {
    if (form === '') continue;
    const letter = form.charCodeAt(0);
    const same = initials.get(letter);
    if (same) same.push(form);
    else initials.set(letter, [form]);
  }
  return initials;
}

/** Forms that are still added to, before they stand in a trie. */
export class Vocabulary {
  readonly #meanings: Map<string, Meaning>;
  /** What a form has to have to be taken. */
  readonly #wanted: RegExp | undefined;

  constructor(meanings = new Map<string, Meaning>(), wanted?: RegExp) {
    this.#meanings = meanings;
    this.#wanted = wanted;
  }

  /** What a form means, to be told; made if there was none. */
  add(form: string): Meaning {
    // What is told of a form that is not taken is told to nobody.
    if (this.#wanted?.test(form) === false) return {};
    const known = this.#meanings.get(form);
    if (known) return known;
    const meaning: Meaning = {};
    this.#meanings.set(form, meaning);
    return meaning;
  }

  find(form: string): Meaning | undefined {
    return this.#meanings.get(form);
  }

  /** The same, which from now on takes only forms in which a letter stands that no form has so far. */
  inOtherLetters(): Vocabulary {
    const own = new Set(Array.from(this.#meanings.keys()).join(''));
    const escaped = Array.from(own, (sign) => sign.replace(/[\]\\^-]/, '\\$&')).join('');
    return new Vocabulary(this.#meanings, new RegExp(`[^${escaped}]`, 'u'));
  }

  /** The same, to be read; nothing is added from now on. `known` holds the lexemes that there are, by what they say. */
  settled(known: Map<string, Lexeme>): Trie {
    return new Trie(this.#meanings, known);
  }
}

/** What forms mean, by index; those that mean the same share one, and 0 is nothing. */
class Meanings {
  readonly list: (Meaning | undefined)[] = [undefined];
  readonly #plain = new Map<Lexeme, number>();
  readonly #known: Map<string, Lexeme>;

  constructor(known: Map<string, Lexeme>) {
    this.#known = known;
  }

  indexOf(meaning: Meaning | undefined): number {
    if (!meaning) return 0;
    const settled = this.#settle(meaning);
    const { lexeme } = settled;
    if (!lexeme || meaning.capital || meaning.small || meaning.open) return this.list.push(settled) - 1;
    const index = this.#plain.get(lexeme) ?? this.list.push(settled) - 1;
    this.#plain.set(lexeme, index);
    return index;
  }

  /** With the one lexeme that says what each of its own says. */
  #settle({ lexeme, capital, small, open }: Meaning): Meaning {
    return {
      ...(lexeme && { lexeme: steady(lexeme, this.#known) }),
      ...(capital && { capital: steady(capital, this.#known) }),
      ...(small && { small }),
      ...(open && { open: steady(open, this.#known) }),
    };
  }
}
