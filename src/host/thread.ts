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

// Each thread has a cache of its own to ask, though what it holds is one.
enableCompileCache();

const { module, name }: Called = workerData;
const exported: Readonly<Record<string, Job<unknown, unknown>>> = await import(module);

parentPort?.on('message', async ([index, share]: readonly [number, unknown]) => {
  parentPort?.postMessage([index, await answer(share)]);
});

async function answer(share: unknown): Promise<Answer<unknown>> {
  try {
    return { result: await exported[name]?.run(share) };
  } catch (error) {
    if (!(error instanceof UserError)) return { error };
    const { message, hint, code } = error;
    return { trouble: { message, hint, code } };
  }
}
