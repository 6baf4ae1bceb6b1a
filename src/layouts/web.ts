import type { Document, Page } from '../model.ts';
import { output, targetOf, way } from '../text/place.ts';
import { byDate, type DocumentScope, documentScope, pageScope } from '../text/scope.ts';
import { setText } from '../text/typography.ts';
import { bodyOf, type Layout, outlineOf, pdfLink, typesetting, type Work } from './work.ts';

/** An index and a page for each document. */
export const web: Layout = async function* (work) {
  if (!work.publication.settings.outputs.includes('html')) return;
  yield await indexPage(work);
  for (const document of work.edition.documents) yield await webPage(document, work);
};

async function indexPage({ publication, edition, voice, theme }: Work): Promise<Page> {
  const { locale, documents } = edition;
  const path = output.index(locale);
  const items = [...documents].sort(byDate).map((document) => ({
    ...documentScope(document, voice),
    href: way(path, output.page(locale, document.slug)),
    pdf: pdfLink(publication, path, document),
  }));
  const scope = { ...pageScope(publication, voice, path), sections: sections(items), count: items.length };
  const html = await theme.render('index.liquid', voice, scope);
  return { format: 'html', path, locale, title: scope.publication.name, html, assets: {} };
}

/** Documents by section, the sections in the order in which they come up first. */
function sections<Item extends DocumentScope>(items: readonly Item[]): { name: string | null; documents: Item[] }[] {
  return [...Map.groupBy(items, ({ section }) => section)].map(([name, documents]) => ({ name, documents }));
}

async function webPage(document: Document, work: Work): Promise<Page> {
  const { publication, voice, theme, targets } = work;
  const { locale, slug, meta } = document;
  const path = output.page(locale, slug);
  const assets: Record<string, string> = {};
  const copy = (file: string): string => {
    assets[output.media(locale, file)] = file;
    return way(path, output.media(locale, file));
  };
  const link = (target: string): string | undefined => {
    const to = targetOf(target, document.source.path);
    if (to.kind === 'outside') return to.href;
    const page = targets.document(to.path, locale);
    if (page !== undefined) return way(path, output.page(page.locale, page.slug)) + to.rest;
    const file = targets.asset(to.path, locale);
    return file && copy(file) + to.rest;
  };
  const body = setText(await bodyOf(document, work, { link, source: copy, network: true }), typesetting(locale));
  const scope = {
    ...pageScope(publication, voice, path, slug),
    document: {
      ...documentScope(document, voice),
      body,
      outline: outlineOf(document, voice),
      pdf: pdfLink(publication, path, document),
    },
  };
  const html = await theme.render('article.liquid', voice, scope);
  return { format: 'html', path, locale, title: meta.title, html, assets, ...(meta.date && { date: meta.date }) };
}
