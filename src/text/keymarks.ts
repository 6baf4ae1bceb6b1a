import type { TokenizerAndRendererExtension, Tokens } from 'marked';
import type { Phrase } from '../model.ts';

/** A place where the text asks for a key figure: `{fig:trade-2021}`, `{fig:trade-2021 form=full case=genitive}`. */
export interface KeyMark {
  readonly type: 'keyMark';
  readonly raw: string;
  /** What is asked for. */
  readonly id: string;
  readonly manner: Readonly<Record<string, string>>;
}

/** What stands there for readers, or why nothing can. */
export type Answer = { readonly text: string } | { readonly fault: Phrase; readonly hint: Phrase };

/** Answers a mark, in the language of its document. */
export type Answering = (mark: Pick<KeyMark, 'id' | 'manner'>) => Answer;

const MARK = /^\{fig:([^\s{}]+)((?:\s+[a-z]+=[^\s{}]+)*)\s*\}/;

/** The mark that a text begins with. */
export function keyMark(text: string): KeyMark | undefined {
  if (!text.startsWith('{fig:')) return undefined;
  const match = MARK.exec(text);
  if (!match) return undefined;
  const [raw, id = '', options = ''] = match;
  const manner = options
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((option) => option.split('=') as [string, string]);
  return { type: 'keyMark', raw, id, manner: Object.fromEntries(manner) };
}

/** Marks in Markdown, which are text to everybody but us; in code they are code. */
export const keyExtension: TokenizerAndRendererExtension = {
  name: 'keyMark',
  level: 'inline',
  tokenizer: (text) => keyMark(text) as Tokens.Generic | undefined,
};

/** With a capital where it opens a sentence: behind the end of another one, or at the head of a text that has sentences. */
export function opening(text: string, before: string, isSentence: boolean): string {
  const opens = before.trim() === '' ? isSentence : /[.!?…]["'”»)]*\s+$/u.test(before);
  return opens ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** A text that is no Markdown, such as a title, with the pieces that marks in it stand for, in order. */
export function* keyed(text: string): Generator<{ readonly start: number; readonly mark: KeyMark }> {
  for (let start = text.indexOf('{fig:'); start >= 0; start = text.indexOf('{fig:', start + 1)) {
    const mark = keyMark(text.slice(start, start + LONGEST));
    if (mark) yield { start, mark };
  }
}

/** In characters; what is longer is none. */
const LONGEST = 300;
