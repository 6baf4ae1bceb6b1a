import { setImmediate as breath } from 'node:timers/promises';
import { layouts } from '../layouts/index.ts';
import { lookStyle } from '../layouts/look.ts';
import { type Memory, openMemory } from '../layouts/memory.ts';
import { type Shelf, shelve } from '../layouts/shelf.ts';
import { webPage } from '../layouts/web.ts';
import { typesetting } from '../layouts/work.ts';
import { language } from '../locales/index.ts';
import type { Page } from '../made.ts';
import type { Edition, Finding, Publication } from '../model.ts';
import type { Voice } from '../text/filters.ts';
import { openTheme, type Theme } from '../text/liquid.ts';
import { phrase, told } from '../text/phrase.ts';
import { type Targets, targetsOf } from '../text/place.ts';
import { remembered } from '../text/remembered.ts';
import { parseStrings, translator, type Wording } from '../text/strings.ts';
import { setPlain } from '../text/typography.ts';
import type { Host } from '../world.ts';

/** The pages of one locale in one format, each made when it is asked for. */
export interface Rendered {
  readonly locale: string;
  readonly format: string;
  readonly look: string;
  readonly pages: AsyncIterable<Page>;
  /** What the templates have asked of the strings in vain; all of it when all pages have been made. */
  findings(): readonly Finding[];
}

/**
 * Renders the editions in the publication's templates, or those that ship, one format and one locale at a time. Throws UserError 2 for a mistake in a template or in the strings, with its place.
 */
export async function* render(
  publication: Publication,
  shop: Workshop,
  host: Host,
  { marked = true, leaves, only, memory }: Manner = {},
): AsyncGenerator<Rendered> {
  const found = finder(publication);
  const known = new Map<Edition, Set<string>>(publication.editions.map((edition) => [edition, new Set()]));
  for (const [format, layout] of Object.entries(layouts)) {
    for (const edition of publication.editions) {
      const { locale } = edition;
      const voice = voiceFrom(shop, locale);
      const own = { ...(leaves && { leaves: leaves(locale) }), ...(only && { only }), ...(memory && { memory }) };
      const pages = breathing(
        layout({ ...{ publication, edition, voice, marked, host }, ...shop, ...found, ...own }),
        host,
      );
      const first = await pages.next();
      if (first.done) continue;
      const findings = () => newlyMissing(voice, known.get(edition) ?? new Set(), publication);
      yield { locale, format, look: voice.look, pages: resumed(first.value, pages), findings };
    }
  }
}

/** How the pages of the site are made. */
interface Manner {
  /** With their figures as data. */
  readonly marked?: boolean;
  /** Those that show documents, by locale, where `renderDocument` makes them elsewhere. */
  leaves?(locale: string): AsyncIterable<Page>;
  /** Output paths of those that are asked for; none where all are. */
  readonly only?: ReadonlySet<string>;
  /** What was made for the page at an output path the last time. */
  memory?(path: string): Memory;
}

/** The pages of the site that show the document of this slug, in these languages. */
export async function* renderDocument(
  publication: Publication,
  { slug, locales, marked }: { readonly slug: string; readonly locales: readonly string[]; readonly marked: boolean },
  shop: Workshop,
  host: Pick<Host, 'read'>,
): AsyncGenerator<Page> {
  const found = finder(publication);
  for (const edition of publication.editions) {
    const { locale } = edition;
    const document = locales.includes(locale) ? found.shelf.shown(slug, locale) : undefined;
    if (!document) continue;
    const voice = voiceFrom(shop, locale);
    yield await webPage(document, { ...{ publication, edition, voice, marked, host }, ...shop, ...found });
  }
}

async function* breathing(pages: AsyncIterable<Page>, host: Host): AsyncGenerator<Page> {
  for await (const page of pages) {
    host.signal.throwIfAborted();
    yield page;
    // Others are being printed meanwhile, and the browser is not to wait.
    await breath();
  }
}

async function* resumed(first: Page, others: AsyncIterable<Page>): AsyncGenerator<Page> {
  yield first;
  yield* others;
}

