import { isSpacedLetter } from '../../letters.ts';
import { parseExact, scaleBy } from '../../value.ts';
import type { Lexeme } from '../words/lexeme.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NONE } from '../words/steady.ts';
import { type Token, token } from './token.ts';

/** Is it an ASCII digit? Folded text has no others. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Does the sign join digits to those before them? A point, a comma, a stroke or a hyphen may. */
export function joinsDigits(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x2f || code === 0x2d;
}

/** Digits with the locale's separators. Any space may group thousands in a locale that groups by spaces. */
export function numberAt(folded: string, raw: string, start: number, lexicon: Lexicon): Token {
  const first = endOfDigits(folded, start);
  if (first - start > LONGEST) return token(start, first, NONE);
  // Behind a sign that no digit follows, nothing of the number goes on.
  const goesOn = isDigit(folded.charCodeAt(first + 1));
  const mixed = goesOn && first - start <= 3 ? mixedAt(folded, start) : undefined;
  if (mixed) return mixed;
  // 0,004 is a decimal wherever its sign can be one.
  const isZero = goesOn && folded.slice(start, first) === '0' && isDecimal(folded.charAt(first), lexicon);
  const i = goesOn && first - start <= 3 && first > start && !isZero ? endOfGroups(folded, raw, first, lexicon) : first;
  const digits = i === first ? folded.slice(start, i) : folded.slice(start, i).replace(/\D/g, '');
  const grouped = i > first;
  const decimals =
    first === start ? leadingDecimals(folded, start) : goesOn ? decimalsAt(folded, i, grouped, lexicon) : undefined;
  const end = i + (decimals ? decimals.length + 1 : 0);
  if (end - start > LONGEST_WRITTEN) return token(start, end, NONE);
  const whole = digits || '0';
  const value = parseExact(decimals ? `${whole}.${decimals}` : whole);
  // 90e+2: where the letter makes an ordinal, only decimals have an exponent.
  const isOrdinal = !decimals && raw.charAt(end) === 'e' && lexicon.words.find('e')?.lexeme?.ordinalAfter;
  const exponent = isOrdinal ? undefined : exponentAt(folded, end);
  if (exponent) return token(start, end + exponent.length, NONE, { digits: scaleBy(value, Number(exponent.slice(1))) });
  const plain = grouped || decimals ? undefined : digits;
  return token(start, end, NONE, { digits: value, decimals: decimals?.length ?? 0, plain });
}

const MIXED = /\d{1,3}(?:(?:,\d{3})+\.|(?:\.\d{3})+,)(\d+)(?!\d|[.,]\d)/y;

/** 1,234.50, 1.234,50: where both signs stand in a number, the last parts its decimals, whatever the locale writes. */
function mixedAt(folded: string, start: number): Token | undefined {
  MIXED.lastIndex = start;
  const [text = '', decimals = ''] = MIXED.exec(folded) ?? [];
  if (!text) return undefined;
  const whole = text.slice(0, -decimals.length - 1).replace(/\D/g, '');
  const end = start + text.length;
  return token(start, end, NONE, { digits: parseExact(`${whole}.${decimals}`), decimals: decimals.length });
}

/** Behind the groups of three that follow; or, as in India, of two with three at the end: 1,00,000. */
function endOfGroups(folded: string, raw: string, at: number, lexicon: Lexicon): number {
  let i = at;
  while (isGroup(folded, raw, i, lexicon, 3)) i += 4;
  // Two groups and more are one number wherever they stand.
  if (i === at)
    while (
      SPACED.test(folded.slice(i, i + 4)) &&
      (i > at || SPACED.test(folded.slice(i + 4, i + 8))) &&
      endOfDigits(folded, i + 1) === i + 4
    )
      i += 4;
  if (i > at) return i;
  while (isGroup(folded, raw, i, lexicon, 2)) i += 3;
  return i > at && isGroup(folded, raw, i, lexicon, 3) ? i + 4 : at;
}

/** More digits are no number that anyone means, but a code. */
const LONGEST = 40;
/** The same with groups and decimals. */
const LONGEST_WRITTEN = 120;

function endOfDigits(folded: string, start: number): number {
  let i = start;
  while (isDigit(folded.charCodeAt(i))) i += 1;
  return i;
}

function isGroup(folded: string, raw: string, at: number, lexicon: Lexicon, size: number): boolean {
  const sign = folded.charAt(at);
  if (!GROUPS.includes(sign) || endOfDigits(folded, at + 1) !== at + 1 + size) return false;
  if (sign === ' ') return /\s/.test(lexicon.group + lexicon.alsoGroup) || raw.charAt(at) !== ' ';
  return sign === "'" || sign === '\u066c' || sign === lexicon.group || lexicon.alsoGroup.includes(sign);
}

