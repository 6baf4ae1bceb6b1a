import type { Block, Figure } from '../../model.ts';
import { fold } from '../fold.ts';
import { startsWithWord } from '../sentences.ts';
import { add, type Exact, exact, format, negate, order, parseExact, ZERO } from '../value.ts';
import { roundingOf } from './rounding.ts';

/** Figures of one text that cannot all be true. */
export interface Contradiction {
  readonly sort: 'total' | 'shares' | 'growth' | 'part';
  /** The figure that the others speak against. */
  readonly figure: Figure;
  readonly others: readonly Figure[];
  /** What the others make, in the figure's own unit, as a decimal: rounded to at most two places. */
  readonly makes: string;
}

/** What rows of a table are called that are no addends; see `FigureWords`. */
export interface RowWords {
  readonly totals: readonly string[];
  readonly parts: readonly string[];
  readonly including: readonly string[];
}

export type Table = readonly (readonly (Block | undefined)[])[];

/** Every table as rows of cells, in the order of the text. */
export function tables(blocks: readonly Block[]): readonly Table[] {
  const found = new Map<string, (Block | undefined)[][]>();
  for (const block of blocks) {
    if (!block.cell) continue;
    const name = block.within.findLast((container) => container.startsWith('table')) ?? '';
    const rows = found.get(name) ?? [];
    found.set(name, rows);
    const row = rows[block.cell.row] ?? [];
    rows[block.cell.row] = row;
    row[block.cell.column] = block;
  }
  return [...found.values()].map((rows) => Array.from(rows, (row) => row ?? []));
}

/** A stated total against its rows; without one, a column of shares against 100%. */
export function* inTable(rows: Table, words: RowWords, locale: string): Iterable<Contradiction> {
  const [head = [], ...body] = rows;
  const labels = body.map((row) => fold(row[0]?.text ?? ''));
  if (labels.some((label) => [...words.parts, ...words.including].some((word) => startsWithWord(label, word)))) return;
  const total = labels.findIndex((label) => words.totals.some((word) => startsWithWord(label, word)));
  if (total >= 0 && total !== body.length - 1 && total !== 0) return;
  for (let column = 1; column < head.length; column += 1) {
    const cells = body.map((row) => onlyFigure(row[column]));
    const addends = cells.filter((_, row) => row !== total);
    const sum = total < 0 ? undefined : cells[total];
    if (addends.length < 2 || !areOfOneKind(addends)) continue;
    const found = total < 0 ? sharesOf(addends, locale) : sum && totalOf(sum, addends, locale);
    if (found) yield found;
  }
}

function onlyFigure(block: Block | undefined): Figure | undefined {
  const [figure, second] = block?.figures ?? [];
  return second ? undefined : figure;
}

/** Exact values of one kind and unit, none of them missing. */
export function areOfOneKind(figures: readonly (Figure | undefined)[]): figures is readonly Figure[] {
  const [first] = figures;
  return figures.every(
    (figure) =>
      figure !== undefined &&
      first !== undefined &&
      figure.kind === first.kind &&
      figure.unit === first.unit &&
      figure.bound === 'exact' &&
      typeof figure.value === 'string' &&
      ADDABLE.has(figure.kind),
  );
}

const ADDABLE = new Set(['number', 'money', 'percent', 'quantity', 'duration']);

function totalOf(total: Figure, addends: readonly Figure[], locale: string): Contradiction | undefined {
  if (!areOfOneKind([...addends, total])) return undefined;
  const sum = addends.map(numberIn).reduce(add, ZERO);
  const slack = [...addends, total].map((figure) => roundingOf(figure, locale)).reduce(add, ZERO);
  if (isWithin(sum, numberIn(total), slack)) return undefined;
  return { sort: 'total', figure: total, others: addends, makes: format(sum) };
}

const HUNDRED = exact(100);

/** Percentages that come close to 100 are shares of one whole, and then they make 100. */
export function sharesOf(shares: readonly Figure[], locale: string): Contradiction | undefined {
  const last = shares.at(-1);
  if (shares.length < 3 || !last || shares.some(({ kind }) => kind !== 'percent')) return undefined;
  const sum = shares.map(numberIn).reduce(add, ZERO);
  const slack = shares.map((figure) => roundingOf(figure, locale)).reduce(add, ZERO);
  if (!isWithin(sum, HUNDRED, exact(6)) || isWithin(sum, HUNDRED, slack)) return undefined;
  return { sort: 'shares', figure: last, others: shares.slice(0, -1), makes: format(sum) };
}

/** The exact value of a figure that is one number; 0 for a range. */
export function numberIn({ value }: Figure): Exact {
  return typeof value === 'string' ? parseExact(value) : ZERO;
}

function isWithin(a: Exact, b: Exact, slack: Exact): boolean {
  return order(absolute(add(a, negate(b))), slack) <= 0;
}

export function absolute(value: Exact): Exact {
  return value.n < 0n ? negate(value) : value;
}
