import type { Segment, Source, Span, TextBlock } from '../model.ts';

/**
 * Text with the place of each of its characters in the source. Most of it stands there as it is: then `text[i]` is at
 * `from + i`, and else at `at[from + i]`, the last of which is its end.
 */
export interface Mapped {
  readonly text: string;
  readonly from: number;
  readonly at?: Uint32Array;
}

/** The source's offset of the character at `index`, or of the end of the text. */
export function placeOf({ text, from, at }: Mapped, index: number): number {
  const own = from + Math.min(index, text.length);
  return at ? (at[own] ?? 0) : own;
}

/** The source from `start` on, line ends as `\n`, as Markdown readers want them. */
export function mapSource(text: string, start: number): Mapped {
  const body = text.slice(start);
  if (!/[\r\u2028\u2029]/.test(body)) return { text: body, from: start };
  // Separators of lines and paragraphs are white space to Markdown, but line ends to regular expressions.
  const flat = body.replace(/\r\n|\r/g, '\n').replace(/[\u2028\u2029]/g, ' ');
  const at = new Uint32Array(flat.length + 1);
  let from = start;
  for (let i = 0; i < flat.length; i += 1) {
    at[i] = from;
    from += flat.charCodeAt(i) === 0x0a && text.charCodeAt(from) === 0x0d && text.charCodeAt(from + 1) === 0x0a ? 2 : 1;
  }
  at[flat.length] = from;
  return { text: flat, from: 0, at };
}

export function slice({ text, from, at }: Mapped, start: number, end: number): Mapped {
  const own = { text: text.slice(start, end), from: from + start };
  return at ? { ...own, at } : own;
}

/**
 * The places of a container's inner text, whose lines are the outer lines without their markers: each inner line is
 * the end of the outer one. Where a tab was written out as spaces, the spaces stand at the tab.
 * `isParagraph`: where a line of the inner text is empty and the outer one is not, the lexer has put it in.
 */
