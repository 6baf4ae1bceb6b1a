import { createHash } from 'node:crypto';
import { contentOf, deflated } from './content.ts';
import type { Copy } from './copy.ts';
import type { PdfFile } from './file.ts';
import { Dict, dict, List, Name, type PdfObject, Ref, Stream, Token } from './objects.ts';
import { cutTrueType } from './truetype.ts';

/** The fonts of a file, each opened once, however many it is cut for. */
export class Fonts {
  readonly #file: PdfFile;
  readonly #open = new Map<number, Opened | undefined>();

  constructor(file: PdfFile) {
    this.#file = file;
  }

  /**
   * Puts a font at a place of another file, cut to these glyphs: its outlines, widths (ISO 32000-1, 9.7.4.3) and characters
   * (9.10.3). Its name begins with a tag that says which these are (9.6.4). Gives false where it cannot: it is no composite
   * font with the outlines of TrueType.
   */
  cut(font: number, to: PdfFile, place: Ref, glyphs: ReadonlySet<number>, copy: Copy): boolean {
    const opened = this.#opened(font);
    const outlines = opened && cutTrueType(opened.outlines, glyphs);
    if (!opened || !outlines) return false;
    const { type0, cid, descriptor, widths, characters } = opened;
    const name = new Map([[opened.name, Name.of(`${tagOf(outlines)}+${opened.name.replace(/^[A-Z]{6}\+/, '')}`)]]);
    const own = (from: Dict, changes: Readonly<Record<string, PdfObject>>) =>
      from.map((key, value) => {
        const renamed = value instanceof Name ? name.get(value.written) : undefined;
        return changes[key.written] ?? renamed ?? copy.of(value);
      });
    const file = new Stream(dict({ Length1: outlines.length, Filter: 'FlateDecode' }), deflated(outlines));
    const sorted = [...glyphs].sort((a, b) => a - b);
    const described = to.add(own(descriptor, { FontFile2: to.add(file) }));
    const descendant = own(cid, { FontDescriptor: described });
    // What was there depends on what else was shown.
    for (const key of ['W', 'DW']) descendant.delete(key);
    descendant.set('W', widthsOf(sorted, widths));
    descendant.set('DW', 0);
    const map = characters && to.add(new Stream(new Dict(), mapOf(sorted, characters)));
    to.put(place, own(type0, { DescendantFonts: new List([to.add(descendant)]), ...(map && { ToUnicode: map }) }));
    return true;
  }

  #opened(font: number): Opened | undefined {
    if (!this.#open.has(font)) this.#open.set(font, open(this.#file, font));
    return this.#open.get(font);
  }
}

/** A composite font, as it stands in a file (9.7). */
interface Opened {
  readonly type0: Dict;
  readonly cid: Dict;
  readonly descriptor: Dict;
  readonly name: string;
  readonly outlines: Uint8Array;
  readonly widths: Widths;
  readonly characters: Characters | undefined;
}

function open(file: PdfFile, font: number): Opened | undefined {
  const type0 = file.dict(new Ref(font));
  const cid = file.dict(file.list(type0?.get('DescendantFonts'))[0]);
  const descriptor = file.dict(cid?.get('FontDescriptor'));
  const outlines = file.lookup(descriptor?.get('FontFile2'));
  const name = type0?.get('BaseFont');
  if (!type0 || !cid || !descriptor || !(outlines instanceof Stream) || !(name instanceof Name)) return undefined;
  if (type0.get('Encoding') !== Name.of('Identity-H') || cid.get('CIDToGIDMap') !== Name.of('Identity'))
    return undefined;
  const map = file.lookup(type0.get('ToUnicode'));
  return {
    ...{ type0, cid, descriptor, name: name.written, outlines: contentOf(outlines), widths: readWidths(file, cid) },
    characters: map instanceof Stream ? readCharacters(Buffer.from(contentOf(map)).toString('latin1')) : undefined,
  };
}

/** Six letters that say which outlines these are. */
function tagOf(outlines: Uint8Array): string {
  const digest = createHash('sha256').update(outlines).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}

/** Width by glyph, as it is written, and that of all others. */
interface Widths {
  readonly of: ReadonlyMap<number, string>;
  readonly others: string;
}

/** `c [w w …]`, or `first last w` for many of one width. */
function readWidths(file: PdfFile, cid: Dict): Widths {
  const of = new Map<number, string>();
  const items = file.list(cid.get('W'));
  for (let i = 0; i < items.length; ) {
    const [first, next] = [Number(items[i]), file.lookup(items[i + 1])];
    if (next instanceof List) {
      for (const [n, width] of next.items.entries()) of.set(first + n, String(width));
      i += 2;
      continue;
    }
    for (let glyph = first; glyph <= Number(next); glyph += 1) of.set(glyph, String(items[i + 2]));
    i += 3;
  }
  return { of, others: String(cid.get('DW') ?? 1000) };
}

function widthsOf(glyphs: readonly number[], { of, others }: Widths): List {
  const items: PdfObject[] = [];
  let row: Token[] = [];
  let last: number | undefined;
  for (const glyph of glyphs) {
    if (last !== glyph - 1) {
      row = [];
      // It grows as long as glyph follows on glyph.
      items.push(new Token(String(glyph)), new List(row));
    }
    row.push(new Token(of.get(glyph) ?? others));
    last = glyph;
  }
  return new List(items);
}

/** A map of glyphs to characters (9.10.3): what stands before and behind its lines, and the text of each glyph in UTF-16. */
interface Characters {
  readonly head: string;
  readonly texts: ReadonlyMap<number, string>;
  readonly tail: string;
}

/** Chromium writes rows of both as ranges. */
function readCharacters(map: string): Characters {
  const texts = new Map<number, string>();
  for (const [, code = '', text = ''] of map.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm))
    texts.set(Number.parseInt(code, 16), text);
  for (const [, from = '', to = '', text = ''] of map.matchAll(/^<([\dA-F]{4})> <([\dA-F]{4})> <([\dA-F]+)>$/gm)) {
    const [first, last, start] = [from, to, text].map((digits) => Number.parseInt(digits, 16));
    for (let n = 0; n <= (last ?? 0) - (first ?? 0); n += 1)
      texts.set((first ?? 0) + n, hex((start ?? 0) + n, text.length));
  }
  const begin = map.search(/\d+ beginbf/);
  return { head: map.slice(0, Math.max(begin, 0)), texts, tail: map.slice(map.indexOf('endcmap')) };
}

/** The map of these glyphs, one by one. */
function mapOf(glyphs: readonly number[], { head, texts, tail }: Characters): Buffer {
  const lines = glyphs.flatMap((glyph) => {
    const text = texts.get(glyph);
    return text === undefined ? [] : [`<${hex(glyph, 4)}> <${text}>\n`];
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / MOST) }, (_, n) =>
    lines.slice(n * MOST, (n + 1) * MOST),
  );
  const written = blocks.map((block) => `${block.length} beginbfchar\n${block.join('')}endbfchar\n`).join('');
  return Buffer.from(head + written + tail, 'latin1');
}

/** So many lines a block may have (Adobe Technical Note 5411). */
const MOST = 100;

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
