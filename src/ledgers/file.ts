import { setImmediate as breath } from 'node:timers/promises';
import { ledger } from '../figures/ledger.ts';
import { type Printed, withPages } from '../figures/printed.ts';
import type { Artifact } from '../made.ts';
import type { Ledger, LedgerEntry, Publication, Work } from '../model.ts';
import { inParts } from './json.ts';
import type { Places } from './places.ts';

/** What the ledger says of a document. */
export interface Told {
  readonly slug: string;
  readonly entries: readonly LedgerEntry[];
}

/** How a ledger is written, and who is told where each document stands in it. */
interface Form extends Pick<Ledger, 'source' | 'locales'> {
  readonly places?: Places;
}

/** And the ledger, for programs, as it is `told` by those who make pages; `finish` is called when they have. */
export async function* withLooked(
  all: AsyncGenerator<Artifact>,
  form: Form,
  told: Told[],
  finish: () => void,
): AsyncGenerator<Artifact> {
  const { begin, add, end } = written(form);
  yield begin;
  for await (const artifact of all) {
    yield artifact;
    for (const one of told.splice(0)) yield add(one);
  }
  finish();
  yield end();
}

/** The ledger, for programs, below `dist/`. */
export const LEDGER = 'figures.json';

/** And the ledger, for programs: with the pages of all PDFs, when they are made; in parts, for it is larger than all texts. */
export async function* withLedger(
  all: AsyncGenerator<Artifact>,
  form: Form,
  tell: () => Iterable<Told>,
): AsyncGenerator<Artifact> {
  yield* all;
  const { begin, add, end } = written(form);
  yield begin;
  for (const one of tell()) {
    yield add(one);
    await breath();
  }
  yield end();
}

/** The parts of the ledger's file, one behind the other. */
function written({ places, source, locales }: Form) {
  const { begin, add, end } = inParts({ source, locales });
  const piece = (text: string) => ({ path: LEDGER, locale: source, bytes: Buffer.from(text) });
  return {
    begin: piece(begin),
    add({ slug, entries }: Told): Artifact {
      const part = { source, locales, entries };
      const text = add(part);
      places?.note(slug, text, part);
      return { ...piece(text), continues: true };
    },
    end: (): Artifact => ({ ...piece(end()), continues: true }),
  };
}

/** What the ledger says of these documents, one at a time: what they say themselves is let go before the next. */
export function* ledgersOf(
  publication: Publication,
  works: Iterable<{ readonly work: Work }>,
  printed: readonly Printed[],
): Generator<Told> {
  const saying = Map.groupBy(
    printed.flatMap((pdf) => pdf.documents.map((path) => ({ path, pdf }))),
    ({ path }) => path,
  );
  const shown = new Map(
    publication.editions.flatMap(({ documents }) => documents.map((one) => [one.source.path, one])),
  );
  for (const { work } of works) {
    const { slug, documents } = work;
    const own = (locale: string) => documents.filter((document) => document.locale === locale);
    const part = {
      ...publication,
      editions: publication.editions.map((one) => ({ ...one, documents: own(one.locale) })),
    };
    const pdfs = new Set(documents.flatMap((one) => saying.get(one.source.path) ?? []).map(({ pdf }) => pdf));
    // What is printed of a translation may be its source's; where that is so, its own words stand on no page.
    const printedPart = {
      ...part,
      editions: part.editions.map((one) => ({
        ...one,
        documents: one.documents.map((document) => shown.get(document.source.path) ?? document),
      })),
    };
    yield { slug, entries: withPages(ledger(part), printedPart, [...pdfs]).entries };
  }
}
