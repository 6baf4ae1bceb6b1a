import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pdf } from '../../src/formats/pdf.ts';
import { createPrinter } from '../../src/host/browser.ts';
import { loadFontPackage } from '../../src/host/fonts.ts';
import type { Page } from '../../src/made.ts';
import type { Document, Edition, FontSettings } from '../../src/model.ts';
import { typeset } from '../../src/stages/typeset.ts';
import type { Host } from '../../src/world.ts';
import { press } from '../publication.ts';
import { readPdf } from '../readpdf.ts';

const root = join(import.meta.dirname, '../..');
const google = (name: string) => `@expo-google-fonts/${name}`;
const printer = createPrinter({ signal: new AbortController().signal });
afterAll(() => printer.close());

const templates: Readonly<Record<string, string>> = { 'templates/print.liquid': 'a\n <b>☄</b>' };

/** Fonts and browser are the real ones. */
const host = {
  kept: async () => undefined,
  fonts: (name: string) => loadFontPackage(name, [root]),
  list: async () => Object.keys(templates),
  text: async (path: string) => ({ path, text: templates[path] ?? '' }),
  read: async () => undefined,
  pdf: (job) => printer.pdf(job),
  share: (jobs) => printer.share(jobs),
  aside: async (job, share) => job.run(share),
} as Partial<Host> as Host;

function edition(locale: string, text = ''): Edition {
  const document: Document = {
    source: { path: `content/${locale}/a.md`, text },
    slug: 'a',
    locale,
    meta: { title: 'A', extra: {} },
    blocks: [],
    links: [],
    suppressions: [],
    body: () => '',
    outline: [],
  };
  const source = { path: `content/${locale}/strings.json`, text: '{ "word": "☂" }' };
  return { locale, documents: [document], strings: { source, entries: {} } };
}

const page = (locale: string, body: string): Page => ({
  format: 'pdf',
  path: `${locale}/a.pdf`,
  locale,
  title: 'A',
  html: `<!doctype html><html lang="${locale}"><head><style>
@page { margin: 20mm; @bottom-center { content: "${locale === 'zh' ? '第 ' : '№ '}" counter(page); font: 8pt "Hexapla Heads" } }
body { font-family: "Hexapla Text" } h1, th { font-family: "Hexapla Heads" } .caps { text-transform: uppercase } .dots { text-emphasis: dot }
</style></head><body>${body}</body></html>`,
  assets: {},
});

async function set(locale: string, body: string, fonts: Readonly<Record<string, FontSettings>> = {}, source = body) {
  return typeset([page(locale, body)], edition(locale, source), { fonts, container: 'ttf' }, host);
}

async function printed(locale: string, body: string, fonts: Readonly<Record<string, FontSettings>> = {}) {
  const result = await set(locale, body, fonts);
  expect(result.findings).toEqual([]);
  for await (const make of pdf.print({ ...result.typeset, look: '' }, press(host)))
    return readPdf((await make()).bytes);
  throw new Error('nothing was printed');
}

const kind = 'CIDFontType2 subset embedded';
/** Each face on a line of its own. */
const body = (text: string) => `<h1>${text}</h1><p>${text}<p><b>${text}</b><p><i>${text}</i><p><b><i>${text}</i></b>`;

