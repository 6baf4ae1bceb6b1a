import type { Artifact, Face, Page, Typeset } from '../model.ts';
import type { Printout } from '../pdf/finish.ts';
import { finishing } from '../pdf/finishing.ts';
import { pictureType } from '../text/media.ts';
import type { Format, Host, Making, Press } from '../world.ts';

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
    const fonts = fontStyle(faces);
    for await (const page of pages) {
      yield () => printPage(page, page.faces ? fontStyle([...faces, ...page.faces]) : fonts, host);
    }
  },
};

async function printPage(page: Page, fonts: string, host: Host): Promise<Artifact> {
  const html = await withPictures(page, host);
  const { locale, title, date } = page;
  const printed = await host.pdf({ html, fonts, title, locale, ...(date !== undefined && { date }) });
  const about = { ...aboutOf(page), links: printed.links, heads: printed.heads };
  const { bytes, pages } = await host.aside(finishing, { printed: printed.bytes, about });
  return { path: page.path, locale, bytes, pages };
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
