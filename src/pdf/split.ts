import { Copy } from './copy.ts';
import { Fonts } from './cutting.ts';
import { PdfFile } from './file.ts';
import { settleMarks } from './marks.ts';
import { Dict, dict, List, Name, type PdfObject, Ref, Stream, Token, type Written } from './objects.ts';
import { outlineOf } from './outline.ts';

/** A print of several documents, the size of the page between two of them, and what stands before the ids of each. */
export interface Unsplit {
  readonly printed: Uint8Array;
  readonly gap: readonly [number, number];
  readonly ids: readonly string[];
}

/** How many pages a document has, and what makes a file of it; undefined if a font cannot be cut to what it shows of it. */
export interface Part {
  readonly pages: number;
  make(): PdfFile | undefined;
}

/**
 * A print of several documents → each of them, in their order, as if it had been printed alone. Each document is one
 * element right below the element of all, which is dissolved. Undefined if one of them shows nothing.
 */
export function split({ printed, gap, ids }: Unsplit): readonly Part[] | undefined {
  const whole = readWhole(new PdfFile(printed));
  const ranges = whole && rangesOf(whole, gap);
  // One that shows nothing has no element.
  if (!ranges || ranges.length !== ids.length || whole.documents.length !== ids.length) return undefined;
  return ranges.map((range, n) => ({
    pages: range.to - range.from,
    make: () => partOf(whole, range, ids[n] ?? '', ids.length === 1),
  }));
}

/** What a print consists of. */
interface Whole {
  readonly file: PdfFile;
  readonly fonts: Fonts;
  readonly pages: readonly Ref[];
  readonly root: Ref;
  readonly top: Ref;
  /** The elements of the documents. */
  readonly documents: readonly Ref[];
  /** Who has what of a page: elements by the numbers of what they mark there, or the element of an annotation. */
  readonly parents: ReadonlyMap<number, PdfObject>;
}

function readWhole(file: PdfFile): Whole | undefined {
  const root = file.catalog.get('StructTreeRoot');
  const tree = file.dict(root);
  const top = file.list(tree?.get('K'))[0];
  const pages = leavesOf(file, file.catalog.get('Pages'));
  const documents = file.list(file.dict(top)?.get('K'));
  if (!(root instanceof Ref) || !(top instanceof Ref) || !documents.every((one) => one instanceof Ref))
    return undefined;
  return {
    file,
    fonts: new Fonts(file),
    pages,
    root,
    top,
    documents,
    parents: parentsOf(file, tree?.get('ParentTree')),
  };
}

function leavesOf(file: PdfFile, node: PdfObject | undefined): readonly Ref[] {
  const kids = file.dict(node)?.get('Kids');
  if (kids !== undefined) return file.list(kids).flatMap((kid) => leavesOf(file, kid));
  return node instanceof Ref ? [node] : [];
}

/** A number tree (ISO 32000-1, 7.9.7; 14.7.4.4). */
function parentsOf(file: PdfFile, node: PdfObject | undefined): ReadonlyMap<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const numbers = file.list(file.dict(next)?.get('Nums'));
    for (let i = 0; i + 1 < numbers.length; i += 2) found.set(Number(numbers[i]), numbers[i + 1] as PdfObject);
    open.push(...file.list(file.dict(next)?.get('Kids')));
  }
  return found;
}

/** A document's element and its pages, the last one excluded. */
interface Range {
  readonly element: Ref;
  readonly from: number;
  readonly to: number;
}

/** The pages between two documents are of a size of their own. */
function rangesOf({ file, pages, documents }: Whole, gap: readonly [number, number]): readonly Range[] {
  const gaps = pages.flatMap((page, n) => (isOfSize(file, page, gap) ? [n] : []));
  const starts = [0, ...gaps.map((at) => at + 1)];
  return starts.flatMap((from, n) => {
    const element = documents[n];
    return element ? [{ element, from, to: gaps[n] ?? pages.length }] : [];
  });
}

function isOfSize(file: PdfFile, page: Ref, size: readonly [number, number]): boolean {
  const [, , width = 0, height = 0] = file.list(file.dict(page)?.get('MediaBox')).map(Number);
  return Math.abs(width - size[0]) < 1 && Math.abs(height - size[1]) < 1;
}

