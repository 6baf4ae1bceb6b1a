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
    await ended?.end();
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
    async run<Share, Result>({ module, name, describe }: Job<Share, Result>, share: Share) {
      thread ??= openThread(start());
      atWork += 1;
      clearTimeout(resting);
      try {
        return (await thread.ask({ module, name }, share, describe && (() => describe(share)))) as Result;
      } finally {
        atWork -= 1;
        pause();
      }
    },
    close,
  };
}

interface Thread {
  expect(called: Called): void;
  /** What it has not done by then is never answered. */
  end(): Promise<unknown>;
  /** `what` says what the share is, for who has to be told that it was too much. */
  ask(called: Called, share: unknown, what?: () => string): Promise<unknown>;
}

/** What has no answer yet. */
interface Asked {
  readonly waiting: PromiseWithResolvers<unknown>;
  readonly what: (() => string) | undefined;
}

function openThread(worker: Worker): Thread {
  const open = new Map<number, Asked>();
  let asked = 0;
  let dead: { readonly error: unknown } | undefined;
  worker.on('message', ([index, answer]: readonly [number, Answer<unknown>]) => {
    const first = open.get(index);
    open.delete(index);
    if ('result' in answer) first?.waiting.resolve(answer.result);
    else first?.waiting.reject(errorOf(answer));
  });
  // A thread that dies takes with it what it was given; what it was doing is the first of that.
  const die = (error: unknown) => {
    const [first] = open.values();
    dead ??= { error: deathOf(error, first?.what?.()) };
    for (const { waiting } of open.values()) waiting.reject(dead.error);
    open.clear();
  };
  worker.on('error', die);
  const exit = (code: number) => die(new Error(`A thread ended with ${code} before it had done its work`));
  worker.on('exit', exit);
  return {
    expect: (called) => worker.postMessage([called] satisfies Expectation),
    end() {
      worker.off('exit', exit);
      return worker.terminate();
    },
    ask(called, share, what) {
      const waiting = Promise.withResolvers<unknown>();
      if (dead) waiting.reject(dead.error);
      else {
        asked += 1;
        open.set(asked, { waiting, what });
        worker.postMessage([asked, called, share] satisfies Order);
      }
      return waiting.promise;
    },
  };
}
