import type { Bound, FigureKind } from '../../../model.ts';
import { isSpacedLetter } from '../../letters.ts';
import { type Exact, equal, exact, ONE, order } from '../../value.ts';
import { readAmount } from '../numbers/amount.ts';
import { smallerBehind } from '../numbers/compound.ts';
import { isLedTo } from '../numbers/spelled.ts';
import { type Amount, close, endsWith, gap, previous, type Reader } from '../tokens/reader.ts';
import { DURATIONS, type Lexeme } from '../words/lexeme.ts';
import type { Head } from './head.ts';

/** What follows a number: its bound inside, its unit, its bound after. */
export interface Tail {
  readonly to: number;
  readonly bound: Bound | undefined;
  readonly kind: FigureKind | undefined;
  readonly unit: string | null | undefined;
  /** Makes the said value one in base units: cents, decades, tenths. */
  readonly factor: Exact;
  readonly plus: Exact | undefined;
  /** Something other than a plain noun follows. */
  readonly marked: boolean;
}

/** As with tokens, all have the same fields in the same order. */
const NO_TAIL: Tail = {
  to: 0,
  bound: undefined,
  kind: undefined,
  unit: undefined,
  factor: ONE,
  plus: undefined,
  marked: false,
};

export function readTail(reader: Reader, amount: Amount, head: Head): Tail {
  let to = amount.to;
  // শতাধিক, ultraottantenni: the word of the number may say its bound.
  let bound: Bound | undefined = amount.inside ?? ownBound(reader, to - 1);
  const { inside, unit } = reader.tokens[to]?.lex ?? {};
  if (
    inside &&
    !unit &&
    close(reader, to) &&
    isBound(reader, to) &&
    !isSum(reader, to) &&
    !(head.currency && addsTo(reader, to))
  ) {
    bound = inside;
    to += 1;
  }
  // год и два месяца: a unit that says its number.
  const measure = amount.from === amount.to ? unitTail(reader, to) : readMeasure(reader, to, amount, head);
  to = measure.to;
  // 三分多钟
  if (to > amount.to && reader.tokens[to - 1]?.lex.unit) bound ??= reader.tokens[to - 1]?.lex.inside;
  const own = to > amount.to ? reader.tokens[to - 1]?.lex.unitPlus : undefined;
  const behind = measure.kind === undefined ? undefined : plusBehind(reader, to, measure.kind);
  const counted = measure.kind === undefined ? halfCounted(reader, to, amount) : undefined;
  const half = own ?? behind ?? counted;
  if (behind) to += 1;
  if (counted) to += 2;
  const isMoney = head.currency !== undefined || measure.kind === 'money';
  const counter = behindCounter(reader, to, amount);
  const after =
    isMoney && addsTo(reader, counter) ? undefined : boundBehind(reader, counter, measure.kind !== undefined);
  if (after) return { ...measure, bound: after.bound, to: after.to, marked: true, plus: half ?? measure.plus };
  if (amount.fraction) bound ??= partBound(reader, amount);
  if (reader.lexicon.upTo.length > 0) bound ??= upToBound(reader, amount.from, to - 1);
  return bound || half ? { ...measure, to, bound, plus: half ?? measure.plus } : measure;
}

/** 三分之一强, 四分之一弱: behind a part, where nothing goes on that it could begin, a little more or less than that. */
function partBound({ tokens, folded, lexicon }: Reader, { to }: Amount): Bound | undefined {
  const end = tokens[to - 1]?.end ?? 0;
  const { partsBeyond = '', partsShort = '', genitive } = lexicon;
  const sign = folded.charAt(end);
  const next = folded.charAt(end + 1);
  if (sign === '' || !(next === genitive || /^(?:$|\p{P})/u.test(next))) return undefined;
  if (sign === partsBeyond) return 'over';
  return sign === partsShort ? 'under' : undefined;
}

/** 60 foizgacha, 21 yoshgacha: an ending says how far it reaches, but not behind the beginning of a range. */
function upToBound(reader: Reader, from: number, last: number): Bound | undefined {
  const { upTo, fromAfter } = reader.lexicon;
  return endsWith(reader, last, upTo) && !endsWith(reader, from - 1, fromAfter) ? 'at-most' : undefined;
}

/** 三年半, 六倍半, "two years and a half", tres kilómetros y medio, tre volte e mezzo: a part of the unit behind the unit. */
function plusBehind(reader: Reader, at: number, kind: FigureKind): Exact | undefined {
  const lex = reader.tokens[at]?.lex;
  if (PARTED.has(kind) && lex?.plus && close(reader, at)) return lex.plus;
  return HALVED.has(kind) && gap(reader, at) === '' ? lex?.amount : undefined;
}

