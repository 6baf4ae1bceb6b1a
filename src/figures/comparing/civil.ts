import type { Figure } from '../../model.ts';

/** Dates agree where one leaves out what the other says; a bare year may have been read as a number. */
export function dateAgreement(a: Figure, b: Figure): 'same' | 'loose' | 'other' | undefined {
  if (a.kind === 'date' && b.kind === 'date' && season(a) !== undefined && season(a) === season(b)) return 'loose';
  if (isPeriod(a, b) || isPeriod(b, a) || isSpan(a, b) || isSpan(b, a)) return 'loose';
  if (areTens(a, b) || areTens(b, a)) return 'loose';
  if (isBare(a, b) || isBare(b, a) || isTurn(a, b) || isTurn(b, a)) return 'loose';
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return 'other';
  if (a.kind === 'time' || b.kind === 'time') return timeAgreement(a, b);
  if (a.kind !== 'date' && b.kind !== 'date') return 'other';
  if (a.value === b.value) return a.kind === b.kind ? 'same' : 'loose';
  if (a.kind !== 'date' || b.kind !== 'date')
    return isShortYear(a, b) ||
      isShortYear(b, a) ||
      isTens(a, b) ||
      isTens(b, a) ||
      isAge(a, b) ||
      isAge(b, a) ||
      isHalf(a, b) ||
      isHalf(b, a)
      ? 'loose'
      : undefined;
  return sameDate(a.value, b.value) || sameDecade(a, b) ? 'loose' : undefined;
}

/** "temperatures in the 30s" and 30多摄氏度, 30–39 °C: tens without a century may be of anything. */
function areTens({ kind, text }: Figure, { value, bound, nearby, unit, kind: other }: Figure): boolean {
  const tens = kind === 'date' ? /^(?:low-|mid-|high-)?([1-9]0)s$/.exec(text)?.[1] : undefined;
  if (tens === undefined || (other !== 'number' && (other !== 'quantity' || !DEGREES.has(unit ?? '')))) return false;
  if (typeof value === 'string') return value === tens && (bound !== 'exact' || nearby === 'over');
  return value.from === tens && (value.to === `${tens[0]}9` || Number(value.to) === Number(tens) + 10);
}

/** "500 BC" and 500年: the era that one side names, the other may leave to the text, or to a word that is not read. */
function isBare({ value }: Figure, { value: bare, kind, unit }: Figure): boolean {
  if (typeof value !== 'string' || !value.endsWith(' BC')) return false;
  const [, century, number] = /^(C?)(\d+) BC$/.exec(value) ?? [];
  if (number === undefined || (unit !== null && unit !== 'year')) return false;
  return bare === number || (kind === 'date' && (bare === `${century}${number}` || bare === number.padStart(4, '0')));
}

const DEGREES: ReadonlySet<string> = new Set(['celsius', 'fahrenheit', 'degree']);

/** "one o'clock" in the source may be 13:00; a translation that leaves it open where the source does not has lost it. */
function timeAgreement(a: Figure, b: Figure): 'same' | 'loose' | undefined {
  if (a.kind !== b.kind)
    return isHourAlone(a, b) || isHourAlone(b, a) || isRaceTime(a, b) || isRaceTime(b, a) ? 'loose' : undefined;
  if (a.value === b.value) return 'same';
  if (isMidnight(a) && isMidnight(b)) return 'loose';
  // halv tre-tiden: in words, the half of the day is left to the reader in many a language.
  if (!a.twelve && !(b.twelve && !/\p{Nd}/u.test(b.text))) return undefined;
  const [x, y] = [a, b].map(({ value }) => String(value).split(':').map(Number));
  return (x?.[0] ?? 0) % 12 === (y?.[0] ?? 0) % 12 && x?.[1] === y?.[1] ? 'loose' : undefined;
}

function isMidnight({ value }: Figure): boolean {
  return value === '00:00' || value === '24:00';
}

