import type { Figure } from '../../model.ts';
import { add, type Exact, equal, exact, multiply, order, parseExact } from '../value.ts';
import { converts } from './convert.ts';
import type { Single } from './match.ts';

/** What the words of the first may say besides, so that it agrees with the second: miles at sea are sømil to some. */
export function otherReading(a: Single, b: Single): 'loose' | 'converted' | undefined {
  if (isMinuteOfMatch(a, b) || isMillions(a, b) || isCoins(a, b) || isQuarterHour(a, b)) return 'loose';
  if (isHalfPoint(a, b) || isFortnight(a, b) || isDozen(a, b) || isHundredths(a, b)) return 'loose';
  if (a.unit === 'mile' && b.unit === 'nautical-mile' && a.value === b.value) return 'loose';
  if (isRest(a, b) || isMonthsOver(a, b) || isOfPar(a, b) || isMinuteCount(a, b) || isWholeDay(a, b)) return 'loose';
  if (isPlayed(a, b) || isTaxed(a, b) || isMarathon(a, b) || isNote(a, b)) return 'loose';
  if (isEvenChance(a, b) || isPower(a, b)) return 'loose';
  return isWeeks(a, b) ? 'converted' : undefined;
}

/** "the 58th minute" and 後半13分. */
function isMinuteOfMatch({ also }: Single, { value, kind, unit, also: own }: Single): boolean {
  if (also === undefined || (also !== value && also !== own)) return false;
  return unit === 'minute' || (unit === null && (kind === 'ordinal' || kind === 'number'));
}

/** "all but a fifth" and 五分之四, 80 %. */
export function isRest({ kind, also }: Figure, { kind: other, value }: Figure): boolean {
  if (also === undefined || typeof value !== 'string' || !isPart(kind) || !isPart(other)) return false;
  return equal(share(also, kind), share(value, other));
}

/** "four months pregnant" and на пятом месяце беременности. */
function isMonthsOver({ kind, also }: Single, { unit, value }: Single): boolean {
  return kind === 'ordinal' && unit === 'month' && also === value;
}

/** 50 на 50, 五五开: of a hundred, so many on either side. */
function isEvenChance({ kind, also }: Single, { kind: other, value: part, unit }: Single): boolean {
  if (kind !== 'number' || also !== '1/2' || unit !== null) return false;
  return (isPart(other) || other === 'number') && equal(share(part, other), HALF);
}

const HALF = exact(1, 2);

/** "for three quarters" of a match and 三节. */
function isPlayed({ kind, also }: Single, { kind: other, value }: Single): boolean {
  return kind === 'fraction' && other === 'number' && also === value;
}

/** "a half-cent sales tax", "2p on income tax": of each dollar or pound, so that others say percentage points. */
function isTaxed({ kind, value, text }: Single, { kind: other, value: points }: Single): boolean {
  if (kind !== 'money' || other !== 'percentage-point' || /\p{Sc}|[A-Z]{3}/u.test(text)) return false;
  return order(parseExact(value), exact(1)) < 0 && equal(multiply(parseExact(value), exact(100)), parseExact(points));
}

/**
 * "at £5" and дойдёт до пятёрки, "a tenner" and десятка, 十欧元: what banknotes and coins of so many are called, of
 * whatever money the place has.
 */
function isNote({ kind, soft, unit, value, text }: Single, money: Single): boolean {
  // "a 5,000-rouble bill" and пятитысячная купюра
  if (kind === 'number' && money.kind === 'money' && unit === null && /\p{Nd}-/u.test(money.text))
    return /^[125]00?0?$/.test(value) && money.value === value && !/[\p{Nd} ]/u.test(text);
  if (!soft || /\p{Nd}/u.test(text)) return false;
  const isCalled = kind === 'number' && unit === null && money.kind === 'money';
  const isSlang = kind === 'money' && (money.kind === 'money' || (money.kind === 'number' && money.unit === null));
  if (!isCalled && !(isSlang && !/\p{Zs}/u.test(text))) return false;
  return /^(?:5|10|20|50|1000?)$/.test(value) && money.value === value;
}

/** 2:05.52, of a marathon: hours, minutes and seconds, as Russian papers part them too. */
function isMarathon({ text, kind }: Single, time: Single): boolean {
  const [, hours, minutes, seconds] = /^(\d):([0-5]\d)\.([0-5]\d)$/.exec(text) ?? [];
  const factor = time.kind === 'duration' ? IN_SECONDS[time.unit ?? ''] : undefined;
  if (kind !== 'duration' || hours === undefined || !factor) return false;
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return equal(exact(all), multiply(parseExact(time.value), exact(factor)));
}

