/** A concept of somebody's terminology, before it is one of a publication's glossary. */
export interface Entry {
  readonly id: string | undefined;
  readonly definition: string | undefined;
  readonly terms: readonly TermEntry[];
}

/** One term of it: BCP 47 tag, word, and whether it may be used. */
export interface TermEntry {
  readonly locale: string;
  readonly form: string;
  readonly isForbidden: boolean;
}

/** One form of terminology. A new one is one new file and its name in `termbases/index.ts`. */
export interface TermbaseFormat {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Whether a text is of this form. */
  is(text: string): boolean;
  /** Throws UserError 2, with the place, for what cannot be read. */
  read(text: string, path: string): readonly Entry[];
}

/** As BCP 47 writes it; what is no tag is left as it is. */
export function tagOf(written: string): string {
  const tag = written.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    return tag;
  }
}
