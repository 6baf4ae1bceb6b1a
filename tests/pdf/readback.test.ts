/** The publication of this repository and one from right to left, on paper: what is read of them, beside pdf.js and the texts. */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences } from '../../bench/conformance/pdfjs.ts';
import { withHost } from '../../src/host/index.ts';
import { readBack, Unreadable } from '../../src/pdf/readback.ts';
import { buildPublication } from '../../src/pipeline.ts';
import { type Proof, proving } from '../../src/proof.ts';
import type { Host, Job } from '../../src/world.ts';

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
    await withHost(to, surroundings, (host) => buildPublication(overheard(host), {}));
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each PDF has to say, as a build has it proven. */
const proofs: Proof[] = [];

function overheard(host: Host): Host {
  return {
    ...host,
    aside<Share, Result>(job: Job<Share, Result>, share: Share) {
      // Copied, for bytes may go to the other thread.
      if (job.name === proving.name) proofs.push(structuredClone(share) as Proof);
      return host.aside(job, share);
    },
  };
}

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
      bytes.write('0000000017', bytes.indexOf('0000000015 00000 n'), 'latin1');
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

/** The PDF without the glyph that is shown as the `count`th of a page's, and what has gone from its text by that. */
async function without(bytes: Uint8Array, page: number, count: number) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  const ref = document.getPage(page).node.get(PDFName.of('Contents'));
  const stream = context.lookup(ref);
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error('a page has one stream');
  const content = Buffer.from(inflateSync(stream.contents)).toString('latin1');
  let at = 0;
  const less = content.replaceAll(/<[\dA-F]{4}> Tj/g, (shown) => {
    at += 1;
    return at === count ? '' : shown;
  });
  context.assign(ref, PDFRawStream.of(stream.dict, deflateSync(Buffer.from(less, 'latin1'))));
  const changed = await document.save({ useObjectStreams: false, addDefaultPage: false });
  const [was, is] = [readBack(bytes), readBack(changed)].map(({ runs }) => runs.map(({ text }) => text));
  const run = was?.findIndex((text, n) => text !== is?.[n]) ?? -1;
  const [before = '', after = ''] = [was?.[run], is?.[run]];
  return { changed, count: at, text: before, lost: [...before].find((sign, n) => sign !== [...after][n]) ?? '' };
}

test('whatever letter or digit of a long text is taken off the page, it is missed', { timeout: 60_000 }, async () => {
  const wanted = [
    'en/central-asia.pdf',
    'ru/edition.pdf',
    'zh/central-asia.pdf',
    'parallel/central-asia.en-ru.pdf',
    'ar/water.pdf',
  ];
  const [seen, unseen]: [string[], string[]] = [[], []];
  for (const { bytes, promise } of proofs.filter(({ promise }) => wanted.includes(promise.path))) {
    for (let count = 60; count < 1500; count += 173) {
      const { changed, text, lost } = await without(bytes, 1, count);
      // Short ones may be of the theme or of a picture; and a style may set a sign that says nothing otherwise.
      if (text.length < 60 || !/[\p{L}\p{N}]/u.test(lost)) continue;
      const { findings } = await proving.run({ bytes: changed, promise });
      (findings.length > 0 ? seen : unseen).push(`${promise.path}: ${lost} of “${text.slice(0, 40)}…”`);
    }
  }
  expect(unseen).toEqual([]);
  expect(seen.length).toBeGreaterThan(12);
});
