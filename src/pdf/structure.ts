import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

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

/** Names of PDF that this file speaks of. */
const name = (text: string): PDFName => PDFName.of(text);
const [K, S, P, TYPE, ALT] = ['K', 'S', 'P', 'Type', 'Alt'].map(name) as [PDFName, PDFName, PDFName, PDFName, PDFName];
const OBJR = name('OBJR');

/** A structure element, with the reference by which others name it. */
interface Element {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
}

/**
 * Makes Chromium's structure tree what ISO 14289-1 wants of one: types of PDF 1.7, heads of which none skips a level,
 * lists of items with bodies, pictures with what they show, links as links with their text as description.
 * `links`: the text of each link of the document, in its order.
 */
export function mendStructure(context: PDFContext, root: PDFDict, links: readonly string[]): void {
  root.set(name('RoleMap'), context.obj(ROLES));
  const elements = [...elementsBelow(context, root)];
  for (const element of elements) {
    const type = typeOf(element.dict);
    if (type === 'L') mendList(context, element);
    // A word of another language: what groups nothing says nothing, its language neither.
    if (type === 'NonStruct' && element.dict.has(name('Lang'))) element.dict.set(S, name('Span'));
    if (type === 'Figure' && !element.dict.has(ALT)) mendFigure(context, element);
  }
  mendHeads(elements);
  mendLinks(context, elements, links);
}

/** In the order of the document, without recursion: trees may be deep. */
function* elementsBelow(context: PDFContext, root: PDFDict): Iterable<Element> {
  const open = childrenOf(context, root).reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    open.push(...childrenOf(context, next.dict).reverse());
  }
}

function childrenOf(context: PDFContext, parent: PDFDict): Element[] {
  return kidsOf(context, parent).flatMap((kid) => {
    const dict = kid instanceof PDFRef ? context.lookup(kid) : undefined;
    return kid instanceof PDFRef && dict instanceof PDFDict && dict.has(S) ? [{ ref: kid, dict }] : [];
  });
}

/** Elements, numbers of marked content and references to annotations. */
function kidsOf(context: PDFContext, parent: PDFDict): readonly PDFObject[] {
  const kids = context.lookup(parent.get(K));
  if (kids instanceof PDFArray) return kids.asArray();
  const own = parent.get(K);
  return own === undefined ? [] : [own];
}

function typeOf(dict: PDFDict): string {
  const type = dict.get(S);
  // None of the names that are asked for needs decoding, which costs more than all the rest.
  return type instanceof PDFName ? type.asString().slice(1) : '';
}

/** The first head is of the first level, and none is more than one below the head before it (ISO 14289-1, 7.4.2). */
function mendHeads(elements: readonly Element[]): void {
  const above: number[] = [];
  for (const { dict } of elements) {
    const level = Number(/^H([1-6])$/.exec(typeOf(dict))?.[1] ?? 0);
    if (level === 0) continue;
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    dict.set(S, name(`H${above.length}`));
  }
}

/** L holds LI only, and LI a label and a body (ISO 32000-1, 14.8.4.3.3). */
function mendList(context: PDFContext, list: Element): void {
  for (const item of childrenOf(context, list.dict)) {
    if (!['LI', 'L', 'Caption'].includes(typeOf(item.dict))) item.dict.set(S, name('LI'));
    if (typeOf(item.dict) === 'LI') mendItem(context, item);
  }
}

function mendItem(context: PDFContext, item: Element): void {
  const kids = kidsOf(context, item.dict);
  const isPart = (kid: PDFObject) => {
    const dict = context.lookup(kid);
    return dict instanceof PDFDict && ['Lbl', 'LBody'].includes(typeOf(dict));
  };
  const rest = kids.filter((kid) => !isPart(kid));
  if (rest.length === 0) return;
  const body = context.obj({ Type: 'StructElem', S: 'LBody', P: item.ref, K: rest });
  const page = item.dict.get(name('Pg'));
  if (page) body.set(name('Pg'), page);
  const ref = context.register(body);
  for (const kid of rest) {
    const dict = context.lookup(kid);
    if (dict instanceof PDFDict && dict.has(S)) dict.set(P, ref);
  }
  item.dict.set(K, context.obj([...kids.filter(isPart), ref]));
}

/** A figure around a picture and its caption: the picture is one already, and says what it shows. */
function mendFigure(context: PDFContext, figure: Element): void {
  const holds = childrenOf(context, figure.dict).some(({ dict }) => typeOf(dict) === 'Figure');
  if (holds) figure.dict.set(S, name('Sect'));
  // Nothing says what it shows: it says nothing.
  else figure.dict.set(ALT, PDFHexString.fromText(' '));
}

/** Every annotation of a link stands in an element Link and says its text (ISO 14289-1, 7.18.5). */
function mendLinks(context: PDFContext, elements: readonly Element[], texts: readonly string[]): void {
  const linked = elements
    .map((element) => ({ element, annotations: annotationsOf(context, element.dict) }))
    .filter(({ annotations }) => annotations.length > 0);
  // A link that has no box has no annotation; where their numbers differ, it is not known which text is whose.
  const isKnown = linked.length === texts.length;
  for (const [index, { element, annotations }] of linked.entries()) {
    element.dict.set(S, name('Link'));
    const text = (isKnown ? texts[index]?.trim() : undefined) || undefined;
    for (const annotation of annotations) {
      annotation.set(name('Contents'), PDFHexString.fromText(text ?? targetOf(annotation)));
    }
  }
}

function annotationsOf(context: PDFContext, element: PDFDict): readonly PDFDict[] {
  return kidsOf(context, element).flatMap((kid) => {
    const dict = context.lookup(kid);
    if (!(dict instanceof PDFDict) || dict.get(TYPE) !== OBJR) return [];
    const annotation = dict.lookup(name('Obj'));
    return annotation instanceof PDFDict ? [annotation] : [];
  });
}

/** Where a link leads, for one whose text is not known. */
function targetOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(name('A'), PDFDict);
  const address = action?.get(name('URI')) ?? annotation.get(name('Dest'));
  return address instanceof PDFName ? address.decodeText() : (address?.toString().replace(/^\(|\)$/g, '') ?? 'Link');
}
