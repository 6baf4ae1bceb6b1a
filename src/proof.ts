import type { Finding } from './model.ts';
import { type Promised, prove } from './stages/prove.ts';
import type { Job } from './world.ts';

/** A finished PDF and what it has to say. */
export interface Proof {
  readonly bytes: Uint8Array;
  readonly promise: Promised;
}

/** A PDF → what in it is not as it should be. */
export const proving: Job<Proof, readonly Finding[]> = {
  module: import.meta.url,
  name: 'proving',
  async run({ bytes, promise }) {
    // On its own thread alone: pdf.js replaces what Uint8Array has for base64 by JavaScript, which slows down who prints.
    const { readBack } = await import('./pdf/readback.ts');
    return prove(await readBack(bytes), promise);
  },
  weigh: ({ bytes }) => bytes.length,
};
