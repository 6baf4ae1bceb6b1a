/** What goes out and comes back unchanged leaves the Markdown byte for byte. */
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangeFormats } from '../../src/exchange/index.ts';
import { exported } from '../../src/exporting.ts';
import { withHost } from '../../src/host/index.ts';
import { imported } from '../../src/importing.ts';
import type { Host } from '../../src/world.ts';
import { markdown } from '../markdown.ts';
import { type Files, throwaway } from '../publication.ts';

const root = join(import.meta.dirname, '../..');
const inHost = <T>(folder: string, act: (host: Host) => Promise<T>) =>
  withHost(folder, { signal: new AbortController().signal, quiet: true, fresh: true }, act);

/** Out once, and back in each form. */
async function* roundtrips(files: Files) {
  const publication = await throwaway(files);
  const { folder } = publication;
  const before = await publication.files('content');
  const exchange = await inHost(folder, (host) => exported(host, { locale: ['ru'] }));
  const units = exchange.files.reduce((sum, file) => sum + file.units.length, 0);
  for (const { id, write } of exchangeFormats) {
    const text = write(exchange);
    const result = await inHost(folder, (host) => imported(host, { path: `ru.${id}`, text }, {}));
    yield { id, before, after: await publication.files('content'), result, units };
  }
}

test('1,000 documents and their translations', { timeout: 120_000 }, async () => {
  const texts = fc.sample(fc.tuple(markdown, markdown), { numRuns: 1000, seed: 20_220_125 });
  // Its own translation, another text, one that lacks a half.
  const translation = (source: string, other: string, n: number) =>
    [source, other, source.slice(0, source.indexOf('\n\n', source.length / 2) + 2)][n % 3] ?? '';
  const files = Object.fromEntries(
    texts.flatMap(([source, other], n) => [
      [`content/en/d${n}.md`, source],
      [`content/ru/d${n}.md`, translation(source, other, n)],
    ]),
  );
  const keyed = { 'content/figures.yaml': 'trade: { value: 5 }\n' };
  for await (const { id, before, after, result, units } of roundtrips({ ...files, ...keyed })) {
    expect(
      result.report.findings.map(({ message }) => message),
      id,
    ).toEqual([]);
    expect(result.written, id).toEqual([]);
    expect(result.unchanged + result.untranslated, id).toBe(units);
    expect(result.unchanged, id).toBeGreaterThan(5000);
    expect(after, id).toEqual(before);
  }
});

test('every document of this repository as its own translation', async () => {
  const paths = [];
  const pattern = '{*.md,content/**/*.md,starter/**/*.md,docs/**/*.md,bench/*/*.md,tests/**/*.md}';
  for await (const path of glob(pattern, { cwd: root })) paths.push(path);
  expect(paths.length).toBeGreaterThan(10);
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  const files = Object.fromEntries(
    paths.flatMap((path) => ['en', 'ru'].map((locale) => [`content/${locale}/${path}`, text(path)])),
  );
  const others = ['content/en/strings.json', 'content/ru/strings.json', 'content/figures.yaml'];
  const more = Object.fromEntries(others.map((path) => [path, text(path)]));
  for await (const { id, before, after, result } of roundtrips({ ...files, ...more })) {
    expect(result.report.findings, id).toEqual([]);
    expect(result.written, id).toEqual([]);
    expect(result.untranslated, id).toBe(0);
    expect(after, id).toEqual(before);
  }
});
