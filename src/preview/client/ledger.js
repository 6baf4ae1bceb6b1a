/** The ledger: what is typed or chosen is looked for at once. */
import { fetched, listen, loadFaces, take, takeTrouble } from './live.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('tools'));
/** In milliseconds. */
const TYPING = 150;

loadFaces();

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** What was asked for last: an answer that comes late is not shown. */
let asked = 0;

async function look() {
  const data = new FormData(form);
  const url = new URL(location.href);
  for (const [name, value] of data) {
    if (value === '' || (name === 'sort' && value === 'place')) url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  url.searchParams.delete('page');
  history.replaceState(null, '', url);
  await show(url);
}

/** @param {URL | string} url */
async function show(url) {
  asked += 1;
  const own = asked;
  const other = await fetched(url);
  if (own === asked) take(other, ['answer', 'trouble']);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  look();
});
form.addEventListener('input', ({ target }) => {
  clearTimeout(timer);
  timer = setTimeout(look, target instanceof HTMLInputElement ? TYPING : 0);
});

// Sorting and turning pages without leaving the one that is open.
document.getElementById('main')?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('thead a, .pages a') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const isHead = link.closest('thead') !== null;
  const at = [...document.querySelectorAll('thead a')].indexOf(link);
  const url = new URL(link.href);
  history.replaceState(null, '', url);
  for (const name of ['sort', 'down']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = url.searchParams.get(name) ?? (name === 'sort' ? 'place' : '');
  }
  show(url).then(() => {
    const next = isHead ? document.querySelectorAll('thead a')[at] : document.querySelector('.pages a');
    if (next instanceof HTMLElement) next.focus();
  });
});

listen(({ kind }) => {
  if (kind === 'trouble') takeTrouble();
  else if (kind !== 'found') show(location.href);
});
