import { setImmediate as breath } from 'node:timers/promises';
import { wordings } from '../figures/saying/answer.ts';
import { typesetting } from '../layouts/work.ts';
import { language } from '../locales/index.ts';
import type { Edition, Publication } from '../model.ts';
import { localeSigns, type Voice } from '../text/filters.ts';
import { addedBySheet, charactersOf, foreignLanguages, foreseenCharacters, type Shown } from '../text/shown.ts';
import type { Host } from '../world.ts';

/** What the pages of a language will show, told before one is made. */
export interface Foreseen {
  readonly shown: Shown;
  /** Other languages that the texts name. */
  readonly foreign: readonly string[];
  /** All characters that went into it, and those that come with whatever the texts say. */
  readonly characters: ReadonlySet<string>;
  readonly brought: ReadonlySet<string>;
}

/**
 * The characters that pages will show, by locale: those of the texts, of what the templates say and are, of drawings, and
 * what setting a text brings. More than is shown, as a rule, and seldom less: what comes up all the same comes with its page.
 */
export async function foresee(
  publication: Publication,
  voices: ReadonlyMap<string, Voice>,
  host: Host,
): Promise<ReadonlyMap<string, Foreseen>> {
  const { editions, settings, source } = publication;
  const theme = await themeTexts(host);
  const drawings = await textsOf(
    publication.assets.filter((file) => /\.svg$/i.test(file)),
    host,
  );
  const common = [...theme.templates, ...drawings, settings.version ?? ''];
  const tags = editions.map(({ locale }) => locale);
  // The page at the root says it in all languages.
  const names = [...voices.values()].map((voice) => voice.t('publication.name'));
  const all = new Map<string, Foreseen>();
  for (const edition of editions) {
    // Other threads make pages meanwhile, and are not to wait for more to do.
    await breath();
    const { locale } = edition;
    const own = textsIn(edition, publication);
    const named = new Set<string>();
    const note = (text: string) => {
      if (text.includes('lang=')) for (const tag of foreignLanguages([text], locale)) named.add(tag);
    };
    const brought = charactersOf([
      ...common,
      voices.get(locale)?.words ?? '',
      ...(locale === source ? names : []),
      ...theme.sheets.map((css) => addedBySheet(css, locale)),
      ...signsOf(locale),
      ...wordings(settings.keyFigures, locale),
      localeSigns(locale, tags),
    ]);
    for (const text of common) note(text);
    const characters = brought.union(charactersOf(noted(own, note)));
    const shown = foreseenCharacters(characters, locale);
    all.set(locale, { shown, foreign: [...named], characters, brought });
  }
  return all;
}

/**
 * What pages of a language with others `beside` it will show, and what of it each of these is to set. `namesAll`: pages
 * name all languages, in their own words.
 */
export function wanted(
  all: ReadonlyMap<string, Foreseen>,
  locale: string,
  beside: readonly string[],
  namesAll: boolean,
) {
  const named = [locale, ...beside].flatMap((tag) => all.get(tag) ?? []);
  const union = (tag: string): Shown => {
    const own = new Set(named.flatMap(({ shown }) => [...shown.needed]));
    return foreseenCharacters(own, tag);
  };
  const own = all.get(locale);
  const foreign = new Set([...(namesAll ? all.keys() : beside), ...named.flatMap((one) => one.foreign)]);
  return {
    shown: own && beside.length === 0 ? own.shown : union(locale),
    foreign: [...foreign].filter((tag) => tag !== locale),
    beside: beside.map((tag) => ({ tag, shown: union(tag) })),
  };
}

/**
 * Whether nothing else is to be foreseen of a publication that has the same files as before, some with other texts. What may
 * be of weight only among others, such as a sign that stands for several, counts as a difference.
 */
export function isForeseen(publication: Publication, before: Publication, all: ReadonlyMap<string, Foreseen>): boolean {
  return publication.editions.every((edition, n) => {
    const former = before.editions[n];
    const known = all.get(edition.locale);
    if (!former || !known) return false;
    const texts = [...textsIn(edition, publication)];
    const old = [...textsIn(former, before)];
    const fresh = texts.filter((text, i) => text !== old[i]);
    const stale = old.filter((text, i) => text !== texts[i]);
    if ([...fresh, ...stale].some((text) => text.includes('lang=')) && !isSame(fresh, stale, edition.locale))
      return false;
    const now = charactersOf(fresh);
    const gone = charactersOf(stale).difference(now).difference(known.brought);
    return now.isSubsetOf(known.characters) && [...gone].every((one) => texts.some((text) => text.includes(one)));
  });
}

/** Whether these texts name the languages that those did. */
function isSame(fresh: readonly string[], stale: readonly string[], locale: string): boolean {
  return foreignLanguages(fresh, locale).join() === foreignLanguages(stale, locale).join();
}

/**
 * The texts of an edition, and those of the source that stand where it lacks one, or that lend it some of their words; one after
 * the other, for they are many.
 */
function* textsIn({ documents }: Edition, publication: Publication): Generator<string> {
  const { editions, source: tag, settings } = publication;
  const slugs = new Set(documents.map(({ slug }) => slug));
  const lent = settings.locks?.lent ?? {};
  const borrowed = new Set(documents.flatMap(({ slug, source }) => (source.path in lent ? [slug] : [])));
  const isShown = settings.site.untranslated === 'show';
  const origin = editions.find(({ locale }) => locale === tag)?.documents ?? [];
  const others = origin.filter(({ slug }) => borrowed.has(slug) || (isShown && !slugs.has(slug)));
  for (const { source } of [...documents, ...others]) yield source.text;
}

function* noted(texts: Iterable<string>, note: (text: string) => void): Generator<string> {
  for (const text of texts) {
    note(text);
    yield text;
  }
}

interface Theme {
  readonly templates: readonly string[];
  readonly sheets: readonly string[];
}

async function themeTexts(host: Host): Promise<Theme> {
  const names = await host.templates();
  const texts = async (ending: string) => {
    const files = await Promise.all(names.filter((name) => name.endsWith(ending)).map((name) => host.template(name)));
    return files.flatMap((file) => file?.text ?? []);
  };
  const templates = await texts('.liquid');
  return { templates, sheets: [...templates, ...(await texts('.css'))] };
}

async function textsOf(files: readonly string[], host: Host): Promise<string[]> {
  const read = await Promise.all(files.map((file) => host.read(file)));
  return read.flatMap((bytes) => (bytes ? new TextDecoder().decode(bytes) : []));
}

/** What setting a text of the language puts into it, and what its look brings. */
function signsOf(locale: string): string[] {
  const { signs, quotes, spaces } = typesetting(locale);
  const { bullet = '' } = language(locale).typography.look ?? {};
  return [...[...signs, ...spaces].map(([, replacement]) => replacement), ...quotes, bullet];
}
