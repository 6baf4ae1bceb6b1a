import type { Token, Tokens } from 'marked';
import { labelEnd, readText } from './inline.ts';
import { keyed } from './keymarks.ts';
import { type Mapped, mapWithin, placeOf, slice, TextBuilder } from './mapped.ts';

/** What a block was read from. */
export interface Inline {
  readonly tokens: readonly Token[];
  /** The inline source as the lexer saw it, each character with its place in the file. */
  readonly place: Mapped;
  /** How much of it, from its start, is no text but says what it is: the `: ` of a caption. */
  readonly marker?: number;
}

/**
 * Text as a translator has it: words, with every entity and escape as the character that it stands for, and codes for the
 * markup between them, which are kept. It begins and ends with no white space, and has one space where the file has several.
 */
export type Content = readonly Piece[];

export type Piece = string | Code;

/** A piece of markup: one half of a pair, or what stands alone. */
export interface Code {
  readonly half: 'open' | 'close' | 'alone';
  /** The same for both halves of a pair, and for what stands in its place in the other language. */
  readonly id: string;
  readonly type: CodeType;
  /** As it is written in Markdown. */
  readonly raw: string;
  /** What readers see in its place, of a key figure's mark. */
  readonly says?: string;
}

/**
 * `tag` is any other HTML, `character` one that no XML may hold, `block` the end of a block where another one follows,
 * `value` what a program puts into a string.
 */
export type CodeType =
  | 'strong'
  | 'emphasis'
  | 'deletion'
  | 'link'
  | 'tag'
  | 'code'
  | 'image'
  | 'address'
  | 'note'
  | 'figure'
  | 'break'
  | 'character'
  | 'block'
  | 'value';

/** The content of what a block was read from; codes are numbered in order, from 1. */
export function contentOf({ tokens, place, marker = 0 }: Inline): Content {
  const reader = new Reader();
  if (tokens.length > 0) reader.read(tokens, place);
  else reader.text(place);
  return tidy(reader.pieces, marker);
}

/** The content of a text that is no Markdown, in which key figures may be asked for: a title. */
export function contentOfText(text: string): Content {
  const reader = new Reader();
  let at = 0;
  for (const { start, mark } of keyed(text)) {
    reader.words(text.slice(at, start));
    reader.alone('figure', mark.raw);
    at = start + mark.raw.length;
  }
  reader.words(text.slice(at));
  return tidy(reader.pieces, 0);
}

/** The content of a string of templates: what a program puts in is a code, and all white space stays. */
export function contentOfString(text: string): Content {
  const reader = new Reader();
  let at = 0;
  for (const { 0: value, index } of text.matchAll(VALUE)) {
    reader.words(text.slice(at, index));
    reader.alone('value', value);
    at = index + value.length;
  }
  reader.words(text.slice(at));
  return reader.pieces;
}

/** `{{count}}`, `$t(key)`, tags (i18next JSON v4). */
const VALUE = /\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[a-z][^<>]*>/gi;

/** Contents of several blocks as one, the end of each but the last a code. */
export function joinedContent(contents: readonly Content[]): Content {
  let next = 1;
  const ids = new Map<string, string>();
  return contents.flatMap((content, block): readonly Piece[] => {
    const own = content.map((piece): Piece => {
      if (typeof piece === 'string') return piece;
      const key = `${block} ${piece.id}`;
      const id = ids.get(key) ?? String(next++);
      ids.set(key, id);
      return { ...piece, id };
    });
    const end: Code = { half: 'alone', id: `b${block + 1}`, type: 'block', raw: '' };
    return block + 1 < contents.length ? [...own, end] : own;
  });
}

/** One content as those of the blocks that it is of. */
export function partedContent(content: Content): readonly Content[] {
  const parts: Piece[][] = [[]];
  for (const piece of content) {
    if (typeof piece !== 'string' && piece.type === 'block') parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts.map((part) => tidy(part, 0));
}

/** Collects pieces out of tokens. */
class Reader {
  readonly pieces: Piece[] = [];
  #next = 1;

  read(tokens: readonly Token[], place: Mapped): void {
    const ends = tagPairs(tokens);
    const open = new Map<number, Code>();
    let at = 0;
    for (const [n, token] of tokens.entries()) {
      const end = Math.min(at + token.raw.length, place.text.length);
      const [last, first] = [ends.get(n), open.get(n)];
      if (first) this.pieces.push({ ...first, half: 'close', raw: token.raw });
      else if (last === undefined) this.#token(token, slice(place, at, end));
      else {
        const code: Code = { half: 'open', id: this.#id(), type: typeOfTag(token.raw), raw: token.raw };
        this.pieces.push(code);
        open.set(last, code);
      }
      at = end;
    }
  }

  /** What is no token: its entities are decoded. */
  text(own: Mapped): void {
    const builder = new TextBuilder();
    readText(own, builder);
    this.words(builder.text);
  }

  words(text: string): void {
    let at = 0;
    for (const { 0: character, index } of text.matchAll(UNWRITABLE)) {
      this.#push(text.slice(at, index));
      this.alone('character', character);
      at = index + character.length;
    }
    this.#push(text.slice(at));
  }

  alone(type: CodeType, raw: string): void {
    this.pieces.push({ half: 'alone', id: this.#id(), type, raw });
  }

  #token(token: Token, own: Mapped): void {
    switch (token.type) {
      case 'text':
        this.text(own);
        break;
      case 'escape':
        this.words(token.text);
        break;
      case 'codespan':
        this.alone('code', token.raw);
        break;
      case 'br':
        this.alone('break', token.raw);
        break;
      case 'html':
        this.alone(/^<br\b/i.test(token.raw) ? 'break' : 'tag', token.raw);
        break;
      case 'noteMark':
        this.alone('note', token.raw);
        break;
      case 'keyMark':
        this.alone('figure', token.raw);
        break;
      case 'image':
        this.alone('image', token.raw);
        break;
      case 'link':
        this.#link(token as Tokens.Link, own);
        break;
      default:
        this.#nested(token, own);
        break;
    }
  }

  #link(token: Tokens.Link, own: Mapped): void {
    if (!token.raw.startsWith('[')) {
      this.alone('address', token.raw);
      return;
    }
    const words = token.tokens.map(({ raw }) => raw).join('');
    this.#pair('link', ['[', token.raw.slice(labelEnd(token))], () =>
      this.read(token.tokens, mapWithin(words, own, 1)),
    );
  }

  #nested(token: Token, own: Mapped): void {
    const tokens = 'tokens' in token ? token.tokens : undefined;
    if (!tokens) {
      this.alone('tag', token.raw);
      return;
    }
    const length = tokens.reduce((sum, { raw }) => sum + raw.length, 0);
    const signs = (own.text.length - length) >> 1;
    const raw = [own.text.slice(0, signs), own.text.slice(signs + length)] as const;
    this.#pair(TYPES[token.type] ?? 'tag', raw, () => this.read(tokens, slice(own, signs, signs + length)));
  }

  #pair(type: CodeType, [open, close]: readonly [string, string], inner: () => void): void {
    const id = this.#id();
    this.pieces.push({ half: 'open', id, type, raw: open });
    inner();
    this.pieces.push({ half: 'close', id, type, raw: close });
  }

  #push(text: string): void {
    if (!text) return;
    const last = this.pieces.at(-1);
    if (typeof last === 'string') this.pieces[this.pieces.length - 1] = last + text;
    else this.pieces.push(text);
  }

  #id(): string {
    return String(this.#next++);
  }
}

