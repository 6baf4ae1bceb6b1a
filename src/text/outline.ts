/** A heading and how much stands below it, up to the next heading. */
export interface Section {
  readonly level: number;
  readonly blocks: number;
}

/**
 * The first place where a translation's headings part from its source's, as indexes of sections;
 * on the side that lacks the section, the index is that of the one before which it belongs.
 */
export interface OutlineDifference {
  readonly what: 'missing' | 'extra' | 'level';
  readonly source: number;
  readonly translation: number;
}

const gap = 20;
const otherLevel = 15;
/** Sections of the same level are likelier partners the nearer they are in length; never worth a gap. */
const mostForLength = 4;

/** How many sections before and behind the first other level are looked at: more than a document has, as a rule. */
const reach = 250;

/** Compares two outlines by their cheapest alignment; undefined when they agree. */
export function outlineDifference(
  source: readonly Section[],
  translation: readonly Section[],
): OutlineDifference | undefined {
  const other = firstOther(source, translation);
  if (other === undefined) return undefined;
  const from = Math.max(0, other - reach);
  const found = firstDifference(source.slice(from, other + reach), translation.slice(from, other + reach));
  return found && { ...found, source: found.source + from, translation: found.translation + from };
}

/** Where the levels begin to differ, or one of the outlines to be longer. */
function firstOther(source: readonly Section[], translation: readonly Section[]): number | undefined {
  const length = Math.max(source.length, translation.length);
  for (let at = 0; at < length; at++) if (source[at]?.level !== translation[at]?.level) return at;
  return undefined;
}

function firstDifference(source: readonly Section[], translation: readonly Section[]): OutlineDifference | undefined {
  const cost = alignmentCost(source, translation);
  for (let at = 0; at < Math.max(source.length, translation.length); at++) {
    const [from, to] = [source[at], translation[at]];
    const paired = from && to && cost(at, at) === pairCost(from, to) + cost(at + 1, at + 1);
    const place = { source: at, translation: at };
    if (!paired) return { what: cost(at, at) === gap + cost(at + 1, at) ? 'missing' : 'extra', ...place };
    if (from.level !== to.level) return { what: 'level', ...place };
  }
  return undefined;
}

/** What it costs at least to align the sections from `i` on with those from `j` on. */
function alignmentCost(source: readonly Section[], translation: readonly Section[]): (i: number, j: number) => number {
  const width = translation.length + 2;
  const table = new Float64Array((source.length + 2) * width).fill(Number.POSITIVE_INFINITY);
  const cost = (i: number, j: number) => table[i * width + j] ?? Number.POSITIVE_INFINITY;
  for (let i = source.length; i >= 0; i--) {
    for (let j = translation.length; j >= 0; j--) {
      const [from, to] = [source[i], translation[j]];
      const paired = from && to ? pairCost(from, to) + cost(i + 1, j + 1) : Number.POSITIVE_INFINITY;
      table[i * width + j] = from || to ? Math.min(paired, gap + cost(i + 1, j), gap + cost(i, j + 1)) : 0;
    }
  }
  return cost;
}

function pairCost(a: Section, b: Section): number {
  return (a.level === b.level ? 0 : otherLevel) + Math.min(mostForLength, Math.abs(a.blocks - b.blocks));
}
