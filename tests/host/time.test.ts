import { expect, test } from 'vitest';
import { timeOf, today } from '../../src/host/time.ts';
import { ownSurroundings } from './surroundings.ts';

ownSurroundings({ SOURCE_DATE_EPOCH: undefined });

test.each(['2022-03-15', '2022-03-15T23:59:59-12:00'])('%s: noon of that day', (date) => {
  expect(timeOf(date)).toBe('2022-03-15T12:00:00Z');
});

test('SOURCE_DATE_EPOCH stands before a date, and in for one', () => {
  process.env.SOURCE_DATE_EPOCH = '1643068800';
  expect(timeOf()).toBe('2022-01-25T00:00:00Z');
  expect(timeOf('2022-03-15')).toBe('2022-01-25T00:00:00Z');
  process.env.SOURCE_DATE_EPOCH = 'soon';
  expect(timeOf('2022-03-15')).toBe('2022-03-15T12:00:00Z');
});

test.each([undefined, '', 'soon'])('%s: none', (date) => {
  expect(timeOf(date)).toBeUndefined();
});

test('today is the day by Greenwich, or that of SOURCE_DATE_EPOCH', () => {
  expect(today()).toBe(new Date().toISOString().slice(0, 10));
  process.env.SOURCE_DATE_EPOCH = '1643155199';
  expect(today()).toBe('2022-01-25');
  process.env.SOURCE_DATE_EPOCH = '1643155200';
  expect(today()).toBe('2022-01-26');
});
