import type { Bound } from '../../../model.ts';
import { add, divide, ONE, parseExact, scaleBy } from '../../value.ts';
import { type Amount, amount, close, gap, previous, type Reader } from '../tokens/reader.ts';
import type { Token } from '../tokens/token.ts';
import { HanNumber } from './han.ts';
import { readScaledPlus } from './parts.ts';
import { readScales } from './spelled.ts';

/**
 * Han numerals, alone or mixed with digits: 三十五, 二〇一九, 3亿2000万, 三千多万, 八点三.
 * One pass: digits wait for their 十百千, sections below ten thousand wait for their 万亿.
 */
export function readHan(reader: Reader, at: number): Amount | undefined {
  if (isInRun(reader, at)) return undefined;
  const found = readHanNumber(reader, at);
  const plus = found && reader.tokens[found.to]?.lex.plus;
  if (plus && gap(reader, found.to) === '') {
    const scaled = readScaledPlus(reader, found) ?? { ...found, value: add(found.value, plus), to: found.to + 1 };
    return { ...scaled, bare: false };
  }
  return found ? readHanTail(reader, found) : bareScale(reader, at);
}

/** 五六年: the second of two digits that say one vague number begins none. */
function isInRun(reader: Reader, at: number): boolean {
  const isDigit = (i: number) => (reader.tokens[i]?.lex.number ?? 10) < 10 && !reader.tokens[i]?.digits;
  return gap(reader, at) === '' && isDigit(at) && isDigit(at - 1);
}

/** 千分之五, 百万分之三: scales alone are the denominator. 超过百万人, 千余名, 百分之百, 每千人: behind a bound or before one they say one. */
function bareScale(reader: Reader, at: number): Amount | undefined {
  const first = reader.tokens[at]?.lex.scale;
  if (first === undefined || first < 2) return undefined;
  const { power: more, to } = readScales(reader, at + 1, Number.POSITIVE_INFINITY);
  const power = first + more;
  const next = reader.tokens[to]?.lex;
  const found = amount(scaleBy(ONE, power), at, to, { scale: power });
  if (next?.fractionBetween) return readHanTail(reader, found);
  const lead = gap(reader, at) === '' ? previous(reader.tokens, at)?.lex : undefined;
  const isBounded = (lead?.before ?? lead?.percentBefore ?? lead?.per) !== undefined;
  if (next?.inside && gap(reader, to) === '') return { ...found, to: to + 1, inside: next.inside, bare: true };
  // 估值万亿美元, 百万英镑: before money it says one, too.
  const isMoney = next?.currency !== undefined && power > 3 && gap(reader, to) === '' && !isInNumber(reader, at);
  // 亿年前
  const isWhile = power > 6 && next?.unit === 'year' && gap(reader, to) === '' && !lead && !isVague(reader, at);
  if (isCountedApart(reader, at, to)) return found;
  return isBounded || isMoney || isWhile ? { ...found, bare: to === at + 1 && !lead?.per } : undefined;
}

/** 천 명, 백만 명: where words are parted, a word that is all scale counts what stands in a word of its own behind it. */
function isCountedApart({ tokens, folded }: Reader, at: number, to: number): boolean {
  const [scale, counter] = [tokens[at], tokens[to]];
  if (!scale || !counter?.lex.classifier || (at > 0 && tokens[at - 1]?.end === scale.start)) return false;
  return (
    /^\p{sc=Hangul}+ \p{sc=Hangul}/u.test(folded.slice(scale.start, counter.end)) &&
    !/\S \S/.test(folded.slice(scale.end, counter.start))
  );
}

/** 几亿年, 上亿年 */
function isVague({ tokens, folded }: Reader, at: number): boolean {
  return /[数几上近多余\p{Nd}]/u.test(folded.charAt((tokens[at]?.start ?? 0) - 1));
}

/** 数千万美元, 几百亿元: what stands right before says how many there are, or that nobody knows. */
function isInNumber(reader: Reader, at: number): boolean {
  const before = gap(reader, at) === '' ? previous(reader.tokens, at) : undefined;
  return before !== undefined && before.lex.currency === undefined;
}

/** No number that anyone means is longer, in tokens or digits; so no text makes the reading slow. */
export const LONGEST = 40;

