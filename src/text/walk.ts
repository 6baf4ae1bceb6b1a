import { decodeHTMLStrict } from 'entities';
import type { Token, Tokens } from 'marked';
import type { Block, Finding, Link, Source, Suppression, TextBlock } from '../model.ts';
import { isoDate } from './calendar.ts';
import { cellRanges, lineRanges } from './cells.ts';
import { comments } from './comments.ts';
import type { Inline } from './content.ts';
import type { NoteDefinition } from './footnotes.ts';
import type { Bearings } from './html.ts';
import { type InlineEvents, readInline, readText, targetAt, targetLength } from './inline.ts';
import { type Answering, type KeyMark, opening } from './keymarks.ts';
import { dropFirst, type Mapped, mapLines, mapWithin, placeOf, slice, spanOf, TextBuilder } from './mapped.ts';
import { phrase, told } from './phrase.ts';
import { foreign, removedFrom } from './sanitise.ts';
import { captioned, joined } from './tokens.ts';

/** How a document is read. */
export interface Walking {
  readonly locale: string;
  /** Answers the marks of key figures; without it they stay as they are. */
  readonly answer?: Answering | undefined;
  /** Keeps what each block was read from, for who is to write it. */
  readonly isWritten?: boolean;
}

/** Words that stand for a picture, or below it. */
type Caption = Omit<TextBlock, 'within'> & { readonly inline: Inline | undefined };

/** Rule, day and reason; what stands for a day and is none is to be told. */
const IGNORE =
  /^<!--\s*hexapla-ignore\s+([\w-]+(?:\/[\w-]+)?)(?:\s+until\b\s*([^\s:]*(?:\s+[^\s:]+)*))?\s*(?::([\s\S]*))?-->$/;

