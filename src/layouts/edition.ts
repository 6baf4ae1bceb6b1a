import { fontsOf } from '../locales/index.ts';
import type { Page } from '../made.ts';
import type { Edition, Settings } from '../model.ts';
import { chapterId } from '../text/chapter.ts';
import { output } from '../text/place.ts';
import { byDate, pageScope } from '../text/scope.ts';
import { UserError } from '../trouble.ts';
import { onOnePaper } from './paper.ts';
import type { Work } from './work.ts';

/** All documents of an edition as the chapters of one, in the order of its index, between a cover and a colophon. */
export async function editionPage(work: Work): Promise<Page> {
  const { publication, edition, voice, theme } = work;
  const { locale } = edition;
  refuseNamesake(edition);
  const documents = [...edition.documents].sort(byDate);
  const all = new Map(documents.map(({ slug }, n) => [slug, chapterId(n + 1)]));
  const idOf = ({ slug }: { readonly slug: string }) => all.get(slug) ?? '';
  const { texts, assets, shows } = await onOnePaper(
    documents.map((document) => ({ document, work, chapter: { id: idOf(document), all } })),
  );
  const chapters = texts.map((text) => ({ ...text, id: idOf(text) }));
  const path = output.edition(locale);
  const date = documents.map(({ meta }) => meta.date ?? '').reduce((a, b) => (a > b ? a : b), '');
  const scope = {
    ...pageScope(publication, voice, path),
    chapters,
    contents: chapters.flatMap(({ id, title, outline }) => [
      { level: 1, id, text: title },
      ...outline.filter(({ level }) => level === 2),
    ]),
    edition: about(work, date),
  };
  const html = await theme.render('edition.liquid', voice, scope);
  const page = { format: 'pdf', path, locale, title: scope.publication.name, html, assets, shows };
  return { ...page, ...(date && { date }) };
}

/** What cover and colophon say; what is not there is null, so that a template can ask for it. */
function about({ publication: { settings }, edition: { locale }, host }: Work, date: string) {
  const { version = null, fonts } = settings;
  return { date: date || null, version, commit: host.revision ?? null, fonts: typefaces(locale, fonts) };
}

function refuseNamesake({ locale, documents }: Edition): void {
  const namesake = documents.find(({ slug }) => output.pdf(locale, slug) === output.edition(locale));
  if (!namesake) return;
  throw new UserError(
    `${namesake.source.path}: its PDF would be the file of the whole edition, ${output.edition(locale)}`,
    'Give the document another name, or take “edition” out of the outputs in hexapla.yaml.',
  );
}

/** Names of typefaces by their packages: `@expo-google-fonts/noto-serif-sc` is Noto Serif SC. */
function typefaces(locale: string, fonts: Settings['fonts']): readonly string[] {
  const { text, heads } = fontsOf(locale, fonts);
  return [...new Set([...text, ...heads].map(typeface))];
}

function typeface(name: string): string {
  const words = name.replace(/^.*\//, '').split('-');
  // Two letters name a script: SC, TC, JP.
  return words
    .map((word) => (word.length === 2 ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}
