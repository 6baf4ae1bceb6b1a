import { matchesGlob } from 'node:path/posix';
import { changesIn, type Run } from './freshness/changes.ts';
import { type Lock, type LockedDocument, lockPath, printOf, readLock, writeLock } from './freshness/lock.ts';
import { type PassageStatus, pairsOf, passagesOf, sourcePrint, wordsIn } from './freshness/states.ts';
import type { Document, Finding, Loaded, Settings, Source, Span } from './model.ts';
import { loadSettings } from './settings.ts';
import { list, load } from './stages/load.ts';
import { localise, localiseLater, recent, sourceOf, type WorkSources, worksOf } from './stages/localise.ts';
import { phrase, told } from './text/phrase.ts';
import { onceFor } from './text/remembered.ts';
import { UserError } from './trouble.ts';
import type { Host, Version } from './world.ts';

/** What of a publication is asked for; nothing named means all. */
export interface Asked {
  readonly locale?: readonly string[];
  /** A glob over slugs: `news/*`. */
  readonly only?: string;
}

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
}

/** load → how each document stands in each language. Writes nothing. */
export async function standingOf(host: Host, asked: Asked): Promise<Standing> {
  const { settings, loaded, works, targets } = await read(host, asked);
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
  return { source, locales: targets, documents, findings };
}

/**
 * The settings with what the locks say: of which translations the source has changed since, which lines were changed by hand,
 * and, where stale text is to fail, each stale passage. What was accepted whole and is unchanged is not parsed.
 */
export async function withLocks(host: Host, loaded: Loaded, settings: Settings): Promise<Settings> {
  const source = sourceOf(loaded.locales);
  const locks: (readonly [string, Lock])[] = [];
  for (const { locale } of loaded.locales) {
    const lock = locale === source ? undefined : await lockOf(host, locale);
    if (lock) locks.push([locale, lock]);
  }
  if (locks.length === 0) return settings;
  const stale: string[] = [];
  const findings = locks.flatMap(([locale, lock]) => brokenIn(lock, locale));
  for (const work of worksOf(loaded)) {
    host.signal.throwIfAborted();
    const read = reading(settings);
    for (const [locale, lock] of locks) {
      const [pair, locked] = [filesOf(work, source, locale), lock.documents.get(work.slug)];
      if (!pair?.source || !pair.target || !locked || isWhole(locked, pair.source, pair.target)) continue;
      const own = passagesOf(read(pair.source, source), read(pair.target, locale), locked);
      const open = own.filter(({ state }) => state === 'stale');
      if (open.length === 0) continue;
      stale.push(pair.target.path);
      if ((settings.stale[locale] ?? settings.stale['*']) === 'fail')
        findings.push(...open.flatMap((one) => failing(one, locale)));
    }
  }
  return { ...settings, locks: { stale, findings } };
}

function isWhole(
  { whole }: LockedDocument,
  source: Source,
  target: Source,
): LockedDocument['whole'][number] | undefined {
  return whole.find((one) => one.source === wholePrint(source) && one.target === wholePrint(target));
}

function failing({ source: [first], target: [own] }: PassageStatus, locale: string): readonly Finding[] {
  if (!first || !own) return [];
  const start = first.text.length > 40 ? `${first.text.slice(0, 40)}…` : first.text;
  const place = `${own.span.path}:${own.span.start.line}`;
  return [
    {
      rule: 'status/stale',
      severity: 'error',
      locale,
      span: own.span,
      ...told(
        phrase`the source of this passage has changed since its translation was accepted: “${start}”`,
        phrase`translate it anew, then: hexapla accept ${place}`,
      ),
      related: [{ span: first.span, message: start }],
    },
  ];
}

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
export async function accept(host: Host, asked: Asked, names: readonly string[]): Promise<readonly Accepted[]> {
  const { settings, loaded, works, targets } = await read(host, asked);
  const source = sourceOf(loaded.locales);
  const wanted = names.map((name) => wantedIn(name, works, loaded));
  const all: Accepted[] = [];
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
      const accepted = acceptedIn(original, translation, documents.get(work.slug), lines);
      documents.set(work.slug, accepted.document);
      if (accepted.passages > 0) all.push({ slug: work.slug, locale, passages: accepted.passages });
      Object.assign(texts, accepted.texts);
    }
    if (Object.keys(texts).length === 0) continue;
    await host.remember(printOf(work.slug), JSON.stringify({ ...(await recalled(host, work.slug)), ...texts }));
  }
  for (const { locale, before, documents } of locks) {
    // A document that is no more is not accepted any more.
    for (const slug of [...documents.keys()])
      if (!works.some((work) => work.slug === slug) && asked.only === undefined) documents.delete(slug);
    const text = writeLock(documents.values(), locale);
    if (text !== before?.text) await host.rewrite(lockPath(locale), before?.text, text);
  }
  return all.sort((a, b) => targets.indexOf(a.locale) - targets.indexOf(b.locale));
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

