import type { Document, Finding, Source, TextBlock } from '../model.ts';
import { UserError } from '../trouble.ts';
import type { Inline } from './content.ts';
import { readFrontMatter } from './frontmatter.ts';
import { lex, toHtml } from './html.ts';
import { mapSource, spanOf, withinItself } from './mapped.ts';
import { phrase, told } from './phrase.ts';
import { sanitise, sanitised } from './sanitise.ts';

import { Walk, type Walking } from './walk.ts';

export { locate } from './mapped.ts';

/** A document as parsed: its blocks have no figures yet. */
export interface Parsed {
  readonly document: Omit<Document, 'blocks'>;
  readonly blocks: readonly TextBlock[];
  readonly findings: readonly Finding[];
  /** Block by block what it was read from, where that is to be kept; none for front matter. */
  readonly inlines: readonly (Inline | undefined)[];
  /** Where the body begins, and then its outermost pieces stand, white space behind each left out: UTF-16 units, ends exclusive. */
  readonly body: number;
  readonly chunks: readonly (readonly [number, number])[];
}

/** What a document is besides its text. */
export interface Parsing extends Walking {
  readonly slug: string;
}

/**
 * Parses a document once, for its blocks with their places and for its HTML. Throws UserError 2 where the front
 * matter cannot be read or the nesting is too deep. Linear in the text, but for the depth of nested lists and quotations.
 */
export function parseMarkdown(source: Source, as: Parsing): Parsed {
  try {
    return parsed(source, as);
  } catch (error) {
    // The one range that anything here exceeds is the depth of calls.
    if (!(error instanceof RangeError)) throw error;
    throw new UserError(
      `${source.path}:1:1: quotations or lists are nested more than some hundred deep; fewer were expected`,
      'look for a line with very many > or - signs',
    );
  }
}

function parsed(source: Source, { locale, slug, answer, isWritten = false }: Parsing): Parsed {
  const front = readFrontMatter(source, answer && { answer, locale });
  const body = mapSource(source.text, front.body);
  const tokens = lex(body.text);
  const walk = new Walk(source, { locale, answer, isWritten }, front.blocks);
  walk.blocks(tokens, body, []);
  walk.settle();
  walk.notes();
  walk.settle();
  const findings = [...front.findings, ...walk.findings];
  const title = front.meta.title ?? walk.outline[0]?.text ?? slug;
  if (!front.meta.title) findings.push(untitled(source, locale, title));
  // Taken out now, so that the walk and its places are not kept for the sake of the body.
  const bearings = walk.bearings();
  const isAllMarkdown = !body.text.includes('<');
  const document = {
    source,
    slug,
    locale,
    meta: { ...front.meta, title },
    links: walk.links,
    suppressions: walk.suppressions,
    body: once(() => {
      const html = toHtml(tokens, bearings);
      return (isAllMarkdown ? sanitised(html) : undefined) ?? sanitise(html);
    }),
    outline: walk.outline,
  };
  const blocks = walk.found.map((block) => withinItself(block, source));
  return { document, blocks, findings, inlines: walk.inlines, body: front.body, chunks: walk.chunks };
}

function once(make: () => string): () => string {
  let made: string | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function untitled(source: Source, locale: string, title: string): Finding {
  return {
    rule: 'meta/title',
    severity: 'error',
    locale,
    span: spanOf(source, 0, 0),
    ...told(
      phrase`the document has no title; “${title}” stands in for it`,
      phrase`begin the file with --- and a line like title: Trade, then --- again`,
    ),
  };
}
