import { createRequire } from 'node:module';
import type { FontSettings, Settings } from '../model.ts';
import { ar } from './ar.ts';
import { az } from './az.ts';
import { be } from './be.ts';
import { bg } from './bg.ts';
import { bn } from './bn.ts';
import { cs } from './cs.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fa } from './fa.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { kk } from './kk.ts';
import { ko } from './ko.ts';
import { ky } from './ky.ts';
import { type CldrTable, type Language, numbersStay } from './language.ts';
import { mn } from './mn.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sr } from './sr.ts';
import { sv } from './sv.ts';
import { tg } from './tg.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { uz } from './uz.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-Hant.ts';

/** Every language with a file of its own. */
export const languages: readonly Language[] = [
  ar,
  az,
  be,
  bg,
  bn,
  cs,
  da,
  de,
  el,
  en,
  es,
  fa,
  fi,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  kk,
  ko,
  ky,
  mn,
  nb,
  nl,
  pl,
  pt,
  ru,
  sr,
  sv,
  tg,
  th,
  tr,
  uk,
  uz,
  vi,
  zh,
  zhHant,
];

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
  for (const tag of shortened(locale)) {
    const file = languages.find((one) => one.tag === tag);
    if (file) return file;
  }
  return { ...en, tag: locale, typography: numbersStay, figures: {}, wording: PLAIN };
}

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

const require = createRequire(import.meta.url);
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
