import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, LOCALES, NAMES, SITE, textsOf } from './texts.ts';

/**
 * The same texts and pages for Eleventy: Liquid and markdown-it as it brings them. Ids of heads, the contents beside the
 * text and the neighbours are written as one would who has thousands of pages: no plugin that parses each page again.
 */
export function writeEleventy(folder: string, documents: number): void {
  for (const { slug, locale, title, date, body } of textsOf(documents)) {
    const linked = body.replace(/\((d\d+)\.md\)/g, '(../$1/)');
    write(folder, `content/${locale}/${slug}.md`, `---\ntitle: ${title}\ndate: ${date}\n---\n\n${linked}\n`);
  }
  for (const [path, text] of Object.entries(FILES)) write(folder, path, text);
  // Where Eleventy itself is found.
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(folder, 'node_modules'));
}

/** Into `_site/`. */
export function eleventy(folder: string): readonly string[] {
  const program = join(import.meta.dirname, 'node_modules/@11ty/eleventy/cmd.cjs');
  return ['env', '-C', folder, process.execPath, program, '--quiet'];
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'eleventy.config.js': `const LOCALES = ${JSON.stringify(LOCALES)};
const LANGUAGES = ${JSON.stringify(LOCALES.map((tag) => ({ tag, name: LANGUAGES[tag] })))};
const WORDS = ['skip', 'languages', 'contents', 'neighbours', 'previous', 'next', 'minutes'];
export default function (config) {
  config.amendLibrary('md', (md) => {
    md.set({ typographer: true, html: true });
    md.core.ruler.push('ids', (state) => {
      for (const [n, token] of state.tokens.entries()) {
        if (token.type !== 'heading_open') continue;
        token.attrSet('id', state.tokens[n + 1].content.toLowerCase().replace(/[^\\p{L}\\p{N}\\s-]/gu, '').replace(/\\s/g, '-'));
      }
    });
  });
  config.addFilter('contents', (html) =>
    [...html.matchAll(/<h([23]) id="([^"]*)">(.*?)<\\/h/g)].map(([, level, id, text]) => ({ level, id, text })));
  const dates = new Map(LOCALES.map((tag) => [tag, new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })]));
  // Which words they are takes no time; where they come from does.
  const words = new Map(LOCALES.map((tag) => [tag, new Map(WORDS.map((word) => [word, word]))]));
  config.addFilter('t', (word, tag) => words.get(tag).get(word));
  config.addGlobalData('languages', LANGUAGES);
  config.addFilter('day', (date, tag) => dates.get(tag).format(date));
  config.addFilter('iso', (date) => date.toISOString().slice(0, 10));
  config.addFilter('minutes', (html) => Math.max(1, Math.round(html.split(/\\s+/).length / 200)));
  for (const tag of LOCALES) {
    config.addCollection(tag, (all) => {
      const pages = all.getFilteredByGlob('content/' + tag + '/d*.md').sort((a, b) => b.date - a.date);
      for (const [n, page] of pages.entries()) Object.assign(page.data, { before: pages[n - 1], behind: pages[n + 1] });
      return pages;
    });
  }
  return { dir: { input: 'content', includes: '../layouts', output: '_site' }, markdownTemplateEngine: false, htmlTemplateEngine: 'liquid' };
}
`,
  ...Object.fromEntries(
    LOCALES.flatMap((locale) => [
      [
        `content/${locale}/${locale}.json`,
        JSON.stringify({ layout: 'article.liquid', locale, name: NAMES[locale], site: SITE }),
      ],
      [
        `content/${locale}/index.liquid`,
        `---\nlayout: layout.liquid\npermalink: ${locale}/index.html\n---\n<main id="main" class="index"><header class="cover"><h1>{{ name }}</h1><p class="count">{{ collections.${locale} | size }}</p></header>
<section class="section"><ul>
{%- for item in collections.${locale} %}
<li><h2 class="entry"><a href="{{ item.url }}">{{ item.data.title }}</a></h2><p class="byline"><time datetime="{{ item.date | iso }}">{{ item.date | day: locale }}</time></p></li>
{%- endfor %}
</ul></section></main>\n`,
      ],
      [
        `content/${locale}/feed.liquid`,
        `---\nlayout: null\npermalink: ${locale}/feed.xml\n---\n<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><title>{{ name }}</title>
{%- for item in collections.${locale} %}
<entry><title>{{ item.data.title }}</title><id>${SITE.slice(0, -1)}{{ item.url }}</id><link rel="alternate" type="text/html" href="${SITE.slice(0, -1)}{{ item.url }}"/><updated>{{ item.date | iso }}T00:00:00Z</updated></entry>
{%- endfor %}
</feed>\n`,
      ],
      [
        `content/${locale}/404.liquid`,
        `---\nlayout: layout.liquid\npermalink: ${locale}/404.html\n---\n<main id="main" class="lost"><h1>404</h1><p><a href="/${locale}/">{{ name }}</a></p></main>\n`,
      ],
    ]),
  ),
  'content/sitemap.liquid': `---\nlayout: null\npermalink: sitemap.xml\n---\n<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${LOCALES.map(
  (
    locale,
  ) => `{%- for item in collections.${locale} %}<url><loc>${SITE.slice(0, -1)}{{ item.url }}</loc><lastmod>{{ item.date | iso }}</lastmod>
${LOCALES.map((tag) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${SITE}${tag}/{{ item.fileSlug }}/"/>`).join('\n')}</url>
{%- endfor %}`,
).join('\n')}
</urlset>\n`,
  'layouts/layout.liquid': `<!doctype html>
<html lang="{{ locale }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{% if title %}{{ title }} · {% endif %}{{ name }}</title>
<link rel="canonical" href="${SITE.slice(0, -1)}{{ page.url }}">
<link rel="stylesheet" href="/{{ locale }}/assets/style.css">
{%- for language in languages %}
<link rel="alternate" hreflang="{{ language.tag }}" href="{{ site }}{{ language.tag }}/{{ page.fileSlug }}/">
{%- endfor %}
<link rel="alternate" hreflang="x-default" href="${SITE}en/{{ page.fileSlug }}/">
<link rel="alternate" type="application/atom+xml" title="{{ name }}" href="/{{ locale }}/feed.xml">
<meta property="og:site_name" content="{{ name }}">
<meta property="og:locale" content="{{ locale }}">
<meta property="og:url" content="${SITE.slice(0, -1)}{{ page.url }}">
{%- if title %}
<meta property="og:type" content="article">
<meta property="og:title" content="{{ title }}">
<meta property="article:published_time" content="{{ page.date | iso }}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Article","@id":"${SITE.slice(0, -1)}{{ page.url }}","url":"${SITE.slice(0, -1)}{{ page.url }}","headline":{{ title | json }},"inLanguage":"{{ locale }}","datePublished":"{{ page.date | iso }}","isPartOf":{"@type":"Periodical","name":{{ name | json }},"url":"{{ site }}{{ locale }}/"}}</script>
{%- endif %}
<script defer src="/{{ locale }}/assets/place.js"></script>
</head>
<body>
<a class="skip" href="#main">{{ 'skip' | t: locale }}</a>
<header class="masthead">
<p class="journal"><a href="/{{ locale }}/">{{ name }}</a></p>
<nav class="languages" aria-label="{{ 'languages' | t: locale }}"><ul>
{%- for language in languages %}
<li>{% if locale == language.tag %}<span aria-current="true">{{ language.name }}</span>{% else %}<a href="/{{ language.tag }}/{{ page.fileSlug }}/" lang="{{ language.tag }}" hreflang="{{ language.tag }}">{{ language.name }}</a>{% endif %}</li>
{%- endfor %}
</ul></nav>
</header>
{{ content }}
<footer class="foot"><p>{{ name }}</p></footer>
</body>
</html>
`,
  'layouts/article.liquid': `---
layout: layout.liquid
---
<main id="main" class="article">
<article>
<header class="title"><h1>{{ title }}</h1>
<p class="byline"><time datetime="{{ page.date | iso }}">{{ page.date | day: locale }}</time><span class="minutes">{{ content | minutes }} {{ 'minutes' | t: locale }}</span></p></header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">{{ 'contents' | t: locale }}</h2><ol>
{%- assign heads = content | contents %}
{%- for head in heads %}
<li class="level-{{ head.level }}"><a href="#{{ head.id }}">{{ head.text }}</a></li>
{%- endfor %}
</ol></nav>
<div class="text">
{{ content }}
</div>
</article>
<nav class="neighbours" aria-label="{{ 'neighbours' | t: locale }}">
{%- if before %}<p class="previous"><span>{{ 'previous' | t: locale }}</span> <a rel="prev" href="{{ before.url }}">{{ before.data.title }}</a></p>{% endif %}
{%- if behind %}<p class="next"><span>{{ 'next' | t: locale }}</span> <a rel="next" href="{{ behind.url }}">{{ behind.data.title }}</a></p>{% endif %}
</nav>
</main>
`,
};
