import { endsWithWord, startsWithWord } from '../../sentences.ts';
import type { Amount, Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import type { Token } from '../tokens/token.ts';
import { type Head, isPlain } from './head.ts';
import type { Tail } from './tail.ts';

/**
 * May the number be no number: an everyday word (tyve, "thieves"), a noun (die Elf), a king's (Christian 10.), or an
 * article behind a preposition (unter einem Stein)?
 */
export function isOtherWord(reader: Reader, head: Head, amount: Amount, tail: Tail): boolean {
  const token = reader.tokens[amount.from];
  if (!token || amount.to !== amount.from + 1 || tail.marked) return false;
  if (token.lex.article && (head.bound === 'under' || head.bound === 'over')) return true;
  // kein Elf; da venti secchi
  if ((head.to > head.from && !head.spans && !isPlain(head)) || tail.bound) return false;
  return (
    (token.lex.homograph === true && !isCount(reader, token)) ||
    isNoun(reader, token) ||
    isRegnal(reader, token) ||
    isTitle(reader, token)
  );
}

/** in sei province: behind a preposition or an article, what would be a verb elsewhere. */
function isCount({ folded, lexicon }: Reader, { lex, start }: Token): boolean {
  if (!lex.verb) return false;
  const before = folded.slice(Math.max(0, start - BEHIND), start).trimEnd();
  return lexicon.verbless.some((word) => endsWithWord(before, word));
}

/** As long as a preposition with its article may be, in UTF-16 units. */
const BEHIND = 12;

/** 90+3, на 45+2-й минуте: the end of a half that the minutes are counted from. */
export function isStoppage({ tokens, folded }: Reader, { from, plain }: Amount): boolean {
  return (
    (plain === '90' || plain === '45') &&
    /^['’]?\+\d(?!\d)/.test(folded.slice(tokens[from]?.end, (tokens[from]?.end ?? 0) + 4))
  );
}

/** How far from its minutes the half of a match may be said, in UTF-16 units. */
const HALF = 24;

/** aos 43 minutos do segundo tempo, 後半13分: minutes of a half, as those of the match, from whose beginning others count. */
export function ofMatch(
  { tokens, folded, lexicon }: Reader,
  { kind, value, unit, from, to }: Read,
): string | undefined {
  if (!lexicon.halves || (unit !== 'minute' && (unit !== null || (kind !== 'number' && kind !== 'ordinal'))))
    return undefined;
  if (typeof value !== 'string' || value.length > 2 || !/^\d+$/.test(value)) return undefined;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  // The one before it, and four behind.
  for (let i = from - 1; i < to + 4; i = i < from ? to : i + 1) {
    const lex = tokens[i]?.lex;
    if (!lex?.secondHalf && !lex?.stoppage) continue;
    if (isNearHalf(folded, tokens[i], start, end)) return String(Number(value) + (lex.stoppage ? 90 : 45));
  }
  const isLeft = unit === 'minute' && kind === 'duration' && Number(value) <= 45;
  return isLeft && areLeft(folded, start, end, lexicon.matchLeft) ? String(90 - Number(value)) : undefined;
}

/** "seven minutes from time", 残り7分: minutes that are left of a match, which others count from its beginning. */
function areLeft(folded: string, start: number, end: number, words: readonly string[]): boolean {
  const before = folded.slice(Math.max(0, start - HALF), start).trimEnd();
  const behind = folded.slice(end, end + LEFT).trimStart();
  return words.some((word) => startsWithWord(behind, word) || endsWithWord(before, word));
}

/** As far as a phrase for what is left of a match may go, in UTF-16 units. */
const LEFT = 48;

function isNearHalf(folded: string, half: Token | undefined, start: number, end: number): boolean {
  if (!half || start - half.end > HALF || half.start - end > HALF) return false;
  return !/[,;:!?()]/.test(half.start < start ? folded.slice(half.end, start) : folded.slice(end, half.start));
}

/** die Elf, eine glatte Sechs: within a sentence, a small numeral with a capital where nouns are written with one. */
function isNoun({ text, folded, lexicon }: Reader, { lex, start }: Token): boolean {
  if (!lexicon.capitalNouns || lex.number === undefined || lex.number < 2) return false;
  const isCapital = text.charCodeAt(start) !== folded.charCodeAt(start);
  return isCapital && /[\p{Ll},] $/u.test(text.slice(0, start));
}

/** The probe «Сорока»: a numeral with a capital, and nothing else between quotation marks, is a name. */
function isTitle({ text, folded }: Reader, { start, end, digits }: Token): boolean {
  if (digits || text.charCodeAt(start) === folded.charCodeAt(start)) return false;
  return /[«“„"]/.test(text.charAt(start - 1)) && /[»”“"]/.test(text.charAt(end));
}

/** Kong Christian 10. af Danmark: right behind a name, the ordinal of a king, which others write in Roman numerals. */
function isRegnal({ text, lexicon }: Reader, { plain, start, end }: Token): boolean {
  if (!lexicon.dayPoint || lexicon.capitalNouns || !plain || plain.length > 2 || text.charAt(end) !== '.') return false;
  return /(?<!\p{L})\p{Lu}\p{Ll}+ $/u.test(text.slice(Math.max(0, start - REGNAL), start));
}

/** As long as a king's name may be, in UTF-16 units. */
const REGNAL = 24;
