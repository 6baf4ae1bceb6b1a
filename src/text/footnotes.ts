import type { Token, TokenizerAndRendererExtension, Tokens } from 'marked';

/** A footnote's text: `[^label]: text`, further lines indented. */
export interface NoteDefinition {
  readonly type: 'note';
  readonly raw: string;
  readonly label: string;
  readonly tokens: Token[];
}

/** Footnotes as GitHub reads them: a mark in the text, and a definition that may go on in indented lines. */
export const noteExtensions: readonly TokenizerAndRendererExtension[] = [
  {
    name: 'note',
    level: 'block',
    start: (text) => text.match(/(?:^|\n)\[\^[^\]\s]+\]:/)?.index,
    tokenizer(text) {
      const match =
        /^\[\^([^\]\s]+)\]:[ \t]?([^\n]*(?:\n+(?: {2,}|\t)[^\n]+|\n(?![ \t]*\n|[ \t]*(?:[-+*>#|]|\d+[.)]|```|\[\^))[^\n]+)*)(?:\n+|$)/.exec(
          text,
        );
      if (!match) return undefined;
      const [raw, label = '', body = ''] = match;
      const inner = body.replace(/\n(?: {1,4}|\t)/g, '\n');
      const tokens = this.lexer.blockTokens(inner, []);
      return { type: 'note', raw, label, tokens } as Tokens.Generic;
    },
    childTokens: ['tokens'],
  },
  {
    name: 'noteMark',
    level: 'inline',
    start: (text) => text.indexOf('[^'),
    tokenizer(text) {
      const match = /^\[\^([^\]\s]+)\]/.exec(text);
      return match ? ({ type: 'noteMark', raw: match[0], label: match[1] ?? '' } as Tokens.Generic) : undefined;
    },
  },
];
