import { decodeHTML } from 'entities';

/** What a page puts on paper or screen, as a set of characters. */
export interface Shown {
  /** Each must have a glyph. */
  readonly needed: ReadonlySet<string>;
  /** May come up, by a change of case or a mark that the browser adds: good to have, no loss without. */
  readonly welcome: ReadonlySet<string>;
}

/** Characters that a browser adds of its own: hyphens, dots, quotation marks, emphasis marks, list marks, digits of lists. */
const added =
  '\u2010\u2011\u00ad\u00a0\u2026\u2013\u2014“”‘’«»„‚‹›「」『』《》〈〉•◦●○◉◎▲△﹅﹆▪◆–一二三四五六七八九十百千零〇、';
/** Basic Latin: names, addresses and numbers come up in every language. */
const basic = String.fromCodePoint(...Array.from({ length: 95 }, (_, i) => 32 + i));
/** Nothing to see: spaces, controls, joiners, variation selectors, bidirectional marks, the object replacement character. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\ufff9-\ufffc]/u;

/** The characters that these pages of one locale show: their text, and the strings that their styles add. */
export function shownCharacters(pages: Iterable<string>, locale: string): Shown {
  const seen = new Set<string>();
  const composed = new Set<string>();
  const known = new Uint8Array(0x10000);
  for (const html of pages) {
    const text = `${textOf(html)} ${pageForms(html)} ${addedByStyles(html, locale)}`.toWellFormed();
    if (!addCharacters(text, seen, known)) continue;
    for (const [cluster] of text.matchAll(/\P{M}\p{M}+/gu))
      for (const one of cluster.normalize('NFC')) composed.add(one);
  }
  const needed = new Set([...seen].filter((character) => !invisible.test(character)));
  const welcome = [...basic, ...added, ...seen, ...composed, ...otherCase(seen, locale)];
  return { needed, welcome: new Set(welcome.filter((character) => !needed.has(character))) };
}

/**
 * Adds the characters of a text to those that were seen; a mark for each UTF-16 unit says which are, since a text has
 * millions of characters and only hundreds of others. Whether any of them stands with the one before it (`\p{M}`).
 */
function addCharacters(text: string, seen: Set<string>, known: Uint8Array): boolean {
  let joins = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (known[unit] === PLAIN) continue;
    if (known[unit] === MARK) {
      joins = true;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(i) ?? unit);
    seen.add(character);
    const isMark = /\p{M}/u.test(character);
    joins ||= isMark;
    // The units of a pair say nothing alone.
    if (character.length > 1) i += 1;
    else known[unit] = isMark ? MARK : PLAIN;
  }
  return joins;
}

const PLAIN = 1;
const MARK = 2;

/** A set of characters that knows quickly whether a page shows no other. */
export class Known {
  /** Of the first plane; what is beyond is in the set. */
  readonly #plane = new Uint8Array(0x10000);
  readonly #beyond = new Set<string>();

  constructor(characters: Iterable<string>) {
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x10000) this.#plane[code] = 1;
      else this.#beyond.add(character);
    }
  }

  has(character: string): boolean {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x10000 ? this.#plane[code] === 1 : this.#beyond.has(character);
  }

  /** What a page shows that is not among these. Most pages hold no such character anywhere, tags included; that is seen at once. */
  missedBy(html: string, locale: string): readonly string[] {
    if (this.#coversAll(html) && !STRANGE.test(html)) return [];
    return [...shownCharacters([html], locale).needed].filter((character) => !this.has(character));
  }

  #coversAll(html: string): boolean {
    for (let i = 0; i < html.length; i += 1) {
      const code = html.charCodeAt(i);
      if (code < 0xd800 || code > 0xdfff ? this.#plane[code] === 0 : !this.has(html.slice(i, i + 2))) return false;
      if (code >= 0xd800 && code <= 0xdbff) i += 1;
    }
    return true;
  }
}

