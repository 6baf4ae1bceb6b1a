import type { Bound, Figure } from '../model.ts';
import { add, divide, type Exact, equal, exact, format, multiply, ONE, order, parseExact, scaleBy } from './value.ts';

/** How two figures agree: fully, by a looser reading, or not at all. */
export type Agreement = 'same' | 'loose' | 'converted' | undefined;

/** Do two figures say the same value and unit? Bounds are compared apart, by `boundsAgree`. */
export function agreement(a: Figure, b: Figure): Agreement {
  const dates = dateAgreement(a, b);
  if (dates !== 'other') return dates;
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return rangeAgreement(a, b);
  return measureAgreement({ ...a, value: a.value }, { ...b, value: b.value });
}

/** A key that figures which agree fully share, for looking them up without comparing each with each. */
export function keyOf(figure: Figure): string {
  if (typeof figure.value !== 'string') return `${figure.value.from}..${figure.value.to}`;
  if (figure.kind === 'date' || figure.kind === 'time') return figure.value;
  const { value } = inBase({ ...figure, value: figure.value });
  return `${value.n}/${value.d}`;
}

/** The exact value of a figure that is one number; percent as a share of one, time in seconds. */
export function numberOf(figure: Figure): Exact | undefined {
  if (typeof figure.value !== 'string' || figure.kind === 'time') return undefined;
  if (figure.kind === 'date') return /^\d{4}$/.test(figure.value) ? parseExact(figure.value) : undefined;
  return inBase({ ...figure, value: figure.value }).value;
}

const HUNDREDTH = exact(1, 100);

/** Durations in the smallest unit that makes them whole; months and years apart from days and hours. */
const TIMES: Readonly<Record<string, readonly [string, number]>> = {
  year: ['month', 12],
  quarter: ['month', 3],
  month: ['month', 1],
  week: ['second', 604_800],
  day: ['second', 86_400],
  hour: ['second', 3_600],
  minute: ['second', 60],
  second: ['second', 1],
};

type Single = Figure & { readonly value: string };

function inBase(figure: Single): { value: Exact; unit: string } {
  const value = parseExact(figure.value);
  if (figure.kind === 'percent') return { value: multiply(value, HUNDREDTH), unit: '' };
  if (figure.kind === 'percentage-point') return { value, unit: 'percentage-point' };
  const time = figure.unit ? TIMES[figure.unit] : undefined;
  if (time) return { value: multiply(value, exact(time[1])), unit: time[0] };
  return { value, unit: figure.unit === 'ton' ? 'tonne' : (figure.unit ?? '') };
}

function measureAgreement(a: Single, b: Single): Agreement {
  const left = inBase(a);
  const right = inBase(b);
  if (equal(left.value, right.value) && left.unit === right.unit) return kindsAgree(a, b) ? 'same' : 'loose';
  // One side may leave the unit to its noun: "65 and over", 65岁以上; the 30th anniversary, 30 лет.
  const bare = left.unit === '' || right.unit === '';
  if (bare && equal(parseExact(a.value), parseExact(b.value)) && !isShare(a) && !isShare(b)) return 'loose';
  // "2.3 points ahead", 2,3 puntos: points may be percentage points, or of an index or a game.
  if (isPoints(a, b) || isPoints(b, a)) return 'loose';
  if (isFortnight(a, b) || isFortnight(b, a)) return 'loose';
  if (isTimesAdded(a, b) || isTimesAdded(b, a)) return 'loose';
  // "halved", в 2 раза меньше: a fall to one in n.
  const inverse = a.kind === 'multiple' && b.kind === 'multiple' && [a, b].some(isFallByTimes);
  if (inverse && equal(multiply(left.value, right.value), ONE)) return 'loose';
  // "the last third" may be read as an ordinal; cut by half, сократить вдвое.
  const reciprocal =
    [a.kind, b.kind].includes('fraction') && ['ordinal', 'multiple'].some((k) => k === a.kind || k === b.kind);
  if (reciprocal && equal(multiply(left.value, right.value), ONE)) return 'loose';
  // 每小时400英里: a rate may be said before its number.
  const rate = left.unit.startsWith(`${right.unit}-per-`) || right.unit.startsWith(`${left.unit}-per-`);
  if (rate && equal(left.value, right.value)) return 'loose';
  return left.unit && right.unit && converts(a, b) ? 'converted' : undefined;
}

