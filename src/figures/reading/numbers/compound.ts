import { isSpacedLetter } from '../../letters.ts';
import { add, type Exact, exact, multiply } from '../../value.ts';
import { type Amount, close, endsWith, gap, previous, type Reader } from '../tokens/reader.ts';
import { DURATIONS, type Lexeme } from '../words/lexeme.ts';
import { readAmount } from './amount.ts';

/** A figure whose smaller unit is said too, in the unit that makes it whole. */
interface Compound {
  readonly value: Exact;
  readonly unit: string;
  /** The token behind it. */
  readonly to: number;
  readonly byComma?: boolean;
}

/** Units said with a smaller one behind them, and how many of that make one (NIST SP 811, appendix B). */
const SMALLER: Readonly<Record<string, readonly [string, number]>> = {
  foot: ['inch', 12],
  stone: ['pound', 14],
  pound: ['ounce', 16],
  GBP: ['ounce', 16],
  kilometer: ['meter', 1000],
  meter: ['centimeter', 100],
  kilogram: ['gram', 1000],
  year: ['month', 12],
  week: ['day', 7],
  day: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
};

/**
 * 2 dollars and 23 cents, два рубля тридцать копеек, 3块5毛 in the currency; 6ft 2in, 7년 6개월, "2 hours, 14 minutes and
 * 4 seconds" in the smallest unit. `value` is what was read so far, in `unit`; `at` is the token behind it.
 */
export function smallerBehind(reader: Reader, at: number, unit: string, value: Exact): Compound | undefined {
  let found: Compound | undefined;
  for (;;) {
    const more = oneSmaller(reader, found?.to ?? at, found?.unit ?? unit, found?.value ?? value);
    if (!more || (more.byComma && !goesOn(reader, more))) return found;
    found = more;
    if (more.unit === unit && !isTenth(reader, more.to - 1)) return found;
  }
}

function oneSmaller(reader: Reader, at: number, unit: string, value: Exact): Compound | undefined {
  const lead = reader.tokens[at]?.lex;
  const isJoined = close(reader, at) || (DURATIONS.has(unit) && isBehindComma(reader, at));
  const from = ((lead?.and || lead?.conjunction) && isJoined) || isNoughtBetween(reader, at) ? at + 1 : at;
  const tenths = tenthsBehind(reader, at);
  if (tenths !== undefined) return { value: add(value, exact(tenths, 10)), unit, to: at + 1 };
  const cents = centsBehind(reader, at, unit);
  if (cents) return { value: add(value, exact(cents.number, 100)), unit, to: cents.to };
  const hundredths = unit === 'second' ? hundredthsBehind(reader, at) : undefined;
  if (hundredths) return { value: add(value, hundredths), unit, to: at + 1 };
  if (isCentsAlone(reader, at)) {
    return { value: add(value, exact(Number(reader.tokens[at]?.plain), 100)), unit, to: at + 1 };
  }
  const parts = unit === 'meter' ? centimetresBehind(reader, at) : undefined;
  if (parts) return { value: add(value, parts.value), unit, to: parts.to };
  // 10 dolardan 2 sente: from one to the other.
  if (from === at && endsWith(reader, at - 1, reader.lexicon.fromAfter)) return undefined;
  // a fêté ses trois ans le mois dernier
  if (from === at && lead?.article) return undefined;
  const amount = follows(reader, from, unit) ? readAmount(reader, from) : undefined;
  if (!amount) return undefined;
  const lex = gap(reader, amount.to) === 'more' ? undefined : reader.tokens[amount.to]?.lex;
  // 6 euros and 40 cents: many a currency has cents.
  if (lex?.subunit === unit || (lex?.subunit === 'USD' && /^[A-Z]{3}$/.test(unit))) {
    return { value: add(value, multiply(amount.value, lex.factor ?? HUNDREDTH)), unit, to: amount.to + 1 };
  }
  // "three euros fifty", 14 euros 80
  if (/^[A-Z]{3}$/.test(unit) && from === at && isCents(reader, at, amount))
    return { value: add(value, multiply(amount.value, HUNDREDTH)), unit, to: amount.to };
  const [smaller, count] = SMALLER[unit] ?? [];
  if (smaller === undefined || count === undefined || amount.value.n >= BigInt(count) * amount.value.d)
    return undefined;
  const byComma = gap(reader, from) === 'more';
  const whole = { value: add(multiply(value, exact(count)), amount.value), unit: smaller, byComma };
  // 11 스톤 7 파운드: behind stones, pounds are no money.
  const isWeight = unit === 'stone' && lex?.currency === 'GBP';
  const named = lex?.unit === smaller ? !lex.factor : isWeight || (smaller === 'minute' && lex?.minuteAfter);
  if (smaller === 'month' && isMonths(reader, at, amount.to)) return { ...whole, to: amount.to + 1 };
  if (smaller === 'month' && isDated(reader, amount.to)) return undefined;
  if (named) return { ...whole, to: amount.to + 1 };
  // "5ft 10": inches need no name; 5 feet of 12 would have a noun.
  if (unit === 'foot') return from === at && isInches(reader, amount, lex) ? { ...whole, to: amount.to } : undefined;
  if (unit === 'hour') return from === at && isMinutes(reader, at, amount) ? { ...whole, to: amount.to } : undefined;
  const isMeters = unit === 'meter' && isHeight(value, amount) && !lex?.unit;
  return isMeters ? { value: add(value, multiply(amount.value, HUNDREDTH)), unit, to: amount.to } : undefined;
}

