import { isSpacedLetter } from '../../letters.ts';
import { format } from '../../value.ts';
import { readAmount } from '../numbers/amount.ts';
import { readSpelled } from '../numbers/spelled.ts';
import { close, gap, joined, previous, type Reader } from '../tokens/reader.ts';
import { exactly, type Read } from '../tokens/said.ts';
import { DURATIONS } from '../words/lexeme.ts';
import { NONE } from '../words/steady.ts';

/**
 * Is the number at `at` the name of something? Behind a label it is nothing else: Table 3, ISO 9001, Figures 2–4;
 * behind the name of a part it may be an ordinal elsewhere: Article 50, Phase III, Part Two.
 */
export function labelOf(reader: Reader, at: number): 'label' | 'numbered' | undefined {
  const token = reader.tokens[at];
  if (token?.digits === undefined) return isNumberedWord(reader, at) ? 'numbered' : undefined;
  const label = labelBefore(reader, at);
  if (label) return label;
  if (gap(reader, at) === '-' || (isClause(reader, at) && !isMeasured(reader, at + 1)))
    return labelBefore(reader, at - 1);
  if (!previous(reader.tokens, at)?.lex.to || !close(reader, at) || !close(reader, at - 1)) return undefined;
  const first = labelBefore(reader, at - 2);
  return first === 'label' || gap(reader, at) === '' ? first : undefined;
}

function labelBefore(reader: Reader, at: number): 'label' | 'numbered' | undefined {
  const lex = previous(reader.tokens, at)?.lex;
  if (reader.tokens[at]?.digits === undefined || !close(reader, at)) return undefined;
  // kode pos 23 tahun kemudian
  if (lex?.label) return isLasting(reader, at + 1) ? undefined : 'label';
  const isMuch = isMeasured(reader, pastRange(reader, at)) && !isLettered(reader, at);
  return lex?.numbered && !isMuch && !isSpan(reader, at) ? 'numbered' : undefined;
}

/** "Since round 300 million": a scale or unit behind it makes it an amount. */
function isMeasured(reader: Reader, at: number): boolean {
  const lex = close(reader, at) ? reader.tokens[at]?.lex : undefined;
  return (lex?.scale ?? lex?.unit ?? lex?.currency ?? lex?.share) !== undefined;
}

/** "Long March 5B": a capital right behind one digit or two is a part of the name. */
function isLettered({ tokens, text }: Reader, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token?.plain || token.plain.length > 2 || next?.start !== token.end) return false;
  return next.end === next.start + 1 && /^\p{Lu}$/u.test(text.slice(next.start, next.end));
}

/** A label counts no years: what stands before so many ends its clause. */
function isLasting({ tokens, folded }: Reader, at: number): boolean {
  const { lex, start = 0, end = 0 } = tokens[at] ?? {};
  return DURATIONS.has(lex?.unit ?? '') && end - start > 2 && folded.charAt(start - 1) === ' ';
}

/** The token behind a number, or behind the other end of its range: на уровне 4–5%. */
function pastRange({ tokens }: Reader, at: number): number {
  const isRange = tokens[at + 1]?.lex.to && tokens[at + 2]?.digits && tokens[at + 2]?.start === tokens[at + 1]?.end;
  return isRange ? at + 3 : at + 1;
}

/** Season 2023–2024: years and no number of a part. */
function isSpan(reader: Reader, at: number): boolean {
  const last = gap(reader, at + 1) === '-' || !reader.tokens[at + 1]?.lex.to ? at + 1 : at + 2;
  const ends = [reader.tokens[at], reader.tokens[last]].map((token) => /^(?:19|20)\d\d$/.test(token?.plain ?? ''));
  return ends.every(Boolean) && joined(reader, last);
}

/** Phase III, Part Two: not in digits. */
function isNumberedWord(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  const lead = previous(reader.tokens, at);
  // ชั้นสี่: where nothing parts words, nor does a space stand there.
  const parted = lead && isSpacedLetter(reader.folded.charCodeAt(lead.start)) ? ' ' : '';
  if (!lead?.lex.numbered || gap(reader, at) !== parted) return false;
  // будинок XVIII століття
  if (close(reader, at + 1) && reader.tokens[at + 1]?.lex.centuryAfter) return false;
  // "on the last lap two years ago"
  if (token?.roman === undefined && isMeasured(reader, at + 1)) return false;
  return token?.roman !== undefined || token?.lex.number !== undefined;
}

