/** The page on which languages stand side by side. */
import { fixes } from './fixes.js';
import { join, letGo } from './joints.js';
import { keys } from './keys.js';
import { address, announce, listen, loadFaces, takeTrouble } from './live.js';
import { findings, renew, sift } from './rows.js';

const rows = /** @type {HTMLElement} */ (document.getElementById('rows'));
const said = document.getElementById('said');
const form = /** @type {HTMLFormElement} */ (document.getElementById('tools'));
const count = document.getElementById('count');
const help = /** @type {HTMLDialogElement} */ (document.getElementById('help'));

new ResizeObserver(() => {
  document.documentElement.style.setProperty('--tools', `${form.offsetHeight}px`);
}).observe(form);
loadFaces();
fixes();
join(rows, said);
sift(rows, filter());
tally();
document.getElementById('next')?.addEventListener('click', () => step(1));
document.getElementById('previous')?.addEventListener('click', () => step(-1));
document.getElementById('keys')?.addEventListener('click', () => help.showModal());

function filter() {
  const data = new FormData(form);
  return { show: String(data.get('show') ?? 'all'), within: String(data.get('in') ?? '') };
}

/** Where the reader is among the findings; -1 before the first. */
function current() {
  const all = findings(rows);
  const own = document.activeElement?.closest('.finding');
  const at = own instanceof HTMLElement ? all.indexOf(own) : -1;
  return { all, at };
}

function tally() {
  const { all, at } = current();
  if (count) count.textContent = `${at < 0 ? '–' : at + 1} / ${all.length}`;
}

/** The finding that was left last: from there the next one is looked for when the focus is elsewhere. */
let last = -1;

/** @param {1 | -1} by */
function step(by) {
  const { all, at } = current();
  if (all.length === 0) return;
  const from = at >= 0 ? at : last;
  const to = from < 0 ? (by > 0 ? 0 : all.length - 1) : (from + by + all.length) % all.length;
  const finding = all[to];
  finding?.scrollIntoView({ block: 'center' });
  finding?.focus({ preventScroll: true });
}

rows.addEventListener('focusin', ({ target }) => {
  const finding = target instanceof Element ? target.closest('.finding') : null;
  if (!(finding instanceof HTMLElement)) return;
  last = findings(rows).indexOf(finding);
  const url = new URL(location.href);
  url.hash = finding.id;
  history.replaceState(null, '', url);
  tally();
});

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  const data = new FormData(form);
  const { show, within } = filter();
  if (target instanceof HTMLInputElement && target.name === 'with') {
    const chosen = data.getAll('with').map(String);
    if (chosen.length > 3 || chosen.length < 1) {
      target.checked = !target.checked;
      announce(form.dataset.three ?? '');
      return;
    }
    location.assign(address({ with: chosen, show: show === 'all' ? '' : show, in: within }));
    return;
  }
  const url = address({ show: show === 'all' ? '' : show, in: within });
  history.replaceState(null, '', url);
  rows.dataset.show = show;
  last = -1;
  sift(rows, { show, within });
  tally();
});

/** @param {1 | -1} by */
function stepFigure(by) {
  const all = [...rows.querySelectorAll('.row:not([hidden]) .fig')].filter((one) => one instanceof HTMLElement);
  const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
  const from = at >= 0 ? at : all.findIndex((one) => one.getBoundingClientRect().top > 120) - (by > 0 ? 1 : 0);
  all[(from + by + all.length) % all.length]?.focus();
}

/** What the reader is at: a finding, or the block of a figure. */
function opened() {
  const here = document.activeElement;
  const link = here?.closest('.finding')?.querySelector('a.open') ?? here?.closest('.block')?.querySelector('a.line');
  if (link instanceof HTMLAnchorElement) link.click();
}

keys(help, {
  n: () => step(1),
  j: () => step(1),
  p: () => step(-1),
  k: () => step(-1),
  f: () => stepFigure(1),
  b: () => stepFigure(-1),
  o: opened,
  a() {
    const button = document.activeElement?.closest('.finding')?.querySelector('button.fix');
    if (button instanceof HTMLButtonElement) button.click();
  },
  x() {
    const wanted = filter().show === 'errors' ? 'all' : 'errors';
    const button = form.querySelector(`input[name="show"][value="${wanted}"]`);
    if (button instanceof HTMLInputElement) button.click();
  },
  Escape: () => letGo(rows, said),
});

const own = rows.dataset.slug ?? '';
let busy = Promise.resolve();

listen((change) => {
  if (change.kind === 'texts' && !change.slugs?.includes(own)) return;
  busy = busy.then(() => (change.kind === 'trouble' ? takeTrouble() : follow(change.kind))).catch(() => undefined);
});

/**
 * The rows as they are now; whoever was at a finding that is gone is at the one after it.
 * @param {string} kind
 */
async function follow(kind) {
  const { at } = current();
  if (!(await renew(rows))) return takeTrouble();
  sift(rows, filter());
  if (at >= 0 && !document.activeElement?.closest('.finding')) {
    const all = findings(rows);
    all[Math.min(at, all.length - 1)]?.focus({ preventScroll: true });
  }
  tally();
  if (kind === 'all') await takeTrouble();
  if (kind !== 'found') loadFaces();
}

// Whoever comes with the address of a finding is led to it.
if (location.hash.startsWith('#f-')) {
  const finding = document.getElementById(location.hash.slice(1));
  finding?.scrollIntoView({ block: 'center' });
  finding?.focus({ preventScroll: true });
}
