import type { Document, Edition, Source, Span } from '../model.ts';

/**
 * The first place where an edition says `what`: in what its documents show, else anywhere in their source
 * (code, raw HTML, front matter), else in its strings.
 */
export function findInEdition(what: string, { documents, strings }: Edition): Span | undefined {
  for (const document of documents) {
    const span = findInBlocks(what, document);
    if (span) return span;
  }
  return findInSources(what, [...documents.map((document) => document.source), strings.source]);
}

/** The first place where one of these files has `what` as it is written. */
export function findInSources(what: string, sources: readonly Source[]): Span | undefined {
  for (const source of sources) {
    const at = source.text.indexOf(what);
    if (at >= 0) return spanOf(source, at, at + what.length);
  }
  return undefined;
}

/** In a block an entity such as `&#x2603;` has become what it stands for; its segment knows how it was written. */
function findInBlocks(what: string, { blocks, source }: Document): Span | undefined {
  for (const { text, segments } of blocks) {
    const at = text.indexOf(what);
    const segment = at < 0 ? undefined : segments.find((s) => s.at <= at && at < s.at + s.length);
    if (!segment) continue;
    const { from, length, sourceLength } = segment;
    if (length !== sourceLength) return spanOf(source, from, from + sourceLength);
    return spanOf(source, from + at - segment.at, from + at - segment.at + what.length);
  }
  return undefined;
}

function spanOf({ path, text }: Source, from: number, to: number): Span {
  return { path, start: positionAt(text, from), end: positionAt(text, to) };
}

function positionAt(text: string, offset: number): Span['start'] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