function acceptedIn(
  source: Document,
  target: Document,
  before: LockedDocument | undefined,
  lines: readonly Wanted[],
): { readonly document: LockedDocument; readonly passages: number; readonly texts: Readonly<Record<string, string>> } {
  const all = pairsOf(source, target, before?.pairs);
  const isNamed = ({ passage }: (typeof all)[number]) =>
    lines.length === 0 ||
    lines.some(({ line = 0, locale }) =>
      (locale === source.locale ? passage.source : passage.target).some(
        ({ span }) => span.start.line <= line && line <= span.end.line,
      ),
    );
  const now = all.filter(isNamed).map(({ pair }) => pair);
  const known = new Set(before?.pairs.map((pair) => `${pair.source} ${pair.target}`));
  const isOther = (pair: (typeof now)[number]) =>
    !now.some((one) => one.source === pair.source || one.target === pair.target);
  const kept = lines.length === 0 ? [] : (before?.pairs.filter(isOther) ?? []);
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

async function read(host: Host, asked: Asked) {
  const settings = await loadSettings(host);
  const loaded = await load(host, await list(host, settings));
  const source = sourceOf(loaded.locales);
  const tags = loaded.locales.map(({ locale }) => locale);
  const stranger = asked.locale?.find((tag) => !tags.includes(tag));
  if (stranger !== undefined)
    throw new UserError(`--locale is “${stranger}”; this publication has ${tags.join(', ')}`, 'Name one of these.');
  const targets = tags.filter((tag) => tag !== source && (asked.locale === undefined || asked.locale.includes(tag)));
  const { only } = asked;
  const works = worksOf(loaded).filter(({ slug }) => only === undefined || matchesGlob(slug, only));
  return { settings, loaded, works, targets };
}

/** The files of a document in two languages; undefined where neither has it. */
interface Pair {
  readonly slug: string;
  readonly locale: string;
  readonly source: Source | undefined;
  readonly target: Source | undefined;
}

function filesOf({ slug, files }: WorkSources, source: string, locale: string): Pair | undefined {
  const of = (tag: string) => files.find((file) => file.locale === tag)?.file;
  const pair = { slug, locale, source: of(source), target: of(locale) };
  return pair.source || pair.target ? pair : undefined;
}

interface Around {
  readonly host: Host;
  readonly settings: Settings;
  readonly source: string;
  read(file: Source, locale: string): Document;
}

/** A source stands beside many translations, and is asked for its print with each. */
const prints = onceFor((file: Source) => ({ print: printOf(file.text) }));

function wholePrint(file: Source): string {
  return prints(file).print;
}

async function standing(pair: Pair, locked: LockedDocument | undefined, around: Around): Promise<DocumentStanding> {
  const { slug, locale, source, target } = pair;
  const base = { slug, locale, path: `content/${locale}/${slug}.md` };
  if (source && target && locked) {
    // Nothing has changed: nothing is parsed.
    const whole = isWhole(locked, source, target);
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
    open: open.map((one) => opened(one, original, before, lastSpan(passages, one))),
  };
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
async function former(
  original: Document,
  open: readonly PassageStatus[],
  { host, settings, source }: Around,
): Promise<Former> {
  const texts = new Map(Object.entries(await recalled(host, original.slug)));
  const by = new Map<string, Open['by']>();
  const now = new Set(open.map((one) => sourcePrint(original, one.source)));
  const wanted = new Set(open.flatMap(({ was }) => (was !== undefined && !texts.has(was) ? [was] : [])));
  let newer: Version | undefined;
  for await (const version of host.versions(original.source.path)) {
    const old = blocksOf({ path: original.source.path, text: version.text }, settings, source);
    const prints = new Map(old?.blocks.map((block) => [sourcePrint(old, [block]), block.text]));
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

async function recalled(host: Host, slug: string): Promise<Record<string, string>> {
  const text = await host.recall(printOf(slug));
  try {
    return text === undefined ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}

/** Figures are read where an alignment asks for them. */
function blocksOf(file: Source, settings: Settings, locale: string): Document | undefined {
  const how = { ...settings, recent: recent(1), figures: 'later' as const };
  try {
    return localiseLater({ slug: '', files: [{ locale, file }] }, locale, how).work.documents[0];
  } catch {
    return undefined;
  }
}

/** Each file of a document is read once, whatever it is held against. */
function reading(settings: Settings): Around['read'] {
  const known = new Map<Source, Document>();
  return (file, locale) => {
    const document =
      known.get(file) ?? localise({ slug: '', files: [{ locale, file }] }, locale, settings).work.documents[0];
    if (!document) throw new Error(`${file.path} became no document`);
    known.set(file, document);
    return document;
  };
}

async function lockOf(host: Host, locale: string): Promise<Lock | undefined> {
  const source = await host.text(lockPath(locale));
  return source && readLock(source, locale);
}

function brokenIn(lock: Lock | undefined, locale: string): readonly Finding[] {
  return (lock?.broken ?? []).map(
    ({ span, slug }): Finding => ({
      rule: 'status/lock',
      severity: 'error',
      locale,
      span,
      ...told(
        phrase`this line of the lock was changed by hand: what it says of ${slug} was never accepted`,
        phrase`take the line as git has it, or accept the translation: hexapla accept`,
      ),
    }),
  );
}