/** One walk over the tokens of a document, collecting all that has a place. */
export class Walk {
  readonly found: TextBlock[];
  readonly inlines: (Inline | undefined)[] = [];
  readonly chunks: (readonly [number, number])[] = [];
  readonly links: Link[] = [];
  readonly suppressions: Suppression[] = [];
  readonly findings: Finding[] = [];
  readonly outline: { level: number; id: string; text: string }[] = [];
  readonly #source: Source;
  readonly #locale: string;
  readonly #answer: Answering | undefined;
  readonly #isWritten: boolean;
  /** What marks of key figures are answered. */
  readonly #answers = new Map<object, string>();
  readonly #ids = new Map<Token, string>();
  readonly #blocks = new Map<object, number>();
  readonly #taken = new Map<string, number>();
  readonly #captions = new Map<Token, Tokens.Paragraph>();
  readonly #definitions = new Map<string, { token: NoteDefinition; place: Mapped }>();
  /** Labels in the order in which the text first refers to them, and where it does. */
  readonly #marks = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(source: Source, { locale, answer, isWritten = false }: Walking, front: readonly TextBlock[]) {
    this.#source = source;
    this.#locale = locale;
    this.#answer = answer;
    this.#isWritten = isWritten;
    this.found = [...front];
  }

  bearings(): Bearings {
    const notes = [...this.#marks.keys()].flatMap((label) => this.#definitions.get(label)?.token ?? []);
    return { ids: this.#ids, blocks: this.#blocks, captions: this.#captions, notes, answers: this.#answers };
  }

  /** `outer` is the text that the tokens were read from, line by line, with the markers of their container. */
  blocks(tokens: readonly Token[], outer: Mapped, within: readonly string[], kind: Block['kind'] = 'paragraph'): void {
    const { text, starts } = joined(tokens, outer.text);
    const place = text === outer.text ? outer : mapLines(text, outer);
    for (const [index, token] of tokens.entries()) {
      const start = starts[index] ?? 0;
      const own = slice(place, start, start + token.raw.length);
      if (this.#isWritten && within.length === 0 && token.type !== 'space')
        this.chunks.push([placeOf(own, 0), placeOf(own, own.text.trimEnd().length)]);
      const table = token.type === 'paragraph' ? captioned(tokens, index) : undefined;
      if (table) this.#captions.set(table, token as Tokens.Paragraph);
      this.#block(token, own, within, table ? 'caption' : kind);
    }
  }

  #block(token: Token, own: Mapped, within: readonly string[], kind: Block['kind']): void {
    switch (token.type) {
      case 'heading':
        this.#heading(token as Tokens.Heading, own, within);
        break;
      case 'paragraph':
      case 'text':
        this.#text(token as Tokens.Paragraph | Tokens.Text, own, within, kind);
        break;
      case 'list':
        this.#list(token as Tokens.List, own, [...within, this.#name('list')], kind);
        break;
      case 'blockquote':
        this.blocks((token as Tokens.Blockquote).tokens, own, [...within, this.#name('quote')], kind);
        break;
      case 'table':
        this.#table(token as Tokens.Table, own, [...within, this.#name('table')]);
        break;
      case 'html':
        this.#html(token.raw, placeOf(own, 0));
        break;
      case 'note':
        this.#define(token as unknown as NoteDefinition, own);
        break;
    }
  }

  #name(container: string): string {
    const count = (this.#counts.get(container) ?? 0) + 1;
    this.#counts.set(container, count);
    return `${container}${count}`;
  }

  #list(token: Tokens.List, own: Mapped, within: readonly string[], kind: Block['kind']): void {
    let at = 0;
    for (const item of token.items) {
      const end = Math.min(at + item.raw.length, own.text.length);
      this.blocks(item.tokens, slice(own, at, end), within, kind === 'note' ? 'note' : 'item');
      at = end;
    }
  }

  #heading(token: Tokens.Heading, own: Mapped, within: readonly string[]): void {
    const head = /^ {0,3}#/.test(own.text) ? /^ {0,3}#{1,6}\s*/ : /^\s*/;
    const inner = slice(own, head.exec(own.text)?.[0].length ?? 0, own.text.length);
    const map = (written: string) => slice(inner, 0, written.length);
    const { text, segments, captions, inline } = this.#read(token.tokens, inner, map, { isSentence: true });
    const span = spanOf(this.#source, placeOf(own, 0), placeOf(own, own.text.trimEnd().length));
    const id = this.#id(text);
    this.#ids.set(token, id);
    this.outline.push({ level: token.depth, id, text });
    if (text) this.#add(token, { kind: 'heading', text, segments, span, level: token.depth, id, within }, inline);
    this.#caption(captions, within);
  }

  /** GitHub's way: letters and digits of any script, spaces as hyphens, a number for a second one. */
  #id(text: string): string {
    const slug =
      text
        .toLowerCase()
        .trim()
        .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-') || 'section';
    const count = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, count + 1);
    return count === 0 ? slug : this.#id(`${slug}-${count}`);
  }

  #text(token: Tokens.Paragraph | Tokens.Text, own: Mapped, within: readonly string[], kind: Block['kind']): void {
    const tokens = token.tokens ?? [];
    const marker = kind === 'caption' ? /^: */ : undefined;
    const isSentence = kind === 'paragraph' || kind === 'note';
    const read = this.#read(tokens, own, (written) => mapLines(written, own, true), { isSentence, marker });
    if (read.text.replaceAll('\ufffc', '').trim()) {
      const { text, segments, span } = read;
      this.#add(token, { kind, text, segments, span, within }, read.inline);
    }
    this.#caption(read.captions, within);
  }

  /** `token` is what the page will show the block as. */
  #add(token: object, block: TextBlock, inline: Inline): void {
    this.#blocks.set(token, this.found.length);
    this.#keep(block, inline);
  }

  #keep(block: TextBlock, inline: Inline | undefined): void {
    if (this.#isWritten) this.inlines[this.found.length] = inline;
    this.found.push(block);
  }

  #caption(captions: readonly Caption[], within: readonly string[]): void {
    for (const { inline, ...caption } of captions) this.#keep({ ...caption, within }, inline);
  }

  /** Inline tokens → text with places; `map` finds the place of the inline source as the lexer saw it. */
  #read(
    tokens: readonly Token[],
    own: Mapped,
    map: (written: string) => Mapped,
    { isSentence, marker }: { readonly isSentence?: boolean; readonly marker?: RegExp | undefined } = {},
  ): Pick<TextBlock, 'text' | 'segments' | 'span'> & { captions: readonly Caption[]; inline: Inline } {
    const captions: Caption[] = [];
    const builder = new TextBuilder();
    const place = map(tokens.map(({ raw }) => raw).join(''));
    readInline(tokens, place, builder, this.#events(captions, isSentence));
    const finished = builder.finish();
    const skipped = marker?.exec(finished.text)?.[0].length ?? 0;
    const { text, segments } = skipped ? dropFirst(finished, skipped) : finished;
    return { text, segments, span: this.#spanOf(own, segments), captions, inline: { tokens, place, marker: skipped } };
  }

  /** From the first to the last character of the text, or all of the token where there is none. */
  #spanOf(own: Mapped, segments: TextBlock['segments']): TextBlock['span'] {
    const [first, last] = [segments[0], segments.at(-1)];
    if (first && last) return spanOf(this.#source, first.from, last.from + last.sourceLength);
    return spanOf(this.#source, placeOf(own, 0), placeOf(own, own.text.length));
  }

  #events(captions: Caption[], isSentence = false): InlineEvents {
    return {
      link: (target, from, to) => {
        this.links.push({ kind: 'link', target, span: spanOf(this.#source, from, to) });
        this.#leftOut(foreign(target), from, to);
      },
      image: (token, place) => this.#image(token, place, captions),
      html: (raw, from) => this.#html(raw, from),
      note: (label, from) => {
        if (!this.#marks.has(label)) this.#marks.set(label, from);
      },
      key: (mark, before, from, to) => this.#key(mark, (text) => opening(text, before, isSentence), from, to),
    };
  }

  #key(mark: KeyMark, opened: (text: string) => string, from: number, to: number): string {
    const answer = this.#answer?.(mark);
    if (answer && 'fault' in answer) {
      const span = spanOf(this.#source, from, to);
      const { fault, hint } = answer;
      this.findings.push({ rule: 'figures/key', severity: 'error', locale: this.#locale, span, ...told(fault, hint) });
    }
    const text = answer && 'text' in answer ? opened(answer.text) : mark.raw;
    this.#answers.set(mark, text);
    return text;
  }

  #image(token: Tokens.Image, place: Mapped, captions: Caption[]): void {
    const at = targetAt(token);
    const [from, to] = at < 0 ? [0, place.text.length] : [at, at + targetLength(token, at)];
    const span = spanOf(this.#source, placeOf(place, from), placeOf(place, to));
    this.links.push({ kind: 'image', target: decodeHTMLStrict(token.href), span });
    const alternative = new TextBuilder();
    const written = token.tokens.map(({ raw }) => raw).join('');
    const key: InlineEvents['key'] = (mark, before, from, to) =>
      this.#key(mark, (text) => opening(text, before, true), from, to);
    const words = mapWithin(written, place, 2);
    readInline(token.tokens, words, alternative, { ...NOTHING, key });
    const title = new TextBuilder();
    const first = titleAt(place.text, to);
    const titled = at < 0 ? undefined : mapWithin(token.title ?? '', place, first);
    if (titled) readText(titled, title);
    else title.decoded(decodeHTMLStrict(token.title ?? ''), placeOf(place, 0), placeOf(place, place.text.length));
    const inlines = [{ tokens: token.tokens, place: words }, titled && { tokens: [], place: titled }];
    for (const [n, { text, segments }] of [alternative.finish(), title.finish()].entries())
      if (text)
        captions.push({ kind: 'caption', text, segments, span: this.#spanOf(place, segments), inline: inlines[n] });
  }

  #table(token: Tokens.Table, own: Mapped, within: readonly string[]): void {
    const lines = lineRanges(own.text);
    const rows = [token.header, ...token.rows];
    for (const [row, cells] of rows.entries()) {
      const [from = 0, to = 0] = lines[row === 0 ? 0 : row + 1] ?? [];
      const ranges = cellRanges(own.text, from, to);
      for (const [column, cell] of cells.entries()) {
        const [start, end] = ranges[column] ?? [to, to];
        const inner = slice(own, start, end);
        const { captions, inline, ...read } = this.#read(cell.tokens, inner, (raw) => mapWithin(raw, inner, 0));
        this.#add(cell, { kind: 'cell', ...read, within, cell: { row, column } }, inline);
        this.#caption(captions, within);
      }
    }
  }

  #define(token: NoteDefinition, own: Mapped): void {
    if (!this.#definitions.has(token.label)) this.#definitions.set(token.label, { token, place: own });
  }

  /** Suppressions that no block of this part follows speak of none, not of the first one of the next part. */
  settle(): void {
    const last = this.suppressions.findLastIndex(({ block }) => block < this.found.length);
    for (const [i, one] of this.suppressions.entries()) if (i > last) this.suppressions[i] = { ...one, block: -1 };
  }

  /** Footnotes stand behind the body, in the order in which the text refers to them. */
  notes(): void {
    // Notes may hold marks: the map grows while it is walked.
    for (const [label, at] of this.#marks) {
      const definition = this.#definitions.get(label);
      if (definition) this.#note(definition.token, definition.place);
      else this.#noteFault(label, at, true);
    }
    for (const [label, { place }] of this.#definitions)
      if (!this.#marks.has(label)) this.#noteFault(label, placeOf(place, 0), false);
  }

  #note(token: NoteDefinition, place: Mapped): void {
    this.blocks(token.tokens, place, [this.#name('note')], 'note');
  }

  #noteFault(label: string, at: number, isMark: boolean): void {
    const written = `[^${label}]`;
    this.findings.push({
      rule: 'markdown/footnote',
      severity: isMark ? 'error' : 'warning',
      locale: this.#locale,
      span: spanOf(this.#source, at, at + written.length),
      ...(isMark
        ? told(phrase`the note ${written} has no text`, phrase`add a line ${written}: followed by the note`)
        : told(
            phrase`no mark in the text refers to the note ${written}`,
            phrase`put ${written} where the note belongs, or remove the note`,
          )),
    });
  }

  /** Raw HTML: what of it the page will not have is a finding; comments may hold suppressions. */
  #html(raw: string, from: number): void {
    for (const [at, comment] of comments(raw)) {
      const match = IGNORE.exec(comment);
      if (match) this.#suppress(match, from + at);
    }
    this.#leftOut(removedFrom(raw), from, from + raw.trimEnd().length);
  }

  #leftOut(removed: readonly string[], from: number, to: number): void {
    if (removed.length === 0) return;
    this.findings.push({
      rule: 'markdown/html',
      severity: 'warning',
      locale: this.#locale,
      span: spanOf(this.#source, from, to),
      ...told(
        phrase`the page leaves out ${{ list: removed }}, which could run a program or override the layout`,
        phrase`take it out, or say the same in Markdown`,
      ),
    });
  }

  #suppress(match: RegExpExecArray, from: number): void {
    const [whole, rule = '', day, said = ''] = match;
    const reason = said.trim();
    const isDay = day !== undefined && isoDate(day) === day;
    const span = spanOf(this.#source, from, from + whole.length);
    this.suppressions.push({ rule, reason, ...(isDay && { until: day }), span, block: this.found.length });
    const faulty = { severity: 'error', locale: this.#locale, span } as const;
    if (day !== undefined && !isDay) {
      this.findings.push({
        ...faulty,
        rule: 'suppress/date',
        ...told(
          phrase`the finding ${rule} is suppressed until “${day}”, which is no day of the calendar`,
          phrase`write year, month and day: <!-- hexapla-ignore ${rule} until 2027-03-31: rounded in this edition on purpose -->`,
        ),
      });
    }
    if (reason) return;
    this.findings.push({
      ...faulty,
      rule: 'suppress/reason',
      ...told(
        phrase`the finding ${rule} is suppressed without a reason`,
        phrase`say why: <!-- hexapla-ignore ${rule}: rounded in this edition on purpose -->`,
      ),
    });
  }
}

/** Nothing that stands in the words for a picture acts: they are plain text on the page. */
const NOTHING: Omit<InlineEvents, 'key'> = { link() {}, image() {}, html() {}, note() {} };

/** Where a title begins in `![…](target "title")`, behind its sign; `from` is the end of the target. */
function titleAt(raw: string, from: number): number {
  const sign = raw.slice(from).search(/["'(]/);
  return sign < 0 ? raw.length : from + sign + 1;
}
