import { inflateSync } from 'node:zlib';
import {
  type Cursor,
  type Dict,
  Operator,
  operator,
  type PdfObject,
  Ref,
  readNext,
  readUntil,
  refOf,
  Stream,
  Unreadable,
} from './syntax.ts';

/** A PDF's objects, each read when it is first asked for. */
export interface PdfFile {
  readonly trailer: Dict;
  /** What a reference leads to; anything else is itself, and what is not there is null. */
  look(object: PdfObject | undefined): PdfObject;
}

/**
 * Opens a PDF by the table of its objects (ISO 32000-1, 7.5.4), which has to be right: no object is looked for elsewhere.
 * Throws Unreadable. Tables that are streams are not read: the finisher writes none (PDF/A would allow them).
 */
export function openFile(bytes: Uint8Array): PdfFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { places, trailer } = readTables(buffer);
  const known: (PdfObject | undefined)[] = [];
  const look = (object: PdfObject | undefined): PdfObject => {
    if (!(object instanceof Ref)) return object ?? null;
    const { number } = object;
    const found = known[number];
    if (found !== undefined) return found;
    const at = places.get(number);
    // A reference to what is not there means nothing (7.3.10); so does one that leads back to itself.
    known[number] = null;
    const read = at === undefined ? null : readObject({ bytes: buffer, at }, number, look);
    known[number] = read;
    return read;
  };
  return { trailer, look };
}

interface Tables {
  /** Where each object begins. */
  readonly places: ReadonlyMap<number, number>;
  readonly trailer: Dict;
}

/** The newest table and those before it, which a file has that was added to. */
function readTables(bytes: Buffer): Tables {
  const places = new Map<number, number>();
  const seen = new Set<number>();
  let newest: Dict | undefined;
  for (let at: PdfObject | undefined = startOf(bytes); at !== undefined; ) {
    if (typeof at !== 'number' || seen.has(at)) throw new Unreadable('its tables of objects lead nowhere');
    seen.add(at);
    const trailer = readTable({ bytes, at }, places);
    newest ??= trailer;
    at = trailer.get('Prev');
  }
  for (const [number, at] of places) {
    if (at > 0 && !beginsAt(bytes, at, number))
      throw new Unreadable(`its table of objects leads to byte ${at} for object ${number}, where none begins`);
  }
  return { places, trailer: newest ?? new Map() };
}

/** Does `12 0 obj` stand there? */
function beginsAt(bytes: Buffer, at: number, number: number): boolean {
  let place = at;
  let found = 0;
  for (let code = bytes[place] ?? 0; code >= 0x30 && code <= 0x39; code = bytes[place] ?? 0) {
    found = found * 10 + code - 0x30;
    place += 1;
  }
  return place > at && found === number && HEAD.every((code, i) => bytes[place + i] === code);
}

const HEAD = [...Buffer.from(' 0 obj')];

function startOf(bytes: Buffer): number {
  const at = bytes.lastIndexOf('startxref', undefined, 'latin1');
  if (at < 0) throw new Unreadable('it does not say where its objects stand; its end is missing');
  const start = readNext({ bytes, at: at + 9 });
  if (typeof start !== 'number') throw new Unreadable('it does not say where its table of objects stands');
  return start;
}

const [TRAILER, OBJECT, END, STREAM] = ['trailer', 'obj', 'endobj', 'stream'].map(operator) as [
  Operator,
  Operator,
  Operator,
  Operator,
];

function readTable(cursor: Cursor, places: Map<number, number>): Dict {
  const { bytes, at } = cursor;
  if (bytes.toString('latin1', at, at + 4) !== 'xref') throw new Unreadable(`no table of objects begins at byte ${at}`);
  cursor.at += 4;
  const rows = readRows(cursor);
  const trailer = readNext(cursor);
  if (!(trailer instanceof Map)) throw new Unreadable('its table of objects has no trailer');
  for (const [number, place] of rows) if (!places.has(number)) places.set(number, place);
  return trailer;
}

/** `0 67`, and then a row for each: `0000000016 00000 n`. */
function readRows(cursor: Cursor): ReadonlyMap<number, number> {
  const { bytes } = cursor;
  const rows = new Map<number, number>();
  for (let first = readNext(cursor); first !== TRAILER; first = readNext(cursor)) {
    const count = readNext(cursor);
    if (typeof first !== 'number' || typeof count !== 'number')
      throw new Unreadable('its table of objects is broken off');
    for (let n = 0; n < count; n += 1) {
      const place = readNext(cursor);
      readNext(cursor);
      const kind = readNext(cursor);
      if (typeof place !== 'number' || !(kind instanceof Operator))
        throw new Unreadable('its table of objects is broken off');
      if (place > bytes.length)
        throw new Unreadable(`its object ${first + n} should be at byte ${place}, behind its end`);
      if (kind.name === 'n') rows.set(first + n, place);
    }
  }
  return rows;
}

function readObject(cursor: Cursor, number: number, look: PdfFile['look']): PdfObject {
  try {
    readUntil(cursor, OBJECT);
    const objects: PdfObject[] = [];
    for (;;) {
      const next = readNext(cursor);
      if (next === END) return objects[0] ?? null;
      if (next === STREAM) return streamOf(cursor, objects[0] ?? null, look);
      if (next === undefined || (next instanceof Operator && next.name !== 'R')) throw new Unreadable('it has no end');
      objects.push(next instanceof Operator ? refOf(objects) : next);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`object ${number}: ${error.message}`);
    throw error;
  }
}

/** 7.3.8: the line ends behind the keyword, and the length has to be right. */
function streamOf(cursor: Cursor, dict: PdfObject, look: PdfFile['look']): Stream {
  const { bytes } = cursor;
  const start = cursor.at + (bytes[cursor.at] === 0x0d ? 2 : 1);
  const length = dict instanceof Map ? look(dict.get('Length')) : undefined;
  if (!(dict instanceof Map) || typeof length !== 'number')
    throw new Unreadable('a stream does not say how long it is');
  const end = start + length;
  if (!/^\s*endstream/.test(bytes.toString('latin1', end, end + 12)))
    throw new Unreadable(`its stream of ${length} bytes is longer or shorter than that`);
  return new Stream(dict, bytes.subarray(start, end));
}

/** What a stream holds. Throws Unreadable where it is broken off, or packed in a way that the finisher does not use. */
export function contentOf({ dict, bytes }: Stream, { look }: PdfFile): Buffer {
  const filters = look(dict.get('Filter'));
  const [filter, ...more] = Array.isArray(filters) ? filters.map(look) : [filters];
  if (filter === null || filter === undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (filter !== 'FlateDecode' || more.length > 0 || dict.has('DecodeParms'))
    throw new Unreadable(`a stream is packed by ${String(filter)} in a way that no PDF of Hexapla is`);
  try {
    return inflateSync(bytes);
  } catch {
    throw new Unreadable('a stream is broken off or spoilt');
  }
}

/** The dictionary that stands there, itself or a stream's; undefined where there is none. */
export function dictAt({ look }: PdfFile, object: PdfObject | undefined): Dict | undefined {
  const found = look(object);
  if (found instanceof Map) return found;
  return found instanceof Stream ? found.dict : undefined;
}

/** The things of an array; what stands alone is one, and what is not there is none. */
export function listAt({ look }: PdfFile, object: PdfObject | undefined): readonly PdfObject[] {
  const found = look(object);
  if (Array.isArray(found)) return found;
  return found === null ? [] : [object ?? null];
}
