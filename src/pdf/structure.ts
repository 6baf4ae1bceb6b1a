import type { PdfFile } from './file.ts';
import { type Dict, dict, Hex, List, Name, type PdfObject, Ref, Text } from './objects.ts';

/** Structure types of PDF 2.0 and HTML that PDF 1.7 has not → the nearest that it has (ISO 32000-1, 14.8.4). */
const ROLES: Readonly<Record<string, string>> = {
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
  Aside: 'Div',
  DocumentFragment: 'Div',
  FENote: 'Note',
};

/** A structure element, with the reference by which others name it. */
interface Element {
  readonly ref: Ref;
  readonly dict: Dict;
}

/**
 * Makes Chromium's structure tree what ISO 14289-1 wants of one: types of PDF 1.7, heads of which none skips a level,
 * lists of items with bodies, pictures with what they show, links as links with their text as description.
 * `links`: the text of each link of the document, in its order.
 */
export function mendStructure(file: PdfFile, root: Dict, links: readonly string[]): void {
  root.set('RoleMap', dict(ROLES));
  const elements = [...elementsBelow(file, root)];
  for (const element of elements) {
    const type = typeOf(element.dict);
    if (type === 'L') mendList(file, element);
    // A word of another language: what groups nothing says nothing, its language neither.
    if (type === 'NonStruct' && element.dict.has('Lang')) element.dict.set('S', 'Span');
    if (type === 'Figure' && !element.dict.has('Alt')) mendFigure(file, element);
  }
  mendHeads(elements);
  nameElements(file, root, elements);
  mendLinks(file, elements, links);
}

/** In the order of the document, without recursion: trees may be deep. */
function* elementsBelow(file: PdfFile, root: Dict): Iterable<Element> {
  const open = childrenOf(file, root).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...childrenOf(file, next.dict).reverse());
  }
}

function childrenOf(file: PdfFile, parent: Dict): Element[] {
  return kidsOf(file, parent).flatMap((kid) => {
    const child = kid instanceof Ref ? file.dict(kid) : undefined;
    return kid instanceof Ref && child?.has('S') ? [{ ref: kid, dict: child }] : [];
  });
}

/** Elements, numbers of marked content and references to annotations. */
function kidsOf(file: PdfFile, parent: Dict): readonly PdfObject[] {
  const kids = file.lookup(parent.get('K'));
  if (kids instanceof List) return kids.items;
  const own = parent.get('K');
  return own === undefined ? [] : [own];
}

function typeOf(dict: Dict): string {
  const type = dict.get('S');
  // None of the names that are asked for needs decoding, which costs more than all the rest.
  return type instanceof Name ? type.written : '';
}

/** The first head is of the first level, and none is more than one below the head before it (ISO 14289-1, 7.4.2). */
function mendHeads(elements: readonly Element[]): void {
  const above: number[] = [];
  for (const { dict } of elements) {
    const level = Number(/^H([1-6])$/.exec(typeOf(dict))?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    dict.set('S', `H${above.length}`);
  }
}

/**
 * Heads of tables have names, by which their cells say them. Chromium's count on through the life of a process; here they count
 * from 1, in the order in which they are come upon.
 */
function nameElements(file: PdfFile, root: Dict, elements: readonly Element[]): void {
  const names = new Map<string, Text>();
  const nameOf = ({ written }: Text) => {
    const known = names.get(written) ?? new Text(`node${String(names.size + 1).padStart(8, '0')}`);
    names.set(written, known);
    return known;
  };
  const named: [Text, Ref][] = [];
  for (const { ref, dict } of elements) {
    const was = dict.get('ID');
    if (was instanceof Text) {
      named.push([nameOf(was), ref]);
      dict.set('ID', nameOf(was));
    }
    for (const attributes of file.list(dict.get('A'))) {
      const heads = file.dict(attributes)?.get('Headers');
      if (!(heads instanceof List)) continue;
      const renamed = heads.items.map((head) => (head instanceof Text ? nameOf(head) : head));
      file.dict(attributes)?.set('Headers', new List(renamed));
    }
  }
  if (named.length === 0) return;
  removeTree(file, root.get('IDTree'));
  // One leaf (ISO 32000-1, 7.9.6).
  named.sort(([a], [b]) => (a.written < b.written ? -1 : 1));
  root.set('IDTree', file.add(dict({ Names: named.flat() })));
}

function removeTree(file: PdfFile, node: PdfObject | undefined): void {
  for (const kid of file.list(file.dict(node)?.get('Kids'))) removeTree(file, kid);
  if (node instanceof Ref) file.remove(node);
}

/** L holds LI only, and LI a label and a body (ISO 32000-1, 14.8.4.3.3). */
function mendList(file: PdfFile, list: Element): void {
  for (const item of childrenOf(file, list.dict)) {
    if (!['LI', 'L', 'Caption'].includes(typeOf(item.dict))) item.dict.set('S', 'LI');
    if (typeOf(item.dict) === 'LI') mendItem(file, item);
  }
}

function mendItem(file: PdfFile, item: Element): void {
  const kids = kidsOf(file, item.dict);
  const isPart = (kid: PdfObject) => {
    const part = file.dict(kid);
    return part !== undefined && ['Lbl', 'LBody'].includes(typeOf(part));
  };
  const rest = kids.filter((kid) => !isPart(kid));
  if (rest.length === 0) return;
  const ref = file.add(dict({ Type: 'StructElem', S: 'LBody', P: item.ref, K: rest, Pg: item.dict.get('Pg') }));
  for (const kid of rest) {
    const child = file.dict(kid);
    if (child?.has('S')) child.set('P', ref);
  }
  item.dict.set('K', [...kids.filter(isPart), ref]);
}

/** A figure around a picture and its caption: the picture is one already, and says what it shows. */
function mendFigure(file: PdfFile, figure: Element): void {
  const holds = childrenOf(file, figure.dict).some(({ dict }) => typeOf(dict) === 'Figure');
  if (holds) figure.dict.set('S', 'Sect');
  // Nothing says what it shows: it says nothing.
  else figure.dict.set('Alt', Hex.of(' '));
}

/** Every annotation of a link stands in an element Link and says its text (ISO 14289-1, 7.18.5). */
function mendLinks(file: PdfFile, elements: readonly Element[], texts: readonly string[]): void {
  const linked = elements
    .map((element) => ({ element, annotations: annotationsOf(file, element.dict) }))
    .filter(({ annotations }) => annotations.length > 0);
  // A link that has no box has no annotation; where their numbers differ, it is not known which text is whose.
  const isKnown = linked.length === texts.length;
  for (const [index, { element, annotations }] of linked.entries()) {
    element.dict.set('S', 'Link');
    const text = (isKnown ? texts[index]?.trim() : undefined) || undefined;
    for (const annotation of annotations) {
      annotation.set('Contents', Hex.of(text ?? targetOf(file, annotation)));
    }
  }
}

function annotationsOf(file: PdfFile, element: Dict): readonly Dict[] {
  return kidsOf(file, element).flatMap((kid) => {
    const child = file.dict(kid);
    const annotation = child?.get('Type') === Name.of('OBJR') ? file.dict(child.get('Obj')) : undefined;
    return annotation ? [annotation] : [];
  });
}

/** Where a link leads, for one whose text is not known. */
function targetOf(file: PdfFile, annotation: Dict): string {
  const action = file.dict(annotation.get('A'));
  const address = action?.get('URI') ?? annotation.get('Dest');
  return address instanceof Name ? address.bytes : (address?.toString().replace(/^\(|\)$/g, '') ?? 'Link');
}
