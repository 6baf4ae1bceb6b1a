import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const DESTS = PDFName.of('Dests');
const DEST = PDFName.of('Dest');

/**
 * Destinations named by strings, in a name tree, in place of those of PDF 1.1, named by names: Chromium writes a
 * Cyrillic letter of an anchor as six bytes, and a name has 127 at most (ISO 32000-1, 7.3.5, 12.3.2.3; ISO 19005-2, 6.1.13).
 */
export function nameDestinations(context: PDFContext, catalog: PDFDict, pages: readonly PDFDict[]): void {
  const named = catalog.lookup(DESTS);
  if (!(named instanceof PDFDict)) return;
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict) ?? context.obj({});
  names.set(DESTS, context.register(treeOf(context, named)));
  catalog.set(PDFName.of('Names'), names);
  const was = catalog.get(DESTS);
  if (was instanceof PDFRef) context.delete(was);
  catalog.delete(DESTS);
  for (const page of pages) for (const link of annotationsOf(context, page)) renameTarget(link);
}

/** One leaf (ISO 32000-1, 7.9.6), sorted by the bytes of the names. */
function treeOf(context: PDFContext, named: PDFDict): PDFDict {
  const pairs = named.entries().map(([name, place]): [string, PDFObject] => [bytesOf(name), place]);
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  const limits = [pairs[0], pairs.at(-1)].map((pair) => stringOf(pair?.[0] ?? ''));
  const tree = context.obj({ Names: pairs.flatMap(([name, place]) => [stringOf(name), place]) });
  if (pairs.length > 0) tree.set(PDFName.of('Limits'), context.obj(limits));
  return tree;
}

function annotationsOf(context: PDFContext, page: PDFDict): readonly PDFDict[] {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
  return annotations.map((one) => context.lookup(one)).filter((one) => one instanceof PDFDict);
}

function renameTarget(link: PDFDict): void {
  const target = link.get(DEST);
  if (target instanceof PDFName) link.set(DEST, stringOf(bytesOf(target)));
}

/** A character for each byte. */
function bytesOf(name: PDFName): string {
  return Buffer.from(name.asBytes()).toString('latin1');
}

function stringOf(bytes: string): PDFHexString | PDFString {
  // Readable where it can be; Chromium escapes whatever is no letter of ASCII.
  return /^[\w%.~-]*$/.test(bytes)
    ? PDFString.of(bytes)
    : PDFHexString.of(Buffer.from(bytes, 'latin1').toString('hex'));
}
