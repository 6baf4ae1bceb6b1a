/** The rows of a review: which are shown, and what has become of them. */

/**
 * What is shown: everything, rows with findings, or with errors; in one language, or in all.
 * @typedef {{ show: string, within: string }} Filter
 */

/**
 * Shows the rows and the findings that a filter lets through.
 * @param {HTMLElement} rows
 * @param {Filter} filter
 */
export function sift(rows, { show, within }) {
  let open = 0;
  for (const row of rows.querySelectorAll(':scope > .row')) {
    if (!(row instanceof HTMLElement)) continue;
    let [some, errors] = [false, false];
    for (const finding of row.querySelectorAll('.finding')) {
      if (!(finding instanceof HTMLElement)) continue;
      const { locale, severity } = finding.dataset;
      const isOwn = within === '' || locale === within;
      finding.hidden = !isOwn || (show === 'errors' && severity !== 'error');
      if (!isOwn) continue;
      some = true;
      if (severity === 'error') errors = true;
    }
    row.hidden = show === 'errors' ? !errors : show === 'findings' || within !== '' ? !some : false;
    if (!row.hidden) open += 1;
  }
  const nothing = document.getElementById('nothing');
  if (nothing) nothing.hidden = open > 0;
}

/**
 * The findings that are shown, in the order of the page.
 * @param {HTMLElement} rows
 */
export function findings(rows) {
  const all = rows.querySelectorAll('.row:not([hidden]) .finding:not([hidden])');
  return [...all].filter((one) => one instanceof HTMLElement);
}

/** The number under which the server knows which rows this page has. */
let since = '';

/**
 * Asks for the rows as they are now and puts in place those that are others; the rest stays as it is. False if there is
 * no such document any more.
 * @param {HTMLElement} rows
 */
export async function renew(rows) {
  const { slug = '' } = rows.dataset;
  const url = new URL(`/rows/${slug.split('/').map(encodeURIComponent).join('/')}${location.search}`, location.href);
  if (since !== '') url.searchParams.set('since', since);
  const answer = await fetch(url);
  if (!answer.ok) return false;
  /** @type {{ order: string[], fresh: Record<string, string>, since: string }} */
  const now = await answer.json();
  since = now.since;
  place(rows, now.order, now.fresh);
  return true;
}

/**
 * @param {HTMLElement} rows
 * @param {readonly string[]} order
 * @param {Readonly<Record<string, string>>} fresh
 */
function place(rows, order, fresh) {
  /** @type {Map<string, Element[]>} */
  const old = new Map();
  for (const row of rows.querySelectorAll(':scope > .row')) {
    const key = row.getAttribute('data-key') ?? '';
    old.set(key, [...(old.get(key) ?? []), row]);
  }
  let before = rows.querySelector(':scope > .heads');
  for (const key of order) {
    const row = old.get(key)?.shift() ?? made(fresh[key] ?? '');
    if (!row) continue;
    if (before?.nextElementSibling !== row) before?.after(row);
    before = row;
  }
  for (const row of [...old.values()].flat()) row.remove();
}

/** @param {string} text */
function made(text) {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content.firstElementChild;
}
