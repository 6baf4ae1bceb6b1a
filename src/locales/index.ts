import { createRequire } from 'node:module';
import { extname } from 'node:path';
import type { FontSettings, Settings } from '../model.ts';
import { type CldrTable, type Language, numbersStay, type SayingTable } from './language.ts';

/** Languages that have a file, which is read when its language is first asked for. */
const tags: readonly string[] = (
  'ar az be bg bn cs da de el en es fa fi fr he hi id it ja kk ko ky mn nb nl pl pt ru sr sv tg th tr uk uz vi ' +
  'zh zh-Hant'
).split(' ');

/** All that have a file; which reads every one of them. */
export function languages(): readonly Language[] {
  return tags.map(language);
}

/**
 * What is known of the language of a BCP 47 tag: the tag itself, else the tag shortened part by part; for a language
 * without a file English's layout, and no words but CLDR's.
 */
export function language(locale: string): Language {
  const known = found.get(locale) ?? lookUp(locale);
  found.set(locale, known);
  return known;
}

const found = new Map<string, Language>();

function lookUp(locale: string): Language {
  for (const tag of shortened(locale)) if (tags.includes(tag)) return read(tag);
  return { ...language('en'), tag: locale, typography: numbersStay, figures: {}, wording: PLAIN };
}

/** A language file stands beside this one, as TypeScript in the repository and as JavaScript in the package. */
function read(tag: string): Language {
  const exported: Readonly<Record<string, Language>> = require(`./${tag}${extname(import.meta.filename)}`);
  const [file] = Object.values(exported);
  if (file === undefined) throw new Error(`src/locales/${tag}: no language is exported`);
  return file;
}

const require = createRequire(import.meta.url);

/**
 * `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647, 3.4, lookup); Chinese of Taiwan and Hong Kong is written in Hant. Most tags
 * are known as they are, and are not shortened.
 */
function* shortened(locale: string): Generator<string, undefined> {
  yield locale;
  const { language: base, script } = new Intl.Locale(locale).maximize();
  yield `${base}-${script}`;
  yield base;
}

/** Wording in signs and codes only. */
const PLAIN: Language['wording'] = {
  scales: {},
  bounds: { over: '> #', under: '< #', about: '≈ #', 'at-least': '≥ #', 'at-most': '≤ #' },
  currencies: {},
  currency: '# ¤',
  gap: ' ',
};

/** Locales that `npm run cldr` writes a table for. */
const tabled = (
  'ar az be bg bn ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mn nb nl pl pt ro ru sk ' +
  'sl sr sv tg th tr uk ur uz vi zh zh-Hant'
).split(' ');

/** CLDR's table of a locale, read at first use; English's for a language without one. */
export function cldrTable(locale: string): CldrTable {
  const known = tables.get(locale) ?? require(`./cldr/${tableOf(locale) ?? 'en'}.json`);
  tables.set(locale, known);
  return known;
}

const tables = new Map<string, CldrTable>();

/** What writes figures of a locale in words and cases, read at first use; undefined where CLDR has no words for it. */
export function sayingTable(locale: string): SayingTable | undefined {
  const tag = tableOf(locale);
  return tag === undefined ? undefined : require(`./saying/${tag}.json`);
}

/** Are there words to read this language's figures by? */
export function readsFigures(locale: string): boolean {
  return tableOf(locale) !== undefined;
}

function tableOf(locale: string): string | undefined {
  for (const tag of shortened(locale)) if (tabled.includes(tag)) return tag;
  return undefined;
}

/** The font packages that set a locale; a setting for zh holds for zh-Hans too. */
export function fontsOf(locale: string, fonts: Settings['fonts']): FontSettings {
  return fonts[locale] ?? fonts[locale.split('-')[0] ?? ''] ?? language(locale).fonts;
}
