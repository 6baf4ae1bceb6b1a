/** A translation beside its source: what says the same begins on one line. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, throwaway } from '../publication.ts';
import { linesOf, printed } from './paper.ts';

const english = (n: number) =>
  `Passage ENGLISH${n} says that trade was US$46${n} million ${'and more than that '.repeat(n * 6)}in 199${n}.`;
const russian = (n: number) =>
  `В отрывке RUSSIAN${n} сказано, что товарооборот был 46${n} млн долларов США в 199${n} году.`;
const text = (title: string, head: string, passage: (n: number) => string) =>
  `---\ntitle: ${title}\n---\n\n${passage(1)}\n\n## ${head}\n\n${passage(2)}\n\n- ${passage(3)}\n- ${passage(4)}\n\n${passage(5)}[^a]\n\n[^a]: ${passage(6)}\n`;
const files: Files = {
  'hexapla.yaml': 'outputs: [parallel]\n',
  'content/en/news/a.md': text('Trade', 'Figures', english),
  'content/ru/news/a.md': text('Торговля', 'Цифры', russian),
};

test('block stands beside block, source left, translation right', async () => {
  const pieces = await printed(files, 'parallel/news/a.en-ru.pdf');
  for (const n of [1, 2, 5]) {
    const [left, right] = [`ENGLISH${n}`, `RUSSIAN${n}`].map((mark) => {
      const line = linesOf(pieces).find((one) => one.includes(mark));
      if (!line) throw new Error(`no line has ${mark}`);
      return line;
    });
    expect(left, `ENGLISH${n} and RUSSIAN${n} on one line`).toBe(right);
  }
});

test('three languages stand side by side on landscape paper, in the order of the settings', async () => {
  const chinese = (n: number) => `第CHINESE${n}段说，199${n}年贸易额为46${n}百万美元。`;
  const three = {
    ...files,
    'hexapla.yaml': 'outputs: [parallel]\nparallel: [[ru, en, zh]]\n',
    'content/zh/news/a.md': text('贸易', '数字', chinese),
  };
  const pieces = await printed(three, 'parallel/news/a.ru-en-zh.pdf');
  for (const n of [1, 2, 5]) {
    const marks = [`RUSSIAN${n}`, `ENGLISH${n}`, `CHINESE${n}`];
    const lines = linesOf(pieces).filter((line) => marks.some((mark) => line.includes(mark)));
    expect(lines, `passage ${n} begins on one line`).toHaveLength(1);
    expect(
      marks.map((mark) => lines[0]?.indexOf(mark)),
      `passage ${n} from left to right`,
    ).toEqual(marks.map((mark) => lines[0]?.indexOf(mark)).toSorted((a = 0, b = 0) => a - b));
  }
  const reach = Math.max(...pieces.filter(({ text }) => text.trim()).map(({ right }) => right));
  expect(reach, 'text reaches beyond the width of A4 on end, 595 pt').toBeGreaterThan(600);
  expect(reach, 'and ends before the edge of A4 on its side').toBeLessThan(842 - 40);
});

test('a long one begins with its contents in each language, a short one does not', async () => {
  const chapters = (head: string, passage: (n: number) => string) =>
    `---\ntitle: T\n---\n\n${[1, 2, 3, 4].map((n) => `## ${head}${n}\n\n${`${passage(n)} `.repeat(25)}`).join('\n\n')}`;
  const long = {
    ...files,
    'hexapla.yaml': 'outputs: [parallel]\ncontents: 2\n',
    'content/en/news/a.md': chapters('Chapter', english),
    'content/ru/news/a.md': chapters('Глава', russian),
  };
  const pieces = await printed(long, 'parallel/news/a.en-ru.pdf');
  const lines = linesOf(pieces.filter(({ page }) => page === 1));
  expect(lines).toContainEqual(expect.stringMatching(/^Contents\s·\sСодержание$/));
  for (const n of [1, 2, 3, 4]) {
    const page = pieces.findLast(({ text }) => text.includes(`Chapter${n}`))?.page;
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`Chapter${n}.*Глава${n}.*${page}`)));
  }
  expect(linesOf(await printed(files, 'parallel/news/a.en-ru.pdf')).join('\n')).not.toContain('Содержание');
});

test('there is one for each document that has a source, and it is proven', async () => {
  const alone = '---\ntitle: Только здесь\n---\n\nТекст.\n';
  const { folder, run, files: written } = await throwaway({ ...files, 'content/ru/news/alone.md': alone });
  const { stdout } = await run(['build', '--only', 'news/*']);
  expect(stdout).not.toMatch(/prove\//);
  expect(Object.keys(await written('dist'))).toEqual(['dist/parallel/news/a.en-ru.pdf']);
  const bytes = await readFile(join(folder, 'dist/parallel/news/a.en-ru.pdf'), 'latin1');
  expect(bytes).toContain('NotoSerif');
});
