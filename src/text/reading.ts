import type { Block } from '../model.ts';

/** How fast a language is read, a minute: in words, or in characters where no space parts words. */
export type Pace = { readonly words: number } | { readonly characters: number };

/** Minutes that a text takes to read, at least one. */
export function minutesOf(blocks: readonly Pick<Block, 'kind' | 'text'>[], pace: Pace): number {
  const texts = blocks.filter(({ kind }) => kind !== 'meta').map(({ text }) => text);
  const parts = texts.reduce((sum, text) => sum + ('words' in pace ? words(text) : characters(text)), 0);
  return Math.max(1, Math.round(parts / ('words' in pace ? pace.words : pace.characters)));
}

function words(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Letters and digits. */
function characters(text: string): number {
  const counted = text.replace(OTHERS, '');
  return counted.length - (counted.match(PAIRS)?.length ?? 0);
}

const OTHERS = /[^\p{L}\p{N}]+/gu;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;
