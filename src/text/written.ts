import { stringify } from 'yaml';
import type { Source, TextBlock } from '../model.ts';
import type { Code, Content } from './content.ts';

/**
 * How much is done that a text be read as it is: `plain` escapes what can hardly be meant as text, `careful` every sign of
 * Markdown, `tags` writes what is bold, slanted or struck out as HTML too, since Markdown's signs do nothing within a word
 * and beside some punctuation (CommonMark 6.2), as in Chinese they often stand.
 */
export type Care = 'plain' | 'careful' | 'tags';

export const CARES: readonly Care[] = ['plain', 'careful', 'tags'];

/** Where a content is written. */
export interface Writing {
  readonly kind: TextBlock['kind'];
  readonly care: Care;
  /** What begins each further line of its container: `> `, the indent of an item. */
  readonly prefix: string;
}

/** Content as Markdown, on one line but for line ends that are codes. */
export function writtenContent(content: Content, { kind, care: least, prefix }: Writing): string {
  // Brackets in the words for a picture break the link that this may stand in.
  const isBracketed = kind === 'caption' && content.some((piece) => typeof piece === 'string' && /[[\]]/.test(piece));
  const care = isBracketed && least === 'plain' ? 'careful' : least;
  let text = '';
  // Where its lexer reads words a second time, it has taken the backslashes off brackets.
  let links = kind === 'caption' ? 1 : 0;
  for (const piece of content) {
    if (typeof piece === 'string') {
      const signs = escaped(piece, care);
      const lost = care === 'tags' ? /\\(.)/gsu : /\\([[\]])/g;
      text += links > 0 ? signs.replace(lost, (_, sign: string) => `&#${sign.codePointAt(0)};`) : signs;
    } else {
      if (piece.type === 'link') links += piece.half === 'open' ? 1 : -1;
      text += writtenCode(piece, care).replace(/\n/g, `\n${prefix}`);
    }
  }
  const opened = care === 'plain' || kind === 'cell' || kind === 'caption' ? text : notOpening(text);
  return kind === 'cell' ? opened.replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|') : opened;
}

function writtenCode({ type, half, raw }: Code, care: Care): string {
  // A bare address takes what follows it without a space.
  if (type === 'address' && care !== 'plain' && /^[a-z]+:/i.test(raw)) return `<${raw}>`;
  const tag = care === 'tags' ? TAGS[type] : undefined;
  return tag === undefined ? raw : half === 'open' ? `<${tag}>` : `</${tag}>`;
}

const TAGS: Readonly<Partial<Record<Code['type'], string>>> = { strong: 'strong', emphasis: 'em', deletion: 'del' };

function escaped(text: string, care: Care): string {
  const isPlain = care === 'plain';
  const slashes = text.replace(isPlain ? /\\(?=[!-/:-@[-`{-~]|$)/g : /\\/g, '\\\\').replace(/&(?=#?\w+;)/g, '&amp;');
  return isPlain ? slashes : slashes.replace(/[`*_^[\]<>~{}!#|@"]|(?<=https?|ftp):|(?<=www)\./gi, '\\$&');
}

/** What would begin a list, a heading, a quotation, a caption or a line under a heading does not, on no line of it. */
function notOpening(text: string): string {
  return text
    .replace(/(^|\n[>\s]*)(?=[-+=:])/g, '$1\\')
    .replace(/(^|\n[>\s]*)(\d{1,9})(?=[.)])/g, '$1$2\\')
    .replace(/^(\[[^\]\n]*\]):/, '$1\\:');
}

/** What the lines of a block begin with, from its second line on. */
export function prefixOf(source: Source, offset: number): string {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  return source.text.slice(start, offset).replace(/[^>\s]/g, ' ');
}

/** A text as the value of a field of YAML, in the manner of what stands there, on one line. */
export function writtenField(text: string, before: string): string {
  const quote = /^["']/.exec(before)?.[0];
  const defaultStringType = quote === '"' ? 'QUOTE_DOUBLE' : quote === "'" ? 'QUOTE_SINGLE' : 'PLAIN';
  return stringify(text, { defaultStringType, lineWidth: 0, blockQuote: false }).trimEnd();
}

/** A text with pieces of it replaced; none may overlap but those that stand whole within another, which are part of it. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let written = '';
  let at = 0;
  for (const { from, to, text: piece } of sorted) {
    if (from < at) continue;
    written += text.slice(at, from) + piece;
    at = to;
  }
  return written + text.slice(at);
}

/** A stretch of a text, UTF-16 units, `to` exclusive, and what is to stand there. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
