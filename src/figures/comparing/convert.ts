import { add, divide, type Exact, exact, multiply, negate, ONE, order, parseExact, scaleBy } from '../value.ts';

/** A number with a unit of measure, a CLDR unit id. */
export interface Measured {
  /** A decimal, whose digits tell its precision. */
  readonly value: string;
  readonly unit: string | null;
}

/** Metres, kilograms, square metres … in one unit of each; exact by definition (NIST SP 811, appendix B; GB 3100 for 亩). */
const METRIC: Readonly<Record<string, readonly [string, Exact]>> = {
  kilometer: ['m', exact(1000)],
  meter: ['m', exact(1)],
  decimeter: ['m', exact(1, 10)],
  centimeter: ['m', exact(1, 100)],
  millimeter: ['m', exact(1, 1000)],
  mile: ['m', exact(1_609_344, 1000)],
  foot: ['m', exact(3048, 10_000)],
  yard: ['m', exact(9144, 10_000)],
  'nautical-mile': ['m', exact(1852)],
  inch: ['m', exact(254, 10_000)],
  'kilometer-per-hour': ['m/s', exact(1000, 3600)],
  'meter-per-second': ['m/s', exact(1)],
  'mile-per-hour': ['m/s', exact(1_609_344, 3_600_000)],
  knot: ['m/s', exact(1852, 3600)],
  'square-foot': ['m2', exact(9_290_304, 100_000_000)],
  'square-yard': ['m2', exact(83_612_736, 100_000_000)],
  'square-kilometer': ['m2', exact(1_000_000)],
  'square-meter': ['m2', exact(1)],
  hectare: ['m2', exact(10_000)],
  acre: ['m2', exact(40_468_564_224n, 10_000_000n)],
  'square-mile': ['m2', exact(2_589_988_110_336n, 1_000_000n)],
  mu: ['m2', exact(2000, 3)],
  tonne: ['kg', exact(1000)],
  kilogram: ['kg', exact(1)],
  ton: ['kg', exact(90_718_474n, 100_000n)],
  gram: ['kg', exact(1, 1000)],
  milligram: ['kg', exact(1, 1_000_000)],
  pound: ['kg', exact(45_359_237n, 100_000_000n)],
  ounce: ['kg', exact(28_349_523_125n, 1_000_000_000_000n)],
  stone: ['kg', exact(635_029_318n, 100_000_000n)],
  liter: ['l', exact(1)],
  gallon: ['l', exact(3_785_411_784n, 1_000_000_000n)],
  'gallon-imperial': ['l', exact(454_609, 100_000)],
  barrel: ['l', exact(158_987_294_928n, 1_000_000_000n)],
  pint: ['l', exact(473_176_473n, 1_000_000_000n)],
  deciliter: ['l', exact(1, 10)],
  centiliter: ['l', exact(1, 100)],
  milliliter: ['l', exact(1, 1000)],
  'cubic-meter': ['l', exact(1000)],
  'kilowatt-hour': ['kwh', exact(1)],
  'megawatt-hour': ['kwh', exact(1000)],
  'gigawatt-hour': ['kwh', exact(1_000_000)],
  kilobase: ['base', exact(1000)],
  base: ['base', exact(1)],
  kilowatt: ['kw', exact(1)],
  megawatt: ['kw', exact(1000)],
  gigawatt: ['kw', exact(1_000_000)],
};

/** The value in another unit of the same measure, exactly; undefined where the two measure different things. */
export function converted({ value, unit }: Measured, other: string): Exact | undefined {
  const [from, to] = [METRIC[unit ?? ''], METRIC[other]];
  if (!from || !to || from[0] !== to[0]) return undefined;
  return divide(multiply(parseExact(value), from[1]), to[1]);
}

/** Is it a unit that can be converted? */
export function isUnit(unit: string): boolean {
  return METRIC[unit] !== undefined;
}

/**
 * Does a value, converted, round to the other at the precision at which that one is written? The first may have been
 * rounded itself, from what the other says in as few digits: 15 miles for 24 kilometres; but from 18 inches nobody
 * makes 467 millimetres, though these are 18 inches.
 */
export function converts(a: Measured, b: Measured): boolean {
  if (a.unit === b.unit) return false;
  if (convertsHeat(a, b) || convertsHeat(b, a)) return true;
  const both = inOneUnit(a, b);
  if (!both) return false;
  const { first, second, left, right } = both;
  if (within(divide(first, right), b.value, lastHalf(b.value))) return true;
  return digitsIn(b.value) <= digitsIn(a.value) && within(divide(second, left), a.value);
}

/** How many digits tell something: 2 of "0.25", 1 of "300". */
function digitsIn(text: string): number {
  const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return (text.includes('.') ? digits : digits.replace(/0+$/, '')).length;
}

