/** The objects of a PDF (ISO 32000-1, 7.3), as far as finishing one needs to know them. */
export type PdfObject = Name | Ref | Dict | List | Text | Hex | Token | Stream;

/** Whatever is told when something of it changes, so that it is written anew. */
export interface Owner {
  changed: boolean;
}

/** There is one of each. */
export class Name {
  static readonly #all = new Map<string, Name>();
  /** As it is written, without its slash. */
  readonly written: string;

  private constructor(written: string) {
    this.written = written;
  }

  static of(written: string): Name {
    const known = Name.#all.get(written) ?? new Name(written);
    Name.#all.set(written, known);
    return known;
  }

  /** A character for each byte: `#25` is a percent sign (7.3.5). */
  get bytes(): string {
    return this.written.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }

  toString(): string {
    return `/${this.written}`;
  }
}

export class Ref {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }

  toString(): string {
    return `${this.number} 0 R`;
  }
}

/** A string in parentheses, as it is written within them. */
export class Text {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  toString(): string {
    return `(${this.written})`;
  }
}

/** A string in hexadecimal digits. */
export class Hex {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  /** A text for people, in UTF-16 (7.9.2.2). */
  static of(text: string): Hex {
    return new Hex(`FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}`);
  }

  toString(): string {
    return `<${this.digits}>`;
  }
}

/** A number, a truth or null, as it is written. */
export class Token {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }

  toString(): string {
    return this.written;
  }
}

export class List {
  readonly items: readonly PdfObject[];

  constructor(items: readonly PdfObject[]) {
    this.items = items;
  }

  toString(): string {
    return `[${this.items.join(' ')}]`;
  }
}

export class Dict {
  readonly #entries: Map<string, PdfObject>;
  readonly #owner: Owner | undefined;

  constructor(entries: Iterable<readonly [string, PdfObject]> = [], owner?: Owner) {
    this.#entries = new Map(entries);
    this.#owner = owner;
  }

  get(key: string): PdfObject | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, value: Written): void {
    this.#entries.set(key, object(value));
    if (this.#owner) this.#owner.changed = true;
  }

  delete(key: string): void {
    this.#entries.delete(key);
    if (this.#owner) this.#owner.changed = true;
  }

  /** Names as they are written, without their slash. */
  entries(): Iterable<readonly [string, PdfObject]> {
    return this.#entries;
  }

  toString(): string {
    return `<<${Array.from(this.#entries, ([key, value]) => `/${key} ${value}`).join('\n')}>>`;
  }
}

export class Stream {
  readonly dict: Dict;
  readonly contents: Uint8Array;

  constructor(dict: Dict, contents: Uint8Array) {
    this.dict = dict;
    this.contents = contents;
  }
}

/** What stands for an object in code: a string is a name, a number itself. */
export type Written = PdfObject | string | number | readonly Written[] | { readonly [key: string]: Written };

const CLASSES = [Name, Ref, Dict, List, Text, Hex, Token, Stream];

function isObject(written: Written): written is PdfObject {
  return CLASSES.some((one) => written instanceof one);
}

export function dict(entries: Readonly<Record<string, Written | undefined>>): Dict {
  return new Dict(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, object(value)] as const])),
  );
}

function object(written: Written): PdfObject {
  if (typeof written === 'string') return Name.of(written);
  if (typeof written === 'number') return new Token(String(written));
  if (isObject(written)) return written;
  return Array.isArray(written) ? new List(written.map(object)) : dict(written as Readonly<Record<string, Written>>);
}
