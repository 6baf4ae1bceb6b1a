import type { Lexeme } from '../words/lexeme.ts';
import type { Meaning } from '../words/trie.ts';
import { isDigit } from './digits.ts';
import type { Token } from './token.ts';

/** Is the letter a capital in the text as written? */
export function isCapital(folded: string, raw: string, at: number): boolean {
  return folded.charCodeAt(at) !== raw.charCodeAt(at);
}

/** 5M is five million and 5m five metres; A dozen is a dozen, and W marcu begins a sentence and is no watt. */
export function capitalOf(
  { capital, small, lexeme }: Meaning,
  folded: string,
  start: number,
  number: Token | undefined,
): Lexeme | undefined {
  const word = small ? undefined : lexeme;
  if (isDigit(folded.charCodeAt(start - 1))) return capital ?? word;
  if (!number) return word ?? capital;
  return namesThing(folded, start, number) ? undefined : (capital ?? word);
}

/** two B-52s, 40 F/A-18s, 10 T-shirts, three C grades: a letter apart from its number is no scale or unit of it. */
function namesThing(folded: string, start: number, { digits }: Token): boolean {
  if (folded.charCodeAt(start - 1) !== 0x20) return false;
  return digits === undefined || /^(?:-(?!plus)[\d\p{L}]|[&/]\p{L})/u.test(folded.slice(start + 1, start + 6));
}

/** Δευτέρα is Monday, but Πέμπτη Λεωφόρος Fifth Avenue. */
export function isOwnName({ ordinal }: Lexeme, folded: string, raw: string, start: number, end: number): boolean {
  if (!isCapital(folded, raw, start) || BEGINS.test(raw.slice(Math.max(0, start - 2), start))) return false;
  return ordinal === undefined || !/^ \p{Lu}/u.test(raw.slice(end, end + 2));
}

/** What a sentence, a quotation or a heading begins behind. */
const BEGINS = /(?:^|[.!?…:;·\n] ?|[«“„"'‘(–—-] ?)$/;

/** "an Audi RS3", but Rs3 and RS3,000: in capitals, right before one or two digits, a currency names a thing. */
export function isModel(raw: string, start: number, end: number): boolean {
  return /^\p{Lu}{2,}$/u.test(raw.slice(start, end)) && /^\d{1,2}(?![\d.,]\d|\d)/.test(raw.slice(end, end + MODEL));
}

/** As many characters as tell it. */
const MODEL = 4;
