import { access, constants, lstat, realpath } from 'node:fs/promises';
import { dirname, join, posix, sep } from 'node:path';
import { UserError } from '../trouble.ts';
import { errorCode } from './failure.ts';

/** Is this a path that stays below the folder it is joined to, on every system? */
export function isPlainPath(path: string): boolean {
  const stays = posix.normalize(path) === path && !posix.isAbsolute(path) && path.split('/')[0] !== '..';
  return stays && path !== '.' && !path.endsWith('/') && !/[\\:]/.test(path) && !path.includes('\0');
}

/** What would stop a file from being renamed to `file` below `folder`, as an error; undefined if nothing would. */
export async function obstacle(folder: string, file: string): Promise<unknown> {
  const target = join(folder, file);
  const ground = await nearestExisting(dirname(target));
  if (!(await isInside(folder, ground))) return leadsOut(file);
  if (!(await isFolder(ground))) return Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  if (await isFolder(target)) return Object.assign(new Error('a folder'), { code: 'EISDIR' });
  await access(ground, constants.W_OK);
  return undefined;
}

/** Is there a file `file` below `folder`, with no symbolic link on the way that leads out of it? */
export async function standsInside(folder: string, file: string): Promise<boolean> {
  const target = join(folder, file);
  if ((await nearestExisting(target)) !== target || (await isFolder(target))) return false;
  return isInside(folder, dirname(target));
}

async function isInside(folder: string, path: string): Promise<boolean> {
  const home = await realpath(folder);
  const real = await realpath(path);
  return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep);
}

function leadsOut(file: string): UserError {
  return new UserError(
    `dist/${file}: a symbolic link on the way leads out of dist/; every output must be written below it`,
    'Remove the link and run the command again.',
    3,
  );
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(await realpath(path))).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** The path itself or the closest folder above it that is there. */
async function nearestExisting(path: string): Promise<string> {
  try {
    await lstat(path);
    return path;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    return nearestExisting(dirname(path));
  }
}