const PARTED: ReadonlySet<FigureKind> = new Set(['duration', 'quantity', 'multiple']);
const HALVED: ReadonlySet<FigureKind> = new Set(['duration', 'percent', 'multiple']);

/** 两圈半: half of what is counted behind it, where nothing goes on that it could begin. */
function halfCounted(reader: Reader, at: number, { value, words }: Amount): Exact | undefined {
  const [counter, half] = [reader.tokens[at]?.lex, reader.tokens[at + 1]];
  if (!words || value.d !== 1n || !counter?.classifier || !half?.lex.plus) return undefined;
  const isJoined = gap(reader, at) === '' && gap(reader, at + 1) === '';
  return isJoined && !/^\p{L}/u.test(reader.folded.slice(half.end, half.end + 1)) ? half.lex.plus : undefined;
}

/** 10人以上, 두 개 이상: the bound stands behind what counts; 一套上下两层的房子 is no flat more or less. */
function behindCounter(reader: Reader, at: number, { value }: Amount): number {
  const isCounter = reader.tokens[at]?.lex.classifier && close(reader, at) && close(reader, at + 1);
  const after = isCounter ? reader.tokens[at + 1]?.lex.after : undefined;
  return after && !(after === 'about' && equal(value, ONE)) ? at + 1 : at;
}

/** "£18,400 plus interest", "£60 plus £85 costs": more is added, and named. */
function addsTo({ tokens, folded }: Reader, at: number): boolean {
  const token = tokens[at];
  return token?.lex.adding === true && /^ [\p{L}\p{Sc}]/u.test(folded.slice(token.end, token.end + 2));
}

/** "or more", 以上, 左右; 多 may stand behind the unit: 八年多. */
function boundBehind(reader: Reader, at: number, measuredBefore: boolean): { bound: Bound; to: number } | undefined {
  const lex = reader.tokens[at]?.lex;
  if (lex?.afterthought && lex.after && isBehindComma(reader, at)) return { bound: lex.after, to: at + 1 };
  if (!lex || !close(reader, at) || !isBound(reader, at) || isSum(reader, at)) return undefined;
  if (lex.after && !leadsNext(reader, at)) return { bound: lex.after, to: at + 1 };
  if (lex.inside === 'over' && measuredBefore && gap(reader, at) === '') return { bound: lex.inside, to: at + 1 };
  return undefined;
}

/**
 * за 19 дней и менее чем за 3 млн: "and less" leads what follows, if a number does. In 9:7 и повече не it says "no longer",
 * with the negation behind it.
 */
function leadsNext(reader: Reader, at: number): boolean {
  const { tokens, folded, lexicon } = reader;
  const token = tokens[at];
  const [first = '', more] = token ? folded.slice(token.start, token.end).split(' ', 2) : [];
  if (more === undefined || lexicon.words.find(first)?.lexeme?.conjunction !== true || !close(reader, at + 1))
    return false;
  if (tokens[at + 1]?.lex.negation) return true;
  const next = tokens[at + 1]?.lex.filler && close(reader, at + 2) ? at + 2 : at + 1;
  return (tokens[next]?.digits ?? readAmount(reader, next)) !== undefined;
}

function isBehindComma({ tokens, folded }: Reader, at: number): boolean {
  const between = folded.slice(previous(tokens, at)?.end, tokens[at]?.start);
  return between === ', ' || between === '，' || between === ',';
}

