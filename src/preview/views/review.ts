import type { Work } from '../../model.ts';
import { nameOf } from '../../text/language.ts';
import { html, Markup } from './html.ts';
import { type Desk, languageName, page, titleOf } from './page.ts';
import { type shownRows, shows, type Wanted } from './passages.ts';

/** The page on which languages stand side by side. */
export function reviewPage(
  desk: Desk,
  work: Work,
  wanted: Wanted,
  { rows, since }: { readonly rows: ReturnType<typeof shownRows>; readonly since: string },
): string {
  const { words } = desk;
  const { t } = words;
  const title = titleOf(work.documents[0], work.slug);
  const heads = wanted.locales.map(
    (locale) => html`<div role="columnheader" class="head">${languageName(locale)}</div>`,
  );
  const states = ['agrees', 'converted', 'differs', 'missing', 'extra', 'alone'].map(
    (state) => html`<span id="s-${state}">${t(`figure.${state}`)}</span>`,
  );
  return page(desk, {
    here: 'review',
    title,
    slug: work.slug,
    script: 'review.js',
    tools: tools(desk, work, wanted),
    main: html`<h1 class="visually-hidden">${t('review.title', { title })}</h1>
<div hidden>${states}</div>
<div role="table" aria-label="${t('review.table')}" class="rows cols-${wanted.locales.length}" id="rows" data-slug="${work.slug}" data-show="${wanted.show}" data-in="${wanted.within}" data-since="${since}">
<div role="row" class="heads">${heads}<div role="columnheader" class="head">${t('review.findings')}</div></div>
${rows.map((row) => new Markup(row.html()))}
</div>
<p class="nothing" id="nothing" hidden>${t('review.nothing')}</p>`,
    foot: html`<aside class="said" id="said" aria-label="${t('review.figure')}" data-agrees="${t('figure.agrees')}"></aside>${help(desk)}`,
  });
}

function tools({ words, locales }: Desk, work: Work, { locales: shown, show, within }: Wanted): Markup {
  const { t } = words;
  const there = locales.filter((locale) => work.documents.some((document) => document.locale === locale));
  const columns = there.map(
    (locale) =>
      html`<label class="chip"><input type="checkbox" name="with" value="${locale}"${shown.includes(locale) && html` checked`}>${languageName(locale)}</label>`,
  );
  const filters = shows.map(
    (one) =>
      html`<label class="chip"><input type="radio" name="show" value="${one}"${one === show && html` checked`}>${t(`review.show.${one}`)}</label>`,
  );
  const options = ['', ...shown.filter((locale) => locale !== work.source)].map(
    (locale) =>
      html`<option value="${locale}"${locale !== '' && html` lang="${locale}"`}${locale === within && html` selected`}>${locale === '' ? t('review.everywhere') : nameOf(locale)}</option>`,
  );
  return html`<form class="tools" id="tools" aria-label="${t('review.tools')}" data-three="${t('review.three')}">
<fieldset><legend>${t('review.columns')}</legend>${columns}</fieldset>
<fieldset><legend>${t('review.filter')}</legend>${filters}</fieldset>
<label>${t('review.in')} <select name="in">${options}</select></label>
<noscript><button>${t('review.apply')}</button></noscript>
<span class="steps"><button type="button" id="previous" title="${t('review.previous')} (p)"><span aria-hidden="true">↑</span><span class="visually-hidden">${t('review.previous')}</span></button>
<output id="count"></output>
<button type="button" id="next" title="${t('review.next')} (n)"><span aria-hidden="true">↓</span><span class="visually-hidden">${t('review.next')}</span></button>
<button type="button" id="keys" title="${t('help.title')} (?)"><span aria-hidden="true">?</span><span class="visually-hidden">${t('help.title')}</span></button></span>
</form>`;
}

const KEYS: readonly (readonly [string, string])[] = [
  ['n j', 'next'],
  ['p k', 'previous'],
  ['a', 'fix'],
  ['o', 'open'],
  ['x', 'errors'],
  ['f b', 'figure'],
  ['?', 'help'],
  ['Esc', 'close'],
];

function help({ words }: Desk): Markup {
  const { t } = words;
  const rows = KEYS.map(
    ([keys, name]) =>
      html`<div><dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(`help.${name}`)}</dd></div>`,
  );
  return html`<dialog id="help" aria-labelledby="help-title"><h2 id="help-title">${t('help.title')}</h2>
<dl>${rows}</dl>
<label class="chip"><input type="checkbox" id="single" checked>${t('help.single')}</label>
<form method="dialog"><button>${t('help.done')}</button></form></dialog>`;
}
