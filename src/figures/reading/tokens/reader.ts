import type { Bound } from '../../../model.ts';
import type { Exact } from '../../value.ts';
import type { Lexicon } from '../words/lexicon.ts';
import type { Token } from './token.ts';

/** A text under reading. */
export interface Reader {
  readonly text: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  /** What was read at a token already, null for nothing: several kinds of figures begin with an amount or a date. */
  readonly amounts: (Amount | null)[];
  readonly dates: (DateRead | null)[];
  /** What stands before each token, as far as it was asked for: most are asked for it a dozen times. */
  readonly gaps: Gap[];
}

/** A text of which nothing was read yet. */
export function readerOf(text: Pick<Reader, 'text' | 'folded' | 'tokens' | 'lexicon'>): Reader {
  const { text: raw, folded, tokens, lexicon } = text;
  const { length } = tokens;
  return { text: raw, folded, tokens, lexicon, amounts: Array(length), dates: Array(length), gaps: Array(length) };
}

/** A date as said: a value of the contract's forms, from token to token (exclusive). */
export interface DateRead {
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** A number as said, in digits, words or both: "18,000", "two and a half million", 3亿2000万. */
export interface Amount {
  readonly value: Exact;
  /** Tokens from here … */
  readonly from: number;
  /** … to here, exclusive. */
  readonly to: number;
  /** Power of ten of its scale words, 0 without any. */
  readonly scale: number;
  /** Digits alone, so that it may be a year or a day. */
  readonly plain: string | undefined;
  readonly words: boolean;
  /** Said with 多 or 余 inside. */
  readonly inside: Bound | undefined;
  /** A single Han numeral, which is a number only with a classifier or unit. */
  readonly bare: boolean;
  /** The other end of a number that is said as two: 五六个, "five or six". */
  readonly upTo: Exact | undefined;
  /** It is a fraction: two-thirds, half. */
  readonly fraction: boolean;
}

/** Nothing, a space, a hyphen (two are typed for a dash), or more. */
type Gap = '' | ' ' | '-' | 'more';

/** What stands between a token and the one before. */
export function gap(reader: Reader, index: number): Gap {
  if (index <= 0 || index >= reader.tokens.length) return 'more';
  const known = reader.gaps[index];
  if (known !== undefined) return known;
  const read = readGap(reader, index);
  reader.gaps[index] = read;
  return read;
}

function readGap(reader: Reader, index: number): Gap {
  const before = previous(reader.tokens, index);
  const token = reader.tokens[index];
  if (!before || !token) return 'more';
  const start = token.lead ?? token.start;
  if (before.end === start) return '';
  // و300: what leads the number is a token of its own too.
  if (before.end > start) return ' ';
  const first = reader.folded.charCodeAt(before.end);
  if (!mayPart(first)) return 'more';
  if (start - before.end > 1) {
    if (!mayPart(reader.folded.charCodeAt(before.end + 1))) return 'more';
  } else if (first === SPACE) return ' ';
  else if (first === HYPHEN) return '-';
  const between = reader.folded.slice(before.end, start);
  if (/^[ \u200b-\u200f\u2060\u061c]*$/.test(between)) return ' ';
  return /^ ?-(?:[\u200b\u2060]*-)? ?$/.test(between) ? '-' : 'more';
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** May it stand between two that are next to each other? Most signs and letters are told at once. */
function mayPart(code: number): boolean {
  return code >= 0x61c || code === SPACE || code === HYPHEN;
}

/** Is the token at `index` next to the one before, with at most a space between? */
export function close(reader: Reader, index: number): boolean {
  const between = gap(reader, index);
  return between === '' || between === ' ';
}

/** … or a hyphen? */
export function joined(reader: Reader, index: number): boolean {
  return gap(reader, index) !== 'more';
}

/** What stands before an index of a list, if anything does: a negative index would be looked up as a name, slowly. */
export function previous<One>(list: readonly One[], index: number): One | undefined {
  return index > 0 ? list[index - 1] : undefined;
}

/** Does the word of a token end with one of these, with letters or digits before it: 3-dən, dolardan? */
export function endsWith({ folded, tokens }: Reader, at: number, endings: readonly string[]): boolean {
  const token = tokens[at];
  if (!token || endings.length === 0) return false;
  const word = folded.slice(token.start, token.end);
  return endings.some((ending) => word.length > ending.length && word.endsWith(ending));
}

/** 900 bin|den 1,9 milyon|a, отуз|дагы эки: an ending that says from where, where to or when ends a number. */
export function isClosed(reader: Reader, at: number): boolean {
  const { folded, tokens, lexicon } = reader;
  if (lexicon.closing.length === 0 || !endsWith(reader, at, lexicon.closing)) return false;
  // алты: a numeral that ends as some endings do.
  return lexicon.words.find(folded.slice(tokens[at]?.start, tokens[at]?.end))?.lexeme === undefined;
}

/** An amount from token to token; what is not said otherwise is a plain number in words. */
export function amount(value: Exact, from: number, to: number, more: Partial<Amount> = {}): Amount {
  // As with tokens, all have the same fields in the same order.
  return {
    value,
    from,
    to,
    scale: more.scale ?? 0,
    plain: more.plain,
    words: more.words ?? true,
    inside: more.inside,
    bare: more.bare ?? false,
    upTo: more.upTo,
    fraction: more.fraction ?? false,
  };
}
