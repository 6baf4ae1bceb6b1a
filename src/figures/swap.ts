import { language } from '../locales/index.ts';
import { agreement, keyOf } from './agree.ts';
import { Associations, type Passage } from './associations.ts';
import { besidesOf, type Evidence, saysExchanged, surroundingsOf } from './beside.ts';
import type { Match } from './compare.ts';
import { fold } from './fold.ts';
import { type Nouns, nounsOf } from './nouns.ts';
import { isRepeated, isReversed, type Relation, relations } from './relations.ts';
import { type Score, scoreOf } from './scores.ts';
import { endsWithWord, holdsWord } from './sentences.ts';

/** Two figures whose values both stand in the translation, but in each other's place. */
export interface Swap {
  /** Doubtful: a warning, not an error. */
  readonly doubtful?: true;
  /** What tells: nouns beside them, from and to, part and whole, the dates that they stand with, or only their order. */
  readonly sort: 'noun' | 'order' | 'score' | Relation['sort'];
  readonly first: Match;
  readonly second: Match;
}

/**
 * How strong the ties of the crossed reading must be, and how much stronger than those of the straight one: where the
 * figures changed their order too, any more; else much.
 */
const STRONG = 1.4;
const MARGIN = 0.7;
const SOME = 0.3;
/** How many figures of one passage are held against each other. */
const MOST = 60;

/** Two matches that could have been exchanged, with what stands beside each. */
interface Candidate {
  readonly passage: number;
  readonly first: Match;
  readonly second: Match;
  readonly source: readonly [Nouns, Nouns];
  readonly target: readonly [Nouns, Nouns];
}

/** The languages of a document and its translation. */
export interface Languages {
  readonly source: string;
  readonly target: string;
}

/** The swaps among the matches of each passage: figures of one kind and unit that stand in each other's place. */
export function swaps(
  passages: readonly Passage[],
  matches: readonly (readonly Match[])[],
  languages: Languages,
): readonly (readonly Swap[])[] {
  const candidates = passages.map((passage, n) => candidatesIn(passage, n, matches[n] ?? [], languages));
  const all = candidates.flat();
  const learned = (side: keyof Languages) =>
    new Set(all.flatMap((candidate) => candidate[side].flatMap(({ words }) => [...words])));
  const ties = new Associations(passages, () => ({ source: learned('source'), target: learned('target') }));
  const isFree = language(languages.target).figures.reorders === true;
  return passages.map((passage, n) => {
    const own = candidates[n] ?? [];
    const isShort = (matches[n]?.length ?? 0) <= MOST;
    const told =
      (isShort && hasMany(passage)) || hasRanges(passage) ? relate(passage, matches[n] ?? [], languages) : NOTHING;
    if (told.swaps.length > 0) return told.swaps;
    const crossed = own.flatMap((candidate): Swap[] => {
      const { first, second } = candidate;
      if (told.settled.some((pair) => [first, second].every(({ source }) => pair.has(placeOf(source))))) return [];
      const score = scored(candidate, passage, languages.source);
      if (score) return [...score];
      const anchors = byAnchors(candidate, matches[n] ?? []);
      if (anchors === 'straight') return [];
      const nouns = byNouns(candidate, ties);
      if (nouns === 'crossed') {
        const found = besideBoth(passage, [first, second], matches[n] ?? [], languages);
        return found && found.straight > found.crossed ? [] : [{ sort: 'noun', first, second }];
      }
      if (nouns !== 'open') return [];
      const own = matches[n] ?? [];
      if (!isOutOfOrder(candidate, passage, own, languages)) return [];
      // "slowed to 38.2 in June from 75.5": from and to may change places, whatever else stays.
      const isChange = told.changes.some((pair) => [first, second].every(({ source }) => pair.has(placeOf(source))));
      if (isChange && own.some((other) => isDateAhead(other, first, second))) return [];
      // What stands with each of them settles it, where order alone could be chance.
      const isDoubtful = isFree && anchors !== 'crossed';
      return [{ sort: 'order', first, second, ...(isDoubtful && { doubtful: true as const }) }];
    });
    // Where much is out of order, the translation tells things in another order.
    const sure = crossed.filter(({ sort, doubtful }) => !doubtful && (sort !== 'order' || crossed.length === 1));
    if (sure.length > 0) return sure;
    const beside = besides(passage, matches[n] ?? [], told, languages);
    return beside.length > 0 ? beside : crossed.filter(({ sort }) => sort !== 'order' || crossed.length === 1);
  });
}

