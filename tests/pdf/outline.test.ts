import { afterAll, expect, test } from 'vitest';
import { createPrinter } from '../../src/host/browser.ts';
import { finish } from '../../src/pdf/finish.ts';
import { readPdf } from '../readpdf.ts';

const printer = createPrinter({ signal: new AbortController().signal });
afterAll(() => printer.close());

async function outlineOf(body: string, locale = 'en'): Promise<readonly string[]> {
  const dir = locale === 'ar' ? 'rtl' : 'ltr';
  const html = `<!doctype html><html lang="${locale}" dir="${dir}"><head></head><body>${body}</body></html>`;
  const job = { html, title: 'Outline', locale };
  const { bytes, links, heads } = await printer.pdf(job);
  return (await readPdf((await finish(bytes, { ...job, links, heads })).bytes)).outline;
}

test('the outline has the headings as they are written, whichever way their words run', async () => {
  const body = '<h1>أرقام TITLE 12</h1><p>x</p><h2>القسم <em>HEAD</em></h2><h3>قسم</h3><h2>Last</h2>';
  expect(await outlineOf(body, 'ar')).toEqual(['أرقام TITLE 12', 'القسم HEAD', 'قسم', 'Last']);
});

test('headings that nobody sees, or that say nothing, are not in it', async () => {
  const body = '<h1>One</h1><h2 style="display:none">Two</h2><h2></h2><h2>Th\u00adree  <br>four</h2>';
  expect(await outlineOf(body)).toEqual(['One', 'Three four']);
});