/** Article 6(1). */
function isClause(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at);
  const token = reader.tokens[at];
  return before !== undefined && token !== undefined && reader.folded.slice(before.end, token.start) === '(';
}

/** The number of a part: of small weight, since another language may say it as an ordinal or not at all. */
export function readNumbered(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  const value = token?.digits ? format(token.digits) : token?.roman?.toString();
  if (value !== undefined) return { ...exactly('number', value), soft: true, from: at, to: at + 1 };
  // "nummer sju av ni barn" is the seventh, and no share.
  const whole = readAmount(reader, at);
  const amount = whole?.fraction ? readSpelled(reader, at) : whole;
  return amount && { ...exactly('number', format(amount.value)), soft: true, from: at, to: amount.to };
}

/** "12.1. Scope", "(3) The Council": at the start of a text, what numbers it; another edition may write it otherwise. */
export function isListMark({ text, folded, tokens }: Reader, { from, to, kind, unit }: Read): boolean {
  const token = tokens[from];
  if (!token || to - from > 1 || token.digits === undefined || kind !== 'number' || unit !== null) return false;
  if (!/^[\s([]*$/.test(folded.slice(0, token.start))) return false;
  const behind = text.slice(token.end, token.end + 4);
  return (token.plain === undefined ? /^\.(?:\s|$)/ : /^(?:\.|\)|\.\))\s+[\p{Lu}\p{Lo}\d]/u).test(behind);
}

/** "in her 30s", "in his late fifties": an age, of which many languages say less. */
export function readAge(reader: Reader, at: number): Read | undefined {
  const token = reader.tokens[at];
  const life = lifeDecade(reader, at);
  if (life) return life;
  const spelled = token?.lex.decade;
  const tens = spelled ?? (token?.plain?.length === 2 ? Number(token.plain) : 0);
  if (tens < 20 || tens > 90 || tens % 10 !== 0 || !isOfSomeone(reader, at)) return undefined;
  const marked = reader.tokens[at + 1]?.lex.decadeAfter && gap(reader, at + 1) === '';
  if (spelled === undefined && !marked) return undefined;
  const to = spelled === undefined ? at + 2 : at + 1;
  return { ...exactly('duration', String(tens)), unit: 'year', bound: 'over', soft: true, from: at, to };
}

/** на девятом десятке: the ninth ten years of a life begin at eighty. */
function lifeDecade(reader: Reader, at: number): Read | undefined {
  const { lex, plain } = reader.tokens[at] ?? {};
  const isSuffixed = plain?.length === 1 && reader.tokens[at + 1]?.lex.ordinalAfter && gap(reader, at + 1) !== 'more';
  const to = isSuffixed ? at + 2 : at + 1;
  if (!reader.tokens[to]?.lex.lifeDecade || !close(reader, to)) return undefined;
  const number = isSuffixed ? Number(plain) : lex?.ordinal?.d === 1n ? Number(lex.ordinal.n) : 0;
  if (number < 3 || number > 10) return undefined;
  const tens = String((number - 1) * 10);
  return { ...exactly('duration', tens), unit: 'year', bound: 'over', soft: true, from: at, to: to + 1 };
}

/** "in their sixties and seventies": the second of two tens of an age. */
function isSecondOfTwo(reader: Reader, at: number): boolean {
  const { conjunction, and, or, to } = previous(reader.tokens, at)?.lex ?? NONE;
  if (!(conjunction || and || or || to) || !close(reader, at - 1)) return false;
  const first = previous(reader.tokens, at - 1)?.lex.decadeAfter ? at - 3 : at - 2;
  return first > 0 && readAge(reader, first) !== undefined;
}

/** "her 30s", "his mid-40s". */
function isOfSomeone(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at)?.lex;
  if (gap(reader, at) === 'more') return false;
  if (before?.ageLead || isSecondOfTwo(reader, at)) return true;
  return (
    Boolean(before?.monthLead || before?.prefix) &&
    previous(reader.tokens, at - 1)?.lex.ageLead === true &&
    close(reader, at - 1)
  );
}
