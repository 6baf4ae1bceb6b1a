import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleText } from '../sample.ts';

const root = join(import.meta.dirname, '../..');
export const LOCALES = ['en', 'ru', 'zh'] as const;
type Locale = (typeof LOCALES)[number];

/** Of a document in English: some two pages, and some twenty. */
const SHORT = 430;
const LONG = 6300;

/** A block of the sample publication that every edition has in the same place. */
interface Block {
  readonly kind: 'head' | 'text' | 'list' | 'table';
  /** A head or a paragraph is one text; a list has one for each item, a table one for each cell, three to the row. */
  readonly texts: readonly string[];
}

/** A document in one language. */
export interface Text {
  readonly locale: Locale;
  readonly slug: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** So many short documents and one long one, each in every language, with the same content in all of them. */
export function textsOf(short: number, long = true): readonly Text[] {
  const blocks = LOCALES.map((locale) => blocksOf(locale));
  const lengths = [...Array<number>(short).fill(SHORT), ...(long ? [LONG] : [])];
  return LOCALES.flatMap((locale, at) =>
    lengths.map((words, n) => ({
      locale,
      slug: words === LONG ? 'long' : `d${n}`,
      title: `${TITLES[locale]} ${n}`,
      blocks: picked(blocks[0] ?? [], n, words).flatMap((i, k) => marked(blocks[at]?.[i], n, k)),
    })),
  );
}

/**
 * The texts of the sample are few: each paragraph ends with a mark that no other has, as no document in real life repeats
 * another's. What remembers how it set a paragraph would do these for nothing.
 */
function marked(block: Block | undefined, document: number, place: number): readonly Block[] {
  if (!block) return [];
  if (block.kind !== 'text') return [block];
  return [{ ...block, texts: [`${block.texts[0]} (${letters(document)}–${letters(place)})`] }];
}

/** 0 → a, 25 → z, 26 → ba. */
function letters(count: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (count % 26));
  return count < 26 ? letter : letters(Math.floor(count / 26)) + letter;
}

const TITLES: Readonly<Record<Locale, string>> = { en: 'Document', ru: 'Документ', zh: '文件' };

/** Places of the blocks: each document begins with another paragraph; after a few there is a head, then the list, then the table. */
function picked(blocks: readonly Block[], first: number, words: number): readonly number[] {
  const of = (kind: Block['kind']) => blocks.flatMap((block, i) => (block.kind === kind ? [i] : []));
  const [texts, heads, lists, tables] = [of('text'), of('head'), of('list'), of('table')];
  const own: number[] = [];
  for (let at = 0, count = 0; count < words; at += 1) {
    const text = texts[(first + at) % texts.length] ?? 0;
    if (at > 0 && at % 3 === 0) own.push(heads[(first + at / 3) % heads.length] ?? 0);
    own.push(text);
    if (at % 12 === 1) own.push(...lists);
    if (at % 24 === 2) own.push(...tables);
    count += blocks[text]?.texts[0]?.split(/\s+/).length ?? 0;
  }
  return own;
}

function blocksOf(locale: Locale): readonly Block[] {
  return sampleText(locale, 'central-asia')
    .split(/\n{2,}/)
    .flatMap((block) => blockOf(block.trim().replaceAll(/\[\^[^\]]*\]/g, '')));
}

function blockOf(block: string): readonly Block[] {
  const lines = block.split('\n');
  if (block.startsWith('### ')) return [{ kind: 'head', texts: [block.slice(4)] }];
  if (/^1\. /.test(block)) return [{ kind: 'list', texts: lines.map((line) => line.replace(/^\d+\. /, '')) }];
  if (block.startsWith('|')) return [{ kind: 'table', texts: lines.filter((_, n) => n !== 1).flatMap(cellsOf) }];
  return /^[\p{L}\d“"]/u.test(block) ? [{ kind: 'text', texts: [block] }] : [];
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Rows of a table, the head first. */
export function rowsOf({ texts }: Block): readonly (readonly string[])[] {
  return texts.flatMap((_, i) => (i % 3 === 0 ? [texts.slice(i, i + 3)] : []));
}

/** As Hexapla and other converters of Markdown read it. */
export function asMarkdown({ title, blocks }: Text): string {
  const written = blocks.map((block) => {
    if (block.kind === 'head') return `## ${block.texts[0]}`;
    if (block.kind === 'list') return block.texts.map((item, n) => `${n + 1}. ${item}`).join('\n');
    if (block.kind === 'text') return block.texts[0];
    const [head = [], ...rows] = rowsOf(block).map((row) => `| ${row.join(' | ')} |`);
    return [head, '|:---|:---|---:|', ...rows].join('\n');
  });
  return `---\ntitle: ${title}\n---\n\n${written.join('\n\n')}\n`;
}

/** Writes these texts as a publication in `folder`: the settings of the sample, but PDFs only. */
export function writePublication(texts: readonly Text[], folder: string): void {
  for (const text of texts) {
    const path = join(folder, 'content', text.locale, `${text.slug}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, asMarkdown(text));
  }
  const settings = readFileSync(join(root, 'hexapla.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'hexapla.yaml'),
    settings.replace(/^locales: .*/m, `locales: [${LOCALES.join(', ')}]`).replace(/^outputs: .*/m, 'outputs: [pdf]'),
  );
}
