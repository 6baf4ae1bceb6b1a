/** A sitemap of more pages than one may hold, held to the schemas of sitemaps.org. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { complaints, xmlPrepared } from '../../bench/conformance/xml.ts';
import { shelve } from '../../src/layouts/shelf.ts';
import { wholeSite } from '../../src/layouts/site.ts';
import type { Work } from '../../src/layouts/work.ts';
import type { Document, Publication } from '../../src/model.ts';

/** What was made, path → text. */
async function made(count: number): Promise<Record<string, string>> {
  const documents = Array.from(
    { length: count },
    (_, n) => ({ slug: `d${n}`, locale: 'en', meta: { title: 'D', date: '2022-03-15', extra: {} } }) as Document,
  );
  const editions = [{ locale: 'en', documents, strings: { source: { path: '', text: '' }, entries: {} } }];
  const settings = { site: { url: 'https://example.org/', untranslated: 'show', search: false } };
  const publication = { editions, source: 'en', settings, assets: [] } as unknown as Publication;
  const work = {
    publication,
    edition: editions[0],
    shelf: shelve(publication),
    only: new Set(['sitemap.xml']),
  } as unknown as Work;
  const all: Record<string, string> = {};
  for await (const { path, html } of wholeSite(work)) all[path] = html;
  return all;
}

const obstacle = xmlPrepared();

test('one is enough for 50,000 pages, the index among them', async () => {
  expect(Object.keys(await made(49_999))).toEqual(['robots.txt', 'sitemap.xml']);
});

test.skipIf(obstacle !== undefined)(
  `more are parted, and named by an index${obstacle ? ` (skipped: ${obstacle})` : ''}`,
  async () => {
    const all = await made(50_000);
    expect(Object.keys(all)).toEqual(['robots.txt', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    const folder = mkdtempSync(join(tmpdir(), 'hexapla-sitemap-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = (name: string) => {
      writeFileSync(join(folder, name), all[name] ?? '');
      return join(folder, name);
    };
    expect(complaints('siteindex.xsd', [file('sitemap.xml')])).toEqual([]);
    expect(complaints('sitemap-links.xsd', [file('sitemap-1.xml'), file('sitemap-2.xml')])).toEqual([]);
    expect(complaints('siteindex.xsd', [file('sitemap-2.xml')])).not.toEqual([]);
  },
);
