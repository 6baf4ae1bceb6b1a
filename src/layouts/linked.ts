import type { Document, Publication } from '../model.ts';
import { address, output } from '../text/place.ts';

/** What a document is to programs that look for articles: schema.org's Article as JSON-LD, for a `<script>` of that type. */
export function articleData(
  { publication, name, locale, translations }: About,
  { meta, slug, locale: own }: Document,
): string {
  const { settings, source } = publication;
  const { url } = settings.site;
  const at = (tag: string) => url && address(url, output.page(tag, slug));
  const named = (tag: string) => ({ '@type': 'Article', '@id': at(tag), inLanguage: tag });
  const others = translations.filter((tag) => tag !== source && tag !== own);
  return json({
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': at(own),
    url: at(own),
    headline: meta.title,
    inLanguage: own,
    datePublished: meta.date,
    dateModified: meta.revised,
    description: meta.abstract,
    author: meta.author && { '@type': 'Person', name: meta.author },
    isPartOf: {
      '@type': 'Periodical',
      name,
      url: url && address(url, output.index(locale)),
    },
    ...(own !== source && translations.includes(source) && { translationOfWork: named(source) }),
    ...(own === source && others.length > 0 && { workTranslation: others.map(named) }),
  });
}

/** What is known besides the document: the languages that have it, and the publication's name in the page's. */
interface About {
  readonly publication: Pick<Publication, 'settings' | 'source'>;
  readonly name: string;
  readonly locale: string;
  readonly translations: readonly string[];
}

/** JSON that can stand in a script: nothing in it ends that. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
