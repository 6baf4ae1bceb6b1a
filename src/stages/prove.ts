import { readFigures } from '../figures/reading/read.ts';
import type { Block, Document, Draft, Figure, Finding, Span } from '../model.ts';
import { finderIn, type Place } from '../text/paper.ts';
import { type ReadPdf, signsOf } from '../text/signs.ts';

/** What a PDF has to say. It can be copied to another thread. */
export interface Promised {
  /** Path below `dist/`. */
  readonly path: string;
  readonly locale: string;
  /** Its documents, in its order. */
  readonly documents: readonly {
    readonly path: string;
    readonly locale: string;
    readonly title: Span;
    readonly blocks: readonly Pick<Block, 'kind' | 'text' | 'span' | 'figures'>[];
  }[];
  /** What stands behind references within it, § for the number of the page: (p. §). */
  readonly references: readonly string[];
}

/** A document as its PDF has to say it. */
export function promised(document: Document): Promised['documents'][number] {
  const { source, locale, blocks } = document;
  const start = { line: 1, column: 1 };
  const title = blocks.find(({ field }) => field === 'title')?.span ?? { path: source.path, start, end: start };
  const kept = blocks.filter(({ kind }) => kind !== 'meta');
  return {
    path: source.path,
    locale,
    title,
    blocks: kept.map(({ kind, text, span, figures }) => ({ kind, text, span, figures })),
  };
}

/**
 * Holds what was read back of a PDF against the documents that it was made of: each block is there with the same
 * signs, and so with the same figures; heads are the outline; links lead somewhere; fonts are within. Pure.
 */
export function prove(read: ReadPdf, promise: Promised): readonly Finding[] {
  const drafts = [...lostBlocks(read, promise), ...lostHeads(read, promise), ...faults(read, promise)];
  return drafts.map((draft) => ({ ...draft, rule: `prove/${draft.rule}` }));
}

type ProvenBlock = Promised['documents'][number]['blocks'][number];

function lostBlocks(read: ReadPdf, promise: Promised): Draft[] {
  const finder = finderIn(read, promise.references);
  let page = 1;
  const proved = (block: ProvenBlock, locale: string): Draft[] => {
    for (const piece of block.text.split('\ufffc')) {
      const signs = signsOf(piece);
      if (signs.length === 0) continue;
      const exact = finder.exactly(signs);
      const words = exact ?? finder.loosely(signs);
      if (!words) {
        const hidden = finder.hidden(signs);
        return [hidden ? cut(block, hidden, { ...promise, locale }) : lost(block, piece, page, { ...promise, locale })];
      }
      page = pageOf(words);
      const other = exact ? [] : changed(block, words, { ...promise, locale });
      if (other.length > 0) return other;
    }
    return [];
  };
  return promise.documents.flatMap(({ blocks, locale }) => blocks.flatMap((block) => proved(block, locale)));
}

function pageOf({ paper, start }: Place): number {
  return paper.from[start]?.page ?? 1;
}

function lost({ span, kind }: ProvenBlock, piece: string, page: number, { path, locale }: Promised): Draft {
  const start = piece.trim().slice(0, 40);
  return {
    rule: 'lost',
    severity: 'error',
    locale,
    span,
    message: `this ${NAMES[kind]} is not in ${path} as it stands here: “${start}…” was expected on page ${page} or behind it`,
    hint: 'look at that page; a style of the theme may hide it, or print it in another form',
  };
}

/** It is there, but not all of it is to be seen. */
function cut({ span, kind }: ProvenBlock, { paper, start, end }: Place, { path, locale }: Promised): Draft {
  const unseen = paper.from.slice(start, end).find(({ hidden }) => hidden);
  return {
    rule: 'cut',
    severity: 'error',
    locale,
    span,
    message: `this ${NAMES[kind]} is cut off or runs over the edge of page ${unseen?.page} of ${path}: “${unseen?.text.trim().slice(0, 40)}” is not to be seen`,
    hint: 'look at that page; a style of the theme may be too wide for it, or too low for its text',
  };
}

