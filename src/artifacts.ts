import type { Printed } from './figures/printed.ts';
import type { Artifact, Document, Finding, Page, Publication, Settings, Typeset } from './model.ts';
import { proving } from './proof.ts';
import { promised } from './proving/promise.ts';
import type { Scope } from './stages/check.ts';
import { expectOutputs, formatOf, made, print } from './stages/print.ts';
import { render } from './stages/render.ts';
import { typeset } from './stages/typeset.ts';
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
  const { publication, host } = order;
  const all = publication.editions.flatMap((edition) => edition.documents);
  const documents = new Map(all.map((document) => [document.source.path, document]));
  const sizes = new Sizes();
  for await (const { set, format } of ahead(sets(order, beside))) {
    const shown = new Map(set.pages.flatMap(({ path, shows }) => (shows ? [[path, shows] as const] : [])));
    for await (const make of print(set, format, { host, sizes })) {
      const proved = async () => {
        const artifact = await make();
        const shows = shown.get(artifact.path);
        if (shows && order.checked) await proven(artifact, shows, documents, order);
        return artifact;
      };
      yield shown.size > 0 ? sizes.of(proved) : proved;
    }
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

async function* sets(
  { publication, scope, found, checked, host }: Order,
  beside: () => Promise<void>,
): AsyncGenerator<Ready> {
  let others: Promise<void> | undefined;
  try {
    for await (const rendered of render(publication, host, checked)) {
      found.push(...rendered.findings);
      const edition = publication.editions.find(({ locale }) => locale === rendered.locale);
      if (!edition || !scope.locales(rendered.locale)) continue;
      const format = formatOf(rendered.format);
      const cases = { fonts: publication.settings.fonts, container: format.fonts };
      host.progress({ stage: 'typeset', detail: `${rendered.locale} ${rendered.format}` });
      const setting = typeset(rendered.pages, edition, cases, host);
      // While another thread cuts the first fonts, this one has nothing else to do; an error is told when its turn comes.
      others ??= beside();
      others.catch(() => undefined);
      const set = await setting;
      found.push(...set.findings);
      // Cut after the fonts are: a part of the output is byte for byte what the whole would have been.
      const pages = set.typeset.pages.filter((page) => isIn(scope, page));
      const { search } = publication.settings.site;
      yield { set: { ...set.typeset, look: rendered.look, search, pages }, format };
      await others;
    }
    await (others ?? beside());
  } finally {
    await others?.catch(() => undefined);
  }
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
