/** The calendar date, ISO 8601, of a value of YAML’s, no time zone involved; undefined where there is no such day. */
export function isoDate(value: unknown): string | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(value instanceof Date ? value.toISOString() : String(value));
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return Number(day) > 0 && Number(day) <= daysOf(Number(year), Number(month)) ? `${year}-${month}-${day}` : undefined;
}

/** How many days a month has; none where there is no such month. */
function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (month === 2 && isLeap ? 29 : DAYS[month - 1]) ?? 0;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
