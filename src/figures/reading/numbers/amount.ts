import type { Bound } from '../../../model.ts';
import { isSpacedLetter } from '../../letters.ts';
import { add, divide, type Exact, equal, exact, multiply, ONE, parseExact, scaleBy, ZERO } from '../../value.ts';
import { type Amount, amount, close, gap, joined, previous, type Reader } from '../tokens/reader.ts';
import type { Token } from '../tokens/token.ts';
import { smallerBehind } from './compound.ts';
import { LONGEST, readHan, readHanTail } from './numerals.ts';
import { readParts, readScaledPlus } from './parts.ts';
import { isSpokenShare } from './portions.ts';
import { readScales, readSpelled } from './spelled.ts';

/** The amount that starts at token `at`, if one does. */
export function readAmount(reader: Reader, at: number): Amount | undefined {
  const known = reader.amounts[at];
  if (known !== undefined) return known ?? undefined;
  const read = amountAt(reader, at);
  reader.amounts[at] = read ?? null;
  return read;
}

function amountAt(reader: Reader, at: number): Amount | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  const { lex } = token;
  const han = isUnspaced(reader, at);
  if (token.digits) return isUnspacedScale(reader, at + 1) ? readHan(reader, at) : readDigits(reader, at);
  if (han && (lex.number !== undefined || lex.scale !== undefined)) return readHan(reader, at);
  if (lex.amount) return readFixed(reader, at);
  // "negen minderjarigen en een halve ton": behind no number, "and a half" is one more thing.
  if (lex.plus && !previous(reader.tokens, at)?.lex.unit && startsScaleOrUnit(reader, at + 1))
    return amount(lex.plus, at, at + 1, { fraction: true });
  const led = lex.article ? readArticle(reader, at) : undefined;
  if (led) return led;
  const turned = lex.inverts ? readInverted(reader, at) : undefined;
  if (turned) return turned;
  // более тысячи: behind a bound, a scale in any form is one of it.
  const isBounded = previous(reader.tokens, at)?.lex.before !== undefined && close(reader, at);
  const isOne = lex.solo || isBounded || (lex.scale !== undefined && (isRanked(reader, at) || opensRange(reader, at)));
  const solo = isOne && !lex.plural;
  const isScale = lex.scale !== undefined && lex.scale > 1 && solo && !isLetter(reader, at);
  if (lex.number !== undefined || isScale) return readWords(reader, at);
  if (lex.group && isBounded && !lex.plural) return amount(exact(lex.group), at, at + 1);
  if (lex.lone && (isBounded || opensRange(reader, at) || leadsSmaller(reader, at))) return amount(ONE, at, at);
  return undefined;
}

/** How far behind "a score of" its number may end, in UTF-16 units. */
const SCORE = 16;

/** "at least m rows", "A - B": a letter alone is a scale only behind digits. */
function isLetter(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && token.end - token.start === 1 && isSpacedLetter(reader.folded.charCodeAt(token.start));
}

/** "her first million", "the next hundred years": behind an ordinal, a scale is one of it, where its plural is told from it. */
function isRanked({ tokens, folded, lexicon }: Reader, at: number): boolean {
  const before = lexicon.plurals ? previous(tokens, at) : undefined;
  const leads = before?.lex.scaleLead || before?.lex.ordinal?.d === 1n;
  return before !== undefined && leads && folded.slice(before.end, tokens[at]?.start) === ' ';
}

/** от года до двух, от часа до полутора: a unit without a number is one of it where it opens a range. */
function opensRange(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const [from, to] = [previous(tokens, at)?.lex, tokens[at + 1]?.lex];
  if (!from?.from || !(to?.to || to?.fromTo) || ![at, at + 1, at + 2].every((i) => close(reader, i))) return false;
  const last = tokens[at + 2];
  return (last?.digits ?? last?.lex.number ?? last?.lex.amount) !== undefined;
}

/** год и два месяца: a unit without a number is one before a smaller one. */
function leadsSmaller(reader: Reader, at: number): boolean {
  const { unit, factor } = reader.tokens[at]?.lex ?? {};
  return unit !== undefined && !factor && smallerBehind(reader, at + 1, unit, ONE) !== undefined;
}

function isUnspaced(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && !token.digits && !isSpacedLetter(reader.folded.charCodeAt(token.start));
}

