import type { Figure } from '../../model.ts';
import { equal, exact, multiply } from '../value.ts';
import { numberOf } from './agree.ts';
import type { Difference, Match } from './match.ts';

/**
 * Article 21 and Article 12, section 8 and 第18条: numbers of things weigh nothing alone, but two that are left over, the
 * one on each side, contradict each other.
 */
export function renumbered(left: Set<Figure>, right: Set<Figure>): readonly Difference[] {
  const only = (side: Set<Figure>, test: (figure: Figure) => boolean) => {
    const [first, more] = [...side].filter(test);
    return more ? undefined : first;
  };
  for (const [a, b] of [
    [isNumbered, isNumbered],
    [isNumbered, isRank],
    [isRank, isNumbered],
  ] as const) {
    const [source, target] = [only(left, a), only(right, b)];
    if (!source || !target || isCaliber(source, target)) continue;
    left.delete(source);
    right.delete(target);
    return [{ slip: 'value', source, target }];
  }
  return [];
}

/** ".38-calibre" and 38-го калибра: hundredths of an inch, with and without the point. */
function isCaliber(source: Figure, { value }: Figure): boolean {
  return source.value === `0.${value}`;
}

/** 第18条; an ordinal of days or years numbers no thing. */
function isRank({ kind, soft, counts }: Figure): boolean {
  return kind === 'ordinal' && !soft && counts === undefined;
}

function isNumbered({ soft, text, value }: Figure): boolean {
  return soft && typeof value === 'string' && /\p{Nd}/u.test(text);
}

/** How much further along its text a figure may stand than the one that it was put for, 0 to 1. */
const NEAR = 0.25;

/** "the third reading" and в первом чтении, "three times" and дважды: what says little contradicts what is missing. */
export function recounted(
  left: Set<Figure>,
  right: Set<Figure>,
  apart: (a: Figure, b: Figure) => number,
): readonly Difference[] {
  const found: Difference[] = [];
  for (const source of [...left]) {
    const target = [...right].find(
      (other) =>
        ((isCounted(source, other) || isCounted(other, source) || isChoice(source, other) || isVague(source, other)) &&
          (apart(source, other) < NEAR || (source.kind === 'ordinal' && other.kind === 'ordinal'))) ||
        (isCounted(other, source) && [left, right].every((side) => isOnly(side, isReckoned))) ||
        isOther(source, other, left, right) ||
        isOtherWhile(source, other, left, right) ||
        (isFewerThings(source, other, left, right) && apart(source, other) < NEAR) ||
        (isQuarter(source) && isRank(other) && isOnly(left, isQuarter) && isOnly(right, isRank)) ||
        isFew(source, other, left, right),
    );
    if (!target) continue;
    left.delete(source);
    right.delete(target);
    const slip = isHalfYear(target) ? 'date' : source.value === target.value ? 'unit' : 'value';
    found.push({ slip, source, target });
  }
  return found;
}

/** "hundreds of thousands" and десятки тысяч. */
function isVague(...both: readonly Figure[]): boolean {
  return both.every(
    ({ soft, kind, value, text }) =>
      soft && kind === 'number' && /^10{4,}$/.test(String(value)) && !/\p{Nd}/u.test(text),
  );
}

/** "two or three" and "one or two": either weighs little alone. */
function isChoice(a: Figure, b: Figure): boolean {
  return [a, b].every(({ soft, value }) => soft && typeof value !== 'string') && a.kind === b.kind && a.unit === b.unit;
}

/** "both companies" and 九家公司, "a cat called Number Four" and “八号”: the only few in words that are left on either side. */
function isFew(source: Figure, target: Figure, left: Set<Figure>, right: Set<Figure>): boolean {
  if (!source.soft || target.soft || !isInWords(source) || !isInWords(target)) return false;
  const isAlone = [...left].every((other) => !isInWords(other) || other.value === source.value);
  return isAlone && isOnly(right, (other) => !other.soft && isInWords(other)) && target.value !== source.value;
}

function isOnly(side: Set<Figure>, test: (figure: Figure) => boolean): boolean {
  return [...side].filter(test).length === 1;
}

/** "a second card" and 第九张黄牌, "triple" and 七倍: a few that counts, as a number, an ordinal or a multiple. */
function isReckoned({ kind, value, unit, text, counts }: Figure): boolean {
  const isPlain = kind === 'number' || kind === 'ordinal' || kind === 'multiple';
  // "a second weekend" and 第三个周末
  const isOfOther = unit !== null || (counts !== undefined && kind !== 'ordinal');
  return isPlain && !isOfOther && /^(?:[2-9]|1\d)$/.test(String(value)) && !/\p{Nd}/u.test(text);
}

