import type { Block, Document } from '../model.ts';
import { direction } from './direction.ts';
import { onceFor } from './remembered.ts';

/** Which block of a translation, by its index, gives way to which of its source. */
export type Loan = readonly [target: number, source: number];

/** Whether what an element of the source holds may stand in that of the translation: on the page nobody sees where it comes from. */
export function isLendable(target: Document, source: Document, [own, other]: Loan): boolean {
  const [there, here] = [elementOf(target.body(), own), elementOf(source.body(), other)];
  if (!there || !here || there.tag !== here.tag) return false;
  // The notes are the translation's, and so are places within it and beside it.
  return notesIn(there.inside) === notesIn(here.inside) && !FIXED.test(here.inside.replace(NOTE, ''));
}

const NOTE = /<sup>\s*<a [^>]*data-footnote-ref[^>]*>[^<]*<\/a>\s*<\/sup>/g;
const FIXED = /<img|<span| id="| href="(?![a-z][a-z\d+.-]*:)[^"]*#/i;

function notesIn(html: string): string {
  return (html.match(NOTE) ?? []).join('');
}

/** A translation as it is published, with blocks of its source where its own no longer say what that says. */
export function borrowing(target: Document, source: Document, loans: readonly Loan[]): Document {
  const { meta, slug, locale } = target;
  return {
    ...{ source: target.source, slug, locale, meta },
    get blocks() {
      return withBlocks(target.blocks, source.blocks, loans);
    },
    get links() {
      return target.links;
    },
    get suppressions() {
      return target.suppressions;
    },
    get outline() {
      return target.outline;
    },
    body: () => withElements(target.body(), source, loans),
  };
}

const withBlocks = onceFor((own: readonly Block[], others: readonly Block[], loans: readonly Loan[]) => {
  const lent = new Map(loans);
  return own.map((block, n) => others[lent.get(n) ?? -1] ?? block);
});

function withElements(html: string, source: Document, loans: readonly Loan[]): string {
  const theirs = source.body();
  return loans.reduce((body, [own, other]) => {
    const [there, here] = [elementOf(body, own), elementOf(theirs, other)];
    if (!there || !here) return body;
    const marks = ` class="borrowed" lang="${source.locale}" dir="${direction(source.locale)}">`;
    // The mark of an item stands on the side of its list.
    const made =
      there.tag === 'p'
        ? `<p data-block="${own}"${marks}${here.inside}`
        : `<li data-block="${own}"><span${marks}${here.inside}</span>`;
    return body.slice(0, there.from) + made + body.slice(there.end);
  }, html);
}

/** A paragraph or an item of a list: the element that holds the block of that index and no other one. */
function elementOf(html: string, index: number) {
  const [found] = html.matchAll(new RegExp(`<(p|li) data-block="${index}">`, 'g'));
  if (!found) return undefined;
  const [open, tag = ''] = found;
  const start = found.index + open.length;
  const end = html.indexOf(`</${tag}>`, start);
  const inside = html.slice(start, end);
  return end < 0 || inside.includes(' data-block="') || inside.includes(`<${tag}`)
    ? undefined
    : { tag, from: found.index, end, inside };
}

/** Sets a body part by part: what is borrowed by the rules of its own language. */
export function setParts(html: string, locale: string, set: (part: string, locale: string) => string): string {
  if (!html.includes(' class="borrowed" lang="')) return set(html, locale);
  let at = 0;
  let made = '';
  for (const { 1: open = '', 2: tag = '', 3: inside = '', index } of html.matchAll(BORROWED)) {
    made += set(html.slice(at, index + open.length), locale) + set(inside, tag);
    at = index + open.length + inside.length;
  }
  return made + set(html.slice(at), locale);
}

const BORROWED = /(<(?:p|span)(?: [^>]*)? class="borrowed" lang="([^"]*)"[^>]*>)([\s\S]*?)(?=<\/(?:p|span)>)/g;
