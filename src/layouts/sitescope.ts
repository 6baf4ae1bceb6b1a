import type { Publication } from '../model.ts';
import { address, output, way } from '../text/place.ts';
import { remembered } from '../text/remembered.ts';
import { type PageScope, pageScope } from '../text/scope.ts';
import type { Work } from './work.ts';

/** What a page of the site is, besides its path. */
interface Kind {
  readonly slug?: string;
  /** Output path of the page that is the same, where this is not the first of them. */
  readonly canonical?: string;
  /** Its Content-Security-Policy. */
  readonly policy?: string;
  /** It is shown at any address: ways from it begin at the root of the site. */
  readonly anywhere?: true;
}

/** What the templates of the site know, on every page. */
export function siteScope(work: Work, path: string, { slug, canonical, policy: own, anywhere }: Kind = {}) {
  const { publication, voice, edition, shelf } = work;
  const { url, search } = publication.settings.site;
  const scope = pageScope(publication, voice, path, slug);
  const at = (place: string) => (url ? address(url, place) : null);
  const rooted = (place: string) => basePath(publication) + place;
  const { locale } = edition;
  return {
    ...scope,
    ...(anywhere && { languages: scope.languages.map((one) => ({ ...one, href: rooted(output.index(one.locale)) })) }),
    page: {
      ...scope.page,
      ...(anywhere && {
        home: rooted(output.index(locale)),
        assets: rooted(`${locale}/assets/`),
        default: rooted(output.index(publication.source)),
      }),
      canonical: anywhere ? null : at(canonical ?? path),
      // Of the page in another language: not where only the source's stands there with a notice.
      alternates: anywhere
        ? []
        : alternates(scope, publication, { slug, way: (place) => at(place) ?? way(path, place) }),
      feed: url && shelf.listed(locale).length > 0 ? (anywhere ? rooted : relative(path))(output.feed(locale)) : null,
      policy: own ?? policy({ search, network: false }),
      place: openGraph(locale),
      search,
      sheets: [] as readonly string[],
    },
  };
}

function relative(path: string): (place: string) => string {
  return (place) => way(path, place);
}

/** The path at which the site stands, `/reports/`; `/` where the settings do not say. */
function basePath({ settings }: Pick<Publication, 'settings'>): string {
  return settings.site.url ? new URL(settings.site.url).pathname : '/';
}

interface Ways {
  readonly slug: string | undefined;
  way(place: string): string;
}

/** The same page in all languages that have it, and what is shown to who speaks none of them. */
function alternates({ languages }: PageScope, { source }: Publication, { slug, way }: Ways) {
  const place = (locale: string) => (slug === undefined ? output.index(locale) : output.page(locale, slug));
  const own = languages.filter(({ translated }) => translated).map(({ locale }) => locale);
  const first = own.includes(source) ? source : own[0];
  return [
    ...own.map((locale) => ({ hreflang: locale, href: way(place(locale)) })),
    ...(first === undefined ? [] : [{ hreflang: 'x-default', href: way(place(first)) }]),
  ];
}

/** What the page may load (Content Security Policy Level 3): nothing from elsewhere, and no style or script within. */
export function policy({ search, network }: { readonly search: boolean; readonly network: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    `img-src 'self' data:${network ? ' https: http:' : ''}`,
    "font-src 'self'",
    ...(search ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** A locale as Open Graph has it, with the region in which it is spoken most: `en_US`. */
const openGraph = remembered((locale) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region ? `${language}_${region}` : language;
});
