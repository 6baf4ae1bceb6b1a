import type { Bound } from '../../../model.ts';
import { close, previous, type Reader } from '../tokens/reader.ts';
import type { Read } from '../tokens/said.ts';
import type { Token } from '../tokens/token.ts';
import { DURATIONS, type Lexeme } from '../words/lexeme.ts';
import { isJoinedTo, isNear } from './head.ts';

/** How far a bound may stand from its figure, with a verb or a noun between: 至少造成5900人死亡, two people or more. */
const BEFORE = 40;
const BEHIND = 20;

/** A bound in the clause of a figure that is not right beside it. */
export function boundNear(reader: Reader, { from, to }: Read): Bound | undefined {
  const start = reader.tokens[from]?.start ?? 0;
  // "up from 41.2%", "slid past 160": above or below it, as other languages say.
  const { from: opens, crossing, starting } = previous(reader.tokens, from)?.lex ?? {};
  const risen = (opens || crossing) && close(reader, from) ? previous(reader.tokens, from - 1)?.lex : undefined;
  if (risen?.direction && close(reader, from - 1)) return risen.direction === 'up' ? 'over' : 'under';
  // «от 18 лет», 18 and older
  if (starting && close(reader, from)) return 'over';
  const verb = verbBefore(reader, from) ?? verbBehind(reader, to);
  // "who have not turned 18"
  if (verb?.attaining) return isDenied(reader, from, to) ? 'under' : 'over';
  if (verb?.passing) return 'over';
  if (verb?.fallsShort) return 'under';
  const { agedBeyond, agedNear } = previous(reader.tokens, from)?.lex ?? {};
  if ((agedBeyond || agedNear) && close(reader, from) && isRoundAge(reader, to)) return agedBeyond ? 'over' : 'about';
  const isEven = previous(reader.tokens, from)?.lex.notEven && close(reader, from);
  const isEvenBehind = reader.tokens[to]?.lex.evenBehind && close(reader, to);
  if ((isEven || isEvenBehind) && isDenied(reader, from, to)) return 'under';
  let last = Math.max(0, from - 4);
  for (let i = from - 1; i >= last; i -= 1) {
    const token = reader.tokens[i];
    // "ha superato per undici giorni i 36 gradi"
    if (token?.lex.lasting && i > 0) last = Math.min(last, i - 1);
    if (token && !mayBound(token)) continue;
    if (!token || start - token.end > BEFORE || /[.;:!?。；：！？]/.test(reader.folded.slice(token.end, start))) break;
    // "barely slept four hours"
    if (token.lex.before) return token.lex.nearly ? 'under' : token.lex.before;
    // und weniger als jeder zehnte
    if (token.lex.after && isJoinedTo(reader, i)) return token.lex.after;
    // "above the 2.5% forecast"
    if (token.lex.change && i === from - 1) return token.lex.change === 'up' ? 'over' : 'under';
    if (token.lex.than) return token.lex.than;
    // "nobody else within three minutes": behind by more.
    if (token.lex.within === 'before' && i === from - 1) return isDenied(reader, from, from) ? 'over' : 'at-most';
    if (token.digits) break;
  }
  const end = reader.tokens[to - 1]?.end ?? 0;
  const outside = pastBracket(reader, to, end);
  if (outside) return outside;
  for (let i = to; i < to + 4; i += 1) {
    const token = reader.tokens[i];
    if (token && !mayBound(token)) continue;
    if (!token || token.start - end > BEHIND || /[.;:!?。；：！？]/.test(reader.folded.slice(end, token.start))) break;
    if (token.lex.after) return token.lex.after;
    if (token.lex.than && i === pastClassifier(reader, to)) return token.lex.than;
    if (token.lex.within === 'behind' && i === to) return 'at-most';
    if (token.digits) break;
  }
  return undefined;
}

/** 五英尺（约1.5米）多厚: what a bracket adds stands between a figure and its bound. */
function pastBracket({ tokens, folded }: Reader, to: number, end: number): Bound | undefined {
  const close = CLOSING[folded.charAt(end)];
  const length = close === undefined ? -1 : folded.slice(end, end + BRACKET).indexOf(close);
  if (length < 0) return undefined;
  const last = end + length;
  let at = to;
  while (tokens[at] && (tokens[at]?.start ?? 0) <= last) at += 1;
  const token = tokens[at];
  return token?.start === last + 1 ? (token.lex.inside ?? token.lex.after) : undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '（': '）', '(': ')' };
/** How long what stands in it may be, in UTF-16 units. */
const BRACKET = 24;

