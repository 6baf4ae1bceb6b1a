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

/** Throws UserError 2 for what is no such file. */
export function readLock(source: Source, locale: string): Lock {
  const documents = new Map<string, { whole: LockedDocument['whole'][number][]; pairs: LockedPair[] }>();
  const broken: Broken[] = [];
  const lines = source.text.split(/\r?\n/);
  if (lines[0] !== HEAD) {
    const other = /^# Hexapla translations (\d+)/.exec(lines[0] ?? '')?.[1];
    throw refusal(source, 1, other ? `it is of version ${other}, and this Hexapla reads version 1` : 'it is no lock');
  }
  let slug: string | undefined;
  for (const [n, line] of lines.entries()) {
    if (n === 0 || line.trim() === '' || line.startsWith('#')) continue;
    const fields = line.trim().split('\t');
    const isPair = line.startsWith('  ');
    if (!isPair) slug = slugIn(fields[0]);
    if (slug === undefined || fields.length !== 5 || fields.some((field) => field === ''))
      throw refusal(source, n + 1, 'this line is none of a lock');
    const [a = '', b = '', c = '', d = '', seal = ''] = fields;
    const own = documents.get(slug) ?? { whole: [], pairs: [] };
    documents.set(slug, own);
    if (seal !== sealOf(locale, slug, isPair ? [a, b, c, d] : [b, c, d])) {
      const place = (column: number) => ({ line: n + 1, column });
      broken.push({ slug, span: { path: source.path, start: place(1), end: place(line.length + 1) } });
    } else if (isPair) own.pairs.push({ source: a, words: b, frame: c, target: d });
    else if (b !== NONE) own.whole.push({ source: b, target: c, words: Number(d) });
  }
  return { documents: new Map([...documents].map(([name, own]) => [name, { slug: name, ...own }])), broken };
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
      ...heads.map((fields) => [writtenSlug(slug), ...fields, sealOf(locale, slug, fields)].join('\t')),
      ...sortedOnce(own.map((fields) => `  ${[...fields, sealOf(locale, slug, fields)].join('\t')}`)),
    ];
  });
  return `${[HEAD, ...lines].join('\n')}\n`;
}

function sortedOnce(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort();
}

/** Tells a line that was changed by hand from one that was written; it keeps nobody from anything who means to. */
function sealOf(locale: string, slug: string, fields: readonly string[]): string {
  return hash([locale, slug, ...fields].join('\n'));
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
