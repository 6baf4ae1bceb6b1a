import type { ReadFigure } from '../../model.ts';
import type { Amount, Reader } from './reader.ts';
import { exactly, type Read } from './said.ts';

/** 4月20～21日, 4月20、21日: the mark of the first day behind the second. */
export function leadsDay({ tokens, folded }: Reader, { plain, to }: Amount): boolean {
  if (!plain || plain.length > 2 || Number(plain) < 1) return false;
  const joint = tokens[to]?.lex;
  const at = joint?.to || joint?.conjunction ? to + 1 : to;
  const [last, mark] = [tokens[at], tokens[at + 1]];
  if (!last?.plain || last.plain.length > 2 || !mark?.lex.dayAfter || mark.start !== last.end) return false;
  const between = folded.slice(tokens[to - 1]?.end, last.start);
  return (
    Number(last.plain) > Number(plain) &&
    Number(last.plain) < 32 &&
    /^ ?(?:[、，,・~～〜∼–—-]|\p{L}{1,2})? ?$/u.test(between)
  );
}

/** 4月20日と21日, 4월 20, 21일: a day behind a date that has its month. */
export function listedDay(
  { tokens, text, lexicon }: Reader,
  at: number,
  before: ReadFigure | undefined,
): Read | undefined {
  if (before?.kind !== 'date' || typeof before.value !== 'string') return undefined;
  const [token, mark] = [tokens[at], tokens[at + 1]];
  if (!token?.plain || token.plain.length > 2 || !mark?.lex.dayAfter || mark.start !== token.end) return undefined;
  const between = text.slice(before.end, token.start);
  const [, month, day] = /^(.+-\d\d)-(\d\d)$/.exec(before.value) ?? [];
  const isListed = /^ ?[、,・] ?$/.test(between) || lexicon.dayJoin.includes(between.trim());
  if (!month || !isListed) return undefined;
  if (Number(token.plain) <= Number(day) || Number(token.plain) > 31) return undefined;
  return { ...exactly('date', `${month}-${token.plain.padStart(2, '0')}`), from: at, to: at + 2 };
}
