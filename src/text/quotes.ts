/** Opening and closing marks of a quotation and of one within it: `['«', '»', '„', '“']`. May hold a no-break space. */
export type Quotes = readonly [string, string, string, string];

/** The edge of a block in a text that holds several. */
export const blockEdge = '\ufffb';

/**
 * Puts a language's quotation marks in place of straight ones; an apostrophe is ’ in all of them. What stands around a
 * sign tells whether it opens or closes, and where that is not plain (no spaces in Chinese), whether one is open; signs
 * of length and angle behind a number stay. The length stays too: a mark of two characters becomes one of the private
 * use area from U+F8F0 on, in the order of `Quotes`. Linear.
 */
export function setQuotes(text: string, quotes: Quotes): string {
  if (!/["']/.test(text)) return text;
  const blocks = text.split(blockEdge);
  return blocks.map((block) => (/["']/.test(block) ? new Setter(block, quotes).set() : block)).join(blockEdge);
}

/** What may stand before a sign that opens, and behind one that closes. */
const BEFORE = /[\s([{¿¡«‹“‘„‚「『《〈（【〔—–\-/]/u;
const BEHIND = /[\s)\]}.,;:!?…»›”’」』》〉）】〕。，、；：！？—–\-/]/u;
/** In these scripts words are parted by spaces, so that a quotation does not begin within one. */
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
/** What an apostrophe joins: letters, but those of scripts that have none, and digits. */
const JOINED =
  /[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]]/v;

/** Even, so that the marks of the next are those of the outermost again. */
const deepest = 20;

type What = 'open' | 'close' | 'apostrophe' | 'stay';

/** Goes through the signs of one block and keeps what is open. */
class Setter {
  readonly #block: string;
  readonly #quotes: Quotes;
  /** From the outside in: the signs that opened, and the language's own opening mark. */
  readonly #open: string[] = [];
  /** Where the last sign opened, and where the last one stands that may close what ' opened. */
  #opened = -1;
  readonly #lastClosing: number;

  constructor(block: string, quotes: Quotes) {
    this.#block = block;
    this.#quotes = quotes;
    this.#lastClosing = [...block.matchAll(/(?<=\S)'(?![\p{L}\p{N}])/gu)].at(-1)?.index ?? -1;
  }

  set(): string {
    const [start = '', end = ''] = this.#quotes.map((mark) => mark.trim());
    const signs = start === end ? /["']/g : new RegExp(`["'${start}${end}]`, 'g');
    return this.#block.replace(signs, (sign, at: number) => {
      if (sign === '"' || sign === "'") return this.#written(this.#what(sign, at), sign, at);
      if (sign === start && this.#open.length < deepest) this.#open.push(start);
      else if (this.#open.at(-1) === start) this.#open.pop();
      return sign;
    });
  }

  #what(sign: string, at: number): What {
    const [before, behind] = [this.#block[at - 1] ?? ' ', this.#block[at + 1] ?? ' '];
    if (/\d/.test(before) && /\d/.test(behind)) return 'stay';
    if (sign === "'" && JOINED.test(before) && JOINED.test(behind)) return 'apostrophe';
    const opens = BEFORE.test(before) || this.#opened === at - 1;
    const closes = BEHIND.test(behind) || (!opens && /["']/.test(behind));
    if (opens && !closes) return sign === '"' || this.#mayClose(at) ? 'open' : 'apostrophe';
    if (this.#open.includes(sign)) return 'close';
    if (closes && !opens && /\d/.test(before)) return 'stay';
    if (sign === "'") return opens ? 'stay' : JOINED.test(before) || closes ? 'apostrophe' : 'open';
    if (closes) return opens ? 'stay' : 'close';
    return SPACED.test(before) && SPACED.test(behind) ? 'stay' : 'open';
  }

  /** Is there something to close what would open here, and is it no year without its century: ’90s? */
  #mayClose(at: number): boolean {
    return at < this.#lastClosing && !/^\d\d(?!\d)/.test(this.#block.slice(at + 1, at + 4));
  }

  #written(what: What, sign: string, at: number): string {
    if (what === 'stay') return sign;
    if (what === 'apostrophe') return '’';
    if (what === 'open') {
      this.#opened = at;
      // Nobody quotes that deep: these have not been closed.
      if (this.#open.length === deepest) this.#open.length = 0;
      this.#open.push(sign);
      return this.#mark(this.#open.length % 2 === 1 ? 0 : 2);
    }
    const from = this.#open.lastIndexOf(sign);
    if (from >= 0) this.#open.length = from;
    return this.#mark(this.#open.length % 2 === 0 ? 1 : 3);
  }

  #mark(role: 0 | 1 | 2 | 3): string {
    const mark = this.#quotes[role];
    return mark.length === 1 ? mark : String.fromCharCode(0xf8f0 + role);
  }
}
