import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, failure } from './failure.ts';

const name = '.hexapla/outputs.json';

/** What earlier builds wrote into `dist/`; empty if nobody remembers: then nothing is removed. */
export async function readRecord(root: string): Promise<readonly string[]> {
  try {
    const record: unknown = JSON.parse(await readFile(join(root, name), 'utf8'));
    const files = record !== null && typeof record === 'object' && 'files' in record ? record.files : [];
    return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
  } catch (error) {
    // The cache is safe to delete, so a damaged one counts as none.
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return [];
    throw failure(`${name} cannot be read`, error);
  }
}

/** Remembers what stands in `dist/` by our hand. */
export async function writeRecord(root: string, files: readonly string[]): Promise<void> {
  try {
    await mkdir(join(root, '.hexapla'), { recursive: true });
    await writeFile(join(root, `${name}.new`), `${JSON.stringify({ version: 1, files }, null, 1)}\n`);
    await rename(join(root, `${name}.new`), join(root, name));
  } catch (error) {
    throw failure(`${name} cannot be written`, error);
  }
}
