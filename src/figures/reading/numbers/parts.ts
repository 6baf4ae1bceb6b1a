import { add, type Exact, ONE, order, scaleBy } from '../../value.ts';
import { type Amount, close, gap, isClosed, joined, previous, type Reader } from '../tokens/reader.ts';
import { DURATIONS } from '../words/lexeme.ts';
import { readScales, readSpelled } from './spelled.ts';

/** The part of a number behind its first scale. */
interface Part {
  readonly value: Exact;
  readonly to: number;
  /** Power of ten of its last scale word, 0 without one: nothing follows then. */
  readonly lowest: number;
}

/** Where the next part would start, and whether a word joins it. */
interface Join {
  readonly at: number;
  readonly said: boolean;
}

/** "a million and a half": what is added behind a scale is a part of the scale, which may be said again. */
export function readScaledPlus(reader: Reader, first: Amount): Amount | undefined {
  const scale = lowestScale(reader, first);
  const plus = reader.tokens[first.to]?.lex.plus;
  if (scale < 3 || !plus || !joined(reader, first.to)) return undefined;
  // مليون ونصف مليون دولار
  const again = reader.tokens[first.to + 1]?.lex.scale === scale && close(reader, first.to + 1);
  return { ...first, value: add(first.value, scaleBy(plus, scale)), to: first.to + (again ? 2 : 1) };
}

/**
 * "1 млн 200 тыс.", "2 мың 340", مليون و250 ألفا, ۲ هزار و ۵۰۰, ألفين وثلاثمئة: smaller digits or words behind a scale
 * belong to the same number; a larger scale behind them counts the sum (৭ লাখ ৩০ হাজার কোটি).
 */
export function readParts(reader: Reader, first: Amount): Amount {
  // "1.5 million and 200 thousand" are two numbers.
  if (reader.tokens[first.from]?.decimals) return first;
  let whole = first;
  let lowest = lowestScale(reader, first);
  while (lowest >= 3 && !isClosed(reader, whole.to - 1)) {
    const join = joinAt(reader, whole.to);
    const part = join && (digitsPart(reader, join, lowest, whole) ?? wordsPart(reader, join, lowest, whole));
    if (!part) return whole;
    const value = add(whole.value, part.value);
    const larger = readScales(reader, part.to, Number.POSITIVE_INFINITY);
    if (larger.power > 0) return { ...whole, value: scaleBy(value, larger.power), to: larger.to, scale: larger.power };
    whole = { ...whole, value, to: part.to };
    lowest = part.lowest;
  }
  return whole;
}

/** The power of ten that what follows stays below. */
function lowestScale(reader: Reader, { to, scale }: Amount): number {
  const { scale: last, amount } = reader.tokens[to - 1]?.lex ?? {};
  return last ?? (amount ? scale : 0);
}

function joinAt(reader: Reader, at: number): Join | undefined {
  const token = reader.tokens[at];
  if (!token || !close(reader, at)) return undefined;
  const { conjunction, joinsRest } = reader.lexicon;
  if (token.lex.and || (token.lex.conjunction && joinsRest))
    return joined(reader, at + 1) ? { at: at + 1, said: true } : undefined;
  if (token.lead !== undefined) {
    const glued = joinsRest && conjunction.startsWith(reader.folded.slice(token.lead, token.start));
    return glued ? { at, said: true } : undefined;
  }
  return gap(reader, at) === ' ' ? { at, said: false } : undefined;
}

function digitsPart(reader: Reader, join: Join, lowest: number, whole: Amount): Part | undefined {
  const token = reader.tokens[join.at];
  if (!token?.digits) return undefined;
  const scaled = readScales(reader, join.at + 1, lowest);
  const value = scaleBy(token.digits, scaled.power);
  if (order(value, scaleBy(ONE, lowest)) >= 0) return undefined;
  const larger = readScales(reader, scaled.to, Number.POSITIVE_INFINITY);
  if (larger.power > 0 && larger.power <= whole.scale) return undefined;
  if (scaled.power > 0) return { value, to: scaled.to, lowest: reader.tokens[scaled.to - 1]?.lex.scale ?? 0 };
  return larger.power > 0 || isRest(reader, join, lowest, whole) ? { value, to: join.at + 1, lowest: 0 } : undefined;
}

/** Are the digits behind a scale, without a scale of their own, the last of its number? */
function isRest(reader: Reader, { at, said }: Join, lowest: number, whole: Amount): boolean {
  const plain = reader.tokens[at]?.plain;
  if (!plain || plain.length > lowest || /^(?:19|20)\d\d$/.test(plain)) return false;
  const next = joined(reader, at + 1) ? reader.tokens[at + 1]?.lex : undefined;
  if (next?.share || next?.month || next?.monthAfter) return false;
  // "£2,000 and 20 years", "two million 18-year-olds"
  const isShort = plain.length < 3;
  if (isShort && (/^[-–]/.test(reader.folded.charAt(reader.tokens[at]?.end ?? 0)) || DURATIONS.has(next?.unit ?? '')))
    return false;
  if (said) return lowest === 3 && !previous(reader.tokens, whole.from)?.lex.leads;
  if (isShort && lowest > 3) return false;
  return plain.length > 1 || next?.classifier === true;
}

/** Words behind digits or behind a word that holds its scale: 3 ملايين وخمسمئة ألف, אלפיים ושלוש מאות. */
function wordsPart(reader: Reader, join: Join, lowest: number, whole: Amount): Part | undefined {
  const first = reader.tokens[whole.from];
  if (!join.said || (!first?.digits && !first?.lex.amount)) return undefined;
  const part = readSpelled(reader, join.at);
  if (!part || order(part.value, scaleBy(ONE, lowest)) >= 0) return undefined;
  // "2 million and three" may be two things.
  if (first.digits && part.value.n < 100n) return undefined;
  return { value: part.value, to: part.to, lowest: reader.tokens[part.to - 1]?.lex.scale ?? 0 };
}
