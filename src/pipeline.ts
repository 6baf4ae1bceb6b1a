import { setImmediate as breath } from 'node:timers/promises';
import type { Tools } from './artifacts.ts';
import type { Entry } from './catalogue.ts';
import { ledger } from './figures/ledger.ts';
import type { Look, Looked } from './leaves.ts';
import { ledgersOf, type Told, withLedger, withLooked } from './ledgers/file.ts';
import type { Places } from './ledgers/places.ts';
import { withLocks } from './locks.ts';
import type { Page } from './made.ts';
import type { Document, Finding, Ledger, Loaded, Publication, Report, Settings, Work } from './model.ts';
import { isWhole, type Selection, scopeOf } from './scope.ts';
import { loadSettings } from './settings.ts';
import { catalogueOf, entriesOf, silencersOf } from './stages/catalogue.ts';
import { check, compare, report, reportUnchecked, type Seen, standardOf } from './stages/check.ts';
import { type Change, changesBetween, type Fixable, fix, fixable, worsened } from './stages/fix.ts';
import { type Listing, list, load } from './stages/load.ts';
import {
  bind,
  bodiesOf,
  type Later,
  localise,
  localiseLater,
  recent,
  sourceOf,
  stringsOf,
  worksOf,
} from './stages/localise.ts';
import { type Release, release } from './stages/release.ts';

import { readingOf, sharesOf, surveying } from './survey.ts';
import type { Host } from './world.ts';

export type { Change, Fixable } from './stages/fix.ts';
export type { Release } from './stages/release.ts';

/** A publication, compared. */
export interface Checked {
  readonly settings: Settings;
  readonly report: Report;
  /** Text of a source file, for reports that quote it. */
  text(path: string): string | undefined;
}

/** A publication, compared and written. */
export interface Built extends Checked {
  readonly release: Release;
}

/** A publication, compared, with what is certain corrected; `report` is of what is left. */
export interface Corrected extends Checked {
  /** The report before anything was corrected. */
  readonly first: Report;
  /** What was corrected, in the order in which it was found. */
  readonly fixes: readonly Fixable[];
  readonly changes: readonly Change[];
}

/** load → localise → check. Writes nothing. */
export async function checkPublication(host: Host, selection: Selection): Promise<Checked> {
  const settings = await loadSettings(host);
  const loaded = await loadForSurvey(host, settings);
  const { report } = await compared(loaded, settings, selection, host);
  return { ...checked(loaded, settings), report };
}

/** load → localise → compare: every figure, and how each edition says it. Writes nothing. */
export async function ledgerOf(host: Host, selection: Selection): Promise<Ledger> {
  const settings = await loadSettings(host);
  const publication = read(await load(host, await list(host, settings)), settings).publication;
  const scope = scopeOf(selection, publication);
  host.signal.throwIfAborted();
  const { source, locales, entries } = ledger(publication);
  const seen = (locale: string) => locale === source || scope.locales(locale);
  return {
    source,
    locales: locales.filter(seen),
    entries: entries
      .filter(({ slug }) => scope.slugs(slug))
      .map((entry) => ({ ...entry, says: entry.says.filter(({ locale }) => seen(locale)) }))
      .filter(({ says }) => says.length > 0),
  };
}

/**
 * load → localise → check → fix, until nothing more is certain; then the texts are replaced, if `write`. What was
 * corrected is checked like any other text: a file in which that finds anything new is left as it was.
 */
export async function correctPublication(host: Host, selection: Selection, write: boolean): Promise<Corrected> {
  const settings = await loadSettings(host);
  const loaded = await loadForSurvey(host, settings);
  const look = (texts: Loaded) => compared(texts, settings, selection, host);
  const first = await look(loaded);
  const fixes: Fixable[] = [];
  const refused = new Set<string>();
  let [texts, now] = [loaded, first];
  for (;;) {
    const round = fixable(now.report, sourceOf(loaded.locales), refused);
    if (round.length === 0) break;
    const corrected = fix(texts, round);
    const next = await look(corrected);
    const worse = worsened(now.whole(), next.whole(), round);
    for (const path of worse) refused.add(path);
    if (worse.length > 0) continue;
    fixes.push(...round);
    [texts, now] = [corrected, next];
  }
  const changes = await changesBetween(loaded, texts, host);
  host.signal.throwIfAborted();
  if (write) for (const { path, before, after } of changes) await host.rewrite(path, before, after);
  return { ...checked(texts, settings), report: now.report, first: first.report, fixes, changes };
}

