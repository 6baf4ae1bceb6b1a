import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';

const text = '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 460 млрд долларов США.\n';
const texts = {
  'hexapla.yaml': 'outputs: [html]\n',
  'content/en/a.md': '---\ntitle: Trade\n---\nTrade reached US$460 million in 1992.\n',
  'content/en/b.md': '---\ntitle: Ports\n---\nTwelve ports opened.\n',
  'content/ru/a.md': text,
  'content/ru/b.md': '---\ntitle: Порты\n---\nОткрылись двенадцать портов.\n',
};

/** Whether the build found that there was nothing to do. */
async function isIdle(at: Throwaway, words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { stderr } = await at.run(['build', ...words], { env });
  if (!/^(Nothing has changed since|Written to) /m.test(stderr)) throw new Error(stderr);
  return stderr.includes('Nothing has changed since');
}

test('where nothing has changed the last report is given again, with its lines and its exit code', async () => {
  const at = await throwaway(texts);
  const first = await at.run(['build', '--no-color']);
  expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining('Written to') });
  expect(first.stdout).toContain('460 млрд долларов США');
  const dist = await at.files('dist');
  const again = await at.run(['build', '--no-color']);
  expect(again.stderr).toMatch(/^Nothing has changed since dist\/ was written: \d+ files, in \d\.\d s\n$/);
  expect([again.code, again.stdout]).toEqual([first.code, first.stdout]);
  const fresh = await at.run(['build', '--format', 'json', '--no-cache']);
  const kept = await at.run(['build', '--format', 'json']);
  expect(kept.stdout).toBe(fresh.stdout);
  expect(await at.files('dist')).toEqual(dist);
});

test('whatever a build reads or has written, and is another by now, has it build', async () => {
  const at = await throwaway(texts);
  await isIdle(at);
  const path = join(at.folder, 'content/ru/a.md');
  const { atime, mtime } = await stat(path);
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'a text of the same length and time': async () => {
      await writeFile(path, text.replace('млрд', 'млн '));
      await utimes(path, atime, mtime);
    },
    'a text more': () => at.write({ 'content/en/c.md': '---\ntitle: More\n---\nMore.\n' }),
    settings: () => at.write({ 'hexapla.yaml': 'outputs: [html]\nmultiples: strict\n' }),
    'a picture': () => at.write({ 'content/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
    'a template': () => at.write({ 'templates/site.css': 'p { color: red }' }),
    'a page that somebody changed': () => writeFile(join(at.folder, 'dist/en/a/index.html'), 'mine'),
    'a page that is gone': () => rm(join(at.folder, 'dist/ru/index.html')),
    'a part that was built': () => at.run(['build', '--quiet', '--locale', 'ru']),
    'one that was not checked': () => at.run(['build', '--quiet', '--no-check']),
    'a damaged note': async () => {
      const note = join(at.folder, '.hexapla/build.json');
      await writeFile(note, (await readFile(note, 'utf8')).replace('index.html', 'index.htm'));
    },
  };
  const wrong: string[] = [];
  for (const [what, change] of Object.entries(changes)) {
    if (!(await isIdle(at))) wrong.push(`before ${what}: it builds`);
    await change();
    if (await isIdle(at)) wrong.push(`${what}: it does not build`);
  }
  expect(wrong).toEqual([]);
  expect(await isIdle(at, [], { SOURCE_DATE_EPOCH: '1000000000' })).toBe(false);
  expect(await isIdle(at, ['--no-cache'])).toBe(false);
});
