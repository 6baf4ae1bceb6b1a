import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { endsWithWord, startsWithWord } from '../sentences.ts';

/** The two numbers of a score or vote, joined by a single sign: 2–1, 6:3, 3比1. */
export type Score = readonly [Figure, Figure];

/** The scores among the figures of a text, in its order: asked for with each two of them. */
export const scoresIn = remembered(readScores, 64);

function readScores(own: readonly Figure[]): readonly Score[] {
  const found: Score[] = [];
  for (let i = 0; i + 1 < own.length; i += 1) {
    const first = own[i];
    const second = own[i + 1];
    if (!first || !second || !isJoined(first, second)) continue;
    found.push([first, second]);
    i += 1;
  }
  return found;
}

/** In digits or in Han ones: 三比一. */
const NUMBER = /^(?:\p{Nd}+(?:[-'’]\p{L}+)?|[零〇一二两三四五六七八九十]+)$/u;

/** 5-7 is a range and 3:17 a time to who reads it alone, and a score where the other text says one of these numbers: 7-5. */
export function withScores(own: readonly Figure[], others: readonly Figure[]): readonly Figure[] {
  if (!own.some((figure) => isRange(figure) || isColoned(figure))) return own;
  const ways = (pairs: readonly (readonly string[])[]) => pairs.flatMap(([a, b]) => [`${a}-${b}`, `${b}-${a}`]);
  const said = scoresIn(others).map((score) => score.map(({ value }) => String(value)));
  // 18-21 and 18:21
  const toRange = new Set(ways([...said, ...others.filter(isColoned).map(endsOf)]));
  const toColon = new Set(ways([...said, ...others.filter(isRange).map(endsOf)]));
  return own.flatMap((figure) => {
    const [from, to] = endsOf(figure);
    const isSaid = (isColoned(figure) ? toColon : toRange).has(`${from}-${to}`);
    return from !== undefined && to !== undefined && isSaid ? partsOf(figure, from, to) : [figure];
  });
}

/** "4-6, 7-6, 6-3": beside a score, what is a range to who reads it alone is another one. */
export function withSets(own: readonly Figure[]): readonly Figure[] {
  const scores = scoresIn(own).flat();
  const isBeside = ({ start, end }: Figure) =>
    scores.some((one) => Math.abs(one.start - end) <= NEXT || Math.abs(start - one.end) <= NEXT);
  return own.flatMap((figure) => {
    const [from, to] = isRange(figure) && isBeside(figure) ? endsOf(figure) : [];
    return from !== undefined && to !== undefined ? partsOf(figure, from, to) : [figure];
  });
}

/** How far from each other two sets of a match stand, in UTF-16 units. */
const NEXT = 2;

function endsOf(figure: Figure): readonly string[] {
  if (isColoned(figure)) return figure.text.split(':').map((part) => String(Number(part)));
  return isRange(figure) && typeof figure.value !== 'string' ? [figure.value.from, figure.value.to] : [];
}

function isColoned({ kind, text }: Figure): boolean {
  return kind === 'time' && /^\d{1,2}:\d\d$/.test(text);
}

/** The two numbers of a range: the same two, whoever asks. */
const parts = new WeakMap<Figure, Score>();

function partsOf(range: Figure, from: string, to: string): Score {
  const known = parts.get(range);
  if (known) return known;
  const { start, end, text } = range;
  const at = text.search(/[-–:]/);
  // From right to left the larger may stand first.
  const [first, second] = fold(text.slice(0, at)) === to ? [to, from] : [from, to];
  const kind = range.kind === 'time' ? 'number' : range.kind;
  const made: Score = [
    { ...range, kind, value: first, end: start + at, text: text.slice(0, at) },
    { ...range, kind, value: second, start: start + at + 1, end, text: text.slice(at + 1) },
  ];
  parts.set(range, made);
  return made;
}

/** Is it one of these, or a number of one that was taken for a score? */
export function isAmong(figure: Figure, own: readonly Figure[]): boolean {
  return own.includes(figure) || own.some((range) => parts.get(range)?.includes(figure) === true);
}

function isJoined(first: Figure, second: Figure): boolean {
  return second.start - first.end === 1 && isPoints(first) && isPoints(second);
}

/** … and not 一只一只. */
function isPoints({ text, ratio }: Figure): boolean {
  return NUMBER.test(text) && (ratio === true || /^\p{Nd}/u.test(text));
}

/**
 * A score stands for a score: first for one that says the same, then for one that says it from the other side, so that
 * its numbers are not taken for others of the same value.
 */
export function matchScores(
  left: Set<Figure>,
  right: Set<Figure>,
  take: Take,
  source: readonly Figure[],
  target: readonly Figure[],
): void {
  const ours = scoresIn(source);
  const theirs = scoresIn(target);
  for (const isBack of [false, true]) {
    for (const [a, b] of ours) {
      const found = left.has(a)
        ? theirs.find(([x, y]) => right.has(x) && says([a, b], isBack ? [y, x] : [x, y]))
        : undefined;
      if (!found) continue;
      take(a, isBack ? found[1] : found[0]);
      take(b, isBack ? found[0] : found[1]);
    }
  }
  matchTieBreaks(left, right, source, target, take);
  matchTieBreaks(right, left, target, source, (b, a) => take(a, b));
}

/** 7–6 (9–7) and 7–6 (7): of a tie-break, what the loser had tells what the winner needed. */
function matchTieBreaks(
  some: Set<Figure>,
  others: Set<Figure>,
  own: readonly Figure[],
  all: readonly Figure[],
  take: Take,
) {
  if (some.size === 0 || others.size === 0) return;
  const scores = [...scoresIn(own), ...own.filter(isRange).map((range) => [range])];
  for (const score of scores) {
    const lost = score.every((points) => some.has(points)) ? lostPoints(score) : undefined;
    const said =
      lost && [...others].find((other) => other.value === lost && isBehindSet(other, all) && !isInScore(other, all));
    const [points] = score;
    if (!said || !points) continue;
    for (const each of score) some.delete(each);
    take(points, said);
  }
}

type Take = (own: Figure, other: Figure) => void;

/** 7-9 is a range to who reads it alone. */
function isRange({ value, unit, text }: Figure): boolean {
  return typeof value !== 'string' && unit === null && /^\p{Nd}+[-–]\p{Nd}+$/u.test(text);
}

/** The points of who lost a tie-break, which is won with seven points and two more than the other has. */
function lostPoints(score: readonly Figure[]): string | undefined {
  const points = sidesOf(score);
  const [least = 0, most = 0] = points.toSorted((a, b) => a - b);
  return points.length === 2 && most === Math.max(7, least + 2) ? String(least) : undefined;
}

function sidesOf(score: readonly Figure[]): readonly number[] {
  return score.flatMap(({ value }) => (typeof value === 'string' ? [value] : [value.from, value.to])).map(Number);
}

/** Right behind a set of 7–6, but for a bracket. */
function isBehindSet(figure: Figure, all: readonly Figure[]): boolean {
  const at = all.indexOf(figure);
  const [first, second] = [all[at - 2], all[at - 1]];
  if (!second || figure.start - second.end > 2) return false;
  const set = isRange(second) ? [second] : first && isJoined(first, second) ? [first, second] : [];
  return (
    sidesOf(set)
      .toSorted((a, b) => a - b)
      .join() === '6,7'
  );
}

/** Do some of the scores stand as they do in the source, so that those which are turned are not written so on purpose? */
export function isMixed(source: readonly Figure[], target: readonly Figure[]): boolean {
  const theirs = scoresIn(target);
  return (
    !areTurned(writtenIn(source), writtenIn(target)) &&
    scoresIn(source).some(([a, b]) => a.value !== b.value && theirs.some((score) => says([a, b], score)))
  );
}

/** Of 4-6, 7-5, 6-4 and 6-4, 5-7, 4-6 the one 6-4 is the other's 4-6: all are turned, each in its place. */
function areTurned(ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): boolean {
  return (
    ours.length > 1 &&
    ours.length === theirs.length &&
    ours.every((sides, n) => `${sides.toReversed()}` === `${theirs[n]}`)
  );
}

/** How many scores a text says, with what is read as a range. */
export function setsIn(own: readonly Figure[]): number {
  return writtenIn(own).length;
}

/** The sides of scores and of what is read as a range, 4-6, as they are written. */
function writtenIn(own: readonly Figure[]): readonly (readonly string[])[] {
  const ranges = own.filter(isRange).map((range) => ({ start: range.start, sides: range.text.split(/[-–]/) }));
  const scores = scoresIn(own).map(([a, b]) => ({ start: a.start, sides: [a, b].map(({ text }) => text) }));
  return [...ranges, ...scores].toSorted((a, b) => a.start - b.start).map(({ sides }) => sides.map(fold));
}

/** How many sets of a match each side won, where a text says the sets: 6–3, 3–6, 7–5. */
function setsWon(own: readonly Figure[]): readonly number[] {
  const sets = [...scoresIn(own), ...own.filter(isRange).map((range) => [range])].map(sidesOf).filter(isSet);
  if (sets.length < 2) return [];
  const won = sets.filter(([a = 0, b = 0]) => a > b).length;
  return [won, sets.length - won];
}

/** "by two sets to one" beside the sets themselves, 6–3, 3–6, 7–5, which say so already. */
export function setCounts(own: readonly Figure[]): readonly Figure[] {
  const counts = setsWon(own).map(String);
  if (counts.length === 0) return [];
  const at = own.findIndex(
    (figure, i) => figure.value === counts[0] && own[i + 1]?.value === counts[1] && isCount(figure, own[i + 1]),
  );
  return at < 0 ? [] : own.slice(at, at + 2);
}

/** How far the sets that were lost may stand from those that were won, in UTF-16 units. */
const LOST = 12;

function isCount(won: Figure, lost: Figure | undefined): boolean {
  return (
    lost !== undefined && lost.start - won.end <= LOST && [won, lost].every(({ unit, soft }) => unit === null && !soft)
  );
}

/** A set of tennis is won with six games and two more than the other has, or with seven. */
function isSet(games: readonly number[]): boolean {
  const [least = 0, most = 0] = games.toSorted((a, b) => a - b);
  return games.length === 2 && ((most === 6 && least < 5) || (most === 7 && (least === 5 || least === 6)));
}

/** "6-4 3-6 7-5" and 2-1(6-4 3-6 7-5): how many sets each side won may be said before them. */
export function tallyOf(
  figure: Figure,
  own: readonly Figure[],
  source: readonly Figure[],
): 'right' | 'wrong' | undefined {
  const said = scoreOf(figure, own)?.map(({ value }) => Number(value));
  const won = said && setsWon(source);
  if (!said || !won || won.length === 0) return undefined;
  if (said.join() === won.join() || said.join() === won.toReversed().join()) return 'right';
  const [sum, sets] = [said, won].map((counts) => counts.reduce((all, count) => all + count, 0));
  return sum === sets ? 'wrong' : undefined;
}

function says([a, b]: Score, [x, y]: Score): boolean {
  return a.value === x.value && b.value === y.value;
}

/** Is it one of the numbers of a score, or a score that is read as a range: 0-2, 2-1? */
export function isInScore(figure: Figure, own: readonly Figure[]): boolean {
  if (typeof figure.value === 'string') return scoreOf(figure, own) !== undefined;
  if (figure.unit !== null || !/^\p{Nd}{1,2}[-–]\p{Nd}{1,2}$/u.test(figure.text)) return false;
  // Of 2-1, which falls, no reader makes a range but one from right to left.
  return figure.value.from === '0' || fold(figure.text).startsWith(`${figure.value.to}-`);
}

/** The score that a figure is part of. */
export function scoreOf(figure: Figure, own: readonly Figure[]): Score | undefined {
  return scoresIn(own).find((score) => score.includes(figure));
}

/** "312 for 6", 6人出局得到312分: the runs of an innings and its wickets, which are told apart by their size. */
export function isInnings(text: string, one: Figure, other: Figure, locale: string): boolean {
  const [a, b] = one.start < other.start ? [one, other] : [other, one];
  const isCount = ({ kind, unit, text: said }: Figure) =>
    kind === 'number' && unit === null && /^[\p{L}\p{Nd}]+$/u.test(said);
  // "seven for 61"
  if (![a, b].every(isCount) || ![a, b].some(({ text: said }) => /\p{Nd}/u.test(said))) return false;
  const wickets = Math.min(Number(a.value), Number(b.value));
  const words = language(locale).figures.innings?.split('|') ?? [];
  return wickets <= WICKETS && words.includes(fold(text.slice(a.end, b.start)).trim());
}

/** Has it the wickets or the runs of an innings beside it, of which none goes without the other? */
export function isOfInnings(
  figure: Figure,
  { text, figures }: Pick<Block, 'text' | 'figures'>,
  locale: string,
): boolean {
  const at = figures.indexOf(figure);
  return [figures[at - 1], figures[at + 1]].some((other) => other && isInnings(text, figure, other, locale));
}

/** A side is out when it has lost so many. */
const WICKETS = 10;

/** How far from each other the two sides of a vote may stand, and behind them the word for it, in UTF-16 units. */
const BALLOT = 30;

/** by 231 votes to 176, 63 голосами против 36, "231 for, 176 against": two numbers with the word that holds them against each other. */
export function isBallot(text: string, one: Figure, other: Figure, locale: string): boolean {
  const isBare = ({ kind, unit }: Figure) => kind === 'number' && unit === null;
  // "outgained 262 yards to 71"
  const isCounted = (figure: Figure) => isBare(figure) || figure.kind === 'quantity';
  if (
    ![one, other].some(isBare) ||
    ![one, other].every((figure) => isCounted(figure) && typeof figure.value === 'string')
  )
    return false;
  const [a, b] = one.start < other.start ? [one, other] : [other, one];
  // With the signs and spaces at its end it is no longer than that either.
  if (b.start - a.end > 2 * BALLOT) return false;
  // stosunkiem głosów 31 do 22: what is a bound elsewhere stands within the second.
  const digits = b.start + Math.max(0, b.text.search(/\p{Nd}/u));
  const between = fold(text.slice(a.end, digits)).replace(/[\s—–:-]+$/, '');
  if (between.length > BALLOT || /[.;!?()]/.test(between)) return false;
  const behind = fold(text.slice(b.end, b.end + BALLOT)).trimStart();
  return versusOf(locale).some((word) => endsWithWord(between, word) || startsWithWord(behind, word));
}

const versusOf = remembered((locale: string) => language(locale).figures.versus?.split('|') ?? []);

/** "a 3-2 win" and au second poteau: where both have scores, a number of one is no rank in words. */
export function isRank(a: Figure, b: Figure, texts: readonly [readonly Figure[], readonly Figure[]]): boolean {
  const [score, rank] = a.kind === 'ordinal' ? [b, a] : [a, b];
  if (rank.kind !== 'ordinal' || /\p{Nd}/u.test(rank.text) || score.kind !== 'number') return false;
  return texts.every((figures) => scoresIn(figures).length > 0) && isInScore(score, texts[score === a ? 0 : 1]);
}
