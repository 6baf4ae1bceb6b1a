import { readBack, Unreadable } from './pdf/readback.ts';
import { disproved, type Promised, type Proven, prove } from './stages/prove.ts';
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
    try {
      return await prove(readBack(bytes), promise);
    } catch (error) {
      if (error instanceof Unreadable) return disproved(error.message, promise);
      throw error;
    }
  },
  weigh: ({ bytes }) => bytes.length,
};
