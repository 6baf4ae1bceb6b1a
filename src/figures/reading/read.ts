import type { Bound, FigureKind, ReadFigure } from '../../model.ts';
import { fold } from '../fold.ts';
import { add, divide, type Exact, equal, exact, format, multiply, negate, ONE, order, parseExact } from '../value.ts';
import { alsoSaid } from './context/also.ts';
import { withCarried } from './context/carried.ts';
import { compares } from './context/compared.ts';
import { multipleAndHalf, readNounAndHalf, readUnitAndHalf } from './context/halves.ts';
import { type Head, isBoundOnly, isPlain, reaches, readHead, startOf } from './context/head.ts';
import { isOtherWord, isStoppage } from './context/homographs.ts';
import { readInverted } from './context/inverted.ts';
import { type Told, withLeanings } from './context/leaning.ts';
import { boundNear, directionNear, directionToken, turnedBound } from './context/near.ts';
import { isListMark, labelOf, readAge, readNumbered } from './context/numbered.ts';
import { isOfPar } from './context/par.ts';
import { readRange } from './context/ranges.ts';
import { withRates } from './context/rates.ts';
import { restatedTail, saidBehind } from './context/restated.ts';
import { degreesOf, kindOf, readTail, type Tail } from './context/tail.ts';
import { weighsLittle } from './context/weight.ts';
import { isAge } from './dates/age.ts';
import { readWhen } from './dates/ancient.ts';
import { readTime } from './dates/times.ts';
import { readAmount } from './numbers/amount.ts';
import { smallerBehind } from './numbers/compound.ts';
import { isEnumerated, isInRatio, isTop } from './numbers/numerals.ts';
import { composedOrdinal } from './numbers/ordinals.ts';
import { type Amount, close, gap, previous, type Reader, readerOf } from './tokens/reader.ts';
import { exactly, type Read } from './tokens/said.ts';
import { scan } from './tokens/scan.ts';
import { isWritten } from './tokens/token.ts';
import { DURATIONS } from './words/lexeme.ts';
import { lexicon } from './words/lexicon.ts';

/**
 * The figures that a text says, in the order of the text; they never overlap. One pass, linear in the text.
 * `locale` is a BCP 47 tag; offsets are UTF-16 units of `text`.
 */
export function readFigures(text: string, locale: string): readonly ReadFigure[] {
  const words = lexicon(locale);
  const folded = fold(text);
  const reader = readerOf({ text, folded, tokens: scan(folded, text, words), lexicon: words });
  const told: Told[] = [];
  let at = 0;
  while (at < reader.tokens.length) {
    const read = begins(reader, at) ? (saidBehind(reader, at, told.at(-1)?.figure) ?? readAt(reader, at)) : undefined;
    if (read) told.push({ read, figure: toFigure(reader, meant(reader, read)) });
    at = read ? Math.max(read.to, at + 1) : at + 1;
  }
  return withCarried(reader, told, withRates(reader, told, withLeanings(reader, told)));
}

/** What a bare number is by where it stands: what numbers a text, or an age. */
function meant(reader: Reader, read: Read): Read {
  if (isListMark(reader, read)) return { ...read, soft: true };
  return isAge(reader, read) ? { ...read, kind: 'duration', unit: 'year' } : read;
}

/** How far apart a word and what it leads may stand, in UTF-16 units: a hyphen between spaces, the reach of 至少. */
const REACH = 6;

/** Most words begin no figure; they are told at once. */
function begins({ tokens, folded }: Reader, at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.lex.begins === 'itself' || token.lex.clockOnly || isWritten(token)) return true;
  const next = token.lex.begins === undefined ? undefined : tokens[at + 1];
  if (!next || (next.lead ?? next.start) - token.end > REACH) return false;
  if (token.lex.begins === 'a month') return next.lex.month !== undefined;
  return token.lex.begins !== 'a dash' || folded.charAt(token.start) === '–';
}

