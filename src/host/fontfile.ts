import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** What is known of a font file before anyone uses it; a few kilobytes are read, not the outlines. */
export interface FontFacts {
  readonly path: string;
  /** 100 to 900, from the table OS/2. */
  readonly weight: number;
  readonly italic: boolean;
  /** Code points that it has a glyph for, as pairs [first, last], ascending. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Why it cannot be embedded in a PDF as TrueType, if so. */
  readonly unfit?: string;
}

/**
 * Reads the tables that describe a TrueType or OpenType file (ISO/IEC 14496-22): head, OS/2 and cmap.
 * Undefined if it is no such file.
 */
export async function readFont(path: string): Promise<FontFacts | undefined> {
  const file = await open(path);
  try {
    const tables = await readDirectory(file);
    if (!tables?.has('cmap')) return undefined;
    const [os2, head, cmap] = await Promise.all(
      ['OS/2', 'head', 'cmap'].map((tag) => readTable(file, tables.get(tag))),
    );
    const weight = os2 && os2.byteLength >= 6 ? os2.getUint16(4) : 400;
    // fsSelection bit 0 and bit 9 (oblique), or macStyle bit 1 where there is no OS/2.
    const italic = os2 && os2.byteLength >= 64 ? (os2.getUint16(62) & 0x201) !== 0 : isMacItalic(head);
    const unfit = whyUnfit(tables);
    return { path, weight, italic, ranges: cmap ? readCmap(cmap) : [], ...(unfit && { unfit }) };
  } finally {
    await file.close();
  }
}

/** Kinds of glyphs that Chromium cannot embed as they are: it draws them as Type 3 instead. */
const unfitTables: readonly (readonly [tag: string, why: string])[] = [
  ['fvar', 'it is a variable font'],
  ['CFF ', 'its outlines are PostScript (CFF), not TrueType'],
  ['CFF2', 'its outlines are PostScript (CFF2), not TrueType'],
  ['COLR', 'its glyphs are coloured'],
  ['CBDT', 'its glyphs are pictures'],
  ['sbix', 'its glyphs are pictures'],
];

function whyUnfit(tables: Tables): string | undefined {
  const found = unfitTables.find(([tag]) => tables.has(tag));
  return found?.[1] ?? (tables.has('glyf') ? undefined : 'it has no TrueType outlines');
}

function isMacItalic(head: DataView | undefined): boolean {
  return head !== undefined && head.byteLength >= 46 && (head.getUint16(44) & 2) !== 0;
}

type Tables = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

async function readDirectory(file: FileHandle): Promise<Tables | undefined> {
  const start = await readAt(file, 0, 12);
  const version = start.byteLength === 12 ? start.getUint32(0) : 0;
  // 1.0, "OTTO" and Apple's "true".
  if (![0x00010000, 0x4f54544f, 0x74727565].includes(version)) return undefined;
  const records = await readAt(file, 12, start.getUint16(4) * 16);
  const tables = new Map<string, { offset: number; length: number }>();
  for (let at = 0; at + 16 <= records.byteLength; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => records.getUint8(at + i)));
    tables.set(tag, { offset: records.getUint32(at + 8), length: records.getUint32(at + 12) });
  }
  return tables;
}

async function readTable(
  file: FileHandle,
  table: { readonly offset: number; readonly length: number } | undefined,
): Promise<DataView | undefined> {
  return table && readAt(file, table.offset, table.length);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<DataView> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return new DataView(buffer.buffer, buffer.byteOffset, bytesRead);
}

/** The fullest Unicode subtable that we read: format 12 (all of Unicode), else format 4 (the first plane). */
function readCmap(cmap: DataView): (readonly [number, number])[] {
  const subtables = Array.from({ length: cmap.getUint16(2) }, (_, i) => ({
    platform: cmap.getUint16(4 + i * 8),
    encoding: cmap.getUint16(6 + i * 8),
    at: cmap.getUint32(8 + i * 8),
  })).filter(({ platform, encoding }) => platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)));
  const full = subtables.find(({ at }) => cmap.getUint16(at) === 12);
  if (full) return readSegmentedCoverage(cmap, full.at);
  const plane = subtables.find(({ at }) => cmap.getUint16(at) === 4);
  return plane ? readSegmentMapping(cmap, plane.at) : [];
}

/** Format 12: groups of [first, last, first glyph]. */
function readSegmentedCoverage(cmap: DataView, at: number): (readonly [number, number])[] {
  return Array.from({ length: cmap.getUint32(at + 12) }, (_, i) => {
    const group = at + 16 + i * 12;
    // Glyph 0 is the box that stands for a missing one.
    const missing = cmap.getUint32(group + 8) === 0 ? 1 : 0;
    return [cmap.getUint32(group) + missing, cmap.getUint32(group + 4)] as const;
  });
}

/** Format 4: parallel arrays of last, first, delta and offset; a character that leads to glyph 0 has none. */
function readSegmentMapping(cmap: DataView, at: number): (readonly [number, number])[] {
  const count = cmap.getUint16(at + 6) / 2;
  const word = (array: number, i: number) => at + 14 + (array * count + i) * 2 + (array > 0 ? 2 : 0);
  const ranges: [number, number][] = [];
  for (let i = 0; i < count; i++) {
    const [last, first] = [cmap.getUint16(word(0, i)), cmap.getUint16(word(1, i))];
    const [delta, offset] = [cmap.getUint16(word(2, i)), cmap.getUint16(word(3, i))];
    for (let code = first; code <= last && code < 0xffff; code++) {
      const place = word(3, i) + offset + (code - first) * 2;
      const raw = offset === 0 ? code : place + 2 <= cmap.byteLength ? cmap.getUint16(place) : 0;
      if (offset !== 0 && raw === 0) continue;
      if (((raw + delta) & 0xffff) !== 0) extend(ranges, code);
    }
  }
  return ranges;
}

function extend(ranges: [number, number][], code: number): void {
  const end = ranges.at(-1);
  if (end && end[1] === code - 1) end[1] = code;
  else ranges.push([code, code]);
}