export function mapLines(inner: string, outer: Mapped, isParagraph = false): Mapped {
  // As a rule nothing stands before the lines, and nothing but white space behind the last.
  if (
    outer.text.startsWith(inner) &&
    lastInk(outer.text, inner.length, endOfLine(outer.text, inner.length)) < inner.length
  )
    return slice(outer, 0, inner.length);
  const at = new Uint32Array(inner.length + 1);
  let from = 0;
  let start = 0;
  for (;;) {
    const end = endOfLine(inner, from);
    const lineEnd = endOfLine(outer.text, start);
    const isAdded = isParagraph && end === from && end < inner.length && lastInk(outer.text, start, lineEnd) >= start;
    const outerEnd = isAdded ? start : lineEnd;
    mapLine(inner, from, end, outer, start, outerEnd, at);
    if (end >= inner.length) break;
    from = end + 1;
    if (!isAdded) start = Math.min(outerEnd + 1, outer.text.length);
  }
  return { text: inner, from: 0, at };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function mapLine(
  inner: string,
  from: number,
  end: number,
  outer: Mapped,
  start: number,
  outerEnd: number,
  at: Uint32Array,
): void {
  // White space at the ends of lines may have been cut.
  let i = lastInk(inner, from, end);
  let o = lastInk(outer.text, start, outerEnd);
  for (let k = i + 1; k <= end; k += 1) at[k] = placeOf(outer, Math.min(o + k - i, outerEnd));
  while (i >= from && o >= start && inner.charCodeAt(i) === outer.text.charCodeAt(o)) {
    at[i] = placeOf(outer, o);
    i -= 1;
    o -= 1;
  }
  for (; i >= from; i -= 1) at[i] = placeOf(outer, Math.max(o, start));
}

function lastInk(text: string, from: number, end: number): number {
  let i = end - 1;
  while (i >= from && /\s/.test(text.charAt(i))) i -= 1;
  return i;
}

/** The places of a text that stands in `outer` from `from` on, there with backslashes before some of its characters. */
export function mapWithin(inner: string, outer: Mapped, from: number): Mapped {
  if (outer.text.startsWith(inner, from)) return slice(outer, from, from + inner.length);
  const at = new Uint32Array(inner.length + 1);
  let o = from;
  for (let i = 0; i < inner.length; i += 1) {
    while (outer.text.charAt(o) === '\\' && inner.charAt(i) !== '\\') o += 1;
    at[i] = placeOf(outer, o);
    o = Math.min(o + 1, outer.text.length);
  }
  at[inner.length] = placeOf(outer, o);
  return { text: inner, from: 0, at };
}

const lineStarts = new WeakMap<Source, Uint32Array>();

function startsOf(source: Source): Uint32Array {
  const known = lineStarts.get(source);
  if (known) return known;
  const starts = [0];
  const { text } = source;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const found = Uint32Array.from(starts);
  lineStarts.set(source, found);
  return found;
}

/** The span of a stretch of a source; offsets are UTF-16 units, `end` exclusive. */
export function spanOf(source: Source, start: number, end: number): Span {
  return { path: source.path, start: position(source, start), end: position(source, end) };
}

function position(source: Source, offset: number): Span['start'] {
  const starts = startsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** What stands in a source at a span. */
export function textAt(source: Source, { start, end }: Span): string {
  return source.text.slice(offsetOf(source, start), offsetOf(source, end));
}

/** The offset of a place in a source, in UTF-16 units; past the end where there is no such line. */
export function offsetOf(source: Source, { line, column }: Span['start']): number {
  return (startsOf(source)[line - 1] ?? source.text.length) + column - 1;
}

/** Where a stretch of a block's text stands in its file; offsets are UTF-16 units of `block.text`, `end` exclusive. */
export function locate(block: Pick<TextBlock, 'segments' | 'span'>, source: Source, start: number, end: number): Span {
  const first = segmentAt(block.segments, start);
  const last = segmentAt(block.segments, Math.max(start, end - 1));
  if (!first || !last) return block.span;
  const begin = offsetOf(source, block.span.start);
  const from = begin + (isVerbatim(first) ? first.from + (start - first.at) : first.from);
  const to = begin + (isVerbatim(last) ? last.from + (end - last.at) : last.from + last.sourceLength);
  return spanOf(source, from, Math.max(from, to));
}

/** A block whose segments say where they stand in the file, with what they say otherwise: where they stand in the block. */
export function withinItself<Placed extends Pick<TextBlock, 'segments' | 'span'>>(
  block: Placed,
  source: Source,
): Placed {
  const begin = offsetOf(source, block.span.start);
  if (begin === 0) return block;
  return { ...block, segments: block.segments.map((segment) => ({ ...segment, from: segment.from - begin })) };
}

function isVerbatim({ length, sourceLength }: Segment): boolean {
  return length === sourceLength;
}

function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

/** A block without the first characters of its text. */
export function dropFirst(
  block: Pick<TextBlock, 'text' | 'segments'>,
  count: number,
): Pick<TextBlock, 'text' | 'segments'> {
  const segments = block.segments.flatMap((segment) => {
    const cut = Math.max(0, count - segment.at);
    if (cut >= segment.length) return [];
    const isVerbatim = segment.length === segment.sourceLength;
    const length = segment.length - cut;
    const from = isVerbatim ? segment.from + cut : segment.from;
    return [
      { at: Math.max(0, segment.at - count), length, from, sourceLength: isVerbatim ? length : segment.sourceLength },
    ];
  });
  return { text: block.text.slice(count), segments };
}

/** A block's text with other pieces in the places of some, each standing for what it replaces; `pieces` in order. */
export function withReplaced(
  { text, segments }: Pick<TextBlock, 'text' | 'segments'>,
  pieces: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): Pick<TextBlock, 'text' | 'segments'> {
  const builder = new TextBuilder();
  let last = 0;
  const keep = (until: number) => {
    for (const segment of segments.flatMap((one) => cut(one, last, until)))
      builder.decoded(
        text.slice(last + segment.at, last + segment.at + segment.length),
        segment.from,
        segment.from + segment.sourceLength,
      );
  };
  for (const piece of pieces) {
    keep(piece.start);
    const [first, end] = [segmentAt(segments, piece.start), segmentAt(segments, piece.end - 1)];
    if (!first || !end) continue;
    const from = isVerbatim(first) ? first.from + piece.start - first.at : first.from;
    const to = isVerbatim(end) ? end.from + piece.end - end.at : end.from + end.sourceLength;
    builder.standing(piece.text, from, to);
    last = piece.end;
  }
  keep(text.length);
  return builder.finish();
}

/** Builds a block's text out of verbatim and decoded pieces. */
export class TextBuilder {
  #text = '';
  readonly #segments: Segment[] = [];

  get text(): string {
    return this.#text;
  }

  /** Characters as they stand in the source. */
  verbatim(own: Mapped, from: number, to: number): void {
    const { text, at } = own;
    if (!at) {
      this.#push(text.slice(from, to), own.from + from, to - from);
      return;
    }
    let start = from;
    for (let i = from + 1; i <= to; i += 1) {
      if (i < to && placeOf(own, i) === placeOf(own, i - 1) + 1) continue;
      this.#push(text.slice(start, i), placeOf(own, start), i - start);
      start = i;
    }
  }

  /** Characters that stand for others: an entity, an escape, a line's end. */
  decoded(text: string, from: number, to: number): void {
    if (text) this.#push(text, from, to - from);
  }

  /** Characters that stand for others as a whole, though they may be as many as those. */
  standing(text: string, from: number, to: number): void {
    const first = text.length === to - from ? 1 : text.length;
    this.decoded(text.slice(0, first), from, to);
    this.decoded(text.slice(first), from, to);
  }

  #push(text: string, from: number, sourceLength: number): void {
    if (!text) return;
    const last = this.#segments.at(-1);
    const runs = last && isVerbatim(last) && text.length === sourceLength && last.from + last.sourceLength === from;
    if (runs) {
      const length = last.length + text.length;
      this.#segments[this.#segments.length - 1] = { ...last, length, sourceLength: length };
    } else {
      this.#segments.push({ at: this.#text.length, length: text.length, from, sourceLength });
    }
    this.#text += text;
  }

  /** The text without white space at its ends, and where it stands. */
  finish(): { text: string; segments: readonly Segment[] } {
    const start = this.#text.length - this.#text.trimStart().length;
    const end = Math.max(start, this.#text.trimEnd().length);
    if (start === 0 && end === this.#text.length) return { text: this.#text, segments: this.#segments };
    const segments = this.#segments.flatMap((segment) => cut(segment, start, end));
    return { text: this.#text.slice(start, end), segments };
  }
}

function cut(segment: Segment, start: number, end: number): readonly Segment[] {
  const from = Math.max(segment.at, start);
  const to = Math.min(segment.at + segment.length, end);
  if (to <= from) return [];
  const at = from - start;
  if (!isVerbatim(segment)) return [{ ...segment, at, length: to - from }];
  return [{ at, length: to - from, from: segment.from + (from - segment.at), sourceLength: to - from }];
}
