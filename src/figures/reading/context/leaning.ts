import type { ReadFigure } from '../../../model.ts';
import { order, parseExact } from '../../value.ts';
import { close, previous, type Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import { BREAK, changeBeside, directionToken, isCollected } from './near.ts';

/** A figure with the tokens that it was read from. */
export interface Told {
  readonly read: Read;
  readonly figure: ReadFigure;
}

/** How far a clause is followed from a word of rise or fall, in UTF-16 units, so that reading stays linear. */
const CLAUSE = 160;

/** What may rise or fall: no date, time, rank or span of time. */
const CHANGES: ReadonlySet<string> = new Set([
  'number',
  'money',
  'percent',
  'percentage-point',
  'quantity',
  'multiple',
  'fraction',
]);

/**
 * Where a date, an adverb or the subject stands between verb and figure («Die Ausfuhren sanken im dritten Quartal um
 * 3,2 %»), the figure leans to the last word of rise or fall of its clause that no other figure has.
 */
export function withLeanings(reader: Reader, told: readonly Told[]): readonly ReadFigure[] {
  // Most texts have no figure.
  if (told.length === 0) return [];
  const figures = told.map((one, n) => reached(reader, one, compared(reader, one, previous(told, n)?.read.to ?? 0)));
  const words = unclaimed(reader, told, claimsOf(reader, told));
  for (const [n, word] of words.entries()) {
    const clause = clauseOf(reader, word.at);
    // "cut its growth forecast by …"
    const before = previous(words, n);
    if (before && before.at >= clause[0] && before.direction !== word.direction) continue;
    const taker =
      takerOf(
        told,
        word,
        closedBy(reader, word, clause),
        words[n + 1]?.at ?? Number.POSITIVE_INFINITY,
        reader.lexicon.verbLast,
      ) ?? takerBehind(reader, told, clause[1]);
    // What another figure may claim is a change of this one only by how much.
    if (word.claimed && !isBy(reader, told[taker ?? -1])) continue;
    const figure = taker === undefined ? undefined : figures[taker];
    if (taker === undefined || !figure || figure.direction || figure.leaning || isHalved(figure)) continue;
    // "reduced it 26% more"
    if (besideOf(reader, told[taker])) continue;
    // "a lower center of gravity and twice as many cameras"
    if (figure.kind === 'multiple' && previous(reader.tokens, told[taker]?.read.from ?? 0)?.lex.and) continue;
    const around = reader.tokens.slice(...clause);
    // What did not rise may have fallen or stood still.
    if (around.some(({ lex }) => lex.negation)) continue;
    const alone = around.filter(({ lex }) => lex.direction).length === 1;
    figures[taker] = { ...figure, leaning: { towards: word.direction, alone } };
  }
  return withEnds(reader, told, figures);
}

/** "who light up daily has halved": what says itself that it falls leans to nothing else. */
function isHalved({ kind, value }: ReadFigure): boolean {
  return kind === 'multiple' && typeof value === 'string' && value.startsWith('0.');
}

/** упал с 0,78 до 0,72: what fell from the one fell to the other. */
function withEnds({ tokens }: Reader, told: readonly Told[], figures: readonly ReadFigure[]): readonly ReadFigure[] {
  return figures.map((figure, n) => {
    const [before, here] = [previous(told, n), told[n]];
    const direction = previous(figures, n)?.direction;
    if (!before || !here || !direction || figure.direction || figure.leaning || !takes(here)) return figure;
    if (contradicts(direction, figures[n - 1], figure)) return figure;
    const isFrom = previous(tokens, before.read.from)?.lex.from === true;
    const lead = tokens[here.read.from]?.lex.level ? here.read.from : here.read.from - 1;
    const { level, to, fromTo } = tokens[lead]?.lex ?? {};
    return isFrom && lead === before.read.to && (level || to || fromTo) ? { ...figure, direction } : figure;
  });
}

/** "cut its forecast for growth from 2.1 to 1.9%": what grew came to no less. */
function contradicts(direction: 'up' | 'down', first: ReadFigure | undefined, last: ReadFigure): boolean {
  if (typeof first?.value !== 'string' || typeof last.value !== 'string' || !CHANGES.has(last.kind)) return false;
  return order(parseExact(last.value), parseExact(first.value)) === (direction === 'up' ? -1 : 1);
}

/** вырос на 10 %, до 5 млн: behind a word of rise or fall, what bounds elsewhere says what it came to. */
function reached({ tokens, folded }: Reader, { read }: Told, figure: ReadFigure): ReadFigure {
  const here = tokens[read.from];
  if (!here?.lex.level || figure.bound === 'exact') return figure;
  for (let i = read.from - 1; i >= 0 && here.start - (tokens[i]?.end ?? 0) <= CLAUSE; i -= 1) {
    const token = tokens[i];
    if (!token || STOP.test(folded.slice(token.end, tokens[i + 1]?.start))) break;
    if ((token.lex.direction ?? token.lex.multiple) && !token.lex.before)
      return { ...figure, bound: 'exact', nearby: figure.bound };
  }
  return figure;
}

/** What ends a sentence, or a part of it that says something else. */
const STOP = /[.;:!?]/;

function besideOf(reader: Reader, told: Told | undefined): 'up' | 'down' | undefined {
  return told && changeBeside(reader, told.read.from, told.read.to);
}

/** "45,000 fewer than a year earlier" is a fall, but "reduced it 26% more" is no rise. */
function compared(reader: Reader, { read, figure }: Told, after: number): ReadFigure {
  const change = figure.direction || figure.soft ? undefined : changeBeside(reader, read.from, read.to);
  if (!change || !(CHANGES.has(figure.kind) || figure.kind === 'duration')) return figure;
  // "65 metres below the surface": where something lies, and no change.
  if (PLACED.has(figure.unit ?? '') && reader.tokens[read.to]?.lex.before) return figure;
  // "took $31.5m over the weekend"
  if (figure.kind === 'money' && reader.tokens[read.to]?.lex.during) return figure;
  const [start, end] = clauseOf(reader, read.from);
  const clause = reader.tokens.slice(Math.max(start, after), end);
  const isOther = clause.some(({ lex }) => lex.direction && !lex.before && lex.direction !== change);
  return isOther ? figure : { ...figure, direction: change };
}

const PLACED: ReadonlySet<string> = new Set(['meter', 'kilometer', 'centimeter', 'foot', 'inch', 'mile', 'yard']);

/**
 * बढ़ा दी है और …: where verbs stand last, the clause of one ends before the "and" behind it and what goes with it, so that
 * no figure of the next is its.
 */
function closedBy(
  { tokens, folded, lexicon }: Reader,
  { at }: Word,
  [start, end]: readonly [number, number],
): readonly [number, number] {
  if (!lexicon.verbLast) return [start, end];
  const from = tokens[at]?.end ?? 0;
  const [, verb, ...rest] = folded.slice(from, from + VERB).split(' ');
  const and = verb === lexicon.conjunction ? 0 : rest.slice(0, -1).indexOf(lexicon.conjunction);
  if (and < 0 || and > 1) return [start, end];
  return [start, at + 1];
}

/** As long as what goes with a verb may be, with the "and" behind it, in UTF-16 units. */
const VERB = 24;

/** The figure of the clause that a word belongs to: the next one behind it, or else the last one before a verb at the end. */
function takerOf(
  told: readonly Told[],
  { next }: Word,
  [start, end]: readonly [number, number],
  nextWord: number,
  verbLast: boolean,
): number | undefined {
  for (let i = next; (told[i]?.read.from ?? end) < end; i += 1) {
    if (takes(told[i])) return (told[i]?.read.from ?? 0) < nextWord ? i : undefined;
  }
  if (!verbLast) return undefined;
  for (let i = next - 1; (told[i]?.read.from ?? -1) >= start; i -= 1) if (takes(told[i])) return i;
  return undefined;
}

/** "rose for the first time in two decades, by an estimated 70 million": how much may be said behind a comma. */
function takerBehind({ tokens, folded }: Reader, told: readonly Told[], end: number): number | undefined {
  const by = tokens[end];
  if (!by?.lex.by || !/,\s*$/.test(folded.slice(tokens[end - 1]?.end, by.start))) return undefined;
  const next = told.findIndex(({ read }) => read.from >= end);
  const one = told[next];
  return one && takes(one) && one.figure.start - by.start <= MEASURE ? next : undefined;
}

/** "… by 0.4 percentage points" */
function isBy(reader: Reader, told: Told | undefined): boolean {
  return (
    told !== undefined && close(reader, told.read.from) && previous(reader.tokens, told.read.from)?.lex.by === true
  );
}

/** How far behind its preposition a figure may stand, in UTF-16 units. */
const MEASURE = 20;

interface Word {
  readonly at: number;
  readonly direction: 'up' | 'down';
  /** Index of the first figure behind it. */
  readonly next: number;
  /** It stands right behind another figure and may belong to that: "5.25% but cut its growth forecast by 0.4%". */
  readonly claimed: boolean;
}

/** Words of rise and fall that are neither within a figure nor lead one that has them. */
function unclaimed(reader: Reader, told: readonly Told[], claims: Claims): readonly Word[] {
  const { tokens } = reader;
  const words: Word[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const lex = tokens[at]?.lex;
    if (!lex?.direction || lex.before || isCollected(reader, at)) continue;
    while ((told[next]?.read.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const isWithin = at >= (told[next]?.read.from ?? Number.POSITIVE_INFINITY);
    const claim = claims?.get(at);
    if (isWithin || (claim !== undefined && claim > at)) continue;
    words.push({ at, direction: lex.direction, next, claimed: claim !== undefined });
  }
  return words;
}

/** Where a word stands → where the figure begins that has it; none in most texts. */
type Claims = ReadonlyMap<number, number> | undefined;

/** Where the words stand that lead a figure or follow it at once, and where that figure begins. */
function claimsOf(reader: Reader, told: readonly Told[]): Claims {
  let claims: Map<number, number> | undefined;
  for (const one of told) {
    const { from, to, direction } = one.read;
    const at = direction && takes(one) ? directionToken(reader, from, to) : undefined;
    if (at === undefined) continue;
    claims ??= new Map();
    claims.set(at, from);
  }
  return claims;
}

function takes(told: Told | undefined): boolean {
  return told !== undefined && CHANGES.has(told.figure.kind) && !told.figure.soft;
}

/** The tokens of the clause around one: from … to …, exclusive. */
function clauseOf({ tokens, folded }: Reader, at: number): readonly [number, number] {
  const here = tokens[at];
  if (!here) return [at, at];
  const parts = (i: number) => BREAK.test(folded.slice(previous(tokens, i)?.end ?? 0, tokens[i]?.start ?? 0));
  let start = at;
  while (start > 0 && here.start - (previous(tokens, start)?.start ?? 0) <= CLAUSE && !parts(start)) start -= 1;
  let end = at + 1;
  while (end < tokens.length && (tokens[end]?.start ?? 0) - here.end <= CLAUSE && !parts(end)) end += 1;
  return [start, end];
}
