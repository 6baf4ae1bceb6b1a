import type { PrintJob } from '../world.ts';

/**
 * Documents that are printed as one, each in a `body` of its own, so that its style sheet finds in it what it would find
 * if it were alone. Four things keep them apart:
 *
 * - Ids get the number of their document before them; who splits the PDF takes it off the names of its destinations.
 * - Each is on pages of a name of its own (CSS Paged Media 3, 8), where a counter of their own counts the document's pages, and
 *   another one says how many there are, which is known only when they are printed: it is given, and proven by who splits.
 *   What is on the first page only, `:first` cannot say of any but the very first; a counter style can (CSS Counter Styles 3).
 * - Between two of them is a blank page of a size of its own: by it the PDF is split, and what of a letter stands out of its page
 *   is drawn there, and not on another document's.
 * - A transform that moves nothing lets Chromium count what it draws from the top of each page, and not from that of the first:
 *   the numbers that it writes for a document are the same wherever that stands.
 */
export interface Gathered {
  /** Those that are in the page, by their numbers among those that were given. */
  readonly documents: readonly {
    readonly job: number;
    readonly links: readonly string[];
    readonly heads: readonly string[];
  }[];
  /** Those that cannot be with others: pictures are lost, or pages are asked for in a way that speaks of them all. */
  readonly alone: readonly number[];
}

/** What it is given. */
export interface Gather {
  readonly documents: readonly { readonly html: string; readonly pages: number }[];
  readonly locale: string;
  /** None: those of the last document. */
  readonly fonts: string | null;
}

/** Two thirds of what a document on paper is are style sheets that others have too: they are told once, with the first. */
export function together(jobs: readonly PrintJob[]): Gather['documents'] {
  const sheets = Array.from(jobs[0]?.html.matchAll(STYLE) ?? [], ([sheet]) => sheet);
  return jobs.map(({ html, pages = 1 }, document) => {
    const told = (text: string, sheet: string, n: number) =>
      text.replace(
        sheet,
        () => `<style data-hexapla-sheet="${n}">${document === 0 ? sheet.slice('<style>'.length) : '</style>'}`,
      );
    return { html: sheets.reduce(told, html), pages };
  });
}

const STYLE = /<style>[^<]*<\/style>/g;

/** Elements within a line that Chromium does not tag. */
export const UNTAGGED = 'span, i, b, u, small, cite, q, bdi, bdo, kbd, samp, var, data';

/** What stands before the ids of the document of that number. */
export function idsOf(number: number): string {
  return `hexapla-${number}-`;
}

/** The size of the page between two documents, in mm: there is no paper like it. */
const [WIDTH, HEIGHT] = [123, 321];

/** In points, as it stands in the PDF. */
export const GAP_SIZE = [(WIDTH * 72) / 25.4, (HEIGHT * 72) / 25.4] as const;

/** It is blank. */
const GAP = `@page hexapla-gap { size: ${WIDTH}mm ${HEIGHT}mm; ${[
  ...['top', 'bottom'].flatMap((side) =>
    ['left-corner', 'left', 'center', 'right', 'right-corner'].map((at) => `${side}-${at}`),
  ),
  ...['left', 'right'].flatMap((side) => ['top', 'middle', 'bottom'].map((at) => `${side}-${at}`)),
]
  .map((box) => `@${box} { content: none }`)
  .join(' ')} }`;

/** Attributes that hold ids, one or several. */
const REFERRING =
  'for headers list form itemref aria-labelledby aria-describedby aria-controls aria-owns aria-details aria-flowto aria-activedescendant aria-errormessage';

/**
 * Runs in the browser, as `show` does; `unseen` is the style that keeps all from being laid out for a screen, and `texts` what
 * reads links and headings.
 */
