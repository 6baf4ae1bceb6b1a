import type { Job } from '../world.ts';
import type { Finished, Printout, Several, Split } from './finish.ts';

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

/** The same for several documents in one print; undefined if it cannot be split. */
export const splitting: Job<Several, readonly Split[] | undefined> = {
  module: import.meta.url,
  name: 'splitting',
  async run(several) {
    const { finishAll } = await load();
    return finishAll(several);
  },
  load,
  weigh: ({ printed }) => printed.length,
  describe: ({ documents }) => documents.map(({ title, locale }) => `${title} (${locale})`).join(', '),
};

/** Where it is done alone: what only asks for it need not load it. */
function load() {
  return import('./finish.ts');
}
