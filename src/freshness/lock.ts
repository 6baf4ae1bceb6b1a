import { createHash } from 'node:crypto';
import type { Source, Span } from '../model.ts';
import { hash } from '../text/hash.ts';
import { UserError } from '../trouble.ts';

/**
 * What was accepted as up to date with its source, of one language: `content/<locale>/translations.lock`. A text of one
 * line a pair, documents and pairs sorted, so that git merges it; it is read as a set, so that a pair that stands there
 * twice after a merge does no harm.
 */
export interface Lock {
  readonly documents: ReadonlyMap<string, LockedDocument>;
  /** Lines that are not what was written there. */
  readonly broken: readonly Broken[];
}

/** A line whose seal is another one: somebody changed it by hand, and it accepts nothing. */
export interface Broken {
  readonly span: Span;
  readonly slug: string;
}

export interface LockedDocument {
  readonly slug: string;
  /** Texts of which everything was accepted: prints of the source's file and the translation's. */
  readonly whole: readonly { readonly source: string; readonly target: string; readonly words: number }[];
  readonly pairs: readonly LockedPair[];
}

/** Blocks that were accepted with each other, by their prints. */
export interface LockedPair {
  /** The source as it is written, but for white space; its words; its words without its figures. */
  readonly source: string;
  readonly words: string;
  readonly frame: string;
  readonly target: string;
}

export function lockPath(locale: string): string {
  return `content/${locale}/translations.lock`;
}

/** 72 bits of SHA-256: of a million texts two are alike once in some thousand million million publications. */
export function printOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

const HEAD = '# Hexapla translations 1: what was accepted as up to date with its source. Written by hexapla accept.';

/** Throws UserError 2 for what is no such file. Pairs of a document are looked at when they are asked for. */
export function readLock(source: Source, locale: string): Lock {
  const { text } = source;
  const documents = new Map<string, Lines>();
  const broken: Broken[] = [];
  const first = /^.*/.exec(text)?.[0].trimEnd();
  if (first !== HEAD) {
    const other = /^# Hexapla translations (\d+)/.exec(first ?? '')?.[1];
    throw refusal(source, 1, other ? `it is of version ${other}, and this Hexapla reads version 1` : 'it is no lock');
  }
  let slug: string | undefined;
  let number = 1;
  for (let at = text.indexOf('\n') + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd();
    at = end + 1;
    number += 1;
    if (line === '' || line.startsWith('#')) continue;
    const isPair = line.startsWith('  ');
    if (!isPair) slug = slugIn(line.slice(0, Math.max(0, line.indexOf('\t'))));
    if (slug === undefined || !(isPair ? PAIR : DOCUMENT).test(line))
      throw refusal(source, number, 'this line is none of a lock');
    const own = documents.get(slug) ?? new Lines(slug);
    documents.set(slug, own);
    const tab = line.lastIndexOf('\t');
    if (line.slice(tab + 1) === sealOf(locale, slug, line.slice(0, tab))) own.add(line, isPair);
    else {
      const place = (column: number) => ({ line: number, column });
      broken.push({ slug, span: { path: source.path, start: place(1), end: place(line.length + 1) } });
    }
  }
  return { documents, broken };
}

const PAIR = /^ {2}[^\t]+\t[^\t]+\t[^\t]+\t[^\t]+\t[^\t]+$/;
const DOCUMENT = /^[^\t]+\t[^\t]+\t[^\t]+\t\d+\t[^\t]+$/;

/** The lines of a document. */
class Lines implements LockedDocument {
  readonly slug: string;
  readonly whole: { source: string; target: string; words: number }[] = [];
  readonly #pairs: string[] = [];

  constructor(slug: string) {
    this.slug = slug;
  }

  add(line: string, isPair: boolean): void {
    if (isPair) {
      this.#pairs.push(line);
      return;
    }
    const [, source = '', target = '', words = ''] = line.split('\t');
    if (source !== NONE) this.whole.push({ source, target, words: Number(words) });
  }

  get pairs(): readonly LockedPair[] {
    return this.#pairs.map((line) => {
      const [source = '', words = '', frame = '', target = ''] = line.trimStart().split('\t');
      return { source, words, frame, target };
    });
  }
}

/** Of a document that is not accepted whole. */
const NONE = '-';

/** As it is written; the same documents give the same bytes. */
export function writeLock(documents: Iterable<LockedDocument>, locale: string): string {
  const sorted = [...documents].filter(({ pairs }) => pairs.length > 0).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const lines = sorted.flatMap(({ slug, whole, pairs }) => {
    const heads =
      whole.length > 0 ? whole.map((one) => [one.source, one.target, String(one.words)]) : [[NONE, NONE, '0']];
    const own = pairs.map((pair) => [pair.source, pair.words, pair.frame, pair.target]);
    return [
      ...heads.map((fields) => sealed([writtenSlug(slug), ...fields].join('\t'), locale, slug)),
      ...sortedOnce(own.map((fields) => sealed(`  ${fields.join('\t')}`, locale, slug))),
    ];
  });
  return `${[HEAD, ...lines].join('\n')}\n`;
}

function sortedOnce(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort();
}

/** Tells a line that was changed by hand from one that was written; it keeps nobody from anything who means to. */
function sealOf(locale: string, slug: string, line: string): string {
  return hash(`${locale}\n${slug}\n${line}`);
}

function sealed(line: string, locale: string, slug: string): string {
  return `${line}\t${sealOf(locale, slug, line)}`;
}

function writtenSlug(slug: string): string {
  return /[\s"#]/.test(slug) ? JSON.stringify(slug) : slug;
}

function slugIn(written = ''): string | undefined {
  if (!written.startsWith('"')) return written === '' ? undefined : written;
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
}

function refusal({ path }: Source, line: number, is: string): UserError {
  return new UserError(
    `${path}:${line}:1: ${is}; lines that hexapla accept writes were expected`,
    'Of a merge that stopped, keep the lines of both sides; else take the file as git has it, or remove it and accept again.',
  );
}
