import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { loadFontPackage } from '../../src/host/fonts.ts';
import { cutTrueType } from '../../src/pdf/truetype.ts';

const root = join(import.meta.dirname, '../..');
let font: Uint8Array;

beforeAll(async () => {
  const [face] = await loadFontPackage('@expo-google-fonts/noto-serif', [root]);
  font = (await face?.subset('abcéöx\u0301Щщ', 'ttf')) ?? new Uint8Array();
});

/** The tables of a font, by tag. */
function tables(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  const file = Buffer.from(bytes);
  const entries = Array.from({ length: file.readUInt16BE(4) }, (_, n) => 12 + n * 16);
  return new Map(
    entries.map((at) => {
      const [start, length] = [file.readUInt32BE(at + 8), file.readUInt32BE(at + 12)];
      return [file.toString('latin1', at, at + 4), file.subarray(start, start + length)];
    }),
  );
}

function outlines(bytes: Uint8Array): readonly string[] {
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map((tag) => tables(bytes).get(tag) ?? Buffer.alloc(0)) as [
    Buffer,
    Buffer,
    Buffer,
  ];
  const isLong = head.readInt16BE(50) === 1;
  const at = (n: number) => (isLong ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2);
  const count = loca.length / (isLong ? 4 : 2) - 1;
  return Array.from({ length: count }, (_, n) => glyf.toString('hex', at(n), at(n + 1)).replace(/(?:00)+$/, ''));
}

function cut(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array {
  const made = cutTrueType(bytes, glyphs);
  if (!made) throw new Error('this font cannot be cut');
  return made;
}

test('a glyph keeps its number, its outline and its width; others have none', () => {
  const was = outlines(font);
  const made = cut(font, [2, 4]);
  const now = outlines(made);
  expect(now).toHaveLength(5);
  expect([now[0], now[2], now[4]]).toEqual([was[0], was[2], was[4]]);
  expect([now[1], now[3]]).toEqual(['', '']);
  const widths = [font, made].map((one) => tables(one).get('hmtx') ?? Buffer.alloc(0)) as [Buffer, Buffer];
  for (const glyph of [2, 4]) expect(widths[1].readUInt16BE(glyph * 4)).toBe(widths[0].readUInt16BE(glyph * 4));
  expect(tables(made).get('maxp')?.readUInt16BE(4)).toBe(5);
});

test('the same glyphs give the same font, whatever it was cut to before', () => {
  const all = outlines(font).map((_, n) => n);
  for (const glyphs of [[3], [1, 2, 5], all]) {
    const once = Buffer.from(cut(font, glyphs));
    expect(once.equals(cut(cut(font, all), glyphs)), `${glyphs}`).toBe(true);
    expect(once.equals(cut(cut(font, [...glyphs, 4, 6]), glyphs.toReversed())), `${glyphs}`).toBe(true);
  }
});

test('a letter that is put together from others takes them along', () => {
  const was = outlines(font);
  // The number of contours of a composite glyph is below zero.
  const composite = was.findIndex((outline) => outline.startsWith('ffff'));
  expect(composite).toBeGreaterThan(0);
  const kept = outlines(cut(font, [composite])).flatMap((outline, n) => (outline === '' ? [] : [n]));
  const part = Number.parseInt(was[composite]?.slice(24, 28) ?? '', 16);
  expect(kept).toContain(part);
  expect(kept).toContain(composite);
});

test('its sums are right', () => {
  const made = Buffer.from(cut(font, [1, 2, 3]));
  let sum = 0;
  for (let at = 0; at < made.length; at += 4) sum = (sum + made.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test('what is no font with such outlines is not cut', () => {
  expect(cutTrueType(Buffer.from('OTTO'), [1])).toBeUndefined();
  expect(cutTrueType(Buffer.from('OTTO0000000000000'), [1])).toBeUndefined();
});
