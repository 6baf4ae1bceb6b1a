import type { Block, Figure } from '../../model.ts';
import { equal, exact, multiply, parseExact } from '../value.ts';
import type { Difference } from './match.ts';

/** Hours, minutes and seconds, parted by points. */
const RACE = /(?<![\p{Nd}.,])(\d{1,2})\.([0-5]\d)\.([0-5]\d)(?![.,]?\p{Nd})/gu;

/**
 * "two hours 17 minutes and 46 seconds" and i tiden 2.17.46: parted by points, how long a race took looks like a version
 * or a date, and is told by the other text, which says as long a time.
 */
export function withoutRaces(
  differences: readonly Difference[],
  { source, target }: { readonly source: readonly Block[]; readonly target: readonly Block[] },
): readonly Difference[] {
  if (!differences.some(({ slip, source: a, target: b }) => isAlone(slip) && isLong(a ?? b))) return differences;
  const said = new Set<string>();
  const left = differences.filter(({ slip, source: a, target: b }) => {
    const run = isAlone(slip) && isLong(a ?? b) ? (a ?? b) : undefined;
    const text = run && raceIn(run, a ? target : source);
    if (text) said.add(text);
    return !text;
  });
  return left.filter(({ slip, source: a, target: b }) => !(isAlone(slip) && said.has((a ?? b)?.text ?? '')));
}

function isAlone(slip: Difference['slip']): boolean {
  return slip === 'missing' || slip === 'extra';
}

function isLong(figure: Figure | undefined): boolean {
  return figure?.kind === 'duration' && typeof figure.value === 'string' && FACTORS[figure.unit ?? ''] !== undefined;
}

function raceIn({ value, unit }: Figure, blocks: readonly Block[]): string | undefined {
  const long = multiply(parseExact(String(value)), exact(FACTORS[unit ?? ''] ?? 1));
  const runs = blocks.flatMap(({ text }) => [...text.matchAll(RACE)]);
  const found = runs.find(([, hours, minutes, seconds]) =>
    equal(long, exact(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))),
  );
  return found?.[0];
}

const FACTORS: Readonly<Record<string, number>> = { hour: 3600, minute: 60, second: 1 };
