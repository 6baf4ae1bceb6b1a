import { escapeAttribute, escapeText } from 'entities';
import { Marked, type Token, Tokenizer, type Tokens } from 'marked';
import { type NoteDefinition, noteExtensions } from './footnotes.ts';
import type { NoteMark } from './inline.ts';
import { keyExtension } from './keymarks.ts';

/** What the pages need besides the tokens: ids of headings, captions of tables, numbers of notes. */
export interface Bearings {
  readonly ids: ReadonlyMap<Token, string>;
  /** Whatever became a block of the document → its index there. */
  readonly blocks: ReadonlyMap<object, number>;
  /** A table → the paragraph that is its caption. */
  readonly captions: ReadonlyMap<Token, Tokens.Paragraph>;
  /** The notes that are referred to, in that order. */
  readonly notes: readonly NoteDefinition[];
  /** A mark of a key figure → what stands there. */
  readonly answers: ReadonlyMap<object, string>;
}

/** Marked as Hexapla uses it: GFM with footnotes. Line ends are `\n` before it sees the text. */
export function lex(text: string): Token[] {
  return reader.lexer(text);
}

const reader = new Marked({ gfm: true });
reader.use({
  extensions: [
    ...noteExtensions,
    keyExtension,
    {
      name: 'plainText',
      level: 'inline',
      // Most text holds no sign of anything else; Marked would look for each of them, and at each letter.
      tokenizer(text, tokens) {
        if (MARKS.test(text) || tokens.at(-1)?.type === 'text') return undefined;
        return { type: 'text', raw: text, text, escaped: this.lexer.state.inRawBlock };
      },
    },
  ],
  tokenizer: {
    // As little holds a table or a head with a line under it, which Marked looks for at each paragraph.
    table(text) {
      return TABLE.test(text) ? false : undefined;
    },
    lheading(text) {
      return UNDERLINED.test(text) ? false : undefined;
    },
    // 10~20 is a range in half of Asia, and two of them in a paragraph strike nothing out.
    del(text) {
      return /^~(?!~)/.test(text) ? undefined : false;
    },
    // A full-width mark behind an address is the sentence's: no space parts them.
    url(text) {
      const end = /^(?:https?:|ftp:|www\.)/i.test(text) ? text.search(FULL_WIDTH) : -1;
      return end < 0 ? false : Tokenizer.prototype.url.call(this, text.slice(0, end));
    },
    inlineText(text) {
      const raw = MARKS.test(text) ? beforeMark(this.rules.inline.text.exec(text)?.[0] ?? '') : text;
      return raw !== undefined && { type: 'text', raw, text: raw, escaped: this.lexer.state.inRawBlock };
    },
  },
});

/** What of a run of text stands before a mark of a key figure, at which Marked does not end it. */
function beforeMark(run: string): string | undefined {
  const at = run.indexOf('{fig:', 1);
  return at < 0 ? undefined : run.slice(0, at);
}

const FULL_WIDTH = /[，。；：！？、（）【】《》「」『』“”]/;
/** A line, and below it what may be the line between the head of a table and its rows. */
const TABLE = /^[^\n]*\n {0,3}[|:-]/;
/** Lines, and below them one that may make them a head. */
const UNDERLINED = /^(?:[^\n]+\n)+? {0,3}(?:=+|-+)[ \t]*(?:\n|$)/;