function isUnspacedScale(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  // 제4조 is Article 4: nobody counts to the four-trillionth.
  if (lex?.ordinalAfter && previous(reader.tokens, at - 1)?.lex.ordinalBefore) return false;
  if (!lex || !isUnspaced(reader, at) || !close(reader, at)) return false;
  if (lex.inside) return reader.tokens[at + 1]?.lex.scale !== undefined && gap(reader, at + 1) === '';
  return lex.scale !== undefined;
}

/** 320 million, 1 млн 200 тыс., 2½ … */
function readDigits(reader: Reader, at: number): Amount {
  const token = reader.tokens[at] as Token;
  let value = token.digits ?? ZERO;
  let i = at + 1;
  const next = reader.tokens[i];
  const mixed =
    token.plain && next?.digits && next.digits.d !== 1n && next.decimals === undefined ? next.digits : undefined;
  const plus = next?.lex.plus ?? (gap(reader, i) === ' ' ? mixed : undefined);
  if (plus && close(reader, i)) {
    value = add(value, plus);
    i += 1;
  }
  // 30-те хиляди: the plural article of what is a decade elsewhere.
  if (reader.tokens[i]?.lex.decadeAfter && gap(reader, i) === '' && reader.tokens[i + 1]?.lex.scale && !plus) i += 1;
  // "$300+ billion": the bound may stand before the scale.
  const inside = reader.tokens[i]?.lex.inside;
  if (inside && close(reader, i)) {
    const beyond = readScales(reader, i + 1, Number.POSITIVE_INFINITY);
    if (beyond.to > i + 1) {
      return amount(scaleBy(value, beyond.power), at, beyond.to, { words: false, scale: beyond.power, inside });
    }
  }
  if (reader.tokens[i]?.lex.fractionBetween && !plus)
    return readHanTail(reader, amount(value, at, i, { words: false }));
  const counted = plus ? undefined : countedBehind(reader, at, value);
  if (counted) return counted;
  const isNumbered = reader.tokens[i]?.lex.ordinalAfter && previous(reader.tokens, at)?.lex.ordinalBefore;
  const scaled =
    isNumbered || isName(reader, i) ? { power: 0, to: i } : readScales(reader, i, Number.POSITIVE_INFINITY);
  if (scaled.to === i)
    return readOutOf(reader, amount(value, at, i, { words: false, plain: plus ? undefined : token.plain }));
  const whole = amount(scaleBy(value, scaled.power), at, scaled.to, { words: false, scale: scaled.power });
  return readScaledPlus(reader, whole) ?? readParts(reader, whole);
}

/** "3 dozen", "5 thousandths", "2 and 3/4". */
function countedBehind(reader: Reader, at: number, value: Exact): Amount | undefined {
  const next = reader.tokens[at + 1];
  if (!next || !joined(reader, at + 1)) return undefined;
  if (next.lex.group) return amount(multiply(value, exact(next.lex.group)), at, at + 2, { words: false });
  const { fraction } = next.lex;
  if (fraction && !next.lex.quarter && !next.lex.ordinal && value.n > 0n && value.n < BigInt(fraction))
    return partOf(reader, amount(divide(value, exact(fraction)), at, at + 2, { words: false, fraction: true }));
  const slashed = next.lex.and && close(reader, at + 2) ? reader.tokens[at + 2] : undefined;
  const isPart = slashed?.digits && slashed.decimals === undefined && slashed.digits.n < slashed.digits.d;
  // "1/4 and 3/4" are two.
  return isPart && value.d === 1n && slashed.digits
    ? amount(add(value, slashed.digits), at, at + 3, { words: false })
    : undefined;
}

/** Half a million, полтора миллиона, 半数. */
function readFixed(reader: Reader, at: number): Amount {
  const value = reader.tokens[at]?.lex.amount ?? ONE;
  const fixed = partOf(reader, amount(value, at, at + 1, { fraction: value.d !== 1n && value.n < value.d }));
  const power = value.d === 1n ? (/0+$/.exec(String(value.n))?.[0].length ?? 0) : 0;
  if (power < 3 || fixed.scale > 0) return fixed;
  // ألفين وثلاثمئة: the word holds its scale.
  const scaled = { ...fixed, scale: power };
  return readScaledPlus(reader, scaled) ?? readParts(reader, scaled);
}

