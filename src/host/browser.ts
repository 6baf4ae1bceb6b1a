import { Interrupted, UserError } from '../trouble.ts';
import type { Printed, PrintJob, Shared, Sharing } from '../world.ts';
import { createDesk, Failed } from './desk.ts';
import { GAP_SIZE, idsOf } from './gather.ts';
import { startBrowser } from './start.ts';
import { timeOf } from './time.ts';

/** Prints documents with one browser. */
export interface Printer {
  /** Throws UserError 3 if no browser starts, or it fails twice over one document; Interrupted after an abort or `close`. */
  pdf(job: PrintJob): Promise<Printed>;
  /** Throws as `pdf` does, but for what a document is to blame for. */
  share(jobs: readonly PrintJob[]): Promise<Sharing>;
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
  /** Called when the process of a browser is there, or cannot be. */
  begun?(): void;
  /** Told which one it is. */
  started?(executable: string): void;
}

/** Pages at work at once: Chromium's own processes need the rest of a machine. */
const atOnce = 2;

/** A printer whose browser starts at the first job, or when it is to be ready. */
export function createPrinter(options: PrinterOptions): Printer {
  const closing = new AbortController();
  const signal = AbortSignal.any([options.signal, closing.signal]);
  const { begun, started } = options;
  const how = { signal, ...(begun && { begun }), ...(started && { started }) };
  const start = () => startBrowser(options.executable, how).finally(begun);
  const desk = createDesk(start, options.life);
  const turns = createTurns(options.jobs ?? atOnce);
  signal.addEventListener('abort', () => void desk.clear(), { once: true });
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await turns.take();
    try {
      if (signal.aborted) throw new Interrupted();
      return await work();
    } catch (error) {
      // What a browser says while it is being killed is of no interest.
      throw signal.aborted ? new Interrupted() : error;
    } finally {
      done();
    }
  };
  const shareOnce = async (jobs: readonly PrintJob[]): Promise<Sharing> => {
    const { documents, alone, bytes } = await twice(() => desk.at(fontsOf(jobs), (sheet) => sheet.gather(jobs)));
    const print = { bytes, gap: GAP_SIZE, documents: documents.map((one) => ({ ...one, ...aboutOf(jobs, one.job) })) };
    return { prints: documents.length > 0 ? [print] : [], alone };
  };
  return {
    pdf: (job) =>
      inTurn(async () => {
        const { bytes, ...texts } = await twice(() => desk.at(job.fonts ?? '', (sheet) => sheet.print(job))).catch(
          (error: unknown) => {
            throw error instanceof Failed ? givenUp(job, error) : error;
          },
        );
        return { bytes, ...texts, ...dated(job) };
      }),
    share: (jobs) => inTurn(() => shareOnce(jobs).catch((error) => eachFor(jobs, shareOnce, error))),
    ready: () => desk.ready(Math.min(options.jobs ?? atOnce, atOnce)),
    async close() {
      closing.abort();
      await desk.clear();
    },
  };
}

/** A browser may fail for reasons that are not the document's, lack of memory above all: there is a second try. */
async function twice<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
  }
  return work();
}

/** One of them kills the browser: it is found out, and the others are printed. */
async function eachFor(
  jobs: readonly PrintJob[],
  share: (jobs: readonly PrintJob[]) => Promise<Sharing>,
  error: unknown,
): Promise<Sharing> {
  if (!(error instanceof Failed)) throw error;
  const prints: Shared[] = [];
  const alone: number[] = [];
  for (const [n, job] of jobs.entries()) {
    const failed: Sharing = { prints: [], alone: [0] };
    const one = await (jobs.length > 1 ? share([job]) : Promise.resolve(failed)).catch((again: unknown) => {
      if (again instanceof Failed) return failed;
      throw again;
    });
    for (const { documents, ...print } of one.prints)
      prints.push({ ...print, documents: documents.map((document) => ({ ...document, job: n })) });
    if (one.alone.length > 0) alone.push(n);
  }
  return { prints, alone };
}

function fontsOf(jobs: readonly PrintJob[]): string {
  return jobs[0]?.fonts ?? '';
}

/** What is known of a document before it is printed. */
function aboutOf(jobs: readonly PrintJob[], job: number): { ids: string; pages: number; date?: string } {
  const { pages = 1, ...document } = jobs[job] ?? {};
  return { ids: idsOf(job), pages, ...dated(document) };
}

function dated(job: Pick<PrintJob, 'date'>): { date?: string } {
  const date = timeOf(job.date);
  return date === undefined ? {} : { date };
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