/** Exchanges that all that stands beside the figures tells. */
function besides(
  { source, target }: Passage,
  matches: readonly Match[],
  { sure }: Told,
  languages: Languages,
): readonly Swap[] {
  const open = matches.filter((match) => isExchangeable(match) && !sure.has(match.source));
  if (open.length > MOST) return [];
  return open.flatMap((first, i) =>
    open.slice(i + 1).flatMap((second): Swap[] => {
      if (!isLikeEnough(first, second)) return [];
      const found = besideBoth({ source, target }, [first, second], matches, languages);
      if (!found || !saysExchanged(found, !isOfOneSize(first, second, 0))) return [];
      return [{ sort: 'noun', first, second, ...(isLate(languages.target) && { doubtful: true as const }) }];
    }),
  );
}

/** Where modifiers lead and the verb ends the clause, what stands beside a figure may belong to the next. */
function isLate(locale: string): boolean {
  const { reorders, verbLast } = language(locale).figures;
  return reorders === true && verbLast === true;
}

/** What stands beside two figures, where both stand in one block of each text. */
function besideBoth(
  { source, target }: Passage,
  [first, second]: readonly [Match, Match],
  matches: readonly Match[],
  languages: Languages,
): Evidence | undefined {
  const here = source.find(({ figures }) => figures.includes(first.source) && figures.includes(second.source));
  const there = target.find(({ figures }) => figures.includes(first.target) && figures.includes(second.target));
  if (!here || !there || [first, second].some((one) => isScore(one, here))) return undefined;
  return besidesOf(
    { text: surroundingsOf(here, languages.source), first: first.source, second: second.source },
    { text: surroundingsOf(there, languages.target), first: first.target, second: second.target },
    matches,
  );
}

function isExchangeable({ source, target }: Match): boolean {
  if (source.soft || target.soft || isBase(source)) return false;
  return COUNTS.has(source.kind) && typeof source.value === 'string' && typeof target.value === 'string';
}

const COUNTS = new Set(['number', 'money', 'percent', 'percentage-point', 'quantity', 'duration', 'multiple']);

/** 6-4, 3-6: the two numbers of a score stand by themselves, with a sign between. */
function isScore({ source }: Match, { figures, text }: Passage['source'][number]): boolean {
  const joined = (a: Relation['first'], b: Relation['first']) => b.start - a.end === 1 && text.charAt(a.end) !== ' ';
  return figures.includes(source) && figures.some((other) => joined(source, other) || joined(other, source));
}

/** A score the other way round, which the loser's side may say: "a 2-0 defeat" and поражение 0:2. */
function scored(candidate: Candidate, { source, target }: Passage, locale: string): readonly Swap[] | undefined {
  const { first, second } = candidate;
  const here = source.find(({ figures }) => figures.includes(first.source));
  const there = target.find(({ figures }) => figures.includes(first.target));
  const ours = here && scoreOf(first.source, here.figures);
  const others = here && scoreOf(second.source, here.figures);
  // A number of a score and one of anything else are exchanged by nobody.
  if ((ours === undefined) !== (others === undefined)) return [];
  const theirs = there && scoreOf(first.target, there.figures);
  if (!ours?.includes(second.source) || !theirs?.includes(second.target)) return undefined;
  const isTurned = crosses(first, second) && !isLosing(here?.text ?? '', ours, locale);
  return isTurned ? [{ sort: 'score', first, second }] : [];
}

function isLosing(text: string, [{ start }, { end }]: Score, locale: string): boolean {
  const around = fold(text.slice(Math.max(0, start - BESIDE), end + BESIDE));
  const words = language(locale).figures.losing?.split('|') ?? [];
  return words.some((word) => holdsWord(around, word));
}

/** How far from a score it may be said who lost, in UTF-16 units. */
const BESIDE = 40;

/** Of one kind and unit in one of the texts: the other may say the unit once. */
function isLikeEnough(a: Match, b: Match): boolean {
  const alike = (x: Relation['first'], y: Relation['first']) =>
    x.kind === y.kind && (x.unit === y.unit || x.kind === 'duration');
  return (
    keyOf(a.source) !== keyOf(b.source) &&
    isOfOneSize(a, b, 3) &&
    (alike(a.source, b.source) || alike(a.target, b.target))
  );
}

function hasMany({ source }: Passage): boolean {
  return source.some(({ figures }) => figures.length > 1);
}

function hasRanges({ source }: Passage): boolean {
  return source.some(({ figures }) => figures.some(({ value, kind }) => typeof value !== 'string' && kind !== 'date'));
}

