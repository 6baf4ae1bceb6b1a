/** Documents that share a print, in the real browser: each has the PDF that it has alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { type Finished, finish, finishAll, type Split } from '../../src/pdf/finish.ts';
import { readBack } from '../../src/pdf/readback.ts';
import type { PrintJob, Sharing } from '../../src/world.ts';
import { paper, richBody, type SampleLocale, samples } from '../host/paper.ts';
import { type ReadPdf, readPdf } from '../readpdf.ts';

const printer = createPrinter({ signal: new AbortController().signal });
afterAll(() => printer.close());

/** Longer than what a counter may be that is made of other things than strings. */
const long =
  'A title that goes on and on, “quoted”, with a \\ and more of it than any running head has room for. '.repeat(3);

/** With a running head of its own, which the first page has not. */
async function headed(locale: SampleLocale, body: string, title: string): Promise<PrintJob> {
  const { html, ...job } = await paper(locale, body, title);
  const string = `"${title.replace(/["\\]/g, '\\$&')}"`;
  const own = `<style>@page { @top-left { content: ${string}; font: 8pt "Hexapla Text" } } @page :first { @top-left { content: none } }</style>`;
  return { ...job, html: html.replace('</head>', `${own}</head>`) };
}

/** Of a page or some; ids, notes and heads are the same in all of them. */
function bodies(locale: SampleLocale): readonly string[] {
  const { text } = samples[locale];
  return [
    `<p>${text}</p>`,
    richBody(locale, 'a'),
    `<h2 id="s1">${text}</h2><p><a href="#s1">${text}</a> <a href="#gone">x</a></p><ul><li>${text}</li></ul>`,
    richBody(locale, 'b').repeat(2),
    `<h3>${text.slice(0, 9)}</h3><p aria-hidden="true">${text}</p><h1>${text}</h1><p lang="ru">${text}</p>`,
    // All as wide as each other, in Chinese.
    `<p>${text.slice(-4)}</p><img alt="picture" src="data:image/gif;base64,R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==">`,
  ];
}

async function shared(jobs: readonly PrintJob[]): Promise<(Split | undefined)[]> {
  const found: (Split | undefined)[] = jobs.map(() => undefined);
  for (const { bytes, gap, documents } of (await printer.share(jobs)).prints) {
    const abouts = documents.map((one) => ({ title: '', locale: 'en', ...jobs[one.job], ...one }));
    const split = finishAll({ printed: bytes, gap, documents: abouts });
    for (const [n, { job }] of documents.entries()) found[job] = split?.[n];
  }
  return found;
}

/** With the number of pages that each has. */
async function counted(jobs: readonly PrintJob[]): Promise<PrintJob[]> {
  const tried = await shared(jobs);
  return jobs.map((job, n) => {
    const one = tried[n];
    return { ...job, pages: typeof one === 'number' ? one : (one?.pages ?? 0) };
  });
}

function bytesOf(one: Split | undefined): Uint8Array {
  if (typeof one !== 'object') throw new Error(`not a file: ${one}`);
  return one.bytes;
}

