/** The whole edition and contents on paper: what they say of pages is so. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { throwaway } from '../publication.ts';
import { readPdf } from '../readpdf.ts';

const words = 'Trade grew and prices fell while the ports were open to ships of every flag. ';

/** Heads `Part 1.1` … with a page or so of text each. */
function text(chapter: number, more = ''): string {
  const parts = Array.from(
    { length: 4 },
    (_, n) => `## Part ${chapter}.${n + 1}\n\n${words.repeat(35)}\n\n### Detail ${chapter}.${n + 1}\n\n${words}`,
  );
  return `---\ntitle: Chapter ${chapter}\ndate: 2022-03-0${9 - chapter}\n---\n\n${parts.join('\n\n')}\n${more}`;
}

const files = {
  'hexapla.yaml': 'outputs: [pdf, edition]\nversion: "2.1"\n',
  'content/en/strings.json': '{ "publication": { "name": "Our Journal", "tagline": "Quarterly" } }',
  'content/en/one.md': text(1, '\nSee [the second](two.md#part-23) and [above](#part-12).[^n]\n\n[^n]: A note.\n'),
  'content/en/two.md': text(2, '\nNot [there](none.txt).[^n]\n\n[^n]: Another note.\n'),
};

/** The page on which a head stands, past the contents. */
function pageOf(head: string, pages: readonly string[]): number {
  const at = pages
    .map((page, n) => (page.includes(head) && !page.includes('Contents') ? n + 1 : 0))
    .filter((n) => n > 0);
  expect(at, `pages with ${head}`).not.toEqual([]);
  return Math.min(...at);
}

test('a whole edition has cover, contents with true page numbers, chapters and colophon', async () => {
  const { folder, run } = await throwaway(files);
  const { stderr } = await run(['build'], { env: { HEXAPLA_COMMIT: 'abc1234' } });
  expect(stderr).toMatch(/Written/i);
  const read = await readPdf(await readFile(join(folder, 'dist/en/edition.pdf')));
  const { outline, links, title } = read;
  const pages = read.pages.map((page) => page.replaceAll(/\s+/g, ' '));
  expect(title).toBe('Our Journal');
  expect(pages[0]).toMatch(/^Our Journal ?Quarterly ?March 8, 2022 ?Version 2\.1 ?English/);
  const contents = pages[1] ?? '';
  for (const chapter of [1, 2]) {
    for (const part of [1, 2, 3, 4]) {
      const head = `Part ${chapter}.${part}`;
      expect(contents).toMatch(new RegExp(`${head}\\s*${pageOf(head, pages)}(?!\\d)`));
    }
    expect(contents).toMatch(new RegExp(`Chapter ${chapter}\\s*${pageOf(`Part ${chapter}.1`, pages)}(?!\\d)`));
  }
  expect(contents).not.toContain('Detail');
  expect(outline.filter((head) => /^(?:Chapter|Part|Colophon)/.test(head))).toEqual([
    ...[1, 2].flatMap((n) => [`Chapter ${n}`, ...[1, 2, 3, 4].map((part) => `Part ${n}.${part}`)]),
    'Colophon',
  ]);
  // Each page tells its chapter; the cover tells nothing.
  expect(pages[pageOf('Detail 2.3', pages) - 1]).toMatch(/Our Journal.*Chapter 2|Chapter 2.*Our Journal/s);
  expect(pages[0]).not.toMatch(/\d \/ \d/);
  // Links between documents lead to chapters, with the page; what is in no PDF is words.
  const third = pageOf('Part 2.3', pages);
  expect(links).toContain(`#${third}`);
  expect(pages.join('')).toContain(`the second (p. ${third}) and above (p. ${pageOf('Part 1.2', pages)})`);
  expect(pages.join('')).toContain('Not there.');
  expect(links).not.toContain('nowhere');
  expect(pages.at(-1)).toMatch(
    /Colophon ?Edition ?English ?Version ?2\.1 ?Date ?March 8, 2022 ?Source ?abc1234 ?Typefaces ?Noto Serif and Noto Sans/,
  );
});

test('a long document begins with its contents, a short one does not', async () => {
  const short = '---\ntitle: Short\n---\n\n## Part 1\n\nWords.\n';
  const { folder, run } = await throwaway({
    ...files,
    'content/en/short.md': short,
    'hexapla.yaml': 'outputs: [pdf]\n',
  });
  await run(['build']);
  const long = await readPdf(await readFile(join(folder, 'dist/en/one.pdf')));
  const [first = ''] = long.pages;
  const starts = (head: string) =>
    long.pages.findIndex((page, n) => (n === 0 ? page.split(head).length > 2 : page.includes(head))) + 1;
  for (const part of [1, 2, 3, 4])
    for (const head of [`Part 1.${part}`, `Detail 1.${part}`])
      expect(first).toMatch(new RegExp(`${head}\\s*${starts(head)}(?!\\d)`));
  const { pages } = await readPdf(await readFile(join(folder, 'dist/en/short.pdf')));
  expect(pages.join('')).not.toContain('Contents');
});

/** So many lists of short items, of which hardly two fit on a page though they say little. */
const lists = (n: number) =>
  `---\ntitle: Lists\n---\n\n${Array.from({ length: n }, (_, part) => `## List ${part + 1}\n\n${'- x\n'.repeat(22)}`).join('\n')}`;

test('how long a document is its pages say, not its words', async () => {
  const contentsAt = async (pages: number) => {
    const { folder, run } = await throwaway({
      'hexapla.yaml': `outputs: [pdf]\ncontents: ${pages}\n`,
      'content/en/lists.md': lists(6),
    });
    expect((await run(['build'])).stdout).not.toContain('prove/');
    const read = await readPdf(await readFile(join(folder, 'dist/en/lists.pdf')));
    return { pages: read.pages.length, has: read.pages[0]?.includes('Contents') };
  };
  const long = await contentsAt(2);
  expect(long.has).toBe(true);
  expect(await contentsAt(long.pages)).toEqual(long);
  expect(await contentsAt(long.pages + 1)).toMatchObject({ has: false });
});

test('a document with the name of the whole edition is refused, and nothing is written', async () => {
  const { run, files: written } = await throwaway({
    ...files,
    'content/en/edition.md': '---\ntitle: E\n---\n\nWords.\n',
  });
  const { code, stderr } = await run(['build']);
  expect(code).toBe(2);
  expect(stderr).toContain('content/en/edition.md: its PDF would be the file of the whole edition, en/edition.pdf');
  expect(await written('dist')).toEqual({});
});
