import { decodeHTML } from 'entities';
import type { Block, Figure, ReadFigure } from '../model.ts';
import { openTag, pieces } from './markup.ts';

/** A figure as an element that a program can read; undefined for one that is none to others. */
export type Element = (
  figure: ReadFigure & Pick<Figure, 'key'>,
) => { readonly name: string; readonly attributes: Attributes } | undefined;
type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Puts an element around each figure in the body of a document: sanitised HTML in which `data-block` says which block an
 * element holds. A figure that begins in one element and ends in another one stays as it is. Linear in the text.
 */
export function markFigures(
  html: string,
  blocks: readonly Pick<Block, 'text' | 'figures'>[],
  element: Element,
): string {
  const marks: Mark[] = [];
  if (blocks.every(({ figures }) => figures.length === 0)) return html;
  for (const { at, runs } of blocksIn(html)) {
    const block = blocks[at];
    if (block && block.figures.length > 0) marks.push(...marksIn(block, runs, element));
  }
  return marks.length === 0 ? html : written(html, marks);
}

/** A run of text within a block: where it stands in the HTML, and how deep in elements. */
interface Run {
  readonly start: number;
  readonly html: string;
  /** Elements within the block that are open, by the places where they begin. */
  readonly open: readonly number[];
}

interface InBlock {
  readonly at: number;
  readonly runs: Run[];
}

/** Never part of what is read: what stands in the text for it is one sign. */
const OPAQUE = new Set(['code', 'kbd', 'samp', 'pre', 'sup']);
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col']);

function* blocksIn(html: string): Generator<InBlock> {
  let at = 0;
  let block: InBlock | undefined;
  const open: { name: string; start: number }[] = [];
  for (const piece of pieces(html)) {
    const start = at;
    at += piece.html.length;
    if (piece.kind === 'open') {
      const number = piece.attributes['data-block'];
      if (number !== undefined) {
        if (block) yield block;
        block = { at: Number(number), runs: [] };
        open.length = 0;
      }
      if (!EMPTY.has(piece.name)) open.push({ name: piece.name, start });
    } else if (piece.kind === 'close') {
      const from = open.findLastIndex(({ name }) => name === piece.name);
      if (from >= 0) open.length = from;
      if (block && open.length === 0) {
        yield block;
        block = undefined;
      }
    } else if (block && !open.some(({ name }) => OPAQUE.has(name))) {
      block.runs.push({ start, html: piece.html, open: open.slice(1).map((element) => element.start) });
    }
  }
  if (block) yield block;
}

/** Where an element is to begin and to end in the HTML. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly name: string;
}

/** The signs of a block's HTML that are no spaces, and of each where it begins, where it ends, and in which run. */
interface Signs {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly runs: readonly Run[];
}

function marksIn({ text, figures }: Pick<Block, 'text' | 'figures'>, runs: readonly Run[], element: Element): Mark[] {
  const signs = signsOf(runs);
  const marks: Mark[] = [];
  let [at, next] = [0, 0];
  for (const figure of figures) {
    next = walked(text, at, figure.start, signs, next);
    if (next < 0) return marks;
    const end = walked(text, figure.start, figure.end, signs, next);
    if (end < 0) return marks;
    const made = end > next ? element(figure) : undefined;
    const [first, last] = [signs.runs[next], signs.runs[end - 1]];
    if (made && first && last && (first === last || first.open.join() === last.open.join())) {
      const [start = 0, stop = 0] = [signs.starts[next], signs.ends[end - 1]];
      marks.push({ start, end: stop, tag: openTag(made.name, made.attributes), name: made.name });
    }
    [at, next] = [figure.end, end];
  }
  return marks;
}

function signsOf(runs: readonly Run[]): Signs {
  const signs = { text: '', starts: [] as number[], ends: [] as number[], runs: [] as Run[] };
  for (const run of runs) {
    const { html, start } = run;
    for (let i = 0; i < html.length; ) {
      const code = html.charCodeAt(i);
      const entity = code === AMPERSAND ? /^&[^;\s]+;/.exec(html.slice(i, i + LONGEST))?.[0] : undefined;
      const length = entity?.length ?? 1;
      const decoded = entity ? decodeHTML(entity) : html.charAt(i);
      if (!isSpace(code)) {
        for (const sign of decoded.split('')) {
          signs.text += sign;
          signs.starts.push(start + i);
          signs.ends.push(start + i + length);
          signs.runs.push(run);
        }
      }
      i += length;
    }
  }
  return signs;
}

const AMPERSAND = 38;
/** Letters of the longest entity that HTML has. */
const LONGEST = 33;

/** White space of the Basic Latin block, and the no-break one: nearly all that there is. */
function isSpace(code: number): boolean {
  return (
    code === 32 || (code >= 9 && code <= 13) || code === 160 || (code > 5000 && /\s/.test(String.fromCharCode(code)))
  );
}

/**
 * How far the signs of the HTML have come when those of the text from `from` to `to` have passed, if `next` stands for
 * `from`; -1 where the two do not say the same. What the text has one sign for and the HTML shows (an address) is passed over.
 */
function walked(text: string, from: number, to: number, signs: Signs, next: number): number {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === OBJECT) next = resumed(text.slice(i + 1), signs.text, next);
    else if (!isSpace(code)) {
      if (signs.text.charCodeAt(next) !== code) return -1;
      next += 1;
    }
  }
  return next;
}

const OBJECT = 0xfffc;
/** How many signs must agree for the two to be together again, and how far an address may be long. */
const TOGETHER = 8;
const FAR = 400;

function resumed(rest: string, signs: string, from: number): number {
  const [wanted = ''] = rest.slice(0, FAR).replace(/\s/g, '').slice(0, TOGETHER).split('\ufffc');
  if (wanted === '') return from;
  const found = signs.slice(from, from + FAR).indexOf(wanted);
  return found < 0 ? from : from + found;
}

function written(html: string, marks: readonly Mark[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, tag, name } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(html.slice(at, start), tag, html.slice(start, end), `</${name}>`);
    at = end;
  }
  return parts.join('') + html.slice(at);
}
