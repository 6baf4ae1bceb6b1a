import { smallOrdinal } from '../numbers/ordinals.ts';
import { close, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { rangeStep, readDated } from './dated.ts';
import { mayBeginDate } from './dates.ts';

/** A year or a century, and whether it says that it lies before the common era. */
interface Part {
  readonly number: number;
  readonly century: boolean;
  readonly before: boolean;
  readonly to: number;
}

/** How many tokens behind the first number of a span what says its era may stand: 2500 по 1900 год до н. э. */
const BEHIND = 4;

/** A date or a range of two, of the common era or before it. */
export function readWhen(reader: Reader, at: number, opened = false): Read | undefined {
  const token = reader.tokens[at];
  if (!token || !mayBeginDate(token)) return undefined;
  return readAncient(reader, at, opened) ?? readDated(reader, at, opened);
}

/** A year or century before the common era, or a span of them: 500 BC, 公元前44年, IV век до н. э., "2500–1900 BC". */
function readAncient(reader: Reader, at: number, opened: boolean): Read | undefined {
  if (!mayBegin(reader, at)) return undefined;
  const first = partAt(reader, at, false);
  if (!first) return undefined;
  const step = rangeStep(reader, first.to, opened);
  const last = step === undefined ? undefined : partAt(reader, step, first.before);
  const isSpan = last?.before && last.number < first.number;
  if (isSpan) {
    const from = written({ ...first, century: last.century });
    return { ...exactly('date', { from, to: written(last) }), from: at, to: last.to };
  }
  return first.before ? { ...exactly('date', written(first)), from: at, to: first.to } : undefined;
}

/** Most numbers have no such word beside them; they are told at once. */
function mayBegin({ tokens }: Reader, at: number): boolean {
  if (tokens[at]?.lex.ancientBefore) return true;
  for (let i = at + 1; i <= at + BEHIND; i += 1) if (tokens[i]?.lex.ancientAfter) return true;
  return false;
}

/** `isGoingOn`: behind 公元前2500年至, 前 alone says so. */
function partAt(reader: Reader, at: number, isGoingOn: boolean): Part | undefined {
  const { tokens } = reader;
  const isLed = tokens[at]?.lex.ancientBefore === true || (isGoingOn && tokens[at]?.lex.ago === true);
  const from = isLed ? at + 1 : at;
  if (isLed && !close(reader, from)) return undefined;
  const number = smallOrdinal(reader, from);
  if (!number || number.value < 1) return undefined;
  const mark = close(reader, number.to) ? tokens[number.to]?.lex : undefined;
  const century = mark?.centuryAfter === true;
  const marked = century || mark?.yearAfter === true ? number.to + 1 : number.to;
  const isFollowed = tokens[marked]?.lex.ancientAfter === true && close(reader, marked);
  return { number: number.value, century, before: isLed || isFollowed, to: isFollowed ? marked + 1 : marked };
}

function written({ number, century }: Part): string {
  return `${century ? 'C' : ''}${number} BC`;
}
