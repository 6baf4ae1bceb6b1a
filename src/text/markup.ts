import { decodeHTML, escapeAttribute, escapeText } from 'entities';

/** A piece of well-formed HTML as a sanitiser writes it: a run of text, or one tag. */
export type Piece =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly html: string }
  | { readonly kind: 'close'; readonly name: string; readonly html: string };

export type Attributes = Readonly<Record<string, string>>;

const tag = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g;
const attribute = /([^\s=>/]+)(?:="([^"]*)")?/g;

/** Cuts sanitised HTML into its pieces; together they are the HTML again. */
export function pieces(html: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of html.matchAll(tag)) {
    if (match.index > at) found.push({ kind: 'text', html: html.slice(at, match.index) });
    found.push(tagPiece(match));
    at = match.index + match[0].length;
  }
  if (at < html.length) found.push({ kind: 'text', html: html.slice(at) });
  return found;
}

/** An opening tag, attributes escaped; those without a value are left out. */
export function openTag(name: string, attributes: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value = '']) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** An arrow that turns back to where a note was mentioned: a drawing, because text faces have no such sign. */
const backSign =
  '<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="M4.5 2 1.5 5l3 3M2 5h6a2.5 2.5 0 0 1 0 5H6" fill="none" stroke="currentColor"/></svg>';

/** The way back from a note to the text; `label` says so in words. */
export function backLink(href: string, label: string): string {
  return ` ${openTag('a', { href, class: 'back', 'aria-label': label })}${backSign}</a>`;
}

/** Text for HTML content. */
export function escaped(text: string): string {
  return escapeText(text);
}

/** Text for the value of an attribute, between double quotation marks. */
export function escapedAttribute(text: string): string {
  return escapeAttribute(text);
}

function tagPiece(match: RegExpExecArray): Piece {
  const [html, slash, name = '', rest = ''] = match;
  if (slash === '/') return { kind: 'close', name: name.toLowerCase(), html };
  const attributes: Record<string, string> = {};
  for (const [, key = '', value = ''] of rest.matchAll(attribute)) attributes[key] = decodeHTML(value);
  return { kind: 'open', name: name.toLowerCase(), attributes, html };
}
