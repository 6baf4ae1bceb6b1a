import { UserError } from '../trouble.ts';
import type { Chromium } from './launch.ts';
import { openSheet, type Sheet } from './sheet.ts';

/** The browser failed over a document and is gone; another one may do better. */
export class Failed extends Error {}

/** Where documents are printed: a browser, and the pages open in it. */
export interface Desk {
  /**
   * What is printed at a page of it that has these fonts, or any. Throws Failed if the browser fails, UserError if the
   * document is to blame, and what `start` throws.
   */
  at<T>(fonts: string, work: (sheet: Sheet) => Promise<T>): Promise<T>;
  /** Starts the browser, if none runs, and opens so many pages in it; what goes wrong is told with the first job. */
  ready(pages: number): void;
  /** Ends every browser that was started, and waits for that. */
  clear(): Promise<void>;
}

/** A browser with its idle pages. */
interface Bench {
  readonly chromium: Chromium;
  readonly idle: Sheet[];
  /** Those that nobody has asked for yet. */
  readonly opening: Promise<Sheet>[];
  /** What the work comes to, or an error as soon as the browser ends. */
  orEnd<T>(work: Promise<T>): Promise<T>;
}

/**
 * Has one browser running from the first job on, and another once that one has failed. A page that has printed `life`
 * documents gives place to a new one.
 */
export function createDesk(start: () => Promise<Chromium>, life = LIFE): Desk {
  let current: Promise<Bench> | undefined;
  const started: Chromium[] = [];
  const begin = async (): Promise<Bench> => {
    const chromium = await start();
    started.push(chromium);
    return { chromium, idle: [], opening: [], orEnd: untilEnd(chromium) };
  };
  return {
    ready(pages) {
      if (current) return;
      current = begin();
      current.then(
        (bench) => {
          for (let n = 0; n < pages; n += 1) bench.opening.push(opened(bench));
        },
        () => undefined,
      );
    },
    async at(fonts, work) {
      current ??= begin();
      const mine = current;
      try {
        return await workAt(await mine, fonts, work, life);
      } catch (error) {
        // The other page has gone with this one; whoever comes first clears the place.
        if (error instanceof Failed && current === mine) current = undefined;
        throw error;
      }
    },
    async clear() {
      await current?.catch(() => undefined);
      await Promise.all(started.map((chromium) => chromium.stop()));
    },
  };
}

function opened({ chromium }: Pick<Bench, 'chromium'>): Promise<Sheet> {
  // The death of a page's process is felt by nobody who waits for an answer from it.
  const sheet = openSheet(chromium.browser, () => void chromium.stop());
  sheet.catch(() => undefined);
  return sheet;
}

async function workAt<T>(bench: Bench, fonts: string, work: (sheet: Sheet) => Promise<T>, life: number): Promise<T> {
  const { chromium, idle, opening, orEnd } = bench;
  const working = async () => {
    const sheet = takeSheet(idle, fonts) ?? (await (opening.shift() ?? opened(bench)));
    const done = await work(sheet);
    if (sheet.prints >= life) renew(sheet, bench);
    else idle.push(sheet);
    return done;
  };
  try {
    return await orEnd(working());
  } catch (error) {
    if (error instanceof UserError) throw error;
    // Whatever it was, it leaves pages in a state that nobody knows.
    const reason = chromium.browser.connected && error instanceof Error ? error.message : 'the browser ended';
    await chromium.stop();
    throw new Failed(reason);
  }
}

/**
 * In documents. Of each of them the process of a page keeps some ten kilobytes, whatever is collected; to open another one
 * takes a tenth of a second.
 */
const LIFE = 500;

/** A page of the same browser in place of this one. */
function renew(sheet: Sheet, bench: Bench): void {
  // If it cannot be closed the browser has ended, and who waits for that one is told.
  sheet.close().catch(() => undefined);
  bench.opening.push(opened(bench));
}

/** A race with the browser's end would be remembered, document and all, for as long as the browser lives; this forgets. */
function untilEnd({ ended }: Chromium): Bench['orEnd'] {
  const waiting = new Set<(error: Error) => void>();
  let over = false;
  ended.then(() => {
    over = true;
    for (const fail of waiting) fail(new Error('the browser ended'));
  });
  return async <T>(work: Promise<T>) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (over) reject(new Error('the browser ended'));
    waiting.add(reject);
    work.then(resolve, reject);
    try {
      return await promise;
    } finally {
      waiting.delete(reject);
    }
  };
}

/** The page that has these fonts loaded, or any. */
function takeSheet(idle: Sheet[], fonts: string): Sheet | undefined {
  const same = idle.findIndex((sheet) => sheet.fonts === fonts);
  return idle.splice(Math.max(same, 0), 1)[0];
}
