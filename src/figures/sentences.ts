import type { Block, Figure } from '../model.ts';
import { onceFor, remembered } from '../text/remembered.ts';

/** A sentence of a block with its figures. */
export interface Sentence {
  readonly text: string;
  /** Where it starts in its block, in UTF-16 units. */
  readonly start: number;
  readonly figures: readonly Figure[];
}

const segmenterOf = remembered((locale: string) => new Intl.Segmenter(locale, { granularity: 'sentence' }));

/** By Unicode's rules (UAX #29), as `Intl` has them for the locale. */
export const sentences = onceFor(readSentences);

function readSentences({ text, figures }: Block, locale: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let next = 0;
  for (const { segment, index } of segmenterOf(locale).segment(text)) {
    const own: Figure[] = [];
    for (let figure = figures[next]; figure && figure.start < index + segment.length; figure = figures[next]) {
      own.push(figure);
      next += 1;
    }
    if (own.length > 0) found.push({ text: segment, start: index, figures: own });
  }
  return found;
}

/** Does a folded text begin with this word, and not with a longer one? */
export function startsWithWord(folded: string, word: string): boolean {
  return folded.startsWith(word) && !joins(folded, word.length, word);
}

export function endsWithWord(folded: string, word: string): boolean {
  return folded.endsWith(word) && !isLetter(folded.charAt(folded.length - word.length - 1), word);
}

export function holdsWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!joins(folded, at + word.length, word) && !isLetter(folded.charAt(at - 1), word)) return true;
  }
  return false;
}

/** Does it hold a word that begins so, such as a form of it? */
export function holdsStem(folded: string, stem: string): boolean {
  for (let at = folded.indexOf(stem); at >= 0; at = folded.indexOf(stem, at + 1))
    if (!isLetter(folded.charAt(at - 1), stem)) return true;
  return false;
}

function joins(folded: string, at: number, word: string): boolean {
  return isLetter(folded.charAt(at), word);
}

/** Does a letter go on with the word? Scripts that set no spaces part nothing. */
function isLetter(sign: string, word: string): boolean {
  return /\p{L}/u.test(sign) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(word);
}
