/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** What is read, in the order of the structure tree: no running heads, no labels of lists. */
  readonly runs: readonly PaperRun[];
  /** Titles of the outline, flat, in order. */
  readonly outline: readonly string[];
  /** Pages with a link within the document that leads nowhere. */
  readonly dead: readonly number[];
  /** Pages that show a sign without a glyph. */
  readonly missing: readonly number[];
  /** Typefaces that are not in the file, and how many there are whose glyphs are drawings (Type 3). */
  readonly fonts: { readonly absent: readonly string[]; readonly drawn: number };
}

/** A stretch of text on one page of a PDF. */
export interface PaperRun {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  /** The words of a link within the document. */
  readonly inner?: true;
  /** Is it a heading, or part of one? */
  readonly head?: true;
  /** Is it cut off, or beyond the paper's edge? */
  readonly hidden?: true;
  /** What it says if its line runs the other way: where no language is told, nobody knows which way that is. */
  readonly otherwise?: string;
  /** The row of a table that it stands in: the same for all that does. */
  readonly row?: Row;
  /** Does it say again what the page before says, as the heads of a table do that goes on? */
  readonly repeated?: true;
}

/** A row of a table, by which the tables of a PDF are told apart: numbers from 1. */
export interface Row {
  readonly table: number;
}

/**
 * What makes a text say what it says: no spaces, which stretch and break, no marks that only help to set it, no
 * quotation marks, which each language has its own of, nor the hyphens U+2010 and U+2011, the first of which Chromium
 * puts where it parts a word; and a dash is one however it is written.
 */
export function signsOf(text: string): string {
  const whole = text.normalize('NFKC');
  let signs = '';
  let [from, isDash] = [0, false];
  for (let at = 0; at < whole.length; at += 1) {
    const kind = kindAt(whole, at);
    if (kind === SAID) continue;
    if (kind === HALF) return whole.replace(UNSAID, '').replace(DASHES, '-');
    if (at > from) {
      signs += whole.slice(from, at);
      isDash = false;
    }
    if (kind === DASH && !isDash) signs += '-';
    isDash ||= kind === DASH;
    from = at + 1;
  }
  return signs + whole.slice(from);
}

/** What a unit of UTF-16 is, each asked of the expressions once: to go through all texts of a PDF with them takes twice as long. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = KINDS[code];
  if (known) return known;
  const sign = text[at] ?? '';
  const kind = /[\ud800-\udfff]/.test(sign)
    ? HALF
    : sign.replace(UNSAID, '') === ''
      ? UNSAYING
      : sign.replace(DASHES, '') === ''
        ? DASH
        : SAID;
  KINDS[code] = kind;
  return kind;
}

const KINDS = new Uint8Array(0x10000);
const [SAID, UNSAYING, DASH, HALF] = [1, 2, 3, 4];

const UNSAID =
  /[\s\p{Cf}\p{Cc}"'`\u00b4\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u300c-\u300f\u05f3\u05f4\u2010\u2011]+/gu;
const DASHES = /[\p{Pd}\u2212]+/gu;
