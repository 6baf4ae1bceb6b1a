import { type PaperRun, type ReadPdf, signsOf } from './signs.ts';

/** The signs of a PDF, and whose they are; places count UTF-16 units of them. */
export interface Paper {
  readonly signs: string;
  /** Runs, what each says, and where its signs begin. */
  readonly runs: readonly PaperRun[];
  readonly texts: readonly string[];
  readonly starts: readonly number[];
  /** Is it read so in this way only? For the first way nothing is. */
  readonly own: readonly boolean[];
  /** What was found already. */
  readonly taken: Uint8Array;
}

/** A stretch of a paper, `end` exclusive. */
export interface Place {
  readonly paper: Paper;
  readonly start: number;
  readonly end: number;
}

/** The run that a sign of a place is of, counted from its first. */
export function runAt({ paper: { runs, starts }, start, end }: Place, sign: number): PaperRun | undefined {
  return runs[runIndex(starts, Math.min(start + sign, end - 1))];
}

/** The runs of a place, one after the other. */
export function runsOf({ paper: { runs, starts }, start, end }: Place): readonly PaperRun[] {
  return runs.slice(runIndex(starts, start), runIndex(starts, end - 1) + 1);
}

/** The last that begins there or before. */
function runIndex(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** The place and the signs around it that are no words, as the dollar before a number is and the per cent behind it. */
export function widened({ paper, start, end }: Place): Place {
  const { signs } = paper;
  const before = /[^\p{L}\p{N}\p{M}]{1,4}$/u.exec(signs.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  const behind = /^[^\p{L}\p{N}\p{M}]{1,4}/u.exec(signs.slice(end, end + 4))?.[0] ?? '';
  return { paper, start: start - before.length, end: end + behind.length };
}

/** What stands in a place, spaces and all. */
export function textOf({ paper: { texts, starts }, start, end }: Place): string {
  let text = '';
  for (let n = runIndex(starts, start); n < starts.length && (starts[n] ?? 0) < end; n += 1) {
    let at = starts[n] ?? 0;
    for (const character of (texts[n] ?? '').normalize('NFKC')) {
      const { length } = signsOf(character);
      if (at >= start && at + length <= end && (length > 0 || text !== '')) text += character;
      at += length;
    }
  }
  return text;
}

/** Looks for texts in a PDF, each of which is found once. */
export interface Finder {
  /** By all its signs. A heading stands in the contents as well: its own place is where a heading is, or leads nowhere. */
  exactly(signs: string, isHeading: boolean): Place | undefined;
  /** By its letters and digits only, be they capitals or not. */
  loosely(signs: string, isHeading: boolean): Place | undefined;
  /** By all its signs, be they to be seen or not. */
  hidden(signs: string): Place | undefined;
  /** As much of its beginning as stands right behind what was found last. */
  beginning(signs: string, isHeading: boolean): Place | undefined;
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
  const papers = ways(seen);
  // Most texts are found at once: what is for the others is made when there is one.
  const exact = papers.map((paper) => once(() => searching(paper())));
  const searches = papers.map((paper) => once(() => searchingLoosely(paper())));
  const whole = once(() =>
    seen.length === told.length ? [] : ways(told).map((paper) => once(() => searching(paper()))),
  );
  return {
    exactly: (signs, isHeading) => found(exact, signs, isHeading),
    loosely: (signs, isHeading) => found(searches, loose(signs), isHeading),
    hidden: (signs) => first(whole(), signs),
    beginning: (signs, isHeading) => exact[0]?.().beginning(signs, isHeading ? leadsElsewhere : undefined),
  };
}

function found(searches: readonly (() => Search)[], text: string, isHeading: boolean): Place | undefined {
  if (!isHeading) return first(searches, text);
  return first(searches, text, isNoHead) ?? first(searches, text, leadsElsewhere);
}

function isNoHead(place: Place): boolean {
  return !runAt(place, 0)?.head;
}

/** Is it not what it says, but leads there? */
function leadsElsewhere(place: Place): boolean {
  return [runAt(place, 0), runAt(place, Number.POSITIVE_INFINITY)].every((run) => run?.inner);
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

function paperOf(all: readonly PaperRun[], stands: RegExp | undefined, { withMarks, isTurned }: Way): Paper {
  let signs = '';
  const runs: PaperRun[] = [];
  const texts: string[] = [];
  const starts: number[] = [];
  const own: boolean[] = [];
  for (const [n, run] of all.entries()) {
    const mark = isMark(run);
    if (mark && !withMarks) continue;
    const isBehind = stands && all[n - 1]?.inner && !run.inner;
    const said = (isTurned && run.otherwise) || run.text;
    const text = isBehind ? said.replace(stands, '') : said;
    const more = signsOf(text);
    runs.push(run);
    texts.push(text);
    starts.push(signs.length);
    own.push(mark || (isTurned === true && run.otherwise !== undefined));
    signs += more.startsWith('-') && signs.endsWith('-') ? more.slice(1) : more;
  }
  return { signs, runs, texts, starts, own, taken: new Uint8Array(signs.length) };
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
  beginning(text: string, isOther?: Other): Place | undefined;
}

/** Says of a place that what is looked for is not this. */
type Other = (place: Place) => boolean;

function searching(paper: Paper): Search {
  return searchingIn(paper, paper.signs, (start, end) => ({ paper, start, end }));
}

/** Among letters and digits only, be they capitals or not. */
function searchingLoosely(paper: Paper): Search {
  const { signs } = paper;
  const at: number[] = [];
  let words = '';
  let place = 0;
  for (const sign of signs) {
    const folded = loose(sign);
    words += folded;
    for (let i = 0; i < folded.length; i += 1) at.push(place);
    place += sign.length;
  }
  return searchingIn(paper, words, (start, end) => ({ paper, start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 }));
}

/** A style may write capitals. */
function loose(signs: string): string {
  return signs.replace(WORDLESS, '').toUpperCase();
}

const WORDLESS = /[^\p{L}\p{N}\p{M}]+/gu;

function searchingIn(paper: Paper, text: string, placeOf: (start: number, end: number) => Place): Search {
  const { taken, own } = paper;
  const isOnlyHere = own.some((one) => one);
  const next = (wanted: string, from: number, isOther?: Other): number => {
    for (let found = text.indexOf(wanted, from); found >= 0; found = text.indexOf(wanted, found + 1)) {
      const place = placeOf(found, found + wanted.length);
      if (!taken[place.start] && !taken[place.end - 1] && !isOther?.(place)) return found;
    }
    return -1;
  };
  let cursor = 0;
  let last = 0;
  return {
    find(wanted, isOther) {
      if (wanted === '') return undefined;
      const ahead = next(wanted, cursor, isOther);
      const found = ahead < 0 ? next(wanted, 0, isOther) : ahead;
      if (found < 0) return undefined;
      const place = placeOf(found, found + wanted.length);
      if (isOnlyHere && !hasOwn(place)) return undefined;
      taken.fill(1, place.start, place.end);
      last = found + wanted.length;
      // A short text far ahead may be another one: whoever comes next is looked for from here as well.
      if (found - cursor <= NEAR || wanted.length >= LONG) cursor = found + wanted.length;
      return place;
    },
    beginning(wanted, isOther) {
      if (wanted.length < LEAST) return undefined;
      const near = (from: number) => ({ from, at: next(wanted.slice(0, LEAST), from, isOther) });
      const found = [near(last), near(cursor)].find(({ from, at }) => at >= 0 && at - from <= NEAR)?.at;
      if (found === undefined) return undefined;
      let length = LEAST;
      while (length < wanted.length && text[found + length] === wanted[length]) length += 1;
      const place = placeOf(found, found + length);
      taken.fill(1, place.start, place.end);
      cursor = found + length;
      return place;
    },
  };
}

/** What the other ways of reading have too is theirs to find. */
function hasOwn({ paper: { own, starts }, start, end }: Place): boolean {
  return own.slice(runIndex(starts, start), runIndex(starts, end - 1) + 1).includes(true);
}

/** In signs: what stands no farther ahead is the next text; what is as long is no other by chance. */
const NEAR = 80;
const LONG = 40;

/** In signs: with less than that, a text has not begun. */
const LEAST = 8;
