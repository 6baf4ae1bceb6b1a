import type { LedgerEntry, Saying } from '../../model.ts';
import { type Answer, type Query, type Sort, worstOf } from '../entries.ts';
import { shownValue } from '../values.ts';
import { html, type Markup } from './html.ts';
import { type Desk, languageName, page, reviewWay } from './page.ts';

/** The ledger of the publication as a table. */
export function ledgerPage(desk: Desk, query: Query, answer: Answer, slugs: readonly string[]): string {
  const { t } = desk.words;
  return page(desk, {
    here: 'ledger',
    title: t('ledger.title'),
    slug: query.slug === '' ? slugs[0] : query.slug,
    script: 'ledger.js',
    tools: tools(desk, query, slugs),
    main: html`<h1>${t('ledger.title')}</h1>
<div id="answer">${table(desk, query, answer)}</div>`,
  });
}

const STATES = ['agrees', 'converted', 'differs', 'missing', 'extra'] as const;

function tools({ words }: Desk, query: Query, slugs: readonly string[]): Markup {
  const { t } = words;
  const option = (value: string, text: string, chosen: string) =>
    html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`;
  return html`<form class="tools" id="tools" role="search" aria-label="${t('ledger.tools')}">
<label>${t('ledger.search')} <input type="search" name="q" value="${query.text}" autocomplete="off" spellcheck="false"></label>
<label>${t('ledger.document')} <select name="slug">${option('', t('ledger.every'), query.slug)}${slugs.map((slug) => option(slug, slug, query.slug))}</select></label>
<label>${t('ledger.state')} <select name="state">${option('', t('ledger.any'), query.state)}${STATES.map((one) => option(one, t(`figure.${one}`), query.state))}</select></label>
<input type="hidden" name="sort" value="${query.sort}"><input type="hidden" name="down" value="${query.down ? '1' : ''}">
<button>${t('ledger.go')}</button>
</form>`;
}

/** The table, and the ways to its other pages. */
function table(desk: Desk, query: Query, { entries, count, pages, page: number }: Answer): Markup {
  const { t } = desk.words;
  const heads = desk.locales.map((locale) => html`<th scope="col">${languageName(locale)}</th>`);
  const steps = [
    { to: number - 1, text: t('ledger.before') },
    { to: number + 1, text: t('ledger.after') },
  ].map(({ to, text }) =>
    to < 1 || to > pages ? undefined : html` <a href="${way(desk.url, { page: String(to) })}">${text}</a>`,
  );
  return html`<p class="count" role="status">${t('ledger.count', { count })}</p>
<div class="frame" tabindex="0" role="region" aria-label="${t('ledger.title')}"><table class="ledger">
<thead><tr>${sortHead('place', desk, query)}${sortHead('value', desk, query)}${sortHead('kind', desk, query)}${sortHead('state', desk, query)}${heads}</tr></thead>
<tbody>${entries.map((entry) => row(entry, desk))}</tbody>
</table></div>
${pages > 1 && html`<nav class="pages" aria-label="${t('ledger.pages')}">${t('ledger.page', { page: number, pages })}${steps}</nav>`}`;
}

function sortHead(sort: Sort, { words, url }: Desk, query: Query): Markup {
  const isBy = query.sort === sort;
  const order = isBy && html` aria-sort="${query.down ? 'descending' : 'ascending'}"`;
  const arrow = isBy && html`<span aria-hidden="true"> ${query.down ? '↓' : '↑'}</span>`;
  const href = way(url, { sort, down: isBy && !query.down ? '1' : '', page: '1' });
  return html`<th scope="col"${order}><a href="${href}">${words.t(`ledger.by.${sort}`)}${arrow}</a></th>`;
}

/** This page with other parameters; what is empty is left out. */
function way(url: URL, values: Readonly<Record<string, string>>): string {
  const there = new URL(url);
  for (const [name, value] of Object.entries(values)) {
    if (value === '') there.searchParams.delete(name);
    else there.searchParams.set(name, value);
  }
  return there.pathname + there.search;
}

function row(entry: LedgerEntry, desk: Desk): Markup {
  const { slug, figure, says } = entry;
  const { t, locale: tongue } = desk.words;
  const state = worstOf(entry);
  const cells = desk.locales.map((locale) =>
    cell(
      says.find((saying) => saying.locale === locale),
      locale,
      desk,
    ),
  );
  return html`<tr class="${state}"><td class="place"><a href="${reviewWay(slug)}">${slug}</a></td><th scope="row">${shownValue(figure, tongue)}</th><td>${t(`kind.${figure.kind}`)}</td><td class="state">${t(`figure.${state}`)}</td>${cells}</tr>`;
}

function cell(saying: Saying | undefined, locale: string, { words, editor }: Desk): Markup {
  if (!saying) return html`<td></td>`;
  const { state, figure } = saying;
  const said = state === 'source' || state === 'agrees' ? undefined : html` <em>${words.t(`figure.${state}`)}</em>`;
  if (!figure) return html`<td class="${state}">${said}</td>`;
  const { path, start } = figure.span;
  return html`<td class="${state}"><a href="${editor(path, start.line, start.column)}" title="${path}:${start.line}"><bdi lang="${locale}">${figure.text}</bdi></a>${said}</td>`;
}
