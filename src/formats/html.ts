import { decodeHTML } from 'entities';
import type { Face, Page, Typeset } from '../made.ts';
import { hash } from '../text/hash.ts';
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
    const around = new Around(locale, search === true);
    for await (const page of pages) {
      around.add(page);
      const { path, html, plain } = page;
      const set = plain ? html : withFaces(html, faces, page);
      yield async () => ({ path, locale, bytes: encoder.encode(plain ? set : await withSizes(set, locale, sizes)) });
    }
    yield made(`${locale}/assets/style.css`, encoder.encode(await styles(typeset, host)));
    if (search) {
      const index = await host.search(locale, around.sought);
      for (const { path, bytes } of index) yield made(indexPath(locale, path), bytes);
    }
    for (const [path, css] of sorted(around.sheets)) yield made(path, encoder.encode(css));
    for (const name of [...SCRIPTS, ...(search ? ['search.js'] : [])]) {
      const script = await host.template(`scripts/${name}`);
      if (script) yield made(`${locale}/assets/${name}`, encoder.encode(script.text));
    }
    const names = new Map([...faces, ...around.faces].map((face) => [face.name, face]));
    for (const [name, { bytes }] of names) yield made(`${locale}/assets/fonts/${name}`, bytes);
    for (const file of await host.list('templates/assets')) {
      around.files.set(`${locale}/assets/theme/${file.slice('templates/assets/'.length)}`, file);
    }
    for (const [path, file] of sorted(around.files)) {
      const bytes = await host.read(file);
      if (bytes !== undefined) yield made(path, bytes);
    }
  },
};

/** What pages need around them, gathered as they pass: each comes and goes. */
class Around {
  readonly #locale: string;
  readonly #search: boolean;
  /** Path below `dist/` → CSS. */
  readonly sheets = new Map<string, string>();
  /** Path below `dist/` → path in the publication: the pages' pictures, and the theme's own files. */
  readonly files = new Map<string, string>();
  readonly faces: Face[] = [];
  /** Pages that say what of them is to be found, by their paths below the folder of their language: an index is made of all. */
  readonly sought: { readonly path: string; readonly html: string }[] = [];

  constructor(locale: string, search: boolean) {
    this.#locale = locale;
    this.#search = search;
  }

  add({ path, html, sheets = {}, assets, faces = [] }: Page): void {
    for (const [sheet, css] of Object.entries(sheets)) this.sheets.set(sheet, css);
    for (const [copy, file] of Object.entries(assets)) this.files.set(copy, file);
    this.faces.push(...faces);
    if (faces.length > 0) this.sheets.set(`${this.#locale}/assets/${sheetOf(faces)}`, faces.map(fontFace).join('\n'));
    if (this.#search && isSought(path, this.#locale, html))
      this.sought.push({ path: path.slice(`${this.#locale}/`.length), html });
  }
}

/** Whether readers of a language may look for a page: it says what of it is to be found. */
export function isSought(path: string, locale: string, html: string): boolean {
  return path.startsWith(`${locale}/`) && html.includes(' data-pagefind-body');
}

/** Where the files of a language's index stand, below `dist/`. */
export function indexPath(locale: string, path: string): string {
  return `${locale}/assets/search/${path}`;
}

function sorted(all: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The name of the style sheet that brings faces of a page's own, after what is in them. */
function sheetOf(faces: readonly Face[]): string {
  return `fonts-${hash(faces.map(({ name }) => name).join())}.css`;
}

/** One keeps a reader's place when the language is changed, one finds the language at the root. */
const SCRIPTS = ['place.js', 'choose.js'];

/**
 * Names of the faces that a page shows at once are known only when they are cut: they stand where the template says; and so
 * does the sheet of those that only this page needs, or else at the end of the head.
 */
function withFaces(html: string, faces: readonly Face[], { path, locale, faces: own = [] }: Page): string {
  const sheet = (assets: string) => (own.length > 0 ? `<link rel="stylesheet" href="${assets}${sheetOf(own)}">\n` : '');
  // Where there is none, as in most of a page, a search for the words is fastest.
  if (!html.includes('<link data-preload=')) {
    const assets = `${'../'.repeat(path.split('/').length - 1)}${locale}/assets/`;
    return own.length > 0 ? html.replace(/(?=<\/head>)/i, () => sheet(assets)) : html;
  }
  return html.replace(/<link data-preload="([^"]*)">\n?/g, (_, assets: string) => {
    const first = firstFaces(faces).map(({ name }) => {
      return `<link rel="preload" href="${assets}fonts/${name}" as="font" type="font/woff2" crossorigin>\n`;
    });
    return first.join('') + sheet(assets);
  });
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
  const theme = await Promise.all(['styles/numbers.css', 'styles/site.css'].map((name) => host.template(name)));
  return [
    ...faces.map(fontFace),
    ...theme.flatMap((sheet) => sheet?.text ?? []),
    ...(look ? [`:root{${look}}\n`] : []),
  ].join('\n');
}

function fontFace({ family, weight, style, range, name }: Face): string {
  const only = range === undefined ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${only}font-display:swap;src:url(fonts/${name}) format("woff2")}`;
}
