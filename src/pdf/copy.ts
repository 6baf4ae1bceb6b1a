import { contentOf, deflated } from './content.ts';
import type { PdfFile } from './file.ts';
import { type Kind, renamed } from './names.ts';
import { Dict, dict, List, type PdfObject, Ref, Stream, Token } from './objects.ts';

/** A font of the other file, its place in this one, and what is shown with it. */
export interface FontUse {
  readonly font: number;
  readonly place: Ref;
  readonly glyphs: Set<number>;
  /** Is all known that is shown with it? */
  isKnown: boolean;
}

/**
 * Copies a part of a PDF into another one. Objects are numbered in the order in which they are come upon, and resources are
 * named so, from the first page on: what else the first file holds leaves no trace.
 */
export class Copy {
  readonly #from: PdfFile;
  readonly #to: PdfFile;
  readonly #refs = new Map<number, PdfObject>();
  readonly #names = new Map<string, { readonly name: string; readonly object: PdfObject }>();
  readonly #counts = new Map<Kind, number>();
  readonly #fonts = new Map<number, FontUse>();
  /** What a key's value is to become. */
  readonly #changed: (key: string, value: PdfObject) => PdfObject | undefined;

  constructor(from: PdfFile, to: PdfFile, changed: (key: string, value: PdfObject) => PdfObject | undefined) {
    this.#from = from;
    this.#to = to;
    this.#changed = changed;
  }

  /** The fonts that were come upon. */
  get fonts(): Iterable<FontUse> {
    return this.#fonts.values();
  }

  /** What stands in the other file is this here. */
  place(at: Ref, here: PdfObject): void {
    this.#refs.set(at.number, here);
  }

  /** What has become of it, if anything has. */
  placed(at: PdfObject | undefined): PdfObject | undefined {
    return at instanceof Ref ? this.#refs.get(at.number) : undefined;
  }

  of(object: PdfObject): PdfObject {
    if (object instanceof Ref) return this.#ref(object);
    if (object instanceof List) return new List(object.items.map((item) => this.of(item)));
    if (object instanceof Dict) return this.entries(object);
    return object instanceof Stream ? this.#stream(object) : object;
  }

  /** A dictionary with some of its entries as they are given, or without them. */
  entries(from: Dict, given: Readonly<Record<string, PdfObject | undefined>> = {}): Dict {
    return from.map(({ written: key }, value) => {
      return key in given ? given[key] : (this.#changed(key, value) ?? this.of(value));
    });
  }

  /** A stream of the owner of these resources with their new names, and those that it names. */
  content(stream: Stream, resources: Dict | undefined): { readonly content: Uint8Array; readonly resources: Dict } {
    const used = new Map<Kind, Dict>();
    let font: FontUse | undefined;
    const content = renamed(contentOf(stream), {
      rename: (kind, name) => {
        const object = this.#from.dict(resources?.get(kind))?.get(name);
        if (object === undefined) return name;
        const named = this.#named(kind, object);
        const own = used.get(kind) ?? new Dict();
        own.set(named.name, named.object);
        used.set(kind, own);
        if (kind === 'Font') font = object instanceof Ref ? this.#fonts.get(object.number) : undefined;
        return named.name;
      },
      shown: (code) => font?.glyphs.add(code),
      unknown: () => {
        if (font) font.isKnown = false;
      },
    });
    const procedures = resources?.get('ProcSet');
    const named = dict({ ProcSet: procedures && this.of(procedures) });
    for (const [kind, objects] of used) named.set(kind, objects);
    return { content, resources: named };
  }

  #ref(at: Ref): PdfObject {
    const known = this.#refs.get(at.number);
    if (known) return known;
    const here = this.#to.add(NULL);
    this.#refs.set(at.number, here);
    const object = this.#from.lookup(at);
    if (object) this.#to.put(here, this.of(object));
    return here;
  }

  /** A form or a pattern names resources of its own (8.10.2). */
  #stream(stream: Stream): Stream {
    const resources = this.#from.dict(stream.dict.get('Resources'));
    if (!resources) return new Stream(this.entries(stream.dict), stream.contents);
    const own = this.content(stream, resources);
    const head = this.entries(stream.dict, { Resources: own.resources, Filter: undefined });
    head.set('Filter', 'FlateDecode');
    return new Stream(head, deflated(own.content));
  }

  #named(kind: Kind, object: PdfObject): { readonly name: string; readonly object: PdfObject } {
    const key = `${kind} ${object}`;
    const known = this.#names.get(key);
    if (known) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const made = { name: `${kind[0]}${count}`, object: kind === 'Font' ? this.#font(object) : this.of(object) };
    this.#names.set(key, made);
    return made;
  }

  /** Only a place: what of a font is needed is known when all is read. */
  #font(object: PdfObject): PdfObject {
    if (!(object instanceof Ref)) return this.of(object);
    const place = this.#to.add(NULL);
    this.#refs.set(object.number, place);
    this.#fonts.set(object.number, { font: object.number, place, glyphs: new Set(), isKnown: true });
    return place;
  }
}

const NULL = new Token('null');