/** Entities that stand for what no page writes as it is. */
const STRANGE = /&(?!(?:amp|lt|gt|quot|nbsp|#39|#x27|#xa0);)/i;

/** The characters that pages with these texts will show, whatever of them they show; entities count as what they stand for. */
export function charactersOf(texts: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const known = new Uint8Array(0x10000);
  for (const text of texts) {
    const joins = addCharacters(text.toWellFormed(), seen, known);
    if (text.includes('&'))
      for (const [entity] of text.matchAll(/&#?\w+;?/g)) for (const one of decodeHTML(entity)) seen.add(one);
    // What is put together of several signs may be drawn as one.
    if (!joins) continue;
    for (const [cluster] of text.matchAll(/\P{M}\p{M}+/gu)) for (const one of cluster.normalize('NFC')) seen.add(one);
  }
  return seen;
}

/** What a style sheet adds to pages of a locale by its strings. */
export function addedBySheet(css: string, locale: string): string {
  return addedByStyles(`<style>${css}</style>`, locale);
}

/** The same as of pages, of characters that are known before any page is. */
export function foreseenCharacters(characters: ReadonlySet<string>, locale: string): Shown {
  const needed = new Set([...characters].filter((character) => !invisible.test(character)));
  const welcome = [...basic, ...added, ...characters, ...otherCase(characters, locale)];
  return { needed, welcome: new Set(welcome.filter((character) => !needed.has(character))) };
}

/** The other languages that passages of these pages say they are in (`lang`), in order. */
export function foreignLanguages(pages: Iterable<string>, locale: string): string[] {
  const named = new Set<string>();
  for (const html of pages) {
    for (const [, tag = ''] of html.matchAll(/<[^>]*\slang="([A-Za-z0-9-]+)"/g)) named.add(tag);
  }
  return [...named].filter((tag) => tag !== locale);
}

/** Capitals and small letters, for styles that change case. */
function otherCase(characters: Iterable<string>, locale: string): string {
  const text = [...characters].join('');
  return text.toLocaleUpperCase(locale) + text.toLocaleLowerCase(locale);
}

function textOf(html: string): string {
  const body = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(head|style|script)\b[\s\S]*?<\/\1\s*>/gi, '');
  return decodeHTML(body.replace(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, ' '));
}

/** The words in which the printer says pages; see `withPageReferences`. */
function pageForms(html: string): string {
  const forms = [...html.matchAll(/\sdata-page-form="([^"]*)"/g)].map(([, form = '']) => decodeHTML(form));
  return forms.join(' ').replaceAll('§', '0123456789');
}

/** What `content`, `quotes` and the like write: every string of a style that is for this language, and attributes that it shows. */
function addedByStyles(html: string, locale: string): string {
  const css = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi)].map(([, style = '']) => style).join('\n');
  const ours = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(rule, (all: string, selector: string) =>
      /^\s*@font-face/.test(selector) || !isFor(selector, locale) ? '' : all,
    );
  return `${strings(ours)} ${shownAttributes(ours, html)}`;
}

/** An innermost block with what stands before it; braces within strings are no braces. */
const rule = /([^{}]*)\{(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[^{}"'])*\}/g;

/** Does a selector leave this language out? `:lang(zh)` and `[lang=zh]` hold for zh-Hans too. */
function isFor(selector: string, locale: string): boolean {
  const named = [...selector.matchAll(/:lang\(\s*([^)]*)\)|\[lang[|^~]?=\s*["']?([\w-]+)/g)];
  const languages = named.flatMap(([, list, one]) =>
    (list ?? one ?? '').split(',').map((tag) => tag.replace(/["'\s]/g, '')),
  );
  return languages.length === 0 || languages.some((tag) => locale === tag || locale.startsWith(`${tag}-`));
}

function strings(css: string): string {
  const shown = css.replace(/\b(?:font(?:-family)?|src)\s*:[^;}]*|\burl\([^)]*\)/gi, '');
  return [...shown.matchAll(/"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)'/g)]
    .map(([, double, single]) => unescaped(double ?? single ?? ''))
    .join(' ');
}

/** CSS Syntax 3, 4.3.7: a hexadecimal code point and one white space, a line break that is none, or the character itself. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([0-9a-f]{1,6})\s?|\r?\n|([\s\S]))/gi, (_, hex?: string, character?: string) => {
    const code = Number.parseInt(hex ?? '', 16);
    if (hex === undefined) return character ?? '';
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

function shownAttributes(css: string, html: string): string {
  const names = [...css.matchAll(/\battr\(\s*([\w-]+)/g)].map(([, name = '']) => name);
  const values = names.flatMap((name) => [
    ...html.matchAll(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gi')),
  ]);
  return values.map(([, double, single]) => decodeHTML(double ?? single ?? '')).join(' ');
}
