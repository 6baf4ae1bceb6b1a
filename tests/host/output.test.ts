import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOutput } from '../../src/host/output.ts';
import { release } from '../../src/stages/release.ts';
import { UserError } from '../../src/trouble.ts';
import type { Host } from '../../src/world.ts';
import { type Throwaway, throwaway } from '../publication.ts';

const artifact = (path: string, text = path) => ({ path, locale: 'en', bytes: new TextEncoder().encode(text) });

async function build(folder: string, paths: readonly string[], whole = true): Promise<void> {
  const output = openOutput(folder);
  try {
    for (const path of paths) await output.write(artifact(path));
    await output.commit(whole);
  } finally {
    await output.close();
  }
}

const names = async (publication: Throwaway) => Object.keys(await publication.files('dist'));

test('nothing is seen before the commit, and nothing but the output after it', async () => {
  const publication = await throwaway({ 'dist/en/a.pdf': 'before' });
  const output = openOutput(publication.folder);
  await output.write(artifact('en/a.pdf', 'after'));
  await output.write(artifact('en/b/index.html'));
  expect((await publication.files('dist'))['dist/en/a.pdf']).toBe('before');
  await output.commit(true);
  await output.close();
  expect(await publication.files('dist')).toEqual({
    'dist/en/a.pdf': 'after',
    'dist/en/b/index.html': 'en/b/index.html',
  });
  expect(await readdir(join(publication.folder, 'dist'))).toEqual(['en']);
});

test('without a commit everything is as it was', async () => {
  const publication = await throwaway({ 'dist/en/a.pdf': 'before' });
  const output = openOutput(publication.folder);
  await output.write(artifact('en/a.pdf', 'after'));
  await output.close();
  await output.close();
  expect(await publication.files()).toEqual({ 'dist/en/a.pdf': 'before' });
  const fresh = await throwaway({});
  const other = openOutput(fresh.folder);
  await other.write(artifact('en/a.pdf'));
  await other.close();
  expect(await readdir(fresh.folder)).toEqual([]);
});

test('what an earlier build wrote goes when a whole build no longer makes it, and only that', async () => {
  const publication = await throwaway({ 'dist/en/own.txt': 'by hand' });
  await build(publication.folder, ['en/a.pdf', 'en/old/index.html', 'ru/a.pdf']);
  await build(publication.folder, ['en/b.pdf'], false);
  expect(await names(publication)).toEqual([
    'dist/en/a.pdf',
    'dist/en/b.pdf',
    'dist/en/old/index.html',
    'dist/en/own.txt',
    'dist/ru/a.pdf',
  ]);
  await build(publication.folder, ['en/a.pdf']);
  expect(await names(publication)).toEqual(['dist/en/a.pdf', 'dist/en/own.txt']);
  expect(await readdir(join(publication.folder, 'dist'))).toEqual(['en']);
});

test.each(['not json', '[]', '{"files":["../keep.txt","/etc/hosts","en",3,"link/keep.txt"]}'])(
  'a damaged record removes nothing: %s',
  async (record) => {
    const publication = await throwaway({ 'keep.txt': 'x', 'dist/en/keep.txt': 'x', '.hexapla/outputs.json': record });
    await symlink('..', join(publication.folder, 'dist/link'));
    await build(publication.folder, ['ru/a.pdf']);
    expect(Object.keys(await publication.files())).toEqual([
      '.hexapla/outputs.json',
      'dist/en/keep.txt',
      'dist/ru/a.pdf',
      'keep.txt',
    ]);
  },
);

test.each(['../a', '/a', 'a/../../b', 'a\\b', 'c:/a', 'a//b', 'a/', '.', './a', 'a\0b'])(
  'nothing leaves the output folder: %j',
  async (path) => {
    const { folder } = await throwaway({});
    await expect(openOutput(folder).write(artifact(path))).rejects.toThrow('this is no place inside dist/');
  },
);

