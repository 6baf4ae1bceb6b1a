import { describe, expect, test } from 'vitest';
import { withHost } from '../../src/host/index.ts';
import type { Page } from '../../src/made.ts';
import type { Document, Finding, Publication, Settings } from '../../src/model.ts';
import { openWorkshop, type Rendered, render } from '../../src/stages/render.ts';
import { parseStrings } from '../../src/text/strings.ts';
import { type Files, throwaway } from '../publication.ts';

const settings: Settings = {
  outputs: ['html', 'pdf'],
  fonts: {},
  contents: 4,
  multiples: 'publisher',
  stale: { '*': 'banner' },
  failOn: 'error',
  rules: {},
  site: { untranslated: 'show', search: false },
};
const sited: Settings = { ...settings, site: { ...settings.site, url: 'https://example.org/a/' } };
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><title id="t">x</title><script>alert(1)</script><text>Рост</text></svg>';
/** The head of a PNG of 640 × 320. */
const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000028000000140', 'hex'));

const english = `<h2 id="trade">Trade</h2>
<p>See <a href="about.md#us">about</a>, <a href="none.md">nothing</a>, <a href="https://example.org/">elsewhere</a> and <a href="data.csv">data</a>.<sup><a id="footnote-ref-1" href="#footnote-1" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup></p>
<p><img src="chart.svg" alt="A chart" title="Growth"></p>
<p><img src="map.png" alt="A map"></p>
<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<section class="footnotes" data-footnotes=""><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol>
<li id="footnote-1"><p>Note. <a href="#footnote-ref-1" data-footnote-backref="" aria-label="Back">↩</a></p></li></ol></section>`;

function document(locale: string, slug: string, part: Partial<Document> = {}): Document {
  const source = { path: `content/${locale}/${slug}.md`, text: '' };
  const meta = {
    title: `${slug} & ${locale}`,
    date: '2022-03-15',
    section: 'News',
    author: 'A. B.',
    abstract: 'In <1992>',
    extra: {},
  };
  return {
    source,
    slug,
    locale,
    meta,
    blocks: [],
    links: [],
    suppressions: [],
    body: () => '<p>Text.</p>',
    outline: [],
    ...part,
  };
}

const outline = [
  { level: 2, id: 'trade', text: 'Trade' },
  { level: 2, id: 'more', text: 'More' },
];
const documents: readonly Document[] = [
  document('en', 'about'),
  document('en', 'news/article', { body: () => english.replaceAll('"about.md', '"../about.md'), outline }),
  document('ru', 'news/article', { body: () => '<p>Рост в <em>1992</em> году: <img src="map.png" alt="Карта"></p>' }),
];
const files: Files = {
  'content/en/news/chart.svg': drawing,
  'content/en/news/map.png': png,
  'content/en/news/data.csv': 'a,b',
};

function publication(part: Partial<Publication> = {}, strings: Readonly<Record<string, object>> = {}): Publication {
  const editions = ['en', 'ru'].map((locale) => ({
    locale,
    documents: documents.filter((one) => one.locale === locale),
    strings: parseStrings({ path: `content/${locale}/strings.json`, text: JSON.stringify(strings[locale] ?? {}) }),
  }));
  return { settings, source: 'en', editions, assets: Object.keys(files).sort(), ...part };
}

/** With all pages made. */
interface Made extends Omit<Rendered, 'pages' | 'findings'> {
  readonly pages: readonly Page[];
  readonly findings: readonly Finding[];
}

async function rendered(what: Publication = publication(), more: Files = {}): Promise<readonly Made[]> {
  const { folder } = await throwaway({ ...files, ...more });
  const surroundings = { signal: new AbortController().signal, quiet: true };
  return withHost(folder, surroundings, async (host) => {
    const all: Made[] = [];
    for await (const one of render(what, await openWorkshop(what, host), host)) {
      const pages: Page[] = [];
      for await (const page of one.pages) pages.push(page);
      all.push({ ...one, pages, findings: one.findings() });
    }
    return all;
  });
}

