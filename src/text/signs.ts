/** What a reader finds in a PDF. */
export interface ReadPdf {
  /** What is read, in the order of the structure tree: no running heads, no labels of lists, nothing beyond the paper's edge. */
  readonly runs: readonly PaperRun[];
  /** Titles of the outline, flat, in order. */
  readonly outline: readonly string[];
  /** Pages with a link within the document that leads nowhere. */
  readonly dead: readonly number[];
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
}

/** The signs of a PDF, what each was before it was folded, the page of each, and which are found already. */
export interface Paper {
  readonly signs: readonly string[];
  readonly taken: Uint8Array;
  /** Places of marks of notes, or of links of digits that look like them, where they are in. */
  readonly marks: ReadonlySet<number>;
  readonly raw: readonly string[];
  readonly pages: readonly number[];
}

/** A mark of a note is a link of digits; so may be a link that a text has of its own. */
export function isMark({ text, inner }: PaperRun): boolean {
  return inner === true && /^\s*\p{Nd}+\s*$/u.test(text);
}

/** `references`: what stands behind a link within the PDF and is no part of its text, with § for a number: (p. §). */
export function paperOf(runs: readonly PaperRun[], references: readonly string[], withMarks: boolean): Paper {
  const stands = references.length > 0 ? standing(references) : undefined;
  const signs: string[] = [];
  const raw: string[] = [];
  const pages: number[] = [];
  const marks = new Set<number>();
  for (const [n, run] of runs.entries()) {
    const mark = isMark(run);
    if (mark && !withMarks) continue;
    const isBehind = stands && runs[n - 1]?.inner && !run.inner;
    const text = isBehind ? run.text.replace(stands, '') : run.text;
    for (const character of text.normalize('NFKC')) {
      const sign = signOf(character);
      if (isSaid(sign, signs)) {
        if (mark) marks.add(signs.length);
        signs.push(sign);
        raw.push(character);
        pages.push(run.page);
      } else if (raw.length > 0) raw[raw.length - 1] += character;
    }
  }
  return { signs, raw, pages, marks, taken: new Uint8Array(signs.length) };
}

function standing(references: readonly string[]): RegExp {
  const forms = references.map((form) =>
    form
      .split('§')
      .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s*\\p{Nd}+\\s*'),
  );
  return new RegExp(`^\\s*(?:${forms.join('|')})`, 'u');
}

/**
 * What makes a text say what it says: no spaces, which stretch and break, no marks that only help to set it, no
 * quotation marks, which each language has its own of; and a dash is one however it is written.
 */
export function signsOf(text: string): readonly string[] {
  const signs: string[] = [];
  for (const character of text.normalize('NFKC')) {
    const sign = signOf(character);
    if (isSaid(sign, signs)) signs.push(sign);
  }
  return signs;
}

function isSaid(sign: string, before: readonly string[]): boolean {
  return sign !== '' && !(sign === '-' && before.at(-1) === '-');
}

/** Character → its sign, '' for what says nothing; each is looked at once. */
const known = new Map<string, string>();

function signOf(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const sign = UNSAID.test(character) ? '' : DASH.test(character) ? '-' : character;
  known.set(character, sign);
  return sign;
}

const DASH = /[\p{Pd}\u2212]/u;
const UNSAID = /[\s\p{Cf}\p{Cc}"'`\u00b4\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u300c-\u300f\u05f3\u05f4]/u;

export function isWordy(sign: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(sign);
}

/** Finds texts in a row of signs, each its own: behind the one before, or else wherever nothing was found yet. */
export interface Search {
  find(text: string): { readonly start: number; readonly end: number } | undefined;
}

/** `signs` are those of the paper, or some of them and nothing for the others. */
export function searching({ taken, marks }: Paper, signs: readonly string[]): Search {
  // Offsets of a string count UTF-16 units; `at` leads back to the row.
  const text = signs.join('');
  const at: number[] = [];
  for (const [n, sign] of signs.entries()) for (let k = 0; k < sign.length; k += 1) at.push(n);
  const place = (start: number, length: number) => ({ start: at[start] ?? 0, end: (at[start + length - 1] ?? 0) + 1 });
  const next = (wanted: string, from: number): number => {
    for (let found = text.indexOf(wanted, from); found >= 0; found = text.indexOf(wanted, found + 1)) {
      const { start, end } = place(found, wanted.length);
      if (!taken[start] && !taken[end - 1]) return found;
    }
    return -1;
  };
  let cursor = 0;
  return {
    find(wanted) {
      if (wanted === '') return undefined;
      const ahead = next(wanted, cursor);
      const found = ahead < 0 ? next(wanted, 0) : ahead;
      if (found < 0) return undefined;
      const { start, end } = place(found, wanted.length);
      if (marks.size > 0 && !hasAny(marks, start, end)) return undefined;
      taken.fill(1, start, end);
      // A short text far ahead may be another one: whoever comes next is looked for from here as well.
      if (found - cursor <= NEAR || wanted.length >= LONG) cursor = found + wanted.length;
      return { start, end };
    },
  };
}

/** With the marks of notes in, only what has one is looked for. */
function hasAny(marks: ReadonlySet<number>, start: number, end: number): boolean {
  for (let n = start; n < end; n += 1) if (marks.has(n)) return true;
  return false;
}

/** In signs: what stands no farther ahead is the next text; what is as long is no other by chance. */
const NEAR = 80;
const LONG = 40;

/** The first of these that finds it. */
export function first(
  searches: readonly Search[],
  text: string,
): { readonly paper: number; readonly start: number; readonly end: number } | undefined {
  for (const [paper, search] of searches.entries()) {
    const found = search.find(text);
    if (found) return { paper, ...found };
  }
  return undefined;
}
