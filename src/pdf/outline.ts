import type { Copy } from './copy.ts';
import type { PdfFile } from './file.ts';
import { type Dict, dict, Hex, List, Name, type PdfObject, Ref } from './objects.ts';

/**
 * The headings as the document has them in place of the titles that Chromium gives the outline: it puts them together from
 * what it drew, and where a line has words of both directions, in the wrong order. Left as they are if they are not one for one.
 */
export function titleOutline(file: PdfFile, heads: readonly string[]): void {
  const items = itemsOf(file, file.catalog.get('Outlines'));
  if (items.length !== heads.length) return;
  for (const [n, item] of items.entries()) item.set('Title', Hex.of(heads[n] ?? ''));
}

/** Items in the order of the document: each before what stands below it. */
function itemsOf(file: PdfFile, parent: PdfObject | undefined): Dict[] {
  const found: Dict[] = [];
  const waiting = [file.dict(file.dict(parent)?.get('First'))];
  for (let item = waiting.pop(); item || waiting.length > 0; item = waiting.pop()) {
    if (!item) continue;
    found.push(item);
    waiting.push(file.dict(item.get('Next')), file.dict(item.get('First')));
  }
  return found;
}

/** Of a print of several documents, the outline of one, whose pages are copied; undefined if it has no headings. */
export function outlineOf(file: PdfFile, part: PdfFile, copy: Copy): Ref | undefined {
  const items = itemsOf(file, file.catalog.get('Outlines')).filter((item) => isPlaced(item, copy));
  if (items.length === 0) return undefined;
  const root = branch(part.add(dict({ Type: 'Outlines' })));
  const above = [root];
  for (const item of items) {
    // By its own level: what stands before it may be another document's.
    const level = levelOf(file, item);
    while (above.length > 1 && (above.at(-1)?.level ?? 0) >= level) above.pop();
    const parent = above.at(-1) ?? root;
    const entries = {
      Parent: parent.ref,
      First: undefined,
      Last: undefined,
      Count: undefined,
      Next: undefined,
      Prev: undefined,
    };
    const made = { ...branch(part.add(copy.entries(item, entries))), level };
    for (const one of above) one.below += 1;
    parent.kids.push(made);
    above.push(made);
  }
  link(part, root);
  return root.ref;
}

/** An item of the outline that is being made, and what stands below it. */
interface Branch {
  readonly ref: Ref;
  readonly level: number;
  readonly kids: Branch[];
  below: number;
}

function branch(ref: Ref): Branch {
  return { ref, level: 0, kids: [], below: 0 };
}

/** ISO 32000-1, 12.3.3. */
function link(part: PdfFile, { ref, kids, below }: Branch): void {
  const own = part.dict(ref);
  const [first, last] = [kids[0], kids.at(-1)];
  if (!own || !first || !last) return;
  own.set('First', first.ref);
  own.set('Last', last.ref);
  own.set('Count', below);
  for (const [n, kid] of kids.entries()) {
    const [previous, next] = [kids[n - 1], kids[n + 1]];
    if (previous) part.dict(kid.ref)?.set('Prev', previous.ref);
    if (next) part.dict(kid.ref)?.set('Next', next.ref);
    link(part, kid);
  }
}

function isPlaced(item: Dict, copy: Copy): boolean {
  const place = item.get('Dest');
  return place instanceof List && copy.placed(place.items[0]) instanceof Ref;
}

/** That of its heading. */
function levelOf(file: PdfFile, item: Dict): number {
  const type = file.dict(item.get('SE'))?.get('S');
  return Number(/^H([1-6])$/.exec(type instanceof Name ? type.written : '')?.[1] ?? 1);
}
