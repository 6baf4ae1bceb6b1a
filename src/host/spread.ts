import { availableParallelism } from 'node:os';
import { setImmediate as breath } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { UserError } from '../trouble.ts';
import type { Job } from '../world.ts';
import type { Answer, Called } from './thread.ts';

/** In characters of text: what is less is done before another thread has started. */
const WORTH = 600_000;
/** How many shares wait at a thread, so that it never waits for one. */
const AHEAD = 2;

/** What a thread allocates lives no longer than a share; a large nursery would only make the process larger. */
const LIMITS = { maxYoungGenerationSizeMb: 16 };

/**
 * Does each share on one of the threads, this one among them. The results come in the order of the shares, and so does
 * the first error, whatever thread was faster. The threads end with the generator.
 */
export async function* spread<Share, Result>(
  job: Job<Share, Result>,
  shares: readonly Share[],
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const results = shares.map(() => Promise.withResolvers<Result>());
  // An error is told when its turn comes; until then nobody listens.
  for (const { promise } of results) promise.catch(() => undefined);
  const queue = shares.entries();
  const length = others(job, shares);
  // As for the other threads; this one runs already, and its nursery only grows no further.
  if (length > 0) setFlagsFromString('--semi-space-growth-factor=1');
  const workers = Array.from({ length }, () => hired(job, queue, results));
  try {
    const own = alone(job, queue, results, signal);
    for (const { promise } of results) yield await promise;
    await own;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

type Queue<Share> = Iterator<readonly [number, Share]>;
type Results<Result> = readonly PromiseWithResolvers<Result>[];

/** How many threads beside this one the work is worth. */
function others<Share>({ weigh }: Job<Share, unknown>, shares: readonly Share[]): number {
  const weight = shares.reduce((sum, share) => sum + weigh(share), 0);
  return Math.max(0, Math.min(availableParallelism(), shares.length, Math.floor(weight / WORTH)) - 1);
}

/** This thread's part; between two shares it listens to the others and to the user. */
async function alone<Share, Result>(
  { run }: Job<Share, Result>,
  queue: Queue<Share>,
  results: Results<Result>,
  signal: AbortSignal,
): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const [index, share] = next.value;
    try {
      signal.throwIfAborted();
      results[index]?.resolve(run(share));
    } catch (error) {
      results[index]?.reject(error);
      return;
    }
    await breath();
  }
}

/** Another thread, which is given the next share whenever it has done one. */
function hired<Share, Result>(
  { module, name }: Job<Share, Result>,
  queue: Queue<Share>,
  results: Results<Result>,
): Worker {
  const called: Called = { module, name };
  const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: called, resourceLimits: LIMITS });
  const open = new Set<number>();
  const give = () => {
    const next = queue.next();
    if (next.done) return;
    const [index, share] = next.value;
    open.add(index);
    worker.postMessage([index, share]);
  };
  worker.on('message', ([index, answer]: readonly [number, Answer<Result>]) => {
    open.delete(index);
    give();
    if ('result' in answer) results[index]?.resolve(answer.result);
    else results[index]?.reject(errorOf(answer));
  });
  // A thread that dies takes with it what it was given.
  worker.on('error', (error) => {
    for (const index of open) results[index]?.reject(error);
  });
  for (let i = 0; i < AHEAD; i += 1) give();
  return worker;
}

/** Errors lose their class on the way. */
function errorOf(answer: Exclude<Answer<never>, { readonly result: never }>): unknown {
  return 'trouble' in answer
    ? new UserError(answer.trouble.message, answer.trouble.hint, answer.trouble.code)
    : answer.error;
}
