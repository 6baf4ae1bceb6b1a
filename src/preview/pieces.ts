import type { Block, Figure, Source } from '../model.ts';

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

function* plain({ text, segments }: Block, source: Source, from: number, to: number): Iterable<Piece> {
  let at = from;
  for (let next = text.indexOf(PLACEHOLDER, from); next >= 0 && next < to; next = text.indexOf(PLACEHOLDER, at)) {
    if (next > at) yield { kind: 'text', text: text.slice(at, next) };
    const segment = segments.find((one) => one.at <= next && next < one.at + one.length);
    const written = segment ? source.text.slice(segment.from, segment.from + segment.sourceLength) : '';
    // A tag, a mark of a note: nothing that anyone reads.
    const code =
      written.startsWith('<') && !/^<[a-z][\w+.-]*:/i.test(written) ? '' : written.replace(/^`+\s?|\s?`+$/g, '');
    if (code !== '') yield { kind: 'code', text: code };
    at = next + 1;
  }
  if (at < to) yield { kind: 'text', text: text.slice(at, to) };
}
