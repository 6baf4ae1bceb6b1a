import { Interrupted, UserError } from '../trouble.ts';
import type { Printed, PrintJob } from '../world.ts';
import { createDesk, Failed } from './desk.ts';
import { startBrowser } from './start.ts';
import { steady } from './steady.ts';

/** Prints documents with one browser. */
export interface Printer {
  /** Throws UserError 3 if no browser starts, or it fails twice over one document; Interrupted after an abort or `close`. */
  pdf(job: PrintJob): Promise<Printed>;
  /** Starts the browser, if none runs, with the pages to print in; what goes wrong is told with the first job. */
  ready(): void;
  /** Ends the browser and what is being printed; safe to call twice. */
  close(): Promise<void>;
}

/** How a printer works. */
export interface PrinterOptions {
  /** The setting `browser`, if there is one. */
  readonly executable?: string;
  /** Pages that print at once. */
  readonly jobs?: number;
  /** Documents that a page prints before a new one takes its place. */
  readonly life?: number;
  readonly signal: AbortSignal;
}

/** Pages at work at once: Chromium's own processes need the rest of a machine. */
const atOnce = 2;

/** A printer whose browser starts at the first job, or when it is to be ready. */
export function createPrinter(options: PrinterOptions): Printer {
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  const desk = createDesk(() => startBrowser(options.executable, signal), options.life);
  const turns = createTurns(options.jobs ?? atOnce);
  signal.addEventListener('abort', () => void desk.clear(), { once: true });
  return {
    async pdf(job) {
      const done = await turns.take();
      try {
        if (signal.aborted) throw new Interrupted();
        const { bytes, ...texts } = await twice(job, () => desk.print(job));
        return { ...steady(bytes, job.date), ...texts };
      } catch (error) {
        // What a browser says while it is being killed is of no interest.
        throw signal.aborted ? new Interrupted() : error;
      } finally {
        done();
      }
    },
    ready: () => desk.ready(Math.min(options.jobs ?? atOnce, atOnce)),
    async close() {
      closing.abort();
      await desk.clear();
    },
  };
}

/** A browser may fail for reasons that are not the document's, lack of memory above all: there is a second try. */
async function twice<T>(job: PrintJob, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
  return work().catch((error: unknown) => {
    throw error instanceof Failed ? givenUp(job, error) : error;
  });
}

function givenUp({ title, locale }: PrintJob, { message }: Failed): UserError {
  return new UserError(
    `${title} (${locale}): this document cannot be printed: ${message}, also at the second try`,
    'Close other programs, for the browser may lack memory, or name another browser with HEXAPLA_BROWSER.',
    3,
  );
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
