import type { Font } from './font.ts';
import type { Fragment } from './fragment.ts';
import { mirrored } from './order.ts';
import { type Box, extended, type Matrix, multiply, NOTHING, UNCHANGED, within } from './space.ts';

/** Everything that q keeps and Q gives back (ISO 32000-1, 8.4). */
interface State {
  ctm: Matrix;
  clip: Box;
  font: Font | undefined;
  size: number;
  spacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

/** A stretch of marked content (14.6). */
export interface Mark {
  /** Number of the content; -1 for none. */
  readonly id: number;
  readonly isReversed: boolean;
  /** What it reads as, in place of what its glyphs say (14.9.4). */
  readonly actual?: string;
}

/** Draws without a picture: what is said is kept, with where it stands. */
export class Pen {
  /** By the number of the marked content. */
  readonly marked = new Map<number, Fragment[]>();
  /** Signs that are seen without a glyph. */
  missing = 0;
  state: State;
  private readonly kept: State[] = [];
  private readonly marks: Mark[] = [];
  private mark: Mark = { id: -1, isReversed: false };
  private fragment: Fragment | undefined;
  private path = NOTHING;
  private isClipping = false;
  /** From the text's own space, at the beginning of its line, to the page; and how far the text has come from there. */
  private place: [number, number, number, number, number, number] = [...UNCHANGED];
  private along = 0;
  /** Where the line stands on which the text object began. */
  private line: number | undefined;
  /** Of glyphs that read as something else: is the first of them seen? */
  private isActualHidden: boolean | undefined;

  constructor(page: Box) {
    const text = { font: undefined, size: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 };
    this.state = { ctm: UNCHANGED, clip: page, ...text };
  }

  save(): void {
    this.kept.push({ ...this.state });
  }

  restore(): void {
    this.state = this.kept.pop() ?? this.state;
  }

  transform(matrix: Matrix): void {
    this.state.ctm = multiply(matrix, this.state.ctm);
  }

  /** The path goes on to this point. */
  to(x: number, y: number): void {
    this.path = extended(this.path, x, y, this.state.ctm);
  }

  /** What is drawn from the end of this path on is seen within it only; its box stands for it. */
  clip(): void {
    this.isClipping = true;
  }

  endPath(): void {
    if (this.isClipping) this.state.clip = within(this.state.clip, this.path);
    this.isClipping = false;
    this.path = NOTHING;
  }

  beginText(): void {
    this.setPlace(UNCHANGED);
    this.line = undefined;
    this.fragment = undefined;
  }

  setPlace(matrix: Matrix): void {
    this.place = [...multiply(matrix, this.state.ctm)];
    this.along = 0;
  }

  move(x: number, y: number): void {
    const { place } = this;
    // In place, which is nobody else's: a page has a move for each glyph.
    place[4] += place[0] * x + place[2] * y;
    place[5] += place[1] * x + place[3] * y;
    this.along = 0;
  }

  /** Of a row of strings and moves between them, in thousandths (9.4.3). */
  back(thousandths: number): void {
    this.along -= (thousandths / 1000) * this.state.size * this.state.stretch;
  }

  /** Each code is a glyph, or is to be one. */
  show(bytes: string): void {
    const { font, size, spacing, wordSpacing, stretch } = this.state;
    if (!font) return;
    this.line ??= this.place[5];
    for (let i = 0; i < bytes.length; i += font.size) {
      const first = bytes.charCodeAt(i);
      const code = font.size === 1 ? first : first * 256 + bytes.charCodeAt(i + 1);
      const width = (font.width(code) * size) / 1000;
      const isHidden = this.isHiddenAt(this.along + (width * stretch) / 2);
      // Number 0 is what every font has for what it does not have (9.7.6.3).
      if (code === 0 && font.size === 2 && !isHidden) this.missing += 1;
      if (this.mark.actual === undefined) this.say(font.text(code) ?? UNKNOWN, isHidden);
      else this.isActualHidden ??= isHidden;
      const space = font.size === 1 && code === 0x20 ? wordSpacing : 0;
      this.along += (width + spacing + space) * stretch;
    }
  }

  /**
   * A point in the middle of a small letter tells whether a glyph is to be seen. Half of a bracket in Chinese may hang
   * over the edge without its ink, so that sideways the point must be farther out.
   */
  private isHiddenAt(x: number): boolean {
    const { clip, rise, size, mode } = this.state;
    const y = rise + size / 4;
    const { place } = this;
    const atX = place[0] * x + place[2] * y + place[4];
    const atY = place[1] * x + place[3] * y + place[5];
    const slack = (size / 4) * Math.abs(place[0]);
    return atX < clip[0] - slack || atX > clip[2] + slack || atY < clip[1] || atY > clip[3] || mode === INVISIBLE;
  }

  private say(text: string, isHidden: boolean): void {
    const { id, isReversed, actual } = this.mark;
    if (id < 0) return;
    // A space at a line's end may hang over the edge.
    let open = this.fragment;
    if (!open || (open.isHidden !== isHidden && text.trim() !== '')) {
      const [, b, , d] = this.place;
      const [size, font] = [Math.hypot(b, d) * this.state.size, this.state.font?.name ?? ''];
      open = { text: '', isReversed, isHidden, line: this.line ?? 0, size, font };
      this.fragment = open;
      const all = this.marked.get(id);
      if (all) all.push(open);
      else this.marked.set(id, [open]);
    }
    // Brackets are drawn turned, but for what is said beside.
    if (isReversed) open.text = (actual === undefined ? mirrored(text) : text) + open.text;
    else open.text += text;
  }

  begin(mark: Partial<Mark>): void {
    this.marks.push(this.mark);
    this.mark = { ...this.mark, ...mark };
    if (mark.actual !== undefined) this.isActualHidden = undefined;
    else this.fragment = undefined;
  }

  end(): void {
    const { actual } = this.mark;
    const outer = this.marks.pop();
    if (outer === undefined) return;
    if (actual !== undefined && outer.actual === undefined) this.say(actual, this.isActualHidden ?? false);
    if (actual === undefined) this.fragment = undefined;
    this.mark = outer;
  }
}

/** Of a glyph that does not say what it is. */
const UNKNOWN = '\ufffd';

/** Text render mode that draws nothing (9.3.6). */
const INVISIBLE = 3;
