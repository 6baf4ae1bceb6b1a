import type { Exact } from '../../value.ts';
import { readAmount } from '../numbers/amount.ts';
import { isCount, smallOrdinal } from '../numbers/ordinals.ts';
import { type Amount, close, type DateRead, gap, previous, type Reader } from '../tokens/reader.ts';
import { isWritten, type Token } from '../tokens/token.ts';
import { leadsDay } from './days.ts';
import { apostrophed, dateGap, eraYear, inCommonEra, isDecade, ledDate, shortYear } from './led.ts';
import { decadeOrCentury } from './periods.ts';

/** The date that starts at token `at`: the most specific reading wins. */
export function readDate(reader: Reader, at: number): DateRead | undefined {
  const known = reader.dates[at];
  if (known !== undefined) return known ?? undefined;
  const read = dateAt(reader, at);
  reader.dates[at] = read ?? null;
  return read;
}

function dateAt(reader: Reader, at: number): DateRead | undefined {
  const token = reader.tokens[at];
  if (!token || !mayBeginDate(token)) return undefined;
  const whole = token.date ?? token.lex.day;
  if (whole) return { value: whole, from: at, to: at + 1 };
  const led = (reader.lexicon.ledDates ? ledDate(reader, at) : undefined) ?? apostrophed(reader, at);
  if (!led && token.digits && token.plain?.length !== 4 && !isDated(reader, at)) return undefined;
  return (
    led ??
    monthOfYear(reader, at) ??
    monthFirst(reader, at) ??
    dayFirst(reader, at) ??
    yearFirst(reader, at) ??
    quarterFirst(reader, at) ??
    decadeOrCentury(reader, at) ??
    bareYear(reader, at)
  );
}

/** Does a word behind digits, or behind the number that they begin, make them more than that? Most have none. */
function isDated(reader: Reader, at: number): boolean {
  if (reader.tokens[at + 1]?.lex.dating) return true;
  const amount = readAmount(reader, at);
  return amount !== undefined && reader.tokens[amount.to]?.lex.dating === true;
}

/** Most words begin no date. */
export function mayBeginDate(token: Token): boolean {
  return token.lex.dates === true || isWritten(token);
}

const pad = (number: number) => String(number).padStart(2, '0');

/** Plain digits between two bounds, with the end of what says them: 25 or 25th. */
function plainNumber(
  reader: Reader,
  at: number,
  low: number,
  high: number,
): { number: number; to: number } | undefined {
  const token = reader.tokens[at];
  if (!token?.plain || token.plain.length > 4) return undefined;
  const number = Number(token.plain);
  if (number < low || number > high) return undefined;
  const suffixed = reader.tokens[at + 1]?.lex.ordinalAfter && gap(reader, at + 1) === '';
  return { number, to: at + (suffixed ? 2 : 1) };
}

/** Four digits that may be a year, behind at most a comma, a full stop or a joining word. */
export function yearAt(reader: Reader, at: number): { number: number; to: number } | undefined {
  const joinedAt = reader.tokens[at]?.lex.dateJoin && close(reader, at) ? at + 1 : at;
  const token = reader.tokens[joinedAt];
  const said = close(reader, joinedAt) ? (yearInWords(reader, joinedAt) ?? pairedYear(reader, joinedAt)) : undefined;
  if (said) return { number: Number(said.number), to: said.to };
  const short = shortYear(reader, at);
  if (short) return short;
  if (token?.plain?.length !== 4 || !dateGap(reader, joinedAt)) return undefined;
  const year = inCommonEra(plainNumber(reader, joinedAt, 1000, 2999), reader.lexicon.yearShift);
  // 26 de marzo, 1700 millones
  if (!year || isCounting(reader, year.to)) return undefined;
  const marked = reader.tokens[year.to]?.lex.yearAfter && close(reader, year.to);
  return marked ? { ...year, to: year.to + 1 } : year;
}

/** "the first of May nineteen ninety" */
function pairedYear(reader: Reader, at: number): { number: string; to: number } | undefined {
  const said = reader.lexicon.pairedYears ? spelledYear(reader, at) : undefined;
  return said && { number: said.value, to: said.to };
}

