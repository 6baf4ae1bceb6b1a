import { hash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Artifact } from '../made.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';
import { errorCode, failure } from './failure.ts';
import { isPlainPath, obstacle, standsInside } from './obstacle.ts';
import { readRecord, writeRecord } from './record.ts';

/** The part of the host that writes. */
export type Output = Pick<Host, 'write' | 'commit' | 'stands' | 'close'>;

/** What stands at each path by the hand of this process: of a file that came in parts, when it was put there. */
export type Standing = Map<string, { readonly sum: string } | { readonly size: number; readonly time: number }>;

/**
 * Writes into `dist/` of a publication (its absolute path), aside first: below `dist/.staging-<pid>`, on the same file system, so that
 * `commit` only renames. Until then, and whenever the run ends before it, the previous output stands untouched. What is
 * known to be `standing` there is not written again.
 */
export function openOutput(root: string, standing?: Standing): Output {
  const dist = join(root, 'dist');
  const staging = join(dist, `.staging-${process.pid}`);
  /** By path: what is written last. Parts of one file are written one after the other. */
  const written = new Map<string, Promise<void>>();
  const folders = openFolders(staging);
  /** Sums of what was written in one piece; and what of it stands there already. */
  const sums = new Map<string, string>();
  const same = new Set<string>();
  const isThere = (path: string, { bytes }: Artifact): boolean => {
    const before = standing?.get(path);
    return (
      before !== undefined && 'sum' in before && before.sum === sums.get(path) && sizeOf(dist, path) === bytes.length
    );
  };
  let created: Promise<{ readonly dist: boolean }> | undefined;
  return {
    async write(artifact) {
      const { path, continues } = artifact;
      if (!isPlainPath(path)) throw outsideTrouble(path);
      created ??= attempt('dist/', () => createStaging(dist, staging));
      const before = written.get(path);
      const writing = Promise.all([created, before]).then(() => {
        if (before && !continues) return refuseOther(same.has(path) ? dist : staging, artifact);
        if (standing && !continues) sums.set(path, hash('sha1', artifact.bytes));
        if (continues) sums.delete(path);
        else if (isThere(path, artifact)) {
          same.add(path);
          return;
        }
        return attempt(`dist/${path}`, () => stage(staging, artifact, { folders, dist }));
      });
      written.set(path, writing);
      await writing;
    },
    async commit(whole, gone = () => false) {
      const before = await readRecord(root);
      const files = [...written.keys()].sort();
      const union = [...new Set([...before, ...files])].sort();
      // First, so that what stands there is known to be ours however this ends.
      if (union.length > before.length) await writeRecord(root, union);
      const fresh = files.filter((file) => !same.has(file));
      await place(dist, staging, fresh);
      for (const file of standing ? fresh : []) standing?.set(file, placed(dist, file, sums.get(file)));
      const rest = union.filter((file) => !written.has(file) && (whole || gone(file)));
      if (rest.length > 0) {
        await remove(dist, rest);
        const left = new Set(rest);
        await writeRecord(
          root,
          union.filter((file) => !left.has(file)),
        );
      }
      return fresh.length;
    },
    stands() {
      const [first] = standing?.keys() ?? [];
      const parts = [...(standing ?? [])].flatMap(([path, one]) => ('size' in one ? [{ path, ...one }] : []));
      const isSame = ({ path, size, time }: (typeof parts)[number]) => {
        const now = lstatSync(join(dist, path), { throwIfNoEntry: false });
        return now?.size === size && now.mtimeMs === time;
      };
      return first !== undefined && sizeOf(dist, first) !== undefined && parts.every(isSame);
    },
    async close() {
      if (!created) return;
      await Promise.allSettled(written.values());
      await attempt('dist/', () => rm(staging, { recursive: true, force: true }));
      const isNew = await created.then((made) => made.dist).catch(() => false);
      if (isNew) await removeIfEmpty(dist);
      created = undefined;
    },
  };
}

function sizeOf(dist: string, path: string): number | undefined {
  return lstatSync(join(dist, path), { throwIfNoEntry: false })?.size;
}

function placed(dist: string, path: string, sum: string | undefined) {
  if (sum !== undefined) return { sum };
  const { size, mtimeMs } = lstatSync(join(dist, path));
  return { size, time: mtimeMs };
}

async function createStaging(dist: string, staging: string): Promise<{ readonly dist: boolean }> {
  await clearAbandoned(dist);
  // Not the folders above: a publication that somebody has removed meanwhile is not made anew.
  const isNew = await makeFolder(dist);
  await mkdir(staging);
  return { dist: isNew };
}