export function gathering(unseen: string, texts: string): string {
  return `(() => {
  const textsIn = ${texts};
  ${PAGES}
  ${IDS}
  return async ({ documents, locale, fonts }) => {
    const root = document.documentElement;
    const kept = document.getElementById('hexapla-fonts');
    if (fonts !== null) kept.textContent = '${unseen}' + fonts;
    const all = documents.map(({ html }) => new DOMParser().parseFromString(html, 'text/html'));
    for (const name of root.getAttributeNames()) root.removeAttribute(name);
    for (const { name, value } of all[0].documentElement.attributes) root.setAttribute(name, value);
    if (!root.lang) root.lang = locale;
    for (const node of [...document.head.childNodes]) if (node !== kept) node.remove();
    for (const node of [...root.children]) if (node !== document.head) node.remove();
    const stylesOf = (one) => [...one.querySelectorAll('head > style')];
    const told = new Map(stylesOf(all[0]).map((style) => [style.dataset.hexaplaSheet, style.textContent]));
    told.delete(undefined);
    const sheets = all.map((one) => stylesOf(one).map((style) => told.get(style.dataset.hexaplaSheet) ?? style.textContent));
    const rules = sheets.map((own, n) => pageRules(own, n, documents[n].pages));
    // What is not of pages only is the same in all.
    const common = sheets[0].filter((text) => !readSheet(text).isOfPages);
    for (const text of [...common, '${GAP}' + rules.filter((text) => text !== undefined).join('\\n')]) {
      const style = document.createElement('style');
      style.textContent = text;
      document.head.append(style);
    }
    const bodies = all.map((one, n) => {
      if (rules[n] === undefined) return undefined;
      const body = document.adoptNode(one.body);
      for (const picture of body.querySelectorAll('img')) picture.loading = 'eager';
      setApart(body, n);
      root.append(body);
      return body;
    });
    await Promise.all([...document.fonts].map((face) => face.load()));
    const isWhole = await Promise.all(bodies.map(async (body) => {
      if (!body) return false;
      const seen = [...body.querySelectorAll('img')].map((picture) => picture.decode().then(() => true, () => false));
      return (await Promise.all(seen)).every((one) => one);
    }));
    const alone = [];
    let isFirst = true;
    for (const [n, whole] of isWhole.entries()) {
      if (whole && !isFirst) bodies[n].before(gap());
      isFirst = isFirst && !whole;
      if (whole) continue;
      alone.push(n);
      bodies[n]?.remove();
    }
    return {
      documents: bodies.flatMap((body, n) => (isWhole[n] ? [{ job: n, ...textsIn(body) }] : [])),
      alone,
    };
  };
})()`;
}

/**
 * `readSheet`: what a style sheet says of pages; undefined rules where it says what cannot be said of one document among
 * others. `pageRules`: the same, said of the pages of the document of that number.
 */
