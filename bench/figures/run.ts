/**
 * How well figures are compared and how fast they are read, beside two others on the same data in the same run:
 * `npm run bench:figures`. What the tables mean stands in README.md.
 */
import { recognizers, sameDigits } from './baselines.ts';
import { type Checker, hexapla } from './checker.ts';
import { errorClasses, goldLocales, goldPairs } from './gold.ts';
import { isError, type Score, score } from './score.ts';
import { SPEED_COLUMNS, speeds } from './speed.ts';
import { table } from './table.ts';

const checkers: readonly Checker[] = [hexapla, sameDigits, recognizers];
const write = (text: string) => process.stdout.write(`${text}\n`);

/** Rules that name an error of a class. */
const RULES: Readonly<Record<(typeof errorClasses)[number], readonly string[]>> = {
  value: ['value'],
  scale: ['value'],
  unit: ['unit', 'value'],
  currency: ['unit'],
  percent: ['value', 'unit'],
  bound: ['bound', 'direction'],
  direction: ['direction', 'value'],
  date: ['date', 'value'],
  ordinal: ['value'],
  multiple: ['value'],
  missing: ['missing'],
  extra: ['extra'],
  swap: ['swap'],
};

const scores = checkers.map(({ name, reads, ...checker }) => ({
  name,
  scores: goldLocales()
    .filter(reads)
    .map((locale) => score(locale, goldPairs(locale), { name, reads, ...checker })),
}));

write('# Errors found and false alarms, by locale\n');
write(
  table(
    [
      'locale',
      'pairs',
      'planted',
      'rewrites',
      ...scores.flatMap(({ name }) => [
        `${name}: found`,
        'alarms/100 pairs',
        'alarms/100 rewrites',
        'alarms/100 backwards',
      ]),
    ],
    byLocale(),
  ),
);
write('\n# Errors found, by class\n');
write(
  table(
    ['class', 'planted', 'hexapla: found', 'under its rule', ...scores.slice(1).map(({ name }) => `${name}: found`)],
    byClass(),
  ),
);
write('\n# Reading\n');
write(table(SPEED_COLUMNS, speeds()));
write(`\npeak memory of this run: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

function byLocale(): readonly (readonly string[])[] {
  const rows = goldLocales().map((locale) => row(locale, (own) => own.locale === locale));
  const main = (own: Score) => own.locale === 'zh' || own.locale === 'ru';
  return [...rows, row('zh, ru', main), row('others', (own) => !main(own))];
}

function row(title: string, wanted: (score: Score) => boolean): readonly string[] {
  const own = scores.map(({ scores: all }) => total(all.filter(wanted)));
  const [first] = own;
  return [
    title,
    String(first?.pairs ?? 0),
    String(first?.planted ?? 0),
    String(first?.rewrites ?? 0),
    ...own.flatMap(({ pairs, planted, found, rewrites, clean, rewritten, backwards }) =>
      pairs === 0
        ? ['–', '–', '–', '–']
        : [
            share(found, planted),
            perHundred(clean, pairs),
            perHundred(rewritten, rewrites),
            perHundred(backwards, pairs),
          ],
    ),
  ];
}

interface Total {
  readonly pairs: number;
  readonly planted: number;
  readonly found: number;
  readonly rewrites: number;
  readonly clean: number;
  readonly rewritten: number;
  readonly backwards: number;
}

function total(all: readonly Score[]): Total {
  const sum = (count: (score: Score) => number) => all.reduce((all, own) => all + count(own), 0);
  const errors = (alarms: (score: Score) => Score['clean']) =>
    sum((own) => alarms(own).filter(({ alarm }) => isError(alarm)).length);
  return {
    pairs: sum(({ pairs }) => pairs),
    planted: sum(({ planted }) => planted.length),
    found: sum(({ planted }) => planted.filter(({ found }) => found).length),
    rewrites: sum(({ rewrites }) => rewrites),
    clean: errors(({ clean }) => clean),
    rewritten: errors(({ rewritten }) => rewritten),
    backwards: errors(({ backwards }) => backwards),
  };
}

function byClass(): readonly (readonly string[])[] {
  const planted = scores.map(({ scores: all }) => all.flatMap((own) => own.planted));
  return errorClasses.map((kind) => {
    const own = planted.map((all) => all.filter((one) => one.class === kind));
    const named = own[0]?.filter(({ rules }) => rules.some((rule) => RULES[kind].includes(rule))) ?? [];
    const [first = [], ...others] = own;
    const found = (all: typeof first) => share(all.filter((one) => one.found).length, all.length);
    return [kind, String(first.length), found(first), share(named.length, first.length), ...others.map(found)];
  });
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`;
}

function perHundred(count: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * count) / whole).toFixed(2);
}
