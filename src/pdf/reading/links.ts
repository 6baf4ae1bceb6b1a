import { dictAt, listAt, type PdfFile } from './file.ts';
import type { PageObject } from './pages.ts';
import { Chars, type Dict, type PdfObject, Ref } from './syntax.ts';
import { textOf } from './text.ts';

/** Where the annotations of a file lead. */
export interface Links {
  /** Numbers of the objects of those that lead somewhere within the file. */
  readonly inner: ReadonlySet<number>;
  /** Pages with one that leads nowhere, from 1; a page for each. */
  readonly dead: readonly number[];
}

export function linksOf(file: PdfFile, catalog: Dict, pages: readonly PageObject[]): Links {
  const places = placesOf(file, catalog);
  const targets = new Set(pages.map(({ number }) => number));
  const inner = new Set<number>();
  const dead: number[] = [];
  for (const [n, page] of pages.entries()) {
    for (const object of listAt(file, page.dict.get('Annots'))) {
      const annotation = dictAt(file, object);
      if (!annotation || leadsOut(file, annotation)) continue;
      if (object instanceof Ref) inner.add(object.number);
      const [page] = placeOf(file, targetOf(file, annotation), places);
      if (!(page instanceof Ref && targets.has(page.number))) dead.push(n + 1);
    }
  }
  return { inner, dead };
}

/** An address with a scheme; on paper there is nothing that any other could count from (12.6.4.7). */
function leadsOut(file: PdfFile, annotation: Dict): boolean {
  const address = file.look(dictAt(file, annotation.get('A'))?.get('URI'));
  return address instanceof Chars && /^[a-z][a-z\d+.-]*:./i.test(address.bytes);
}

/** Of a link, or of an action that goes there (12.6.4.2). */
function targetOf(file: PdfFile, annotation: Dict): PdfObject {
  const action = dictAt(file, annotation.get('A'));
  return file.look(annotation.get('Dest') ?? action?.get('D'));
}

function placeOf(file: PdfFile, target: PdfObject, places: ReadonlyMap<string, PdfObject>): readonly PdfObject[] {
  const name = target instanceof Chars ? target.bytes : target;
  const place = typeof name === 'string' ? file.look(places.get(name)) : target;
  return listAt(file, place instanceof Map ? place.get('D') : place);
}

/** Destinations by their names: of the tree, and of the dictionary that PDF 1.1 had (12.3.2.3). */
function placesOf(file: PdfFile, catalog: Dict): ReadonlyMap<string, PdfObject> {
  const places = new Map<string, PdfObject>(dictAt(file, catalog.get('Dests')));
  const waiting = [dictAt(file, catalog.get('Names'))?.get('Dests')];
  for (let count = 0; waiting.length > 0 && count < MOST; count += 1) {
    const node = dictAt(file, waiting.pop());
    if (!node) continue;
    waiting.push(...listAt(file, node.get('Kids')));
    const pairs = listAt(file, node.get('Names'));
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      const name = file.look(pairs[i]);
      if (name instanceof Chars) places.set(name.bytes, pairs[i + 1] ?? null);
    }
  }
  return places;
}

/** Titles of the outline, each before those below it (12.3.3). */
export function outlineOf(file: PdfFile, catalog: Dict): readonly string[] {
  const titles: string[] = [];
  const waiting = [dictAt(file, catalog.get('Outlines'))?.get('First')];
  for (let count = 0; waiting.length > 0 && count < MOST; count += 1) {
    const item = dictAt(file, waiting.pop());
    if (!item) continue;
    titles.push(textOf(file.look(item.get('Title'))) ?? '');
    waiting.push(item.get('Next'), item.get('First'));
  }
  return titles;
}

/** A tree that leads back into itself has an end here. */
const MOST = 1_000_000;
