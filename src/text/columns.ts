import { decodeHTML } from 'entities';
import { pieces } from './markup.ts';
import { remembered } from './remembered.ts';

/** A cell in a column of numbers: which column, and what it says. */
interface Cell {
  readonly column: number;
  /** Where its classes may go on: behind `number`. */
  readonly at: number;
  text: string;
}

/**
 * Aligns the numbers of a table on the decimal: a cell of a column of numbers (class `number`) says by further classes how
 * many digits (`lacks-2`), and whether a decimal sign (`lacks-point`), it lacks at its end. Only where all say what follows
 * the number in the same way: 460 million and 50 billion cannot be aligned. `table` is sanitised HTML.
 */
export function alignNumbers(table: string, decimal: string): string {
  if (!table.includes('number')) return table;
  const cells = numberCells(table);
  const columns = Map.groupBy(cells, ({ column }) => column);
  const said = [...columns.values()].flatMap((column) => lacking(column, decimal));
  return said
    .sort((a, b) => b.at - a.at)
    .reduce((set, { at, classes }) => `${set.slice(0, at)} ${classes}${set.slice(at)}`, table);
}

function numberCells(table: string): Cell[] {
  const cells: Cell[] = [];
  let [at, column] = [0, 0];
  let open: Cell | undefined;
  for (const piece of pieces(table)) {
    at += piece.html.length;
    if (piece.kind === 'text' && open) open.text += decodeHTML(piece.html);
    if (piece.kind === 'close' && piece.name === 'td') open = undefined;
    if (piece.kind !== 'open') continue;
    if (piece.name === 'tr') column = 0;
    // A mark of a note takes room, so that its number cannot be aligned with those that have none.
    if (piece.name === 'sup' && open) open.text += '\ufffc';
    if (piece.name !== 'td' && piece.name !== 'th') continue;
    column += 1;
    if (piece.name === 'th' || !piece.attributes.class?.split(' ').includes('number')) continue;
    open = { column, at: at - piece.html.length + piece.html.search(/\bnumber(?=[\s"])/) + 'number'.length, text: '' };
    cells.push(open);
  }
  return cells;
}

function lacking(column: readonly Cell[], decimal: string): { at: number; classes: string }[] {
  const number = numberWith(decimal);
  const full = column.map(({ at, text }) => ({ at, text: text.trim() })).filter(({ text }) => text !== '');
  const read = full.map(({ at, text }) => ({ at, match: number.exec(text) }));
  const tails = new Set(read.map(({ match }) => match?.[2]));
  if (tails.size !== 1 || tails.has(undefined)) return [];
  const lengths = read.map(({ match }) => match?.[1]?.length ?? 0);
  const most = Math.max(...lengths);
  if (most > MOST) return [];
  return read.flatMap(({ at }, i) => {
    const digits = most - (lengths[i] ?? 0);
    return digits === 0 ? [] : { at, classes: `lacks-${digits}${digits === most ? ' lacks-point' : ''}` };
  });
}

/** How many decimals the style sheets know of. */
const MOST = 8;

/** A number with groups of any sign but the decimal one: its decimals, and what follows. The Arabic sign counts anywhere. */
const numberWith = remembered((decimal) => {
  const group = `(?:[ \\u00a0\\u202f]|[^\\P{P}${decimal}٫])\\p{Nd}{2,3}`;
  return new RegExp(`^\\P{N}*\\p{Nd}+(?:${group})*(?:[${decimal}٫](\\p{Nd}+))?(\\P{N}*)$`, 'u');
});
