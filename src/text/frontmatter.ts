import {
  isMap,
  isNode,
  isScalar,
  parseDocument,
  type Scalar,
  type Document as Yaml,
  type Node as YamlNode,
} from 'yaml';
import type { Finding, Meta, Source, TextBlock } from '../model.ts';
import { UserError } from '../trouble.ts';
import { isoDate } from './calendar.ts';
import { type Answering, keyed, opening } from './keymarks.ts';
import { locate, spanOf, TextBuilder, withinItself, withReplaced } from './mapped.ts';
import { told } from './phrase.ts';

/** What stands between the `---` lines at the top of a document. */
export interface FrontMatter {
  readonly meta: Omit<Meta, 'title'> & { readonly title?: string };
  readonly blocks: readonly TextBlock[];
  /** Where the body begins: a UTF-16 offset of the source. */
  readonly body: number;
  readonly findings: readonly Finding[];
}

/** Fields that readers see as text, in the order of the page. */
const SHOWN = ['title', 'section', 'abstract'];
const TEXTS = ['title', 'author', 'section', 'abstract'] as const;
const DATES = ['date', 'revised'] as const;

/**
 * Reads the front matter; `answering` says what stands in the place of a key figure's mark. Throws UserError 2 where it is no
 * YAML, no mapping, or a field is of the wrong kind.
 */
export function readFrontMatter(source: Source, answering?: Answered): FrontMatter {
  const front = readFields(source);
  return answering && source.text.lastIndexOf('{fig:', front.body) >= 0 ? answered(front, source, answering) : front;
}

/** What answers marks, in which language. */
interface Answered {
  readonly answer: Answering;
  readonly locale: string;
}

function readFields(source: Source): FrontMatter {
  if (!/^---[^\S\n]*\r?\n/.test(source.text)) return { meta: { extra: {} }, blocks: [], body: 0, findings: [] };
  if (!/\n---[^\S\n]*(?:\r?\n|$)/.test(source.text)) {
    throw new UserError(
      `${source.path}:1:1: the front matter that begins here does not end; a line with --- alone was expected`,
      'close the front matter with a line that holds only ---',
    );
  }
  const plain = readPlain(source);
  if (plain) return plain;
  const { document, start, body } = split(source);
  const values = valuesOf(document, source, start);
  return {
    meta: metaOf(values, document, source, start),
    blocks: blocksOf(document, source, start),
    body,
    findings: [],
  };
}

/** The fields of a document's front matter alone; undefined where its title stands elsewhere. Throws UserError 2 as it is read. */
export function readMeta(source: Source, answering?: Answered): Meta | undefined {
  const { meta } = readFrontMatter(source, answering);
  return meta.title ? { ...meta, title: meta.title } : undefined;
}

/** With what marks of key figures stand for in what readers see; one that cannot be answered stays, and is a finding. */
function answered(front: FrontMatter, source: Source, { answer, locale }: Answered): FrontMatter {
  const findings: Finding[] = [];
  const blocks = front.blocks.map((block) => {
    const pieces = [...keyed(block.text)].flatMap(({ start, mark }) => {
      const end = start + mark.raw.length;
      const said = answer(mark);
      if ('text' in said) return [{ start, end, text: opening(said.text, block.text.slice(0, start), true) }];
      const span = locate(withinItself(block, source), source, start, end);
      const { fault, hint } = said;
      findings.push({ rule: 'figures/key', severity: 'error', locale, span, ...told(fault, hint) });
      return [];
    });
    return pieces.length === 0 ? block : { ...block, ...withReplaced(block, pieces) };
  });
  const said = blocks.flatMap(({ field, text }, n) =>
    field !== undefined && text !== front.blocks[n]?.text ? [[field, text]] : [],
  );
  return {
    ...front,
    meta: { ...front.meta, ...Object.fromEntries(said) },
    blocks,
    findings: [...front.findings, ...findings],
  };
}

/**
 * Most front matter is a few lines such as `title: Trade` and `date: 2022-03-15`, each field once, which YAML takes as they
 * stand: its parser, which takes a tenth of all the time that a page does, need not see them. Undefined for all others.
 */
