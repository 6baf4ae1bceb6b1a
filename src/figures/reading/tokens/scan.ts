import { isSpacedLetter, UNSPACED } from '../../letters.ts';
import type { Lexeme } from '../words/lexeme.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NEGATION, NONE, ORDINAL_POINT } from '../words/steady.ts';
import { NOWHERE, Trie } from '../words/trie.ts';
import { capitalOf, isCapital, isModel, isOwnName } from './capitals.ts';
import { followsDigits, isDigit, isOrdinalPoint, joinsDigits, ledNumber, numberAt } from './digits.ts';
import { endOfWord, fusedNumber, scanCompound, scanStem } from './fused.ts';
import {
  beginsIdiom,
  endOfName,
  endOfNoteMark,
  isLed,
  isLettered,
  isName,
  isNoteMark,
  isParted,
  isSum,
  joinsVersion,
  mayLeadDecimals,
  startsNumber,
} from './glued.ts';
import { isWhole } from './hangul.ts';
import { isBesideDay, isDated } from './months.ts';
import { previous } from './reader.ts';
import { endOfRelay } from './relay.ts';
import { romanNumeral } from './roman.ts';
import { stampAt } from './stamps.ts';
import { type Token, token } from './token.ts';

/**
 * Splits folded text into tokens, longest match first, in one pass. `raw` is the text before folding: case and
 * kinds of space are looked up there.
 */
export function scan(folded: string, raw: string, lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  let i = 0;
  for (let last = -1; i < folded.length; ) {
    // Tokens without end would fill the memory and tell nothing of where.
    if (i === last) throw new RangeError(`The scan stands still at “${folded.slice(i, i + 20)}”`);
    last = i;
    const code = folded.charCodeAt(i);
    const isNumber =
      isDigit(code) || (code === 0x2e && isDigit(folded.charCodeAt(i + 1)) && mayLeadDecimals(folded, i - 1));
    const idiom = isNumber ? idiomAt(folded, raw, i, lexicon) : undefined;
    if (idiom) {
      tokens.push(idiom);
      i = idiom.end;
    } else if (isNumber) {
      i = scanDigits(folded, raw, i, lexicon, tokens);
    } else if (code === 0x20) {
      i += 1;
    } else if (isNoteMark(folded, i, code)) {
      i = endOfName(folded, i + 1);
    } else {
      i = (code === 0x5b ? endOfNoteMark(folded, i) : undefined) ?? scanWord(folded, raw, i, lexicon, tokens);
    }
  }
  return tokens;
}

/** 24/7, 9/11, .500, 4 ทุ่ม: a saying that begins with digits. */
function idiomAt(folded: string, raw: string, start: number, lexicon: Lexicon): Token | undefined {
  const before = folded.charCodeAt(start - 1);
  if (lexicon.words.step(Trie.start, folded.charCodeAt(start)) === NOWHERE || isSpacedLetter(before)) return undefined;
  const match = isDigit(before) || joinsDigits(before) ? undefined : longest(folded, raw, start, lexicon);
  const { skip, soft, day, hour, clock } = match?.lex ?? NONE;
  // A name of CLDR's that holds its number (10月) is read by its parts.
  if (!match || (skip ?? soft ?? day ?? hour ?? clock) === undefined) return undefined;
  if (isDigit(folded.charCodeAt(match.end - 1)) && /[\d/-]/.test(folded.charAt(match.end))) return undefined;
  return token(start, match.end, skip === undefined || soft ? match.lex : NONE);
}