interface Told {
  readonly swaps: readonly Swap[];
  /** Where the pairs of figures of the source stand of which both texts say the same. */
  readonly settled: readonly ReadonlySet<string>[];
  /** … and of those that the source says a change from the one to the other of. */
  readonly changes: readonly ReadonlySet<string>[];
  /** Those of which both texts say so in words. */
  readonly sure: ReadonlySet<Relation['first']>;
}

const NOTHING: Told = { swaps: [], settled: [], changes: [], sure: new Set() };

/** What the words of one text say of two figures, and the other text's say alike or the other way round. */
function relate({ source, target }: Passage, matches: readonly Match[], languages: Languages): Told {
  const left = source.flatMap((block) => relations(block, languages.source));
  if (left.length === 0) return NOTHING;
  const right = target.flatMap((block) => relations(block, languages.target));
  const settled: ReadonlySet<string>[] = [];
  const sure = new Set<Relation['first']>();
  const reversed = left.flatMap((one) => {
    const other = right.find((candidate) => isReversed(one, candidate));
    if (other && !right.some((candidate) => isRepeated(one, candidate)))
      return [swapOf(one.sort, [one.first, other.second], [one.second, other.first])];
    if (right.some((candidate) => isRepeated(one, candidate))) sure.add(one.first).add(one.second);
    // A part stands before its whole in one language and behind it in another.
    if (one.sort === 'part' || (one.sort === 'change' && right.some(({ sort }) => sort === 'change'))) {
      settled.push(new Set([one.first, one.second].map(placeOf)));
    }
    return [];
  });
  const changes = left
    .filter(({ sort }) => sort === 'change')
    .map(({ first, second }) => new Set([first, second].map(placeOf)));
  return { swaps: [...reversed, ...crossedDates(left, right, matches)], settled, changes, sure };
}

/** A relation may hold a copy of its figure, with the unit that is said once for both. */
function placeOf({ start, text }: Relation['first']): string {
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
  for (const [n, a] of left.entries()) {
    const b = left[n + 1];
    if (a.sort !== 'date' || b?.sort !== 'date' || keyOf(a.second) === keyOf(b.second)) continue;
    const [x, y] = [a, b].map(({ first }) => matches.find(({ source }) => source === first)?.target);
    const [d, e] = [x, y].map((figure) => right.find(({ sort, first }) => sort === 'date' && first === figure)?.second);
    if (!x || !y || !d || !e || keyOf(a.first) === keyOf(b.first)) continue;
    const crossed = agreement(a.second, e) !== undefined && agreement(b.second, d) !== undefined;
    const straight = agreement(a.second, d) !== undefined || agreement(b.second, e) !== undefined;
    if (crossed && !straight)
      found.push({ sort: 'date', first: { source: a.first, target: x }, second: { source: b.first, target: y } });
  }
  return found;
}

function candidatesIn(
  { source, target }: Passage,
  passage: number,
  matches: readonly Match[],
  languages: Languages,
): readonly Candidate[] {
  const open = matches.filter((match) => !match.source.soft && !match.target.soft && match.source.kind !== 'date');
  // What has more is a table; there the nouns stand in its heads.
  if (open.length > MOST) return [];
  const pairs = open.flatMap((first, i) =>
    open
      .slice(i + 1)
      .flatMap((second) => (isLostScore(first, second) || isApart(first, second, source) ? [] : [{ first, second }])),
  );
  return pairs
    .filter(({ first, second }) => exchangeable(first, second))
    .map(({ first, second }) => ({
      passage,
      first,
      second,
      source: apart(nounsOf(source, first.source, languages.source), nounsOf(source, second.source, languages.source)),
      target: apart(nounsOf(target, first.target, languages.target), nounsOf(target, second.target, languages.target)),
    }));
}

/** 1-0 against ten men: what is a part of a score is exchanged with the other part alone. */
function isApart(first: Match, second: Match, blocks: Passage['source']): boolean {
  const [a, b] = [first.source, second.source];
  const isWhole = b.start - a.end === 1 || a.start - b.end === 1;
  return !isWhole && [first, second].some((one) => blocks.some((block) => isScore(one, block)));
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
    JSON.stringify(a.source.value) !== JSON.stringify(b.source.value)
  );
}

/**
 * Other figures that both texts say stand nearer to one of the two: the date or the sum that goes with it. `crossed`
 * where each of them stands nearer to the other one in the translation.
 */
