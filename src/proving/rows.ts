import type { Draft } from '../model.ts';
import { runAt } from '../text/paper.ts';
import { phrase, told } from '../text/phrase.ts';
import type { ReadPdf, Row } from '../text/signs.ts';
import { type FoundBlock, pageAt } from './blocks.ts';
import type { Promised } from './promise.ts';

/**
 * A table has as many rows on paper as in its text, over however many pages it goes: a row of short cells may be lost and
 * each cell be found elsewhere. Tables that lost a cell have told so; those that a theme prints as something else have no rows.
 */
export function lostRows(
  { runs }: ReadPdf,
  found: readonly (readonly FoundBlock[])[],
  promise: Promised,
): readonly Draft[] {
  const rows = new Map<number, Set<Row>>();
  for (const { row, hidden, repeated } of runs) {
    if (!row || hidden || repeated) continue;
    const all = rows.get(row.table);
    if (all) all.add(row);
    else rows.set(row.table, new Set([row]));
  }
  return found.flatMap((blocks, n) => {
    const tables = Map.groupBy(blocks, ({ block }) => block.table);
    tables.delete(undefined);
    const { locale } = promise.documents[n] ?? promise;
    return [...tables.values()].flatMap((cells) => lostRowsOf(cells, rows, { ...promise, locale }));
  });
}

function lostRowsOf(
  cells: readonly FoundBlock[],
  rows: ReadonlyMap<number, ReadonlySet<Row>>,
  { path, locale }: Promised,
): readonly Draft[] {
  const filled = cells.filter(({ parts, drafts }) => parts.length > 0 || drafts.length > 0);
  const own = new Set(filled.map(({ block }) => block.cell?.row));
  const [first] = filled;
  const table = tableOf(filled);
  if (!first || table === undefined || filled.some(({ drafts }) => drafts.length > 0)) return [];
  const count = rows.get(table)?.size ?? 0;
  if (count === own.size) return [];
  const place = first.parts[0]?.place;
  return [
    {
      rule: 'rows',
      severity: 'error',
      locale,
      span: first.block.span,
      ...told(
        phrase`this table has ${own.size} rows, and ${count} in ${path}, from page ${place ? pageAt(place, 0) : 1} on`,
        phrase`look at that page; a style of the theme may hide rows or cut them off`,
      ),
    },
  ];
}

/** The table on paper where most of the cells stand. */
function tableOf(cells: readonly FoundBlock[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { parts } of cells) {
    const place = parts[0]?.place;
    const table = place && runAt(place, 0)?.row?.table;
    if (table !== undefined) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
