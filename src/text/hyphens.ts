import { createRequire } from 'node:module';
import createHyphenator, { type Hyphenate, type Patterns } from 'hyphen';

/** How words of a language are parted. */
export interface Hyphenation {
  /** Name of the patterns in the package `hyphen`: `en-us`. */
  readonly patterns: string;
  /** Letters that stay together at least before a hyphen and after it, and those of the shortest word that is parted. */
  readonly before: number;
  readonly after: number;
  readonly shortest: number;
  /** Nouns are written with a capital, so that one within a sentence tells no name. */
  readonly capitalNouns?: true;
}

/** Words, in small letters, that are never parted. */
export type Kept = ReadonlySet<string>;

/** A stretch of a text, `end` exclusive. */
export type Area = readonly [start: number, end: number];

/**
 * Places in a text at which a soft hyphen may stand, in order, within these areas of it. A word is parted if it is one
 * of letters only, not written with a hyphen or digits, no name and not among those that are kept. Linear.
 */
export function partings(text: string, areas: readonly Area[], how: Hyphenation, kept: Kept = none): number[] {
  const words = wordsIn(text, areas, how.shortest);
  const names = how.capitalNouns ? none : namesAmong(words, text);
  const placesIn = wordParter(how);
  const cuts: number[] = [];
  for (const { word, at } of words) {
    if (names.has(word) || INNER_CAPITAL.test(word) || kept.has(word.toLowerCase())) continue;
    for (const place of placesIn(word)) cuts.push(at + place);
  }
  return cuts;
}

const none: Kept = new Set();

/** Where a word may be parted. What has come up comes up again, in other texts too: so many words are kept. */
function wordParter(how: Hyphenation): (word: string) => readonly number[] {
  const { patterns, before, after } = how;
  const key = `${patterns} ${before} ${after}`;
  const known = parters.get(key);
  if (known) return known;
  const parted = hyphenator(patterns);
  const places = new Map<string, readonly number[]>();
  const made = (word: string) => {
    const found = places.get(word);
    if (found) return found;
    const whole = parted(word);
    const own = inner(whole, how);
    if (places.size >= WORDS) places.clear();
    // Not the word as it was cut out of its text, all of which it would keep.
    places.set(whole.replaceAll('\u00ad', ''), own);
    return own;
  };
  parters.set(key, made);
  return made;
}

const parters = new Map<string, (word: string) => readonly number[]>();
const WORDS = 20_000;

interface Word {
  readonly word: string;
  readonly at: number;
}

/** Entities (`&amp;`) are no words; nor is what touches digits, a hyphen, an apostrophe, code or a sign of an address. */
const WORD =
  /&\w+;|(?<![\p{L}\p{M}\p{N}'’@/_.&\-\u00ad\u2010\u2011\ufffc])\p{L}[\p{L}\p{M}]*(?![\p{L}\p{M}\p{N}'’@/_&\-\u00ad\u2010\u2011\ufffc]|[.:][\p{L}\p{N}/])/gu;
/** A name of a firm, an abbreviation: eBay, NATO. */
const INNER_CAPITAL = /.\p{Lu}/u;

/** What is longer is no word, and would take long; the longest in use have some eighty letters. */
const longest = 100;

function wordsIn(text: string, areas: readonly Area[], shortest: number): Word[] {
  const found: Word[] = [];
  let area = 0;
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (word.length < shortest || word.length > longest || word.startsWith('&')) continue;
    while ((areas[area]?.[1] ?? text.length) < at + word.length) area += 1;
    const [start = text.length] = areas[area] ?? [];
    if (at >= start) found.push({ word, at });
  }
  return found;
}

/** Where a sentence begins: at the edge of a block, or behind a stop and a space that may be broken, as none is in J. Smith. */
const SENTENCE = /(?:^|\ufffb|[.!?…][»”’"')\]\uf8f1\uf8f3]*[ \n]+)[\s«“„‘"'([—–\uf8f0\uf8f2]*$/u;
/** More than what may stand between two sentences, in UTF-16 units. */
const enough = 16;

/** Words that have a capital somewhere within a sentence: names, also where they begin one. */
function namesAmong(words: readonly Word[], text: string): Kept {
  const inside = words.filter(
    ({ word, at }) =>
      /^\p{Lu}/u.test(word) && !SENTENCE.test(at < enough ? text.slice(0, at) : text.slice(at - enough, at)),
  );
  return new Set(inside.map(({ word }) => word));
}

/** Offsets of the soft hyphens in a parted word that leave enough letters on either side. */
function inner(parted: string, { before, after }: Hyphenation): number[] {
  const parts = parted.split('\u00ad');
  const length = parted.length - parts.length + 1;
  let at = 0;
  return parts.slice(0, -1).flatMap((part, n) => {
    at += part.length;
    // Through a hyphen nobody sees a font draws its ligature all the same, and the PDF no longer says of which letters.
    const isLigature = part.endsWith('f') && /^[fijl]/.test(parts[n + 1] ?? '');
    return at >= before && at <= length - after && !isLigature ? at : [];
  });
}

const require = createRequire(import.meta.url);
const hyphenators = new Map<string, Hyphenate>();

/** Parts single words; the patterns are read at first use. */
function hyphenator(name: string): Hyphenate {
  const known = hyphenators.get(name);
  if (known) return known;
  const patterns: Patterns = require(`hyphen/patterns/${name}.js`);
  const made = createHyphenator(patterns, { html: false, minWordLength: 2 });
  hyphenators.set(name, made);
  return made;
}
