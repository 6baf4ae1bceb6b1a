import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';
import { readPdf } from '../readpdf.ts';

const english = `---
title: Trade
---
Trade reached US$460 million in 1992.

The port of Kuryk, “the sea gate”, opened in 2016.[^1]

## Ports

- Twelve ports opened.
- Ships call *every* day.

| Year | Goods |
|---|---|
| 1992 | wheat |

The end is near.

[^1]: By sea.
`;
const files = {
  'hexapla.yaml': 'outputs: [html, pdf, edition]\nstale: { ru: source }\n',
  'content/en/a.md': english,
  'content/ru/a.md': `---
title: Торговля
---
В 1992 году товарооборот достиг 460 млн долларов США.

Порт Курык, «морские ворота», открылся в 2016 году.[^1]

## Порты

- Открылось двенадцать портов.
- Суда заходят *каждый* день.

| Год | Товары |
|---|---|
| 1992 | пшеница |

Конец близок.

[^1]: По морю.
`,
  'content/zh/a.md': `---
title: 贸易
---
1992年贸易额达到4.6亿美元。

库雷克港，“海上门户”，于2016年开放。[^1]

## 港口

- 十二个港口开放了。
- 船只*每天*停靠。

| 年份 | 货物 |
|---|---|
| 1992 | 小麦 |

结尾近了。

[^1]: 走海路。
`,
};

/** Accepted as they are; then the source says something else. */
async function changed(...changes: readonly (readonly [string, string])[]): Promise<Throwaway> {
  const at = await throwaway(files);
  expect(await at.run(['accept'])).toMatchObject({ code: 0 });
  await at.write({ 'content/en/a.md': changes.reduce((text, [from, to]) => text.replace(from, to), english) });
  return at;
}

/** Without marks of figures, and with plain spaces. */
async function pageOf(at: Throwaway, locale: string) {
  const html = await readFile(join(at.folder, `dist/${locale}/a/index.html`), 'utf8');
  return html.replace(/<\/?(?:data|time)[^>]*>/g, '').replaceAll('\u00a0', ' ');
}

async function paperOf(at: Throwaway, path: string) {
  const { pages } = await readPdf(await readFile(join(at.folder, 'dist', path)));
  return pages
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u00ad', '');
}

test('where a translation is stale its source’s paragraphs and items stand in their place, on the page and on paper', async () => {
  const at = await changed(
    ['opened in 2016', 'and “its fleet” opened in 2016'],
    ['*every* day', '*every* night'],
    ['wheat', 'rice'],
  );
  // What cannot give way, a cell, is told of above the text.
  const build = await at.run(['build', '--format', 'json']);
  expect([build.code, JSON.parse(build.stdout).findings]).toEqual([0, []]);
  const [page, other, source] = [await pageOf(at, 'ru'), await pageOf(at, 'zh'), await pageOf(at, 'en')];
  const passage = 'The port of Kuryk, “the sea gate”, and “its fleet” opened in 2016.';
  const anchor = /<p id="(p-\w+)">The port of Kuryk/.exec(source)?.[1];
  expect(page).toContain(`<p id="${anchor}" class="borrowed" lang="en" dir="ltr">${passage}<sup>`);
  expect(page).toMatch(
    /<li[^>]*><span class="borrowed" lang="en" dir="ltr">Ships call <em>every<\/em> night\.<\/span><\/li>/,
  );
  expect(page).toContain('>пшеница<');
  expect(page).toContain('После того как был сделан этот перевод, оригинал изменился.');
  expect(page).toContain('приведены на языке оригинала (английский)');
  for (const id of page.match(/ id="[^"]*"/g) ?? []) expect(page.split(id).length, id).toBe(2);

  expect(other).not.toContain('class="borrowed"');
  expect(other).toContain('本译文完成后，原文又有改动。');
  const words = passage.slice(0, -1);
  expect(await paperOf(at, 'ru/a.pdf')).toContain(words);
  expect(await paperOf(at, 'ru/edition.pdf')).toContain(words);
  expect(await paperOf(at, 'ru/a.pdf')).toContain('оригинал изменился');
  expect(await paperOf(at, 'zh/a.pdf')).toContain('原文又有改动');
  expect(await paperOf(at, 'zh/edition.pdf')).toContain('原文又有改动');
  expect(await paperOf(at, 'en/a.pdf')).not.toContain('changed');
});

interface Said {
  readonly locale: string;
  readonly text?: string;
  readonly pages?: Readonly<Record<string, readonly number[]>>;
}

test('the ledger says on which pages a wording stands: the one that gave way on none', async () => {
  const at = await changed(['opened in 2016', 'began to work in 2016']);
  expect(await at.run(['build'])).toMatchObject({ code: 0 });
  const { figures } = JSON.parse(await readFile(join(at.folder, 'dist/figures.json'), 'utf8'));
  const said = (figures as readonly { readonly says: readonly Said[] }[]).flatMap(({ says }) =>
    says.map(({ text, pages = {} }) => `${text}: ${Object.keys(pages).join(' ')}`),
  );
  expect(said).toContain('US$460 million: en/a.pdf en/edition.pdf');
  expect(said).toContain('460 млн долларов США: ru/a.pdf ru/edition.pdf');
  expect(said).toContain('2016: en/a.pdf en/edition.pdf ru/a.pdf ru/edition.pdf');
  expect(said).toContain('2016 году: ');
});

test.each([
  ['a note more', ['opened in 2016.[^1]', 'opened[^1] in 2016.[^1]']],
  ['a place in the source', ['The port of Kuryk', 'The port (see [ports](#ports)) of Kuryk']],
  ['a picture', ['opened in 2016', '![](a.png) opened in 2016']],
  ['two paragraphs of one', ['Kuryk, “the', 'Kuryk grew.\n\nIt is “the']],
] as const)('with %s a passage stays as it is, and the page says that it is stale', async (_, change) => {
  const at = await changed(change);
  await at.write({ 'content/en/a.png': await readFile(new URL('../../docs/editions.png', import.meta.url)) });
  await at.run(['build', '--quiet', '--locale', 'ru']);
  const page = await pageOf(at, 'ru');
  expect(page).toContain('открылся в 2016');
  expect(page).not.toContain('class="borrowed"');
  expect(page).toContain('оригинал изменился');
});
