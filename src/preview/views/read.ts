import type { State } from '../../keeping/state.ts';
import { nameOf } from '../../text/language.ts';
import { output } from '../../text/place.ts';
import { html, type Markup } from './html.ts';
import { type Desk, languageName, page, titleOf } from './page.ts';

/** What is read: a language's index, if no document is named, and in which form. */
export interface Reading {
  readonly locale: string;
  readonly slug: string;
  readonly form: 'web' | 'pdf';
}

/** A page as it will be published, within the desk. */
export function readPage(desk: Desk, state: State, reading: Reading): string {
  const { locale, slug, form } = reading;
  const { t } = desk.words;
  const document = state.works.get(slug)?.documents.find((one) => one.locale === locale);
  const title = document ? titleOf(document, slug) : nameOf(locale);
  const src = form === 'web' ? siteWay(slug === '' ? output.index(locale) : output.page(locale, slug)) : undefined;
  return page(desk, {
    here: 'read',
    title,
    slug: slug === '' ? [...state.works.keys()][0] : slug,
    locale,
    script: 'read.js',
    tools: tools(desk, state, reading),
    main:
      src === undefined
        ? printing(desk, state, reading)
        : html`<h1 class="visually-hidden">${t('read.title', { title })}</h1>
<iframe id="frame" src="${src}" title="${title}" data-locale="${locale}" data-slug="${slug}"></iframe>`,
  });
}

/** The forms that the settings ask for. */
export function formsOf({ settings: { outputs } }: State): readonly Reading['form'][] {
  return [
    ...(outputs.includes('html') ? (['web'] as const) : []),
    ...(outputs.some((output) => output !== 'html') ? (['pdf'] as const) : []),
  ];
}

function siteWay(path: string): string {
  return `/site/${path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/index\.html$/, '')}`;
}

function tools({ words, locales }: Desk, state: State, { locale, slug, form }: Reading): Markup {
  const { t } = words;
  const languages = locales.map(
    (one) =>
      html`<label class="chip"><input type="radio" name="locale" value="${one}"${one === locale && html` checked`}>${languageName(one)}</label>`,
  );
  const forms = formsOf(state).map(
    (one) =>
      html`<label class="chip"><input type="radio" name="as" value="${one}"${one === form && html` checked`}>${t(`read.${one}`)}</label>`,
  );
  const options = [...state.works.values()].map((work) => {
    const own = work.documents.find((one) => one.locale === locale) ?? work.documents[0];
    return html`<option value="${work.slug}" lang="${own?.locale ?? locale}"${work.slug === slug && html` selected`}>${titleOf(own, work.slug)}</option>`;
  });
  return html`<form class="tools" id="tools" aria-label="${t('read.tools')}">
<fieldset><legend>${t('read.language')}</legend>${languages}</fieldset>
<fieldset><legend>${t('read.form')}</legend>${forms}</fieldset>
<label>${t('ledger.document')} <select name="slug"><option value="">${t('read.index')}</option>${options}</select></label>
</form>`;
}

/** The PDFs that a build makes of this document, or of the whole edition, each printed when it is asked for. */
function printing({ words }: Desk, { publication }: State, { locale, slug }: Reading): Markup {
  const { t } = words;
  const { settings, source, editions } = publication;
  const rows = settings.parallel ?? editions.flatMap((one) => (one.locale === source ? [] : [[source, one.locale]]));
  const beside = rows.filter((tags) => tags.includes(locale)).map((tags) => output.parallel(slug, tags));
  const paths = [
    ...(settings.outputs.includes('pdf') && slug !== '' ? [output.pdf(locale, slug)] : []),
    ...(settings.outputs.includes('edition') ? [output.edition(locale)] : []),
    ...(settings.outputs.includes('parallel') && slug !== '' ? beside : []),
  ];
  const items = paths.map(
    (path) =>
      html`<li><button type="button" data-pdf="${path}">${t('read.print', { path })}</button> <span class="took" role="status"></span></li>`,
  );
  if (items.length === 0) return html`<h1>PDF</h1><p>${t('read.none')}</p>`;
  const texts = html` data-printing="${t('read.printing')}" data-took="${t('read.took', { seconds: '{seconds}', size: '{size}' })}" data-old="${t('read.old')}" data-open="${t('read.open')}" data-failed="${t('read.failed')}"`;
  return html`<h1>PDF</h1><ul class="pdfs" id="pdfs"${texts}>${items}</ul><div id="paper"></div>`;
}