/** "beating the 62 cents": the word right before a figure, but for an article. */
function verbBefore(reader: Reader, from: number): Lexeme | undefined {
  if (!close(reader, from)) return undefined;
  const lex = previous(reader.tokens, from)?.lex;
  return said(lex?.definite && close(reader, from - 1) ? previous(reader.tokens, from - 1)?.lex : lex);
}

/** die 80 überschritten, 18 yaşını doldurmamış: where verbs stand last; elsewhere "12 passed" are who did. */
function verbBehind(reader: Reader, to: number): Lexeme | undefined {
  if (!reader.lexicon.verbLast) return undefined;
  const at = pastClassifier(reader, to);
  return close(reader, at) ? said(reader.tokens[at]?.lex) : undefined;
}

function said(lex: Lexeme | undefined): Lexeme | undefined {
  return lex?.attaining || lex?.passing || lex?.fallsShort ? lex : undefined;
}

/** Words that say nothing of bounds are told at once: what parts them from the figure parts those beyond them too. */
function mayBound({ digits, lex }: Token): boolean {
  return (digits ?? lex.before ?? lex.after ?? lex.change ?? lex.than ?? lex.within) !== undefined;
}

/** How far a negation may stand from what it says is not even so much, in UTF-16 units. */
const NOT_EVEN = 50;

/** не прошло и двух дней, и пяти футов нет, 连五年都没撑到: a negation in the clause, on either side. */
function isDenied(reader: Reader, from: number, to: number): boolean {
  const { tokens, folded } = reader;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  for (let i = from - 2; i >= 0 && start - (tokens[i]?.end ?? 0) <= NOT_EVEN; i -= 1) {
    const token = tokens[i];
    if (!token || BREAK.test(folded.slice(token.end, start))) break;
    if (token.lex.negation) return true;
  }
  for (let i = to; i < tokens.length && (tokens[i]?.start ?? 0) - end <= NOT_EVEN; i += 1) {
    const token = tokens[i];
    if (!token || BREAK.test(folded.slice(end, token.start))) break;
    if (token.lex.negation) return true;
  }
  return isNegated(reader, to);
}

/** ей за сорок: a round number of years that ends its clause. */
function isRoundAge({ tokens, folded }: Reader, to: number): boolean {
  const { end = 0, lex, plain } = tokens[to - 1] ?? {};
  const years = lex?.number ?? Number(plain);
  return years >= 30 && years <= 90 && years % 5 === 0 && (end >= folded.length || BREAK.test(folded.charAt(end)));
}

/** A word of rise or fall beside the figure from token to token. */
export function directionNear(reader: Reader, from: number, to: number): 'up' | 'down' | undefined {
  const at = directionToken(reader, from, to);
  return at === undefined ? undefined : reader.tokens[at]?.lex.direction;
}

/** The token of that word; "more than" and its like are none, they bound what follows. */
export function directionToken(reader: Reader, from: number, to: number): number | undefined {
  const { tokens } = reader;
  // 감소한 반면 수출은 9% 늘었다: where the verb ends its clause, the one behind tells.
  if (reader.lexicon.verbLast) {
    const last = [to, pastClassifier(reader, to)].find((i) => tells(reader, i) && close(reader, i));
    if (last !== undefined) return last;
  }
  const start = tokens[from]?.start ?? 0;
  if (endsOwnClause(reader, from, to)) return to;
  if (leads(reader, from - 1, start)) return isEither(reader, from - 1) ? undefined : from - 1;
  if (leads(reader, from - 2, start) && !previous(tokens, from)?.digits && !endsUp(reader, from, to))
    return isOfAnother(reader, from - 2) ? undefined : from - 2;
  const behind = tokens[to]?.lex.direction ? to : pastClassifier(reader, to);
  if (!tells(reader, behind) || beginsClause(reader, behind)) return undefined;
  // 六个月内减了4英石: what a word right before it says changed is no duration that stands before the word.
  if (leadsNext(reader, behind) && DURATIONS.has(tokens[to - 1]?.lex.unit ?? '')) return undefined;
  return isNear(reader, tokens[to - 1]?.end ?? 0, tokens[behind]?.start ?? 0) ? behind : undefined;
}

