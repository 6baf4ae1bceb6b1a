import type { Document, Finding, Settings, Source } from '../model.ts';
import { localiseLater } from '../stages/localise.ts';

/** A document that is read when it is asked for something, and what its readers found. */
interface Later {
  readonly document: Document;
  findings(): readonly Finding[];
}

/** Documents as they were last read: a file that says what it said is not read again. */
export interface Shelf {
  take(locale: string, file: Source, settings: Pick<Settings, 'multiples'>): Later;
}

/** A file on the shelf. */
interface Kept {
  readonly text: string;
  readonly how: string;
  readonly one: Later;
  /** What was read of it: as long as it is here, it is not read again. */
  readonly read: { is?: object };
}

/** So many documents are held as they were read, at sixty kilobytes each as a rule. */
const HELD = 3000;

export function openShelf(): Shelf {
  const known = new Map<string, Kept>();
  /** In the order in which they were read; what is not current any more is let go. */
  const held = new Set<Kept['read']>();
  return {
    take(locale, file, { multiples }) {
      const before = known.get(file.path);
      if (before?.text === file.text && before.how === multiples) return before.one;
      if (before) held.delete(before.read);
      const read: Kept['read'] = {};
      const recent = (now: object) => {
        read.is = now;
        held.add(read);
        const [oldest] = held;
        if (held.size <= HELD || !oldest) return;
        delete oldest.is;
        held.delete(oldest);
      };
      const { work, findings } = localiseLater({ slug: '', files: [{ locale, file }] }, '', { multiples, recent });
      const [document] = work.documents;
      if (!document) throw new Error(`${file.path} became no document`);
      const one = { document, findings };
      known.set(file.path, { text: file.text, how: multiples, one, read });
      return one;
    },
  };
}