/** "the fourth quarter" of a match, 第四节. */
function isQuarter({ kind, value }: Figure): boolean {
  return kind === 'date' && /^Q\d$/.test(String(value));
}

/**
 * "a fortnight" and 两年, "less than a millimetre" and 1リットル: as many of another unit, or one of a fortnight's, where each
 * is the only while or measure that is left.
 */
function isOtherWhile(source: Figure, target: Figure, left: Set<Figure>, right: Set<Figure>): boolean {
  const isAlike = ({ kind }: Figure) => kind === source.kind;
  const isMeasured = source.kind === 'duration' || source.kind === 'quantity';
  if (!source.soft || target.soft || !isMeasured || !isAlike(target)) return false;
  // "an hour away" and 1分; "one" in words is said of too much.
  if ((source.value === '1' || target.value === '1') && !/\p{Nd}/u.test(target.text)) return false;
  const isOther = source.value === target.value ? source.unit !== target.unit : target.value === '1';
  return isOther && [left, right].every((side) => isOnly(side, isAlike));
}

/** "two awards" and 1つ, "four saves" and 1度: of one alone nothing is said, but here it stands for more. */
function isFewerThings(source: Figure, target: Figure, left: Set<Figure>, right: Set<Figure>): boolean {
  const isFewThings = (figure: Figure) => figure.unnamed === false && isInWords(figure);
  const isOne = ({ value, text, kind, unit }: Figure) =>
    value === '1' && /^\p{Nd}/u.test(text) && (unit === null ? kind === 'number' : unit === 'celsius');
  return isFewThings(source) && isOne(target) && isOnly(left, isFewThings) && isOnly(right, isOne);
}

function isInWords({ kind, value, unit, text }: Figure): boolean {
  return kind === 'number' && unit === null && /^[2-9]$/.test(String(value)) && !/\p{Nd}/u.test(text);
}

/** "half a century" and 一个世纪, "per million" and 每万人: each the only one that is left of its sort. */
function isOther(source: Figure, target: Figure, left: Set<Figure>, right: Set<Figure>): boolean {
  return [isWhile, isBase, isHalfYear].some(
    (test) => test(source) && test(target) && [left, right].every((side) => [...side].filter(test).length === 1),
  );
}

function isWhile({ kind, soft, value }: Figure): boolean {
  return kind === 'duration' && soft && typeof value === 'string' && value !== '1';
}

/** "in the first half" and 下半年: a match has halves, too, but of those nobody says the year. */
function isHalfYear({ kind, value }: Figure): boolean {
  return kind === 'date' && /(?:^|-)H[12]$/.test(String(value));
}

function isBase({ soft, unit, value }: Figure): boolean {
  return soft && unit === null && /^10{2,}$/.test(String(value));
}

/** An ordinal or a number of times, and another one of little weight; "one" is said of too much. */
function isCounted({ soft, kind, value }: Figure, other: Figure): boolean {
  if (soft || !other.soft || (kind !== 'ordinal' && kind !== 'multiple') || typeof value !== 'string') return false;
  if (/\p{Nd}/u.test(other.text) || other.unit !== null || value === other.value) return false;
  return other.kind === kind || (other.kind === 'number' && other.value !== '1');
}

/** How far a part may stand behind its whole, in UTF-16 units: 명 가운데. */
const PART = 6;

/** "one in nine" and 9人に2人: of the whole that agrees, another part. */
export function otherParts(
  matches: readonly Match[],
  right: Set<Figure>,
  target: readonly Figure[],
): readonly Difference[] {
  return matches.flatMap(({ source, target: whole }): readonly Difference[] => {
    const [share, all] = [numberOf(source), numberOf(whole)];
    if (source.kind !== 'fraction' || whole.kind !== 'number' || whole.soft || !share || !all || share.n !== 1n)
      return [];
    const part = target.find(({ start }) => start > whole.end);
    const value = part && part.kind === 'number' && part.unit === null ? numberOf(part) : undefined;
    const isWhole = equal(multiply(share, all), exact(1));
    const isAlike = part?.soft || part?.counts === whole.counts;
    if (whole.counts === undefined || !isAlike) return [];
    if (!part || !value || !isWhole || part.start - whole.end > PART || equal(value, exact(1))) return [];
    right.delete(part);
    return [{ slip: 'value', source, target: part }];
  });
}

/** "the two men … together" and 三人……双方: what says little has taken a number that another one contradicts. */
export function outnumbered(matches: readonly Match[], right: Set<Figure>): readonly Difference[] {
  const [target, more] = [...right].filter((figure) => !figure.soft && isInWords(figure));
  const found = matches.find(({ source, target }) => !source.soft && target.soft && isInWords(source));
  if (!found || !target || more || found.source.value === target.value) return [];
  right.delete(target);
  return [{ slip: 'value', source: found.source, target }];
}