/** "served at seven" and 早上七点; "at 11.20 one evening" and 23:20: nothing but the sense tells an hour from a number. */
function isHourAlone(time: Figure, { kind, value, unit, text }: Figure): boolean {
  // до шостої, by six o'clock
  if (time.kind !== 'time' || (kind !== 'number' && kind !== 'ordinal') || unit !== null) return false;
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(clockText(text, value)) ?? [];
  const [own, ownMinute] = String(time.value).split(':');
  if (hour === undefined || Number(hour) > 24 || minute !== ownMinute) return false;
  return Number(hour) === Number(own) || (Number(hour) < 13 && Number(hour) % 12 === Number(own) % 12);
}

/** "in 2:04:31" and 2.04.31, which may be a date where days stand first. */
function isRaceTime({ kind, value }: Figure, date: Figure): boolean {
  return kind === 'time' && date.kind === 'date' && date.text.replaceAll('.', ':').padStart(8, '0') === value;
}

/** "between 8.30 and 9.30", which another text may say as two times: с 8:30 до 9:30. */
export function clocksOf(range: Figure): readonly Figure[] {
  if (typeof range.value === 'string' || range.unit !== null) return [];
  const texts = range.text.match(/(?<![\p{Nd}.:])\p{Nd}{1,2}[.:]\p{Nd}{2}(?![\p{Nd}.:])/gu) ?? [];
  const { from, to } = range.value;
  return texts.length === 2 ? [from, to].map((value, n) => ({ ...range, value, text: texts[n] ?? '' })) : [];
}

/** 11.20 as it is written, since its value has lost the nought; a word by its value. */
function clockText(text: string, value: Figure['value']): string {
  const digits = /^\d{1,2}\.\d\d$/.exec(text)?.[0];
  // iki buçukta: half past two in words
  const [, hour, part] = /\p{Nd}/u.test(text) ? [] : (/^(\d{1,2})\.(5|25|75)$/.exec(String(value)) ?? []);
  return digits ?? (part ? `${hour}:${Number(`0.${part}`) * 60}` : String(value));
}

const PERIODS: Readonly<Record<string, string>> = {
  '01..03': 'Q1',
  '04..06': 'Q2',
  '07..09': 'Q3',
  '10..12': 'Q4',
  '01..06': 'H1',
  '07..12': 'H2',
};

/** "the six months to September" and 4〜9月. */
function isSpan({ kind, value }: Figure, months: Figure): boolean {
  if (kind !== 'date' || typeof value === 'string' || months.unit !== 'month' || months.kind !== 'duration')
    return false;
  const [from, to] = [value.from, value.to].map((end) => Number(/-(\d\d)$/.exec(end)?.[1]));
  return from !== undefined && to !== undefined && months.value === String(to - from + 1);
}

/** January to March is the first quarter. */
function isPeriod({ kind, value }: Figure, period: Figure): boolean {
  if (kind !== 'date' || typeof value === 'string' || typeof period.value !== 'string') return false;
  const [from, to] = [value.from, value.to].map((end) => /^(.+)-(\d\d)$/.exec(end));
  const part = PERIODS[`${from?.[2]}..${to?.[2]}`];
  return part !== undefined && sameDate(`${from?.[1] === '-' ? '' : `${from?.[1]}-`}${part}`, period.value);
}

const DECADE = /^\d\d(\d0)s$/;

/** "the 30s" is of whatever century; "the early 2000s" is 21世纪初. */
function sameDecade(a: Figure, b: Figure): boolean {
  const [x, y] = [a, b].map(({ value }) => DECADE.exec(String(value))?.[1]);
  if (x !== undefined && x === y) return [a, b].some(({ also }) => also === `${x}s`);
  // The 1800s are a century as well, and "the early 2000s" is 21世纪初.
  const century = [a.value, b.value].find((value) => typeof value === 'string' && /^C\d+$/.test(value));
  return century !== undefined && [a.value, b.value].includes(`${Number(String(century).slice(1)) - 1}00s`);
}

