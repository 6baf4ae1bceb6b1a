import { add, divide, type Exact, equal, exact, format, multiply, negate, ONE, order, scaleBy } from '../../value.ts';
import { rangeStep } from '../dates/dated.ts';
import { readAmount } from '../numbers/amount.ts';
import { countOf } from '../numbers/compound.ts';
import { type Amount, close, gap, previous, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { DURATIONS } from '../words/lexeme.ts';
import { type Head, isArticle, readHead, startOf } from './head.ts';
import { directionNear } from './near.ts';
import { kindOf, readTail, type Tail } from './tail.ts';

/** One end of a range. */
interface End {
  readonly head: Head;
  readonly amount: Amount;
  readonly tail: Tail;
}

/** 20–25%, 2.1 to 2.4 billion yuan, −5 to +3 °C, six months to three years: what `first` begins. */
export function readRange(reader: Reader, first: End): Read | undefined {
  const { head, amount } = first;
  if (isChain(reader, amount.from)) return undefined;
  const parts = partsOf(reader, first) ?? sharesOf(reader, first);
  if (parts) return parts;
  const listed = listedStep(reader, amount);
  const step = listed ?? rangeStep(reader, first.tail.to, head.opened);
  if (step === undefined || first.tail.kind === 'ordinal' || (first.tail.bound && !head.opened)) return undefined;
  const last = endAt(reader, step, head);
  const isChoice = isOr(reader, first.tail.to, step);
  const factor = last ? sharedFactor(reader, amount, last.amount) : ONE;
  if (isChoice && !(last && isNext(amount, last.amount, factor))) return undefined;
  const tail = last && sharedTail(first, last);
  if (!last || !tail || hasMinutes(reader, last.tail)) return undefined;
  if (isEach(reader, amount, last.amount)) {
    const value = format(endValue(last, last.amount, tail));
    const unit = head.currency ?? tail.unit ?? null;
    return {
      ...exactly(kindOf(head, last.amount, tail), value),
      unit,
      bound: head.bound,
      from: startOf(reader, head),
      to: last.tail.to,
    };
  }
  const fallen = fallingStart(reader, first, last, tail);
  if (fallen) return fallen;
  const isDash = last.head.to === last.head.from && isSign(reader, first.tail.to, step);
  const ends = inOrder(
    reader,
    multiply(endValue(first, last.amount, tail), factor),
    endValue(last, last.amount, tail),
    // マイナス10度〜45度: a unit of its own closes what the word says.
    isDash && head.minus && first.tail.kind === undefined && isWord(reader, head),
    isDash,
  );
  if (!ends) return undefined;
  const kind = kindOf({ ...head, percent: head.percent || last.head.percent }, last.amount, tail);
  const [from, to] = [startOf(reader, head), last.tail.to];
  const direction = directionNear(reader, from, to);
  // два-три: few, and other languages say it without numbers.
  const isFew = amount.words && isDash && order(ends[1], exact(10)) < 0;
  const value = { from: format(ends[0]), to: format(ends[1]) };
  return {
    ...exactly(kind, value),
    unit: head.currency ?? tail.unit ?? null,
    // "onder 15- tot 24-jarigen": what has two ends is neither over nor under.
    bound: isOutside(head) ? 'exact' : head.bound,
    nearby: isOutside(head) ? head.bound : undefined,
    // "two or three" is said of a few.
    soft: listed !== undefined || (isChoice && amount.words) || isFew || undefined,
    direction,
    from,
    to,
  };
}

/** de 9 heures à 17 h 30: its end is a time of the day. */
function hasMinutes(reader: Reader, { unit, to }: Tail): boolean {
  return unit === 'hour' && reader.tokens[to]?.plain?.length === 2 && close(reader, to);
}

/** "between a quarter and a half": behind a part, the last word is no half more. */
function partsOf(reader: Reader, { head, amount }: End): Read | undefined {
  const half =
    head.opened && amount.fraction && close(reader, amount.to) ? reader.tokens[amount.to]?.lex.plus : undefined;
  if (!half || order(half, amount.value) <= 0) return undefined;
  const value = { from: format(amount.value), to: format(half) };
  return { ...exactly('fraction', value), from: startOf(reader, head), to: amount.to + 1 };
}

/** "seven or eight out of ten": both are shares of the whole that stands behind the last. */
function sharesOf(reader: Reader, { head, amount, tail }: End): Read | undefined {
  const step =
    amount.words && !amount.fraction && tail.to === amount.to ? rangeStep(reader, amount.to, true) : undefined;
  const many = step === undefined ? undefined : reader.tokens[step]?.lex.number;
  const last = many === undefined || step === undefined ? undefined : readAmount(reader, step);
  if (!last?.fraction || !last.words || many === undefined || amount.scale > 0) return undefined;
  if (last.value.n === 0n || order(amount.value, exact(many)) >= 0) return undefined;
  const one = divide(last.value, exact(many));
  const value = { from: format(multiply(amount.value, one)), to: format(last.value) };
  return { ...exactly('fraction', value), bound: head.bound, from: startOf(reader, head), to: last.to };
}

/** 2、3人: a digit and the very next one with what both count, and none before or behind them, are a few. */
function listedStep({ tokens, folded }: Reader, { from, to, plain }: Amount): number | undefined {
  // The comma is a word of a list in some languages.
  if (plain?.length !== 1 || plain === '0') return undefined;
  const at = /[、,]/.test(folded.charAt(tokens[to]?.start ?? 0)) ? to + 1 : to;
  const [next, counted] = [tokens[at], tokens[at + 1]];
  const [start, end] = [tokens[from]?.start ?? 0, tokens[from]?.end ?? 0];
  if (next?.plain !== String(Number(plain) + 1)) return undefined;
  if (!counted || !isListSign(folded.slice(end, next.start), folded.slice(next.end, counted.start + 1)))
    return undefined;
  const { classifier, unit, scale } = counted.lex;
  const before = previous(tokens, from)?.lex;
  const isLed = before?.ordinalBefore || before?.monthAfter || folded.charAt(start - 1) === '、';
  return isLed || (classifier ?? unit ?? scale) === undefined ? undefined : at;
}

/** 2、3人; where nothing parts words, a comma does the same, and a space may stand before what is counted: 2, 3 年. */
function isListSign(between: string, behind: string): boolean {
  if (between === '、' && behind.length === 1) return true;
  return /^(?:、|, ?|，)$/.test(between) && /^ ?[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]$/u.test(behind);
}

function isOutside({ bound }: Head): boolean {
  return bound === 'over' || bound === 'under';
}

/** Is it "or" that joins the ends? */
function isOr(reader: Reader, at: number, step: number): boolean {
  const lex = step > at ? reader.tokens[at]?.lex : undefined;
  return lex?.or === true && !lex.to && !lex.fromTo;
}

/** "two or three", "2 or 3 million": the very next, in the scale of the last. */
function isNext(first: Amount, last: Amount, factor: Exact): boolean {
  if (!equal(factor, ONE)) return equal(multiply(add(first.value, ONE), factor), last.value);
  const [from, to] = [first, last].map(({ value, scale }) => scaleBy(value, -scale));
  if (first.scale > 0 && first.scale !== last.scale) return false;
  return from !== undefined && to !== undefined && from.d === 1n && equal(add(from, exact(1)), to);
}

/** "two to three hundred", "three or four dozen": what counts both stands behind the last. */
function sharedFactor({ tokens }: Reader, first: Amount, last: Amount): Exact {
  const lex = tokens[last.to - 1]?.lex;
  const count = lex?.group ?? (lex?.scale === 2 && last.to - last.from > 1 ? 100 : undefined);
  if (!count || !first.words || !last.words || first.scale > 0 || last.scale > 2) return ONE;
  const factor = exact(count);
  return first.value.d === 1n &&
    order(first.value, exact(10)) < 0 &&
    order(multiply(first.value, factor), last.value) < 0
    ? factor
    : ONE;
}

/** चार-चार लाख: said twice, it is so much for each. */
function isEach({ tokens, folded }: Reader, first: Amount, last: Amount): boolean {
  const [one, again] = [tokens[first.from], tokens[last.from]];
  if (!one || !again || !first.words || first.to - first.from > 1 || again.start - one.end !== 1) return false;
  return folded.slice(one.start, one.end) === folded.slice(again.start, again.end);
}

/** "from 9 to 1 to 4 to 1": what stands behind a "to" that joined no range begins none. */
function isChain(reader: Reader, at: number): boolean {
  if (!previous(reader.tokens, at)?.lex.to) return false;
  const [number, to, next] = reader.tokens.slice(Math.max(0, at - 2), at + 1);
  if (!to?.lex.to || !close(reader, at) || !close(reader, at - 1)) return false;
  return [number, next].every((token) => token?.plain !== undefined && token.plain.length < 3);
}

/** "fell from 570 to 410 thousand": no range, but the first has the scale and the unit of the last. */
function fallingStart(reader: Reader, { head, amount, tail: own }: End, last: End, shared: Tail): Read | undefined {
  const { scale } = last.amount;
  // «с 30 до 12 центов»: what is no whole unit needs its name.
  const isSmall = !equal(shared.factor, ONE);
  if (!head.opened || amount.scale > 0 || (scale < 3 && !isSmall)) return undefined;
  if (own.kind !== undefined || last.amount.words) return undefined;
  const value = multiply(scaleBy(amount.value, scale), shared.factor);
  if (order(amount.value, exact(1000)) >= 0) return undefined;
  if (order(scaleBy(amount.value, scale), last.amount.value) <= 0) return undefined;
  const [from, to] = [startOf(reader, head), own.to];
  if (!isSmall && directionNear(reader, from, to) !== 'down') return undefined;
  const unit = head.currency ?? shared.unit ?? null;
  return { ...exactly(kindOf(head, last.amount, shared), format(value)), unit, bound: head.bound, from, to };
}

/** Does a word say minus, and no sign, which would be the first end's own? */
function isWord(reader: Reader, { from, to }: Head): boolean {
  const minus = reader.tokens.slice(from, to).find(({ lex }) => lex.minus);
  return minus !== undefined && minus.end - minus.start > 1;
}

/** Is it a dash that joins the ends, and no word? */
function isSign(reader: Reader, at: number, step: number): boolean {
  const token = reader.tokens[at];
  return step === at || (token !== undefined && !/\p{L}/u.test(reader.folded.slice(token.start, token.end)));
}

function endAt(reader: Reader, at: number, first: Head): End | undefined {
  // entre el 20 y el 30 %
  const lex = reader.tokens[at]?.lex;
  const start = lex && isArticle(lex) && close(reader, at + 1) ? at + 1 : at;
  const head = readHead(reader, start);
  if (head.bound !== 'exact' || head.ordinal || (head.to > start && gap(reader, head.to) === 'more')) return undefined;
  const amount = readAmount(reader, head.to);
  // entre las dos y las tres de la tarde
  if (!amount || (start > at && reader.tokens[amount.to]?.lex.dayHalf !== undefined)) return undefined;
  return { head, amount, tail: readTail(reader, amount, first.currency ? first : head) };
}

/**
 * What both ends are measured in, said at one of them or at both; undefined where they are not two ends of one thing:
 * "by 0.3 points to 4.1 percent", "a quarter by 2030".
 */
function sharedTail({ head, amount, tail: first }: End, { amount: last, tail }: End): Tail | undefined {
  if (amount.fraction !== last.fraction) return undefined;
  if (first.kind === undefined) return first.unit === undefined || first.unit === tail.unit ? tail : undefined;
  // de 4 % à 22,9 milliards: by how much, and to what.
  if (tail.kind === undefined && first.kind === 'percent' && last.scale > 0) return undefined;
  // "from 54 days to 19"
  if (tail.kind === undefined && !tail.marked && head.opened) return first;
  if (first.kind !== tail.kind && !(head.currency && tail.kind === undefined)) return undefined;
  if (first.unit === tail.unit || head.currency) return tail;
  const smaller = [first, tail].find(({ unit }, i) => countOf([tail, first][i]?.unit ?? '', unit ?? '') !== undefined);
  return DURATIONS.has(tail.unit ?? '') ? smaller : undefined;
}

/** The value of an end, in the scale of the last where only that has one, in the unit that both share. */
function endValue({ head, amount, tail }: End, last: Amount, shared: Tail): Exact {
  const isShort = amount.scale === 0 && last.scale > 0 && order(amount.value, scaleBy(last.value, -last.scale)) < 0;
  const number = isShort ? scaleBy(amount.value, last.scale) : amount.value;
  const own = tail.kind === undefined ? shared : tail;
  // ba đến sáu năm rưỡi: a half behind the unit is the last one's.
  const value = multiply(tail.plus ? add(number, tail.plus) : number, own.factor);
  const counted = countOf(own.unit ?? '', shared.unit ?? '') ?? exact(1);
  return multiply(head.minus ? negate(value) : value, counted);
}

/** минус 20–25 are both below zero; right-to-left writers may put the larger end first: 20-2019. */
function inOrder(
  reader: Reader,
  from: Exact,
  to: Exact,
  isBelow: boolean,
  isDash: boolean,
): [Exact, Exact] | undefined {
  if (isBelow) return order(negate(to), from) < 0 ? [negate(to), from] : undefined;
  if (order(from, to) < 0) return [from, to];
  return reader.lexicon.rightToLeft && isDash && order(to, from) < 0 ? [to, from] : undefined;
}