const NAMES: Readonly<Record<Block['kind'], string>> = {
  meta: 'text',
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'item of a list',
  cell: 'cell of a table',
  caption: 'caption',
  note: 'note',
};

/** The same words with other signs between: what counts is whether the figures are the same. */
function changed(block: ProvenBlock, place: Place, { locale, path }: Promised): Draft[] {
  const text = place.paper.raw.slice(place.start, place.end).join('');
  const said = new Set(readFigures(text, locale).map(keyOf));
  return block.figures
    .filter((figure) => !text.includes(figure.text) && !said.has(keyOf(figure)) && !figure.soft)
    .map((figure) => ({
      rule: 'figure',
      severity: 'error',
      locale,
      span: figure.span,
      message: `${figure.text} is another figure on page ${pageOf(place)} of ${path}, where this passage is “${text.slice(0, 60)}”`,
      hint: 'look at that page; a style or a script of the theme may have changed its signs',
    }));
}

function keyOf({ kind, value, unit }: Pick<Figure, 'kind' | 'value' | 'unit'>): string {
  return JSON.stringify([kind, value, unit]);
}

/** Every heading of a document is in the outline, in order. */
function lostHeads({ outline }: ReadPdf, { documents, path }: Promised): Draft[] {
  const titles = outline.map((title) => signsOf(title).join(''));
  return documents.flatMap(({ blocks, locale }) => {
    let at = 0;
    return blocks.flatMap(({ kind, text, span }): Draft[] => {
      const title = signsOf(text.replaceAll('\ufffc', '')).join('');
      if (kind !== 'heading' || text.includes('\ufffc') || title === '') return [];
      const next = titles.findIndex((one, n) => n >= at && one.includes(title));
      if (next >= 0) {
        at = next + 1;
        return [];
      }
      return [
        {
          rule: 'outline',
          severity: 'error',
          locale,
          span,
          message: `this heading is not in the outline of ${path}, or not in its place`,
          hint: 'print it as a heading (h1 to h6) in the template',
        },
      ];
    });
  });
}

/** A PDF that cannot be read says nothing; `what` is as the reader says it. */
export function broken(what: string, { documents, path, locale }: Promised): readonly Finding[] {
  const [document] = documents;
  if (!document) return [];
  return [
    {
      rule: 'prove/file',
      severity: 'error',
      locale,
      span: document.title,
      message: `${path} cannot be read: ${what}`,
      hint: 'build it again; if that does not help, the file is Hexapla’s fault: report it',
    },
  ];
}

/** What is wrong with the file as such is told at the title of its first document. */
function faults({ dead, missing, fonts }: ReadPdf, { documents, path, locale }: Promised): Draft[] {
  const [document] = documents;
  if (!document) return [];
  const at = { severity: 'error', locale, span: document.title } as const;
  const pages = (all: readonly number[]) => [...new Set(all)].join(', ');
  return [
    ...(dead.length > 0
      ? [
          {
            ...at,
            rule: 'link',
            message: `${path} has links that lead nowhere, on page ${pages(dead)}`,
            hint: 'correct the link, or the template that makes it',
          },
        ]
      : []),
    ...(missing.length > 0
      ? [
          {
            ...at,
            rule: 'glyph',
            message: `${path} shows signs for which no font has a glyph, on page ${pages(missing)}`,
            hint: 'name a family of the edition’s fonts in the style',
          },
        ]
      : []),
    ...fonts.absent.map((font) => ({
      ...at,
      rule: 'font',
      message: `${path} does not hold the font ${font}, so that every reader would take another`,
      hint: 'name a family of the edition’s fonts in the style',
    })),
    ...(fonts.drawn > 0
      ? [
          {
            ...at,
            rule: 'font',
            message: `${path} has ${fonts.drawn} fonts of drawings (Type 3), which no archive takes`,
            hint: 'use static TrueType fonts: variable and colour fonts become drawings',
          },
        ]
      : []),
  ];
}