/** "$4 a gallon" and 1,06 доллара за литр, "400 per square mile" and 154 на кв. км: the same per another unit. */
export function convertsRate(a: Rated, b: Rated): boolean {
  if (a.unit !== b.unit || a.per?.length !== 1 || b.per?.length !== 1) return false;
  // What is said of the one unit for the other's number of it is the same both ways.
  return converts({ value: a.value, unit: b.per[0] ?? null }, { value: b.value, unit: a.per[0] ?? null });
}

interface Rated extends Measured {
  readonly per?: readonly string[] | undefined;
}

/** "95 degrees out" and 35 °C: a scale that is not named may be either. */
export function convertsDegrees(degrees: Measured, named: Measured): boolean {
  if (degrees.unit !== 'degree') return false;
  const other = named.unit === 'celsius' ? 'fahrenheit' : 'celsius';
  return converts({ ...degrees, unit: other }, named);
}

/** "dropping by 20 °F" and um 11 °C gesunken: what a temperature changes by has no zero, so that nothing is taken off. */
export function convertsChange(a: Measured, b: Measured): boolean {
  return changesHeat(a, b) || changesHeat(b, a);
}

function changesHeat(celsius: Measured, fahrenheit: Measured): boolean {
  if (celsius.unit !== 'celsius' || fahrenheit.unit !== 'fahrenheit') return false;
  const [c, f] = [parseExact(celsius.value), parseExact(fahrenheit.value)];
  return within(multiply(f, exact(5, 9)), celsius.value) || within(multiply(c, exact(9, 5)), fahrenheit.value);
}

/**
 * "about 15 miles" and примерно в 25 километрах: how many times the other one is, where they differ by a twentieth at
 * most (or by `slack`) and the second is a round number.
 */
export function roughRatio(a: Measured, b: Measured, slack = exact(1, 20)): Exact | undefined {
  const isRound = digitsIn(b.value) < 2 || (digitsIn(b.value) === 2 && /5[0.]*$/.test(b.value));
  const both = a.unit === b.unit || !isRound ? undefined : inOneUnit(a, b);
  if (!both || both.second.n <= 0n) return undefined;
  const ratio = divide(both.first, both.second);
  return order(ratio, add(ONE, negate(slack))) >= 0 && order(ratio, add(ONE, slack)) <= 0 ? ratio : undefined;
}

/** Both in the unit that their dimension is reckoned in, and what each one's own unit is there. */
function inOneUnit(a: Measured, b: Measured) {
  const left = a.unit ? METRIC[a.unit] : undefined;
  const right = b.unit ? METRIC[b.unit] : undefined;
  if (!left || !right || left[0] !== right[0]) return undefined;
  return {
    first: multiply(parseExact(a.value), left[1]),
    second: multiply(parseExact(b.value), right[1]),
    left: left[1],
    right: right[1],
  };
}

/** Celsius from Fahrenheit: (F − 32) × 5/9, and back, at the precision of either. */
function convertsHeat(celsius: Measured, fahrenheit: Measured): boolean {
  if (celsius.unit !== 'celsius' || fahrenheit.unit !== 'fahrenheit') return false;
  const [c, f] = [parseExact(celsius.value), parseExact(fahrenheit.value)];
  const asCelsius = multiply(add(f, exact(-32)), exact(5, 9));
  const asFahrenheit = add(multiply(c, exact(9, 5)), exact(32));
  return within(asCelsius, celsius.value) || within(asFahrenheit, fahrenheit.value);
}

/** Is `value` within half a unit of the last significant digit of `text`, a decimal? Noughts round by a tenth at most. */
function within(value: Exact, text: string, digit = lastDigit(text)): boolean {
  const written = parseExact(text);
  const difference = value.n * written.d - written.n * value.d;
  const size = { n: difference < 0n ? -difference : difference, d: value.d * written.d };
  const tenth = { n: written.n < 0n ? -written.n : written.n, d: written.d * 10n };
  const half = divide(digit, exact(2));
  return order(size, order(digit, ONE) > 0 && order(tenth, half) < 0 ? tenth : half) <= 0;
}

/** "three inches" and 7.5 cm: who converts may round to halves. */
function lastHalf(text: string): Exact {
  return /^-?(?:[2-9]|\d{2,})\.5$/.test(text) ? exact(1, 2) : lastDigit(text);
}

/** 0.1 for "2.5", 100 for "1500". */
function lastDigit(text: string): Exact {
  const decimals = text.split('.')[1]?.length ?? 0;
  const zeros = decimals === 0 ? (/[1-9](0+)$/.exec(text)?.[1]?.length ?? 0) : 0;
  return scaleBy(ONE, zeros - decimals);
}

/** Two measures of one dimension as one in the unit of the first; undefined where their dimensions differ. */
export function sum(a: Measured, b: Measured): Exact | undefined {
  const [left, right] = [a.unit ? METRIC[a.unit] : undefined, b.unit ? METRIC[b.unit] : undefined];
  if (!left || !right || left[0] !== right[0]) return undefined;
  return add(parseExact(a.value), divide(multiply(parseExact(b.value), right[1]), left[1]));
}
