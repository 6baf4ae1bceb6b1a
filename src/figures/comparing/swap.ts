import { language } from '../../locales/index.ts';
import { onceFor, remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { endsWithWord, holdsWord } from '../sentences.ts';
import { agesOf } from './aged.ts';
import { keyOf } from './agree.ts';
import { Associations, type Passage } from './associations.ts';
import { besidesOf, type Evidence, saysExchanged, surroundingsOf } from './beside.ts';
import { boundClass } from './bounds.ts';
import { apart, byAnchors, byNouns, type Candidate, candidatesIn, IN_ALL, isScore, MOST } from './candidates.ts';
import type { Languages, Match } from './match.ts';
import { mixedScores } from './mixed.ts';
import { keepOnly } from './only.ts';
import { crosses, isBase, isDateAhead, isOfOneSize, isOutcome, isOutOfOrder, reorders } from './order.ts';
import type { Relation } from './relations.ts';
import { isAmong, isBallot, isInnings, isMixed, isOfInnings, scoreOf, scoresIn, withScores } from './scores.ts';
import { NOTHING, placeOf, relate, type Swap, type Told } from './told.ts';

/** The swaps among the matches of each passage: figures of one kind and unit that stand in each other's place. */
export function swaps(
  passages: readonly Passage[],
  matches: readonly (readonly Match[])[],
  languages: Languages,
): readonly (readonly Swap[])[] {
  const alone = passages.map((passage, n) => aloneIn(matches[n] ?? [], passage, languages));
  const learned = (side: keyof Languages) =>
    new Set(
      alone.flatMap(({ candidates }) =>
        candidates.flatMap(({ nouns }) => apart(nouns(side), 'words').flatMap((words) => [...words])),
      ),
    );
  const ties = new Associations(passages, () => ({ source: learned('source'), target: learned('target') }));
  const isFree = reorders(languages);
  return passages.map((passage, n) => {
    const { candidates = [], told = NOTHING } = alone[n] ?? {};
    if (told.swaps.length > 0) return told.swaps;
    const mixed = mixedScores(passage);
    if (mixed.length > 0) return mixed;
    const own = matches[n] ?? [];
    const crossed = candidates.flatMap((candidate): Swap[] => {
      const { first, second } = candidate;
      if (told.settled.some((pair) => [first, second].every(({ source }) => pair.has(placeOf(source))))) return [];
      const score = scored(candidate, passage, languages);
      if (score) return [...score];
      const ages = agesOf(candidate, passage, languages);
      if (ages) return ages === 'kept' ? [] : [{ sort: 'noun', first, second }];
      const anchors = byAnchors(candidate, own);
      if (anchors === 'straight') return [];
      if (haveOwnRoles(first, second)) return [];
      const nouns = byNouns(candidate, n, ties, isFree);
      // Of a noun that is said once the order tells more.
      const isOnce = nouns === 'crossed' && isElided(candidate);
      const isTurned = isOnce && isOutOfOrder(candidate, passage, own, languages);
      if (nouns === 'crossed' && !isTurned) {
        const found = besideBoth(passage, [first, second], own, languages);
        if (found && found.straight > found.crossed) return [];
        return [{ sort: 'noun', first, second, ...(isOnce && { doubtful: true as const }) }];
      }
      if (nouns === 'straight') return [];
      if (!isOutOfOrder(candidate, passage, own, languages) || keepOnly(candidate, passage, languages)) return [];
      // "slowed to 38.2 in June from 75.5": from and to may change places, whatever else stays.
      const isChange = told.changes.some((pair) => [first, second].every(({ source }) => pair.has(placeOf(source))));
      if (isChange && own.some((other) => isDateAhead(other, first, second))) return [];
      // What stands with each of them settles it, where order alone could be chance.
      const isDoubtful = (isFree && anchors !== 'crossed') || isOutcome(candidate, passage, languages);
      return [{ sort: 'order', first, second, ...(isDoubtful && { doubtful: true as const }) }];
    });
    // Where much is out of order, the translation tells things in another order.
    const sure = crossed.filter(({ sort, doubtful }) => !doubtful && (sort !== 'order' || crossed.length === 1));
    if (sure.length > 0) return sure;
    const beside = alone[n]?.besides() ?? [];
    return beside.length > 0 ? beside : crossed.filter(({ sort }) => sort !== 'order' || crossed.length === 1);
  });
}

/**
 * "about 300 in a hall for 240" and на 240 мест около трёхсот, "at $81.20, up $1.15" and на 1,15 доллара, до 81,20: what
 * only one of them has, a bound, a way that it went, or what it is per, has moved with it.
 */
function haveOwnRoles(first: Match, second: Match): boolean {
  const [here, there] = [
    [first.source, second.source],
    [first.target, second.target],
  ] as const;
  const told = ROLES.filter((role) => role(here[0]) !== role(here[1]));
  const isOwn = (role: (typeof ROLES)[number]) => [0, 1].every((n) => role(here[n]) === role(there[n]));
  const isOther = (role: (typeof ROLES)[number]) => [0, 1].every((n) => role(here[n]) === role(there[1 - n]));
  return told.some(isOwn) && !told.some(isOther);
}

const ROLES = [
  (figure: Role | undefined) => figure && boundClass(figure.bound),
  (figure: Role | undefined) => figure?.direction,
  (figure: Role | undefined) => figure?.per?.toSorted().join(),
];

type Role = Relation['first'];

/**
 * "61 houses out of the 390 judged to be at risk" and 390 домов, … 61: a noun that is said once stands with whichever of
 * them comes first.
 */
function isElided({ first, second, nouns }: Pick<Candidate, 'first' | 'second'> & Partial<Candidate>): boolean {
  if (!crosses(first, second)) return false;
  const isLast = first.target.start > second.target.start;
  if (!(isLast ? first : second).target.unnamed) return false;
  const [a, b] = nouns ? apart(nouns('source'), 'concepts') : [];
  return ((isLast ? b : a)?.size ?? 0) === 0;
}

/** What a passage says of swaps whatever the others say. */
interface Alone {
  readonly candidates: readonly Candidate[];
  readonly told: Told;
  besides(): readonly Swap[];
}

/** Learns what a passage says by itself, before `swaps` asks for it. */
export function learnSwaps(passage: Passage, matches: readonly Match[], languages: Languages): void {
  aloneIn(matches, passage, languages).besides();
}

/** The matches of a passage are the same ones as long as its texts are. */
const aloneIn = onceFor(readAlone);

function readAlone(matches: readonly Match[], passage: Passage, languages: Languages): Alone {
  const isTold = (matches.length <= MOST && hasMany(passage)) || hasRanges(passage);
  const told = isTold ? relate(passage, matches, languages) : NOTHING;
  let beside: readonly Swap[] | undefined;
  return {
    candidates: candidatesIn(passage, matches, languages),
    told,
    besides() {
      beside ??= besides(passage, matches, told, languages);
      return beside;
    },
  };
}

/** Exchanges that all that stands beside the figures tells. */
function besides(
  { source, target }: Passage,
  matches: readonly Match[],
  { sure }: Told,
  languages: Languages,
): readonly Swap[] {
  if (matches.length < 2) return [];
  const open = matches.filter((match) => isExchangeable(match) && !sure.has(match.source));
  if (open.length > MOST || matches.length > IN_ALL) return [];
  return open.flatMap((first, i) =>
    open.slice(i + 1).flatMap((second): Swap[] => {
      if (!isLikeEnough(first, second) || haveOwnRoles(first, second)) return [];
      if (keepOnly({ first, second }, { source, target }, languages)) return [];
      const found = besideBoth({ source, target }, [first, second], matches, languages);
      if (!found || !saysExchanged(found, !isOfOneSize(first, second, 0))) return [];
      const isDoubtful =
        isLate(languages) ||
        ((reorders(languages) || found.concepts < 2) && !found.between()) ||
        (found.concepts < 2 && isElided({ first, second }));
      return [{ sort: 'noun', first, second, ...(isDoubtful && { doubtful: true as const }) }];
    }),
  );
}

/** Where modifiers lead and the verb ends the clause, what stands beside a figure may belong to the next. */
function isLate({ source, target }: Languages): boolean {
  return [source, target].some((locale) => {
    const { reorders, verbLast } = language(locale).figures;
    return reorders === true && verbLast === true;
  });
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
  if (!here || !there || [here, there].some(({ text }) => text.length > LONG)) return undefined;
  if ([first, second].some((one) => isScore(one, here))) return undefined;
  if ([first, second].some(({ source: one }) => isOfInnings(one, here, languages.source))) return undefined;
  return besidesOf(
    { text: surroundingsOf(here, languages.source), first: first.source, second: second.source },
    { text: surroundingsOf(there, languages.target), first: first.target, second: second.target },
    matches,
  );
}

/** In a text longer than this, in UTF-16 units, all that is named tells nothing of two figures. */
const LONG = 20_000;

function isExchangeable({ source, target }: Match): boolean {
  if (source.soft || target.soft || isBase(source)) return false;
  return COUNTS.has(source.kind) && typeof source.value === 'string' && typeof target.value === 'string';
}

const COUNTS = new Set(['number', 'money', 'percent', 'percentage-point', 'quantity', 'duration', 'multiple']);

/** A score the other way round, which the loser's side may say: "a 2-0 defeat" and поражение 0:2. */
function scored(candidate: Candidate, { source, target }: Passage, languages: Languages): readonly Swap[] | undefined {
  const { first, second } = candidate;
  const here = source.find(({ figures }) => isAmong(first.source, figures));
  const there = target.find(({ figures }) => isAmong(first.target, figures));
  const [left, right] = [here?.figures ?? [], there?.figures ?? []];
  const [figures, translated] = [withScores(left, right), withScores(right, left)];
  const ours = scoreOf(first.source, figures);
  const others = scoreOf(second.source, figures);
  // A number of a score and one of anything else are exchanged by nobody.
  if ((ours === undefined) !== (others === undefined)) return [];
  const theirs = scoreOf(first.target, translated);
  if (!here || !there) return undefined;
  const isOver =
    isInnings(here.text, first.source, second.source, languages.source) ||
    isInnings(there.text, first.target, second.target, languages.target);
  if (isOver) return [];
  const said = ours?.includes(second.source) || isBallot(here.text, first.source, second.source, languages.source);
  const again = theirs?.includes(second.target) || isBallot(there.text, first.target, second.target, languages.target);
  const isLost =
    isLosing(here.text, first.source, second.source, languages.source) ||
    isLosing(there.text, first.target, second.target, languages.target);
  // "outgained 262 yards to 71" and проиграли 71 против 262
  if ((said || again) && isLost && crosses(first, second)) return [];
  if (!said || !again) return undefined;
  if (isLost || !crosses(first, second)) return [];
  const isMade =
    isMaking(here.text, first.source, second.source, languages.source) ||
    isMaking(there.text, first.target, second.target, languages.target);
  if (isMade) return [{ sort: 'score', first, second, doubtful: true }];
  if (language(languages.target).figures.scoresTurn !== true || isMixed(figures, translated))
    return [{ sort: 'score', first, second }];
  return ours && scoresIn(figures).length > 1 ? [] : [{ sort: 'score', first, second, doubtful: true }];
}

function isLosing(text: string, one: Relation['first'], other: Relation['first'], locale: string): boolean {
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
  const around = fold(text.slice(Math.max(0, start - BESIDE), end + BESIDE));
  return losingOf(locale).some((word) => holdsWord(around, word));
}

/** "to make it 24-21", 将比分追成21比24: who is named first is told nowhere. */
function isMaking(text: string, one: Relation['first'], other: Relation['first'], locale: string): boolean {
  const start = Math.min(one.start, other.start);
  const before = fold(text.slice(Math.max(0, start - MAKING), start)).trimEnd();
  return makingOf(locale).some((word) => endsWithWord(before, word));
}

const makingOf = remembered((locale: string) => language(locale).figures.making?.split('|') ?? []);

/** As long as such a word may be, in UTF-16 units. */
const MAKING = 24;

const losingOf = remembered((locale: string) => language(locale).figures.losing?.split('|') ?? []);

/** How far from a score it may be said who lost, in UTF-16 units. */
const BESIDE = 90;

/** Of one kind and unit in one of the texts: the other may say the unit once. Months are exchanged with no hours. */
function isLikeEnough(a: Match, b: Match): boolean {
  const alike = (x: Relation['first'], y: Relation['first']) =>
    x.kind === y.kind && (x.unit === y.unit || (x.kind === 'duration' && isLong(x) === isLong(y)));
  return (
    (alike(a.source, b.source) || alike(a.target, b.target)) &&
    isOfOneSize(a, b, 3) &&
    keyOf(a.source) !== keyOf(b.source)
  );
}

function isLong({ unit }: Relation['first']): boolean {
  return unit === 'year' || unit === 'quarter' || unit === 'month';
}

function hasMany({ source }: Passage): boolean {
  return source.some(({ figures }) => figures.length > 1);
}

function hasRanges({ source }: Passage): boolean {
  return source.some(({ figures }) => figures.some(({ value, kind }) => typeof value !== 'string' && kind !== 'date'));
}
