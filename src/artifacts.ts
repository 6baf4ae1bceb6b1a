import type { Printed } from './figures/printed.ts';
import type { Artifact, Document, Finding, Page, Publication, Typeset } from './model.ts';
import { proving } from './proof.ts';
import type { Scope } from './stages/check.ts';
import { formatOf, made, print } from './stages/print.ts';
import { promised } from './stages/prove.ts';
import { render } from './stages/render.ts';
import { typeset } from './stages/typeset.ts';
import type { Format, Host, Making } from './world.ts';

/** What is to be made of a publication; what is found on the way joins `found`, and on which pages figures stand `printed`. */
interface Order {
  readonly publication: Publication;
  readonly scope: Scope;
  readonly found: Finding[];
  readonly printed: Printed[];
  readonly host: Host;
}

/** Everything that a build makes, one locale's pages in one format after the other. `beside` is done while the first are printed. */
export function artifacts(order: Order, beside: () => Promise<void>): AsyncGenerator<Artifact> {
  return made(makings(order, beside));
}

async function* makings(order: Order, beside: () => Promise<void>): AsyncGenerator<Making> {
  const { publication, host } = order;
  const all = publication.editions.flatMap((edition) => edition.documents);
  const documents = new Map(all.map((document) => [document.source.path, document]));
  for await (const { set, format } of ahead(sets(order, beside))) {
    const shown = new Map(set.pages.flatMap(({ path, shows }) => (shows ? [[path, shows] as const] : [])));
    for await (const make of print(set, format, host)) {
      yield async () => {
        const artifact = await make();
        const shows = shown.get(artifact.path);
        if (shows) await proven(artifact, shows, documents, order);
        return artifact;
      };
    }
  }
}

/** Pages with their fonts, ready to be printed. */
interface Ready {
  readonly set: Typeset;
  readonly format: Format;
}

async function* sets({ publication, scope, found, host }: Order, beside: () => Promise<void>): AsyncGenerator<Ready> {
  const waiting = [beside];
  for await (const rendered of render(publication, host)) {
    found.push(...rendered.findings);
    const edition = publication.editions.find(({ locale }) => locale === rendered.locale);
    if (!edition || !scope.locales(rendered.locale)) continue;
    const format = formatOf(rendered.format);
    const cases = { fonts: publication.settings.fonts, container: format.fonts };
    host.progress({ stage: 'typeset', detail: `${rendered.locale} ${rendered.format}` });
    const set = await typeset(rendered.pages, edition, cases, host);
    found.push(...set.findings);
    // Cut after the fonts are: a part of the output is byte for byte what the whole would have been.
    const pages = set.typeset.pages.filter((page) => isIn(scope, page));
    yield { set: { ...set.typeset, pages }, format };
    await waiting.pop()?.();
  }
  await waiting.pop()?.();
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
