import { deserialize, serialize } from 'node:v8';
import type { Entry } from './catalogue.ts';
import { ledger } from './figures/ledger.ts';
import type { Page } from './made.ts';
import type { Document, Finding, LedgerEntry, Loaded, Publication, Settings, Source } from './model.ts';
import { entriesOf } from './stages/catalogue.ts';
import { compare } from './stages/check.ts';
import {
  bind,
  inShares,
  type Later,
  localiseLater,
  recent,
  sourceOf,
  type WorkSources,
  weightOf,
  worksOf,
} from './stages/localise.ts';
import { openWorkshop, renderDocument, type Workshop } from './stages/render.ts';
import type { Host, Job, Reader } from './world.ts';

/** Some documents whose pages of the site are to be made, and what all shares have in common. It can be copied to another thread. */
interface Share {
  readonly common: Common;
  readonly works: readonly WorkSources[];
}

/** Told once, and read once in each thread: all threads see the same bytes. */
interface Common {
  readonly number: number;
  readonly bytes: SharedArrayBuffer;
}

/** The pages, and what the templates have asked of the strings in vain: locale, key, what was said. */
interface Leaves {
  readonly pages: readonly Page[];
  readonly asked: readonly (readonly [locale: string, key: string, said: string])[];
  readonly looked: readonly Looked[];
}

/** What is kept of a document in its languages that has been looked at: what was found, and what of the ledger it is. */
export interface Looked {
  readonly slug: string;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
}

/** Documents → their pages in each language: read, set and let go one after the other. */
export const leafing: Job<Share, Leaves> = {
  module: import.meta.url,
  name: 'leafing',
  async run({ common, works }, files) {
    if (!files) throw new Error('There are no files here to make pages of');
    const bench = await benchOf(common, files);
    const pages: Page[] = [];
    const looked: Looked[] = [];
    for (const work of works) {
      bench.take(work);
      const order = { slug: work.slug, locales: bench.locales, marked: bench.marked };
      for await (const page of renderDocument(bench.publication, order, bench.shop, files)) pages.push(page);
      const own = bench.works?.get(work.slug);
      if (own) looked.push(lookedAt(own, bench.publication));
    }
    const asked = Array.from(bench.shop.voices, ([locale, voice]) => {
      return voice.missing().map((key) => [locale, key, voice.said(key)] as const);
    });
    return { pages, asked: asked.flat(), looked };
  },
  weigh: ({ works }) => works.reduce((sum, work) => sum + weightOf(work), 0),
  describe({ works }) {
    const [first, last] = [works[0], works.at(-1)].map((work) => work?.files[0]?.file.path);
    return works.length > 1 ? `${first} to ${last}` : `${first}`;
  },
};

/** While its figures are at hand, for to read them takes most of the time. */
function lookedAt({ work, findings }: Later, { editions, ...rest }: Publication): Looked {
  const own = (locale: string) => work.documents.filter((document) => document.locale === locale);
  const part = { ...rest, editions: editions.map((one) => ({ ...one, documents: own(one.locale) })) };
  return {
    slug: work.slug,
    entries: entriesOf(work),
    findings: [...findings(), ...compare(work)],
    ledger: ledger(part).entries,
  };
}

/** What pages are made with in one thread. */
interface Bench {
  readonly publication: Publication;
  readonly shop: Workshop;
  readonly locales: readonly string[];
  readonly marked: boolean;
  /** By slug, where documents are to be looked at too. */
  readonly works?: ReadonlyMap<string, Later> | undefined;
  /** These texts come next. */
  take(work: WorkSources): void;
}

/** What another thread makes its bench of. */
interface Setting {
  readonly settings: Settings;
  readonly assets: readonly string[];
  readonly locales: readonly {
    readonly locale: string;
    readonly strings: Source | undefined;
    readonly documents: readonly (readonly [path: string, meta: Document['meta']])[];
  }[];
  readonly wanted: readonly string[];
  readonly marked: boolean;
  readonly looks: boolean;
}

let count = 0;
/** The one of the thread that has the publication already, by number; and the last one that was made of a setting. */
const benches = new Map<number, Bench | Promise<Bench>>();

async function benchOf({ number, bytes }: Common, files: Reader): Promise<Bench> {
  const known = benches.get(number) ?? openBench(deserialize(Buffer.from(bytes)), files);
  benches.set(number, known);
  return known;
}

