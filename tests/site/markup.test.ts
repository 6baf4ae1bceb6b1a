/** Every page of a site held to HTML's rules, every link followed, and what is written for programs read as they do. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { strangers } from '../../bench/conformance/vocabulary.ts';
import { complaints, xmlPrepared } from '../../bench/conformance/xml.ts';
import { pieces } from '../../src/text/markup.ts';
import { readAll } from '../publication.ts';
import { builtJournal, LOCALES } from './publication.ts';

const BASE = '/base/';
const URL_OF_SITE = `https://example.org${BASE}`;

/** What was built, path below `dist/` → text. */
let built: Readonly<Record<string, string>>;
/** … at the root of a server, with no address in the settings. */
let plain: Readonly<Record<string, string>>;

const folders: string[] = [];

async function build(settings: string): Promise<Record<string, string>> {
  const folder = await builtJournal(settings);
  folders.push(folder);
  const all = Object.entries(await readAll(folder, 'dist'));
  return Object.fromEntries(all.map(([path, text]) => [path.slice('dist/'.length), text]));
}

beforeAll(async () => {
  built = await build(`site:\n  url: ${URL_OF_SITE}\n  search: true\n`);
  plain = await build('');
}, 240_000);

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const htmlOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files)
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, Buffer.from(bytes, 'latin1').toString()] as const);

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Matters of taste, or of templates: a title may be as long as its text wants, and lines end as Liquid ends them.
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'doctype-style': ['error', { style: 'lowercase' }],
      // What stands on the same server as the page needs no seal.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  });
  const pages = [...htmlOf(built), ...htmlOf(plain)];
  expect(pages).toHaveLength(2 * (LOCALES.length * 5 + 2));
  const found: string[] = [];
  for (const [path, html] of pages) {
    const { results } = await validator.validateString(html, path);
    const faults = results.flatMap(({ messages }) =>
      messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`),
    );
    found.push(...faults.map((fault) => `${path}: ${fault}`));
  }
  expect(found).toEqual([]);
});

describe.each([
  ['below a path', () => built, BASE],
  ['at the root', () => plain, '/'],
])('every link leads somewhere, %s', (_, files, base) => {
  test('to a file that is there, and to a place in it', () => {
    const all = files();
    const idsOf = new Map(htmlOf(all).map(([path, html]) => [path, idsIn(html)]));
    const broken = htmlOf(all).flatMap(([path, html]) =>
      linksIn(html).flatMap((link) => {
        if (/^(?:data|mailto):/.test(link)) return [];
        const { origin, pathname, hash } = new URL(link, `http://site${base}${path}`);
        if (origin === new URL(URL_OF_SITE).origin) return [];
        if (origin !== 'http://site' || !pathname.startsWith(base)) return [`${path}: ${link}`];
        const place = decodeURIComponent(pathname.slice(base.length));
        const file = place === '' || place.endsWith('/') ? `${place}index.html` : place;
        const isThere =
          all[file] !== undefined && (hash === '' || idsOf.get(file)?.has(decodeURIComponent(hash.slice(1))));
        return isThere ? [] : [`${path}: ${link}`];
      }),
    );
    expect(broken).toEqual([]);
  });
});

function linksIn(html: string): readonly string[] {
  return pieces(html).flatMap((piece) =>
    piece.kind === 'open' && piece.attributes.rel !== 'canonical'
      ? [piece.attributes.href, piece.attributes.src].filter((link) => link !== undefined)
      : [],
  );
}

function idsIn(html: string): ReadonlySet<string> {
  return new Set(pieces(html).flatMap((piece) => (piece.kind === 'open' ? (piece.attributes.id ?? []) : [])));
}

test('the same paragraph has the same anchor in every language', () => {
  const anchors = LOCALES.map((locale) => {
    const html = Buffer.from(built[`${locale}/news/trade/index.html`] ?? '', 'latin1').toString();
    return [...idsIn(html)].filter((id) => id.startsWith('p-')).join(' ');
  });
  expect(new Set(anchors).size).toBe(1);
  expect(anchors[0]?.split(' ').length).toBeGreaterThan(30);
});

test('a picture that a language has of its own is shown there', () => {
  const page = (locale: string) => Buffer.from(built[`${locale}/news/trade/index.html`] ?? '', 'latin1').toString();
  expect(page('zh')).toMatch(/<text[^>]*>增长<\/text>/);
  expect(page('ru')).toMatch(/<text[^>]*>Growth<\/text>/);
});