function scanWord(folded: string, raw: string, i: number, lexicon: Lexicon, tokens: Token[]): number {
  const spaced = isSpacedLetter(folded.charCodeAt(i));
  const wordEnd = spaced ? endOfWord(folded, i) : i + 1;
  // "at 203½p."
  const last = spaced ? previous(tokens, tokens.length) : undefined;
  const stop = last?.end === i && last.lex.plus !== undefined ? stoppedAt(folded, raw, i, lexicon) : undefined;
  if (stop) {
    tokens.push(stop);
    return stop.end;
  }
  const roman = spaced ? romanNumeral(raw, i, Math.min(wordEnd, i + 8)) : undefined;
  const match =
    longest(folded, raw, i, lexicon, tokens) ??
    (spaced ? behindProclitic(folded, raw, i, wordEnd, lexicon) : undefined);
  if (match) {
    if (match.lex.skip === undefined || match.lex.soft) {
      const lead = match.start === undefined ? undefined : i;
      tokens.push(token(match.start ?? i, match.end, match.lex, lead || roman ? { lead, roman } : undefined));
    } else {
      // A skipped phrase parts its neighbours: nothing joins across it.
      tokens.push(token(i, match.end, match.lex.negation ? NEGATION : NONE));
    }
    return match.end;
  }
  if (roman) tokens.push(token(i, wordEnd, NONE, { roman }));
  if (spaced && !roman) {
    scanCompound(folded, i, wordEnd, lexicon, tokens);
    if (lexicon.fused) tokens.push(...fusedNumber(folded, i, wordEnd, lexicon.words));
  }
  return wordEnd;
}

/** A known form behind a particle that is glued to it: وعشرون, בינואר. */
function behindProclitic(
  folded: string,
  raw: string,
  start: number,
  end: number,
  lexicon: Lexicon,
): { lex: Lexeme; end: number; start?: number } | undefined {
  for (const particle of lexicon.proclitics) {
    if (!folded.startsWith(particle, start) || start + particle.length >= end) continue;
    const match = longest(folded, raw, start + particle.length, lexicon);
    if (match) return { ...match, start: start + particle.length };
  }
  return undefined;
}

const NO_TOKENS: readonly Token[] = [];

/** The longest known form at `start` that ends with its word, or of which the word is an inflection. */
function longest(
  folded: string,
  raw: string,
  start: number,
  lexicon: Lexicon,
  tokens: readonly Token[] = NO_TOKENS,
): { lex: Lexeme; end: number; start?: number } | undefined {
  const before = previous(tokens, tokens.length);
  const { words, endings } = lexicon;
  let place = Trie.start;
  let found: { lex: Lexeme; end: number } | undefined;
  let open: { lex: Lexeme; end: number } | undefined;
  for (let i = start; i < folded.length; i += 1) {
    place = words.step(place, folded.charCodeAt(i));
    if (place === NOWHERE) break;
    const meaning = words.at(place);
    if (!meaning) continue;
    if (meaning.open && i + 1 - start > 1) open = { lex: meaning.open, end: i + 1 };
    const isWord = endsWord(folded, i + 1);
    if (!isWord && endings.size === 0) continue;
    const lex =
      i === start && isCapital(folded, raw, i)
        ? capitalOf(meaning, folded, start, isNumeric(before, start, folded) ? before : undefined)
        : meaning.lexeme;
    if (!lex || (lex.depends && !isSaid(lex, folded, raw, start, i + 1, lexicon, tokens))) continue;
    if (isWord) {
      if (allowed(lex, folded, raw, start, i + 1, before) && isWhole(lex, folded, start, i + 1, before, lexicon))
        found = { lex, end: i + 1 };
    } else if (endings.size > 0) {
      const end = endOfEnding(folded, i + 1, endings, i === start);
      if (end !== undefined && !lex.capitals && allowed(lex, folded, raw, start, i + 1)) open = { lex, end };
    }
  }
  return open ? longer(found, inflected(folded, open)) : found;
}

