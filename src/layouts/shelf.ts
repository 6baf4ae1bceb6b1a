import type { Document, Publication } from '../model.ts';
import { byDate } from '../text/scope.ts';

/** The documents of a publication as readers look for them: by their slugs, and in the order of an index. */
export interface Shelf {
  /** A document in its languages, by locale. */
  of(slug: string): ReadonlyMap<string, Document>;
  /** What the index of a language lists, in its order; what the language lacks, as its source has it, where that is shown. */
  listed(locale: string): readonly Document[];
  /** The document of that slug in a language, or as its source has it, where that is shown. */
  shown(slug: string, locale: string): Document | undefined;
  /** Those before and behind a document in the index of that language. */
  beside(slug: string, locale: string): { readonly before?: Document; readonly behind?: Document };
}

export function shelve({ editions, source, settings }: Publication): Shelf {
  const bySlug = new Map<string, Map<string, Document>>();
  for (const { locale, documents } of editions) {
    for (const document of documents) {
      const known = bySlug.get(document.slug) ?? new Map<string, Document>();
      bySlug.set(document.slug, known.set(locale, document));
    }
  }
  const of = (slug: string) => bySlug.get(slug) ?? NOWHERE;
  const shown = (slug: string, locale: string) =>
    of(slug).get(locale) ?? (settings.site.untranslated === 'show' ? of(slug).get(source) : undefined);
  const lists = new Map<string, { readonly documents: readonly Document[]; readonly turns: Map<string, number> }>();
  const listOf = (locale: string) => {
    const known = lists.get(locale);
    if (known) return known;
    const documents = [...bySlug.keys()].flatMap((slug) => shown(slug, locale) ?? []).sort(byDate);
    const made = { documents, turns: new Map(documents.map(({ slug }, turn) => [slug, turn])) };
    lists.set(locale, made);
    return made;
  };
  return {
    of,
    shown,
    listed: (locale) => listOf(locale).documents,
    beside(slug, locale) {
      const { documents, turns } = listOf(locale);
      const turn = turns.get(slug) ?? Number.NaN;
      const [before, behind] = [documents[turn - 1], documents[turn + 1]];
      return { ...(before && { before }), ...(behind && { behind }) };
    },
  };
}

const NOWHERE: ReadonlyMap<string, Document> = new Map();
