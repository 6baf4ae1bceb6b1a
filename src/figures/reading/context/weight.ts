import type { FigureKind } from '../../../model.ts';
import { equal, ONE } from '../../value.ts';
import { isCapital } from '../tokens/capitals.ts';
import { type Amount, previous, type Reader } from '../tokens/reader.ts';
import type { Head } from './head.ts';
import { BREAK } from './near.ts';
import type { Tail } from './tail.ts';

/** A figure as it is read. */
interface Parts {
  readonly head: Head;
  readonly amount: Amount;
  readonly tail: Tail;
  readonly kind: FigureKind;
  /** No smaller unit goes on with it, as in 6ft 2in. */
  readonly isWhole: boolean;
}

/** Does the number say little by itself, so that an edition may leave it out: "one of", "a week", "a dozen people"? */
export function weighsLittle(reader: Reader, { head, amount, tail, kind, isWhole }: Parts): boolean {
  // 一角 is a corner too.
  const isCorner = amount.bare && isWhole && reader.tokens[tail.to - 1]?.lex.subunit !== undefined;
  const isOne = isSoft(kind, amount, tail, head) && isWhole && !isVote(reader, head.from);
  return (
    isCorner ||
    isOne ||
    (isWhole && isByArticle(reader, amount)) ||
    isPerOne(reader, head, amount) ||
    isBase(reader, amount) ||
    isVagueGroup(reader, amount) ||
    isRanked(reader, amount) ||
    (kind === 'number' && (isCode(amount) || isInTitle(reader, amount) || isInName(reader, amount))) ||
    isNaming(reader, tail)
  );
}

/** One, first and their like say little; a bound or digits make them figures in full. */
function isSoft(kind: FigureKind, amount: Amount, tail: Tail, head: Head): boolean {
  if (!amount.words || amount.scale > 0 || tail.plus || !equal(amount.value, ONE)) return false;
  // "a week" is one week said without a number.
  if (kind === 'duration' || kind === 'quantity') return true;
  // "more than one" is said of several, "one or more" of any.
  if (kind === 'number' && (head.bound === 'over' || tail.bound === 'at-least')) return true;
  // sv: under en lång karriär
  return (kind === 'number' || kind === 'ordinal') && !tail.bound && (head.bound === 'exact' || head.during);
}

/** "It costs a dollar": one that no number says. */
function isByArticle({ tokens }: Reader, { from, to }: Amount): boolean {
  const { article, number } = tokens[from]?.lex ?? {};
  return article === true && number === undefined && to === from + 1;
}

/** "a dozen people", с десяток человек: about as many, and nobody minds two more. */
function isVagueGroup({ tokens }: Reader, { from, to }: Amount): boolean {
  const isGroup = (tokens[to - 1]?.lex.group ?? 20) <= 12;
  return isGroup && (to === from + 1 || (to === from + 2 && tokens[from]?.lex.article === true));
}

/** 每1美元: what a rate is per. */
function isPerOne({ tokens }: Reader, { from }: Head, { value }: Amount): boolean {
  return equal(value, ONE) && previous(tokens, from)?.lex.per === true;
}

/** 每千人, 百万英镑, but 十二万元 and 十亿元: what a rate or sum is, where scales alone say one of it, as "per thousand" does. */
function isBase({ tokens, lexicon }: Reader, { from, to, words, value }: Amount): boolean {
  if (!words || value.d !== 1n) return false;
  const isScale = tokens.slice(from, to).every(({ lex }) => lex.scale !== undefined && lex.number === undefined);
  const { per, before } = previous(tokens, from)?.lex ?? {};
  const isTen = tokens[from]?.lex.scale === 1;
  const isSum = lexicon.shortens && !isTen && before === undefined && tokens[to]?.lex.currency !== undefined;
  return isScale && (per === true || isSum);
}

/** "by six votes to one": the number that a score ends with is none of the small words. */
function isVote({ tokens }: Reader, at: number): boolean {
  const [number, to, one] = [previous(tokens, at - 1), previous(tokens, at), tokens[at]];
  if (!to?.lex.to || !one || one.start - to.end > 1) return false;
  const isNumber = (number?.digits ?? number?.lex.number) !== undefined;
  return isNumber && to.start - (number?.end ?? 0) < VOTE;
}

/** How far the winner's votes may stand from the loser's, in UTF-16 units. */
const VOTE = 12;

/** "her first million": one of a scale that no number says. */
function isRanked({ tokens }: Reader, { from, to }: Amount): boolean {
  const lex = to === from + 1 ? tokens[from]?.lex : undefined;
  if (lex?.scale === undefined || lex.number !== undefined || lex.solo) return false;
  return previous(tokens, from)?.lex.ordinal !== undefined;
}

/** 007: noughts before a whole number make it a name. */
function isCode({ plain }: Amount): boolean {
  return plain?.startsWith('00') === true;
}

/** 《十二罗汉》, 《碟中谍7》: a small number in the title of a work, which may have another title elsewhere. */
function isInTitle({ tokens, folded }: Reader, { from, to, value }: Amount): boolean {
  if (value.d !== 1n || value.n > SMALL) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  const before = folded.slice(Math.max(0, start - TITLE), start);
  return before.lastIndexOf('《') > before.lastIndexOf('》') && folded.slice(end, end + TITLE).includes('》');
}

const SMALL = 99n;
/** How long what stands before or behind it in its title may be, in UTF-16 units. */
const TITLE = 16;

/** "in the Seven Sisters", within a sentence that has words in small letters: a numeral between capitals is part of a name. */
function isInName({ tokens, folded, text }: Reader, { from, to, words }: Amount): boolean {
  if (!words || to !== from + 1) return false;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[from]?.end ?? 0];
  if (!isCapital(folded, text, start)) return false;
  // "one of the Chicago Seven"
  if (!/^[ -]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))) return isWithin(text, start, /the \p{Lu}\p{Ll}+ $/u);
  return isWithin(text, start, /(?:\p{Ll}|^The) $/u);
}

/** Does this stand right before, in a text whose words are not all written with capitals? */
function isWithin(text: string, start: number, before: RegExp): boolean {
  return before.test(text.slice(Math.max(0, start - TITLE), start)) && / \p{Ll}{5}/u.test(text);
}

/** 16進数, 3차원: no more than the name of a thing. */
function isNaming({ tokens, folded }: Reader, { to, kind, unit }: Tail): boolean {
  const next = kind === 'ordinal' || (kind === undefined && unit === undefined) ? tokens[to] : undefined;
  const isNext = (next?.start ?? 0) - (tokens[to - 1]?.end ?? 0) < 2;
  return next?.lex.naming === true && isNext && !BREAK.test(folded.slice(tokens[to - 1]?.end ?? 0, next.start));
}
