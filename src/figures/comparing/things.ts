import type { Figure } from '../../model.ts';

/** "four such accidents" and 4 km: what counts things is no measure of as much. */
export function isOfThings({ unnamed }: Figure, { kind, unit, kilo }: Figure): boolean {
  if (unnamed !== false || unit === null) return false;
  // キロ is a measure whichever it is, but 度 and تن count too.
  if (kilo && unit !== 'kilometer' && unit !== 'kilogram') return false;
  return (kind === 'duration' && TIMES.has(unit)) || (kind === 'quantity' && MEASURES.has(unit));
}

/** 2機 and 2人, 6メートル and 6人, 9キロ and 9位: as many of something else are not said again. */
export function countsOther(figure: Figure, other: Figure): boolean {
  if (figure.kind === 'quantity' && other.kind === 'ordinal') return true;
  const [a, b] = [sortOf(figure), sortOf(other)];
  return a !== undefined && b !== undefined && a !== b && (figure.kind === 'number' || other.kind === 'number');
}

function sortOf({ kind, unit, counts }: Figure): string | undefined {
  return kind === 'number' ? counts : kind === 'duration' || kind === 'quantity' ? (unit ?? undefined) : undefined;
}

/** No feet, pounds or pints, whose names are those of things too. */
const MEASURES: ReadonlySet<string> = new Set([
  ...['kilometer', 'meter', 'centimeter', 'millimeter', 'mile', 'square-kilometer', 'square-meter', 'hectare'],
  ...['tonne', 'kilogram', 'gram', 'milligram', 'liter'],
]);

const TIMES: ReadonlySet<string> = new Set(['year', 'month', 'day', 'hour', 'minute']);
