import type { ReadFigure } from '../../../model.ts';
import { equal, format, multiply, ONE, parseExact } from '../../value.ts';
import { TWELVE, timeOf, written } from '../dates/clock.ts';
import { listedDay } from '../dates/days.ts';
import { readAmount } from '../numbers/amount.ts';
import { readPortion } from '../numbers/portions.ts';
import { type Amount, close, type Reader, readerOf } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { DURATIONS } from '../words/lexeme.ts';
import type { Head } from './head.ts';
import { readTail, type Tail } from './tail.ts';

/** How many tokens behind the bracket may be a number's unit and bound. */
const REACH = 6;

/** 1450 (одной тысяче четыремстам пятидесяти) евро: contracts say a number again in brackets, and its unit behind them. */
export function restatedTail(reader: Reader, amount: Amount, head: Head): Tail | undefined {
  const before = reader.tokens[amount.to - 1];
  const inner = reader.tokens[amount.to];
  if (!before || !inner || !isBracket(reader.folded, before.end, inner.start)) return undefined;
  const again = readAmount(reader, amount.to);
  const last = again && reader.tokens[again.to - 1];
  if (!again || !last || reader.folded.charAt(last.end) !== ')' || !equal(again.value, amount.value)) return undefined;
  // Both and the brackets as one token, and what stands behind it.
  const tokens = [{ ...last, end: last.end + 1 }, ...reader.tokens.slice(again.to, again.to + REACH)];
  const tail = readTail(readerOf({ ...reader, tokens }), { ...amount, from: 0, to: 1 }, head);
  return { ...tail, to: again.to - 1 + tail.to };
}

/** "(", with at most a space before it. */
function isBracket(folded: string, from: number, to: number): boolean {
  const length = to - from;
  return length > 0 && length < 3 && folded.charAt(to - 1) === '(' && (length === 1 || folded.charAt(from) === ' ');
}

/** What is said by the figure before. */
export function saidBehind(reader: Reader, at: number, before: ReadFigure | undefined): Read | undefined {
  return (
    readPast(reader, at, before) ??
    readAgain(reader, at, before) ??
    listedDay(reader, at, before) ??
    readPortion(reader, at, before)
  );
}

/** "at 9.15 that we would meet at half past": of the hour that was said, or the next one. */
function readPast(reader: Reader, at: number, before: ReadFigure | undefined): Read | undefined {
  const { clock: minutes, clockOnly } = reader.tokens[at]?.lex ?? {};
  if (!clockOnly || minutes === undefined || !before || !endsClause(reader, at)) return undefined;
  const said = before.kind === 'time' ? String(before.value) : before.kind === 'number' ? before.text : '';
  const [, hours, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)/.exec(said) ?? [];
  if (hours === undefined) return undefined;
  const hour = Number(hours) + (Number(minute) < minutes ? 0 : 1);
  return { ...timeOf(written(hour % 24, minutes), at, at + 1), ...(hour < 13 && TWELVE) };
}

/** Does no hour stand behind the words that lead to one? */
function endsClause(reader: Reader, at: number): boolean {
  const next = reader.tokens[at + 1];
  return (
    !close(reader, at + 1) || (next?.digits ?? next?.lex.number ?? next?.lex.ordinal ?? next?.lex.hour) === undefined
  );
}

/** "five plants in as many years", "her third win in as many days": the number of the figure before, of something else. */
function readAgain(reader: Reader, at: number, before: ReadFigure | undefined): Read | undefined {
  if (!reader.tokens[at]?.lex.again || typeof before?.value !== 'string') return undefined;
  if (before.kind !== 'number' && before.kind !== 'ordinal') return undefined;
  const { unit, factor } = (close(reader, at + 1) ? reader.tokens[at + 1]?.lex : undefined) ?? {};
  const value = format(multiply(parseExact(before.value), factor ?? ONE));
  if (!unit) return { ...exactly('number', value), soft: true, from: at, to: at + 1 };
  const kind = DURATIONS.has(unit) ? 'duration' : 'quantity';
  return { ...exactly(kind, value), unit, soft: true, from: at, to: at + 2 };
}
