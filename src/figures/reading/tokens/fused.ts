import { isSpacedLetter } from '../../letters.ts';
import type { Lexeme } from '../words/lexeme.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NOWHERE, Trie } from '../words/trie.ts';
import { type Token, token } from './token.ts';

/** двухнедельный: combining numbers, then a stem, then whatever ending is left of the word. */
export function scanCompound(folded: string, start: number, end: number, lexicon: Lexicon, tokens: Token[]): void {
  if (lexicon.combining.isEmpty) return;
  const parts: Token[] = [];
  let i = start;
  for (;;) {
    const stem = parts.length > 0 ? walk(folded, i, lexicon.stems) : undefined;
    if (stem && end - stem.end <= restAfter(folded, stem.end)) {
      tokens.push(...parts, token(i, end, stem.lex));
      return;
    }
    const part = walk(folded, i, lexicon.combining);
    if (!part || part.end > end) return;
    parts.push(token(i, part.end, part.lex));
    i = part.end;
  }
}

/** No number in one word is longer. */
const FUSED = 90;

/** zweihundertfünfundzwanzigtausend: numbers and scales that tile the word; none where they don't. */
export function fusedNumber(folded: string, start: number, end: number, words: Trie): readonly Token[] {
  if (end - start > FUSED || end - start < 6) return [];
  // From the end: the longest part at each place behind which the rest of the word is parts too.
  const parts = new Map<number, Token>();
  for (let i = end - 1; i >= start; i -= 1) {
    let place = Trie.start;
    for (let k = i; k < end; k += 1) {
      place = words.step(place, folded.charCodeAt(k));
      if (place === NOWHERE) break;
      const lex = words.at(place)?.lexeme;
      const counts = lex?.number !== undefined || lex?.scale !== undefined || (lex?.and && i > start);
      if (lex && counts && (k + 1 === end || parts.has(k + 1))) parts.set(i, token(i, k + 1, lex));
    }
  }
  const found: Token[] = [];
  for (let part = parts.get(start); part; part = parts.get(part.end)) found.push(part);
  return found.length > 1 ? found : [];
}

/** 25-летний, 40-летие: a stem right behind digits and a hyphen. */
export function scanStem(folded: string, i: number, lexicon: Lexicon, tokens: Token[]): number | undefined {
  const at = folded.charCodeAt(i) === 0x2d ? i + 1 : i;
  if (lexicon.stems.isEmpty || !isSpacedLetter(folded.charCodeAt(at))) return undefined;
  const stem = walk(folded, at, lexicon.stems);
  const end = endOfWord(folded, at);
  if (!stem || stem.end > end || end - stem.end > restAfter(folded, stem.end)) return undefined;
  tokens.push(token(at, end, stem.lex));
  return end;
}

/** How many letters may follow a stem: an ending, or behind a linking s a noun (treårs|kontrakt). */
function restAfter(folded: string, end: number): number {
  return folded.charCodeAt(end - 1) === 0x73 ? 16 : 5;
}

function walk(folded: string, start: number, root: Trie): { lex: Lexeme; end: number } | undefined {
  let place = Trie.start;
  let found: { lex: Lexeme; end: number } | undefined;
  for (let i = start; i < folded.length; i += 1) {
    place = root.step(place, folded.charCodeAt(i));
    if (place === NOWHERE) break;
    const lex = root.at(place)?.lexeme;
    if (lex) found = { lex, end: i + 1 };
  }
  return found;
}

/** The end of the word at `start`; an apostrophe is part of it. */
export function endOfWord(folded: string, start: number): number {
  let i = start;
  for (; i < folded.length; i += 1) {
    const code = folded.charCodeAt(i);
    // Most letters of most texts are these.
    if (code >= 0x61 && code <= 0x7a) continue;
    if (code !== 0x27 && !isSpacedLetter(code)) break;
  }
  return Math.max(i, start + 1);
}
