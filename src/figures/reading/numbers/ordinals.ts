import { isSpacedLetter } from '../../letters.ts';
import { add, type Exact } from '../../value.ts';
import { type Amount, gap, type Reader } from '../tokens/reader.ts';
import { readAmount } from './amount.ts';

/** "third", "3rd", 第三, III: a small ordinal in any form; 三季度 goes without 第. */
export function smallOrdinal(reader: Reader, at: number): { value: number; to: number } | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  // I kvartalet: where i is a word that leads dates, it is no numeral.
  if (token.roman && !token.lex.monthLead) return { value: token.roman, to: at + 1 };
  const composed = composedOrdinal(reader, at);
  if (composed) return { value: Number(composed.value.n), to: composed.to };
  const led = token.lex.ordinalBefore ? at + 1 : at;
  const amount = readAmount(reader, led);
  if (amount?.value.d !== 1n || amount.scale > 2) return undefined;
  const ordinal = ordinalAfterTens(reader, amount);
  if (ordinal) return ordinal;
  const suffixed = reader.tokens[amount.to]?.lex.ordinalAfter && gap(reader, amount.to) === '';
  return { value: Number(amount.value.n), to: amount.to + (suffixed ? 1 : 0) };
}

/** An ordinal in one word, or in two that both are ordinals: dwudziesty pierwszy, εικοστός πρώτος. */
export function composedOrdinal(reader: Reader, at: number): { value: Exact; to: number } | undefined {
  const first = reader.tokens[at]?.lex.ordinal;
  if (!first) return undefined;
  const second = gap(reader, at + 1) === ' ' ? reader.tokens[at + 1]?.lex.ordinal : undefined;
  const joins = second !== undefined && second.d === 1n && second.n > 0n && isTens(first, second);
  return joins ? { value: add(first, second), to: at + 2 } : { value: first, to: at + 1 };
}

function isTens({ n, d }: Exact, unit: Exact): boolean {
  return d === 1n && n >= 20n && n < 1000n && n % 10n === 0n && unit.n < (n % 100n === 0n ? 100n : 10n);
}

/** два века, два квартала: a cardinal in a word of its own counts; 二十世纪 does not part its words. */
export function isCount(reader: Reader, from: number, to: number): boolean {
  const last = reader.tokens[to - 1];
  return (
    last?.lex.number !== undefined &&
    last.lex.ordinal === undefined &&
    from < to &&
    isSpacedLetter(reader.folded.charCodeAt(last.start))
  );
}

/** "twenty-first": tens and an ordinal unit. */
function ordinalAfterTens(reader: Reader, tens: Amount): { value: number; to: number } | undefined {
  const unit = reader.tokens[tens.to]?.lex.ordinal;
  if (!unit || gap(reader, tens.to) === 'more' || !tens.words || !isTens(tens.value, unit)) return undefined;
  return { value: Number(tens.value.n + unit.n), to: tens.to + 1 };
}
