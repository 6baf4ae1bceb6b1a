import type { Block, Document } from '../model.ts';
import { direction } from './direction.ts';
import { onceFor } from './remembered.ts';

/** Which block of a translation, by its index, gives way to which of its source. */
export type Loan = readonly [target: number, source: number];

/** Whether what an element of the source holds may stand in that of the translation: on the page nobody sees where it comes from. */
export function isLendable(target: Document, source: Document, [own, other]: Loan): boolean {
  const [there, here] = [elementsOf(target).all.get(own), elementsOf(source).all.get(other)];
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

function withBlocks(own: readonly Block[], others: readonly Block[], loans: readonly Loan[]): readonly Block[] {
  const lent = new Map(loans);
  return own.map((block, n) => others[lent.get(n) ?? -1] ?? block);
}

function withElements(html: string, source: Document, loans: readonly Loan[]): string {
  const [own, theirs] = [elementsIn(html), elementsOf(source).all];
  const marks = ` class="borrowed" lang="${source.locale}" dir="${direction(source.locale)}">`;
  let at = 0;
  let made = '';
  for (const [index, other] of loans.toSorted(([a], [b]) => (own.get(a)?.from ?? 0) - (own.get(b)?.from ?? 0))) {
    const [there, here] = [own.get(index), theirs.get(other)];
    if (!there || !here) continue;
    const open = `<${there.tag} data-block="${index}"`;
    // The mark of an item stands on the side of its list.
    const inside = there.tag === 'p' ? `${marks}${here.inside}` : `><span${marks}${here.inside}</span>`;
    made += html.slice(at, there.from) + open + inside;
    at = there.end;
  }
  return made + html.slice(at);
}

/** A paragraph or an item of a list that holds one block and no other: from where to where it stands, and what is in it. */
interface Holder {
  readonly tag: string;
  readonly from: number;
  readonly end: number;
  readonly inside: string;
}

/** Those of a document, by their blocks; it is asked for each of its passages. */
const elementsOf = onceFor((document: Document) => ({ all: elementsIn(document.body()) }));

function elementsIn(html: string): ReadonlyMap<number, Holder> {
  const all = new Map<number, Holder>();
  for (const { 0: open, 1: tag = '', 2: block, index: from } of html.matchAll(/<(p|li) data-block="(\d+)">/g)) {
    const start = from + open.length;
    const end = html.indexOf(`</${tag}>`, start);
    const inside = html.slice(start, end);
    if (end >= 0 && !inside.includes(' data-block="') && !inside.includes(`<${tag}`))
      all.set(Number(block), { tag, from, end, inside });
  }
  return all;
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
