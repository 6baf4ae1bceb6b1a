import type { Figure, Ledger, Publication } from '../model.ts';

/** Where a PDF says the figures of its documents. */
export interface Printed {
  /** Path below `dist/`. */
  readonly path: string;
  /** Source paths of its documents. */
  readonly documents: readonly string[];
  /** For each document, for each figure of its blocks in order: the pages where it is said; none where it is not. */
  readonly pages: readonly (readonly (readonly number[])[])[];
}

/** The ledger with the pages on which each PDF says each figure; PDFs by their paths, in order. */
export function withPages(ledger: Ledger, { editions }: Publication, printed: readonly Printed[]): Ledger {
  const documents = new Map(editions.flatMap((edition) => edition.documents.map((one) => [one.source.path, one])));
  const pages = new Map<Figure, Record<string, readonly number[]>>();
  for (const pdf of [...printed].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    for (const [n, source] of pdf.documents.entries()) {
      const figures = documents.get(source)?.blocks.flatMap((block) => block.figures) ?? [];
      for (const [i, figure] of figures.entries()) {
        const own = pdf.pages[n]?.[i] ?? [];
        if (own.length > 0) pages.set(figure, { ...pages.get(figure), [pdf.path]: own });
      }
    }
  }
  const entries = ledger.entries.map((entry) => ({
    ...entry,
    says: entry.says.map((saying) => {
      const own = saying.figure && pages.get(saying.figure);
      return own ? { ...saying, pages: own } : saying;
    }),
  }));
  return { ...ledger, entries };
}