test('no link in the output folder leads out of it', async () => {
  const outside = await throwaway({});
  const { folder } = await throwaway({ 'dist/a.txt': 'x' });
  await symlink(outside.folder, join(folder, 'dist/en'));
  await expect(build(folder, ['en/a.pdf'])).rejects.toThrow(
    'dist/en/a.pdf: a symbolic link on the way leads out of dist/',
  );
  expect(await readdir(outside.folder)).toEqual([]);
});

test('two documents that want one place are a trouble of the content, one file written twice is none', async () => {
  const { folder } = await throwaway({});
  const output = openOutput(folder);
  await output.write(artifact('en/a.pdf'));
  await output.write(artifact('en/a.pdf'));
  for (const clash of [artifact('en/a.pdf', 'other'), artifact('en/a.pdf/index.html')]) {
    const trouble = await troubleOf(output.write(clash));
    expect(trouble.message).toBe(
      `dist/${clash.path}: two documents or pictures want this place; each needs one of its own`,
    );
    expect(trouble.code).toBe(2);
  }
  await output.close();
});

test('what comes in parts stands whole in one file, counted whole, and begins anew in the next build', async () => {
  const publication = await throwaway({});
  const parts = ['{', '"a":1', '}'].map((text, n) => ({
    ...artifact('a.json', text),
    ...(n > 0 && { continues: true }),
  }));
  for (const _ of ['first', 'second']) {
    const output = openOutput(publication.folder);
    const all = async function* () {
      yield* parts;
      yield artifact('b.json', '{}');
      yield artifact('b.json', '{}');
    };
    const host = { ...output, signal: new AbortController().signal } as Partial<Host> as Host;
    expect(await release(all(), host, true)).toEqual({ files: 2, fresh: 2, bytes: 9, pages: 0 });
    await output.close();
    expect(await publication.files('dist')).toEqual({ 'dist/a.json': '{"a":1}', 'dist/b.json': '{}' });
  }
});

test('an obstacle to one file stops all of them', async () => {
  const publication = await throwaway({ 'dist/en/a.pdf': 'before', 'dist/en/b.pdf/x': 'a folder' });
  const trouble = await troubleOf(build(publication.folder, ['en/a.pdf', 'en/b.pdf']));
  expect(trouble.message).toBe('dist/en/b.pdf cannot be written: a folder stands where a file is needed (EISDIR)');
  expect(trouble.code).toBe(3);
  expect(await publication.files('dist')).toEqual({ 'dist/en/a.pdf': 'before', 'dist/en/b.pdf/x': 'a folder' });
  const other = await throwaway({ 'dist/en/a.pdf': 'before', 'dist/ru': 'a file' });
  const second = await troubleOf(build(other.folder, ['en/a.pdf', 'ru/b.pdf']));
  expect(second.message).toBe('dist/ru/b.pdf cannot be written: a file stands where a folder is needed (ENOTDIR)');
  expect((await other.files('dist'))['dist/en/a.pdf']).toBe('before');
});

test('a file in the place of dist/ is named', async () => {
  const { folder } = await throwaway({ dist: 'a file' });
  const trouble = await troubleOf(build(folder, ['en/a.pdf']));
  expect(trouble.message).toMatch(/^dist\/ cannot be written: a file stands where a folder is needed/);
});

test('what a killed run left is tidied up, what a living one does is not touched', async () => {
  const { folder } = await throwaway({});
  const living = `.staging-${process.ppid}`;
  for (const name of ['.staging-999999999', living, '.staging-mine']) {
    await mkdir(join(folder, 'dist', name), { recursive: true });
    await writeFile(join(folder, 'dist', name, 'x'), 'x');
  }
  await build(folder, ['en/a.pdf']);
  expect((await readdir(join(folder, 'dist'))).sort()).toEqual([living, '.staging-mine', 'en'].sort());
});

async function troubleOf(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error(`no UserError but ${error}`);
}

test('a publication that is removed meanwhile is not made anew', async () => {
  const { folder } = await throwaway({ 'content/en/a.md': 'x' });
  const output = openOutput(folder);
  await rm(folder, { recursive: true });
  await expect(output.write(artifact('en/a.pdf'))).rejects.toThrow(UserError);
  await output.close();
  expect(existsSync(folder)).toBe(false);
});