/** Does a form that depends on its neighbours mean here what it means elsewhere? */
function isSaid(
  lex: Lexeme,
  folded: string,
  raw: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  tokens: readonly Token[],
): boolean {
  const before = previous(tokens, tokens.length);
  // 三十年来: behind a number, what would be an idiom elsewhere is its unit.
  if (
    lex.skip !== undefined &&
    !lex.edge &&
    (isNumeric(before, start, folded) || isMinutes(folded, tokens, end - 1, lexicon.words))
  )
    return false;
  // "kvart i nio", but "en kvart i taget"; and "і менш за 30" is no "and less".
  if (lex.clock !== undefined && !leadsHour(folded, raw, start, end, lexicon, lex)) return false;
  // "five to seven years" counts; "five to seven in the evening" doesn't.
  if (lex.clockHalf && (isLedFrom(before, start) || !leadsHalf(folded, raw, end + 1, lexicon))) return false;
  if (lex.after !== undefined && leadsOn(folded, raw, start, end, lexicon)) return false;
  if (lex.counted !== undefined && lex.unit === undefined && isCounted(before, start, end, folded)) return false;
  // "the first half-hour", "the first half hour"
  if (lex.halfYear !== undefined && leadsUnit(folded, raw, end, lexicon)) return false;
  // 十二度: what says a number of its own begins none within another one, nor does "forty-one of the"; 首 counts songs there.
  const isWithin = (before?.end === start || folded.charAt(start - 1) === '-') && isNumeric(before, start, folded);
  if (lex.soft && lex.number === undefined && !lex.classifier && isWithin) return false;
  // 2時間41分の試合: no fraction where no number follows.
  if (lex.fractionBetween && !leadsNumber(folded, raw, end, lexicon)) return false;
  if (lex.counted?.endsWith('*1') && goesOn(folded, raw, start, end, lexicon)) return false;
  if (lex.cased && !isCapital(folded, raw, start) && !(lex.month && isBesideDay(folded, start, end, lexicon)))
    return false;
  if (lex.mixed && isModel(raw, start, end)) return false;
  if (lex.lowerCase && isOwnName(lex, folded, raw, start, end)) return false;
  if (lex.brief && !isDated(folded, start, end)) return false;
  if (!lex.plus) return true;
  // "ran, and half a second later": with its "and", a half adds only to what stands right before.
  const isApart = before?.end !== start - 1 && folded.slice(start, end).includes(' ');
  return !isApart && !beginsIdiom(folded, end - 1, lexicon.words);
}

/** Spans of the calendar, which have a first half and a second one. */
const HALVED: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day']);

/** Does a unit follow that halves are taken of, or a hyphen? Of a year or a month, they are what is halved. */
function leadsUnit(folded: string, raw: string, end: number, lexicon: Lexicon): boolean {
  if (folded.charAt(end) === '-') return isSpacedLetter(folded.charCodeAt(end + 1));
  if (!/^ \p{L}{4}/u.test(folded.slice(end, end + 9))) return false;
  const { unit, currency } = longest(folded, raw, end + 1, lexicon)?.lex ?? {};
  return unit !== undefined && !HALVED.has(unit) && currency === undefined;
}

function leadsNumber(folded: string, raw: string, end: number, lexicon: Lexicon): boolean {
  const start = folded.charAt(end) === ' ' ? end + 1 : end;
  if (isDigit(folded.charCodeAt(start))) return true;
  const { number, scale, amount } = longest(folded, raw, start, lexicon)?.lex ?? {};
  return (number ?? scale ?? amount) !== undefined;
}

/** Does an hour stand behind a phrase that leads to one or from one? A single word is told by what it leads. */
function leadsHour(
  folded: string,
  raw: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  { clockOnly, clockEnds: isLast }: Lexeme = {},
): boolean {
  if (!folded.slice(start, end).includes(' ')) return true;
  // "at 9.15 that we would meet at half past"
  const last = folded.slice(folded.lastIndexOf(' ', end - 1) + 1, end);
  const isPast = clockOnly && lexicon.words.find(last)?.lexeme?.crossing;
  if (isPast && isLastWord(folded, raw, end, lexicon)) return true;
  if (folded.charAt(end) !== ' ') return false;
  // "fell by a quarter to 240,000"
  if (isDigit(folded.charCodeAt(end + 1))) return !isLast && HOUR.test(folded.slice(end + 1, end + 5));
  const hour = longest(folded, raw, end + 1, lexicon);
  if (isLast && !((hour?.lex.number ?? 13) < 13 && isLastWord(folded, raw, hour?.end ?? end, lexicon))) return false;
  return (hour?.lex.number ?? hour?.lex.ordinal ?? hour?.lex.hour) !== undefined;
}