/** What pages are made with; it holds until a template, the strings or the settings change. */
export interface Workshop {
  readonly theme: Theme;
  /** By locale. */
  readonly voices: ReadonlyMap<string, Voice>;
}

/** Reads the templates, each when it is first asked for, and the strings. Throws UserError 2 for a mistake in the strings. */
export async function openWorkshop(publication: Publication, host: Pick<Host, 'template'>): Promise<Workshop> {
  const theme = openTheme((name) => host.template(name));
  const voices = new Map<string, Voice>();
  for (const edition of publication.editions) voices.set(edition.locale, await voiceOf(edition, publication, host));
  return { theme, voices };
}

export { type Memory, openMemory };

/** Which page is wanted, and what was made for it before. */
interface Wanted {
  readonly locale: string;
  readonly format: string;
  readonly path: string;
  readonly memory?: Memory;
}

/** The pages of one locale and format at one output path: one, or none. Throws UserError as `render` does. */
export async function renderOne(
  publication: Publication,
  { locale, format, path, memory }: Wanted,
  shop: Workshop,
  host: Host,
): Promise<Page | undefined> {
  const edition = publication.editions.find((one) => one.locale === locale);
  const layout = layouts[format];
  if (!edition || !layout) return undefined;
  const voice = voiceFrom(shop, locale);
  const around = { publication, edition, voice, ...shop, ...finder(publication), marked: true, host };
  const work = { ...around, only: new Set([path]), ...(memory && { memory: () => memory }) };
  for await (const page of layout(work)) if (page.path === path) return page;
  return undefined;
}

/** Where the documents and files of a publication are found; kept as long as it is. */
function finder(publication: Publication): { readonly targets: Targets; readonly shelf: Shelf } {
  const found = finders.get(publication) ?? { targets: targetsOf(publication), shelf: shelve(publication) };
  finders.set(publication, found);
  return found;
}

const finders = new WeakMap<Publication, { readonly targets: Targets; readonly shelf: Shelf }>();

function voiceFrom({ voices }: Pick<Workshop, 'voices'>, locale: string): Voice {
  const voice = voices.get(locale);
  if (!voice) throw new RangeError(`no strings were read for ${locale}`);
  return voice;
}

/** The edition's own words, then the theme's in its language, then the source's, then the theme's English. */
async function voiceOf(edition: Edition, publication: Publication, host: Pick<Host, 'template'>): Promise<Voice> {
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
  const { look = {} } = language(locale).typography;
  return {
    ...translator(locale, wordings),
    look: lookStyle(look),
    set: remembered((text) => setPlain(text, how), TITLES),
  };
}

/** So many titles and labels are kept as they are set: each is asked for on several pages. */
const TITLES = 10_000;

/** The theme's words in a language: those of its tag, else of the language without script and region. */
async function themeWording(locale: string, host: Pick<Host, 'template'>): Promise<Wording[]> {
  for (const tag of new Set([locale, new Intl.Locale(locale).language])) {
    const source = await host.template(`strings/${tag}.json`);
    if (source !== undefined) return [{ locale, strings: parseStrings(source) }];
  }
  return [];
}

/** What the templates have asked of the strings in vain, for all pages that were made in this workshop. */
export function askedInVain(publication: Publication, { voices }: Workshop): readonly Finding[] {
  return [...voices.values()].flatMap((voice) => newlyMissing(voice, new Set(), publication));
}

/** The strings that a template asked for and the edition lacks, each once. */
function newlyMissing(voice: Voice, known: Set<string>, { source }: Publication): Finding[] {
  const keys = voice.missing().filter((key) => !known.has(key));
  const start = { line: 1, column: 1 };
  const path = `content/${voice.locale}/strings.json`;
  return keys.map((key) => {
    known.add(key);
    // What the browser counts when it prints stands there for now as signs that nobody can read.
    const said = voice.said(key).replace(/\p{Co}/gu, '#');
    return {
      rule: 'strings/asked',
      severity: 'warning',
      locale: voice.locale,
      ...told(
        phrase`the templates ask for “${key}”, which there is not in this language; the page says “${said}”`,
        voice.locale === source ? phrase`add it to ${path}, or correct the template` : phrase`add it to ${path}`,
      ),
      span: { path, start, end: start },
    };
  });
}
