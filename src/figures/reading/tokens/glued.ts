import { isSpacedLetter, UNSPACED } from '../../letters.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NOWHERE, Trie } from '../words/trie.ts';
import { isDigit } from './digits.ts';
import { isCounting, type Token } from './token.ts';

/** Digits that belong to a name: COVID-19, A4, H1N1, but not RMB100 or mid-2022. */
export function isName(folded: string, raw: string, start: number, tokens: readonly Token[]): boolean {
  const before = folded.charCodeAt(start - 1);
  const last = tokens.at(-1);
  if (before === 0x2e) return isPartLetter(folded, raw, start - 2);
  if (isSpacedLetter(before))
    return !(
      last?.end === start &&
      ((last.lex.currency && !(last.lex.largeOnly && isFew(folded, start))) ||
        last.lex.fiscal ||
        last.lex.label ||
        last.lex.quarter ||
        last.lex.hourAfter ||
        isHeight(folded, start, tokens) ||
        isUnparted(raw, last))
    );
  if (before !== 0x2d || !isSpacedLetter(folded.charCodeAt(start - 2))) return false;
  if (last?.end !== start - 1 || last.digits) return true;
  // С-300, М-4: a capital or two that mean something else in a sentence.
  const letters = raw.slice(last.start, last.end);
  const means = [
    last.lex.prefix,
    last.lex.currency,
    last.lex.fiscal,
    last.lex.quarter,
    last.lex.month,
    last.lex.number,
  ];
  return (
    letters.length <= 2 && letters !== folded.slice(last.start, last.end) && means.every((role) => role === undefined)
  );
}

/** N95 is a mask, R50,000 and N650 are money: a letter that may be a currency is one before three digits and more. */
function isFew(folded: string, start: number): boolean {
  return !/^\d{1,3}(?:,?\d{3}|\d\d(?!\d)|\.\d\d(?!\d)|(?:\.\d+)? ?(?:m|bn|tn|million|billion|trillion)(?!\p{L}))/u.test(
    folded.slice(start, start + 16),
  );
}

/** 1m78: two digits right behind a metre, or two of them, and its letter. */
function isHeight(folded: string, start: number, tokens: readonly Token[]): boolean {
  const [number, unit] = tokens.slice(-2);
  const isMeters = unit?.lex.unit === 'meter' && number?.end === unit.start && /^[12]$/.test(number.plain ?? '');
  return isMeters && /^\d\d(?!\d)/.test(folded.slice(start, start + 3));
}

/** B.3.4, A.1: a capital and a full stop before the digits are the number of a part. */
function isPartLetter(folded: string, raw: string, at: number): boolean {
  if (!isSpacedLetter(folded.charCodeAt(at)) || folded.charCodeAt(at) === raw.charCodeAt(at)) return false;
  const before = folded.charCodeAt(at - 1);
  return before !== 0x2e && !isSpacedLetter(before) && !isDigit(before);
}

/** 2 + 3, Ctrl + 1: a plus that stands apart from both sides adds, and bounds nothing. */
export function isSum(folded: string, at: number): boolean {
  if (folded.charCodeAt(at) !== 0x2b || folded.charCodeAt(at - 1) !== 0x20) return false;
  if (folded.charCodeAt(at + 1) !== 0x20 || !isNameSign(folded, at + 2)) return false;
  return isDigit(folded.charCodeAt(at + 2)) || !isNameSign(folded, at + 3);
}

/** 3-D: digits, a hyphen and a capital are a name as 3D is; so is 4.x. */
export function isLettered(folded: string, raw: string, hyphen: number): boolean {
  if (folded.startsWith('.x', hyphen)) return !isNameSign(folded, hyphen + 2);
  const letter = folded.charCodeAt(hyphen + 1);
  if (folded.charCodeAt(hyphen) !== 0x2d || letter === raw.charCodeAt(hyphen + 1) || !isSpacedLetter(letter))
    return false;
  return !isNameSign(folded, hyphen + 2) && folded.charCodeAt(hyphen + 2) !== 0x2d;
}

/** 20230508+deb12: a sign between digits and letters that go on in digits joins the parts of a version. */
export function joinsVersion(folded: string, at: number): boolean {
  if (folded.charCodeAt(at) !== 0x2b || !isDigit(folded.charCodeAt(at - 1))) return false;
  let i = at + 1;
  while (isSpacedLetter(folded.charCodeAt(i))) i += 1;
  return i > at + 1 && isDigit(folded.charCodeAt(i));
}

/** до20, تا۱۰۰: a word that leads numbers, written without its space; a capital makes it a name. */
function isUnparted(raw: string, { start, end, lex }: Token): boolean {
  const leads = lex.before || lex.from || lex.to || lex.fromTo || lex.ordinal;
  const said = raw.slice(start, end);
  return leads !== undefined && end - start > 1 && said === said.toLowerCase();
}

