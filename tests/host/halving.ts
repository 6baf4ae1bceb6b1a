import { isMainThread, threadId } from 'node:worker_threads';
import { UserError } from '../../src/trouble.ts';
import type { Job } from '../../src/world.ts';

/** A job for the tests: even numbers are halved, odd ones are the user's trouble, negative ones a mistake of ours. */
export const halving: Job<number, { readonly half: number; readonly isMain: boolean }> = {
  module: import.meta.url,
  name: 'halving',
  run(number) {
    if (number < 0) throw new TypeError(`${number} is negative`);
    if (number % 2 === 1) throw new UserError(`${number} is odd`, `Write ${number + 1}.`);
    // Longer for the first ones: a thread that has a later one is done before.
    const end = performance.now() + Math.max(0, 40 - number);
    while (performance.now() < end);
    return { half: number / 2, isMain: isMainThread };
  },
  weigh: () => 1_000_000,
};

/** A job that tells which thread does it. */
export const threading: Job<undefined, number> = {
  module: import.meta.url,
  name: 'threading',
  run: () => threadId,
  weigh: () => 1,
};

let isLoaded = false;

/** A job that tells whether what it needs had been loaded before it was to be done. */
export const readying: Job<undefined, boolean> = {
  module: import.meta.url,
  name: 'readying',
  run: () => isLoaded,
  async load() {
    isLoaded = true;
  },
  weigh: () => 1,
};

/** A job whose thread ends in the middle of it, with no error that could be told. */
export const ending: Job<undefined, undefined> = {
  module: import.meta.url,
  name: 'ending',
  run: () => process.exit(7),
  weigh: () => 1,
};