/** The same publication, but for the texts: each is there when its turn comes. */
async function openBench({ settings, assets, locales, wanted, marked, looks }: Setting, files: Reader): Promise<Bench> {
  const metas = new Map(locales.flatMap(({ documents }) => documents));
  let texts: ReadonlyMap<string, string> = new Map();
  const sourceAt = (path: string): Source => ({
    path,
    get text() {
      const text = texts.get(path);
      if (text === undefined) throw new RangeError(`${path} is not at hand`);
      return text;
    },
  });
  const loaded: Loaded = {
    assets,
    locales: locales.map(({ locale, strings, documents }) => {
      return { locale, strings, documents: documents.map(([path]) => sourceAt(path)) };
    }),
  };
  // Each document is asked for by its own pages only, one after the other.
  const how = { ...settings, recent: recent(locales.length), metaAt: (path: string) => metas.get(path) };
  const source = sourceOf(loaded.locales);
  const later = worksOf(loaded).map((one) => {
    return localiseLater(one, source, { ...how, figures: marked ? 'now' : 'later' });
  });
  const works = later.map(({ work }) => work);
  const publication = bind(loaded, settings, works);
  return {
    ...{ publication, locales: wanted, marked },
    ...(looks && { works: bySlug(later) }),
    shop: await openWorkshop(publication, files),
    take(work) {
      texts = new Map(work.files.map(({ file }) => [file.path, file.text]));
    },
  };
}

/** What is to be made: these documents of a publication, as its pages in these languages. */
interface Order {
  readonly loaded: Loaded;
  readonly publication: Publication;
  readonly works: readonly WorkSources[];
  readonly locales: readonly string[];
  readonly marked: boolean;
  readonly look?: Look | undefined;
}

/** Documents are looked at when their pages are made: as `works` have them in this thread. `note` is told in their order. */
export interface Look {
  readonly works: readonly Later[];
  note(looked: Looked): void;
}

function bySlug(works: readonly Later[]): ReadonlyMap<string, Later> {
  return new Map(works.map((one) => [one.work.slug, one]));
}

/** The pages of the site that show documents, made on all threads, each language's as they are asked for. */
export function openLeaves(order: Order, shop: Workshop, host: Host): (locale: string) => AsyncGenerator<Page> {
  const common = commonOf(order, shop);
  const results = host
    .spread(
      leafing,
      inShares(order.works, ENOUGH).map((works) => ({ common, works })),
    )
    [Symbol.asyncIterator]();
  const queues = new Map(order.locales.map((locale) => [locale, [] as Page[]]));
  let isOver = false;
  let pulling: Promise<void> | undefined;
  let failed: { readonly error: unknown } | undefined;
  const pull = async () => {
    const { done, value } = await results.next();
    if (done) isOver = true;
    else {
      for (const page of value.pages) queues.get(page.locale)?.push(page);
      for (const [locale, key, said] of value.asked) shop.voices.get(locale)?.note(key, said);
      for (const one of value.looked) order.look?.note(one);
    }
  };
  const more = (): Promise<void> => {
    if (failed) throw failed.error;
    pulling ??= pull()
      .catch((error: unknown) => {
        failed = { error };
        throw error;
      })
      .finally(() => {
        pulling = undefined;
      });
    return pulling;
  };
  // The threads begin while fonts are cut; an error is told to who asks for a page.
  more().catch(() => undefined);
  return async function* (locale) {
    const queue = queues.get(locale) ?? [];
    try {
      for (;;) {
        const page = queue.shift();
        if (page) yield page;
        else if (isOver) return;
        else await more();
      }
    } finally {
      isOver = true;
      benches.delete(common.number);
      await results.return?.();
    }
  };
}

function commonOf({ loaded, publication, locales: wanted, marked, look }: Order, shop: Workshop): Common {
  const { settings, assets } = publication;
  const documents = new Map(publication.editions.map((edition) => [edition.locale, edition.documents]));
  const locales = loaded.locales.map(({ locale, strings }) => {
    const own = documents.get(locale) ?? [];
    return { locale, strings, documents: own.map(({ source, meta }) => [source.path, meta] as const) };
  });
  const setting: Setting = { settings, assets, locales, wanted, marked, looks: look !== undefined };
  const packed = serialize(setting);
  const bytes = new SharedArrayBuffer(packed.length);
  packed.copy(new Uint8Array(bytes));
  count += 1;
  const works = look && bySlug(look.works);
  benches.set(count, { publication, shop, locales: wanted, marked, works, take: () => undefined });
  return { number: count, bytes };
}

/** In characters: some tens of milliseconds of work. */
const ENOUGH = 60_000;
