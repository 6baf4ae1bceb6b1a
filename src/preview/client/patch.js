/** A published page in a frame that is kept up to date while its text is written: only what has changed is put in. */

/**
 * A page as the server made it, before any script of it ran.
 * @typedef {{ address: string, version: string, text: string, page: Document, styles: Map<string, string> }} Made
 */

/** @type {Made | undefined} */
let base;

/**
 * Learns what the frame shows, so that the next change can be told from it.
 * @param {HTMLIFrameElement} frame
 */
export async function learn(frame) {
  const address = addressOf(frame);
  base = undefined;
  if (!address.startsWith('/site/')) return;
  const made = await take(address).catch(() => undefined);
  // A text that was saved meanwhile is not the one that the frame shows.
  base = made && made.version === versionIn(frame) && address === addressOf(frame) ? made : undefined;
  if (base) base.styles = await stylesOf(frame);
}

/**
 * Puts into the frame's page what it has now and had not before. False where that cannot be: it has to be loaded anew.
 * @param {HTMLIFrameElement} frame
 */
export async function renew(frame) {
  const before = base;
  const live = frame.contentDocument;
  if (!before || !live || before.address !== addressOf(frame)) return false;
  base = undefined;
  const now = (await takeChange(before)) ?? (await take(before.address));
  if (!isSameHead(before.page.head, now.page.head)) return false;
  try {
    follow(before.page.body, now.page.body, live.body);
  } catch (error) {
    if (error instanceof Foreign) return false;
    throw error;
  }
  live.title = now.page.title;
  base = { ...now, styles: before.styles };
  base.styles = await renewStyles(frame, before.styles);
  return true;
}

/** What the page has become by its scripts is not what was made. */
class Foreign extends Error {}

/** @param {string} address */
async function take(address) {
  const answer = await fetch(address, { cache: 'no-store' });
  if (!answer.ok) throw new Error(answer.statusText);
  const text = await answer.text();
  const version = /version;desc="([^"]*)"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1] ?? '';
  return made(address, version, text);
}

/**
 * What the server says has changed in a page, put into it; undefined where it does not know that one any more.
 * @param {Made} before
 */
async function takeChange({ address, version, text }) {
  const answer = await fetch(address, { cache: 'no-store', headers: { 'X-Hexapla-Since': version } });
  if (answer.status !== 200) return undefined;
  /** @type {{ version: string, start: number, text: string, tail: number }} */
  const change = await answer.json();
  return made(
    address,
    change.version,
    text.slice(0, change.start) + change.text + text.slice(text.length - change.tail),
  );
}

/**
 * @param {string} address
 * @param {string} version
 * @param {string} text
 * @returns {Made}
 */
function made(address, version, text) {
  return { address, version, text, page: new DOMParser().parseFromString(text, 'text/html'), styles: new Map() };
}

/** @param {HTMLIFrameElement} frame */
function addressOf({ contentWindow }) {
  return contentWindow ? contentWindow.location.pathname + contentWindow.location.search : '';
}

/** @param {HTMLIFrameElement} frame */
function versionIn({ contentWindow }) {
  const [entry] = contentWindow?.performance.getEntriesByType('navigation') ?? [];
  const timings = entry && 'serverTiming' in entry ? entry.serverTiming : [];
  const all = /** @type {readonly { name: string, description: string }[]} */ (timings);
  return all.find(({ name }) => name === 'version')?.description;
}

/**
 * @param {HTMLHeadElement} before
 * @param {HTMLHeadElement} now
 */
function isSameHead(before, now) {
  const rest = (/** @type {HTMLHeadElement} */ head) => [...head.children].filter(({ tagName }) => tagName !== 'TITLE');
  const [own, others] = [rest(before), rest(now)];
  return own.length === others.length && own.every((element, n) => element.isEqualNode(others[n] ?? null));
}

/**
 * Makes of a live node, which was made as `before` says, what `now` says.
 * @param {Node} before
 * @param {Node} now
 * @param {Node} live
 */
function follow(before, now, live) {
  if (before.isEqualNode(now)) return;
  if (!isAlike(before, live)) throw new Foreign();
  if (before instanceof Element && now instanceof Element && live instanceof elementIn(live)) {
    followAttributes(before, now, live);
    followChildren(before, now, live);
  } else live.nodeValue = now.nodeValue;
}

/**
 * An element of the frame is one of another window's.
 * @param {Node} node
 */
function elementIn(node) {
  return node.ownerDocument?.defaultView?.Element ?? Element;
}

/**
 * @param {Element} before
 * @param {Element} now
 * @param {Element} live
 */
function followAttributes(before, now, live) {
  for (const { name, value } of now.attributes) {
    if (before.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of before.attributes) if (!now.hasAttribute(name)) live.removeAttribute(name);
}

/**
 * @param {Element} before
 * @param {Element} now
 * @param {Element} live
 */
function followChildren(before, now, live) {
  const [old, fresh, own] = [[...before.childNodes], [...now.childNodes], [...live.childNodes]];
  if (own.length !== old.length) throw new Foreign();
  const least = Math.min(old.length, fresh.length);
  const isSame = (/** @type {number} */ a, /** @type {number} */ b) => old[a]?.isEqualNode(fresh[b] ?? null) === true;
  let head = 0;
  while (head < least && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < least - head && isSame(old.length - 1 - tail, fresh.length - 1 - tail)) tail += 1;
  const behind = own[own.length - tail] ?? null;
  const [gone, come] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
  for (const [n, node] of gone.entries()) {
    const [other, mine] = [come[n], own[head + n]];
    if (!mine || !isAlike(node, mine)) throw new Foreign();
    if (gone.length === come.length && other && isAlike(node, other)) follow(node, other, mine);
    else if (gone.length === come.length && other) live.replaceChild(taken(other, live), mine);
    else mine.remove();
  }
  if (gone.length !== come.length) for (const node of come) live.insertBefore(taken(node, live), behind);
}

/**
 * @param {Node} a
 * @param {Node} b
 */
function isAlike(a, b) {
  return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
}

/**
 * A copy for the live page; a script would not run in it.
 * @param {Node} node
 * @param {Element} live
 */
function taken(node, live) {
  if (node instanceof Element && (node.matches('script') || node.querySelector('script'))) throw new Foreign();
  return live.ownerDocument.importNode(node, true);
}

/** @param {HTMLIFrameElement} frame */
function sheetsOf({ contentDocument }) {
  const links = contentDocument?.querySelectorAll('link[rel="stylesheet"]') ?? [];
  return /** @type {HTMLLinkElement[]} */ ([...links]);
}

/** @param {HTMLIFrameElement} frame */
async function stylesOf(frame) {
  const all = sheetsOf(frame).map(async (link) => {
    const path = new URL(link.href).pathname;
    return /** @type {const} */ ([path, await fetch(path, { cache: 'no-store' }).then((answer) => answer.text())]);
  });
  return new Map(await Promise.all(all));
}

/**
 * New words may need signs that the fonts did not have: their names stand in the style sheet.
 * @param {HTMLIFrameElement} frame
 * @param {Map<string, string>} before
 */
async function renewStyles(frame, before) {
  const now = await stylesOf(frame);
  for (const link of sheetsOf(frame)) {
    const path = new URL(link.href).pathname;
    if (before.get(path) === now.get(path)) continue;
    const fresh = /** @type {HTMLLinkElement} */ (link.cloneNode());
    fresh.href = `${path}?${Date.now()}`;
    fresh.addEventListener('load', () => link.remove());
    link.after(fresh);
  }
  return now;
}