/**
 * load → localise → check → render → print → release. Findings do not stop it: they are seen best on the page; so pages
 * are rendered first, and what is to be printed later is rendered and all is compared while others print. Unless it is
 * to be `checked`, nothing is compared and no PDF is read back; then no ledger is written, and no page marks its figures.
 */
export async function buildPublication(host: Host, selection: Selection, isChecked = true): Promise<Built> {
  // A check makes no pages: what does is loaded when it is asked for.
  const [settings, { expectArtifacts }] = await Promise.all([loadSettings(host), import('./artifacts.ts')]);
  const listing = await list(host, settings);
  expectArtifacts(settings, leastOf(listing), host, isChecked);
  const loaded = await load(host, listing, { stay: true });
  const of = loaded.locales.reduce((sum, { documents }) => sum + documents.length, 0);
  const how = { ...settings, recent: recent(of > HELD ? FEW : HELD), ...(!isChecked && { figures: 'later' as const }) };
  const later = worksOf(loaded).map((sources) => localiseLater(sources, sourceOf(loaded.locales), how));
  const publication = bind(
    loaded,
    await withLocks(host, loaded, settings),
    later.map(({ work }) => work),
  );
  return buildAll({ loaded, publication, later }, { selection, isChecked }, host);
}

/** A publication whose documents are read when they are asked for. */
export interface Unread {
  readonly loaded: Loaded;
  readonly publication: Publication;
  readonly later: readonly Later[];
}

/** What is to be built of it. */
export interface Ordered {
  readonly selection: Selection;
  readonly isChecked: boolean;
  /** Is told what whoever builds a part again later needs. */
  readonly keep?: Keep;
}

/** What a build leaves to the next. */
export interface Keep {
  readonly tools: Tools;
  readonly places: Places;
  look(slug: string, looked: Pick<Looked, 'entries' | 'findings'>): void;
}

/** The same of a publication that is at hand. */
export async function buildAll(
  { loaded, publication, later }: Unread,
  { selection, isChecked, keep }: Ordered,
  host: Host,
): Promise<Built> {
  const { artifacts, Tools } = await import('./artifacts.ts');
  const { settings, source, editions } = publication;
  const of = loaded.locales.reduce((sum, { documents }) => sum + documents.length, 0);
  const scope = scopeOf(selection, publication);
  const found: Finding[] = [...(isChecked ? (settings.locks?.findings ?? []) : [])];
  const entries: Entry[] = [];
  const catalogue = () => catalogueOf(publication, entries, bodiesOf(loaded, publication.settings));
  let figures = 0;
  const note = (slug: string, one: Pick<Looked, 'entries' | 'findings'>) => {
    keep?.look(slug, one);
    // One by one: as arguments of one call, very many would not fit.
    for (const finding of one.findings) found.push(finding);
    for (const entry of one.entries) {
      entries.push(entry);
      figures += entry.figures;
    }
    said({ texts: entries.length, figures }, host, of);
  };
  const checkAll = () => {
    for (const finding of check(catalogue())) found.push(finding);
  };
  const whole = isWhole(selection);
  // Where there is nothing but pages of the site, what makes them looks at each document as well.
  const looks = isChecked && whole && settings.outputs.join() === 'html';
  // While the browser prints.
  const comparing = async () => {
    if (!isChecked || looks) return;
    for (const { work, findings } of later) {
      for (let turn = 0; turn < TURNS; turn += 1) await breath();
      note(work.slug, lookedAt({ work, findings }));
    }
    checkAll();
  };
  const told: Told[] = [];
  const look: Look = {
    works: later,
    note({ slug, ledger: own, ...looked }) {
      note(slug, looked);
      told.push({ slug, entries: own });
    },
  };
  const tools = keep?.tools ?? new Tools();
  const made = (page: Page) => void keep?.tools.note(page, settings.site.search);
  const order = { loaded, publication, scope, found, tools, checked: isChecked, host, ...(keep && { made }) };
  const all = artifacts(looks ? { ...order, look } : order, comparing);
  const locales = editions.map(({ locale }) => locale);
  const form = { source, locales, ...(keep && { places: keep.places }) };
  // A part of the PDFs would leave a ledger without the pages of the others.
  const hasLedger = whole && isChecked;
  const proofs = () => [...tools.proofs.values()].map(({ printed }) => printed);
  const written = looks
    ? withLooked(all, form, told, checkAll)
    : hasLedger
      ? withLedger(all, form, () => ledgersOf(publication, later, proofs()))
      : all;
  const released = await release(written, host, whole);
  const standard = standardOf(settings, host);
  const result = isChecked
    ? report(catalogue(), found, scope, standard)
    : reportUnchecked(seenIn(publication, found), found, scope, standard);
  return { ...checked(loaded, settings), report: result, release: released };
}

