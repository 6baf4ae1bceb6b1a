import { exchangeFormat } from '../exchange/index.ts';
import { type Exporting, exported } from '../exporting.ts';
import { colorful, deliver } from '../host/deliver.ts';
import { readGiven } from '../host/given.ts';
import { withHost } from '../host/index.ts';
import { type Imported, type Importing, imported } from '../importing.ts';
import { expectReports, giveReports, type Reporting, viewOf } from '../reporting.ts';
import { fails, reportFormat } from '../reports/index.ts';

interface Options {
  readonly quiet?: boolean;
  /** `false`: nothing that an earlier run has kept. */
  readonly cache?: boolean;
}

/** `hexapla exchange export`: one language's passages and strings as one file for a translator's tool. */
export async function exportExchange(
  folder: string,
  options: Options & Exporting & Pick<Reporting, 'format' | 'output'>,
  signal: AbortSignal,
): Promise<0> {
  const form = exchangeFormat(options.format);
  const { quiet = false, cache = true, output } = options;
  const exchange = await withHost(folder, { signal, quiet, fresh: !cache }, (host) => exported(host, options));
  const units = exchange.files.reduce((sum, file) => sum + file.units.length, 0);
  // A file without units is none (XLIFF 2.1, 4.2.2.2).
  if (units > 0) await deliver(form.write(exchange), output);
  if (!quiet)
    process.stderr.write(
      units === 0
        ? `Nothing to translate: all of ${exchange.target} is up to date. No file was written.\n`
        : `${counted(units, 'unit')} of ${counted(exchange.files.length, 'file')}, ${exchange.source} → ${exchange.target}, as ${form.title}${output === undefined ? '' : `: ${output}`}\n`,
    );
  return 0;
}

/** `hexapla exchange import`: what came back goes into the Markdown; 1 if a unit was not written because something is wrong with it. */
export async function importExchange(
  file: string,
  folder: string,
  options: Options & Importing & Omit<Reporting, 'report'>,
  signal: AbortSignal,
): Promise<0 | 1> {
  expectReports(options);
  const form = reportFormat(options.format);
  const { quiet = false, cache = true } = options;
  const source = await readGiven(file);
  const result = await withHost(folder, { signal, quiet, fresh: !cache }, (host) => imported(host, source, options));
  const { report } = result;
  const text = (path: string) => (path === source.path ? source.text : undefined);
  const failOn = options.failOn ?? result.failOn;
  if (form.id !== 'pretty') await giveReports({ report, failOn, text }, options, '.');
  else {
    const color = options.color && options.output === undefined && colorful();
    const view = { ...(await viewOf({ failOn, text }, '.')), color };
    // Its last line counts what a check has read.
    const { print } = await form.load();
    const findings = report.findings.length === 0 ? '' : print(report, view).replace(/[^\n]*\n$/, '');
    await deliver(findings + (quiet ? '' : summary(result)), options.output);
  }
  return fails(report, failOn) ? 1 : 0;
}

function summary({ locale, written, accepted, unchanged, untranslated, fuzzy, report }: Imported): string {
  const units = written.reduce((sum, file) => sum + file.units, 0);
  const left = [
    unchanged > 0 && `${unchanged} as they were`,
    untranslated > 0 && `${untranslated} not translated`,
    fuzzy > 0 && `${fuzzy} fuzzy, left as they were`,
    report.findings.length > 0 && counted(report.findings.length, 'finding'),
  ].filter((part) => part !== false);
  const lines = [
    ...written.map((file) => `${locale.padEnd(8)} ${file.path}: ${counted(file.units, 'unit')} written`),
    `${units === 0 ? 'Nothing written' : `${counted(units, 'unit')} written`}${left.length > 0 ? `; ${left.join(', ')}` : ''}.`,
    ...(accepted > 0 ? [`${counted(accepted, 'passage')} recorded as up to date.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
