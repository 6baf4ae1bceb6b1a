import { hash } from 'node:crypto';
import type { Promised, Proven } from './stages/prove.ts';
import type { Host, Job } from './world.ts';

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

/** The same on another thread, or as it was found before of the same file with the same to say. */
export async function proven(proof: Proof, host: Pick<Host, 'aside' | 'kept'>): Promise<Proven> {
  const kept = await host.kept();
  if (!kept) return host.aside(proving, proof);
  const key = hash('sha256', JSON.stringify(['proof', hash('sha256', proof.bytes), proof.promise]));
  const known = await kept.get(key);
  if (known) return JSON.parse(Buffer.from(known).toString());
  const found = await host.aside(proving, proof);
  await kept.put(key, Buffer.from(JSON.stringify(found)));
  return found;
}

/** Where it is done alone: what only asks for it need not load it. */
function load() {
  return Promise.all([import('./pdf/readback.ts'), import('./stages/prove.ts')]);
}
