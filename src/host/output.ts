import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import type { Artifact } from '../model.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';
import { errorCode, failure } from './failure.ts';
import { isPlainPath, obstacle, standsInside } from './obstacle.ts';
import { readRecord, writeRecord } from './record.ts';

/** The part of the host that writes. */
export type Output = Pick<Host, 'write' | 'commit' | 'close'>;

/**
 * Writes into `dist/` of a publication (its absolute path), aside first: below `dist/.staging-<pid>`, on the same file system, so that
 * `commit` only renames. Until then, and whenever the run ends before it, the previous output stands untouched.
 */
export function openOutput(root: string): Output {
  const dist = join(root, 'dist');
  const staging = join(dist, `.staging-${process.pid}`);
  const written = new Set<string>();
  let created: { readonly dist: boolean } | undefined;
  return {
    async write(artifact) {
      if (!isPlainPath(artifact.path)) throw outsideTrouble(artifact.path);
      created ??= await attempt('dist/', () => createStaging(dist, staging));
      if (written.has(artifact.path) && !artifact.continues) return refuseOther(staging, artifact);
      await attempt(`dist/${artifact.path}`, () => stage(staging, artifact));
      written.add(artifact.path);
    },
    async commit(whole) {
      const before = await readRecord(root);
      const files = [...written].sort();
      const union = [...new Set([...before, ...files])].sort();
      // First, so that what stands there is known to be ours however this ends.
      await writeRecord(root, union);
      await place(dist, staging, files);
      if (!whole) return;
      await remove(
        dist,
        union.filter((file) => !written.has(file)),
      );
      await writeRecord(root, files);
    },
    async close() {
      if (!created) return;
      await attempt('dist/', () => rm(staging, { recursive: true, force: true }));
      if (created.dist) await removeIfEmpty(dist);
      created = undefined;
    },
  };
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

/** At once, as files are put in place: the system takes them in less time than another thread takes to be asked. */
function stage(staging: string, artifact: Artifact): void {
  const file = join(staging, artifact.path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, artifact.bytes, { flag: artifact.continues ? 'a' : 'w' });
  } catch (error) {
    // Staging began empty, so what stands in the way was written by this very run.
    if (['ENOTDIR', 'EEXIST', 'EISDIR'].includes(errorCode(error) ?? '')) throw clash(artifact.path);
    throw error;
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
  for (const file of files) {
    const trouble = await attempt(`dist/${file}`, () => obstacle(dist, file));
    if (trouble) throw failure(`dist/${file} cannot be written`, trouble);
  }
  for (const file of files) {
    await attempt(`dist/${file}`, () => {
      mkdirSync(dirname(join(dist, file)), { recursive: true });
      renameSync(join(staging, file), join(dist, file));
    });
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
