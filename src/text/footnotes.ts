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
    start: definitionIn,
    tokenizer(text) {
      const match =
        /^\[\^([^\]\s]+)\]:[ \t]?([^\n]*(?:\n+(?: {2,}|\t)[^\n]+|\n(?![ \t]*\n|[ \t]*(?:[-+*>#|]|\d+[.)]|```|\[\^))[^\n]+)*)(?:\n+|$)/.exec(
          text,
        );
      if (!match) return undefined;
      const [raw, label = '', body = ''] = match;
      const inner = body.replace(/\n(?: {1,4}|\t)/g, '\n');
      const { state } = this.lexer;
      const { top } = state;
      state.top = true;
      const tokens = this.lexer.blockTokens(inner, []);
      state.top = top;
      return { type: 'note', raw, label, tokens } as Tokens.Generic;
    },
    childTokens: ['tokens'],
  },
  {
    name: 'noteMark',
    level: 'inline',
    tokenizer(text) {
      const match = /^\[\^([^\]\s]+)\]/.exec(text);
      return match ? ({ type: 'noteMark', raw: match[0], label: match[1] ?? '' } as Tokens.Generic) : undefined;
    },
  },
];

/** What ends a paragraph, so that a search for a definition need not go on to the end of the file. */
const END = /^(?:[ \t]*$| {0,3}(?:#{1,6}\s|>|`{3}|~{3}|<!--|[-*+][ \t]+\S|1[.)][ \t]+\S|(?:-[\t ]*){3,}$))/;

/** Where a definition interrupts the paragraph that `text` begins with: the end of the line before it. */
function definitionIn(text: string): number | undefined {
  for (let end = text.indexOf('\n'); end >= 0; ) {
    const next = text.indexOf('\n', end + 1);
    const line = text.slice(end + 1, next < 0 ? text.length : next);
    if (/^\[\^[^\]\s]+\]:/.test(line)) return end;
    if (END.test(line)) return undefined;
    end = next;
  }
  return undefined;
}
