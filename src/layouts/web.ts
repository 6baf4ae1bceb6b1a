import { language } from '../locales/index.ts';
import type { Page } from '../made.ts';
import type { Document } from '../model.ts';
import type { BodyRules } from '../text/body.ts';
import { setParts } from '../text/borrowed.ts';
import { direction } from '../text/direction.ts';
import { output, targetOf, way } from '../text/place.ts';
import { minutesOf, type Pace } from '../text/reading.ts';
import { type DocumentScope, documentScope } from '../text/scope.ts';
import { setText } from '../text/typography.ts';
import { anchorsOf } from './anchors.ts';
import { downloads } from './downloads.ts';
import { articleData } from './linked.ts';
import { setInChunks } from './memory.ts';
import { sayer } from './said.ts';
import { wholeSite } from './site.ts';
import { policy, siteScope } from './sitescope.ts';
import { isWanted, type Layout, outlineOf, pdfLink, setterOf, standingOf, typesetting, type Work } from './work.ts';

/** An index, a page for each document, and one for what is not there; with the source's, what the whole site has once. */
export const web: Layout = async function* (work) {
  const { publication, edition, shelf } = work;
  if (!publication.settings.outputs.includes('html')) return;
  const { locale } = edition;
  if (isWanted(work, output.index(locale))) yield await indexPage(work);
  if (work.leaves) yield* work.leaves;
  for (const document of work.leaves ? [] : shelf.listed(locale)) {
    if (isWanted(work, output.page(locale, document.slug))) yield await webPage(document, work);
  }
  yield* wholeSite(work);
};

async function indexPage(work: Work): Promise<Page> {
  const { publication, edition, voice, theme, shelf } = work;
  const { locale } = edition;
  const path = output.index(locale);
  const items = shelf.listed(locale).map((document) => ({
    ...documentScope(document, work.voices.get(document.locale) ?? voice),
    href: way(path, output.page(locale, document.slug)),
    locale: document.locale,
    direction: direction(document.locale),
    untranslated: document.locale !== locale,
    pdf: document.locale === locale ? pdfLink(publication, path, document) : null,
  }));
  const scope = { ...siteScope(work, path), sections: sections(items), count: items.length };
  const html = await theme.render('index.liquid', voice, scope);
  return { format: 'html', path, locale, title: scope.publication.name, html, assets: {} };
}

/** Documents by section, the sections in the order in which they come up first. */
function sections<Item extends DocumentScope>(items: readonly Item[]): { name: string | null; documents: Item[] }[] {
  return [...Map.groupBy(items, ({ section }) => section)].map(([name, documents]) => ({ name, documents }));
}

/** A document in the edition, in its own language or, where that lacks it, in the source's. */
export async function webPage(document: Document, work: Work): Promise<Page> {
  const { publication, edition, voice, voices, theme, shelf } = work;
  const { locale } = edition;
  const { slug, meta } = document;
  const path = output.page(locale, slug);
  const own = voices.get(document.locale) ?? voice;
  const { body, assets, sheets, network } = await onScreen(document, path, { ...work, voice: own });
  const languages = [...shelf.of(slug).keys()];
  const canonical = output.page(document.locale, slug);
  const { search } = publication.settings.site;
  const site = siteScope(work, path, { slug, canonical, policy: policy({ search, network }) });
  const outline = outlineOf(document, own);
  const scope = {
    ...site,
    page: { ...site.page, sheets: Object.keys(sheets).map((sheet) => way(path, sheet)) },
    document: {
      ...documentScope(document, own),
      ...neighbours(slug, path, work),
      body,
      locale: document.locale,
      direction: direction(document.locale),
      untranslated: document.locale !== locale,
      outdated: outdated(document, shelf.of(slug).get(publication.source)),
      ...standingOf(document, publication.settings),
      source: publication.source,
      original: way(path, output.page(publication.source, slug)),
      minutes: minutesOf(document.blocks, paceOf(document.locale)),
      outline,
      contents: outline.length > 1 ? outline.filter(({ level }) => level < DEEP) : null,
      pdf: document.locale === locale ? pdfLink(publication, path, document) : null,
      downloads: document.locale === locale ? downloads(document, path, work) : [],
      data: articleData({ publication, name: site.publication.name, locale, translations: languages }, document),
    },
  };
  const html = await theme.render('article.liquid', voice, scope);
  const page = { format: 'html', path, locale, title: meta.title, html, assets, sheets, slug };
  return { ...page, ...(meta.date && { date: meta.date }) };
}

