/** What the server tells while a page is open. */

/**
 * @typedef {{ kind: 'texts' | 'all' | 'found' | 'trouble' | 'hello', slugs?: string[], version?: number }} Change
 */

/**
 * Calls `changed` for each thing that has changed; after a break, as if everything had.
 * @param {(change: Change) => void} changed
 */
export function listen(changed) {
  const offline = document.getElementById('offline');
  const source = new EventSource('/events');
  const made = document.querySelector('meta[name="version"]')?.getAttribute('content');
  let greeted = false;
  source.addEventListener('message', ({ data }) => {
    /** @type {Change} */
    const change = JSON.parse(data);
    if (offline) offline.hidden = true;
    if (change.kind !== 'hello') changed(change);
    else if (greeted || String(change.version) !== made) changed({ kind: 'all' });
    greeted = true;
  });
  source.addEventListener('error', () => {
    if (offline) offline.hidden = false;
  });
  // A page that is left must not keep one of the few connections.
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

/**
 * The page at this address as it would be sent now.
 * @param {string | URL} address
 */
export async function fetched(address) {
  const answer = await fetch(address);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

/**
 * Puts what stands under these ids in another page in place of what stands there here, if it is something else.
 * @param {Document} other
 * @param {readonly string[]} ids
 */
export function take(other, ids) {
  for (const id of ids) {
    const [old, fresh] = [document.getElementById(id), other.getElementById(id)];
    if (old && fresh && old.innerHTML !== fresh.innerHTML) old.replaceWith(document.adoptNode(fresh));
  }
}

/** The trouble that there is, or that there is none. */
export async function takeTrouble() {
  take(await fetched(location.href), ['trouble']);
}

/** The faces as they were loaded last. */
const faces = { text: '', sheet: new CSSStyleSheet() };

/** The publication's own faces, where they are others than before; the page does not wait for them. */
export async function loadFaces() {
  const answer = await fetch('/desk/faces.css');
  const text = await answer.text();
  // The same again would have the browser lay out everything anew.
  if (!answer.ok || text === faces.text) return;
  faces.text = text;
  await faces.sheet.replace(text);
  if (!document.adoptedStyleSheets.includes(faces.sheet)) document.adoptedStyleSheets.push(faces.sheet);
}

/**
 * Says something to those who listen.
 * @param {string} text
 */
export function announce(text) {
  const place = document.getElementById('announce');
  if (place) place.textContent = text;
}

/** What a request that writes has to bring. */
export function token() {
  return document.querySelector('meta[name="token"]')?.getAttribute('content') ?? '';
}

/**
 * Keeps the address in step with what is shown.
 * @param {Record<string, string | readonly string[]>} values what is empty is left out
 */
export function address(values) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    url.searchParams.delete(name);
    for (const one of [value].flat()) if (one !== '') url.searchParams.append(name, one);
  }
  return url;
}
