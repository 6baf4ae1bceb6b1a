import { type Dirent, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import type { Source } from '../model.ts';
import { UserError } from '../trouble.ts';
import type { Host } from '../world.ts';
import { decode } from './decode.ts';
import { errorCode, failure } from './failure.ts';
import { replaceFile } from './replace.ts';

/** The theme that ships; `src/host/` and `lib/host/` are equally deep. */
export const builtIn = fileURLToPath(new URL('../../templates/', import.meta.url));

/** The part of the host that reads and corrects texts. Names are sorted by code unit: no order of a file system shows. */
export type Files = Pick<
  Host,
  'list' | 'folders' | 'read' | 'text' | 'textAnew' | 'template' | 'templates' | 'rewrite'
>;

/** Reads a publication: nothing outside its folder, whatever paths and symbolic links say. Throws UserError 2 if it is no folder. */
export async function openFiles(folder: string): Promise<Files> {
  const root = await openFolder(folder);
  const theme = await realpath(builtIn);
  const text = async (path: string): Promise<Source | undefined> => {
    const bytes = readWithin(root, path);
    return bytes && decode(path, bytes);
  };
  return {
    list: (below) => listWithin(root, below),
    folders: (below) => foldersWithin(root, below),
    read: async (path) => readWithin(root, path),
    text,
    textAnew: async (path) => textAnewWithin(root, path),
    rewrite: (path, before, after) => rewriteWithin(root, path, before, after),
    async templates() {
      const own = (await listWithin(root, 'templates')).map((file) => file.slice('templates/'.length));
      return [...new Set([...own, ...(await listWithin(theme, ''))])].sort();
    },
    async template(name) {
      const own = await text(`templates/${name}`);
      if (own) return own;
      const bytes = readWithin(theme, name);
      return bytes && decode(`templates/${name}`, bytes);
    },
  };
}

async function openFolder(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return await realpath(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') {
      throw failure(`${folder} cannot be read`, error);
    }
    throw new UserError(
      `${folder}: there is no such folder; the folder of a publication was expected`,
      `Check the spelling, or begin a publication there: hexapla init ${folder}`,
    );
  }
  throw new UserError(
    `${folder}: this is a file; the folder of a publication was expected`,
    'Name the folder that has content/ in it.',
  );
}

/** At once: to have a text read by other threads takes five times as long as to read it. */
function readWithin(root: string, path: string): Uint8Array | undefined {
  const file = inside(root, path);
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'EISDIR') return undefined;
    throw failure(`${path} cannot be read`, error);
  }
}

/** A sum of what was read tells whether it is the same; the file may be long gone or another one. */
function textAnewWithin(root: string, path: string): Source | undefined {
  const file = inside(root, path);
  const bytes = readWithin(root, path);
  if (file === undefined || !bytes) return undefined;
  const sum = crc32(bytes);
  return {
    path,
    length: decode(path, bytes).text.length,
    get text() {
      const now = readNow(file, path);
      if (crc32(now) !== sum) throw changedTrouble(path);
      return decode(path, now).text;
    },
  };
}

function readNow(file: string, path: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw failure(`${path} cannot be read`, error);
  }
}

async function rewriteWithin(root: string, path: string, before: string | undefined, after: string): Promise<void> {
  const file = inside(root, path);
  const bytes = readWithin(root, path);
  const mark = bytes && MARK.every((byte, n) => bytes[n] === byte) && !before?.startsWith('\ufeff') ? '\ufeff' : '';
  const isSame = before === undefined ? bytes === undefined : bytes && Buffer.from(mark + before).equals(bytes);
  if (!isSame) throw changedTrouble(path);
  try {
    const folder = before === undefined ? folderWithin(root, dirname(path)) : inside(root, dirname(path));
    if (folder === undefined) throw changedTrouble(path);
    await replaceFile(file ?? join(folder, basename(path)), mark + after);
  } catch (error) {
    throw failure(`${path} cannot be written`, error);
  }
}

/** The byte order mark of UTF-8, which no text that was read has. */
const MARK = [0xef, 0xbb, 0xbf];

/** The real path of a folder that is made if need be, with those above it; undefined outside the publication. */
function folderWithin(root: string, folder: string): string | undefined {
  const known = inside(root, folder);
  if (known !== undefined || folder === '.') return known;
  const above = folderWithin(root, dirname(folder));
  if (above === undefined) return undefined;
  mkdirSync(join(above, basename(folder)), { recursive: true });
  return inside(root, folder);
}

function changedTrouble(path: string): UserError {
  return new UserError(
    `${path} is another text by now than the one that was read first; it was left as it is`,
    'Run the command again when nobody else writes there.',
    3,
  );
}

async function listWithin(root: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  await walk(root, folder, [], found);
  return found.sort();
}

/** `above` are the real folders on the way here: a link back to one of them is not followed again. */
async function walk(root: string, folder: string, above: readonly string[], found: string[]): Promise<void> {
  const real = inside(root, folder);
  if (real === undefined || above.includes(real)) return;
  for (const entry of await entriesIn(real, folder)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const kind = await kindOf(root, path, entry);
    if (kind === 'file') found.push(path);
    if (kind === 'folder') await walk(root, path, [...above, real], found);
  }
}

async function foldersWithin(root: string, folder: string): Promise<string[]> {
  const real = inside(root, folder);
  if (real === undefined) return [];
  const names: string[] = [];
  for (const entry of await entriesIn(real, folder)) {
    const { name } = entry;
    if (name.startsWith('.')) continue;
    if ((await kindOf(root, folder === '' ? name : `${folder}/${name}`, entry)) === 'folder') names.push(name);
  }
  return names.sort();
}

async function entriesIn(real: string, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(real, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw failure(`${folder}/ cannot be read`, error);
  }
}

/** What a name leads to; only a link (or what a file system keeps to itself) has to be followed for that. */
async function kindOf(root: string, path: string, entry: Dirent): Promise<'file' | 'folder' | undefined> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  const real = inside(root, path);
  if (real === undefined) return undefined;
  const stats = await stat(real);
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : undefined;
}

/** The real path of `path`, or undefined if there is nothing or it stands outside `root`. */
function inside(root: string, path: string): string | undefined {
  try {
    const real = realpathSync.native(join(root, path));
    const way = relative(root, real);
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way) ? undefined : real;
  } catch (error) {
    if (absent.has(errorCode(error) ?? '')) return undefined;
    throw failure(`${path} cannot be read`, error);
  }
}

/** Reasons for which there is nothing at a path: a dangling or circular link, a file taken for a folder, an impossible name. */
const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);