/** What is kept of a document in its languages. */
export function lookedAt({ work, findings }: Later): Pick<Looked, 'entries' | 'findings'> {
  return { entries: entriesOf(work), findings: [...findings(), ...compare(work)] };
}

/** So many pages are made before each comparison, if they are asked for: the browser is not to wait for them. */
const TURNS = 12;

/** Of the documents only those are read in which something was found: it may be suppressed there. */
export function seenIn({ editions }: Publication, found: readonly Finding[]): Seen {
  const paths = new Set(found.map(({ span }) => span.path));
  const seen = (document: Document) => ({
    source: document.source,
    slug: document.slug,
    locale: document.locale,
    figures: 0,
    silencers: paths.has(document.source.path) ? silencersOf(document) : [],
  });
  return { editions: editions.map(({ locale, documents }) => ({ locale, documents: documents.map(seen) })) };
}

/** So many documents are held as they were read, at sixty kilobytes each: a small publication is read once. */
const HELD = 300;
/** Of a larger one each is read again for each stage: what is held until then only grows old. */
const FEW = 16;

/** The threads that will survey the texts get ready while this one reads them. */
async function loadForSurvey(host: Host, settings: Settings): Promise<Loaded> {
  const listing = await list(host, settings);
  host.expect(surveying, leastOf(listing));
  return load(host, listing);
}

/** What there is to be read at least, as a rule, in characters. */
function leastOf({ locales }: Listing): number {
  return locales.reduce((sum, { paths }) => sum + paths.length, 0) * LEAST;
}

/** In characters: what a text has at least, as a rule. */
const LEAST = 2000;

/** Everything read, and kept for the pages. */
function read(
  loaded: Loaded,
  settings: Settings,
): { publication: Publication; works: readonly Work[]; findings: Finding[] } {
  const all = worksOf(loaded).map((sources) => localise(sources, sourceOf(loaded.locales), settings));
  const works = all.map(({ work }) => work);
  return { publication: bind(loaded, settings, works), works, findings: all.flatMap(({ findings }) => findings) };
}

/** The report that was asked for, and that of the whole publication. */
interface Compared {
  readonly report: Report;
  whole(): Report;
}

/** Every document read, compared and let go; then what only the whole shows. */
async function compared(loaded: Loaded, settings: Settings, selection: Selection, host: Host): Promise<Compared> {
  const source = sourceOf(loaded.locales);
  const shares = sharesOf(worksOf(loaded), { source, settings: readingOf(settings) });
  const of = loaded.locales.reduce((sum, { documents }) => sum + documents.length, 0);
  const entries: Entry[] = [];
  const found: Finding[] = [...((await withLocks(host, loaded, settings)).locks?.findings ?? [])];
  let figures = 0;
  for await (const surveyed of host.spread(surveying, shares)) {
    for (const entry of surveyed.entries) {
      entries.push(entry);
      figures += entry.figures;
    }
    // One by one: as arguments of one call, very many would not fit.
    for (const finding of surveyed.findings) found.push(finding);
    said({ texts: entries.length, figures }, host, of);
  }
  const editions = loaded.locales.map((sources) => ({ locale: sources.locale, strings: stringsOf(sources) }));
  const catalogue = catalogueOf({ source, assets: loaded.assets, editions }, entries, bodiesOf(loaded, settings));
  const scope = scopeOf(selection, catalogue);
  for (const finding of check(catalogue)) found.push(finding);
  const standard = standardOf(settings, host);
  return {
    report: report(catalogue, found, scope, standard),
    whole: () => report(catalogue, found, scopeOf({}, catalogue), standard),
  };
}

function said({ texts, figures }: { readonly texts: number; readonly figures: number }, host: Host, of: number): void {
  host.progress({ stage: 'check', done: texts, of, detail: `texts · ${figures} figures` });
  host.signal.throwIfAborted();
}

export function checked({ locales }: Loaded, settings: Settings): Omit<Checked, 'report'> {
  const sources = locales.flatMap(({ documents, strings = [] }) => documents.concat(strings));
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return { settings, text: (path) => byPath.get(path)?.text };
}
