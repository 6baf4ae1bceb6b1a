import { cldrTable, language } from '../locales/index.ts';
import type { Document, Edition, Finding, Page, Publication } from '../model.ts';
import { type BodyRules, pictures, setBody } from '../text/body.ts';
import type { Voice } from '../text/filters.ts';
import { openTheme, type Theme } from '../text/liquid.ts';
import { backLink } from '../text/markup.ts';
import { type PictureRules, readPictures } from '../text/pictures.ts';
import { output, type Targets, targetOf, targetsOf, way } from '../text/place.ts';
import { byDate, type DocumentScope, documentScope, pageScope } from '../text/scope.ts';
import { parseStrings, translator, type Wording } from '../text/strings.ts';
import { setPlain, setText, type Typesetting } from '../text/typography.ts';
import type { Host } from '../world.ts';

/** The pages of one locale in one format, and what its templates asked of the strings in vain. */
export interface Rendered {
  readonly locale: string;
  readonly format: string;
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
}

/**
 * Renders the editions in the publication's templates, or those that ship, one locale and one format at a time.
 * Throws UserError 2 for a mistake in a template or in the strings, with its place.
 */
export async function* render(publication: Publication, host: Host): AsyncGenerator<Rendered> {
  const theme = openTheme((name) => host.template(name));
  const targets = targetsOf(publication);
  for (const edition of publication.editions) {
    const voice = await voiceOf(edition, publication, host);
    const known = new Set<string>();
    for (const format of publication.settings.outputs) {
      const layout = layouts[format];
      if (layout === undefined) continue;
      const pages: Page[] = [];
      for await (const page of layout({ publication, edition, voice, theme, targets, host })) {
        host.signal.throwIfAborted();
        pages.push(page);
      }
      yield { locale: edition.locale, format, pages, findings: newlyMissing(voice, known, publication) };
    }
  }
}

/** What the pages of one edition are made from. */
interface Work {
  readonly publication: Publication;
  readonly edition: Edition;
  readonly voice: Voice;
  readonly theme: Theme;
  readonly targets: Targets;
  readonly host: Host;
}

/** The pages of an edition, by format. */
const layouts: Readonly<Record<string, (work: Work) => AsyncGenerator<Page>>> = { html: webPages, pdf: printPages };

async function* webPages(work: Work): AsyncGenerator<Page> {
  yield await indexPage(work);
  for (const document of work.edition.documents) yield await webPage(document, work);
}

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
  const back = (href: string, note: number): string => backLink(href, voice.t('article.back', { note }));
  const body = setText(await bodyOf(document, work, { link, back, source: copy, network: true }), typesetting(locale));
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

async function* printPages(work: Work): AsyncGenerator<Page> {
  for (const document of work.edition.documents) yield await printPage(document, work);
}

async function printPage(document: Document, work: Work): Promise<Page> {
  const { publication, voice, theme } = work;
  const { locale, slug, meta } = document;
  const path = output.pdf(locale, slug);
  const assets: Record<string, string> = {};
  const source = (file: string): string => {
    assets[file] = file;
    return file;
  };
  // On paper a link to a file beside this one leads nowhere: its words stay.
  const link = (target: string): string | undefined => (/^[a-z][a-z\d+.-]*:/i.test(target) ? target : undefined);
  const raw = await bodyOf(document, work, { link, back: () => '', source, network: false });
  const paper = { ...typesetting(locale), ...hyphenation(locale) };
  const kept = figureWords(document);
  // Nobody can unfold paper.
  const body = setText(raw, paper, kept).replace(/<details(?=[ >])/g, '<details open');
  const scope = {
    ...pageScope(publication, voice, path, slug),
    document: {
      ...documentScope(document, voice),
      abstract: meta.abstract === undefined ? null : setPlain(meta.abstract, paper, kept),
      body,
      outline: outlineOf(document, voice),
      pdf: null,
    },
  };
  const html = await theme.render('print.liquid', voice, scope);
  const { title, date, author, abstract: subject } = meta;
  return {
    ...{ format: 'pdf', path, locale, title, html, assets },
    ...(date && { date }),
    ...(author && { author }),
    ...(subject && { subject }),
  };
}

