import { describe, expect, test } from 'vitest';
import type { Document, Publication } from '../../src/model.ts';
import { output, targetOf, targetsOf, way } from '../../src/text/place.ts';

describe('targetOf', () => {
  test.each([
    ['about.md', { kind: 'file', path: 'content/en/news/about.md', rest: '' }],
    ['../about.md#how', { kind: 'file', path: 'content/en/about.md', rest: '#how' }],
    ['chart%201.svg?x=1#y', { kind: 'file', path: 'content/en/news/chart 1.svg', rest: '?x=1#y' }],
    ['100%.png', { kind: 'file', path: 'content/en/news/100%.png', rest: '' }],
    ['图.png', { kind: 'file', path: 'content/en/news/图.png', rest: '' }],
    ['https://example.org/a.md', { kind: 'outside', href: 'https://example.org/a.md' }],
    ['mailto:a@example.org', { kind: 'outside', href: 'mailto:a@example.org' }],
    ['/feed.xml', { kind: 'outside', href: '/feed.xml' }],
    ['#part', { kind: 'outside', href: '#part' }],
    ['', { kind: 'outside', href: '' }],
  ])('%s', (target, expected) => {
    expect(targetOf(target, 'content/en/news/a.md')).toEqual(expected);
  });
});

test.each([
  ['en/index.html', 'en/news/a/index.html', 'news/a/index.html'],
  ['en/news/a/index.html', 'ru/news/a/index.html', '../../../ru/news/a/index.html'],
  ['en/a/index.html', 'en/a.pdf', '../a.pdf'],
  ['en/a/index.html', 'en/assets/media/en/图 1#?.png', '../assets/media/en/%E5%9B%BE%201%23%3F.png'],
])('the way from %s to %s', (from, to, expected) => {
  expect(way(from, to)).toBe(expected);
});

test('two files of the same name in two languages have two copies', () => {
  expect(output.media('ru', 'content/ru/a.png')).not.toBe(output.media('ru', 'content/en/a.png'));
});

function document(locale: string, slug: string): Document {
  const source = { path: `content/${locale}/${slug}.md`, text: '' };
  return {
    source,
    slug,
    locale,
    meta: { title: slug, extra: {} },
    blocks: [],
    links: [],
    suppressions: [],
    body: () => '',
    outline: [],
  };
}

describe('targetsOf', () => {
  const edition = (locale: string, slugs: readonly string[]) => ({
    locale,
    documents: slugs.map((slug) => document(locale, slug)),
    strings: { source: { path: '', text: '' }, entries: {} },
  });
  const publication: Publication = {
    settings: {
      outputs: ['html'],
      fonts: {},
      contents: 4,
      multiples: 'publisher',
      stale: { '*': 'banner' },
      failOn: 'error',
      rules: {},
      site: { untranslated: 'show', search: false },
    },
    source: 'en',
    editions: [edition('en', ['a', 'b']), edition('zh', ['a'])],
    assets: ['content/en/map.png', 'content/en/chart.svg', 'content/zh/chart.svg', 'content/shared.png'],
  };
  const targets = targetsOf(publication);

  test.each([
    ['content/zh/a.md', 'zh', { locale: 'zh', slug: 'a' }],
    ['content/zh/b.md', 'zh', { locale: 'en', slug: 'b' }],
    ['content/en/a.md', 'zh', { locale: 'en', slug: 'a' }],
    ['content/zh/c.md', 'zh', undefined],
  ])('document %s from %s', (file, locale, expected) => {
    expect(targets.document(file, locale)).toEqual(expected);
  });

  test.each([
    ['content/zh/chart.svg', 'zh', 'content/zh/chart.svg'],
    ['content/zh/map.png', 'zh', 'content/en/map.png'],
    ['content/shared.png', 'zh', 'content/shared.png'],
    ['content/zh/none.png', 'zh', undefined],
  ])('file %s from %s', (file, locale, expected) => {
    expect(targets.asset(file, locale)).toBe(expected);
  });
});
