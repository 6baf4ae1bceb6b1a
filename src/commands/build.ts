import { join } from 'node:path';
import { colorful, deliver } from '../host/deliver.ts';
import { withHost } from '../host/index.ts';
import type { Release, Selection } from '../pipeline.ts';
import { fails, type ReportOptions, reportFormat, shown } from '../reports/index.ts';
import { loadSettings } from '../settings.ts';

/** What `build` may be told of how it prints. */
export interface Printing {
  /** Pages that print at once. */
  readonly jobs?: number;
  /** `false`: what was made before is made again. */
  readonly cache?: boolean;
  /** `false`: the files are made, and nothing is compared or proven. */
  readonly check?: boolean;
}

/** `hexapla build`: writes the editions into `dist/` and gives the report; 1 if there are findings at or above the fail level, else 0. */
export async function build(
  folder: string,
  options: Selection & ReportOptions & Printing,
  signal: AbortSignal,
): Promise<0 | 1> {
  const form = reportFormat(options.format);
  const start = performance.now();
  const { quiet = false, jobs, cache = true, check = true } = options;
  const surroundings = { signal, quiet, settings: loadSettings, fresh: !cache, ...(jobs && { jobs }) };
  const built = await withHost(folder, surroundings, async (host) => {
    const { outputs } = await loadSettings(host);
    // The browser starts while the rest of Hexapla is loaded: each takes a third of a second, and a core of its own.
    if (outputs.some((output) => output !== 'html')) await host.expectPages();
    const { buildPublication } = await import('../pipeline.ts');
    return buildPublication(host, options, check);
  });
  const { report, settings, text } = built;
  await deliver(
    shown(form, report, { text, color: options.color && options.output === undefined && colorful() }, options.quiet),
    options.output,
  );
  if (!options.quiet) process.stderr.write(summary(folder, built.release, (performance.now() - start) / 1000));
  return fails(report, options.failOn ?? settings.failOn) ? 1 : 0;
}

function summary(folder: string, { files, bytes, pages }: Release, seconds: number): string {
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const paper = pages === 0 ? '' : `, ${pages} printed pages`;
  return `Written to ${join(folder, 'dist')}/: ${files} files, ${size}${paper}, in ${seconds.toFixed(1)} s\n`;
}
