import type { Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { add, divide, type Exact, equal, exact, format, multiply, ONE, order, parseExact } from '../value.ts';
import { saidBound } from './bounds.ts';
import { dateAgreement } from './civil.ts';
import { converts, convertsChange, convertsDegrees, convertsRate, isUnit, roughRatio, sum } from './convert.ts';
import type { Single } from './match.ts';
import {
  areDozens,
  areYards,
  isDecade,
  isDegree,
  isMidDecade,
  isNextCount,
  isPerThousand,
  isPoints,
  isRain,
  otherReading,
} from './readings.ts';
import { isFromNought, isOdd, isOfDigits, isTwenties } from './spans.ts';
import { isOfThings } from './things.ts';

/** How two figures agree: fully, by a looser reading, or not at all. */
export type Agreement = 'same' | 'loose' | 'converted' | undefined;

/** Do two figures say the same value and unit? Bounds are compared apart, by `boundsAgree`. */
export function agreement(a: Figure, b: Figure): Agreement {
  if (isOfTime(a) || isOfTime(b)) {
    if (isRun(a, b) || isRun(b, a)) return 'loose';
    if (isHalf(a, b) || isHalf(b, a)) return 'loose';
    const dates = dateAgreement(a, b);
    if (dates !== 'other') return dates;
  }
  if (!isSingle(a) || !isSingle(b)) return rangeAgreement(a, b);
  return measureAgreement(a, b) ?? weightAgreement(a, b);
}

function isOfTime({ kind }: Figure): boolean {
  return kind === 'date' || kind === 'time';
}

/** 2:04:36 may be a time of the day, or how long a run took; so may 17 часов 26 минут. */
function isRun(time: Figure, run: Figure): boolean {
  if (time.kind !== 'time' || run.kind !== 'duration' || !isSingle(run)) return false;
  const [hours, minutes, seconds = 0] = String(time.value).split(':').map(Number);
  if (hours === undefined || minutes === undefined) return false;
  const { value } = inBase(run);
  // 2:04.51, as Russian papers part the seconds of a marathon too.
  if (/^\d:\d\d\.\d\d$/.test(run.text) && time.value === `0${run.text.replace('.', ':')}`) return true;
  // "with 2:41 left on the clock"
  const isShort = String(time.value).length === 5 && equal(value, exact(hours * 60 + minutes));
  // 1.46 min, as Polish papers part the seconds too.
  if (run.unit === 'minute' && run.value === `${hours}.${String(time.value).slice(3)}`) return true;
  return isShort || equal(value, exact(hours * 3600 + minutes * 60 + seconds));
}

/** "the second half" of a match, во втором тайме; "the fourth quarter", 第四节; "the third quarter in a row", 3분기 연속. */
function isHalf(half: Figure, { kind, value, unit, soft }: Figure): boolean {
  if (half.kind !== 'date' || typeof value !== 'string') return false;
  if (unit !== null) return unit === 'quarter' && half.value === `Q${value}`;
  if (kind !== 'number' && kind !== 'ordinal') return false;
  return half.soft ? half.value === `H${value}` : !soft && half.value === `Q${value}`;
}

/** A key that figures which agree fully share, for looking them up without comparing each with each. */
export function keyOf(figure: Figure): string {
  if (typeof figure.value !== 'string') {
    const { from, to } = figure.value;
    return `${keyOf({ ...figure, value: from })}..${keyOf({ ...figure, value: to })}`;
  }
  if (figure.kind === 'date' || figure.kind === 'time' || !isSingle(figure)) return figure.value;
  // What is a number in its own unit is written in one way only.
  if (figure.kind !== 'percent' && !(figure.unit && TIMES[figure.unit])) return figure.value;
  const base = inBase(figure);
  base.key ??= `${base.value.n}/${base.value.d}`;
  return base.key;
}

/** The exact value of a figure that is one number; percent as a share of one, time in seconds. */
export function numberOf(figure: Figure): Exact | undefined {
  if (!isSingle(figure) || figure.kind === 'time') return undefined;
  if (figure.kind === 'date') return /^\d{4}$/.test(figure.value) ? parseExact(figure.value) : undefined;
  return inBase(figure).value;
}

const HUNDREDTH = exact(1, 100);

/** Durations in the smallest unit that makes them whole; months and years apart from days and hours. */
const TIMES: Readonly<Record<string, readonly [string, number | Exact]>> = {
  year: ['month', 12],
  quarter: ['month', 3],
  month: ['month', 1],
  week: ['second', 604_800],
  day: ['second', 86_400],
  hour: ['second', 3_600],
  minute: ['second', 60],
  second: ['second', 1],
  millisecond: ['second', exact(1, 1000)],
};

function isSingle(figure: Figure): figure is Single {
  return typeof figure.value === 'string';
}

interface Base {
  readonly value: Exact;
  readonly unit: string;
  /** Made when it is asked for. */
  key?: string;
}

/**
 * A figure is held against many others of its passage, and soon against none. What a weak map knows of each of very many
 * figures takes longer to keep than to find again.
 */
const inBase = remembered(readBase, 256);

function readBase(figure: Single): Base {
  const value = parseExact(figure.value);
  if (figure.kind === 'percent') return { value: multiply(value, HUNDREDTH), unit: '' };
  if (figure.kind === 'percentage-point') return { value, unit: 'percentage-point' };
  const time = figure.unit ? TIMES[figure.unit] : undefined;
  if (time) return { value: multiply(value, typeof time[1] === 'number' ? exact(time[1]) : time[1]), unit: time[0] };
  return { value, unit: figure.unit === 'ton' ? 'tonne' : (figure.unit ?? '') };
}

function measureAgreement(a: Single, b: Single): Agreement {
  const left = inBase(a);
  const right = inBase(b);
  if (equal(left.value, right.value) && left.unit === right.unit) return kindsAgree(a, b) ? 'same' : 'loose';
  // One side may leave the unit to its noun: "65 and over", 65岁以上; the 30th anniversary, 30 лет.
  const bare = isBare(a, b) || isBare(b, a) || isExchange(a, b) || isExchange(b, a);
  if (bare && equal(parseExact(a.value), parseExact(b.value))) return 'loose';
  if (equal(left.value, right.value) && (isOneCurrency(left.unit, right.unit) || areCents(a, b))) return 'loose';
  // "2.3 points ahead", 2,3 puntos, "a quarter of a point": points may be percentage points, or of an index or a game.
  if (isPoints(a, b) || isPoints(b, a)) return 'loose';
  if (isPerThousand(a, b)) return 'loose';
  if (isMidDecade(a, b) || isMidDecade(b, a) || isLateDecade(a, b) || isLateDecade(b, a)) return 'loose';
  if (isNextCount(a, b)) return 'loose';
  const read = otherReading(a, b) ?? otherReading(b, a);
  if (read) return read;
  if (isTimesAdded(a, b) || isTimesAdded(b, a)) return 'loose';
  if (isChange(a, b) || isChange(b, a)) return 'loose';
  if (a.unit === 'GBP' && isMass(b)) return measureAgreement({ ...a, kind: 'quantity', unit: 'pound' }, b);
  if (b.unit === 'GBP' && isMass(a)) return measureAgreement(a, { ...b, kind: 'quantity', unit: 'pound' });
  // Pounds are money to one reader and weight to another.
  const pounds = [a.unit, b.unit].includes('GBP') && [a.unit, b.unit].includes('pound');
  if (pounds && a.value === b.value) return 'loose';
  if ((a.kilo || b.kilo) && a.value === b.value && isKilo(a) && isKilo(b)) return 'loose';
  if (isCentimeters(a) !== isCentimeters(b)) return measureAgreement(...([a, b].map(inMeters) as [Single, Single]));
  // "halved", в 2 раза меньше: a fall to one in n.
  const inverse = a.kind === 'multiple' && b.kind === 'multiple' && ([a, b].some(isFallByTimes) || areHalved(a, b));
  if (inverse && equal(multiply(left.value, right.value), ONE)) return 'loose';
  // "the last third" may be read as an ordinal; cut by half, сократить вдвое.
  const reciprocal =
    [a, b].some(({ kind }) => kind === 'fraction' || kind === 'percent') &&
    [a, b].some(({ kind }) => kind === 'ordinal' || kind === 'multiple');
  if (reciprocal && equal(multiply(left.value, right.value), ONE)) return 'loose';
  if (isOneOf(a, b) || isOneOf(b, a)) return 'loose';
  if (isDegree(a, b) || isDegree(b, a)) return 'loose';
  if (convertsRate(a, b)) return 'converted';
  // 每小时400英里: a rate may be said before its number.
  const rate = left.unit.startsWith(`${right.unit}-per-`) || right.unit.startsWith(`${left.unit}-per-`);
  if (rate && equal(left.value, right.value)) return 'loose';
  if (a.value === b.value && (isRain(a, b) || isRain(b, a))) return 'loose';
  // 100 km/h is no 100 mph, though 62 rounds to 100: nobody who converts keeps the number.
  if (!left.unit || !right.unit || (a.value === b.value && !areYards(a, b))) return undefined;
  const [x, y] = [rated(a), rated(b)];
  if (converts(x, y) || isRounded(x, y) || convertsDegrees(x, y) || convertsDegrees(y, x)) return 'converted';
  if (converts(wayOf(x), y) || converts(x, wayOf(y))) return 'converted';
  return [a, b].some(({ direction }) => direction) && convertsChange(x, y) ? 'converted' : undefined;
}

/** "a mile and a half" and knapp 2,5 Kilometer, niecałe 2,5 km: a round number that says so, or on which side it lies. */
function isRounded(a: Single, b: Single): boolean {
  // "a mile long" and полтора километра
  if (isAlmost(a, b) || isAlmost(b, a)) return true;
  const [x, y] = [a, b].map(saidBound);
  // "five yards away", keine fünf Meter: which side is said leaves more room.
  const isSided = [x, y].some((side) => side === 'under' || side === 'over');
  const ratio = roughRatio(a, b, isSided ? exact(1, 10) : undefined);
  if (!ratio) return false;
  if (x === 'about' || y === 'about') return [x, y].every((bound) => bound === 'about' || bound === 'exact');
  const size = order(ratio, ONE);
  return (
    (x === 'exact' && y === (size < 0 ? 'under' : 'over')) || (y === 'exact' && x === (size < 0 ? 'over' : 'under'))
  );
}

function isAlmost(one: Single, other: Single): boolean {
  return one.soft && one.value === '1' && other.value === '1.5' && roughRatio(one, other, exact(1, 10)) !== undefined;
}

/** "one in six jobs" and her altı işten biri: the whole stands for the share, and with another noun. */
export function isShareOfWhole(share: Figure, { kind, value }: Figure): boolean {
  return share.kind === 'fraction' && kind === 'number' && value !== share.value;
}

/** "less than half as large" and plus de deux fois moindre: what is under the one is over the other. */
export function isInverse(a: Figure, b: Figure): boolean {
  const kinds = [a.kind, b.kind];
  const [x, y] = [numberOf(a), numberOf(b)];
  const isPair = kinds.includes('multiple') && (kinds.includes('fraction') || kinds.includes('percent'));
  return isPair && x !== undefined && y !== undefined && equal(multiply(x, y), ONE);
}

/** 时速134英里（约216公里）: what is said again in another unit need not say again that it is an hour's. */
function wayOf(speed: Single): Single {
  return speed.unit?.endsWith('-per-hour') ? { ...speed, unit: speed.unit.slice(0, -'-per-hour'.length) } : speed;
}

/** saatte 153 kilometre: a speed whose hour stands before it. */
function rated(figure: Single): Single {
  // metrekareye 100 kilogram
  if (figure.per?.includes('square-meter') && (figure.unit === 'kilogram' || figure.unit === 'liter'))
    return { ...figure, unit: 'millimeter' };
  const speed = figure.per?.map((unit) => `${figure.unit}-per-${unit}`).find(isUnit);
  return speed === undefined ? figure : { ...figure, unit: speed };
}

/** A number that leaves its unit to its noun: "65 and over", 65岁以上; "the 30th anniversary", 30 лет. Shares and money don't. */
function isBare(bare: Single, other: Single): boolean {
  // "the second plane" is no two months; an anniversary counts years.
  if (
    bare.kind === 'ordinal' &&
    other.kind === 'duration' &&
    !COUNTED.has(other.unit ?? '') &&
    bare.counts !== other.unit &&
    !isMinuteNamed(bare, other)
  )
    return false;
  // "four times" are no four kilometres, nor is the fourth quarter four metres long; 四度 are times as well as degrees.
  const isOther = bare.kind === 'multiple' || (bare.kind === 'ordinal' && bare.counts !== undefined);
  if (isOther && other.kind === 'quantity' && other.unit !== 'celsius') return false;
  // dos veces al año says nothing of two weeks.
  if (bare.kind === 'multiple' && other.kind === 'duration') return false;
  if (bare.unit !== null || isOfThings(bare, other)) return false;
  return !isShare(bare) && (!isShare(other) || isRoundSum(bare, other));
}

/** "on 58 minutes" and à la 58e: of a match, the ordinal alone says the minute. */
function isMinuteNamed({ text, counts }: Single, { unit, value }: Single): boolean {
  return unit === 'minute' && counts === undefined && value.length === 2 && /^\p{Nd}/u.test(text);
}

/** "topped 100 million yuan" and 票房破亿: of so much in one word, the text tells that it is money. */
function isRoundSum({ soft, value }: Single, { kind }: Single): boolean {
  return soft && kind === 'money' && /^10{4,}$/.test(value);
}

function isMass({ unit }: Figure): boolean {
  return unit !== null && MASSES.has(unit);
}

const MASSES: ReadonlySet<string> = new Set(['gram', 'kilogram', 'tonne', 'ounce', 'stone']);

/** What is counted in a row: the 40th anniversary, the fifth decline in as many quarters. */
const COUNTED: ReadonlySet<string> = new Set(['year', 'quarter']);

/** "92.4 to the dollar" and 1美元兑92.4卢布. */
function isExchange(bare: Single, money: Single): boolean {
  const [a = [], b = []] = [bare.per, money.per];
  // 美元兑人民币报7.25
  const areRates = isPerMoney(a) && (b.length === 0 ? !a.includes(money.unit ?? '') : isPerMoney(b));
  const isRate = bare.unit === null && bare.kind === 'number' && money.kind === 'money' && areRates;
  // Nobody changes dollars into dollars.
  return isRate && !b.includes(money.unit ?? '');
}

function isPerMoney(per: readonly string[]): boolean {
  return per.some((unit) => /^[A-Z]{3}$/.test(unit));
}

/** Money of one name in several countries: a text that has named the country goes on with the name alone. */
const NAMESAKES: Readonly<Record<string, readonly string[]>> = {
  krone: ['DKK', 'NOK', 'SEK', 'ISK', 'CZK'],
  dinar: ['RSD', 'IQD', 'KWD', 'JOD', 'BHD', 'DZD', 'LYD', 'TND', 'MKD'],
  riyal: ['SAR', 'QAR', 'OMR', 'YER', 'IRR'],
  dirham: ['AED', 'MAD'],
  peso: ['MXN', 'ARS', 'CLP', 'COP', 'CUP', 'DOP', 'PHP', 'UYU'],
  shilling: ['KES', 'TZS', 'UGX', 'SOS'],
  GBP: ['EGP', 'SYP', 'LBP', 'SDG', 'SSP'],
  // livres, which may be books too, and לירות
  livre: ['GBP', 'EGP', 'SYP', 'LBP', 'SDG', 'SSP', 'TRY', 'pound'],
  INR: ['PKR', 'LKR', 'NPR', 'MUR'],
  CHF: ['XOF', 'XAF', 'CDF', 'RWF', 'BIF', 'DJF', 'GNF', 'KMF'],
  RUB: ['BYN'],
  RON: ['MDL'],
  KRW: ['KPW'],
  ZMW: ['MWK'],
  // xu, the hundredth of whichever money
  xu: ['USD', 'EUR', 'GBP', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'ZAR'],
};

export function isOneCurrency(a: string, b: string): boolean {
  return NAMESAKES[a]?.includes(b) === true || NAMESAKES[b]?.includes(a) === true;
}

const CENTS: ReadonlySet<string> = new Set([
  'USD',
  'EUR',
  // 分钱
  'CNY',
  'AUD',
  'CAD',
  'NZD',
  'HKD',
  'SGD',
  'ZAR',
  'KES',
  'BRL',
  'shilling',
]);

/** "55 cents a share", 55 céntimos: without a sign or code, of whichever currency has them. */
function areCents(a: Single, b: Single): boolean {
  return [a, b].every(
    ({ kind, value, unit, text }) =>
      kind === 'money' && CENTS.has(unit ?? '') && order(parseExact(value), ONE) < 0 && !/\p{Sc}|[A-Z]{3}/u.test(text),
  );
}

/** Not where the money has a name of several countries alone: few languages list what they call those. */
function isShare({ kind, unit }: Single): boolean {
  return kind === 'percent' || kind === 'percentage-point' || (kind === 'money' && !/^[a-z]/.test(unit ?? ''));
}

/** "one in forty" and «один из сорока», which may be one of the forty as well. */
function isOneOf(share: Single, { kind, value, unit, soft }: Single): boolean {
  if (share.kind !== 'fraction' || kind !== 'number' || unit !== null || soft) return false;
  return /\S \S+ \S/.test(share.text) && equal(multiply(parseExact(share.value), parseExact(value)), ONE);
}

/** "up by a half" and в полтора раза; "by two thirds" and втрое меньше. */
function isChange(times: Single, share: Single): boolean {
  if (times.kind !== 'multiple' || !['fraction', 'percent'].includes(share.kind)) return false;
  const by = inBase(share).value;
  const value = parseExact(times.value);
  const down = [times, share].some(({ direction }) => direction === 'down');
  // втрое меньше, which says a third of it, in some words by itself.
  if (down) return value.n > 0n && (equal(add(divide(ONE, value), by), ONE) || equal(add(value, by), ONE));
  return [times, share].some(({ direction }) => direction === 'up') && equal(add(ONE, by), value);
}

/** 120 senttiä: a name of cents that is one of centimetres too. */
function isCentimeters({ kind, kilo }: Single): boolean {
  return kind === 'money' && kilo === true;
}

function inMeters(figure: Single): Single {
  return isCentimeters(figure) ? { ...figure, kind: 'quantity', unit: 'meter' } : figure;
}

/** 体重114キロ beside stones or pounds: what may be kilometres is kilograms there. */
function weightAgreement(a: Single, b: Single): Agreement {
  const isOpen = ({ kilo, unit }: Single) => kilo === true && unit === 'kilometer';
  if (isOpen(a) === isOpen(b)) return undefined;
  const weight = (one: Single): Single => (isOpen(one) ? { ...one, unit: 'kilogram' } : one);
  return measureAgreement(weight(a), weight(b));
}

function isKilo({ unit }: Single): boolean {
  return unit === 'kilometer' || unit === 'kilogram';
}

/** 增长两倍 is three times as much to some, twice to others: publishers accept both. */
function isTimesAdded(added: Single, whole: Single): boolean {
  // "double what they had hoped for" is a number of small weight.
  const isWhole = whole.kind === 'multiple' || (whole.kind === 'number' && whole.soft && whole.unit === null);
  if (!added.adds || !isWhole || whole.adds) return false;
  return equal(add(parseExact(added.value), ONE), parseExact(whole.value));
}

/** "halved their target" and вдвое, до 90 пенсов, понизили: the word may be too far from its direction. */
function areHalved(...both: readonly [Single, Single]): boolean {
  return both.some(({ direction, leaning, text, value }) => {
    const isLarge = order(parseExact(value), ONE) > 0 && !/\p{Nd}/u.test(text);
    return isLarge && direction === undefined && leaning?.towards !== 'up';
  });
}

function isFallByTimes({ kind, value, direction }: Single): boolean {
  return kind === 'multiple' && direction === 'down' && order(parseExact(value), ONE) > 0;
}

function kindsAgree(a: Figure, b: Figure): boolean {
  return a.kind === b.kind;
}

function rangeAgreement(a: Figure, b: Figure): Agreement {
  if (typeof a.value === 'string' || typeof b.value === 'string')
    return [isTwenties, isFromNought, isOdd, isOfDigits, areDozens].some((said) => said(a, b) || said(b, a))
      ? 'loose'
      : undefined;
  const from = agreement({ ...a, value: a.value.from }, { ...b, value: b.value.from });
  const to = agreement({ ...a, value: a.value.to }, { ...b, value: b.value.to });
  if (!from || !to) return undefined;
  return from === 'same' && to === 'same' ? 'same' : from === 'converted' || to === 'converted' ? 'converted' : 'loose';
}

/** "in his late thirties", лет под сорок. */
function isLateDecade(age: Single, other: Single): boolean {
  if (!isDecade(age)) return false;
  const { value, unit } = other;
  const said = saidBound(other);
  if (said !== 'about' && said !== 'under') return false;
  return (unit === null || unit === 'year') && equal(add(parseExact(age.value), exact(10)), parseExact(value));
}

/** Do two measures make one: "7 years 6 months" and "seven and a half years", "5 ft 10" and 178 cm? */
export function makes(first: Figure, second: Figure, whole: Figure): boolean {
  const [a, b, c] = [first, second, whole].map(single);
  if (!a?.unit || !b?.unit || !c?.unit) return false;
  const [x, y, z] = [a, b, c].map(inBase);
  if (x && y && z && x.unit === y.unit && x.unit === z.unit && x.unit !== a.unit)
    return equal(add(x.value, y.value), z.value);
  const total = sum(a, b);
  return total !== undefined && converts({ ...a, value: format(total) }, c);
}

function single(figure: Figure): Single | undefined {
  return isSingle(figure) ? figure : undefined;
}
