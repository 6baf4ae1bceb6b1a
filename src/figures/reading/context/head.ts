import type { Bound } from '../../../model.ts';
import { close, gap, previous, type Reader } from '../tokens/reader.ts';
import type { Token } from '../tokens/token.ts';
import type { Lexeme } from '../words/lexeme.ts';
import { isOfPar } from './par.ts';

/** What leads a number: "from", "more than", US$, minus, 第, 百分之. */
export interface Head {
  readonly from: number;
  readonly to: number;
  readonly bound: Bound;
  readonly opened: boolean;
  readonly currency: string | undefined;
  readonly minus: boolean;
  readonly ordinal: boolean;
  readonly percent: boolean;
  readonly timesNeeds: boolean;
  /** A word before the number makes it a multiple: פי 3. */
  readonly times: boolean;
  /** A preposition stands between the bound and the number: "more than in 2024". */
  readonly filled: boolean;
  /** … for so long: ha superato per undici giorni. */
  readonly lasts: boolean;
  /** Its bound may also say how long something took. */
  readonly during: boolean;
  /** Its bound may also say at how many degrees. */
  readonly condition: boolean;
  /** Its bound may say below what something is. */
  readonly places: boolean;
  /** Its bound says how far something goes: spread over. */
  readonly spans: boolean;
  /** Its bound compares with what is known: "below the 980 million expected". */
  readonly compares: boolean;
}

/** A head on its way. */
type Draft = { -readonly [Name in keyof Head]: Head[Name] };

function noHead(at: number): Draft {
  return {
    from: at,
    to: at,
    bound: 'exact',
    opened: false,
    currency: undefined,
    minus: false,
    ordinal: false,
    percent: false,
    timesNeeds: false,
    times: false,
    filled: false,
    lasts: false,
    during: false,
    condition: false,
    places: false,
    spans: false,
    compares: false,
  };
}

export function isBoundOnly(head: Head): boolean {
  return head.bound !== 'exact' && isUnmarked(head);
}

/** Nothing leads but "from" or "in": the number may be a date. */
export function isPlain(head: Head): boolean {
  return head.bound === 'exact' && isUnmarked(head);
}

function isUnmarked(head: Head): boolean {
  return !head.currency && !head.minus && !head.ordinal && !head.percent && !head.times;
}

export function readHead(reader: Reader, at: number): Head {
  const head = noHead(at);
  const lex = reader.tokens[at]?.lex;
  if (!lex?.heads || (lex.par && isOfPar(reader, at))) return head;
  for (let i = at; takesLead(reader, head, at, i); i += 1);
  return head;
}

/** Takes what the token at `i` says of the number behind it into the head, if it leads one. */
function takesLead(reader: Reader, head: Draft, at: number, i: number): boolean {
  const lex = reader.tokens[i]?.lex;
  if (!lex || (i > at && !reaches(reader, i))) return false;
  const bound =
    lex.before ??
    (i === at && !isVerb(lex) && !lex.boundNeeds && !lex.adding && leadsOf(reader, i) ? lex.after : undefined);
  if (isPlusSign(reader, i)) head.to = i + 1;
  else if (bound && head.bound === 'exact' && !isBracket(reader, i)) takeBound(head, lex, bound);
  // "larger than about 2 TB" is larger.
  else if (lex.before === 'about' && head.bound !== 'exact') head.to = i + 1;
  // … and "at least as many as 15" are at least 15.
  else if (lex.before === 'at-most' && head.bound === 'at-least') head.to = i + 1;
  else if ((lex.difference || lex.timesNeeds) && isComparative(reader, i - 1, head))
    Object.assign(head, noHead(i + 1), { timesNeeds: lex.timesNeeds === true });
  else if (isFiller(reader, head, i)) {
    head.timesNeeds ||= lex.timesNeeds === true;
    head.filled ||= lex.filler === true;
    head.lasts ||= lex.lasting === true;
    head.compares ||= lex.definite === true;
  } else if (head.opened && isArticle(lex) && isCount(reader.tokens[i + 1])) head.to = i + 1;
  else if (lex.from && !head.opened && i === at) {
    head.opened = true;
    head.timesNeeds = lex.timesNeeds ?? false;
  } else if (lex.timesNeeds && !head.timesNeeds) head.timesNeeds = true;
  else if (lex.timesBefore && !head.times) head.times = true;
  else if (lex.currency && lex.leads && !head.currency && !isLoneLetter(reader, i)) head.currency = lex.currency;
  else if ((lex.minus || isDashMinus(reader, i)) && !head.minus && close(reader, i + 1) && !isCounting(reader, i))
    head.minus = true;
  else if (lex.ordinalBefore && !head.ordinal) head.ordinal = true;
  else if (lex.percentBefore && !head.percent) head.percent = true;
  else return false;
  head.to = i + 1;
  return true;
}

/** entre el 20 y el 30 %, fra den 3. til den 5. */
export function isArticle({ article, definite, endArticle }: Lexeme): boolean {
  return (article ?? definite ?? endArticle) === true;
}

/** fra i 70 e gli 80, entre los cinco y los diez: digits, or a word for more than one. */
function isCount(token: Token | undefined): boolean {
  return token !== undefined && (token.digits !== undefined || (token.lex.number ?? 0) > 1);
}

/** "the bill tops €700m", but "€700m, tops": before its figure, what may be a verb goes beyond it. */
function isVerb({ passing }: Lexeme): boolean {
  return passing === true;
}

