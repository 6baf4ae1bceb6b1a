import { createRequire } from 'node:module';
import { remembered } from './remembered.ts';

const require = createRequire(import.meta.url);

/**
 * What cuts the endings off the words of a language (Snowball's algorithms), so that a word is found in whatever form it
 * stands; for a language that has none, the word itself. Words are in lower case.
 */
export const stemmerOf = remembered((locale: string): ((word: string) => string) => {
  const { language } = new Intl.Locale(locale);
  const name = NAMES[language] ?? new Intl.DisplayNames('en', { type: 'language' }).of(language)?.toLowerCase();
  if (name === undefined || !/^[a-z]+$/.test(name)) return (word) => word;
  try {
    const { stemmer } = require(`@orama/stemmers/${name}`) as { readonly stemmer: (word: string) => string };
    return remembered((word) => stemOf(word, stemmer), MOST);
  } catch {
    return (word) => word;
  }
});

/** The Bulgarian one throws at a participle (изгонен): a word that cannot be cut stays whole. */
function stemOf(word: string, stemmer: (word: string) => string): string {
  try {
    return stemmer(word) || word;
  } catch {
    return word;
  }
}

/** Where the package calls a language otherwise than CLDR does in English. */
const NAMES: Readonly<Record<string, string>> = { hi: 'indian', nb: 'norwegian', nn: 'norwegian', no: 'norwegian' };

/** Words that are kept with their stems; a language has some hundred thousand. */
const MOST = 100_000;