function toFigure(reader: Reader, read: Read): ReadFigure {
  const { tokens } = reader;
  const start = tokens[read.from]?.start ?? 0;
  const end = closed(reader, start, tokens[read.to - 1]?.end ?? start);
  const { kind, value, unit, bound, direction, adds, twelve } = read;
  // As with tokens, all have the same fields in the same order; figures are held against each other more often still.
  return {
    kind,
    value,
    unit,
    bound,
    soft: read.soft ?? tokens[read.from]?.lex.byName ?? false,
    start,
    end,
    text: reader.text.slice(start, end),
    // キロ余り: the bound may stand behind the unit.
    kilo: (unit !== null && (saysKilo(reader, read, read.to - 1) || saysKilo(reader, read, read.to - 2))) || undefined,
    also: alsoSaid(reader, read),
    nearly: (bound === 'about' && tokens.slice(read.from, read.to).some(({ lex }) => lex.nearly)) || undefined,
    amply: (bound === 'over' && tokens.slice(read.from, read.to).some(({ lex }) => lex.amply)) || undefined,
    compares: compares(reader, read, end) || undefined,
    direction,
    leaning: undefined,
    adds,
    twelve,
    ratio:
      (reader.lexicon.ratio && kind === 'number' && (isInRatio(reader, read) || isEven(reader, read, end))) ||
      undefined,
    par: (unit === null && kind === 'number' && tokens[read.to]?.lex.par && isOfPar(reader, read.to)) || undefined,
    nearby: read.nearby ?? (bound === 'exact' ? boundNear(reader, read) : turnedBound(reader, read)),
    per: undefined,
    counts: undefined,
    spanning: undefined,
    unnamed: undefined,
  };
}

function saysKilo({ tokens }: Reader, { from }: Read, at: number): boolean {
  return at >= from && tokens[at]?.lex.kilo === true;
}

/** 5 (пять): the end of a figure that opens a bracket is behind where it closes. */
function closed({ folded }: Reader, start: number, end: number): number {
  if (folded.charAt(end) !== ')') return end;
  const said = folded.slice(start, end);
  return said.lastIndexOf('(') > said.lastIndexOf(')') ? end + 1 : end;
}

/** 2平: both sides have so many; 2平方米 has a word of its own there. */
function isEven({ tokens, folded, lexicon: { even } }: Reader, { to }: Read, end: number): boolean {
  return even !== undefined && folded.startsWith(even, end) && tokens[to]?.start !== end;
}

function readAt(reader: Reader, at: number): Read | undefined {
  const label = labelOf(reader, at);
  if (label) return label === 'label' ? undefined : readNumbered(reader, at);
  const head = readHead(reader, at);
  const own =
    readAge(reader, at) ??
    readInverted(reader, at) ??
    readUnitAndHalf(reader, at) ??
    readNounAndHalf(reader, at) ??
    readTime(reader, at) ??
    (head.to > at ? readLedTime(reader, head) : undefined) ??
    readWhen(reader, at, reader.tokens[at]?.lex.from);
  if (own) return own;
  // Where nothing leads, it was no date.
  const date = head.to > at ? readLedDate(reader, head) : undefined;
  return (
    date ??
    readMeasured(reader, head) ??
    (head.to > at && !isPlain(head) ? readWhen(reader, head.to, head.opened) : undefined) ??
    readWord(reader, head)
  );
}

function readLedTime(reader: Reader, head: Head): Read | undefined {
  return isPlain(head) || isBoundOnly(head) ? readTime(reader, head.to) : undefined;
}

function readLedDate(reader: Reader, head: Head): Read | undefined {
  if (isPlain(head)) return readWhen(reader, head.to, head.opened);
  return isBoundOnly(head) ? readBoundedDate(reader, head) : undefined;
}