/** 12+24, 3+4j, "1 plus 2": something is added, and nothing bounded. */
function isSum({ tokens, folded }: Reader, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  const behind = folded.slice(token.end, token.end + 2);
  if (folded.charAt(token.start) !== '+') return token.lex.adding === true && /^ \d/.test(behind);
  return /^ ?[\d(]/.test(behind) || isSpacedLetter(folded.charCodeAt(token.end));
}

function ownBound(reader: Reader, at: number): Bound | undefined {
  const lex = reader.tokens[at]?.lex;
  return lex?.scale !== undefined || lex?.amount ? lex.inside : undefined;
}

/**
 * yarısı artıq: a word that means something else too bounds only what has the ending for it. 5+12, 16 + x: a plus bounds
 * what it is glued to, and adds what is glued to it.
 */
function isBound(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (token && reader.folded.charAt(token.start) === '+')
    return gap(reader, at) === '' && !/[\p{Nd}a-z]/u.test(reader.folded.charAt(token.end));
  const { tokens, folded } = reader;
  const share = previous(tokens, at);
  // kapanışın yüzde 27 üzerinde, but yüzde 27'nin üzerinde
  const isChange = tokens[at]?.lex.byHow && previous(tokens, at - 1)?.lex.percentBefore && share?.digits;
  const isWord = isSpacedLetter(folded.charCodeAt(previous(tokens, at - 1)?.start ?? 0));
  if (isChange && isWord && /\d$/.test(folded.slice(share.start, share.end))) return false;
  // küme düşme hattının üç puan üzerinde
  const isLead = tokens[at]?.lex.byHow && share && reader.lexicon.points.has(folded.slice(share.start, share.end));
  if (isLead) return false;
  // бес адамға кем: by five people
  const { after } = tokens[at]?.lex ?? {};
  if ((after === 'under' || after === 'over') && endsWith(reader, at - 1, reader.lexicon.byAfter)) return false;
  return !tokens[at]?.lex.boundNeeds || endsWith(reader, at - 1, reader.lexicon.fromAfter);
}

const HUNDREDTH = exact(1, 100);
const TENTH = exact(1, 10);
const TEN = exact(10);
const HUNDRED = exact(100);
const THOUSAND = exact(1000);

/** What a share is counted in, and how many of that it is. */
export const SHARES = {
  percent: { kind: 'percent', factor: ONE },
  permille: { kind: 'percent', factor: TENTH },
  tenths: { kind: 'percent', factor: TEN },
  points: { kind: 'percentage-point', factor: ONE },
  basis: { kind: 'percentage-point', factor: HUNDREDTH },
} as const;

/** Classifier, unit, currency, percent sign, ending of an ordinal or marker of a multiple behind a number. */
function readMeasure(reader: Reader, at: number, amount: Amount, head: Head): Tail {
  // "3,2 milliards de dollars": between a scale and its unit.
  const isParted = amount.scale > 0 || (amount.fraction && amount.words);
  if (reader.tokens[at]?.lex.partitive && isParted && close(reader, at) && gap(reader, at + 1) !== 'more') {
    const measure = readMeasure(reader, at + 1, { ...amount, scale: 0 }, head);
    // un tiers de point de pourcentage, but un tiers de 20 %
    if (amount.scale === 0 ? SHARED.has(measure.kind ?? 'number') : MEASURED.has(measure.kind ?? 'number'))
      return measure;
  }
  const none = { ...NO_TAIL, to: at };
  const lex = reader.tokens[at]?.lex;
  if (!lex) return none;
  if (gap(reader, at) === 'more') return describedTail(reader, at, amount, head) ?? none;
  if (isOther(reader, at) || (amount.fraction && isParticle(reader, at))) return none;
  if (lex.share && (lex.share !== 'tenths' || isOfTenths(amount)) && !isBaseOf(reader, at, head)) {
    const share = SHARES[lex.share];
    // 75折: two digits are hundredths.
    const factor = lex.share === 'tenths' && amount.plain?.length === 2 ? ONE : share.factor;
    return tenthsTail(
      reader,
      { ...NO_TAIL, to: at + 1, kind: share.kind, unit: null, factor, marked: true },
      lex.share,
    );
  }
  if (lex.ordinalAfter && !amount.fraction && !isApart(reader, at) && !isStone(lex, amount))
    return { ...none, to: at + 1, kind: 'ordinal', unit: null, marked: true };
  const ordinal = amount.fraction ? undefined : ordinalTail(reader, at, amount);
  if (ordinal) return ordinal;
  if (lex.times && !(lex.glued && gap(reader, at) !== '')) return timesTail(reader, at, head);
  if (lex.subunit)
    return { ...none, to: at + 1, kind: 'money', unit: lex.subunit, factor: lex.factor ?? HUNDREDTH, marked: true };
  if (lex.currency && !head.currency && isCurrency(reader, at, amount))
    return { ...none, to: at + 1, kind: 'money', unit: lex.currency, marked: true };
  // yüzde 70'i günde 20 dolardan az
  if (head.percent && gap(reader, at) !== '') return none;
  if (lex.minuteAfter && isSeconds(reader, at + 1))
    return { ...unitTail(reader, at), kind: 'duration', unit: 'minute' };
  if (lex.unit && !(lex.glued && gap(reader, at) !== '')) return unitTail(reader, at);
  if (lex.naming && gap(reader, at) === '') return { ...none, marked: true };
  if (lex.classifier && gap(reader, at) !== '-') {
    // 三十个月: a classifier may stand before a unit of its own.
    const isOfUnits = lex.ofUnits || !reader.lexicon.unitsCounted;
    const inner =
      isOfUnits && reader.tokens[at + 1]?.lex.unit && gap(reader, at + 1) === '' ? unitTail(reader, at + 1) : undefined;
    return inner ?? { ...none, marked: true };
  }
  return none;
}

/** пять долгих часов, 640 тысяч чужих фунтов: one word that describes the unit stands between. */
function describedTail(reader: Reader, at: number, amount: Amount, head: Head): Tail | undefined {
  const { tokens, folded, lexicon } = reader;
  const { modifiers, foreign } = lexicon;
  if (modifiers.length === 0 || amount.fraction || head.currency) return undefined;
  const [before, token] = [previous(tokens, at), tokens[at]];
  if (!before || !token || token.start - before.end > DESCRIBED || token.end - token.start < 3) return undefined;
  const word = /^ (\p{L}{4,}) $/u.exec(folded.slice(before.end, token.start))?.[1];
  if (!word || !modifiers.some((ending) => word.endsWith(ending)) || foreign.some((ending) => word.endsWith(ending)))
    return undefined;
  const { unit, currency, subunit, lone, leads } = token.lex;
  // «200 раненых сутки ждали»: what may stand without a number is counted by a few alone.
  const isFew = amount.value.d !== 1n || [2n, 3n, 4n].includes(amount.value.n % 10n);
  if (leads || (lone && !isFew) || (unit ?? currency ?? subunit) === undefined) return undefined;
  if (unit && !currency) return unitTail(reader, at);
  return {
    ...NO_TAIL,
    to: at + 1,
    kind: 'money',
    unit: currency ?? subunit ?? null,
    factor: subunit ? (token.lex.factor ?? HUNDREDTH) : ONE,
    marked: true,
  };
}

/** How long such a word may be, with the spaces, in UTF-16 units. */
const DESCRIBED = 20;

const MEASURED: ReadonlySet<FigureKind> = new Set(['money', 'quantity']);
const SHARED: ReadonlySet<FigureKind> = new Set(['percent', 'percentage-point']);

/** 18st: what ends an ordinal only behind a one is a unit elsewhere. */
function isStone({ unit }: Lexeme, { value: { n } }: Amount): boolean {
  return unit === 'stone' && (n % 10n !== 1n || n % 100n === 11n);
}

/** "$500 per thousand cubic metres": what money is paid for is no share, nor what a unit follows. */
function isBaseOf({ tokens, folded }: Reader, at: number, head: Head): boolean {
  const { lex, start = 0 } = tokens[at] ?? {};
  if (lex?.share !== 'permille' || folded.charAt(start) === '‰') return false;
  return head.currency !== undefined || tokens[at + 1]?.lex.unit !== undefined;
}

/** 4분의 1도: behind a part, a particle and no degrees. */
function isParticle({ tokens, folded, lexicon: { particles } }: Reader, at: number): boolean {
  const { start, end } = tokens[at] ?? {};
  return particles.includes(folded.slice(start, end));
}

/** 七成, 七五折; 8亿成年人 are 800 million adults. */
function isOfTenths({ value, scale }: Amount): boolean {
  return scale < 2 && order(value, HUNDRED) < 0;
}

/** "4 pounds and 30 pence" are no weight. */
function hasSubunit(reader: Reader, at: number, value: Exact): boolean {
  const currency = reader.tokens[at]?.lex.currency;
  return currency !== undefined && smallerBehind(reader, at + 1, currency, value)?.unit === currency;
}

/** Is a name that means something else too a currency here: 五块 but not 五块金牌, 50,000 won but not "the 3 won"? */
function isCurrency(reader: Reader, at: number, { value }: Amount): boolean {
  const token = reader.tokens[at];
  // R50,000, but no 50,000 R
  if (token?.lex.largeOnly)
    return token.end - token.start > 1 && (order(value, THOUSAND) >= 0 || hasSubunit(reader, at, value));
  const next = reader.tokens[at + 1]?.lex.number === undefined || gap(reader, at + 1) !== '';
  return !token?.lex.currencyAlone || !next || !/\p{L}/u.test(reader.folded.charAt(token.end));
}

/** 2 a 4 %: letters that make an ordinal right behind digits are a word of their own behind a space. */
function isApart(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const isShort = token !== undefined && token.end - token.start < 3;
  return isShort && gap(reader, at) === ' ' && isSpacedLetter(reader.folded.charCodeAt(token.start));
}

/** A glued "and" begins something new (وعام 2022); so does the word of a year that follows (عام 2019). */
function isOther(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (token?.lead !== undefined && reader.folded.slice(token.lead, token.start) === reader.lexicon.conjunction)
    return true;
  return token?.lex.yearBefore === true && close(reader, at + 1) && reader.tokens[at + 1]?.plain?.length === 4;
}

/** 1分43秒: seconds behind tell that 分 counts minutes. */
function isSeconds(reader: Reader, at: number): boolean {
  const seconds = close(reader, at) ? readAmount(reader, at) : undefined;
  return seconds !== undefined && close(reader, seconds.to) && reader.tokens[seconds.to]?.lex.unit === 'second';
}

/** "twenty-first", "one hundred and third", "fifty-thousandth": an ordinal that a number leads. */
function ordinalTail(reader: Reader, at: number, { value, words }: Amount): Tail | undefined {
  const last = reader.tokens[at]?.lex.and && gap(reader, at + 1) !== 'more' ? at + 1 : at;
  const ordinal = reader.tokens[last]?.lex.ordinal;
  // Sekunde, segundo: what is a unit too is no ordinal behind a number, but twenty-second is one.
  const isUnit = reader.tokens[last]?.lex.unit && !(words && gap(reader, last) === '-');
  if (!ordinal || isUnit || value.d !== 1n || ordinal.d !== 1n || isLedTo(reader, last)) return undefined;
  const tail = { ...NO_TAIL, to: last + 1, kind: 'ordinal', unit: null, marked: true } as const;
  // "the 15-millionth": digits lead only a power of ten behind a hyphen.
  if (!words && (gap(reader, at) !== '-' || ordinal.n < 1000n)) return undefined;
  if (/^10+$/.test(String(ordinal.n))) {
    return last === at && value.n < ordinal.n && ordinal.n > 10n ? { ...tail, factor: ordinal } : undefined;
  }
  const room = value.n % 100n === 0n ? 100n : value.n % 10n === 0n && value.n % 100n > 10n ? 10n : 0n;
  return ordinal.n < room && (last === at || room === 100n) ? { ...tail, plus: ordinal } : undefined;
}

function unitTail(reader: Reader, at: number): Tail {
  const lex = reader.tokens[at]?.lex;
  const unit = lex?.unit ?? null;
  const kind = unit && DURATIONS.has(unit) ? 'duration' : 'quantity';
  return { ...NO_TAIL, to: at + 1, kind, unit, factor: lex?.factor ?? ONE, marked: true };
}

/** 三成五: three tenths and five hundredths. */
function tenthsTail(reader: Reader, tail: Tail, share: keyof typeof SHARES): Tail {
  const digit = share === 'tenths' && gap(reader, tail.to) === '' ? reader.tokens[tail.to]?.lex.number : undefined;
  return digit === undefined || digit > 9 ? tail : { ...tail, to: tail.to + 1, plus: exact(digit, 10) };
}

/** в 100 раз is a multiple, три раза a count; where the language has no such word, every marker is a multiple. */
function timesTail(reader: Reader, at: number, head: Head): Tail {
  // двукратное падение, but двукратный чемпион
  const changes = gap(reader, at) === '' && close(reader, at + 1) && reader.tokens[at + 1]?.lex.direction !== undefined;
  const multiple = !reader.lexicon.timesNeed || head.timesNeeds || changes;
  return { ...NO_TAIL, to: at + 1, unit: null, marked: true, kind: multiple ? 'multiple' : undefined };
}

/** What a number is by what stands around it. */
export function kindOf(head: Head, amount: Amount, tail: Tail): FigureKind {
  if (head.currency) return 'money';
  if (head.percent) return tail.kind === 'percentage-point' ? 'percentage-point' : 'percent';
  if (head.ordinal) return 'ordinal';
  if (head.times && !tail.kind) return 'multiple';
  if (tail.kind) return tail.kind;
  return amount.fraction ? 'fraction' : 'number';
}

/** 华氏104度, 화씨 영하 22도: what stands before the number says of which degrees it is. */
export function degreesOf({ tokens }: Reader, { from }: Head, { unit }: Tail): string | null {
  const before = unit === 'celsius' ? previous(tokens, from) : undefined;
  return (before && (tokens[from]?.start ?? 0) - before.end < 2 && before.lex.degrees) || (unit ?? null);
}
