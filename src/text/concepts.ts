import type { Concept } from '../model.ts';
import { onceFor, remembered } from './remembered.ts';
import { type Found, termIndex } from './termindex.ts';

/** A term of a concept, as it may be called or may not. */
export interface Term {
  readonly concept: Concept;
  readonly form: string;
  readonly isForbidden: boolean;
}

/** Finds the terms of concepts in texts of a locale, accepted and forbidden ones, in the order of the text. */
export const termsIn = onceFor((concepts: readonly Concept[]) =>
  remembered((locale: string): ((text: string) => readonly Found<Term>[]) => {
    const all = concepts.flatMap((concept) =>
      (['terms', 'forbidden'] as const).flatMap((kind) =>
        formsIn(concept[kind], locale).map((form): Term => ({ concept, form, isForbidden: kind === 'forbidden' })),
      ),
    );
    const search = termIndex(
      all.map((thing) => ({ form: thing.form, thing })),
      locale,
    );
    return (text) => longest(search(text));
  }),
);

/** Those of the locale, else of the language that it is a kind of. */
export function formsIn(forms: Readonly<Record<string, readonly string[]>>, locale: string): readonly string[] {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const own = forms[tag];
    if (own) return own;
  }
  return [];
}

/** A term within a longer one is none of its own: of the Silk Road Economic Belt, the Silk Road is a part. */
function longest(found: readonly Found<Term>[]): readonly Found<Term>[] {
  let end = 0;
  return found.filter((one) => {
    if (one.end <= end) return false;
    end = one.end;
    return true;
  });
}