/** 減ったが、その後2倍以上に増えた: where verbs stand last, what changed before the comma is not what the one behind changes. */
function endsOwnClause(reader: Reader, from: number, to: number): boolean {
  const { tokens, folded } = reader;
  if (!reader.lexicon.verbLast || !tells(reader, to) || beginsClause(reader, to)) return false;
  const [start, end, behind] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0, tokens[to]?.start ?? 0];
  const before = [from - 1, from - 2].find((at) => tells(reader, at));
  const isApart = before !== undefined && BREAK.test(folded.slice(tokens[before]?.end, start));
  return isApart && isNear(reader, end, behind) && !BREAK.test(folded.slice(end, behind));
}

/** خسر نصفا في المئة وارتفع النفط: with "and" glued before it, the verb is that of what follows. */
function beginsClause({ tokens, folded, lexicon }: Reader, at: number): boolean {
  const { lead, start } = tokens[at] ?? {};
  return lead !== undefined && folded.slice(lead, start) === lexicon.conjunction;
}

/** Is it a word of rise or fall? «больше на 8 %» bounds nothing, and says which way. */
function tells({ tokens }: Reader, at: number): boolean {
  const lex = at < 0 ? undefined : tokens[at]?.lex;
  if (lex?.direction === undefined || (lex.before !== undefined && !tokens[at + 1]?.lex.difference)) return false;
  // 每升12先令: what it is per rises nowhere.
  return !(tokens[at - 1]?.lex.per && tokens[at - 1]?.end === tokens[at]?.start);
}

/** … and does it stand near what starts there? */
function leads(reader: Reader, at: number, start: number): boolean {
  const { end = 0 } = reader.tokens[at] ?? {};
  if (!tells(reader, at) || !isNear(reader, end, start)) return false;
  return !isCollected(reader, at) && !isOfNoun(reader, end, start);
}

/** "raised £1.2bn for the hospital", but "raised it by £1.2bn": money right behind such a verb is what came in. */
export function isCollected(reader: Reader, at: number): boolean {
  if (!reader.tokens[at]?.lex.collecting) return false;
  const next = reader.tokens[at + 1]?.lex;
  return close(reader, at + 1) && next?.currency !== undefined && next.leads === true;
}

/** 已削减到极限的公共服务筹得12亿: with what it came to, the word describes a noun that stands between. */
function isOfNoun({ folded, lexicon: { genitive, timesWhole } }: Reader, end: number, start: number): boolean {
  if (!genitive || !timesWhole.some((word) => folded.startsWith(word, end) || folded.endsWith(word, end))) return false;
  const of = folded.slice(end, start).lastIndexOf(genitive);
  return of > 0 && start - end - of > OF_NOUN;
}

/** A noun and its verb behind the sign of what describes it are longer, in UTF-16 units. */
const OF_NOUN = 4;

/** "gave up early gains to end 0.2% lower": with a verb behind "to", what stands right behind the figure tells. */
function endsUp(reader: Reader, from: number, to: number): boolean {
  const { lex, end } = previous(reader.tokens, from) ?? {};
  if (!lex?.to || !tells(reader, to) || !close(reader, to) || leadsNext(reader, to)) return false;
  return /^ \p{L}{3,} $/u.test(reader.folded.slice(end, reader.tokens[from]?.start));
}

/** "cut their bets on rising prices by 15%": before "by", behind a noun that it describes, it goes with that alone. */
function isOfAnother({ tokens, folded }: Reader, at: number): boolean {
  const [word, by] = [tokens[at], tokens[at + 1]];
  if (!word || !by?.lex.by || !/^ \p{L}/u.test(folded.slice(word.end, by.start))) return false;
  for (let i = at - 1; i >= 0 && word.start - (tokens[i]?.end ?? 0) <= DESCRIBED; i -= 1) {
    const token = tokens[i];
    if (!token || BREAK.test(folded.slice(token.end, word.start)) || token.digits) return false;
    if (token.lex.direction && token.lex.direction !== word.lex.direction && !token.lex.before) return true;
  }
  return false;
}

/** How far before it the verb may stand, in UTF-16 units. */
const DESCRIBED = 40;

/** "up or down one line": both ways, and so none. */
function isEither({ tokens }: Reader, at: number): boolean {
  const [first, or, last] = tokens.slice(Math.max(0, at - 2), at + 1);
  if (!first?.lex.direction || !(or?.lex.or || or?.lex.conjunction)) return false;
  return first.lex.direction !== last?.lex.direction && (last?.start ?? 0) - first.end <= EITHER;
}

/** How far the two ways may stand from each other, in UTF-16 units. */
const EITHER = 8;

