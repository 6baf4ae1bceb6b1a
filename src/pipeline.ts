import { matchesGlob } from 'node:path/posix';
import { ledger } from './figures/ledger.ts';
import type { Artifact, Finding, Host, Ledger, Loaded, Page, Publication, Report, Settings } from './model.ts';
import { loadSettings } from './settings.ts';
import { check, report, type Scope } from './stages/check.ts';
import { type Change, changesBetween, type Fixable, fix, fixable, worsened } from './stages/fix.ts';
import { load } from './stages/load.ts';
import { type Localised, localise } from './stages/localise.ts';
import { formatOf, print } from './stages/print.ts';
import { type Release, release } from './stages/release.ts';
import { render } from './stages/render.ts';
import { typeset } from './stages/typeset.ts';
import { UserError } from './trouble.ts';

export type { Change, Fixable } from './stages/fix.ts';
export type { Release } from './stages/release.ts';

/** What of a publication is asked for; nothing named means all. Everything is compared all the same. */
export interface Selection {
  readonly locale?: readonly string[];
  /** A glob over slugs: `news/*`. */
  readonly only?: string;
}

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
  const { publication, report } = compared(await read(host), selection, host);
  return { ...checked(publication), report };
}

/** load → localise → compare: every figure, and how each edition says it. Writes nothing. */
export async function ledgerOf(host: Host, selection: Selection): Promise<Ledger> {
  const { publication } = await read(host);
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
  const loaded = await load(host, settings);
  const look = (texts: Loaded) => compared(localise(texts, settings), selection, host);
  const first = look(loaded);
  const fixes: Fixable[] = [];
  const refused = new Set<string>();
  let [texts, now] = [loaded, first];
  for (;;) {
    const round = fixable(now.report, now.publication.source, refused);
    if (round.length === 0) break;
    const corrected = fix(texts, round);
    const next = look(corrected);
    const worse = worsened(now.whole, next.whole, round);
    for (const path of worse) refused.add(path);
    if (worse.length > 0) continue;
    fixes.push(...round);
    [texts, now] = [corrected, next];
  }
  const changes = await changesBetween(loaded, texts, host);
  host.signal.throwIfAborted();
  if (write) for (const { path, before, after } of changes) await host.rewrite(path, before, after);
  return { ...checked(now.publication), report: now.report, first: first.report, fixes, changes };
}

/** load → localise → check → render → print → release. Findings do not stop it: they are seen best on the page. */
export async function buildPublication(host: Host, selection: Selection): Promise<Built> {
  const { publication, findings } = await read(host);
  const scope = scopeOf(selection, publication);
  const found = [...findings, ...compare(publication, host)];
  const whole = selection.locale === undefined && selection.only === undefined;
  const released = await release(artifacts(publication, scope, found, host), host, whole);
  return { ...checked(publication), report: report(publication, found, scope), release: released };
}

async function read(host: Host): Promise<Localised> {
  const settings = await loadSettings(host);
  return localise(await load(host, settings), settings);
}

/** The report that was asked for, and that of the whole publication. */
interface Compared {
  readonly publication: Publication;
  readonly report: Report;
  readonly whole: Report;
}

function compared({ publication, findings }: Localised, selection: Selection, host: Host): Compared {
  const scope = scopeOf(selection, publication);
  const found = [...findings, ...compare(publication, host)];
  const whole = report(publication, found, scopeOf({}, publication));
  return { publication, report: report(publication, found, scope), whole };
}

function compare(publication: Publication, host: Host): readonly Finding[] {
  const texts = publication.editions.flatMap(({ documents }) => documents);
  const figures = texts.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + block.figures.length, 0);
  host.progress({ stage: 'check', detail: `${figures} figures in ${texts.length} texts` });
  host.signal.throwIfAborted();
  return check(publication);
}

/** Everything that a build makes, one locale's pages in one format at a time; what is found on the way joins `found`. */
async function* artifacts(
  publication: Publication,
  scope: Scope,
  found: Finding[],
  host: Host,
): AsyncGenerator<Artifact> {
  for await (const rendered of render(publication, host)) {
    found.push(...rendered.findings);
    const edition = publication.editions.find(({ locale }) => locale === rendered.locale);
    if (!edition || !scope.locales(rendered.locale)) continue;
    const format = formatOf(rendered.format);
    const cases = { fonts: publication.settings.fonts, container: format.fonts };
    host.progress({ stage: 'typeset', detail: `${rendered.locale} ${rendered.format}` });
    const set = await typeset(rendered.pages, edition, cases, host);
    found.push(...set.findings);
    // Cut after the fonts are: a part of the output is byte for byte what the whole would have been.
    const pages = set.typeset.pages.filter((page) => isIn(scope, page));
    yield* print({ ...set.typeset, pages }, format, host);
  }
}

/** `en/news/a/index.html` and `en/news/a.pdf` are of the slug `news/a`. */
function isIn(scope: Scope, { path, locale }: Page): boolean {
  return scope.slugs(path.slice(locale.length + 1).replace(/\/?index\.html$|\.pdf$/, ''));
}

/** Throws UserError 2 for a language or a document that there is not. */
function scopeOf({ locale = [], only }: Selection, { editions }: Publication): Scope {
  const tags = editions.map((edition) => edition.locale);
  const named = locale.map(
    (tag) => tags.find((known) => known.toLowerCase() === tag.toLowerCase()) ?? noLocale(tag, tags),
  );
  const slugs = new Set(editions.flatMap((edition) => edition.documents.map(({ slug }) => slug)));
  if (only !== undefined && ![...slugs].some((slug) => matchesGlob(slug, only))) noDocument(only, slugs);
  return {
    locales: (tag) => named.length === 0 || named.includes(tag),
    slugs: (slug) => only === undefined || matchesGlob(slug, only),
  };
}

function noLocale(tag: string, tags: readonly string[]): never {
  throw new UserError(
    `--locale is “${tag}”; this publication has no such language`,
    `Name one of its languages: ${tags.join(', ')}.`,
  );
}

function noDocument(only: string, slugs: ReadonlySet<string>): never {
  const some = [...slugs].sort().slice(0, 5).join(', ');
  throw new UserError(
    `--only is “${only}”; no document has such a path below its language`,
    `Documents here are called ${some}${slugs.size > 5 ? ' …' : ''}; * stands for any part of a name, ** for folders too.`,
  );
}

function checked({ settings, editions }: Publication): Omit<Checked, 'report'> {
  const sources = editions.flatMap(({ documents, strings }) => [
    ...documents.map(({ source }) => source),
    strings.source,
  ]);
  return { settings, text: (path) => sources.find((source) => source.path === path)?.text };
}
