import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib';

const [OUTLINES, FIRST, NEXT, TITLE] = ['Outlines', 'First', 'Next', 'Title'].map((name) => PDFName.of(name)) as [
  PDFName,
  PDFName,
  PDFName,
  PDFName,
];

/**
 * The headings as the document has them in place of the titles that Chromium gives the outline: it puts them together from
 * what it drew, and where a line has words of both directions, in the wrong order. Left as they are if they are not one for one.
 */
export function titleOutline(catalog: PDFDict, heads: readonly string[]): void {
  const items = itemsOf(catalog.lookup(OUTLINES));
  if (items.length !== heads.length) return;
  for (const [n, item] of items.entries()) item.set(TITLE, PDFHexString.fromText(heads[n] ?? ''));
}

/** Items in the order of the document: each before what stands below it. */
function itemsOf(parent: unknown): PDFDict[] {
  const found: PDFDict[] = [];
  const waiting = [child(parent, FIRST)];
  for (let item = waiting.pop(); item || waiting.length > 0; item = waiting.pop()) {
    if (!item) continue;
    found.push(item);
    waiting.push(child(item, NEXT), child(item, FIRST));
  }
  return found;
}

function child(of: unknown, name: PDFName): PDFDict | undefined {
  const found = of instanceof PDFDict ? of.lookup(name) : undefined;
  return found instanceof PDFDict ? found : undefined;
}
