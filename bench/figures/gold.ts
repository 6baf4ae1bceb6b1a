import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

/** Sorts of errors that are planted. */
export const errorClasses = [
  'value',
  'scale',
  'unit',
  'currency',
  'percent',
  'bound',
  'direction',
  'date',
  'ordinal',
  'multiple',
  'missing',
  'extra',
  'swap',
] as const;
const fields = ['news', 'reports', 'law', 'statistics', 'technology'] as const;

export type ErrorClass = (typeof errorClasses)[number];

/** One change to a translation: what stands there once, and what is to stand there. */
export interface Change {
  readonly was: string;
  readonly is: string;
}

/** A sentence or two and their translation, the errors to plant in it, and the ways to say it that are no errors. */
export interface GoldPair {
  /** `zh:12`: locale and turn in the file, from 1. */
  readonly id: string;
  readonly locale: string;
  readonly field: (typeof fields)[number];
  readonly source: string;
  readonly target: string;
  readonly errors: readonly (Change & { readonly class: ErrorClass })[];
  /** Whole translations that say the same. */
  readonly rewrites: readonly string[];
}

/** What was, and what is to be, in a change. */
const ARROW = '→';

const text = z.string().min(1);
const entry = z.strictObject({
  field: z.enum(fields),
  source: text,
  target: text,
  errors: z.array(z.partialRecord(z.enum(errorClasses), z.string().includes(ARROW))).default([]),
  rewrites: z.array(text).default([]),
});

const folder = join(import.meta.dirname, 'gold');

/** Locales with a file of pairs, sorted. The source is English throughout. */
export function goldLocales(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The pairs of one locale; throws, with the pair's number, where a change does not fit its text. */
export function goldPairs(locale: string): readonly GoldPair[] {
  const rows: unknown = parse(readFileSync(join(folder, `${locale}.yaml`), 'utf8'));
  return (Array.isArray(rows) ? rows : []).map((row, index) => {
    const id = `${locale}:${index + 1}`;
    const read = entry.safeParse(row);
    if (!read.success) throw new Error(`${id}: ${z.prettifyError(read.error)}`);
    const { field, source, target, errors, rewrites } = read.data;
    return {
      id,
      locale,
      field,
      source,
      target,
      errors: errors.flatMap((error) =>
        Object.entries(error).map(([kind, change]) => ({
          class: kind as ErrorClass,
          ...fitting(id, target, change),
        })),
      ),
      rewrites: rewrites.map((rewrite) =>
        rewrite.includes(ARROW) ? changed(target, fitting(id, target, rewrite)) : rewrite,
      ),
    };
  });
}

function fitting(id: string, target: string, change: string): Change {
  const [was = '', is = ''] = change.split(ARROW).map((part) => part.replace(/^ | $/g, ''));
  const start = target.indexOf(was);
  if (start < 0) throw new Error(`${id}: “${was}” does not stand in the translation`);
  if (target.includes(was, start + 1)) throw new Error(`${id}: “${was}” stands more than once in the translation`);
  return { was, is };
}

/** The text after a change. */
export function changed(target: string, { was, is }: Change): string {
  const start = target.indexOf(was);
  return target.slice(0, start) + is + target.slice(start + was.length);
}
