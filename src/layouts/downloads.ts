import type { Document } from '../model.ts';
import { output, way } from '../text/place.ts';
import type { Work } from './work.ts';

/** A PDF that readers of a document may take along. `path` is below `dist/`; its size is written where the page asks for it. */
interface Download {
  readonly kind: 'document' | 'edition' | 'parallel';
  readonly href: string;
  readonly path: string;
  /** Of a parallel one: its languages. */
  readonly locales: readonly string[];
}

/** Of this document, of its whole edition, and side by side with other languages: those that a build makes. */
export function downloads({ locale, slug }: Document, path: string, { publication, shelf }: Work): readonly Download[] {
  const { settings, source, editions } = publication;
  const has = (output: string) => settings.outputs.includes(output);
  const others = editions.map((edition) => edition.locale).filter((tag) => tag !== source);
  const rows = settings.parallel ?? others.map((tag) => [source, tag]);
  const whole = shelf.of(slug);
  const beside = rows.filter((row) => row.includes(locale) && row.every((tag) => whole.has(tag)));
  const made = (kind: Download['kind'], place: string, locales: readonly string[] = []) => ({
    ...{ kind, path: place, locales },
    href: way(path, place),
  });
  return [
    ...(has('pdf') ? [made('document', output.pdf(locale, slug))] : []),
    ...(has('edition') ? [made('edition', output.edition(locale))] : []),
    ...(has('parallel') ? beside.map((row) => made('parallel', output.parallel(slug, row), row)) : []),
  ];
}
