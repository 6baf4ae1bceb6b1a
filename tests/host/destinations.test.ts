import { afterAll, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { destinations } from '../../src/host/destinations.ts';
import { UserError } from '../../src/trouble.ts';
import { readPdf } from '../readpdf.ts';

const printer = createPrinter({ signal: new AbortController().signal });
afterAll(() => printer.close());

const job = (body: string) => ({
  html: `<!doctype html><html lang="en"><head><style>h2{break-before:page}</style></head><body>${body}</body></html>`,
  title: 'Pages',
  locale: 'en',
});
const heads = Array.from({ length: 30 }, (_, n) => `<h2 id="h${n}">Head ${n}</h2>`);

test('what links lead to is found on its page, through a tree of many', async () => {
  const links = heads.map((_, n) => `<a href="#h${n}">x</a>`).join(' ');
  const { bytes } = await printer.pdf(job(`${links}<a href="#%C3%A9%20b">é</a>${heads.join('')}<p id="é b">é</p>`));
  const found = destinations(bytes);
  expect([...found].sort(([, a], [, b]) => a - b)).toEqual([...heads.map((_, n) => [`h${n}`, n + 2]), ['é b', 31]]);
});

test('a PDF without links has no destinations', async () => {
  expect(destinations((await printer.pdf(job('<p id="a">x</p>'))).bytes).size).toBe(0);
});

test('numbers of pages are written where the document asks for them', async () => {
  const asks =
    '<a href="#b">b</a><span data-page-of="b"></span>, <span data-page-of="b" data-page-form="page §."></span>';
  const { bytes } = await printer.pdf(job(`<p>${asks}</p><h2 id="a">A</h2><h2 id="b">B</h2>`));

  expect((await readPdf(bytes)).pages[0]).toContain('b3, page 3.');
});

test('a number that moves what it speaks of is what it is in the end', async () => {
  // The number makes the first page fuller by one line, which moves the head to the next page.
  const asks = `<style>p{height:900px}span:not(:empty){display:block;height:200px}</style><p>x</p><a href="#c">c</a><span data-page-of="c"></span><p id="c">C</p>`;
  const { bytes } = await printer.pdf(job(asks));

  const { pages } = await readPdf(bytes);
  const there = pages.findIndex((page) => page.includes('C')) + 1;
  expect(pages.join(' ')).toMatch(new RegExp(`c ?${there} `));
});

test('the page of what stands nowhere is the trouble of the document', async () => {
  const asked = printer.pdf(job('<p><span data-page-of="gone"></span></p>'));
  await expect(asked).rejects.toThrow(UserError);
  await expect(asked).rejects.toThrow('Pages (en): the document speaks of the page of “gone”, which stands on none');
});

test('behind a link that leads nowhere there is no number', async () => {
  const { bytes } = await printer.pdf(
    job('<p><a href="#gone">x</a><span data-page-of="gone" data-page-form=" (p. §)"></span>.</p>'),
  );

  expect((await readPdf(bytes)).pages[0]).toContain('x.');
});

test.each([
  [4, '<p>A B.</p>', false],
  [3, '<p>A B.</p>', true],
  [4, '<p>A B. See <a href="#b">b</a><span data-page-of="b"></span></p>', false],
])('what a document has from %i pages on, one of three has not: %s', async (from, text, isThere) => {
  const toc = `<nav data-from-pages="${from}" style="height:500px"><h2>TOC</h2><a href="#a">to A</a></nav>`;
  const { bytes, links, heads } = await printer.pdf(job(`${toc}${text}<h2 id="a">A</h2><h2 id="b">B</h2>`));

  const { pages } = await readPdf(bytes);
  expect(pages.join(' ').includes('TOC')).toBe(isThere);
  expect(heads).toEqual(isThere ? ['TOC', 'A', 'B'] : ['A', 'B']);
  expect(links).toEqual([...(isThere ? ['to A'] : []), ...(text.includes('See') ? ['b'] : [])]);
  if (text.includes('See')) expect(pages[0]).toContain('b3');
});
