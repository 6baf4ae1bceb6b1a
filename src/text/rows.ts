import { decodeHTML } from 'entities';
import { pieces } from './markup.ts';
import { signsOf } from './signs.ts';

/** An element at the top of a body, and the blocks that it says, as indexes. */
export interface Part {
  readonly html: string;
  readonly blocks: readonly number[];
}

/** Blocks of two texts that say the same, as indexes. */
interface Pair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** The elements of a body in order, each with its blocks: those whose words it has. `texts`: of all blocks, '' for what is no part of the body. */
export function partsOf(html: string, texts: readonly string[]): readonly Part[] {
  const wanted = texts.flatMap((text, block) => {
    const signs = signsOf(text.split('\ufffc').find((piece) => signsOf(piece).length > 0) ?? '');
    return signs.length > 0 ? [{ block, signs: signs.slice(0, ENOUGH) }] : [];
  });
  let next = 0;
  return elementsOf(html).map((element) => {
    const said = signsOf(wordsOf(element));
    const blocks: number[] = [];
    for (let at = 0; next < wanted.length; ) {
      // A block that is nowhere must not keep those behind it from being found.
      const ahead = wanted.slice(next, next + PATIENCE);
      const found = ahead.findIndex(({ signs }) => said.indexOf(signs, at) >= 0);
      if (found < 0) break;
      at = said.indexOf(ahead[found]?.signs ?? '', at) + 1;
      blocks.push(...ahead.slice(0, found + 1).map(({ block }) => block));
      next += found + 1;
    }
    return { html: element, blocks };
  });
}

/** By so many signs a block is known. */
const ENOUGH = 60;
const PATIENCE = 4;

/** What an element says, without marks of notes, with what its pictures show. */
function wordsOf(html: string): string {
  const marks = /<a [^>]*data-footnote-ref[^>]*>[\s\S]*?<\/a>/g;
  return decodeHTML(html.replace(marks, '').replace(/<[^>]*?(?:\salt="([^"]*)"[^>]*)?>/g, (_, alt = '') => ` ${alt} `));
}

const EMPTY = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

function elementsOf(html: string): readonly string[] {
  const found: string[] = [];
  let open = '';
  let depth = 0;
  for (const piece of pieces(html)) {
    open += piece.html;
    if (piece.kind === 'open' && !EMPTY.has(piece.name) && !piece.html.endsWith('/>')) depth += 1;
    if (piece.kind === 'close') depth -= 1;
    if (depth > 0 || open.trim() === '') continue;
    found.push(open.trim());
    open = '';
  }
  return found;
}

/**
 * Side by side: each row has a cell for every text, with the elements of it that say the same as those of the first. A cell
 * is empty where a text lacks what the first has, or has what that lacks. `pairs`: of each further text with the first.
 */
export function rowsOf(
  columns: readonly (readonly Part[])[],
  pairs: readonly (readonly Pair[])[],
): readonly string[][] {
  const [first = []] = columns;
  const rows = first.map((part) => columns.map((_, column) => (column === 0 ? [part] : [])));
  const rowOf = indexed(first);
  for (const [n, parts] of columns.slice(1).entries()) {
    const places = placesIn(rowOf, indexed(parts), pairs[n] ?? []);
    let row = 0;
    for (const [part, own] of parts.entries()) {
      // What answers to nothing stands with what was before it.
      row = Math.max(row, places.get(part) ?? row);
      rows[Math.min(row, rows.length - 1)]?.[n + 1]?.push(own);
    }
  }
  return rows.map((cells) => cells.map((parts) => parts.map(({ html }) => html).join('\n')));
}

/** Block → the element that says it. */
function indexed(parts: readonly Part[]): ReadonlyMap<number, number> {
  return new Map(parts.flatMap(({ blocks }, part) => blocks.map((block) => [block, part] as const)));
}

/** Element of a further text → row. */
function placesIn(
  rowOf: ReadonlyMap<number, number>,
  partOf: ReadonlyMap<number, number>,
  pairs: readonly Pair[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const { source, target } of pairs) {
    const [row] = source.flatMap((block) => rowOf.get(block) ?? []);
    if (row === undefined) continue;
    for (const block of target) {
      const part = partOf.get(block);
      if (part !== undefined && !found.has(part)) found.set(part, row);
    }
  }
  return found;
}
