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
  const whole = typeof value === 'string' && unit !== null && isDecimal(value) && formatOf(tongue, unit);
  if (whole) return BOUNDS[bound] + whole.format(value as Intl.StringNumericLiteral);
  const one = (text: string) => (isCount ? grouped(text, tongue) : text);
  const number = typeof value === 'string' ? one(value) : `${one(value.from)} – ${one(value.to)}`;
  const measure = kind === 'percent' ? '%' : kind === 'multiple' ? '×' : kind === 'percentage-point' ? '%-pt' : unit;
  return BOUNDS[bound] + number + (measure ? `\u202f${measure}` : '');
}

/** Exactly: decimals are formatted as the strings that they are, never as floating point numbers. */
function grouped(text: string, tongue: string): string {
  return isDecimal(text) ? (formatOf(tongue)?.format(text as Intl.StringNumericLiteral) ?? text) : text;
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** They take long to make. */
const formats = new Map<string, Intl.NumberFormat | undefined>();

/** How numbers are written, with a unit in words if one is named; undefined where the language has no word for it (ECMA-402, sanctioned units). */
function formatOf(tongue: string, unit?: string): Intl.NumberFormat | undefined {
  const key = `${tongue} ${unit ?? ''}`;
  if (!formats.has(key)) formats.set(key, made(tongue, unit));
  return formats.get(key);
}

function made(tongue: string, unit: string | undefined): Intl.NumberFormat | undefined {
  try {
    const how = unit === undefined ? {} : ({ style: 'unit', unit, unitDisplay: 'long' } as const);
    return new Intl.NumberFormat(tongue, { ...how, maximumFractionDigits: 20 });
  } catch {
    return undefined;
  }
}