/** Headings of this level and below are not in the list of contents. */
const DEEP = 4;

/** The text of a document as its page shows it, and what the page takes from elsewhere. */
async function onScreen(document: Document, path: string, work: Work) {
  const { targets, edition, shelf, publication, marked } = work;
  const { locale } = edition;
  const assets: Record<string, string> = {};
  const sheets: Record<string, string> = {};
  let taken = 0;
  const copy = (file: string): string => {
    taken += 1;
    assets[output.media(locale, file)] = file;
    return way(path, output.media(locale, file));
  };
  const link = (target: string): string | undefined => {
    const to = targetOf(target, document.source.path);
    if (to.kind === 'outside') return to.href;
    const page = targets.document(to.path, document.locale);
    if (page !== undefined) {
      const shown = shelf.shown(page.slug, locale) ? locale : page.locale;
      return way(path, output.page(shown, page.slug)) + to.rest;
    }
    const file = targets.asset(to.path, document.locale);
    return file && copy(file) + to.rest;
  };
  const anchors = anchorsOf(document, shelf.of(document.slug).get(publication.source) ?? document);
  const sheet = (css: string): void => {
    sheets[output.sheet(locale, css)] = css;
  };
  const block = placing(document, anchors);
  const setter = await setterOf(document, work, {
    link,
    source: copy,
    network: true,
    sheet,
    ...(marked && { figure: sayer(publication.settings.keyFigures) }),
    block,
  });
  const set = (part: string, tag: string) => setText(part, typesetting(tag));
  const make = (html: string) => setParts(withPlaces(setter(html)), document.locale, set);
  const before = () => taken;
  const memory = work.memory?.(path);
  const body = memory
    ? setInChunks(document.body(), memory, { blocks: document.blocks, block, make, taken: before })
    : make(document.body());
  const network = /<img [^>]*\bsrc="(?:https?:)?\/\//.test(body);
  return { body, assets, sheets, network };
}

/** Heads have ids of their own, which readers see in addresses: their place in all languages stands in them. */
function placing({ blocks }: Document, anchors: readonly (string | undefined)[]): NonNullable<BodyRules['block']> {
  return (index) => {
    const anchor = anchors[index];
    if (anchor === undefined) return '';
    return blocks[index]?.kind === 'heading' ? ` data-place="${anchor}"` : ` id="${anchor}"`;
  };
}

function withPlaces(html: string): string {
  return html.replace(/( data-place="([^"]+)")([^>]*>)/g, '$3<span class="place" id="$2"></span>');
}

function paceOf(locale: string): Pace {
  return language(locale).reading ?? { words: 200 };
}

/** What comes before and behind it in the index. */
function neighbours(slug: string, path: string, { shelf, edition, voice }: Work) {
  const { before, behind } = shelf.beside(slug, edition.locale);
  const near = (document: Document | undefined) =>
    document
      ? { title: voice.set(document.meta.title), href: way(path, output.page(edition.locale, document.slug)) }
      : null;
  return { previous: near(before), next: near(behind) };
}

/** The day on which the source was revised, if that was after the translation was. */
function outdated({ meta, locale }: Document, source: Document | undefined): string | null {
  const revised = source?.meta.revised;
  if (revised === undefined || source?.locale === locale) return null;
  return (meta.revised ?? meta.date ?? '') < revised ? revised : null;
}
