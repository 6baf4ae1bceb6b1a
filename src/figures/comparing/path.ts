import { anchors } from './anchors.ts';
import type { Unit } from './units.ts';

/** Units of both sides that say the same; either side may be empty. */
export interface Step {
  readonly left: readonly Unit[];
  readonly right: readonly Unit[];
}

/** The cheapest way through both texts, in linear time. */
export function stepsThrough(left: readonly Unit[], right: readonly Unit[]): readonly Step[] {
  if (isStraight(left, right)) return straight(left, right);
  // Short documents say little of the languages' lengths, and a missing paragraph much; so the ratio leans to 1.
  const ratio = (total(right) + LEAN) / (total(left) + LEAN);
  if (Math.abs(left.length - right.length) <= SLACK) return path(left, right, ratio);
  return betweenAnchors(left, right).flatMap((part) => path(part.left, part.right, ratio));
}

/** Much is missing on one side: what can be nothing else than each other parts the search, so that it keeps near the way. */
function betweenAnchors(left: readonly Unit[], right: readonly Unit[]): readonly Step[] {
  const parts: Step[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of anchors(left, right)) {
    parts.push({ left: left.slice(i, a), right: right.slice(j, b) });
    parts.push({ left: left.slice(a, a + 1), right: right.slice(b, b + 1) });
    [i, j] = [a + 1, b + 1];
  }
  parts.push({ left: left.slice(i), right: right.slice(j) });
  return parts;
}

/** What the matches of all units may cost, each and on average, for the search to be needless. */
const SURE = 1.2;
const USUAL = 0.25;

/**
 * Most translations keep every paragraph. Another way than straight on leaves out at least one unit on each side, which
 * costs 2 × SKIP; where the counterparts match as well as this, it was cheaper in none of 600 documents.
 */
function isStraight(left: readonly Unit[], right: readonly Unit[]): boolean {
  if (left.length !== right.length) return false;
  const ratio = (total(right) + LEAN) / (total(left) + LEAN);
  let sum = 0;
  for (const [i, unit] of left.entries()) {
    const other = right[i];
    if (other === undefined || unit.kind !== other.kind) return false;
    const cost = matchCost(unit, other, ratio);
    if (cost > SURE) return false;
    sum += cost;
  }
  return sum <= USUAL * left.length;
}

function straight(left: readonly Unit[], right: readonly Unit[]): readonly Step[] {
  return left.map((unit, i) => ({ left: [unit], right: right.slice(i, i + 1) }));
}

const SKIP = 1.7;
const MERGE = 0.8;
const BAND = 48;
/** How many units more one side may have for the search to look at every way that leaves them out. */
const SLACK = 100;
const LEAN = 600;
/** Two paragraphs in one are about as long as both: of a merge, length is stronger evidence than of a match. */
const MERGED = 1.8;
/** How many units of each side one step takes. */
const MOVES = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [2, 1],
] as const;

/** One side of the search: its units, and each with the one before it as a single one, where both are prose. */
interface Side {
  readonly units: readonly Unit[];
  readonly merged: readonly (Unit | undefined)[];
}

function sideOf(units: readonly Unit[]): Side {
  const merged = units.map((unit, i) => {
    const before = units[i - 1];
    return before && mergeable(before, unit) ? merge(before, unit) : undefined;
  });
  return { units, merged };
}

/** The cheapest way through both sequences that keeps to a band around the diagonal. */
function path(left: readonly Unit[], right: readonly Unit[], ratio: number): readonly Step[] {
  const sides = [sideOf(left), sideOf(right)] as const;
  const rows = left.length + 1;
  const columns = right.length + 1;
  // From row to row the diagonal goes on by so much; the band has to hold the way there.
  const slope = (columns - 1) / Math.max(1, rows - 1);
  const band = BAND + Math.min(Math.abs(rows - columns), SLACK + Math.ceil(slope));
  const width = 2 * band + 1;
  const costs = new Float64Array(rows * width).fill(Number.POSITIVE_INFINITY);
  const moves = new Int8Array(rows * width);
  const firsts = Int32Array.from({ length: rows }, (_, i) => Math.round(i * slope) - band);
  const cell = (i: number, j: number) => {
    const offset = j - (firsts[i] ?? 0);
    return offset < 0 || offset >= width ? -1 : i * width + offset;
  };
  const costAt = (i: number, j: number) => costs[cell(i, j)] ?? Number.POSITIVE_INFINITY;
  costs[cell(0, 0)] = 0;
  for (let i = 0; i < rows; i += 1) {
    const first = firsts[i] ?? 0;
    for (let j = Math.max(0, first); j < Math.min(columns, first + width); j += 1) {
      if (i === 0 && j === 0) continue;
      const best = cheapest(sides, i, j, costAt, ratio);
      costs[cell(i, j)] = best.cost;
      moves[cell(i, j)] = best.move;
    }
  }
  return trace(left, right, (i, j) => moves[cell(i, j)] ?? 0);
}

