import { language } from '../locales/index.ts';
import type { Document, Figure } from '../model.ts';
import { fold } from './fold.ts';
import { looseRounding } from './rounding.ts';
import { endsWithWord, holdsWord, type Sentence, sentences, startsWithOne } from './sentences.ts';
import {
  absolute,
  areOfOneKind,
  type Contradiction,
  inTable,
  numberIn,
  type RowWords,
  sharesOf,
  tables,
} from './sums.ts';

import { add, divide, type Exact, exact, format, multiply, negate, ONE, order, ZERO } from './value.ts';

export type { Contradiction } from './sums.ts';

/** Totals, shares, growth and parts of one document that do not add up; its own language's words say which they are. */
export function contradictions({ blocks, locale }: Document): readonly Contradiction[] {
  const words = wordsOf(locale);
  const prose = blocks.filter(({ kind, figures }) => kind !== 'cell' && figures.length > 1);
  return [
    ...tables(blocks).flatMap((table) => [...inTable(table, words, locale)]),
    ...prose.flatMap((block) =>
      sentences(block, locale).flatMap((sentence) => [...inSentence(sentence, words, locale)]),
    ),
  ];
}

/** The words that say what a figure is to its neighbours. */
interface Words extends RowWords {
  readonly rest: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

function wordsOf(locale: string): Words {
  const { totals, parts, including, rest, from, to, fromTo } = language(locale).figures;
  const list = (...lists: (string | undefined)[]) => lists.flatMap((text) => (text ? text.split('|').map(fold) : []));
  return {
    totals: list(totals),
    parts: list(parts),
    including: list(including),
    rest: list(rest),
    from: list(from),
    to: list(to, fromTo),
  };
}

const HUNDRED = exact(100);

function* inSentence(sentence: Sentence, words: Words, locale: string): Iterable<Contradiction> {
  if (sentence.figures.length < 2) return;
  const found = [restOf(sentence, words, locale), growthOf(sentence, words, locale), partOf(sentence, words)];
  for (const contradiction of found) if (contradiction) yield contradiction;
}

/** "40%, 35% and the rest, 20%": a rest makes the shares whole. */
function restOf({ folded, figures }: Sentence, { rest }: Words, locale: string): Contradiction | undefined {
  const shares = figures.filter(({ kind }) => kind === 'percent');
  return rest.some((word) => holdsWord(folded, word)) && areOfOneKind(shares) ? sharesOf(shares, locale) : undefined;
}

/** "rose from 40 to 50 million, up 30%": the rate is what the two values make. */
function growthOf(sentence: Sentence, words: Words, locale: string): Contradiction | undefined {
  const rates = sentence.figures.filter(
    ({ kind, direction }) => kind === 'multiple' || (kind === 'percent' && direction),
  );
  const [rate, second] = rates;
  const ends = fromTo(sentence, words);
  if (!rate || second || !ends || typeof rate.value !== 'string') return undefined;
  const [from, to] = ends;
  const [low, high] = [from, to].map((end) => [numberIn(end), looseRounding(end, locale)] as const);
  if (!low || !high || order(low[0], low[1]) <= 0) return undefined;
  const least = divide(add(high[0], negate(high[1])), add(low[0], low[1]));
  const most = divide(add(high[0], high[1]), add(low[0], negate(low[1])));
  const said = saidRate(rate, locale);
  if (!said || agrees(said, [least, most], rate)) return undefined;
  const ratio = divide(high[0], low[0]);
  const makes = rate.kind === 'multiple' ? ratio : multiply(absolute(add(ratio, negate(ONE))), HUNDRED);
  return { sort: 'growth', figure: rate, others: [from, to], makes: rounded(makes) };
}

/** What the new value is to the old one by the rate as said, from … to …; a multiple may count the old one or not. */
function saidRate(rate: Figure, locale: string): readonly [Exact, Exact] | undefined {
  const value = numberIn(rate);
  const slack = looseRounding(rate, locale);
  if (rate.kind === 'multiple') {
    if (order(value, ONE) <= 0) return undefined;
    return [add(value, negate(slack)), add(add(value, ONE), slack)];
  }
  const ends = [add(value, negate(slack)), add(value, slack)].map((end) => divide(end, HUNDRED));
  const [low = ZERO, high = ZERO] = ends;
  return rate.direction === 'down' ? [add(ONE, negate(high)), add(ONE, negate(low))] : [add(ONE, low), add(ONE, high)];
}

const ABOUT = exact(1, 5);

/** Do the two ranges meet, as far as the bound of the rate tells? */
function agrees(
  [low, high]: readonly [Exact, Exact],
  [least, most]: readonly [Exact, Exact],
  { bound, kind }: Figure,
): boolean {
  const isMore = bound === 'over' || bound === 'at-least';
  const isLess = bound === 'under' || bound === 'at-most';
  const slack = bound === 'about' ? multiply(high, ABOUT) : ZERO;
  // "a hundred times and more" says nothing of how much more; a share is said closely.
  const above = isMore && kind === 'multiple' ? undefined : isMore ? multiply(high, exact(11, 10)) : high;
  const below = isLess ? ZERO : low;
  return (above === undefined || order(least, add(above, slack)) <= 0) && order(add(below, negate(slack)), most) <= 0;
}

/** Two values of one unit of which words say that one became the other. */
function fromTo({ folded, start, figures }: Sentence, words: Words): readonly [Figure, Figure] | undefined {
  for (const [i, figure] of figures.entries()) {
    const before = folded.slice(Math.max(0, figure.start - start - LEAD), figure.start - start).trimEnd();
    if (!words.from.some((word) => endsWithWord(before, word))) continue;
    if (typeof figure.value !== 'string' && COUNTED.has(figure.kind)) {
      return [
        { ...figure, value: figure.value.from },
        { ...figure, value: figure.value.to },
      ];
    }
    const next = figures[i + 1];
    if (!next || !areOfOneKind([figure, { ...next, bound: 'exact' }]) || !COUNTED.has(figure.kind)) continue;
    const between = folded.slice(figure.end - start, next.start - start).trimEnd();
    if (words.to.some((word) => endsWithWord(between, word)) && !/[,;，；]/.test(between)) return [figure, next];
  }
  return undefined;
}

const LEAD = 24;
/** Kinds of which one value grows to another, or is a part of another; of a share, another share may be any. */
const COUNTED = new Set(['number', 'money', 'quantity']);

/** "200 schools, 340 of which …": a part is not larger than its whole. */
function partOf({ folded, start, figures }: Sentence, { parts }: Words): Contradiction | undefined {
  for (const [i, whole] of figures.entries()) {
    const part = figures[i + 1];
    if (!part || !areOfOneKind([whole, part]) || !COUNTED.has(whole.kind)) continue;
    if (order(numberIn(part), numberIn(whole)) <= 0) continue;
    const between = folded.slice(whole.end - start, part.start - start);
    const behind = folded.slice(part.end - start, part.end - start + LEAD);
    const isPart = parts.some(
      (word) => endsWithWord(between.trimEnd(), word) || startsWithOne(behind.trimStart(), [word]),
    );
    if (isPart) return { sort: 'part', figure: part, others: [whole], makes: format(numberIn(whole)) };
  }
  return undefined;
}

/** At most two decimals, for a message. */
function rounded(value: Exact): string {
  const hundredths = (value.n * 200n + value.d) / (value.d * 2n);
  return format(exact(hundredths, 100));
}
