import type { Bound, Figure } from '../model.ts';

const BOUNDS: Readonly<Record<Bound, string>> = {
  exact: '',
  about: 'about ',
  over: 'over ',
  under: 'under ',
  'at-least': 'at least ',
  'at-most': 'at most ',
};

/** What a figure says, for a message: "over 90,000,000,000 USD", "12.5 %", "25 January 2022". */
export function say(figure: Figure): string {
  if (typeof figure.value !== 'string') {
    const { from, to } = figure.value;
    return `${BOUNDS[figure.bound]}${sayOne(figure, from, false)} to ${sayOne(figure, to, true)}`;
  }
  return `${BOUNDS[figure.bound]}${sayOne(figure, figure.value, true)}${sayOf(figure)}`;
}

/** " per hour", or what an ordinal counts. */
function sayOf({ per, counts }: Figure): string {
  const rates = (per ?? []).map((unit) => ` per ${unit}`).join('');
  return counts ? ` of ${counts}s` : rates;
}

function sayOne(figure: Figure, value: string, withUnit: boolean): string {
  if (figure.kind === 'date') return sayDate(value);
  if (figure.kind === 'time') return value;
  const number = group(value);
  if (!withUnit) return number;
  if (figure.kind === 'percent') return `${number}%`;
  if (figure.kind === 'percentage-point') return `${number} percentage points`;
  if (figure.kind === 'multiple') return `${number} times`;
  if (figure.kind === 'ordinal') return `number ${number}`;
  return figure.unit ? `${number} ${figure.unit}${figure.kind === 'duration' && value !== '1' ? 's' : ''}` : number;
}

function group(value: string): string {
  const [whole = '', rest] = value.split('.');
  if (value.includes('/')) return value;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest ? `${grouped}.${rest}` : grouped;
}

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month, 1)),
);

function sayDate(value: string): string {
  const match = /^(\d{4}|-)-(\d{2})(?:-(\d{2}))?$/.exec(value);
  if (!match) return sayPeriod(value);
  const [, year = '', month = '', day] = match;
  const parts = [day && String(Number(day)), MONTHS[Number(month) - 1], year === '-' ? undefined : year];
  return parts.filter(Boolean).join(' ');
}

function sayPeriod(value: string): string {
  if (value.startsWith('C')) return `century ${value.slice(1)}`;
  return value.replace(/^(\d{4})-([QH])(\d)$/, '$2$3 $1');
}

const TENS = [
  '',
  'ten times',
  'a hundred times',
  'a thousand times',
  'ten thousand times',
  'a hundred thousand times',
  'a million times',
];

/** "a thousand times too large", for a slip of this power of ten. */
export function sayPower(power: number): string {
  const size = TENS[Math.abs(power)] ?? `10^${Math.abs(power)} times`;
  return `${size} too ${power > 0 ? 'large' : 'small'}`;
}
