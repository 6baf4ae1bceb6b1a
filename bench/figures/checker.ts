import { figures } from '../../src/checks/figures.ts';
import type { Document, Draft } from '../../src/model.ts';
import { localise } from '../../src/stages/localise.ts';

/** A text in one language, one paragraph each. */
export interface Side {
  readonly locale: string;
  readonly paragraphs: readonly string[];
}

/** What a checker says of one paragraph of a translation. */
export interface Alarm {
  readonly paragraph: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** Anything that compares a translation with its source. */
export interface Checker {
  readonly name: string;
  /** Does it know the language? */
  reads(locale: string): boolean;
  check(source: Side, target: Side): readonly Alarm[];
}

const parsed = new Map<string, Document>();

/** Hexapla's own check, through the same stages as the command. */
export const hexapla: Checker = {
  name: 'hexapla',
  reads: () => true,
  check(source, target) {
    const documents = [source, target].map(({ locale, paragraphs }) => whole(locale, paragraphs));
    const found = figures.compare?.({ slug: 'a', source: source.locale, documents }) ?? [];
    return Array.from(found, (draft) => ({
      // Front matter takes three lines; every paragraph is one line with an empty one behind it.
      paragraph: Math.floor((draft.span.start.line - 4) / 2),
      rule: draft.rule ?? 'figures',
      severity: draft.severity,
      message: said(draft),
    }));
  },
};

function said({ message, hint }: Draft): string {
  return hint ? `${message} [${hint}]` : message;
}

function whole(locale: string, paragraphs: readonly string[]): Document {
  const text = `---\ntitle: x\n---\n${paragraphs.map((p) => p.replaceAll('\n', ' ')).join('\n\n')}\n`;
  const key = `${locale}\n${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const sources = { slug: 'a', files: [{ locale, file: { path: `content/${locale}/a.md`, text } }] };
  const [document] = localise(sources, locale, { multiples: 'publisher' }).work.documents;
  if (!document) throw new Error(`${locale}: no document`);
  if (parsed.size > 64) parsed.clear();
  parsed.set(key, document);
  return document;
}
