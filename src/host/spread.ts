import { availableParallelism } from 'node:os';
import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UserError } from '../trouble.ts';
import type { Job } from '../world.ts';
import { keepSmall, threadLimits, tune } from './engine.ts';
import { errorCode } from './failure.ts';
import type { Answer, Called, Order } from './thread.ts';

/** In characters of text: what is less is done before another thread has started. */
const WORTH = 600_000;
/** How many shares wait at a thread, so that it never waits for one. */
const AHEAD = 2;

/** The threads beside this one. */
export interface Crew {
  /** Work of this weight is to come: the threads that it is worth start now, and load what the job needs. */
  expect<Share, Result>(job: Job<Share, Result>, weight: number): void;
  /**
   * Does each share on one of the threads, this one among them. The results come in the order of the shares, and so does
   * the first error, whatever thread was faster. The threads end with the generator.
   */
  spread<Share, Result>(job: Job<Share, Result>, shares: readonly Share[], signal: AbortSignal): AsyncGenerator<Result>;
  /** Ends the threads that nothing was given to. */
  close(): Promise<void>;
}

/** Threads start when they are expected or needed. */
export function openCrew(): Crew {
  const idle = new Set<Idle>();
  return {
    expect(job, weight) {
      const { module, name } = job;
      for (let left = others(weight); left > 0; left -= 1) {
        const one = { module, name, worker: startTuned(job) };
        idle.add(one);
        // What fails now fails again when it is needed, and is told then.
        one.worker.on('error', () => idle.delete(one));
      }
    },
    spread(job, shares, signal) {
      const ready = [...idle].filter(({ module, name }) => module === job.module && name === job.name);
      for (const one of ready) idle.delete(one);
      const workers = ready.map(({ worker }) => worker);
      return spread(job, shares, signal, workers);
    },
    async close() {
      await Promise.all(Array.from(idle, ({ worker }) => worker.terminate()));
      idle.clear();
    },
  };
}

/** A thread that has begun, for a job that is to come. */
interface Idle extends Called {
  readonly worker: Worker;
}

async function* spread<Share, Result>(
  job: Job<Share, Result>,
  shares: readonly Share[],
  signal: AbortSignal,
  ready: readonly Worker[],
): AsyncGenerator<Result> {
  const results = shares.map(() => Promise.withResolvers<Result>());
  // An error is told when its turn comes; until then nobody listens.
  for (const { promise } of results) promise.catch(() => undefined);
  const queue = shares.entries();
  const length = Math.min(others(shares.reduce((sum, share) => sum + job.weigh(share), 0)), shares.length - 1);
  const workers = [...ready];
  while (workers.length < length) workers.push(startTuned(job));
  // From here on each share comes and goes, here and there.
  if (workers.length > 0) keepSmall();
  for (const worker of workers) hire(worker, job, queue, results);
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
function others(weight: number): number {
  return Math.max(0, Math.min(availableParallelism(), Math.floor(weight / WORTH)) - 1);
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

/** For a run of many texts, which is what V8 is tuned to. */
function startTuned<Share, Result>(job: Job<Share, Result>): Worker {
  tune();
  return start(job);
}

/** A thread that has loaded, or is loading, what the job needs, if there is one already. */
export function start<Share, Result>(job?: Job<Share, Result>): Worker {
  const called: Called | undefined = job && { module: job.module, name: job.name };
  return new Worker(BEGINNING, { eval: true, workerData: called, resourceLimits: threadLimits });
}

const file = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);

/**
 * Each thread has a cache of its own to ask for what is compiled, though what it holds is one. It is asked from the first
 * module on: without it Node loads its compiler of TypeScript for that, half of what a thread takes to start.
 */
const BEGINNING = `require('node:module').enableCompileCache();import(${JSON.stringify(file.href)})`;

/** From now on the thread is given the next share whenever it has done one. */
function hire<Share, Result>(
  worker: Worker,
  { module, name, describe }: Job<Share, Result>,
  queue: Queue<Share>,
  results: Results<Result>,
): void {
  const open = new Map<number, Share>();
  const give = () => {
    const next = queue.next();
    if (next.done) return;
    const [index, share] = next.value;
    open.set(index, share);
    worker.postMessage([index, { module, name }, share] satisfies Order);
  };
  worker.on('message', ([index, answer]: readonly [number, Answer<Result>]) => {
    open.delete(index);
    give();
    if ('result' in answer) results[index]?.resolve(answer.result);
    else results[index]?.reject(errorOf(answer));
  });
  // A thread that dies takes with it what it was given; what it was doing is the first of that.
  const fail = (error: unknown) => {
    for (const index of open.keys()) results[index]?.reject(error);
    open.clear();
  };
  worker.on('error', (error) => {
    const [first] = open.values();
    fail(deathOf(error, first && describe?.(first)));
  });
  worker.on('exit', (code) => fail(new Error(`A thread ended with ${code} before it had done its work`)));
  for (let i = 0; i < AHEAD; i += 1) give();
}

/** A thread that ran out of memory says with what; any other death is a mistake of ours. */
export function deathOf(error: unknown, what = 'this publication'): unknown {
  if (errorCode(error) !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const most = threadLimits.maxOldGenerationSizeMb;
  return new UserError(
    `${what}: this took all the memory that a thread may have (${most} MB)`,
    `Split what is very large, or allow more: NODE_OPTIONS=--max-old-space-size=${2 * most}. Where nothing is large, please report it.`,
    3,
  );
}

/** Errors lose their class on the way. */
export function errorOf(answer: Exclude<Answer<never>, { readonly result: never }>): unknown {
  return 'trouble' in answer
    ? new UserError(answer.trouble.message, answer.trouble.hint, answer.trouble.code)
    : answer.error;
}