/** An hour in digits, and no more. */
const HOUR = /^(?:[01]?\d|2[0-4])(?!\d|[.,]\d)/;

/** Does the clause end here, or go on with what counts nothing: "at ten to six and", "in the morning"? */
function isLastWord(folded: string, raw: string, end: number, lexicon: Lexicon): boolean {
  if (/^(?:$|[.,;:!?)»”"])/.test(folded.slice(end, end + 1))) return true;
  const { and, conjunction, dayHalf } = longest(folded, raw, end + 1, lexicon)?.lex ?? {};
  const isUncounted = lexicon.uncounted.has(folded.slice(end + 1, endOfWord(folded, end + 1)));
  return folded.charAt(end) === ' ' && ((and ?? conjunction ?? dayHalf) !== undefined || isUncounted);
}

/** "from five to seven in the evening" */
function isLedFrom(before: Token | undefined, start: number): boolean {
  return before?.lex.from === true && start - before.end < 2;
}

/** Does an hour stand here, and behind it the half of the day? */
function leadsHalf(folded: string, raw: string, start: number, lexicon: Lexicon): boolean {
  const digits = /^\d{1,2}/.exec(folded.slice(start, start + 2))?.[0];
  const end = digits ? start + digits.length : longest(folded, raw, start, lexicon)?.end;
  if (end === undefined) return false;
  return longest(folded, raw, folded.charAt(end) === ' ' ? end + 1 : end, lexicon)?.lex.dayHalf !== undefined;
}

/** Does what stands behind the "and" of a bound lead a number itself, further on than the bound goes? */
function leadsOn(folded: string, raw: string, start: number, end: number, lexicon: Lexicon): boolean {
  const space = folded.indexOf(' ', start);
  if (space < 0 || space >= end) return false;
  const inner = longest(folded, raw, space + 1, lexicon);
  if (inner?.lex.before === undefined) return false;
  // "students and over-65s": right before digits it leads them.
  if (/^[ -]\d/.test(folded.slice(end, end + 2))) return true;
  // "ou plus de cette année" leads nothing.
  if (inner.end <= end) return false;
  return leadsHour(folded, raw, space, inner.end, lexicon) || leadsCount(folded, raw, inner.end, lexicon);
}

/** und weniger als jeder zehnte, et moins d'un enfant: a number in words follows, or one word and a number. */
function leadsCount(folded: string, raw: string, end: number, lexicon: Lexicon): boolean {
  const at = /['’]/.test(folded.charAt(end - 1)) ? end : end + 1;
  const space = folded.indexOf(' ', at);
  const each = space > at && space - at <= EACH ? space + 1 : at;
  return [at, each].some((start) => {
    const { number, ordinal } = longest(folded, raw, start, lexicon)?.lex ?? {};
    return (number ?? ordinal) !== undefined;
  });
}

/** How long a word before the number may be: jeder, каждый. */
const EACH = 8;

/** за час двадцать минут, за год и два месяца: behind a phrase for one of a unit, a number begins the smaller part. */
function goesOn(folded: string, raw: string, start: number, end: number, lexicon: Lexicon): boolean {
  if (!folded.slice(start, end).includes(' ')) return false;
  const and = ` ${lexicon.conjunction}`;
  return leadsHour(folded, raw, start, folded.startsWith(`${and} `, end) ? end + and.length : end, lexicon);
}

function longer<T extends { end: number }>(a: T | undefined, b: T | undefined): T | undefined {
  return a && b ? (b.end > a.end ? b : a) : (a ?? b);
}

/** The longest ending that a stem may take, in letters. */
const ENDING = 7;

function inflected(folded: string, open: { lex: Lexeme; end: number }): { lex: Lexeme; end: number } | undefined {
  const end = endsWord(folded, open.end) ? open.end : endOfWord(folded, open.end);
  return end - open.end <= ENDING ? { lex: open.lex, end } : undefined;
}

/** The end of the word, if what is left of it is an ending that says nothing; an apostrophe or hyphen may part it, and has to behind a letter: ma is no m-a. */
function endOfEnding(folded: string, at: number, endings: ReadonlySet<string>, isLetter = false): number | undefined {
  const sign = folded.charCodeAt(at);
  // 2022'de, 10-ға, 50:tä
  const from = sign === 0x27 || sign === 0x2d || sign === 0x3a ? at + 1 : at;
  if (isLetter && from === at) return undefined;
  if (!isSpacedLetter(folded.charCodeAt(from))) return undefined;
  const end = endOfWord(folded, from);
  return end - from <= ENDING && endings.has(folded.slice(from, end)) ? end : undefined;
}

/** Is the token a number that ends right here, or before a space or hyphen? Behind a bracket something new begins: （2）周二. */
function isNumeric(token: Token | undefined, end: number, folded: string): boolean {
  if (token?.end !== end && token?.end !== end - 1) return false;
  if (token.end < end && !/[\s-]/.test(folded.charAt(token.end))) return false;
  // "in 1998 a few hundred", "einer Umfrage unter": behind a year or an article and a space an idiom is one.
  if (token.end < end && (token.plain?.length === 4 || token.lex.article)) return false;
  return token.digits !== undefined || token.lex.number !== undefined || token.lex.scale !== undefined;
}

/** 上午九点十分: behind an hour, what is an idiom elsewhere ends with the mark of minutes; 这三点十分重要 goes on. */
function isMinutes(folded: string, tokens: readonly Token[], last: number, words: Trie): boolean {
  const mark = previous(tokens, tokens.length);
  if (!mark?.lex.hourAfter || last !== mark.end + 1) return false;
  const place = words.step(Trie.start, folded.charCodeAt(last));
  const isMinute = place !== NOWHERE && words.at(place)?.lexeme?.minuteAfter === true;
  if (!isMinute) return false;
  const half = tokens.slice(-4, -2).some(({ lex }) => lex.dayHalf !== undefined);
  return half || !UNSPACED.test(folded.charAt(last + 1));
}

/** пів століття тому: is the phrase for one of a unit that of what stands before it? It is none in 1,5 mld rok wcześniej. */
function isCounted(before: Token | undefined, start: number, end: number, folded: string): boolean {
  if (before?.lex.scale !== undefined && folded.slice(start, end).includes(' ')) return false;
  return isNumeric(before, start, folded) || (before?.lex.amount !== undefined && start - before.end < 2);
}

function endsWord(folded: string, end: number): boolean {
  if (isDigit(folded.charCodeAt(end - 1)))
    return !isDigit(folded.charCodeAt(end)) && !isSpacedLetter(folded.charCodeAt(end));
  return !isSpacedLetter(folded.charCodeAt(end - 1)) || !isSpacedLetter(folded.charCodeAt(end));
}

function allowed(lex: Lexeme, folded: string, raw: string, start: number, end: number, before?: Token): boolean {
  if (!lex.depends) return true;
  if (lex.minus && folded.charCodeAt(start) === 0x2d && !startsNumber(folded, start, before)) return false;
  if (lex.after && (joinsVersion(folded, start) || isSum(folded, start))) return false;
  // "dont 43 s'étaient": an elided pronoun is no second.
  if (lex.unit && end - start === 1 && folded.charAt(end) === "'" && isSpacedLetter(folded.charCodeAt(end + 1)))
    return false;
  // 4x100
  if (lex.times && end - start === 1 && isDigit(folded.charCodeAt(end))) return false;
  if (lex.capitals && raw.slice(start, end) !== raw.slice(start, end).toUpperCase()) return false;
  return !lex.skip || end >= folded.length || !lex.skip.includes(folded.charAt(end));
}

function scanDigits(folded: string, raw: string, start: number, lexicon: Lexicon, tokens: Token[]): number {
  const isOwnName = isName(folded, raw, start, tokens) && !isLed(folded, start, lexicon);
  if (isOwnName) return endOfName(folded, start);
  const relay = endOfRelay(folded, start, lexicon.words);
  if (relay) return relay;
  const special = isSlashDecimal(folded, raw, start, lexicon) ? undefined : stampAt(folded, start, lexicon);
  if (special) {
    tokens.push(special);
    return special.end;
  }
  const number = ledNumber(folded, numberAt(folded, raw, start, lexicon), lexicon);
  if (isLettered(folded, raw, number.end)) {
    const isVersion = folded.charAt(number.end) === '.';
    if (isVersion || !longest(folded, raw, number.end + 1, lexicon)) return number.end + 2;
  }
  const stemEnd = number.digits ? scanAfterStem(folded, number, lexicon, tokens) : undefined;
  if (stemEnd !== undefined) return stemEnd;
  // Letters right behind the digits are a scale, a unit, an ending (18k, 5km, 40th), or they make it a name (5G).
  if (isSpacedLetter(folded.charCodeAt(number.end))) {
    const stop = stoppedAt(folded, raw, number.end, lexicon);
    if (stop) {
      tokens.push(number, stop);
      return stop.end;
    }
    const match = longest(folded, raw, number.end, lexicon);
    if (!match || !followsDigits(match.lex)) {
      const ending = endOfEnding(folded, number.end, lexicon.endings);
      if (ending === undefined && isParted(folded, number, lexicon)) {
        tokens.push(number);
        return number.end;
      }
      if (ending === undefined) return endOfName(folded, start);
      tokens.push(token(number.start, ending, number.lex, number));
      return ending;
    }
  } else if (lexicon.endings.size > 0) {
    const ending = endOfEnding(folded, number.end, lexicon.endings);
    if (ending !== undefined) {
      tokens.push(token(number.start, ending, number.lex, number));
      return ending;
    }
  }
  tokens.push(number);
  if (!isOrdinalPoint(folded, raw, number, lexicon)) return number.end;
  tokens.push(token(number.end, number.end + 1, ORDINAL_POINT));
  return number.end + 1;
}

const SLASHED = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;

/** ۴۸/۵ درصد: where a slash is decimal too, it is so before a measure, or where it can be no fraction. */
function isSlashDecimal(folded: string, raw: string, start: number, lexicon: Lexicon): boolean {
  if (!lexicon.alsoDecimal.includes('/')) return false;
  SLASHED.lastIndex = start;
  const [all = '', top, bottom] = SLASHED.exec(folded) ?? [];
  if (!all) return false;
  if (Number(top) === 0 || Number(top) >= Number(bottom)) return true;
  const end = start + all.length;
  const lex = longest(folded, raw, folded.charAt(end) === ' ' ? end + 1 : end, lexicon)?.lex;
  return (lex?.scale ?? lex?.share ?? lex?.unit ?? lex?.currency ?? lex?.to) !== undefined;
}

/** "up 30p." ends with pence and a full stop, though p. is a page elsewhere. */
function stoppedAt(folded: string, raw: string, at: number, lexicon: Lexicon): Token | undefined {
  const match = longest(folded, raw, at, lexicon);
  if (!match || followsDigits(match.lex) || folded.charAt(match.end - 1) !== '.') return undefined;
  const lex = lexicon.words.find(folded.slice(at, match.end - 1))?.lexeme;
  return lex && followsDigits(lex) ? token(at, match.end - 1, lex) : undefined;
}

function scanAfterStem(folded: string, number: Token, lexicon: Lexicon, tokens: Token[]): number | undefined {
  const stems: Token[] = [];
  const end = scanStem(folded, number.end, lexicon, stems);
  if (end === undefined) return undefined;
  tokens.push(number, ...stems);
  return end;
}
