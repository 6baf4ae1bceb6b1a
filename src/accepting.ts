import { type LockedDocument, lockPath, printOf, readLock, writeLock } from './freshness/lock.ts';
import { pairsOf, passagesOf } from './freshness/states.ts';
import { filesOf, reading, wholePrint } from './locks.ts';
import type { Block, Document, Loaded, Source } from './model.ts';
import type { Selection } from './scope.ts';
import { sourceOf, type WorkSources } from './stages/localise.ts';
import { readAsked, recalled } from './standing.ts';
import { UserError } from './trouble.ts';
import type { Host } from './world.ts';

/** What was accepted: passages of a document in a language. */
export interface Accepted {
  readonly slug: string;
  readonly locale: string;
  readonly passages: number;
}

/**
 * Records passages as up to date with their source: those of the named documents (a slug, a path) or blocks (`path:line`),
 * or all. Throws UserError 2 for a name that there is not.
 */
export async function accept(host: Host, asked: Selection, names: readonly string[]): Promise<readonly Accepted[]> {
  const { settings, loaded, works, all: whole, targets } = await readAsked(host, asked);
  const source = sourceOf(loaded.locales);
  const wanted = names.map((name) => wantedIn(name, whole, loaded));
  const all: Accepted[] = [];
  const met = new Set<Wanted>();
  const locks: {
    readonly locale: string;
    readonly before: Source | undefined;
    readonly documents: Map<string, LockedDocument>;
  }[] = [];
  for (const locale of targets) {
    const before = await host.text(lockPath(locale));
    locks.push({ locale, before, documents: new Map(before && readLock(before, locale).documents) });
  }
  for (const work of works) {
    host.signal.throwIfAborted();
    const read = reading(settings);
    const texts: Record<string, string> = {};
    for (const { locale, documents } of locks) {
      const pair = filesOf(work, source, locale);
      const own = wanted.filter(
        ({ slug, locale: tag }) => slug === work.slug && (tag === undefined || tag === locale || tag === source),
      );
      if (!pair?.source || !pair.target || (wanted.length > 0 && own.length === 0)) continue;
      const [original, translation] = [read(pair.source, source), read(pair.target, locale)];
      const lines = own.every(({ line }) => line !== undefined) ? own : [];
      const isNamed = ({ passage }: Acceptable) => {
        const hit = lines.filter((one) => stands(passage, one, original.locale));
        for (const one of hit) met.add(one);
        return hit.length > 0;
      };
      const known = documents.get(work.slug);
      const accepted = acceptedIn(original, translation, known, lines.length === 0 ? undefined : isNamed);
      documents.set(work.slug, accepted.document);
      if (accepted.passages > 0) all.push({ slug: work.slug, locale, passages: accepted.passages });
      Object.assign(texts, accepted.texts);
    }
    if (Object.keys(texts).length === 0) continue;
    await host.remember(printOf(work.slug), JSON.stringify({ ...(await recalled(host, work.slug)), ...texts }));
  }
  const missed = wanted.find((one) => one.line !== undefined && !met.has(one));
  if (missed) throw nothingThere(missed);
  const there = new Set(whole.map(({ slug }) => slug));
  for (const { locale, before, documents } of locks) {
    // A document that is no more is not accepted any more.
    for (const slug of [...documents.keys()]) if (!there.has(slug)) documents.delete(slug);
    const text = writeLock(documents.values(), locale);
    if (text !== before?.text) await host.rewrite(lockPath(locale), before?.text, text);
  }
  return all.sort((a, b) => targets.indexOf(a.locale) - targets.indexOf(b.locale));
}