const IN_SECONDS: Readonly<Record<string, number>> = { hour: 3600, minute: 60, second: 1 };

function isPart(kind: Single['kind']): boolean {
  return kind === 'fraction' || kind === 'percent';
}

function share(value: string, kind: Single['kind']): Exact {
  return kind === 'percent' ? multiply(parseExact(value), exact(1, 100)) : parseExact(value);
}

/** "lost half a percent" and un demi-point de pourcentage: in words, half a point is half a percent to reporters. */
function isHalfPoint(percent: Single, point: Single): boolean {
  if (percent.kind !== 'percent' || point.kind !== 'percentage-point') return false;
  return [percent, point].every(({ value, text }) => value === '0.5' && !/\p{Nd}/u.test(text));
}

/** "15 minutes" and ένα τέταρτο, a quarter of whatever else follows. */
function isQuarterHour(quarter: Single, { value, unit }: Single): boolean {
  if (quarter.kind !== 'fraction' || unit !== 'minute' || /\p{Nd}/u.test(quarter.text)) return false;
  return (quarter.value === '0.25' && value === '15') || (quarter.value === '0.75' && value === '45');
}

/** "six under" and −6. */
function isOfPar({ par, value }: Single, other: Single): boolean {
  return par === true && other.kind === 'number' && other.unit === null && other.value === `-${value}`;
}

/** "after half an hour" and in der 30. Minute, "after 22 seconds" and на 22-й секунде. */
function isMinuteCount({ kind, counts, value }: Single, { unit, value: time }: Single): boolean {
  if (kind === 'ordinal' && counts === 'second' && unit === 'second') return value === time;
  if (kind !== 'ordinal' || counts !== 'minute' || unit !== 'hour') return false;
  return equal(parseExact(value), multiply(parseExact(time), exact(60)));
}

/** "for 48 hours, some of them for the first 24" and первые сутки: a day may be said in hours, and these go without saying. */
function isWholeDay({ unit, value }: Single, { kind, unit: bare, value: hours, unnamed }: Single): boolean {
  if (unit !== 'day' || kind !== 'number' || bare !== null || !unnamed) return false;
  return equal(parseExact(hours), multiply(parseExact(value), exact(24)));
}

/** "a record of 89.1m", "the 100m": where nothing tells metres from millions. */
function isMillions(metres: Single, { kind, unit, value, text }: Single): boolean {
  const isOpen = [metres.text, text].some((said) => /\p{Nd} ?m$/u.test(said));
  if (metres.unit !== 'meter' || !isOpen || unit !== null || kind !== 'number') return false;
  return equal(multiply(parseExact(metres.value), MILLION), parseExact(value));
}

const MILLION = exact(1_000_000);

/** "a dozen coins" and он екі тиын: the name of the hundredth is that of a coin. */
function isCoins({ kind, unit, value }: Single, coins: Single): boolean {
  if (kind !== 'number' || unit !== null || coins.kind !== 'money' || /\p{Sc}/u.test(coins.text)) return false;
  return value.length < 4 && equal(parseExact(value), multiply(parseExact(coins.value), exact(100)));
}

/** Where the first day is counted too, a fortnight has fifteen days and a week has eight: quinze jours, ocho días. */
function isFortnight(weeks: Single, days: Single): boolean {
  if (weeks.unit !== 'week' || days.unit !== 'day') return false;
  return (weeks.value === '2' && days.value === '15') || (weeks.value === '1' && days.value === '8');
}

/**
 * "more than one" and 두 개 이상, "under 18" and "17 and younger": what is counted whole begins, or ends, with the next. Not
 * the other way round: 两辆以上 is "two and more", and no "more than two".
 */
export function isNextCount(beyond: Single, from: Single): boolean {
  const step = COUNTED_ON[`${beyond.bound} ${from.bound}`];
  // An age may go without its unit.
  const isCount = ({ kind, unit }: Single) =>
    (kind === 'number' && unit === null) || (kind === 'duration' && unit === 'year');
  if (step === undefined || !isCount(beyond) || !isCount(from)) return false;
  return !/[/.]/.test(beyond.value) && equal(add(parseExact(beyond.value), step), parseExact(from.value));
}

const COUNTED_ON: Readonly<Record<string, Exact>> = { 'over at-least': exact(1), 'under at-most': exact(-1) };

