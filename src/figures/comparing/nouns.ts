import type { Block, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { isSpacedLetter } from '../letters.ts';
import { conceptOf, conceptsOf } from './concepts.ts';

/** What is counted beside a figure, as far as words tell. */
export interface Nouns {
  /** Stems of the words behind it, up to the next figure or the end of the clause. */
  readonly words: ReadonlySet<string>;
  /** Concepts that the language has a word for (`FigureWords.nouns`), behind it or before it in its clause. */
  readonly concepts: ReadonlySet<string>;
  /** They stand before what counts something that has no word there: a subject, or where it is. */
  readonly isAhead?: boolean;
}

/** How far from its figure a noun may stand, in UTF-16 units and in words. */
const REACH = 60;
const WORDS = 4;
const STOPS = /[.,;:!?。，；：、！？()（）،؛؟।]/;

/** The nouns of a figure that stands in one of these blocks. */
export function nounsOf(blocks: readonly Block[], figure: Figure, locale: string): Nouns {
  const block = blocks.find((candidate) => candidate.figures.includes(figure));
  if (!block) return { words: new Set(), concepts: new Set() };
  const at = block.figures.indexOf(figure);
  const next = block.figures[at + 1]?.start ?? block.text.length;
  const last = block.figures[at - 1]?.end ?? 0;
  const [clause = '', more] = block.text.slice(figure.end, Math.min(next, figure.end + REACH)).split(STOPS);
  // A verb right before the next figure is that one's: "killed 140 people and injured 23".
  const isLast = more === undefined && next < block.text.length && !endsShort(clause);
  const behind = wordsIn(clause).slice(0, isLast ? -1 : undefined);
  const lead = block.text.slice(Math.max(last, figure.start - REACH), figure.start).split(STOPS);
  // What stands between two figures is mostly the first one's; the last word may be the second one's verb.
  const isBetween = lead.length === 1 && last > 0;
  const before = isBetween ? wordsIn(lastWord(lead[0] ?? '')) : wordsIn(lead.at(-1) ?? '').slice(-WORDS);
  const named = (list: readonly Word[]) => list.flatMap((word) => conceptsIn(word, locale));
  // Counts stand before their nouns, amounts and shares behind theirs.
  const isCount = figure.kind === 'number' || figure.kind === 'quantity';
  const [near, far] = isCount ? [behind, before] : [before, behind];
  const own = named(near);
  const words = new Set(
    behind
      .map(({ stem }) => stem)
      .filter(Boolean)
      .slice(0, WORDS),
  );
  return own.length > 0
    ? { words, concepts: new Set(own) }
    : { words, concepts: new Set(named(far)), isAhead: isCount };
}

/** A preposition or "and" stands last, and no verb: 58 goals in 124. */
function endsShort(clause: string): boolean {
  return /(?:^|[^\p{L}\p{M}])(?!\p{sc=Han})[\p{L}\p{M}]{1,2}\s*$/u.test(clause);
}

/** "750 teachers in six" leaves nothing to six but "in". */
function lastWord(text: string): string {
  return /[\p{L}\p{M}]+(?=[^\p{L}\p{M}]*$)/u.exec(text.slice(-REACH))?.[0] ?? '';
}

/** What a word names: itself, or where that is not known, words that differ from it by their endings alone. */
function conceptsIn({ stem, text, start, end }: Word, locale: string): readonly string[] {
  const known = conceptsOf(locale);
  const joined = known.joined.get(text.charAt(start));
  if (joined || isHan(text.charCodeAt(start))) {
    const own = joined?.find(({ form }) => text.startsWith(form, start));
    return own ? [own.concept] : [];
  }
  const word = text.slice(start, end);
  const own = conceptOf(word, known);
  if (own !== undefined) return [own];
  const alike = byStem(locale).get(stem) ?? [];
  return [...new Set(alike.filter(([form]) => isInflected(word, form)).map(([, concept]) => concept))];
}

/** городами, of городов: all but the last letters of the shorter one are the same. */
function isInflected(word: string, form: string): boolean {
  const [short, long] = word.length < form.length ? [word, form] : [form, word];
  return long.length - short.length <= ENDING && long.startsWith(short.slice(0, Math.max(STEM, short.length - 2)));
}

/** As many letters as an ending may have more than another, and as no ending changes. */
const ENDING = 4;
const STEM = 5;

/** Stem → the words that begin so, with their concepts: городов and городских begin alike. */
const byStem = remembered((locale: string) => Map.groupBy(conceptsOf(locale).whole, ([form]) => form.slice(0, STEM)));

/** The first letters of words, and pairs of Han characters. */
export function stems(text: string): readonly string[] {
  return wordsIn(text).flatMap(({ stem }) => (stem === '' ? [] : [stem]));
}

/** A word, or a pair of Han characters, of a text in lower case. */
interface Word {
  /** Its first letters; none of what is too short to be learned, though a language may name it: 票, 골. */
  readonly stem: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One pass, sign by sign: whole editions go through it. */
function wordsIn(given: string): readonly Word[] {
  const text = given.toLowerCase();
  const found: Word[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const isOfHan = isHan(code);
    if (!isOfHan && !isLetter(code)) {
      i += 1;
      continue;
    }
    const start = i;
    while (i < text.length && isOfWord(text.charCodeAt(i), isOfHan)) i += 1;
    if (isOfHan && i - start === 1) found.push({ stem: '', text, start, end: i });
    else if (isOfHan)
      for (let at = start; at + 2 <= i; at += 1)
        found.push({ stem: text.slice(at, at + 2), text, start: at, end: at + 2 });
    else if (i - start > 2) found.push({ stem: text.slice(start, Math.min(i, start + STEM)), text, start, end: i });
    else if (isHangul(code)) found.push({ stem: '', text, start, end: i });
  }
  return found;
}

/** CJK Unified Ideographs (Unicode, block 4E00–9FFF). */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

function isHan(code: number): boolean {
  return code >= FIRST_HAN && code <= LAST_HAN;
}

function isOfWord(code: number, isOfHan: boolean): boolean {
  return isOfHan ? isHan(code) : isLetter(code);
}

/** Letters of scripts with and without spaces: Hangul, kana and Thai too. */
function isLetter(code: number): boolean {
  if (isSpacedLetter(code)) return true;
  return isHangul(code) || (code >= 0x3040 && code <= 0x30ff) || (code >= 0x0e00 && code <= 0x0e7f);
}

/** Hangul Syllables (Unicode, block AC00–D7A3). */
function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}