/** 7-6<7-5>: what encloses its numbers bounds none. */
function isBracket({ tokens, folded }: Reader, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return folded.charAt(start) === '<' && /^<\d[\d:–-]*>/.test(folded.slice(start, start + BRACKETS));
}

/** The longest that is looked for within brackets, in UTF-16 units. */
const BRACKETS = 9;

/** R50,000 is money, "R 50" hardly. */
function isLoneLetter(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token?.lex.largeOnly === true && token.end - token.start === 1 && gap(reader, at + 1) !== '';
}

function takeBound(head: Draft, lex: Lexeme, bound: Bound): void {
  head.bound = bound;
  head.during = lex.during ?? false;
  head.condition = lex.condition ?? false;
  head.places = lex.placing ?? false;
  head.spans = lex.spanning ?? false;
}

/** Behind a bound, a word that says nothing of the number: "more than in the first …", "over the 20". */
function isFiller(reader: Reader, head: Head, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  if (!lex || head.bound === 'exact') return false;
  if (lex.article && reader.tokens[at + 1]?.digits) return true;
  return lex.filler === true && !isOne(reader, at) && !leadsAmount(reader, at);
}

/** больше на, дороже в, and not больше чем на: a bound in one word, right before. */
function isComparative({ tokens, folded }: Reader, at: number, head: Head): boolean {
  const token = tokens[at];
  if (!token || head.to !== at + 1 || (head.bound !== 'over' && head.bound !== 'under')) return false;
  return !/\s/.test(folded.slice(token.start, token.end));
}

/**
 * What may stand behind a number belongs to the one right before it; behind a date it leads the next: "в 1992 году и
 * более 50 млрд".
 */
function leadsOf(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at);
  // 2019년까지: an ending belongs to its date.
  if (gap(reader, at) === '' || reader.lexicon.ratesLead) return false;
  const leads = before?.lex.yearAfter ?? (before?.lex.month !== undefined || isJoinedTo(reader, at));
  return gap(reader, at) === 'more' || leads;
}

/** за 19 дней и менее чем за 3 млн: with "than" behind it, "and less" is no end of what stands before. */
export function isJoinedTo(reader: Reader, at: number): boolean {
  return close(reader, at + 1) && reader.tokens[at + 1]?.lex.filler === true;
}

/** 30胜2负20次: behind a number, what counts it is no minus of the next. */
function isCounting({ tokens }: Reader, at: number): boolean {
  const [before, token] = [previous(tokens, at), tokens[at]];
  return (
    token?.lex.classifier === true && before?.end === token.start && (before.digits ?? before.lex.number) !== undefined
  );
}

/** –15: a dash right before digits, with nothing before it that it could join, is a minus. */
function isDashMinus(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token?.lex.to || reader.folded.charAt(token.start) !== '–' || reader.tokens[at + 1]?.digits === undefined)
    return false;
  if (gap(reader, at + 1) !== '' || gap(reader, at) === '') return false;
  const before = previous(reader.tokens, at);
  return (
    /^[\s(]?$/.test(reader.folded.charAt(token.start - 1)) &&
    (gap(reader, at) === 'more' || before?.digits === undefined)
  );
}

/** +5 is 5: a sign right before digits is no bound. */
function isPlusSign(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const isPlus = token?.lex.after !== undefined && reader.folded.charAt(token.start) === '+';
  return isPlus && gap(reader, at) !== '' && reader.tokens[at + 1]?.digits !== undefined && gap(reader, at + 1) === '';
}

/** "more than a hundred", "over a decade": the article belongs to the number. */
function leadsAmount(reader: Reader, at: number): boolean {
  const next =
    reader.tokens[at]?.lex.article && gap(reader, at + 1) !== 'more' ? reader.tokens[at + 1]?.lex : undefined;
  return (next?.scale ?? next?.amount ?? next?.group ?? next?.fraction ?? next?.unit) !== undefined;
}

/** "al menos una" says one; "más de un millón" says a million. */
function isOne(reader: Reader, at: number): boolean {
  if (reader.tokens[at]?.lex.number === undefined) return false;
  const next = reader.tokens[at + 1];
  return !next?.digits && next?.lex.number === undefined && next?.lex.scale === undefined && !next?.lex.amount;
}

/** Is the token next to the one before, or within the reach that a bound has over its verb (至少有)? */
export function reaches(reader: Reader, at: number): boolean {
  if (gap(reader, at) !== 'more') return true;
  const before = previous(reader.tokens, at);
  const token = reader.tokens[at];
  if (!before?.lex.reach || !token) return false;
  return token.start - before.end <= before.lex.reach && isNear(reader, before.end, token.start);
}

/** A bound, currency or sign tells where the figure starts; "from" and "in" are not part of it. */
export function startOf(reader: Reader, head: Head): number {
  let from = head.from;
  while (from < head.to && !isTelling(reader, from)) from += 1;
  return from;
}

function isTelling(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  if (!lex) return false;
  const bound = lex.before ?? (isVerb(lex) ? undefined : lex.after);
  const sort = lex.currency ?? lex.timesBefore ?? lex.ordinalBefore ?? lex.percentBefore;
  return (bound ?? lex.minus ?? sort) !== undefined || isDashMinus(reader, at);
}

/** How far a word of rise or fall may stand from its figure, in UTF-16 units. */
const NEAR = 14;

export function isNear(reader: Reader, end: number, start: number): boolean {
  return start - end <= NEAR && !/[.;:!?。；：！？,，]/.test(reader.folded.slice(end, start));
}
