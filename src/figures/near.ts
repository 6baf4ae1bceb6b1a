import type { Bound } from '../model.ts';
import { isNear } from './head.ts';
import type { Reader } from './reader.ts';
import type { Read } from './said.ts';

/** How far a bound may stand from its figure, with a verb or a noun between: 至少造成5900人死亡, two people or more. */
const BEFORE = 40;
const BEHIND = 20;

/** A bound in the clause of a figure that is not right beside it. */
export function boundNear(reader: Reader, { from, to }: Read): Bound | undefined {
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

/** A word of rise or fall beside the figure from token to token. */
export function directionNear(reader: Reader, from: number, to: number): 'up' | 'down' | undefined {
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