/** What may begin, or be, more than plain text: marks of GFM, entities, addresses, hard line ends. */
const MARKS = /[\\<![`*~_&@:]|www\.| {2}\n/i;

/** What is being written: each document in its turn, and at once. */
interface Writing extends Bearings {
  /** Label of a note → its number. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Number of a note → how many marks of it have been written. */
  readonly marks: Map<number, number>;
  /** Paragraphs that are captions. */
  readonly titles: ReadonlySet<Token>;
}

let writing: Writing | undefined;

/** The body as HTML, not yet sanitised. An element that holds a block says which: `data-block`, its index. */
export function toHtml(tokens: Token[], bearings: Bearings): string {
  const { captions, notes } = bearings;
  const numbers = new Map(notes.map((note, index) => [note.label, index + 1]));
  const marks = new Map<number, number>();
  writing = { ...bearings, numbers, marks, titles: new Set(captions.values()) };
  try {
    const body = writer.parser(tokens);
    return notes.length === 0 ? body : body + notesSection(notes, marks, (inner) => writer.parser(inner));
  } finally {
    writing = undefined;
  }
}

/** To make one takes as long as to write a short text. */
const writer = new Marked({ gfm: true });
writer.use({
  extensions: [
    { name: 'note', renderer: () => '' },
    { name: 'noteMark', renderer: (token) => noteMark(token as unknown as NoteMark) },
    { name: 'keyMark', renderer: (token) => escapeText(writing?.answers.get(token) ?? token.raw) },
  ],
  renderer: {
    heading(token) {
      const id = writing?.ids.get(token);
      const inner = this.parser.parseInline(token.tokens);
      return `<h${token.depth}${id ? ` id="${escapeAttribute(id)}"` : ''}${block(token)}>${inner}</h${token.depth}>\n`;
    },
    paragraph(token) {
      return writing?.titles.has(token) ? '' : `<p${block(token)}>${this.parser.parseInline(token.tokens)}</p>\n`;
    },
    listitem(token) {
      const own = token.tokens.find(({ type }) => type === 'text');
      return `<li${block(own)}>${this.parser.parse(token.tokens)}</li>\n`;
    },
    table(token) {
      const caption = writing?.captions.get(token);
      const title = caption ? this.parser.parseInline(caption.tokens).replace(/^: */, '') : undefined;
      const parse = (tokens: Token[]) => this.parser.parseInline(tokens);
      return table(token, title === undefined ? '' : `<caption${block(caption)}>${title}</caption>\n`, parse);
    },
    html({ text }) {
      // Nobody but we say which block an element holds.
      return text.replaceAll(/\bdata-block\b/gi, '');
    },
  },
});

/** Says which block an element holds, if it holds one. */
function block(token: object | undefined): string {
  const index = token && writing?.blocks.get(token);
  return index === undefined ? '' : ` data-block="${index}"`;
}

function noteMark({ label, raw }: NoteMark): string {
  const number = writing?.numbers.get(label);
  if (number === undefined) return escapeText(raw);
  const turn = (writing?.marks.get(number) ?? 0) + 1;
  writing?.marks.set(number, turn);
  const id = turn === 1 ? `footnote-ref-${number}` : `footnote-ref-${number}-${turn}`;
  return `<sup><a id="${id}" href="#footnote-${number}" data-footnote-ref role="doc-noteref" aria-describedby="footnote-label">${number}</a></sup>`;
}

/** The notes as `marked-footnote` writes them; their heading and the way back get the words of the locale later. */
function notesSection(
  notes: readonly NoteDefinition[],
  marks: ReadonlyMap<number, number>,
  parse: (tokens: Token[]) => string,
): string {
  // All of them first: a note may refer to another one.
  const inners = notes.map((note) => parse(note.tokens).trim());
  const items = inners.map((inner, index) => {
    const number = index + 1;
    const backs = Array.from({ length: marks.get(number) ?? 1 }, (_, turn) => back(number, turn + 1)).join('');
    const text = inner.endsWith('</p>') ? `${inner.slice(0, -'</p>'.length)}${backs}</p>` : inner + backs;
    return `<li id="footnote-${number}">${text}</li>\n`;
  });
  return `<section class="footnotes" data-footnotes role="doc-endnotes" aria-labelledby="footnote-label"><h2 id="footnote-label">Notes</h2>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
}

function back(number: number, turn: number): string {
  const target = turn === 1 ? `footnote-ref-${number}` : `footnote-ref-${number}-${turn}`;
  return ` <a href="#${target}" data-footnote-backref role="doc-backlink">↩</a>`;
}

const NUMERIC = /^[\p{Sc}≥≤<>≈~+−–-]?\s{0,3}[^\d\s]{0,12}\s{0,3}\d[\d\s.,]*\D{0,12}$/u;

function table(token: Tokens.Table, caption: string, parse: (tokens: Token[]) => string): string {
  const numeric = token.header.map(
    (_, column) => token.rows.length > 0 && token.rows.every((row) => isNumeric(row[column])),
  );
  const classes = (column: number) => {
    const names = [token.align[column], numeric[column] ? 'number' : undefined].filter(Boolean).join(' ');
    return names ? ` class="${names}"` : '';
  };
  const head = token.header.map((cell, i) => `<th scope="col"${classes(i)}${block(cell)}>${parse(cell.tokens)}</th>`);
  const rows = token.rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 && !numeric[0]
        ? `<th scope="row"${classes(i)}${block(cell)}>${parse(cell.tokens)}</th>`
        : `<td${classes(i)}${block(cell)}>${parse(cell.tokens)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const body = rows.length > 0 ? `<tbody>\n${rows.join('')}</tbody>\n` : '';
  return `<table>\n${caption}<thead>\n<tr>${head.join('')}</tr>\n</thead>\n${body}</table>\n`;
}

function isNumeric(cell: Tokens.TableCell | undefined): boolean {
  return cell !== undefined && (cell.text.trim() === '' || NUMERIC.test(cell.text.trim()));
}
