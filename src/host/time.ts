/**
 * The time that a document bears, ISO 8601: SOURCE_DATE_EPOCH where that is set, as its specification demands, else noon of
 * the day of `date`, which is that day in nearly every reader's time zone; undefined if there is neither.
 */
export function timeOf(date?: string): string | undefined {
  const epoch = process.env.SOURCE_DATE_EPOCH ?? '';
  if (/^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().replace(/\.\d+/, '');
  const day = /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0];
  return day && `${day}T12:00:00Z`;
}

/** Which day it is, `2027-03-31`: that of SOURCE_DATE_EPOCH where that is set, and by Greenwich, so that it is the same everywhere. */
export function today(): string {
  return (timeOf() ?? new Date().toISOString()).slice(0, 'YYYY-MM-DD'.length);
}
