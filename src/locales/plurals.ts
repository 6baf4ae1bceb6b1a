import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let known: Readonly<Record<string, string>> | undefined;

/** The plural forms of a language as GNU gettext has them in the head of a PO (generated from CLDR). */
export function pluralForms(locale: string): string {
  known ??= require('./plurals.json') as Readonly<Record<string, string>>;
  return known[locale] ?? known[new Intl.Locale(locale).language] ?? 'nplurals=1; plural=0;';
}

/** The categories that whole numbers have, in the order of `pluralForms`. */
export function integerCategories(locale: string): readonly string[] {
  const rules = new Intl.PluralRules(locale);
  const met = new Set(SAMPLES.map((n) => rules.select(n)));
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) => met.has(category as Intl.LDMLPluralRule));
}

/** Enough to meet all: French has a form for whole millions. */
const SAMPLES = [...Array.from({ length: 201 }, (_, n) => n), 1_000_000];
