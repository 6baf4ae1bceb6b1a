import { addSign, isWordy, type PaperRun, type ReadPdf } from './signs.ts';

/** The signs of a PDF, what each was before it was folded, the run of each, and which are found already. */
export interface Paper {
  readonly signs: readonly string[];
  readonly taken: Uint8Array;
  /** What is read in this way only; empty for the first way. */
  readonly own: ReadonlySet<number>;
  readonly raw: readonly string[];
  readonly from: readonly PaperRun[];
}

/** A stretch of a paper, `end` exclusive. */
export interface Place {
  readonly paper: Paper;
  readonly start: number;
  readonly end: number;
}

/** Looks for texts in a PDF, each of which is found once. */
export interface Finder {
  /** By all its signs. A heading stands in the contents as well: its own place is where it leads nowhere. */
  exactly(signs: readonly string[], isHeading?: boolean): Place | undefined;
  /** By its letters and digits only. */
  loosely(signs: readonly string[]): Place | undefined;
  /** By all its signs, be they to be seen or not. */
  hidden(signs: readonly string[]): Place | undefined;
  /** As much of its beginning as stands right behind what was found last. */
  beginning(signs: readonly string[]): Place | undefined;
}

/** `references`: what stands behind a link within the PDF and is no part of its text, with § for a number: (p. §). */
export function finderIn({ runs }: Pick<ReadPdf, 'runs'>, references: readonly string[]): Finder {
  const told = runs.filter(({ repeated }) => !repeated);
  const seen = told.filter(({ hidden }) => !hidden);
  const stands = references.length > 0 ? standing(references) : undefined;
  // Marks of notes are links of digits: read without them, and with them where a text has such links of its own.
  const ways = (of: readonly PaperRun[]) => {
    const papers = of.some(isMark) ? [{}, { withMarks: true }] : [{}];
    const turned = of.some(({ otherwise }) => otherwise) ? papers.map((way) => ({ ...way, isTurned: true })) : [];
    return [...papers, ...turned].map((way) => once(() => paperOf(of, stands, way)));
  };
  const searches = (papers: readonly (() => Paper)[], fold: (sign: string) => string) =>
    papers.map((paper) => once(() => searching(paper(), fold)));
  const papers = ways(seen);
  // Most texts are found at once: what is for the others is made when there is one.
  const exact = searches(papers, (sign) => sign);
  const loose = searches(papers, (sign) => (isWordy(sign) ? sign : ''));
  const whole = once(() => (seen.length === told.length ? [] : searches(ways(told), (sign) => sign)));
  return {
    exactly(signs, isHeading) {
      const text = signs.join('');
      return (isHeading ? first(exact, text, isElsewhere) : undefined) ?? first(exact, text);
    },
    loosely: (signs) => first(loose, signs.filter(isWordy).join('')),
    hidden: (signs) => first(whole(), signs.join('')),
    beginning: (signs) => exact[0]?.().beginning(signs.join('')),
  };
}

