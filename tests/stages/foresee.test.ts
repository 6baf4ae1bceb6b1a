import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withHost } from '../../src/host/index.ts';
import type { Page } from '../../src/made.ts';
import { loadSettings } from '../../src/settings.ts';
import { foresee, wanted } from '../../src/stages/foresee.ts';
import { list, load } from '../../src/stages/load.ts';
import { bind, localise, sourceOf, worksOf } from '../../src/stages/localise.ts';
import { openWorkshop, render } from '../../src/stages/render.ts';
import { prepare } from '../../src/stages/typeset.ts';
import { type Files, throwaway } from '../publication.ts';

const root = join(import.meta.dirname, '../..');

interface Seen {
  readonly locale: string;
  readonly pages: readonly (Page & { readonly more: readonly string[] })[];
  readonly faces: readonly string[];
  readonly findings: readonly string[];
}

/** Every page of a publication, with the names of the faces that it needs besides those that were foreseen. */
async function made(files: Files, own = false): Promise<readonly Seen[]> {
  const { folder } = await throwaway(files);
  if (own)
    for (const name of ['content', 'hexapla.yaml']) cpSync(join(root, name), join(folder, name), { recursive: true });
  return withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    const settings = await loadSettings(host);
    const loaded = await load(host, await list(host, settings));
    const works = worksOf(loaded).map((one) => localise(one, sourceOf(loaded.locales), settings).work);
    const publication = bind(loaded, settings, works);
    const shop = await openWorkshop(publication, host);
    const foreseen = await foresee(publication, shop.voices, host);
    const all: Seen[] = [];
    for await (const { locale, format, pages } of render(publication, shop, host)) {
      const edition = publication.editions.find((one) => one.locale === locale);
      if (!edition) throw new Error(locale);
      const beside =
        format === 'pdf' ? publication.editions.map((one) => one.locale).filter((tag) => tag !== locale) : [];
      const cases = { fonts: settings.fonts, container: 'ttf' as const };
      const prepared = await prepare(wanted(foreseen, locale, beside, format === 'html'), edition, cases, host);
      const seen: Seen['pages'][number][] = [];
      for await (const page of pages) {
        const more = page.plain ? [] : await prepared.more(page.html);
        seen.push({ ...page, more: more.map(({ name, range }) => `${name.split('.')[0]} ${range}`) });
      }
      const findings = (await prepared.findings(edition)).map(({ message }) => message.slice(0, 6));
      all.push({ locale, pages: seen, faces: prepared.faces.map(({ name }) => name), findings });
    }
    return all;
  });
}

const extras = (all: readonly Seen[]) =>
  all.flatMap(({ pages }) => pages.filter(({ more }) => more.length > 0).map(({ path }) => path));

test('every character that the pages of this repository’s publication show is foreseen, in print and on the web', async () => {
  const all = await made({}, true);
  expect(all.map(({ pages }) => pages.length)).toEqual([3, 5, 7, 9, 5, 5]);
  expect(extras(all)).toEqual([]);
});

const text = (title: string, body: string) => `---\ntitle: ${title}\ndate: 2024-05-01\n---\n\n${body}\n`;

test('what setting brings is foreseen: signs, quotation marks, months, digits, minutes, names, entities, drawings', async () => {
  const body = `"a 'b' c" -- d... 10-20 &eacute;&#x43b; [^1] ![x](x.svg "y")\n\n| 1 | 2 |\n|---|--:|\n| "x" | -5 |\n\n[^1]: "n"`;
  const locales = ['en', 'ru', 'zh', 'ar', 'ja'];
  const files = Object.fromEntries(locales.map((locale) => [`content/${locale}/a.md`, text('"T"', body)]));
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>Ω</text></svg>';
  const fonts = '{ text: ["@expo-google-fonts/noto-serif"], heads: ["@expo-google-fonts/noto-sans"] }';
  const settings = `outputs: [html, pdf]\nlocales: [${locales}]\nfonts: { ja: { text: ["@expo-google-fonts/noto-serif-sc"], heads: ["@expo-google-fonts/noto-sans-sc"] }, en: ${fonts} }\n`;
  const all = await made({ ...files, 'content/x.svg': drawing, 'content/en/x.svg': drawing, 'hexapla.yaml': settings });
  expect(extras(all)).toEqual([]);
});

test('what comes up all the same is set by faces that come with its page; what no font has is a finding', async () => {
  const files = {
    'content/en/a.md': text('A', 'a'),
    'content/en/b.md': text('B', 'b'),
    'templates/article.liquid':
      '<title>x</title>{{ document.body | raw }}{% if document.title == "B" %}{{ "%D0%B6 %F0%9F%98%80" | url_decode }}{% endif %}',
    'hexapla.yaml': 'outputs: [html]\n',
  };
  const [en] = await made(files);
  expect(extras(en ? [en] : [])).toEqual(['en/b/index.html']);
  const more = en?.pages.find(({ path }) => path === 'en/b/index.html')?.more ?? [];
  expect(more).toContain('text-400 U+436');
  expect(more).toContain('heads-700-italic U+436');
  expect(en?.findings).toEqual(['U+1F60']);
});

test('fonts are cut to the sources, not to what is asked for: whatever pages are made, they are the same', async () => {
  const files = { 'content/en/a.md': text('A', 'Ж'), 'hexapla.yaml': 'outputs: [html]\n' };
  const [one] = await made(files);
  const [two] = await made({ ...files, 'templates/article.liquid': '<p>nothing' });
  const [three] = await made({ ...files, 'content/en/a.md': text('A', 'Щ') });
  expect(one?.faces).toEqual(two?.faces);
  expect(one?.faces).not.toEqual(three?.faces);
});
