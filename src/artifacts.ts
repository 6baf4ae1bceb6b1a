import type { Printed } from './figures/printed.ts';
import type { Artifact, Document, Finding, Page, Publication, Settings, Typeset } from './model.ts';
import { proving } from './proof.ts';
import { promised } from './proving/promise.ts';
import type { Scope } from './stages/check.ts';
import { foresee, wanted } from './stages/foresee.ts';
import { expectOutputs, formatOf, made, print } from './stages/print.ts';
import { openWorkshop, type Rendered, render } from './stages/render.ts';
import { type Prepared, prepare } from './stages/typeset.ts';
import type { Format, Host, Making } from './world.ts';

/** What is to be made of a publication; what is found on the way joins `found`, and on which pages figures stand `printed`. */
interface Order {
  readonly publication: Publication;
  readonly scope: Scope;
  readonly found: Finding[];
  readonly printed: Printed[];
  /** Figures are marked on the pages of the site, and PDFs read back and proven. */
  readonly checked: boolean;
  readonly host: Host;
}

/** These outputs are to be made: what makes and proves them may get ready. */
export function expectArtifacts({ outputs }: Pick<Settings, 'outputs'>, host: Host, checked: boolean): void {
  expectOutputs(outputs, host);
  if (checked && outputs.some((output) => output !== 'html')) host.expectAside(proving);
}

/** Everything that a build makes, one locale's pages in one format after the other. `beside` is done while the first are printed. */
export function artifacts(order: Order, beside: () => Promise<void>): AsyncGenerator<Artifact> {
  return made(makings(order, beside));
}

async function* makings(order: Order, beside: () => Promise<void>): AsyncGenerator<Making> {
  const { publication, checked, host } = order;
  const all = publication.editions.flatMap((edition) => edition.documents);
  const documents = new Map(all.map((document) => [document.source.path, document]));
  const sizes = new Sizes();
  for await (const { set, format } of ahead(sets(order, beside))) {
    const shown = new Map<string, Page['shows']>();
    const pages = noting(set.pages, ({ path, shows }) => shown.set(path, shows));
    for await (const make of print({ ...set, pages }, format, { host, sizes })) {
      const proved = async () => {
        const artifact = await make();
        const shows = shown.get(artifact.path);
        shown.delete(artifact.path);
        if (shows && checked) await proven(artifact, shows, documents, order);
        return artifact;
      };
      yield format.id === 'html' ? make : sizes.of(proved);
    }
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

/** Pages with their fonts, ready to be printed. */
interface Ready {
  readonly set: Typeset;
  readonly format: Format;
}

async function* sets(order: Order, beside: () => Promise<void>): AsyncGenerator<Ready> {
  const { publication, scope, checked, host } = order;
  let others: Promise<void> | undefined;
  try {
    const shop = await openWorkshop(publication, host);
    const foreseen = await foresee(publication, shop.voices, host);
    for await (const rendered of render(publication, shop, host, checked)) {
      const { locale, look } = rendered;
      const edition = publication.editions.find((one) => one.locale === locale);
      if (!edition || !scope.locales(locale)) continue;
      const format = formatOf(rendered.format);
      const cases = { fonts: publication.settings.fonts, container: format.fonts };
      // On each page of the site, and where a whole edition says which others there are.
      const namesAll = format.id === 'html' || publication.settings.outputs.includes('edition');
      host.progress({ stage: 'typeset', detail: `${locale} ${rendered.format}` });
      const preparing = prepare(
        wanted(foreseen, locale, besideOf(rendered, publication), namesAll),
        edition,
        cases,
        host,
      );
      // While another thread cuts the first fonts, this one has nothing else to do; an error is told when its turn comes.
      others ??= beside();
      others.catch(() => undefined);
      const prepared = await preparing;
      const { search } = publication.settings.site;
      const pages = completed(rendered, prepared, order);
      yield { set: { locale, look, search, faces: prepared.faces, pages }, format };
      await others;
    }
    await (others ?? beside());
  } finally {
    await others?.catch(() => undefined);
  }
}

/** The pages that are asked for, each with the faces that it needs besides; what is found on the way joins the rest at the end. */
async function* completed(rendered: Rendered, prepared: Prepared, { scope, found }: Order): AsyncGenerator<Page> {
  for await (const page of rendered.pages) {
    // Fonts do not depend on it: a part of the output is byte for byte what the whole would have been.
    if (!isIn(scope, page)) continue;
    const faces = page.plain ? [] : await prepared.more(page.html);
    yield faces.length > 0 ? { ...page, faces } : page;
  }
  found.push(...rendered.findings(), ...(await prepared.findings()));
}

/** The languages that stand beside this one on its pages. */
function besideOf({ locale, format }: Rendered, { settings, source }: Publication): readonly string[] {
  if (format !== 'pdf' || !settings.outputs.includes('parallel')) return [];
  const rows = settings.parallel ?? [[source, locale]];
  return [...new Set(rows.filter((tags) => tags.at(-1) === locale).flat())].filter((tag) => tag !== locale);
}

/** The same, the next one always in the making. */
async function* ahead<T>(all: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = all.next();
  try {
    for (let one = await next; !one.done; one = await next) {
      next = all.next();
      // An error is told when its turn comes.
      next.catch(() => undefined);
      yield one.value;
    }
  } finally {
    await all.return(undefined).catch(() => undefined);
  }
}

/** A finished PDF is read back on another thread. */
async function proven(
  { path, locale, bytes }: Artifact,
  { documents, references }: NonNullable<Page['shows']>,
  known: ReadonlyMap<string, Document>,
  { found, printed, host }: Pick<Order, 'found' | 'printed' | 'host'>,
): Promise<void> {
  const own = documents.flatMap((source) => known.get(source) ?? []);
  const promise = { path, locale, documents: own.map(promised), references };
  const { findings, pages } = await host.aside(proving, { bytes, promise });
  found.push(...findings);
  printed.push({ path, documents: own.map(({ source }) => source.path), pages });
}

/** `en/news/a/index.html` and `en/news/a.pdf` are of the slug `news/a`. */
function isIn(scope: Scope, { path, locale, slug }: Page): boolean {
  if (slug !== undefined) return scope.slugs(slug);
  return scope.slugs(path.slice(locale.length + 1).replace(/\/?index\.html$|\.pdf$/, ''));
}
