import { expect, test } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { withHost } from '../../src/host/index.ts';
import type { Face, Page, Typeset } from '../../src/made.ts';
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

const typeset = {
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
} satisfies Typeset;

async function printed(
  files: Files,
  set: Typeset = typeset,
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
  const css = Object.fromEntries(
    await printed({
      'templates/styles/site.css': 'p { color: red }',
      'templates/styles/numbers.css': 'td { color: blue }',
    }),
  )['en/assets/style.css'];
  expect(css).toBe(
    [
      '@font-face{font-family:"Hexapla Text";font-weight:400;font-style:normal;font-display:swap;src:url(fonts/text-400.aaaaaaaa.woff2) format("woff2")}',
      '@font-face{font-family:"Hexapla Text";font-weight:400;font-style:italic;unicode-range:U+41;font-display:swap;src:url(fonts/text-400-italic.bbbbbbbb.woff2) format("woff2")}',
      'td { color: blue }',
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

test('pages are taken one by one, as their files are made', async () => {
  const events: string[] = [];
  const pages = async function* () {
    for (const one of typeset.pages) {
      events.push(`page ${one.path}`);
      yield one;
    }
  };
  const { folder } = await throwaway({});
  await withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    for await (const make of html.print({ ...typeset, pages: pages() }, press(host)))
      events.push(`file ${(await make()).path}`);
  });
  const paths = typeset.pages.map(({ path }) => path);
  expect(events.slice(0, 2 * paths.length)).toEqual(paths.flatMap((path) => [`page ${path}`, `file ${path}`]));
});

test('faces that only one page needs come with a sheet of their own, which no other page loads', async () => {
  const own: Face = {
    family: 'Hexapla Text',
    weight: 400,
    style: 'normal',
    bytes,
    name: 'text-400.cccccccc.woff2',
    range: 'U+E9',
  };
  const text = '<head>\n<link data-preload="../assets/">\n</head><p>';
  const pages = [
    { ...page('en/a/index.html', {}), html: text },
    { ...page('en/b/index.html', {}), html: text, faces: [own] },
    { ...page('en/c/index.html', {}), html: '<head></head>', faces: [own] },
  ];
  const all = Object.fromEntries(await printed({}, { ...typeset, pages }));
  const sheet = Object.keys(all).find((path) => /^en\/assets\/fonts-\w+\.css$/.test(path)) ?? '';
  expect(all[sheet]).toContain('unicode-range:U+E9;font-display:swap;src:url(fonts/text-400.cccccccc.woff2)');
  expect(all['en/assets/fonts/text-400.cccccccc.woff2']).toBe('\u0001\u0002\u0003');
  expect(all['en/a/index.html']).not.toContain('stylesheet');
  const link = `<link rel="stylesheet" href="../assets/${sheet.slice('en/assets/'.length)}">\n`;
  expect(all['en/b/index.html']).toMatch(new RegExp(`crossorigin>\\n${link.replaceAll('.', '\\.')}</head>`));
  expect(all['en/c/index.html']).toBe(`<head>${link.replace('../assets', '../../en/assets')}</head>`);
});
