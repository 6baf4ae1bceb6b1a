import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { openAside } from '../../src/host/aside.ts';
import { UserError } from '../../src/trouble.ts';
import { ending, halving, readying, threading } from './halving.ts';

const run = promisify(execFile);
let aside = openAside();
afterEach(async () => {
  await aside.close();
  aside = openAside();
});

test('a job is done on another thread, and each answer is the one that was asked for', async () => {
  const answers = await Promise.all([8, 2, 6, 4].map((number) => aside.run(halving, number)));
  expect(answers).toEqual([4, 1, 3, 2].map((half) => ({ half, isMain: false })));
});

test('trouble of one share is that of no other', async () => {
  const [odd, even, mistake] = await Promise.allSettled([7, 8, -2].map((number) => aside.run(halving, number)));
  expect(odd).toMatchObject({ status: 'rejected', reason: expect.any(UserError) });
  expect(odd).toMatchObject({ reason: { message: '7 is odd', hint: 'Write 8.', code: 2 } });
  expect(even).toMatchObject({ status: 'fulfilled', value: { half: 4 } });
  expect(mistake).toMatchObject({ reason: { name: 'TypeError', message: '-2 is negative' } });
});

test('a job that cannot be loaded is an error, for whoever asks before and after', async () => {
  const lost = { ...halving, module: 'file:///nowhere/halving.ts' };
  await expect(aside.run(lost, 2)).rejects.toThrow(/nowhere/);
  await expect(aside.run(lost, 4)).rejects.toThrow(/nowhere/);
});

test('what a job needs is loaded when it is expected, on the thread that is to do it', async () => {
  expect(await aside.run(readying, undefined)).toBe(false);
  aside.expect(readying);
  expect(await aside.run(readying, undefined)).toBe(true);
});

test('a job that is expected and cannot be loaded is an error for whoever asks', async () => {
  aside.expect({ ...halving, module: 'file:///nowhere/halving.ts' });
  await expect(aside.run(halving, 2)).rejects.toThrow(/nowhere/);
});

test('a thread that has rested ends, and the next share has another', async () => {
  const resting = openAside({ rest: 20 });
  try {
    const first = await resting.run(threading, undefined);
    expect(await resting.run(threading, undefined)).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await resting.run(threading, undefined)).not.toBe(first);
  } finally {
    await resting.close();
  }
});

test('a thread that ends without a word leaves nobody waiting', async () => {
  const asked = [ending, ending].map((job) => aside.run(job, undefined));
  for (const { reason } of (await Promise.allSettled(asked)) as PromiseRejectedResult[]) {
    expect(String(reason)).toBe('Error: A thread ended with 7 before it had done its work');
  }
  await expect(aside.run(halving, 2)).rejects.toThrow('A thread ended with 7');
});

test('a thread that runs out of memory is told in a sentence, with what it was doing', async () => {
  const program = join(import.meta.dirname, 'filling.ts');
  const { stderr } = await run(process.execPath, ['--max-old-space-size=60', program, 'aside'], { timeout: 60_000 });
  expect(stderr).toMatch(/^UserError: text \d+: this took all the memory that a thread may have \(\d+ MB\)/);
});