function isPoints(points: Single, bare: Single): boolean {
  return (
    points.kind === 'percentage-point' &&
    bare.kind === 'number' &&
    bare.unit === null &&
    equal(parseExact(points.value), parseExact(bare.value))
  );
}

/** Where the first day is counted too, a fortnight has fifteen days and a week has eight: quinze jours, ocho días. */
function isFortnight(weeks: Single, days: Single): boolean {
  if (weeks.unit !== 'week' || days.unit !== 'day') return false;
  return (weeks.value === '2' && days.value === '15') || (weeks.value === '1' && days.value === '8');
}

/** 增长两倍 is three times as much to some, twice to others: publishers accept both. */
function isTimesAdded(added: Single, whole: Single): boolean {
  if (!added.adds || whole.kind !== 'multiple' || whole.adds) return false;
  return equal(add(parseExact(added.value), ONE), parseExact(whole.value));
}

function isFallByTimes({ kind, value, direction }: Single): boolean {
  return kind === 'multiple' && direction === 'down' && order(parseExact(value), ONE) > 0;
}

function isShare(figure: Figure): boolean {
  return figure.kind === 'percent' || figure.kind === 'percentage-point' || figure.kind === 'money';
}

function kindsAgree(a: Figure, b: Figure): boolean {
  return a.kind === b.kind;
}

function rangeAgreement(a: Figure, b: Figure): Agreement {
  if (typeof a.value === 'string' || typeof b.value === 'string') return undefined;
  const from = agreement({ ...a, value: a.value.from }, { ...b, value: b.value.from });
  const to = agreement({ ...a, value: a.value.to }, { ...b, value: b.value.to });
  if (!from || !to) return undefined;
  return from === 'same' && to === 'same' ? 'same' : from === 'converted' || to === 'converted' ? 'converted' : 'loose';
}

/** Dates agree where one leaves out what the other says; a bare year may have been read as a number. */
function dateAgreement(a: Figure, b: Figure): Agreement | 'other' {
  if (a.kind === 'date' && b.kind === 'date' && season(a) !== undefined && season(a) === season(b)) return 'loose';
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return 'other';
  if (a.kind === 'time' || b.kind === 'time') return a.kind === b.kind && a.value === b.value ? 'same' : undefined;
  if (a.kind !== 'date' && b.kind !== 'date') return 'other';
  if (a.value === b.value) return a.kind === b.kind ? 'same' : 'loose';
  if (a.kind !== 'date' || b.kind !== 'date') return isAge(a, b) || isAge(b, a) ? 'loose' : undefined;
  return sameDate(a.value, b.value) || sameDecade(a, b) ? 'loose' : undefined;
}

const DECADE = /^\d\d(\d0)s$/;

/** "the 30s" is of whatever century; "the early 2000s" is 21世纪初. */
function sameDecade(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ value }) => DECADE.exec(String(value))?.[1]);
  if (x !== undefined && x === y) return [a, b].some(({ text }) => !/\p{Nd}{4}/u.test(text));
  return [a.value, b.value].sort().join() === '2000s,C21';
}

/** "in her fifties": an age, where the other side says 50, or over 50. */
function isAge(decade: Figure, { kind, value }: Figure): boolean {
  const tens = DECADE.exec(String(decade.value))?.[1];
  return (kind === 'number' || kind === 'duration') && tens !== undefined && value === tens;
}

/** 1968/69 and 1968–69 are one season, however its two years are joined. */
function season({ value }: Figure): string | undefined {
  if (typeof value !== 'string') return /^\d{4}$/.test(value.from) ? `${value.from}/${value.to}` : undefined;
  const years = /^(\d\d)(\d\d)\/(\d\d)$/.exec(value);
  return years ? `${years[1]}${years[2]}/${years[1]}${years[3]}` : undefined;
}

const DATE = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/;

function sameDate(a: string, b: string): boolean {
  const left = DATE.exec(a);
  const right = DATE.exec(b);
  if (!left || !right) return quarterOf(a) !== undefined && quarterOf(a) === quarterOf(b) && !conflicting(a, b);
  const parts = [1, 2, 3].map((i) => [known(left[i]), known(right[i])] as const);
  const shared = parts.filter(([x, y]) => x !== undefined && y !== undefined);
  const [month] = parts.slice(1);
  const both = month !== undefined && month[0] !== undefined && month[1] !== undefined;
  return both && shared.every(([x, y]) => x === y);
}

function known(part: string | undefined): string | undefined {
  return part === '-' ? undefined : part;
}

function quarterOf(date: string): string | undefined {
  return /(?:^|-)([QH]\d)$/.exec(date)?.[1];
}

