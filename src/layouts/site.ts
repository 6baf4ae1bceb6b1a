import type { Page } from '../made.ts';
import type { Document, Publication } from '../model.ts';
import { escaped, escapedAttribute } from '../text/markup.ts';
import { address, output } from '../text/place.ts';
import type { Shelf } from './shelf.ts';
import { siteScope } from './sitescope.ts';
import { isWanted, type Work } from './work.ts';

/**
 * What a site has besides its texts: for each language a page for what is not there and a feed; once, with the source's, the
 * page at the root, `robots.txt` and the sitemap. Feeds and sitemaps hold whole addresses, which only the settings know.
 */
export async function* wholeSite(work: Work): AsyncGenerator<Page> {
  const { publication, edition, shelf } = work;
  const { locale } = edition;
  const { url } = publication.settings.site;
  const wants = (path: string) => isWanted(work, path);
  if (wants(output.lost(locale))) yield await lostPage(work, output.lost(locale));
  if (url && wants(output.feed(locale)) && shelf.listed(locale).length > 0)
    yield file(work, output.feed(locale), feed(work, url));
  if (locale !== publication.source) return;
  if (wants(output.root)) yield await rootPage(work);
  if (wants(output.lost())) yield await lostPage(work, output.lost());
  // What programs read is made whole: nobody looks at a part of it.
  if (!url || (work.only && ![...work.only].some((path) => WHOLE.test(path)))) return;
  yield file(work, 'robots.txt', `User-agent: *\nAllow: /\n\nSitemap: ${address(url, 'sitemap.xml')}\n`);
  for (const [path, text] of sitemaps(publication, shelf, url)) yield file(work, path, text);
}

const WHOLE = /^(?:robots\.txt|sitemap[-\d]*\.xml)$/;

async function lostPage(work: Work, path: string): Promise<Page> {
  const { voice, theme, edition } = work;
  const scope = siteScope(work, path, { anywhere: true });
  const html = await theme.render('404.liquid', voice, scope);
  return { format: 'html', path, locale: edition.locale, title: scope.publication.name, html, assets: {} };
}

/** Readers come here without having said which language they read. */
async function rootPage(work: Work): Promise<Page> {
  const { voices, voice, theme, edition } = work;
  const site = siteScope(work, output.root, { canonical: output.root });
  const named = site.languages.map((one) => {
    const own = voices.get(one.locale);
    return { ...one, name: own ? own.set(own.t('publication.name')) : site.publication.name };
  });
  const html = await theme.render('root.liquid', voice, { ...site, languages: named });
  const { locale } = edition;
  return { format: 'html', path: output.root, locale, title: site.publication.name, html, assets: {} };
}

/** A file for programs. */
function file({ edition }: Work, path: string, text: string): Page {
  return { format: 'html', path, locale: edition.locale, title: path, html: text, assets: {}, plain: true };
}

/** Atom (RFC 4287). Documents without a date are in no order of time, and stay out. */
function feed({ publication, edition, voice, shelf }: Work, url: string): string {
  const { locale } = edition;
  const [home, own] = [address(url, output.index(locale)), address(url, output.feed(locale))];
  const dated = shelf.listed(locale).filter((document) => document.locale === locale && changed(document));
  const last = dated.map(changed).reduce((a, b) => (a > b ? a : b), '');
  const name = voice.t('publication.name');
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapedAttribute(locale)}">
<title>${escaped(name)}</title>
<id>${escaped(home)}</id>
<link rel="self" type="application/atom+xml" href="${escapedAttribute(own)}"/>
<link rel="alternate" type="text/html" href="${escapedAttribute(home)}"/>
<updated>${last || EPOCH}T00:00:00Z</updated>
<author><name>${escaped(name)}</name></author>
${dated.map((document) => entry(document, publication, url)).join('')}</feed>
`;
}

/** A feed without entries has to have been changed some time, too. */
const EPOCH = '1970-01-01';

function entry(document: Document, { settings }: Publication, url: string): string {
  const { meta, slug, locale } = document;
  const page = address(url, output.page(locale, slug));
  const pdf = settings.outputs.includes('pdf') ? address(url, output.pdf(locale, slug)) : undefined;
  const lines = [
    `<title>${escaped(meta.title)}</title>`,
    `<id>${escaped(page)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapedAttribute(page)}"/>`,
    pdf && `<link rel="related" type="application/pdf" href="${escapedAttribute(pdf)}"/>`,
    meta.date && `<published>${meta.date}T00:00:00Z</published>`,
    `<updated>${changed(document)}T00:00:00Z</updated>`,
    meta.author && `<author><name>${escaped(meta.author)}</name></author>`,
    meta.section && `<category term="${escapedAttribute(meta.section)}"/>`,
    meta.abstract && `<summary>${escaped(meta.abstract)}</summary>`,
  ];
  return `<entry>\n${lines.filter(Boolean).join('\n')}\n</entry>\n`;
}

function changed({ meta }: Document): string {
  return meta.revised ?? meta.date ?? '';
}

/** How many addresses a sitemap may hold (sitemaps.org). */
const MOST = 50_000;

/** The sitemap, with each page's alternates; a very large one in parts, and an index of them in its place. */
function* sitemaps(publication: Publication, shelf: Shelf, url: string): Generator<readonly [string, string]> {
  const entries = publication.editions.flatMap(({ locale, documents }) => [
    located(locale, {
      tags: publication.editions.map((one) => one.locale),
      at: (tag) => address(url, output.index(tag)),
    }),
    ...documents.map((document) =>
      located(locale, {
        tags: [...shelf.of(document.slug).keys()],
        at: (tag) => address(url, output.page(tag, document.slug)),
        changed: changed(document),
      }),
    ),
  ]);
  const parts = Math.ceil(entries.length / MOST);
  if (parts <= 1) return yield ['sitemap.xml', urlset(entries)];
  const names = Array.from({ length: parts }, (_, n) => `sitemap-${n + 1}.xml`);
  for (const [n, name] of names.entries()) yield [name, urlset(entries.slice(n * MOST, (n + 1) * MOST))];
  const items = names.map((name) => `<sitemap><loc>${escaped(address(url, name))}</loc></sitemap>\n`);
  yield ['sitemap.xml', `${XML}<sitemapindex xmlns="${SITEMAP}">\n${items.join('')}</sitemapindex>\n`];
}

/** A page in its languages. */
interface Place {
  readonly tags: readonly string[];
  at(tag: string): string;
  readonly changed?: string;
}

function located(locale: string, { tags, at, changed: day = '' }: Place): string {
  const others = tags.length > 1 ? tags : [];
  const alternates = others.map(
    (tag) => `<xhtml:link rel="alternate" hreflang="${escapedAttribute(tag)}" href="${escapedAttribute(at(tag))}"/>`,
  );
  const lastmod = day && `<lastmod>${day}</lastmod>`;
  return `<url><loc>${escaped(at(locale))}</loc>${lastmod}${alternates.join('')}</url>\n`;
}

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';
const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function urlset(entries: readonly string[]): string {
  return `${XML}<urlset xmlns="${SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`;
}
