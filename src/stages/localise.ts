import { Former, isInPlace, readAgain } from '../figures/former.ts';
import { withHeads } from '../figures/reading/context/heads.ts';
import { countingAll } from '../figures/reading/context/multiples.ts';
import { readFigures } from '../figures/reading/read.ts';
import { answering } from '../figures/saying/answer.ts';
import type {
  Block,
  Document,
  Edition,
  Figure,
  Finding,
  Loaded,
  LocaleSources,
  Publication,
  ReadFigure,
  ReadingSettings,
  Settings,
  Source,
  Strings,
  TextBlock,
  Work,
} from '../model.ts';
import { borrowing } from '../text/borrowed.ts';
import { readMeta } from '../text/frontmatter.ts';
import { keyMark } from '../text/keymarks.ts';
import { textAt } from '../text/mapped.ts';
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

/** The same that is read when it is asked for. */
export interface Later {
  readonly work: Work;
  findings(): readonly Finding[];
}

/** What a publication declares once for all its texts. */
export function declaredIn({
  keyFigures,
  terms,
}: Pick<Settings, 'keyFigures' | 'terms'>): Pick<Settings, 'keyFigures' | 'terms'> {
  return { ...(keyFigures && { keyFigures }), ...(terms && { terms }) };
}

/** Which file is which document; sorted by slug. */
export function worksOf({ locales }: Loaded): readonly WorkSources[] {
  const files = locales.flatMap(({ locale, documents }) => documents.map((file) => ({ locale, file })));
  const bySlug = Map.groupBy(files, ({ locale, file }) => slugOf(file, locale));
  return [...bySlug].map(([slug, own]) => ({ slug, files: own })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** The works in shares of about the same weight, at least `enough` characters of text, the last may have less. */
export function inShares(works: readonly WorkSources[], enough: number): readonly (readonly WorkSources[])[] {
  const shares: WorkSources[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const work of works) {
    if (weight >= enough) {
      shares.push([]);
      weight = 0;
    }
    shares.at(-1)?.push(work);
    weight += weightOf(work);
  }
  return shares;
}

/** In characters of text. */
export function weightOf({ files }: WorkSources): number {
  return files.reduce((sum, { file }) => sum + (file.length ?? file.text.length), 0);
}

/**
 * Files → documents: each parsed once, the figures of each block read, everything with its place. Pure.
 * Throws UserError 2 where a text cannot be read at all.
 */
export function localise({ slug, files }: WorkSources, source: string, settings: ReadingSettings): Localised {
  const { multiples, keyFigures } = settings;
  const findings: Finding[] = [];
  const said = multiples === 'strict' ? countingAll : (figure: ReadFigure) => figure;
  const documents = files.map(({ locale, file }) => documentOf(file, locale, { said, keyFigures }, findings));
  return { work: { slug, source, documents, ...declaredIn(settings) }, findings };
}

/**
 * The same, each document read when it is first asked for what it says. It is kept as long as memory allows, and by
 * `recent`, and read again when it is asked once more. `findings` are those of its readers. `before` gives the blocks of
 * a file as it was read before a change, if they are at hand: figures of what says the same are not read again.
 */
export function localiseLater({ slug, files }: WorkSources, source: string, manner: ReadingSettings & Manner): Later {
  const { multiples, keyFigures, recent, figures = 'now', before = () => [], metaAt = () => undefined } = manner;
  const said = multiples === 'strict' ? countingAll : (figure: ReadFigure) => figure;
  const how = { said, keyFigures, recent, figures, before, metaAt };
  const documents = files.map(({ locale, file }) => new LaterDocument(file, locale, how));
  return {
    work: { slug, source, documents, ...declaredIn(manner) },
    findings: () => documents.flatMap((document) => document.read().findings),
  };
}

/** How documents are read that are read when they are asked for. */
interface Manner extends Partial<Reading> {
  readonly recent: Recent;
  /** What is known already of the front matter of the file at this path. */
  metaAt?(path: string): Document['meta'] | undefined;
}

interface Reading {
  /** `later`: the figures of a document when they are asked for in their turn, which takes most of the time. */
  readonly figures: 'now' | 'later';
  before(): Blocks;
}

type Blocks = readonly Block[];

/** A document as it was read, with what its readers found. */
export interface Read {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Holds what it was given last. */
export type Recent = (one: Read) => void;

/** Holds the last so many. */
export function recent(count: number): Recent {
  const held: object[] = [];
  let next = 0;
  return (one) => {
    held[next] = one;
    next = (next + 1) % count;
  };
}

type Said = (figure: ReadFigure) => ReadFigure;

/** What is made of figures that are read, and what texts say where they ask for key figures. */
interface Saying {
  readonly said: Said;
  readonly keyFigures: Settings['keyFigures'];
}

/** Of many documents each takes little room until it is asked for what it says, and again thereafter. */
class LaterDocument implements Document {
  readonly source: Source;
  readonly slug: string;
  readonly locale: string;
  readonly #how: How;
  #meta: Document['meta'] | undefined;
  #kept: WeakRef<Read> | undefined;

  constructor(file: Source, locale: string, how: How) {
    this.source = file;
    this.slug = slugOf(file, locale);
    this.locale = locale;
    this.#how = how;
  }

  read(): Read {
    const known = this.#kept?.deref();
    if (known) return known;
    const findings: Finding[] = [];
    const now = { document: documentOf(this.source, this.locale, this.#how, findings, this.#how), findings };
    this.#kept = new WeakRef(now);
    this.#how.recent(now);
    return now;
  }

  /** Asked for by all pages that list it or stand beside it. */
  get meta() {
    this.#meta ??= this.#how.metaAt(this.source.path) ?? alone(this.#metaAlone() ?? this.read().document.meta);
    return this.#meta;
  }

  #metaAlone() {
    const { locale } = this;
    return readMeta(inHand(this.source), { answer: answering(this.#how.keyFigures, locale), locale });
  }

  get blocks() {
    return this.read().document.blocks;
  }

  get links() {
    return this.read().document.links;
  }

  get suppressions() {
    return this.read().document.suppressions;
  }

  get outline() {
    return this.read().document.outline;
  }

  body(): string {
    return this.read().document.body();
  }
}

type How = Required<Manner> & Saying;

/** The same of its own: a piece of a text, as V8 cuts it, keeps all of the text. */
function alone(meta: Document['meta']): Document['meta'] {
  return structuredClone(meta);
}

/** The documents by language, with all else that a publication has. */
export function bind({ locales, assets }: Loaded, settings: Settings, works: readonly Work[]): Publication {
  const all = Map.groupBy(
    works.flatMap((work) => published(work, settings)),
    ({ locale }) => locale,
  );
  const editions = locales.map((sources): Edition => {
    return { locale: sources.locale, documents: all.get(sources.locale) ?? [], strings: stringsOf(sources) };
  });
  return { settings, source: sourceOf(locales), editions, assets };
}

/** The documents of a work as readers get them: what is stale may give way to what the source says. */
function published({ documents, source }: Work, { locks }: Settings): readonly Document[] {
  const [original] = documents;
  if (!locks || original?.locale !== source) return documents;
  return documents.map((document) => {
    const loans = locks.lent[document.source.path];
    return loans ? borrowing(document, original, loans) : document;
  });
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
function bodyOf(file: Source, locale: string, keyFigures: Settings['keyFigures']): string {
  const answer = answering(keyFigures, locale);
  return parseMarkdown(inHand(file), { locale, slug: slugOf(file, locale), answer }).document.body();
}

/** The same of each of these, for those that somebody asks for. */
export function bodiesOf({ locales }: Loaded, { keyFigures }: Pick<Settings, 'keyFigures'>) {
  const files = locales.flatMap(({ locale, documents }) =>
    documents.map((file) => [file.path, { locale, file }] as const),
  );
  const byPath = new Map(files);
  return {
    text: (path: string): Source | undefined => byPath.get(path)?.file,
    body: (file: Source): string => bodyOf(file, byPath.get(file.path)?.locale ?? '', keyFigures),
  };
}

/** For who looks at it more than once: each time that it is asked for, a text may be read anew. */
function inHand({ path, text }: Source): Source {
  return { path, text };
}

function slugOf({ path }: Source, locale: string): string {
  return path.slice(`content/${locale}/`.length, -'.md'.length);
}

function documentOf(
  file: Source,
  locale: string,
  { said, keyFigures }: Saying,
  findings: Finding[],
  { figures: when, before }: Reading = { figures: 'now', before: () => [] },
): Document {
  const source = inHand(file);
  const {
    document,
    blocks,
    findings: own,
  } = parseMarkdown(source, {
    locale,
    slug: slugOf(file, locale),
    answer: answering(keyFigures, locale),
  });
  for (const finding of own) findings.push(finding);
  if (when === 'now') return { ...document, blocks: blocksOf(blocks, source, { locale, said, before: before() }) };
  let known: readonly Block['figures'][] | undefined;
  return {
    ...document,
    blocks: blocks.map((block, i) => ({
      ...block,
      get figures() {
        known ??= blocksOf(blocks, source, { locale, said, before: [] }).map(({ figures }) => figures);
        return known[i] ?? [];
      },
    })),
  };
}

/** With their figures, each at its place in the file; those of what says what it said before are not read again. */
function blocksOf(
  texts: readonly TextBlock[],
  file: Source,
  { locale, said, before }: { readonly locale: string; readonly said: Said; readonly before: Blocks },
): Blocks {
  const former = new Former(before);
  const hasKeys = file.text.includes('{fig:');
  const known = texts.map((block) => former.take(block));
  const read = texts.map(({ kind, text }, i) => {
    // What stands in a cell is read with the head of its table.
    const same = kind === 'cell' ? undefined : known[i];
    return same?.figures ?? readFigures(text, locale).map(said);
  });
  const figures = withHeads(texts, read, locale);
  return texts.map((text, i): Block => {
    const same = known[i];
    const own = figures[i] ?? [];
    const isSame = same && (text.kind !== 'cell' || isAlike(own, same.figures));
    // Where nothing before it took more lines or fewer, it is the block that it was.
    if (isSame && isInPlace(text, same)) return same;
    const block = { ...text, figures: placed(text, own, file, hasKeys) };
    if (isSame) readAgain(block, same);
    return block;
  });
}

/** Whether two say the same figures, wherever they stand. */
function isAlike(figures: readonly ReadFigure[], others: readonly Figure[]): boolean {
  const said = others.map(({ span, key, ...figure }) => figure);
  return figures.length === others.length && JSON.stringify(figures) === JSON.stringify(said);
}

/** The figures of a block, each at its place in the file. */
function placed(block: TextBlock, figures: readonly ReadFigure[], source: Source, hasKeys: boolean): readonly Figure[] {
  return figures.map((figure) => {
    const span = locate(block, source, figure.start, figure.end);
    const key = hasKeys ? keyMark(textAt(source, span))?.id : undefined;
    return { ...figure, span, ...(key !== undefined && { key }) };
  });
}
