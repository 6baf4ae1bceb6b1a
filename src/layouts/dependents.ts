import type { Document, Publication } from '../model.ts';
import { output } from '../text/place.ts';
import { shelve } from './shelf.ts';

/** Output paths below `dist/`: of pages of the site, and of PDFs. */
export interface Dependents {
  readonly pages: ReadonlySet<string>;
  readonly pdfs: ReadonlySet<string>;
}

/**
 * What is made otherwise than `before`, where nothing but the texts of some documents is another: a document's page, and, if it
 * is of the source, those in other languages (its text where they lack one, notices, anchors); its PDFs; where its front
 * matter is another, also what lists or names it.
 */
export function dependents(before: Publication, now: Publication): Dependents {
  const { editions, settings, source } = now;
  const old = new Map(before.editions.flatMap(({ documents }) => documents).map((one) => [one.source.path, one]));
  const changed = editions.flatMap(({ documents }) => documents).filter((one) => old.get(one.source.path) !== one);
  const tags = editions.map(({ locale }) => locale);
  const rows = settings.parallel ?? tags.filter((tag) => tag !== source).map((tag) => [source, tag]);
  const pdfs = ({ locale, slug }: Document) => [
    output.pdf(locale, slug),
    output.edition(locale),
    ...rows.filter((row) => row.includes(locale)).map((row) => output.parallel(slug, row)),
  ];
  const isListed = changed.some(({ meta, source: { path } }) => !isSame(meta, old.get(path)?.meta));
  return {
    pages: new Set([
      ...changed.flatMap(({ slug, locale }) =>
        (locale === source ? tags : [locale]).map((tag) => output.page(tag, slug)),
      ),
      ...(isListed ? ['sitemap.xml', ...tags.flatMap((tag) => [output.index(tag), output.feed(tag)])] : []),
      ...(isListed ? beside(before, now) : []),
    ]),
    pdfs: new Set(settings.outputs.some((one) => one !== 'html') ? changed.flatMap(pdfs) : []),
  };
}

/** The pages of the documents that have others before or behind them than they had, or these another title. */
function* beside(before: Publication, now: Publication): Generator<string> {
  const [old, fresh] = [shelve(before), shelve(now)];
  for (const { locale } of now.editions) {
    for (const { slug } of fresh.listed(locale)) {
      const [was, is] = [old, fresh].map((shelf) => {
        const { before: earlier, behind } = shelf.beside(slug, locale);
        return [earlier, behind].map((one) => [one?.slug, one?.meta.title]);
      });
      if (!isSame(was, is)) yield output.page(locale, slug);
    }
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
