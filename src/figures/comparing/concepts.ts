import { language } from '../../locales/index.ts';
import { remembered } from '../../text/remembered.ts';

/** The words of a language for what is counted and what stands beside counts (`FigureWords.nouns`): form → concept. */
export interface Concepts {
  readonly whole: ReadonlyMap<string, string>;
  /** Beginnings of words, which any ending may follow. */
  readonly open: ReadonlyMap<string, string>;
  /** Of what is written without spaces, by its first character, the longest first. */
  readonly joined: ReadonlyMap<string, readonly { readonly form: string; readonly concept: string }[]>;
}

export const conceptsOf = remembered(readConcepts);

function readConcepts(locale: string): Concepts {
  const rows = Object.entries(language(locale).figures.nouns ?? {}).flatMap(([concept, forms]) =>
    forms.split('|').map((form) => ({ concept, form: form.toLowerCase().replaceAll('ё', 'е') })),
  );
  const { joined = [], open = [], whole = [] } = Object.groupBy(rows, sortOf);
  return {
    whole: new Map(whole.map(({ form, concept }) => [form, concept])),
    open: new Map(open.map(({ form, concept }) => [form.slice(0, -1), concept])),
    joined: Map.groupBy(
      joined.toSorted((a, b) => b.form.length - a.form.length),
      ({ form }) => form.charAt(0),
    ),
  };
}

function sortOf({ form }: { readonly form: string }): 'joined' | 'open' | 'whole' {
  if (UNSPACED.test(form)) return 'joined';
  return form.endsWith('*') ? 'open' : 'whole';
}

/** What is written without spaces, but for Hangul. */
export const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** What a word of lower case names, itself or by its beginning. */
export function conceptOf(said: string, { whole, open }: Concepts): string | undefined {
  const word = said.replaceAll('ё', 'е');
  const known = whole.get(word);
  if (known !== undefined || open.size === 0) return known;
  const shortest = HANGUL.test(word) ? SHORTEST_OF_SYLLABLES : SHORTEST;
  for (let end = word.length; end >= shortest && end >= word.length - ENDING; end -= 1) {
    const concept = open.get(word.slice(0, end));
    if (concept !== undefined) return concept;
  }
  return undefined;
}

/** A beginning has so many letters at least, and an ending so many at most. */
const SHORTEST = 3;
const SHORTEST_OF_SYLLABLES = 2;
const HANGUL = /\p{sc=Hangul}/u;
const ENDING = 5;
