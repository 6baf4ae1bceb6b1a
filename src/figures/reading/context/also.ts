import { add, exact, format, negate, ONE, parseExact } from '../../value.ts';
import { close, previous, type Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import { ofMatch } from './homographs.ts';

/** Another value that the same words may say to others: see `ReadFigure`. */
export function alsoSaid(reader: Reader, read: Read): string | undefined {
  return (
    reader.tokens[read.to - 1]?.lex.also ??
    ofMatch(reader, read) ??
    restOf(reader, read) ??
    monthsOver(reader, read) ??
    quartersPlayed(reader, read) ??
    withKin(reader, read) ??
    ofAnyCentury(reader, read)
  );
}

/** "all but a fifth", все, кроме пятой части: four fifths; 八折 is "20 per cent off". */
function restOf(reader: Reader, { kind, value, from, to }: Read): string | undefined {
  const isRest = previous(reader.tokens, from)?.lex.allBut === true && close(reader, from);
  if (typeof value !== 'string' || !(isRest || reader.tokens.slice(from, to).some(({ lex }) => lex.discount)))
    return undefined;
  if (kind === 'fraction') return format(add(ONE, negate(parseExact(value))));
  return kind === 'percent' ? format(add(HUNDRED, negate(parseExact(value)))) : undefined;
}

const HUNDRED = exact(100);

/** на пятом месяце беременности: four months are over. */
function monthsOver({ tokens }: Reader, { kind, value, to }: Read): string | undefined {
  const isRunning = kind === 'ordinal' && tokens[to]?.lex.unit === 'month' && tokens[to + 1]?.lex.pregnancy;
  return isRunning && typeof value === 'string' ? format(add(parseExact(value), exact(-1))) : undefined;
}

/** "They trailed for three quarters": what is a part of nothing may be so many of a match. */
function quartersPlayed({ tokens }: Reader, { kind, value, to }: Read): string | undefined {
  const isWord = kind === 'fraction' && value === '0.75' && tokens[to - 1]?.lex.unit === 'quarter';
  return isWord && !tokens[to]?.lex.of ? '3' : undefined;
}

/** 父子三人: a father and two sons. */
function withKin(
  { tokens, folded, lexicon: { kin, kinCounted } }: Reader,
  { kind, value, unit, from, to }: Read,
): string | undefined {
  if (kin.length === 0 || kind !== 'number' || unit !== null || !/^(?:[2-9]|1\d)$/.test(String(value)))
    return undefined;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  // 他们四节都落后
  if (!kinCounted.some((word) => [end, end - word.length].some((at) => folded.startsWith(word, at)))) return undefined;
  return kin.some((word) => folded.startsWith(word, start - word.length)) ? String(Number(value) - 1) : undefined;
}

/** "the seventies", 70年代: where no century is said, it is the twentieth to who reads it, and may be another. */
function ofAnyCentury({ tokens }: Reader, { kind, value, from, to }: Read): string | undefined {
  const decade = kind === 'date' && typeof value === 'string' ? /^19(\d0s)$/.exec(value)?.[1] : undefined;
  if (decade === undefined) return undefined;
  const said = tokens.slice(from, to);
  const isOwn = said.some(({ plain, lex }) => plain?.length === 4 || lex.centuryAfter || lex.centuryBefore || lex.day);
  // "the nineteen-seventies"
  return isOwn || (said[0]?.lex.number === 19 && said[1]?.lex.decade) ? undefined : decade;
}
