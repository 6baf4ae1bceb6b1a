import { figures } from '../../src/checks/figures.ts';
import type { Document, Draft, Publication } from '../../src/model.ts';
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
    const publication: Publication = {
      settings: { outputs: [], fonts: {}, multiples: 'publisher', failOn: 'error' },
      source: source.locale,
      editions: [edition(source), edition(target)],
      assets: [],
    };
    return [...figures.find(publication)].map((draft) => ({
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

function edition({ locale, paragraphs }: Side): Publication['editions'][number] {
  const document = whole(locale, paragraphs);
  return {
    locale,
    documents: [document],
    strings: { source: { path: `content/${locale}/strings.json`, text: '' }, entries: {} },
  };
}

function whole(locale: string, paragraphs: readonly string[]): Document {
  const text = `---\ntitle: x\n---\n${paragraphs.map((p) => p.replaceAll('\n', ' ')).join('\n\n')}\n`;
  const key = `${locale}\n${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const loaded = {
    locales: [{ locale, documents: [{ path: `content/${locale}/a.md`, text }], strings: undefined }],
    assets: [],
  };
  const { publication } = localise(loaded, { outputs: [], fonts: {}, multiples: 'publisher', failOn: 'error' });
  const document = publication.editions[0]?.documents[0];
  if (!document) throw new Error(`${locale}: no document`);
  if (parsed.size > 64) parsed.clear();
  parsed.set(key, document);
  return document;
}
