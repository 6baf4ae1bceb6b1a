import { availableParallelism } from 'node:os';
import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UserError } from '../trouble.ts';
import type { Job, Reader } from '../world.ts';
import { keepSmall, threadLimits, tune } from './engine.ts';
import { errorCode } from './failure.ts';
import type { Answer, Beginning, Called, Order } from './thread.ts';

/** In characters of text: what is less is done before another thread has started. */
const WORTH = 600_000;
/** How many shares wait at a thread at least, and at most: this one may be busy with what it is to be asked for, for tenths of a second. */
const AHEAD = [2, 12] as const;
/** And how many may be done or given before somebody takes the first of them: what comes of them is held till then. */
const UNTAKEN = 24;

/** The threads beside this one. */
export interface Crew {
  /** Work of this weight is to come: the threads that it is worth start now, and load what the job needs. */
  expect<Share, Result>(job: Job<Share, Result>, weight: number): void;
  /**
   * Does each share on one of the threads, this one among them. The results come in the order of the shares, and so does
   * the first error, whatever thread was faster. The threads are ended with the generator.
   */
  spread<Share, Result>(
    job: Job<Share, Result>,
    shares: readonly Share[],
    signal: AbortSignal,
    apart?: boolean,
  ): AsyncGenerator<Result>;
  /** Ends the threads, those that still have something to do too, and waits for the end of all. */
  close(): Promise<void>;
}

/** Threads start when they are expected or needed. `files` are this one's door to the publication in `folder`. */
export function openCrew({ folder, files }: { readonly folder?: string; readonly files?: Reader } = {}): Crew {
  const idle = new Set<Idle>();
  /** What ends each spread whose results nobody has taken to the end. */
  const open = new Set<() => void>();
  // A thread takes a while to end: what is next need not wait for that.
  let ended: Promise<unknown> = Promise.resolve();
  const end = (workers: readonly Worker[]) => {
    ended = Promise.all([ended, ...workers.map((worker) => worker.terminate())]);
  };
  return {
    expect(job, weight) {
      const { module, name } = job;
      for (let left = others(weight); left > 0; left -= 1) {
        const one = { module, name, worker: startTuned(job, folder) };
        idle.add(one);
        // What fails now fails again when it is needed, and is told then.
        one.worker.on('error', () => idle.delete(one));
      }
    },
    spread(job, shares, signal, apart = false) {
      const ready = [...idle].filter(({ module, name }) => module === job.module && name === job.name);
      for (const one of ready) idle.delete(one);
      const workers = ready.map(({ worker }) => worker);
      return spread({ job, signal, apart, folder, files, open, end }, shares, workers);
    },
    async close() {
      for (const stop of open) stop();
      end(Array.from(idle, ({ worker }) => worker));
      idle.clear();
      await ended;
    },
  };
}

/** A thread that has begun, for a job that is to come. */
interface Idle extends Called {
  readonly worker: Worker;
}

/** What is to be done, and with what. */
interface Task<Share, Result> {
  readonly job: Job<Share, Result>;
  readonly signal: AbortSignal;
  /** This thread takes no part, for it has others to serve, where there are other threads. */
  readonly apart: boolean;
  readonly folder: string | undefined;
  readonly files: Reader | undefined;
  /** Has what ends this as long as it is under way. */
  readonly open: Set<() => void>;
  /** Called with the threads when there is no more to do for them. */
  end(workers: readonly Worker[]): void;
}

async function* spread<Share, Result>(
  task: Task<Share, Result>,
  shares: readonly Share[],
  ready: readonly Worker[],
): AsyncGenerator<Result> {
  const { job, folder, apart } = task;
  const results = shares.map((): PromiseWithResolvers<Result> | undefined => Promise.withResolvers<Result>());
  // An error is told when its turn comes; until then nobody listens.
  for (const result of results) result?.promise.catch(() => undefined);
  const queue = new Queue(shares);
  const weight = shares.reduce((sum, share) => sum + job.weigh(share), 0);
  const length = apart ? Math.min(hands(weight), shares.length) : Math.min(others(weight), shares.length - 1);
  const workers = [...ready];
  while (workers.length < length) workers.push(startTuned(job, folder));
  // From here on each share comes and goes, here and there.
  if (workers.length > 0) keepSmall();
  for (const worker of workers) hire(worker, job, { queue, results, all: workers.length });
  const stop = () => {
    task.open.delete(stop);
    queue.end();
    task.end(workers);
  };
  task.open.add(stop);
  try {
    const own = apart && workers.length > 0 ? undefined : alone(task, queue, results);
    for (const index of results.keys()) {
      const result = await results[index]?.promise;
      // A promise holds what it gave for as long as somebody holds it.
      results[index] = undefined;
      queue.taken();
      yield result as Result;
    }
    await own;
  } finally {
    if (task.open.has(stop)) stop();
  }
}

