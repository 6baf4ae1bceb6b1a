import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { onceFor, remembered } from '../../text/remembered.ts';
import { fold } from '../fold.ts';
import { endsWithWord, startsWithWord } from '../sentences.ts';
import { order } from '../value.ts';
import { agreement, keyOf, numberOf } from './agree.ts';

/** Two figures of which the words between them say which is which. */
export interface Relation {
  /**
   * `change`: from the first to the second; `part`: the first is part of the second; `date`: a value and its date, or
   * the other figure that it stands with.
   */
  readonly sort: 'change' | 'part' | 'date';
  readonly first: Figure;
  readonly second: Figure;
  /** The words do not stand right beside both: to be held against the other text, and worth nothing alone. */
  readonly far?: true;
}

/** The words that say so; see `FigureWords`. */
interface Words {
  readonly from: readonly string[];
  readonly rangeOnly: readonly string[];
  readonly to: readonly string[];
  readonly fromAfter: readonly string[];
  readonly toAfter: readonly string[];
  readonly parts: readonly string[];
  readonly including: readonly string[];
  readonly partOf: readonly string[];
  readonly against: readonly string[];
  readonly wholeEnds: readonly string[];
}

const wordsOf = remembered(readWords);

function readWords(locale: string): Words {
  const { from, to, fromTo, rangeOnly, fromAfter, toAfter, parts, partOf, against, including, wholeEnds } =
    language(locale).figures;
  const list = (...lists: (string | undefined)[]) => lists.flatMap((text) => (text ? text.split('|').map(fold) : []));
  return {
    from: list(from),
    rangeOnly: list(rangeOnly),
    to: list(to, fromTo),
    fromAfter: list(fromAfter),
    toAfter: list(toAfter),
    parts: list(parts),
    including: list(including),
    partOf: list(partOf),
    against: list(against),
    wholeEnds: list(wholeEnds),
  };
}

/** What the words of a block say of its figures, in the order of the text; a source is asked with every translation of it. */
export const relations = onceFor(readRelations);

function readRelations(block: Block, locale: string): readonly Relation[] {
  const words = wordsOf(locale);
  const folded = fold(block.text);
  const found: Relation[] = [];
  let here = NONE;
  for (const [i, figure] of block.figures.entries()) {
    const before = here;
    here = dated(block, i, folded);
    if (!RELATED.has(figure.kind)) continue;
    const change = rangeOf(figure, folded, words) ?? pairWith(figure, block, i, folded, words);
    if (change) found.push(change);
    const part = partOfEarlier(block, i, folded, words);
    if (part) found.push(part);
    found.push(...(before[0]?.first === figure ? before : here[0]?.first === figure ? here : NONE));
  }
  return found;
}

const RELATED = new Set([
  'number',
  'money',
  'percent',
  'percentage-point',
  'quantity',
  'duration',
  'ordinal',
  'multiple',
]);

/** "from 40 to 50 million" is one figure with two ends. */
function rangeOf(figure: Figure, folded: string, { from, rangeOnly }: Words): Relation | undefined {
  if (typeof figure.value === 'string' || !isBehind(figure, folded, from) || isBehind(figure, folded, rangeOnly))
    return undefined;
  const { from: low, to: high } = figure.value;
  return { sort: 'change', first: { ...figure, value: low }, second: { ...figure, value: high } };
}

