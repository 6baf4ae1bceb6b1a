import { add, type Exact, exact, parseExact } from '../../value.ts';
import type { Lexicon } from '../words/lexicon.ts';
import { NONE } from '../words/steady.ts';
import { isDigit } from './digits.ts';
import { type Token, token } from './token.ts';

const ISO_DATE = /(\d{4})-(0?[1-9]|1[0-2])-(0?[1-9]|[12]\d|3[01])(?![\d-])/y;
// 24:27 is a score.
const TIME = /(?:[01]?\d|2[0-3]|24(?=:00)):[0-5]\d(?::[0-5]\d)?(?![\d:])/y;
const LAP = /(\d{1,2})(?::([0-5]\d)[.,]|\.([0-5]\d),)(\d{1,3})(?!\d|[.,:]\d| ?%)/y;
const QUOTED_LAP = /(\d{1,2})['′]([0-5]\d)(?:["″”]|'')(\d{1,3})(?!\d|[.,:]\d)/y;
const SECONDS = /(\d{1,2})(?:["″”]|''|s)(\d{1,3})(?!\d|[.,:]\d|\p{L})/uy;
const QUOTED_MINUTES = /(\d{1,2})['′]([0-5]?\d)(?:["″”]|'')(?!\d)/y;
const SHORT_LAP = /(?:(\d{1,2})h)?(\d{1,2})min([0-5]?\d)(?:s|seg)(?!\p{L})/uy;
const QUOTED_HOURS = /(\d{1,2})h([0-5]\d)[:'′]([0-5]\d)(?:["″”]|'')?(?![\p{L}\d:])/uy;
const SHORT_HOURS = /(\d{1,3})h([0-5]?\d)m(?:in)?(?:([0-5]?\d)s)?(?![\p{L}\d])/uy;
const NUMERIC_DATE = /(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])/y;
const YEAR_FIRST = /(\d{4})([./])(\d{1,2})\2(\d{1,2})(?![\d/])/y;
const SPACED_DATE = /(\d{1,2})\. (\d{1,2})\. (\d{4})(?!\d)/y;
const SPACED_YEAR_FIRST = /(\d{4})\. (\d{1,2})\. (\d{1,2})(?!\d)/y;
const SHORT_DATE = /(\d{1,2})\.(\d{2})\.(\d{2})(?![\d.])/y;
const SHORT_SLASHED = /(\d{1,2})\/(\d{1,2})\/(\d{2})(?![\d/-])/y;
const MONTH_YEAR = /(0[1-9]|1[0-2])\.((?:19|20)\d{2})(?!\d|[.,]\d)/y;
const ISO_MONTH = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/y;
const SLASHED_MONTH = /(0[1-9])\/((?:19|20)\d{2})(?![\d/])/y;
const DOT_GROUPED = /\d{1,3}(?:\.\d{3}){2,}(?!\d|\.\d)/y;
const DOTTED = /\d+(?:\.\d+){2,}/y;
const PHONE = /\d{3}-(?:\d{4}|\d{3}-\d{4})(?![\d-])/y;
const SLASHED_CHAIN = /\d{1,4}(?:\/\d{1,4}){2,}/y;
const SLASHED = /(\d{1,2})\/(\d{1,3})(?![\d/])/y;
const SHORT_YEARS = /((?:1[5-9]|20)\d{2})[-–](\d{2})(?!\d|-\d)/y;
const SLASHED_YEAR = /(\d{4}) ?\/ ?(\d{2}(?:\d{2})?)(?![\d/])/y;
const BACKWARD_YEARS = /(\d{2})[-–]((?:1[5-9]|20)\d{2})(?!\d|-\d)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** A date, time, season or fraction in digits that starts here; or a code, which is no number. */
export function stampAt(folded: string, start: number, lexicon: Lexicon): Token | undefined {
  const at = endOfDigits(folded, start);
  const sign = folded.charAt(at);
  // 2min14s, 1h02min14s, 2h30m, 2h04'31", 2h04:31
  const apart =
    sign === 'h' ? (matchAt(SHORT_HOURS, folded, start) ?? matchAt(QUOTED_HOURS, folded, start)) : undefined;
  const letters = apart ?? (sign === 'm' || sign === 'h' ? matchAt(SHORT_LAP, folded, start) : undefined);
  if (letters) {
    const [text, hours = 0, minutes, seconds = 0] = letters;
    const lap = exact(3600 * Number(hours) + 60 * Number(minutes) + Number(seconds));
    return token(start, start + text.length, NONE, { lap });
  }
  if (!mayBeStamp(folded, at, sign)) return undefined;
  const iso = matchAt(ISO_DATE, folded, start);
  if (iso) {
    const parts = [iso[1], iso[2]?.padStart(2, '0'), iso[3]?.padStart(2, '0')];
    return token(start, start + iso[0].length, NONE, { date: parts.join('-') });
  }
  const numeric = matchAt(NUMERIC_DATE, folded, start);
  const date = numeric && numericDate(numeric, lexicon);
  if (date) return token(start, start + numeric[0].length, NONE, { date });
  const lap = matchAt(LAP, folded, start);
  if (lap) return token(start, start + lap[0].length, NONE, { lap: lapSeconds(lap) });
  const quoted = matchAt(QUOTED_LAP, folded, start);
  if (quoted) {
    const [text, minutes = '', seconds = '', parts = ''] = quoted;
    const lap = add(parseExact(`${seconds}.${parts}`), exact(60 * Number(minutes)));
    return token(start, start + text.length, NONE, { lap });
  }
  // 2'14", where no feet and inches are written so
  const minutes = lexicon.decimal === ',' ? matchAt(QUOTED_MINUTES, folded, start) : undefined;
  if (minutes) {
    const lap = exact(60 * Number(minutes[1]) + Number(minutes[2]));
    return token(start, start + minutes[0].length, NONE, { lap });
  }
  // 48"17, 48s17
  const seconds = matchAt(SECONDS, folded, start);
  if (seconds) {
    const lap = parseExact(`${seconds[1]}.${seconds[2]}`);
    return token(start, start + seconds[0].length, NONE, { lap });
  }
  const time = matchAt(TIME, folded, start);
  if (time) return token(start, start + time[0].length, NONE, { time: time[0].replace(/^\d:/, '0$&') });
  const other = yearFirst(folded, start, lexicon);
  if (other) return other;
  const year = matchAt(SLASHED_YEAR, folded, start);
  const following = String(Number(year?.[1]) + 1);
  if (year && (year[2] === following || year[2] === following.slice(2))) {
    return token(start, start + year[0].length, NONE, { date: `${year[1]}/${following.slice(2)}` });
  }
  const years = matchAt(SHORT_YEARS, folded, start);
  if (years && isLater(years[1] ?? '', years[2] ?? '')) {
    const until = `${years[1]?.slice(0, 2)}${years[2]}`;
    return token(start, start + years[0].length, NONE, { date: `${years[1]}..${until}` });
  }
  const [backward = '', short = '', full = ''] = (lexicon.rightToLeft && matchAt(BACKWARD_YEARS, folded, start)) || [];
  if (isLater(full, short)) {
    return token(start, start + backward.length, NONE, { date: `${full}..${full.slice(0, 2)}${short}` });
  }
  const slashed = matchAt(SLASHED, folded, start);
  if (slashed) return isSetScore(folded, start) ? undefined : slashedNumber(slashed, start);
  if (groupsByDot(lexicon) && matchAt(DOT_GROUPED, folded, start)) return undefined;
  const name = matchAt(SLASHED_CHAIN, folded, start) ?? matchAt(DOTTED, folded, start) ?? matchAt(PHONE, folded, start);
  return name && token(start, start + name[0].length, NONE);
}

function endOfDigits(folded: string, start: number): number {
  let i = start;
  while (isDigit(folded.charCodeAt(i))) i += 1;
  return i;
}

/**
 * Most digits are told from stamps at once: in all patterns above more digits stand behind the sign that parts them from
 * the first ones (`sign`, at `at`), or behind its space; and behind a point another point or a comma follows these, or
 * they are as many as a year has.
 */
function mayBeStamp(folded: string, at: number, sign: string): boolean {
  if (sign === ' ') return folded.charCodeAt(at + 1) === STROKE && isDigitNear(folded, at + 2);
  if (sign === '' || !PARTING.includes(sign)) return false;
  if (!isDigit(folded.charCodeAt(at + 1))) return isDigitNear(folded, at + 1) || folded.startsWith("''", at);
  if (sign !== '.') return true;
  const end = endOfDigits(folded, at + 1);
  const next = folded.charAt(end);
  return next === '.' || next === ',' || end - at === 5;
}

/** Here, or behind one space. */
function isDigitNear(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return isDigit(code === SPACE ? folded.charCodeAt(at + 1) : code);
}

const SPACE = 0x20;
const STROKE = 0x2f;

/** Every sign that stands behind the first digits in the patterns above. */
const PARTING = '-./:\'′–"″”s';

/** 1:53.28 and 1.53,28 in seconds. */
function lapSeconds([, minutes = '', afterColon, afterPoint, parts = '']: RegExpExecArray): Exact {
  return add(parseExact(`${afterColon ?? afterPoint}.${parts}`), exact(60 * Number(minutes)));
}

function groupsByDot({ group, alsoGroup }: Lexicon): boolean {
  return group === '.' || alsoGroup.includes('.');
}

/** 2016/1/1, 2016.1.1, 25. 1. 2022, 25.01.22, 1.000.000. */
function yearFirst(folded: string, start: number, lexicon: Lexicon): Token | undefined {
  const dated = (match: RegExpExecArray, year: string, month = '', day = ''): Token | undefined => {
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return token(start, start + match[0].length, NONE, { date });
  };
  const spaced = matchAt(SPACED_DATE, folded, start);
  if (spaced) return dated(spaced, spaced[3] ?? '', spaced[2], spaced[1]);
  const led = matchAt(SPACED_YEAR_FIRST, folded, start);
  if (led) return dated(led, led[1] ?? '', led[2], led[3]);
  const full = matchAt(YEAR_FIRST, folded, start);
  if (full) return dated(full, full[1] ?? '', full[3], full[4]);
  const short = lexicon.numericDate === 'dmy' ? matchAt(SHORT_DATE, folded, start) : undefined;
  if (short) return dated(short, shortYear(short[3]), short[2], short[1]);
  const slashed = matchAt(SHORT_SLASHED, folded, start);
  if (slashed) return shortDate(slashed, start);
  // 05.2020, where the point parts no decimals
  const month =
    lexicon.numericDate === 'dmy' && lexicon.decimal !== '.' ? matchAt(MONTH_YEAR, folded, start) : undefined;
  if (month) return token(start, start + month[0].length, NONE, { date: `${month[2]}-${month[1]}` });
  // 2011-06, but 2001-06 are years
  const iso = matchAt(ISO_MONTH, folded, start);
  if (iso && !isLater(iso[1] ?? '', iso[2] ?? '')) return token(start, start + iso[0].length, NONE, { date: iso[0] });
  const slash = matchAt(SLASHED_MONTH, folded, start);
  if (slash) return token(start, start + slash[0].length, NONE, { date: `${slash[2]}-${slash[1]}` });
  const grouped = groupsByDot(lexicon) ? undefined : matchAt(DOT_GROUPED, folded, start);
  const digits = grouped && parseExact(grouped[0].replaceAll('.', ''));
  return digits && token(start, start + grouped[0].length, NONE, { digits });
}

/** 25/1/22: a date where only one of the two can be the month; else which it is depends on who writes, and it is none. */
function shortDate([text = '', first = '', second = '', year = '']: RegExpExecArray, start: number): Token | undefined {
  const [low, high] = Number(first) < Number(second) ? [first, second] : [second, first];
  if (Number(low) < 1 || Number(low) > 12 || Number(high) > 31) return undefined;
  const isCertain = Number(high) > 12 || Number(low) === Number(high);
  const date = `${shortYear(year)}-${low.padStart(2, '0')}-${high.padStart(2, '0')}`;
  return token(start, start + text.length, NONE, isCertain ? { date } : undefined);
}

/** Two digits are of this century up to 49: of what is nearer to come than to have gone. */
function shortYear(year = '00'): string {
  return `${Number(year) < 50 ? '20' : '19'}${year}`;
}

/** 2010–11: within the same century and a dozen years. */
function isLater(year: string, until: string): boolean {
  const distance = Number(until) - (Number(year) % 100);
  return distance > 0 && distance <= 12;
}

/** Sets of a match in a row, with tie-breaks: 6/3, 3/6 e 7/5; 4/6, 7/6 [9-7], 6/3. */
const SETS =
  /(?<![\d/])\d{1,2}\/\d{1,2}(?:[\s,]+(?:\p{L} )?(?:[([][\d/-]+[)\]][\s,]*(?:\p{L} )?)?\d{1,2}\/\d{1,2})+(?![\d/])/gu;
const SET = /(?<!\d)(?:6\/[0-4]|[0-4]\/6|7\/[56]|[56]\/7)(?!\d)/;

/** The sets of a match, two of them or more beside each other, are no fractions. */
function isSetScore(folded: string, start: number): boolean {
  const from = Math.max(0, start - MATCH);
  const around = folded.slice(from, start + MATCH);
  return [...around.matchAll(SETS)].some(
    ({ index, 0: sets }) => from + index <= start && start < from + index + sets.length && SET.test(sets),
  );
}

/** How far the sets of a match may reach from one of them, in UTF-16 units. */
const MATCH = 40;

/** 2/3 is a fraction; 24/7 is a saying. */
function slashedNumber(match: RegExpExecArray, start: number): Token {
  const [text = '', top = '', bottom = ''] = match;
  const isFraction = Number(top) > 0 && Number(top) < Number(bottom);
  return token(start, start + text.length, NONE, isFraction ? { digits: parseExact(text) } : undefined);
}

/** 25.01.2022, or the other way round where the locale writes so or it can't be otherwise; undefined for no date. */
function numericDate(match: RegExpExecArray, lexicon: Lexicon): string | undefined {
  const [, first = '', , second = '', year = ''] = match;
  const american = Number(second) > 12 || (lexicon.numericDate === 'mdy' && Number(first) <= 12);
  const [month, day] = american ? [first, second] : [second, first];
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