/** "half a million", "a quarter of a percentage point", "two thirds of a dozen": the part and what it is a part of. */
function partOf(reader: Reader, part: Amount): Amount {
  const ofAt = reader.tokens[part.to]?.lex.of && close(reader, part.to) ? part.to + 1 : part.to;
  const one = reader.tokens[ofAt]?.lex.number === 1 && ofAt > part.to;
  const article =
    (reader.tokens[ofAt]?.lex.article || one) && joined(reader, ofAt) && startsScaleOrUnit(reader, ofAt + 1);
  const i = article ? ofAt + 1 : part.to;
  const group = reader.tokens[i]?.lex.group;
  if (group && joined(reader, i))
    return { ...part, value: multiply(part.value, exact(group)), to: i + 1, fraction: false };
  const scaled = readScales(reader, i, Number.POSITIVE_INFINITY);
  if (scaled.to === i) return { ...part, to: i };
  return { ...part, value: scaleBy(part.value, scaled.power), to: scaled.to, scale: scaled.power, fraction: false };
}

function startsScaleOrUnit(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  const counted = lex?.unit ?? lex?.group ?? lex?.share ?? lex?.currency ?? lex?.subunit;
  return (lex?.scale ?? counted) !== undefined && joined(reader, at);
}

/** "a million", "a dozen", "a third of", "a hundred and five"; a bare article is nothing. */
function readArticle(reader: Reader, at: number): Amount | undefined {
  const next = reader.tokens[at + 1];
  if (!next || next.lex.plural || !joined(reader, at + 1)) return undefined;
  if (next.lex.amount) {
    const fixed = readFixed(reader, at + 1);
    return { ...fixed, from: at };
  }
  if (next.lex.scale !== undefined && !isLetter(reader, at + 1)) {
    const words = readWords(reader, at + 1);
    return words && { ...words, from: at };
  }
  // "a score of 85", "a score of just 13" is what a player has.
  const behind = reader.folded.slice(next.end, next.end + SCORE);
  const isScore = /^ (?:\p{L}+ )?\p{Nd}/u.test(behind);
  if (next.lex.group) return next.lex.group > 12 && isScore ? undefined : amount(exact(next.lex.group), at, at + 2);
  // "a dollar a day", "rose by a percent"
  if (
    (next.lex.currency && !next.lex.leads && !next.lex.capitals && !next.lex.largeOnly) ||
    next.lex.share === 'percent'
  )
    return amount(ONE, at, at + 1);
  // "a decade", "a year and a half"
  if (next.lex.unit && !next.lex.glued)
    return gap(reader, at + 2) !== 'more' && (next.lex.centuryBefore || next.lex.decadeBefore || next.lex.yearBefore)
      ? undefined
      : amount(ONE, at, at + 1);
  if (!next.lex.fraction || !isPart(reader, at)) return undefined;
  return partOf(reader, amount(exact(1, next.lex.fraction), at, at + 2, { fraction: true }));
}

/** Is "a third" a part and not the one after the second: "a third of", "a third higher", "by a third."? */
function isPart(reader: Reader, at: number): boolean {
  const next = reader.tokens[at + 2]?.lex;
  if ((next?.of || next?.comparing) && close(reader, at + 2)) return true;
  // en tredjedels procent
  if (next?.share && gap(reader, at + 2) === ' ') return true;
  const before = previous(reader.tokens, at)?.lex;
  // "more than a third voted": nobody bounds an ordinal.
  if ((before?.before || before?.allBut) && close(reader, at)) return true;
  // "by a third", "rose a third in May"
  if (!(before?.by || before?.moving) || !close(reader, at)) return false;
  const end = reader.tokens[at + 1]?.end ?? 0;
  // "rose a fourth week"
  if (next !== undefined && close(reader, at + 2)) return before.by ?? next.glued ?? next.unit === undefined;
  const [ended, word] = /^ ?(?:$|[.,;:!?)–—]|(\p{L}{2,9})(?!\p{L}))/u.exec(reader.folded.slice(end, end + 11)) ?? [];
  if (word === undefined) return ended !== undefined;
  return before.moving === true && reader.lexicon.uncounted.has(word);
}

function readWords(reader: Reader, at: number): Amount | undefined {
  const spelled = readSpelled(reader, at);
  return spelled && readTail(reader, spelled);
}