function readPlain(source: Source): FrontMatter | undefined {
  const head = SIMPLE.exec(source.text)?.[1];
  if (head === undefined) return undefined;
  const fields = new Map<string, { readonly value: string; readonly from: number }>();
  let from = '---\n'.length;
  for (const line of head.split('\n').slice(0, -1)) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).trimStart();
    if (fields.has(line.slice(0, colon)) || WORDS.has(value.toLowerCase())) return undefined;
    fields.set(line.slice(0, colon), { value, from: from + line.length - value.length });
    from += line.length + 1;
  }
  const given = (field: string) => fields.get(field)?.value;
  // What is wrong with them is said elsewhere.
  if (DATES.some((field) => fields.has(field) && isoDate(given(field)) === undefined)) return undefined;
  const known = [...TEXTS, ...DATES].flatMap((field) => (fields.has(field) ? [[field, given(field)]] : []));
  const extra = [...fields].filter(([key]) => !isKnown(key)).map(([key, { value }]) => [key, value]);
  const meta: FrontMatter['meta'] = { ...Object.fromEntries(known), extra: Object.fromEntries(extra) };
  return {
    meta,
    // Who asks for the fields alone need not know where they stand.
    get blocks() {
      return SHOWN.flatMap((field) => {
        const own = fields.get(field);
        return own ? [metaBlock(field, own.value, source, [own.from, own.from + own.value.length])] : [];
      });
    },
    body: bodyOf(source.text),
    findings: [],
  };
}

