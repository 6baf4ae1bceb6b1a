import { decodeHTMLStrict } from 'entities';
import type { Token, Tokens } from 'marked';
import type { KeyMark } from './keymarks.ts';
import { type Mapped, mapWithin, placeOf, slice, type TextBuilder } from './mapped.ts';

/** Stands for what is no text of its own: code, a bare address, a note's mark. Nothing joins across it. */
const OBJECT = '\ufffc';

/** What an inline reader meets besides text; offsets are the source's. */
export interface InlineEvents {
  link(target: string, from: number, to: number): void;
  image(token: Tokens.Image, place: Mapped): void;
  html(raw: string, from: number): void;
  note(label: string, from: number, to: number): void;
  /** What stands for readers in the place of a key figure's mark; `before` is the text that leads to it. */
  key(mark: KeyMark, before: string, from: number, to: number): string;
}

/** A footnote's mark in the text: `[^label]`. */
export interface NoteMark {
  readonly type: 'noteMark';
  readonly raw: string;
  readonly label: string;
}

/** Adds the text of inline tokens, each character with its place, to `builder`. */
export function readInline(tokens: readonly Token[], place: Mapped, builder: TextBuilder, events: InlineEvents): void {
  let at = 0;
  for (const token of tokens) {
    const end = Math.min(at + token.raw.length, place.text.length);
    readToken(token, slice(place, at, end), builder, events);
    at = end;
  }
}

function readToken(token: Token, own: Mapped, builder: TextBuilder, events: InlineEvents): void {
  const from = placeOf(own, 0);
  const to = placeOf(own, own.text.length);
  switch (token.type) {
    case 'text':
      readText(own, builder);
      break;
    case 'escape':
      // The sign and its backslash; in a table another backslash may follow, which is the next sign's.
      builder.decoded(token.text, from, placeOf(own, 1) + 1);
      break;
    case 'br':
      builder.decoded(' ', from, to);
      break;
    case 'codespan':
      builder.decoded(OBJECT, from, to);
      break;
    case 'html':
      if (!TRANSPARENT.test(token.raw)) builder.decoded(OBJECT, from, to);
      events.html(token.raw, from);
      break;
    case 'noteMark':
      builder.decoded(OBJECT, from, to);
      events.note((token as unknown as NoteMark).label, from, to);
      break;
    case 'keyMark':
      builder.standing(events.key(token as unknown as KeyMark, builder.text, from, to), from, to);
      break;
    case 'image':
      builder.decoded(OBJECT, from, to);
      events.image(token as Tokens.Image, own);
      break;
    case 'link':
      readLink(token as Tokens.Link, own, builder, events);
      break;
    default:
      readNested(token, own, builder, events);
      break;
  }
}

function readNested(token: Token, own: Mapped, builder: TextBuilder, events: InlineEvents): void {
  if (!('tokens' in token) || !token.tokens) return;
  const length = token.tokens.reduce((sum, { raw }) => sum + raw.length, 0);
  // As many signs before as behind: * ** ~ ~~
  const signs = (own.text.length - length) >> 1;
  readInline(token.tokens, slice(own, signs, signs + length), builder, events);
}

function readLink(token: Tokens.Link, own: Mapped, builder: TextBuilder, events: InlineEvents): void {
  const from = placeOf(own, 0);
  const to = placeOf(own, own.text.length);
  const isAddress = !token.raw.startsWith('[');
  const target = isAddress ? -1 : targetAt(token);
  events.link(
    decodeHTMLStrict(token.href),
    target < 0 ? from : placeOf(own, target),
    target < 0 ? to : placeOf(own, target + targetLength(token, target)),
  );
  if (isAddress) builder.decoded(OBJECT, from, to);
  else readInline(token.tokens, mapWithin(token.tokens.map(({ raw }) => raw).join(''), own, 1), builder, events);
}

/** Where the target of `[text](target "title")` or `![…](…)` begins; -1 for a reference. */
export function targetAt(token: Tokens.Link | Tokens.Image): number {
  const opening = labelEnd(token);
  if (!token.raw.startsWith('](', opening)) return -1;
  const first = token.raw.slice(opening + 2).search(/[^\s<]/);
  return first < 0 ? -1 : opening + 2 + first;
}

/** Where the label of `[label](target)` ends; brackets may stand in it behind backslashes. */
export function labelEnd({ raw, text, type }: Tokens.Link | Tokens.Image): number {
  let at = type === 'image' ? 2 : 1;
  for (let i = 0; i < text.length; i += 1) {
    if (raw.charAt(at) !== text.charAt(i)) at += 1;
    at += 1;
  }
  return at;
}

/** How long the target is as written, up to white space or the closing sign. */
export function targetLength(token: Tokens.Link | Tokens.Image, at: number): number {
  const rest = token.raw.slice(at);
  const pointed = token.raw.charAt(at - 1) === '<';
  const end = rest.search(pointed ? />/ : /\s|\)$/);
  return end < 0 ? rest.length - 1 : end;
}

const WIDE = /[\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const PIECES = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);|(?<![ \t])[ \t]*\n[ \t]*/gi;
/** Tags that only dress the words they hold, and comments. */
const TRANSPARENT =
  /^<(?:!--|\/?(?:a|abbr|b|bdi|bdo|cite|del|dfn|em|i|ins|mark|q|ruby|s|small|span|strong|time|u|wbr)(?![\w-]))/i;

/** Text with its entities decoded and its line ends as spaces; between Han characters a line end is nothing. */
export function readText(own: Mapped, builder: TextBuilder): void {
  let last = 0;
  const pieces = /[&\n]/.test(own.text) ? own.text.matchAll(PIECES) : [];
  for (const match of pieces) {
    const [piece] = match;
    const end = match.index + piece.length;
    const text = piece.startsWith('&') ? decodeHTMLStrict(piece) : softBreak(own.text, match.index, end);
    if (text === piece) continue;
    builder.verbatim(own, last, match.index);
    builder.decoded(text, placeOf(own, match.index), placeOf(own, end));
    last = end;
  }
  builder.verbatim(own, last, own.text.length);
}

function softBreak(text: string, from: number, to: number): string {
  return WIDE.test(text.charAt(from - 1)) && WIDE.test(text.charAt(to)) ? '' : ' ';
}
