import { UserError } from '../trouble.ts';
import type { Printed, PrintJob } from '../world.ts';
import { destinations, pageCount } from './destinations.ts';
import { type Asked, type DevTools, functionIn } from './devtools.ts';
import { type Gather, type Gathered, gathering, together, UNTAGGED } from './gather.ts';

/** A page of the browser that prints one document after the other, its fonts kept between them. */
export interface Sheet {
  /** The style sheet of fonts that it has loaded. */
  readonly fonts: string;
  print(job: PrintJob): Promise<Sheeted>;
  /** Several documents, of the same fonts, in one print; no bytes where none of them can be in it. */
  gather(jobs: readonly PrintJob[]): Promise<Gathered & Pick<Printed, 'bytes'>>;
  /** Documents that it has printed. */
  readonly prints: number;
  close(): Promise<void>;
}

/** What Chromium made of a document, and the texts of its links and headings. */
export type Sheeted = Pick<Printed, 'bytes' | 'links' | 'heads'>;
type Texts = Pick<Printed, 'links' | 'heads'>;

/**
 * On screen, which is too small for anything, nothing of a document is laid out: only paper is, and once. Otherwise the
 * browser lays it out for the screen before it prints and again behind that, a tenth of all that it does.
 */
const unseen = '@media (max-width: 8px) { body { content-visibility: hidden !important } }';
const SCREEN = { width: 3, height: 3, deviceScaleFactor: 1, mobile: false };

/** An empty page that loads nothing but `data:` URLs and runs nothing that a document brings. */
const blank = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'">
<style id="hexapla-fonts">${unseen}</style></head><body></body></html>`;

/** Texts of links and headings of a part of the page. Runs in the browser. */
const texts = `(whole) => {
  const display = (one) => getComputedStyle(one).display;
  const isHidden = (one) => one !== null && (display(one) === 'none' || isHidden(one.parentElement));
  const hasBox = (one) => display(one) !== 'contents' && !isHidden(one);
  const shown = (selector) => [...whole.querySelectorAll(selector)].filter(hasBox);
  const words = (text) => text.replace(/\\u00ad/g, '').replace(/\\s+/g, ' ').trim();
  return {
    links: shown('a[href]').map((link) => words(link.getAttribute('aria-label') ?? link.textContent)),
    heads: shown('h1, h2, h3, h4, h5, h6').map((head) => words(head.textContent)).filter((text) => text !== ''),
  };
}`;

/**
 * Puts a document into the page and answers with the pictures that cannot be shown and the texts of links and headings. Runs
 * in the browser, so it is text: what compiles this house for tests or for the package must not touch it. Parsed by
 * `DOMParser`, a document comes without running scripts. All fonts are loaded before the layout is taken:
 * `document.fonts.ready` is not enough, it is true before anyone has asked for a font. A word of another language
 * is given a role, because Chromium tags no `span` that has none, and its language would be lost.
 */
const show = `async ({ html, fonts, title, locale }) => {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const kept = document.getElementById('hexapla-fonts');
  if (fonts !== null) kept.textContent = '${unseen}' + fonts;
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  if (!root.lang) root.lang = locale;
  for (const node of [...document.head.childNodes]) if (node !== kept) node.remove();
  for (const picture of next.images) picture.loading = 'eager';
  for (const word of next.querySelectorAll(':is(${UNTAGGED})[lang]:not([role])')) word.role = 'mark';
  document.head.append(...[...next.head.childNodes].map((node) => document.adoptNode(node)));
  for (const node of [...root.children]) if (node !== document.head) node.remove();
  root.append(document.adoptNode(next.body));
  document.title = title;
  await Promise.all([...document.fonts].map((face) => face.load()));
  const names = await Promise.all([...document.images].map((picture) =>
    picture.decode().then(() => null, () => picture.alt || picture.src.slice(0, 60))));
  return { lost: names.filter((name) => name !== null), ...(${texts})(document) };
}`;

/** What `show` is given, and what it answers. */
interface Put {
  readonly html: string;
  readonly title: string;
  readonly locale: string;
  /** None: those of the last document. */
  readonly fonts: string | null;
}

interface Shown extends Texts {
  readonly lost: readonly string[];
}

/** Opens a page to print in. `crashed` is called when the process behind it dies. */
export async function openSheet(browser: DevTools, crashed: () => void): Promise<Sheet> {
  const page = await browser.open(crashed);
  await page.ask('Emulation.setScriptExecutionDisabled', { value: true });
  await page.ask('Emulation.setEmulatedMedia', { media: 'print' });
  await page.ask('Emulation.setDeviceMetricsOverride', SCREEN);
  const { frameTree } = await page.ask('Page.getFrameTree');
  await page.ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html: blank });
  const put = await functionIn<Put, Shown>(page, show);
  const putTogether = await functionIn<Gather, Gathered>(page, gathering(unseen, texts));
  const fill = await functionIn<Pages, Filled>(page, fillIn);
  const shorten = await functionIn<number, Texts | null>(page, shortening);
  const veil = await functionIn<boolean, void>(page, veiling);
  const draft = async () => {
    await veil(true);
    const { data } = await page.ask('Page.printToPDF', ON_A4);
    await veil(false);
    return Buffer.from(data, 'base64');
  };
  let loaded = '';
  let prints = 0;
  const clean = async (documents: number) => {
    const before = prints;
    prints += documents;
    if (Math.floor(before / CLEAN) < Math.floor(prints / CLEAN)) await page.ask('Runtime.evaluate', COLLECT);
  };
  return {
    get fonts() {
      return loaded;
    },
    get prints() {
      return prints;
    },
    close: page.close,
    async print(job) {
      const { html, fonts = '', title, locale } = job;
      const { lost, ...texts } = await put({ html, title, locale, fonts: fonts === loaded ? null : fonts });
      loaded = fonts;
      if (lost.length > 0) throw lostPictures(job, lost);
      const print = () => printed(page);
      const done = asksForPages(html)
        ? await withPageNumbers(job, { draft, print, write: fill, shorten })
        : { bytes: await print() };
      await clean(1);
      return { ...texts, ...done };
    },
    async gather(jobs) {
      const { locale = '', fonts = '' } = jobs[0] ?? {};
      const gathered = await putTogether({ documents: together(jobs), locale, fonts: fonts === loaded ? null : fonts });
      loaded = fonts;
      const bytes = gathered.documents.length > 0 ? await printed(page) : new Uint8Array();
      await clean(jobs.length);
      return { ...gathered, bytes };
    },
  };
}

/**
 * After so many documents Chromium gives back what it keeps of them. Left alone it does so when it has a hundred megabytes
 * for each page.
 */
const CLEAN = 36;

/** V8's own way looks once; that of the DevTools looks until it finds no more, which takes as long as to print two documents. */
const COLLECT = { expression: 'gc()' };

/** As the document stands. */
async function printed(page: Asked): Promise<Uint8Array> {
  const { data } = await page.ask('Page.printToPDF', {
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    printBackground: true,
    ...ON_A4,
  });
  return Buffer.from(data, 'base64');
}

/** In inches, for a theme that names no size: without it paper is American. */
const A4 = { paperWidth: 8.2677, paperHeight: 11.6929, marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };
const ON_A4 = { preferCSSPageSize: true, ...A4 };

/**
 * Hides all that a document shows, or shows it again; everything keeps its place. Runs in the browser. What is printed so
 * says where things stand for a third of what it costs to print them.
 */
const veiling = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { visibility: hidden !important }');
  return (veiled) => {
    document.adoptedStyleSheets = veiled ? [sheet] : [];
  };
})()`;

