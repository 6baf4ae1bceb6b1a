import { add, type Exact, exact, scaleBy, ZERO } from '../../value.ts';
import { type Amount, amount, close, gap, isClosed, joined, type Reader } from '../tokens/reader.ts';

/** Number words of a language with spaces: additive below a hundred, then hundreds, then descending scales. */
export function readSpelled(reader: Reader, at: number): Amount | undefined {
  let total = ZERO;
  let group: number | undefined;
  let room = 1000;
  let lastScale = Number.POSITIVE_INFINITY;
  let i = at;
  let to = at;
  let scale = 0;
  for (;;) {
    const lex = reader.tokens[i]?.lex;
    if (
      !lex ||
      (i > at && ((!joined(reader, i) && !isParted(reader, i)) || isClosed(reader, i - 1) || isLedTo(reader, i)))
    )
      break;
    // jaren tachtig een halve graad: where numbers are one word, two words are two numbers.
    if (reader.lexicon.fused && i > at && gap(reader, i) === ' ' && group !== undefined && lex.number !== undefined)
      break;
    if (lex.and && i > at && continuesAfterAnd(reader, i + 1, group, total)) {
      i += 1;
      continue;
    }
    if (lex.number !== undefined && lex.number < room && (group === undefined || lex.number > 0)) {
      group = (group ?? 0) + lex.number;
      room = roomBelow(lex.number);
    } else if (lex.scale === 2 && (group ?? 1) < 100 && (group !== undefined || i === at)) {
      group = (group ?? 1) * 100;
      room = 100;
    } else if (lex.scale !== undefined && lex.scale > 2 && lex.scale < lastScale && (group !== undefined || i === at)) {
      total = add(total, scaleBy(exact(group ?? 1), lex.scale));
      lastScale = lex.scale;
      scale = Math.max(scale, lex.scale);
      group = undefined;
      room = 1000;
    } else if (lex.scale !== undefined && lex.scale > Math.max(scale, 2) && total.n > 0n) {
      // هزار میلیارد, two thousand five hundred billion: a larger scale counts all before it.
      total = scaleBy(add(total, exact(group ?? 0)), lex.scale);
      lastScale = lex.scale;
      scale = lex.scale;
      group = undefined;
      room = 1000;
    } else {
      break;
    }
    i += 1;
    to = i;
  }
  if (to === at) return undefined;
  return amount(add(total, exact(group ?? 0)), at, to, { scale });
}

/** "forty-two thousand, six hundred and seven": a comma may part the hundreds from the thousands before them. */
function isParted({ folded, tokens }: Reader, at: number): boolean {
  const [last, first, hundred] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!last || !first || !hundred || (last.lex.scale ?? 0) < 3 || hundred.lex.scale !== 2) return false;
  const isDigit = first.lex.number !== undefined && first.lex.number < 10;
  return isDigit && folded.slice(last.end, first.start) === ', ' && folded.slice(first.end, hundred.start) === ' ';
}

/** בין מיליון לשני מיליון: with "to" glued before it, a number is the other end. */
export function isLedTo({ folded, tokens, lexicon }: Reader, at: number): boolean {
  const { lead, start } = tokens[at] ?? {};
  return lead !== undefined && lexicon.words.find(folded.slice(lead, start))?.lexeme?.to === true;
}

/** What may follow twenty is below ten, what may follow two hundred below a hundred, and nothing follows seven. */
function roomBelow(number: number): number {
  if (number >= 100) return 100;
  return number >= 20 && number % 10 === 0 ? 10 : 0;
}

function continuesAfterAnd(reader: Reader, at: number, group: number | undefined, total: Exact): boolean {
  const next = reader.tokens[at]?.lex.number;
  if (next === undefined || !joined(reader, at)) return false;
  // treinta y uno, двайсет и пет: some languages join tens and units too.
  if (group !== undefined && group >= 20 && group % 10 === 0 && next < 10) return reader.lexicon.joinsTens;
  return group === undefined ? total.n > 0n && next < 1000 : group >= 100 && group % 100 === 0 && next < 100;
}

/** The scale words from token `at`, as one power of ten. */
export function readScales(reader: Reader, at: number, below: number): { power: number; to: number } {
  let power = 0;
  let i = at;
  for (;;) {
    const lex = reader.tokens[i]?.lex;
    if (lex?.scale === undefined || !joined(reader, i) || lex.scale >= below || lex.scale < 2) break;
    if (isCode(reader, i) || (lex.unit !== undefined && !isMillion(reader, at, i))) break;
    power += lex.scale;
    i += 1;
    if (isClosed(reader, i - 1)) break;
  }
  return { power, to: i };
}

/** £5m, 5m euros, 5m tonnes: what may be metres is millions beside money or another unit. `at` is behind the digits. */
function isMillion(reader: Reader, at: number, index: number): boolean {
  for (let i = at - 2; i >= 0 && i >= at - 5; i -= 1) {
    const lex = reader.tokens[i]?.lex;
    if (lex?.leads) return true;
    if (!reader.tokens[i]?.digits && !lex?.to) break;
  }
  const next = close(reader, index + 1) ? reader.tokens[index + 1]?.lex : undefined;
  return next?.currency !== undefined || (next?.unit !== undefined && next.scale === undefined);
}

/** Form 10-K: a single letter behind a hyphen is a part of a name and no scale. */
function isCode(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  return token !== undefined && token.end - token.start === 1 && gap(reader, at) === '-';
}
