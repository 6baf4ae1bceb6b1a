import { format, multiply, ONE } from '../value.ts';
import { readAmount } from './amount.ts';
import { readDated } from './dated.ts';
import { readHead } from './head.ts';
import { close, gap, type Reader } from './reader.ts';
import { exactly, type Read } from './said.ts';
import { readTail, SHARES } from './tail.ts';

/** процентов семьдесят, долларов за триста: what is counted stands before its number, which is about that much then. */
export function readInverted(reader: Reader, at: number): Read | undefined {
  const lex = reader.tokens[at]?.lex;
  if (!lex?.inverts || (lex.share ?? lex.currency) === undefined) return undefined;
  const start = reader.tokens[at + 1]?.lex.filler && close(reader, at + 1) ? at + 2 : at + 1;
  const amount = gap(reader, start) === ' ' ? readAmount(reader, start) : undefined;
  if (!amount || amount.plain?.length === 4 || readDated(reader, start)) return undefined;
  const { kind, marked, to } = readTail(reader, amount, readHead(reader, start));
  if (kind !== undefined || marked || to > amount.to) return undefined;
  const share = lex.share && SHARES[lex.share];
  const value = format(multiply(amount.value, share?.factor ?? ONE));
  return { ...exactly(share?.kind ?? 'money', value), unit: lex.currency ?? null, bound: 'about', from: at, to };
}
