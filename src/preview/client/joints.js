/** Figures and their counterparts; a finding shows those of its figure. */

/** @type {string | undefined} */
let held;
/** @type {Element[]} */
let lit = [];

/**
 * Joins figures on hover and focus; a click or Enter holds them until the next, or Escape.
 * @param {HTMLElement} rows
 * @param {HTMLElement | null} said where their words and values are said
 */
export function join(rows, said) {
  const show = (/** @type {string | undefined} */ number) => light(rows, said, number);
  for (const kind of ['pointerover', 'focusin']) {
    rows.addEventListener(kind, ({ target }) => {
      const number = numberOf(target);
      if (number !== undefined) show(number);
    });
  }
  for (const kind of ['pointerout', 'focusout']) {
    rows.addEventListener(kind, ({ target }) => {
      if (numberOf(target) !== undefined) show(numberOf(document.activeElement) ?? held);
    });
  }
  const hold = (/** @type {EventTarget | null} */ target) => {
    const number = target instanceof Element && target.closest('.fig') ? numberOf(target) : undefined;
    if (number === undefined) return;
    for (const old of rows.querySelectorAll('.fig[aria-pressed="true"]')) old.setAttribute('aria-pressed', 'false');
    held = held === number ? undefined : number;
    show(held ?? number);
    if (held !== undefined) for (const one of lit) one.setAttribute('aria-pressed', 'true');
  };
  rows.addEventListener('click', ({ target }) => hold(target));
  rows.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!(event.target instanceof Element) || !event.target.matches('.fig')) return;
    event.preventDefault();
    hold(event.target);
  });
}

/**
 * Lets go of the figure that is held.
 * @param {HTMLElement} rows
 * @param {HTMLElement | null} said
 */
export function letGo(rows, said) {
  held = undefined;
  for (const old of rows.querySelectorAll('.fig[aria-pressed="true"]')) old.setAttribute('aria-pressed', 'false');
  light(rows, said, undefined);
}

/** @param {EventTarget | Element | null} target */
function numberOf(target) {
  const figure = target instanceof Element ? target.closest('.fig, .finding[data-j]') : null;
  return figure instanceof HTMLElement ? figure.dataset.j : undefined;
}

/**
 * @param {HTMLElement} rows
 * @param {HTMLElement | null} said
 * @param {string | undefined} number
 */
function light(rows, said, number) {
  for (const one of lit) one.classList.remove('lit');
  lit = number === undefined ? [] : [...rows.querySelectorAll(`.fig[data-j="${number}"]`)];
  for (const one of lit) one.classList.add('lit');
  if (said) say(said);
}

/** @param {HTMLElement} said */
function say(said) {
  const items = lit.map((figure) => {
    const item = document.createElement('span');
    const words = document.createElement('bdi');
    const value = document.createElement('small');
    words.lang = figure.closest('[lang]')?.getAttribute('lang') ?? '';
    words.textContent = figure.textContent;
    value.textContent = figure instanceof HTMLElement ? (figure.dataset.v ?? '') : '';
    item.className = figure.className.replace(/\b(?:fig|lit)\b/g, '').trim();
    item.append(words, ' ', value);
    return item;
  });
  said.replaceChildren(...items);
  said.classList.toggle('open', items.length > 0);
}
