import { cldrTable } from '../locales/index.ts';
import { fold } from './fold.ts';
import { type Exact, parseExact } from './value.ts';

/** Digits that stand together in a figure's text, separators and all, and what they say. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: Exact;
}

/** The runs of digits of a figure's text; what cannot be one number is no run. */
export function runsOf(text: string, locale: string): readonly Run[] {
  const decimal = fold(cldrTable(locale).decimal);
  const found: Run[] = [];
  for (const match of fold(text).matchAll(/\d(?:[\d .,'\u066b\u066c]*\d)?/g)) {
    const plain = Array.from(match[0], (sign) => (sign === decimal ? '.' : sign.replace(/\D/, ''))).join('');
    if (!/^\d+(\.\d+)?$/.test(plain)) continue;
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, text: text.slice(match.index, end), value: parseExact(plain) });
  }
  return found;
}

/** Digits that nothing separates, as a date has them: three runs in 25.01.2022. */
export function plainRunsOf(text: string): readonly Run[] {
  return Array.from(fold(text).matchAll(/\d+/g), ({ 0: digits, index: start }) => {
    const end = start + digits.length;
    return { start, end, text: text.slice(start, end), value: parseExact(digits) };
  });
}

/** A text with one of its runs replaced by a decimal string, written as the run was: its script, grouping and zeros. */
export function replaceRun(text: string, run: Run, value: string, locale: string): string {
  return text.slice(0, run.start) + likeRun(run.text, value, locale) + text.slice(run.end);
}

function likeRun(was: string, value: string, locale: string): string {
  const { decimal, group } = cldrTable(locale);
  const [whole = '', rest] = value.split('.');
  const separator = /(?<=\p{Nd})[^\p{Nd}](?=\p{Nd}{3}(?!\p{Nd}))/u.exec(was)?.[0];
  const isGrouped = separator === undefined || separator === decimal ? isLong(whole, was) : whole.length > 3;
  const sign = separator === undefined || separator === decimal ? group : separator;
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, sign) : whole;
  const padded = /^0\d$/.test(fold(was)) ? grouped.padStart(2, '0') : grouped;
  return inScript(was, rest === undefined ? padded : `${padded}${decimal}${rest}`);
}

/** Five digits and more are grouped, unless the writer left them together. */
function isLong(whole: string, was: string): boolean {
  return whole.length > 4 && !/^\p{Nd}{5,}/u.test(was);
}

/** ASCII digits as the digits of the script that `was` is written in. */
function inScript(was: string, digits: string): string {
  const first = /\p{Nd}/u.exec(was)?.[0] ?? '0';
  const zero = (first.codePointAt(0) ?? 48) - Number(fold(first));
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}
