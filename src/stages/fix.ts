import type { Finding, Fix, Loaded, Report, Source, Span } from '../model.ts';
import { offsetOf } from '../text/mapped.ts';
import type { Host } from '../world.ts';

/** A finding with the correction that is to be written. */
export interface Fixable extends Finding {
  readonly fix: Fix;
}

/** A file and its text before and after. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The corrections that may be written at once: certain ones, in translations, or of what readers do not see, in files that
 * are not `refused`, where nothing else that was found by comparing with the source speaks of the same words.
 */
export function fixable({ findings }: Report, source: string, refused: ReadonlySet<string>): readonly Fixable[] {
  const compared = findings.filter(({ related = [] }) => related.some(({ span }) => isOf(span, source)));
  const certain = findings.filter((finding): finding is Fixable => finding.fix !== undefined);
  const isOpen = (finding: Fixable) =>
    finding.fix.unseen ?? (compared.includes(finding) && !isOf(finding.span, source));
  return certain.filter(
    (finding) =>
      !refused.has(finding.span.path) &&
      isOpen(finding) &&
      !compared.some((other) => other !== finding && overlap(other.span, finding.fix.span)),
  );
}

/** The sources with these corrections written into them. Pure. */
export function fix(loaded: Loaded, fixes: readonly Fixable[]): Loaded {
  const byPath = Map.groupBy(fixes, ({ span }) => span.path);
  const fixed = (source: Source) => written(source, byPath.get(source.path) ?? []);
  const locales = loaded.locales.map((locale) => ({ ...locale, documents: locale.documents.map(fixed) }));
  return { ...loaded, locales };
}

/**
 * The files among those just corrected that are worse for it: something is found there that was not found before. All
 * of them, if that is found elsewhere, or if no less is found than before.
 */
export function worsened(before: Report, after: Report, fixes: readonly Fixable[]): readonly string[] {
  const written = new Set(fixes.map(({ span }) => span.path));
  const open = Map.groupBy(before.findings, said);
  const fresh = [...Map.groupBy(after.findings, said)].filter(
    ([key, all]) => all.length > (open.get(key)?.length ?? 0),
  );
  const places = new Set(fresh.flatMap(([, all]) => all.map(({ span }) => span.path)));
  if (places.size === 0 && after.findings.length < before.findings.length) return [];
  const own = written.intersection(places);
  return [...(own.size > 0 ? own : written)];
}

/** A finding wherever in its file it stands: corrections move what follows them. */
function said({ span, rule, message }: Finding): string {
  return JSON.stringify([span.path, rule, message]);
}

/** The files whose texts differ, as they stand on the disk: with the byte order mark that a text as read has not. */
export async function changesBetween(
  before: Loaded,
  after: Loaded,
  host: Pick<Host, 'read'>,
): Promise<readonly Change[]> {
  const texts = new Map(after.locales.flatMap(({ documents }) => documents).map(({ path, text }) => [path, text]));
  const changes: Change[] = [];
  for (const { path, text } of before.locales.flatMap(({ documents }) => documents)) {
    const now = texts.get(path) ?? text;
    if (now === text) continue;
    const mark = Buffer.from((await host.read(path)) ?? []).indexOf('\ufeff') === 0 ? '\ufeff' : '';
    changes.push({ path, before: mark + text, after: mark + now });
  }
  return changes;
}

function written(source: Source, fixes: readonly Fixable[]): Source {
  let { text } = source;
  const places = fixes.map(({ fix: { span, text: said } }) => ({
    said,
    start: offsetOf(source, span.start),
    end: offsetOf(source, span.end),
  }));
  // From the end on, so that the offsets of what is before stay true.
  for (const { said, start, end } of places.sort((a, b) => b.start - a.start)) {
    text = text.slice(0, start) + said + text.slice(end);
  }
  return fixes.length === 0 ? source : { ...source, text };
}

function isOf({ path }: Span, locale: string): boolean {
  return path.startsWith(`content/${locale}/`);
}

function overlap(a: Span, b: Span): boolean {
  return a.path === b.path && isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Span['start'], b: Span['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
