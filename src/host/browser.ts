import type { Printed, PrintJob } from '../model.ts';
import { Interrupted, UserError } from '../trouble.ts';
import type { Chromium } from './launch.ts';
import { openSheet, type Sheet, splitFonts } from './sheet.ts';
import { startBrowser } from './start.ts';
import { steady } from './steady.ts';

/** Prints documents with one browser. */
export interface Printer {
  /** Throws UserError 3 if no browser starts, or it ends twice over one document; Interrupted after an abort. */
  pdf(job: PrintJob): Promise<Printed>;
  /** Ends the browser; safe to call twice. */
  close(): Promise<void>;
}

/** Pages at work at once: Chromium's own processes need the rest of a machine. */
const atOnce = 2;

/** The browser ended while it was needed. */
class Ended extends Error {}

/** A printer whose browser starts at the first job. `executable`: the setting `browser`, if there is one. */
export function createPrinter(options: { readonly executable?: string; readonly signal: AbortSignal }): Printer {
  const { signal } = options;
  const desk = createDesk(() => startBrowser(options.executable, signal));
  const turns = createTurns(atOnce);
  const interrupt = () => void desk.clear();
  signal.addEventListener('abort', interrupt, { once: true });
  return {
    async pdf(job) {
      const done = await turns.take();
      try {
        if (signal.aborted) throw new Interrupted();
        const bytes = await twice(job, () => desk.print(job));
        return steady(bytes, job.date);
      } catch (error) {
        // What a dying page says then is of no interest.
        throw signal.aborted ? new Interrupted() : error;
      } finally {
        done();
      }
    },
    async close() {
      signal.removeEventListener('abort', interrupt);
      await desk.clear();
    },
  };
}

/** A browser may die of things that are not the document's fault, memory above all: it has a second chance. */
async function twice<T>({ title, locale }: PrintJob, work: () => Promise<T>): Promise<T> {
  for (const last of [false, true]) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Ended)) throw error;
      if (last) break;
    }
  }
  throw new UserError(
    `${title} (${locale}): the browser ended while printing this document, and again at the second try`,
    'Close other programs, for it may lack memory, or name another browser with HEXAPLA_BROWSER.',
    3,
  );
}

interface Desk {
  print(job: PrintJob): Promise<Uint8Array>;
  clear(): Promise<void>;
}

/** A browser with its idle pages. */
interface Bench {
  readonly chromium: Chromium;
  readonly sheets: Sheet[];
  /** A page's process died: what else the browser says is of no interest. */
  crashed: boolean;
}

/** Has one browser running, and another once that one has ended. */
function createDesk(start: () => Promise<Chromium>): Desk {
  let current: Promise<Bench> | undefined;
  const started: Chromium[] = [];
  const begin = async (): Promise<Bench> => {
    const chromium = await start();
    started.push(chromium);
    return { chromium, sheets: [], crashed: false };
  };
  return {
    async print(job) {
      current ??= begin();
      const mine = current;
      try {
        return await printAt(await mine, job);
      } catch (error) {
        // The other page has died with this one; whoever comes first clears the place.
        if (error instanceof Ended && current === mine) current = undefined;
        throw error;
      }
    },
    async clear() {
      await current?.catch(() => undefined);
      await Promise.all(started.map((chromium) => chromium.stop()));
    },
  };
}

async function printAt(bench: Bench, job: PrintJob): Promise<Uint8Array> {
  const { chromium, sheets } = bench;
  const crash = () => {
    bench.crashed = true;
    void chromium.stop();
  };
  const work = async () => {
    const sheet = takeSheet(sheets, job) ?? (await openSheet(chromium.browser, crash));
    const bytes = await sheet.print(job);
    sheets.push(sheet);
    return bytes;
  };
  try {
    return await Promise.race([work(), chromium.ended.then(() => Promise.reject(new Ended()))]);
  } catch (error) {
    throw bench.crashed || !chromium.browser.connected ? new Ended() : error;
  }
}

/** The page that has the document's fonts loaded, or any. */
function takeSheet(idle: Sheet[], job: PrintJob): Sheet | undefined {
  const { fonts } = splitFonts(job.html);
  const same = idle.findIndex((sheet) => sheet.fonts === fonts);
  return idle.splice(Math.max(same, 0), 1)[0];
}

/** So many at once; the others wait in line. */
function createTurns(count: number): { take(): Promise<() => void> } {
  const waiting: (() => void)[] = [];
  let free = count;
  const give = () => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return {
    async take() {
      if (free > 0) free--;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return give;
    },
  };
}
