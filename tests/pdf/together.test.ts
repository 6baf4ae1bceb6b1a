/** A publication whose documents share their prints: which ones, nobody can tell from their PDFs. */
import { expect, test } from 'vitest';
import { type Given, throwaway } from '../publication.ts';
import { readPdf } from '../readpdf.ts';

/** What each language says on its page numbers. */
const feet = {
  en: (page: number, pages: number) => `${page} / ${pages}`,
  zh: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  ru: (page: number, pages: number) => `${page} из ${pages}`,
  // As they are drawn, from left to right.
  ar: (page: number, pages: number) => `${pages} من ${page}`,
} as const;

const words = {
  en: ['Trade', 'Trade rose by US$5 million in 1992, “over a year”. Office affinity, fjord.'],
  zh: ['贸易', '1992年贸易额增加了500万美元。“一年多来”，骨直令。'],
  ru: ['Торговля', 'В 1992 году торговля выросла на 5 млн долларов США. Ёлка, подъезд, щука.'],
  ar: ['التجارة', 'ارتفعت التجارة بمقدار 5 ملايين دولار أمريكي في عام 1992. المياه والحياة.'],
} as const;
type Locale = keyof typeof words;
const locales = Object.keys(words) as Locale[];

/** The nth document: of one page to three, with heads, notes, links, lists, and some with a table, a picture, a drawing. */
function document(locale: Locale, n: number): string {
  const [title, text] = words[locale];
  const paragraphs = Array.from(
    { length: 2 + n * 2 },
    (_, i) => text.repeat(3 + ((i + n) % 3)) + (i % 3 === 0 ? `[^${i}]` : ''),
  );
  const notes = paragraphs.flatMap((_, i) => (i % 3 === 0 ? [`[^${i}]: ${text} <https://example.org/${i}>`] : []));
  const table = `| ${title} | 2 |\n|---|--:|\n| ${title} | 3.5 |\n| ${title} | 14.25 |`;
  const parts = [
    `---\ntitle: ${title} ${n}\ndate: 2022-03-${10 + n}\n---`,
    ...paragraphs.slice(0, 2),
    `## ${title}`,
    ...paragraphs.slice(2),
    `1. ${text}\n2. ${text}\n   - ${text}`,
    n % 3 === 0 ? table : `### ${title}`,
    n % 3 === 1 ? `![${title}](dot.gif "${title}")` : `> ${text}`,
    n % 4 === 2 ? `![${title}](mark.svg)` : '***',
    n === 5 ? `[${title}](#${title.toLowerCase()})` : title,
    ...notes,
  ];
  return `${parts.join('\n\n')}\n`;
}

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path id="p" opacity=".5" fill="red" d="M0 0h9v9z"/></svg>';
const dot = Buffer.from('R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const settings = `source: en
locales: [${locales.join(', ')}]
outputs: [pdf]
fonts:
  ar:
    text: '@expo-google-fonts/amiri'
    heads: '@expo-google-fonts/vazirmatn'
`;
const COUNT = 8;

/** The documents under these names, in this order. */
function publication(nameOf: (n: number) => string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = { 'hexapla.yaml': settings };
  for (const locale of locales) {
    files[`content/${locale}/dot.gif`] = dot;
    files[`content/${locale}/mark.svg`] = mark;
    for (let n = 0; n < COUNT; n += 1) files[`content/${locale}/${nameOf(n)}.md`] = document(locale, n);
  }
  return files;
}

/** The PDFs, by language and number of the document. */
async function built(
  nameOf: (n: number) => string,
  options: readonly string[] = [],
  given: Given = {},
): Promise<ReadonlyMap<string, string>> {
  const { run, files } = await throwaway(publication(nameOf));
  const { stdout, stderr } = await run(['build', ...options], given);
  expect(stdout, stderr).not.toMatch(/prove\//);
  const found = await files('dist');
  const names = locales.flatMap((locale) => Array.from({ length: COUNT }, (_, n) => [locale, n] as const));
  return new Map(
    names.flatMap(([locale, n]) => {
      const file = found[`dist/${locale}/${nameOf(n)}.pdf`] ?? found[`${locale}/${nameOf(n)}.pdf`];
      return file === undefined ? [] : [[`${locale} ${n}`, file] as const];
    }),
  );
}

const inOrder = (n: number) => `d${n}`;

test('each document has the same PDF, whichever others were printed with it', { timeout: 240_000 }, async () => {
  const first = await built(inOrder);
  expect(first.size).toBe(COUNT * locales.length);
  const same = (other: ReadonlyMap<string, string>, how: string) => {
    expect(other.size, how).toBeGreaterThan(0);
    const changed = [...other].flatMap(([name, file]) => (first.get(name) === file ? [] : [name]));
    expect(changed, how).toEqual([]);
  };
  same(await built(inOrder, ['--jobs', '1']), 'one print at a time');
  same(await built(inOrder, ['--jobs', '2']), 'two prints at a time');
  same(await built((n) => `d${COUNT - n}`), 'in another order');
  for (const n of [0, 3]) same(await built(inOrder, ['--only', `d${n}`]), `document ${n} alone`);
  same(await built(inOrder, ['--locale', 'ar', '--only', 'd[2-6]']), 'some of them');

  const lengths = new Set<number>();
  for (const [name, file] of first) {
    const [locale = '', n] = name.split(' ');
    const { pages, outline, title, language } = await readPdf(Buffer.from(file, 'latin1'));
    expect(title, name).toBe(`${words[locale as Locale][0]} ${n}`);
    expect(language, name).toBe(locale);
    expect(outline.length, name).toBeGreaterThan(2);
    lengths.add(pages.length);
    for (const [at, text] of pages.entries())
      expect(text, `${name}, page ${at + 1}`).toContain(feet[locale as Locale](at + 1, pages.length));
  }
  // Otherwise nothing would have been counted wrong.
  expect(lengths.size).toBeGreaterThan(2);
});