function readHanNumber(reader: Reader, at: number): Amount | undefined {
  const state = new HanNumber(reader.lexicon.shortens);
  // 三四十人, 十七八岁: two numbers at once.
  let other: HanNumber | undefined;
  let twinEnd: number | undefined;
  let inside: Bound | undefined;
  let i = at;
  for (; i === at || gap(reader, i) === '' || (gap(reader, i) === ' ' && previous(reader.tokens, i)?.digits); i += 1) {
    const token = reader.tokens[i];
    if (!token || i - at > LONGEST) break;
    if (token.lex.inside && i > at && reader.tokens[i + 1]?.lex.scale !== undefined && gap(reader, i + 1) === '') {
      inside = token.lex.inside;
      continue;
    }
    if (token.lex.point && (!isHanDigit(reader, i + 1) || isClock(reader, i + 1))) break;
    if (i > at && (reader.tokens[i - 1]?.lex.scale ?? 0) >= 4 && beginsAnother(reader, i)) break;
    const twinAt = other === undefined ? (twinOf(reader, at, i) ?? listedTwin(reader, at, i)) : undefined;
    const twin = twinAt === undefined ? undefined : reader.tokens[twinAt];
    if (twin && twinAt) {
      other = state.copy();
      takeHan(other, twin);
      takeHan(state, token);
      i = twinAt;
      twinEnd = i + 1;
      continue;
    }
    if (!takeHan(state, token)) break;
    if (other) takeHan(other, token);
  }
  const pair = reader.tokens[i]?.lex.share === 'tenths' && gap(reader, i) === '' ? state.pair : undefined;
  const value = pair ? parseExact(pair) : state.value();
  if (!value) return undefined;
  const mark = reader.tokens[i];
  if (mark?.lex.inside && gap(reader, i) === '' && value.n >= 10n) {
    inside = mark.lex.inside;
    i += 1;
  }
  const bare = (i === at + 1 || i === twinEnd) && !reader.tokens[at]?.digits;
  const upTo = other?.value();
  const found = amount(value, at, i, {
    bare,
    scale: state.scale,
    words: !reader.tokens[at]?.digits,
    inside,
    upTo,
    plain: pair ?? state.plain,
  });
  return found;
}

/** 28亿31亿: what stands behind a scale is of a smaller one, or another number. */
function beginsAnother({ tokens }: Reader, at: number): boolean {
  const last = tokens[at - 1]?.lex.scale ?? 0;
  for (let i = at; i < at + LONGEST; i += 1) {
    const { digits, lex } = tokens[i] ?? {};
    if (!lex || (i > at && tokens[i]?.start !== tokens[i - 1]?.end)) return false;
    if ((lex.scale ?? 0) >= 4) return i > at && (lex.scale ?? 0) >= last;
    if ((digits ?? lex.number ?? lex.scale) === undefined) return false;
  }
  return false;
}

/** The second of two digits that stand side by side and follow each other, and no third: 五六, 三五. */
function twinOf(reader: Reader, from: number, at: number): number | undefined {
  const digit = (i: number) => (reader.tokens[i]?.digits ? undefined : reader.tokens[i]?.lex.number);
  const [first, second] = [digit(at), isHanDigit(reader, at + 1) ? digit(at + 1) : undefined];
  if (first === undefined || second === undefined || second > 9) return undefined;
  const follows = first > 0 && (second === first + 1 || (first === 3 && second === 5));
  const isThird =
    (at > from && (digit(at - 1) ?? 10) < 10) || previous(reader.tokens, at)?.lex.point || isHanDigit(reader, at + 2);
  return follows && !isThird && reader.tokens[at + 2]?.lex.point === undefined ? at + 1 : undefined;
}

/** 五、六十岁, 两、三个: the same with a comma between them, where both count what stands behind; 一、二审 and 二、三季度 list them. */
function listedTwin(reader: Reader, from: number, at: number): number | undefined {
  const { tokens, folded } = reader;
  // The comma is a word of a list in some languages.
  const next = folded.charAt(tokens[at + 1]?.start ?? 0) === '、' ? at + 2 : at + 1;
  const [one, two, counted] = [tokens[at], tokens[next], tokens[next + 1]];
  const digit = (token: Token | undefined) => (token?.digits ? undefined : token?.lex.number);
  const [first = 0, second = 0] = [one, two].map(digit);
  if (at > from || first < 2 || second !== first + 1 || second > 9 || !one || !two) return undefined;
  if (folded.slice(one.end, two.start) !== '、' || counted?.start !== two.end) return undefined;
  const { scale, classifier, unit, monthAfter, dayAfter, quarter } = counted.lex;
  const isListed = previous(tokens, at)?.lex.ordinalBefore || folded.charAt(one.start - 1) === '、';
  const counts = (scale ?? classifier ?? unit) !== undefined && !(monthAfter || dayAfter || quarter);
  return counts && !isListed ? next : undefined;
}

