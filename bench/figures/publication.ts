import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { figures } from '../../src/checks/figures.ts';
import type { Block, Document, Draft, Source } from '../../src/model.ts';
import { localise } from '../../src/stages/localise.ts';
import { locate, offsetOf, textAt } from '../../src/text/mapped.ts';
import type { Exchange } from './forms.ts';

/** A document of the source language and its translation. */
export interface Translated {
  readonly source: Document;
  readonly target: Document;
}

/** Locales of a publication's `content/`, sorted. */
export function localesOf(root: string): readonly string[] {
  const entries = readdirSync(join(root, 'content'), { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/** The documents that a publication has both in `from` and in `to`, by path. */
export function* translated(root: string, from: string, to: string): Iterable<Translated> {
  const folder = (locale: string) => join(root, 'content', locale);
  const paths = (locale: string) => readdirSync(folder(locale), { recursive: true, encoding: 'utf8' });
  const there = new Set(paths(to));
  for (const path of paths(from)
    .filter((name) => name.endsWith('.md') && there.has(name))
    .sort()) {
    const read = (locale: string) => {
      const file = join(folder(locale), path);
      return documentOf(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8'), locale);
    };
    yield { source: read(from), target: read(to) };
  }
}

function documentOf(path: string, text: string, locale: string): Document {
  const files = [{ locale, file: { path, text } }];
  const [document] = localise({ slug: 'a', files }, locale, { multiples: 'publisher' }).work.documents;
  if (!document) throw new Error(`${path}: no document`);
  return document;
}

/** Do the paragraphs of both stand in the same order, one for one? */
export function isParallel({ source, target }: Translated): boolean {
  return (
    source.blocks.length === target.blocks.length &&
    source.blocks.every(({ kind }, number) => kind === target.blocks[number]?.kind)
  );
}

/** The translation with an error in it; nothing where markup stands in the way. */
export function withError({ target }: Translated, block: Block, { start, end, is }: Exchange): Document | undefined {
  const { source, locale } = target;
  const from = offsetAt(block, source, start);
  const was = block.text.slice(start, end);
  if (from === undefined || source.text.slice(from, from + was.length) !== was) return undefined;
  return documentOf(source.path, source.text.slice(0, from) + is + source.text.slice(from + was.length), locale);
}

/** Where a character of a block stands in its file, found by the character behind it or before it. */
function offsetAt(block: Block, source: Source, at: number): number | undefined {
  const ahead = at < block.text.length;
  const span = ahead ? locate(block, source, at, at + 1) : locate(block, source, at - 1, at);
  const sign = block.text.charAt(ahead ? at : at - 1);
  if (textAt(source, span) !== sign) return undefined;
  return offsetOf(source, ahead ? span.start : span.end);
}

/** What the check says of the figures of a translation. */
export function errorsOf(source: Document, target: Document): readonly Draft[] {
  const documents = [source, target];
  const found = [...(figures.compare?.({ slug: 'a', source: source.locale, documents }) ?? [])];
  return found.filter(({ severity }) => severity === 'error');
}

/** The number of the block that a finding stands in. */
export function blockOf({ blocks }: Document, { span }: Draft): number {
  const isBefore = (block: Block) =>
    block.span.start.line < span.start.line ||
    (block.span.start.line === span.start.line && block.span.start.column <= span.start.column);
  return blocks.findLastIndex(isBefore);
}
