import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { candidates } from '../../src/host/seek.ts';
import { UserError } from '../../src/trouble.ts';
import { type Throwaway, throwaway } from '../publication.ts';

const texts = {
  'hexapla.yaml': 'outputs: [pdf]\n',
  'content/en/a.md': '---\ntitle: Trade\n---\nTrade reached US$460 million in 1992.\n',
  'content/en/b.md': '---\ntitle: Ports\n---\nTwelve ports opened.\n',
  'content/ru/a.md': '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 460 млн долларов США.\n',
  'content/ru/b.md': '---\ntitle: Порты\n---\nОткрылись двенадцать портов.\n',
};

/** A browser that writes down how it is called; `says` is the version that it tells. */
async function watched(at: Throwaway, says = 'Chromium 1') {
  const executable = join(at.folder, 'browser.sh');
  const calls = join(at.folder, 'calls');
  const real = await realBrowser();
  const script = `#!/bin/sh\necho "$1" >> ${calls}\nif [ "$1" = --version ]; then echo ${says}; exit; fi\nexec ${real.executable} "$@"\n`;
  await writeFile(executable, script);
  await chmod(executable, 0o755);
  return {
    env: { HEXAPLA_BROWSER: executable, ...(real.libraries && { LD_LIBRARY_PATH: real.libraries }) },
    /** How often it was started since somebody asked. */
    async starts() {
      const lines = (await readFile(calls, 'utf8').catch(() => '')).split('\n');
      await rm(calls, { force: true });
      return lines.filter((line) => line !== '' && line !== '--version').length;
    },
  };
}

async function realBrowser() {
  for await (const candidate of candidates(undefined, new AbortController().signal))
    if (!(candidate instanceof UserError)) return candidate;
  throw new Error('no browser to print with');
}

const made = (at: Throwaway) => readdir(join(at.folder, '.hexapla/made')).catch(() => []);

test.skipIf(process.platform === 'win32')(
  'what was printed before is not printed again, and is byte for byte the same',
  async () => {
    const at = await throwaway(texts);
    const { env, starts } = await watched(at);
    expect(await at.run(['build', '--quiet'], { env })).toMatchObject({ code: 0 });
    const first = await at.files('dist');
    expect([await starts(), (await made(at)).length]).toEqual([1, 8]);
    await rm(join(at.folder, 'dist'), { recursive: true });
    expect(await at.run(['build', '--quiet'], { env })).toMatchObject({ code: 0 });
    expect(await at.files('dist')).toEqual(first);
    expect(await starts()).toBe(0);

    // One text, one PDF and its proof.
    await at.write({ 'content/ru/b.md': '---\ntitle: Порты\n---\nОткрылось двенадцать портов.\n' });
    expect(await at.run(['build', '--quiet'], { env })).toMatchObject({ code: 0 });
    expect([await starts(), (await made(at)).length]).toEqual([1, 10]);
    const second = await at.files('dist');
    expect(Object.keys(first).filter((path) => first[path] !== second[path])).toEqual(['dist/ru/b.pdf']);

    // Somebody else prints.
    expect((await watched(at, 'Chromium 2')).env).toEqual(env);
    expect(await at.run(['build', '--quiet'], { env })).toMatchObject({ code: 0 });
    expect([await starts(), (await made(at)).length]).toEqual([1, 18]);
  },
);

test('what is kept and damaged is made again, and without a cache nothing is kept', async () => {
  const at = await throwaway(texts);
  expect(await at.run(['build', '--quiet', '--no-cache'])).toMatchObject({ code: 0 });
  expect(await made(at)).toEqual([]);
  const first = await at.files('dist');
  expect(await at.run(['build', '--quiet'])).toMatchObject({ code: 0 });
  const names = await made(at);
  for (const [n, name] of names.entries()) {
    const path = join(at.folder, '.hexapla/made', name);
    const bytes = await readFile(path);
    // A bit, the end, or all of it.
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
    await writeFile(path, [bytes, bytes.subarray(0, -9), new Uint8Array()][n % 3] ?? '');
  }
  expect(await at.run(['build', '--quiet'])).toMatchObject({ code: 0 });
  expect(await at.files('dist')).toEqual(first);
  expect(await made(at)).toEqual(names);
});

test('two builds at once keep the same, and neither spoils what the other takes', async () => {
  const at = await throwaway(texts);
  const other = await throwaway(texts);
  expect(await other.run(['build', '--quiet'])).toMatchObject({ code: 0 });
  const runs = await Promise.all([at.run(['build', '--quiet']), at.run(['build', '--quiet'])]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(await at.files('dist')).toEqual(await other.files('dist'));
  expect((await made(at)).filter((name) => !/^[\da-f]{64}$/.test(name))).toEqual([]);
});