/** 三比一, 十比一: on either side of the sign of a ratio, a numeral needs nothing that it counts. */
export function isInRatio(
  { tokens, folded, lexicon: { ratio } }: Reader,
  { from, to }: Pick<Amount, 'from' | 'to'>,
): boolean {
  if (!ratio) return false;
  const isNumber = (token: Token | undefined) => (token?.digits ?? token?.lex.number ?? token?.lex.scale) !== undefined;
  // The sign may be a word that counts, too.
  const isSign = (token: Token | undefined) => token && folded.slice(token.start, token.end) === ratio;
  const before = previous(tokens, isSign(previous(tokens, from)) ? from - 1 : from);
  const next = tokens[isSign(tokens[to]) ? to + 1 : to];
  const [first, last] = [tokens[from], tokens[to - 1]];
  const joins = (one: Token | undefined, other: Token | undefined) =>
    one !== undefined && other !== undefined && folded.slice(one.end, other.start) === ratio;
  return (isNumber(next) && joins(last, next)) || (isNumber(before) && joins(before, first));
}

/** 跻身前十: where nothing is counted behind it. */
export function isTop(reader: Reader, { from, to }: Amount): boolean {
  if (gap(reader, from) !== '' || !previous(reader.tokens, from)?.lex.ranked) return false;
  const end = reader.tokens[to - 1]?.end ?? 0;
  return /^(?:$|[，。；、！？：）”’》,.;:!?)]|[的之行]|或|和|且|并|以)/.test(reader.folded.slice(end, end + 1));
}

/** 六、七、九和24个月: what the last of an enumeration counts, the others count too. */
export function isEnumerated(reader: Reader, { to }: Pick<Amount, 'to'>): boolean {
  for (let at = to, n = 0; n < MEMBERS; n += 1) {
    const next = memberAfter(reader, at);
    const amount = next === undefined ? undefined : (readHan(reader, next) ?? digitsAt(reader, next));
    if (!amount) return false;
    const counted = gap(reader, amount.to) === 'more' ? undefined : reader.tokens[amount.to]?.lex;
    // 二、三、四号楼 are names.
    if (counted?.monthAfter || counted?.dayAfter || counted?.quarter) return false;
    if (counted?.classifier || counted?.unit) return true;
    at = amount.to;
  }
  return false;
}

/** No enumeration that goes without its classifiers has more members. */
const MEMBERS = 6;

function digitsAt({ tokens }: Reader, at: number): Pick<Amount, 'to'> | undefined {
  return tokens[at]?.digits ? { to: at + 1 } : undefined;
}

/** The number behind 、 or 和. */
function memberAfter({ tokens, folded }: Reader, at: number): number | undefined {
  const [end, token] = [tokens[at - 1]?.end ?? 0, tokens[at]];
  if (folded.charAt(end) === '、' && token?.start === end + 1) return at;
  return token?.lex.conjunction && token.start === end && tokens[at + 1]?.start === token.end ? at + 1 : undefined;
}

function isHanDigit(reader: Reader, at: number): boolean {
  return reader.tokens[at]?.lex.number !== undefined && gap(reader, at) === '';
}

/** 九点四十五分, 两点一刻: what stands behind the word of the point are minutes. */
function isClock(reader: Reader, at: number): boolean {
  const next = gap(reader, at + 1) === '' ? reader.tokens[at + 1]?.lex : undefined;
  return next?.scale === 1 || (next?.minuteAfter === true && next.unit === 'minute');
}

function takeHan(state: HanNumber, token: Token): boolean {
  if (token.digits) return state.digits(token.digits);
  if (token.lex.number !== undefined && token.lex.number < 10) return state.digit(token.lex.number);
  // 廿五
  if (token.lex.number === 20 || token.lex.number === 30)
    return state.digit(token.lex.number / 10) && state.multiply(1, false);
  if (token.lex.scale !== undefined) return state.multiply(token.lex.scale, token.lex.solo === true);
  return token.lex.point === true && state.point();
}

/** 三分之二: the denominator leads. */
export function readHanTail(reader: Reader, first: Amount): Amount {
  const isFraction = reader.tokens[first.to]?.lex.fractionBetween === true && close(reader, first.to);
  if (gap(reader, first.to) !== '' && !isFraction) return first;
  if (reader.tokens[first.to]?.lex.and && !first.fraction) {
    // 三又四分之一
    const part = readHanNumber(reader, first.to + 1);
    const whole =
      part && gap(reader, first.to + 1) === '' ? readHanTail(reader, { ...part, fraction: true }) : undefined;
    return whole && whole.to > (part?.to ?? 0)
      ? { ...whole, value: add(first.value, whole.value), from: first.from, fraction: false }
      : first;
  }
  if (!reader.tokens[first.to]?.lex.fractionBetween) return first;
  const top = readHanNumber(reader, first.to + 1);
  if (!top || gap(reader, first.to + 1) !== '' || first.value.n === 0n) return first;
  return { ...top, value: divide(top.value, first.value), from: first.from, bare: false, fraction: true };
}
