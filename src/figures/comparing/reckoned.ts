import type { Figure } from '../../model.ts';

/**
 * "in 2016 and again in 2020" and в 2016 году и снова четыре года спустя: a year that one text says the other may count
 * from a year that both say.
 */
export function matchReckoned(
  left: Set<Figure>,
  right: Set<Figure>,
  take: (a: Figure, b: Figure) => void,
  [source, target]: readonly [readonly Figure[], readonly Figure[]],
): void {
  if (left.size === 0 || right.size === 0) return;
  const both = yearsIn(source).filter((year) => yearsIn(target).includes(year));
  if (both.length === 0) return;
  const reckons = (year: Figure, span: Figure) =>
    isYear(year) && isSpan(span) && both.some((from) => Math.abs(Number(year.value) - from) === Number(span.value));
  for (const a of left) {
    const b = [...right].find((other) => reckons(a, other) || reckons(other, a));
    if (b) take(a, b);
  }
}

function yearsIn(figures: readonly Figure[]): readonly number[] {
  return figures.flatMap(({ kind, value }) => {
    const year = kind === 'date' && typeof value === 'string' ? /^\d{4}(?![\ds])/.exec(value)?.[0] : undefined;
    return year === undefined ? [] : [Number(year)];
  });
}

function isYear({ kind, value }: Figure): boolean {
  return kind === 'date' && /^\d{4}$/.test(String(value));
}

function isSpan({ kind, unit, value, bound }: Figure): boolean {
  return kind === 'duration' && unit === 'year' && bound === 'exact' && /^\d{1,3}$/.test(String(value));
}
