import type { Block, Figure, Source } from '../model.ts';
import { offsetOf } from '../text/mapped.ts';

/** A run of a block's text: plain, code or another thing that is not read, or a figure. */
export type Piece =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: Figure };

/** A block as it reads, its figures told apart; where its text has a placeholder, what the file has there. */
export function piecesOf(block: Block, source: Source): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const figures = [...block.figures].sort((a, b) => a.start - b.start);
  for (const figure of figures) {
    // Two that share words: the first has them.
    if (figure.start < at) continue;
    pieces.push(...plain(block, source, at, figure.start));
    pieces.push({ kind: 'figure', text: block.text.slice(figure.start, figure.end), figure });
    at = figure.end;
  }
  return [...pieces, ...plain(block, source, at, block.text.length)];
}

const PLACEHOLDER = '\ufffc';

function* plain({ text, segments, span }: Block, source: Source, from: number, to: number): Iterable<Piece> {
  const begin = offsetOf(source, span.start);
  let at = from;
  for (let next = text.indexOf(PLACEHOLDER, from); next >= 0 && next < to; next = text.indexOf(PLACEHOLDER, at)) {
    if (next > at) yield { kind: 'text', text: text.slice(at, next) };
    const segment = segments.find((one) => one.at <= next && next < one.at + one.length);
    const start = begin + (segment?.from ?? 0);
    const written = segment ? source.text.slice(start, start + segment.sourceLength) : '';
    // A tag, a mark of a note: nothing that anyone reads.
    const code =
      written.startsWith('<') && !/^<[a-z][\w+.-]*:/i.test(written) ? '' : written.replace(/^`+\s?|\s?`+$/g, '');
    if (code !== '') yield { kind: 'code', text: code };
    at = next + 1;
  }
  if (at < to) yield { kind: 'text', text: text.slice(at, to) };
}
