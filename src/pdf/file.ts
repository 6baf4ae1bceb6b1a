import { Dict, Hex, List, Name, type Owner, type PdfObject, Ref, Stream, Text, Token } from './objects.ts';

/** An object of a file, where it stands there, and what it is once somebody has asked. */
interface Entry extends Owner {
  readonly start: number;
  readonly end: number;
  object?: PdfObject;
}

/**
 * A PDF that Chromium has written, to be changed: a table of plain objects (ISO 32000-1, 7.5.4), no more. Objects are read
 * when they are asked for, and those that nobody changes are written as they were, byte for byte.
 */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #entries = new Map<number, Entry>();
  readonly trailer: Dict;
  /** Where the first object begins. */
  readonly #head: number;
  #size: number;

  /** Throws RangeError for a file of another make. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = this.#bytes.toString('latin1');
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text)?.[1] ?? Number.NaN);
    const head = /^xref\s+0 (\d+)\s+/.exec(this.#text.slice(table, table + 40));
    if (!head) throw new RangeError('this PDF has no plain table of objects');
    const first = table + head[0].length;
    const starts: (readonly [number, number])[] = [];
    for (let number = 0; number < Number(head[1]); number += 1) {
      const line = this.#text.slice(first + number * LINE, first + (number + 1) * LINE);
      if (line[17] === 'n') starts.push([number, Number(line.slice(0, 10))]);
    }
    this.#size = Number(head[1]);
    starts.sort(([, a], [, b]) => a - b);
    this.#head = starts[0]?.[1] ?? table;
    for (const [i, [number, start]] of starts.entries()) {
      this.#entries.set(number, { start, end: starts[i + 1]?.[1] ?? table, changed: false });
    }
    const trailer = new Reader(this.#text, this.#text.indexOf('trailer', first) + 'trailer'.length).read();
    if (!(trailer instanceof Dict)) throw new RangeError('this PDF has no trailer');
    this.trailer = trailer;
  }

  /** One that nothing stands in yet. */
  static empty(): PdfFile {
    // The second line says to who transfers it that it is no text (7.5.2).
    const head = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
    const tail = `trailer\n<</Size 1>>\nstartxref\n${head.length}\n%%EOF\n`;
    return new PdfFile(Buffer.from(`${head}${table([], 1)}${tail}`, 'latin1'));
  }

  /** The catalog of the document. */
  get catalog(): Dict {
    return this.dict(this.trailer.get('Root')) ?? new Dict();
  }

  /** The pages in their order, through the tree that Skia makes of many. */
  get pages(): readonly Dict[] {
    const leaves = (node: PdfObject | undefined): Dict[] => {
      const found = this.dict(node);
      if (!found) return [];
      return found.has('Kids') ? this.list(found.get('Kids')).flatMap(leaves) : [found];
    };
    return leaves(this.catalog.get('Pages'));
  }

  /** What it refers to, or itself. */
  lookup(object: PdfObject | undefined): PdfObject | undefined {
    if (!(object instanceof Ref)) return object;
    const entry = this.#entries.get(object.number);
    if (!entry) return undefined;
    entry.object ??= this.#read(entry);
    return entry.object;
  }

  dict(object: PdfObject | undefined): Dict | undefined {
    const found = this.lookup(object);
    return found instanceof Dict ? found : undefined;
  }

  /** Its items; itself where it is none, nothing where there is none. */
  list(object: PdfObject | undefined): readonly PdfObject[] {
    const found = this.lookup(object);
    if (found instanceof List) return found.items;
    return object === undefined ? [] : [object];
  }

  add(object: PdfObject): Ref {
    const ref = new Ref(this.#size);
    this.#size += 1;
    this.put(ref, object);
    return ref;
  }

  put({ number }: Ref, object: PdfObject): void {
    this.#entries.set(number, { start: 0, end: 0, changed: true, object });
  }

  remove({ number }: Ref): void {
    this.#entries.delete(number);
  }

  write(): Buffer {
    const parts: Uint8Array[] = [this.#bytes.subarray(0, this.#head)];
    let at = this.#head;
    const size = this.#size;
    const offsets: (number | undefined)[] = [];
    for (let number = 1; number < size; number += 1) {
      const entry = this.#entries.get(number);
      offsets[number] = entry && at;
      for (const part of entry ? this.#written(number, entry) : []) {
        parts.push(part);
        at += part.length;
      }
    }
    this.trailer.set('Size', new Token(String(size)));
    parts.push(Buffer.from(`${table(offsets, size)}trailer\n${this.trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'));
    return Buffer.concat(parts);
  }

  #written(number: number, { start, end, changed, object }: Entry): readonly Uint8Array[] {
    if (!changed || !object) return [this.#bytes.subarray(start, end)];
    if (!(object instanceof Stream)) return [Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, 'latin1')];
    object.dict.set('Length', new Token(String(object.contents.length)));
    const head = Buffer.from(`${number} 0 obj\n${object.dict}\nstream\n`, 'latin1');
    return [head, object.contents, Buffer.from('\nendstream\nendobj\n', 'latin1')];
  }

  #read(entry: Entry): PdfObject {
    const reader = new Reader(this.#text, this.#text.indexOf('obj', entry.start) + 'obj'.length, entry);
    const object = reader.read();
    if (!(object instanceof Dict)) return object;
    const start = /^\s*stream\r?\n/.exec(this.#text.slice(reader.at, reader.at + 20));
    const length = this.lookup(object.get('Length'));
    if (!start || !(length instanceof Token)) return object;
    const from = reader.at + start[0].length;
    return new Stream(object, this.#bytes.subarray(from, from + Number(length.written)));
  }
}

/** In bytes: of the table, with its end. */
const LINE = 20;

/** Free numbers are a chain that begins with 0 (7.5.4). */
function table(offsets: readonly (number | undefined)[], size: number): string {
  const lines: string[] = [];
  let free = 0;
  for (let number = size - 1; number >= 0; number -= 1) {
    const offset = offsets[number];
    lines.push(
      offset === undefined
        ? `${String(free).padStart(10, '0')} ${number === 0 ? '65535' : '00001'} f \n`
        : `${String(offset).padStart(10, '0')} 00000 n \n`,
    );
    if (offset === undefined) free = number;
  }
  return `xref\n0 ${size}\n${lines.reverse().join('')}`;
}

/** Reads objects one after the other (ISO 32000-1, 7.2 and 7.3). What is read is told to belong to `owner`. */
class Reader {
  readonly #text: string;
  readonly #owner: Owner | undefined;
  at: number;

  constructor(text: string, at: number, owner?: Owner) {
    this.#text = text;
    this.#owner = owner;
    this.at = at;
  }

  read(): PdfObject {
    this.#skip();
    const sign = this.#text[this.at];
    if (sign === '/') return Name.of(this.#match(NAME).slice(1));
    if (sign === '[') return new List(this.#until(']'));
    if (sign === '(') return new Text(this.#literal());
    if (sign === '<') {
      if (this.#text[this.at + 1] !== '<') return new Hex(this.#match(HEX).slice(1, -1));
      return this.#dict();
    }
    REFERENCE.lastIndex = this.at;
    const reference = REFERENCE.exec(this.#text);
    if (!reference) return new Token(this.#match(REGULAR));
    this.at = REFERENCE.lastIndex;
    return new Ref(Number(reference[1]));
  }

  #dict(): Dict {
    this.at += 1;
    const items = this.#until('>');
    this.at += 1;
    const entries: (readonly [string, PdfObject])[] = [];
    for (let i = 0; i + 1 < items.length; i += 2) {
      const [key, value] = [items[i], items[i + 1]];
      if (key instanceof Name && value) entries.push([key.written, value]);
    }
    return new Dict(entries, this.#owner);
  }

  /** All up to that sign, and past it. */
  #until(end: string): PdfObject[] {
    this.at += 1;
    const items: PdfObject[] = [];
    for (this.#skip(); this.#text[this.at] !== end; this.#skip()) items.push(this.read());
    this.at += 1;
    return items;
  }

  #skip(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.#text);
    this.at = SPACE.lastIndex;
  }

  #match(what: RegExp): string {
    what.lastIndex = this.at;
    const [found] = what.exec(this.#text) ?? [];
    if (!found) throw new RangeError(`this PDF has at ${this.at} what is no object`);
    this.at = what.lastIndex;
    return found;
  }

  /** Parentheses nest, and a backslash escapes one (7.3.4.2). */
  #literal(): string {
    const start = this.at + 1;
    for (let depth = 0; this.at < this.#text.length; this.at += 1) {
      const sign = this.#text[this.at];
      if (sign === '\\') this.at += 1;
      else if (sign === '(') depth += 1;
      else if (sign === ')') depth -= 1;
      if (depth > 0) continue;
      this.at += 1;
      break;
    }
    return this.#text.slice(start, this.at - 1);
  }
}

const SPACE = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const NAME = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEX = /<[\dA-Fa-f\s]*>/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const REFERENCE = /(\d+) 0 R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
