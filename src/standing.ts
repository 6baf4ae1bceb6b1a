import { answering } from './figures/saying/answer.ts';
import { changesIn, type Run } from './freshness/changes.ts';
import { type Lock, type LockedDocument, printOf } from './freshness/lock.ts';
import { type PassageStatus, passagesOf, sourcePrint, wordsIn } from './freshness/states.ts';
import { levelled } from './judging/severity.ts';
import { brokenIn, filesOf, lockOf, type Pair, type Reading, reading, wholeOf } from './locks.ts';
import type { Document, Finding, Settings, Severity, Source, Span, TextBlock } from './model.ts';
import { type Selection, scopeOf } from './scope.ts';
import { loadSettings } from './settings.ts';
import { list, load } from './stages/load.ts';
import { sourceOf, worksOf } from './stages/localise.ts';
import { parseMarkdown } from './text/markdown.ts';
import { UserError } from './trouble.ts';
import type { Host, Version } from './world.ts';

/** A passage that is not as it should be. */
export interface Open {
  readonly state: PassageStatus['state'];
  readonly change?: PassageStatus['change'];
  readonly isTouched?: true;
  /** Where it stands: in the translation, or of what that lacks, in the source. */
  readonly span: Span;
  readonly source?: { readonly span: Span; readonly text: string };
  readonly words: number;
  /** What became of the source since it was accepted, in words, where it is known what it was. */
  readonly changes?: readonly Run[];
  /** Who changed it, as git has it. */
  readonly by?: Pick<Version, 'commit' | 'author' | 'date' | 'subject'>;
}

/** A document in a language. */
export interface DocumentStanding {
  readonly slug: string;
  readonly locale: string;
  /** Path of the translation, or where it would be. */
  readonly path: string;
  readonly state: 'fresh' | 'stale' | 'new' | 'missing' | 'extra';
  /** Words of the source, and those of them whose translation is up to date. */
  readonly words: number;
  readonly fresh: number;
  readonly open: readonly Open[];
}

export interface Standing {
  readonly source: string;
  readonly locales: readonly string[];
  readonly documents: readonly DocumentStanding[];
  /** What is wrong with the locks themselves. */
  readonly findings: readonly Finding[];
  /** As the settings have it. */
  readonly failOn: Severity;
}

/** load → how each document stands in each language. Writes nothing. */
export async function standingOf(host: Host, asked: Selection): Promise<Standing> {
  const { settings, loaded, works, targets } = await readAsked(host, asked);
  const source = sourceOf(loaded.locales);
  const documents: DocumentStanding[] = [];
  const findings: Finding[] = [];
  const locks: (readonly [string, Lock | undefined])[] = [];
  for (const locale of targets) locks.push([locale, await lockOf(host, locale)]);
  for (const [locale, lock] of locks) findings.push(...brokenIn(lock, locale));
  for (const work of works) {
    host.signal.throwIfAborted();
    const around = { host, settings, source, read: reading(settings) };
    for (const [locale, lock] of locks) {
      const pair = filesOf(work, source, locale);
      if (pair) documents.push(await standing(pair, lock?.documents.get(work.slug), around));
    }
  }
  const told = levelled(findings, settings.rules);
  return { source, locales: targets, documents, findings: told, failOn: settings.failOn };
}

interface Around {
  readonly host: Host;
  readonly settings: Settings;
  readonly source: string;
  readonly read: Reading;
}

async function standing(pair: Pair, locked: LockedDocument | undefined, around: Around): Promise<DocumentStanding> {
  const { slug, locale, source, target } = pair;
  const base = { slug, locale, path: `content/${locale}/${slug}.md` };
  if (source && target && locked) {
    // Nothing has changed: nothing is parsed.
    const whole = wholeOf(locked, source, target);
    if (whole) return { ...base, state: 'fresh', words: whole.words, fresh: whole.words, open: [] };
  }
  const original = source && around.read(source, around.source);
  const translation = target && around.read(target, locale);
  if (!original) return { ...base, state: 'extra', words: 0, fresh: 0, open: [] };
  if (!translation) return { ...base, state: 'missing', words: wordsIn(original.blocks), fresh: 0, open: [] };
  const passages = passagesOf(original, translation, locked);
  const count = (list: readonly PassageStatus[]) =>
    list.reduce((sum, { state, words }) => sum + (state === 'extra' ? 0 : words), 0);
  const open = passages.filter(({ state }) => state !== 'fresh');
  const state = open.length === 0 ? 'fresh' : locked && locked.pairs.length > 0 ? 'stale' : 'new';
  const fresh = count(passages.filter((one) => one.state === 'fresh'));
  const before = open.some(({ was }) => was !== undefined) ? await former(original, open, around) : undefined;
  return {
    ...{ ...base, state, words: count(passages), fresh },
    open: open.map((one) => opened(one, original, before, one.target.length > 0 ? undefined : lastSpan(passages, one))),
  };
}

