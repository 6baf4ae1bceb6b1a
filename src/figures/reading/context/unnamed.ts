import type { ReadFigure } from '../../../model.ts';
import { fold } from '../../fold.ts';
import { previous, type Reader } from '../tokens/reader.ts';
import type { Lexeme } from '../words/lexeme.ts';
import type { Told } from './leaning.ts';

/** How far from its number a percentage may stand beside which points are points of it, in UTF-16 units. */
const REACH = 40;

/** What a bare number is by what stands, or does not stand, behind it: see `FigureWords.uncounted` and `points`. */
export function namedBehind(
  reader: Reader,
  told: readonly Told[],
  n: number,
): Pick<ReadFigure, 'kind' | 'unnamed' | 'counts'> | undefined {
  const figure = told[n]?.figure;
  if (figure?.kind !== 'number' || figure.unit !== null) return undefined;
  const { uncounted, points, things } = reader.lexicon;
  if (figure.soft) return things.occasions.has(fold(figure.text)) ? { kind: 'number', unnamed: false } : undefined;
  const counts = counterBehind(reader, told[n]);
  if (counts) return { kind: 'number', counts };
  const word = wordBehind(reader.folded, figure.end);
  // 128万的价格
  if (word === undefined) return isNamedSum(reader, figure) ? { kind: 'number', unnamed: true } : undefined;
  if (word === '' || uncounted.has(word))
    return isElliptic(reader, told[n]) ? undefined : { kind: 'number', unnamed: true };
  if (points.has(word) && [previous(told, n), told[n + 1]].some((other) => isShareBeside(reader, other, figure)))
    return { kind: 'percentage-point' };
  return countsThings(reader, figure.end) ? { kind: 'number', unnamed: false } : undefined;
}

/** "in eleven of the past twelve": what is counted goes without saying. */
function isElliptic({ tokens }: Reader, told: Told | undefined): boolean {
  return told !== undefined && previous(tokens, told.read.from)?.lex.counting === true;
}

/** "seven of the dead", "five days" count none; "two separate occasions" does, with no word of a unit near that could be meant. */
function countsThings({ folded, lexicon }: Reader, end: number): boolean {
  const { plural, singular, untold } = lexicon.things;
  if (plural.length === 0) return false;
  THINGS.lastIndex = end;
  const words = THINGS.exec(folded)?.[0].trim().split(' ') ?? [];
  let counts = false;
  for (const word of words) {
    if (lexicon.uncounted.has(word)) return counts;
    if (untold.has(word) || measures(lexicon.words.find(word)?.lexeme)) return false;
    const ends = (ending: string) => word.endsWith(ending);
    counts ||= plural.some(ends) && !singular.some(ends);
  }
  return counts;
}

function measures(lex: Lexeme | undefined): boolean {
  return (lex?.unit ?? lex?.currency ?? lex?.subunit ?? lex?.share ?? lex?.scale ?? lex?.number) !== undefined;
}

/** The next three words. */
const THINGS = /(?: \p{L}{2,}(?![\p{L}\p{M}’'-])){1,3}/uy;

/** 3人, 세 명: what the counter right behind a number counts. */
function counterBehind({ tokens, folded, lexicon }: Reader, told: Told | undefined): string | undefined {
  const { counters } = lexicon.things;
  const token = counters.size > 0 && told ? tokens[told.read.to] : undefined;
  if (!token || !told || token.start - told.figure.end > 1) return undefined;
  return counters.get(folded.slice(token.start, token.end));
}

/** Where nothing parts words, what stands right behind a number that counts nothing. */
function isNamedSum({ folded, lexicon: { uncounted, genitive } }: Reader, { end }: ReadFigure): boolean {
  if (!genitive || !folded.startsWith(genitive, end)) return false;
  const behind = folded.slice(end + genitive.length, end + genitive.length + SUM);
  return Array.from(behind, (_, n) => behind.slice(0, n + 1)).some((word) => uncounted.has(word));
}

/** How long the word for a sum may be, in UTF-16 units. */
const SUM = 3;

/** The word behind a place, '' where its clause ends there, and nothing where neither can be told. */
function wordBehind(folded: string, end: number): string | undefined {
  BEHIND.lastIndex = end;
  const match = BEHIND.exec(folded);
  return match ? (match[1] ?? '') : undefined;
}

const BEHIND = /(?:$|[.,;:!?)»”"’。，；：！？、）”](?!\p{L}|\p{N})| (\p{L}{1,14})(?![\p{L}\p{M}]))/uy;

function isShareBeside({ folded }: Reader, other: Told | undefined, { start, end }: ReadFigure): boolean {
  if (other?.figure.kind !== 'percent') return false;
  const [from, to] = other.figure.end <= start ? [other.figure.end, start] : [end, other.figure.start];
  return to - from <= REACH && !/[.;:!?]\s/.test(folded.slice(from, to));
}
