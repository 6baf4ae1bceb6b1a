import type { ReadFigure } from '../../../model.ts';
import { readAmount } from '../numbers/amount.ts';
import type { Amount, Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';

/** 4月20～21日, 4月20、21日, 四月二十至二十一日: the mark of the first day behind the second. */
export function leadsDay(reader: Reader, first: Amount): boolean {
  const { tokens, folded } = reader;
  const joint = tokens[first.to]?.lex;
  const at = joint?.to || joint?.conjunction ? first.to + 1 : first.to;
  const last = tokens[at] && isDay(first) ? readAmount(reader, at) : undefined;
  const mark = last && tokens[last.to];
  if (!last || !isDay(last) || last.value.n <= first.value.n) return false;
  if (!mark?.lex.dayAfter || mark.start !== tokens[last.to - 1]?.end) return false;
  const between = folded.slice(tokens[first.to - 1]?.end, tokens[at]?.start);
  return /^ ?(?:[、，,・~～〜∼–—-]|\p{L}{1,2})? ?$/u.test(between);
}

function isDay({ value: { n, d } }: Amount): boolean {
  return d === 1n && n > 0n && n < 32n;
}

/** 4月20日と21日, 4월 20, 21일, 三月五、六日: a day behind a date that has its month. */
export function listedDay(reader: Reader, at: number, before: ReadFigure | undefined): Read | undefined {
  const { tokens, text, lexicon } = reader;
  if (before?.kind !== 'date' || typeof before.value !== 'string') return undefined;
  const [, month, first] = /^(.+-\d\d)-(\d\d)$/.exec(before.value) ?? [];
  const between = text.slice(before.end, tokens[at]?.start).trim();
  if (!month || !(/^[、,・]$/.test(between) || lexicon.dayJoin.includes(between))) return undefined;
  const day = readAmount(reader, at);
  const mark = day && tokens[day.to];
  if (!day || !isDay(day) || day.value.n <= BigInt(first ?? 0)) return undefined;
  if (!mark?.lex.dayAfter || mark.start !== tokens[day.to - 1]?.end) return undefined;
  return { ...exactly('date', `${month}-${String(day.value.n).padStart(2, '0')}`), from: at, to: day.to + 1 };
}