/** "im ersten Halbjahr 1200 Seemeilen": what is measured or counted in millions is no year. */
function isCounting(reader: Reader, at: number): boolean {
  const token = close(reader, at) ? reader.tokens[at] : undefined;
  // ۲۰۲۰ ساعت ۸:۰۰: what leads a time counts no hours.
  if (!token || token.lex.yearAfter || token.lex.timeLead) return false;
  const isWord = token.end - token.start > 2;
  return token.lex.scale !== undefined || (isWord && (token.lex.unit ?? token.lex.currency) !== undefined);
}

/** мартовского пика 2023-го: a month's adjective, what it describes, and the year. */
function monthOfYear(reader: Reader, at: number): DateRead | undefined {
  const { tokens, folded } = reader;
  const month = tokens[at]?.lex.monthOf;
  if (month === undefined) return undefined;
  const end = tokens[at]?.end ?? 0;
  const year = [at + 1, at + 2].find((i) => tokens[i]?.plain?.length === 4);
  const said = year === undefined ? undefined : plainNumber(reader, year, 1900, 2100);
  if (year === undefined || !said || !/^ \p{L}{2,20} $/u.test(folded.slice(end, tokens[year]?.start).slice(0, 24)))
    return undefined;
  const marked = tokens[said.to]?.lex.yearAfter && close(reader, said.to);
  if (!marked && said.to === year + 1) return undefined;
  return { value: `${said.number}-${pad(month)}`, from: at, to: marked ? said.to + 1 : said.to };
}

/** "January 25, 2022", "January 2022", "in early February". */
function monthFirst(reader: Reader, at: number): DateRead | undefined {
  const lead = reader.tokens[at]?.lex.monthLead ? at : undefined;
  const monthAt = lead === undefined ? at : at + 1;
  const month = reader.tokens[monthAt]?.lex.month;
  if (month === undefined || (lead !== undefined && gap(reader, monthAt) === 'more')) return undefined;
  const isListed = previous(reader.tokens, monthAt - 1)?.lex.month !== undefined && isJoined(reader, monthAt);
  const next = monthAt + (reader.tokens[monthAt + 1]?.lex.dateJoin && close(reader, monthAt + 1) ? 2 : 1);
  const day = dateGap(reader, next) ? (plainNumber(reader, next, 1, 31) ?? wordDay(reader, next)) : undefined;
  const year = day && yearAt(reader, day.to);
  // "en septembre 19 personnes": where days stand before their months, one behind has its year behind it.
  const isDay =
    !reader.lexicon.dayFirst ||
    year !== undefined ||
    (day && (day.to > next + 1 || isEnded(reader, next) || isOpen(reader, next + 1)));
  if (day && isDay && !isFollowedByUnit(reader, day.to)) {
    return { value: `${year?.number ?? '-'}-${pad(month)}-${pad(day.number)}`, from: monthAt, to: year?.to ?? day.to };
  }
  const ofYear = yearAt(reader, next);
  if (ofYear) return { value: `${ofYear.number}-${pad(month)}`, from: monthAt, to: ofYear.to };
  if (reader.lexicon.monthNeedsLead && lead === undefined && !isListed) return undefined;
  return monthDay(reader, monthAt, undefined) ?? { value: `--${pad(month)}`, from: monthAt, to: monthAt + 1 };
}

/** এপ্রিল 6 পর্যন্ত, ফেব্রুয়ারি 12 – মার্চ 28: nothing is counted where a bound or the end of a range follows. */
function isOpen({ tokens, folded }: Reader, at: number): boolean {
  const [day, next] = [previous(tokens, at), tokens[at]];
  const isNext = next !== undefined && day !== undefined && /^ ?$/.test(folded.slice(day.end, next.start));
  return isNext && (next.lex.after !== undefined || next.lex.to === true);
}

