import type { Block, Document, Figure, Span } from '../model.ts';

/** What a PDF has to say. It can be copied to another thread. */
export interface Promised {
  /** Path below `dist/`. */
  readonly path: string;
  readonly locale: string;
  /** Its documents, in its order. */
  readonly documents: readonly PromisedDocument[];
  /** What stands behind references within it, § for the number of the page: (p. §). */
  readonly references: readonly string[];
}

export interface PromisedDocument {
  readonly path: string;
  readonly locale: string;
  readonly title: Span;
  readonly blocks: readonly PromisedBlock[];
}

export interface PromisedBlock extends Pick<Block, 'kind' | 'field' | 'text' | 'span' | 'cell'> {
  /** The table of a cell. */
  readonly table?: string;
  readonly figures: readonly PromisedFigure[];
}

export type PromisedFigure = Pick<Figure, 'kind' | 'value' | 'unit' | 'soft' | 'text' | 'start' | 'end' | 'span'>;

/** A document as its PDF has to say it. */
export function promised({ source, locale, blocks }: Document): PromisedDocument {
  const start = { line: 1, column: 1 };
  const title = blocks.find(({ field }) => field === 'title')?.span ?? { path: source.path, start, end: start };
  return { path: source.path, locale, title, blocks: blocks.map(promisedBlock) };
}

function promisedBlock({ kind, field, text, span, cell, within, figures }: Block): PromisedBlock {
  const table = cell && within.at(-1);
  const about = { ...(field && { field }), ...(cell && { cell }), ...(table && { table }) };
  return { kind, text, span, ...about, figures: figures.map(promisedFigure) };
}

function promisedFigure({ kind, value, unit, soft, text, start, end, span }: Figure): PromisedFigure {
  return { kind, value, unit, soft, text, start, end, span };
}
