import { add, type Exact, equal, exact, format, multiply, ONE, order } from '../../value.ts';
import { close, gap, previous, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { DURATIONS } from '../words/lexeme.ts';

/** година и половина, عقد ونصف العقد, טון וחצי: where no article says one of it, the unit does. */
export function readUnitAndHalf(reader: Reader, at: number): Read | undefined {
  const plus = reader.tokens[at]?.lex.plus;
  const lex = previous(reader.tokens, at)?.lex;
  if (!plus || !lex?.unit || lex.article || !close(reader, at)) return undefined;
  const kind = DURATIONS.has(lex.unit) ? 'duration' : 'quantity';
  if (kind === 'quantity' && !(lex.lone && MEASURES.has(lex.unit))) return undefined;
  // 每天半片
  if (previous(reader.tokens, at - 1)?.lex.per && gap(reader, at - 1) === '') return undefined;
  // ildə yarım milyon
  if (reader.tokens[at + 1]?.lex.scale !== undefined && close(reader, at + 1)) return undefined;
  const again = reader.tokens[at + 1]?.lex.unit === lex.unit && close(reader, at + 1);
  const value = format(multiply(add(ONE, plus), lex.factor ?? ONE));
  return { ...exactly(kind, value), unit: lex.unit, from: at - 1, to: at + (again ? 2 : 1) };
}

const MEASURES: ReadonlySet<string> = new Set(['tonne', 'kilogram', 'kilometer', 'meter', 'mile', 'liter']);

/** "a tablespoon and a half": one and a half of what no table names, of which many languages say less. */
export function readNounAndHalf(reader: Reader, at: number): Read | undefined {
  if (at < 2 || !reader.tokens[at]?.lex.article) return undefined;
  const [article, and, , half] = reader.tokens.slice(at - 2, at + 2);
  if (!article?.lex.article || !and?.lex.and || !half?.lex.amount) return undefined;
  if (!equal(half.lex.amount, HALF) || gap(reader, at) !== ' ' || gap(reader, at + 1) !== ' ') return undefined;
  if (reader.folded.charAt(half.end) === '-') return undefined;
  if (!/^ \p{L}+(?:-\p{L}+)? $/u.test(reader.folded.slice(article.end, and.start))) return undefined;
  return { ...exactly('number', format(add(ONE, HALF))), soft: true, from: at - 2, to: at + 2 };
}

/** สองเท่าครึ่ง, gấp hai lần rưỡi, مرتان ونصف: a half behind a multiple that is one word, or behind that and its marker. */
export function multipleAndHalf(reader: Reader, multiple: Exact, to: number): { value: Exact; to: number } {
  const at = reader.tokens[to]?.lex.times && close(reader, to) ? to + 1 : to;
  const plus = close(reader, at) ? reader.tokens[at]?.lex.plus : undefined;
  if (!plus || multiple.d !== 1n || order(plus, exact(0)) < 0) return { value: multiple, to };
  return { value: add(multiple, plus), to: at + 1 };
}

const HALF = exact(1, 2);
