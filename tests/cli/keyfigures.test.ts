/** A figure written once: one number changed in `content/figures.yaml` changes it in every edition, and nothing else. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { throwaway } from '../publication.ts';
import { readPdf } from '../readpdf.ts';

const figures = (value: string) =>
  `- { id: trade, value: ${value}, unit: USD, bound: over, date: 2021, source: https://example.org/, terms: { en: trade } }\n- { id: ports, value: 25 }\n`;
const files = {
  'hexapla.yaml': 'locales: [en, zh, ru]\n',
  'content/figures.yaml': figures('50000000000'),
  'content/en/a.md': '---\ntitle: Ports\n---\nIn 2021 trade came to {fig:trade} in {fig:ports} ports.\n',
  'content/en/b.md': '---\ntitle: Other\n---\nThere were {fig:ports} ports.\n',
  'content/zh/a.md': '---\ntitle: 港口\n---\n2021年，{fig:ports}个港口的贸易额为{fig:trade}。\n',
  'content/zh/b.md': '---\ntitle: 其他\n---\n有{fig:ports}个港口。\n',
  'content/ru/a.md': '---\ntitle: Порты\n---\nВ 2021 году торговля {fig:ports} портов составила {fig:trade}.\n',
  'content/ru/b.md': '---\ntitle: Иное\n---\nПортов было {fig:ports}.\n',
};

test('is changed in every edition, HTML and PDF, and nowhere else', { timeout: 120_000 }, async () => {
  const { folder, run, files: written } = await throwaway(files);
  const page = async (path: string) =>
    (await readFile(join(folder, path), 'utf8'))
      .replaceAll(/<span class="nobr">(.*?)<\/span>/g, '$1')
      .replaceAll('\u00a0', ' ')
      // An anchor is made of the words of its paragraph.
      .replaceAll(/ id="p-\w+"/g, '');
  const pages = () => Promise.all(['en', 'zh', 'ru'].map((locale) => page(`dist/${locale}/a/index.html`)));
  expect((await run(['build'])).stdout).toContain('No findings');
  const before = await written('dist');
  const said = await pages();
  expect(said[1]).toContain(
    '<data value="50000000000" data-kind="money" data-unit="USD" data-bound="over" data-figure="trade" data-source="https://example.org/">500多亿美元</data>',
  );
  await writeFile(join(folder, 'content/figures.yaml'), figures('60000000000'));
  expect((await run(['build'])).stdout).toContain('No findings');
  const after = await written('dist');
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  expect(changed.sort()).toEqual([
    ...['dist/en/a.pdf', 'dist/en/a/index.html', 'dist/figures.json', 'dist/ru/a.pdf', 'dist/ru/a/index.html'],
    ...['dist/zh/a.pdf', 'dist/zh/a/index.html'],
  ]);
  const changes = [
    ['US$50 billion', 'US$60 billion'],
    ['500多亿美元', '600多亿美元'],
    ['более 50 млрд', 'более 60 млрд'],
  ] as const;
  const now = await pages();
  for (const [n, [was, is]] of changes.entries()) {
    expect(said[n]).toContain(was);
    expect(now[n]).toBe(said[n]?.replaceAll(was, is).replaceAll('50000000000', '60000000000'));
  }
  const printed = await readPdf(await readFile(join(folder, 'dist/ru/a.pdf')));
  expect(printed.pages[0]?.replaceAll(/\s+/g, ' ')).toContain('более 60 млрд долларов США');
});

test('a literal is replaced by `check --fix`, in the source too, where that changes no word', async () => {
  const text =
    '---\ntitle: Ports\n---\nIn 2021 trade came to more than US$50 billion, that is over 50 billion dollars.\n';
  const { run, files: written } = await throwaway({
    'content/figures.yaml': figures('50000000000'),
    'content/en/a.md': text,
  });
  const { code, stdout } = await run(['check', '--fix']);
  expect(code).toBe(0);
  expect((await written('content'))['content/en/a.md']).toBe(text.replace('more than US$50 billion', '{fig:trade}'));
  expect(stdout).toContain('over 50 billion dollars is the key figure trade, written out');
});

test('what cannot be read is told with its place, and nothing is made', async () => {
  const { run, files: written } = await throwaway({
    ...files,
    'content/figures.yaml': '- { id: trade, value: many }\n',
  });
  const { code, stderr } = await run(['build']);
  expect(code).toBe(2);
  expect(stderr).toContain('content/figures.yaml:1:23: the value many is neither a number nor a date');
  expect(stderr).toContain('write digits with a point for decimals');
  expect(await written('dist')).toEqual({});
});
