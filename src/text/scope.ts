import type { Document, Edition, Publication } from '../model.ts';
import { direction } from './direction.ts';
import type { Voice } from './filters.ts';
import { Optional } from './liquid.ts';
import { output, way } from './place.ts';
import { width } from './width.ts';

/** What every template knows: the edition, and the page that it makes. */
export interface PageScope {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** For the `style` of the root: variables of size, leading, measure and the like, as the language has them. */
  readonly look: string;
  readonly publication: { readonly name: string; readonly tagline: string | null };
  /** Ways from this page: to the index of its edition, to its assets, and to the page in the source language. */
  readonly page: { readonly home: string; readonly assets: string; readonly default: string };
  /** Every edition, this one too, and this page in it, or else that edition's index. */
  readonly languages: readonly LanguageScope[];
}

export interface LanguageScope {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly href: string;
  readonly current: boolean;
  /** Whether the page is there in this language; and if it is not, whether the source's stands there with a notice. */
  readonly translated: boolean;
  readonly shown: boolean;
}

/** The scope of an edition's index, or of the page of the document with that slug, at the output path `path`. */
export function pageScope(publication: Publication, voice: Voice, path: string, slug?: string): PageScope {
  const { editions, source } = publication;
  const { locale } = voice;
  const languages = editions.map((edition) => languageScope(edition, publication, { locale, path, slug }));
  const home = way(path, output.index(locale));
  return {
    locale,
    direction: direction(locale),
    look: voice.look,
    publication: publicationScope(voice),
    page: {
      home,
      assets: way(path, `${locale}/assets/style.css`).replace(/style\.css$/, ''),
      default: languages.find((language) => language.locale === source)?.href ?? home,
    },
    languages,
  };
}

/** The name of the publication in the language of an edition, and what it says of itself, if it does. */
function publicationScope(voice: Voice): PageScope['publication'] {
  const tagline = voice.has('publication.tagline') ? voice.set(voice.t('publication.tagline')) : null;
  return { name: voice.set(voice.t('publication.name')), tagline };
}

/** What templates know of a document, in whatever list or page it stands. */
export interface DocumentScope {
  readonly title: string;
  /** The title in the parts between which a long one is best broken. */
  readonly title_parts: readonly { readonly text: string; readonly spaced: boolean }[];
  /** The title, cut to what a running head holds. */
  readonly short_title: string;
  readonly slug: string;
  readonly author: string | null;
  readonly section: string | null;
  readonly date: string | null;
  readonly abstract: string | null;
  /** Whether it stands in an edition of another language than its own. */
  readonly untranslated: boolean;
  readonly extra: Optional;
}

/** The front matter of a document for templates; what is not there is null, so that a template can ask for it. */
export function documentScope({ meta, slug }: Document, { set }: Voice): DocumentScope {
  const given = (text: string | undefined): string | null => (text === undefined ? null : set(text));
  const title = set(meta.title);
  return {
    title,
    title_parts: title
      .split(/(?<=: )|(?<=：)|(?<=——)/u)
      .map((part) => ({ text: part.trim(), spaced: part.trim() !== part })),
    short_title: shortened(title),
    slug,
    author: given(meta.author),
    section: given(meta.section),
    date: meta.date ?? null,
    abstract: given(meta.abstract),
    untranslated: false,
    extra: new Optional(meta.extra),
  };
}

/** Newest first, those without a date last; documents of one day by their slugs. */
export function byDate(a: Document, b: Document): number {
  const [dayA = '', dayB = ''] = [a.meta.date, b.meta.date];
  return dayA === dayB ? compare(a.slug, b.slug) : compare(dayB, dayA);
}

interface Here {
  readonly locale: string;
  readonly path: string;
  readonly slug: string | undefined;
}

function languageScope(edition: Edition, { editions, source, settings }: Publication, here: Here): LanguageScope {
  const { locale } = edition;
  const { path, slug } = here;
  const translated = slug === undefined || slugsOf(edition).has(slug);
  const isFallback = () => editions.some((other) => other.locale === source && slugsOf(other).has(slug ?? ''));
  const shown = translated || (settings.site.untranslated === 'show' && isFallback());
  const href = way(path, slug !== undefined && shown ? output.page(locale, slug) : output.index(locale));
  return { locale, direction: direction(locale), href, current: locale === here.locale, translated, shown };
}

const slugs = new WeakMap<Edition, ReadonlySet<string>>();

function slugsOf(edition: Edition): ReadonlySet<string> {
  const known = slugs.get(edition) ?? new Set(edition.documents.map(({ slug }) => slug));
  slugs.set(edition, known);
  return known;
}

/** What half of a line of the running head holds, in halves of an em: a letter is about one, an ideograph two. */
const headWidth = 64;

function shortened(title: string): string {
  if (width(title) <= headWidth) return title;
  let head = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(title)) {
    if (width(head + segment) >= headWidth) break;
    head += segment;
  }
  return `${head.replace(/[\s\p{P}]+$/u, '')}…`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
