import type { Source, TextBlock } from '../model.ts';
import { type Content, contentOf, contentOfText, regionOf } from '../text/content.ts';
import { offsetOf } from '../text/mapped.ts';
import { parseMarkdown } from '../text/markdown.ts';

/** A document whose blocks can be written: what each says, and where that stands. */
export interface Writable {
  readonly source: Source;
  /** In the order of the document's blocks. */
  readonly blocks: readonly WritableBlock[];
  /** Where the body begins, and the outermost pieces of it: paragraph, list, table. */
  readonly body: number;
  readonly chunks: readonly Region[];
}

/** UTF-16 units of the file, the end exclusive. */
export type Region = readonly [from: number, to: number];

export interface WritableBlock extends Pick<TextBlock, 'kind' | 'field' | 'within' | 'cell' | 'span'> {
  /** None for what is written somewhere else than it stands: words for a picture whose address is defined below. */
  readonly content: Content | undefined;
  readonly region: Region | undefined;
  /** Number of the chunk that it stands in; none for front matter. */
  readonly chunk: number | undefined;
}

/** Reads a text for who is to write it; its figures are not read, and marks of key figures stay what they are. */
export function writable(source: Source, locale: string): Writable {
  const { blocks, inlines, chunks, body } = parseMarkdown(source, { locale, slug: '', isWritten: true });
  let chunk = 0;
  const found = blocks.map((block, n): WritableBlock => {
    const { kind, field, within, cell, span } = block;
    const base = { kind, within, span, ...(field !== undefined && { field }), ...(cell && { cell }) };
    if (kind === 'meta') {
      const region = [offsetOf(source, span.start), offsetOf(source, span.end)] as const;
      return { ...base, content: contentOfText(block.text), region, chunk: undefined };
    }
    const inline = inlines[n];
    const start = offsetOf(source, span.start);
    // Notes stand where they are first referred to: as a rule the next block is in the next chunk, or in this one.
    if (start < (chunks[chunk]?.[0] ?? 0)) chunk = 0;
    while (chunk + 1 < chunks.length && start >= (chunks[chunk]?.[1] ?? 0)) chunk += 1;
    return { ...base, content: inline && contentOf(inline), region: inline && regionOf(inline, source.text), chunk };
  });
  return { source, blocks: found, body, chunks };
}
