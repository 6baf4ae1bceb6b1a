import type { Document } from '../../model.ts';
import { direction } from '../../text/direction.ts';
import { nameOf } from '../../text/language.ts';
import type { Translator } from '../../text/strings.ts';
import { UserError } from '../../trouble.ts';
import type { Editor } from '../editor.ts';
import type { Trouble } from '../trouble.ts';
import { tongues } from '../words.ts';
import { html, type Markup, type Part } from './html.ts';

/** What every page of the desk knows. */
export interface Desk {
  /** The desk's own words, in the language of whoever reads it. */
  readonly words: Translator;
  readonly editor: Editor;
  /** Name of the publication, in the reader's language if it has it, and the language that it is in. */
  readonly name: string;
  readonly nameIn: string;
  /** The publication's languages, source first. */
  readonly locales: readonly string[];
  readonly trouble: Trouble | undefined;
  /** What a request that writes has to bring. */
  readonly token: string;
  /** Of what the page shows. */
  readonly version: number;
  /** Path and query of this page. */
  readonly url: URL;
}

/** A page of the desk: its place among the others, its script, and what stands on it. */
interface Content {
  readonly here: 'documents' | 'read' | 'review' | 'ledger';
  readonly title: string;
  /** Document that the ways to reading and reviewing lead to. */
  readonly slug: string | undefined;
  readonly locale?: string;
  /** File names below `client/`. */
  readonly script?: string;
  readonly tools?: Part;
  readonly main: Part;
  readonly foot?: Part;
}

export function page(desk: Desk, { here, title, slug, locale, script, tools, main, foot }: Content): string {
  const { words, name, nameIn, locales, url, token, version } = desk;
  const { t } = words;
  const ways = [
    { id: 'documents', href: '/' },
    { id: 'read', href: readWay(locale ?? locales[0] ?? 'en', slug ?? '') },
    ...(slug === undefined ? [] : [{ id: 'review', href: reviewWay(slug) }]),
    { id: 'ledger', href: '/ledger' },
  ];
  const links = ways.map(
    ({ id, href }) =>
      html`<li><a href="${href}"${id === here && html` aria-current="page"`}>${t(`ways.${id}`)}</a></li>`,
  );
  const text = html`<!doctype html>
<html lang="${words.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="token" content="${token}">
<meta name="version" content="${version}">
<title>${title} · ${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/desk/desk.css">
<script type="module" src="/desk/${script ?? 'page.js'}"></script>
</head>
<body class="${here}">
<a class="skip" href="#main">${t('page.skip')}</a>
<header class="bar">
<p class="name"><a href="/"><span lang="${nameIn}">${name}</span></a></p>
<nav aria-label="${t('page.ways')}"><ul class="ways">${links}</ul></nav>
${tonguesNav(desk, url)}
</header>
${tools}
${troubleBox(desk)}
<main id="main" tabindex="-1">
${main}
</main>
${foot}
<p class="announce" role="status" id="announce" data-written="${t('finding.written', { text: '{text}' })}"></p>
<p class="offline" role="status" id="offline" hidden>${t('page.offline')}</p>
</body>
</html>
`;
  return text.text;
}

function tonguesNav({ words }: Desk, url: URL): Markup {
  const items = Object.entries(tongues).map(([tag, own]) => {
    const there = new URL(url);
    there.searchParams.set('ui', tag);
    const current = tag === words.locale && html` aria-current="true"`;
    return html`<li><a href="${there.pathname + there.search}" lang="${tag}" hreflang="${tag}"${current}>${own}</a></li>`;
  });
  return html`<nav aria-label="${words.t('page.language')}"><ul class="tongues">${items}</ul></nav>`;
}

/** What cannot be read, where, and what to do; in the language of the messages, which is English. `isAll`: nothing else is shown. */
export function troubleBox(
  { trouble, words, editor }: Pick<Desk, 'trouble' | 'words' | 'editor'>,
  isAll = false,
): Markup {
  if (!trouble) return html`<div id="trouble"></div>`;
  const { message, hint, place, stack } = trouble;
  return html`<div id="trouble"><section class="trouble" role="alert" aria-labelledby="trouble-head">
<h2 id="trouble-head">${words.t('trouble.head')}</h2>
<p lang="en">${message}</p>
${hint !== undefined && html`<p lang="en">${hint}</p>`}
${stack !== undefined && html`<pre lang="en">${stack}</pre>`}
${place && html`<p><a href="${editor(place.path, place.line, place.column)}">${words.t('finding.open')}</a></p>`}
${!isAll && html`<p>${words.t('trouble.before')}</p>`}
</section></div>`;
}

export function readWay(locale: string, slug: string): string {
  return `/read/${[locale, ...slug.split('/')].map(encodeURIComponent).join('/')}`;
}

export function reviewWay(slug: string): string {
  return `/review/${slug.split('/').map(encodeURIComponent).join('/')}`;
}

/** The title of a document; its path, if it cannot be read. */
export function titleOf(document: Document | undefined, slug: string): string {
  try {
    return document?.meta.title ?? slug;
  } catch (error) {
    if (error instanceof UserError) return slug;
    throw error;
  }
}

/** The name that a language gives itself, marked as being in it. */
export function languageName(locale: string): Markup {
  return html`<bdi lang="${locale}" dir="${direction(locale)}">${nameOf(locale)}</bdi>`;
}