/** Does a number follow at once, or behind one character, as 了 is? */
function leadsNext({ tokens }: Reader, at: number): boolean {
  const next = tokens[at + 1];
  const isNumber = (next?.digits ?? next?.lex.number) !== undefined;
  return isNumber && (next?.start ?? 0) - (tokens[at]?.end ?? 0) < 2;
}

/** "45,000 more", "2 % lower than", 低3.4点: what says so only right beside a figure, or bounds a number elsewhere. */
export function changeBeside(reader: Reader, from: number, to: number): 'up' | 'down' | undefined {
  // 患者大多不满十岁: before a bound, it is no more than a part of another word.
  const isFree = close(reader, from) && reader.tokens[from]?.lex.before === undefined;
  const before = isFree ? previous(reader.tokens, from)?.lex.changeBefore : undefined;
  if (before) return before;
  const at = pastClassifier(reader, to);
  const lex = reader.tokens[at]?.lex;
  if (!(lex?.change || lex?.before) || !isBehind(reader, at)) return undefined;
  if (lex.change) return lex.change;
  // 12 % unter dem Plan; but in "8 over 60" it bounds the next number, and "over the next two years" is when.
  const { digits, lex: next } = reader.tokens[at + 1] ?? {};
  const isTime = lex.during && next?.definite && reader.tokens[at + 2]?.lex.counting;
  const isNumber = (digits ?? next?.soft) !== undefined || (next?.number ?? 1) > 1;
  const bounds = (isNumber && close(reader, at + 1)) || isTime;
  return lex.before && !bounds ? (lex.direction ?? WAYS[lex.before]) : undefined;
}

const WAYS: Readonly<Partial<Record<Bound, 'up' | 'down'>>> = { over: 'up', under: 'down' };

/** Right behind, or with one noun between: 3.4 points above. */
function isBehind(reader: Reader, at: number): boolean {
  const end = previous(reader.tokens, at)?.end ?? 0;
  return close(reader, at) || /^ \p{L}{2,12} $/u.test(reader.folded.slice(end, reader.tokens[at]?.start ?? end));
}

/** 12만 명 감소한: a classifier may stand between. */
function pastClassifier(reader: Reader, to: number): number {
  return reader.tokens[to]?.lex.classifier && close(reader, to) ? to + 1 : to;
}

/** What ends a clause; a dot or comma within a number stands within its token. */
export const BREAK = /[.,;:!?…()[\]"“”«»—–。，；：！？、（）「」؛،؟।॥\n]/;

/** How far a negation may stand from the bound that it turns, in UTF-16 units. */
const TURNS = 60;

const TURNED: Readonly<Partial<Record<Bound, Bound>>> = { over: 'at-most', under: 'at-least', 'at-least': 'under' };

/**
 * What a negation in its clause may make of a bound: "in no event shall … exceed" is at most, but "those who do not
 * know more than five" may be more. Negation stands behind where verbs do.
 */
export function turnedBound(reader: Reader, { from, to, bound }: Read): Bound | undefined {
  if (!TURNED[bound]) return undefined;
  const { tokens, folded } = reader;
  const negates = (i: number, gapFrom: number, gapTo: number) => {
    if (tokens[i]?.digits || BREAK.test(folded.slice(gapFrom, gapTo))) return 'stop';
    return tokens[i]?.lex.negation === true;
  };
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  // 20ミリ以上……ない is less, but "a vote of no confidence requires at least 60" says no less.
  const first = bound === 'at-least' ? from : 0;
  for (let i = from - 1; i >= first && start - (tokens[i]?.end ?? 0) <= TURNS; i -= 1) {
    const found = negates(i, tokens[i]?.end ?? 0, tokens[i + 1]?.start ?? 0);
    if (found === 'stop') break;
    if (found) return TURNED[bound];
  }
  if (!reader.lexicon.verbLast) return undefined;
  if (isNegated(reader, to)) return TURNED[bound];
  for (let i = to; i < tokens.length && (tokens[i]?.start ?? 0) - end <= TURNS; i += 1) {
    const found = negates(i, previous(tokens, i)?.end ?? 0, tokens[i]?.start ?? 0);
    if (found === 'stop') break;
    if (found) return TURNED[bound];
  }
  return undefined;
}

/** iki günden fazla sürmeyecek: the verb itself says "not", at the end of its clause. */
function isNegated({ tokens, folded, lexicon: { negating } }: Reader, to: number): boolean {
  if (negating.length === 0) return false;
  const end = tokens[to - 1]?.end ?? 0;
  const [clause = ''] = folded.slice(end, end + TURNS).split(BREAK);
  return negating.some((ending) => clause.includes(ending));
}
