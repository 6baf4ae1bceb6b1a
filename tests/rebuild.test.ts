/** What is built again after a change is, byte for byte, what a build would make of the files as they are then. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accept } from '../src/accepting.ts';
import { type Turn, withHost } from '../src/host/index.ts';
import type { Report } from '../src/model.ts';
import { buildPublication } from '../src/pipeline.ts';
import { Rebuild } from '../src/rebuild.ts';
import type { Selection } from '../src/scope.ts';
import { loadSettings } from '../src/settings.ts';
import type { Host } from '../src/world.ts';
import { type Files, readAll, throwaway, writeAll } from './publication.ts';

const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000028000000140', 'hex'));
/** All letters that any text has: what is changed brings no other, unless it is to. */
const letters =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz АБВГДЕ абвгдеёжзийклмнопрстуфхцчшщъыьэюя $%0123456789';
const begin: Files = {
  'content/en/all.md': `---\ntitle: All\ndate: 2020-01-01\n---\n${letters}\n\nTrade was US$460 million in 1992. See [that](that.md).\n`,
  'content/ru/all.md': `---\ntitle: Всё\ndate: 2020-01-01\n---\n${letters}\n\nВ 1992 году товарооборот составил 460 млн долларов США.\n`,
  'content/en/that.md': '---\ntitle: That\ndate: 2021-02-03\n---\nNo figures here.\n\n![A picture](p.png)\n\nMore.\n',
  'content/ru/that.md': '---\ntitle: То\ndate: 2021-02-03\n---\nЗдесь нет чисел.\n\n![Рисунок](p.png)\n\nЕщё.\n',
  'content/en/news/last.md': '---\ntitle: Last\ndate: 2022-05-06\n---\nOf 45 schools, 13 are new.\n',
  'content/en/p.png': png,
  'hexapla.yaml': 'source: en\noutputs: [html]\nsite: { url: "https://example.org/a/" }\n',
};

/** A publication that is built after each change, and what came of it beside a build of the same files elsewhere. */
interface Site {
  readonly folder: string;
  /** Writes files, or removes those that are null; then all is compared. Says which files of the output have changed. */
  change(files: Readonly<Record<string, string | Uint8Array | null>>, paths?: readonly string[]): Promise<string[]>;
}

async function watched(
  files: Files,
  act: (site: Site) => Promise<void>,
  { selection = {}, isChecked = true }: { readonly selection?: Selection; readonly isChecked?: boolean } = {},
): Promise<void> {
  const { folder } = await throwaway(files);
  const { folder: other } = await throwaway({});
  const quiet = { signal: new AbortController().signal, quiet: true, settings: loadSettings };
  const never = new AbortController().signal;
  const fresh = async () => {
    await rm(other, { recursive: true, force: true });
    const own = Object.entries(await readAll(folder, '.')).filter(
      ([path]) => !/^(?:dist|\.hexapla\/(?:outputs|made|build))/.test(path),
    );
    await writeAll(other, Object.fromEntries(own.map(([path, text]) => [path, Buffer.from(text, 'latin1')])));
    const report = await withHost(
      other,
      quiet,
      async (host) => (await buildPublication(host, selection, isChecked)).report,
    );
    return { report, dist: await readAll(other, 'dist') };
  };
  await withHost(folder, quiet, async (host: Host, turn: Turn) => {
    const rebuild = new Rebuild({ selection, isChecked, host, turn, written: () => undefined });
    let report: Report | undefined = (await rebuild.build(undefined, never))?.report;
    let dist = await readAll(folder, 'dist');
    expect({ report, dist }).toEqual(await fresh());
    await act({
      folder,
      async change(more, paths = Object.keys(more)) {
        for (const [path, text] of Object.entries(more)) {
          if (text === null) await rm(join(folder, path), { recursive: true });
          else await writeAll(folder, { [path]: text });
        }
        report = (await rebuild.build(paths, never))?.report ?? report;
        const before = dist;
        dist = await readAll(folder, 'dist');
        expect({ report, dist }).toEqual(await fresh());
        const all = new Set([...Object.keys(before), ...Object.keys(dist)]);
        return [...all].filter((path) => before[path] !== dist[path]).map((path) => path.slice('dist/'.length));
      },
    });
  });
}

const text = (path: string) => String(begin[path]);