/** Says whether it was not there before. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what runs left that were killed before they could tidy up; another run under way keeps its own. */
async function clearAbandoned(dist: string): Promise<void> {
  const names = await readdir(dist).catch(() => []);
  for (const name of names) {
    const pid = /^\.staging-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(dist, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Folders below `root`, each made when it is first asked for. */
type Folders = (folder: string) => void;

function openFolders(root: string): Folders {
  const made = new Set(['.']);
  const folders: Folders = (folder) => {
    if (made.has(folder)) return;
    folders(posix.dirname(folder));
    try {
      mkdirSync(join(root, folder));
    } catch (error) {
      // Some file systems hold News and news for one folder.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    made.add(folder);
  };
  return folders;
}

/** At once: to hand a folder and a file to other threads takes longer than to make them, and as much again of those. */
function stage(
  staging: string,
  { path, bytes, continues, stands }: Artifact,
  { folders, dist }: { readonly folders: Folders; readonly dist: string },
): void {
  const file = join(staging, path);
  try {
    folders(posix.dirname(path));
    if (stands) copyPart(join(dist, path), file, stands);
    else if (continues) appendFileSync(file, bytes);
    else writeFileSync(file, bytes);
  } catch (error) {
    // Staging began empty, so what stands in the way was written by this very run.
    if (['ENOTDIR', 'EEXIST', 'EISDIR'].includes(errorCode(error) ?? '')) throw clash(path);
    throw error;
  }
}

/** In bytes. */
const PIECE = 1 << 20;

/** Puts a part of one file behind what is in another. */
function copyPart(from: string, to: string, [start, end]: readonly [number, number]): void {
  const [source, target] = [openSync(from, 'r'), openSync(to, 'a')];
  try {
    const piece = Buffer.allocUnsafe(Math.min(PIECE, end - start));
    for (let at = start; at < end; ) {
      const read = readSync(source, piece, 0, Math.min(piece.length, end - at), at);
      if (read === 0) throw new RangeError(`${from} ends before ${end}`);
      writeFileSync(target, piece.subarray(0, read));
      at += read;
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/** A file shared by pages may be written again; two different ones may not have one name. */
async function refuseOther(staging: string, artifact: Artifact): Promise<void> {
  const first = await readFile(join(staging, artifact.path));
  if (!first.equals(artifact.bytes)) throw clash(artifact.path);
}

function clash(path: string): UserError {
  return new UserError(
    `dist/${path}: two documents or pictures want this place; each needs one of its own`,
    'Rename one of them below content/.',
  );
}

function outsideTrouble(path: string): UserError {
  return new UserError(
    `dist/${path}: this is no place inside dist/; every output must be written below it`,
    'Give the document or picture that leads there a plain name, without «..», «\\» or «:».',
  );
}

/** Everything that could stop a renaming is looked for before the first one, so that it is all or nothing. */
async function place(dist: string, staging: string, files: readonly string[]): Promise<void> {
  const all = await attempt('dist/', () => whole(dist, files));
  for (const one of all) {
    const trouble = await attempt(`dist/${one}`, () => obstacle(dist, one));
    if (trouble) throw failure(`dist/${one} cannot be written`, trouble);
  }
  for (const one of all) await attempt(`dist/${one}`, () => renameSync(join(staging, one), join(dist, one)));
}

/** These files, and in place of all that are in a folder for which there is room, that folder: it is renamed at once. */
function whole(dist: string, files: readonly string[]): readonly string[] {
  const isFree = new Map<string, boolean>();
  const free = (folder: string): string | undefined => {
    if (folder === '.') return undefined;
    const above = free(posix.dirname(folder));
    if (above !== undefined) return above;
    const known = isFree.get(folder) ?? !isThere(join(dist, folder));
    isFree.set(folder, known);
    return known ? folder : undefined;
  };
  return [...new Set(files.map((file) => free(posix.dirname(file)) ?? file))];
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Whatever it is, it stands in the way, and will be named.
    return true;
  }
}

/** Removes files of an earlier build and the folders that this leaves empty. */
async function remove(dist: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    // The record is a file that anyone can edit: it must not lead anywhere else.
    if (!isPlainPath(file) || !standsInside(dist, file)) continue;
    await attempt(`dist/${file}`, () => rm(join(dist, file), { force: true }));
    let folder = posix.dirname(file);
    while (folder !== '.' && (await removeIfEmpty(join(dist, folder)))) folder = posix.dirname(folder);
  }
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch {
    return false;
  }
}

async function attempt<T>(what: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw failure(`${what} cannot be written`, error);
  }
}
