import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontFile, Host } from '../world.ts';
import { openAside } from './aside.ts';
import type { Printer } from './browser.ts';
import type { Cache } from './cache.ts';
import { type Cut, cutting } from './cut.ts';
import { collect, keepSmall, settle, tune } from './engine.ts';
import { builtIn, type Files, openFiles } from './files.ts';
import { keepText, keptTexts, versionsOf } from './history.ts';
import { installedFolder } from './installed.ts';
import { openKeeper } from './kept.ts';
import { openLast } from './last.ts';
import { openOutput, type Standing } from './output.ts';
import { progressLine } from './progress.ts';
import { openCrew } from './spread.ts';
import { today } from './time.ts';

/** Fonts that are installed beside Hexapla serve a publication that has none of its own. */
const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** After so many printed documents what they left is looked for: a run of fewer ends before that is worth its time. */
const PRINTS = 300;

/** Bytes of cut fonts that may be kept: some builds of a publication in many languages. */
const CUTS = 100e6;

/** What a run is given by the one who starts it. */
export interface Surroundings {
  /** Stops what is under way. */
  readonly signal: AbortSignal;
  /** Shows no progress. */
  readonly quiet: boolean;
  /** Pages that print at once, if it is not left to the printer. */
  readonly jobs?: number;
  /** Looks into no cache, and leaves none. */
  readonly fresh?: boolean;
  /** Which browser to print with; asked when the first page is printed. */
  settings?(files: Files): Promise<{ readonly browser?: string }>;
}

/**
 * One build of several, with an output of its own: what it has not put in place when `act` ends is gone. Browser, threads and
 * fonts stay. It stops by `soon` too.
 */
export type Turn = <T>(act: (host: Host) => Promise<T>, soon?: AbortSignal) => Promise<T>;

/** Opens the world for a publication, lets `act` work with it, and gives everything back, however that ends. */
export async function withHost<T>(
  folder: string,
  surroundings: Surroundings,
  act: (host: Host, turn: Turn) => Promise<T>,
): Promise<T> {
  const { host, wipe } = await openHost(folder, surroundings);
  const standing: Standing = new Map();
  const turn: Turn = async (once, soon) => {
    const output = openOutput(resolve(folder), standing);
    const signal = soon ? AbortSignal.any([host.signal, soon]) : host.signal;
    try {
      return await once({ ...host, ...output, signal });
    } finally {
      wipe();
      await output.close();
    }
  };
  try {
    return await act(host, turn);
  } finally {
    await host.close();
  }
}

/** The host, and what wipes its progress off the screen before something else is said. */
interface Opened {
  readonly host: Host;
  wipe(): void;
}