/** "3 euros 50", at the end of its clause: behind the name of a currency, two digits are its hundredths. */
function isCentsAlone(reader: Reader, at: number): boolean {
  const [name, token] = [previous(reader.tokens, at), reader.tokens[at]];
  if (token?.plain?.length !== 2 || !name?.lex.currency || name.lex.leads || gap(reader, at) !== ' ') return false;
  return /^(?:$|[.,;!?)»”"])(?!\d)/.test(reader.folded.slice(token.end, token.end + 2));
}

/** 11年零3个月: a nought in words before digits says that the number behind it is small. */
function isNoughtBetween({ tokens }: Reader, at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return token?.lex.number === 0 && next?.digits !== undefined && next.start === token.end;
}

/** "6ft 2", "a six-foot-two forward", "is six foot two."; in words, "six feet two men" may count something else. */
function isInches(reader: Reader, { from, to, plain }: Amount, next: Lexeme | undefined): boolean {
  if (plain) return !next;
  const end = reader.tokens[to - 1]?.end ?? 0;
  if (!next && gap(reader, from) === '-') return true;
  if (/^(?:$|[.,;:!?)”"’'–—])/.test(reader.folded.slice(end, end + 1))) return true;
  const [, word = ''] = /^ (\p{L}+)/u.exec(reader.folded.slice(end, end + NEXT)) ?? [];
  return reader.lexicon.uncounted.has(word);
}

/** "two hours forty", ехать час пятьдесят: minutes go without their name where a clause ends; в час тридцать is when. */
function isMinutes({ tokens, folded }: Reader, at: number, { value, to, plain, words }: Amount): boolean {
  if (value.d !== 1n || value.n < 5n || !(words || plain?.length === 2) || tokens[at - 2]?.lex.timesNeeds) return false;
  return /^(?:$|[.,;:!?)”"»’](?!\d))/.test(folded.slice(tokens[to - 1]?.end ?? 0, (tokens[to - 1]?.end ?? 0) + 2));
}

/** No word that counts nothing is longer, with its space, in UTF-16 units. */
const NEXT = 16;

/** "ein Meter achtzig", 1 Meter 80: two digits behind a few metres are centimetres. */
function isHeight({ n, d }: Exact, { value, plain, words }: Amount): boolean {
  return d === 1n && n < 10n && value.d === 1n && value.n >= 10n && (words || plain?.length === 2);
}

/** Do two digits stand right behind a name of money, or their words, and then no noun? */
function isCents(reader: Reader, at: number, { value, words, plain, to }: Amount): boolean {
  if (gap(reader, at) !== ' ' || value.d !== 1n || value.n < 10n || value.n > 99n) return false;
  if (
    !(words || plain?.length === 2) ||
    !isSpacedLetter(reader.folded.charCodeAt((previous(reader.tokens, at)?.end ?? 1) - 1))
  )
    return false;
  const end = reader.tokens[to - 1]?.end ?? 0;
  return /^(?:$|[.;:!?)”"’'–—](?!\d)|, )/.test(reader.folded.slice(end, end + 2));
}

/** 懲役6年6月, 8年6月の刑: beside a word that tells a span, the mark of a month counts months. `at`: behind the year, and behind the number. */
function isMonths({ tokens, folded, lexicon }: Reader, at: number, to: number): boolean {
  const token = tokens[to];
  if (!token?.lex.monthAfter || token.start !== tokens[to - 1]?.end) return false;
  if (lexicon.spanBehind.some((word) => folded.startsWith(word, token.end))) return true;
  let lead = at - 2;
  while (tokens[lead] && (tokens[lead]?.digits ?? tokens[lead]?.lex.number ?? tokens[lead]?.lex.scale) !== undefined)
    lead -= 1;
  return tokens[lead]?.lex.spanLead === true && tokens[lead]?.end === tokens[lead + 1]?.start;
}

/** 12年3月15日: with a day behind it, what could be months is the month of a date. */
function isDated(reader: Reader, at: number): boolean {
  if (!reader.tokens[at]?.lex.monthAfter || gap(reader, at + 1) !== '') return false;
  const day = readAmount(reader, at + 1);
  return day !== undefined && reader.tokens[day.to]?.lex.dayAfter === true && gap(reader, day.to) === '';
}

/** 三块五: a last digit is of the next lower unit where the language shortens so. */
function tenthsBehind(reader: Reader, at: number): number | undefined {
  const digit = gap(reader, at) === '' ? reader.tokens[at]?.lex.number : undefined;
  const lone = gap(reader, at + 1) === 'more' && previous(reader.tokens, at)?.lex.currencyAlone;
  return digit !== undefined && digit < 10 && lone && reader.lexicon.shortens ? digit : undefined;
}

/** 八角五分, 两毛五: a digit behind a tenth of a currency counts hundredths, named or last. */
function centsBehind(reader: Reader, at: number, unit: string): { number: number; to: number } | undefined {
  const lex = previous(reader.tokens, at)?.lex;
  const number = gap(reader, at) === '' ? reader.tokens[at]?.lex.number : undefined;
  if (lex?.currency === unit) return hundredthsNamed(reader, at);
  if (lex?.subunit !== unit || !isTenth(reader, at - 1) || number === undefined || number > 9) return undefined;
  if (reader.tokens[at + 1]?.lex.subunitRest && gap(reader, at + 1) === '') return { number, to: at + 2 };
  return reader.lexicon.shortens && gap(reader, at + 1) === 'more' ? { number, to: at + 1 } : undefined;
}

/** 1欧元80分: what is a hundredth behind a tenth is one behind the whole, too. */
function hundredthsNamed(reader: Reader, at: number): { number: number; to: number } | undefined {
  const amount = gap(reader, at) === '' ? readAmount(reader, at) : undefined;
  if (amount?.value.d !== 1n || amount.value.n > 99n) return undefined;
  if (!reader.tokens[amount.to]?.lex.subunitRest || gap(reader, amount.to) !== '') return undefined;
  return { number: Number(amount.value.n), to: amount.to + 1 };
}

function isTenth(reader: Reader, at: number): boolean {
  const factor = reader.tokens[at]?.lex.subunit ? reader.tokens[at]?.lex.factor : undefined;
  return factor?.n === 1n && factor.d === 10n;
}

/** 19秒94, 1 min 43 s 27: digits behind the seconds are parts of one. */
function hundredthsBehind(reader: Reader, at: number): Exact | undefined {
  const token = reader.tokens[at];
  const unit = previous(reader.tokens, at);
  if (!token?.plain || token.plain.length > 3 || !unit || unit.digits) return undefined;
  const isTight = gap(reader, at) === '';
  const isSpaced = gap(reader, at) === ' ' && unit.end - unit.start === 1 && token.plain.length > 1;
  const next = gap(reader, at + 1) === 'more' ? undefined : reader.tokens[at + 1]?.lex;
  if (!(isTight || isSpaced) || (next && [next.unit, next.share, next.scale, next.currency].some(Boolean)))
    return undefined;
  return exact(Number(token.plain), 10 ** token.plain.length);
}

/** 1米78, 一米八, 8メートル95: digits behind the word for metres, where nothing parts words, are its tenths and hundredths. */
function centimetresBehind({ tokens, folded }: Reader, at: number): { value: Exact; to: number } | undefined {
  const unit = previous(tokens, at);
  if (!unit || isSpacedLetter(folded.charCodeAt(unit.end - 1))) return undefined;
  let digits = '';
  let to = at;
  for (; tokens[to]?.start === tokens[to - 1]?.end && digits.length < 2; to += 1) {
    const { plain, lex } = tokens[to] ?? {};
    const digit = plain ?? (lex?.number !== undefined && lex.number < 10 ? String(lex.number) : undefined);
    if (digit === undefined || (plain && digits)) break;
    digits += digit;
  }
  const next = tokens[to]?.start === tokens[to - 1]?.end ? tokens[to] : undefined;
  const counts = [next?.digits, next?.lex.number, next?.lex.scale, next?.lex.unit, next?.lex.share, next?.lex.currency];
  if (digits === '' || digits.length > 2 || next?.lex.classifier) return undefined;
  if (counts.some((role) => role !== undefined) || next?.lex.to) return undefined;
  return { value: exact(Number(digits), 10 ** digits.length), to };
}

/** "2 hours, 14 minutes and 4 seconds", but "in four hours, 8 minutes ahead": a comma joins what goes on without one. */
function goesOn(reader: Reader, { to, unit, value }: Compound): boolean {
  const next = oneSmaller(reader, to, unit, value);
  return next !== undefined && !next.byComma;
}

/** How many of the smaller unit make one: 12 for year and month; undefined where they are not of one kind. */
export function countOf(unit: string, smaller: string): Exact | undefined {
  if (unit === smaller) return undefined;
  let count = 1;
  for (let step = SMALLER[unit]; step; step = SMALLER[step[0]]) {
    count *= step[1];
    if (step[0] === smaller) return exact(count);
  }
  return undefined;
}

/** Right behind, or in a duration behind a comma: "2 hours, 14 minutes". */
function follows(reader: Reader, at: number, unit: string): boolean {
  if (gap(reader, at) !== 'more') return true;
  return isBehindComma(reader, at) && DURATIONS.has(unit);
}

/** "2 hours, 14 minutes, and 4 seconds". */
function isBehindComma(reader: Reader, at: number): boolean {
  const before = previous(reader.tokens, at);
  const token = reader.tokens[at];
  return before !== undefined && token !== undefined && reader.folded.slice(before.end, token.start) === ', ';
}

const HUNDREDTH = exact(1, 100);