describe('faces', () => {
  test('are asked for by what they are to have, not by what came first', async () => {
    const asked: string[] = [];
    const counted = {
      ...host,
      async fonts(name: string) {
        const files = await loadFontPackage(name, [root]);
        const noted = (characters: string) => {
          asked.push(characters);
          return Promise.resolve(new Uint8Array());
        };
        return files.map((file) => ({ ...file, has: (code: number) => file.has(code), subset: noted }));
      },
    };
    const how = { fonts: {}, container: 'woff2' as const };
    for (const text of ['<p>ab жя</p>', '<p>яж ba</p>']) await typeset([page('ru', text)], edition('ru'), how, counted);
    const half = asked.length / 2;
    expect(half).toBeGreaterThan(1);
    expect(asked.slice(half)).toEqual(asked.slice(0, half));
  });

  test.each([
    [
      'en',
      [
        'text-400',
        'text-700',
        'text-400-italic',
        'text-700-italic',
        'heads-400',
        'heads-700',
        'heads-400-italic',
        'heads-700-italic',
      ],
    ],
    ['zh', ['text-400', 'text-700', 'heads-400', 'heads-700']],
  ])('of %s are what its packages have', async (locale, names) => {
    const { typeset: done } = await set(locale, 'x');
    expect(done.faces.map(({ name }) => name.replace(/\.[0-9a-f]{8}\.ttf$/, ''))).toEqual(names);
    expect(done.faces.map(({ range }) => range)).toEqual(names.map(() => undefined));
  });

  test('are cut to what the pages show: the same text gives the same, another text another', async () => {
    const names = async (text: string) => (await set('ru', text)).typeset.faces.map(({ name }) => name);
    expect(await names('Ёлка и щука')).toEqual(await names('щука и Ёлка'));
    expect(await names('Ёлка')).not.toEqual(await names('Ёлка и щука'));
  });

  test('come as woff2 for the web', async () => {
    const { typeset: done } = await typeset([page('en', 'x')], edition('en'), { fonts: {}, container: 'woff2' }, host);
    expect(done.faces[0]?.name).toMatch(/^text-400\.[0-9a-f]{8}\.woff2$/);
  });

  test('of a setting for zh set zh-Hans too', async () => {
    const fonts = { zh: { text: [google('noto-sans-sc')], heads: [google('noto-sans-sc')] } };
    const { typeset: done } = await set('zh-Hans', '文', fonts);
    expect(done.faces.map(({ weight }) => weight)).toEqual([400, 700, 400, 700]);
  });

  test('of a package that is not installed: for which language, and how to install it', async () => {
    const fonts = { en: { text: [google('noto-serif')], heads: [google('noto-sans-hebrew')] } };
    await expect(set('en', 'x', fonts)).rejects.toMatchObject({
      code: 3,
      message: `en: The font package ${google('noto-sans-hebrew')} is not installed`,
      hint: expect.stringContaining('npm install --save-dev'),
    });
  });
});

describe('print has only these fonts, whole words to copy, and no Type 3', () => {
  test.each([
    [
      'en',
      'Office “affinity” — fjord, na\u00efve e\u0301\u1e17',
      [
        'NotoSans-Bold',
        'NotoSans-Regular',
        'NotoSerif-Bold',
        'NotoSerif-BoldItalic',
        'NotoSerif-Italic',
        'NotoSerif-Regular',
      ],
    ],
    [
      'ru',
      'Подъезд, щука, «Ёлка» — за́мок',
      [
        'NotoSans-Bold',
        'NotoSans-Regular',
        'NotoSerif-Bold',
        'NotoSerif-BoldItalic',
        'NotoSerif-Italic',
        'NotoSerif-Regular',
      ],
    ],
    [
      'zh',
      '《新华文摘》“增长了100多倍”——骨直令',
      ['NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular'],
    ],
  ])('%s', async (locale, text, fonts) => {
    const { pages, fonts: found } = await printed(locale, body(text));
    expect(found).toEqual(fonts.map((font) => `${font} ${kind}`));
    expect(pages[0]?.normalize('NFC').split(text.normalize('NFC'))).toHaveLength(6);
  });

  test('what nobody sees and no font has', async () => {
    const nothing =
      '\u200b\u200c\u200d\u2060\u2066\u2069\u202a\u202c\u00ad\ufe0f\u{e0100}\u00a0\u202f\u2009\u3000\u034f\ufeff';
    const { fonts } = await printed('en', `<p>a${[...nothing].join('b')}c non\u2011breaking</p>`);
    expect(fonts).toEqual([`NotoSans-Regular ${kind}`, `NotoSerif-Regular ${kind}`]);
  });

  test('what styles make of it: capitals, emphasis marks', async () => {
    const { fonts, pages } = await printed(
      'ru',
      '<p class="caps">щука ёж</p><p class="dots">щука</p><ul><li>щука</li></ul>',
    );
    expect(fonts).toEqual([`NotoSans-Regular ${kind}`, `NotoSerif-Regular ${kind}`]);
    expect(pages[0]).toContain('ЩУКА ЁЖ');
  });

  test('characters of a package further back, also bold and italic, and of the other role', async () => {
    const fonts = { en: { text: [google('noto-serif'), google('noto-serif-sc')], heads: [google('noto-sans')] } };
    const { fonts: found, pages } = await printed('en', body('Xinhua 新华 Wenzhai'), fonts);
    expect(pages[0]?.split('Xinhua 新华 Wenzhai')).toHaveLength(6);
    expect(found.map((font) => font.split(' ')[0]).filter((font) => font?.includes('SC'))).toEqual([
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
    ]);
    expect(found.every((font) => font.endsWith(kind))).toBe(true);
    expect(found.join()).not.toContain('OpenSans');
    const { typeset: done } = await set('en', body('Xinhua 新华'), fonts);
    const ranges = done.faces.filter(
      ({ family, weight, style }) => `${family} ${weight} ${style}` === 'Hexapla Text 700 italic',
    );
    expect(ranges.map(({ range }) => /U\+65B0/.test(range ?? ''))).toEqual([false, true]);
  });
});

