import { join } from 'node:path';
import { expect, test } from 'vitest';
import { installedFolder, sumOfLibraries } from '../../src/host/installed.ts';
import { throwaway } from '../publication.ts';

test('a package is found in the first folder that has it, or above that one', async () => {
  const { folder } = await throwaway({
    'node_modules/a/package.json': '{}',
    'own/node_modules/a/package.json': '{}',
    'own/node_modules/b': 'a file',
    'node_modules/b/package.json': '{}',
    'own/deep/x': '',
  });
  const at = (...names: string[]) => join(folder, ...names);
  expect(installedFolder('a', [at('own/deep')])).toBe(at('own/node_modules/a'));
  expect(installedFolder('b', [at('own/deep')])).toBe(at('node_modules/b'));
  expect(installedFolder('c', [at('own')])).toBeUndefined();
});

test('another version of a library, or of one that it uses, makes another sum', async () => {
  const at = await throwaway({
    'own/package.json': '{ "dependencies": { "a": "1" }, "peerDependencies": { "b": "1" } }',
    'node_modules/a/package.json': '{ "version": "1.0.0" }',
    'node_modules/.package-lock.json': '{ "c": "1.0.0" }',
  });
  const sums = [sumOfLibraries(join(at.folder, 'own'))];
  for (const change of [
    { 'node_modules/a/package.json': '{ "version": "1.0.1" }' },
    { 'node_modules/.package-lock.json': '{ "c": "1.0.1" }' },
    { 'node_modules/b/package.json': '{ "version": "1.0.0" }' },
  ]) {
    await at.write(change);
    sums.push(sumOfLibraries(join(at.folder, 'own')));
  }
  expect(new Set(sums).size).toBe(4);
  expect(sumOfLibraries(join(at.folder, 'own'))).toBe(sums.at(-1));
});
