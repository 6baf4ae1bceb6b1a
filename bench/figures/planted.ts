/**
 * How the check does on a publication of real translations: `node bench/figures/planted.ts <publication>`, with
 * `--locale ru` (more than once), `--source en`, `--seed 1`, `--limit 60` (errors of one class) and `--missed` (those
 * that were not found). What the tables mean stands in README.md.
 */
import { parseArgs } from 'node:util';
import { type Measured, measure, type Outcome } from './measure.ts';
import { plantClasses } from './plants.ts';
import { localesOf } from './publication.ts';
import { table } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', multiple: true },
    source: { type: 'string', default: 'en' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '60' },
    missed: { type: 'boolean', default: false },
  },
});
const write = (text: string) => process.stdout.write(`${text}\n`);
const [root = '.'] = positionals;
const from = values.source;
const locales = values.locale ?? localesOf(root).filter((locale) => locale !== from);
const all = locales.map((locale) =>
  measure({ root, from, locale, seed: Number(values.seed), limit: Number(values.limit) }),
);

if (values.missed) for (const { locale, planted } of all) showMissed(locale, planted);
write('# Alarms where nothing was planted, and planted errors found\n');
write(
  table(
    [
      'locale',
      'documents',
      'paragraphs',
      'sentences',
      'errors',
      'per 100 sentences',
      'same digits',
      'per 100',
      'planted',
      'found',
      'same digits found',
    ],
    all.map(row),
  ),
);
write('\n# Found, by class\n');
write(table(['class', ...locales], plantClasses.map(byClass)));
for (const { locale, uneven, unevenErrors } of all) {
  if (uneven > 0) {
    write(
      `\n${locale}: ${uneven} documents are left out above, as their paragraphs do not stand one for one: ` +
        `${unevenErrors} errors in them`,
    );
  }
}

function row({
  locale,
  documents,
  uneven,
  paragraphs,
  sentences,
  errors,
  digitAlarms,
  planted,
}: Measured): readonly string[] {
  const seen = planted.filter(isRead);
  return [
    locale,
    String(documents - uneven),
    String(paragraphs),
    String(sentences),
    String(errors),
    perHundred(errors, sentences),
    String(digitAlarms),
    perHundred(digitAlarms, sentences),
    String(seen.length),
    share(seen.filter(({ found }) => found).length, seen.length),
    share(seen.filter(({ foundByDigits }) => foundByDigits).length, seen.length),
  ];
}

/**
 * Digits that are no figure to the reader are mostly names and numbers of parts; and who does not know what the words mean
 * can tell few swaps. Both are counted by themselves.
 */
function isRead(outcome: Outcome): boolean {
  return outcome.class !== 'bare digits, not read' && outcome.class !== 'swap';
}

function byClass(kind: (typeof plantClasses)[number]): readonly string[] {
  const cells = all.map(({ planted }) => {
    const own = planted.filter((outcome) => outcome.class === kind);
    return own.length === 0 ? '–' : `${own.filter(({ found }) => found).length} of ${own.length}`;
  });
  return [kind, ...cells];
}

function showMissed(locale: string, planted: readonly Outcome[]): void {
  for (const { class: kind, place, source, target, found } of planted) {
    if (!found) write(`${place} MISSED ${kind}\n  ${from}: ${source}\n  ${locale}: ${target}`);
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

function perHundred(count: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * count) / whole).toFixed(2);
}
