/**
 * The objects that a PDF is written in (ISO 32000-1, 7.2 and 7.3), and the operators between them. Names are strings,
 * dictionaries maps. Written apart from what finishes PDFs, since nobody proves a text by the eyes that wrote it.
 */
export type PdfObject = null | boolean | number | string | Chars | Ref | Stream | Dict | readonly PdfObject[];
export type Dict = ReadonlyMap<string, PdfObject>;

/** A PDF's string: a character for each byte. */
export class Chars {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}

/** Leads to an object, by its number. */
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** Bytes with a dictionary that describes them; `bytes` as they are in the file. */
export class Stream {
  readonly dict: Dict;
  readonly bytes: Uint8Array;
  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict;
    this.bytes = bytes;
  }
}

/** What is no object: the name of an operator, or the end of an array or a dictionary. */
export class Operator {
  static #count = 0;
  readonly name: string;
  /** From 0, in the order in which they are come upon. */
  readonly number: number;
  constructor(name: string) {
    this.name = name;
    this.number = Operator.#count;
    Operator.#count += 1;
  }
}

/** A file that is no PDF, or not whole. The message says what of it cannot be read. */
export class Unreadable extends Error {}

/** A place in bytes that moves on as they are read. */
export interface Cursor {
  readonly bytes: Buffer;
  at: number;
}

/** Objects up to the operator of that name, which is read too. */
export function readUntil(cursor: Cursor, end: Operator): PdfObject[] {
  const objects: PdfObject[] = [];
  for (;;) {
    const next = readNext(cursor);
    if (next === end) return objects;
    if (next === undefined) throw new Unreadable(`it ends where “${end.name}” was expected`);
    if (!(next instanceof Operator)) objects.push(next);
    else if (next === REFERENCE) objects.push(refOf(objects));
    else throw new Unreadable(`“${next.name}” stands at byte ${cursor.at} where “${end.name}” was expected`);
  }
}

/** `12 0 R`: the two numbers before have been read already. */
export function refOf(objects: PdfObject[]): Ref {
  const [number, generation] = objects.splice(-2);
  if (typeof number !== 'number' || typeof generation !== 'number') throw new Unreadable('a reference has no number');
  return new Ref(number);
}

/** The next object or operator; undefined at the end. */
export function readNext(cursor: Cursor): PdfObject | Operator | undefined {
  const { bytes } = cursor;
  let code = bytes[cursor.at];
  while (code !== undefined && CLASS[code] === SPACE) {
    cursor.at += 1;
    code = bytes[cursor.at];
  }
  if (code === undefined) return undefined;
  const kind = CLASS[code];
  if (kind === NUMERIC) return readNumber(cursor);
  if (kind === REGULAR) return operatorOf(cursor);
  return readDelimited(cursor, code);
}

function readDelimited(cursor: Cursor, code: number): PdfObject | Operator | undefined {
  const { bytes } = cursor;
  switch (code) {
    case SLASH:
      return readName(cursor);
    case LESS:
      if (bytes[cursor.at + 1] !== LESS) return readHex(cursor);
      cursor.at += 2;
      return dictOf(readUntil(cursor, DICT_END));
    case PARENTHESIS:
      return readString(cursor);
    case BRACKET:
      cursor.at += 1;
      return readUntil(cursor, ARRAY_END);
    case PERCENT:
      while (cursor.at < bytes.length && bytes[cursor.at] !== 0x0a && bytes[cursor.at] !== 0x0d) cursor.at += 1;
      return readNext(cursor);
    case GREATER:
      cursor.at += bytes[cursor.at + 1] === GREATER ? 2 : 1;
      return DICT_END;
    default:
      cursor.at += 1;
      return code === 0x5d ? ARRAY_END : operator(String.fromCharCode(code));
  }
}

function dictOf(objects: readonly PdfObject[]): Dict {
  const dict = new Map<string, PdfObject>();
  for (let i = 0; i < objects.length; i += 2) {
    const key = objects[i];
    if (typeof key !== 'string') throw new Unreadable('a dictionary has a key that is no name');
    dict.set(key, objects[i + 1] ?? null);
  }
  return dict;
}

function readNumber(cursor: Cursor): number {
  const { bytes } = cursor;
  let { at } = cursor;
  const sign = bytes[at] === 0x2d ? -1 : 1;
  if (bytes[at] === 0x2d || bytes[at] === 0x2b) at += 1;
  let value = 0;
  let places = 0;
  for (; ; at += 1) {
    const code = bytes[at] ?? 0;
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      places *= 10;
    } else if (code === 0x2e && places === 0) places = 1;
    else break;
  }
  cursor.at = at;
  return places > 1 ? (sign * value) / places : sign * value;
}

function readName(cursor: Cursor): string {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  const end = endOfRegular(bytes, start);
  cursor.at = end;
  const name = bytes.toString('latin1', start, end);
  return name.includes('#')
    ? name.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : name;
}

function endOfRegular(bytes: Buffer, from: number): number {
  let end = from;
  while (end < bytes.length && (CLASS[bytes[end] ?? 0] ?? 0) <= NUMERIC) end += 1;
  return end;
}