function pdfLink({ settings }: Publication, path: string, { locale, slug }: Document): string | null {
  return settings.outputs.includes('pdf') ? way(path, output.pdf(locale, slug)) : null;
}

type Ways = Pick<BodyRules, 'link' | 'back'> & Pick<PictureRules, 'source' | 'network'>;

async function bodyOf(document: Document, { voice, targets, host }: Work, ways: Ways): Promise<string> {
  const { locale, source } = document;
  const body = document.body();
  const shown = await readPictures(pictures(body), {
    file(target) {
      const to = targetOf(target, source.path);
      return to.kind === 'file' ? targets.asset(to.path, locale) : undefined;
    },
    read: (file) => host.read(file),
    source: ways.source,
    network: ways.network,
  });
  const picture = (target: string, alternative: string): string => shown.get(target)?.(alternative) ?? '';
  const notes = voice.t('article.notes');
  return setBody(body, { ...ways, picture, notes });
}

/** How the text of an edition is set, but for the parting of words. */
function typesetting(locale: string): Typesetting {
  const { signs = [], quotes = cldrTable(locale).quotes, spaces, unbroken } = language(locale).typography;
  return { signs, quotes, spaces, unbroken };
}

/** On paper only: whoever copies from a screen would take the soft hyphens along. */
function hyphenation(locale: string): Pick<Typesetting, 'hyphenation'> | undefined {
  const { hyphenation: how } = language(locale).typography;
  return (
    how && { hyphenation: { ...how, patterns: how.regions?.[new Intl.Locale(locale).region ?? ''] ?? how.patterns } }
  );
}

/** The words of the figures: a figure is read as one, also by whoever holds the printed page against the source. */
function figureWords({ blocks }: Document): ReadonlySet<string> {
  const said = blocks.flatMap(({ figures }) => figures.map(({ text }) => text.toLowerCase()));
  return new Set(said.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []));
}

function outlineOf({ outline }: Document, { set }: Voice): { level: number; id: string; text: string }[] {
  return outline.map(({ level, id, text }) => ({ level, id, text: set(text) }));
}

/** The edition's own words, then the theme's in its language, then the source's, then the theme's English. */
async function voiceOf(edition: Edition, publication: Publication, host: Host): Promise<Voice> {
  const { locale } = edition;
  const source = publication.editions.find((other) => other.locale === publication.source) ?? edition;
  const wordings: Wording[] = [
    { locale, strings: edition.strings },
    ...(await themeWording(locale, host)),
    { locale: source.locale, strings: source.strings },
    ...(await themeWording(source.locale, host)),
    ...(await themeWording('en', host)),
  ];
  const how = typesetting(locale);
  return { ...translator(locale, wordings), set: (text) => setPlain(text, how) };
}

/** The theme's words in a language: those of its tag, else of the language without script and region. */
async function themeWording(locale: string, host: Host): Promise<Wording[]> {
  for (const tag of new Set([locale, new Intl.Locale(locale).language])) {
    const source = await host.template(`strings/${tag}.json`);
    if (source !== undefined) return [{ locale, strings: parseStrings(source) }];
  }
  return [];
}

/** The strings that a template asked for and the edition lacks, each once. */
function newlyMissing(voice: Voice, known: Set<string>, { source }: Publication): Finding[] {
  const keys = voice.missing().filter((key) => !known.has(key));
  const start = { line: 1, column: 1 };
  const path = `content/${voice.locale}/strings.json`;
  return keys.map((key) => {
    known.add(key);
    return {
      rule: 'strings/asked',
      severity: 'warning',
      locale: voice.locale,
      message: `the templates ask for “${key}”, which there is not in this language; the page says “${voice.t(key)}”`,
      hint: voice.locale === source ? `add it to ${path}, or correct the template` : `add it to ${path}`,
      span: { path, start, end: start },
    };
  });
}
