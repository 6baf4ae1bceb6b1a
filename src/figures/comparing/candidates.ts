import { remembered } from '../../text/remembered.ts';
import { isShareOfWhole } from './agree.ts';
import type { Associations, Passage } from './associations.ts';
import { areKin } from './cognates.ts';
import type { Languages, Match, Two } from './match.ts';
import { type Nouns, nounsOf } from './nouns.ts';
import { crosses, isOfOneSize } from './order.ts';
import type { Relation } from './relations.ts';
import { isBallot } from './scores.ts';

/**
 * How strong the ties of the crossed reading must be, and how much stronger than those of the straight one: where the
 * figures changed their order too, any more; else much.
 */
const STRONG = 1.4;

const MARGIN = 0.7;

const SOME = 0.3;

/** How many figures of one passage are held against each other. */
export const MOST = 60;
/** … where there are no more than so many others that may tell: each pair looks at all of them. */
export const IN_ALL = 4 * MOST;

/** … with what stands beside each: most are told without. */
export interface Candidate extends Two {
  nouns(side: keyof Languages): readonly [Nouns, Nouns];
}

/** 6-4, 3-6: the two numbers of a score stand by themselves, with a sign between. */
export function isScore({ source }: Match, { figures, text }: Passage['source'][number]): boolean {
  const joined = (a: Relation['first'], b: Relation['first']) => b.start - a.end === 1 && text.charAt(a.end) !== ' ';
  return figures.includes(source) && figures.some((other) => joined(source, other) || joined(other, source));
}

export function candidatesIn(
  { source, target }: Passage,
  matches: readonly Match[],
  languages: Languages,
): readonly Candidate[] {
  if (matches.length < 2) return [];
  const open = matches.filter(
    ({ source, target }) =>
      !source.soft &&
      !target.soft &&
      source.kind !== 'date' &&
      (source.kind === 'time') === (target.kind === 'time') &&
      !isShareOfWhole(source, target) &&
      !isShareOfWhole(target, source),
  );
  // What has more is a table; there the nouns stand in its heads.
  if (open.length > MOST || matches.length > IN_ALL) return [];
  // 63–36 and 36 голосами против 63
  const isVote = (...both: readonly [Match, Match]) =>
    target.some(({ text }) => isBallot(text, both[0].target, both[1].target, languages.target));
  const isLost = (...both: readonly [Match, Match]) => isLostScore(...both) && !isVote(...both);
  // 1-0 against ten men: what is a part of a score is exchanged with the other part alone.
  const scores = new Set(open.filter((one) => source.some((block) => isScore(one, block))));
  const isApart = (...both: readonly [Match, Match]) => both.some((one) => scores.has(one)) && !isWhole(...both);
  const nouns = {
    source: remembered((figure: Relation['first']) => nounsOf(source, figure, languages.source)),
    target: remembered((figure: Relation['first']) => nounsOf(target, figure, languages.target)),
  };
  return open.flatMap((first, i) =>
    open
      .slice(i + 1)
      .filter((second) => exchangeable(first, second) && !isLost(first, second) && !isApart(first, second))
      .map((second) => ({
        first,
        second,
        nouns: (side: keyof Languages) => [nouns[side](first[side]), nouns[side](second[side])] as const,
      })),
  );
}

/** Do they stand side by side? */
function isWhole({ source: a }: Match, { source: b }: Match): boolean {
  return b.start - a.end === 1 || a.start - b.end === 1;
}

/** "lost 88-82", verloren 82:88: some languages name the winner's score first, others that of whom they speak. */
function isLostScore({ source: a, target: x }: Match, { source: b, target: y }: Match): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  if (second.start - first.end !== 1) return false;
  // Where the numbers of a score stand apart, they were put together wrongly.
  const isScore = Math.max(x.start, y.start) - Math.min(x.end, y.end) === 1;
  return !isScore || [first, second].some(({ direction }) => direction === 'down');
}

function exchangeable(a: Match, b: Match): boolean {
  return (
    (isAlike(a.source, b.source) || isAlike(a.target, b.target)) &&
    typeof a.source.value === typeof b.source.value &&
    a.source.value !== b.source.value &&
    (typeof a.source.value === 'string' || JSON.stringify(a.source.value) !== JSON.stringify(b.source.value))
  );
}

/**
 * Other figures that both texts say stand nearer to one of the two: the date or the sum that goes with it. `crossed`
 * where each of them stands nearer to the other one in the translation.
 */
