import { readsFigures } from '../locales/index.ts';
import type { Document, Edition, Figure, Ledger, LedgerEntry, Publication, Saying, SayingState } from '../model.ts';
import { type Compared, compareDocuments } from './comparing/documents.ts';

/**
 * Every figure of a publication, in the order of its documents and of the source text, with what each edition says of
 * it. What only a translation says stands behind the figures of its document.
 */
export function ledger({ editions, source }: Publication): Ledger {
  const original = editions.find(({ locale }) => locale === source);
  const others = editions.filter(({ locale }) => locale !== source);
  const entries = (original?.documents ?? []).flatMap((document) => entriesOf(document, others));
  return { source, locales: editions.map(({ locale }) => locale), entries };
}

function entriesOf(document: Document, editions: readonly Edition[]): readonly LedgerEntry[] {
  const figures = document.blocks.flatMap((block) => block.figures);
  const compared = editions.map(({ locale, documents }) => {
    const target = documents.find(({ slug }) => slug === document.slug);
    const reads = readsFigures(locale) && readsFigures(document.locale);
    return { locale, passages: target && reads ? compareDocuments(document, target) : undefined };
  });
  const states = compared.map(({ locale, passages }) => ({ locale, found: passages && sayings(passages) }));
  const own = figures.map((figure) =>
    entry(document, figure, [
      { locale: document.locale, state: 'source', figure },
      ...states.map(({ locale, found }): Saying => {
        if (!found) return { locale, state: 'unread' };
        return { locale, ...(found.get(figure) ?? { state: figure.soft ? 'free' : 'elsewhere' }) };
      }),
    ]),
  );
  const added = compared.flatMap(({ locale, passages = [] }) =>
    passages
      .flatMap(({ differences }) => differences)
      .flatMap(({ slip, target }) => (slip === 'extra' && target ? [target] : []))
      .map((figure) => entry(document, figure, [{ locale, state: 'extra', figure }])),
  );
  return [...own, ...added];
}

function entry({ slug }: Document, figure: Figure, says: readonly Saying[]): LedgerEntry {
  return { slug, figure, says };
}

/** What a translation says of each figure of its source. */
function sayings(passages: readonly Compared[]): ReadonlyMap<Figure, Omit<Saying, 'locale'>> {
  const found = new Map<Figure, Omit<Saying, 'locale'>>();
  for (const { matches, moved, differences, swaps } of passages) {
    for (const { source, target } of [...matches, ...moved]) found.set(source, { state: 'agrees', figure: target });
    for (const { slip, source, target } of differences) {
      if (!source) continue;
      const state: SayingState = slip === 'missing' || slip === 'converted' ? slip : 'differs';
      found.set(source, target ? { state, figure: target } : { state });
    }
    for (const { source, target } of swaps.flatMap(({ first, second }) => [first, second])) {
      found.set(source, { state: 'differs', figure: target });
    }
  }
  return found;
}
