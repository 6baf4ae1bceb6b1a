import { align } from '../figures/comparing/align.ts';
import type { Document, Page } from '../model.ts';
import { chapterId } from '../text/chapter.ts';
import { output } from '../text/place.ts';
import { partsOf, rowsOf } from '../text/rows.ts';
import { direction, pageScope } from '../text/scope.ts';
import { onOnePaper } from './paper.ts';
import type { Work } from './work.ts';

/** Each document of a translation beside its source, block beside block. */
export async function* parallelPages(work: Work): AsyncGenerator<Page> {
  const { publication, edition } = work;
  const sources = publication.editions.find(({ locale }) => locale === publication.source)?.documents ?? [];
  for (const document of edition.documents) {
    const source = sources.find(({ slug }) => slug === document.slug);
    if (source && source !== document) yield await parallelPage([source, document], work);
  }
}

async function parallelPage(documents: readonly [Document, Document], work: Work): Promise<Page> {
  const { publication, voice, voices, theme } = work;
  const [source, target] = documents;
  const { locale, slug, meta } = target;
  const path = output.parallel(slug, [source.locale, locale]);
  const { texts, assets, shows } = await onOnePaper(
    documents.map((document, n) => ({
      document,
      work: { ...work, voice: voices.get(document.locale) ?? voice },
      chapter: { id: chapterId(n + 1), all: new Map() },
    })),
  );
  const columns = texts.map((text, n) => ({ ...text, ...columnOf(documents[n]?.locale ?? locale, work) }));
  const parts = documents.map(({ blocks }, n) =>
    partsOf(
      columns[n]?.body ?? '',
      blocks.map(({ kind, text }) => (kind === 'meta' ? '' : text)),
    ),
  );
  const cells = rowsOf(parts, [align(source.blocks, target.blocks)]);
  const rows = cells.map((row) =>
    columns.map(({ locale, direction, look }, n) => ({ locale, direction, look, html: row[n] ?? '' })),
  );
  const scope = { ...pageScope(publication, voice, path, slug), columns, rows };
  const html = await theme.render('parallel.liquid', voice, scope);
  const page = { format: 'pdf', path, locale, title: meta.title, html, assets, shows, slug, beside: [source.locale] };
  return { ...page, ...(meta.date && { date: meta.date }) };
}

/** Each language in its own typefaces; those of the page's own have no tag in their names. */
function columnOf(locale: string, { voices, edition }: Work) {
  const tag = locale === edition.locale ? '' : ` ${locale}`;
  const faces = `--text:"Hexapla Text${tag}",serif;--heads:"Hexapla Heads${tag}",sans-serif`;
  return { locale, direction: direction(locale), look: [faces, voices.get(locale)?.look].filter(Boolean).join(';') };
}
