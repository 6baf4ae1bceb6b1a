import type { Draft } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import { type ReadPdf, signsOf } from '../text/signs.ts';
import type { Promised } from './promise.ts';

/** Every heading of a document is in the outline, in order. */
export function lostHeads({ outline }: ReadPdf, { documents, path }: Promised): Draft[] {
  const titles = outline.map(signsOf);
  return documents.flatMap(({ blocks, locale }) => {
    let at = 0;
    return blocks.flatMap(({ kind, text, span }): Draft[] => {
      const title = signsOf(text.replaceAll('\ufffc', ''));
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
          ...told(
            phrase`this heading is not in the outline of ${path}, or not in its place`,
            phrase`print it as a heading (h1 to h6) in the template`,
          ),
        },
      ];
    });
  });
}

/** A PDF that cannot be read says nothing; `what` is as the reader says it. */
export function broken(what: string, { documents, path, locale }: Promised): readonly Draft[] {
  const [document] = documents;
  if (!document) return [];
  return [
    {
      rule: 'file',
      severity: 'error',
      locale,
      span: document.title,
      ...told(
        phrase`${path} cannot be read: ${what}`,
        phrase`build it again; if that does not help, the file is Hexapla’s fault: report it`,
      ),
    },
  ];
}

/** What is wrong with the file as such is told at the title of its first document. */
export function faults({ dead, missing, fonts }: ReadPdf, { documents, path, locale }: Promised): Draft[] {
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
            ...told(
              phrase`${path} has links that lead nowhere, on page ${pages(dead)}`,
              phrase`correct the link, or the template that makes it`,
            ),
          },
        ]
      : []),
    ...(missing.length > 0
      ? [
          {
            ...at,
            rule: 'glyph',
            ...told(
              phrase`${path} shows signs for which no font has a glyph, on page ${pages(missing)}`,
              phrase`name a family of the edition’s fonts in the style`,
            ),
          },
        ]
      : []),
    ...fonts.absent.map((font) => ({
      ...at,
      rule: 'font',
      ...told(
        phrase`${path} does not hold the font ${font}, so that every reader would take another`,
        phrase`name a family of the edition’s fonts in the style`,
      ),
    })),
    ...(fonts.drawn > 0
      ? [
          {
            ...at,
            rule: 'font',
            ...told(
              phrase`${path} has ${fonts.drawn} fonts of drawings (Type 3), which no archive takes`,
              phrase`use static TrueType fonts: variable and colour fonts become drawings`,
            ),
          },
        ]
      : []),
  ];
}
