import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Cut } from './cut.ts';
import { errorCode } from './failure.ts';

/** What took long to make and is the same each time, in a folder. Safe to delete; what fails in it is no failure. */
export interface Cache {
  /** The same font, cut to the same characters: as it was cut before, or as `cut` cuts it now. */
  fonts(cut: (share: Cut) => Promise<Uint8Array>): (share: Cut) => Promise<Uint8Array>;
  /** Lets go of what has not been asked for lately. */
  close(): Promise<void>;
}

/** Bytes that may be kept: some builds of a publication in many languages. */
const ROOM = 100e6;

export function openCache(folder: string): Cache {
  let isFuller = false;
  return {
    fonts: (cut) => async (share) => {
      const path = join(folder, await keyOf(share));
      const known = await kept(path);
      if (known) return known;
      const made = await cut(share);
      isFuller = true;
      await keep(folder, path, made);
      return made;
    },
    async close() {
      if (isFuller) await prune(folder);
    },
  };
}

/** The file as it lies there, what it is cut to, and who cuts: none of them may be another one. */
async function keyOf({ path, text, container }: Cut): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  const facts = [version, path, size, mtimeMs, text, container].join('\n');
  return `${createHash('sha256').update(facts).digest('hex').slice(0, 32)}.${container}`;
}

const { version } = createRequire(import.meta.url)('subset-font/package.json') as { readonly version: string };

async function kept(path: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(path);
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    // One that is not whole is cut again.
    return bytes.length > 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Written aside: another build may look for the same. */
async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    // Not recursively: a publication that was removed meanwhile is not made anew.
    for (const own of [dirname(folder), folder]) await mkdir(own).catch(unlessThere);
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
  }
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}

async function prune(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      facts: await stat(join(folder, name)).catch(() => undefined),
    })),
  );
  const newest = files.toSorted((a, b) => (b.facts?.mtimeMs ?? 0) - (a.facts?.mtimeMs ?? 0));
  let room = ROOM;
  for (const { path, facts } of newest) {
    room -= facts?.size ?? 0;
    if (room < 0) await rm(path, { force: true }).catch(() => undefined);
  }
}