/** миллиона полтора, тысяч пять: a number that stands behind its scale is about that much. */
function readInverted(reader: Reader, at: number): Amount | undefined {
  const scale = reader.tokens[at]?.lex.scale;
  const led = reader.tokens[at + 1]?.lex.filler && gap(reader, at + 1) === ' ' ? at + 1 : at;
  const next = reader.tokens[led + 1]?.lex;
  const isLed = at > 0 && gap(reader, at) !== 'more' && previous(reader.tokens, at)?.lex.before !== undefined;
  if (!scale || isLed || gap(reader, led + 1) !== ' ') return undefined;
  const number = next?.amount ?? (next?.number !== undefined && next.number > 1 ? exact(next.number) : undefined);
  const behind = joined(reader, led + 2) ? reader.tokens[led + 2]?.lex : undefined;
  // «тысяч в пять рублей», but «тысяч за два дня»
  if (
    (led > at && behind?.currency === undefined) ||
    !number ||
    (number.n > 20n && number.n % 10n !== 0n) ||
    behind?.number !== undefined ||
    behind?.scale !== undefined
  )
    return undefined;
  return amount(scaleBy(number, scale), at, led + 2, { scale, inside: 'about' });
}

/** "two and a half million", "two-thirds", "three dozen", "two point five". */
function readTail(reader: Reader, first: Amount): Amount {
  const token = reader.tokens[first.to];
  if (!token || !joined(reader, first.to)) return first;
  const scaled = readScaledPlus(reader, first) ?? readParts(reader, first);
  if (scaled !== first) return scaled;
  if (token.lex.plus)
    return withGroup(reader, withScale(reader, add(first.value, token.lex.plus), first, first.to + 1));
  if (token.lex.group) return { ...first, value: multiply(first.value, exact(token.lex.group)), to: first.to + 1 };
  if (token.lex.inside && close(reader, first.to + 1)) return boundedInside(reader, first, token.lex.inside);
  // "five thirds": in the plural it is no ordinal; "two halves" are a match's.
  const bottom = BigInt(token.lex.fraction ?? 0);
  // "263 for six half an hour later": half of one thing is none of six.
  const isOne = bottom === 2n && reader.tokens[first.to + 1]?.lex.article === true && close(reader, first.to + 1);
  if (
    token.lex.fraction &&
    !isOne &&
    !countsQuarters(reader, first) &&
    (first.value.n < bottom || (first.value.n > bottom && !token.lex.ordinal))
  ) {
    const value = divide(first.value, exact(token.lex.fraction));
    return partOf(reader, { ...first, value, to: first.to + 1, fraction: true });
  }
  if (token.lex.outOf) return readOutOf(reader, first);
  if (token.lex.and && !first.fraction) return readAndPart(reader, first);
  if (token.lex.amount && token.lex.amount.d !== 1n && equal(first.value, ONE)) {
    // одна треть
    return partOf(reader, { ...first, value: token.lex.amount, to: first.to + 1, fraction: true });
  }
  if (token.lex.point) return readPoint(reader, first);
  return first;
}

/** "two quarters", "the first three quarters": of a year, and three without a word before it are a part. */
function countsQuarters({ tokens }: Reader, { from, to, value }: Amount): boolean {
  if (tokens[to]?.lex.unit !== 'quarter') return false;
  const { ordinal, counting } = previous(tokens, from)?.lex ?? {};
  return (ordinal ?? counting) !== undefined || (value.n !== 3n && value.n !== 1n);
}

/** трех с лишним десятков, две с лишним тысячи: the bound stands before what is counted. */
function boundedInside(reader: Reader, first: Amount, inside: Bound): Amount {
  const at = first.to + 1;
  const group = reader.tokens[at]?.lex.group;
  if (group) return { ...first, value: multiply(first.value, exact(group)), to: at + 1, inside };
  const scaled = readScales(reader, at, Number.POSITIVE_INFINITY);
  if (scaled.to === at || first.scale > 0) return first;
  return { ...first, value: scaleBy(first.value, scaled.power), to: scaled.to, scale: scaled.power, inside };
}

function withScale(reader: Reader, value: Exact, first: Amount, to: number): Amount {
  const scaled = readScales(reader, to, Number.POSITIVE_INFINITY);
  return { ...first, value: scaleBy(value, scaled.power), to: scaled.to, scale: scaled.power };
}