function cheapest(
  sides: readonly [Side, Side],
  i: number,
  j: number,
  costAt: (i: number, j: number) => number,
  ratio: number,
): { cost: number; move: number } {
  let best = { cost: Number.POSITIVE_INFINITY, move: 1 };
  for (const [move, [down, across]] of MOVES.entries()) {
    if (i < down || j < across) continue;
    const before = costAt(i - down, j - across);
    if (before >= best.cost) continue;
    const cost = before + (down === 0 || across === 0 ? SKIP : stepCost(sides, [i, down], [j, across], ratio));
    if (cost < best.cost) best = { cost, move };
  }
  return best;
}

/** What it costs that the last one or two units up to `i` and `j` say the same. */
function stepCost(
  [left, right]: readonly [Side, Side],
  [i, down]: readonly [number, number],
  [j, across]: readonly [number, number],
  ratio: number,
): number {
  const a = down === 2 ? left.merged[i - 1] : left.units[i - 1];
  const b = across === 2 ? right.merged[j - 1] : right.units[j - 1];
  if (!a || !b) return Number.POSITIVE_INFINITY;
  if (down === across) return matchCost(a, b, ratio);
  return mergeable(a, b) ? MERGE + matchCost(a, b, ratio, MERGED) : Number.POSITIVE_INFINITY;
}

function mergeable(a: Unit, b: Unit): boolean {
  const prose = (unit: Unit) => unit.kind === 'paragraph' || unit.kind === 'item' || unit.kind === 'note';
  return prose(a) && prose(b);
}

function merge(a: Unit, b: Unit): Unit {
  return {
    ...b,
    length: a.length + b.length,
    figures: new Set([...a.figures, ...b.figures]),
    names: new Set([...a.names, ...b.names]),
  };
}

/** 0 is what two blocks of one kind and of the expected lengths cost; shared figures and names make it less. */
function matchCost(a: Unit, b: Unit, ratio: number, lengths = 1): number {
  const kinds = kindCost(a, b);
  if (kinds === Number.POSITIVE_INFINITY) return kinds;
  const expected = Math.log((b.length + 4) / (a.length * ratio + 4));
  return (
    kinds +
    Math.min(2, lengths * Math.abs(expected)) +
    1.5 * distance(a.figures, b.figures) +
    0.5 * distance(a.names, b.names)
  );
}

function kindCost(a: Unit, b: Unit): number {
  if (a.kind === b.kind) return a.level === b.level ? 0 : 0.6;
  return mergeable(a, b) ? 0.8 : Number.POSITIVE_INFINITY;
}

/** From −0.5 (all shared) to 0.5 (nothing shared); 0 where neither has any. */
function distance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const all = a.size + b.size;
  if (all === 0) return 0;
  let shared = 0;
  for (const key of a) if (b.has(key)) shared += 2;
  return 0.5 - shared / all;
}

function total(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => sum + unit.length, 0);
}

function trace(
  left: readonly Unit[],
  right: readonly Unit[],
  moveAt: (i: number, j: number) => number,
): readonly Step[] {
  const steps: Step[] = [];
  let i = left.length;
  let j = right.length;
  while (i > 0 || j > 0) {
    const [down, across] = MOVES[moveAt(i, j)] ?? [i > 0 ? 1 : 0, i > 0 ? 0 : 1];
    steps.push({ left: left.slice(i - down, i), right: right.slice(j - across, j) });
    i -= down;
    j -= across;
  }
  return steps.reverse();
}
