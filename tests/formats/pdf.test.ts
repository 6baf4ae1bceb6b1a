import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { pdf } from '../../src/formats/pdf.ts';
import type { Artifact, Face, Page, Typeset } from '../../src/made.ts';
import { made } from '../../src/stages/print.ts';
import type { Host, PrintJob } from '../../src/world.ts';
import { press } from '../publication.ts';

const face = (family: string, weight: number, range?: string): Face => ({
  family,
  weight,
  style: 'normal',
  bytes: Buffer.from(`${family} ${weight}`),
  name: 'x.ttf',
  ...(range && { range }),
});

const page = (path: string, html: string, more: Partial<Page> = {}): Page => ({
  format: 'pdf',
  path,
  locale: 'en',
  title: path,
  html,
  assets: {},
  ...more,
});

const files: Readonly<Record<string, string>> = {
  'content/en/a & b.png': 'PNG',
  'content/en/c.jpeg': 'JPEG',
  'content/en/d.txt': 'text',
};

/** Prints as if: two empty pages, whatever the document. The browser itself is in tests/host/browser.test.ts. */
const twoPages = PDFDocument.create().then((document) => {
  document.addPage();
  document.addPage();
  return document.save({ useObjectStreams: false });
});

function fakeHost(printed: (job: PrintJob) => Promise<void> = () => Promise.resolve()) {
  const jobs: PrintJob[] = [];
  const load = { now: 0, most: 0 };
  const host: Pick<Host, 'pdf' | 'read' | 'aside' | 'kept'> = {
    kept: async () => undefined,
    aside: async (job, share) => job.run(share),
    async pdf(job) {
      jobs.push(job);
      load.most = Math.max(load.most, ++load.now);
      await printed(job);
      load.now--;
      return { bytes: await twoPages, links: [], heads: [] };
    },
    read: async (path) => (files[path] === undefined ? undefined : Buffer.from(files[path])),
  };
  return { host: host as Host, jobs, load };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function print(typeset: Partial<Typeset>, host: Host, artifacts: Artifact[] = []): Promise<Artifact[]> {
  for await (const artifact of made(
    pdf.print({ locale: 'en', look: '', pages: [], faces: [], ...typeset }, press(host)),
  ))
    artifacts.push(artifact);
  return artifacts;
}

test('prints each page once, has some ahead at the host, and gives each as soon as it is made', async () => {
  const pages = Array.from('abcdefghij', (letter) => `${letter}.pdf`).map((path) =>
    page(path, `<html><head></head><p>${path}`),
  );
  const artifacts: Artifact[] = [];
  // The first two are printed when all others have been given, and those when four have come.
  const others = until(() => artifacts.length === pages.length - 2);
  const { host, jobs, load } = fakeHost(({ title }) => (title < 'c' ? others : until(() => load.most === 4)));
  await print({ pages }, host, artifacts);
  const given = artifacts.map(({ path, pages: count }) => [path, count]);
  expect(given.toSorted()).toEqual(pages.map(({ path }) => [path, 2]));
  expect(
    given
      .slice(-2)
      .map(([path]) => path)
      .toSorted(),
  ).toEqual(['a.pdf', 'b.pdf']);
  const titles = artifacts.map(async ({ bytes }) => (await PDFDocument.load(bytes)).getTitle());
  expect((await Promise.all(titles)).toSorted()).toEqual(pages.map(({ title }) => title));
  expect(jobs).toHaveLength(10);
  expect(load.most).toBe(4);
});

test('gives every page the same faces, and forbids made-up ones', async () => {
  const faces = [face('Hexapla Text', 400, 'U+41-5A'), face('Hexapla Heads', 700)];
  const { host, jobs } = fakeHost();
  await print(
    {
      faces,
      pages: [
        page('a', '<!doctype html><html><head lang="en"><style>b</style></head>'),
        page('b', '<!doctype html><p>'),
      ],
    },
    host,
  );
  const data = Buffer.from('Hexapla Text 400').toString('base64');
  expect(jobs[0]?.fonts).toContain(
    `font-family:"Hexapla Text";font-weight:400;font-style:normal;unicode-range:U+41-5A;src:url(data:font/ttf;base64,${data})`,
  );
  expect(jobs[0]?.fonts).toContain('font-family:"Hexapla Heads";font-weight:700;font-style:normal;src:');
  expect(jobs[0]?.fonts).toContain('font-synthesis-weight:none;font-synthesis-style:none');
  expect(jobs[1]?.fonts).toBe(jobs[0]?.fonts);
});

test('puts pictures into the page', async () => {
  const assets = {
    'a & b.png': 'content/en/a & b.png',
    'c.jpeg': 'content/en/c.jpeg',
    'gone.png': 'content/en/gone.png',
    'd.txt': 'content/en/d.txt',
  };
  const html = `<head></head><img alt="1" src="a &amp; b.png"><img class="x" src='c.jpeg'><img src="gone.png"><img src="d.txt"><a href="c.jpeg">`;
  const { host, jobs } = fakeHost();
  await print({ pages: [page('a', html, { assets })] }, host);
  const [png, jpeg] = ['PNG', 'JPEG'].map((text) => Buffer.from(text).toString('base64'));
  expect(jobs[0]?.html).toContain(
    `<img alt="1" src="data:image/png;base64,${png}"><img class="x" src="data:image/jpeg;base64,${jpeg}"><img src="gone.png"><img src="d.txt"><a href="c.jpeg">`,
  );
});

test('tells the printer title, language and date', async () => {
  const { host, jobs } = fakeHost();
  await print(
    { pages: [page('a', '<p>', { title: 'Статья', locale: 'ru', date: '2022-03-15' }), page('b', '<p>')] },
    host,
  );
  expect(jobs[0]).toMatchObject({ title: 'Статья', locale: 'ru', date: '2022-03-15' });
  expect(jobs[1]).not.toHaveProperty('date');
});

test('a page that fails ends the printing, and the other one in work is not left unheard', async () => {
  const { host } = fakeHost();
  // The first takes longest to fail.
  const fails: Host = {
    ...host,
    pdf: ({ title }) => new Promise((_, no) => setTimeout(() => no(new Error(title)), title === 'a' ? 20 : 1)),
  };
  await expect(print({ pages: [page('a', ''), page('b', ''), page('c', '')] }, fails)).rejects.toThrow('a');
});