test('a text: its pages and the ledger, and what lists it where its front matter is another', async () => {
  await watched(begin, async ({ change }) => {
    const en = text('content/en/all.md');
    const ru = text('content/ru/all.md');
    expect(await change({ 'content/ru/all.md': ru.replace('460 млн', '460 млрд') })).toEqual([
      'figures.json',
      'ru/all/index.html',
    ]);
    // An anchor of the source is that of all languages.
    expect(await change({ 'content/en/all.md': en.replace('Trade was', 'All trade was') })).toEqual([
      'en/all/index.html',
      'figures.json',
      'ru/all/index.html',
    ]);
    expect(await change({ 'content/ru/all.md': ru })).toEqual(['figures.json', 'ru/all/index.html']);
    // The source stands where a language lacks a text.
    expect(await change({ 'content/en/news/last.md': text('content/en/news/last.md').replace('13', '12') })).toEqual([
      'en/news/last/index.html',
      'figures.json',
      'ru/news/last/index.html',
    ]);
    expect(await change({ 'content/en/that.md': text('content/en/that.md').replace('That', 'Those') })).toEqual([
      'en/all/index.html',
      'en/feed.xml',
      'en/index.html',
      'en/news/last/index.html',
      'en/that/index.html',
    ]);
    expect(await change({ 'content/ru/all.md': ru.replace('2020-01-01', '2023-01-01') })).toEqual([
      'ru/all/index.html',
      'ru/feed.xml',
      'ru/index.html',
      'ru/news/last/index.html',
      'ru/that/index.html',
      'sitemap.xml',
    ]);
    expect(await change({ 'content/ru/all.md': ru.replace('2020-01-01', '2023-01-01') })).toEqual([]);
    expect(
      await change({ 'content/en/all.md': en, 'content/ru/all.md': `${ru}\n\n${'И 5 раз.\n\n'.repeat(9)}` }),
    ).toContain('figures.json');
  });
});

test('whatever else changes', { timeout: 60_000 }, async () => {
  await watched(begin, async ({ change, folder }) => {
    const that = text('content/en/that.md');
    // Nobody has this letter, and then nobody has it any more.
    const more = await change({ 'content/en/that.md': that.replace('No', 'Ñó') });
    expect(more.filter((path) => path.endsWith('/index.html')).length).toBeGreaterThan(3);
    await change({ 'content/en/that.md': that });
    // A picture that is shown no more is there no more.
    expect(await change({ 'content/en/that.md': that.replace(/!.*/, '') })).toContain('en/assets/media/en/p.png');
    await change({ 'content/en/that.md': that });
    await change({ 'content/en/p.png': Uint8Array.from(png, (byte, at) => (at === 19 ? 99 : byte)) });
    await change({ 'content/en/new.md': '---\ntitle: New\ndate: 2021-09-09\n---\nOf [that](that.md), 7.\n' });
    await change({ 'content/ru/that.md': null });
    await change({ 'content/en/new.md': null });
    await change({ 'content/ru/strings.json': '{ "publication": { "name": "Журнал" } }' });
    await change({ 'templates/styles/site.css': 'p { color: red }\n' });
    await change({ 'templates/styles/site.css': null });
    await change({ 'hexapla.yaml': 'source: en\noutputs: [html]\n' });
    await change({ dist: null, 'content/en/that.md': that.replace('More', 'No more') });
    // An editor's copy, which has come and gone.
    expect(await change({}, ['content/en/that.md.tmp'])).toEqual([]);
    expect(Object.keys(await readAll(folder, 'dist')).some((path) => path.includes('staging'))).toBe(false);
  });
});

test('what cannot be read is said, what was there stays, and nothing is forgotten', async () => {
  const { folder } = await throwaway(begin);
  const quiet = { signal: new AbortController().signal, quiet: true, settings: loadSettings };
  const never = new AbortController().signal;
  await withHost(folder, quiet, async (host, turn) => {
    const rebuild = new Rebuild({ selection: {}, isChecked: true, host, turn, written: () => undefined });
    await rebuild.build(undefined, never);
    const before = await readAll(folder, 'dist');
    await writeAll(folder, {
      'content/ru/that.md': '---\ntitle: [\n---\nНет.\n',
      'content/en/all.md': text('content/en/all.md').replace('Trade', 'All trade'),
    });
    await expect(rebuild.build(['content/en/all.md', 'content/ru/that.md'], never)).rejects.toThrow(
      /^content\/ru\/that\.md:\d+:\d+: /,
    );
    expect(await readAll(folder, 'dist')).toEqual(before);
    await writeAll(folder, { 'content/ru/that.md': text('content/ru/that.md') });
    await rebuild.build(['content/ru/that.md'], never);
    expect(String((await readAll(folder, 'dist'))['dist/en/all/index.html'])).toContain('All trade');
  });
});

