import type { Worker } from 'node:worker_threads';
import type { Job } from '../world.ts';
import { errorOf, start } from './spread.ts';
import type { Answer } from './thread.ts';

/** Threads for what goes on beside the work of this one. */
export interface Aside {
  /** Does a share on the job's own thread, which starts at the first; one after the other, in the order of asking. */
  run<Share, Result>(job: Job<Share, Result>, share: Share): Promise<Result>;
  /** Ends the threads; what they have not done by then is never answered. */
  close(): Promise<void>;
}

export function openAside(): Aside {
  const threads = new Map<string, Thread>();
  return {
    async run<Share, Result>(job: Job<Share, Result>, share: Share) {
      const key = `${job.module} ${job.name}`;
      const thread = threads.get(key) ?? openThread(start(job));
      threads.set(key, thread);
      return (await thread.ask(share)) as Result;
    },
    async close() {
      await Promise.all(Array.from(threads.values(), ({ worker }) => worker.terminate()));
      threads.clear();
    },
  };
}

interface Thread {
  readonly worker: Worker;
  ask(share: unknown): Promise<unknown>;
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
    dead = { error };
    for (const { reject } of open.values()) reject(error);
  });
  return {
    worker,
    ask(share) {
      const waiting = Promise.withResolvers<unknown>();
      if (dead) waiting.reject(dead.error);
      else {
        asked += 1;
        open.set(asked, waiting);
        worker.postMessage([asked, share]);
      }
      return waiting.promise;
    },
  };
}
