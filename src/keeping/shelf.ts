import type { Document, Finding, ReadingSettings, Source } from '../model.ts';
import { localiseLater, type Read } from '../stages/localise.ts';

/** A document that is read when it is asked for something, and what its readers found. */
interface Later {
  readonly document: Document;
  findings(): readonly Finding[];
}

/** Documents as they were last read: a file that says what it said is not read again. */
export interface Shelf {
  take(locale: string, file: Source, settings: ReadingSettings): Later;
}

/** A file on the shelf. */
interface Kept {
  readonly text: string;
  readonly how: string;
  readonly one: Later;
  /** What was read of it: as long as it is here, it is not read again. */
  readonly read: { is?: Read };
  /** What was read of the text before it, until this one is read. */
  readonly former: { is?: Document };
}

/** So many documents are held as they were read, at sixty kilobytes each as a rule. */
const HELD = 3000;

/** `figures`: when they are read; see `localiseLater`. */
export function openShelf(figures: 'now' | 'later' = 'now', most = HELD): Shelf {
  const known = new Map<string, Kept>();
  /** In the order in which they were read; what is not current any more is let go. */
  const held = new Set<Kept['read']>();
  return {
    take(locale, file, settings) {
      const before = known.get(file.path);
      const reading = readingOf(file, settings);
      if (before?.text === file.text && before.how === reading) return before.one;
      if (before) held.delete(before.read);
      const read: Kept['read'] = {};
      const former = formerOf(before, reading);
      const recent = (now: Read) => {
        read.is = now;
        delete former.is;
        held.add(read);
        const [oldest] = held;
        if (held.size <= most || !oldest) return;
        delete oldest.is;
        held.delete(oldest);
      };
      const how = { ...settings, figures, recent, before: () => former.is?.blocks ?? [] };
      const { work, findings } = localiseLater({ slug: '', files: [{ locale, file }] }, '', how);
      const [document] = work.documents;
      if (!document) throw new Error(`${file.path} became no document`);
      const one = { document, findings };
      known.set(file.path, { text: file.text, how: reading, one, read, former });
      return one;
    },
  };
}

/** What a file is read by: key figures only where it asks for some. */
function readingOf({ text }: Source, { multiples, keyFigures }: ReadingSettings): string {
  return keyFigures && text.includes('{fig:') ? JSON.stringify([multiples, keyFigures]) : multiples;
}

/** What was read of a file last, unless it was read otherwise; a text that nobody asked for was not read. */
function formerOf(before: Kept | undefined, how: string): Kept['former'] {
  const is = before?.how === how ? (before.read.is?.document ?? before.former.is) : undefined;
  return is ? { is } : {};
}
