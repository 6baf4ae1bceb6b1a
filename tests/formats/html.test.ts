import { expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { withHost } from '../../src/host/index.ts';
import type { Face, Page, Typeset } from '../../src/model.ts';
import type { Press } from '../../src/world.ts';
import { type Files, press, throwaway } from '../publication.ts';

const bytes = Uint8Array.of(1, 2, 3);
const faces: readonly Face[] = [
  { family: 'Hexapla Text', weight: 400, style: 'normal', bytes, name: 'text-400.aaaaaaaa.woff2' },
  {
    family: 'Hexapla Text',
    weight: 400,
    style: 'italic',
    bytes,
    name: 'text-400-italic.bbbbbbbb.woff2',
    range: 'U+41',
  },
];

function page(path: string, assets: Readonly<Record<string, string>>): Page {
  return { format: 'html', path, locale: 'en', title: path, html: `<title>${path} $&</title>`, assets };
}

const typeset: Typeset = {
  locale: 'en',
  look: '--measure:30',
  faces,
  pages: [
    page('en/index.html', {}),
    page('en/b/index.html', {
      'en/assets/media/en/b.png': 'content/en/b.png',
      'en/assets/media/en/a.png': 'content/en/a.png',
    }),
    {
      ...page('en/c/index.html', { 'en/assets/media/en/b.png': 'content/en/b.png' }),
      sheets: { 'en/assets/drawings/x.css': '#x{}' },
    },
  ],
};

async function printed(
  files: Files,
  set = typeset,
  sizes?: Press['sizes'],
): Promise<readonly (readonly [string, string])[]> {
  const { folder } = await throwaway({ 'content/en/a.png': 'A', 'content/en/b.png': 'B', ...files });
  return withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    const files: (readonly [string, string])[] = [];
    for await (const make of html.print(set, { ...press(host), ...(sizes && { sizes }) })) {
      const { path, bytes } = await make();
      files.push([path, new TextDecoder().decode(bytes)]);
    }
    return files;
  });
}

test('pages, one style sheet, each font and each picture once, in a fixed order', async () => {
  const all = await printed({ 'templates/assets/logo.svg': 'L' });
  expect(all.map(([path]) => path)).toEqual([
    'en/index.html',
    'en/b/index.html',
    'en/c/index.html',
    'en/assets/style.css',
    'en/assets/drawings/x.css',
    'en/assets/place.js',
    'en/assets/choose.js',
    'en/assets/fonts/text-400.aaaaaaaa.woff2',
    'en/assets/fonts/text-400-italic.bbbbbbbb.woff2',
    'en/assets/media/en/a.png',
    'en/assets/media/en/b.png',
    'en/assets/theme/logo.svg',
  ]);
  expect(all[0]?.[1]).toBe('<title>en/index.html $&</title>');
  expect(all.at(-2)?.[1]).toBe('B');
});

test('the style sheet brings its fonts and then the theme', async () => {
  const css = Object.fromEntries(await printed({ 'templates/styles/site.css': 'p { color: red }' }))[
    'en/assets/style.css'
  ];
  expect(css).toBe(
    [
      '@font-face{font-family:"Hexapla Text";font-weight:400;font-style:normal;font-display:swap;src:url(fonts/text-400.aaaaaaaa.woff2) format("woff2")}',
      '@font-face{font-family:"Hexapla Text";font-weight:400;font-style:italic;unicode-range:U+41;font-display:swap;src:url(fonts/text-400-italic.bbbbbbbb.woff2) format("woff2")}',
      'p { color: red }',
      ':root{--measure:30}\n',
    ].join('\n'),
  );
});

test('a page has its first faces loaded at once, where its template says so', async () => {
  const html = '<link data-preload="../assets/">\n<p>';
  const pages = [
    { ...page('en/a/index.html', {}), html },
    { ...page('en/feed.xml', {}), html, plain: true as const },
  ];
  const all = await printed({}, { ...typeset, pages });
  expect(all[0]?.[1]).toBe(
    '<link rel="preload" href="../assets/fonts/text-400.aaaaaaaa.woff2" as="font" type="font/woff2" crossorigin>\n<p>',
  );
  expect(all[1]?.[1]).toBe(html);
});

test('a PDF is offered with its size in the words of the language, where it is made', async () => {
  const html =
    '<span class="size" data-size-of="ru/a&amp;b.pdf"></span><span class="size" data-size-of="x.pdf"></span>';
  const sizes = { get: async (path: string) => (path === 'ru/a&b.pdf' ? 1_234_567 : undefined) };
  const pages = [{ ...page('ru/a/index.html', {}), html }];
  const all = await printed({}, { ...typeset, locale: 'ru', pages }, sizes);
  expect(all[0]?.[1]).toBe('<span class="size">1,2\u00a0МБ</span><span class="size"></span>');
});

test('the theme that ships has a style sheet', async () => {
  const css = Object.fromEntries(await printed({}))['en/assets/style.css'];
  expect(css).toContain('font-family: var(--heads)');
});

test('a page is let go when its file is begun; where there is searching, all are held for that', async () => {
  const gone: string[] = [];
  const pages = typeset.pages.map((one) => ({ ...one, letGo: () => void gone.push(one.path) }));
  await printed({}, { ...typeset, pages });
  expect(gone).toEqual(pages.map(({ path }) => path));
  gone.length = 0;
  const { folder } = await throwaway({});
  await withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    const search = async () => [];
    for await (const make of html.print({ ...typeset, pages, search: true }, press({ ...host, search }))) await make();
  });
  expect(gone).toEqual([]);
});
