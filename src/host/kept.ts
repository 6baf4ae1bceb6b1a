import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Kept } from '../world.ts';
import { type Cache, openCache } from './cache.ts';
import { printingPrograms } from './programs.ts';

/** Bytes that may be kept: PDFs of some thousand documents. */
const ROOM = 1e9;

/** Where PDFs are kept, and who prints them. */
export interface Keeping {
  readonly folder: string;
  readonly signal: AbortSignal;
  /** The browser that settings name; asked once the one that is starting, if one is, has been found. */
  setting(): Promise<string | undefined>;
}

/** PDFs and what was found in them, for the next run. */
export interface Keeper {
  open(): Promise<Kept | undefined>;
  /** Whether an earlier run has left something there: then seldom much is to be printed. */
  isThere(): boolean;
  /** This browser prints. */
  printsWith(executable: string): void;
  close(): Promise<void>;
}

export function openKeeper({ folder, signal, setting }: Keeping): Keeper {
  let cache: Cache | undefined;
  let kept: Promise<Kept | undefined> | undefined;
  let printing: string | undefined;
  const open = async (): Promise<Kept | undefined> => {
    const programs = await printingPrograms(await setting(), signal);
    if (!programs) return undefined;
    const own = openCache(folder, ROOM);
    cache = own;
    // The time that PDFs bear, where one is given.
    const facts = `${programs.names}\n${process.env.SOURCE_DATE_EPOCH ?? ''}\n`;
    const nameOf = (key: string) => hash('sha256', facts + key);
    return {
      has: (key) => own.has(nameOf(key)),
      get: (key) => own.get(nameOf(key)),
      async put(key, bytes) {
        // The first browser that was found may not have started, and another one have printed.
        if (printing === undefined || printing === programs.executable) await own.put(nameOf(key), bytes);
      },
    };
  };
  return {
    open() {
      kept ??= open();
      return kept;
    },
    isThere: () => existsSync(folder),
    printsWith(executable) {
      printing = executable;
    },
    close: async () => cache?.close(),
  };
}
