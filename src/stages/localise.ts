import { withHeads } from '../figures/heads.ts';
import { countingAll } from '../figures/multiples.ts';
import { readFigures } from '../figures/read.ts';
import type {
  Block,
  Document,
  Edition,
  Finding,
  Loaded,
  LocaleSources,
  Publication,
  ReadFigure,
  Settings,
  Source,
  Strings,
  TextBlock,
} from '../model.ts';
import { locate, parseMarkdown } from '../text/markdown.ts';
import { parseStrings } from '../text/strings.ts';

/** A publication and what its readers found on the way. */
export interface Localised {
  readonly publication: Publication;
  readonly findings: readonly Finding[];
}

/**
 * Files → editions: each document parsed once, the figures of each block read, everything with its place. Pure.
 * Throws UserError 2 where a text cannot be read at all. `bodies` says whether pages will be made of them: if not,
 * what pages are made of is not kept.
 */
export function localise({ locales, assets }: Loaded, settings: Settings, bodies = true): Localised {
  const findings: Finding[] = [];
  const reading = { said: settings.multiples === 'strict' ? countingAll : asRead, bodies, findings };
  const editions = locales.map((sources) => editionOf(sources, reading));
  return { publication: { settings, source: editions[0]?.locale ?? 'en', editions, assets }, findings };
}

/** How documents are read, and where what is found on the way is put. */
interface Reading {
  said(figure: ReadFigure): ReadFigure;
  readonly bodies: boolean;
  readonly findings: Finding[];
}

function asRead(figure: ReadFigure): ReadFigure {
  return figure;
}

function editionOf({ locale, documents, strings }: LocaleSources, reading: Reading): Edition {
  const read = documents.map((source) => documentOf(source, locale, reading));
  return { locale, documents: read.sort(bySlug), strings: stringsOf(locale, strings) };
}

/** A language without strings has an empty file where its own would stand. */
function stringsOf(locale: string, source: Source | undefined): Strings {
  return source ? parseStrings(source) : { source: { path: `content/${locale}/strings.json`, text: '' }, entries: {} };
}

function documentOf(source: Source, locale: string, { said, bodies, findings }: Reading): Document {
  const slug = source.path.slice(`content/${locale}/`.length, -'.md'.length);
  const parsed = parseMarkdown(source, { locale, slug, body: bodies });
  findings.push(...parsed.findings);
  const read = parsed.blocks.map(({ text }) => readFigures(text, locale).map(said));
  const figures = withHeads(parsed.blocks, read, locale);
  return { ...parsed.document, blocks: parsed.blocks.map((block, i) => placed(block, figures[i] ?? [], source)) };
}

/** The block with its figures, each at its place in the file. */
function placed(block: TextBlock, figures: readonly ReadFigure[], source: Source): Block {
  const located = figures.map((figure) => ({ ...figure, span: locate(block, source, figure.start, figure.end) }));
  return { ...block, figures: located };
}

function bySlug(a: Document, b: Document): number {
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0;
}
