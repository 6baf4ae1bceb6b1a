import { describe, expect, it } from 'vitest';
import { readFigures } from '../../src/figures/reading/read.ts';
import { languages } from '../../src/locales/index.ts';

/** What `Intl` writes in a locale reads back as what was written: CLDR against CLDR, digits of the locale's own too. */
const VALUES = ['7', '18000', '1250.5', '3200000', '460000000', '1234567.25'];

describe.each(languages().map(({ tag }) => tag))('%s', (tag) => {
  it.each(VALUES)('number %s', (value) => {
    const text = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(value as `${number}`);
    expect(read(text, tag), text).toEqual([value]);
  });

  it.each(['20', '7.5'])('percent %s', (value) => {
    const text = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }).format(Number(value) / 100);
    expect(kinds(text, tag), text).toEqual([`percent ${value}`]);
  });

  it.each(['EUR', 'USD', 'CNY'])('money in %s', (currency) => {
    const text = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'name' }).format(320);
    expect(readFigures(text, tag).map(({ kind, value, unit }) => `${kind} ${value} ${unit}`)).toEqual([
      `money 320 ${currency}`,
    ]);
  });

  it('kilometres', () => {
    const text = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilometer', unitDisplay: 'long' }).format(1500);
    expect(
      readFigures(text, tag).map(({ value, unit }) => `${value} ${unit}`),
      text,
    ).toEqual(['1500 kilometer']);
  });

  it.each(['long', 'medium'] as const)('a date, %s', (dateStyle) => {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { dateStyle, timeZone: 'UTC' });
    // Marks of direction between the digits are for a screen, not for a text.
    const text = format.format(Date.UTC(2022, 2, 25)).replace(/[\u200e\u200f]/g, '');
    expect(kinds(text, tag), text).toEqual(['date 2022-03-25']);
  });
});

function read(text: string, tag: string): unknown[] {
  return readFigures(text, tag).map(({ value }) => value);
}

function kinds(text: string, tag: string): string[] {
  return readFigures(text, tag).map(({ kind, value }) => `${kind} ${value}`);
}