async function page(path: string, what?: Publication, more?: Files): Promise<Page> {
  const found = (await rendered(what, more)).flatMap(({ pages }) => pages).find((one) => one.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
}

test('one format and one locale at a time, in the order of the settings', async () => {
  const all = await rendered();
  expect(all.map(({ locale, format, pages }) => [locale, format, pages.map(({ path }) => path)])).toEqual([
    ['en', 'pdf', ['en/about.pdf', 'en/news/article.pdf']],
    ['ru', 'pdf', ['ru/news/article.pdf']],
    [
      'en',
      'html',
      [
        ...['en/index.html', 'en/about/index.html', 'en/news/article/index.html', 'en/404.html'],
        ...['index.html', '404.html'],
      ],
    ],
    ['ru', 'html', ['ru/index.html', 'ru/about/index.html', 'ru/news/article/index.html', 'ru/404.html']],
  ]);
});

test('the same input gives the same pages', async () => {
  const said = async () => {
    const sets = await rendered();
    return sets.map((set) => ({ ...set, pages: set.pages.map((one) => ({ ...one, letGo: undefined })) }));
  };
  expect(await said()).toEqual(await said());
});

describe('a page of the site', () => {
  test('leads to the other documents, files and languages, relative to itself', async () => {
    const { html, assets } = await page('en/news/article/index.html');
    expect(html).toContain('<a href="../../about/index.html#us">about</a>');
    expect(html).toContain(', nothing, ');
    expect(html).toContain('<a href="https://example.org/">elsewhere</a>');
    expect(html).toContain('href="../../assets/media/en/news/data.csv"');
    expect(html).toContain('<link rel="stylesheet" href="../../assets/style.css">');
    expect(html).toContain('<link rel="alternate" hreflang="ru" href="../../../ru/news/article/index.html">');
    expect(html).toContain('<link rel="alternate" hreflang="x-default" href="index.html">');
    expect(html).toContain('<link rel="alternate" type="application/pdf" href="../article.pdf">');
    expect(html).toMatch(/<a href="[^"]*" lang="ru" hreflang="ru" dir="ltr">Русский<\/a>/);
    expect(assets).toEqual({
      'en/assets/media/en/news/data.csv': 'content/en/news/data.csv',
      'en/assets/media/en/news/map.png': 'content/en/news/map.png',
    });
  });

  test('leads to the page of an edition that lacks it, and names no such translation', async () => {
    const { html } = await page('en/about/index.html');
    expect(html).toContain('<a href="../../ru/about/index.html" lang="ru"');
    expect(html).not.toContain('<link rel="alternate" hreflang="ru"');
  });

  test('shows what is not translated in the language of the source, and says so', async () => {
    const { html } = await page('ru/about/index.html', publication({ settings: sited }));
    expect(html).toMatch(/<p class="notice" role="note">Русского перевода [^<]* английский\.<\/p>/);
    expect(html).toContain('<article class="foreign" lang="en" dir="ltr">');
    expect(html).toContain('<link rel="canonical" href="https://example.org/a/en/about/">');
    expect(html).not.toContain('about.pdf');
  });

  test('leads to the index of an edition that lacks it, where the settings hide that', async () => {
    const hiding = publication({ settings: { ...settings, site: { ...settings.site, untranslated: 'hide' } } });
    const pages = (await rendered(hiding)).flatMap((one) => one.pages);
    expect(pages.map(({ path }) => path)).not.toContain('ru/about/index.html');
    const about = pages.find(({ path }) => path === 'en/about/index.html');
    expect(about?.html).toContain('<a href="../../ru/index.html" lang="ru"');
  });

  test('says that its source was revised after it', async () => {
    const base = publication();
    const revised = (locale: string, day: string) => {
      const meta = { title: 'T', date: '2022-03-15', revised: day, extra: {} };
      return base.editions.map((edition) =>
        edition.locale === locale
          ? { ...edition, documents: edition.documents.map((one) => ({ ...one, meta })) }
          : edition,
      );
    };
    const late = await page('ru/news/article/index.html', { ...base, editions: revised('en', '2022-04-01') });
    expect(late.html).toMatch(/<p class="notice" role="note">Оригинал исправлен 1\u00a0апреля 2022\u00a0г\./);
    expect(late.html).toContain('<a href="../../../en/news/article/index.html" hreflang="en">');
    const fresh = await page('ru/news/article/index.html', { ...base, editions: revised('ru', '2022-04-01') });
    expect(fresh.html).not.toContain('class="notice"');
  });

  test('has whole addresses where the settings say where it will stand', async () => {
    const { html } = await page('en/news/article/index.html', publication({ settings: sited }));
    expect(html).toContain('<link rel="canonical" href="https://example.org/a/en/news/article/">');
    expect(html).toContain('<link rel="alternate" hreflang="ru" href="https://example.org/a/ru/news/article/">');
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'Article',
      headline: 'news/article & en',
      inLanguage: 'en',
      workTranslation: [{ '@id': 'https://example.org/a/ru/news/article/', inLanguage: 'ru' }],
    });
  });

  test('keeps to a strict policy: no style and no script within', async () => {
    const what = publication();
    for (const { html, path } of (await rendered(what)).flatMap((one) => (one.format === 'html' ? one.pages : []))) {
      expect(html, path).not.toMatch(
        /<[^>]*\s(?:style|on\w+)=|<style|<script(?! (?:defer src="[^"]+"|type="application\/ld\+json"))/,
      );
      expect(html, path).toContain('content="default-src &#39;none&#39;;');
    }
  });

  test('takes a drawing into itself and measures a picture', async () => {
    const { html } = await page('en/news/article/index.html');
    expect(html).toMatch(
      /<figure><svg width="20" height="10" id="drawing1-svg" viewBox="0 0 20 10" role="img" aria-label="A chart">/,
    );
    expect(html).toContain('<figcaption>Growth</figcaption>');
    expect(html).toContain(
      '<img src="../../assets/media/en/news/map.png" alt="A map" width="640" height="320" loading="lazy" decoding="async">',
    );
    expect(html).not.toContain('alert');
  });

  test('shows the picture of the source language where its own has none', async () => {
    const { html, assets } = await page('ru/news/article/index.html');
    expect(html).toContain('src="../../assets/media/en/news/map.png"');
    expect(assets).toEqual({ 'ru/assets/media/en/news/map.png': 'content/en/news/map.png' });
  });

  test('is set in the words, dates and spaces of its language', async () => {
    const { html } = await page('ru/news/article/index.html');
    expect(html).toContain('<html lang="ru" dir="ltr">');
    expect((await rendered()).find(({ locale }) => locale === 'ru')?.look).toContain('--paper-line:15.5pt;');
    expect(html).toContain('<time datetime="2022-03-15">15\u00a0марта 2022\u00a0г.</time>');
    expect(html).toContain('Рост в\u00a0<em>1992</em>\u00a0году');
    expect(html).toContain('A.\u00a0B.');
  });

  test('escapes what the front matter says', async () => {
    const { html, title } = await page('en/about/index.html');
    expect(title).toBe('about & en');
    expect(html).toContain('about &amp; en');
    expect(html).toContain('In &lt;1992&gt;');
  });

  test('has its notes headed and linked back', async () => {
    const { html } = await page('en/news/article/index.html');
    expect(html).toContain('<h2 id="footnote-label" class="sr-only">Notes</h2>');
    expect(html).toContain('aria-label="Back to the text from note 1"');
    expect(html).not.toContain('↩');
  });
});