/** One document's file; `isAlone`: a font that cannot be cut holds nobody else's glyphs. */
function partOf(whole: Whole, { element, from, to }: Range, ids: string, isAlone: boolean): PdfFile | undefined {
  const { file, pages, root, top } = whole;
  const part = PdfFile.empty();
  const given = new Names(ids);
  const copy = new Copy(file, part, (key, value) => given.of(key, value));
  const [catalog, tree] = [part.add(NULL), part.add(NULL)];
  part.trailer.set('Root', catalog);
  for (const [n, page] of pages.entries()) copy.place(page, n >= from && n < to ? part.add(NULL) : NULL);
  const own = pages.slice(from, to);
  for (const page of own) copyPage(file, copy, part, { page, tree });
  part.put(tree, dict({ Type: 'Pages', Count: own.length, Kids: own.flatMap((page) => copy.placed(page) ?? []) }));
  const [newRoot, newTop] = [part.add(NULL), part.add(NULL)];
  copy.place(root, newRoot);
  for (const one of [top, element]) copy.place(one, newTop);
  part.put(newTop, topOf(file, copy, { top, element }));
  settleMarks(part, newTop);
  const parents = given.keys.map((key) => parentOf(file, copy, whole.parents.get(key)));
  const isWhole = parents.every((one) => one !== undefined);
  if (!isWhole || !withFonts(whole, copy, part, isAlone)) return undefined;
  part.put(newRoot, rootOf(part, newTop, parents));
  const outline = outlineOf(file, part, copy);
  const changes = { Pages: tree, StructTreeRoot: newRoot, Outlines: outline, Dests: destinationsOf(file, copy, ids) };
  part.put(catalog, copy.entries(file.catalog, changes));
  return part;
}

const NULL = new Token('null');

/** What is counted or named by its place among all documents is so by that in its own. */
class Names {
  readonly #ids: string;
  /** Of pages and annotations, in their order: those that they had. */
  readonly keys: number[] = [];

  constructor(ids: string) {
    this.#ids = ids;
  }

  of(key: string, value: PdfObject): PdfObject | undefined {
    if (key === 'StructParents' || key === 'StructParent') return new Token(String(this.keys.push(Number(value)) - 1));
    return key === 'Dest' && value instanceof Name ? Name.of(withoutIds(value.written, this.#ids)) : undefined;
  }
}

function withoutIds(name: string, ids: string): string {
  return name.startsWith(ids) ? name.slice(ids.length) : name;
}

/** The page, its content not deflated, and its links. */
function copyPage(
  file: PdfFile,
  copy: Copy,
  part: PdfFile,
  { page, tree }: { readonly page: Ref; readonly tree: Ref },
): void {
  const from = file.dict(page) ?? new Dict();
  const resources = file.dict(from.get('Resources'));
  const content = file.lookup(from.get('Contents'));
  const own = content instanceof Stream ? copy.content(content, resources) : undefined;
  const contents = own && part.add(new Stream(new Dict(), own.content));
  const here = copy.placed(page);
  const changes = { Parent: tree, ...(own && { Resources: own.resources, Contents: contents }) };
  if (here instanceof Ref) part.put(here, copy.entries(from, changes));
}

/** The element of all, with what stands in that of the document. */
function topOf(file: PdfFile, copy: Copy, { top, element }: { readonly top: Ref; readonly element: Ref }): Dict {
  const own = file.dict(element);
  const made = copy.entries(file.dict(top) ?? new Dict(), { K: NULL });
  made.set('K', new List(file.list(own?.get('K')).map((kid) => copy.of(kid))));
  const page = own?.get('Pg');
  if (page) made.set('Pg', copy.of(page));
  return made;
}

/** Undefined where something on the page belongs to an element of another document. */
function parentOf(file: PdfFile, copy: Copy, was: PdfObject | undefined): PdfObject | undefined {
  const listed = file.lookup(was);
  if (!(listed instanceof List)) return copy.placed(was);
  const parents = listed.items.map((one) => (one instanceof Ref ? copy.placed(one) : one));
  return parents.every((one) => one !== undefined) ? new List(parents) : undefined;
}

/** The root of the structure, with its tree of parents (14.7.2). */
function rootOf(part: PdfFile, top: Ref, parents: readonly PdfObject[]): Dict {
  const numbered = parents.flatMap((parent, key) => [key, parent] as Written[]);
  return dict({
    ...{ Type: 'StructTreeRoot', K: top, ParentTreeNextKey: parents.length },
    ParentTree: part.add(dict({ Nums: numbered })),
  });
}

/** The destinations of the document by the names that they would have without others. */
function destinationsOf(file: PdfFile, copy: Copy, ids: string): Dict | undefined {
  const all = file.dict(file.catalog.get('Dests'))?.entries() ?? [];
  const own = all.filter(([name]) => name.written.startsWith(ids));
  if (own.length === 0) return undefined;
  return new Dict(own.flatMap(([name, place]) => [Name.of(withoutIds(name.written, ids)), copy.of(place)]));
}

function withFonts({ file, fonts }: Whole, copy: Copy, part: PdfFile, isAlone: boolean): boolean {
  for (const use of copy.fonts) {
    if (use.isKnown && fonts.cut(use.font, part, use.place, use.glyphs, copy)) continue;
    const font = file.lookup(new Ref(use.font));
    if (!isAlone || !font) return false;
    part.put(use.place, copy.of(font));
  }
  return true;
}
