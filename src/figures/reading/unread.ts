import { language } from '../../locales/index.ts';
import type { Bound, ReadFigure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { isSpacedLetter } from '../letters.ts';
import { type Exact, exact, format, scaleBy } from '../value.ts';
import { readAmount } from './numbers/amount.ts';
import { type Reader, readerOf } from './tokens/reader.ts';
import { scan } from './tokens/scan.ts';
import type { Lexeme } from './words/lexeme.ts';
import { lexicon } from './words/lexicon.ts';
import { NONE } from './words/steady.ts';

/**
 * Values of the numbers that a text says outside the figures that were read in it, as decimals: 六郡 where nothing is known
 * to count counties, "another hundred quid". Of an ordinal it is its number, of a scale alone one of it, of an idiom what
 * its words say.
 */
export function unreadNumbers(text: string, figures: readonly ReadFigure[], locale: string): ReadonlySet<string> {
  const words = lexicon(locale);
  const folded = fold(text);
  const reader = readerOf({ text, folded, tokens: scan(folded, text, words), lexicon: words });
  const found = new Set<string>();
  let next = 0;
  for (let at = 0; at < reader.tokens.length; ) {
    const token = reader.tokens[at];
    if (!token) break;
    while ((figures[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) next += 1;
    // "lost them in a quarter" and 一个季度之内
    if (token.lex.unit === 'quarter') found.add('0.25');
    const isRead = (figures[next]?.start ?? Number.POSITIVE_INFINITY) < token.end;
    // "the Barcelona V" and 巴塞罗那五号
    if (token.roman && token.roman > 1) found.add(String(token.roman));
    const amount = isRead ? undefined : readAmount(reader, at);
    const said = isRead ? [] : amount ? [amount.value] : saidBy(reader, at);
    for (const value of said) found.add(format(value));
    at = Math.max(amount?.to ?? 0, at + 1);
  }
  for (const value of [...saidWithin(reader), ...saidOfTen(reader, locale)]) found.add(value);
  return found;
}

/** 六四分成: two signs that make ten are shares of a hundred, "60-40". */
function saidOfTen({ folded, lexicon: { words } }: Reader, locale: string): readonly string[] {
  return [...folded.matchAll(splitsOf(locale))].flatMap(([signs]) => {
    const [a, b] = [...signs].map((sign) => words.find(sign)?.lexeme?.number ?? 0);
    return a && b && a + b === TEN ? [a, b].map((part) => String(part * TEN)) : [];
  });
}

const TEN = 10;

const splitsOf = remembered((locale: string) => {
  const { splits } = language(locale).figures;
  return splits ? new RegExp(`\\p{sc=Han}{2}(?=${splits})`, 'gu') : /(?!)/g;
});

/** пятиярусный, sjättedivisionen: what a word begins with, where it is known to mean nothing else. */
function saidWithin({ folded, tokens, lexicon: { words } }: Reader): readonly string[] {
  const known = new Set(tokens.map(({ start }) => start));
  const unknown = [...folded.matchAll(LONG)].filter(({ index }) => !known.has(index));
  return unknown.flatMap(([word]) => {
    for (let end = word.length - PART; end >= PART; end -= 1) {
      const [value] = numberOf(words.find(word.slice(0, end))?.lexeme);
      if (value) return [format(value)];
    }
    return [];
  });
}

/** How many letters each part of a word must have. */
const PART = 4;

/** Words in which there is room for two parts, of scripts that part words. */
const LONG = /(?<!\p{L})(?!\p{sc=Han}|\p{sc=Kana}|\p{sc=Hira}|\p{sc=Thai})[\p{L}\p{M}]{8,}/gu;

function saidBy({ tokens, folded, lexicon: { words } }: Reader, at: number): readonly Exact[] {
  const { lex, start, end } = tokens[at] ?? { lex: NONE, start: 0, end: 0 };
  if (lex !== NONE) return numberOf(lex);
  const within = folded.slice(start, end).match(WORDS) ?? [];
  return within.flatMap((word) => numberOf(words.find(word)?.lexeme));
}

/** Words of an idiom; what is written without spaces, sign by sign. */
const WORDS = /\p{sc=Han}|[\p{L}\p{M}]+/gu;

function numberOf({ number, ordinal, amount, scale }: Lexeme = NONE): readonly Exact[] {
  const value = amount ?? ordinal ?? (number === undefined ? undefined : exact(number));
  return value ? [value] : scale === undefined ? [] : [scaleBy(exact(1), scale)];
}

/**
 * Is there a word before a figure, or right behind it, that would bound it and was read with no other: 还不到2023年3月峰值的一半?
 * A "not" will do for what is not reached, as in "he was not yet 20".
 */
export function hasUnreadBound(
  text: string,
  figures: readonly ReadFigure[],
  { start, end }: ReadFigure,
  bounds: ReadonlySet<Bound>,
  locale: string,
): boolean {
  // Of a long text only what is near is looked at, however many figures ask.
  const first = Math.max(0, start - AHEAD - LONGEST);
  const near = text.slice(first, end + BEHIND + LONGEST);
  const folded = fold(near);
  const at = { start: start - first, end: end - first };
  const others = figures.filter((figure) => figure.end > first && figure.start < end + BEHIND + LONGEST);
  return scan(folded, near, lexicon(locale)).some(({ lex, start: from, end: to }) => {
    const isBefore = to <= at.start && at.start - to <= AHEAD && !/[.!?。！？]/.test(folded.slice(to, at.start));
    const isBehind = from >= at.end && from - at.end <= BEHIND;
    if (!isBefore && !isBehind) return false;
    if (others.some((figure) => figure.start - first < to && from < figure.end - first)) return false;
    const said = [lex.before, lex.after, lex.than, from === at.end ? lex.inside : undefined];
    if (said.some((bound) => bound !== undefined && bounds.has(bound))) return !isPartOf(folded, from, to, locale);
    // 禁止18周岁 forbids, and bounds nothing; 一年内 before a figure bounds another one.
    const isSpaced = isSpacedLetter(folded.charCodeAt(from));
    const isUnder = lex.within ? isSpaced || isBehind : isSpaced && isBefore && lex.negation;
    return bounds.has('under') && isUnder === true;
  });
}

/** How far before a figure, or behind it, such a word may stand, in UTF-16 units. */
const AHEAD = 24;
const BEHIND = 4;
/** No such word is longer. */
const LONGEST = 24;

/** 她们大多丧偶: a sign that is part of a longer word, as `Intl.Segmenter` parts the text. */
function isPartOf(text: string, start: number, end: number, locale: string): boolean {
  if (!/\p{sc=Han}/u.test(text.charAt(start))) return false;
  const from = Math.max(0, start - WORD);
  for (const { segment, index } of segmenter(locale).segment(text.slice(from, end + WORD))) {
    const first = from + index;
    const last = first + segment.length;
    if (first <= start && end <= last) return segment.length > end - start;
  }
  return false;
}

/**
 * Does the unit of a figure begin a longer word, as `Intl.Segmenter` parts the text: 两个年幼的孩子, 60份米饭? Not where what
 * follows is a word by itself: 三年|前.
 */
export function endsWithinWord(text: string, { start, end, unit }: ReadFigure, locale: string): boolean {
  if (unit === null || !/\p{sc=Han}/u.test(text.charAt(end - 1))) return false;
  for (const { segment, index } of segmenter(locale).segment(text.slice(start, end + WORD))) {
    const behind = index + segment.length - (end - start);
    if (behind <= 0) continue;
    const isOne = lexicon(locale).words.find(segment.slice(1)) === undefined && !partedOf(locale).has(segment);
    return segment.length - behind === 1 && isOne;
  }
  return false;
}

/** How far behind the figure such a word may end, in UTF-16 units. */
const WORD = 4;

const partedOf = remembered((locale: string) => new Set(language(locale).figures.parted?.split('|')));

const segmenter = remembered((locale: string) => new Intl.Segmenter(locale, { granularity: 'word' }));
