import type { Block } from '../../model.ts';

/** Blocks of the source and of the translation that say the same; either side may be empty. Indexes into `blocks`. */
export interface Pair {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/**
 * Aligns two documents' blocks: front matter by field, tables by cell, everything else by dynamic programming over
 * structure, length, figures and names (Gale and Church 1993, with figures as a further witness). In the order of
 * the source; linear, since the search keeps to a band around the diagonal.
 */
export function align(source: readonly Block[], target: readonly Block[]): readonly Pair[] {
  const left = unitsOf(source);
  const right = unitsOf(target);
  const pairs = alignMeta(source, target);
  const steps = isStraight(left, right) ? straight(left, right) : path(left, right);
  for (const step of steps) pairs.push(...pairUnits(source, target, step));
  return pairs;
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

/** A block, or a table with all its cells. */
interface Unit {
  readonly kind: Block['kind'] | 'table';
  readonly level: number;
  readonly blocks: readonly number[];
  readonly length: number;
  readonly figures: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

interface Step {
  readonly left: readonly Unit[];
  readonly right: readonly Unit[];
}

function alignMeta(source: readonly Block[], target: readonly Block[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [index, block] of source.entries()) {
    if (block.kind !== 'meta') continue;
    const other = target.findIndex((candidate) => candidate.kind === 'meta' && candidate.field === block.field);
    if (other >= 0) pairs.push({ source: [index], target: [other] });
  }
  return pairs;
}

/** A source has its units once for all its translations. */
const known = new WeakMap<readonly Block[], readonly Unit[]>();

function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  const found = known.get(blocks) ?? units(blocks);
  known.set(blocks, found);
  return found;
}

function units(blocks: readonly Block[]): readonly Unit[] {
  const found: Unit[] = [];
  let table: number[] = [];
  const close = () => {
    if (table.length > 0) found.push(unit('table', blocks, table));
    table = [];
  };
  for (const [index, block] of blocks.entries()) {
    const first = table[0];
    if (block.kind === 'cell' && first !== undefined && tableOf(blocks[first]) === tableOf(block)) {
      table.push(index);
      continue;
    }
    close();
    if (block.kind === 'cell') table = [index];
    else if (block.kind !== 'meta') found.push(unit(block.kind, blocks, [index]));
  }
  close();
  return found;
}

function tableOf(block: Block | undefined): string | undefined {
  return block?.within.findLast((container) => container.startsWith('table'));
}

function unit(kind: Unit['kind'], blocks: readonly Block[], indexes: readonly number[]): Unit {
  const own = indexes.map((index) => blocks[index]).filter((block) => block !== undefined);
  return {
    kind,
    level: own[0]?.level ?? 0,
    blocks: indexes,
    length: own.reduce((sum, block) => sum + weight(block.text), 0),
    figures: new Set(own.flatMap((block) => block.figures.filter((f) => !f.soft).map((f) => JSON.stringify(f.value)))),
    names: new Set(own.flatMap((block) => block.text.match(/\b[A-Z][A-Za-z]*[A-Z0-9]\w*\b/g) ?? [])),
  };
}

/** A Han character says about as much as two and a half letters. */
function weight(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i) >= 0x2e80 ? 2.5 : 1;
  return sum;
}

const SKIP = 1.7;
const MERGE = 0.8;
const BAND = 48;
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

/** The cheapest way through both sequences. */
function path(left: readonly Unit[], right: readonly Unit[]): readonly Step[] {
  const sides = [sideOf(left), sideOf(right)] as const;
  const rows = left.length + 1;
  const columns = right.length + 1;
  const band = BAND + Math.abs(rows - columns);
  // Short documents say little of the languages' lengths, and a missing paragraph much; so the ratio leans to 1.
  const ratio = (total(right) + LEAN) / (total(left) + LEAN);
  const width = 2 * band + 1;
  const costs = new Float64Array(rows * width).fill(Number.POSITIVE_INFINITY);
  const moves = new Int8Array(rows * width);
  const cell = (i: number, j: number) => {
    const offset = j - Math.round((i * (columns - 1)) / Math.max(1, rows - 1)) + band;
    return i < 0 || j < 0 || offset < 0 || offset >= width ? -1 : i * width + offset;
  };
  costs[cell(0, 0)] = 0;
  for (let i = 0; i < rows; i += 1) {
    const middle = Math.round((i * (columns - 1)) / Math.max(1, rows - 1));
    for (let j = Math.max(0, middle - band); j <= Math.min(columns - 1, middle + band); j += 1) {
      if (i === 0 && j === 0) continue;
      const best = cheapest(sides, i, j, (a, b) => costs[cell(a, b)] ?? Number.POSITIVE_INFINITY, ratio);
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

/** Tables go cell by cell where both have the same shape, else row by row. */
function pairUnits(source: readonly Block[], target: readonly Block[], step: Step): readonly Pair[] {
  const [a] = step.left;
  const [b] = step.right;
  const whole = { source: step.left.flatMap((u) => u.blocks), target: step.right.flatMap((u) => u.blocks) };
  if (a?.kind !== 'table' || b?.kind !== 'table') return [whole];
  const byPlace = new Map(b.blocks.map((index) => [place(target[index]), index]));
  const same = a.blocks.length === b.blocks.length && a.blocks.every((index) => byPlace.has(place(source[index])));
  if (!same) return [whole];
  return a.blocks.map((index) => ({ source: [index], target: [byPlace.get(place(source[index])) ?? -1] }));
}

function place(block: Block | undefined): string {
  return `${block?.cell?.row}:${block?.cell?.column}`;
}
