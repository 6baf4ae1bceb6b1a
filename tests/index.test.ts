import { expect, test } from 'vitest';
import { extractFigures } from '../src/index.ts';

test('the example of the contract', () => {
  expect(extractFigures('свыше 90 млрд долларов', 'ru')).toEqual([
    {
      kind: 'money',
      value: '90000000000',
      unit: 'USD',
      bound: 'over',
      start: 0,
      end: 22,
      text: 'свыше 90 млрд долларов',
    },
  ]);
});

test('any way of writing a tag will do, what is no tag will not', () => {
  const text = 'more than 3,300 km';
  expect(extractFigures(text, 'EN-us')).toEqual(extractFigures(text, 'en'));
  expect(() => extractFigures(text, 'en_US')).toThrow(RangeError);
});
