import type { Report, Severity } from '../model.ts';
import { UserError } from '../trouble.ts';
import type { ReportFormat, View } from '../world.ts';

export { patch } from './patch.ts';

/** A form by its name. What it takes is loaded when there is something to report: a build starts its browser before. */
export interface NamedReport extends Pick<ReportFormat, 'id'> {
  /** It tells what rules promise. */
  readonly tellsPromises?: true;
  load(): Promise<ReportFormat>;
}

/** Every form of report; the first is the default. */
export const reports: readonly NamedReport[] = [
  { id: 'pretty', load: async () => (await import('./pretty.ts')).pretty },
  { id: 'json', load: async () => (await import('./json.ts')).json },
  { id: 'sarif', tellsPromises: true, load: async () => (await import('./sarif.ts')).sarif },
  { id: 'junit', tellsPromises: true, load: async () => (await import('./junit.ts')).junit },
  { id: 'github', load: async () => (await import('./github.ts')).github },
  { id: 'html', load: async () => (await import('./html.ts')).html },
];

/** How a command is asked to report. */
export interface ReportOptions {
  /** Name of the form. */
  readonly format: string;
  /** File to write to instead of standard output. */
  readonly output?: string;
  /** Overrides the setting. */
  readonly failOn?: Severity;
  readonly quiet?: boolean;
  readonly color: boolean;
}

/** The form of that name; throws UserError 2 if there is none. */
export function reportFormat(id: string, option: '--format' | '--report' = '--format'): NamedReport {
  const format = reports.find((candidate) => candidate.id === id);
  if (format) return format;
  const names = reports.map((candidate) => candidate.id).join(', ');
  const start = reports.find((candidate) => candidate.id[0] === id[0])?.id;
  throw new UserError(
    `there is no report of the form “${id}”; expected one of ${names}`,
    start === undefined ? `Choose one: ${option} ${reports[0]?.id}` : `Did you mean ${option} ${start}?`,
  );
}

/** The report as text; nothing when it says nothing, is for people, and they asked for quiet. */
export function shown(form: ReportFormat, report: Report, view: View, quiet = false): string {
  return quiet && report.findings.length === 0 && form.id === 'pretty' ? '' : form.print(report, view);
}

const weights: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** Is there a finding at or above this severity? Then the exit code is 1. */
export function fails({ findings }: Pick<Report, 'findings'>, failOn: Severity): boolean {
  return findings.some(({ severity }) => weights[severity] >= weights[failOn]);
}
