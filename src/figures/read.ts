import type { Bound, FigureKind, ReadFigure } from '../model.ts';
import { type Amount, close, gap, type Reader, readAmount } from './amount.ts';
import { smallerBehind } from './compound.ts';
import { rangeStep, readDated } from './dated.ts';
import { fold } from './fold.ts';
import { type Head, isBoundOnly, isNear, isPlain, reaches, readHead, startOf } from './head.ts';
import { lexicon } from './lexicon.ts';
import { labelOf, readAge, readNumbered } from './numbered.ts';
import { exactly, type Read } from './said.ts';
import { scan } from './scan.ts';
import { readTail, type Tail } from './tail.ts';
import { readTime } from './times.ts';
import { isWritten } from './token.ts';
import { add, type Exact, equal, format, multiply, negate, ONE, order, scaleBy } from './value.ts';

/**
 * The figures that a text says, in the order of the text; they never overlap. One pass, linear in the text.
 * `locale` is a BCP 47 tag; offsets are UTF-16 units of `text`.
 */
export function readFigures(text: string, locale: string): readonly ReadFigure[] {
  const words = lexicon(locale);
  const folded = fold(text);
  const reader: Reader = { text, folded, tokens: scan(folded, text, words), lexicon: words };
  const figures: ReadFigure[] = [];
  let at = 0;
  while (at < reader.tokens.length) {
    const read = begins(reader, at) ? readAt(reader, at) : undefined;
    if (read) figures.push(toFigure(reader, read));
    at = read ? Math.max(read.to, at + 1) : at + 1;
  }
  return figures;
}

/** How far apart a word and what it leads may stand, in UTF-16 units: a hyphen between spaces, the reach of 至少. */
const REACH = 6;

/** Most words begin no figure; they are told at once. */
function begins({ tokens }: Reader, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.lex.begins === 'itself' || isWritten(token)) return true;
  const next = token.lex.begins === undefined ? undefined : tokens[at + 1];
  return next !== undefined && (next.lead ?? next.start) - token.end <= REACH;
}

function toFigure(reader: Reader, read: Read): ReadFigure {
  const start = reader.tokens[read.from]?.start ?? 0;
  const end = reader.tokens[read.to - 1]?.end ?? start;
  const { kind, value, unit, bound, direction, adds } = read;
  const figure = {
    kind,
    value,
    unit,
    bound,
    soft: read.soft ?? false,
    start,
    end,
    text: reader.text.slice(start, end),
  };
  const nearby = bound === 'exact' ? (read.nearby ?? boundNear(reader, read)) : undefined;
  const nearly = bound === 'about' && reader.tokens.slice(read.from, read.to).some(({ lex }) => lex.nearly);
  return {
    ...figure,
    ...(nearly && { nearly }),
    ...(direction && { direction }),
    ...(adds && { adds }),
    ...(nearby && { nearby }),
  };
}

function readAt(reader: Reader, at: number): Read | undefined {
  const label = labelOf(reader, at);
  if (label) return label === 'label' ? undefined : readNumbered(reader, at);
  const head = readHead(reader, at);
  return (
    readAge(reader, at) ??
    readTime(reader, at) ??
    (head.to > at && (isPlain(head) || isBoundOnly(head)) ? readTime(reader, head.to) : undefined) ??
    readDated(reader, at) ??
    (isPlain(head) ? readDated(reader, head.to, head.opened) : undefined) ??
    (isBoundOnly(head) ? readBoundedDate(reader, head) : undefined) ??
    readMeasured(reader, head) ??
    readDated(reader, head.to, head.opened) ??
    readWord(reader, head)
  );
}

/** "around 21 February", "more than in 2024": the bound is none of the date's; "over 2022" is no date. */
function readBoundedDate(reader: Reader, head: Head): Read | undefined {
  const date = readDated(reader, head.to, head.opened);
  if (!date || typeof date.value !== 'string') return date;
  return /^(\d{4}|-)-\d/.test(date.value) || (head.filled && /^\d{4}$/.test(date.value)) ? date : undefined;
}

