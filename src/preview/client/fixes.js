/** Corrections that are written when somebody says so. */
import { announce, token } from './live.js';

/** Every button of a correction on this page, also those that come later, writes it. */
export function fixes() {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-fix]') : null;
    if (button instanceof HTMLButtonElement) write(button);
  });
}

/** @param {HTMLButtonElement} button */
async function write(button) {
  button.disabled = true;
  const answer = await fetch('/fix', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Hexapla-Token': token() },
    body: JSON.stringify({ finding: button.dataset.fix }),
  });
  const said = await answer.json().catch(() => ({ message: answer.statusText }));
  if (answer.ok) {
    const written = document.getElementById('announce')?.dataset.written ?? '{text}';
    announce(written.replace('{text}', `${said.text} (${said.path}:${said.line})`));
    return;
  }
  button.disabled = false;
  const text = [said.message, said.hint].filter(Boolean).join('. ');
  const place = button.closest('.do');
  const refusal = place?.querySelector('.refused') ?? document.createElement('span');
  refusal.className = 'refused';
  refusal.setAttribute('role', 'alert');
  refusal.setAttribute('lang', 'en');
  refusal.textContent = text;
  place?.append(refusal);
}
