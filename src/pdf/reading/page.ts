import { contentOf, dictAt, listAt, type PdfFile } from './file.ts';
import { type Font, readFont } from './font.ts';
import type { Fragment } from './fragment.ts';
import { Pen } from './pen.ts';
import { type Box, type Matrix, NOTHING, UNCHANGED, within } from './space.ts';
import { Chars, type Dict, Operator, operator, type PdfObject, Ref, readNext, Stream, Unreadable } from './syntax.ts';
import { textOf } from './text.ts';

/** What a page says. */
export interface Said {
  /** By the number of the marked content. */
  readonly marked: ReadonlyMap<number, readonly Fragment[]>;
  /** Signs that are seen without a glyph. */
  readonly missing: number;
}

/** Fonts of a file by the number of their object, each read once. */
export type Fonts = Map<number, Font>;

/** The content of a page, drawn without a picture. */
export function readPage(file: PdfFile, fonts: Fonts, page: Dict): Said {
  const pen = new Pen(boxOf(file, page));
  const streams = listAt(file, page.get('Contents')).map(file.look);
  const parts = streams.flatMap((part) => (part instanceof Stream ? [contentOf(part, file), LINE_END] : []));
  const resources = dictAt(file, page.get('Resources')) ?? NO_RESOURCES;
  draw(Buffer.concat(parts), { file, fonts, pen, resources, depth: 0 });
  return pen;
}

const LINE_END = Buffer.from('\n');
const NO_RESOURCES: Dict = new Map();

/** What the page's boxes have in common (ISO 32000-1, 14.11.2). */
function boxOf(file: PdfFile, page: Dict): Box {
  const boxes = ['MediaBox', 'CropBox'].flatMap((name) => {
    const box = boxAt(file, page.get(name));
    return box ? [box] : [];
  });
  const [first = NOTHING, second = first] = boxes;
  return within(first, second);
}

function boxAt(file: PdfFile, object: PdfObject | undefined): Box | undefined {
  const [left, bottom, right, top] = listAt(file, object).map((side) => Number(file.look(side)));
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
  return [Math.min(left, right), Math.min(bottom, top), Math.max(left, right), Math.max(bottom, top)];
}

/** Whose content is being drawn. */
interface Drawing {
  readonly file: PdfFile;
  readonly fonts: Fonts;
  readonly pen: Pen;
  readonly resources: Dict;
  /** Forms within forms. */
  readonly depth: number;
}

function draw(bytes: Buffer, drawing: Drawing): void {
  const cursor = { bytes, at: 0 };
  const operands: PdfObject[] = [];
  let count = 0;
  for (let next = readNext(cursor); next !== undefined; next = readNext(cursor)) {
    if (!(next instanceof Operator)) {
      operands[count] = next;
      count += 1;
      continue;
    }
    OPERATIONS[next.number]?.(drawing, operands, count);
    if (next === IMAGE_DATA) cursor.at = endOfImage(bytes, cursor.at);
    // A page has some ten thousand of them: to shorten the array each time would take longer.
    while (count > 0) {
      count -= 1;
      operands[count] = null;
    }
  }
}

/** The bytes of an image that stands in the content are no operators (8.9.7). */
function endOfImage(bytes: Buffer, from: number): number {
  const end = /\sEI(?=\s)/.exec(bytes.toString('latin1', from, bytes.length));
  return end ? from + end.index : bytes.length;
}

const IMAGE_DATA = operator('ID');

/** Its operands are the first so many of these; what stands behind is nothing. */
type Operation = (drawing: Drawing, operands: readonly PdfObject[], count: number) => void;

const number = (operands: readonly PdfObject[], n = 0): number => {
  const operand = operands[n];
  return typeof operand === 'number' ? operand : 0;
};

const matrix = (operands: readonly PdfObject[]): Matrix => [
  number(operands, 0),
  number(operands, 1),
  number(operands, 2),
  number(operands, 3),
  number(operands, 4),
  number(operands, 5),
];

const line: Operation = ({ pen }, operands) => pen.to(number(operands), number(operands, 1));
const curve: Operation = ({ pen }, operands, count) => {
  for (let i = 0; i + 1 < count; i += 2) pen.to(number(operands, i), number(operands, i + 1));
};
const paint: Operation = ({ pen }) => pen.endPath();
const nextLine: Operation = ({ pen }) => pen.move(0, -pen.state.leading);
const show: Operation = ({ pen }, operands, count) => {
  const text = operands[count - 1];
  if (text instanceof Chars) pen.show(text.bytes);
};

