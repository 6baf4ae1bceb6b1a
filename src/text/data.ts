import { decodeHTML } from 'entities';
import type { Block, ReadFigure } from '../model.ts';
import { openTag, pieces } from './markup.ts';

/** A figure as an element that a program can read; undefined for one that is none to others. */
export type Element = (figure: ReadFigure) => { readonly name: string; readonly attributes: Attributes } | undefined;
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

/** A sign of a block's HTML that is no space: the sign, and its place. */
interface Sign {
  readonly sign: string;
  readonly start: number;
  readonly end: number;
  readonly open: readonly number[];
}

function marksIn({ text, figures }: Pick<Block, 'text' | 'figures'>, runs: readonly Run[], element: Element): Mark[] {
  const signs = runs.flatMap(signsOf);
  const places = placesOf(text, signs);
  return figures.flatMap((figure) => {
    const made = element(figure);
    const own = places.slice(figure.start, figure.end).filter((place) => place !== undefined);
    const [first, last] = [own[0], own.at(-1)];
    const said = made && own.map(({ sign }) => sign).join('') === figure.text.replace(SPACES, '');
    if (!made || !said || !first || !last || first.open.join() !== last.open.join()) return [];
    return [{ start: first.start, end: last.end, tag: openTag(made.name, made.attributes), name: made.name }];
  });
}

const SPACES = /[\s\ufffc]/g;

function signsOf({ start, html, open }: Run): Sign[] {
  return [...html.matchAll(/&[^;\s]+;|\S/g)].flatMap(({ 0: written, index }) => {
    const [from, end] = [start + index, start + index + written.length];
    const decoded = written.length > 1 ? decodeHTML(written) : written;
    return [...decoded.split('')].map((sign) => ({ sign, start: from, end, open }));
  });
}

/**
 * For each sign of the text its place in the HTML. What the text has one sign for and the HTML shows (an address) is
 * passed over; where the two do not come together again, nothing more is found.
 */
function placesOf(text: string, signs: readonly Sign[]): readonly (Sign | undefined)[] {
  const places: (Sign | undefined)[] = [];
  let next = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (/\s/.test(sign)) places.push(undefined);
    else if (sign === '\ufffc') {
      places.push(undefined);
      next = resumed(text.slice(i + 1), signs, next);
    } else {
      const place = signs[next];
      if (place?.sign !== sign) return places;
      places.push(place);
      next += 1;
    }
  }
  return places;
}

/** How many signs must agree for the two to be together again, and how far an address may be long. */
const TOGETHER = 8;
const FAR = 400;

function resumed(rest: string, signs: readonly Sign[], from: number): number {
  const [wanted = ''] = rest.replace(/\s/g, '').slice(0, TOGETHER).split('\ufffc');
  if (wanted === '') return from;
  const seen = signs
    .slice(from, from + FAR)
    .map(({ sign }) => sign)
    .join('');
  const found = seen.indexOf(wanted);
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