const PAGES = String.raw`
  const known = new Map();
  const readSheet = (text) => {
    const found = known.get(text) ?? read(text);
    // Those of one document are not asked for again, those of all are.
    if (known.size > 100) known.clear();
    known.set(text, found);
    return found;
  };
  const read = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const rules = [...sheet.cssRules];
    const pages = rules.filter((rule) => rule instanceof CSSPageRule);
    const isOfPages = pages.length > 0 && pages.length === rules.length;
    const isPlain = (rule) => rule.selectorText === '' || (rule.selectorText === ':first' && rule.style.length === 0 &&
      [...rule.cssRules].every((box) => box.style.length === 1 && box.style.content !== ''));
    const isUrgent = (rule) => [...rule.cssRules].some((box) => box.style.getPropertyPriority('content') !== '');
    const within = rules.some((rule) => !(rule instanceof CSSPageRule) && holdsPages(rule));
    const fits = !within && pages.every((rule) => isPlain(rule) && !isUrgent(rule));
    return { isOfPages, pages: fits ? pages : undefined };
  };
  const holdsPages = (rule) => [...(rule.cssRules ?? [])].some((one) => one instanceof CSSPageRule || holdsPages(one));
  const pageRules = (sheets, n, count) => {
    const [always, first] = [new Map(), new Map()];
    const own = [];
    for (const { isOfPages, pages } of sheets.map(readSheet)) {
      if (!pages) return undefined;
      for (const { selectorText, style, cssRules } of pages) {
        for (const { name, style: { content } } of cssRules) if (content) (selectorText === '' ? always : first).set(name, content);
        if (!isOfPages || selectorText !== '') continue;
        own.push(style.cssText, ...Array.from(cssRules, (box) => box.cssText));
      }
    }
    const styles = [];
    for (const name of new Set([...always.keys(), ...first.keys()])) {
      const content = contentOf(name, [always.get(name) ?? 'none', first.get(name)], n, styles);
      if (content === undefined) return undefined;
      own.push('@' + name + ' { content: ' + content + ' }');
    }
    return styles.join('\n') + '@page hexapla-' + n + ' { counter-increment: hexapla-page-' + n +
      '; counter-reset: hexapla-pages-' + n + ' ' + count + '; ' + own.join('\n') + ' }';
  };
  const contentOf = (name, [always, first], n, styles) => {
    const parts = partsOf(always);
    if (!parts) return undefined;
    if (first === undefined || first === always)
      return parts.map((part) => part.replace(/^counter\((pages?)/, 'counter(hexapla-$1-' + n)).join(' ') || 'none';
    const begin = partsOf(first);
    // A counter style says strings, and counts nothing itself.
    if (!begin || [...parts, ...begin].some((part) => !part.startsWith('"'))) return undefined;
    const string = (all) => '"' + all.map((part) => part.slice(1, -1)).join('') + '"';
    const style = 'hexapla-' + name + '-' + n;
    styles.push('@counter-style ' + style + '-on { system: cyclic; symbols: ' + string(parts) + ' }',
      '@counter-style ' + style + ' { system: fixed 1; symbols: ' + string(begin) + '; fallback: ' + style + '-on }');
    return 'counter(hexapla-page-' + n + ', ' + style + ')';
  };
  const partsOf = (content) => {
    if (content === 'none' || content === 'normal') return [];
    const parts = content.match(/"(?:[^"\\]|\\[^])*"|counter\(pages?(?:, [\w-]+)?\)/g) ?? [];
    return parts.join(' ') === content ? parts : undefined;
  };`;

/** `setApart`: gives a body its number, in its ids and whatever speaks of them, and the pages of its own. */
const IDS = String.raw`
  const setApart = (body, n) => {
    const prefix = 'hexapla-' + n + '-';
    const ids = new Set(Array.from(body.querySelectorAll('[id], a[name]'), (one) => one.id || one.name));
    const named = (id) => (ids.has(id) ? prefix + id : id);
    for (const one of body.querySelectorAll('[id]')) one.id = named(one.id);
    for (const one of body.querySelectorAll('[name]')) one.setAttribute('name', prefix + one.getAttribute('name'));
    for (const key of '${REFERRING}'.split(' '))
      for (const one of body.querySelectorAll('[' + key + ']'))
        one.setAttribute(key, one.getAttribute(key).split(/\s+/).map(named).join(' '));
    for (const key of ['href', 'xlink:href', 'usemap'])
      for (const one of body.querySelectorAll('[' + key.replace(':', '\\:') + '^="#"]')) {
        const id = one.getAttribute(key).slice(1);
        if (ids.has(decoded(id)) || ids.has(id)) one.setAttribute(key, '#' + prefix + id);
      }
    for (const one of body.querySelectorAll('svg, svg *, [style*="url("]'))
      for (const { name, value } of [...one.attributes])
        if (value.includes('url(')) one.setAttribute(name, value.replace(/url\((["']?)#([^"')]*)/g, (_, quote, id) => 'url(' + quote + '#' + named(id)));
    for (const word of body.querySelectorAll(':is(${UNTAGGED})[lang]:not([role])')) word.role = 'mark';
    body.role = 'group';
    const style = { page: 'hexapla-' + n, 'break-before': 'page', transform: 'translate(0, 0)' };
    for (const [key, value] of Object.entries(style)) body.style.setProperty(key, value, 'important');
  };
  const gap = () => {
    const page = document.createElement('div');
    page.ariaHidden = 'true';
    const style = { all: 'initial', display: 'block', page: 'hexapla-gap', 'break-before': 'page', height: '1px' };
    for (const [key, value] of Object.entries(style)) page.style.setProperty(key, value, 'important');
    return page;
  };
  const decoded = (id) => {
    try {
      return decodeURIComponent(id);
    } catch {
      return id;
    }
  };`;
