import { type Baselining, openBaseline } from '../baselining.ts';
import { deliver } from '../host/deliver.ts';
import { withHost } from '../host/index.ts';
import { type Corrected, checkPublication, correctPublication } from '../pipeline.ts';
import { expectReports, filesOf, giveReports, type Reporting } from '../reporting.ts';
import { fails, patch } from '../reports/index.ts';
import { isWhole, type Selection } from '../scope.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';

/** What `check` may be told besides what every command is. */
interface Correcting {
  /** `false`: nothing that an earlier run has kept. */
  readonly cache?: boolean;
  /** Writes the corrections that are certain. */
  readonly fix?: boolean;
  /** Shows them as a patch instead. */
  readonly dryRun?: boolean;
}

type Options = Selection & Reporting & Baselining & Correcting;

/** `hexapla check`: gives the report; 1 if there are findings at or above the fail level, else 0. */
export async function check(folder: string, options: Options, signal: AbortSignal): Promise<0 | 1> {
  if (options.dryRun) return dryRun(folder, options, signal);
  expectReports(options);
  const baseline = await baselineOf(options);
  const checked = await withHost(folder, around(options, signal), (host) =>
    options.fix ? corrected(host, options) : checkPublication(host, options),
  );
  const { settings, text } = checked;
  const report = await baseline.hold(checked);
  const failOn = options.failOn ?? settings.failOn;
  await giveReports({ report, failOn, text }, options, folder);
  return fails(report, failOn) ? 1 : 0;
}

function baselineOf(options: Options, instead?: string) {
  const asking = { command: 'check', whole: isWhole(options), reports: filesOf(options) } as const;
  return openBaseline(options, { ...asking, ...(instead !== undefined && { instead }) });
}

function around({ quiet = false, cache = true }: Options, signal: AbortSignal) {
  return { signal, quiet, fresh: !cache };
}

/** Writes what is certain, says so, and gives the report of what is left. */
async function corrected(host: Host, options: Options): Promise<Corrected> {
  const found = await correctPublication(host, options, true);
  if (!options.quiet) process.stderr.write(corrections(found));
  return found;
}

/** What `--fix` would write, as a patch; the exit code is of the texts as they are. */
async function dryRun(folder: string, options: Options, signal: AbortSignal): Promise<0 | 1> {
  if (options.format !== 'pretty') {
    throw new UserError(
      `--dry-run gives a patch; it has no form “${options.format}”`,
      'Leave out --format, or --dry-run to have the report.',
    );
  }
  if (options.report?.length)
    throw new UserError(
      '--dry-run gives a patch and no report',
      'Leave out --report, or --dry-run to have the report.',
    );
  const baseline = await baselineOf(options, '--dry-run');
  const found = await withHost(folder, around(options, signal), (host) => correctPublication(host, options, false));
  await deliver(patch(found.changes), options.output);
  if (!options.quiet) process.stderr.write(summary(found, 'could be corrected; hexapla check --fix does it'));
  const before = new Map(found.changes.map((change) => [change.path, change.before]));
  const text = (path: string) => before.get(path) ?? found.text(path);
  const first = await baseline.hold({ report: found.first, text });
  return fails(first, options.failOn ?? found.settings.failOn) ? 1 : 0;
}

function corrections(found: Corrected): string {
  const lines = found.fixes.map(
    ({ fix: { span, was, text } }) => `${span.path}:${span.start.line}:${span.start.column}  ${was} → ${text}\n`,
  );
  return lines.join('') + summary(found, 'corrected');
}

function summary({ fixes, changes }: Corrected, what: string): string {
  if (fixes.length === 0) return 'Nothing to correct for certain.\n';
  return `${counted(fixes.length, 'figure')} in ${counted(changes.length, 'file')} ${what}.\n`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
