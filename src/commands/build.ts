import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Baseline, type Baselining, openBaseline } from '../baselining.ts';
import { withHost } from '../host/index.ts';
import { watchFiles } from '../host/watch.ts';
import type { Report, Severity } from '../model.ts';
import type { Checked, Release } from '../pipeline.ts';
import { expectReports, filesOf, giveReports, type Reporting } from '../reporting.ts';
import { fails } from '../reports/index.ts';
import { isWhole, type Selection } from '../scope.ts';
import type { Host } from '../world.ts';

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
export async function build(folder: string, options: Options, signal: AbortSignal): Promise<0 | 1> {
  expectReports(options);
  const baseline = await baselineOf(options, options.check === false ? '--no-check' : undefined);
  const start = performance.now();
  const { check = true } = options;
  const isKept = check && isWhole(options);
  const made = await withHost(folder, surroundings(options, signal), async (host) => {
    const last = isKept ? await host.recallBuild() : undefined;
    if (last !== undefined) return asBefore(JSON.parse(last), host);
    const { loadSettings } = await import('../settings.ts');
    const { outputs } = await loadSettings(host);
    // The browser starts while the rest of Hexapla is loaded: each takes a third of a second, and a core of its own.
    if (outputs.some((output) => output !== 'html')) await host.expectPages();
    const { buildPublication } = await import('../pipeline.ts');
    const now = await buildPublication(host, options, check);
    const { report, release, settings } = now;
    const told: Told = { report, release, failOn: settings.failOn };
    if (isKept) await host.rememberBuild(JSON.stringify(told));
    return { ...told, text: now.text, isNew: true };
  });
  const built = { ...made, report: await baseline.hold(made) };
  const { report, failOn, release, isNew } = built;
  await give(built, options, folder);
  const seconds = (performance.now() - start) / 1000;
  if (!options.quiet)
    process.stderr.write(isNew ? summary(folder, release, seconds) : unchanged(folder, release, seconds));
  return fails(report, options.failOn ?? failOn) ? 1 : 0;
}

/** What a build tells. */
interface Told {
  readonly report: Report;
  readonly release: Release;
  /** The fail level of the settings. */
  readonly failOn: Severity;
}

/** What the last build told of the same texts, with those that its findings stand in. */
async function asBefore(told: Told, host: Pick<Host, 'text'>) {
  const paths = new Set(
    told.report.findings.flatMap(({ span, related = [] }) =>
      [span, ...related.map((one) => one.span)].map(({ path }) => path),
    ),
  );
  const texts = new Map<string, string>();
  for (const path of paths) {
    const source = await host.text(path);
    if (source) texts.set(path, source.text);
  }
  return { ...told, text: (path: string) => texts.get(path), isNew: false };
}

type Options = Selection & Reporting & Baselining & Printing;

function baselineOf(options: Options, instead?: string): Promise<Baseline> {
  const asking = { command: 'build', whole: isWhole(options), reports: filesOf(options) } as const;
  return openBaseline(options, { ...asking, ...(instead !== undefined && { instead }) });
}

function surroundings({ quiet = false, jobs, cache = true }: Options, signal: AbortSignal) {
  const settings = async (files: Pick<Host, 'text' | 'folders'>) =>
    (await import('../settings.ts')).loadSettings(files);
  return { signal, quiet, settings, fresh: !cache, ...(jobs && { jobs }) };
}

function give(
  { report, failOn, text }: Pick<Told, 'report' | 'failOn'> & Pick<Checked, 'text'>,
  options: Options,
  folder: string,
): Promise<void> {
  return giveReports({ report, failOn: options.failOn ?? failOn, text }, options, folder);
}

/**
 * `hexapla build --watch`: builds, and builds again what a change to the publication's files changes, with a report each time,
 * until it is interrupted. What cannot be done is `told`, and is done once it can be. Throws when it is interrupted in the
 * middle of a build, and for what was wrong before the first.
 */
export async function buildOnChange(
  folder: string,
  options: Options,
  signal: AbortSignal,
  told: (error: unknown) => void,
): Promise<void> {
  expectReports(options);
  const baseline = await baselineOf(options, '--watch');
  const say = (text: string) => !options.quiet && process.stderr.write(text);
  await withHost(folder, surroundings(options, signal), async (host, turn) => {
    const { Rebuild } = await import('../rebuild.ts');
    let since = performance.now();
    let isFirst = true;
    const written = (release: Release) => {
      const seconds = (performance.now() - since) / 1000;
      if (isFirst) say(summary(folder, release, seconds));
      else if (release.fresh > 0) say(change(folder, release, seconds));
      isFirst = false;
    };
    const rebuild = new Rebuild({ selection: options, isChecked: options.check !== false, host, turn, written });
    const changes = new Changes(signal);
    const watch = await watchFiles(await realpath(folder), WATCHED, (paths) => changes.add(paths));
    try {
      let last: Checked | undefined;
      let isTold = false;
      say('Watching; Ctrl-C ends it.\n');
      for (let paths: readonly string[] | undefined; !signal.aborted; paths = await changes.next()) {
        since = performance.now();
        try {
          const built = await rebuild.build(paths, changes.soon());
          // What is as it was once more is said once more, after what was wrong with it.
          const report = built ?? (isTold ? last : undefined);
          if (report) {
            const held = { ...report, report: await baseline.hold(report), failOn: report.settings.failOn };
            await give(held, options, folder);
          }
          last = built ?? last;
          isTold = false;
        } catch (error) {
          signal.throwIfAborted();
          told(error);
          isTold = true;
        }
      }
    } finally {
      await watch.close();
    }
  });
}

const WATCHED = ['content', 'templates', 'hexapla.yaml'];

/** Files that have changed since somebody asked. */
class Changes {
  readonly #paths = new Set<string>();
  #soon = new AbortController();
  #wake = () => {};

  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#wake());
  }

  add(paths: readonly string[]): void {
    for (const path of paths) this.#paths.add(path);
    this.#soon.abort();
    this.#wake();
  }

  /** Ends with the next change. */
  soon(): AbortSignal {
    return this.#soon.signal;
  }

  /** Waits for a change, or until nobody waits any more. */
  async next(): Promise<readonly string[]> {
    if (this.#paths.size === 0 && !this.#signal.aborted)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#soon = new AbortController();
    const paths = [...this.#paths];
    this.#paths.clear();
    return paths;
  }
}

function change(folder: string, { fresh, pages }: Release, seconds: number): string {
  return `Written to ${join(folder, 'dist')}/: ${fresh} ${fresh === 1 ? 'file' : 'files'}${printed(pages)}, in ${seconds.toFixed(2)} s\n`;
}

function summary(folder: string, { files, bytes, pages }: Release, seconds: number): string {
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return `Written to ${join(folder, 'dist')}/: ${files} files, ${size}${printed(pages)}, in ${seconds.toFixed(1)} s\n`;
}

function unchanged(folder: string, { files }: Release, seconds: number): string {
  return `Nothing has changed since ${join(folder, 'dist')}/ was written: ${files} files, in ${seconds.toFixed(1)} s\n`;
}

function printed(pages: number): string {
  return pages === 0 ? '' : `, ${pages} printed page${pages === 1 ? '' : 's'}`;
}