/** "500 MWh" and 50万度: degrees are the units of a meter, too. */
function isPower({ unit, value, text }: Single, energy: Single): boolean {
  if (unit !== 'celsius' || !text.endsWith('度') || text.length < 3 || !energy.unit?.endsWith('watt-hour'))
    return false;
  const power: Single = { ...energy, value, unit: 'kilowatt-hour' };
  return energy.unit === power.unit ? energy.value === value : converts(power, energy);
}

/** "half a dozen" and 五六个, "about three dozen" and 三四十个. */
export function areDozens({ value, text }: Figure, { value: range, soft }: Figure): boolean {
  if (typeof value !== 'string' || typeof range === 'string' || !soft || !/^[^\p{Nd}]+ \p{L}+ \p{L}+$/u.test(text))
    return false;
  if (value === '6') return (range.from === '5' && range.to === '6') || (range.from === '6' && range.to === '7');
  return (
    /^(?:24|36|48|60|72|84|96)$/.test(value) && Number(range.from) <= Number(value) && Number(value) <= Number(range.to)
  );
}

/** "a dozen people", с десяток человек, 十几人, 10여 명: about as many; "a couple of dozen" and 二十数人. */
function isDozen(dozen: Single, { value, unit, text, bound }: Single): boolean {
  const isTens = (dozen.value === '12' && value === '10') || (dozen.value === '24' && value === '20');
  if (!dozen.soft || !isTens || unit !== null) return false;
  return bound === 'over' || !/\p{Nd}/u.test(text);
}

/** "six hundredths" and έξι εκατοστά, which are centimetres too. */
function isHundredths(part: Single, { value, unit, text }: Single): boolean {
  if (part.kind !== 'fraction' || unit !== 'centimeter' || /\p{Nd}/u.test(text)) return false;
  return equal(multiply(parseExact(part.value), exact(100)), parseExact(value));
}

/** Months said in weeks, as people count them: six weeks, полтора месяца. */
const WEEKS: Readonly<Record<string, string>> = {
  2: '0.5',
  4: '1',
  6: '1.5',
  8: '2',
  10: '2.5',
  12: '3',
  13: '3',
  26: '6',
};

function isWeeks(weeks: Single, months: Single): boolean {
  return weeks.unit === 'week' && months.unit === 'month' && WEEKS[weeks.value] === months.value;
}

/** "in his mid-thirties", but no "just over a year". */
export function isDecade({ soft, bound, kind, unit, value }: Single): boolean {
  return soft && bound === 'over' && kind === 'duration' && unit === 'year' && /^\d0$/.test(value);
}

/** "in his mid-thirties", лет тридцати пяти. */
export function isMidDecade(age: Single, { value, unit }: Single): boolean {
  if (!isDecade(age)) return false;
  return (unit === null || unit === 'year') && equal(add(parseExact(age.value), exact(5)), parseExact(value));
}

/**
 * "from three yards" and метров с трёх: so near to each other that about as many are the same, and as many metres are never
 * reached, moins de cinq mètres.
 */
export function areYards(...both: readonly [Single, Single]): boolean {
  const isAbout = both.filter(({ bound }) => bound === 'about').length === 1;
  const isUnder = both.some(({ unit, bound, nearby }) => unit === 'meter' && [bound, nearby].includes('under'));
  return (isAbout || isUnder) && ['meter', 'yard'].every((unit) => both.some((one) => one.unit === unit));
}

/** "95 degrees" and 95 градусов: the scale may go without its name. */
export function isDegree(open: Single, { value, unit }: Single): boolean {
  return open.unit === 'degree' && open.value === value && (unit === 'celsius' || unit === 'fahrenheit');
}

/** 80 mm of rain are 80 litres or kilograms on a square metre. */
export function isRain({ unit }: Single, { unit: other, per }: Single): boolean {
  return unit === 'millimeter' && (other === 'kilogram' || other === 'liter') && per?.includes('square-meter') === true;
}

/** "4.5 per thousand" in the source is 4,5 на тысячу, of which the other side may have read the number alone. */
export function isPerThousand(share: Single, bare: Single): boolean {
  if (share.kind !== 'percent' || bare.kind !== 'number' || bare.unit !== null) return false;
  const said = /\d+(?:[.,]\d+)?/.exec(share.text)?.[0].replace(',', '.') === bare.value;
  return said && equal(multiply(parseExact(share.value), exact(10)), parseExact(bare.value));
}

/** "four points ahead" and se čtyřbodovým náskokem. */
export function isPoints(points: Single, bare: Single): boolean {
  return (
    points.kind === 'percentage-point' &&
    ['number', 'fraction', 'ordinal'].includes(bare.kind) &&
    bare.unit === null &&
    equal(parseExact(points.value), parseExact(bare.value))
  );
}
