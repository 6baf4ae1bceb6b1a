import { language } from '../../locales/index.ts';
import { remembered } from '../../text/remembered.ts';
import { order } from '../value.ts';
import { agreement, keyOf, numberOf } from './agree.ts';
import type { Passage } from './associations.ts';
import type { Languages, Match } from './match.ts';
import { isRepeated, isReversed, type Relation, relations } from './relations.ts';

/** Two figures whose values both stand in the translation, but in each other's place. */
export interface Swap {
  /** Doubtful: a warning, not an error. */
  readonly doubtful?: true;
  /** What tells: nouns beside them, from and to, part and whole, the dates that they stand with, a score that is none, or only their order. */
  readonly sort: 'noun' | 'order' | 'score' | 'mixed' | Relation['sort'];
  readonly first: Match;
  readonly second: Match;
}

export interface Told {
  readonly swaps: readonly Swap[];
  /** Where the pairs of figures of the source stand of which both texts say the same. */
  readonly settled: readonly ReadonlySet<string>[];
  /** … and of those that the source says a change from the one to the other of. */
  readonly changes: readonly ReadonlySet<string>[];
  /** Those of which both texts say so in words. */
  readonly sure: ReadonlySet<Relation['first']>;
}

export const NOTHING: Told = { swaps: [], settled: [], changes: [], sure: new Set() };

/** What the words of one text say of two figures, and the other text's say alike or the other way round. */
export function relate({ source, target }: Passage, matches: readonly Match[], languages: Languages): Told {
  const left = source.flatMap((block) => relations(block, languages.source));
  if (left.length === 0 && !target.some(({ text }) => HAN.test(text))) return NOTHING;
  const right = target.flatMap((block) => relations(block, languages.target));
  const overfull = overfullParts(right, target, matches, languages.target);
  if (left.length === 0) return overfull.length > 0 ? { ...NOTHING, swaps: overfull } : NOTHING;
  const settled: ReadonlySet<string>[] = [];
  const sure = new Set<Relation['first']>();
  const hasChange = right.some(({ sort }) => sort === 'change');
  const reversed = left.flatMap((one, n) => {
    const near = around(right, n / left.length);
    const other = near.find((candidate) => isReversed(one, candidate));
    if (other && !near.some((candidate) => isRepeated(one, candidate)))
      return [swapOf(one.sort, [one.first, other.second], [one.second, other.first])];
    if (near.some((candidate) => isRepeated(one, candidate))) sure.add(one.first).add(one.second);
    // A part stands before its whole in one language and behind it in another.
    if (one.sort === 'part' || (one.sort === 'change' && hasChange)) {
      settled.push(new Set([one.first, one.second].map(placeOf)));
    }
    return [];
  });
  const swaps = [...reversed, ...crossedDates(left, right, matches)];
  const changes = left
    .filter(({ sort }) => sort === 'change')
    .map(({ first, second }) => new Set([first, second].map(placeOf)));
  return { swaps: swaps.length > 0 ? swaps : overfull, settled, changes, sure };
}

/**
 * "flagged 13 times, and two of the penalties" and 判罚两次，其中13次: no part is larger than its whole, whatever the source
 * leaves unsaid, if the same sign stands behind both.
 */
function overfullParts(
  right: readonly Relation[],
  target: Passage['target'],
  matches: readonly Match[],
  locale: string,
): readonly Swap[] {
  const vague = vagueOf(locale);
  return right.flatMap(({ sort, first: part, second: whole }): Swap[] => {
    const [a, b] = [numberOf(part), numberOf(whole)];
    if (sort !== 'part' || !a || !b || order(a, b) <= 0) return [];
    const text = target.find(({ figures }) => figures.includes(part) && figures.includes(whole))?.text;
    const [sign, other] = [part, whole].map(({ end }) => text?.charAt(end) ?? '');
    const [first, second] = [part, whole].map((figure) => matches.find((match) => match.target === figure));
    const isOne = sign === other && HAN.test(sign ?? '') && !vague.has(sign ?? '');
    return isOne && first && second && !first.source.soft && !second.source.soft ? [{ sort, first, second }] : [];
  });
}

const HAN = /\p{sc=Han}/u;

/** Signs that count whatever there is, and tell nothing of a whole. */
const vagueOf = remembered((locale: string) => new Set(language(locale).figures.countsAnything?.split('|')));

/** How many relations are held against one: more than a paragraph has. */
const MANY = 120;

/** Those that stand about where the other one does, from 0 to 1; all, unless there are very many. */
function around(all: readonly Relation[], turn: number): readonly Relation[] {
  if (all.length <= MANY) return all;
  const from = Math.min(all.length - MANY, Math.max(0, Math.round(all.length * turn) - MANY / 2));
  return all.slice(from, from + MANY);
}

/** A relation may hold a copy of its figure, with the unit that is said once for both. */
export function placeOf({ start, text }: Relation['first']): string {
  return `${start} ${text}`;
}

function swapOf(sort: Swap['sort'], [a, x]: readonly Relation['first'][], [b, y]: readonly Relation['first'][]): Swap {
  return { sort, first: matchOf(a, x), second: matchOf(b, y) };
}

function matchOf(source: Relation['first'] | undefined, target: Relation['first'] | undefined): Match {
  if (!source || !target) throw new RangeError('A swap has two figures on each side');
  return { source, target };
}

/** Two values that agree, each with the date of the other. */
function crossedDates(
  left: readonly Relation[],
  right: readonly Relation[],
  matches: readonly Match[],
): readonly Swap[] {
  const found: Swap[] = [];
  if (!left.some(({ sort }) => sort === 'date')) return found;
  const targets = new Map(matches.map((match) => [match.source, match.target]));
  const dated = right.filter(({ sort }) => sort === 'date').toReversed();
  const dates = new Map(dated.map(({ first, second }) => [first, second]));
  for (const [n, a] of left.entries()) {
    const b = left[n + 1];
    if (a.sort !== 'date' || b?.sort !== 'date' || keyOf(a.second) === keyOf(b.second)) continue;
    const [x, y] = [a, b].map(({ first }) => targets.get(first));
    const [d, e] = [x, y].map((figure) => figure && dates.get(figure));
    if (!x || !y || !d || !e || keyOf(a.first) === keyOf(b.first)) continue;
    const crossed = agreement(a.second, e) !== undefined && agreement(b.second, d) !== undefined;
    const straight = agreement(a.second, d) !== undefined || agreement(b.second, e) !== undefined;
    if (crossed && !straight)
      found.push({ sort: 'date', first: { source: a.first, target: x }, second: { source: b.first, target: y } });
  }
  return found;
}
