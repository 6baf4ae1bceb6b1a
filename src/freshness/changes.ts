import { diffWords } from 'diff';
import { remembered } from '../text/remembered.ts';

/** A run of words: as it was and is, only as it was (`-`), or only as it is (`+`). */
export interface Run {
  readonly sign: '=' | '-' | '+';
  readonly text: string;
}

const segmenterOf = remembered((locale: string) => new Intl.Segmenter(locale, { granularity: 'word' }));

/** What became of a text, in words as `Intl` parts them (UAX #29). */
export function changesIn(before: string, after: string, locale: string): readonly Run[] {
  const runs = diffWords(before, after, { intlSegmenter: segmenterOf(locale) });
  return runs.map(({ value, added, removed }) => ({ sign: added ? '+' : removed ? '-' : '=', text: value }));
}
