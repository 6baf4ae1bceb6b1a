import type { Lexicon } from '../words/lexicon.ts';

/** "the 15th of may", "march 1st": a month in lower case, told from the verb by the ordinal of its day. */
export function isBesideDay(
  folded: string,
  start: number,
  end: number,
  { ordinalDay: { before, behind } }: Lexicon,
): boolean {
  return before.test(folded.slice(Math.max(0, start - DAY), start)) || behind.test(folded.slice(end, end + DAY));
}

/** 12 Nov, 3 de mar. de 2019, Nov-Dec 2018: do digits stand beside the short name of a month? */
export function isDated(folded: string, start: number, end: number): boolean {
  return (
    DAY_BEFORE.test(folded.slice(Math.max(0, start - DAY), start)) ||
    DIGITS_BEHIND.test(folded.slice(end, end + 2 * DAY))
  );
}

const DAY_BEFORE = /\d\.?(?:[-’']?\p{L}{1,4})?[ /-]{0,2}(?:\p{L}{1,3} )?$/u;
const DIGITS_BEHIND = /^\.?(?: ?[-–/] ?\p{L}{3,10}\.?)?(?: (?:de|del|of))?[ ,'’/-]{0,2}\d/u;

/** How far a month may stand from its day, in UTF-16 units. */
const DAY = 12;
