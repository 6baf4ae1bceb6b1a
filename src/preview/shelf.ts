import type { Document, Finding, Settings, Source } from '../model.ts';
import { localiseLater, recent } from '../stages/localise.ts';

/** A document that is read when it is asked for something, and what its readers found. */
interface Later {
  readonly document: Document;
  findings(): readonly Finding[];
}

/** Documents as they were last read: a file that says what it said is not read again. */
export interface Shelf {
  take(locale: string, file: Source, settings: Pick<Settings, 'multiples'>): Later;
}

/** So many documents are held as they were read, at sixty kilobytes each. */
const HELD = 3000;

export function openShelf(): Shelf {
  const keep = recent(HELD);
  const known = new Map<string, { readonly text: string; readonly how: string; readonly one: Later }>();
  return {
    take(locale, file, { multiples }) {
      const before = known.get(file.path);
      if (before?.text === file.text && before.how === multiples) return before.one;
      const { work, findings } = localiseLater({ slug: '', files: [{ locale, file }] }, '', {
        multiples,
        recent: keep,
      });
      const [document] = work.documents;
      if (!document) throw new Error(`${file.path} became no document`);
      const one = { document, findings };
      known.set(file.path, { text: file.text, how: multiples, one });
      return one;
    },
  };
}
