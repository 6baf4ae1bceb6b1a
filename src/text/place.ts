import { posix } from 'node:path';
import type { Entry } from '../catalogue.ts';
import type { Publication } from '../model.ts';
import { hash } from './hash.ts';

/** Where a link or picture of a document leads, before anyone knows from which page. */
export type Target =
  /** Elsewhere, or within the page: as written. */
  | { readonly kind: 'outside'; readonly href: string }
  /** A file below `content/`, and the `#part` or `?query` after it. */
  | { readonly kind: 'file'; readonly path: string; readonly rest: string };

/** Reads a target written in the document at `path`. */
export function targetOf(target: string, path: string): Target {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#|\?|$)/i.test(target)) return { kind: 'outside', href: target };
  const [, file = '', rest = ''] = target.match(/^([^#?]*)(.*)$/s) ?? [];
  return { kind: 'file', path: posix.join(posix.dirname(path), decoded(file)), rest };
}

/** The way from one output file to another, as a URL. Both are below `dist/`, and have neither `.` nor `..` in them. */
export function way(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < there.length && here[same] === there[same]) same += 1;
  return '../'.repeat(here.length - same) + there.slice(same).map(encodeURIComponent).join('/');
}

/** The address of an output file of a site that stands at `url`; a folder's page goes by its folder. */
export function address(url: string, path: string): string {
  return (
    url +
    path
      .replace(/(?:^|(?<=\/))index\.html$/, '')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  );
}

/** Where the pages and files of a publication stand in the output, below `dist/`. */
export const output = {
  /** Where readers choose their language. */
  root: 'index.html',
  index: (locale: string): string => `${locale}/index.html`,
  /** What a server shows for what is not there; the root's, too. */
  lost: (locale?: string): string => (locale === undefined ? '404.html' : `${locale}/404.html`),
  feed: (locale: string): string => `${locale}/feed.xml`,
  page: (locale: string, slug: string): string => `${locale}/${slug}/index.html`,
  pdf: (locale: string, slug: string): string => `${locale}/${slug}.pdf`,
  /** All documents of a locale in one. */
  edition: (locale: string): string => `${locale}/edition.pdf`,
  /** A document in several languages, side by side. */
  parallel: (slug: string, locales: readonly string[]): string => `parallel/${slug}.${locales.join('-')}.pdf`,
  /** The style sheet of a drawing. */
  sheet: (locale: string, css: string): string => `${locale}/assets/drawings/${hash(css)}.css`,
  /** The copy of a file of `content/` that the pages of a locale show; the whole path, so that no two files meet. */
  media: (locale: string, file: string): string => `${locale}/assets/media/${file.slice('content/'.length)}`,
};

/** What the documents of a publication may lead to. */
export interface Targets {
  /** Locale and slug of the document in that file, or else of the source's document beside which it would stand. */
  document(file: string, locale: string): { readonly locale: string; readonly slug: string } | undefined;
  /**
   * That file, or else the one at the same place in the source's folder: a picture need not be copied to be shared. Beside
   * either, one with the language in its name comes first: `chart.zh.svg` for `chart.svg`.
   */
  asset(file: string, locale: string): string | undefined;
}

/** Documents by their paths, and files. */
interface Places extends Pick<Publication, 'assets' | 'source'> {
  readonly editions: readonly { readonly documents: readonly Pick<Entry, 'source' | 'locale' | 'slug'>[] }[];
}

/** Finds documents and files by their paths in the publication. */
export function targetsOf({ editions, assets, source }: Places): Targets {
  const documents = new Map(
    editions
      .flatMap((edition) => edition.documents)
      .map(({ source: { path }, locale, slug }) => [path, { locale, slug }]),
  );
  const files = new Set(assets);
  const inSource = (file: string, locale: string): string => {
    const folder = `content/${locale}/`;
    return file.startsWith(folder) ? `content/${source}/${file.slice(folder.length)}` : file;
  };
  return {
    document: (file, locale) => documents.get(file) ?? documents.get(inSource(file, locale)),
    asset(file, locale) {
      const places = [file, inSource(file, locale)];
      return places.flatMap((path) => [variant(path, locale), path]).find((path) => files.has(path));
    },
  };
}

/** `chart.svg` as one language has it, beside the others': `chart.zh.svg`. */
function variant(file: string, locale: string): string {
  return file.replace(/(?=\.[^./]+$)/, `.${locale}`);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not encoded at all: a file name with a percent sign.
    return path;
  }
}
