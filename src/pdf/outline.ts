import type { PdfFile } from './file.ts';
import { type Dict, Hex, type PdfObject } from './objects.ts';

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