/** A number with all that stands around it. */
function readMeasured(reader: Reader, head: Head): Read | undefined {
  const first = readAmount(reader, head.to);
  if (!first || (head.to > head.from && !reaches(reader, head.to))) return undefined;
  const range = readRange(reader, head, first);
  if (range) return range;
  const tail = readTail(reader, first, head);
  if (
    first.bare &&
    !isWhole(reader, first) &&
    !tail.marked &&
    !head.ordinal &&
    !head.percent &&
    !head.currency &&
    !head.minus
  )
    return undefined;
  return measured(reader, head, first, tail);
}

/** A numeral that is all of a heading or cell is a number without a classifier too. */
function isWhole(reader: Reader, { from, to }: Amount): boolean {
  const text = reader.folded.trim();
  return text === reader.folded.slice(reader.tokens[from]?.start, reader.tokens[to - 1]?.end);
}

function measured(reader: Reader, head: Head, amount: Amount, tail: Tail): Read | undefined {
  const kind = kindOf(head, amount, tail);
  const raw = multiply(tail.plus ? add(amount.value, tail.plus) : amount.value, tail.factor);
  const smaller = tail.unit && !tail.bound ? smallerBehind(reader, tail.to, tail.unit, raw) : undefined;
  const whole = smaller?.value ?? raw;
  const value = head.minus ? negate(whole) : whole;
  const unit = head.currency ?? (kind === 'ordinal' ? null : (smaller?.unit ?? tail.unit ?? null));
  const said = boundOf(head, kind);
  const bound = said.bound === 'exact' ? (tail.bound ?? 'exact') : said.bound;
  const soft = isSoft(kind, amount, tail, head, value);
  const from = startOf(reader, head);
  const to = smaller?.to ?? tail.to;
  const direction = directionNear(reader, from, to);
  const nearby = bound === 'exact' ? said.nearby : undefined;
  const read = { kind, value: format(value), unit, bound, soft, from, to };
  const adds = kind === 'multiple' && direction === 'up' && reader.lexicon.timesAdd;
  return { ...read, ...(direction && { direction }), ...(adds && { adds }), ...(nearby && { nearby }) };
}

/** "over three years" may be for as long or for longer; "higher than in the first round" bounds no ordinal. */
function boundOf(head: Head, kind: FigureKind): { bound: Bound; nearby?: Bound } {
  if (kind === 'ordinal' && head.filled) return { bound: 'exact' };
  return kind === 'duration' && head.during ? { bound: 'exact', nearby: head.bound } : { bound: head.bound };
}

function kindOf(head: Head, amount: Amount, tail: Tail): FigureKind {
  if (head.currency) return 'money';
  if (head.percent) return tail.kind === 'percentage-point' ? 'percentage-point' : 'percent';
  if (head.ordinal) return 'ordinal';
  if (tail.kind) return tail.kind;
  return amount.fraction ? 'fraction' : 'number';
}

/** One, first and their like say little; a unit, a bound or digits make them figures in full. */
function isSoft(kind: FigureKind, amount: Amount, tail: Tail, head: Head, value: Exact): boolean {
  if (!amount.words || amount.scale > 0 || !equal(value, ONE)) return false;
  // "a week" is one week said without a number.
  if (kind === 'duration') return true;
  return (kind === 'number' || kind === 'ordinal') && !tail.bound && head.bound === 'exact';
}

