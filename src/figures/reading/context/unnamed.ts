import type { ReadFigure } from '../../../model.ts';
import { previous, type Reader } from '../tokens/reader.ts';
import type { Told } from './leaning.ts';

/** How far from its number a percentage may stand beside which points are points of it, in UTF-16 units. */
const REACH = 40;

/** What a bare number is by what stands, or does not stand, behind it: see `FigureWords.uncounted` and `points`. */
export function namedBehind(
  reader: Reader,
  told: readonly Told[],
  n: number,
): Pick<ReadFigure, 'kind' | 'unnamed'> | undefined {
  const figure = told[n]?.figure;
  if (figure?.kind !== 'number' || figure.unit !== null || figure.soft) return undefined;
  const { uncounted, points } = reader.lexicon;
  const word = wordBehind(reader.folded, figure.end);
  if (word === undefined) return undefined;
  if (word === '' || uncounted.has(word)) return { kind: 'number', unnamed: true };
  return points.has(word) && [previous(told, n), told[n + 1]].some((other) => isShareBeside(reader, other, figure))
    ? { kind: 'percentage-point' }
    : undefined;
}

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
