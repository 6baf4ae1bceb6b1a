import { contentOf, dictAt, listAt, type PdfFile } from './file.ts';
import { Chars, type Dict, Operator, type PdfObject, readNext, Stream } from './syntax.ts';
import { utf16 } from './text.ts';

/** A typeface, as far as it says what its glyphs mean and how wide they are. */
export interface Font {
  readonly name: string;
  /** Is it in the file? */
  readonly isWithin: boolean;
  /** Are its glyphs drawings (Type 3)? */
  readonly isDrawn: boolean;
  /** Bytes of a code. */
  readonly size: 1 | 2;
  /** What a code says, by ToUnicode; undefined where the font says nothing of it. */
  text(code: number): string | undefined;
  /** How far a code moves on, in thousandths of the type's size. */
  width(code: number): number;
}

export function readFont(file: PdfFile, dict: Dict): Font {
  const { look } = file;
  const type = look(dict.get('Subtype'));
  const below = dictAt(file, listAt(file, dict.get('DescendantFonts'))[0]);
  const own = below ?? dict;
  const map = look(dict.get('ToUnicode'));
  const texts = map instanceof Stream ? readCharacters(contentOf(map, file)) : new Map<number, string>();
  const [widths, otherwise] = below
    ? [wideWidths(file, below), look(below.get('DW')) ?? 1000]
    : [plainWidths(file, dict), 0];
  const isDrawn = type === 'Type3';
  return {
    name: String(look(own.get('BaseFont')) ?? '?'),
    isWithin: isDrawn || isWithin(file, dictAt(file, own.get('FontDescriptor'))),
    isDrawn,
    size: type === 'Type0' ? 2 : 1,
    text: (code) => texts.get(code),
    width: (code) => widths.get(code) ?? (typeof otherwise === 'number' ? otherwise : 1000),
  };
}

/** ISO 32000-1, 9.9. */
function isWithin({ look }: PdfFile, descriptor: Dict | undefined): boolean {
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => {
    const program = look(descriptor?.get(key));
    return program instanceof Stream && program.bytes.length > 0;
  });
}

/** `[ 0 [ 600 260 ] 13 15 250 ]`: the widths from a code on, or one for all from a code to another (9.7.4.3). */
function wideWidths(file: PdfFile, font: Dict): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const parts = listAt(file, font.get('W'));
  for (let i = 0; i < parts.length; ) {
    const first = Number(parts[i]);
    const next = file.look(parts[i + 1]);
    if (Array.isArray(next)) {
      for (let n = 0; n < next.length; n += 1) widths.set(first + n, Number(next[n]));
      i += 2;
    } else {
      const width = Number(parts[i + 2]);
      for (let code = first; code <= Math.min(Number(next), 0xffff); code += 1) widths.set(code, width);
      i += 3;
    }
  }
  return widths;
}

/** Of a font whose codes are of one byte; those of a Type 3 font are in its own measure (9.2.4). */
function plainWidths(file: PdfFile, font: Dict): ReadonlyMap<number, number> {
  const first = Number(file.look(font.get('FirstChar')) ?? 0);
  const scale = Number(listAt(file, font.get('FontMatrix'))[0] ?? 0.001) * 1000;
  return new Map(listAt(file, font.get('Widths')).map((width, n) => [first + n, Number(width) * scale]));
}

/** A map of codes to characters (9.10.3): `<0001> <0020>`, and ranges, in the syntax of operands and operators. */
function readCharacters(bytes: Buffer): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const cursor = { bytes, at: 0 };
  let operands: PdfObject[] = [];
  for (let next = readNext(cursor); next !== undefined; next = readNext(cursor)) {
    if (!(next instanceof Operator)) {
      operands.push(next);
      continue;
    }
    if (next.name === 'endbfchar') readPairs(operands, texts);
    if (next.name === 'endbfrange') readRanges(operands, texts);
    operands = [];
  }
  return texts;
}

function readPairs(operands: readonly PdfObject[], texts: Map<number, string>): void {
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const text = operands[i + 1];
    if (text instanceof Chars) texts.set(codeOf(operands[i]), utf16(text.bytes));
  }
}

function readRanges(operands: readonly PdfObject[], texts: Map<number, string>): void {
  for (let i = 0; i + 2 < operands.length; i += 3) {
    const [from, to, target] = [codeOf(operands[i]), codeOf(operands[i + 1]), operands[i + 2]];
    for (let code = from; code <= Math.min(to, 0xffff); code += 1) {
      const one = Array.isArray(target) ? target[code - from] : target;
      if (!(one instanceof Chars)) continue;
      const text = utf16(one.bytes);
      texts.set(code, Array.isArray(target) ? text : further(text, code - from));
    }
  }
}

/** The last unit counts on. */
function further(text: string, by: number): string {
  if (by === 0) return text;
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by);
}

function codeOf(object: PdfObject | undefined): number {
  let code = 0;
  if (object instanceof Chars)
    for (let i = 0; i < object.bytes.length; i += 1) code = code * 256 + object.bytes.charCodeAt(i);
  return code;
}
