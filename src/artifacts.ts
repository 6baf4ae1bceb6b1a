import { setImmediate as breath, setTimeout as delay } from 'node:timers/promises';
import { decodeHTML } from 'entities';
import type { Printed } from './figures/printed.ts';
import { type Look, leafing, openLeaves } from './leaves.ts';
import type { Artifact, Page, Typeset } from './made.ts';
import type { Document, Edition, Finding, Loaded, Publication, Settings } from './model.ts';
import { proven, proving } from './proof.ts';
import { promised } from './proving/promise.ts';
import type { Scope } from './stages/check.ts';
import { type Foreseen, foresee, isForeseen, wanted } from './stages/foresee.ts';
import { worksOf } from './stages/localise.ts';
import { expectOutputs, formatOf, isSought, made, print } from './stages/print.ts';
import {
  askedInVain,
  type Memory,
  openMemory,
  openWorkshop,
  type Rendered,
  render,
  type Workshop,
} from './stages/render.ts';
import { type Prepared, prepare } from './stages/typeset.ts';
import type { Format, Host, Making } from './world.ts';

/** What is to be made of a publication; what is found on the way joins `found`. */
interface Order {
  readonly loaded: Loaded;
  readonly publication: Publication;
  readonly scope: Scope;
  readonly found: Finding[];
  /** Figures are marked on the pages of the site, and PDFs read back and proven. */
  readonly checked: boolean;
  readonly look?: Look | undefined;
  readonly tools: Tools;
  /** Output paths of the pages and PDFs that are made; none where all are. */
  readonly only?: ReadonlySet<string>;
  /** Told of each page that is made. */
  made?(page: Page): void;
  readonly host: Host;
}

/** What a PDF was found to say when it was read back. */
interface Proof {
  readonly findings: readonly Finding[];
  readonly printed: Printed;
}

/**
 * What pages are made with, and what is known of those that were. Whoever makes some of them again later keeps it, as long
 * as nothing but the texts of documents has changed, and these ask for the same characters.
 */
export class Tools {
  readonly sizes = new Sizes();
  /** By path below `dist/`. */
  readonly proofs = new Map<string, Proof>();
  /** The pages that say how large a PDF is, by the PDF's path. */
  readonly offered = new Map<string, Set<string>>();
  /** By locale, the pages that readers may look for, in the order in which they were made first: an index is of all. */
  readonly sought = new Map<string, Map<string, string>>();
  /** Files that a page takes along, by its path. */
  readonly #taken = new Map<string, readonly string[]>();
  readonly #memories = new Map<string, Memory>();
  readonly #prepared = new Map<string, Promise<Prepared>>();
  #shop: Promise<Workshop> | undefined;
  #foreseen: Promise<ReadonlyMap<string, Foreseen>> | undefined;

  shop(publication: Publication, host: Host): Promise<Workshop> {
    this.#shop ??= openWorkshop(publication, host);
    return this.#shop;
  }

  foreseen(publication: Publication, { voices }: Workshop, host: Host): Promise<ReadonlyMap<string, Foreseen>> {
    this.#foreseen ??= foresee(publication, voices, host);
    return this.#foreseen;
  }

  prepared({ locale, format }: Rendered, make: () => Promise<Prepared>): Promise<Prepared> {
    const key = `${locale} ${format}`;
    const prepared = this.#prepared.get(key) ?? make();
    this.#prepared.set(key, prepared);
    return prepared;
  }

  /** Whether this does for the publication as it is now, some of whose texts were others `before`. */
  async fits(publication: Publication, before: Publication): Promise<boolean> {
    const foreseen = await this.#foreseen;
    return foreseen !== undefined && isForeseen(publication, before, foreseen);
  }

  /** What all pages that were made have shown to be lacking: strings and characters. */
  async findings(publication: Publication): Promise<readonly Finding[]> {
    const shop = await this.#shop;
    const found = shop ? [...askedInVain(publication, shop)] : [];
    for (const [key, prepared] of this.#prepared) {
      found.push(...(await (await prepared).findings(editionOf(publication, key.split(' ')[0]))));
    }
    return found;
  }

  /** What the next making of a page need not make again; of the last pages that were made. */
  memory(path: string): Memory {
    const memory = this.#memories.get(path) ?? openMemory();
    this.#memories.delete(path);
    this.#memories.set(path, memory);
    const [oldest] = this.#memories.keys();
    if (this.#memories.size > MEMORIES && oldest !== undefined) this.#memories.delete(oldest);
    return memory;
  }

  /** A page is made; whether it takes all along that it took before, which is remembered if it does not. */
  note({ path, locale, html, assets, sheets = {}, faces = [] }: Page, seeks: boolean): boolean {
    if (seeks && isSought(path, locale, html)) {
      this.sought.set(locale, (this.sought.get(locale) ?? new Map()).set(path.slice(`${locale}/`.length), html));
    }
    const files = [...Object.keys(assets), ...Object.keys(sheets), ...faces.map(({ name }) => name)];
    const isWhole = (this.#taken.get(path) ?? []).every((file) => files.includes(file));
    if (isWhole && files.length > 0) this.#taken.set(path, files);
    if (html.includes(OFFER)) {
      for (const [, offered = ''] of html.matchAll(OFFERS)) {
        const pdf = decodeHTML(offered);
        this.offered.set(pdf, (this.offered.get(pdf) ?? new Set()).add(path));
      }
    }
    return isWhole;
  }
}

/** So many pages are made again from what was made of their parts before. */
const MEMORIES = 40;
const OFFER = ' data-size-of="';
const OFFERS = / data-size-of="([^"]*)">/g;

