import { gap, joined, previous, type Reader } from '../tokens/reader.ts';

/** More strokes than these is nobody below or above par, and no round of golf takes fewer, or more, than those. */
const MOST = 40n;
const ROUND = /^[5-9]\d$/;
/** … nor several rounds fewer or more than these, which are told by a hyphen: "17-under 267". */
const ROUNDS = /^(?:1\d\d|2\d\d|30\d)$/;

/** "six-under 64", "13 under", "two over par": behind a number of strokes, that they are so many less or more than par. */
export function isOfPar(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token?.lex.par || !joined(reader, at)) return false;
  const strokes = previous(reader.tokens, at);
  const number =
    strokes?.digits ?? (strokes?.lex.number === undefined ? undefined : { n: BigInt(strokes.lex.number), d: 1n });
  if (number?.d !== 1n || number.n > MOST) return false;
  const next = reader.tokens[at + 1];
  if (next?.plain && ROUND.test(next.plain) && gap(reader, at + 1) === ' ') return true;
  if (next?.plain && ROUNDS.test(next.plain) && gap(reader, at) === '-' && gap(reader, at + 1) === ' ') return true;
  const behind = reader.folded.slice(token.end, token.end + REACH);
  if (/^\s*(?:$|[.,;:!?)])/.test(behind)) return true;
  const word = /^[-\s](\p{L}+)(?!\p{L})/u.exec(behind)?.[1];
  return word !== undefined && reader.lexicon.parBehind.includes(word);
}

/** As long as the word behind it may be, in UTF-16 units. */
const REACH = 10;