/** "two and a half dozen" */
function withGroup(reader: Reader, found: Amount): Amount {
  const group = joined(reader, found.to) ? reader.tokens[found.to]?.lex.group : undefined;
  return group ? { ...found, value: multiply(found.value, exact(group)), to: found.to + 1 } : found;
}

/** "one in five", "one in 10", "3 out of 4"; not "two in three years" or "five in 2020". */
function readOutOf(reader: Reader, first: Amount): Amount {
  const whole =
    reader.tokens[first.to]?.lex.outOf && joined(reader, first.to) ? wholeAt(reader, first.to + 1) : undefined;
  const after = whole && reader.tokens[whole.to]?.lex;
  const free =
    !after ||
    gap(reader, whole.to) === 'more' ||
    (after.glued && gap(reader, whole.to) === ' ') ||
    !(after.unit || after.scale || after.month || (after.currency && !isSpokenShare(reader, first.to)));
  // "6-1 in two sets": digits are no share of a number in words.
  // "187 in 54.2 overs": a share is of a whole number.
  const isPart = first.value.d === 1n && whole?.value.d === 1n && first.value.n < whole.value.n;
  if (!whole || (!first.words && whole.words) || !free || !isPart) return first;
  // "seven out of every ten dollars"
  const to = after?.currency && gap(reader, whole.to) !== 'more' ? whole.to + 1 : whole.to;
  return amount(divide(first.value, whole.value), first.from, to, { words: first.words, fraction: true });
}

/** What a share is a share of: a plain number, and no year. */
function wholeAt(reader: Reader, at: number): Amount | undefined {
  const token = reader.tokens[at];
  if (!token || !joined(reader, at)) return undefined;
  if (!token.digits)
    return token.lex.number === undefined && token.lex.scale === undefined ? undefined : readSpelled(reader, at);
  return token.plain?.length === 4 ? undefined : amount(token.digits, at, at + 1, { words: false });
}

/** "180 K2 tanks": a letter that digits go on with is the name of what is counted. */
function isName({ tokens, folded }: Reader, at: number): boolean {
  const { start = 0, end = 0 } = tokens[at] ?? {};
  return end - start === 1 && folded.charAt(start - 1) === ' ' && /^[a-z]\d/.test(folded.slice(start, end + 1));
}

/** "five and two fifths". */
function readAndPart(reader: Reader, first: Amount): Amount {
  const top = joined(reader, first.to + 1) ? readSpelled(reader, first.to + 1) : undefined;
  const slashed = reader.tokens[first.to + 1];
  if (slashed?.digits && slashed.decimals === undefined && slashed.digits.n < slashed.digits.d)
    return withScale(reader, add(first.value, slashed.digits), first, first.to + 2);
  const bottom = top && joined(reader, top.to) ? reader.tokens[top.to]?.lex.fraction : undefined;
  if (!top || !bottom || top.value.n >= BigInt(bottom)) return first;
  return withScale(reader, add(first.value, divide(top.value, exact(bottom))), first, top.to + 1);
}

/** две целых пять десятых: a numerator and its power of ten behind the word for the whole. */
function readTenths(reader: Reader, first: Amount): Amount | undefined {
  // две целых и одна десятая
  const at = reader.tokens[first.to + 1]?.lex.conjunction && joined(reader, first.to + 1) ? first.to + 2 : first.to + 1;
  const top = reader.tokens[at]?.lex.number !== undefined && joined(reader, at) ? readSpelled(reader, at) : undefined;
  // What these are tenths of, as millions, is said of the whole too.
  const bottom = top && joined(reader, top.to) ? reader.tokens[top.to]?.lex.fraction : undefined;
  if (!top || !bottom || top.value.n >= BigInt(bottom)) return undefined;
  return { ...first, value: add(first.value, divide(top.value, exact(bottom))), to: top.to + 1 };
}

/** "two point five million": digits as words behind the point. */
function readPoint(reader: Reader, first: Amount): Amount {
  const tenths = readTenths(reader, first);
  if (tenths) return withScale(reader, tenths.value, first, tenths.to);
  let decimals = '';
  let i = first.to + 1;
  for (; joined(reader, i) && decimals.length < LONGEST; i += 1) {
    const digit = reader.tokens[i]?.lex.number;
    if (digit === undefined || digit > 9) break;
    decimals += digit;
  }
  if (!decimals) return first;
  return withScale(reader, add(first.value, parseExact(`0.${decimals}`)), first, i);
}
