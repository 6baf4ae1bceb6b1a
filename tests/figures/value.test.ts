import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  divide,
  exact,
  format,
  multiply,
  order,
  parseExact,
  powerBetween,
  scaleBy,
} from '../../src/figures/value.ts';

const rational = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n)).map(([n, d]) => exact(n, d));

describe('exact values', () => {
  test.each([
    ['0.41', 9, '410000000'],
    ['4.6', 8, '460000000'],
    ['12.5', 0, '12.5'],
    ['-0.3', 1, '-3'],
    ['.5', 6, '500000'],
    ['7', -3, '0.007'],
  ])('%s × 10^%i is %s', (text, power, expected) => {
    expect(format(scaleBy(parseExact(text), power))).toBe(expected);
  });

  test('a fraction without a finite decimal stays one', () => {
    expect(format(divide(exact(2), exact(6)))).toBe('1/3');
    expect(format(divide(exact(3), exact(40)))).toBe('0.075');
  });

  test('what is formatted is read back the same', () => {
    fc.assert(
      fc.property(rational, (value) => {
        expect(parseExact(format(value))).toEqual(value);
      }),
    );
  });

  test('sums and products obey the laws of arithmetic', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(Math.sign(order(a, b))).toBe(-Math.sign(order(b, a)) || 0);
      }),
    );
  });

  test.each([
    ['460000000000', '460000000', 3],
    ['4.6', '46', -1],
    ['700', '700', 0],
    ['700', '710', undefined],
    ['0', '10', undefined],
  ])('%s against %s is a power of ten: %s', (a, b, power) => {
    expect(powerBetween(parseExact(a), parseExact(b))).toBe(power);
  });
});
