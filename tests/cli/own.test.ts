/** The publication of this repository, as `npm start` and `hexapla check` see it. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function copy(): Promise<Throwaway> {
  const publication = await throwaway({});
  for (const name of ['content', 'hexapla.yaml'])
    cpSync(join(root, name), join(publication.folder, name), { recursive: true });
  return publication;
}

test('it checks clean and builds every edition as HTML and PDF', async () => {
  const { run, files } = await copy();
  const { code, stdout } = await run(['build', '--format', 'json', '--fail-on', 'note']);
  const { findings, summary } = JSON.parse(stdout);
  expect(findings).toEqual([]);
  expect(summary).toMatchObject({ documents: 2, locales: ['en', 'zh', 'ru'] });
  expect(summary.figures).toBeGreaterThan(150);
  expect(code).toBe(0);
  const written = await files('dist');
  const pages = [
    '404.html',
    'index.html',
    'about/index.html',
    'central-asia/index.html',
    'about.pdf',
    'central-asia.pdf',
    'edition.pdf',
  ];
  const beside = ['about', 'central-asia'].flatMap((slug) =>
    ['ru', 'zh', 'zh-ru'].map((to) => `dist/parallel/${slug}.en-${to}.pdf`),
  );
  const own = ['en', 'ru', 'zh'].flatMap((locale) => pages.map((page) => `dist/${locale}/${page}`));
  const expected = ['dist/404.html', 'dist/index.html', ...own, ...beside];
  expect(Object.keys(written).filter((path) => /\.(html|pdf)$/.test(path))).toEqual(expected.sort());
  for (const path of expected) expect(written[path]?.slice(0, 5)).toBe(path.endsWith('.pdf') ? '%PDF-' : '<!doc');
});

test('a million that became a milliard is one error, at its place, with the source’s', async () => {
  const { run, write } = await copy();
  const path = 'content/ru/central-asia.md';
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const at = lines.findIndex((line) => line.startsWith('Цифры') && line.includes('460'));
  const column = (lines[at]?.indexOf('460') ?? 0) + 1;
  lines[at] = lines[at]?.replace(/460(\s)млн/, '460$1млрд') ?? '';
  await write({ [path]: lines.join('\n') });
  const { code, stdout } = await run(['check', '--format', 'json']);
  expect(code).toBe(1);
  const { findings, summary } = JSON.parse(stdout);
  expect(summary).toMatchObject({ error: 1, warning: 0, note: 0 });
  expect(findings).toMatchObject([
    {
      rule: 'figures/value',
      severity: 'error',
      locale: 'ru',
      file: path,
      line: at + 1,
      column,
      message: expect.stringContaining('a thousand times too large'),
      related: [{ file: 'content/en/central-asia.md', line: 25, message: 'US$460 million' }],
    },
  ]);
});
