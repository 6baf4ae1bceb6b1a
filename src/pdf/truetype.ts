/**
 * A TrueType font (OpenType 1.9; ISO 32000-1, 9.9) with nothing but the outlines of these glyphs and of those that they are put
 * together from, under the numbers that they had. The same glyphs of the same font give the same bytes, however many others
 * it had been cut to before. Undefined if it has other outlines or is none.
 */
export function cutTrueType(font: Uint8Array, glyphs: Iterable<number>): Uint8Array | undefined {
  const tables = tablesOf(Buffer.from(font.buffer, font.byteOffset, font.byteLength));
  const [head, hhea, maxp, hmtx, loca, glyf] = NEEDED.map((tag) => tables.get(tag));
  if (!head || !hhea || !maxp || !hmtx || !loca || !glyf) return undefined;
  const outlines = outlinesOf(glyf, loca, head.readInt16BE(LOCA_FORMAT) === 1);
  const kept = withParts(glyphs, outlines);
  const count = (kept.at(-1) ?? 0) + 1;
  const cut = new Map([...tables, ...laidOut(outlines, kept, count)]);
  cut.set('hmtx', metricsOf(hmtx, hhea.readUInt16BE(METRICS), kept, count));
  cut.set(
    'head',
    changed(head, (copy) => copy.writeInt16BE(1, LOCA_FORMAT) && copy.writeUInt32BE(0, ADJUSTMENT)),
  );
  cut.set(
    'hhea',
    changed(hhea, (copy) => copy.writeUInt16BE(count, METRICS)),
  );
  cut.set(
    'maxp',
    changed(maxp, (copy) => copy.writeUInt16BE(count, GLYPHS)),
  );
  return written(cut);
}

/** The tables without which there is no font, and those that set its outlines on a grid; all others are for who sets text. */
const NEEDED = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'];
const KEPT = [...NEEDED, 'cvt ', 'fpgm', 'prep'].sort();

/** Where in `head`, `hhea` and `maxp` stands what is changed. */
const [ADJUSTMENT, LOCA_FORMAT, METRICS, GLYPHS] = [8, 50, 34, 4];
const NOTHING: Buffer = Buffer.alloc(0);

function tablesOf(font: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>();
  if (font.length < 12 || font.readUInt32BE(0) !== TRUETYPE) return tables;
  for (let n = 0; n < font.readUInt16BE(4); n += 1) {
    const at = 12 + n * 16;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    const tag = font.toString('latin1', at, at + 4);
    if (KEPT.includes(tag)) tables.set(tag, font.subarray(offset, offset + length));
  }
  return tables;
}

const TRUETYPE = 0x0001_0000;

/** Where the outline of each glyph begins in `glyf`; it ends where the next one begins. */
interface Outlines {
  readonly glyf: Buffer;
  start(glyph: number): number;
}

function outlinesOf(glyf: Buffer, loca: Buffer, isLong: boolean): Outlines {
  const last = loca.length / (isLong ? 4 : 2) - 1;
  const place = (glyph: number) => (isLong ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  return { glyf, start: (glyph) => place(Math.min(glyph, last)) };
}

/** In their order, with 0, which stands for what is missing, and with the parts of those that have parts. */
function withParts(glyphs: Iterable<number>, outlines: Outlines): readonly number[] {
  const found = new Set<number>();
  const open = [0, ...glyphs];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (found.has(glyph)) continue;
    found.add(glyph);
    for (const part of partsOf(outlines, glyph)) open.push(part);
  }
  return [...found].sort((a, b) => a - b);
}

/** Of a composite glyph (glyf, Composite Glyph Description): the numbers of those that it is put together from. */
function partsOf({ glyf, start }: Outlines, glyph: number): readonly number[] {
  const from = start(glyph);
  if (from === start(glyph + 1) || glyf.readInt16BE(from) >= 0) return NO_PARTS;
  const parts: number[] = [];
  for (let at = from + 10; ; ) {
    const flags = glyf.readUInt16BE(at);
    parts.push(glyf.readUInt16BE(at + 2));
    if ((flags & MORE) === 0) return parts;
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & ONE_SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & MATRIX) at += 8;
  }
}