/** martın 14-də, syyskuun 11. päivänä: digits with an ending, or with a full stop that ends no sentence. */
function isEnded({ tokens, text }: Reader, at: number): boolean {
  const token = tokens[at];
  if (token?.plain === undefined) return false;
  return token.end - token.start > token.plain.length || /^\. \p{Ll}/u.test(text.slice(token.end, token.end + 3));
}

/** "in March and April": a month behind another one needs no word before it. */
function isJoined(reader: Reader, at: number): boolean {
  const joint = previous(reader.tokens, at)?.lex;
  const joins = joint?.and ?? joint?.conjunction ?? joint?.to;
  return joins === true && close(reader, at) && close(reader, at - 1);
}

function isFollowedByUnit(reader: Reader, at: number): boolean {
  const lex = reader.tokens[at]?.lex;
  return lex !== undefined && close(reader, at) && (lex.scale !== undefined || lex.share !== undefined);
}

/** "25 January 2022", "25 января 2022 года", "8 de marzo de 2019". */
function dayFirst(reader: Reader, at: number): DateRead | undefined {
  const day = plainNumber(reader, at, 1, 31) ?? ordinalDay(reader, at);
  // 31’ini haziran sonuna kadar: a number with an ending is no day of the month behind it.
  if (!day || reader.folded.slice(reader.tokens[at]?.start, reader.tokens[at]?.end).includes("'")) return undefined;
  const joinedAt = reader.tokens[day.to]?.lex.dateJoin && close(reader, day.to) ? day.to + 1 : day.to;
  const month = reader.tokens[joinedAt]?.lex.month;
  // "1 to 12, January": no comma stands between a day and its month.
  const parted = reader.folded.charAt(previous(reader.tokens, joinedAt)?.end ?? 0) === ',';
  if (month === undefined || parted || !dateGap(reader, joinedAt) || endsSentence(reader, joinedAt)) return undefined;
  const year = yearAt(reader, joinedAt + 1);
  return {
    value: `${year?.number ?? '-'}-${pad(month)}-${pad(day.number)}`,
    from: at,
    to: year?.to ?? joinedAt + 1,
  };
}

/** "room 2. June 3 was dry": a full stop before a capital, where no days are written with one. */
function endsSentence({ folded, text, tokens, lexicon: { dayPoint } }: Reader, monthAt: number): boolean {
  const start = tokens[monthAt]?.start ?? 0;
  return !dayPoint && folded.slice(start - 2, start) === '. ' && text.charAt(start) !== folded.charAt(start);
}

/** "March first", "July twenty-third". */
function wordDay(reader: Reader, at: number): { number: number; to: number } | undefined {
  const day = gap(reader, at) === ' ' ? ordinalDay(reader, at) : undefined;
  return day && reader.lexicon.pairedYears ? day : undefined;
}

/** "the first of May", двадцать пятое января. */
function ordinalDay(reader: Reader, at: number): { number: number; to: number } | undefined {
  const token = reader.tokens[at];
  if (!token || token.roman || token.digits || !(token.lex.ordinal || token.lex.number)) return undefined;
  const day = smallOrdinal(reader, at);
  if (!day || day.value < 1 || day.value > 31 || !reader.tokens[day.to - 1]?.lex.ordinal) return undefined;
  return { number: day.value, to: day.to };
}

/** 2022年1月25日, 二〇二二年一月, 2013 год, 2024年第三季度, FY2021/22. */
function yearFirst(reader: Reader, at: number): DateRead | undefined {
  const fiscal = reader.tokens[at]?.lex.fiscal ? at + 1 : at;
  const year =
    eraYear(reader, at) ?? markedYear(reader, fiscal) ?? (fiscal > at ? plainYear(reader, fiscal) : undefined);
  if (!year) return monthDay(reader, at, undefined);
  const more = monthDay(reader, year.to, year.number) ?? quarterOf(reader, year.to, year.number);
  return { value: more?.value ?? year.number, from: at, to: more?.to ?? year.to };
}