export function byAnchors({ first, second }: Candidate, matches: readonly Match[]): 'straight' | 'crossed' | 'open' {
  let straight = 0;
  let crossed = 0;
  for (const other of matches) {
    if (other === first || other === second || isLike(other, first) || isHowMuch(other)) continue;
    const here = nearer(other.source, first.source, second.source);
    const there = nearer(other.target, first.target, second.target);
    if (here === undefined || there === undefined) continue;
    if (here === there) straight += 1;
    else crossed += 1;
  }
  if (straight === crossed) return 'open';
  return straight > crossed ? 'straight' : 'crossed';
}

/** One of the texts may say the unit once for both: "73.3 years for women and 68.4 for men". */
function isAlike(a: Relation['first'], b: Relation['first']): boolean {
  return a.kind === b.kind && a.unit === b.unit;
}

/** "1,153, 31% more than the 883": how much it changed belongs to both. */
function isHowMuch({ source, target }: Match): boolean {
  return source.kind === 'percent' && source.direction !== undefined && target.direction !== undefined;
}

function isLike(a: Match, b: Match): boolean {
  return a.source.kind !== 'date' && a.source.kind === b.source.kind && a.source.unit === b.source.unit;
}

/** Which of two figures stands nearer to a third, by half at least; 1, 2 or neither. */
function nearer(anchor: Relation['first'], a: Relation['first'], b: Relation['first']): 1 | 2 | undefined {
  const [x, y] = [apartBy(anchor, a), apartBy(anchor, b)];
  if (Math.min(x, y) > FAR) return undefined;
  return x * 2 < y ? 1 : y * 2 < x ? 2 : undefined;
}

/** What stands farther away than this, in UTF-16 units, goes with neither. */
const FAR = 40;

function apartBy(a: Relation['first'], b: Relation['first']): number {
  return Math.max(0, a.start < b.start ? b.start - a.end : a.start - b.end);
}

/** Do the nouns say that the figures stand where they belong, or in each other's place? `isFree`: may figures change their order? */
export function byNouns(
  { first, second, nouns }: Candidate,
  passage: number,
  ties: Associations,
  isFree: boolean,
): 'straight' | 'crossed' | 'open' {
  const [[a, b], [x, y]] = [apart(nouns('source'), 'concepts'), apart(nouns('target'), 'concepts')];
  const meet = (left: ReadonlySet<string>, right: ReadonlySet<string>) => !left.isDisjointFrom(right);
  // Nouns that the languages' own files name tell for certain; one of the two, where the figures changed their order.
  const isStraight = [meet(a, x), meet(b, y)];
  // «в регионе 22 института и 13 классов»: what stands before whichever comes first tells nothing where a noun behind does.
  const areBehind = (n: number) => !nouns('source')[n]?.isAhead && !nouns('target')[n]?.isAhead;
  const isOther = meet(a, y) || meet(b, x);
  if (isStraight.some((is, n) => is && (!isOther || areBehind(n)))) return 'straight';
  if (meet(a, y) && meet(b, x)) return 'crossed';
  // Amounts stand behind their nouns; where what modifies a noun leads, the subject stands before whichever comes first.
  const isSubject = isFree && first.source.kind === 'money';
  // "The museum keeps 40 swords", «в музее хранятся 18 щитов»: it stands before whichever count comes first.
  const isAhead = (n: number) => nouns('source')[n]?.isAhead || nouns('target')[1 - n]?.isAhead;
  const isCrossed = (meet(a, y) && !isAhead(0)) || (meet(b, x) && !isAhead(1));
  if (!isSubject && isCrossed && crosses(first, second) && isOfOneSize(first, second)) return 'crossed';
  if (!crosses(first, second)) return 'open';
  const [[c, d], [z, w]] = [apart(nouns('source'), 'words'), apart(nouns('target'), 'words')];
  const tie = (left: ReadonlySet<string>, right: ReadonlySet<string>) => ties.between(left, right, passage);
  const straight = tie(c, z) + tie(d, w);
  const crossed = tie(c, w) + tie(d, z);
  if (crossed >= STRONG && crossed - straight >= MARGIN) return 'crossed';
  if (straight - crossed >= SOME) return 'straight';
  const isKin = (areKin(c, z) || areKin(d, w)) && !areKin(c, w) && !areKin(d, z);
  return isKin ? 'straight' : 'open';
}

/** What stands beside the one and not beside the other: what both stand beside tells nothing. */
export function apart(
  [a, b]: readonly [Nouns, Nouns],
  sort: 'words' | 'concepts',
): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  return [a[sort].difference(b[sort]), b[sort].difference(a[sort])];
}
