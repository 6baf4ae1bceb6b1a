/**
 * Exact values: rationals over bigint, always reduced, denominator positive.
 * Never a float: 0.41 × 10⁹ is 410000000 here.
 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };

export function exact(n: bigint | number, d: bigint | number = 1n): Exact {
  return reduce(BigInt(n), BigInt(d));
}

/** Reads `12`, `12.5`, `-0.3` or `1/3`; the decimal sign is a point and there are no group separators. */
export function parseExact(text: string): Exact {
  if (WHOLE.test(text)) return { n: BigInt(text), d: 1n };
  const slash = text.indexOf('/');
  if (slash >= 0) return reduce(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
  const isSigned = text.startsWith('-') || text.startsWith('+');
  const point = text.indexOf('.');
  const decimals = point < 0 ? '' : text.slice(point + 1);
  const whole = text.slice(isSigned ? 1 : 0, point < 0 ? undefined : point);
  const n = BigInt((whole || '0') + decimals);
  return reduce(text.startsWith('-') ? -n : n, tenTo(decimals.length));
}

const WHOLE = /^\d+$/;

export function add(a: Exact, b: Exact): Exact {
  return a.d === 1n && b.d === 1n ? { n: a.n + b.n, d: 1n } : reduce(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Exact, b: Exact): Exact {
  // Most factors say nothing.
  if (b === ONE) return a;
  return a.d === 1n && b.d === 1n ? { n: a.n * b.n, d: 1n } : reduce(a.n * b.n, a.d * b.d);
}

export function divide(a: Exact, b: Exact): Exact {
  return reduce(a.n * b.d, a.d * b.n);
}

/** Multiplies by ten to `power`, which may be negative. */
export function scaleBy(a: Exact, power: number): Exact {
  if (power === 0) return a;
  return power > 0 ? reduce(a.n * tenTo(power), a.d) : reduce(a.n, a.d * tenTo(-power));
}

/** A power of ten; those that are said every day are at hand. */
function tenTo(power: number): bigint {
  return POWERS[power] ?? 10n ** BigInt(power);
}

const POWERS = Array.from({ length: 16 }, (_, power) => 10n ** BigInt(power));

export function negate(a: Exact): Exact {
  return { n: -a.n, d: a.d };
}

export function equal(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function order(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The power of ten by which `a` is `b`, 3 for 460 bn and 460 m; undefined where they differ by anything else. */
export function powerBetween(a: Exact, b: Exact): number | undefined {
  if (a.n === 0n || b.n === 0n) return undefined;
  const ratio = divide(a, b);
  const power = (digits: bigint) => (/^10*$/.test(String(digits)) ? String(digits).length - 1 : undefined);
  if (ratio.d === 1n) return power(ratio.n);
  const down = ratio.n === 1n ? power(ratio.d) : undefined;
  return down === undefined ? undefined : -down;
}

/** Decimal text of so many digits that tell something, half of the last one up: 2050 for 2050.52 in three. */
export function rounded(a: Exact, digits: number): string {
  const whole = String(a.n < 0n ? -a.n : a.n).length - String(a.d).length;
  // One too few as a rule: of two numbers with the same digits either may be the greater.
  const power = whole - digits + (order({ n: a.n < 0n ? -a.n : a.n, d: a.d }, scaleBy(ONE, whole)) < 0 ? 0 : 1);
  const { n, d } = scaleBy(a, -power);
  const half = n < 0n ? (2n * n - d) / (2n * d) : (2n * n + d) / (2n * d);
  return format(scaleBy({ n: half, d: 1n }, power));
}

/** Decimal text where the value has a finite one (`460000000`, `12.5`), else `1/3`. */
export function format(a: Exact): string {
  if (a.d === 1n) return String(a.n);
  const places = decimalPlaces(a.d);
  if (places === undefined) return `${a.n}/${a.d}`;
  const digits = String((a.n < 0n ? -a.n : a.n) * (tenTo(places) / a.d)).padStart(places + 1, '0');
  return `${a.n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals 1/d needs; undefined where it never ends (d has a prime factor other than 2 and 5). */
function decimalPlaces(d: bigint): number | undefined {
  let twos = 0;
  let fives = 0;
  while (d % 2n === 0n) {
    d /= 2n;
    twos += 1;
  }
  while (d % 5n === 0n) {
    d /= 5n;
    fives += 1;
  }
  return d === 1n ? Math.max(twos, fives) : undefined;
}

function reduce(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('A figure cannot be divided by zero');
  if (d < 0n) return reduce(-n, -d);
  if (d === 1n) return { n, d };
  const factor = gcd(n < 0n ? -n : n, d);
  return { n: n / factor, d: d / factor };
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