function plainYear(reader: Reader, at: number): { number: string; to: number } | undefined {
  const token = reader.tokens[at];
  if (token?.date) return { number: token.date, to: at + 1 };
  if (token?.plain?.length === 2) return { number: `20${token.plain}`, to: at + 1 };
  return token?.plain?.length === 4 ? { number: token.plain, to: at + 1 } : undefined;
}

function markedYear(reader: Reader, at: number): { number: string; to: number } | undefined {
  const said = yearInWords(reader, at);
  if (said) return said;
  const amount = readAmount(reader, at);
  const plain = amount?.plain ?? (amount && isSpelledYear(reader, amount) ? String(amount.value.n) : undefined);
  if (!amount || plain?.length !== 4 || amount.value.n < 1000n || amount.value.n > 2999n) return undefined;
  const mark = reader.tokens[amount.to];
  if (!mark?.lex.yearAfter || !close(reader, amount.to)) return undefined;
  if (mark.lex.decadeAfter && isDecade(reader, at, { number: Number(plain), to: amount.to })) return undefined;
  return { number: plain, to: amount.to + 1 };
}

/** 两千零八年: where nothing parts words, no span is said to the year over so many; 两千年 may be one. */
function isSpelledYear(reader: Reader, { value, to, words }: Amount): boolean {
  return words === true && value.d === 1n && value.n % 10n !== 0n && gap(reader, to) === '';
}

/** в две тысячи восьмом году, двухтысячный год: an ordinal in words before the word of the year. */
function yearInWords(reader: Reader, at: number): { number: string; to: number } | undefined {
  const token = reader.tokens[at];
  if (!token || token.digits || (token.lex.scale ?? token.lex.number ?? token.lex.ordinal) === undefined)
    return undefined;
  const lead = token.lex.ordinal ? undefined : readAmount(reader, at);
  const last = reader.tokens[lead?.to ?? at]?.lex.ordinal;
  if (last?.d !== 1n || (lead && (!lead.words || gap(reader, lead.to) !== ' ' || !isRoom(lead.value, last))))
    return undefined;
  const to = (lead?.to ?? at) + 1;
  const year = (lead?.value.n ?? 0n) + last.n;
  const marked = reader.tokens[to]?.lex.yearAfter && close(reader, to) && year >= 1000n && year < 3000n;
  return marked ? { number: String(year), to: to + 1 } : undefined;
}

/** Has a number room for what follows: two thousand for eight, nineteen hundred and eighty for four? */
function isRoom({ n, d }: Exact, rest: Exact): boolean {
  return d === 1n && rest.n < (n % 100n === 0n ? 100n : n % 10n === 0n && n % 100n > 10n ? 10n : 0n);
}

/** 1月25日, 1月 …, with or without the year before. */
function monthDay(reader: Reader, at: number, year: string | undefined): DateRead | undefined {
  if (year !== undefined && !close(reader, at)) return undefined;
  const month = monthMarked(reader, at);
  if (!month) return undefined;
  const day = close(reader, month.to) ? readAmount(reader, month.to) : undefined;
  const dayMark = day && reader.tokens[day.to]?.lex.dayAfter && close(reader, day.to);
  const number = dayMark ? Number(day.value.n) : 0;
  const head = year ?? '-';
  if (day && number >= 1 && number <= 31)
    return { value: `${head}-${pad(month.number)}-${pad(number)}`, from: at, to: day.to + 1 };
  if (day && leadsDay(reader, day))
    return { value: `${head}-${pad(month.number)}-${pad(Number(day.value.n))}`, from: at, to: day.to };
  return { value: `${head}-${pad(month.number)}`, from: at, to: month.to };
}

function monthMarked(reader: Reader, at: number): { number: number; to: number } | undefined {
  const token = reader.tokens[at];
  // CLDR's names for Chinese months hold the mark: 一月.
  if (token?.lex.month !== undefined && !reader.lexicon.monthNeedsLead) return { number: token.lex.month, to: at + 1 };
  const amount = readAmount(reader, at);
  if (amount?.value.d !== 1n || amount.value.n < 1n || amount.value.n > 12n) return undefined;
  const marked = reader.tokens[amount.to]?.lex.monthAfter && close(reader, amount.to);
  return marked ? { number: Number(amount.value.n), to: amount.to + 1 } : undefined;
}

