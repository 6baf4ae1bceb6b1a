/** The same publication gives the same bytes, whoever builds it, where, how often, and how. */
import { expect, test } from 'vitest';
import { type Given, throwaway } from '../publication.ts';

const words = {
  en: 'Trade rose by US$5 million in 1992',
  ru: 'В 1992 году торговля выросла на 5 млн долларов США',
  zh: '1992年贸易额增加了500万美元',
} as const;

/** What Chromium numbers or names as it goes: heads, links, notes, tables, pictures. */
const document = (word: string, date: string) => `---
title: ${word}
${date}---
## ${word}

${word} [${word}](https://example.org/)[^1] **${word}**

| ${word} | + |
|---|--:|
| c | 3 |

![${word}](mark.svg)

[^1]: ${word}
`;
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path opacity=".5" fill="red" d="M0 0h9v9z"/></svg>';
const documents = Object.fromEntries(
  Object.entries(words).flatMap(([locale, word]) => [
    [`content/${locale}/a.md`, document(word, 'date: 2022-03-15\n')],
    [`content/${locale}/b/c.md`, document(word, '').replace('mark.svg', '../mark.svg')],
    [`content/${locale}/mark.svg`, mark],
  ]),
);

const files = { 'hexapla.yaml': 'outputs: [pdf, edition]\n', ...documents };

/** Builds the publication anew, and gives its PDFs and the ledger. */
async function pdfs(options: readonly string[] = [], given: Given = {}): Promise<Record<string, string>> {
  const { run, files: read } = await throwaway(files);
  const { code, stdout, stderr } = await run(['build', ...options], given);
  expect(code, stdout + stderr).toBe(0);
  return only(await read('dist'));
}

function only(found: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([path]) => /\.pdf$|figures\.json$/.test(path)));
}

test('the same bytes', { timeout: 180_000 }, async () => {
  const { run, files: read } = await throwaway(files);
  const built = await run(['build']);
  expect(built.code, built.stdout).toBe(0);
  const first = only(await read('dist'));
  expect(Object.keys(first)).toHaveLength(10);
  expect((await run(['build'])).code).toBe(0);
  expect(only(await read('dist')), 'twice in a row').toEqual(first);
  expect(await pdfs(['--jobs', '1']), 'in another folder, one page at a time').toEqual(first);
  const elsewhere = { TZ: 'Pacific/Auckland', LANG: 'ru_RU.UTF-8', LC_ALL: 'C', USER: 'nobody', LOGNAME: 'nobody' };
  expect(await pdfs(['--jobs', '3'], { env: elsewhere }), 'another user in another country').toEqual(first);
  // What is not asked for is not printed: the rest comes at another place in the life of the browser.
  expect(first, 'without what was before').toMatchObject(await pdfs(['--locale', 'zh', '--only', 'b/*']));
});

test('SOURCE_DATE_EPOCH dates what it is told to', { timeout: 60_000 }, async () => {
  const dated = await pdfs(['--locale', 'en'], { env: { SOURCE_DATE_EPOCH: '1643068800' } });
  expect(Object.keys(dated).length).toBeGreaterThan(1);
  for (const bytes of Object.values(dated)) {
    expect(bytes).toContain('/CreationDate (D:20220125000000Z)');
    expect(bytes).toContain('<xmp:ModifyDate>2022-01-25T00:00:00Z</xmp:ModifyDate>');
  }
});
