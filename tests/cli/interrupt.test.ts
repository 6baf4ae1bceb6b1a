/** Ctrl-C in the middle of printing: what was there before is there still, and nobody is left at work. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bin, type Files, throwaway } from '../publication.ts';

const texts: Files = Object.fromEntries(
  Array.from({ length: 24 }, (_, at) => [
    `content/en/text-${at}.md`,
    `---\ntitle: Text ${at}\n---\n${'Trade grew in all these years.\n\n'.repeat(40)}`,
  ]),
);

test('Ctrl-C in the middle of printing', async () => {
  const before = { 'dist/en/text-0.pdf': 'the previous one', 'dist/en/own.txt': 'mine' };
  const { folder, run, files } = await throwaway({ ...texts, ...before, 'hexapla.yaml': 'outputs: [pdf]\n' });
  const mark = `${folder}-interrupted`;
  const keystroke = new AbortController();
  const running = run(['build'], { signal: keystroke.signal, env: { HEXAPLA_TEST_MARK: mark } });
  await until(async () => Object.keys(await files('dist')).some((path) => /\.staging-.*\.pdf$/.test(path)));
  expect(await marked(mark)).not.toEqual([]);
  keystroke.abort();
  const { code, stdout, stderr } = await running;
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/^Interrupted\. What was there before is there still\.\n$/m);
  expect(stderr).not.toMatch(/Error|\bat /);
  expect(await files('dist')).toEqual(before);
  expect(await readdir(join(folder, 'dist'))).toEqual(['en']);
  expect(await marked(mark)).toEqual([]);
});

test('before anything is written, too', async () => {
  const { folder, run } = await throwaway({ ...texts, 'hexapla.yaml': 'outputs: [pdf]\n' });
  const keystroke = new AbortController();
  const running = run(['build'], { signal: keystroke.signal });
  setTimeout(() => keystroke.abort(), 400);
  expect((await running).code).toBe(130);
  expect(await readdir(folder)).toEqual(['content', 'hexapla.yaml']);
});

test('while it waits for a text', async () => {
  const { folder } = await throwaway({});
  const child = spawn(process.execPath, [bin, 'figures', '--text', '--locale', 'en'], { cwd: folder });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
  });
  child.stdin.write('Trade reached US$460 million');
  setTimeout(() => child.kill('SIGTERM'), 500);
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  expect(stderr).toBe('Interrupted. What was there before is there still.\n');
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Processes that were started with this mark in their environment: the run and all that it started. */
async function marked(mark: string): Promise<string[]> {
  const found: string[] = [];
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
    if (!environment.includes(mark)) continue;
    // One that has ended and only waits to be noticed has nothing left.
    const state = await readFile(`/proc/${id}/stat`, 'latin1').catch(() => ') Z');
    if (!/\) Z/.test(state)) found.push(await readFile(`/proc/${id}/cmdline`, 'latin1').catch(() => id));
  }
  return found;
}
