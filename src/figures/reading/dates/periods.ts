import { readAmount } from '../numbers/amount.ts';
import { isCount, smallOrdinal } from '../numbers/ordinals.ts';
import { close, type DateRead, gap, type Reader } from '../tokens/reader.ts';
import { dateGap } from './led.ts';

/** 1990s, 20世纪90年代, 1990-е годы, 21st century, XXI век. */
export function decadeOrCentury(reader: Reader, at: number): DateRead | undefined {
  const period = periodLed(reader, at) ?? spelledDecade(reader, at);
  if (period) return period;
  const plain = readAmount(reader, at);
  if (plain && reader.tokens[plain.to]?.lex.decadeAfter && gap(reader, plain.to) === '' && plain.value.d === 1n) {
    return isScaled(reader, plain.to + 1) ? undefined : decadeOf(reader, Number(plain.value.n), at, plain.to + 1);
  }
  const number = smallOrdinal(reader, at);
  const mark = number && reader.tokens[number.to];
  if (!number || !mark) return undefined;
  if (gap(reader, number.to) === 'more' && !dateGap(reader, number.to)) return undefined;
  if (mark.lex.decadeAfter)
    return isScaled(reader, number.to + 1) ? undefined : decadeOf(reader, number.value, at, number.to + 1);
  if (sharesCentury(reader, at, number)) return { value: `C${number.value}`, from: at, to: number.to };
  if (!mark.lex.centuryAfter || isCount(reader, at, number.to)) return undefined;
  const next = number.to + 1;
  const inner = close(reader, next) ? smallOrdinal(reader, next) : undefined;
  if (inner && reader.tokens[inner.to]?.lex.decadeAfter && close(reader, inner.to)) {
    return decade(inner.value, number.value, at, inner.to + 1);
  }
  return number.value > 0 && number.value < 30 ? { value: `C${number.value}`, from: at, to: next } : undefined;
}

/** "the 18th- and 19th-century houses", XVIII–XIX веков: the century that is said once behind two of them. */
function sharesCentury(reader: Reader, at: number, { value, to }: { value: number; to: number }): boolean {
  const { tokens, folded } = reader;
  const isOrdinal = tokens[at]?.roman !== undefined || tokens[to - 1]?.lex.ordinal || to > at + 1;
  if (!isOrdinal || value < 1 || value > 20) return false;
  const { to: dash, fromTo, and, conjunction, or } = tokens[to]?.lex ?? {};
  const behind = (dash ?? fromTo ?? and ?? conjunction ?? or) ? to + 1 : to;
  const next = tokens[behind]?.lex.definite ? behind + 1 : behind;
  const last = smallOrdinal(reader, next);
  if (!last || last.value <= value || last.value > 21 || !tokens[last.to]?.lex.centuryAfter) return false;
  const [end = 0, start = 0] = [tokens[to - 1]?.end, tokens[next]?.start];
  return start - end <= JOINT && !/[.,;:!?()]/.test(folded.slice(end, start)) && dateGap(reader, last.to);
}

/** How far the one may stand from the other, in UTF-16 units. */
const JOINT = 8;

/** 30-те хиляди: the article of a number that goes on in a scale. */
function isScaled(reader: Reader, to: number): boolean {
  return gap(reader, to) === ' ' && reader.tokens[to]?.lex.scale !== undefined;
}

/** "the eighties", "the nineteen-eighties". */
function spelledDecade(reader: Reader, at: number): DateRead | undefined {
  const tens = reader.tokens[at]?.lex.decade;
  if (tens !== undefined) return decadeOf(reader, tens, at, at + 1);
  const lead = reader.tokens[at]?.lex.number;
  const behind = lead !== undefined && gap(reader, at + 1) !== 'more' ? reader.tokens[at + 1]?.lex.decade : undefined;
  return lead !== undefined && lead >= 10 && lead <= 20 && behind !== undefined
    ? decade(behind, lead + 1, at, at + 2)
    : undefined;
}

/** 60-е годы XX века, les années 70 du XIXe siècle, in den 70er Jahren des 19. Jahrhunderts: the century may follow. */
function decadeOf(reader: Reader, number: number, from: number, to: number): DateRead | undefined {
  const behind = number < 100 ? centuryBehind(reader, to) : undefined;
  return decade(number, behind?.century, from, behind?.to ?? to);
}

function centuryBehind(reader: Reader, to: number): { century: number; to: number } | undefined {
  let at = to;
  while (at < to + 2 && isLink(reader, at)) at += 1;
  const [last, next] = [reader.tokens[to - 1], reader.tokens[at]];
  if (!last || !next || !LINK.test(reader.folded.slice(last.end, next.lead ?? next.start))) return undefined;
  // dell'Ottocento
  const said = next.lex.day === undefined ? decadeOrCentury(reader, at) : { value: next.lex.day, to: at + 1 };
  const [, century, hundreds] = /^(?:C(\d+)|(\d\d)00s)$/.exec(said?.value ?? '') ?? [];
  if (!said || (century ?? hundreds) === undefined) return undefined;
  return { century: century ? Number(century) : Number(hundreds) + 1, to: said.to };
}

/** Words that link may lead a number elsewhere; what joins two says that they are two. */
function isLink({ tokens, folded }: Reader, at: number): boolean {
  const { start = 0, end = 0, roman, lex } = tokens[at] ?? {};
  if (!lex || (roman ?? lex.number ?? lex.ordinal ?? lex.conjunction ?? lex.and ?? lex.or ?? lex.to) !== undefined)
    return false;
  return /^\p{L}{1,4}(?: \p{L}{1,4})?$/u.test(folded.slice(start, end));
}

/** Nothing, or a preposition and an article: van de, des, du, del, na. */
const LINK = /^\.?(?:[ -]?|(?: \p{L}{1,4}){1,2}(?: |['’]))$/u;

/** siglo XXI, thế kỷ 21, años 90, les années 1990. */
function periodLed(reader: Reader, at: number): DateRead | undefined {
  const lex = reader.tokens[at]?.lex;
  if ((!lex?.centuryBefore && !lex?.decadeBefore) || gap(reader, at + 1) === 'more') return undefined;
  // siglos una leyenda: an article is no century.
  const number = reader.tokens[at + 1]?.lex.article ? undefined : smallOrdinal(reader, at + 1);
  if (!number) return undefined;
  if (lex.decadeBefore) return isYears(reader, at + 1) ? undefined : decadeOf(reader, number.value, at, number.to);
  return number.value > 0 && number.value < 30 ? { value: `C${number.value}`, from: at, to: number.to } : undefined;
}

/** los años 1900-1999, les années 2010 et 2011: with a year that begins no decade behind it, it is a year too. */
function isYears(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at + 1]?.lex;
  const isWord = (lex?.to || lex?.conjunction) && close(reader, at + 1) && close(reader, at + 2);
  const last = isWord ? at + 2 : at + 1;
  const years = [at, last].map((i) => reader.tokens[i]?.plain ?? '');
  if (!years.every((year) => year.length === 4) || (years[1] ?? '').endsWith('0')) return false;
  return isWord === true || gap(reader, last) === '-';
}

/** Two digits alone are of the twentieth century, as in everyday use. */
function decade(number: number, century: number | undefined, from: number, to: number): DateRead | undefined {
  if (number % 10 !== 0) return undefined;
  if (number >= 1000) return { value: `${number}s`, from, to };
  return number >= 20 && number < 100 ? { value: `${((century ?? 20) - 1) * 100 + number}s`, from, to } : undefined;
}