function readHex(cursor: Cursor): Chars {
  const { bytes } = cursor;
  const [first, start] = [cursor.at + 1, cursor.at + 5];
  if (bytes[start] === GREATER) {
    // What is no digit is less than nothing, and so is all that it is part of.
    const code =
      (hexAt(bytes, first) << 12) |
      (hexAt(bytes, first + 1) << 8) |
      (hexAt(bytes, first + 2) << 4) |
      hexAt(bytes, first + 3);
    if (code >= 0) {
      cursor.at = start + 1;
      return glyph(code);
    }
  }
  return readLongHex(cursor);
}

function hexAt(bytes: Buffer, at: number): number {
  return HEX[bytes[at] ?? 0] ?? -1;
}

/** A string of two bytes, as most are that show a glyph: the same one for the same bytes. */
function glyph(code: number): Chars {
  const known = glyphs[code];
  if (known) return known;
  const made = new Chars(String.fromCharCode(code >> 8, code & 0xff));
  glyphs[code] = made;
  return made;
}

const glyphs: (Chars | undefined)[] = [];

function readLongHex(cursor: Cursor): Chars {
  const { bytes } = cursor;
  let at = cursor.at + 1;
  let text = '';
  let high = -1;
  for (; ; at += 1) {
    const code = bytes[at];
    if (code === GREATER) break;
    if (code === undefined) throw new Unreadable('it ends within a string');
    const digit = HEX[code] ?? -1;
    if (digit < 0) continue;
    if (high < 0) high = digit;
    else {
      text += String.fromCharCode(high * 16 + digit);
      high = -1;
    }
  }
  cursor.at = at + 1;
  return new Chars(high < 0 ? text : text + String.fromCharCode(high * 16));
}

/** Parentheses nest, and a backslash escapes (7.3.4.2). */
function readString(cursor: Cursor): Chars {
  const { bytes } = cursor;
  const start = cursor.at + 1;
  let depth = 1;
  let at = start;
  for (; depth > 0; at += 1) {
    const code = bytes[at];
    if (code === undefined) throw new Unreadable('it ends within a string');
    if (code === 0x5c) at += 1;
    else if (code === PARENTHESIS) depth += 1;
    else if (code === 0x29) depth -= 1;
  }
  cursor.at = at;
  const text = bytes.toString('latin1', start, at - 1);
  return new Chars(/[\\\r]/.test(text) ? text.replace(ESCAPE, unescaped) : text);
}

const ESCAPE = /\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]))|\r\n?/g;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(_: string, octal?: string, eol?: string, sign?: string): string {
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  if (eol !== undefined) return '';
  return sign === undefined ? '\n' : (ESCAPED[sign] ?? sign);
}

/** An operator, or one of the three objects that look like one. Those of up to three bytes are known by them. */
function operatorOf(cursor: Cursor): Operator | boolean | null {
  const { bytes, at } = cursor;
  const end = endOfRegular(bytes, at);
  cursor.at = end;
  if (end - at <= 3) {
    const key =
      ((bytes[at] ?? 0) << 16) |
      ((end - at > 1 ? (bytes[at + 1] ?? 0) : 0) << 8) |
      (end - at > 2 ? (bytes[at + 2] ?? 0) : 0);
    const known = short.get(key);
    if (known) return known;
    const made = operator(bytes.toString('latin1', at, end));
    short.set(key, made);
    return made;
  }
  const name = bytes.toString('latin1', at, end);
  if (name === 'true' || name === 'false') return name === 'true';
  return name === 'null' ? null : operator(name);
}

const short = new Map<number, Operator>();
const operators = new Map<string, Operator>();

/** The operator of that name: always the same one. */
export function operator(name: string): Operator {
  const known = operators.get(name) ?? new Operator(name);
  // What is no PDF has words without end.
  if (operators.size < 1000) operators.set(name, known);
  return known;
}

const [ARRAY_END, DICT_END, REFERENCE] = [operator(']'), operator('>>'), operator('R')];

const [SLASH, LESS, GREATER, PARENTHESIS, BRACKET, PERCENT] = [0x2f, 0x3c, 0x3e, 0x28, 0x5b, 0x25];

/** Classes of bytes (7.2.2); what may begin a number is regular too. */
const [REGULAR, NUMERIC, SPACE, DELIMITER] = [0, 1, 2, 3];
const CLASS = new Uint8Array(256).fill(REGULAR);
for (const code of Buffer.from('0123456789+-.')) CLASS[code] = NUMERIC;
for (const code of Buffer.from('\0\t\n\f\r ')) CLASS[code] = SPACE;
for (const code of Buffer.from('()<>[]{}/%')) CLASS[code] = DELIMITER;

const HEX = new Int8Array(256).fill(-1);
for (const [digit, code] of Buffer.from('0123456789abcdef').entries()) HEX[code] = digit;
for (const [digit, code] of Buffer.from('0123456789ABCDEF').entries()) HEX[code] = digit;
