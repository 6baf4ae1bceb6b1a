import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bin, throwaway, twins } from '../publication.ts';

test('a build in a working folder that is removed meanwhile ends, and says why', async () => {
  const { folder } = await throwaway({ ...twins, 'hexapla.yaml': 'outputs: [html]\n' });
  const child = spawn(process.execPath, [bin, 'build'], { cwd: folder });
  let told = '';
  let removed: Promise<void> | undefined;
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    // The texts are read by now; the first page may be written already.
    if (told.includes('check ·')) removed ??= remove(folder);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  await removed;
  expect({ code, told }).toEqual({ code: 3, told: expect.stringMatching(/^Not done: dist\/\S* cannot be written/m) });
}, 30_000);

/** At once, for who knows it by its path: a folder that is still written to cannot be emptied. */
async function remove(folder: string): Promise<void> {
  const gone = `${folder}-gone`;
  await rename(folder, gone);
  await rm(gone, { recursive: true, force: true, maxRetries: 10 });
}