/** Lines of a name and a text that begins with a letter and has no sign in it that YAML knows, or a date. */
const SIMPLE =
  /^---\n((?:[A-Za-z][\w-]*: +(?:\p{L}(?:[^\n\r:#\p{Z}\p{C}]| (?=[^\n\r:#\p{Z}\p{C}]))*|\d{4}-\d\d-\d\d)\n)+)---(?:\n|$)/u;
/** What is no text to YAML though it looks like one (YAML 1.2, 10.3.2, and 1.1). */
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function isKnown(field: string): boolean {
  return [...TEXTS, ...DATES].some((known) => known === field);
}

/** What stands between the lines of hyphens, from the end of the first one on. */
function split({ text }: Source): { document: Yaml; start: number; body: number } {
  const start = '---'.length + (/^[^\S\r\n]*/.exec(text.slice('---'.length))?.[0].length ?? 0);
  // Half of the line end before the closing line is not the last field's.
  const own = text.slice(start, text.indexOf('\n---', '---'.length)).replace(/\r$/, '');
  const document = parseDocument(HOLDS.test(own) ? own : '', { prettyErrors: false });
  return { document, start, body: bodyOf(text) };
}

/** A line of something else than a comment. */
const HOLDS = /^\s*[^\s#]/m;

/** Behind the closing line of the front matter, as its parser sees it: the next three hyphens at the start of a line. */
function bodyOf(text: string): number {
  const close = text.indexOf('\n---', 3) + '\n---'.length;
  const end = text.startsWith('\r', close) ? close + 1 : close;
  return text.startsWith('\n', end) ? end + 1 : end;
}

function place(source: Source, start: number, offset: number): string {
  const { line, column } = spanOf(source, start + offset, start + offset).start;
  return `${source.path}:${line}:${column}`;
}

function valuesOf(document: Yaml, source: Source, start: number): Record<string, unknown> {
  const [error] = document.errors;
  if (error) {
    throw new UserError(
      `${place(source, start, error.pos[0])}: the front matter is not YAML: ${plainly(error.message)}`,
      'put a text with a colon, a quotation mark or a # in it between quotation marks: title: "Trade: thirty years"',
    );
  }
  if (document.contents !== null && !isMap(document.contents)) {
    throw new UserError(
      `${place(source, start, document.contents.range?.[0] ?? 0)}: the front matter is not a list of fields; lines like “title: Trade” were expected`,
      'write each field on a line of its own, its name, a colon and its value',
    );
  }
  try {
    return (document.toJS({ maxAliasCount: 20 }) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    throw new UserError(
      `${place(source, start, 0)}: the front matter cannot be read: ${error instanceof Error ? error.message : ''}`,
      'write the values out instead of using YAML aliases',
    );
  }
}

/** The parser's sentence without its code words. */
function plainly(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? message;
}

function metaOf(values: Record<string, unknown>, document: Yaml, source: Source, start: number): FrontMatter['meta'] {
  const fields: Record<string, string> = {};
  const refuse = (field: string, is: string, expected: string): never => {
    throw new UserError(
      `${place(source, start, nodeOf(document, field)?.range?.[0] ?? 0)}: ${field} is ${is}; ${expected} was expected`,
      `correct the field ${field} in the front matter`,
    );
  };
  for (const field of TEXTS) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    if (typeof value === 'object') refuse(field, kindOf(value), 'a text');
    fields[field] = typeof value === 'string' ? value.trim() : (textOf(scalarOf(document, field)) ?? String(value));
  }
  for (const field of DATES) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    fields[field] = isoDate(value) ?? refuse(field, kindOf(value), 'a calendar date such as 2022-03-15');
  }
  const extra = Object.fromEntries(Object.entries(values).filter(([key]) => !isKnown(key)));
  return { ...fields, extra };
}

function kindOf(value: unknown): string {
  if (typeof value !== 'object') return `“${String(value)}”`;
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

function textOf(scalar: Scalar | undefined): string | undefined {
  return scalar?.source;
}

function nodeOf(document: Yaml, field: string): YamlNode | undefined {
  const node = isMap(document.contents) ? document.contents.get(field, true) : undefined;
  return isNode(node) ? node : undefined;
}

function scalarOf(document: Yaml, field: string): Scalar | undefined {
  const node = nodeOf(document, field);
  return isScalar(node) ? node : undefined;
}

function blocksOf(document: Yaml, source: Source, start: number): readonly TextBlock[] {
  return SHOWN.flatMap((field) => {
    const scalar = scalarOf(document, field);
    if (!scalar?.range || scalar.value === null) return [];
    const value = typeof scalar.value === 'string' ? scalar.value : (textOf(scalar) ?? String(scalar.value));
    if (!value.trim()) return [];
    return [metaBlock(field, value, source, [start + scalar.range[0], start + scalar.range[1]])];
  });
}

function metaBlock(field: string, value: string, source: Source, [from, to]: readonly [number, number]): TextBlock {
  return { kind: 'meta', field, ...mapScalar(value, source, from, to), span: spanOf(source, from, to), within: [] };
}

/** Character by character where the value stands as written, folded lines as spaces; else as one piece. */
function mapScalar(value: string, source: Source, from: number, to: number): ReturnType<TextBuilder['finish']> {
  const builder = new TextBuilder();
  const quote = source.text.charAt(from);
  let at = contentStart(source.text, from, to);
  if (PLAIN.test(value) && source.text.startsWith(value, at)) {
    builder.decoded(value, at, at + value.length);
    return builder.finish();
  }
  let run = at;
  let folded = false;
  for (const character of value.split('')) {
    const blank = /\s/.test(character);
    if (blank && folded && run === at) continue;
    if (blank && at >= run) {
      run = blanks(source.text, at);
      folded = source.text.slice(at, run).includes('\n');
    }
    const isFold = blank && folded;
    const end = isFold ? run : at + written(source.text, at, character, quote);
    if (end === at) return coarse(value, from, to);
    builder.decoded(isFold ? ' ' : character, at, end);
    at = end;
    if (!blank) folded = false;
  }
  return builder.finish();
}

/** On one line, and nothing in it that quotation marks would escape. */
const PLAIN = /^[^\n'"\\]*$/;

/** How many characters stand for this one: two where its quotation mark escapes it, none where it is written else. */
function written(text: string, at: number, character: string, quote: string): number {
  const single = quote === "'" && character === "'";
  const double = quote === '"' && (character === '"' || character === '\\');
  if (single || double) return text.charAt(at) === (single ? "'" : '\\') && text.charAt(at + 1) === character ? 2 : 0;
  return text.charAt(at) === character ? 1 : 0;
}

/** Behind the quotation mark, or behind the first line of a block scalar and its indent. */
function contentStart(text: string, from: number, to: number): number {
  const isBlock = /[|>]/.test(text.charAt(from)) && text.indexOf('\n', from) < to;
  if (isBlock) return blanks(text, text.indexOf('\n', from));
  return /["']/.test(text.charAt(from)) ? from + 1 : from;
}

function blanks(text: string, from: number): number {
  let i = from;
  while (i < text.length && /\s/.test(text.charAt(i))) i += 1;
  return i;
}

function coarse(value: string, from: number, to: number): ReturnType<TextBuilder['finish']> {
  const builder = new TextBuilder();
  builder.decoded(value, from, to);
  return builder.finish();
}
