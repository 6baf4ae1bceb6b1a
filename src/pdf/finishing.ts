import type { Job } from '../world.ts';
import type { Finished, Printout } from './finish.ts';

/** A PDF as the browser prints it, and what is known of its document. */
export interface Unfinished {
  readonly printed: Uint8Array;
  readonly about: Printout;
}

/** A PDF of the browser's → one for archives and for all readers. */
export const finishing: Job<Unfinished, Finished> = {
  module: import.meta.url,
  name: 'finishing',
  async run({ printed, about }) {
    const { finish } = await load();
    return finish(printed, about);
  },
  load,
  weigh: ({ printed }) => printed.length,
  describe: ({ about: { title, locale } }) => `${title} (${locale})`,
};

/** Where it is done alone: what only asks for it need not load it. */
function load() {
  return import('./finish.ts');
}