/** 1.5e3, 6.02E-23 */
function exponentAt(folded: string, at: number): string | undefined {
  if (folded.charAt(at) !== 'e') return undefined;
  EXPONENT.lastIndex = at;
  return EXPONENT.exec(folded)?.[0];
}

const EXPONENT = /e[+-]?\d{1,2}(?![\p{L}\d])/uy;
const SPACED = /^ \d{3}$/;
const GROUPS = " ,.'\u066c\u2019،";

function isDecimal(sign: string, { decimal, alsoDecimal }: Lexicon): boolean {
  return sign !== '' && (sign === decimal || alsoDecimal.includes(sign));
}

/** .5: a point with no digits before it groups none, whatever the locale; so it is read, and the scan goes on behind it. */
function leadingDecimals(folded: string, point: number): string {
  return folded.slice(point + 1, endOfDigits(folded, point + 1));
}

/** December 30,1899 */
const YEAR = /^(?:1\d|20)\d\d$/;

/** 1,2,3: a comma before or behind what stands between two makes a list of them. */
function isListed(folded: string, at: number, end: number): boolean {
  if (folded.charAt(at) !== ',') return false;
  if (folded.charAt(end) === ',' && isDigit(folded.charCodeAt(end + 1))) return true;
  let start = at;
  while (isDigit(folded.charCodeAt(start - 1))) start -= 1;
  return start < at && folded.charAt(start - 1) === ',' && isDigit(folded.charCodeAt(start - 2));
}

/** The decimals behind the locale's sign; a point is read everywhere where it can't be a group. */
function decimalsAt(folded: string, at: number, grouped: boolean, lexicon: Lexicon): string | undefined {
  const sign = folded.charAt(at);
  const end = endOfDigits(folded, at + 1);
  if (end === at + 1 || !sign) return undefined;
  // 3,402823 can be no group and no list.
  if (sign === ',' && end - at > 4 && !grouped && !YEAR.test(folded.slice(at + 1, end)))
    return folded.slice(at + 1, end);
  if (isListed(folded, at, end)) return undefined;
  if (sign === lexicon.decimal || sign === '\u066b') return folded.slice(at + 1, end);
  // 12/2020, 1977/1978
  if (sign === '/' && end - at > 4) return undefined;
  // 12.0, 3.5: a point before other than three digits can be no group.
  const groups = sign === lexicon.group && end - at === 4;
  const also = lexicon.alsoDecimal.includes(sign) && !groups;
  const foreign = sign === '.' && !groups;
  return (also || foreign) && !grouped ? folded.slice(at + 1, end) : undefined;
}

/** 3. kvartal, im 3. Quartal: a full stop that makes an ordinal, before a word that begins no sentence. */
export function isOrdinalPoint(
  folded: string,
  raw: string,
  { plain, start, end }: Token,
  { ordinalPoint }: Lexicon,
): boolean {
  if (!ordinalPoint || !plain || plain.length > 3 || folded.charAt(end) !== '.' || folded.charAt(end + 1) !== ' ')
    return false;
  if (!isSpacedLetter(folded.charCodeAt(end + 2))) return false;
  if (raw.charAt(end + 2) === folded.charAt(end + 2)) return true;
  return ordinalPoint.has(/(\p{L}+) $/u.exec(folded.slice(Math.max(0, start - 12), start))?.[1] ?? '');
}

/** What may be glued to digits: a scale, a unit, a currency, an ending. */
export function followsDigits(lex: Lexeme): boolean {
  const counted = lex.unit ?? lex.currency ?? lex.subunit ?? lex.share ?? lex.times;
  const dated = lex.dayHalf ?? lex.hourAfter ?? lex.yearAfter ?? lex.month ?? lex.decadeAfter;
  return (lex.scale ?? counted ?? lex.ordinalAfter ?? dated) !== undefined;
}

/** و300: a glued "and" is the number's lead, so that the number joins what is before. */
export function ledNumber(folded: string, number: Token, { conjunction, proclitics }: Lexicon): Token {
  const lead = number.start - conjunction.length;
  const isGlued = conjunction !== '' && proclitics.includes(conjunction) && folded.startsWith(conjunction, lead);
  if (!isGlued || isSpacedLetter(folded.charCodeAt(lead - 1))) return number;
  return token(number.start, number.end, number.lex, { ...number, lead });
}
