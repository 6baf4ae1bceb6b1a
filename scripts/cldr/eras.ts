import { FIRST_YEAR } from '../../src/figures/reading/dates/led.ts';

/**
 * The eras of a calendar that lead years, each with the year before its first, as `Intl` knows them: 令和 2018, 民國 1911.
 * One whose years count backwards (民國前) has none.
 */
export function erasOf(locale: string, calendar: string): Record<string, number> {
  const format = new Intl.DateTimeFormat(locale, { calendar, era: 'long', year: 'numeric', timeZone: 'UTC' });
  const eras = new Map<string, number>();
  for (let year = FIRST; year <= LAST; year += 1) {
    const parts = format.formatToParts(Date.UTC(year, 11, 31));
    const said = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const before = year - (said('year') === FIRST_YEAR ? 1 : Number(said('year')));
    if (said('era') && eras.get(said('era')) === undefined) eras.set(said('era'), before);
    else if (eras.get(said('era')) !== before) eras.set(said('era'), Number.NaN);
  }
  return Object.fromEntries([...eras].filter(([, before]) => !Number.isNaN(before)));
}

/** Of what a text of today may speak. */
const [FIRST, LAST] = [1870, 2040];