function byAnchors({ first, second }: Candidate, matches: readonly Match[]): 'straight' | 'crossed' | 'open' {
  let straight = 0;
  let crossed = 0;
  for (const other of matches) {
    if (other === first || other === second || isLike(other, first)) continue;
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

/** Do the nouns say that the figures stand where they belong, or in each other's place? */
function byNouns(candidate: Candidate, ties: Associations): 'straight' | 'crossed' | 'open' {
  const { passage, first, second, source, target } = candidate;
  const [[a, b], [x, y]] = [source, target];
  const meet = (left: Nouns, right: Nouns) => !left.concepts.isDisjointFrom(right.concepts);
  // Nouns that the languages' own files name tell for certain; one of the two, where the figures changed their order.
  if (meet(a, x) || meet(b, y)) return 'straight';
  if (meet(a, y) && meet(b, x)) return 'crossed';
  if ((meet(a, y) || meet(b, x)) && crosses(first, second) && isOfOneSize(first, second)) return 'crossed';
  if (!crosses(first, second)) return 'open';
  const tie = (left: Nouns, right: Nouns) => ties.between(left.words, right.words, passage);
  const straight = tie(a, x) + tie(b, y);
  const crossed = tie(a, y) + tie(b, x);
  if (crossed >= STRONG && crossed - straight >= MARGIN) return 'crossed';
  return straight - crossed >= SOME ? 'straight' : 'open';
}

/**
 * In professional translations two figures of one kind and unit change their order in 0.03 to 0.2 of 100 paragraphs
 * (in 1 of 100 where modifiers stand before their noun), so two that did are most likely exchanged: unless something
 * that stands with one of them moved along, or a bracket or a part and its whole explain it.
 */
function isOutOfOrder(
  { first, second }: Candidate,
  { source, target }: Passage,
  matches: readonly Match[],
  languages: Languages,
): boolean {
  if (!crosses(first, second) || !isOfOneSize(first, second) || [first, second].some(isFixed)) return false;
  const movedAlong = matches.some(
    (other) =>
      crosses(other, first) !== crosses(other, second) &&
      other !== first &&
      other !== second &&
      !isDateAhead(other, first, second),
  );
  if (movedAlong || source.length > 1 || target.length > 1) return false;
  const between = betweenOf(target[0]?.text ?? '', first.target, second.target);
  const before = betweenOf(source[0]?.text ?? '', first.source, second.source);
  if (/[()（）[\]]/.test(between + before) || isVote(before, languages.source)) return false;
  return !language(languages.target).figures.reorders || /[,;:，；、：।،؛]/.test(between);
}

/** A date that begins the translation's sentence has come there from wherever it stood, and tells nothing. */
function isDateAhead({ source, target }: Match, first: Match, second: Match): boolean {
  const isFirst = target.end <= Math.min(first.target.start, second.target.start);
  return source.kind === 'date' && isFirst && source.start < Math.max(first.source.start, second.source.start);
}

/** "by 151 votes to 148": who comes first is told elsewhere. */
function isVote(between: string, locale: string): boolean {
  const words = language(locale).figures.to?.split('|') ?? [];
  return between.length <= SCORE && words.some((word) => endsWithWord(between.toLowerCase().trimEnd(), word));
}

/** How far from each other the two sides of a vote may stand, in UTF-16 units. */
const SCORE = 20;

/** An ordinal stands with its noun, an age with its person, and what a rate is per (1,000 people) where grammar wants it. */
function isFixed({ source }: Match): boolean {
  return source.kind === 'ordinal' || source.kind === 'duration' || isBase(source);
}

/** What a rate is per. */
function isBase({ value, unit }: Relation['first']): boolean {
  return unit === null && /^10{2,6}$/.test(String(value));
}

/** 92 billion and 814 are exchanged by nobody. */
function isOfOneSize(a: Match, b: Match, most = 2): boolean {
  const [x, y] = [a, b].map(({ source }) => (typeof source.value === 'string' ? source.value : source.value.to));
  const digits = (value: string | undefined) => value?.replace('-', '').split(/[./]/)[0]?.length ?? 0;
  return Math.abs(digits(x) - digits(y)) <= most;
}

function crosses(a: Match, b: Match): boolean {
  return a.source.start < b.source.start !== a.target.start < b.target.start;
}

function betweenOf(text: string, a: Relation['first'], b: Relation['first']): string {
  return text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
}

/** What both stand beside tells nothing. */
function apart(a: Nouns, b: Nouns): readonly [Nouns, Nouns] {
  return [
    { words: a.words.difference(b.words), concepts: a.concepts.difference(b.concepts) },
    { words: b.words.difference(a.words), concepts: b.concepts.difference(a.concepts) },
  ];
}
