import { matchesGlob } from 'node:path/posix';
import type { Scope } from './stages/check.ts';
import { UserError } from './trouble.ts';

/** What of a publication is asked for; nothing named means all. */
export interface Selection {
  readonly locale?: readonly string[];
  /** A glob over slugs: `news/*`. */
  readonly only?: string;
}

/** Languages and their documents. */
interface Whole {
  readonly editions: readonly { readonly locale: string; readonly documents: readonly { readonly slug: string }[] }[];
}

/** Whether all that there is is asked for. */
export function isWhole({ locale, only }: Selection): boolean {
  return locale === undefined && only === undefined;
}

/** Throws UserError 2 for a language or a document that there is not. */
export function scopeOf({ locale = [], only }: Selection, { editions }: Whole): Scope {
  const tags = editions.map((edition) => edition.locale);
  const named = locale.map(
    (tag) => tags.find((known) => known.toLowerCase() === tag.toLowerCase()) ?? noLocale(tag, tags),
  );
  const slugs = new Set(editions.flatMap((edition) => edition.documents.map(({ slug }) => slug)));
  if (only !== undefined && ![...slugs].some((slug) => matchesGlob(slug, only))) noDocument(only, slugs);
  return {
    locales: (tag) => named.length === 0 || named.includes(tag),
    slugs: (slug) => only === undefined || matchesGlob(slug, only),
  };
}

function noLocale(tag: string, tags: readonly string[]): never {
  throw new UserError(
    `--locale is “${tag}”; this publication has no such language`,
    `Name one of its languages: ${tags.join(', ')}.`,
  );
}

function noDocument(only: string, slugs: ReadonlySet<string>): never {
  const some = [...slugs].sort().slice(0, 5).join(', ');
  throw new UserError(
    `--only is “${only}”; no document has such a path below its language`,
    `Documents here are called ${some}${slugs.size > 5 ? ' …' : ''}; * stands for any part of a name, ** for folders too.`,
  );
}
