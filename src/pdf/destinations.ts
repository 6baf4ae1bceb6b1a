import type { PdfFile } from './file.ts';
import { Dict, dict, Hex, List, Name, type PdfObject, Ref, Text } from './objects.ts';

/**
 * Destinations named by strings, in a name tree, in place of those of PDF 1.1, named by names: Chromium writes a
 * Cyrillic letter of an anchor as six bytes, and a name has 127 at most (ISO 32000-1, 7.3.5, 12.3.2.3; ISO 19005-2, 6.1.13).
 */
export function nameDestinations(file: PdfFile): void {
  const { catalog } = file;
  const was = catalog.get('Dests');
  const named = file.dict(was);
  if (!named) return;
  const names = file.dict(catalog.get('Names')) ?? new Dict();
  names.set('Dests', file.add(treeOf(named)));
  catalog.set('Names', names);
  catalog.delete('Dests');
  if (was instanceof Ref) file.remove(was);
  for (const page of file.pages) for (const link of annotationsOf(file, page)) renameTarget(link);
}

/** One leaf (ISO 32000-1, 7.9.6), sorted by the bytes of the names. */
function treeOf(named: Dict): Dict {
  const pairs = named.entries().map(([name, place]): [string, PdfObject] => [name.bytes, place]);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = [pairs[0], pairs.at(-1)].map((pair) => stringOf(pair?.[0] ?? ''));
  const tree = dict({ Names: new List(pairs.flatMap(([name, place]) => [stringOf(name), place])) });
  if (pairs.length > 0) tree.set('Limits', new List(limits));
  return tree;
}

function annotationsOf(file: PdfFile, page: Dict): readonly Dict[] {
  return file.list(page.get('Annots')).flatMap((one) => file.dict(one) ?? []);
}

function renameTarget(link: Dict): void {
  const target = link.get('Dest');
  if (target instanceof Name) link.set('Dest', stringOf(target.bytes));
}

/** `bytes`: a character for each. */
function stringOf(bytes: string): Hex | Text {
  // Readable where it can be; Chromium escapes whatever is no letter of ASCII.
  return /^[\w%.~-]*$/.test(bytes) ? new Text(bytes) : new Hex(Buffer.from(bytes, 'latin1').toString('hex'));
}
