/**
 * Writes `src/locales/cldr/<locale>.json`, `src/locales/saying/<locale>.json` and `src/locales/plurals.json` from CLDR's
 * packages: `npm run cldr`.
 * The same packages give the same bytes. Lists of forms are joined with `|`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { erasOf } from './eras.ts';
import { monthNames } from './months.ts';
import { currencyNames, unitNames } from './names.ts';
import { numberWords } from './numbers.ts';
import { gettextPlurals } from './plurals.ts';
import { sayingTable } from './saying.ts';

/** Locales whose tables ship. */
const LOCALES = (
  'en zh zh-Hant ru ar az be bg bn ca cs da de el es et fa fi fr he hi hr hu hy id it ja ka kk ko ky lt lv mn nb nl ' +
  'pl pt ro sk sl sr sv tg th tr uk ur uz vi'
).split(' ');

/** Names of files whose locale is written otherwise there. */
const RBNF: Readonly<Record<string, string>> = { 'zh-Hant': 'zh-Hant', nb: 'no' };

/** Calendars whose eras lead years (key `ca` of BCP 47). */
const ERAS: Readonly<Record<string, string>> = { ja: 'japanese', zh: 'roc', 'zh-Hant': 'roc' };

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../../src/locales');

for (const locale of LOCALES) {
  write('cldr', locale, JSON.stringify(tableOf(locale), null, 1));
  write('saying', locale, JSON.stringify(sayingTable(spellout(locale), unitsOf(locale))));
}

writeFileSync(join(root, 'plurals.json'), `${JSON.stringify(pluralsOf(), null, 1)}\n`);

/** Of every language of CLDR, since translators' tools know them all. */
function pluralsOf(): Record<string, string> {
  const rules = read('cldr-core/supplemental/plurals.json')['supplemental']['plurals-type-cardinal'];
  return Object.fromEntries(
    Object.keys(rules)
      .sort()
      .map((tag) => [tag, gettextPlurals(rules[tag])]),
  );
}

function write(room: string, locale: string, table: string): void {
  mkdirSync(join(root, room), { recursive: true });
  writeFileSync(join(root, room, `${locale}.json`), `${table}\n`);
}

function tableOf(locale: string): Record<string, unknown> {
  const numbers = read(`cldr-numbers-full/main/${locale}/numbers.json`)['main'][locale]['numbers'];
  const symbols = numbers['symbols-numberSystem-latn'];
  const gregorian = read(`cldr-dates-full/main/${locale}/ca-gregorian.json`)['main'][locale]['dates'];
  return {
    decimal: symbols['decimal'],
    group: symbols['group'],
    ...(/^[^0#]*%/.test(numbers['percentFormats-numberSystem-latn']['standard']) && { percentLeads: true }),
    ...(orientation(locale) === 'right-to-left' && { rightToLeft: true }),
    quotes: quotationMarks(read(`cldr-misc-full/main/${locale}/delimiters.json`)['main'][locale]['delimiters']),
    ...listWords(read(`cldr-misc-full/main/${locale}/listPatterns.json`)['main'][locale]['listPatterns']),
    ...numberWords(locale, spellout(locale), numbers),
    ...dateOrder(gregorian.calendars.gregorian.dateTimeFormats.availableFormats),
    ...(ERAS[locale] && { eras: erasOf(locale, ERAS[locale]) }),
    months: monthNames(gregorian),
    currencies: currencyNames(
      read(`cldr-numbers-full/main/${locale}/currencies.json`)['main'][locale]['numbers']['currencies'],
    ),
    units: unitNames(unitsOf(locale)),
  };
}

function unitsOf(locale: string): ReturnType<typeof read> {
  return read(`cldr-units-full/main/${locale}/units.json`)['main'][locale]['units'];
}

/** Which way the lines of a language run. */
function orientation(locale: string): string {
  return read(`cldr-misc-full/main/${locale}/layout.json`)['main'][locale]['layout']['orientation']['characterOrder'];
}

/** Of a quotation, and of one within it (UTS #35, General, 3.2). */
function quotationMarks(marks: Readonly<Record<string, string>>): (string | undefined)[] {
  return ['quotationStart', 'quotationEnd', 'alternateQuotationStart', 'alternateQuotationEnd'].map(
    (name) => marks[name],
  );
}

/** How dates are written in digits, and with the name of the month (UTS #35, Dates, 2.6.2.2). */
function dateOrder({ yMd, MMMMd }: Readonly<Record<'yMd' | 'MMMMd', string>>): Record<string, unknown> {
  // What stands between quotes is text: d 'de' MMMM. L is a month as well, where it has a form of its own.
  const order = (pattern: string) =>
    pattern
      .replace(/'[^']*'/g, '')
      .replaceAll('L', 'M')
      .replace(/[^dMy]|(.)(?=.*\1)/g, '');
  return {
    numericDate: order(yMd).toLowerCase(),
    ...(order(MMMMd) === 'dM' && { dayFirst: true }),
    ...(/d\. /.test(MMMMd) && { dayPoint: true }),
  };
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
