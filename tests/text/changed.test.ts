import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedIn } from '../../src/text/changed.ts';

test('the stretch that differs, and no more', () => {
  const far = 'x'.repeat(10_000);
  expect(changedIn(`${far}abc${far}`, `${far}adc${far}`)).toEqual([10_001, 10_002]);
  expect(changedIn('aa', 'aaa')).toEqual([2, 3]);
  expect(changedIn('aaa', 'aa')).toEqual([2, 2]);
  expect(changedIn('same', 'same')).toEqual([4, 4]);
});

test('with what stands around it, it is the text as it is now', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (before, now) => {
      const [start, end] = changedIn(before, now);
      const tail = now.length - end;
      const kept = before.slice(0, start) + before.slice(before.length - tail);
      expect(start).toBeLessThanOrEqual(end);
      expect(now.slice(0, start) + now.slice(end)).toBe(kept);
    }),
  );
});
