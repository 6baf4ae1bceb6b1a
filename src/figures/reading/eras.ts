import { readAmount } from './amount.ts';
import { gap, type Reader } from './reader.ts';

/**
 * The eras of a calendar that lead years, each with the year before its first, as `Intl` knows them: 令和 2018, 民國 1911.
 * One whose years count backwards (民國前) has none.
 */
export function erasOf(locale: string, calendar: string): ReadonlyMap<string, number> {
  const format = new Intl.DateTimeFormat(locale, { calendar, era: 'long', year: 'numeric', timeZone: 'UTC' });
  const eras = new Map<string, number>();
  for (let year = FIRST; year <= LAST; year += 1) {
    const parts = format.formatToParts(Date.UTC(year, 11, 31));
    const said = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const before = year - (said('year') === FIRST_YEAR ? 1 : Number(said('year')));
    if (said('era') && eras.get(said('era')) === undefined) eras.set(said('era'), before);
    else if (eras.get(said('era')) !== before) eras.set(said('era'), Number.NaN);
  }
  return new Map([...eras].filter(([, before]) => !Number.isNaN(before)));
}

/** Of what a text of today may speak. */
const [FIRST, LAST] = [1870, 2040];
/** How the first year of an era is written. */
const FIRST_YEAR = '元';

/** 令和6年, 平成元年, 民國一〇五年: a year of an era. */
export function eraYear(reader: Reader, at: number): { number: string; to: number } | undefined {
  const token = reader.tokens[at];
  const before = token?.lex.era;
  if (token === undefined || before === undefined) return undefined;
  if (reader.folded.startsWith(FIRST_YEAR, token.end)) {
    let mark = at + 1;
    while ((reader.tokens[mark]?.start ?? Number.POSITIVE_INFINITY) < token.end + FIRST_YEAR.length) mark += 1;
    return marked(reader, mark, before + 1);
  }
  const amount = gap(reader, at + 1) === '' ? readAmount(reader, at + 1) : undefined;
  const isYear = amount?.value.d === 1n && amount.value.n > 0n && amount.value.n < 200n;
  return isYear ? marked(reader, amount.to, before + Number(amount.value.n)) : undefined;
}

function marked(reader: Reader, at: number, year: number): { number: string; to: number } | undefined {
  return reader.tokens[at]?.lex.yearAfter && gap(reader, at) === '' ? { number: String(year), to: at + 1 } : undefined;
}
