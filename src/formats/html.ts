import { decodeHTML } from 'entities';
import type { Face, Page, Typeset } from '../model.ts';
import type { Format, Host, Making, Press } from '../world.ts';

/** A site: pages that need no script to be read, one style sheet a locale, fonts, pictures and two small scripts beside it. */
export const html: Format = {
  id: 'html',
  fonts: 'woff2',
  expect(outputs, host) {
    if (outputs.includes('html')) host.expectFonts();
  },
  async *print(typeset: Typeset, { host, sizes }: Press): AsyncGenerator<Making> {
    const { locale, pages, faces, search } = typeset;
    const encoder = new TextEncoder();
    const made = (path: string, bytes: Uint8Array) => async () => ({ path, locale, bytes });
    for (const page of pages) {
      const { path, html, plain } = page;
      // The index for searching is made of all pages.
      if (!search) page.letGo?.();
      const whole = async () => (plain ? html : withSizes(withFaces(html, faces), locale, sizes));
      yield async () => ({ path, locale, bytes: encoder.encode(await whole()) });
    }
    yield made(`${locale}/assets/style.css`, encoder.encode(await styles(typeset, host)));
    if (search) {
      const index = await host.search(locale, sought(pages, locale));
      for (const { path, bytes } of index) yield made(`${locale}/assets/search/${path}`, bytes);
    }
    for (const [path, css] of sheetsOf(pages)) yield made(path, encoder.encode(css));
    for (const name of [...SCRIPTS, ...(search ? ['search.js'] : [])]) {
      const script = await host.template(`scripts/${name}`);
      if (script) yield made(`${locale}/assets/${name}`, encoder.encode(script.text));
    }
    for (const { name, bytes } of faces) yield made(`${locale}/assets/fonts/${name}`, bytes);
    for (const [path, file] of await files(locale, pages, host)) {
      const bytes = await host.read(file);
      if (bytes !== undefined) yield made(path, bytes);
    }
  },
};

/** One keeps a reader's place when the language is changed, one finds the language at the root. */
const SCRIPTS = ['place.js', 'choose.js'];

/** Names of the faces that a page shows at once are known only when they are cut: they stand where the template says. */
function withFaces(html: string, faces: readonly Face[]): string {
  // Where there is none, as in most of a page, a search for the words is fastest.
  if (!html.includes('<link data-preload=')) return html;
  return html.replace(/<link data-preload="([^"]*)">\n?/g, (_, assets: string) =>
    firstFaces(faces)
      .map(({ name }) => `<link rel="preload" href="${assets}fonts/${name}" as="font" type="font/woff2" crossorigin>\n`)
      .join(''),
  );
}

/** How much there is to be downloaded, in the words of the language; nothing where this build does not make it. */
async function withSizes(html: string, locale: string, sizes: Press['sizes']): Promise<string> {
  if (!html.includes(' data-size-of=')) return html;
  const offered = [...html.matchAll(SIZE)].map(([, path = '']) => decodeHTML(path));
  if (offered.length === 0) return html;
  const known = new Map<string, number | undefined>();
  for (const path of offered) known.set(path, await sizes.get(path));
  return html.replace(SIZE, (_, path: string) => {
    const bytes = known.get(decodeHTML(path));
    return bytes === undefined ? '>' : `>${sizeIn(locale, bytes)}`;
  });
}

const SIZE = / data-size-of="([^"]*)">/g;

/** 84 kB, 1.2 MB, 84 кБ. */
function sizeIn(locale: string, bytes: number): string {
  const large = bytes >= 1e6;
  const unit = large ? 'megabyte' : 'kilobyte';
  const how = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: large ? 1 : 0 } as const;
  return new Intl.NumberFormat(locale, how).format(bytes / (large ? 1e6 : 1e3)).replace(' ', '\u00a0');
}

/** Upright and regular, of running text and of heads: the first, which holds most of what a language is written with. */
function firstFaces(faces: readonly Face[]): readonly Face[] {
  const upright = faces.filter(({ weight, style }) => weight === 400 && style === 'normal');
  return upright.filter(({ family }, n) => upright.findIndex((other) => other.family === family) === n);
}

/** The theme's style sheet after the rules of its fonts, and what the language has otherwise behind it. */
async function styles({ faces, look }: Typeset, host: Host): Promise<string> {
  const theme = await host.template('styles/site.css');
  return [...faces.map(fontFace), theme?.text ?? '', ...(look ? [`:root{${look}}\n`] : [])].join('\n');
}

function fontFace({ family, weight, style, range, name }: Face): string {
  const only = range === undefined ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${only}font-display:swap;src:url(fonts/${name}) format("woff2")}`;
}

/** Pages that say what of them is to be found, by their paths below the folder of their language. */
function sought(pages: readonly Page[], locale: string): { readonly path: string; readonly html: string }[] {
  const folder = `${locale}/`;
  return pages
    .filter(({ path, html }) => path.startsWith(folder) && html.includes(' data-pagefind-body'))
    .map(({ path, html }) => ({ path: path.slice(folder.length), html }));
}

function sheetsOf(pages: readonly Page[]): readonly (readonly [string, string])[] {
  const sheets = new Map(pages.flatMap((page) => Object.entries(page.sheets ?? {})));
  return [...sheets].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is copied, path below `dist/` → path in the publication: the pages' pictures and the theme's own files. */
async function files(
  locale: string,
  pages: Typeset['pages'],
  host: Host,
): Promise<readonly (readonly [string, string])[]> {
  const copies = new Map(pages.flatMap(({ assets }) => Object.entries(assets)));
  for (const file of await host.list('templates/assets')) {
    copies.set(`${locale}/assets/theme/${file.slice('templates/assets/'.length)}`, file);
  }
  return [...copies].sort(([a], [b]) => (a < b ? -1 : 1));
}