/**
 * Texts and what of them is asked for. `mayBeNew`: a language that is named need not be there yet. Throws UserError 2 for a
 * language or a document that there is not.
 */
export async function readAsked(host: Host, asked: Selection, mayBeNew = false) {
  const settings = await loadSettings(host);
  const loaded = await load(host, await list(host, settings));
  const source = sourceOf(loaded.locales);
  const all = worksOf(loaded);
  const slugs = (tag: string) => all.filter(({ files }) => files.some(({ locale }) => locale === tag));
  const known = loaded.locales.map(({ locale }) => locale);
  // Who names the languages of a publication in the settings adds one there.
  const isOpen = mayBeNew && settings.locales === undefined;
  const fresh = isOpen ? (asked.locale ?? []).filter((tag) => isNew(tag, known)) : [];
  const tags = [...known, ...fresh];
  const scope = scopeOf(asked, { editions: tags.map((locale) => ({ locale, documents: slugs(locale) })) });
  const targets = tags.filter((tag) => tag !== source && scope.locales(tag));
  return { settings, loaded, works: all.filter(({ slug }) => scope.slugs(slug)), all, targets };
}

/** A tag as BCP 47 writes it, of a language that is known to be one, is no slip of the finger. */
function isNew(tag: string, known: readonly string[]): boolean {
  if (known.some((other) => other.toLowerCase() === tag.toLowerCase())) return false;
  try {
    const { language } = new Intl.Locale(tag);
    return Intl.getCanonicalLocales(tag)[0] === tag && Intl.PluralRules.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

/** Of what a translation lacks, the end of what stands before it there. */
function lastSpan(passages: readonly PassageStatus[], one: PassageStatus): Span | undefined {
  const before = passages.slice(0, passages.indexOf(one)).findLast(({ target }) => target.length > 0);
  return before?.target.at(-1)?.span;
}

function opened(
  { state, change, was, isTouched, source, target, words }: PassageStatus,
  original: Document,
  before: Former | undefined,
  last: Span | undefined,
): Open {
  const [first, own] = [source[0], target[0]];
  const text = source.map((block) => block.text).join('\n');
  const old = was === undefined ? undefined : before?.texts.get(was);
  const by = before?.by.get(sourcePrint(original, source));
  return {
    ...{ state, words, span: own?.span ?? last ?? first?.span ?? { path: original.source.path, ...START } },
    ...(change && { change }),
    ...(isTouched && { isTouched }),
    ...(first && { source: { span: first.span, text } }),
    ...(old !== undefined && change !== 'markup' && { changes: changesIn(old, text, original.locale) }),
    ...(by && { by }),
  };
}

const START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Texts as they were accepted, by their prints, and who wrote those that are there now. */
interface Former {
  readonly texts: ReadonlyMap<string, string>;
  readonly by: ReadonlyMap<string, Open['by']>;
}

/** What earlier runs have kept, else what git has; whoever has neither reads the text as it is. */
async function former(original: Document, open: readonly PassageStatus[], around: Around): Promise<Former> {
  const { host } = around;
  const texts = new Map(Object.entries(await recalled(host, original.slug)));
  const by = new Map<string, Open['by']>();
  const now = new Set(open.map((one) => sourcePrint(original, one.source)));
  const wanted = new Set(open.flatMap(({ was }) => (was !== undefined && !texts.has(was) ? [was] : [])));
  let newer: Version | undefined;
  for await (const version of host.versions(original.source.path)) {
    const file = { path: original.source.path, text: version.text };
    const prints = new Map(blocksOf(file, around).map((block) => [sourcePrint({ source: file }, [block]), block.text]));
    // Whoever is the last to have it has written it; before the first commit it is nobody's yet.
    for (const print of [...now]) {
      if (prints.has(print)) by.set(print, version);
      else if (by.has(print) || newer) now.delete(print);
    }
    for (const print of [...wanted]) {
      const text = prints.get(print);
      if (text === undefined) continue;
      texts.set(print, text);
      wanted.delete(print);
    }
    newer = version;
    if (now.size === 0 && wanted.size === 0) break;
  }
  return { texts, by };
}

/** Texts of the passages of a document of the source as they were accepted, by their prints, as far as they are known. */
export async function formerTexts(
  host: Host,
  { document, passages }: { readonly document: Document; readonly passages: readonly PassageStatus[] },
  settings: Settings,
): Promise<ReadonlyMap<string, string>> {
  const around = { host, settings, source: document.locale, read: reading(settings) };
  return (await former(document, passages, around)).texts;
}

/** Texts of the source's passages as they were accepted, by their prints. */
export async function recalled(host: Host, slug: string): Promise<Record<string, string>> {
  const text = await host.recall(printOf(slug));
  try {
    return text === undefined ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** A version that cannot be read has nothing to tell. */
function blocksOf(file: Source, { settings, source }: Around): readonly TextBlock[] {
  try {
    return parseMarkdown(file, { locale: source, slug: '', answer: answering(settings.keyFigures, source) }).blocks;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}
