/** The editions as they will be published. */
import { address, listen, loadFaces, takeTrouble } from './live.js';
import { learn, renew } from './patch.js';

const form = /** @type {HTMLFormElement} */ (document.getElementById('tools'));
const frame = document.getElementById('frame');
const paper = document.getElementById('paper');

/** One change is followed after the other. */
let busy = Promise.resolve();

loadFaces();

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', () => {
  const data = new FormData(form);
  const [locale, slug, as] = ['locale', 'slug', 'as'].map((name) => String(data.get(name) ?? ''));
  const url = address({ as: as ?? '' });
  url.pathname = ['/read', locale, ...(slug ?? '').split('/').filter(Boolean).map(encodeURIComponent)].join('/');
  location.assign(url);
});

/** The document that the frame shows, after whatever links were followed in it. */
function shown() {
  if (!(frame instanceof HTMLIFrameElement)) return undefined;
  const path = frame.contentWindow?.location.pathname ?? '';
  const [, locale = '', rest = ''] = /^\/site\/([^/]+)\/(.*)$/.exec(path) ?? [];
  const slug = rest
    .replace(/\/?(?:index\.html)?$/, '')
    .split('/')
    .map(decodeURIComponent)
    .join('/');
  return { locale, slug };
}

if (frame instanceof HTMLIFrameElement) {
  const follow = () => {
    const now = shown();
    if (!now || now.locale === '') return;
    const url = new URL(location.href);
    url.pathname = ['/read', now.locale, ...now.slug.split('/').filter(Boolean).map(encodeURIComponent)].join('/');
    history.replaceState(null, '', url);
    document.title = frame.contentDocument?.title ?? document.title;
    const language = form.querySelector(`input[name="locale"][value="${CSS.escape(now.locale)}"]`);
    if (language instanceof HTMLInputElement) language.checked = true;
    const choice = form.elements.namedItem('slug');
    if (choice instanceof HTMLSelectElement) choice.value = now.slug;
  };
  const loaded = () => {
    follow();
    busy = busy.then(() => learn(frame));
  };
  frame.addEventListener('load', loaded);
  if (frame.contentDocument?.readyState === 'complete') loaded();
}

listen((change) => {
  if (change.kind === 'found') return;
  if (change.kind === 'trouble' || change.kind === 'all') takeTrouble();
  for (const button of document.querySelectorAll('[data-pdf]')) outdate(button);
  const now = shown();
  // An index shows what documents say of themselves.
  if (change.kind === 'texts' && now && now.slug !== '' && !change.slugs?.includes(now.slug)) return;
  if (!(frame instanceof HTMLIFrameElement)) return;
  const anew = () => frame.contentWindow?.location.reload();
  if (change.kind !== 'texts') return anew();
  busy = busy.then(async () => {
    if (!(await renew(frame).catch(() => false))) anew();
  });
});

/** @param {Element} button */
function outdate(button) {
  const took = button.parentElement?.querySelector('.took');
  if (took && took.textContent !== '') took.textContent = document.getElementById('pdfs')?.dataset.old ?? '';
}

document.getElementById('pdfs')?.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button[data-pdf]') : null;
  if (button instanceof HTMLButtonElement) print(button);
});

/** @param {HTMLButtonElement} button */
async function print(button) {
  const took = button.parentElement?.querySelector('.took');
  const texts = document.getElementById('pdfs')?.dataset ?? {};
  if (!took) return;
  const path = button.dataset.pdf ?? '';
  const start = performance.now();
  const passed = () => ((performance.now() - start) / 1000).toFixed(1);
  const clock = setInterval(() => {
    took.textContent = `${texts.printing} ${passed()}`;
  }, 100);
  button.disabled = true;
  try {
    const answer = await fetch(`/site/${path.split('/').map(encodeURIComponent).join('/')}`);
    if (!answer.ok) throw new Error(await reasonOf(answer));
    const bytes = await answer.blob();
    clearInterval(clock);
    const size = String(Math.ceil(bytes.size / 1000));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(bytes);
    link.target = '_blank';
    link.textContent = texts.open ?? '';
    took.textContent = `${(texts.took ?? '').replace('{seconds}', passed()).replace('{size}', size)} · `;
    took.append(link);
    showPaper(link.href, path);
  } catch (error) {
    clearInterval(clock);
    took.textContent = `${texts.failed} ${error instanceof Error ? error.message : error}`;
  } finally {
    button.disabled = false;
  }
}

/** @param {Response} answer */
async function reasonOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('.trouble p')?.textContent ?? answer.statusText;
}

/**
 * Within the page where the browser can; it says so.
 * @param {string} href
 * @param {string} title
 */
function showPaper(href, title) {
  if (!paper || !navigator.pdfViewerEnabled) return;
  const view = document.createElement('iframe');
  view.src = href;
  view.title = title;
  paper.replaceChildren(view);
}
