/**
 * `node bare.ts <publication> <out>`: prints the pages that Hexapla printed, and does nothing else: one browser, the same
 * program with the same flags, two pages in it, each with the fonts of its language loaded; a document's head and body
 * put in place of the last one's, printed, written. Says on standard output how long that took, without the start.
 */
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, connect } from 'puppeteer-core';
import { startBrowser } from '../../src/host/start.ts';
import { type PageToPrint, pagesOf } from './pages.ts';

/** Runs in the browser. The first style is the fonts', which stays. */
const swap = `(html) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const [, ...old] = document.querySelectorAll('head > style');
  for (const style of old) style.remove();
  document.head.append(...next.querySelectorAll('head > style'));
  document.body.replaceWith(next.body);
  document.title = next.title;
}`;

const [, , publication = '', out = ''] = process.argv;
mkdirSync(out, { recursive: true });
const chromium = await startBrowser(undefined, { signal: new AbortController().signal });
try {
  const { pipe: transport } = chromium;
  const browser = await connect({ transport, defaultViewport: null, protocolTimeout: 0 });
  const pages = pagesOf(publication);
  const start = performance.now();
  const queue = pages.values();
  await Promise.all([print(browser, queue), print(browser, queue)]);
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ documents: pages.length, seconds }));
} finally {
  await chromium.stop();
}

async function print(browser: Browser, queue: Iterator<PageToPrint>): Promise<void> {
  const page = await browser.newPage();
  await page.emulateMediaType('print');
  let loaded = '';
  for (let next = queue.next(); !next.done; next = queue.next()) {
    const { name, html, fonts } = next.value;
    const text = JSON.stringify(html);
    if (fonts === loaded) await page.evaluate(`(${swap})(${text})`);
    else {
      await page.setContent(html.replace('<head>', `<head><style>${fonts}</style>`));
      await page.evaluate('Promise.all([...document.fonts].map((face) => face.load())).then(() => null)');
      loaded = fonts;
    }
    const bytes = await page.pdf({
      ...{ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, waitForFonts: false },
      timeout: 0,
    });
    await writeFile(join(out, `${name}.pdf`), bytes);
  }
}
