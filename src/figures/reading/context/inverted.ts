import { exact, format, multiply, ONE, order } from '../../value.ts';
import { readDated } from '../dates/dated.ts';
import { readAmount } from '../numbers/amount.ts';
import { close, gap, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import type { Token } from '../tokens/token.ts';
import { DURATIONS } from '../words/lexeme.ts';
import { readHead } from './head.ts';
import { readTail, SHARES } from './tail.ts';

/** процентов семьдесят, долларов за триста: what is counted stands before its number, which is about that much then. */
export function readInverted(reader: Reader, at: number): Read | undefined {
  const lex = reader.tokens[at]?.lex;
  if (lex?.lone && gap(reader, at + 1) === '-') return readOneOrMore(reader, at);
  if (lex?.difference) return readFor(reader, at + 1);
  if (!lex?.inverts || (lex.share ?? lex.currency ?? lex.unit) === undefined) return undefined;
  // 5 метров 30
  if (lex.unit && close(reader, at) && isCounted(reader, at)) return undefined;
  const start = reader.tokens[at + 1]?.lex.filler && close(reader, at + 1) ? at + 2 : at + 1;
  const amount = gap(reader, start) === ' ' ? readAmount(reader, start) : undefined;
  if (!amount || (lex.unit && !amount.words) || amount.plain?.length === 4 || readDated(reader, start))
    return undefined;
  // лет двадцать назад, but много лет два брата
  if (lex.unit && start === at + 1 && !isLast(reader, amount.to)) return undefined;
  const { kind, marked, to } = readTail(reader, amount, readHead(reader, start));
  if (kind !== undefined || marked || to > amount.to) return undefined;
  const share = lex.share && SHARES[lex.share];
  const value = format(multiply(amount.value, share?.factor ?? lex.factor ?? ONE));
  const sort = lex.unit === undefined ? 'money' : DURATIONS.has(lex.unit) ? 'duration' : 'quantity';
  return {
    ...exactly(share?.kind ?? sort, value),
    unit: lex.currency ?? lex.unit ?? null,
    bound: 'about',
    from: at,
    to,
  };
}

/** час-полтора, день-два: one of a unit, or a little more. */
function readOneOrMore(reader: Reader, at: number): Read | undefined {
  const lex = reader.tokens[at]?.lex;
  const amount = readAmount(reader, at + 1);
  if (!lex?.unit || !amount?.words || order(amount.value, ONE) <= 0 || order(amount.value, exact(3)) > 0)
    return undefined;
  const one = lex.factor ?? ONE;
  return {
    ...exactly(DURATIONS.has(lex.unit) ? 'duration' : 'quantity', {
      from: format(one),
      to: format(multiply(amount.value, one)),
    }),
    unit: lex.unit,
    soft: true,
    from: at,
    to: amount.to,
  };
}

/** аренда на год, на неделю: for one of a unit, where no number stands before it or behind it. */
function readFor(reader: Reader, at: number): Read | undefined {
  const { lone, unit, factor } = reader.tokens[at]?.lex ?? {};
  if (!lone || !unit || !DURATIONS.has(unit) || !close(reader, at)) return undefined;
  const isBeside = (close(reader, at - 1) && isNumber(reader.tokens[at - 2])) || isNumber(reader.tokens[at + 1]);
  if (isBeside || gap(reader, at + 1) === '-') return undefined;
  return { ...exactly('duration', format(factor ?? ONE)), unit, soft: true, from: at, to: at + 1 };
}

/** Does nothing follow that the number could count? */
function isLast({ tokens, folded }: Reader, to: number): boolean {
  const end = tokens[to - 1]?.end ?? 0;
  return /^(?:$|[.,;:!?)»])/.test(folded.slice(end, end + 1)) || tokens[to]?.lex.ago === true;
}

/** сто метров двадцать: what stands before is what is counted in it. */
function isCounted({ tokens }: Reader, at: number): boolean {
  return isNumber(tokens[at - 1]);
}

function isNumber(token: Token | undefined): boolean {
  const { digits, lex } = token ?? {};
  return (digits ?? lex?.number ?? lex?.scale ?? lex?.amount) !== undefined;
}
