import type { Catalogue, Entry } from '../catalogue.ts';
import { checks } from '../checks/index.ts';
import { levelled } from '../judging/severity.ts';
import { type Standard, silence } from '../judging/silence.ts';
import type { Draft, Finding, Report, Settings, Severity, Work } from '../model.ts';
import type { Check, Host } from '../world.ts';

/** What of a publication is looked at. */
export interface Scope {
  locales(locale: string): boolean;
  slugs(slug: string): boolean;
}

/** What every check finds in one document and its translations. Pure: the same texts give the same findings. */
export function compare(work: Work, list: readonly Check[] = checks): readonly Finding[] {
  return [...comparing(work, list)].flat();
}

/** The same check by check, for whoever has others to serve meanwhile. */
export function* comparing(work: Work, list: readonly Check[] = checks): Iterable<readonly Finding[]> {
  for (const { id, compare: find } of list) yield stamped(id, find?.(work) ?? []);
}

/** What every check finds in the whole. */
export function check(catalogue: Catalogue, list: readonly Check[] = checks): readonly Finding[] {
  return list.flatMap(({ id, find }) => stamped(id, find?.(catalogue) ?? []));
}

/** With the names of the rules. */
function stamped(id: string, drafts: Iterable<Draft>): readonly Finding[] {
  return Array.from(drafts, (draft) => ({ ...draft, rule: draft.rule === undefined ? id : `${id}/${draft.rule}` }));
}

/** What findings are held to, today. */
export function standardOf({ rules }: Pick<Settings, 'rules'>, host: Pick<Host, 'today'>): Standard {
  return { rules, today: host.today() };
}

/**
 * All findings, whoever made them, as they are reported: without what the texts suppress with a reason (a suppression
 * that suppresses nothing is a finding itself), as grave as the settings have them, within the scope, sorted and counted.
 */
export function report({ editions }: Seen, found: readonly Finding[], scope: Scope, standard: Standard): Report {
  const documents = editions.flatMap((edition) => edition.documents);
  const { loud, idle } = silence(documents, found, standard);
  return reported(editions, levelled([...loud, ...idle], standard.rules), scope);
}

/** The same where nothing was looked for, so that what is found no more says nothing of a suppression. */
export function reportUnchecked(
  { editions }: Seen,
  found: readonly Finding[],
  scope: Scope,
  standard: Standard,
): Report {
  const documents = editions.flatMap((edition) => edition.documents);
  const { loud } = silence(documents, found, standard);
  return { ...reported(editions, levelled(loud, standard.rules), scope), unchecked: true };
}

/** What a report must know of the documents. */
export interface Seen {
  readonly editions: readonly { readonly locale: string; readonly documents: readonly SeenDocument[] }[];
}

type SeenDocument = Pick<Entry, 'source' | 'slug' | 'locale' | 'figures' | 'silencers'>;

function reported(editions: Seen['editions'], all: readonly Finding[], scope: Scope): Report {
  const seen = editions.filter(({ locale }) => scope.locales(locale));
  const documents = seen.flatMap((edition) => edition.documents).filter(({ slug }) => scope.slugs(slug));
  const findings = once(sorted(all.filter((finding) => isWithin(finding, scope))));
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    summary: {
      error: count('error'),
      warning: count('warning'),
      note: count('note'),
      figures: documents.reduce((sum, { figures }) => sum + figures, 0),
      documents: new Set(documents.map(({ slug }) => slug)).size,
      locales: seen.map(({ locale }) => locale),
    },
    documents: documents
      .map(({ source: { path }, locale }) => ({ path, locale }))
      .sort((one, other) => order(one.path, other.path)),
  };
}

/** Findings stand in `content/<locale>/<slug>.md`, also where that document is missing; others are of no document. */
function isWithin({ locale, span }: Finding, scope: Scope): boolean {
  const [, slug] = span.path.match(/^content\/[^/]+\/(.+)\.md$/) ?? [];
  return scope.locales(locale) && (slug === undefined || scope.slugs(slug));
}

function sorted(found: readonly Finding[]): readonly Finding[] {
  return found.toSorted(
    (a, b) =>
      order(a.span.path, b.span.path) ||
      a.span.start.line - b.span.start.line ||
      a.span.start.column - b.span.start.column ||
      order(a.rule, b.rule) ||
      order(a.message, b.message),
  );
}

/** What two formats both find, such as a character without a glyph, is said once; the findings are sorted. */
function once(found: readonly Finding[]): readonly Finding[] {
  const said = (finding: Finding | undefined) => JSON.stringify([finding?.rule, finding?.span, finding?.message]);
  return found.filter((finding, i) => said(finding) !== said(found[i - 1]));
}

/** By UTF-16 unit: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
