import type { Entry } from './catalogue.ts';
import type { Finding, ReadingSettings } from './model.ts';
import { entriesOf } from './stages/catalogue.ts';
import { compare } from './stages/check.ts';
import { declaredIn, inShares, localise, type WorkSources, weightOf } from './stages/localise.ts';
import type { Job } from './world.ts';

/** Some documents of a publication, with what reading them needs to know. It can be copied to another thread. */
export interface Share {
  readonly source: string;
  readonly settings: ReadingSettings;
  readonly works: readonly WorkSources[];
}

/** What the documents of a share have shown. */
export interface Surveyed {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** Documents → what is kept of them: each work is read, compared and let go before the next. */
export const surveying: Job<Share, Surveyed> = {
  module: import.meta.url,
  name: 'surveying',
  run({ works, source, settings }) {
    const all = works.map((sources) => {
      const { work, findings } = localise(sources, source, settings);
      return { entries: entriesOf(work), findings: [...findings, ...compare(work)] };
    });
    return { entries: all.flatMap(({ entries }) => entries), findings: all.flatMap(({ findings }) => findings) };
  },
  weigh: ({ works }) => works.reduce((sum, work) => sum + weightOf(work), 0),
  describe({ works }) {
    const [first, last] = [works[0], works.at(-1)].map((work) => work?.files[0]?.file.path);
    return works.length > 1 ? `${first} to ${last}` : `${first}`;
  },
};

/** What of the settings texts are read by, to be copied to another thread. */
export function readingOf(settings: ReadingSettings): ReadingSettings {
  return { multiples: settings.multiples, ...declaredIn(settings) };
}

/** The works in shares, small enough that no thread waits long for the last one. */
export function sharesOf(works: readonly WorkSources[], rest: Omit<Share, 'works'>): readonly Share[] {
  return inShares(works, ENOUGH).map((own) => ({ ...rest, works: own }));
}

/** In characters: some tens of milliseconds of work. */
const ENOUGH = 40_000;
