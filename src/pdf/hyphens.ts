/**
 * A page's content without the soft hyphens of which no line made use. Chromium draws each as an empty glyph that says
 * it is U+00AD, or has a ligature say so within its letters, and whoever copies the text takes it along. Gives the
 * stream as it is where there are none.
 */
export function withoutSoftHyphens(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!bytes.includes('00AD')) return content;
  const text = bytes.toString('latin1');
  const without = text
    .replace(SOFT_HYPHEN, '$1')
    .replace(SAID, (said) => said.replace(/00AD(?=(?:[\dA-F]{4})*$)/g, ''));
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
  return map.replace(/^(<[\dA-F]{4}>) <2010>$/gm, '$1 <00AD>');
}
