import { type Lock, type LockedDocument, lockPath, printOf, readLock } from './freshness/lock.ts';
import { type PassageStatus, passagesOf } from './freshness/states.ts';
import type { Document, Finding, Loaded, Settings, Source } from './model.ts';
import { localise, sourceOf, type WorkSources, worksOf } from './stages/localise.ts';
import { isLendable, type Loan } from './text/borrowed.ts';
import { phrase, told } from './text/phrase.ts';
import { onceFor } from './text/remembered.ts';
import type { Host } from './world.ts';

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
  const lent: Record<string, readonly Loan[]> = {};
  const findings = locks.flatMap(([locale, lock]) => brokenIn(lock, locale));
  for (const work of worksOf(loaded)) {
    host.signal.throwIfAborted();
    const read = reading(settings);
    for (const [locale, lock] of locks) {
      const [pair, locked] = [filesOf(work, source, locale), lock.documents.get(work.slug)];
      if (!pair?.source || !pair.target || !locked || wholeOf(locked, pair.source, pair.target)) continue;
      const own = passagesOf(read(pair.source, source), read(pair.target, locale), locked);
      const open = own.filter(({ state }) => state === 'stale');
      if (open.length === 0) continue;
      const policy = settings.stale[locale] ?? settings.stale['*'];
      const loans = policy === 'source' ? loansOf(own, read(pair.source, source), read(pair.target, locale)) : [];
      if (loans.length > 0) lent[pair.target.path] = loans;
      if (loans.length < open.length) stale.push(pair.target.path);
      if (policy === 'fail') findings.push(...open.flatMap((one) => failing(one, locale)));
    }
  }
  return { ...settings, locks: { stale, lent, findings } };
}

/** The blocks that may give way, one for one. */
function loansOf(all: readonly PassageStatus[], source: Document, target: Document): readonly Loan[] {
  const [there, here] = [target, source].map(({ blocks }) => new Map(blocks.map((block, n) => [block, n])));
  const lacking = all.filter(({ state }) => state === 'missing').flatMap((passage) => passage.source);
  const missing = new Set(lacking.map((block) => here?.get(block)));
  return all.flatMap((passage) => {
    const [[own, ...more], [other, ...others]] = [passage.target, passage.source];
    if (passage.state !== 'stale' || !own || !other || more.length + others.length > 0) return [];
    const loan: Loan = [there?.get(own) ?? -1, here?.get(other) ?? -1];
    // What the translation says here may be what the source now says in two paragraphs: one of them would be lost.
    if (missing.has(loan[1] - 1) || missing.has(loan[1] + 1)) return [];
    return isLendable(target, source, loan) ? [loan] : [];
  });
}

/** The lock of a language as it stands now; undefined if there is none. Throws UserError 2 for what is none. */
export async function lockOf(host: Pick<Host, 'text'>, locale: string): Promise<Lock | undefined> {
  const path = lockPath(locale);
  const source = await host.text(path);
  if (!source) return undefined;
  const known = read.get(path);
  if (known?.text === source.text) return known.lock;
  const lock = readLock(source, locale);
  read.set(path, { text: source.text, lock });
  return lock;
}

/** Whoever watches a publication asks after each save. */
const read = new Map<string, { readonly text: string; readonly lock: Lock }>();

/** What says that both texts were accepted as they stand: then nothing of them need be parsed. */
export function wholeOf(
  { whole }: LockedDocument,
  source: Source,
  target: Source,
): LockedDocument['whole'][number] | undefined {
  return whole.find((one) => one.source === wholePrint(source) && one.target === wholePrint(target));
}

/** A source stands beside many translations, and is asked for its print with each. */
const prints = onceFor((file: Source) => ({ print: printOf(file.text) }));

export function wholePrint(file: Source): string {
  return prints(file).print;
}

/** The files of a document in two languages. */
export interface Pair {
  readonly slug: string;
  readonly locale: string;
  readonly source: Source | undefined;
  readonly target: Source | undefined;
}

/** Undefined where neither language has it. */
export function filesOf({ slug, files }: WorkSources, source: string, locale: string): Pair | undefined {
  const of = (tag: string) => files.find((file) => file.locale === tag)?.file;
  const pair = { slug, locale, source: of(source), target: of(locale) };
  return pair.source || pair.target ? pair : undefined;
}

/** Reads files of one document, each once, whatever it is held against. */
export type Reading = (file: Source, locale: string) => Document;

export function reading(settings: Settings): Reading {
  const known = new Map<Source, Document>();
  return (file, locale) => {
    const document =
      known.get(file) ?? localise({ slug: '', files: [{ locale, file }] }, locale, settings).work.documents[0];
    if (!document) throw new Error(`${file.path} became no document`);
    known.set(file, document);
    return document;
  };
}

/** The lines of a lock that somebody changed. */
export function brokenIn(lock: Lock | undefined, locale: string): readonly Finding[] {
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
