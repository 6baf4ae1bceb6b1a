import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openCrew } from '../../src/host/spread.ts';
import { Interrupted, UserError } from '../../src/trouble.ts';
import { halving } from './halving.ts';

const { spread } = openCrew();
const run = promisify(execFile);
const never = new AbortController().signal;
const even = Array.from({ length: 40 }, (_, i) => i * 2);

async function told<Result>(results: AsyncIterable<Result>): Promise<{ results: Result[]; error?: unknown }> {
  const found: Result[] = [];
  try {
    for await (const result of results) found.push(result);
  } catch (error) {
    return { results: found, error };
  }
  return { results: found };
}

test('results come in the order of the shares, from this thread and from others', async () => {
  const { results } = await told(spread(halving, even, never));
  expect(results.map(({ half }) => half)).toEqual(even.map((number) => number / 2));
  const threads = new Set(results.map(({ isMain }) => isMain));
  expect([...threads].sort()).toEqual(availableParallelism() > 1 ? [false, true] : [true]);
});

test('who has others to serve does nothing of it, where it is worth another thread', async () => {
  const threads = async (weight: number) => {
    const { results } = await told(spread({ ...halving, weigh: () => weight }, even, never, true));
    expect(results.map(({ half }) => half)).toEqual(even.map((number) => number / 2));
    return [...new Set(results.map(({ isMain }) => isMain))];
  };
  expect(await threads(1_000_000)).toEqual([false]);
  expect(await threads(1)).toEqual([true]);
});

test('no more is begun than somebody takes: what comes of it is held till then', async () => {
  let begun = 0;
  const shares = Array.from({ length: 200 }, (_, i) => i);
  const job = {
    ...halving,
    weigh: () => 1,
    run(half: number) {
      begun += 1;
      return { half, isMain: true };
    },
  };
  const results = spread(job, shares, never);
  for (let taken = 1; taken <= 3; taken += 1) {
    await results.next();
    await pause(20);
    expect(begun).toBeLessThan(taken + 30);
  }
  expect(begun).toBeGreaterThan(3);
  await results.return(undefined);
});

test('what has been taken is held no longer', async () => {
  const job = {
    ...halving,
    weigh: () => 1,
    run: (share: number) => ({ half: share, isMain: true, large: new Uint8Array(1) }),
  };
  const gone: number[] = [];
  const registry = new FinalizationRegistry<number>((share) => void gone.push(share));
  const { gc } = await collector();
  const shares = Array.from({ length: 20 }, (_, i) => i);
  const results = spread(job, shares, never);
  for (const share of shares) {
    const { value } = await results.next();
    registry.register(value, share);
  }
  // All are taken, and the work is not over for whoever took them.
  for (let turn = 0; turn < 5; turn += 1) {
    gc();
    await pause(10);
  }
  expect(gone.length).toBeGreaterThan(10);
  expect((await results.next()).done).toBe(true);
});

test('what weighs little is done on this thread alone', async () => {
  const { results } = await told(spread({ ...halving, weigh: () => 1 }, even, never));
  expect(results.every(({ isMain }) => isMain)).toBe(true);
  expect(results).toHaveLength(even.length);
});

test('the first trouble in the order of the shares ends it, with its hint, whatever thread met it', async () => {
  const { results, error } = await told(spread(halving, [0, 2, 5, 4, 7, 9, 11, 13, 6], never));
  expect(results.map(({ half }) => half)).toEqual([0, 1]);
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ message: '5 is odd', hint: 'Write 6.', code: 2 });
});

test('a mistake of ours stays one', async () => {
  const { error } = await told(spread(halving, [0, 2, -4, -4, -4, -4], never));
  expect(error).toMatchObject({ name: 'TypeError', message: '-4 is negative' });
});

test('a job that no thread can load is an error, not a wait', async () => {
  const lost = { ...halving, module: 'file:///nowhere/halving.ts' };
  const { results, error } = await told(spread(lost, even, never));
  if (availableParallelism() === 1) expect(results).toHaveLength(even.length);
  else expect(String(error)).toMatch(/nowhere/);
});

test('an interruption ends it', async () => {
  const interruption = new AbortController();
  // So much work that no thread can have done all of it by then, however this one is held up.
  const long = Array.from({ length: 200 }, () => 0);
  const results = spread(halving, long, interruption.signal);
  await results.next();
  interruption.abort(new Interrupted());
  expect((await told(results)).error).toBeInstanceOf(Interrupted);
});

const HEAVY = 1_000_000_000;

test('threads that were expected do the work, and no others start', async () => {
  const crew = openCrew();
  crew.expect(halving, HEAVY);
  const { results } = await told(crew.spread({ ...halving, weigh: () => 0 }, even, never));
  expect(results.map(({ half }) => half)).toEqual(even.map((number) => number / 2));
  const threads = new Set(results.map(({ isMain }) => isMain));
  expect([...threads].sort()).toEqual(availableParallelism() > 1 ? [false, true] : [true]);
});

test('a thread that was expected and could not load is told when it is needed', async () => {
  const crew = openCrew();
  const lost = { ...halving, module: 'file:///nowhere/halving.ts' };
  crew.expect(lost, HEAVY);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { results, error } = await told(crew.spread(lost, even, never));
  if (availableParallelism() === 1) expect(results).toHaveLength(even.length);
  else expect(String(error)).toMatch(/nowhere/);
});

test('threads that nothing was given to end with the crew, and so the process can end', async () => {
  const { stderr } = await run(process.execPath, [join(import.meta.dirname, 'expecting.ts')], { timeout: 30_000 });
  expect(stderr).toBe('');
});

test('threads that still have something to do end with the crew, though nobody takes it: what it was for has failed', async () => {
  const { stderr } = await run(process.execPath, [join(import.meta.dirname, 'leaving.ts')], { timeout: 30_000 });
  expect(stderr).toBe('');
});

test('a thread that runs out of memory is told in a sentence, with what it was doing, and does not end the process', async () => {
  const program = join(import.meta.dirname, 'filling.ts');
  const { stderr } = await run(process.execPath, ['--max-old-space-size=60', program], { timeout: 60_000 });
  if (availableParallelism() === 1) expect(stderr).toBe('');
  else expect(stderr).toMatch(/^UserError: text \d+: this took all the memory that a thread may have \(\d+ MB\)/);
});

/** V8's own, which it shows to who asks for it. */
async function collector(): Promise<{ gc(): void }> {
  const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([import('node:v8'), import('node:vm')]);
  setFlagsFromString('--expose-gc');
  return { gc: runInNewContext('gc') };
}
