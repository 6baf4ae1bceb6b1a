import type { Fragment } from './fragment.ts';

/** What is read of a text, and whether it is seen. */
export interface Read {
  readonly text: string;
  readonly isHidden: boolean;
}

/**
 * The fragments of a text in the order in which they are read. Chromium draws each line from left to right, whatever
 * the direction: what is read from right to left is put back (Unicode Standard Annex 9, L2, backwards).
 */
export function inOrder(fragments: readonly Fragment[], direction: 'ltr' | 'rtl'): readonly Read[] {
  if (direction === 'ltr' && !fragments.some(isRightToLeft)) return fragments;
  return linesOf(fragments).flatMap((line) => (direction === 'rtl' ? backwards(line) : forwards(line)));
}

function linesOf(fragments: readonly Fragment[]): Fragment[][] {
  const lines: Fragment[][] = [];
  for (const fragment of fragments) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (before && Math.abs(before.line - fragment.line) < fragment.size / 2) line?.push(fragment);
    else lines.push([fragment]);
  }
  return lines;
}

/** A line of a text that is read from right to left; what in it is read from left to right stays as it is. */
function backwards(line: readonly Fragment[]): readonly Read[] {
  return grouped(line, (fragment, n) => isRightToLeft(fragment) || isBetween(fragment, line[n - 1], line[n + 1]))
    .reverse()
    .flatMap(({ is, fragments }) => (is ? [...fragments].reverse().map(turned) : fragments));
}

/**
 * Spaces and signs take the direction of the line (N2), but those that go with a number that of the number (W5). In its
 * font they would have been drawn with it: so they are of another direction, as the hyphen between two numbers is in Arabic.
 */
function isBetween({ text, font }: Fragment, ...beside: readonly (Fragment | undefined)[]): boolean {
  if (HAS_SIGN.test(text)) return false;
  const number = beside.find((one) => one && /\p{N}/u.test(one.text));
  return !GOES_WITH_NUMBER.test(text) || number === undefined || number.font === font;
}

/** A line of a text that is read from left to right, with words from right to left. */
function forwards(line: readonly Fragment[]): readonly Read[] {
  const read: Read[] = [];
  for (let end = line.length; end > 0; ) {
    const start = startOfWords(line, end);
    const fragments = line.slice(start, end);
    read.unshift(...(fragments.length > 1 ? backwards(fragments) : fragments));
    end = start;
  }
  return read;
}

/**
 * Where the words from right to left begin, as drawn, that end before `end`: with them go the numbers behind them, which
 * are drawn before them, and what is between (W7: a number behind a word from left to right is of its direction).
 */
function startOfWords(line: readonly Fragment[], end: number): number {
  const last = line[end - 1];
  if (!last || !isRightToLeft(last)) return end - 1;
  let start = end - 1;
  for (let n = start - 1; n >= 0; n -= 1) {
    const [fragment, behind] = [line[n], line[n + 1]];
    if (!fragment || !behind) break;
    const isNumber = NUMBER.test(fragment.text);
    // Two numbers in a row in one font are of two directions, or they were one.
    const isOther = isNumber && NUMBER.test(behind.text) && fragment.font === behind.font;
    if (isOther || (HAS_SIGN.test(fragment.text) && !isNumber && !isRightToLeft(fragment))) break;
    if (isNumber || isRightToLeft(fragment)) start = n;
  }
  return start;
}

interface Group {
  readonly is: boolean;
  readonly fragments: Fragment[];
}

function grouped(line: readonly Fragment[], test: (fragment: Fragment, n: number) => boolean): Group[] {
  const groups: Group[] = [];
  for (const [n, fragment] of line.entries()) {
    const is = test(fragment, n);
    const last = groups.at(-1);
    if (last?.is === is) last.fragments.push(fragment);
    else groups.push({ is, fragments: [fragment] });
  }
  return groups;
}

/** A single sign is drawn in no direction, but a bracket is drawn turned. */
function turned(fragment: Fragment): Read {
  const { text, isReversed, isHidden } = fragment;
  return isReversed ? fragment : { text: Array.from(text, mirrored).join(''), isHidden };
}

function isRightToLeft({ text, isReversed }: Fragment): boolean {
  return isReversed || (MAY_BE.test(text) && RIGHT_TO_LEFT.test(text));
}

/** Where their blocks are, told quickly: all that is read is asked. */
const MAY_BE = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\ud800-\udbff]/;
/** Letters of Hebrew, Arabic and their like, which have no digits among them. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}](?<!\p{Nd})/u;
const HAS_SIGN = /[\p{L}\p{N}]/u;
/** Without spaces, which would be of the line's own direction. */
const NUMBER = /^[^\s\p{L}]*\p{N}[^\s\p{L}]*$/u;
/** Signs of currencies, per cent and degrees, plus and minus (classes ET and ES). */
const GOES_WITH_NUMBER = /^[\p{Sc}#%°‰+\-\u2212]+$/u;

/** The sign that looks like this one in a mirror (Unicode Standard Annex 9, L4). */
export function mirrored(sign: string): string {
  return MIRROR.get(sign) ?? sign;
}

const PAIRS = ['()', '[]', '{}', '<>', '«»', '‹›', '≤≥', '⟨⟩', '「」', '『』', '《》', '〈〉', '【】'];
const MIRROR = new Map(PAIRS.flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]));
