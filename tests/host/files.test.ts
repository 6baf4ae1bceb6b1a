import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/host/files.ts';
import { throwaway } from '../publication.ts';

test('files and folders come sorted by code unit, with /', async () => {
  const { folder } = await throwaway({
    'content/b/z.md': '',
    'content/Z.md': '',
    'content/a/ä.md': '',
    'content/a/b.md': '',
  });
  const files = await openFiles(folder);
  expect(await files.list('content')).toEqual(['content/Z.md', 'content/a/b.md', 'content/a/ä.md', 'content/b/z.md']);
  expect(await files.folders('content')).toEqual(['a', 'b']);
  expect(await files.folders('')).toEqual(['content']);
});

test('there is nothing where there is nothing', async () => {
  const { folder } = await throwaway({ 'content/en/a.md': 'x' });
  const files = await openFiles(folder);
  expect(await files.list('nowhere')).toEqual([]);
  expect(await files.folders('nowhere')).toEqual([]);
  expect(await files.read('content/en/b.md')).toBeUndefined();
  expect(await files.read('content/en')).toBeUndefined();
  expect(await files.read('content/en/a.md/b')).toBeUndefined();
  expect(await files.text('content/\0')).toBeUndefined();
});

test('a text that is read anew is the same each time, or an error', async () => {
  const { folder } = await throwaway({ 'content/en/a.md': '\ufeffOne 一' });
  const files = await openFiles(folder);
  const source = await files.textAnew('content/en/a.md');
  expect([source?.path, source?.text, source?.text, source?.length]).toEqual([
    'content/en/a.md',
    'One 一',
    'One 一',
    5,
  ]);
  expect(structuredClone(source), 'for another thread').toEqual({ path: 'content/en/a.md', text: 'One 一', length: 5 });
  await writeFile(join(folder, 'content/en/a.md'), 'Two 二');
  expect(() => source?.text).toThrow(/^content\/en\/a\.md is another text by now/);
  await rm(join(folder, 'content/en/a.md'));
  expect(() => source?.text).toThrow(/^content\/en\/a\.md cannot be read/);
  expect(await files.textAnew('content/en/a.md')).toBeUndefined();
});

test('no path and no link leads out of the publication', async () => {
  const outside = await throwaway({ 'secret.md': 'secret', 'folder/secret.md': 'secret' });
  const { folder } = await throwaway({ 'content/en/a.md': 'x', 'shared/b.md': 'y' });
  await symlink(join(outside.folder, 'secret.md'), join(folder, 'content/en/s.md'));
  await symlink(join(outside.folder, 'folder'), join(folder, 'content/en/out'));
  await symlink('../../shared', join(folder, 'content/en/in'));
  await symlink('../..', join(folder, 'content/en/round'));
  await symlink('nowhere', join(folder, 'content/en/dangling'));
  const files = await openFiles(folder);
  const list = await files.list('content');
  expect(list.filter((path) => !path.includes('round'))).toEqual(['content/en/a.md', 'content/en/in/b.md']);
  expect(list.length).toBeLessThan(20);
  expect(await files.read('content/en/s.md')).toBeUndefined();
  expect(await files.read(`../${outside.folder.split('/').at(-1)}/secret.md`)).toBeUndefined();
  expect(await files.read('content/en/out/secret.md')).toBeUndefined();
  expect(await files.template('../content/en/s.md')).toBeUndefined();
});

test('a publication may itself be a link', async () => {
  const { folder } = await throwaway({ 'real/content/en/a.md': 'x' });
  await symlink('real', join(folder, 'link'));
  expect(await (await openFiles(join(folder, 'link'))).list('content')).toEqual(['content/en/a.md']);
});

test('a template is the publication’s own, else the built-in one', async () => {
  const { folder } = await throwaway({ 'templates/own.liquid': 'mine' });
  await mkdir(join(folder, 'content'));
  const files = await openFiles(folder);
  expect(await files.template('own.liquid')).toEqual({ path: 'templates/own.liquid', text: 'mine' });
  expect((await files.template('article.liquid'))?.text).toMatch(/\{\{/);
  expect(await files.template('no-such.liquid')).toBeUndefined();
  expect(await files.template('../package.json')).toBeUndefined();
});

test('a text is replaced whole, or left as it is where it is another by now', async () => {
  const { folder, files: all } = await throwaway({ 'content/en/a.md': '\ufeffold' });
  const files = await openFiles(folder);
  await files.rewrite('content/en/a.md', '\ufeffold', '\ufeffnew');
  expect(await files.text('content/en/a.md')).toEqual({ path: 'content/en/a.md', text: 'new' });
  await writeFile(join(folder, 'content/en/a.md'), 'someone else’s');
  const late = files.rewrite('content/en/a.md', '\ufeffnew', 'newer');
  await expect(late).rejects.toMatchObject({
    code: 3,
    message: expect.stringMatching(/^content\/en\/a\.md is another/),
  });
  await expect(files.rewrite('../a.md', '', 'x')).rejects.toMatchObject({ code: 3 });
  expect(Object.keys(await all())).toEqual(['content/en/a.md']);
  expect(await readdir(join(folder, 'content/en'))).toEqual(['a.md']);
});