/** The relation to the next figure of the same kind and unit in the same sentence; dates may stand between. */
function pairWith(first: Figure, { figures }: Block, i: number, folded: string, words: Words): Relation | undefined {
  if (first.soft) return undefined;
  // с нынешних 19 до 28 %
  const isEnd = (other: Figure) => isLedFar(first, folded, words.from) && isBehind(other, folded, words.to);
  const second = figures
    .slice(i + 1, i + 4)
    .find((other) => !isWhen(first, other) && (!isHow(first, other) || isEnd(other)));
  if (!second || !isAlike(first, second) || second.soft) return undefined;
  const between = folded.slice(first.end, second.start);
  if (between.length > REACH || endsSentence(between)) return undefined;
  const near = figures.slice(Math.max(0, i - 1), i + 4);
  if (isBehind(first, folded, words.rangeOnly)) return undefined;
  // frente a, по сравнению с: they may end with a word of the other kind.
  if (isBehind(second, folded, words.against)) return { sort: 'change', first: second, second: first };
  const isFrom = (figure: Figure) => isLed(figure, near, folded, words.from);
  const isTo = (figure: Figure) => isLed(figure, near, folded, words.to);
  if (isTo(second) && (isFrom(first) || isLedFar(first, folded, words.from))) return { sort: 'change', first, second };
  if (isFrom(second) && isTo(first)) return { sort: 'change', first: second, second: first };
  if (isBefore(first, folded, words.fromAfter) && isBefore(second, folded, words.toAfter))
    return { sort: 'change', first, second };
  const bare = between.replace(/[\s,，、:：]+$/, '');
  const far = first.kind === second.kind && first.unit === second.unit ? undefined : { far: true as const };
  if (words.parts.some((word) => endsWithWord(bare, word)))
    return { sort: 'part', first: second, second: first, ...far };
  const behind = folded.slice(second.end, second.end + LEAD).trimStart();
  // «40 % от тях условно, за 3200»: right behind a figure, the word tells of what that is a part.
  const isOwn = words.parts.some((word) => startsWithWord(bare.trimStart(), word));
  if (!isOwn && words.parts.some((word) => isPartWord(word) && (bare.includes(word) || startsWithWord(behind, word))))
    return { sort: 'part', first: second, second: first, far: true };
  // 94 mağazasının 28'i
  if (/^['’]?\p{L}+$/u.test(bare.trimStart()) && words.wholeEnds.some((ending) => bare.endsWith(ending)))
    return { sort: 'part', first: second, second: first, ...far };
  if (words.partOf.some((word) => saysPart(bare, word))) return { sort: 'part', first, second, ...far };
  if (opens(first, folded, words.partOf)) return { sort: 'part', first: second, second: first, far: true };
  return undefined;
}

/** "533 million users in 106 countries, including 32 million": of the figures before, the next that is larger is the whole. */
function partOfEarlier({ figures }: Block, i: number, folded: string, { including }: Words): Relation | undefined {
  const part = figures[i];
  if (!part || part.soft || !isBehind(part, folded, including)) return undefined;
  const before = figures
    .slice(Math.max(0, i - 3), i)
    .reverse()
    .filter((other) => !other.soft && other.kind !== 'date' && isAlike(part, other))
    .filter((other) => part.start - other.end <= REACH && !endsSentence(folded.slice(other.end, part.start)));
  const whole = before.find((other) => isLarger(other, part)) ?? before[0];
  return whole && { sort: 'part', first: part, second: whole };
}

function isLarger(a: Figure, b: Figure): boolean {
  const [x, y] = [numberOf(a), numberOf(b)];
  return x !== undefined && y !== undefined && order(x, y) >= 0;
}

/** Between the two may stand when: "earned $412 million in the three months through July, up from $365 million". */
function isWhen(first: Figure, { kind }: Figure): boolean {
  return kind === 'date' || (kind === 'duration' && first.kind === 'money');
}

/** Between the two ends of a change may stand how much it is: "doubled to 8 from 4", 从1750万增至四倍，达到7000万. */
function isHow(first: Figure, { kind }: Figure): boolean {
  return kind !== first.kind && (kind === 'multiple' || kind === 'percent' || kind === 'fraction');
}

/** "from 54 days to 19": the unit may be said once. */
function isAlike(a: Figure, b: Figure): boolean {
  return (a.kind === b.kind && a.unit === b.unit) || isBare(a) !== isBare(b);
}

function isBare({ kind, unit }: Figure): boolean {
  return kind === 'number' && unit === null;
}

/** "of which", 其中, 中，: words for a part and nothing else, wherever they stand. */
function isPartWord(word: string): boolean {
  return word.includes(' ') || /^\p{sc=Han}(?:\p{sc=Han}|[,，]$)/u.test(word);
}

/** "Of the 86 complaints, 29 were upheld": a whole that begins its clause. */
function opens(figure: Figure, folded: string, words: readonly string[]): boolean {
  const before = folded.slice(Math.max(0, figure.start - LEAD), figure.start).trimEnd();
  return words.some(
    (word) => endsWithWord(before, word) && /(?:^|[.;!?—])\s*$/.test(before.slice(0, before.length - word.length)),
  );
}

/** "17 of 52", "24 of China's 31", and longer words wherever they stand before the whole. */
function saysPart(between: string, word: string): boolean {
  const text = between.trimStart();
  return (
    (text.length <= LEAD && startsWithWord(text, word)) ||
    ((word.includes(' ') || isPartWord(word)) && endsWithWord(text, word))
  );
}

/** How far from each other two related figures may stand, in UTF-16 units. */
const REACH = 80;

function endsSentence(text: string): boolean {
  return /[。！？；;!?]|\.\s+(?=\p{L})/u.test(text);
}

/** Does one of the words lead the figure? A preposition that is a bound too stands within its text: до 50 млн. */
function isBehind(figure: Figure, folded: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const before = folded.slice(Math.max(0, figure.start - LEAD), figure.start).trimEnd();
  const own = folded.slice(figure.start, figure.end);
  // примерно с 225 тыс.
  const lead = own.slice(0, Math.max(0, own.search(/\p{Nd}/u))).trimEnd();
  const isWithin = (word: string) =>
    (startsWithWord(own, word) && own.length > word.length) || endsWithWord(lead, word);
  return words.some((word) => endsWithWord(before, word) || isWithin(word));
}

const LEAD = 24;

/** с нынешних 19 до 28 %: where the other end is led at once, one word may stand before the number. */
function isLedFar({ start }: Figure, folded: string, words: readonly string[]): boolean {
  const behind = folded.slice(Math.max(0, start - LEAD), start);
  // Only the last word is looked at: from every letter on, the search would begin again.
  const last = behind.endsWith(' ') ? behind.lastIndexOf(' ', behind.length - 2) + 1 : behind.length;
  const before = (behind.slice(0, last) + behind.slice(last, -1).replace(/\p{L}{3,}$/u, '')).trimEnd();
  return words.some((word) => endsWithWord(before, word));
}

/** A date may stand between (从4月的4.6%), and what is counted where nothing parts words: 从每10万例活产138例. */
function isLed(figure: Figure, figures: readonly Figure[], folded: string, words: readonly string[]): boolean {
  if (isBehind(figure, folded, words)) return true;
  const date = figures.find(({ end }) => end <= figure.start && figure.start - end <= 2);
  if (date?.kind === 'date' && isBehind(date, folded, words)) return true;
  const before = folded.slice(Math.max(0, figure.start - PHRASE), figure.start);
  return words.some((word) => {
    const at = before.lastIndexOf(word);
    return at >= 0 && /\p{sc=Han}/u.test(word) && !/[\s,，、。；;:：]/.test(before.slice(at));
  });
}

/** How far before its figure a preposition may stand in a script without spaces. */
const PHRASE = 14;

/** Particles and endings behind a figure may stand within its text: 2,1 milyondan. */
function isBefore(figure: Figure, folded: string, endings: readonly string[]): boolean {
  const own = folded.slice(figure.start, figure.end);
  const behind = folded.slice(figure.end, figure.end + LEAD).replace(/^[\s'’-]+/, '');
  return endings.some((ending) => startsWithWord(behind, ending) || (own.endsWith(ending) && /\p{L}$/u.test(own)));
}

/** "28.1 in 1970 and 38.8 in 2021", "€250 up to 1,500 km and €600 over 3,500 km": two and two stand with each other. */
function dated({ figures }: Block, from: number, folded: string): readonly Relation[] {
  if (!hasTwoAndTwo(figures, from)) return NONE;
  // One of another kind may stand between them.
  const near = figures.slice(from, from + 5);
  const own = near.filter((figure) => near.some((other) => other !== figure && isOfSort(other, figure)));
  // "helped by two errors, three in the fifth and two in the seventh": of five in turn, which stand together is open.
  if ([figures[from - 1], own[4]].some((fifth, n) => fifth && isLike(fifth, own[n === 0 ? 1 : 2]))) return NONE;
  const told = alternating(own);
  return told.length > 0 && endsSentence(folded.slice(own[0]?.end, own[3]?.start)) ? NONE : told;
}

/** Of five figures, has one that is two further on its like, and the next one too? Few have. */
function hasTwoAndTwo(figures: readonly Figure[], from: number): boolean {
  let likes = 0;
  for (let i = from; i < from + 3; i += 1) {
    const figure = figures[i];
    if (figure && (isLike(figure, figures[i + 2]) || isLike(figure, figures[i + 3]))) likes += 1;
  }
  return likes > 1;
}

function isLike(figure: Figure, other: Figure | undefined): boolean {
  return other !== undefined && isOfSort(figure, other);
}

const NONE: readonly Relation[] = [];

function alternating([a, b, c, d]: readonly Figure[]): readonly Relation[] {
  if (!a || !b || !c || !d || !isOfSort(a, c) || !isOfSort(b, d) || isOfSort(a, b)) return NONE;
  if ([a, b, c, d].some(({ value }) => typeof value !== 'string')) return NONE;
  const isLed = !RELATED.has(a.kind) || (b.kind === 'money' && a.kind !== 'money');
  const pairs = isLed ? [[b, a] as const, [d, c] as const] : [[a, b] as const, [c, d] as const];
  return pairs.flatMap(([first, second]) =>
    RELATED.has(first.kind) ? [{ sort: 'date' as const, first, second }] : [],
  );
}

function isOfSort(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.unit === b.unit && !a.soft && !b.soft;
}

/** Do two relations say the same of each other's figures, exchanged? */
export function isReversed(source: Relation, target: Relation): boolean {
  if (source.sort !== target.sort || source.sort === 'date') return false;
  const same = agreement(source.first, target.first) ?? agreement(source.second, target.second);
  if (same !== undefined || keyOf(source.first) === keyOf(source.second)) return false;
  return isSaid(source.first, target.second) && isSaid(source.second, target.first);
}

/** Do two relations say the same? */
export function isRepeated(source: Relation, target: Relation): boolean {
  return source.sort === target.sort && isSaid(source.first, target.first) && isSaid(source.second, target.second);
}

/** The unit may be said once, with the other figure. */
function isSaid(a: Figure, b: Figure): boolean {
  const found = agreement(a, b);
  if (found === 'same' || found === 'loose') return true;
  return (isBare(a) || isBare(b)) && typeof a.value === 'string' && a.value === b.value;
}