describe('for programs', () => {
  const text = (path: string) => Buffer.from(built[path] ?? '', 'latin1').toString();

  test('the sitemap names each page once, with its alternates (sitemaps.org, hreflang)', () => {
    const entries = [...text('sitemap.xml').matchAll(/<url>(.*?)<\/url>/g)].map(([, entry = '']) => entry);
    const places = entries.map((entry) => /<loc>(.*?)<\/loc>/.exec(entry)?.[1]);
    expect(new Set(places).size).toBe(places.length);
    const own = htmlOf(built).map(([path]) => path);
    // Not what only stands there with a notice, nor the root and what is not there.
    const expected = own.filter((path) => !/404|^index/.test(path) && !/^(?!en).*only/.test(path));
    expect(places.toSorted()).toEqual(
      expected.map((path) => URL_OF_SITE + path.replace(/index\.html$/, '')).toSorted(),
    );
    for (const entry of entries.filter((one) => one.includes('trade'))) {
      expect([...entry.matchAll(/hreflang="(\w+)"/g)].map(([, tag]) => tag)).toEqual(LOCALES);
      expect(entry).toMatch(/<lastmod>2022-0[35]-\d\d<\/lastmod>/);
    }
    expect(text('robots.txt')).toContain(`Sitemap: ${URL_OF_SITE}sitemap.xml`);
  });

  test.each(['en', 'zh', 'ru', 'ar'])('the feed has what Atom requires (RFC 4287, 4.1): %s', (locale) => {
    const feed = text(`${locale}/feed.xml`);
    const [head = '', ...entries] = feed.split('<entry>');
    for (const part of [head, ...entries]) {
      for (const name of ['id', 'title', 'updated']) {
        expect(part.match(new RegExp(`<${name}>[^<]+</${name}>`, 'g')) ?? [], `${name} of ${part}`).toHaveLength(1);
      }
      expect(part).toMatch(/<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/);
      expect(part).toContain('<link rel="alternate" type="text/html"');
    }
    expect(head).toContain(`<link rel="self" type="application/atom+xml" href="${URL_OF_SITE}${locale}/feed.xml"/>`);
    expect(head).toContain(`xml:lang="${locale}"`);
    expect(entries).toHaveLength(locale === 'en' ? 3 : 2);
  });

  test('JSON-LD says which text is a translation of which', () => {
    const data = (locale: string) => {
      const html = text(`${locale}/news/trade/index.html`);
      return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '');
    };
    expect(data('zh')).toMatchObject({ inLanguage: 'zh', translationOfWork: { '@id': data('en')['@id'] } });
    expect(data('en').workTranslation.map((one: { '@id': string }) => one['@id'])).toEqual(
      ['zh', 'ru', 'ar'].map((locale) => data(locale)['@id']),
    );
  });

  test('JSON-LD has nothing that schema.org does not know', () => {
    const articles = [...htmlOf(built), ...htmlOf(plain)].flatMap(([, html]) =>
      [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) => json),
    );
    expect(articles.length).toBeGreaterThan(16);
    expect(strangers(articles)).toEqual([]);
    const wrong = [{ headlin: 'x' }, { author: { '@type': 'Preson', name: 'x' } }, { inLanguage: 5 }];
    const told = strangers(
      wrong.map((one) => JSON.stringify({ '@context': 'https://schema.org', '@type': 'Article', ...one })),
    );
    expect(told.map((line) => /headlin|Preson|inLanguage|number/.exec(line)?.[0])).toEqual([
      'headlin',
      'Preson',
      'number',
    ]);
  });

  test('figures say their values', () => {
    const html = text('ru/news/trade/index.html');
    expect(html).toContain('<data value="50000000000" data-kind="money" data-unit="USD" data-bound="over">');
    expect(text('figures.json')).toContain('50000000000');
  });
});

const obstacle = xmlPrepared();

describe.skipIf(obstacle !== undefined)(`held to their own schemas${obstacle ? ` (skipped: ${obstacle})` : ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-schemas-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (path: string, change: (text: string) => string = (text) => text) => {
    const file = join(folder, path.replaceAll('/', '-'));
    writeFileSync(file, change(Buffer.from(built[path] ?? '', 'latin1').toString()));
    return file;
  };

  test('the sitemap, with its links to other languages (XML Schema of sitemaps.org 0.9)', () => {
    expect(complaints('sitemap-links.xsd', [written('sitemap.xml')])).toEqual([]);
    const wrong = written('sitemap.xml', (text) =>
      text.replace('<lastmod>2022', '<lastmod>22').replace('hreflang="zh"', 'hreflang="z h"'),
    );
    const told = complaints('sitemap-links.xsd', [wrong]).join();
    expect(told).toContain("'lastmod'");
    expect(told).toContain("'hreflang'");
  });

  test('the feeds (RELAX NG of RFC 4287, Appendix B, and its rules of Schematron)', () => {
    const feeds = LOCALES.map((locale) => `${locale}/feed.xml`);
    expect(
      complaints(
        'atom.rnc',
        feeds.map((path) => written(path)),
      ),
    ).toEqual([]);
    for (const path of feeds) {
      const [head = '', ...entries] = Buffer.from(built[path] ?? '', 'latin1')
        .toString()
        .split('<entry>');
      expect(head, 'an author of the feed').toContain('<author><name>');
      expect(entries.every((entry) => /<link [^>]*rel="alternate"/.test(entry))).toBe(true);
    }
    const wrong = written('en/feed.xml', (text) =>
      text
        .replace(/<updated>[^<]*/, '<updated>yesterday')
        .replace('<id>', '<guid>')
        .replace('</id>', '</guid>'),
    );
    expect(complaints('atom.rnc', [wrong]).join()).toMatch(
      /element "updated" invalid[\s\S]*guid|guid[\s\S]*"updated" invalid/,
    );
  });
});