function editionOf({ editions }: Publication, locale: string | undefined): Edition {
  const edition = editions.find((one) => one.locale === locale);
  if (!edition) throw new RangeError(`there is no edition ${locale}`);
  return edition;
}

/** These outputs are to be made of texts of this weight: what makes and proves them may get ready. */
export function expectArtifacts(
  { outputs }: Pick<Settings, 'outputs'>,
  weight: number,
  host: Host,
  checked: boolean,
): void {
  expectOutputs(outputs, host);
  if (outputs.includes('html')) host.expect(leafing, weight);
  if (checked && outputs.some((output) => output !== 'html')) host.expectAside(proving);
}

/** Everything that a build makes, one locale's pages in one format after the other. `beside` is done while the first are printed. */
export function artifacts(order: Order, beside: () => Promise<void>): AsyncGenerator<Artifact> {
  return made(makings(order, beside));
}

async function* makings(order: Order, beside: () => Promise<void>): AsyncGenerator<Making> {
  const { publication, checked, host, tools } = order;
  const { sizes } = tools;
  const all = publication.editions.flatMap((edition) => edition.documents);
  const documents = new Map(all.map((document) => [document.source.path, document]));
  for await (const { sets: own, format } of ahead(sets(order, beside))) {
    const shown = new Map<string, Page['shows']>();
    const prints = own.map((set) => {
      const pages = noting(set.pages, ({ path, shows }) => shows && shown.set(path, shows));
      return print({ ...set, pages }, format, { host, sizes });
    });
    for await (const make of merged(prints)) {
      const proved = async () => {
        const artifact = await make();
        const shows = shown.get(artifact.path);
        shown.delete(artifact.path);
        if (shows && checked) await prove(artifact, shows, documents, order);
        return artifact;
      };
      yield format.id === 'html' ? make : sizes.of(proved);
    }
  }
}

/** What each of these gives, whichever has something: the pages of several languages come together. */
async function* merged<T>(all: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const step = async (from: AsyncGenerator<T>) => ({ from, next: await from.next() });
  const open = new Map(all.map((from) => [from, step(from)]));
  for (const next of open.values()) next.catch(() => undefined);
  try {
    while (open.size > 0) {
      const { from, next } = await Promise.race(open.values());
      // Behind the others, so that each has its turn.
      open.delete(from);
      if (next.done) continue;
      const following = step(from);
      following.catch(() => undefined);
      open.set(from, following);
      yield next.value;
    }
  } finally {
    for (const from of open.keys()) from.return(undefined).catch(() => undefined);
  }
}

async function* noting(pages: Typeset['pages'], note: (page: Page) => void): AsyncGenerator<Page> {
  for await (const page of pages) {
    note(page);
    yield page;
  }
}

/** How large the PDFs have become, for the pages that offer them; those come behind all PDFs, and wait for the last. */
class Sizes {
  readonly #sizes = new Map<string, number>();
  readonly #open = new Set<Promise<void>>();

  of(make: Making): Making {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#open.add(promise);
    return async () => {
      try {
        const artifact = await make();
        this.#sizes.set(artifact.path, artifact.bytes.length);
        return artifact;
      } finally {
        this.#open.delete(promise);
        resolve();
      }
    };
  }

