import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { colorful, deliver, sumUp } from './host/deliver.ts';
import type { Report, Severity } from './model.ts';
import { type NamedReport, type ReportOptions, reportFormat, shown } from './reports/index.ts';
import { UserError } from './trouble.ts';
import type { ReportFormat, View } from './world.ts';

/** How reports are asked for: one as a rule, and others into files. */
export interface Reporting extends ReportOptions {
  /** `sarif=out.sarif`: a form, and the file that it is written to. */
  readonly report?: readonly string[];
}

/** What a report is made of. */
export interface Reported {
  readonly report: Report;
  /** The fail level. */
  readonly failOn: Severity;
  text(path: string): string | undefined;
}

/** Throws UserError 2 for a report that nobody could give: what is asked for in vain is said before anything is done. */
export function expectReports(options: Reporting): void {
  reportFormat(options.format);
  const all = filesOf(options).map((file) => resolve(file));
  const twice = all.find((file, at) => all.indexOf(file) !== at);
  if (twice !== undefined)
    throw new UserError(
      `two reports would be written to ${relative('', twice)}; only the last would be left`,
      'Give each report a file of its own.',
    );
}

/** The files that reports are written to. */
export function filesOf({ output, report = [] }: Pick<Reporting, 'output' | 'report'>): readonly string[] {
  return [...(output === undefined ? [] : [output]), ...report.map((asked) => ordered(asked).file)];
}

/** Gives the report in every form that was asked for; `folder` is the publication’s. */
export async function giveReports(reported: Reported, options: Reporting, folder: string): Promise<void> {
  const { format, output, color, quiet, report = [] } = options;
  const asked = report.map(ordered);
  const named = reportFormat(format);
  const tells = [named, ...asked.map(({ form }) => form)].some(({ tellsPromises }) => tellsPromises);
  const view = await viewOf(reported, folder, tells);
  const orders = await Promise.all(asked.map(loaded));
  for (const { form, file } of orders) await deliver(form.print(reported.report, view), file);
  const form = await named.load();
  const painted = { ...view, color: color && output === undefined && colorful() };
  await deliver(shown(form, reported.report, painted, quiet), output);
  for (const { summary } of new Set([form, ...orders.map((order) => order.form)]))
    if (summary) await sumUp(summary(reported.report, view));
}

/** How reports see what they tell of, without colours; most tell nothing of what rules promise. */
export async function viewOf(
  { failOn, text }: Omit<Reported, 'report'>,
  folder: string,
  tellsPromises = true,
): Promise<View> {
  // A build that has yet to start its browser need not wait for the checks, nor one that has nothing to do.
  const families = tellsPromises ? (await import('./promises.ts')).families : [];
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { color: false, text, failOn, families, version, base: baseOf(folder) };
}

/** GitHub counts paths from the folder that it has checked out, which may be one above the publication. */
function baseOf(folder: string): string {
  const { GITHUB_WORKSPACE: workspace } = process.env;
  const way = workspace ? relative(workspace, resolve(folder)) : '';
  return way === '' || way.startsWith('..') || isAbsolute(way) ? '' : `${way.split(sep).join('/')}/`;
}

interface Order<Form> {
  readonly form: Form;
  readonly file: string;
}

async function loaded({ form, file }: Order<NamedReport>): Promise<Order<ReportFormat>> {
  return { form: await form.load(), file };
}

function ordered(asked: string): Order<NamedReport> {
  const [, id = '', file = ''] = /^([^=]*)=(.+)$/s.exec(asked) ?? [];
  if (file === '')
    throw new UserError(
      `--report is “${asked}”; expected a form and a file`,
      'Write it as in: hexapla check --report sarif=findings.sarif',
    );
  return { form: reportFormat(id, '--report'), file };
}
