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
    const known = Name.#all.get(written);
    if (known) return known;
    const made = new Name(written);
    Name.#all.set(written, made);
    return made;
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
    let text = '';
    for (const item of this.items) text += text === '' ? `${item}` : ` ${item}`;
    return `[${text}]`;
  }
}

/** Its names and what they name lie in one array, as they are read: most have a handful, and a map of each would cost more. */
export class Dict {
  /** A name, and behind it what it names. */
  readonly #items: PdfObject[];
  readonly #owner: Owner | undefined;

  /** Takes the array as its own. */
  constructor(items: PdfObject[] = [], owner?: Owner) {
    this.#items = items;
    this.#owner = owner;
  }

  get(key: string): PdfObject | undefined {
    return this.#items[this.#at(key) + 1];
  }

  has(key: string): boolean {
    return this.#at(key) >= 0;
  }

  set(key: string, value: Written): void {
    const at = this.#at(key);
    if (at < 0) this.#items.push(Name.of(key), object(value));
    else this.#items[at + 1] = object(value);
    if (this.#owner) this.#owner.changed = true;
  }

  delete(key: string): void {
    const at = this.#at(key);
    if (at >= 0) this.#items.splice(at, 2);
    if (this.#owner) this.#owner.changed = true;
  }

  /** Names, each with what it names. */
  entries(): readonly (readonly [Name, PdfObject])[] {
    return this.#items.flatMap((name, at) =>
      name instanceof Name && at % 2 === 0 ? [[name, this.#items[at + 1] as PdfObject]] : [],
    );
  }

  /** Another one, with what has become of these; without that of which nothing has. */
  map(change: (key: Name, value: PdfObject) => PdfObject | undefined): Dict {
    const items: PdfObject[] = [];
    for (let at = 0; at + 1 < this.#items.length; at += 2) {
      const [key, value] = [this.#items[at] as Name, this.#items[at + 1] as PdfObject];
      const made = change(key, value);
      if (made !== undefined) items.push(key, made);
    }
    return new Dict(items);
  }

  toString(): string {
    let text = '';
    for (let at = 0; at + 1 < this.#items.length; at += 2)
      text += `${at > 0 ? '\n' : ''}${this.#items[at]} ${this.#items[at + 1]}`;
    return `<<${text}>>`;
  }

  /** Where the name stands; -2 if it does not. */
  #at(key: string): number {
    for (let at = 0; at < this.#items.length; at += 2) if ((this.#items[at] as Name).written === key) return at;
    return -2;
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

export function dict(entries: Readonly<Record<string, Written | undefined>>): Dict {
  const items: PdfObject[] = [];
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) items.push(Name.of(key), object(value));
  return new Dict(items);
}

function object(written: Written): PdfObject {
  if (typeof written === 'string') return Name.of(written);
  if (typeof written === 'number') return new Token(String(written));
  if (Array.isArray(written)) return new List(written.map(object));
  return isObject(written) ? written : dict(written as Readonly<Record<string, Written>>);
}

/** Of a class, that is. */
function isObject(written: object): written is PdfObject {
  return Object.getPrototypeOf(written) !== Object.prototype;
}