const NO_PARTS: readonly number[] = [];
const [WORDS, ONE_SCALE, MORE, TWO_SCALES, MATRIX] = [0x0001, 0x0008, 0x0020, 0x0040, 0x0080];

/** The outlines of these glyphs, each at an even number, and where those of all glyphs up to the last one begin, and it ends. */
function laidOut({ glyf, start }: Outlines, kept: readonly number[], count: number): readonly [string, Buffer][] {
  const size = kept.reduce((sum, glyph) => sum + even(start(glyph + 1) - start(glyph)), 0);
  const [outlines, places] = [Buffer.alloc(size), Buffer.alloc((count + 1) * 4)];
  let [at, next] = [0, 0];
  for (const glyph of kept) {
    for (; next <= glyph; next += 1) places.writeUInt32BE(at, next * 4);
    at += even(glyf.copy(outlines, at, start(glyph), start(glyph + 1)));
  }
  places.writeUInt32BE(at, count * 4);
  return [
    ['glyf', outlines],
    ['loca', places],
  ];
}

function even(length: number): number {
  return length + (length % 2);
}

/** Advance and side bearing for each glyph; from the last one that has both, only bearings are written (hmtx). */
function metricsOf(hmtx: Buffer, full: number, kept: readonly number[], count: number): Buffer {
  const bytes = Buffer.alloc(count * 4);
  for (const glyph of kept) {
    const both = Math.min(glyph, full - 1) * 4;
    const bearing = glyph < full ? both + 2 : full * 4 + (glyph - full) * 2;
    if (bearing + 2 > hmtx.length) continue;
    bytes.writeUInt16BE(hmtx.readUInt16BE(both), glyph * 4);
    bytes.writeUInt16BE(hmtx.readUInt16BE(bearing), glyph * 4 + 2);
  }
  return bytes;
}

function changed(table: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

/** The file: its directory, sorted by tag, and the tables at multiples of four (OpenType, Organization of an OpenType Font). */
function written(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = KEPT.filter((tag) => tables.has(tag));
  const directory = Buffer.alloc(12 + tags.length * 16);
  const power = Math.floor(Math.log2(tags.length));
  directory.writeUInt32BE(TRUETYPE, 0);
  for (const [i, value] of [tags.length, 16 * 2 ** power, power, 16 * (tags.length - 2 ** power)].entries())
    directory.writeUInt16BE(value, 4 + i * 2);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  let headAt = 0;
  let sum = 0;
  for (const [i, tag] of tags.entries()) {
    const table = tables.get(tag) ?? NOTHING;
    const own = sumOf(table);
    directory.write(tag, 12 + i * 16, 'latin1');
    for (const [k, value] of [own, at, table.length].entries()) directory.writeUInt32BE(value, 16 + i * 16 + k * 4);
    if (tag === 'head') headAt = at;
    sum += own;
    parts.push(table, Buffer.alloc(-table.length & 3));
    at += table.length + (-table.length & 3);
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE((0xb1b0_afba - sum - sumOf(directory)) >>> 0, headAt + ADJUSTMENT);
  return font;
}

/** Of its numbers of 32 bits, as if zeros stood behind it. */
function sumOf(table: Buffer): number {
  const { buffer, byteOffset, byteLength } = table;
  const view = new DataView(buffer, byteOffset, byteLength);
  let sum = 0;
  const whole = byteLength & ~3;
  for (let at = 0; at < whole; at += 4) sum = (sum + view.getUint32(at)) | 0;
  for (let at = whole; at < byteLength; at += 1) sum = (sum + (view.getUint8(at) << (24 - 8 * (at & 3)))) | 0;
  return sum >>> 0;
}
