import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../trouble.ts';
import type { Job } from '../world.ts';

/** Which job a thread is there for; see `Job`. */
export interface Called {
  readonly module: string;
  readonly name: string;
}

/** What has become of a share. */
export type Answer<Result> =
  | { readonly result: Result }
  | { readonly trouble: Pick<UserError, 'message' | 'hint' | 'code'> }
  | { readonly error: unknown };

/** What a thread is given: the number that its answer is to have, what is to be done, and with what. */
export type Order = readonly [number, Called, unknown];

// Each thread has a cache of its own to ask, though what it holds is one.
enableCompileCache();

// What is needed anyway is loaded before it is asked for; what cannot be loaded ends the thread.
const expected: Called | undefined = workerData;
if (expected) await import(expected.module);

parentPort?.on('message', async ([index, called, share]: Order) => {
  parentPort?.postMessage([index, await answer(called, share)]);
});

async function answer({ module, name }: Called, share: unknown): Promise<Answer<unknown>> {
  try {
    const exported: Readonly<Record<string, Job<unknown, unknown>>> = await import(module);
    return { result: await exported[name]?.run(share) };
  } catch (error) {
    if (!(error instanceof UserError)) return { error };
    const { message, hint, code } = error;
    return { trouble: { message, hint, code } };
  }
}
