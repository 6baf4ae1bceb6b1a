/** The publication of this repository and one from right to left, on paper: what is read of them, beside pdf.js and the texts. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences } from '../../bench/conformance/pdfjs.ts';
import { withHost } from '../../src/host/index.ts';
import { readBack, Unreadable } from '../../src/pdf/readback.ts';
import { buildPublication } from '../../src/pipeline.ts';
import { proving } from '../../src/proof.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexapla-readback-'));
const root = join(import.meta.dirname, '../..');
const publications = { sample: root, arabic: join(root, 'tests/projects/arabic') };

beforeAll(async () => {
  for (const [name, from] of Object.entries(publications)) {
    const to = join(folder, name);
    cpSync(join(from, 'content'), join(to, 'content'), { recursive: true });
    const settings = readFileSync(join(from, 'hexapla.yaml'), 'utf8');
    writeFileSync(join(to, 'hexapla.yaml'), settings.replace('[html, ', '['));
    const surroundings = { signal: new AbortController().signal, quiet: true };
    await withHost(to, surroundings, (host) => buildPublication(host, {}));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (path: string) => readFileSync(join(folder, path));

test('each page, the outline, links and fonts are read as pdf.js reads them', async () => {
  const files = globSync('*/dist/**/*.pdf', { cwd: folder }).sort();
  expect(files).toEqual(
    expect.arrayContaining([
      'arabic/dist/ar/edition.pdf',
      'sample/dist/parallel/central-asia.en-zh.pdf',
      'sample/dist/ru/about.pdf',
      'sample/dist/zh/edition.pdf',
    ]),
  );
  for (const path of files) expect([path, await differences(file(path))]).toEqual([path, []]);
});

test('text from right to left is read as it is written, with all its vowel signs', () => {
  const plain = (text: string) => text.normalize('NFKC').replace(/[\s\u00ad]/g, '');
  const { runs } = readBack(file('arabic/dist/ar/water.pdf'));
  const read = plain(runs.map(({ text }) => text).join(''));
  const written = readFileSync(join(folder, 'arabic/content/ar/water.md'), 'utf8');
  const words = written.match(/[\p{L}\p{M}]*\p{Script=Arab}[\p{L}\p{M}]*/gu) ?? [];
  expect(words.length).toBeGreaterThan(150);
  expect(words.filter((word) => !read.includes(plain(word)))).toEqual([]);
});

describe('a file that is spoilt', () => {
  const whole = () => Buffer.from(file('sample/dist/en/about.pdf'));
  const promise = {
    path: 'en/about.pdf',
    locale: 'en',
    references: [],
    documents: [{ path: 'a.md', locale: 'en', title: at('a.md'), blocks: [] }],
  };
  const spoilt: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'is nothing': () => Buffer.alloc(0),
    'is no PDF': () => Buffer.from('<!doctype html>'),
    'is broken off': (bytes) => bytes.subarray(0, bytes.length / 2),
    'lacks its first bytes': (bytes) => bytes.subarray(100),
    'has a table that leads elsewhere': (bytes) => {
      bytes.write('0000000017', bytes.indexOf('0000000016 00000 n'), 'latin1');
      return bytes;
    },
    'has a stream that is longer than it says': (bytes) => {
      const at = bytes.indexOf('/Length 3', bytes.indexOf('/Contents'));
      bytes.write('/Length 2', at, 'latin1');
      return bytes;
    },
    'has a stream that was changed': (bytes) => {
      const at = bytes.indexOf('stream\n', bytes.indexOf('/Contents')) + 50;
      bytes.writeUInt32LE(0xdeadbeef, at);
      return bytes;
    },
    'says that it has more pages': (bytes) => {
      bytes.write('/Count 2', bytes.indexOf('/Count 1'), 'latin1');
      return bytes;
    },
  };

  test.each(Object.entries(spoilt))('%s: an error that says so', async (_, spoil) => {
    const bytes = spoil(whole());
    expect(() => readBack(bytes)).toThrow(Unreadable);
    const { findings } = await proving.run({ bytes, promise });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error prove/file']);
    expect(findings[0]?.message).toMatch(/^en\/about\.pdf cannot be read: /);
  });

  test('and the whole one has none', async () => {
    expect(await proving.run({ bytes: whole(), promise })).toEqual({ findings: [], pages: [[]] });
  });
});

function at(path: string) {
  return { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
