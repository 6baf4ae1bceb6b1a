/**
 * A page's content without the soft hyphens of which no line made use. Chromium draws each as an empty glyph that says
 * it is U+00AD, or has a ligature say so within its letters, and whoever copies the text takes it along. Gives the
 * stream as it is where there are none.
 */
export function withoutSoftHyphens(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes('00AD')) return content;
  const text = bytes.toString('latin1');
  const alone = text.replace(SOFT_HYPHEN, '$1');
  const without = alone.includes('00AD')
    ? alone.replace(SAID, (said) => said.replace(/00AD(?=(?:[\dA-F]{4})*$)/g, ''))
    : alone;
  return without === text ? content : Buffer.from(without, 'latin1');
}

/** What glyphs say in place of their own characters, in UTF-16. */
const SAID = /\/ActualText <FEFF(?:[\dA-F]{4})+/g;

/** The move to where the glyph stands stays; that by its own width, which is nothing, goes with it. */
const SOFT_HYPHEN =
  /\/Span<<\/ActualText <FEFF00AD> >> BDC\n((?:-?[\d.]+ -?[\d.]+ Td )?)<[\dA-F]+> Tj\nEMC\n(?:0 0 Td )?/g;

/**
 * The map of a font's glyphs to characters (ISO 32000-1, 9.10.3) with a soft hyphen for the hyphen that ends a line, so
 * that readers join the word again (14.8.2.2.3). Chromium draws U+2010 there, which no keyboard has: a text that is
 * written with hyphens has U+002D.
 */
export function withSoftLineEnds(map: string): string {
  const alone = map.replace(/^(<[\dA-F]{4}>) <2010>$/gm, '$1 <00AD>');
  return alone.replace(RANGE, (range, from: string, to: string, first: string) => {
    const [start, count] = [Number.parseInt(first, 16), Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1];
    if (start > HYPHEN || start + count <= HYPHEN) return range;
    const each = Array.from({ length: count }, (_, n) => (start + n === HYPHEN ? 0xad : start + n));
    return `<${from}> <${to}> [${each.map((code) => `<${code.toString(16).toUpperCase().padStart(4, '0')}>`).join(' ')}]`;
  });
}

/** Glyphs in a row that say characters in a row, the first of which is named. */
const RANGE = /^<([\dA-F]{4})> <([\dA-F]{4})> <([\dA-F]{4})>$/gm;
const HYPHEN = 0x2010;
