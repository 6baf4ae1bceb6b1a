import type { Block, Draft, Phrase } from '../model.ts';
import { type Finder, finderIn, type Place, runAt, runsOf, textOf, widened } from '../text/paper.ts';
import { phrase, told } from '../text/phrase.ts';
import { type ReadPdf, signsOf } from '../text/signs.ts';
import type { Promised, PromisedBlock, PromisedFigure } from './promise.ts';

/** Where a part of a block stands on paper. Blocks are parted by what is no text of theirs: code, addresses. */
export interface FoundPart {
  /** Offset in the block's text. */
  readonly at: number;
  readonly text: string;
  readonly place: Place;
  /** Are its signs those of the place, one for one? */
  readonly isExact: boolean;
}

/** A block and where it was found; `drafts` say what of it was not. */
export interface FoundBlock {
  readonly block: PromisedBlock;
  readonly parts: readonly FoundPart[];
  readonly drafts: readonly Draft[];
}

/** Looks for each block of each document, in their order. */
export async function findBlocks(read: ReadPdf, promise: Promised): Promise<readonly (readonly FoundBlock[])[]> {
  const finder = finderIn(read, promise.references);
  const looking: Looking = { finder, page: 1, path: promise.path };
  const found = new Map<PromisedBlock, FoundBlock>();
  for (const { blocks, locale } of promise.documents) {
    for (const block of blocks)
      if (isOwed(block) || block.field === 'abstract') found.set(block, await findBlock(block, looking, locale));
  }
  // The rest of what stands before a text is looked for in what is left: its words may be others' too.
  return promise.documents.map(({ blocks }) =>
    blocks.map((block) => found.get(block) ?? { block, parts: partsOf(block, finder), drafts: [] }),
  );
}

/** What stands before a text may be left out, but for its title. */
function isOwed({ kind, field }: PromisedBlock): boolean {
  return kind !== 'meta' || field === 'title';
}

function isHeading({ kind, field }: PromisedBlock): boolean {
  return kind === 'heading' || field === 'title';
}

interface Looking {
  readonly finder: Finder;
  readonly path: string;
  /** How far the text has come. */
  page: number;
}

/** Those parts of a text that are there; without a figure nobody asks where. */
function partsOf(block: PromisedBlock, finder: Finder): readonly FoundPart[] {
  if (block.figures.length === 0) return [];
  return pieces(block.text).flatMap(({ at, text }) => {
    const place = finder.exactly(signsOf(text), false);
    return place ? [{ at, text, place, isExact: true }] : [];
  });
}

async function findBlock(block: PromisedBlock, looking: Looking, locale: string): Promise<FoundBlock> {
  const parts: FoundPart[] = [];
  const told = { looking, locale };
  for (const { at, text } of pieces(block.text)) {
    const signs = signsOf(text);
    if (signs.length === 0) continue;
    const exact = looking.finder.exactly(signs, isHeading(block));
    const place = exact ?? looking.finder.loosely(signs, isHeading(block));
    if (!place) return { block, parts, drafts: absent(block, text, told) };
    looking.page = pageAt(place, 0);
    const part = { at, text, place, isExact: exact !== undefined };
    parts.push(part);
    const other = exact ? [] : await changed(block, part, told);
    if (other.length > 0) return { block, parts, drafts: other };
  }
  return { block, parts, drafts: [] };
}

function pieces(text: string): readonly { readonly at: number; readonly text: string }[] {
  let at = 0;
  return text.split('\ufffc').map((piece) => {
    const found = { at, text: piece };
    at += piece.length + 1;
    return found;
  });
}

/** The page of a sign, counted from the place's first. */
export function pageAt(place: Place, sign: number): number {
  return runAt(place, sign)?.page ?? 1;
}

interface Told {
  readonly looking: Looking;
  readonly locale: string;
}

/** What is not there as a whole may be there in part. */
function absent(block: PromisedBlock, text: string, { looking, locale }: Told): readonly Draft[] {
  const { finder, path, page } = looking;
  const [kind, error] = [
    block.field === 'title' ? phrase`title` : NAMES[block.kind],
    { severity: 'error', locale, span: block.span } as const,
  ];
  const signs = signsOf(text);
  const hidden = finder.hidden(signs);
  const beginning = hidden ?? finder.beginning(signs, isHeading(block));
  if (!beginning) {
    if (!isOwed(block)) return [];
    const message = phrase`this ${kind} is not in ${path} as it stands here: “${shown(text)}” was expected on page ${page} or behind it`;
    const hint = phrase`look at that page; a style of the theme may hide it, or print it in another form`;
    return [{ ...error, rule: 'lost', ...told(message, hint) }];
  }
  const unseen = hidden ? hiddenIn(hidden) : behind(text, beginning.end - beginning.start);
  looking.page = pageAt(beginning, Number.POSITIVE_INFINITY);
  const message = phrase`this ${kind} is not whole on page ${looking.page} of ${path}: “${shown(unseen)}” is not to be seen there`;
  const hint = phrase`look at that page; a style of the theme may cut it off, hide it, or let it run over the edge`;
  return [{ ...error, rule: 'cut', ...told(message, hint) }];
}

function shown(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}

function hiddenIn(place: Place): string {
  return runsOf(place).find(({ hidden }) => hidden)?.text ?? '';
}

/** What of a text stands behind so many signs. */
function behind(text: string, count: number): string {
  let at = 0;
  while (at < text.length && signsOf(text.slice(0, at)).length <= count) at += 1;
  return text.slice(Math.max(0, at - 1));
}

const NAMES: Readonly<Record<Block['kind'], Phrase>> = {
  meta: phrase`text`,
  heading: phrase`heading`,
  paragraph: phrase`paragraph`,
  item: phrase`item of a list`,
  cell: phrase`cell of a table`,
  caption: phrase`caption`,
  note: phrase`note`,
};

/** The same words with other signs between: what counts is whether the figures are the same. */
async function changed(
  block: PromisedBlock,
  { at, text, place }: FoundPart,
  { looking, locale }: Told,
): Promise<readonly Draft[]> {
  const shows = textOf(widened(place));
  const signs = signsOf(shows);
  const own = block.figures.filter(({ start, end, soft }) => start >= at && end <= at + text.length && !soft);
  const other = own.filter((figure) => !signs.includes(signsOf(figure.text)));
  if (other.length === 0) return [];
  // Reading figures takes words of all languages, and hardly ever is there anything to read.
  const { readFigures } = await import('../figures/reading/read.ts');
  const said = new Set(readFigures(shows, locale).map(keyOf));
  return other
    .filter((figure) => !said.has(keyOf(figure)))
    .map((figure) => ({
      rule: 'figure',
      severity: 'error',
      locale,
      span: figure.span,
      ...told(
        phrase`${figure.text} is another figure on page ${looking.page} of ${looking.path}, where this passage is “${textOf(place).slice(0, 60)}”`,
        phrase`look at that page; a style or a script of the theme may have changed its signs`,
      ),
    }));
}

function keyOf({ kind, value, unit }: Pick<PromisedFigure, 'kind' | 'value' | 'unit'>): string {
  return JSON.stringify([kind, value, unit]);
}
