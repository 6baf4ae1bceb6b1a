import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LANGUAGES, LOCALES, NAMES, SITE, textsOf } from './texts.ts';

/** The same texts and pages for Hugo: its own goldmark, with its typographer, its table of contents and its sitemap. */
export function writeHugo(folder: string, documents: number): void {
  for (const locale of LOCALES) mkdirSync(join(folder, 'content', locale), { recursive: true });
  for (const { slug, locale, title, date, body } of textsOf(documents)) {
    // Names of files are addresses here as there: Hugo looks a link up itself.
    const linked = body.replace(/\((d\d+)\.md\)/g, '({{< relref "$1" >}})');
    writeFileSync(
      join(folder, 'content', locale, `${slug}.md`),
      `---\ntitle: ${title}\ndate: ${date}\n---\n\n${linked}\n`,
    );
  }
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Into `public/`. */
export function hugo(program: string, folder: string): readonly string[] {
  return [program, '--source', folder, '--quiet'];
}

const languages = LOCALES.map(
  (locale, n) =>
    `  ${locale}:\n    label: ${LANGUAGES[locale]}\n    title: ${NAMES[locale]}\n    contentDir: content/${locale}\n    weight: ${n + 1}\n`,
);

const FILES: Readonly<Record<string, string>> = {
  'hugo.yaml': `baseURL: ${SITE}
defaultContentLanguage: en
defaultContentLanguageInSubdir: true
disableKinds: [taxonomy, term, section]
outputs: { home: [html, rss], page: [html] }
services: { rss: { limit: -1 } }
languages:
${languages.join('')}`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="{{ .Language.Lang }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ block "title" . }}{{ .Site.Title }}{{ end }}</title>
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/{{ .Language.Lang }}/assets/style.css">
{{- range .AllTranslations }}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{- end }}
{{- range where .AllTranslations "Language.Lang" "en" }}
<link rel="alternate" hreflang="x-default" href="{{ .Permalink }}">
{{- end }}
{{- with .Site.Home.OutputFormats.Get "rss" }}
<link rel="alternate" type="application/rss+xml" title="{{ $.Site.Title }}" href="{{ .Permalink }}">
{{- end }}
<meta property="og:site_name" content="{{ .Site.Title }}">
<meta property="og:locale" content="{{ .Language.Lang }}">
<meta property="og:url" content="{{ .Permalink }}">
{{- block "meta" . }}{{ end }}
<script defer src="/{{ .Language.Lang }}/assets/place.js"></script>
</head>
<body>
<a class="skip" href="#main">{{ i18n "skip" }}</a>
<header class="masthead">
<p class="journal"><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></p>
<nav class="languages" aria-label="{{ i18n "languages" }}">
<ul>
{{- range .AllTranslations }}
<li>{{ if eq .Language.Lang $.Language.Lang }}<span aria-current="true">{{ .Language.Label }}</span>{{ else }}<a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}" hreflang="{{ .Language.Lang }}">{{ .Language.Label }}</a>{{ end }}</li>
{{- end }}
</ul>
</nav>
</header>
{{ block "main" . }}{{ end }}
<footer class="foot"><p>{{ .Site.Title }}</p></footer>
</body>
</html>
`,
  'layouts/_default/single.html': `{{ define "title" }}{{ .Title }} · {{ .Site.Title }}{{ end }}
{{ define "meta" }}
<meta property="og:type" content="article">
<meta property="og:title" content="{{ .Title }}">
<meta property="article:published_time" content="{{ .Date.Format "2006-01-02" }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Article" "@id" .Permalink "url" .Permalink "headline" .Title "inLanguage" .Language.Lang "datePublished" (.Date.Format "2006-01-02") "isPartOf" (dict "@type" "Periodical" "name" .Site.Title "url" .Site.Home.Permalink) | jsonify | safeJS }}</script>
{{ end }}
{{ define "main" }}
<main id="main" class="article">
<article>
<header class="title">
<h1>{{ .Title }}</h1>
<p class="byline"><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date | time.Format ":date_long" }}</time><span class="minutes">{{ i18n "minutes" .ReadingTime }}</span></p>
</header>
<nav class="contents" aria-labelledby="contents"><h2 id="contents">{{ i18n "contents" }}</h2>{{ .TableOfContents }}</nav>
<div class="text">
{{ .Content }}
</div>
</article>
<nav class="neighbours" aria-label="{{ i18n "neighbours" }}">
{{- with .NextInSection }}
<p class="previous"><span>{{ i18n "previous" }}</span> <a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a></p>
{{- end }}
{{- with .PrevInSection }}
<p class="next"><span>{{ i18n "next" }}</span> <a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a></p>
{{- end }}
</nav>
</main>
{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}
<main id="main" class="index">
<header class="cover"><h1>{{ .Site.Title }}</h1><p class="count">{{ i18n "documents" (len .Site.RegularPages) }}</p></header>
<section class="section"><ul>
{{- range .Site.RegularPages.ByDate.Reverse }}
<li><h2 class="entry"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p class="byline"><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date | time.Format ":date_long" }}</time></p></li>
{{- end }}
</ul></section>
</main>
{{ end }}
`,
  'layouts/404.html': `{{ define "main" }}<main id="main" class="lost"><h1>{{ i18n "lost" }}</h1><p><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a></p></main>{{ end }}
`,
  'layouts/home.rss.xml': `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Permalink }}</link>
{{- range .Site.RegularPages.ByDate.Reverse }}
<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate></item>
{{- end }}
</channel></rss>
`,
  ...Object.fromEntries(LOCALES.map((locale) => [`i18n/${locale}.yaml`, words()])),
};

/** Which words they are takes no time. */
function words(): string {
  const named = ['skip', 'languages', 'contents', 'neighbours', 'previous', 'next', 'lost'];
  const counted = ['minutes', 'documents'];
  return [
    ...named.map((key) => `${key}: ${key}`),
    ...counted.map((key) => `${key}:\n  other: "{{ .Count }} ${key}"`),
  ].join('\n');
}
