import { hash } from 'node:crypto';
import type { Artifact, Face, Page, Typeset } from '../made.ts';
import type { Printout, Several } from '../pdf/finish.ts';
import { finishing, splitting } from '../pdf/finishing.ts';
import { keyOf, packed, unpacked } from '../pdf/kept.ts';
import { batches, Lengths, sharingKey } from '../pdf/sharing.ts';
import { pictureType } from '../text/media.ts';
import { remembered } from '../text/remembered.ts';
import type { Format, Host, Kept, Making, Press, PrintJob, Shared } from '../world.ts';

/** A PDF of each page: fonts and pictures within, printed by the host's browser, finished for archives and for all readers. */
export const pdf: Format = {
  id: 'pdf',
  fonts: 'ttf',
  expect(outputs, host) {
    if (outputs.every((output) => output === 'html')) return;
    host.expectPages();
    host.expectFonts();
    host.expectAside(finishing);
  },
  async *print({ pages, faces }: Typeset, { host }: Press): AsyncGenerator<Making> {
    const together = { fonts: fontStyle(faces), lengths: new Lengths(), host };
    const atWork = new Set<Promise<void>>();
    const begun = <T>(work: Promise<T>): Promise<T> => {
      const ended = () => void atWork.delete(end);
      const end = work.then(ended, ended);
      atWork.add(end);
      return work;
    };
    const kept = await host.kept();
    const keyed = kept ? keying(pages, together.fonts, host) : unkeyed(pages);
    // What has faces of its own is alone with them, and what was made before is not printed.
    const shareOf = ({ page, key }: Keyed) => (key !== undefined && kept?.has(key) ? undefined : sharing(page));
    for await (const { all, isAlone } of batches(keyed, shareOf)) {
      // Whatever is at work holds the pictures of its pages.
      while (atWork.size >= AT_WORK) await Promise.race(atWork);
      let shared: Promise<ReadonlyMap<Page, Making>> | undefined;
      const printed = async (page: Page): Promise<Artifact> => {
        const fonts = page.faces ? fontStyle([...faces, ...page.faces]) : together.fonts;
        // What was kept, and is damaged, is printed as it was.
        if (isAlone && !sharing(page)) return begun(printAlone(page, () => jobOf(page, fonts, host), host));
        const batch = all.map((one) => one.page);
        shared ??= begun(share(batch, together));
        const make = (await shared).get(page);
        if (!make) throw new Error(`${page.path} has come to nothing`);
        return make();
      };
      for (const { page, key } of all)
        yield () => (kept && key !== undefined ? madeOnce(page, key, kept, printed) : printed(page));
    }
  },
};

function sharing({ faces, html }: Page): string | undefined {
  return faces ? undefined : sharingKey(html);
}

/** A page, and the name by which its PDF is kept, if it is. */
interface Keyed {
  readonly page: Page;
  readonly key: string | undefined;
}

async function* unkeyed(pages: Typeset['pages']): AsyncGenerator<Keyed> {
  for await (const page of pages) yield { page, key: undefined };
}

/** Each with the sum of all that it is made of. */
async function* keying(pages: Typeset['pages'], fonts: string, host: Host): AsyncGenerator<Keyed> {
  const common = hash('sha256', fonts);
  const picture = remembered(async (path: string) => hash('sha256', (await host.read(path)) ?? ''));
  for await (const page of pages) {
    const { html, assets, faces, locale, title, date } = page;
    const own = faces ? hash('sha256', fontStyle(faces)) : '';
    const pictures = Object.entries(assets).map(async ([name, path]) => [name, await picture(path)] as const);
    const about = { ...aboutOf(page), locale, title, date };
    yield { page, key: keyOf({ html, fonts: common + own, pictures: await Promise.all(pictures), about }) };
  }
}

async function madeOnce(
  page: Page,
  key: string,
  kept: Kept,
  print: (page: Page) => Promise<Artifact>,
): Promise<Artifact> {
  const { path, locale } = page;
  const known = await kept.get(key);
  if (known) return { path, locale, ...unpacked(known) };
  const made = await print(page);
  await kept.put(key, packed({ bytes: made.bytes, pages: made.pages ?? 0 }));
  return made;
}

/** So many batches are at work: the browser has the next ones while others are split and finished. */
const AT_WORK = 4;

/** Where pages are printed together. */
interface Together {
  readonly fonts: string;
  readonly lengths: Lengths;
  readonly host: Host;
}

/** A page, how long it is without its pictures, and what the browser is given of it. */
interface Work {
  readonly page: Page;
  readonly length: number;
  readonly job: PrintJob;
}

