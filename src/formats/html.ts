import type { Face, Typeset } from '../model.ts';
import type { Format, Host, Making } from '../world.ts';

/** A site without scripts: pages, one style sheet a locale, fonts and pictures beside it. */
export const html: Format = {
  id: 'html',
  fonts: 'woff2',
  async *print({ locale, pages, faces }: Typeset, host: Host): AsyncGenerator<Making> {
    const encoder = new TextEncoder();
    const made = (path: string, bytes: Uint8Array) => async () => ({ path, locale, bytes });
    for (const { path, html } of pages) yield async () => ({ path, locale, bytes: encoder.encode(html) });
    yield made(`${locale}/assets/style.css`, encoder.encode(await styles(faces, host)));
    for (const { name, bytes } of faces) yield made(`${locale}/assets/fonts/${name}`, bytes);
    for (const [path, file] of await files(locale, pages, host)) {
      const bytes = await host.read(file);
      if (bytes !== undefined) yield made(path, bytes);
    }
  },
};

/** The theme's style sheet after the rules of its fonts. */
async function styles(faces: readonly Face[], host: Host): Promise<string> {
  const theme = await host.template('styles/site.css');
  return [...faces.map(fontFace), theme?.text ?? ''].join('\n');
}

function fontFace({ family, weight, style, range, name }: Face): string {
  const only = range === undefined ? '' : `unicode-range:${range};`;
  return `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};${only}font-display:swap;src:url(fonts/${name}) format("woff2")}`;
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