/** Q3 2024, third quarter of 2024, III квартал 2024 года, 第三季度, first half of 2022. */
function quarterFirst(reader: Reader, at: number): DateRead | undefined {
  const part = quarterPart(reader, at);
  if (!part) return undefined;
  const year = yearAt(reader, part.to);
  // andra hälften av 1600-talet: half a century is no half of a year.
  if (year && reader.tokens[year.to]?.lex.decadeAfter && gap(reader, year.to) === '') return undefined;
  // "the second half" may be a match's.
  if (reader.tokens[at]?.lex.soft && !year) return undefined;
  return { value: year ? `${year.number}-${part.value}` : part.value, from: at, to: year?.to ?? part.to };
}

function quarterOf(reader: Reader, at: number, year: string, from = at): DateRead | undefined {
  const part = close(reader, at) ? quarterPart(reader, at) : undefined;
  return part && { value: `${year}-${part.value}`, from, to: part.to };
}

function quarterPart(reader: Reader, at: number): { value: string; to: number } | undefined {
  const token = reader.tokens[at];
  if (!token) return undefined;
  const part = token.lex.halfYear;
  if (part) return { value: part.startsWith('Q') ? part : `H${part}`, to: at + 1 };
  if (token.lex.quarter && reader.tokens[at + 1]?.plain && gap(reader, at + 1) === '') {
    return quarterValue(Number(reader.tokens[at + 1]?.plain), at + 2);
  }
  const ahead = token.lex.quarterBefore && close(reader, at + 1) ? smallOrdinal(reader, at + 1) : undefined;
  if (ahead) return quarterValue(ahead.value, ahead.to);
  const number = smallOrdinal(reader, at);
  const mark = number && reader.tokens[number.to];
  if (!number || !mark?.lex.quarter || gap(reader, number.to) === 'more' || isCount(reader, at, number.to))
    return undefined;
  return quarterValue(number.value, number.to + 1);
}

function quarterValue(number: number, to: number): { value: string; to: number } | undefined {
  return number >= 1 && number <= 4 ? { value: `Q${number}`, to } : undefined;
}

/** 1992 alone, where the language writes years so; a noun or unit behind it would make it a count. */
function bareYear(reader: Reader, at: number): DateRead | undefined {
  const token = reader.tokens[at];
  const spelled = reader.lexicon.pairedYears ? spelledYear(reader, at) : undefined;
  if (spelled) return spelled;
  if (token?.plain?.length !== 4 || !reader.lexicon.bareYears) return undefined;
  const year = Number(token.plain);
  if (year < 1500 || year > 2100 || isMeasured(reader, at + 1)) return undefined;
  return quarterOf(reader, at + 1, token.plain, at) ?? { value: token.plain, from: at, to: at + 1 };
}

/** "nineteen eighty-four", "twenty twelve": two numbers below a hundred, read as the halves of a year. */
function spelledYear(reader: Reader, at: number): DateRead | undefined {
  const century = reader.tokens[at]?.lex.number ?? 0;
  if (century < 11 || century > 20 || gap(reader, at + 1) !== ' ') return undefined;
  const rest = readAmount(reader, at + 1);
  if (!rest?.words || rest.scale > 0 || rest.value.d !== 1n || rest.value.n < 10n || rest.value.n > 99n)
    return undefined;
  if (century === 20 && rest.value.n > 50n) return undefined;
  return isMeasured(reader, rest.to)
    ? undefined
    : { value: String(century * 100 + Number(rest.value.n)), from: at, to: rest.to };
}

function isMeasured(reader: Reader, at: number): boolean {
  const token = reader.tokens[at];
  if (!token || gap(reader, at) === 'more') return false;
  const { lex } = token;
  const counted = lex.unit ?? lex.currency ?? lex.share ?? lex.classifier;
  return (lex.scale ?? counted ?? lex.times ?? lex.inside) !== undefined;
}
