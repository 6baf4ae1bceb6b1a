import { signsOf } from '../text/signs.ts';
import { type FoundBlock, type FoundPart, pageAt } from './blocks.ts';
import type { PromisedFigure } from './promise.ts';

/** The pages on which the figures of a block stand, in their order: one as a rule, none where it was not found. */
export function pagesOf({ block, parts }: FoundBlock): readonly (readonly number[])[] {
  return block.figures.map((figure) => {
    const part = parts.find(({ at, text }) => figure.start >= at && figure.end <= at + text.length);
    return part ? pagesIn(part, figure) : [];
  });
}

function pagesIn({ at, text, place, isExact }: FoundPart, { start, end }: PromisedFigure): readonly number[] {
  // Where signs are others than those of the text, they cannot be counted.
  if (!isExact) return [pageAt(place, 0)];
  const before = signsOf(text.slice(0, start - at)).length;
  const length = signsOf(text.slice(start - at, end - at)).length;
  const [first, last] = [pageAt(place, before), pageAt(place, before + Math.max(0, length - 1))];
  return first === last ? [first] : [first, last];
}
