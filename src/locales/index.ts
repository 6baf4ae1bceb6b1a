import { en } from './en.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

const languages: readonly Language[] = [en, ru, zh];

/** What is known of the language of a BCP 47 tag: the tag itself, else its language; English's layout for one without a file. */
export function language(locale: string): Language {
  const base = locale.split('-')[0];
  return languages.find((l) => l.tag === locale) ?? languages.find((l) => l.tag === base) ?? en;
}
