import { accessSync, constants, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { UserError } from '../trouble.ts';
import { errorCode } from './failure.ts';

/** Is this a path that stays below the folder it is joined to, on every system? */
export function isPlainPath(path: string): boolean {
  const stays = posix.normalize(path) === path && !posix.isAbsolute(path) && path.split('/')[0] !== '..';
  return stays && path !== '.' && !path.endsWith('/') && !/[\\:]/.test(path) && !path.includes('\0');
}

/**
 * What would stop a file from being renamed to `file` below `folder`, as an error; undefined if nothing would. Asked of
 * thousands of files in a row: to wait for another thread takes ten times what the system takes to answer.
 */
export function obstacle(folder: string, file: string): unknown {
  const target = join(folder, file);
  const ground = nearestExisting(dirname(target));
  if (!isInside(folder, ground)) return leadsOut(file);
  if (!isFolder(ground)) return Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  if (isFolder(target)) return Object.assign(new Error('a folder'), { code: 'EISDIR' });
  accessSync(ground, constants.W_OK);
  return undefined;
}

/** Is there a file `file` below `folder`, with no symbolic link on the way that leads out of it? */
export function standsInside(folder: string, file: string): boolean {
  const target = join(folder, file);
  if (nearestExisting(target) !== target || isFolder(target)) return false;
  return isInside(folder, dirname(target));
}

function isInside(folder: string, path: string): boolean {
  const home = realpathSync.native(folder);
  const real = realpathSync.native(path);
  return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep);
}

function leadsOut(file: string): UserError {
  return new UserError(
    `dist/${file}: a symbolic link on the way leads out of dist/; every output must be written below it`,
    'Remove the link and run the command again.',
    3,
  );
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(realpathSync.native(path)).isDirectory();
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** The path itself or the closest folder above it that is there. */
function nearestExisting(path: string): string {
  try {
    lstatSync(path);
    return path;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
    return nearestExisting(dirname(path));
  }
}