/** What the operators do that text and its place depend on (Annex A); colours and lines do nothing here. */
const NAMED: Readonly<Record<string, Operation>> = {
  q: ({ pen }) => pen.save(),
  Q: ({ pen }) => pen.restore(),
  cm: ({ pen }, operands) => pen.transform(matrix(operands)),
  m: line,
  l: line,
  c: curve,
  v: curve,
  y: curve,
  re({ pen }, operands) {
    const [x, y] = [number(operands), number(operands, 1)];
    const [right, top] = [x + number(operands, 2), y + number(operands, 3)];
    pen.to(x, y);
    pen.to(right, y);
    pen.to(x, top);
    pen.to(right, top);
  },
  W: ({ pen }) => pen.clip(),
  'W*': ({ pen }) => pen.clip(),
  ...Object.fromEntries(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'].map((name) => [name, paint])),
  BT: ({ pen }) => pen.beginText(),
  Tm: ({ pen }, operands) => pen.setPlace(matrix(operands)),
  Td: ({ pen }, operands) => pen.move(number(operands), number(operands, 1)),
  TD({ pen }, operands) {
    pen.state.leading = -number(operands, 1);
    pen.move(number(operands), number(operands, 1));
  },
  'T*': nextLine,
  Tf(drawing, operands) {
    drawing.pen.state.font = fontNamed(drawing, operands[0]);
    drawing.pen.state.size = number(operands, 1);
  },
  Tc({ pen }, operands) {
    pen.state.spacing = number(operands);
  },
  Tw({ pen }, operands) {
    pen.state.wordSpacing = number(operands);
  },
  Tz({ pen }, operands) {
    pen.state.stretch = number(operands) / 100;
  },
  TL({ pen }, operands) {
    pen.state.leading = number(operands);
  },
  Ts({ pen }, operands) {
    pen.state.rise = number(operands);
  },
  Tr({ pen }, operands) {
    pen.state.mode = number(operands);
  },
  Tj: show,
  TJ({ pen }, operands) {
    const [row] = operands;
    for (const part of Array.isArray(row) ? row : []) {
      if (part instanceof Chars) pen.show(part.bytes);
      else pen.back(Number(part));
    }
  },
  "'"(drawing, ...operands) {
    nextLine(drawing, ...operands);
    show(drawing, ...operands);
  },
  '"'(drawing, operands, count) {
    drawing.pen.state.wordSpacing = number(operands);
    drawing.pen.state.spacing = number(operands, 1);
    nextLine(drawing, operands, count);
    show(drawing, operands, count);
  },
  BMC: ({ pen }, operands) => pen.begin(operands[0] === 'ReversedChars' ? { isReversed: true } : markOf(operands[0])),
  BDC: (drawing, operands) => drawing.pen.begin(markOf(operands[0], propertiesOf(drawing, operands[1]))),
  EMC: ({ pen }) => pen.end(),
  Do: drawForm,
};

/** By the numbers of their operators. */
const OPERATIONS: (Operation | undefined)[] = [];
for (const [name, operation] of Object.entries(NAMED)) OPERATIONS[operator(name).number] = operation;

/** A mark without a number of its own says something of what is around it, but for an artifact (14.8.2.2). */
function markOf(tag: PdfObject | undefined, properties: Dict = NO_RESOURCES) {
  const [id, actual] = [properties.get('MCID'), textOf(properties.get('ActualText'))];
  const own = typeof id === 'number' ? { id } : tag === 'Artifact' ? { id: -1 } : {};
  return { ...own, ...(actual !== undefined && { actual }) };
}

function propertiesOf({ file, resources }: Drawing, operand: PdfObject | undefined): Dict | undefined {
  if (operand instanceof Map) return operand;
  return typeof operand === 'string'
    ? dictAt(file, dictAt(file, resources.get('Properties'))?.get(operand))
    : undefined;
}

function fontNamed({ file, fonts, resources }: Drawing, name: PdfObject | undefined): Font | undefined {
  const object = dictAt(file, resources.get('Font'))?.get(String(name));
  const dict = dictAt(file, object);
  if (!dict) throw new Unreadable(`a page names a font ${String(name)} that it does not have`);
  if (!(object instanceof Ref)) return readFont(file, dict);
  const font = fonts.get(object.number) ?? readFont(file, dict);
  fonts.set(object.number, font);
  return font;
}

/** A form draws as if its content stood there (8.10). */
function drawForm(drawing: Drawing, [name]: readonly PdfObject[]): void {
  const { file, pen, resources, depth } = drawing;
  const form = file.look(dictAt(file, resources.get('XObject'))?.get(String(name)));
  if (!(form instanceof Stream) || form.dict.get('Subtype') !== 'Form') return;
  if (depth > DEEPEST) throw new Unreadable('its forms draw each other without end');
  pen.save();
  const moved = listAt(file, form.dict.get('Matrix'));
  pen.transform(moved.length === 6 ? matrix(moved) : UNCHANGED);
  const box = boxAt(file, form.dict.get('BBox'));
  if (box) clipTo(pen, box);
  draw(contentOf(form, file), {
    ...drawing,
    resources: dictAt(file, form.dict.get('Resources')) ?? resources,
    depth: depth + 1,
  });
  pen.restore();
}

const DEEPEST = 20;

function clipTo(pen: Pen, [left, bottom, right, top]: Box): void {
  pen.to(left, bottom);
  pen.to(right, bottom);
  pen.to(left, top);
  pen.to(right, top);
  pen.clip();
  pen.endPath();
}
