import { createRequire } from 'node:module';
import { en } from './en.ts';
import type { CldrTable, Language } from './language.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** Every language with a file of its own. */
export const languages: readonly Language[] = [en, ru, zh];

/** What is known of the language of a BCP 47 tag: the tag itself, else its language; English's layout for one without a file. */
export function language(locale: string): Language {
  const base = locale.split('-')[0];
  return languages.find((l) => l.tag === locale) ?? languages.find((l) => l.tag === base) ?? en;
}

const require = createRequire(import.meta.url);
/** Locales that `npm run cldr` writes a table for. */
const tabled = ['en', 'ru', 'zh'];

/** CLDR's table of a locale, read at first use; English's for a language without one. */
export function cldrTable(locale: string): CldrTable {
  const found = [locale, locale.split('-')[0]].find((tag) => tag !== undefined && tabled.includes(tag));
  return require(`./cldr/${found ?? 'en'}.json`);
}

/** Are there words to read this language's figures by? */
export function readsFigures(locale: string): boolean {
  return tabled.includes(locale) || tabled.includes(new Intl.Locale(locale).language);
}