test('the index has the sections, the newest first, and counts', async () => {
  const old = document('en', 'old', { meta: { title: 'Old', date: '2019-01-01', section: 'Archive', extra: {} } });
  const none = document('en', 'undated', { meta: { title: 'Undated', extra: {} } });
  const base = publication();
  const editions = base.editions.map((edition) =>
    edition.locale === 'en' ? { ...edition, documents: [...edition.documents, old, none] } : edition,
  );
  const { html } = await page('en/index.html', { ...base, editions });
  const marks = [...html.matchAll(/<h2>(.*?)<\/h2>|<span class="part">(.*?)<\/span>/g)].map(
    ([, head, title]) => head ?? title,
  );
  expect(marks).toEqual(['News', 'about &amp; en', 'news/article &amp; en', 'Archive', 'Old', 'Undated']);
  expect(html).toContain('4 documents');
  expect(html).toContain('href="news/article.pdf"');
});

test('without PDF among the outputs nothing leads to one', async () => {
  const { html } = await page('en/index.html', publication({ settings: { ...settings, outputs: ['html'] } }));
  expect(html).not.toContain('.pdf');
});

describe('a document for paper', () => {
  test('is complete in itself and leads to no file beside it', async () => {
    const { html, assets, title, date } = await page('en/news/article.pdf');
    expect([title, date]).toEqual(['news/article & en', '2022-03-15']);
    expect(html).not.toMatch(/<link|<script|↩|href="\.\.|href="none|<nav/);
    expect(html.replaceAll('\u00ad', '')).toContain('See about, nothing, <a href="https://example.org/">elsewhere</a>');
    expect(html).toContain('href="#footnote-1"');
    expect(assets).toEqual({ 'content/en/news/map.png': 'content/en/news/map.png' });
    expect(html).toContain('src="content/en/news/map.png"');
  });

  test('is unfolded', async () => {
    const folded = document('en', 'folded', { body: () => '<details><summary>More</summary><p>Text.</p></details>' });
    const base = publication();
    const editions = base.editions.map((edition) => ({
      ...edition,
      documents: edition.locale === 'en' ? [folded] : [],
    }));
    expect((await page('en/folded.pdf', { ...base, editions })).html).toContain('<details open><summary>');
    expect((await page('en/folded/index.html', { ...base, editions })).html).toContain('<details><summary>');
  });

  test('counts its pages in the words of the language', async () => {
    expect((await page('ru/news/article.pdf')).html).toContain('content: counter(page) " из " counter(pages);');
    expect((await page('en/about.pdf')).html).toContain('content: counter(page) " / " counter(pages);');
  });

  test('a name cannot break out of the style', async () => {
    const named = publication({}, { en: { publication: { name: 'A 5" </style><script>' } } });
    const { html } = await page('en/about.pdf', named);
    expect(html).toContain('content: "A 5\\22  \\3c /style\\3e \\3c script\\3e ";');
  });
});

