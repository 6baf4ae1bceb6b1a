import { endsWithWord } from '../../sentences.ts';
import type { Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import { BREAK } from './near.ts';

/** May its bound be left out? See `ReadFigure`. */
export function compares(reader: Reader, read: Read, end: number): boolean {
  const { bound, from, to } = read;
  const isBounded = bound === 'over' || bound === 'under';
  if (bound === 'exact' || bound === 'about') return false;
  if (
    isBounded &&
    (isStandard(reader, end) || isGoverned(reader, read) || isTopic(reader, read, end) || isOfNoun(reader, read))
  )
    return true;
  return reader.tokens.slice(from, to).some(({ lex }) => lex.vague);
}

/** 超过苹果的3.38万亿美元: what stands between modifies the figure, which others are held against. */
function isOfNoun({ tokens, folded, lexicon: { genitive } }: Reader, { from }: Read): boolean {
  const [bound, next] = [tokens[from], tokens[from + 1]];
  if (!genitive || !bound?.lex.before || !next || next.start - bound.end < OF_NOUN) return false;
  return folded.startsWith(genitive, next.start - genitive.length);
}

/** A name and the sign behind it are no shorter, in UTF-16 units. */
const OF_NOUN = 3;

/** How far behind its figure it may be said that others are held against it, in UTF-16 units. */
const STANDARD = 12;

function isStandard({ folded, lexicon: { standards } }: Reader, end: number): boolean {
  if (standards.length === 0) return false;
  const [clause = ''] = folded.slice(end, end + STANDARD).split(BREAK);
  return standards.some((word) => clause.includes(word));
}

/** "jailed over $1.8bn fraud": of money with a noun right behind, what bounds it may say what it is about. */
function isTopic({ tokens, folded, lexicon: { uncounted } }: Reader, { kind, from }: Read, end: number): boolean {
  if (kind !== 'money' || !tokens[from]?.lex.during || uncounted.size === 0) return false;
  const [, word] = /^ (\p{L}{3,})/u.exec(folded.slice(end, end + NOUN)) ?? [];
  return word !== undefined && !uncounted.has(word);
}

/** How long a space and a noun may be, in UTF-16 units. */
const NOUN = 24;

/** How far behind its figure the verb of a clause may stand that takes the preposition before it, in UTF-16 units. */
const CLAUSE = 80;
/** As long as a verb right before it may be. */
const VERB = 20;

/** "wird über 46 Schiffe verfügen": the preposition is the verb's. */
function isGoverned({ tokens, folded, lexicon: { governing } }: Reader, { from, to }: Read): boolean {
  if (governing.length === 0 || !tokens[from]?.lex.during) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const before = folded.slice(Math.max(0, start - VERB), start).trimEnd();
  const [clause = ''] = folded
    .slice(end, end + CLAUSE)
    .replace(/(?<=\d)[.,](?=\d)/g, '')
    .split(BREAK);
  return (
    clause.split(' ').some((word) => governing.includes(word)) || governing.some((word) => endsWithWord(before, word))
  );
}
