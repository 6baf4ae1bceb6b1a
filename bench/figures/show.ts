/**
 * What the check misses and where it cries wolf, pair by pair, for one or more locales:
 * `node bench/figures/show.ts zh ru`, with `--warnings` for warnings too.
 */
import { hexapla } from './checker.ts';
import { goldLocales, goldPairs } from './gold.ts';
import { type FalseAlarm, isError, score } from './score.ts';

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const withWarnings = words.includes('--warnings');
const write = (line: string) => process.stdout.write(`${line}\n`);

for (const locale of wanted.length > 0 ? wanted : goldLocales()) {
  const { pairs, rewrites, planted, clean, rewritten, backwards } = score(locale, goldPairs(locale), hexapla);
  const missed = planted.filter(({ found }) => !found);
  for (const [title, alarms] of [
    ['FALSE ALARM', clean],
    ['FALSE ALARM, REWRITTEN', rewritten],
    ['FALSE ALARM, BACKWARDS', backwards],
  ] as const) {
    for (const found of alarms) if (withWarnings || isError(found.alarm)) showAlarm(title, found);
  }
  for (const { pair, class: kind, target, warned } of missed) {
    write(`${pair.id} MISSED ${kind}${warned ? ' (warned)' : ''}\n  en: ${pair.source}\n  ${locale}: ${target}`);
  }
  const count = (alarms: readonly FalseAlarm[]) => alarms.filter(({ alarm }) => isError(alarm)).length;
  write(
    `${locale}: ${pairs} pairs, ${count(clean)} false errors (${clean.length - count(clean)} warnings); ` +
      `${rewrites} rewrites, ${count(rewritten)} false errors; ` +
      `${count(backwards)} backwards; ` +
      `${planted.length} planted, ${planted.length - missed.length} found, ` +
      `${missed.filter(({ warned }) => warned).length} of the others warned of`,
  );
}

function showAlarm(title: string, { pair, target, alarm }: FalseAlarm): void {
  write(`${pair.id} ${title} ${alarm.severity} ${alarm.rule}: ${alarm.message}`);
  write(`  en: ${pair.source}\n  ${pair.locale}: ${target}`);
}
