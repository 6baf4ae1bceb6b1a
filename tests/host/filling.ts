import { isMainThread } from 'node:worker_threads';
import { openAside } from '../../src/host/aside.ts';
import { openCrew } from '../../src/host/spread.ts';
import type { Job } from '../../src/world.ts';

/** A job that fills the memory of every thread but the first. */
export const filling: Job<string, number> = {
  module: import.meta.url,
  name: 'filling',
  run() {
    if (isMainThread) return 0;
    const all: unknown[] = [];
    for (let n = 0; ; n += 1) all.push({ n, text: `${n}` });
  },
  weigh: () => 1_000_000_000,
  describe: (share) => share,
};

/** Run as a program: on the threads of a crew, or on the one `aside`. */
if (isMainThread) {
  const shares = Array.from({ length: 400 }, (_, n) => `text ${n}`);
  const aside = openAside();
  try {
    if (process.argv[2] === 'aside') await Promise.all(shares.map((share) => aside.run(filling, share)));
    else for await (const _ of openCrew().spread(filling, shares, new AbortController().signal));
  } catch (error) {
    process.stderr.write(String(error));
  } finally {
    await aside.close();
  }
}
