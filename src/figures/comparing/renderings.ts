import type { Rendering } from '../../catalogue.ts';
import type { Block, Document } from '../../model.ts';
import { locate } from '../../text/markdown.ts';
import { onceFor } from '../../text/remembered.ts';
import { stemmerOf } from '../../text/stems.ts';
import { fold } from '../fold.ts';
import { passagesOf } from './passages.ts';

/** What a text says at some place of a block. */
export interface Said {
  readonly word: string;
  readonly block: Block;
  readonly start: number;
}

const TITLE = /[“«„「《](\p{L}[^“”«»„「」《》\n]{2,80})[”»“」》]/gu;
const NAME = /(?<=[\p{L}\p{N},;)”»]\s)(\p{Lu}[\p{L}\p{M}’'-]{3,})/gu;

/**
 * The names and titles that a translation gives to those of its source: of passages that have one each, for of two nobody
 * knows which is which. A name is a word with a capital that begins no sentence.
 */
export function renderingsOf(source: Document, target: Document): readonly Rendering[] {
  const all: Rendering[] = [];
  for (const { source: theirs, target: ours } of passagesOf(source, target)) {
    for (const kind of ['title', 'name'] as const) {
      const [of, more] = theirs.flatMap((block) => saidIn(block)[kind]);
      const [said, others] = ours.flatMap((block) => saidIn(block)[kind]);
      if (!of || !said || more || others) continue;
      // What the source has as it is was not rendered.
      if (kind === 'name' && theirs.some(({ text }) => text.includes(said.word))) continue;
      all.push({
        kind,
        of: of.word,
        text: said.word,
        stems: stemsOf(said.word, target.locale),
        span: spanOf(said, target),
      });
    }
  }
  return all;
}

/** Looked for once: a block of the source is held against all its translations. */
export const saidIn = onceFor((block: Block) => ({ title: found(block, TITLE), name: found(block, NAME) }));

export function found(block: Block, pattern: RegExp): readonly Said[] {
  return Array.from(block.text.matchAll(pattern), ({ 0: all, 1: word = '', index }) => ({
    ...{ word, block },
    start: index + all.indexOf(word),
  }));
}

export function spanOf({ word, block, start }: Said, { source }: Document) {
  return locate(block, source, start, start + word.length);
}

/** Of all words, a space between. */
export function stemsOf(text: string, locale: string): string {
  return (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(stemmerOf(locale)).join(' ');
}
