import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createPrinter, type Printer } from '../../src/host/browser.ts';
import { candidates } from '../../src/host/seek.ts';
import { ownSurroundings } from './surroundings.ts';

const here = ownSurroundings({
  HEXAPLA_BROWSER: undefined,
  PUPPETEER_EXECUTABLE_PATH: undefined,
  CHROME_PATH: undefined,
  PUPPETEER_CACHE_DIR: 'puppeteer',
});
const job = { html: '<p>x</p>', title: 'x', locale: 'en' };
const { signal } = new AbortController();
let printer: Printer | undefined;

afterEach(async () => {
  await printer?.close();
});

function print(executable?: string) {
  printer = createPrinter({ signal, ...(executable !== undefined && { executable }) });
  return printer.pdf(job);
}

/** A program below the test's folder. */
function program(name: string, script = 'exit 1'): string {
  const file = join(here.folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('a named browser that is not there is an error and no other is taken', () => {
  test('named in the settings', async () => {
    process.env.HEXAPLA_BROWSER = program('other');
    await expect(print('/nowhere/chrome')).rejects.toMatchObject({
      code: 3,
      message:
        '/nowhere/chrome: there is no such program; "browser" in hexapla.yaml names it as the browser to print with',
      hint: 'Correct the path, or remove "browser" in hexapla.yaml: Hexapla then uses the browser that it brings along.',
    });
  });

  test.each([
    ['HEXAPLA_BROWSER', ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH']],
    ['PUPPETEER_EXECUTABLE_PATH', ['CHROME_PATH']],
    ['CHROME_PATH', []],
  ])('named in %s, which comes before %j', async (variable, others) => {
    for (const other of others) process.env[other] = program('other');
    process.env[variable] = '/nowhere/chrome';
    await expect(print()).rejects.toMatchObject({
      code: 3,
      message: expect.stringContaining(
        `/nowhere/chrome: there is no such program; the environment variable ${variable} names`,
      ),
    });
  });

  test.each(['folder', 'file'])('it is a %s that cannot be run', async (kind) => {
    const path = join(here.folder, kind);
    if (kind === 'folder') mkdirSync(path);
    else writeFileSync(path, '');
    await expect(print(path)).rejects.toMatchObject({
      message: expect.stringContaining('this is not a program that can be run'),
    });
  });
});

describe.runIf(process.platform === 'linux')('a named browser', () => {
  test('that is only a name is looked up on PATH', async () => {
    process.env.PATH = `${here.folder}:${process.env.PATH}`;
    const file = program('my-chrome');
    const found = [];
    for await (const candidate of candidates('my-chrome', signal)) found.push(candidate);
    expect(found).toMatchObject([{ executable: file, named: true }]);
  });

  test.each([
    [
      'lacks libraries',
      'echo "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127',
      'the system has no libnss3.so',
      /apt-get install libnss3 libnspr4 libexpat1.*dnf install nss nspr expat/,
    ],
    [
      'gets no sandbox',
      'echo "FATAL: No usable sandbox! Update your kernel" >&2; kill -ABRT $$',
      'sandbox',
      /HEXAPLA_NO_SANDBOX=1/,
    ],
    ['is no browser', 'echo "what?" >&2; exit 9', 'it ended with code 9; what?', /Name a Chromium or Google Chrome/],
    ['ends without a word', 'exit 0', 'it ended with code 0', /Name a Chromium or Google Chrome/],
  ])('that %s: the message says so and what to do', async (_, script, why, hint) => {
    const file = program('chrome', script);
    await expect(print(file)).rejects.toMatchObject({
      code: 3,
      message: expect.stringMatching(`^${file}: the browser does not start: .*${why.replace('?', '\\?')}`),
      hint: expect.stringMatching(hint),
    });
  });

  test('that the system cannot run', async () => {
    const file = program('chrome');
    writeFileSync(file, '#!/nowhere/interpreter\n');
    await expect(print(file)).rejects.toMatchObject({ code: 3, message: expect.stringContaining('ENOENT') });
  });
});

test.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'the order is: embedded, on PATH, of puppeteer, newest first',
  async () => {
    process.env.PATH = here.folder;
    program('google-chrome');
    program('chromium');
    program('puppeteer/chrome/linux-9.0.1/chrome-linux64/chrome');
    program('puppeteer/chrome/linux-131.0.2/chrome-linux64/chrome');
    program('puppeteer/chrome-headless-shell/linux-120.0.0/chrome-headless-shell-linux64/chrome-headless-shell');
    const found = [];
    for await (const candidate of candidates(undefined, signal)) found.push(candidate);
    const origins = found.map((candidate) =>
      'origin' in candidate ? candidate.origin.replace(here.folder, '') : candidate.message,
    );
    expect(origins).toEqual([
      'the embedded Chromium',
      '/chromium',
      '/google-chrome',
      '/puppeteer/chrome-headless-shell/linux-120.0.0/chrome-headless-shell-linux64/chrome-headless-shell',
      '/puppeteer/chrome/linux-131.0.2/chrome-linux64/chrome',
      '/puppeteer/chrome/linux-9.0.1/chrome-linux64/chrome',
    ]);
  },
);

describe('no browser at all', () => {
  const platform = process.platform;
  afterEach(() => {
    Object.defineProperty(process, 'platform', { value: platform });
  });

  test('says where it looked and what to install', async () => {
    Object.defineProperty(process, 'platform', { value: 'freebsd' });
    process.env.PATH = here.folder;
    await expect(print()).rejects.toMatchObject({
      code: 3,
      message: expect.stringContaining('There is no browser to print PDFs with'),
      hint: expect.stringMatching(/Install Chromium or Google Chrome.*HEXAPLA_BROWSER.*"browser" in hexapla.yaml/),
    });
  });

  test('names each that was tried and why it failed', async () => {
    Object.defineProperty(process, 'platform', { value: 'freebsd' });
    process.env.PATH = here.folder;
    const first = program('chromium', 'exit 7');
    const second = program('google-chrome', 'exit 8');
    await expect(print()).rejects.toMatchObject({
      code: 3,
      message: `No browser starts to print PDFs with; tried ${first} (it ended with code 7); ${second} (it ended with code 8)`,
    });
  });
});
