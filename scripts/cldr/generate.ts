/**
 * Writes `src/locales/cldr/<locale>.json` from CLDR's packages: `npm run cldr`.
 * The same packages give the same bytes. Lists of forms are joined with `|`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { monthNames } from './months.ts';
import { currencyNames, unitNames } from './names.ts';
import { numberWords } from './numbers.ts';

/** Locales whose tables ship. */
const LOCALES = (
  'en zh zh-Hant ru ar az be bg bn ca cs da de el es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mn nb nl ' +
  'pl pt ro sk sl sr sv tg th tr uk ur uz vi'
).split(' ');

/** Names of files whose locale is written otherwise there. */
const RBNF: Readonly<Record<string, string>> = { 'zh-Hant': 'zh-Hant', nb: 'no' };

const require = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '../../src/locales/cldr');

mkdirSync(folder, { recursive: true });
for (const locale of LOCALES) {
  const table = tableOf(locale);
  writeFileSync(join(folder, `${locale}.json`), `${JSON.stringify(table, null, 1)}\n`);
}

function tableOf(locale: string): Record<string, unknown> {
  const numbers = read(`cldr-numbers-full/main/${locale}/numbers.json`)['main'][locale]['numbers'];
  const symbols = numbers['symbols-numberSystem-latn'];
  return {
    decimal: symbols['decimal'],
    group: symbols['group'],
    ...(/^[^0#]*%/.test(numbers['percentFormats-numberSystem-latn']['standard']) && { percentLeads: true }),
    quotes: quotationMarks(read(`cldr-misc-full/main/${locale}/delimiters.json`)['main'][locale]['delimiters']),
    ...listWords(read(`cldr-misc-full/main/${locale}/listPatterns.json`)['main'][locale]['listPatterns']),
    ...numberWords(locale, spellout(locale), numbers),
    months: monthNames(read(`cldr-dates-full/main/${locale}/ca-gregorian.json`)['main'][locale]['dates']),
    currencies: currencyNames(
      read(`cldr-numbers-full/main/${locale}/currencies.json`)['main'][locale]['numbers']['currencies'],
    ),
    units: unitNames(read(`cldr-units-full/main/${locale}/units.json`)['main'][locale]['units']),
  };
}

/** Of a quotation, and of one within it (UTS #35, General, 3.2). */
function quotationMarks(marks: Readonly<Record<string, string>>): (string | undefined)[] {
  return ['quotationStart', 'quotationEnd', 'alternateQuotationStart', 'alternateQuotationEnd'].map(
    (name) => marks[name],
  );
}

/** The words between the two last of a list, "and" and "or" (UTS #35, General, 11). */
function listWords(patterns: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> {
  const between = (type: string) => (patterns[`listPattern-type-${type}`]?.['2'] ?? '').replace(/\{\d\}/g, '').trim();
  return { conjunction: between('standard'), disjunction: between('or') };
}

/** The rules of a locale; none where CLDR does not spell its numbers. */
function spellout(locale: string): Record<string, never> {
  const root = join(dirname(require.resolve('cldr-rbnf/package.json')), 'rbnf');
  const file = [locale, RBNF[locale], locale.split('-')[0]].map((name) => join(root, `${name}.json`)).find(existsSync);
  return file ? JSON.parse(readFileSync(file, 'utf8'))['rbnf']['rbnf'] : {};
}

/** CLDR's JSON is as it is; its shape is known from its own schema (UTS #35). */
function read(path: string): ReturnType<typeof JSON.parse> {
  const [name = '', ...rest] = path.split('/');
  const root = dirname(require.resolve(`${name}/package.json`));
  return JSON.parse(readFileSync(join(root, ...rest), 'utf8'));
}
