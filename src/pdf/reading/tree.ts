import { direction } from '../../text/direction.ts';
import type { PaperRun, Row } from '../../text/signs.ts';
import { dictAt, listAt, type PdfFile } from './file.ts';
import type { Fragment } from './fragment.ts';
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
  readonly isHead: boolean;
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
    isHead: false,
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
  for (const part of partsOf(listAt(file, element.get('K')), own, collecting)) {
    const from = runs.length;
    collect(part.element, own, collecting);
    if (part.content) say(part.content, own, collecting);
    if (own.row && from > first) markRepeated(runs, first, from);
  }
}

/** What an element has of a page, in one piece. */
interface Content {
  readonly page: number;
  readonly fragments: Fragment[];
}

interface Part {
  readonly element?: Dict;
  readonly content?: Content;
}

/** Elements, and what there is between them: a line may have several stretches of marked content of one text. */
function partsOf(kids: readonly PdfObject[], above: Above, { file, pages }: Collecting): readonly Part[] {
  const parts: Part[] = [];
  for (const kid of kids) {
    const found = file.look(kid);
    const dict = found instanceof Map ? found : undefined;
    if (dict?.has('S')) parts.push({ element: dict });
    const id = dict ? dict.get('MCID') : found;
    const on = dict?.get('Pg') ?? above.page;
    const shown = on instanceof Ref ? pages.get(on.number) : undefined;
    const fragments = typeof id === 'number' ? (shown?.said.marked.get(id) ?? []) : [];
    const last = parts.at(-1)?.content;
    if (!shown || fragments.length === 0) continue;
    if (last?.page === shown.page) last.fragments.push(...fragments);
    else parts.push({ content: { page: shown.page, fragments: [...fragments] } });
  }
  return parts;
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
    isHead: above.isHead || (typeof role === 'string' && /^H[1-6]?$/.test(role)),
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

/** What the content says: a run, or several where parts of it are hidden. */
function say({ page, fragments }: Content, { direction, isInner, isHead, row }: Above, { runs }: Collecting): void {
  const read = inOrder(fragments, direction);
  const about = {
    page,
    ...(isInner && { inner: true as const }),
    ...(isHead && { head: true as const }),
    ...(row && { row }),
  };
  const parts: { text: string; readonly isHidden: boolean }[] = [];
  for (const { text, isHidden } of read) {
    const last = parts.at(-1);
    if (last?.isHidden === isHidden) last.text += text;
    else parts.push({ text, isHidden });
  }
  const otherwise = read === fragments || parts.length > 1 ? '' : turnedAround(fragments, direction);
  for (const { text, isHidden } of parts) {
    const other = otherwise !== '' && otherwise !== text && { otherwise };
    if (text !== '') runs.push({ text, ...about, ...(isHidden && { hidden: true }), ...other });
  }
}

function turnedAround(fragments: readonly Fragment[], direction: 'ltr' | 'rtl'): string {
  return inOrder(fragments, direction === 'ltr' ? 'rtl' : 'ltr')
    .map(({ text }) => text)
    .join('');
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
