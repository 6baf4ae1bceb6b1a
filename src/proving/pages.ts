import { signsOf } from '../text/signs.ts';
import { type FoundBlock, type FoundPart, pageAt } from './blocks.ts';

/** The pages on which the figures of a block stand, in their order: one as a rule, none where it was not found. */
export function pagesOf({ block, parts }: FoundBlock): readonly (readonly number[])[] {
  const countings = parts.map((part) => ({ part, signsBefore: counting(part.text) }));
  return block.figures.map(({ start, end }) => {
    const found = countings.find(({ part: { at, text } }) => start >= at && end <= at + text.length);
    if (!found) return [];
    const { part, signsBefore } = found;
    // Where signs are others than those of the text, they cannot be counted.
    return part.isExact
      ? between(part, signsBefore(start - part.at), signsBefore(end - part.at))
      : [pageAt(part.place, 0)];
  });
}

function between({ place }: FoundPart, start: number, end: number): readonly number[] {
  const [first, last] = [pageAt(place, start), pageAt(place, Math.max(start, end - 1))];
  return first === last ? [first] : [first, last];
}

/** How many signs stand before an offset of a text; asked for in order, it goes through the text once. */
function counting(text: string): (offset: number) => number {
  let [at, count] = [0, 0];
  return (offset) => {
    if (offset < at) [at, count] = [0, 0];
    count += signsOf(text.slice(at, offset)).length;
    at = offset;
    return count;
  };
}
