import { gap, previous, type Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';

/** Nobody is older. */
const OLDEST = 120;

/** "aged 94", "will turn 80", "children under 12", "said Nuala Brady, 71, who": years that go without their unit. */
export function isAge(reader: Reader, { kind, unit, value, from, to, bound }: Read): boolean {
  if (kind !== 'number' || unit !== null || !reader.lexicon.ages) return false;
  if (typeof value === 'string' && value.length > 3) return false;
  return (
    saysAge(reader, from, to, bound) && (typeof value === 'string' ? [value] : [value.from, value.to]).every(isYears)
  );
}

function isYears(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) > 0 && Number(value) <= OLDEST;
}

/** Does what stands beside a number, from token to token, say that it is an age? */
function saysAge(reader: Reader, from: number, to: number, bound: Read['bound']): boolean {
  const lead = gap(reader, from) === 'more' ? undefined : previous(reader.tokens, from)?.lex;
  // "aged between 18 and 35"
  const first = lead?.from && gap(reader, from - 1) !== 'more' ? previous(reader.tokens, from - 1)?.lex : undefined;
  if (lead?.agesBefore || first?.agesBefore) return true;
  // "aged two and three"
  const isJoined = lead?.and ?? lead?.conjunction ?? lead?.or;
  if (isJoined && isAgeBefore(reader, from - 2)) return true;
  if (lead?.agesBounded && bound !== 'exact') return true;
  return isGroup(reader, bound, to) || isBehindName(reader, from, to);
}

/** Is the number there an age that is led as one, with nothing behind it? */
function isAgeBefore({ tokens, folded }: Reader, at: number): boolean {
  const [lead, age, joint] = tokens.slice(Math.max(0, at - 1), at + 2);
  if (!lead?.lex.agesBefore || (age?.digits ?? age?.lex.number) === undefined) return false;
  return folded.slice(lead.end, age?.start) === ' ' && folded.slice(age?.end, joint?.start) === ' ';
}

/** "free for under-16s" */
function isGroup({ tokens, folded }: Reader, bound: Read['bound'], to: number): boolean {
  const last = tokens[to - 1];
  if (bound !== 'under' && bound !== 'over') return false;
  // "under-fives"
  if (last?.lex.homograph && last.lex.number !== undefined && folded.charAt(last.start - 1) === '-') return true;
  return (
    last?.plain !== undefined &&
    folded.charAt(last.start - 1) === '-' &&
    /^s(?!\p{L})/u.test(folded.slice(last.end, last.end + 2))
  );
}

/** A number between commas behind a name: Deborah Haines, 52, had … */
function isBehindName({ tokens, folded, text }: Reader, from: number, to: number): boolean {
  const [token, last] = [tokens[from], tokens[to - 1]];
  if (token?.plain?.length !== 2 || !last || folded.charAt(last.end) !== ',') return false;
  const name = /(\p{Lu})\p{L}*, $/u.exec(text.slice(Math.max(0, token.start - NAME), token.start));
  return name !== null && !/\d/.test(folded.charAt(last.end + 2));
}

/** No name is longer, in UTF-16 units. */
const NAME = 24;