/** What becomes of each of these pages; what is wrong with one of them is told by its own making. */
async function share(batch: readonly Page[], together: Together): Promise<ReadonlyMap<Page, Making>> {
  const { fonts, lengths, host } = together;
  const made: [Page, Making][] = [];
  let works: Work[] = [];
  let size = 0;
  for (const page of batch) {
    const { length } = page.html;
    const job = { ...(await jobOf(page, fonts, host)), pages: lengths.guess(length) };
    // Pictures, that is.
    if (size > 0 && size + job.html.length > MUCH) {
      made.push(...(await printTogether(works, together, TRIES)));
      [works, size] = [[], 0];
    }
    works.push({ page, length, job });
    size += job.html.length;
  }
  return new Map([...made, ...(await printTogether(works, together, TRIES))]);
}

/** In characters: what the browser is given at once. */
const MUCH = 4_000_000;
/** The number of its pages may change how many pages a document has, but hardly twice. */
const TRIES = 3;

async function printTogether(works: readonly Work[], together: Together, tries: number): Promise<[Page, Making][]> {
  const { lengths, host } = together;
  if (tries === 0) return works.map((work) => alone(work, host));
  const { prints, alone: lonely } = await host.share(works.map(({ job }) => job));
  const made = lonely.flatMap((n) => works[n] ?? []).map((work) => alone(work, host));
  const again: Work[] = [];
  for (const print of prints) {
    const own = print.documents.flatMap(({ job }) => works[job] ?? []);
    const split = await host.aside(splitting, unsplit(print, own));
    // One of them keeps the others from being told apart.
    if (!split && own.length > 1) for (const work of own) made.push(...(await printTogether([work], together, tries)));
    else if (!split) made.push(...own.map((work) => alone(work, host)));
    for (const [n, { page, job, length }] of split ? own.entries() : []) {
      const one = split?.[n];
      if (one === undefined) continue;
      const pages = typeof one === 'number' ? one : one.pages;
      lengths.learn(length, pages);
      if (typeof one === 'number') again.push({ page, length, job: { ...job, pages } });
      else made.push([page, async () => ({ path: page.path, locale: page.locale, ...one })]);
    }
  }
  return again.length > 0 ? made.concat(await printTogether(again, together, tries - 1)) : made;
}

function unsplit({ bytes: printed, gap, documents }: Shared, works: readonly Work[]): Several {
  return {
    printed,
    gap,
    documents: documents.flatMap((one, n) => (works[n] ? { ...aboutOf(works[n].page), ...one } : [])),
  };
}

function alone({ page, job }: Work, host: Host): [Page, Making] {
  return [page, () => printAlone(page, async () => job, host)];
}

async function printAlone(page: Page, jobOf: () => Promise<PrintJob>, host: Host): Promise<Artifact> {
  const { bytes: printed, ...known } = await host.pdf(await jobOf());
  const { bytes, pages } = await host.aside(finishing, { printed, about: { ...aboutOf(page), ...known } });
  return { path: page.path, locale: page.locale, bytes, pages };
}

async function jobOf(page: Page, fonts: string, host: Host): Promise<PrintJob> {
  const html = await withPictures(page, host);
  const { locale, title, date } = page;
  return { html, fonts, title, locale, ...(date !== undefined && { date }) };
}

/** What its PDF is to say about it, and nothing else: it goes to another thread. */
function aboutOf({ title, locale, author, subject }: Page): Omit<Printout, 'links' | 'heads'> {
  return { title, locale, ...(author !== undefined && { author }), ...(subject !== undefined && { subject }) };
}

/**
 * Faces as data. Where a theme names no family the text face stands, also in code, which browsers set in a face of
 * the machine's; and no machine-made bold or italic.
 */
function fontStyle(faces: readonly Face[]): string {
  const rules = faces.map(({ family, weight, style, range, bytes }) => {
    const data = Buffer.from(bytes).toString('base64');
    const only = range === undefined ? '' : `unicode-range:${range};`;
    return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${only}src:url(data:font/ttf;base64,${data}) format("truetype")}`;
  });
  return `${rules.join('\n')}\n${ground}`;
}

const ground = `:root{font-family:"Hexapla Text";font-synthesis-weight:none;font-synthesis-style:none}
code,kbd,pre,samp{font-family:inherit}`;

/** The pictures of a page as data in place of their paths. */
async function withPictures({ html, assets }: Page, host: Host): Promise<string> {
  const data = new Map<string, string>();
  for (const [source, path] of Object.entries(assets)) {
    const bytes = await host.read(path);
    const type = pictureType(path);
    if (bytes && type) data.set(source, `data:${type};base64,${Buffer.from(bytes).toString('base64')}`);
  }
  if (data.size === 0) return html;
  return html.replace(/(<img\b[^>]*?\ssrc=)(?:"([^"]*)"|'([^']*)')/gi, (tag, before: string, double, single) => {
    const found = data.get(written(double ?? single));
    return found === undefined ? tag : `${before}"${found}"`;
  });
}

/** A `src` as the document has it: in HTML its ampersands and quotation marks are escaped. */
function written(source: string): string {
  return source
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
