import { dictAt, listAt, type PdfFile } from './file.ts';
import { type Dict, type PdfObject, Ref, Unreadable } from './syntax.ts';

/** A page with all that it has from those above it (ISO 32000-1, 7.7.3.4), and the number of its object. */
export interface PageObject {
  readonly number: number;
  readonly dict: Dict;
}

/** The pages of a file, in order. Throws Unreadable where they are not as many as it says. */
export function pagesOf(file: PdfFile, catalog: Dict): readonly PageObject[] {
  const pages: PageObject[] = [];
  const seen = new Set<number>();
  const collect = (object: PdfObject | undefined, above: Dict): void => {
    const own = dictAt(file, object);
    if (!(object instanceof Ref) || !own || seen.has(object.number))
      throw new Unreadable('its pages are not all there');
    seen.add(object.number);
    const dict = new Map([
      ...INHERITED.flatMap((key) => (above.has(key) ? [[key, above.get(key) ?? null] as const] : [])),
      ...own,
    ]);
    if (own.has('Kids')) for (const kid of listAt(file, own.get('Kids'))) collect(kid, dict);
    else pages.push({ number: object.number, dict });
  };
  const root = catalog.get('Pages');
  collect(root, new Map());
  const count = file.look(dictAt(file, root)?.get('Count'));
  if (count !== pages.length) throw new Unreadable(`it has ${pages.length} pages and says it has ${String(count)}`);
  return pages;
}

const INHERITED = ['Resources', 'MediaBox', 'CropBox'];
