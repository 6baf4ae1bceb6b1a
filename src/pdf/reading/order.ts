import type { Fragment } from './pen.ts';

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
  return grouped(line, (fragment) => isRightToLeft(fragment) || !STANDS_ALONE.test(fragment.text))
    .reverse()
    .flatMap(({ is, fragments }) => (is ? [...fragments].reverse().map(turned) : fragments));
}

/** A line of a text that is read from left to right, with words from right to left and the numbers between them. */
function forwards(line: readonly Fragment[]): readonly Read[] {
  const between = (n: number) => [line[n - 1], line[n + 1]].every((one) => one !== undefined && isRightToLeft(one));
  return grouped(
    line,
    (fragment, n) => isRightToLeft(fragment) || (!HAS_LETTER.test(fragment.text) && between(n)),
  ).flatMap(({ is, fragments }) => (is ? backwards(fragments) : fragments));
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
  return isReversed || RIGHT_TO_LEFT.test(text);
}

/** Letters of Hebrew, Arabic and their like, which have no digits among them. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Adlm}](?<!\p{Nd})/u;
/** Letters, digits, and what goes with a number: signs of currencies, per cent and degrees, plus and minus (classes ET and ES). */
const STANDS_ALONE = /[\p{L}\p{N}\p{Sc}#%°‰+\-\u2212]/u;
const HAS_LETTER = /\p{L}/u;

/** The sign that looks like this one in a mirror (Unicode Standard Annex 9, L4). */
export function mirrored(sign: string): string {
  return MIRROR.get(sign) ?? sign;
}

const PAIRS = ['()', '[]', '{}', '<>', '«»', '‹›', '≤≥', '⟨⟩', '「」', '『』', '《》', '〈〉', '【】'];
const MIRROR = new Map(PAIRS.flatMap(([a = '', b = '']) => [[a, b] as const, [b, a] as const]));
