/** Single keys, and how to be without them (WCAG 2.2, 2.1.4). */

const KEPT = 'hexapla-single-keys';

/**
 * Does what each key is for, unless somebody is writing or has switched them off; `?` shows them.
 * @param {HTMLDialogElement} help
 * @param {Readonly<Record<string, () => void>>} acts
 */
export function keys(help, acts) {
  const single = help.querySelector('#single');
  let isOn = localStorage.getItem(KEPT) !== 'off';
  if (single instanceof HTMLInputElement) {
    single.checked = isOn;
    single.addEventListener('change', () => {
      isOn = single.checked;
      localStorage.setItem(KEPT, isOn ? 'on' : 'off');
    });
  }
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    if (ctrlKey || altKey || metaKey || help.open) return;
    if (target instanceof Element && target.matches('input:not([type="checkbox"], [type="radio"]), select, textarea'))
      return;
    if (key !== 'Escape' && !isOn) return;
    const act = key === '?' ? () => help.showModal() : acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