test.each([
  ['without checks', { isChecked: false }],
  ['of one language', { selection: { locale: ['ru'] } }],
  ['of some documents', { selection: { only: 'a*' } }],
])('a build %s', async (_, how) => {
  await watched(
    begin,
    async ({ change }) => {
      const ru = text('content/ru/all.md');
      expect(await change({ 'content/ru/all.md': ru.replace('составил', 'был') })).toEqual(['ru/all/index.html']);
      await change({ 'content/en/all.md': text('content/en/all.md').replace('Trade', 'All trade') });
    },
    how,
  );
});

test('an index for searching is of all pages', async () => {
  await watched({ ...begin, 'hexapla.yaml': 'outputs: [html]\nsite: { search: true }\n' }, async ({ change }) => {
    const changed = await change({ 'content/ru/all.md': text('content/ru/all.md').replace('составил', 'был') });
    expect(changed.filter((path) => path.endsWith('.html'))).toEqual(['ru/all/index.html']);
    expect(changed.filter((path) => path.startsWith('ru/assets/search/')).length).toBeGreaterThan(1);
    expect(changed.some((path) => path.startsWith('en/'))).toBe(false);
    await change({ 'content/en/that.md': text('content/en/that.md').replace('That', 'Those') });
  });
});

test('PDFs: those of the text that has changed, and who says how large they are', { timeout: 120_000 }, async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  const shown = (path: string) => ({ [path]: text(path).replace('p.png', 'p.svg') });
  const drawn: Files = { ...shown('content/en/that.md'), ...shown('content/ru/that.md'), 'content/en/p.svg': drawing };
  const settings = 'outputs: [html, pdf, edition, parallel]\n';
  await watched({ ...begin, ...drawn, 'hexapla.yaml': settings }, async ({ change }) => {
    const ru = text('content/ru/all.md');
    const first = await change({ 'content/ru/all.md': ru.replace('460 млн', '460 млрд') });
    expect(first.filter((path) => path.endsWith('.pdf'))).toEqual([
      'parallel/all.en-ru.pdf',
      'ru/all.pdf',
      'ru/edition.pdf',
    ]);
    await change({ 'content/ru/all.md': `${ru}\n${'И 5 раз.\n\n'.repeat(200)}` });
    await change({ 'content/en/that.md': String(drawn['content/en/that.md']).replace('That', 'Those') });
  });
});

test('what was accepted: a page says that its source has changed once it has, and as long as that is so', async () => {
  const quiet = { signal: new AbortController().signal, quiet: true };
  const { folder } = await throwaway(begin);
  await withHost(folder, quiet, (host) => accept(host, {}, []));
  const lock = (await readAll(folder, 'content/ru'))['content/ru/translations.lock'] ?? '';
  await watched({ ...begin, 'content/ru/translations.lock': lock }, async ({ folder: own, change }) => {
    const page = async () =>
      Buffer.from((await readAll(own, 'dist'))['dist/ru/that/index.html'] ?? '', 'latin1').toString();
    const en = text('content/en/that.md');
    expect(await page()).not.toContain('оригинал изменился');
    await change({ 'content/en/that.md': en.replace('figures', 'numbers') });
    expect(await page()).toContain('оригинал изменился');
    await change({ 'content/en/that.md': en });
    expect(await page()).not.toContain('оригинал изменился');
  });
});

test('a text that lends its words to a translation changes the pages of that too, each time that it changes', async () => {
  const quiet = { signal: new AbortController().signal, quiet: true };
  const en = `---\ntitle: All\n---\n${letters}\n\nNo figures here.\n`;
  const lending = {
    'hexapla.yaml': 'source: en\noutputs: [html, pdf]\nstale: source\n',
    'content/en/all.md': en,
    'content/ru/all.md': `---\ntitle: Всё\n---\n${letters}\n\nЗдесь нет чисел.\n`,
  };
  const { folder } = await throwaway(lending);
  await withHost(folder, quiet, (host) => accept(host, {}, []));
  const lock = (await readAll(folder, 'content/ru'))['content/ru/translations.lock'] ?? '';
  await watched({ ...lending, 'content/ru/translations.lock': lock }, async ({ folder: own, change }) => {
    const page = async () => (await readAll(own, 'dist'))['dist/ru/all/index.html'];
    for (const word of ['numbers', 'digits', 'sums']) {
      const changed = await change({ 'content/en/all.md': en.replace('figures', word) });
      expect(await page()).toContain(`lang="en" dir="ltr">No ${word} here.</p>`);
      expect(changed).toContain('ru/all.pdf');
    }
    await change({ 'content/en/all.md': en });
    expect(await page()).not.toContain('class="borrowed"');
  });
});
