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
 * Throws UserError 2 where a text cannot be read at all.
 */
export function localise({ locales, assets }: Loaded, settings: Settings): Localised {
  const findings: Finding[] = [];
  const editions = locales.map((sources) => editionOf(sources, settings, findings));
  return { publication: { settings, source: editions[0]?.locale ?? 'en', editions, assets }, findings };
}

function editionOf(
  { locale, documents, strings }: LocaleSources,
  { multiples }: Pick<Settings, 'multiples'>,
  findings: Finding[],
): Edition {
  const said = multiples === 'strict' ? countingAll : (figure: ReadFigure) => figure;
  const read = documents.map((source) => documentOf(source, locale, said, findings));
  return { locale, documents: read.sort(bySlug), strings: stringsOf(locale, strings) };
}

/** A language without strings has an empty file where its own would stand. */
function stringsOf(locale: string, source: Source | undefined): Strings {
  return source ? parseStrings(source) : { source: { path: `content/${locale}/strings.json`, text: '' }, entries: {} };
}

function documentOf(
  source: Source,
  locale: string,
  said: (figure: ReadFigure) => ReadFigure,
  findings: Finding[],
): Document {
  const slug = source.path.slice(`content/${locale}/`.length, -'.md'.length);
  const parsed = parseMarkdown(source, { locale, slug });
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
