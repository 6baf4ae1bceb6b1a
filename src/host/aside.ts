import type { Worker } from 'node:worker_threads';
import type { Job } from '../world.ts';
import { deathOf, errorOf, start } from './spread.ts';
import type { Answer, Called, Expectation, Order } from './thread.ts';

/** A thread for what goes on beside the work of this one. */
export interface Aside {
  /** This job is to be done there: the thread may start and load what that needs. */
  expect<Share, Result>(job: Job<Share, Result>): void;
  /** Does a share of a job there, one after the other, in the order of asking; the thread starts at the first. */
  run<Share, Result>(job: Job<Share, Result>, share: Share): Promise<Result>;
  /** Ends the thread; what it has not done by then is never answered. */
  close(): Promise<void>;
}

/** `rest`: after so many milliseconds without work the thread ends, and all that it holds goes; the next share starts another. */
export function openAside({ rest }: { readonly rest?: number } = {}): Aside {
  let thread: Thread | undefined;
  let atWork = 0;
  let resting: NodeJS.Timeout | undefined;
  const close = async () => {
    clearTimeout(resting);
    const ended = thread;
    thread = undefined;
    await ended?.worker.terminate();
  };
  const pause = () => {
    clearTimeout(resting);
    if (rest !== undefined && atWork === 0) resting = setTimeout(close, rest).unref();
  };
  return {
    expect({ module, name }) {
      thread ??= openThread(start());
      thread.expect({ module, name });
    },
    async run<Share, Result>({ module, name }: Job<Share, Result>, share: Share) {
      thread ??= openThread(start());
      atWork += 1;
      clearTimeout(resting);
      try {
        return (await thread.ask({ module, name }, share)) as Result;
      } finally {
        atWork -= 1;
        pause();
      }
    },
    close,
  };
}

interface Thread {
  readonly worker: Worker;
  expect(called: Called): void;
  ask(called: Called, share: unknown): Promise<unknown>;
}

function openThread(worker: Worker): Thread {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let dead: { readonly error: unknown } | undefined;
  worker.on('message', ([index, answer]: readonly [number, Answer<unknown>]) => {
    const waiting = open.get(index);
    open.delete(index);
    if ('result' in answer) waiting?.resolve(answer.result);
    else waiting?.reject(errorOf(answer));
  });
  // A thread that dies takes with it what it was given.
  worker.on('error', (error) => {
    dead = { error: deathOf(error) };
    for (const { reject } of open.values()) reject(dead.error);
  });
  return {
    worker,
    expect: (called) => worker.postMessage([called] satisfies Expectation),
    ask(called, share) {
      const waiting = Promise.withResolvers<unknown>();
      if (dead) waiting.reject(dead.error);
      else {
        asked += 1;
        open.set(asked, waiting);
        worker.postMessage([asked, called, share] satisfies Order);
      }
      return waiting.promise;
    },
  };
}