  async get(path: string): Promise<number | undefined> {
    await Promise.all(this.#open);
    return this.#sizes.get(path);
  }
}

/** Pages with their fonts, ready to be printed, those of a format in one language or in several. */
interface Ready {
  readonly sets: readonly Typeset[];
  readonly format: Format;
}

async function* sets(order: Order, beside: () => Promise<void>): AsyncGenerator<Ready> {
  const { publication, checked, host, tools, only } = order;
  let others: Promise<void> | undefined;
  const site: Promise<Typeset>[] = [];
  try {
    const shop = await tools.shop(publication, host);
    // First, so that other threads make pages while this one looks through all texts.
    const leaves = !only && publication.settings.outputs.includes('html') ? leavesOf(order, shop) : undefined;
    const foreseen = await tools.foreseen(publication, shop, host);
    const again = only && { only, memory: (path: string) => tools.memory(path) };
    const manner = { marked: checked, ...(leaves && { leaves }), ...again };
    for await (const rendered of render(publication, shop, host, manner)) {
      if (!order.scope.locales(rendered.locale)) continue;
      const setting = set(rendered, foreseen, order);
      setting.catch(() => undefined);
      // While another thread cuts the first fonts, this one has nothing else to do; those that are kept come before that.
      // An error is told when its turn comes.
      others ??= Promise.race([setting, delay(MOMENT)]).then(beside);
      others.catch(() => undefined);
      if (rendered.format === 'html') site.push(setting);
      else yield { sets: [await setting], format: formatOf(rendered.format) };
    }
    if (site.length > 0) yield { sets: await Promise.all(site), format: formatOf('html') };
    await (others ?? beside());
  } finally {
    await others?.catch(() => undefined);
  }
}

/** In milliseconds: fonts that were cut before are there by then, and those that are cut now are not. */
const MOMENT = 100;

/** Pages that are yet to be made, with their fonts. */
async function set(rendered: Rendered, foreseen: ReadonlyMap<string, Foreseen>, order: Order): Promise<Typeset> {
  const { publication, host } = order;
  const { settings } = publication;
  const { locale, look } = rendered;
  const edition = editionOf(publication, locale);
  const format = formatOf(rendered.format);
  const cases = { fonts: settings.fonts, container: format.fonts };
  // On each page of the site, and where a whole edition says which others there are.
  const namesAll = format.id === 'html' || settings.outputs.includes('edition');
  host.progress({ stage: 'typeset', detail: `${locale} ${rendered.format}` });
  const what = wanted(foreseen, locale, besideOf(rendered, publication), namesAll);
  const prepared = await order.tools.prepared(rendered, () => prepare(what, edition, cases, host));
  const pages = completed(rendered, prepared, order);
  // Of some pages there is no index.
  const search = settings.site.search && !order.only;
  return { locale, look, search, faces: prepared.faces, pages };
}

function leavesOf({ loaded, publication, scope, checked, look, host }: Order, shop: Workshop) {
  const works = worksOf(loaded).filter(({ slug }) => scope.slugs(slug));
  const locales = publication.editions.map(({ locale }) => locale).filter((locale) => scope.locales(locale));
  return openLeaves({ loaded, publication, works, locales, marked: checked, look }, shop, host);
}

/** The pages that are asked for, each with the faces that it needs besides; what is found on the way joins the rest at the end. */
async function* completed(rendered: Rendered, prepared: Prepared, order: Order): AsyncGenerator<Page> {
  const { scope, found, publication } = order;
  for await (const page of rendered.pages) {
    // Fonts do not depend on it: a part of the output is byte for byte what the whole would have been.
    if (!isIn(scope, page)) continue;
    const faces = page.plain ? [] : await prepared.more(page.html);
    const whole = faces.length > 0 ? { ...page, faces } : page;
    order.made?.(whole);
    yield whole;
  }
  found.push(...rendered.findings(), ...(await prepared.findings(editionOf(publication, rendered.locale))));
}

/** The languages that stand beside this one on its pages. */
function besideOf({ locale, format }: Rendered, { settings, source }: Publication): readonly string[] {
  if (format !== 'pdf' || !settings.outputs.includes('parallel')) return [];
  const rows = settings.parallel ?? [[source, locale]];
  return [...new Set(rows.filter((tags) => tags.at(-1) === locale).flat())].filter((tag) => tag !== locale);
}

/** The same, the next one always in the making, but not before the browser has the first pages of this one. */
async function* ahead<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  const following = async () => {
    for (let turn = 0; turn < TURNS; turn += 1) await breath();
    return all.next();
  };
  let next = all.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      next = following();
      // An error is told when its turn comes.
      next.catch(() => undefined);
      yield one.value;
    }
  } finally {
    await all.return(undefined).catch(() => undefined);
  }
}

/** In each turn a page is made: so many are what two pages of the browser are given first. */
const TURNS = 10;

/** A finished PDF is read back on another thread. */
async function prove(
  { path, locale, bytes }: Artifact,
  { documents, references }: NonNullable<Page['shows']>,
  known: ReadonlyMap<string, Document>,
  { found, tools, host }: Pick<Order, 'found' | 'tools' | 'host'>,
): Promise<void> {
  const own = documents.flatMap((source) => known.get(source) ?? []);
  const promise = { path, locale, documents: own.map(promised), references };
  const { findings, pages } = await proven({ bytes, promise }, host);
  found.push(...findings);
  tools.proofs.set(path, { findings, printed: { path, documents: own.map(({ source }) => source.path), pages } });
}

/** `en/news/a/index.html` and `en/news/a.pdf` are of the slug `news/a`. */
function isIn(scope: Scope, { path, locale, slug }: Page): boolean {
  if (slug !== undefined) return scope.slugs(slug);
  return scope.slugs(path.slice(locale.length + 1).replace(/\/?index\.html$|\.pdf$/, ''));
}