/**
 * Elements that are to say on which page another one stands: `<span data-page-of="id"></span>` in a list of contents, and
 * `<span data-page-of="id" data-page-form="p. §"></span>` behind a link of the text, which stays empty where that leads nowhere;
 * and those that are there only where the document has so many pages: `<nav data-from-pages="4">`.
 */
function asksForPages(html: string): boolean {
  return html.includes(' data-page-of="') || html.includes(' data-from-pages="');
}

/** How often a document may be printed behind its draft: its numbers may move what they speak of, but hardly twice. */
const PRINTS = 3;

/** What is done with a document that asks for pages. */
interface Numbering {
  /** A print of which only the places count. */
  draft(): Promise<Uint8Array>;
  print(): Promise<Uint8Array>;
  write(pages: Pages): Promise<Filled>;
  /** Takes out what is not there in a document of so many pages; the texts that are left, or null where all stays. */
  shorten(pages: number): Promise<Texts | null>;
}

/**
 * Drafts, takes out what a document of so few pages does not have, reads on which pages things stand, has these numbers
 * written where the document asks for them, and prints, until what is printed says what is so. Throws UserError 2 for what
 * stands nowhere, and where the numbers never settle.
 */
async function withPageNumbers(
  job: PrintJob,
  { draft, print, write, shorten }: Numbering,
): Promise<Pick<Sheeted, 'bytes'> & Partial<Texts>> {
  const numbered = async (bytes: Uint8Array) => {
    const { changed, lost } = await write(Object.fromEntries(destinations(bytes)));
    if (lost.length > 0) throw lostPlaces(job, lost);
    return changed === 0;
  };
  const first = await draft();
  const texts = await shorten(pageCount(first));
  await numbered(first);
  for (let prints = 0; prints < PRINTS; prints += 1) {
    const bytes = await print();
    if (await numbered(bytes)) return { bytes, ...texts };
  }
  throw new UserError(
    `${job.title} (${job.locale}): the numbers of its pages do not settle: each change of a number moves what it speaks of`,
    'Keep numbers of pages out of lines that decide where a page ends, or take the reference out.',
  );
}

/** How many numbers were not what they are now, and ids that stand nowhere. */
interface Filled {
  readonly changed: number;
  readonly lost: readonly string[];
}

/** Runs in the browser, as `show` does. */
const shortening = `(pages) => {
  const over = [...document.querySelectorAll('[data-from-pages]')].filter((one) => Number(one.dataset.fromPages) > pages);
  for (const one of over) one.remove();
  return over.length > 0 ? (${texts})(document) : null;
}`;

/** Runs in the browser, as `show` does. */
const fillIn = `(pages) => {
  let changed = 0;
  const lost = [];
  for (const place of document.querySelectorAll('[data-page-of]')) {
    const number = pages[place.dataset.pageOf];
    if (number === undefined) {
      if (place.dataset.pageForm === undefined) lost.push(place.dataset.pageOf);
      continue;
    }
    const text = (place.dataset.pageForm ?? '§').replace('§', number);
    if (place.textContent === text) continue;
    place.textContent = text;
    changed += 1;
  }
  return { changed, lost };
}`;

function lostPlaces({ title, locale }: PrintJob, lost: readonly string[]): UserError {
  return new UserError(
    `${title} (${locale}): the document speaks of the page of “${lost.join('”, “')}”, which stands on none`,
    'Correct the reference; what is hidden on paper has no page.',
  );
}

/** Id of an element → page on which it stands. */
type Pages = Readonly<Record<string, number>>;

function lostPictures({ title, locale }: PrintJob, lost: readonly string[]): UserError {
  return new UserError(
    `${title} (${locale}): a picture cannot be shown: ${lost.join(', ')}`,
    'Open the picture in a viewer; if it is damaged or of a rare kind, save it anew as PNG, JPEG or SVG.',
    2,
  );
}