/** Records passages of one language by the prints of their sources, document by document. */
export async function acceptPassages(
  host: Host,
  locale: string,
  passages: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<number> {
  const { settings, loaded, works } = await readAsked(host, { locale: [locale] });
  const source = sourceOf(loaded.locales);
  const before = await host.text(lockPath(locale));
  const documents = new Map(before && readLock(before, locale).documents);
  let count = 0;
  for (const work of works) {
    const prints = passages.get(work.slug);
    const pair = filesOf(work, source, locale);
    if (!prints || !pair?.source || !pair.target) continue;
    const read = reading(settings);
    const [original, translation] = [read(pair.source, source), read(pair.target, locale)];
    const accepted = acceptedIn(original, translation, documents.get(work.slug), (one) => prints.has(one.pair.source));
    documents.set(work.slug, accepted.document);
    count += accepted.passages;
    await host.remember(
      printOf(work.slug),
      JSON.stringify({ ...(await recalled(host, work.slug)), ...accepted.texts }),
    );
  }
  const text = writeLock(documents.values(), locale);
  if (text !== before?.text && documents.size > 0) await host.rewrite(lockPath(locale), before?.text, text);
  return count;
}

interface Wanted {
  readonly slug: string;
  readonly locale?: string;
  readonly line?: number;
}

/** `news/a`, `content/zh/news/a.md`, `content/zh/news/a.md:19`. */
function wantedIn(name: string, works: readonly WorkSources[], { locales }: Loaded): Wanted {
  const [, path = '', line] = /^(.*?)(?::(\d+)(?::\d+)?)?$/.exec(name) ?? [];
  const tag = locales.find(({ locale }) => path.startsWith(`content/${locale}/`))?.locale;
  const slug = (tag === undefined ? path : path.slice(`content/${tag}/`.length)).replace(/\.md$/, '');
  if (!works.some((work) => work.slug === slug))
    throw new UserError(
      `there is no document ${path}; a slug such as news/a, a path such as content/zh/news/a.md, or a place in it was expected`,
      'hexapla status names them all.',
    );
  return { slug, ...(tag !== undefined && { locale: tag }), ...(line !== undefined && { line: Number(line) }) };
}

/** What becomes of a document's part of a lock. */
interface Recorded {
  readonly document: LockedDocument;
  /** Passages that were not accepted before. */
  readonly passages: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** A passage that both texts have. */
type Acceptable = ReturnType<typeof pairsOf>[number];

/** `isNamed`: only these; the others stay as they are recorded. */
function acceptedIn(
  source: Document,
  target: Document,
  before: LockedDocument | undefined,
  isNamed?: (one: Acceptable) => boolean,
): Recorded {
  const all = pairsOf(source, target, before?.pairs);
  const now = (isNamed ? all.filter(isNamed) : all).map(({ pair }) => pair);
  const known = new Set(before?.pairs.map((pair) => `${pair.source} ${pair.target}`));
  const isOther = (pair: (typeof now)[number]) =>
    !now.some((one) => one.source === pair.source || one.target === pair.target);
  const kept = isNamed ? (before?.pairs.filter(isOther) ?? []) : [];
  const document = { slug: source.slug, whole: [], pairs: [...kept, ...now] };
  const passages = passagesOf(source, target, document);
  const isWhole = passages.every(({ state }) => state === 'fresh');
  const whole = {
    source: wholePrint(source.source),
    target: wholePrint(target.source),
    words: passages.reduce((sum, { words }) => sum + words, 0),
  };
  return {
    document: { ...document, whole: isWhole ? [whole] : [] },
    passages: now.filter((pair) => !known.has(`${pair.source} ${pair.target}`)).length,
    texts: Object.fromEntries(
      all.map(({ pair, passage }) => [pair.source, passage.source.map(({ text }) => text).join('\n')]),
    ),
  };
}

function stands(
  { source, target }: { readonly source: readonly Block[]; readonly target: readonly Block[] },
  { line = 0, locale }: Wanted,
  original: string,
): boolean {
  const blocks = locale === original ? source : target;
  return blocks.some(({ span }) => span.start.line <= line && line <= span.end.line);
}

function nothingThere({ slug, locale, line }: Wanted): UserError {
  const path = locale === undefined ? slug : `content/${locale}/${slug}.md`;
  return new UserError(
    `${path}:${line}: no passage stands there that its source has too; nothing was recorded`,
    'Name a line of a passage as hexapla status names it.',
  );
}
