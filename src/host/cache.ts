import { createHash, hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Cut } from './cut.ts';
import { errorCode } from './failure.ts';

/** What took long to make and is the same each time, by name, in a folder. Safe to delete; what fails in it is no failure. */
export interface Cache {
  /** Whether something lies there by this name, or did when somebody first asked. */
  has(name: string): boolean;
  /** Undefined where there is none; one that is not as it was kept is none. */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Lets go of what has not been asked for lately. */
  close(): Promise<void>;
}

/** `room`: bytes that may be kept. Two runs at once may have the same folder. */
export function openCache(folder: string, room: number): Cache {
  let names: Set<string> | undefined;
  let isFuller = false;
  const known = () => {
    names ??= new Set(namesIn(folder));
    return names;
  };
  return {
    has: (name) => known().has(name),
    get: async (name) => (known().has(name) ? kept(join(folder, name)) : undefined),
    async put(name, bytes) {
      isFuller = true;
      if (await keep(folder, join(folder, name), bytes)) known().add(name);
    },
    async close() {
      if (isFuller) await prune(folder, room);
    },
  };
}

/** The same font, cut to the same characters: as it was cut before, or as `cut` cuts it now. */
export function cutOnce(cache: Cache, cut: (share: Cut) => Promise<Uint8Array>) {
  return async (share: Cut): Promise<Uint8Array> => {
    const name = await nameOf(share);
    const known = await cache.get(name);
    if (known) return known;
    const made = await cut(share);
    await cache.put(name, made);
    return made;
  };
}

/** The file as it lies there, what it is cut to, and who cuts: none of them may be another one. */
async function nameOf({ path, text, container }: Cut): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  const facts = [version, path, size, mtimeMs, text, container].join('\n');
  return `${createHash('sha256').update(facts).digest('hex').slice(0, 32)}.${container}`;
}

const { version } = createRequire(import.meta.url)('subset-font/package.json') as { readonly version: string };

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Behind the sum of its bytes: whatever becomes of a file, what is taken from it is what was put into it. */
async function kept(path: string): Promise<Uint8Array | undefined> {
  try {
    const all = await readFile(path);
    const bytes = all.subarray(SUM);
    if (all.length <= SUM || !sumOf(bytes).equals(all.subarray(0, SUM))) throw new RangeError('damaged');
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return bytes;
  } catch (error) {
    if (error instanceof RangeError) await rm(path, { force: true }).catch(() => undefined);
    return undefined;
  }
}

const SUM = 32;

function sumOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

/** Written aside: another build may look for the same. Says whether it is there. */
async function keep(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const aside = `${path}.${process.pid}`;
  try {
    // Not recursively: a publication that was removed meanwhile is not made anew.
    for (const own of [dirname(folder), folder]) await mkdir(own).catch(unlessThere);
    await writeFile(aside, [sumOf(bytes), bytes]);
    await rename(aside, path);
    return true;
  } catch {
    await rm(aside, { force: true }).catch(() => undefined);
    return false;
  }
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}

async function prune(folder: string, room: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      facts: await stat(join(folder, name)).catch(() => undefined),
    })),
  );
  const newest = files.toSorted((a, b) => (b.facts?.mtimeMs ?? 0) - (a.facts?.mtimeMs ?? 0));
  let left = room;
  for (const { path, facts } of newest) {
    left -= facts?.size ?? 0;
    if (left < 0) await rm(path, { force: true }).catch(() => undefined);
  }
}
