import { direction } from '../../text/direction.ts';
import type { PaperRun, Row } from '../../text/signs.ts';
import { dictAt, listAt, type PdfFile } from './file.ts';
import { inOrder } from './order.ts';
import type { Said } from './page.ts';
import { type Dict, type PdfObject, Ref } from './syntax.ts';
import { textOf } from './text.ts';

/** What the elements of a structure tree lead to. */
export interface Leads {
  readonly file: PdfFile;
  /** Pages by the number of their object: what they say, and their own number, from 1. */
  readonly pages: ReadonlyMap<number, { readonly said: Said; readonly page: number }>;
  /** Annotations that lead within the file. */
  readonly inner: ReadonlySet<number>;
}

/** What is handed down from an element to those below it. */
interface Above {
  readonly page: PdfObject | undefined;
  readonly direction: 'ltr' | 'rtl';
  readonly isInner: boolean;
  readonly table: number;
  readonly row: Row | undefined;
}

/** Everything that is read, in the order of the structure tree (ISO 32000-1, 14.7): no artifacts, no labels of lists. */
export function readTree(leads: Leads, catalog: Dict): readonly PaperRun[] {
  const { file } = leads;
  const runs: PaperRun[] = [];
  const language = textOf(file.look(catalog.get('Lang')));
  const above: Above = {
    page: undefined,
    direction: directionOf(language) ?? 'ltr',
    isInner: false,
    table: 0,
    row: undefined,
  };
  collect(dictAt(file, catalog.get('StructTreeRoot')), above, { ...leads, runs, tables: 0 });
  return runs;
}

interface Collecting extends Leads {
  readonly runs: PaperRun[];
  /** How many there were. */
  tables: number;
}

function collect(element: Dict | undefined, above: Above, collecting: Collecting): void {
  const { file, runs } = collecting;
  if (!element || element.get('S') === 'Lbl') return;
  const own = handedDown(element, above, collecting);
  const alternative = textOf(file.look(element.get('Alt')));
  if (alternative) runs.push({ text: alternative, page: pageOf(own, collecting) });
  const first = runs.length;
  for (const kid of listAt(file, element.get('K'))) {
    const found = file.look(kid);
    const from = runs.length;
    if (typeof found === 'number') say(found, own, collecting);
    else if (!(found instanceof Map)) continue;
    else if (found.has('S')) collect(found, own, collecting);
    else if (typeof found.get('MCID') === 'number')
      say(Number(found.get('MCID')), { ...own, page: found.get('Pg') ?? own.page }, collecting);
    if (own.row && from > first) markRepeated(runs, first, from);
  }
}

function handedDown(element: Dict, above: Above, collecting: Collecting): Above {
  const { file, inner } = collecting;
  const role = element.get('S');
  if (role === 'Table') collecting.tables += 1;
  const table = role === 'Table' ? collecting.tables : above.table;
  return {
    page: element.get('Pg') ?? above.page,
    direction: directionOf(textOf(file.look(element.get('Lang')))) ?? above.direction,
    isInner:
      above.isInner || (role === 'Link' && listAt(file, element.get('K')).some((kid) => leadsWithin(file, kid, inner))),
    table,
    row: role === 'TR' ? { table } : role === 'Table' ? undefined : above.row,
  };
}

/** The heads of a table stand on each page that it goes on to, as further content of the same element. */
function markRepeated(runs: PaperRun[], first: number, from: number): void {
  const [once, again] = [runs[first], runs[from]];
  if (!once || !again || again.page === once.page || again.text !== once.text || runs.length > from + 1) return;
  runs[from] = { ...again, repeated: true };
}

/** What a stretch of marked content says: a run, or several where parts of it are hidden. */
function say(id: number, { page, direction, isInner, row }: Above, { pages, runs }: Collecting): void {
  const shown = page instanceof Ref ? pages.get(page.number) : undefined;
  let text = '';
  let was = false;
  const end = () => {
    if (text === '') return;
    const run = { text, page: shown?.page ?? 1, ...(isInner && { inner: true as const }), ...(row && { row }) };
    runs.push(was ? { ...run, hidden: true } : run);
    text = '';
  };
  for (const fragment of inOrder(shown?.said.marked.get(id) ?? [], direction)) {
    if (fragment.isHidden !== was) end();
    text += fragment.text;
    was = fragment.isHidden;
  }
  end();
}

/** An element that nothing is drawn for stands where the text has come to. */
function pageOf({ page }: Above, { pages, runs }: Collecting): number {
  return (page instanceof Ref ? pages.get(page.number)?.page : undefined) ?? runs.at(-1)?.page ?? 1;
}

function leadsWithin(file: PdfFile, kid: PdfObject, inner: ReadonlySet<number>): boolean {
  const found = file.look(kid);
  if (!(found instanceof Map)) return false;
  const annotation = found.get('Obj');
  if (annotation instanceof Ref) return inner.has(annotation.number);
  return found.has('S') && listAt(file, found.get('K')).some((one) => leadsWithin(file, one, inner));
}

const directions = new Map<string, 'ltr' | 'rtl'>();

function directionOf(language: string | undefined): 'ltr' | 'rtl' | undefined {
  if (!language) return undefined;
  const known = directions.get(language);
  if (known) return known;
  const found = directionIn(language);
  directions.set(language, found);
  return found;
}

function directionIn(language: string): 'ltr' | 'rtl' {
  try {
    return direction(language);
  } catch {
    // Whoever wrote it took no tag of BCP 47.
    return 'ltr';
  }
}
