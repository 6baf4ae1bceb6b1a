import { align } from '../figures/comparing/align.ts';
import type { Page } from '../made.ts';
import type { Document } from '../model.ts';
import { chapterId } from '../text/chapter.ts';
import { direction } from '../text/direction.ts';
import { output } from '../text/place.ts';
import { partsOf, rowsOf } from '../text/rows.ts';
import { pageScope } from '../text/scope.ts';
import { mayBeLong, onOnePaper } from './paper.ts';
import { isWanted, type Work } from './work.ts';

/** Each document in the languages that stand side by side, block beside block; it is of the edition of the last of them. */
export async function* parallelPages(work: Work): AsyncGenerator<Page> {
  const { publication, edition } = work;
  const { settings, source, editions } = publication;
  const all = settings.parallel ?? (edition.locale === source ? [] : [[source, edition.locale]]);
  const rows = all.filter((tags) => tags.at(-1) === edition.locale);
  const others = editions.filter(({ locale }) => rows.some((tags) => tags.includes(locale)));
  const documents = new Map(
    others.flatMap(({ locale, documents }) => documents.map((one) => [`${locale}/${one.slug}`, one] as const)),
  );
  for (const { slug } of edition.documents) {
    for (const row of rows) {
      const beside = row.flatMap((tag) => documents.get(`${tag}/${slug}`) ?? []);
      const path = output.parallel(slug, row);
      if (beside.length === row.length && isWanted(work, path)) yield await parallelPage(beside, work);
    }
  }
}

/** `documents`: at least two, from left to right; what answers to what is asked of the first and each further one. */
async function parallelPage(documents: readonly Document[], work: Work): Promise<Page> {
  const { publication, edition, voice, voices, theme } = work;
  const { locale } = edition;
  const [first, ...others] = documents;
  const last = documents.at(-1);
  if (!first || !last) throw new RangeError('nothing to stand side by side');
  const { slug, meta } = last;
  const locales = documents.map((document) => document.locale);
  const path = output.parallel(slug, locales);
  const { texts, assets, shows } = await onOnePaper(
    documents.map((document, n) => ({
      document,
      work: { ...work, voice: voices.get(document.locale) ?? voice },
      chapter: { id: chapterId(n + 1), all: new Map() },
    })),
  );
  const columns = texts.map((text, n) => {
    const tag = locales[n] ?? locale;
    return { ...text, ...columnOf(tag, work), contents: (voices.get(tag) ?? voice).t('article.contents') };
  });
  const parts = documents.map(({ blocks }, n) =>
    partsOf(
      columns[n]?.body ?? '',
      blocks.map(({ kind, text }) => (kind === 'meta' ? '' : text)),
    ),
  );
  const pairs = others.map(({ blocks }) => align(first.blocks, blocks));
  const rows = rowsOf(parts, pairs).map((row) =>
    columns.map(({ locale, direction, look }, n) => ({ locale, direction, look, html: row[n] ?? '' })),
  );
  const contents = mayBeLong(documents, publication.settings.contents);
  const entries = contents === false ? [] : entriesOf(rows, columns);
  const scope = { ...pageScope(publication, voice, path, slug), columns, rows, contents, entries };
  const html = await theme.render('parallel.liquid', voice, scope);
  const page = { format: 'pdf', path, locale, title: meta.title, html, assets, shows, slug };
  return { ...page, beside: locales.slice(0, -1), ...(meta.date && { date: meta.date }) };
}

/** A heading in each language that has it, for the contents: rows begin with headings, and one page is that of a row. */
function entriesOf(
  rows: readonly (readonly { readonly html: string }[])[],
  columns: readonly Pick<Document, 'outline'>[],
) {
  const known = columns.map(({ outline }) => new Map(outline.map((entry) => [entry.id, entry])));
  return rows.flatMap((row) => {
    const heads = row.map(({ html }, n) => known[n]?.get(HEAD.exec(html)?.[1] ?? '') ?? null);
    const head = heads.find((one) => one !== null);
    return head ? [{ id: head.id, level: head.level, heads }] : [];
  });
}

const HEAD = /<h[1-6](?: [^>]*)? id="([^"]*)"/;

/**
 * Each language in its own typefaces. Those of the page's own have no tag in their names; they have every character of the
 * page, and come behind the others for words in a script that is not a column's own.
 */
function columnOf(locale: string, { voices, edition }: Work) {
  const families = (role: string) => (locale === edition.locale ? `"${role}"` : `"${role} ${locale}","${role}"`);
  const faces = `--text:${families('Hexapla Text')},serif;--heads:${families('Hexapla Heads')},sans-serif`;
  return { locale, direction: direction(locale), look: [faces, voices.get(locale)?.look].filter(Boolean).join(';') };
}
