import type { Bound, Figure, Phrase, PhraseValue } from '../model.ts';
import { phrase, valueInEnglish } from '../text/phrase.ts';

const BOUNDS: Readonly<Record<Bound, (value: PhraseValue) => PhraseValue>> = {
  exact: (value) => value,
  about: (value) => phrase`about ${value}`,
  over: (value) => phrase`over ${value}`,
  under: (value) => phrase`under ${value}`,
  'at-least': (value) => phrase`at least ${value}`,
  'at-most': (value) => phrase`at most ${value}`,
};

/** What a figure says, in English: "over 90,000,000,000 USD", "12.5%", "25 January 2022". */
export function say(figure: Figure): string {
  return valueInEnglish(saying(figure));
}

/** What a figure says, for a message. */
export function saying(figure: Figure): PhraseValue {
  const bound = BOUNDS[figure.bound];
  if (typeof figure.value !== 'string') {
    const { from, to } = figure.value;
    return bound(phrase`${sayOne(figure, from, false)} to ${sayOne(figure, to, true)}`);
  }
  return bound(sayOf(figure, sayOne(figure, figure.value, true)));
}

/** " per hour", or what an ordinal counts. */
function sayOf({ kind, per, counts }: Figure, value: PhraseValue): PhraseValue {
  if (counts && kind === 'ordinal') return phrase`${value} of ${{ unit: counts }}s`;
  return (per ?? []).reduce<PhraseValue>((said, unit) => phrase`${said} per ${{ unit }}`, value);
}

function sayOne({ kind, unit }: Figure, value: string, withUnit: boolean): PhraseValue {
  if (kind === 'date') return sayDate(value);
  if (kind === 'time') return value;
  const number = { decimal: value };
  if (!withUnit) return number;
  if (kind === 'percent') return phrase`${number}%`;
  if (kind === 'percentage-point') return phrase`${number} percentage points`;
  if (kind === 'multiple') return phrase`${number} times`;
  if (kind === 'ordinal') return phrase`number ${number}`;
  return unit ? { measure: value, unit, kind } : number;
}

function sayDate(value: string): PhraseValue {
  const [, year = '', part, turn = ''] = /^(\d{4})-([QH])(\d)$/.exec(value) ?? [];
  if (part === 'Q') return phrase`Q${turn} ${year}`;
  if (part === 'H') return turn === '1' ? phrase`H1 ${year}` : phrase`H2 ${year}`;
  if (value.startsWith('C')) return phrase`century ${value.slice(1)}`;
  if (/^\d{4}s$/.test(value)) return phrase`${value.slice(0, -1)}s`;
  return { date: value };
}

const LARGE: readonly Phrase[] = [
  phrase`ten times too large`,
  phrase`a hundred times too large`,
  phrase`a thousand times too large`,
  phrase`ten thousand times too large`,
  phrase`a hundred thousand times too large`,
  phrase`a million times too large`,
];
const SMALL: readonly Phrase[] = [
  phrase`ten times too small`,
  phrase`a hundred times too small`,
  phrase`a thousand times too small`,
  phrase`ten thousand times too small`,
  phrase`a hundred thousand times too small`,
  phrase`a million times too small`,
];

/** "a thousand times too large", for a slip of this power of ten. */
export function sayPower(power: number): Phrase {
  const size = String(Math.abs(power));
  if (power > 0) return LARGE[power - 1] ?? phrase`10^${size} times too large`;
  return SMALL[-power - 1] ?? phrase`10^${size} times too small`;
}
