import { cldrTable, language } from '../locales/index.ts';
import type { Page } from '../made.ts';
import type { Document, Edition, Publication, Settings } from '../model.ts';
import { type BodyRules, pictures, setBody } from '../text/body.ts';
import { type Element, markFigures } from '../text/data.ts';
import type { Voice } from '../text/filters.ts';
import type { Theme } from '../text/liquid.ts';
import { backLink } from '../text/markup.ts';
import { type PictureRules, readPictures } from '../text/pictures.ts';
import { output, type Targets, targetOf, way } from '../text/place.ts';
import { onceFor } from '../text/remembered.ts';
import type { Typesetting } from '../text/typography.ts';
import type { Host } from '../world.ts';
import type { Memory } from './memory.ts';
import type { Shelf } from './shelf.ts';

/** Pages of one edition; none where the outputs of the settings ask for none of these. */
export type Layout = (work: Work) => AsyncGenerator<Page>;

/** What the pages of one edition are made from. */
export interface Work {
  readonly publication: Publication;
  readonly edition: Edition;
  readonly voice: Voice;
  /** Those of all editions, by locale. */
  readonly voices: ReadonlyMap<string, Voice>;
  readonly theme: Theme;
  readonly targets: Targets;
  readonly shelf: Shelf;
  /** Figures are data on the pages of the site. */
  readonly marked: boolean;
  readonly host: Pick<Host, 'read' | 'revision'>;
  /** The pages of the site that show documents, where they are made elsewhere. */
  readonly leaves?: AsyncIterable<Page>;
  /** What was made for the page at an output path the last time, for making it again: none where each is made once. */
  memory?(path: string): Memory;
  /** Output paths of the pages that are asked for; none where all are: a preview shows one at a time, a watch what has changed. */
  readonly only?: ReadonlySet<string>;
}

/** Whether the page at this output path is asked for. */
export function isWanted({ only }: Pick<Work, 'only'>, path: string): boolean {
  return only?.has(path) ?? true;
}

/** The way from an output path to the PDF of a document, if there is one. */
export function pdfLink({ settings }: Publication, path: string, { locale, slug }: Document): string | null {
  return settings.outputs.includes('pdf') ? way(path, output.pdf(locale, slug)) : null;
}

/** Where links and pictures of a text lead on these pages. */
type Ways = Pick<BodyRules, 'link' | 'block'> &
  Pick<PictureRules, 'source' | 'network' | 'sheet'> & { readonly figure?: Element };

/** The text of a document as these pages show it, not set yet. */
export async function bodyOf(document: Document, work: Work, ways: Ways): Promise<string> {
  const body = document.body();
  return (await setterOf(document, work, ways))(body);
}

/** How the body of a document, or any of its chunks, becomes part of these pages; its pictures are read. */
export async function setterOf(
  document: Document,
  { voice, targets, host }: Work,
  ways: Ways,
): Promise<(html: string) => string> {
  const { locale, source, blocks } = document;
  const { figure } = ways;
  const shown = await readPictures(pictures(document.body()), {
    file(target) {
      const to = targetOf(target, source.path);
      return to.kind === 'file' ? targets.asset(to.path, locale) : undefined;
    },
    read: (file) => host.read(file),
    ...ways,
  });
  const picture = (target: string, alternative: string): string => shown.get(target)?.(alternative) ?? '';
  const notes = voice.t('article.notes');
  const back = (href: string, note: number): string => backLink(href, voice.t('article.back', { note }));
  const rules = { ...ways, picture, back, notes, decimal: cldrTable(locale).decimal };
  return (html) => setBody(figure ? markFigures(html, blocks, figure) : html, rules);
}

/** What readers of a translation are told of it: its source has changed since; parts of it stand in the source's words. */
export function standingOf(
  { source }: Document,
  { locks }: Settings,
): { readonly stale: boolean; readonly borrowed: boolean } {
  if (!locks) return { stale: false, borrowed: false };
  return { stale: staleIn(locks).has(source.path), borrowed: locks.lent[source.path] !== undefined };
}

const staleIn = onceFor(({ stale }: { readonly stale: readonly string[] }) => new Set(stale));

/** How the text of an edition is set, but for the parting of words. */
export function typesetting(locale: string): Typesetting {
  const { signs = [], quotes = cldrTable(locale).quotes, ...rest } = language(locale).typography;
  const { spaces, unbroken, ending, isolated } = rest;
  return { signs, quotes, spaces, unbroken, ...(ending && { ending }), ...(isolated && { isolated }) };
}

/** The heads of a document. */
export function outlineOf({ outline }: Document, { set }: Voice): { level: number; id: string; text: string }[] {
  return outline.map(({ level, id, text }) => ({ level, id, text: set(text) }));
}
