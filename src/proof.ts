import type { Promised, Proven } from './stages/prove.ts';
import type { Job } from './world.ts';

/** A finished PDF and what it has to say. */
export interface Proof {
  readonly bytes: Uint8Array;
  readonly promise: Promised;
}

/** A PDF → what in it is not as it should be, and where it says each figure. */
export const proving: Job<Proof, Proven> = {
  module: import.meta.url,
  name: 'proving',
  async run({ bytes, promise }) {
    const [{ readBack, Unreadable }, { disproved, prove }] = await load();
    try {
      return await prove(readBack(bytes), promise);
    } catch (error) {
      if (error instanceof Unreadable) return disproved(error.message, promise);
      throw error;
    }
  },
  load,
  weigh: ({ bytes }) => bytes.length,
  describe: ({ promise: { path } }) => `dist/${path}`,
};

/** Where it is done alone: what only asks for it need not load it. */
function load() {
  return Promise.all([import('./pdf/readback.ts'), import('./stages/prove.ts')]);
}