/** 76年 for 1976, в семьдесят первом for 1971. */
function isShortYear(year: Figure, { kind, unit, value, text, counts }: Figure): boolean {
  const short = /^\d\d(\d\d)$/.exec(String(year.value))?.[1];
  // 17-го года, в 99-м, «лето 68-го» for the summer of ’68
  const isSaid = counts === 'year' || year.text === short || Number(short) > (/\p{Nd}/u.test(text) ? 31 : 19);
  if (year.kind === 'date' && kind === 'ordinal' && value === short && isSaid) return true;
  // "the big one in '98" and 98’deki büyüğü
  if (year.kind === 'date' && kind === 'number' && year.text === short && value === short) return true;
  if (!/^\p{Nd}+\p{Lo}/u.test(text)) return false;
  return year.kind === 'date' && kind === 'duration' && unit === 'year' && short !== undefined && value === short;
}

/** "the turn of the 20th century" and рубеж XIX–XX веков. */
function isTurn({ value: century }: Figure, { value }: Figure): boolean {
  if (typeof value === 'string' || typeof century !== 'string' || value.to !== century) return false;
  return value.from === `C${Number(century.slice(1)) - 1}`;
}

/** "by the 2050s", к 2050-м: a decade, or a year in another case. */
function isTens({ value }: Figure, { kind, value: year }: Figure): boolean {
  return kind === 'ordinal' && /^[12]\d\d0$/.test(String(year)) && value === `${year}s`;
}

/** "in her fifties": an age, where the other side says 50, or over 50. */
function isAge(decade: Figure, { kind, value }: Figure): boolean {
  const tens = DECADE.exec(String(decade.value))?.[1];
  // 1800-те затворници: an ending of decades may be the article of a count.
  const isCount = kind === 'number' && decade.value === `${value}s`;
  return isCount || ((kind === 'number' || kind === 'duration') && tens !== undefined && value === tens);
}

/** "the second half", of whatever, and 下半年. */
function isHalf({ kind, value }: Figure, other: Figure): boolean {
  return (
    kind === 'date' && other.soft && /(?:^|-)H\d$/.test(String(value)) && String(value).endsWith(String(other.value))
  );
}

/** 1968/69 and 1968–69 are one season, however its two years are joined. */
function season({ value }: Figure): string | undefined {
  if (typeof value !== 'string') return /^\d{4}$/.test(value.from) ? `${value.from}/${value.to}` : undefined;
  const years = /^(\d\d)(\d\d)\/(\d\d)$/.exec(value);
  return years ? `${years[1]}${years[2]}/${years[1]}${years[3]}` : undefined;
}

const DATE = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?$/;

function sameDate(a: string, b: string): boolean {
  const left = DATE.exec(a);
  const right = DATE.exec(b);
  if (!left || !right) return quarterOf(a) !== undefined && quarterOf(a) === quarterOf(b) && !conflicting(a, b);
  const parts = [1, 2, 3].map((i) => [known(left[i]), known(right[i])] as const);
  const shared = parts.filter(([x, y]) => x !== undefined && y !== undefined);
  const [month] = parts.slice(1);
  const both = month !== undefined && month[0] !== undefined && month[1] !== undefined;
  return both && shared.every(([x, y]) => x === y);
}

function known(part: string | undefined): string | undefined {
  return part === '-' ? undefined : part;
}

function quarterOf(date: string): string | undefined {
  return /(?:^|-)([QH]\d)$/.exec(date)?.[1];
}

function conflicting(a: string, b: string): boolean {
  return /^\d{4}/.test(a) && /^\d{4}/.test(b);
}

/** "open from 10 to 6" and с 10 до 18 часов. */
export function isAfternoon(hour: Figure, { kind, value, unit }: Figure): boolean {
  if (hour.unit !== 'hour' || kind !== 'number' || unit !== null || typeof value !== 'string') return false;
  const [late, early] = [Number(hour.value), Number(value)];
  return late > 12 && late <= 24 && late - 12 === early;
}
