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
    this.#size = Number(head[1]);
    const starts: number[] = [];
    const numbers: number[] = [];
    for (let number = 0; number < this.#size; number += 1) {
      const line = first + number * LINE;
      if (this.#bytes[line + 17] !== IN_USE) continue;
      starts[number] = Number(this.#text.slice(line, line + 10));
      numbers.push(number);
    }
    const startOf = (number: number | undefined) => (number === undefined ? table : (starts[number] ?? table));
    numbers.sort((a, b) => startOf(a) - startOf(b));
    this.#head = startOf(numbers[0]);
    for (let i = 0; i < numbers.length; i += 1) {
      const number = numbers[i] ?? 0;
      this.#entries.set(number, { start: startOf(number), end: startOf(numbers[i + 1]), changed: false });
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
    const file = new Writing();
    file.bytes(this.#bytes.subarray(0, this.#head));
    const size = this.#size;
    const offsets: (number | undefined)[] = [];
    for (let number = 1; number < size; number += 1) {
      const entry = this.#entries.get(number);
      if (!entry) continue;
      offsets[number] = file.length;
      this.#write(file, number, entry);
    }
    this.trailer.set('Size', size);
    const at = file.length;
    file.text(`${table(offsets, size)}trailer\n${this.trailer}\nstartxref\n${at}\n%%EOF\n`);
    return file.whole();
  }

  #write(file: Writing, number: number, { start, end, changed, object }: Entry): void {
    if (!changed || !object) {
      file.bytes(this.#bytes.subarray(start, end));
      return;
    }
    const isStream = object instanceof Stream;
    if (isStream) object.dict.set('Length', object.contents.length);
    file.text(`${number} 0 obj\n${isStream ? object.dict : object}\n`);
    if (isStream) {
      file.text('stream\n');
      file.bytes(object.contents);
      file.text('\nendstream\n');
    }
    file.text('endobj\n');
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

/** What is written of a file: what is text, a character for each byte, is put into bytes in one go where bytes follow. */
class Writing {
  readonly #parts: Uint8Array[] = [];
  #text = '';
  length = 0;

  text(text: string): void {
    this.#text += text;
    this.length += text.length;
  }

  bytes(bytes: Uint8Array): void {
    if (this.#text !== '') this.#parts.push(Buffer.from(this.#text, 'latin1'));
    this.#text = '';
    this.#parts.push(bytes);
    this.length += bytes.length;
  }

  whole(): Buffer {
    return Buffer.concat([...this.#parts, Buffer.from(this.#text, 'latin1')], this.length);
  }
}

/** In bytes: of the table, with its end. */
const LINE = 20;
/** `n`: the number is one of an object. */
const IN_USE = 0x6e;

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
    const { at } = this;
    switch (this.#text.charCodeAt(at)) {
      case SLASH:
        return Name.of(this.#regular(at + 1));
      case BRACKET:
        return new List(this.#until(BRACKET_END));
      case PARENTHESIS:
        return new Text(this.#literal());
      case LESS:
        if (this.#text.charCodeAt(at + 1) === LESS) return this.#dict();
        this.at = this.#text.indexOf('>', at) + 1;
        return new Hex(this.#text.slice(at + 1, this.at - 1));
      default:
        return this.#word();
    }
  }

  /** A number, a truth or null; or a reference, which begins with a number. */
  #word(): PdfObject {
    const written = this.#regular(this.at);
    if (!this.#text.startsWith(REFERENCE, this.at) || !isEnd(this.#text.charCodeAt(this.at + REFERENCE.length)))
      return new Token(written);
    this.at += REFERENCE.length;
    return new Ref(Number(written));
  }

  #dict(): Dict {
    this.at += 1;
    const items = this.#until(GREATER);
    this.at += 1;
    return new Dict(items, this.#owner);
  }

  #until(end: number): PdfObject[] {
    const items: PdfObject[] = [];
    this.at += 1;
    for (this.#skip(); this.#text.charCodeAt(this.at) !== end; this.#skip()) items.push(this.read());
    this.at += 1;
    return items;
  }

  #skip(): void {
    for (let code = this.#text.charCodeAt(this.at); CLASS[code] === SPACE; code = this.#text.charCodeAt(this.at))
      this.at += 1;
  }

  /** What is no space and no delimiter, from there on. */
  #regular(from: number): string {
    let end = from;
    while (!isEnd(this.#text.charCodeAt(end))) end += 1;
    // Else it would be read for ever.
    if (end === this.at) throw new RangeError(`this PDF has no object at byte ${end}`);
    this.at = end;
    return this.#text.slice(from, end);
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

/** Behind the number of an object. */
const REFERENCE = ' 0 R';

const [SLASH, BRACKET, BRACKET_END, PARENTHESIS, LESS, GREATER] = [0x2f, 0x5b, 0x5d, 0x28, 0x3c, 0x3e];

/** White space and delimiters (7.2.2). */
const [SPACE, DELIMITER] = [1, 2];
const CLASS = new Uint8Array(256);
for (const code of Buffer.from('\0\t\n\f\r ')) CLASS[code] = SPACE;
for (const code of Buffer.from('()<>[]{}/%')) CLASS[code] = DELIMITER;

/** So is the end of all, which is no code. */
function isEnd(code: number): boolean {
  return CLASS[code] !== 0;
}