/** Shares in their order, each given once, and no more of them than somebody takes the results of. */
class Queue<Share> {
  readonly #shares: readonly Share[];
  #given = 0;
  #taken = 0;
  /** What comes of these is held. */
  readonly #done = new Set<number>();
  #waiting: (() => void)[] = [];

  constructor(shares: readonly Share[]) {
    this.#shares = shares;
  }

  /** The next one; undefined when all are given. Waits while too many results are held. */
  async next(): Promise<readonly [number, Share] | undefined> {
    await this.#while(() => this.#given - this.#taken >= UNTAKEN);
    return this.#give();
  }

  /**
   * The next one for the thread that takes the results: it first uses up what is ready, or at the end all others would
   * wait for it to do so.
   */
  async nextHere(): Promise<readonly [number, Share] | undefined> {
    await this.#while(() => this.#done.has(this.#taken));
    return this.next();
  }

  /** How many shares are to wait at each of so many other threads: fewer towards the end, so that all come to it together. */
  ahead(others: number): number {
    const [least, most] = AHEAD;
    const left = this.#shares.length - this.#given;
    return Math.max(least, Math.min(most, Math.floor(UNTAKEN / others), Math.floor(left / (others + 1) / 2)));
  }

  done(index: number): void {
    this.#done.add(index);
  }

  taken(): void {
    this.#done.delete(this.#taken);
    this.#taken += 1;
    this.#wake();
  }

  /** Nobody takes any more. */
  end(): void {
    this.#given = this.#shares.length;
    this.#wake();
  }

  async #while(full: () => boolean): Promise<void> {
    while (this.#given < this.#shares.length && full()) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #give(): readonly [number, Share] | undefined {
    const index = this.#given;
    if (index >= this.#shares.length) return undefined;
    this.#given += 1;
    return [index, this.#shares[index] as Share];
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

type Results<Result> = readonly (PromiseWithResolvers<Result> | undefined)[];

/** How many threads beside this one the work is worth. */
function others(weight: number): number {
  return Math.max(0, hands(weight) - 1);
}

/** How many threads in all. */
function hands(weight: number): number {
  return Math.min(availableParallelism(), Math.floor(weight / WORTH));
}

/** This thread's part; between two shares it listens to the others and to the user. */
async function alone<Share, Result>(
  { job, signal, files }: Task<Share, Result>,
  queue: Queue<Share>,
  results: Results<Result>,
): Promise<void> {
  for (let next = await queue.nextHere(); next; next = await queue.nextHere()) {
    const [index, share] = next;
    try {
      signal.throwIfAborted();
      results[index]?.resolve(await job.run(share, files));
      queue.done(index);
    } catch (error) {
      results[index]?.reject(error);
      return;
    }
    await breath();
  }
}

/** For a run of many texts, which is what V8 is tuned to. */
function startTuned<Share, Result>(job: Job<Share, Result>, folder: string | undefined): Worker {
  tune();
  return start(job, folder);
}

/** A thread that has loaded, or is loading, what the job needs, if there is one already. */
export function start<Share, Result>(job?: Job<Share, Result>, folder?: string): Worker {
  const called: Called | undefined = job && { module: job.module, name: job.name };
  const workerData: Beginning = { called, folder };
  return new Worker(BEGINNING, { eval: true, workerData, resourceLimits: threadLimits });
}

const file = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js', import.meta.url);

/**
 * Each thread has a cache of its own to ask for what is compiled, though what it holds is one. It is asked from the first
 * module on: without it Node loads its compiler of TypeScript for that, half of what a thread takes to start.
 */
const BEGINNING = `require('node:module').enableCompileCache();import(${JSON.stringify(file.href)})`;

/** What is to be given, and where what comes of it is awaited; by so many other threads in all. */
interface Work<Share, Result> {
  readonly queue: Queue<Share>;
  readonly results: Results<Result>;
  readonly all: number;
}

/** From now on the thread is given the next shares whenever it has done one. */
function hire<Share, Result>(
  worker: Worker,
  { module, name, describe }: Job<Share, Result>,
  { queue, results, all }: Work<Share, Result>,
): void {
  const open = new Map<number, Share>();
  let asked = 0;
  const give = async () => {
    const next = await queue.next();
    if (!next) return;
    const [index, share] = next;
    open.set(index, share);
    worker.postMessage([index, { module, name }, share] satisfies Order);
  };
  const fill = () => {
    for (; asked < queue.ahead(all); asked += 1) give().catch(fail);
  };
  worker.on('message', ([index, answer]: readonly [number, Answer<Result>]) => {
    open.delete(index);
    asked -= 1;
    fill();
    queue.done(index);
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
  fill();
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
