import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../trouble.ts';
import { errorCode, failure } from './failure.ts';

/** Written last: names every file and its size, so that a folder without it, or one that differs, is not whole. */
const manifest = 'complete.json';
/** Folders of runs that were killed while unpacking; older than this nobody is at work in them, in milliseconds. */
const stale = 60 * 60 * 1000;

/**
 * The folder `name` in the user's cache, filled once. Made aside and renamed into place, so that two runs
 * at once are safe; a folder that is incomplete, or that `afresh` calls damaged, is made again.
 */
export async function unpackOnce(
  name: string,
  fill: (folder: string) => Promise<void>,
  afresh = false,
): Promise<string> {
  const kept = afresh ? undefined : await findWhole(name);
  if (kept !== undefined) return kept;
  const root = await writableFolder();
  const aside = await mkdtemp(join(root, `.${name}-`));
  const target = join(root, name);
  try {
    await removeStale(root);
    await fill(aside);
    await writeFile(join(aside, manifest), JSON.stringify(await sizes(aside)));
    await moveIntoPlace(aside, target, afresh);
    return target;
  } catch (error) {
    throw failure(`${target} cannot be written`, error);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** How often to try where other runs take the place and give it up again. */
const tries = 20;

async function moveIntoPlace(aside: string, target: string, afresh: boolean): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (await renamed(aside, target)) return;
    // Someone was faster, or an old one is damaged. What another run has just finished is as good as ours.
    if ((attempt > 0 || !afresh) && (await isWhole(target))) return;
    const old = `${aside}.old`;
    await renamed(target, old);
    await rm(old, { recursive: true, force: true });
  }
  throw new Error(`${target} cannot be replaced`);
}

/** False if the source has gone or the place is taken. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM'].includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}

/** The folder in any of the caches, read-only ones too. */
async function findWhole(name: string): Promise<string | undefined> {
  for (const root of cacheFolders()) {
    if ((await whyNotOurs(root)) === undefined && (await isWhole(join(root, name)))) return join(root, name);
  }
  return undefined;
}

async function isWhole(folder: string): Promise<boolean> {
  try {
    const listed: Record<string, number> = JSON.parse(await readFile(join(folder, manifest), 'utf8'));
    const found = await Promise.all(Object.keys(listed).map((name) => stat(join(folder, name))));
    return Object.values(listed).every((size, i) => found[i]?.size === size);
  } catch {
    return false;
  }
}

/** Every file below a folder with its size. */
async function sizes(folder: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const entry = await stat(join(folder, name));
    if (entry.isFile()) found[name] = entry.size;
  }
  return found;
}

async function removeStale(root: string): Promise<void> {
  for (const name of (await readdir(root)).filter((n) => n.startsWith('.'))) {
    const { mtimeMs } = await stat(join(root, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (mtimeMs < Date.now() - stale) await rm(join(root, name), { recursive: true, force: true });
  }
}

/** The first of the caches that can be written to. */
async function writableFolder(): Promise<string> {
  const tried: string[] = [];
  for (const folder of cacheFolders()) {
    const why = (await whyNotWritable(folder)) ?? (await whyNotOurs(folder));
    if (why === undefined) return folder;
    tried.push(`${folder} (${why})`);
  }
  throw new UserError(
    `There is no folder to unpack the browser into; tried ${tried.join(' and ')}`,
    'Set XDG_CACHE_HOME to a folder that you can write to, or name an installed browser with HEXAPLA_BROWSER.',
    3,
  );
}

/** `$XDG_CACHE_HOME/hexapla` or `~/.cache/hexapla`; a private folder among the temporary ones where that cannot be written. */
function cacheFolders(): string[] {
  return [join(userCache(), 'hexapla'), join(tmpdir(), `hexapla-${process.getuid?.() ?? 'cache'}`)];
}

function userCache(): string {
  const xdg = process.env.XDG_CACHE_HOME;
  if (xdg && isAbsolute(xdg)) return xdg;
  try {
    return join(homedir(), '.cache');
  } catch {
    // A user who is in no list of the system and has no HOME, as in some containers.
    return tmpdir();
  }
}

async function whyNotWritable(folder: string): Promise<string | undefined> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rm(await mkdtemp(join(folder, '.try-')), { recursive: true });
    return undefined;
  } catch (error) {
    return errorCode(error) ?? String(error);
  }
}

/** We are going to execute what lies there, so nobody else may have put it there. */
async function whyNotOurs(folder: string): Promise<string | undefined> {
  try {
    const { mode, uid } = await lstat(folder);
    const me = process.getuid?.();
    if (me === undefined) return undefined;
    if (uid !== me) return 'it belongs to another user';
    return (mode & 0o022) === 0 ? undefined : 'other users can write to it';
  } catch (error) {
    return errorCode(error) ?? String(error);
  }
}
