import { align } from '../figures/comparing/align.ts';
import type { Block, Document, Finding, Span, Work } from '../model.ts';

/** Blocks that say the same, side by side: of each document of a work those that belong here, none where it lacks them. */
export interface Row {
  /** In the order of the columns. */
  readonly cells: readonly (readonly Block[])[];
  /** What was found here, in any of the columns' languages. */
  readonly findings: readonly Finding[];
}

/** The documents that stand side by side; the first is the one to which the others are aligned, shown or not. */
interface Columns {
  readonly base: Document;
  readonly shown: readonly Document[];
}

/**
 * The blocks of a work in rows, as they were aligned with the source, or else with the first document there is. Blocks
 * of one row of a table stand in one row here. `findings` are those of the work's files; what has no block stands in the first row.
 */
export function rowsOf(work: Work, locales: readonly string[], findings: readonly Finding[]): readonly Row[] {
  const [base] = work.documents;
  if (!base) return [];
  const shown = locales.flatMap((locale) => work.documents.find((one) => one.locale === locale) ?? []);
  const cells = cellsOf({ base, shown });
  return withFindings(cells, shown, findings);
}

function cellsOf({ base, shown }: Columns): Block[][][] {
  const pairs = shown.map((document) => (document === base ? undefined : align(base.blocks, document.blocks)));
  const rows = joined(
    base,
    pairs.flatMap((own = []) => own.map(({ source }) => source)),
  );
  const numberOf = (block: number) => rows[block] ?? 0;
  const count = (rows.at(-1) ?? -1) + 1;
  // Behind each row, what only translations have: they came in no order with each other.
  const cells = Array.from({ length: count }, () => shown.map((): Block[] => []));
  const between = Array.from({ length: count + 1 }, (): Block[][][] => []);
  for (const [column, document] of shown.entries()) {
    const own = pairs[column];
    if (!own) {
      for (const [n, block] of document.blocks.entries()) cells[numberOf(n)]?.[column]?.push(block);
      continue;
    }
    let last = 0;
    for (const { source, target } of own) {
      const blocks = target.flatMap((n) => document.blocks[n] ?? []);
      const [first] = source;
      if (first === undefined) {
        if (blocks.length > 0) between[last]?.push(shown.map((_, other) => (other === column ? blocks : [])));
        continue;
      }
      last = numberOf(first) + 1;
      cells[last - 1]?.[column]?.push(...blocks);
    }
  }
  return [...(between[0] ?? []), ...cells.flatMap((row, n) => [row, ...(between[n + 1] ?? [])])].filter((row) =>
    row.some((blocks) => blocks.length > 0),
  );
}

/** For each block of the source, the number of its row: blocks that one pair holds, or one row of a table, share it. */
function joined({ blocks }: Document, groups: readonly (readonly number[])[]): readonly number[] {
  // Whether a block stands in the row of the one before it.
  const isJoined = blocks.map((block, n) => {
    const before = blocks[n - 1];
    if (!block.cell || !before?.cell) return false;
    return block.cell.row === before.cell.row && block.within.join() === before.within.join();
  });
  for (const group of groups) {
    if (group.length < 2) continue;
    const [first, last] = [Math.min(...group), Math.max(...group)];
    for (let n = first + 1; n <= last; n += 1) isJoined[n] = true;
  }
  let row = -1;
  return blocks.map((_, n) => {
    if (!isJoined[n]) row += 1;
    return row;
  });
}

function withFindings(
  cells: readonly (readonly (readonly Block[])[])[],
  shown: readonly Document[],
  findings: readonly Finding[],
): readonly Row[] {
  const places = new Map<string, { readonly block: Block; readonly row: number }[]>();
  for (const [row, columns] of cells.entries()) {
    for (const block of columns.flat()) {
      const known = places.get(block.span.path) ?? [];
      known.push({ block, row });
      places.set(block.span.path, known);
    }
  }
  for (const known of places.values()) known.sort((a, b) => order(a.block.span.start, b.block.span.start));
  const files = new Set(shown.map(({ source }) => source.path));
  const byRow = Map.groupBy(
    findings.filter(({ span }) => files.has(span.path)),
    ({ span }) => rowAt(span, places.get(span.path) ?? []),
  );
  return cells.map((columns, row) => ({ cells: columns, findings: byRow.get(row) ?? [] }));
}

/** The row of the last block that begins at or before a place. */
function rowAt({ start }: Span, places: readonly { readonly block: Block; readonly row: number }[]): number {
  let [low, high] = [-1, places.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const begin = places[middle]?.block.span.start;
    if (begin && order(begin, start) <= 0) low = middle;
    else high = middle - 1;
  }
  return places[low]?.row ?? 0;
}

function order(a: Span['start'], b: Span['start']): number {
  return a.line - b.line || a.column - b.column;
}