function conflicting(a: string, b: string): boolean {
  return /^\d{4}/.test(a) && /^\d{4}/.test(b);
}

/** Metres, kilograms, square metres … in one unit of each; exact by definition (NIST SP 811, appendix B; GB 3100 for 亩). */
const METRIC: Readonly<Record<string, readonly [string, Exact]>> = {
  kilometer: ['m', exact(1000)],
  meter: ['m', exact(1)],
  centimeter: ['m', exact(1, 100)],
  millimeter: ['m', exact(1, 1000)],
  mile: ['m', exact(1_609_344, 1000)],
  foot: ['m', exact(3048, 10_000)],
  yard: ['m', exact(9144, 10_000)],
  'nautical-mile': ['m', exact(1852)],
  'square-kilometer': ['m2', exact(1_000_000)],
  'square-meter': ['m2', exact(1)],
  hectare: ['m2', exact(10_000)],
  acre: ['m2', exact(40_468_564_224n, 10_000_000n)],
  'square-mile': ['m2', exact(2_589_988_110_336n, 1_000_000n)],
  mu: ['m2', exact(2000, 3)],
  tonne: ['kg', exact(1000)],
  kilogram: ['kg', exact(1)],
  gram: ['kg', exact(1, 1000)],
  milligram: ['kg', exact(1, 1_000_000)],
  pound: ['kg', exact(45_359_237n, 100_000_000n)],
  liter: ['l', exact(1)],
  milliliter: ['l', exact(1, 1000)],
  'cubic-meter': ['l', exact(1000)],
  'kilowatt-hour': ['kwh', exact(1)],
  'megawatt-hour': ['kwh', exact(1000)],
  'gigawatt-hour': ['kwh', exact(1_000_000)],
  kilowatt: ['kw', exact(1)],
  megawatt: ['kw', exact(1000)],
  gigawatt: ['kw', exact(1_000_000)],
};

/** Do two measures make one: "7 years 6 months" and "seven and a half years", "5 ft 10" and 178 cm? */
export function makes(first: Figure, second: Figure, whole: Figure): boolean {
  const [a, b, c] = [first, second, whole].map(single);
  if (!a?.unit || !b?.unit || !c?.unit) return false;
  const [x, y, z] = [a, b, c].map(inBase);
  if (x && y && z && x.unit === y.unit && x.unit === z.unit && x.unit !== a.unit)
    return equal(add(x.value, y.value), z.value);
  const [left, right] = [METRIC[a.unit], METRIC[b.unit]];
  if (!left || !right || left[0] !== right[0]) return false;
  const sum = add(parseExact(a.value), divide(multiply(parseExact(b.value), right[1]), left[1]));
  return converts({ ...a, value: format(sum) }, c);
}

function single(figure: Figure): Single | undefined {
  return typeof figure.value === 'string' ? { ...figure, value: figure.value } : undefined;
}

/** Does one value, converted, round to the other at the precision at which that one is written? */
function converts(a: Single, b: Single): boolean {
  const left = a.unit ? METRIC[a.unit] : undefined;
  const right = b.unit ? METRIC[b.unit] : undefined;
  if (!left || !right || left[0] !== right[0]) return false;
  const first = multiply(parseExact(a.value), left[1]);
  const second = multiply(parseExact(b.value), right[1]);
  return within(divide(first, right[1]), b.value) || within(divide(second, left[1]), a.value);
}

/** Is `value` within half a unit of the last significant digit of `text`, a decimal? */
function within(value: Exact, text: string): boolean {
  const written = parseExact(text);
  const difference = value.n * written.d - written.n * value.d;
  const size = { n: difference < 0n ? -difference : difference, d: value.d * written.d };
  return order(size, divide(lastDigit(text), exact(2))) <= 0;
}

/** 0.1 for "2.5", 100 for "1500". */
function lastDigit(text: string): Exact {
  const decimals = text.split('.')[1]?.length ?? 0;
  const zeros = decimals === 0 ? (/[1-9](0+)$/.exec(text)?.[1]?.length ?? 0) : 0;
  return scaleBy(ONE, zeros - decimals);
}

/** Near-synonyms are one bound: "more than", "or more", 多, 以上, свыше, не менее. */
export function boundClass(bound: Bound): 'exact' | 'about' | 'over' | 'under' {
  if (bound === 'over' || bound === 'at-least') return 'over';
  if (bound === 'under' || bound === 'at-most') return 'under';
  return bound;
}