/** 20–25%, 2.1 to 2.4 billion yuan: scale and unit are shared where only the end says them. */
function readRange(reader: Reader, head: Head, first: Amount): Read | undefined {
  const tail = readTail(reader, first, head);
  const after = rangeStep(reader, tail.to, head.opened);
  // entre el 20 y el 30 %
  const step = after !== undefined && reader.tokens[after]?.lex.article && close(reader, after + 1) ? after + 1 : after;
  if (step === undefined || tail.kind === 'ordinal') return undefined;
  const inner = readHead(reader, step);
  const second = inner.bound === 'exact' && !inner.ordinal ? readAmount(reader, inner.to) : undefined;
  if (!second || (inner.to > step && gap(reader, inner.to) === 'more')) return undefined;
  const end = readTail(reader, second, head.currency ? head : inner);
  const shared = first.scale === 0 && second.scale > 0 && order(first.value, scaleBy(second.value, -second.scale)) < 0;
  const from = multiply(shared ? scaleBy(first.value, second.scale) : first.value, end.factor);
  const to = multiply(second.value, end.factor);
  // "by 0.3 points to 4.1 percent", "a quarter by 2030": not two ends of one thing.
  const likes = (tail.kind === undefined || tail.kind === end.kind) && (!first.fraction || second.fraction || end.kind);
  const agree =
    tail.unit === undefined || tail.unit === end.unit || (head.currency !== undefined && end.unit === undefined);
  if (order(from, to) >= 0 || !agree || !likes || (tail.bound && !head.opened)) return undefined;
  const kind = kindOf({ ...head, percent: head.percent || inner.percent }, second, end);
  const unit = head.currency ?? end.unit ?? null;
  const bound = head.bound;
  return { kind, value: { from: format(from), to: format(to) }, unit, bound, from: startOf(reader, head), to: end.to };
}

/** How far a bound may stand from its figure, with a verb or a noun between: 至少造成5900人死亡, two people or more. */
const BEFORE = 40;
const BEHIND = 20;

function boundNear(reader: Reader, { from, to }: Read): Bound | undefined {
  const start = reader.tokens[from]?.start ?? 0;
  for (let i = from - 1; i >= Math.max(0, from - 4); i -= 1) {
    const token = reader.tokens[i];
    if (!token || start - token.end > BEFORE || /[.;:!?。；：！？]/.test(reader.folded.slice(token.end, start))) break;
    if (token.lex.before) return token.lex.before;
    if (token.digits) break;
  }
  const end = reader.tokens[to - 1]?.end ?? 0;
  for (let i = to; i < to + 4; i += 1) {
    const token = reader.tokens[i];
    if (!token || token.start - end > BEHIND || /[.;:!?。；：！？]/.test(reader.folded.slice(end, token.start))) break;
    if (token.lex.after) return token.lex.after;
    if (token.digits) break;
  }
  return undefined;
}

/** Words that are a figure by themselves: fortieth, doubled, both. */
function readWord(reader: Reader, head: Head): Read | undefined {
  const lex = reader.tokens[head.to]?.lex;
  if (!lex || (head.to > head.from && !close(reader, head.to))) return undefined;
  const span = { from: startOf(reader, head), to: head.to + 1, bound: head.bound };
  if (lex.counted) {
    const [unit = '', value = '1'] = lex.counted.split('*');
    return { ...exactly('duration', value), unit, soft: true, ...span };
  }
  if (lex.multiple) return { ...exactly('multiple', format(lex.multiple)), ...span };
  if (lex.ordinal && lex.month === undefined) {
    const { bound } = boundOf(head, 'ordinal');
    const from = head.filled ? head.to : span.from;
    return { ...exactly('ordinal', format(lex.ordinal)), soft: equal(lex.ordinal, ONE), ...span, bound, from };
  }
  return lex.soft ? { ...exactly('number', format(lex.soft)), soft: true, ...span } : undefined;
}

function directionNear(reader: Reader, from: number, to: number): 'up' | 'down' | undefined {
  const before = reader.tokens[from - 1];
  const start = reader.tokens[from]?.start ?? 0;
  if (before?.lex.direction && isNear(reader, before.end, start)) return before.lex.direction;
  const beforeThat = reader.tokens[from - 2];
  if (beforeThat?.lex.direction && !before?.digits && isNear(reader, beforeThat.end, start))
    return beforeThat.lex.direction;
  const after = reader.tokens[to];
  const end = reader.tokens[to - 1]?.end ?? 0;
  return after?.lex.direction && isNear(reader, end, after.start) ? after.lex.direction : undefined;
}
