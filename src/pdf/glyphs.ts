/** A map of glyphs to characters is text of PostScript (ISO 32000-1, 9.10.3): `<0085> <0000>`, codes and UTF-16. */

/** Does the map say of a glyph that it is no character? Ligatures are none, parts of letters, marks. */
export function lacksText(map: string): boolean {
  return map.includes('> <0000>\n');
}

const LACKING = /^<([\dA-F]{4})> <0000>$/gm;

/** What glyphs say, code → text: alone or as the letter of a group, and as what is added to one. */
export interface Said {
  readonly letters: Map<string, string>;
  readonly marks: Set<string>;
}

export function saidNothing(): Said {
  return { letters: new Map(), marks: new Set() };
}

/**
 * Collects from a page's content what glyphs say: where Chromium draws characters as other glyphs or as several ones,
 * it writes the text beside them. `saidIn` gives the collection of a font, by its name in the page, if that lacks any.
 */
export function collectSaid(content: string, saidIn: (font: string) => Said | undefined): void {
  let said: Said | undefined;
  for (const [, font, text, shown] of content.matchAll(STRETCHES)) {
    if (font !== undefined) said = saidIn(font);
    if (said && text !== undefined && shown !== undefined) collect(said, textOf(text), codesIn(shown));
  }
}

/** `/F4 11 Tf`, and groups of glyphs with what they say. */
const STRETCHES = /\/(\S+) -?[\d.]+ Tf|\/Span<<\/ActualText <FEFF([\dA-F]+)> >> BDC\n([\s\S]*?)EMC/g;

/** The first text that a glyph is seen with is its own: whoever reads with care reads what stands beside it. */
function collect({ letters, marks }: Said, text: string, codes: readonly string[]): void {
  // From left to right, as they are drawn: in a script that is read from right to left, marks come before their letter.
  const letter = RIGHT_TO_LEFT.test(text) ? codes.length - 1 : 0;
  for (const [i, code] of codes.entries()) {
    if (i !== letter) marks.add(code);
    else if (!letters.has(code)) letters.set(code, text);
  }
}

/** Hebrew, Arabic, Syriac, Thaana, N’Ko and their forms for print. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

function textOf(hex: string): string {
  const text = Buffer.from(hex, 'hex').swap16().toString('utf16le');
  // Within a ligature a soft hyphen parts nothing.
  return text.replaceAll('\u00ad', '') || text;
}

function codesIn(shown: string): readonly string[] {
  return Array.from(shown.matchAll(/<([\dA-F]+)> Tj/g), ([, codes = '']) => codes.match(/.{4}/g) ?? []).flat();
}

/**
 * The map with a text for each glyph (ISO 14289-1, 7.21.7): a mark by itself is the joiner that nobody sees, and what is
 * never said beside is the sign for the unknown.
 */
export function withTexts(map: string, { letters, marks }: Said): string {
  return map.replace(LACKING, (_, code: string) => {
    const text = letters.get(code) ?? (marks.has(code) ? '\u034f' : '\ufffd');
    return `<${code}> <${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
  });
}
