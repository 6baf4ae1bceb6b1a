import type { Position } from '../model.ts';
import type { Code, Content } from '../text/content.ts';

/** What goes out to a translator: the passages of documents, and strings of templates, in two languages. */
export interface Exchange {
  /** BCP 47. */
  readonly source: string;
  readonly target: string;
  readonly files: readonly ExchangeFile[];
}

/** A file of the source, with what of it is to be translated. */
export interface ExchangeFile {
  /** Of the source, relative to the publication: what a file that comes back names it by. */
  readonly path: string;
  readonly units: readonly Unit[];
}

/** How a translation stands: not there, there and never accepted, its source changed since, accepted. */
export type UnitState = 'initial' | 'translated' | 'stale' | 'final';

/** One passage, as a rule one block; or one string. */
export interface Unit {
  /** Within its file; an XML NMTOKEN. It changes with the source, so that no translation of another text comes back as one of it. */
  readonly id: string;
  /** What it is: `heading`, `paragraph`, `cell`, `string` … */
  readonly kind: string;
  /** Where it stands: the title, the headings above it; the key of a string. */
  readonly context: readonly string[];
  readonly line: number;
  readonly source: Content;
  readonly target?: Content;
  readonly state: UnitState;
  /** What the source said when the translation was accepted, where that is known. */
  readonly previous?: string;
  readonly notes: readonly Note[];
  /** Of a string that has a form for each kind of number: which of its forms (CLDR), of which string, and what the source says of one. */
  readonly plural?: { readonly of: string; readonly category: string; readonly one: Content };
  /** How many characters (Unicode code points) the translation may have. */
  readonly limit?: number;
}

export interface Note {
  readonly category: 'figure' | 'term' | 'code';
  readonly text: string;
}

/** What came back. */
export interface Received {
  /** As the file names them, if it does. */
  readonly source?: string;
  readonly target?: string;
  readonly units: readonly ReceivedUnit[];
}

export interface ReceivedUnit {
  /** Path of the file that it is of; as the exchanged file names it. */
  readonly path: string;
  readonly id: string;
  /** In the exchanged file. */
  readonly at: Position;
  /** None where it was left untranslated. */
  readonly target?: readonly ReceivedPiece[];
  /**
   * Whether whoever sent it is done with it, says nothing of it (`unsaid`), or has it still to do (`open`), which many tools
   * say of all that they were given, even when it is translated; `fuzzy`, not to be used (PO).
   */
  readonly standing: 'done' | 'unsaid' | 'open' | 'fuzzy';
}

/** Text, or a code by its id. */
export type ReceivedPiece = string | Pick<Code, 'half' | 'id'>;

/** One form of exchange. A new one is one new file and its name in `exchange/index.ts`. */
export interface ExchangeFormat {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Whether a text is of this form. */
  is(text: string): boolean;
  write(exchange: Exchange): string;
  /** Throws UserError 2, with the place, for what cannot be read. */
  read(text: string, path: string): Received;
}

/** What stands for a code where only text may: `**`, `{fig:trade}`. A line's end is a sign for one. */
export function shownCode({ type, raw }: Code): string {
  if (type === 'block') return '¶';
  if (type === 'character') return `U+${(raw.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return raw.replace(/\s*\n\s*/g, ' ').trim() || '↵';
}
