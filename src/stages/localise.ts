import { withHeads } from '../figures/reading/heads.ts';
import { countingAll } from '../figures/reading/multiples.ts';
import { readFigures } from '../figures/reading/read.ts';
import type {
  Document,
  Edition,
  Figure,
  Finding,
  Loaded,
  LocaleSources,
  Publication,
  ReadFigure,
  Settings,
  Source,
  Strings,
  TextBlock,
  Work,
} from '../model.ts';
import { locate, parseMarkdown } from '../text/markdown.ts';
import { parseStrings } from '../text/strings.ts';

/** The files of one document, in the order of the editions. */
export interface WorkSources {
  readonly slug: string;
  readonly files: readonly { readonly locale: string; readonly file: Source }[];
}

/** A document in all its languages, read, and what its readers found on the way. */
export interface Localised {
  readonly work: Work;
  readonly findings: readonly Finding[];
}

/** Which file is which document; sorted by slug. */
export function worksOf({ locales }: Loaded): readonly WorkSources[] {
  const files = locales.flatMap(({ locale, documents }) => documents.map((file) => ({ locale, file })));
  const bySlug = Map.groupBy(files, ({ locale, file }) => slugOf(file, locale));
  return [...bySlug].map(([slug, own]) => ({ slug, files: own })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * Files → documents: each parsed once, the figures of each block read, everything with its place. Pure.
 * Throws UserError 2 where a text cannot be read at all.
 */
export function localise(
  { slug, files }: WorkSources,
  source: string,
  { multiples }: Pick<Settings, 'multiples'>,
): Localised {
  const findings: Finding[] = [];
  const said = multiples === 'strict' ? countingAll : (figure: ReadFigure) => figure;
  const documents = files.map(({ locale, file }) => documentOf(file, locale, said, findings));
  return { work: { slug, source, documents }, findings };
}

/**
 * The same, each document read when it is first asked for what it says. It is kept as long as memory allows, and by
 * `recent`, and read again when it is asked once more. `findings` are those of its readers.
 */
export function localiseLater(
  { slug, files }: WorkSources,
  source: string,
  { multiples, recent, figures = 'now' }: Pick<Settings, 'multiples'> & Reading,
): { readonly work: Work; findings(): readonly Finding[] } {
  const said = multiples === 'strict' ? countingAll : (figure: ReadFigure) => figure;
  const all = files.map(({ locale, file }) => laterOf(file, locale, { said, recent, figures }));
  return {
    work: { slug, source, documents: all.map(({ document }) => document) },
    findings: () => all.flatMap(({ findings }) => findings()),
  };
}

/** How documents are read that are read when they are asked for. */
interface Reading {
  readonly recent: Recent;
  /** `later`: the figures of a document when they are asked for in their turn, which takes most of the time. */
  readonly figures?: 'now' | 'later';
}

/** Holds what it was given last. */
export type Recent = (one: object) => void;

/** Holds the last so many. */
export function recent(count: number): Recent {
  const held: object[] = [];
  let next = 0;
  return (one) => {
    held[next] = one;
    next = (next + 1) % count;
  };
}

function laterOf(
  file: Source,
  locale: string,
  { said, recent, figures }: Required<Reading> & { readonly said: (figure: ReadFigure) => ReadFigure },
) {
  let kept: WeakRef<{ readonly document: Document; readonly findings: readonly Finding[] }> | undefined;
  const read = () => {
    const known = kept?.deref();
    if (known) return known;
    const findings: Finding[] = [];
    const now = { document: documentOf(file, locale, said, findings, figures), findings };
    kept = new WeakRef(now);
    recent(now);
    return now;
  };
  const document: Document = {
    source: file,
    slug: slugOf(file, locale),
    locale,
    get meta() {
      return read().document.meta;
    },
    get blocks() {
      return read().document.blocks;
    },
    get links() {
      return read().document.links;
    },
    get suppressions() {
      return read().document.suppressions;
    },
    get outline() {
      return read().document.outline;
    },
    body: () => read().document.body(),
  };
  return { document, findings: () => read().findings };
}

/** The documents by language, with all else that a publication has. */
export function bind({ locales, assets }: Loaded, settings: Settings, works: readonly Work[]): Publication {
  const all = Map.groupBy(
    works.flatMap(({ documents }) => documents),
    ({ locale }) => locale,
  );
  const editions = locales.map((sources): Edition => {
    return { locale: sources.locale, documents: all.get(sources.locale) ?? [], strings: stringsOf(sources) };
  });
  return { settings, source: sourceOf(locales), editions, assets };
}

/** The language that the others are translated from. */
export function sourceOf([first]: readonly LocaleSources[]): string {
  return first?.locale ?? 'en';
}

/** A language without strings has an empty file where its own would stand. */
export function stringsOf({ locale, strings }: LocaleSources): Strings {
  return strings
    ? parseStrings(strings)
    : { source: { path: `content/${locale}/strings.json`, text: '' }, entries: {} };
}

/** The HTML of one file, as its document has it. */
export function bodyOf(file: Source, locale: string): string {
  return parseMarkdown(file, { locale, slug: slugOf(file, locale) }).document.body();
}

function slugOf({ path }: Source, locale: string): string {
  return path.slice(`content/${locale}/`.length, -'.md'.length);
}

function documentOf(
  file: Source,
  locale: string,
  said: (figure: ReadFigure) => ReadFigure,
  findings: Finding[],
  when: 'now' | 'later' = 'now',
): Document {
  const { document, blocks, findings: own } = parseMarkdown(file, { locale, slug: slugOf(file, locale) });
  for (const finding of own) findings.push(finding);
  const read = (): readonly (readonly Figure[])[] => {
    const figures = withHeads(
      blocks,
      blocks.map(({ text }) => readFigures(text, locale).map(said)),
      locale,
    );
    return blocks.map((block, i) => placed(block, figures[i] ?? [], file));
  };
  if (when === 'now') {
    const figures = read();
    return { ...document, blocks: blocks.map((block, i) => ({ ...block, figures: figures[i] ?? [] })) };
  }
  let known: readonly (readonly Figure[])[] | undefined;
  return {
    ...document,
    blocks: blocks.map((block, i) => ({
      ...block,
      get figures() {
        known ??= read();
        return known[i] ?? [];
      },
    })),
  };
}

/** The figures of a block, each at its place in the file. */
function placed(block: TextBlock, figures: readonly ReadFigure[], source: Source): readonly Figure[] {
  return figures.map((figure) => ({ ...figure, span: locate(block, source, figure.start, figure.end) }));
}
