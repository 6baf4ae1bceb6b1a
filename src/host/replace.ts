import { access, chmod, chown, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file aside and renames it into place, so that whoever reads it sees the old or the new one whole. Rights
 * and owner stay, a link stays a link. What is no file, such as `/dev/stdout`, is written to as it is.
 */
export async function replaceFile(path: string, bytes: string | Uint8Array): Promise<void> {
  const real = await realpath(path).catch(() => path);
  const old = await stat(real).catch(() => undefined);
  if (old && !old.isFile()) return writeFile(real, bytes);
  if (old) await access(real, constants.W_OK);
  const aside = join(dirname(real), `.hexapla-${process.pid}`);
  try {
    await writeFile(aside, bytes);
    // Only root may give a file away; for all others it is theirs already.
    if (old) await chown(aside, old.uid, old.gid).catch(() => undefined);
    if (old) await chmod(aside, old.mode);
    await rename(aside, real);
  } finally {
    await rm(aside, { force: true });
  }
}
