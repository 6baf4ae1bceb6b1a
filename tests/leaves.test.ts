import { describe, expect, test } from 'vitest';
import { withHost } from '../src/host/index.ts';
import { leafing, openLeaves } from '../src/leaves.ts';
import type { Page } from '../src/made.ts';
import { loadSettings } from '../src/settings.ts';
import { list, load } from '../src/stages/load.ts';
import { bind, localiseLater, recent, sourceOf, worksOf } from '../src/stages/localise.ts';
import { openWorkshop } from '../src/stages/render.ts';
import type { Host, Job } from '../src/world.ts';
import { type Files, throwaway } from './publication.ts';

/** The head of a PNG of 640 × 320. */
const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000028000000140', 'hex'));
const text = (title: string, day: number, more = '') =>
  `---\ntitle: "${title}"\ndate: 2024-05-0${day}\nsection: S\nmine: { deep: [1, ${day}] }\n---\n\n## H\n\n"${title}" -- US$${day} million [x](b.md#h)\n\n![p](p.png "c")\n\n${more}`;
const files: Files = {
  'content/en/a.md': text('A', 1),
  'content/en/b.md': text('B', 2, '<!-- x -->'),
  'content/en/c.md': text('C', 3),
  'content/ru/a.md': text('А', 1),
  'content/ru/c.md': `# Без шапки\n\nабв\n`,
  'content/en/p.png': png,
  'hexapla.yaml': 'source: en\nlocales: [en, ru]\noutputs: [html]\n',
};

/** Pages by their paths, as `how` does shares of work. */
async function made(
  how: (host: Host) => Host['spread'],
  more: Files = {},
  works?: readonly string[],
): Promise<Record<string, Page>> {
  const { folder } = await throwaway({ ...files, ...more });
  return withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    const settings = await loadSettings(host);
    const loaded = await load(host, await list(host, settings));
    const all = worksOf(loaded);
    const later = all.map(
      (one) => localiseLater(one, sourceOf(loaded.locales), { ...settings, recent: recent(9) }).work,
    );
    const publication = bind(loaded, settings, later);
    const shop = await openWorkshop(publication, host);
    const own = all.filter(({ slug }) => works?.includes(slug) ?? true);
    const order = { loaded, publication, works: own, locales: ['en', 'ru'], marked: true };
    const leaves = openLeaves(order, shop, { ...host, spread: how(host) });
    const pages: Record<string, Page> = {};
    for (const locale of ['en', 'ru']) for await (const page of leaves(locale)) pages[page.path] = page;
    return { ...pages, missing: { title: shop.voices.get('ru')?.missing().join() } as Page };
  });
}

const here = (host: Host) => host.spread;

/** As another thread does it: all that it is given and gives is copied, and it has seen nothing of the publication before. */
const elsewhere = (host: Host) =>
  async function* <Share, Result>(job: Job<Share, Result>, shares: readonly Share[]): AsyncGenerator<Result> {
    for (const share of shares) {
      const copy = structuredClone(share) as { common: { number: number } };
      yield structuredClone(
        await job.run({ ...copy, common: { ...copy.common, number: -1 - Math.random() } } as Share, host),
      );
    }
  };

describe('pages of documents', () => {
  test('are the same whatever thread makes them, and so is what templates ask for in vain', async () => {
    const own = { 'templates/partials/byline.liquid': "{{ 'mine.word' | t }} {{ document.extra.mine.deep | json }}" };
    const pages = await made(here, own);
    expect(await made(elsewhere, own)).toEqual(pages);
    expect(Object.keys(pages).sort()).toEqual(
      ['a', 'b', 'c']
        .flatMap((slug) => ['en', 'ru'].map((tag) => `${tag}/${slug}/index.html`))
        .concat('missing')
        .sort(),
    );
    expect(pages['en/a/index.html']?.html).toMatch(/“A”\s?—\s?<data value="1000000"/);
    expect(pages['en/a/index.html']?.html).toContain('rel="prev" href="../b/index.html">B<');
    expect(pages['ru/b/index.html']?.html).toContain('lang="en"');
    expect(pages['en/a/index.html']?.html).toContain('width="640"');
    expect(pages['en/c/index.html']?.html).toContain('[1,3]');
    expect(pages.missing?.title).toContain('mine.word');
  });

  test('are of the documents that are asked for, with all others as their neighbours', async () => {
    const some = await made(elsewhere, {}, ['b']);
    expect(Object.keys(some)).toEqual(['en/b/index.html', 'ru/b/index.html', 'missing']);
    expect(some['en/b/index.html']).toEqual((await made(here))['en/b/index.html']);
  });

  test('fail with the trouble of the first that cannot be made, for whoever asks', async () => {
    const broken = { 'templates/article.liquid': '{{ documnet }}' };
    for (const how of [here, elsewhere])
      await expect(made(how, broken)).rejects.toMatchObject({
        message: 'templates/article.liquid:1:4: there is no variable documnet',
      });
  });
});

test('an error is told to each language that asks, not to the first alone', async () => {
  const { folder } = await throwaway(files);
  await withHost(folder, { signal: new AbortController().signal, quiet: true }, async (host) => {
    const settings = await loadSettings(host);
    const loaded = await load(host, await list(host, settings));
    const works = worksOf(loaded);
    const later = works.map((one) => localiseLater(one, 'en', { ...settings, recent: recent(9) }).work);
    const publication = bind(loaded, settings, later);
    const spread: Host['spread'] = async function* () {
      yield* [];
      throw new Error('no more');
    };
    const order = { loaded, publication, works, locales: ['en', 'ru'], marked: true };
    const leaves = openLeaves(order, await openWorkshop(publication, host), { ...host, spread });
    const [en, ru] = [leaves('en').next(), leaves('ru').next()];
    await expect(en).rejects.toThrow('no more');
    await expect(ru).rejects.toThrow('no more');
  });
});

test('the job says what it is at, and how much that is', () => {
  const work = { slug: 'a', files: [{ locale: 'en', file: { path: 'content/en/a.md', text: 'abc' } }] };
  const common = { number: 1, bytes: new SharedArrayBuffer(1) };
  expect(leafing.weigh({ common, works: [work, work] })).toBe(6);
  expect(leafing.describe?.({ common, works: [work] })).toBe('content/en/a.md');
});