/** Does it lead to where it says to be? */
function isElsewhere({ paper: { from }, start, end }: Place): boolean {
  return from[start]?.inner === true && from[end - 1]?.inner === true;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The first of these that finds it. */
function first(searches: readonly (() => Search)[], text: string, isOther?: Other): Place | undefined {
  for (const search of searches) {
    const found = search().find(text, isOther);
    if (found) return found;
  }
  return undefined;
}

/** A mark of a note is a link of digits; so may be a link that a text has of its own. */
function isMark({ text, inner }: PaperRun): boolean {
  return inner === true && /^\s*\p{Nd}+\s*$/u.test(text);
}

/** Ways to read the same runs. */
interface Way {
  readonly withMarks?: boolean;
  /** Lines that may run the other way do. */
  readonly isTurned?: boolean;
}

function paperOf(runs: readonly PaperRun[], stands: RegExp | undefined, { withMarks, isTurned }: Way): Paper {
  const signs: string[] = [];
  const raw: string[] = [];
  const from: PaperRun[] = [];
  const own = new Set<number>();
  for (const [n, run] of runs.entries()) {
    const mark = isMark(run);
    if (mark && !withMarks) continue;
    const isBehind = stands && runs[n - 1]?.inner && !run.inner;
    const isOther = mark || (isTurned === true && run.otherwise !== undefined);
    const said = (isTurned && run.otherwise) || run.text;
    const text = isBehind ? said.replace(stands, '') : said;
    for (const character of text.normalize('NFKC')) {
      if (addSign(character, signs)) {
        if (isOther) own.add(raw.length);
        raw.push(character);
        from.push(run);
      } else if (raw.length > 0) raw[raw.length - 1] += character;
    }
  }
  return { signs, raw, from, own, taken: new Uint8Array(signs.length) };
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

/** Finds texts in a row of signs, each its own: behind the one before, or else wherever nothing was found yet. */
interface Search {
  find(text: string, isOther?: Other): Place | undefined;
  beginning(text: string): Place | undefined;
}

/** Says of a place that what is looked for is not this. */
type Other = (place: Place) => boolean;

/** `fold` gives what is looked for of each sign, '' for nothing. */
function searching(paper: Paper, fold: (sign: string) => string): Search {
  const { taken, own } = paper;
  const { text, at } = rowOf(paper, fold);
  const placeOf = (start: number, length: number): Place => ({
    paper,
    start: at[start] ?? 0,
    end: (at[start + length - 1] ?? 0) + 1,
  });
  const next = (wanted: string, from: number, isOther?: Other): number => {
    for (let found = text.indexOf(wanted, from); found >= 0; found = text.indexOf(wanted, found + 1)) {
      const place = placeOf(found, wanted.length);
      if (!taken[place.start] && !taken[place.end - 1] && !isOther?.(place)) return found;
    }
    return -1;
  };
  let cursor = 0;
  return {
    find(wanted, isOther) {
      if (wanted === '') return undefined;
      const ahead = next(wanted, cursor, isOther);
      const found = ahead < 0 ? next(wanted, 0, isOther) : ahead;
      if (found < 0) return undefined;
      const place = placeOf(found, wanted.length);
      if (own.size > 0 && !hasAny(own, place)) return undefined;
      taken.fill(1, place.start, place.end);
      // A short text far ahead may be another one: whoever comes next is looked for from here as well.
      if (found - cursor <= NEAR || wanted.length >= LONG) cursor = found + wanted.length;
      return place;
    },
    beginning(wanted) {
      const found = next(wanted.slice(0, LEAST), cursor);
      if (wanted.length < LEAST || found < 0 || found - cursor > NEAR) return undefined;
      let length = LEAST;
      while (length < wanted.length && text[found + length] === wanted[length]) length += 1;
      const place = placeOf(found, length);
      taken.fill(1, place.start, place.end);
      cursor = found + length;
      return place;
    },
  };
}

/** The signs as one text, and for each of its UTF-16 units the place of its sign. */
function rowOf(paper: Paper, fold: (sign: string) => string): { readonly text: string; readonly at: Uint32Array } {
  const signs = paper.signs.map(fold);
  const text = signs.join('');
  const at = new Uint32Array(text.length);
  let unit = 0;
  for (const [n, sign] of signs.entries()) {
    at.fill(n, unit, unit + sign.length);
    unit += sign.length;
  }
  return { text, at };
}

/** What the other ways of reading have too is theirs to find. */
function hasAny(own: ReadonlySet<number>, { start, end }: Place): boolean {
  for (let n = start; n < end; n += 1) if (own.has(n)) return true;
  return false;
}

/** In signs: what stands no farther ahead is the next text; what is as long is no other by chance. */
const NEAR = 80;
const LONG = 40;

/** In signs: with less than that, a text has not begun. */
const LEAST = 8;