async function openHost(folder: string, { signal, quiet, jobs, fresh, settings }: Surroundings): Promise<Opened> {
  const files = await openFiles(folder);
  // Absolute: in a working folder that is removed, Node makes a relative path's folders without end.
  const root = resolve(folder);
  const output = openOutput(root);
  const progress = progressLine(process.stderr);
  const crew = openCrew({ folder: root, files });
  const aside = openAside();
  const cutter = openAside({ rest: 2000 });
  const cutFonts = join(root, '.hexapla/fonts');
  const revision = process.env.HEXAPLA_COMMIT;
  let printer: Promise<Printer> | undefined;
  const begun = Promise.withResolvers<void>();
  let printed = 0;
  let cache: Cache | undefined;
  const named = async () => {
    const browser = (await settings?.(files))?.browser;
    return browser === undefined ? undefined : programOf(browser, folder);
  };
  // A check needs neither browser nor fonts: what drives them is loaded when it is asked for.
  const start = async () => {
    const { createPrinter } = await import('./browser.ts');
    const executable = await named();
    const options = { ...(executable !== undefined && { executable }), ...(jobs && { jobs }) };
    return createPrinter({ ...options, signal, begun: begun.resolve, started: keeper.printsWith });
  };
  const keeper = openKeeper({
    ...{ folder: join(root, '.hexapla/made'), signal },
    async setting() {
      // It is unpacked by the one who starts it.
      if (printer) await begun.promise;
      return named();
    },
  });
  /** Nothing may be there to be printed. */
  const isMade = !fresh && keeper.isThere();
  /** So many documents are about to be printed. */
  const begin = (documents: number) => {
    const before = printed;
    printed += documents;
    if (Math.floor(before / PRINTS) < Math.floor(printed / PRINTS)) {
      keepSmall();
      collect();
    }
    settle();
  };
  const packages = new Map<string, Promise<readonly FontFile[]>>();
  const asked = new Set<string>();
  const loadFonts = async (packageName: string) => {
    const { loadFontPackage } = await import('./fonts.ts');
    const { cutOnce, openCache } = await import('./cache.ts');
    if (!fresh) cache ??= openCache(cutFonts, CUTS);
    const cut = (share: Cut) => cutter.run(cutting, share);
    return loadFontPackage(packageName, [folder, packageFolder], cache ? cutOnce(cache, cut) : cut);
  };
  const last = openLast({
    ...{ root, home: packageFolder, theme: builtIn, files, signal, setting: named },
    fontPackages: () => [...asked].sort(),
    fontFolder: (name) => installedFolder(name, [folder, packageFolder]),
  });
  let ended: Promise<unknown> = Promise.resolve();
  const endPrinting = () => {
    const printing = printer;
    printer = undefined;
    ended = Promise.allSettled([ended, printing?.then((one) => one.close())]);
    return ended;
  };
  const host: Host = {
    ...files,
    ...output,
    async commit(whole, gone) {
      // All is made: the browser ends while it is put in place.
      endPrinting();
      return output.commit(whole, gone);
    },
    signal,
    today,
    ...(revision && { revision }),
    fonts(packageName) {
      const loaded = packages.get(packageName) ?? loadFonts(packageName);
      packages.set(packageName, loaded);
      asked.add(packageName);
      // What is not there may be there when it is asked for again.
      loaded.catch(() => packages.delete(packageName));
      return loaded;
    },
    versions: (path) => versionsOf(root, path, signal),
    async recall(name) {
      return fresh ? undefined : readFile(keptTexts(root, name), 'utf8').catch(() => undefined);
    },
    async remember(name, text) {
      if (!fresh) await keepText(keptTexts(root, name), text);
    },
    expectFonts() {
      tune();
      // Where fonts were cut before they are kept, and seldom another one is wanted.
      if (fresh || !existsSync(cutFonts)) cutter.expect(cutting);
    },
    recallBuild: async () => (fresh ? undefined : last.recall()),
    async rememberBuild(told) {
      if (!fresh) await last.remember(told);
    },
    kept: async () => (fresh ? undefined : keeper.open()),
    async expectPages() {
      tune();
      if (isMade) return;
      printer ??= start();
      // What fails now fails again when something is printed, and is told then.
      printer.then((one) => one.ready(), begun.resolve);
      return begun.promise;
    },
    async pdf(job) {
      begin(1);
      printer ??= start();
      return (await printer).pdf(job);
    },
    async share(jobs) {
      begin(jobs.length);
      printer ??= start();
      return (await printer).share(jobs);
    },
    expect: crew.expect,
    expectAside(job) {
      if (!isMade) aside.expect(job);
    },
    aside: aside.run,
    spread: (job, shares, apart) => crew.spread(job, shares, signal, apart),
    async search(locale, pages) {
      const { searchIndex } = await import('./search.ts');
      return searchIndex(locale, pages, signal);
    },
    async close() {
      progress.clear();
      await Promise.allSettled([endPrinting(), crew.close(), aside.close(), cutter.close()]);
      await Promise.all([cache?.close(), keeper.close()]);
      await output.close();
    },
    progress(event) {
      if (!quiet) progress.show(event);
    },
  };
  return { host, wipe: progress.clear };
}

/** A path counts from the publication, a bare name is looked up where programs are. */
function programOf(browser: string, folder: string): string {
  return /[\\/]/.test(browser) ? resolve(folder, browser) : browser;
}
