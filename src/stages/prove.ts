import type { Draft, Finding } from '../model.ts';
import { findBlocks } from '../proving/blocks.ts';
import { pagesOf } from '../proving/pages.ts';
import type { Promised } from '../proving/promise.ts';
import { lostRows } from '../proving/rows.ts';
import { broken, faults, lostHeads } from '../proving/whole.ts';
import type { ReadPdf } from '../text/signs.ts';

export type { Promised } from '../proving/promise.ts';

/** What a proof has shown. */
export interface Proven {
  readonly findings: readonly Finding[];
  /** For each document, for each figure of its blocks in order: the pages where it is said; none where it is not. */
  readonly pages: readonly (readonly (readonly number[])[])[];
}

/**
 * Holds what was read back of a PDF against the documents that it was made of: each block is there with the same
 * signs, and so with the same figures; tables have their rows; heads are the outline; links lead somewhere; fonts are
 * within. Pure.
 */
export async function prove(read: ReadPdf, promise: Promised): Promise<Proven> {
  const found = await findBlocks(read, promise);
  const drafts = [
    ...found.flatMap((blocks) => blocks.flatMap(({ drafts }) => drafts)),
    ...lostRows(read, found, promise),
    ...lostHeads(read, promise),
    ...faults(read, promise),
  ];
  return { findings: drafts.map(named), pages: found.map((blocks) => blocks.flatMap(pagesOf)) };
}

/** A PDF that cannot be read says nothing; `what` is as the reader says it. */
export function disproved(what: string, promise: Promised): Proven {
  return { findings: broken(what, promise).map(named), pages: promise.documents.map(() => []) };
}

function named(draft: Draft): Finding {
  return { ...draft, rule: `prove/${draft.rule}` };
}
