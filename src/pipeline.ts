import { matchesGlob } from 'node:path/posix';
import type { Artifact, Finding, Host, Page, Publication, Report, Settings } from './model.ts';
import { loadSettings } from './settings.ts';
import { check, report, type Scope } from './stages/check.ts';
import { load } from './stages/load.ts';
import { localise } from './stages/localise.ts';
import { formatOf, print } from './stages/print.ts';
import { type Release, release } from './stages/release.ts';
import { render } from './stages/render.ts';
import { typeset } from './stages/typeset.ts';
import { UserError } from './trouble.ts';

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

/** load → localise → check. Writes nothing. */
export async function checkPublication(host: Host, selection: Selection): Promise<Checked> {
  const { publication, findings } = await read(host);
  const scope = scopeOf(selection, publication);
  const found = [...findings, ...compare(publication, host)];
  return { ...checked(publication), report: report(publication, found, scope) };
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

async function read(host: Host): Promise<{ publication: Publication; findings: readonly Finding[] }> {
  const settings = await loadSettings(host);
  return localise(await load(host, settings), settings);
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