describe('strings', () => {
  test('a publication without any speaks the words of the theme', async () => {
    const all = await rendered();
    expect(all.flatMap(({ findings }) => findings)).toEqual([]);
    expect(all.at(-1)?.pages[0]?.html).toContain('2 документа');
  });

  test('its own words win, key by key', async () => {
    const { html } = await page('ru/index.html', publication({}, { ru: { publication: { name: 'Параллели' } } }));
    expect(html).toContain('<h1>Параллели</h1>');
    expect(html).toContain('2 документа');
  });

  test('one that nobody has is shown in readable form and named once', async () => {
    const own = { 'templates/article.liquid': '{{ "article.read_more" | t }}' };
    const all = await rendered(publication(), own);
    expect(all[2]?.pages[1]?.html).toBe('Read more');
    const findings = all.flatMap((one) => one.findings);
    expect(findings.map(({ rule, locale, span }) => [rule, locale, span.path, span.start.line])).toEqual([
      ['strings/asked', 'en', 'content/en/strings.json', 1],
      ['strings/asked', 'ru', 'content/ru/strings.json', 1],
    ]);
    expect(findings[0]?.message).toContain('“article.read_more”');
  });

  test('what the browser counts is # in the message', async () => {
    const own = { 'templates/strings/ru.json': '{}', 'templates/article.liquid': '', 'templates/index.liquid': '' };
    const messages = (await rendered(publication(), own)).flatMap(({ findings }) => findings.map((one) => one.message));
    expect(messages.filter((message) => message.includes('“print.page”'))).toEqual([
      expect.stringContaining('the page says “# / #”'),
    ]);
  });
});

describe("the publication's own templates", () => {
  test('stand before those that ship, file by file', async () => {
    const own = { 'templates/partials/byline.liquid': 'BY {{ document.author }}' };
    const { html } = await page('en/about/index.html', publication(), own);
    expect(html).toContain('BY A.\u00a0B.');
    expect(html).toContain('<header class="masthead">');
  });

  test('are named with file, line and column when they ask for what there is not', async () => {
    const own = { 'templates/article.liquid': '<p>\n  {{ documnet.title }}' };
    await expect(rendered(publication(), own)).rejects.toMatchObject({
      name: 'UserError',
      code: 2,
      message: 'templates/article.liquid:2:6: there is no variable documnet',
      hint: 'Did you mean document?',
    });
  });

  test('may ask for anything in the front matter', async () => {
    const own = { 'templates/print.liquid': '{% if document.extra.doi %}x{% endif %}{{ document.extra.doi }}.' };
    expect((await page('en/about.pdf', publication(), own)).html).toBe('.');
  });
});

test('stops when it is interrupted', async () => {
  const { folder } = await throwaway(files);
  const stop = new AbortController();
  const run = withHost(folder, { signal: stop.signal, quiet: true }, async (host) => {
    const what = publication();
    for await (const _ of render(what, await openWorkshop(what, host), host)) stop.abort();
  });
  await expect(run).rejects.toThrow();
});