describe.each(Object.keys(samples) as SampleLocale[])('documents in %s that share a print', (locale) => {
  let jobs: PrintJob[] = [];
  let files: Uint8Array[] = [];
  let read: ReadPdf[] = [];

  beforeAll(async () => {
    const all = bodies(locale).map((body, n) => headed(locale, body, n === 3 ? long : `${n} ${samples[locale].text}`));
    jobs = await counted(await Promise.all(all));
    files = (await shared(jobs)).map(bytesOf);
    read = await Promise.all(files.map(readPdf));
  }, 60_000);

  test('have the same bytes alone, in another order, and without some of them', async () => {
    const turned = (await shared(jobs.toReversed())).toReversed();
    const some = await shared([1, 4].flatMap((n) => jobs[n] ?? []));
    for (const [n, job] of jobs.entries()) {
      const file = Buffer.from(files[n] ?? []);
      const [alone] = await shared([job]);
      expect(file.equals(bytesOf(alone)), `${n} alone`).toBe(true);
      expect(file.equals(bytesOf(turned[n])), `${n} in another order`).toBe(true);
    }
    for (const [i, n] of [1, 4].entries())
      expect(Buffer.from(files[n] ?? []).equals(bytesOf(some[i])), `${n}`).toBe(true);
  });

  test('count their own pages, and have a running head from the second one on', () => {
    expect(read[3]?.pages.length).toBeGreaterThan(2);
    for (const [n, { pages }] of read.entries())
      for (const [at, text] of pages.entries()) {
        const foot = {
          en: `${at + 1} / ${pages.length}`,
          ru: `${at + 1} из ${pages.length}`,
          zh: `第 ${at + 1} 页，共 ${pages.length} 页`,
        };
        expect(text, `page ${at + 1} of ${n}`).toContain(foot[locale]);
        const head = n === 3 ? long.slice(0, 60) : `${n} ${samples[locale].text}`;
        if (at === 0 && n > 0) expect(text, `page 1 of ${n}`).not.toContain(head.slice(0, 20));
        if (at > 0) expect(text, `page ${at + 1} of ${n}`).toContain(head.slice(0, 60));
      }
  });

  test('have their own titles, headings, links and pictures', () => {
    expect(read.map(({ title }) => title)).toEqual(jobs.map(({ title }) => title));
    expect(read.map(({ outline }) => outline.length)).toEqual([0, 6, 1, 12, 2, 0]);
    // What leads nowhere is no link; what is broken by a line's end is two.
    expect(new Set(read[2]?.links)).toEqual(new Set(['#1']));
    expect(read[1]?.links.filter((to) => to.startsWith('#'))).toHaveLength(10);
    expect(read[1]?.links).not.toContain('nowhere');
    expect(read[5]?.alternatives).toEqual(['picture']);
    expect(read.every(({ tagged, language }) => tagged && language === locale)).toBe(true);
    // Where a window is named after its file, nobody hears the title (ISO 14289-1, 7.1).
    for (const file of files) expect(Buffer.from(file).toString('latin1')).toContain('/DisplayDocTitle true');
  });

  test('read as they do when each is printed by itself', async () => {
    for (const [n, job] of jobs.entries()) {
      const { bytes, links, heads } = await printer.pdf(job);
      const { fonts, ...other } = await readPdf(finish(bytes, { title: job.title, locale, links, heads }).bytes);
      expect(read[n], String(n)).toMatchObject(other);
    }
  });

  test('have their own glyphs only, and each of them', () => {
    for (const { fonts } of read)
      expect(fonts.join()).toMatch(/^(?:\w+-(?:Bold|Regular) CIDFontType2 subset embedded,?)+$/);
    for (const file of files) expect(readBack(file).missing).toEqual([]);
    expect(files[0]?.length).toBeLessThan((files[1]?.length ?? 0) * 0.9);
  });
});

test('a document that says another number of pages than it has is told what it has', async () => {
  const jobs = [await headed('en', richBody('en', 'a'), 'A'), await headed('en', '<p>b</p>', 'B')];
  const [a, b] = await shared(jobs);
  expect(a).toBeGreaterThan(1);
  expect((b as Finished).pages).toBe(1);
});

describe('a document that cannot share a print is named, and the others are printed', () => {
  const pages: readonly (readonly [string, string, string])[] = [
    ['a lost picture', '<img alt="lost" src="data:image/png;base64,AAAA">', ''],
    ['pages of a name', '<p>x</p>', '@page wide { size: A4 landscape }'],
    ['left and right pages', '<p>x</p>', '@page :left { margin: 30mm }'],
    ['another first page', '<p>x</p>', '@page :first { margin: 40mm }'],
    ['a count that begins with words only', '<p>x</p>', '@page :first { @bottom-center { content: "I" } }'],
    ['pages of some media', '<p>x</p>', '@media print { @page { margin: 9mm } }'],
  ];
  test.each(pages)('%s', async (_, body, css) => {
    const fine = await headed('en', '<p>x</p>', 'Fine');
    const { html, ...job } = await headed('en', body, 'Not fine');
    const other = { ...job, html: html.replace('</head>', `<style>${css}</style></head>`) };
    const { prints, alone }: Sharing = await printer.share([other, fine]);
    expect(alone).toEqual([0]);
    expect(prints.map(({ documents }) => documents.map((one) => one.job))).toEqual([[1]]);
  });

  test('an empty one keeps all from being split', async () => {
    const empty = await headed('en', '', 'Empty');
    expect(await shared([empty, await headed('en', '<p>x</p>', 'Fine')])).toEqual([undefined, undefined]);
  });
});
