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

/**
 * Asks for the rows as they are now and puts in place those that are others; the rest stays as it is. False if there is
 * no such document any more.
 * @param {HTMLElement} rows
 */
export async function renew(rows) {
  const { slug = '' } = rows.dataset;
  const url = new URL(`/rows/${slug.split('/').map(encodeURIComponent).join('/')}${location.search}`, location.href);
  url.searchParams.set('since', rows.dataset.since ?? '');
  const answer = await fetch(url);
  if (!answer.ok) return false;
  /** @type {{ order: string[], fresh: Record<string, string>, moved: Record<string, string[]>, since: string }} */
  const now = await answer.json();
  rows.dataset.since = now.since;
  place(rows, now.order, now.fresh);
  move(rows, Object.entries(now.moved));
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

/** So many rows are told their lines at once: a line more at the beginning of a file moves them all. */
const MOVED = 200;
/** @type {Map<string, readonly string[]>} */
const waiting = new Map();

/**
 * Puts the lines right of rows that stand elsewhere in their files, a moment after what is new is shown.
 * @param {HTMLElement} rows
 * @param {readonly (readonly [string, readonly string[]])[]} moved
 */
function move(rows, moved) {
  const isUnderWay = waiting.size > 0;
  for (const [key, marks] of moved) waiting.set(key, marks);
  if (!isUnderWay && waiting.size > 0) setTimeout(moveSome, 0, rows);
}

/** @param {HTMLElement} rows */
function moveSome(rows) {
  const byKey = new Map([...rows.children].map((row) => [row.getAttribute('data-key'), row]));
  for (const [key, marks] of [...waiting].slice(0, MOVED)) {
    waiting.delete(key);
    for (const [n, old] of [...(byKey.get(key)?.querySelectorAll('a.line') ?? [])].entries()) {
      const mark = made(marks[n] ?? '');
      if (mark) old.replaceWith(mark);
    }
  }
  if (waiting.size > 0) setTimeout(moveSome, 10, rows);
}