test('a theme that names no family has the text face, also in code', async () => {
  const { typeset: done } = await set('zh', 'x <code>中文</code> <pre>y</pre>');
  const pages = done.pages.map((one) => ({ ...one, html: one.html.replace(/<style>[\s\S]*?<\/style>/, '') }));
  for await (const make of pdf.print({ ...done, look: '', pages }, press(host))) {
    const { bytes } = await make();
    expect((await readPdf(bytes)).fonts).toEqual([`NotoSerifSC-Regular ${kind}`]);
  }
});

test('a name in another language is set from the fonts of that language', async () => {
  const { fonts, pages } = await printed('en', '<p>English · <b lang="zh">中文</b> · <i lang="ar">x</i></p>');
  const names = ['NotoSans-Regular', 'NotoSerif-Italic', 'NotoSerif-Regular', 'NotoSerifSC-Bold'];
  expect(fonts).toEqual(names.map((name) => `${name} ${kind}`));
  expect(pages[0]).toContain('English · 中文 · x');
  const settings = { he: { text: [google('noto-sans-hebrew')], heads: [google('noto-sans-hebrew')] } };
  const { findings } = await set('en', '<p lang="he">שלום</p>', settings);
  expect(findings.map(({ message }) => message.slice(0, 10))).toEqual([
    'U+05E9 “ש”',
    'U+05DC “ל”',
    'U+05D5 “ו”',
    'U+05DD “ם”',
  ]);
});

test.each([
  ['ع', 'amiri'],
  ['হ', 'noto-serif-bengali'],
  ['字', 'noto-serif-sc'],
  ['ひ', 'noto-serif-jp'],
  ['한', 'noto-serif-kr'],
  ['😀', 'noto-emoji'],
  ['∮', 'noto-sans-math'],
])('for %s without a glyph a font is named that has it', async (character, font) => {
  const { findings } = await set('ru', `<p>${character}</p>`, {}, character);
  expect(findings.map(({ hint }) => hint)).toEqual([
    `Write it otherwise, or add a font that has it, such as ${google(font)}, to "fonts: ru:" in hexapla.yaml.`,
  ]);
});

describe('a character without a glyph is named, with its place', () => {
  const packages = `${google('noto-serif')}, ${google('noto-sans')}`;

  test('in a document', async () => {
    const { findings } = await set('ru', '<p>a 😀</p>', {}, 'a\n\nb 😀');
    expect(findings).toMatchObject([
      {
        rule: 'fonts/glyph',
        severity: 'error',
        locale: 'ru',
        message: `U+1F600 “😀” has no glyph in the fonts of ru (${packages}); every character needs one`,
        span: { path: 'content/ru/a.md', start: { line: 3, column: 3 }, end: { line: 3, column: 5 } },
        hint: 'Write it otherwise, or add a font that has it, such as @expo-google-fonts/noto-emoji, to "fonts: ru:" in hexapla.yaml.',
      },
    ]);
  });

  test.each([
    ['in the strings', '☂', 'content/en/strings.json', 1, 12],
    ['in a template', '☄', 'templates/print.liquid', 2, 5],
    ['of the theme that ships', '☃', 'content/en/strings.json', 1, 1],
  ])('%s', async (_, character, path, line, column) => {
    const { findings } = await set('en', `<p>${character}</p>`, {}, '');
    expect(findings.map(({ span }) => [span.path, span.start])).toEqual([[path, { line, column }]]);
  });

  test('once, in the order of the text', async () => {
    const { findings } = await set('en', '<p>骨 文 骨 文</p>');
    expect(findings.map(({ message }) => message.slice(0, 6))).toEqual(['U+9AA8', 'U+6587']);
  });
});
