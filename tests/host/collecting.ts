import { setTimeout as wait } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';
import { collect, settle, tune } from '../../src/host/engine.ts';

/** Run as a program: fills the heap, lets go, has V8 look; says in MB what that gave back, and how large nurseries are then. */
tune();
const rss = () => process.memoryUsage.rss() / 2 ** 20;
const nursery = () =>
  (getHeapSpaceStatistics().find((one) => one.space_name === 'new_space')?.space_size ?? 0) / 2 ** 20;

/** So many objects, of some hundred bytes each. */
function fill(count: number): readonly object[] {
  return Array.from({ length: count }, (_, n) => ({ n, text: `text ${n}`, list: [n] }));
}

let held = fill(3_000_000);
const before = rss();
held = held.slice(0, 1000);
// In a turn of its own: what lies on the stack may not move.
await wait(10);
collect();
const given = before - rss();
const nurseries: number[] = [];
for (let round = 0; round < 200; round += 1) {
  held = fill(30_000);
  settle();
  nurseries.push(nursery());
}
// While V8 empties one half into the other, by threads that may be late, it has some pages more: the median tells.
const usual = nurseries.slice(-100).sort((a, b) => a - b)[50];
process.stdout.write(JSON.stringify({ given, usual, held: held.length }));
