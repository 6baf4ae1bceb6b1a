import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../trouble.ts';
import type { Job, Reader } from '../world.ts';
import { openFiles } from './files.ts';

/** Which job a thread is there for; see `Job`. */
export interface Called {
  readonly module: string;
  readonly name: string;
}

/** What a thread begins with: the job that it is there for, if there is one, and the folder of the publication. */
export interface Beginning {
  readonly called: Called | undefined;
  readonly folder: string | undefined;
}

/** What has become of a share. */
export type Answer<Result> =
  | { readonly result: Result }
  | { readonly trouble: Pick<UserError, 'message' | 'hint' | 'code'> }
  | { readonly error: unknown };

/** What a thread is given: the number that its answer is to have, what is to be done, and with what. */
export type Order = readonly [number, Called, unknown];

/** And what it is going to be asked for. */
export type Expectation = readonly [Called];

// What is needed anyway is loaded before it is asked for; what cannot be loaded ends the thread.
const { called: expected, folder }: Beginning = workerData;
if (expected) await load(expected);

// One after the other: what waits is small, what is being done may hold a whole font.
let last = Promise.resolve();
parentPort?.on('message', (message: Order | Expectation) => {
  last = last.then(() => heed(message));
});

async function heed(message: Order | Expectation): Promise<void> {
  if (message.length === 1) return load(...message);
  const [index, called, share] = message;
  parentPort?.postMessage([index, await answer(called, share)]);
}

async function load(called: Called): Promise<void> {
  await (await jobOf(called))?.load?.();
}

async function jobOf({ module, name }: Called): Promise<Job<unknown, unknown> | undefined> {
  const exported: Readonly<Record<string, Job<unknown, unknown>>> = await import(module);
  return exported[name];
}

async function answer(called: Called, share: unknown): Promise<Answer<unknown>> {
  try {
    const job = await jobOf(called);
    return { result: await job?.run(share, await reader()) };
  } catch (error) {
    if (!(error instanceof UserError)) return { error };
    const { message, hint, code } = error;
    return { trouble: { message, hint, code } };
  }
}

let opened: Promise<Reader> | undefined;

/** Opened when there is work. */
async function reader(): Promise<Reader | undefined> {
  if (folder !== undefined) opened ??= openFiles(folder);
  return opened;
}