/** "around 21 February", "more than in 2024": the bound is none of the date's; "over 2022" is no date. */
function readBoundedDate(reader: Reader, head: Head): Read | undefined {
  const date = readWhen(reader, head.to, head.opened);
  if (!date || typeof date.value !== 'string') return date;
  // "the under-30s" are of that age.
  const young = /^\d{2}(\d0)s$/.exec(date.value)?.[1];
  const isAge = young === reader.tokens[date.from]?.plain && (head.bound === 'under' || head.bound === 'over');
  if (young && isAge && !head.filled)
    return { ...exactly('number', young), bound: head.bound, from: head.from, to: date.to };
  if (!/^\d{4}$/.test(date.value)) return date;
  // 高于2024年, "higher than in 2019", do 2030: "over 2022" alone is no year.
  const leads = reader.tokens[head.to - 1]?.lex;
  return head.filled || date.to - date.from > 1 || leads?.to || leads?.fromTo ? date : undefined;
}

/** A number with all that stands around it. */
function readMeasured(reader: Reader, head: Head): Read | undefined {
  const first = readAmount(reader, head.to);
  if (!first || (head.to > head.from && !reaches(reader, head.to))) return undefined;
  const own = readTail(reader, first, head);
  // 奥斯陆大学: a formal digit alone counts nothing but money.
  if (first.bare && reader.tokens[first.from]?.lex.homograph && own.kind !== 'money') return undefined;
  const range = readRange(reader, { head, amount: first, tail: own });
  if (range) return range;
  const tail = restatedTail(reader, first, head) ?? own;
  if (
    first.bare &&
    !isWhole(reader, first) &&
    !isInRatio(reader, first) &&
    !isTop(reader, first) &&
    !isEnumerated(reader, first) &&
    !tail.marked &&
    !head.ordinal &&
    !head.percent &&
    !head.currency &&
    !head.minus
  )
    return undefined;
  return measured(reader, head, first, tail);
}

/** A numeral that is all of a heading or cell is a number without a classifier too. */
function isWhole(reader: Reader, { from, to }: Amount): boolean {
  const text = reader.folded.trim();
  return text === reader.folded.slice(reader.tokens[from]?.start, reader.tokens[to - 1]?.end);
}

function measured(reader: Reader, head: Head, amount: Amount, tail: Tail): Read | undefined {
  // 百分之一秒: of a second, so that it is no share.
  if (head.percent && (tail.kind === 'duration' || tail.kind === 'quantity')) {
    const hundredth = { ...tail, factor: divide(tail.factor, exact(100)) };
    return measured(reader, { ...head, percent: false }, amount, hundredth);
  }
  const sort = kindOf(head, amount, tail);
  if (sort === 'ordinal' && reader.tokens[tail.to]?.lex.lifeYear && close(reader, tail.to)) {
    const value = format(add(amount.value, exact(-1)));
    return { ...exactly('number', value), from: startOf(reader, head), to: tail.to + 1 };
  }
  const raw = multiply(tail.plus ? add(amount.value, tail.plus) : amount.value, tail.factor);
  // $3 and 50 cents
  const base = head.currency ?? tail.unit;
  const smaller = base && !tail.bound ? smallerBehind(reader, tail.to, base, raw) : undefined;
  const whole = smaller?.value ?? raw;
  const end = smaller?.to ?? tail.to;
  // восемь фунтов семь унций: what has ounces is no money.
  const kind = sort === 'money' && smaller?.unit === 'ounce' ? 'quantity' : sort;
  const below = reader.tokens[end]?.lex.minusAfter === true && close(reader, end);
  const isFrost = DEGREES.has(tail.unit ?? '') && isApartMinus(reader, amount.from);
  const value = head.minus || below || isFrost ? negate(whole) : whole;
  const unit = head.currency ?? (kind === 'ordinal' ? null : (smaller?.unit ?? degreesOf(reader, head, tail)));
  const isCompared = kind === 'duration' && comparesTimes(reader, head, tail.to);
  // "those under 18" are of that age.
  const isAged = previous(reader.tokens, head.from)?.lex.agesBounded === true;
  const placed =
    head.places && !isAged && gap(reader, amount.from) !== '-' && isPlace(reader, amount, tail)
      ? { bound: EXACT.bound, nearby: head.bound }
      : undefined;
  const said = isCompared
    ? EXACT
    : (placed ??
      comparison(reader, head) ??
      boundOf(head, { kind, unit }, gap(reader, amount.to) === '-', isRace(reader, head, unit)));
  // "up to $200 million, or more", 高达90多亿, до 30 с лишним
  const isOutdone = said.bound === 'at-most' && (tail.bound === 'over' || tail.bound === 'at-least');
  // 约20多人
  const isBoth = said.bound === 'about' && tail.bound === 'over';
  const bound = said.bound === 'exact' || isOutdone || isBoth ? (tail.bound ?? 'exact') : said.bound;
  const high = amount.upTo && format(multiply(amount.upTo, tail.factor));
  const soft =
    high !== undefined ||
    weighsLittle(reader, { head, amount, tail, kind, isWhole: smaller === undefined }) ||
    isOtherWord(reader, head, amount, tail) ||
    isStoppage(reader, amount);
  const from = startOf(reader, head);
  const to = below ? end + 1 : end;
  const direction = directionNear(reader, from, to);
  const nearby = bound === 'exact' ? said.nearby : isBoth ? said.bound : undefined;
  const isMore =
    direction === 'up' || (close(reader, from) && previous(reader.tokens, from)?.lex.changeBefore === 'up');
  const adds = kind === 'multiple' && isMore && reader.lexicon.timesAdd && !saysWhole(reader, from, to);
  return {
    kind,
    value: high === undefined ? format(value) : { from: format(value), to: high },
    unit,
    bound,
    soft,
    direction,
    adds: adds || undefined,
    twelve: undefined,
    nearby,
    from,
    to,
  };
}

