import { colorful, deliver } from '../host/deliver.ts';
import { withHost } from '../host/index.ts';
import { checkPublication, type Selection } from '../pipeline.ts';
import { fails, type ReportOptions, reportFormat, shown } from '../reports/index.ts';

/** `hexapla check`: gives the report; 1 if there are findings at or above the fail level, else 0. */
export async function check(folder: string, options: Selection & ReportOptions, signal: AbortSignal): Promise<0 | 1> {
  const form = reportFormat(options.format);
  const { report, settings, text } = await withHost(folder, { signal, quiet: options.quiet === true }, (host) =>
    checkPublication(host, options),
  );
  await deliver(
    shown(form, report, { text, color: options.color && options.output === undefined && colorful() }, options.quiet),
    options.output,
  );
  return fails(report, options.failOn ?? settings.failOn) ? 1 : 0;
}
