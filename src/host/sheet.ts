import type { Browser } from 'puppeteer-core';
import { UserError } from '../trouble.ts';
import type { Printed, PrintJob } from '../world.ts';

/** A page of the browser that prints one document after the other, its fonts kept between them. */
export interface Sheet {
  /** The `@font-face` rules it has loaded. */
  readonly fonts: string;
  print(paper: Paper): Promise<Sheeted>;
}

/** What Chromium made of a document, and the texts of its links. */
export type Sheeted = Pick<Printed, 'bytes' | 'links'>;

/** A job whose fonts and text go different ways. */
export interface Paper {
  readonly job: PrintJob;
  /** The `@font-face` rules of its first style sheet with nothing but these. */
  readonly fonts: string;
  /** The rest of it. */
  readonly html: string;
}

/** An empty page that loads nothing but `data:` URLs and runs nothing that a document brings. */
const blank = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'">
<style id="hexapla-fonts"></style></head><body></body></html>`;

/** Elements within a line that Chromium does not tag. */
const words = 'span, i, b, u, small, cite, q, bdi, bdo, kbd, samp, var, data';

/**
 * Puts a document into the page and answers with the pictures that cannot be shown and the texts of the links. Runs
 * in the browser, so it is text: what compiles this house for tests or for the package must not touch it. Parsed by
 * `DOMParser`, a document comes without running scripts. All fonts are loaded before the layout is taken:
 * `document.fonts.ready` is not enough, it is true before anyone has asked for a font. A word of another language
 * is given a role, because Chromium tags no `span` that has none, and its language would be lost.
 */
const show = `async ({ html, fonts, title, locale }) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const kept = document.getElementById('hexapla-fonts');
  if (fonts !== null) kept.textContent = fonts;
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  if (!root.lang) root.lang = locale;
  for (const node of [...document.head.childNodes]) if (node !== kept) node.remove();
  for (const picture of next.images) picture.loading = 'eager';
  for (const word of next.querySelectorAll(':is(${words})[lang]:not([role])')) word.role = 'mark';
  document.head.append(...[...next.head.childNodes].map((node) => document.adoptNode(node)));
  document.body.replaceWith(document.adoptNode(next.body));
  document.title = title;
  await Promise.all([...document.fonts].map((face) => face.load()));
  const names = await Promise.all([...document.images].map((picture) =>
    picture.decode().then(() => null, () => picture.alt || picture.src.slice(0, 60))));
  const links = [...document.querySelectorAll('a[href]')].filter((link) => link.getClientRects().length > 0);
  return {
    lost: names.filter((name) => name !== null),
    links: links.map((link) => (link.getAttribute('aria-label') ?? link.textContent).replace(/\\s+/g, ' ').trim()),
  };
}`;

type Put = (document: { html: string; title: string; locale: string; fonts: string | null }) => Promise<{
  readonly lost: readonly string[];
  readonly links: readonly string[];
}>;

/** Opens a page to print in. `crashed` is called when the process behind it dies. */
export async function openSheet(browser: Browser, crashed: () => void): Promise<Sheet> {
  const page = await browser.newPage();
  page.on('error', crashed);
  await page.setJavaScriptEnabled(false);
  await page.emulateMediaType('print');
  await page.setContent(blank);
  const run = await page.evaluateHandle<[], () => Put>(`(${show})`);
  let loaded = '';
  return {
    get fonts() {
      return loaded;
    },
    async print({ job, fonts, html }) {
      const { title, locale } = job;
      const document = { html, title, locale, fonts: fonts === loaded ? null : fonts };
      const { lost, links } = await run.evaluate((put, what) => put(what), document);
      loaded = fonts;
      if (lost.length > 0) throw lostPictures(job, lost);
      const bytes = await page.pdf({
        tagged: true,
        outline: true,
        // For a theme that names no size; without it paper is American.
        format: 'A4',
        preferCSSPageSize: true,
        printBackground: true,
        // Done above, and surer.
        waitForFonts: false,
        timeout: 0,
      });
      return { bytes, links };
    },
  };
}

/** Takes the fonts out of a document. */
export function paperOf(job: PrintJob): Paper {
  const { html } = job;
  const found = /<style[^>]*>\s*(?=@font-face)/.exec(html);
  const start = found ? found.index + found[0].length : -1;
  const end = html.indexOf('</style>', start);
  if (!found || end < 0) return { job, fonts: '', html };
  const rest = html.slice(0, found.index) + html.slice(end + '</style>'.length);
  return { job, fonts: html.slice(start, end), html: rest };
}

function lostPictures({ title, locale }: PrintJob, lost: readonly string[]): UserError {
  return new UserError(
    `${title} (${locale}): a picture cannot be shown: ${lost.join(', ')}`,
    'Open the picture in a viewer; if it is damaged or of a rare kind, save it anew as PNG, JPEG or SVG.',
    2,
  );
}