/** No particle is longer, in letters. */
const PARTICLE = 7;

/** Are the letters before the digits a particle of the language (بـ10, ב-10, ke-3)? */
export function isLed(folded: string, start: number, { proclitics }: Lexicon): boolean {
  if (proclitics.length === 0) return false;
  let end = start;
  while (end > 0 && (folded.charCodeAt(end - 1) === 0x2d || folded.charCodeAt(end - 1) === 0x640)) end -= 1;
  let from = end;
  while (from > 0 && end - from <= PARTICLE && isSpacedLetter(folded.charCodeAt(from - 1))) from -= 1;
  return proclitics.includes(folded.slice(from, end));
}

/** سال ۱۸۹۰هنگامی, 1و3%: right to left no names are made of digits and letters of the script. */
export function isParted(folded: string, { start, end, plain }: Token, { rightToLeft, conjunction }: Lexicon): boolean {
  if (!rightToLeft || folded.charCodeAt(end) < 0x590) return false;
  const joins = folded.startsWith(conjunction, end) && isDigit(folded.charCodeAt(end + conjunction.length));
  return joins || (plain !== undefined && end - start > 1);
}

/** .5, but not the number behind the full stop of v.2. */
export function mayLeadDecimals(folded: string, before: number): boolean {
  const code = folded.charCodeAt(before);
  // و.08: a particle of a script without names in letters and digits may stand there.
  return !isDigit(code) && code !== 0x29 && !(code < 0x590 && isSpacedLetter(code));
}

/** (see above).2 and (as above)2): what marks a note stands right behind a bracket and its full stop. */
export function isNoteMark(folded: string, at: number, code: number): boolean {
  if (code === 0x2e) return folded.charCodeAt(at - 1) === 0x29 && isDigit(folded.charCodeAt(at + 1));
  if (code !== 0x29 || !isDigit(folded.charCodeAt(at + 1))) return false;
  return folded.charAt(at + 2) === ')';
}

/** ring[12], [2,3]: what marks a note in square brackets, right behind a word or at the start of the note. */
export function endOfNoteMark(folded: string, at: number): number | undefined {
  if (folded.charAt(at - 1) === ' ') return undefined;
  NOTE_MARK.lastIndex = at;
  return NOTE_MARK.test(folded) ? NOTE_MARK.lastIndex : undefined;
}

const NOTE_MARK = /\[\d{1,3}(?:[,–-] ?\d{1,3})*\]/y;

export function endOfName(folded: string, start: number): number {
  const isDotted = folded.charCodeAt(start - 1) === 0x2e;
  let i = start;
  while (i < folded.length && (isNameSign(folded, i) || (isDotted && isInnerPoint(folded, i)))) i += 1;
  return Math.max(i, start + 1);
}

function isNameSign(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return isDigit(code) || isSpacedLetter(code);
}

/** B.3.4: between digits, in what has a full stop before it. */
function isInnerPoint(folded: string, at: number): boolean {
  return folded.charCodeAt(at) === 0x2e && isDigit(folded.charCodeAt(at - 1)) && isDigit(folded.charCodeAt(at + 1));
}

/** 一个半球: where nothing parts words, the last sign of "and a half" may begin a word that is no figure. */
export function beginsIdiom(folded: string, at: number, words: Trie): boolean {
  if (isSpacedLetter(folded.charCodeAt(at))) return false;
  let place = words.step(Trie.start, folded.charCodeAt(at));
  for (let i = at + 1; i < folded.length && place !== NOWHERE; i += 1) {
    place = words.step(place, folded.charCodeAt(i));
    if (place !== NOWHERE && words.at(place)?.lexeme?.skip !== undefined) return true;
  }
  return false;
}

/** A hyphen is a minus only before a digit and behind a space or an opening sign; "13 -25" is a range. */
export function startsNumber(folded: string, hyphen: number, before: Token | undefined): boolean {
  const sign = /[$€£¥₽]/.test(folded.charAt(hyphen + 1)) ? 1 : 0;
  if (!isDigit(folded.charCodeAt(hyphen + 1 + sign))) return false;
  if (folded.charAt(hyphen - 1) === ' ' && /[\d%]/.test(folded.charAt(hyphen - 2))) return false;
  // 31 January -15 March
  if (before?.lex.month !== undefined && before.end === hyphen - 1) return false;
  if (hyphen === 0 || /[\s([{<"“„‚«‹'（，、：「『]/.test(folded.charAt(hyphen - 1))) return true;
  // 降至-18℃, but 20℃-25℃ and 1月-3月 are ranges.
  return UNSPACED.test(folded.charAt(hyphen - 1)) && !(before?.end === hyphen && isCounting(before));
}