const TYPES: Readonly<Record<string, CodeType>> = { strong: 'strong', em: 'emphasis', del: 'deletion' };
const TAGS: Readonly<Record<string, CodeType>> = {
  ...{ b: 'strong', strong: 'strong', i: 'emphasis', em: 'emphasis', s: 'deletion', del: 'deletion' },
};

/** What no XML 1.0 may hold (2.2, Char), halves of pairs of UTF-16 too. */
const UNWRITABLE = /[[\p{Cc}--[\t\n\r\x7f-\x9f]]\ufffe\uffff\p{Cs}]/gv;

function typeOfTag(raw: string): CodeType {
  return TAGS[/^<([a-z]+)>$/i.exec(raw)?.[1]?.toLowerCase() ?? ''] ?? 'tag';
}

/** Tags among these tokens that are closed among them: number of one → number of the other. */
function tagPairs(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: { readonly name: string; readonly n: number }[] = [];
  for (const [n, { type, raw }] of tokens.entries()) {
    if (type !== 'html') continue;
    const [, slash, tag = '', alone] = /^<(\/?)([a-z][\w-]*)[^>]*?(\/?)>$/i.exec(raw) ?? [];
    const name = tag.toLowerCase();
    if (name === '' || alone || VOID.has(name)) continue;
    if (!slash) open.push({ name, n });
    else {
      const at = open.findLastIndex((one) => one.name === name);
      const [first] = at < 0 ? [] : open.splice(at);
      if (first) pairs.set(first.n, n);
    }
  }
  return pairs;
}

/** HTML elements that hold nothing (HTML, 13.1.2). */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Without the marker, and white space as `Content` has it; at the ends of lines there is none. */
function tidy(pieces: readonly Piece[], marker: number): Content {
  const isEnd = (piece: Piece | undefined) =>
    piece === undefined || (typeof piece !== 'string' && piece.type === 'break');
  return pieces
    .map((piece, n) => {
      if (typeof piece !== 'string') return piece;
      const text = piece.replace(/[ \t\r\n]+/g, ' ').slice(n === 0 ? marker : 0);
      const start = isEnd(pieces[n - 1]) ? text.trimStart() : text;
      return isEnd(pieces[n + 1]) ? start.trimEnd() : start;
    })
    .filter((piece) => piece !== '');
}

/**
 * Where the content stands in its file: UTF-16 units, without the marker and white space about it, with the backslash that
 * its first character may have.
 */
export function regionOf({ place, marker = 0 }: Inline, file: string): readonly [number, number] {
  const { text } = place;
  let [from, to] = [marker, text.length];
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  const first = placeOf(place, from);
  if (to === from) return [first, first];
  const slashes = /\\*$/.exec(file.slice(Math.max(0, first - LONGEST), first))?.[0].length ?? 0;
  const isEscaped = slashes % 2 === 1 && text.charAt(from) !== '\\' && /[!-/:-@[-`{-~]/.test(text.charAt(from));
  return [isEscaped ? first - 1 : first, placeOf(place, to - 1) + 1];
}

/** So many backslashes, one behind the other, nobody writes. */
const LONGEST = 100;

/** Both say the same in the same markup; how it is written, `**` or `<strong>`, does not matter for what dresses words only. */
export function isSameContent(a: Content, b: Content): boolean {
  return (
    a.length === b.length &&
    a.every((piece, n) => {
      const other = b[n];
      if (typeof piece === 'string' || typeof other === 'string' || other === undefined) return piece === other;
      if (piece.half !== other.half || piece.type !== other.type) return false;
      return DRESS.has(piece.type) || written(piece) === written(other);
    })
  );
}

const DRESS: ReadonlySet<CodeType> = new Set(['strong', 'emphasis', 'deletion']);

/** Alike for what is the same: white space of any kind, an address with its signs or without. */
function written({ type, raw }: Code): string {
  return (type === 'address' ? raw.replace(/^<|>$/g, '') : raw).replace(/\s+/g, ' ');
}
