import type { Bound, Figure } from '../model.ts';

const BOUNDS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: '≈ ',
  over: '> ',
  under: '< ',
  'at-least': '≥ ',
  'at-most': '≤ ',
};

/** What a figure says, in signs that need no language, its digits as the reader's language groups them: `> 50,000,000,000 USD`. */
export function shownValue({ kind, value, unit, bound }: Figure, tongue: string): string {
  const isCount = kind !== 'date' && kind !== 'time';
  const whole = typeof value === 'string' && unit !== null && measured(value, unit, tongue);
  if (whole) return BOUNDS[bound] + whole;
  const one = (text: string) => (isCount ? grouped(text, tongue) : text);
  const number = typeof value === 'string' ? one(value) : `${one(value.from)} – ${one(value.to)}`;
  const measure = kind === 'percent' ? '%' : kind === 'multiple' ? '×' : kind === 'percentage-point' ? '%-pt' : unit;
  return BOUNDS[bound] + number + (measure ? `\u202f${measure}` : '');
}

/** With its unit in the reader's language, where that has a word for it (ECMA-402, sanctioned units). */
function measured(value: string, unit: string, tongue: string): string | undefined {
  if (!isDecimal(value)) return undefined;
  try {
    const how = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 20 } as const;
    return new Intl.NumberFormat(tongue, how).format(value as Intl.StringNumericLiteral);
  } catch {
    return undefined;
  }
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** Exactly: decimals are formatted as the strings that they are, never as floating point numbers. */
function grouped(text: string, tongue: string): string {
  if (!isDecimal(text)) return text;
  const format = new Intl.NumberFormat(tongue, { maximumFractionDigits: 20 });
  return format.format(text as Intl.StringNumericLiteral);
}
