import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unpackOnce } from '../../src/host/unpack.ts';
import { ownSurroundings } from './surroundings.ts';

const here = ownSurroundings({ XDG_CACHE_HOME: 'cache', TMPDIR: '' });
const cache = () => join(here.folder, 'cache/hexapla');

let filled = 0;
async function fill(folder: string): Promise<void> {
  filled++;
  mkdirSync(join(folder, 'lib'));
  writeFileSync(join(folder, 'program'), 'program');
  await new Promise((resolve) => setTimeout(resolve, 20));
  writeFileSync(join(folder, 'lib/part'), 'part');
}

test('fills a folder that only we can read, once', async () => {
  filled = 0;
  const folder = await unpackOnce('thing-1', fill);
  expect(folder).toBe(join(cache(), 'thing-1'));
  expect(await unpackOnce('thing-1', fill)).toBe(folder);
  expect(filled).toBe(1);
  expect(readFileSync(join(folder, 'lib/part'), 'utf8')).toBe('part');
  expect(readdirSync(cache())).toEqual(['thing-1']);
  if (process.platform !== 'win32') expect(statSync(cache()).mode & 0o777).toBe(0o700);
});

test.each<[string, (folder: string) => void]>([
  ['a file is missing', (folder) => rmSync(join(folder, 'lib/part'))],
  ['a file is cut off', (folder) => writeFileSync(join(folder, 'program'), 'prog')],
  ['the list of its files is missing', (folder) => rmSync(join(folder, 'complete.json'))],
  ['the list of its files is damaged', (folder) => writeFileSync(join(folder, 'complete.json'), '{')],
])('fills it again if %s', async (_, damage) => {
  const folder = await unpackOnce('thing-1', fill);
  damage(folder);
  filled = 0;
  expect(await unpackOnce('thing-1', fill)).toBe(folder);
  expect(filled).toBe(1);
  expect(readFileSync(join(folder, 'lib/part'), 'utf8')).toBe('part');
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('program');
  expect(readdirSync(cache())).toEqual(['thing-1']);
});

test('fills it again if asked to, and forgives files that others have added', async () => {
  const folder = await unpackOnce('thing-1', fill);
  writeFileSync(join(folder, 'added'), '');
  filled = 0;
  await unpackOnce('thing-1', fill);
  expect(filled).toBe(0);
  await unpackOnce('thing-1', fill, true);
  expect(filled).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['complete.json', 'lib', 'program']);
});

test('lets several at once have it, whole, and leaves nothing beside it', async () => {
  const folders = await Promise.all(Array.from({ length: 8 }, (_, i) => unpackOnce('thing-1', fill, i > 5)));
  expect(new Set(folders).size).toBe(1);
  filled = 0;
  await unpackOnce('thing-1', fill);
  expect(filled).toBe(0);
  expect(readdirSync(cache())).toEqual(['thing-1']);
});

test('leaves nothing of a failure', async () => {
  const fails = async (folder: string) => {
    await fill(folder);
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  const expected = {
    name: 'UserError',
    code: 3,
    message: expect.stringMatching(/thing-1 cannot be written: the disk is full/),
  };
  await expect(unpackOnce('thing-1', fails)).rejects.toMatchObject(expected);
  expect(readdirSync(cache())).toEqual([]);
});

test('clears away what a run that was killed has left, but not what another may be at work on', async () => {
  mkdirSync(join(cache(), '.thing-1-old'), { recursive: true });
  mkdirSync(join(cache(), '.thing-1-new'));
  utimesSync(join(cache(), '.thing-1-old'), 0, 0);
  chmodSync(cache(), 0o700);
  await unpackOnce('thing-1', fill);
  expect(readdirSync(cache()).sort()).toEqual(['.thing-1-new', 'thing-1']);
});

test.runIf(process.platform !== 'win32')('does not trust a folder that others can write to', async () => {
  mkdirSync(join(cache(), 'thing-1'), { recursive: true });
  writeFileSync(join(cache(), 'thing-1/program'), 'planted');
  writeFileSync(join(cache(), 'thing-1/complete.json'), '{"program":7}');
  chmodSync(cache(), 0o777);
  const folder = await unpackOnce('thing-1', fill);
  expect(folder).toBe(join(here.folder, `hexapla-${process.getuid?.()}`, 'thing-1'));
  expect(readFileSync(join(folder, 'program'), 'utf8')).toBe('program');
});

test('says which folders it tried', async () => {
  writeFileSync(join(here.folder, 'cache'), 'a file');
  process.env.TMPDIR = join(here.folder, 'cache');
  await expect(unpackOnce('thing-1', fill)).rejects.toMatchObject({
    code: 3,
    message: expect.stringContaining(`${cache()} (ENOTDIR) and ${join(here.folder, 'cache', 'hexapla-')}`),
    hint: expect.stringContaining('XDG_CACHE_HOME'),
  });
});
