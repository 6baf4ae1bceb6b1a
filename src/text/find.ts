import type { Document, Edition, Source, Span } from '../model.ts';
import { locate, spanOf } from './mapped.ts';

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

function findInBlocks(what: string, { blocks, source }: Document): Span | undefined {
  for (const block of blocks) {
    const at = block.text.indexOf(what);
    if (at >= 0) return locate(block, source, at, at + what.length);
  }
  return undefined;
}
