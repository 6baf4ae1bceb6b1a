import type { Catalogue, Entry, Rendering, Silencer, Statement } from '../catalogue.ts';
import { renderingsOf } from '../figures/comparing/renderings.ts';
import { statements } from '../figures/within/repeated.ts';
import type { Block, Document, Publication, Source, Suppression, Work } from '../model.ts';
import { pieces } from '../text/markup.ts';

/** What is kept of a document in its languages when it has been looked at. It holds nothing of the texts, and can be copied. */
export function entriesOf({ documents, source }: Work): readonly Entry[] {
  return documents.map((document) => entryOf(document, documents[0]?.locale === source ? documents[0] : undefined));
}

/** The same of one of them; `source` is what it was translated from, if that is there. */
export function entryOf(document: Document, source: Document | undefined): Entry {
  const { slug, locale, meta, links, blocks, suppressions } = document;
  return {
    source: { path: document.source.path },
    slug,
    locale,
    meta,
    links,
    figures: blocks.reduce((sum, block) => sum + block.figures.length, 0),
    statements: copied([...statements(document)]),
    renderings: source && source !== document ? copied(renderingsOf(source, document)) : [],
    silencers: silencersOf({ suppressions, blocks }),
  };
}

/** What was cut out of a text holds the whole of it; a copy does not, nor has it the fields that say nothing. */
function copied<T extends Rendering | Statement>(told: readonly T[]): readonly T[] {
  return JSON.parse(JSON.stringify(told));
}

/**
 * The entries by language, with all else that a publication has. `text` gives the document at a path as it is written, and
 * `body` its HTML; what was made of a text once is not made again.
 */
export function catalogueOf(
  {
    editions,
    ...rest
  }: Pick<Publication, 'source' | 'assets'> & {
    readonly editions: readonly Pick<Publication['editions'][number], 'locale' | 'strings'>[];
  },
  entries: readonly Entry[],
  { text, body }: Bodies,
): Catalogue {
  const byLocale = Map.groupBy(entries, ({ locale }) => locale);
  return {
    source: rest.source,
    assets: rest.assets,
    editions: editions.map(({ locale, strings }) => ({ locale, strings, documents: byLocale.get(locale) ?? [] })),
    anchors(path) {
      const source = text(path);
      if (!source) return NONE;
      const found = anchors.get(source) ?? anchorsIn(body(source));
      anchors.set(source, found);
      return found;
    },
  };
}

/** Where the pages of documents come from, for the few that a link leads into. */
export interface Bodies {
  text(path: string): Source | undefined;
  body(text: Source): string;
}

const NONE: ReadonlySet<string> = new Set();
const anchors = new WeakMap<Source, ReadonlySet<string>>();

/** Every id of the page's body: headings, notes and the author's own HTML. */
function anchorsIn(html: string): ReadonlySet<string> {
  const ids = pieces(html).map((piece) => (piece.kind === 'open' ? piece.attributes.id : undefined));
  return new Set(ids.filter((id) => id !== undefined));
}

/** The suppressions of a document, each with what it speaks of. */
export function silencersOf({ suppressions, blocks }: Pick<Document, 'suppressions' | 'blocks'>): Silencer[] {
  return suppressions.map((suppression) => silencer(suppression, blocks));
}

/** With the block that it stands in or before; before a table or list, all of that. */
function silencer(suppression: Suppression, blocks: readonly Block[]): Silencer {
  return { suppression, blocks: spokenOf(suppression, blocks).map(({ span }) => span) };
}

function spokenOf({ block: index, span }: Suppression, blocks: readonly Block[]): readonly Block[] {
  const block = blocks[index];
  if (!block) return [];
  const [container] = block.within;
  const opensContainer = container !== undefined && blocks[index - 1]?.within[0] !== container;
  const { start } = block.span;
  const isBefore = span.start.line < start.line || (span.start.line === start.line && span.start.column < start.column);
  return opensContainer && isBefore ? blocks.filter(({ within }) => within[0] === container) : [block];
}