/** « jusqu'à – 2 °C »: before degrees, a sign that stands apart and joins no numbers is a minus. */
function isApartMinus({ tokens, folded }: Reader, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  if (!/[-–] $/.test(folded.slice(Math.max(0, start - 2), start))) return false;
  const before = tokens.slice(Math.max(0, at - 2), at).findLast(({ lex }) => !lex.to && !lex.minus);
  const isJoined = before !== undefined && start - before.end <= 3 && (before.digits ?? before.lex.unit) !== undefined;
  return !isJoined && /[\s(]$/.test(folded.slice(0, start - 2));
}

/** 增至原来的三倍: up to three times as much, and not by as much. */
function saysWhole(reader: Reader, from: number, to: number): boolean {
  const { tokens, folded, lexicon: words } = reader;
  // The word of the rise may end with it: 增至, but not 成长.
  const end = tokens[directionToken(reader, from, to) ?? from]?.end ?? 0;
  const between = folded.slice(Math.max(0, end - 1), tokens[from]?.start);
  return words.timesWhole.some((word) => between.includes(word));
}

const DEGREES: ReadonlySet<string> = new Set(['celsius', 'fahrenheit', 'degree']);

const EXACT: { bound: Bound; nearby?: Bound } = { bound: 'exact' };

/** "under two presidents", "under 4ft (1.2m) of water": what something is below, and no bound. */
function isPlace(reader: Reader, { value, words }: Amount, { to, kind, unit, marked }: Tail): boolean {
  const { tokens, folded } = reader;
  const end = tokens[to - 1]?.end ?? 0;
  if (kind !== 'quantity') return isFew(value, words) && !marked && /^ \p{L}/u.test(folded.slice(end, end + 2));
  const of = tokens.slice(to, to + 5).find(({ lex }) => lex.of);
  return LENGTHS.has(unit ?? '') && of !== undefined && /^(?: \([^()]*\))? $/.test(folded.slice(end, of.start));
}

/** "214 rooms over 11 floors": a number so small is hardly bounded, but for a round one in digits. */
function isFew(value: Exact, words: boolean): boolean {
  if (words) return order(value, TEN) <= 0;
  return order(value, TWENTY) < 0 && value.d === 1n && value.n % 5n !== 0n && value.n !== 12n;
}

const TEN = exact(10);
const TWENTY = exact(20);
const LENGTHS = new Set(['foot', 'inch', 'meter', 'centimeter']);

/** "higher than four years ago", "45,000 more than two years earlier": a point of time, which nothing bounds. */
function comparesTimes(reader: Reader, head: Head, to: number): boolean {
  if (!reader.tokens[to]?.lex.ago || !close(reader, to)) return false;
  if (reader.tokens.slice(head.from, head.to).some(({ lex }) => lex.comparative)) return true;
  const before = close(reader, head.from) ? previous(reader.tokens, head.from) : undefined;
  const lex = before?.lex;
  return (before?.digits ?? lex?.share ?? lex?.unit ?? lex?.currency ?? lex?.scale ?? lex?.multiple) !== undefined;
}

/**
 * "over three years" may be for as long or for longer; "higher than in the first round" bounds no ordinal, and "under a
 * five-year plan" no duration; "below the 980 million expected" compares; "under 20 °C" may be at 20 °C.
 */
function boundOf(
  head: Head,
  { kind, unit }: { readonly kind: FigureKind; readonly unit: string | null },
  isCompound: boolean,
  isRace: boolean,
): { bound: Bound; nearby?: Bound } {
  const isPreposition = head.bound === 'over' || head.bound === 'under';
  // "higher than in the first round", "moved up to sixth", "could manage no better than fourth"
  if (kind === 'ordinal' && (head.filled || head.bound === 'at-most' || isPreposition))
    return { bound: 'exact', nearby: head.bound };
  if (head.filled && kind === 'duration' && isCompound && isPreposition) return { bound: 'exact' };
  // "ha superato per undici giorni i 36 gradi"
  if (kind === 'duration' && isPreposition && head.lasts) return { bound: 'exact', nearby: head.bound };
  if (head.spans || (head.compares && isPreposition) || (head.condition && DEGREES.has(unit ?? '')))
    return { bound: 'exact', nearby: head.bound };
  // "under a €210m agreement": no bound has an article behind it before money.
  if (head.filled && head.places && kind === 'money') return { bound: 'exact', nearby: head.bound };
  // "10.21 seconds over 100 metres"
  if (isRace) return { bound: 'exact', nearby: head.bound };
  return kind === 'duration' && head.during ? { bound: 'exact', nearby: head.bound } : { bound: head.bound };
}

/** Does "over" say the way that was run in the time before it? */
function isRace(reader: Reader, head: Head, unit: string | null): boolean {
  if (!head.during || !WAYS.has(unit ?? '')) return false;
  return DURATIONS.has(previous(reader.tokens, head.from)?.lex.unit ?? '') && close(reader, head.from);
}

const WAYS = new Set(['meter', 'kilometer', 'mile', 'yard']);

/** "14% less than the 1.4 trillion": a share compares with what follows, and bounds it hardly ever. */
function comparison(reader: Reader, head: Head): { bound: Bound; nearby: Bound } | undefined {
  if (head.bound !== 'over' && head.bound !== 'under') return undefined;
  const before = close(reader, head.from) ? previous(reader.tokens, head.from) : undefined;
  // "her blood pressure was 120 over 80"
  const isPressure = before?.plain !== undefined && head.during && reader.tokens[head.to]?.plain !== undefined;
  return before?.lex.share !== undefined || isPressure ? { bound: 'exact', nearby: head.bound } : undefined;
}

/** A code, or a name that several countries have for theirs: دينارين. */
const CURRENCY = /^(?:[A-Z]{3}|dinar|dirham|livre|riyal)$/;

/** Words that are a figure by themselves: fortieth, doubled, both. */
function readWord(reader: Reader, head: Head): Read | undefined {
  const lex = reader.tokens[head.to]?.lex;
  if (!lex || (head.to > head.from && !close(reader, head.to))) return undefined;
  const span = { from: startOf(reader, head), to: head.to + 1, bound: head.bound };
  if (lex.counted) {
    const [unit = '', said = '1'] = lex.counted.split('*');
    const value = said.includes('/') ? format(parseExact(said)) : said;
    // "in the mid-single digits"
    const [low = '', high] = value.split('..');
    if (unit === 'percent')
      return { ...exactly('percent', high ? { from: low, to: high } : value), soft: true, ...span };
    if (unit === 'points') return { ...exactly('percentage-point', value), ...span };
    if (CURRENCY.test(unit)) return { ...exactly('money', value), unit, soft: true, ...span };
    const kind = DURATIONS.has(unit) ? 'duration' : 'quantity';
    // za měsíc a půl
    const plus = close(reader, span.to) ? reader.tokens[span.to]?.lex.plus : undefined;
    if (plus && plus.d !== 1n)
      return { ...exactly(kind, format(add(parseExact(value), plus))), unit, ...span, to: span.to + 1 };
    // ساعتين وأربع دقائق
    const smaller = kind === 'duration' ? smallerBehind(reader, span.to, unit, parseExact(value)) : undefined;
    if (smaller) return { ...exactly(kind, format(smaller.value)), unit: smaller.unit, ...span, to: smaller.to };
    return { ...exactly(kind, value), unit, soft: true, ...span };
  }
  if (lex.multiple) {
    // "halved" falls.
    const direction = directionNear(reader, span.from, span.to);
    // "halved", but kaum halb so stark zugelegt
    const falls = lex.multiple.n < lex.multiple.d && { direction: direction === 'up' ? undefined : ('down' as const) };
    // "tripled" rises, but "three times as much" need not.
    const rises = lex.rising && { direction: 'up' as const };
    const beside = direction && !rises && !falls && { direction };
    const { value, to } = multipleAndHalf(reader, lex.multiple, span.to);
    const bound = span.bound === 'exact' ? (lex.inside ?? span.bound) : span.bound;
    return { ...exactly('multiple', format(value)), ...span, bound, to, ...beside, ...rises, ...falls };
  }
  const ordinal = lex.month === undefined ? composedOrdinal(reader, head.to) : undefined;
  if (ordinal) {
    const said = boundOf(head, { kind: 'ordinal', unit: null }, false, false);
    const from = head.filled ? head.to : span.from;
    const { value, to } = ordinal;
    // на сотом году жизни
    if (reader.tokens[to]?.lex.lifeYear && close(reader, to))
      return { ...exactly('ordinal', format(add(value, exact(-1)))), ...span, ...said, from, to: to + 1 };
    return {
      ...exactly('ordinal', format(value)),
      soft: equal(value, ONE) || lex.homograph === true,
      ...span,
      ...said,
      from,
      to,
    };
  }
  if (!lex.soft) return undefined;
  // "the first half" may be a year's or a match's.
  const isYear = lex.halfYear !== undefined && !reader.tokens[span.to]?.lex.of;
  const currency = close(reader, span.to) ? reader.tokens[span.to]?.lex.currency : undefined;
  // "a couple of hundred dollars"
  if (currency && !isYear && !reader.tokens[span.to]?.lex.leads)
    return { ...exactly('money', format(lex.soft)), unit: currency, soft: true, ...span, to: span.to + 1 };
  // "the last four kilometres", "a couple of weeks"
  const next = close(reader, span.to) && !lex.also ? reader.tokens[span.to] : undefined;
  const unit = next?.lex.unit;
  const value = format(lex.soft);
  // "crossed twice in the first half", "per million hours"
  if (unit && !isYear && next.end - next.start > 2 && !/^10{2,}$/.test(value)) {
    const kind = DURATIONS.has(unit) ? 'duration' : 'quantity';
    return { ...exactly(kind, value), unit, soft: true, ...span, to: span.to + 1 };
  }
  const said = isYear ? exactly('date', `H${lex.halfYear}`) : exactly('number', value);
  return { ...said, soft: true, ...span };
}
