import type { Note, Unit, UnitState } from '../exchange/unit.ts';
import { answering } from '../figures/saying/answer.ts';
import { say } from '../figures/saying/say.ts';
import type { LockedDocument } from '../freshness/lock.ts';
import { type PassageStatus, passagesOf, sourcePrint } from '../freshness/states.ts';
import { readsFigures } from '../locales/index.ts';
import type { Block, Concept, Document, Figure, KeyFigure } from '../model.ts';
import { formsIn, termsIn } from '../text/concepts.ts';
import { type Code, type Content, joinedContent } from '../text/content.ts';
import { keyMark } from '../text/keymarks.ts';
import { corresponding } from './codes.ts';
import { type Writable, writable } from './writable.ts';

/** A passage of a document as a unit, and which blocks of both texts it is of, by their numbers. */
export interface Planned {
  readonly unit: Unit;
  readonly state: PassageStatus['state'];
  /** Of what is stale, the print of the source as it was accepted. */
  readonly was?: string;
  readonly source: readonly number[];
  /** None where the translation lacks it. */
  readonly target: readonly number[];
}

/** A document in two languages, unit by unit. */
export interface Plan {
  readonly document: Document;
  readonly passages: readonly PassageStatus[];
  readonly source: Writable;
  /** Undefined where there is no translation. */
  readonly target: Writable | undefined;
  readonly units: readonly Planned[];
}

/** What units are made of besides the texts. */
export interface Planning {
  readonly locked: LockedDocument | undefined;
  readonly keyFigures: readonly KeyFigure[] | undefined;
  readonly terms: readonly Concept[] | undefined;
  /** How many characters fields of the front matter may have. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** The units of a document in the order of its source; `locale` is the translation's. */
export function plan(source: Document, target: Document | undefined, locale: string, how: Planning): Plan {
  const [own, other] = [writable(source.source, source.locale), target && writable(target.source, locale)];
  const numbers = [numbered(source.blocks), numbered(target?.blocks ?? [])] as const;
  const contexts = contextsOf(source);
  const met = new Map<string, number>();
  const passages = passagesIn(source, target, how.locked);
  const units = passages.flatMap((passage): readonly Planned[] => {
    const [from, to] = [passage.source, passage.target].map((blocks, side) =>
      blocks.flatMap((block) => numbers[side]?.get(block) ?? []),
    ) as [number[], number[]];
    const [said, says] = [contentOf(own, from), other && to.length > 0 ? contentOf(other, to) : undefined];
    if (!said || said.length === 0 || (to.length > 0 && !says)) return [];
    const print = sourcePrint(source, passage.source);
    const turn = (met.get(print) ?? 0) + 1;
    met.set(print, turn);
    const [first] = passage.source;
    const limit = first?.kind === 'meta' ? how.limits?.[first.field ?? ''] : undefined;
    const unit: Unit = {
      id: `u${print}${turn === 1 ? '' : `.${turn}`}`,
      kind: kindOf(first),
      context: (first && contexts.get(first)) ?? [],
      line: first?.span.start.line ?? 1,
      source: saying(said, source.locale, how.keyFigures),
      ...(says && { target: saying(corresponding(says, said), locale, how.keyFigures) }),
      state: says ? STATES[passage.state] : 'initial',
      ...(limit !== undefined && { limit }),
      // Who takes a file back asks for none.
      get notes() {
        return [
          ...figureNotes(passage.source, source.locale, locale),
          ...termNotes(passage.source, source.locale, locale, how.terms),
          ...codeNotes(said, source.locale, locale, how.keyFigures),
        ];
      },
    };
    const was = passage.was === undefined ? {} : { was: passage.was };
    return [{ unit, state: passage.state, ...was, source: from, target: to }];
  });
  return { document: source, passages, source: own, target: other, units };
}

const STATES: Readonly<Record<PassageStatus['state'], UnitState>> = {
  ...{
    fresh: 'final',
    stale: 'stale',
    new: 'translated',
    missing: 'initial',
    extra: 'initial',
    untranslated: 'initial',
  },
};

/** What only the translation has is nothing to translate; of what it lacks, each block is one. */
function passagesIn(
  source: Document,
  target: Document | undefined,
  locked: LockedDocument | undefined,
): readonly PassageStatus[] {
  const missing = (block: Block): PassageStatus => ({ state: 'missing', source: [block], target: [], words: 0 });
  if (!target) return source.blocks.map(missing);
  return passagesOf(source, target, locked)
    .filter(({ state }) => state !== 'extra')
    .flatMap((passage) => (passage.state === 'missing' ? passage.source.map(missing) : [passage]));
}

function numbered(blocks: readonly Block[]): ReadonlyMap<Block, number> {
  return new Map(blocks.map((block, n) => [block, n]));
}

/** Undefined where a block cannot be written. */
function contentOf({ blocks }: Writable, numbers: readonly number[]): Content | undefined {
  const contents = numbers.map((n) => blocks[n]?.content).filter((content) => content !== undefined);
  return contents.length < numbers.length ? undefined : joinedContent(contents);
}

function kindOf(block: Block | undefined): string {
  return block?.kind === 'meta' ? (block.field ?? 'meta') : (block?.kind ?? 'paragraph');
}

/** Of each block the title of the document and the headings above it. */
function contextsOf({ blocks, meta }: Document): ReadonlyMap<Block, readonly string[]> {
  const above: Block[] = [];
  return new Map(
    blocks.map((block) => {
      const isHeading = block.kind === 'heading';
      while (isHeading && above.length > 0 && (above.at(-1)?.level ?? 1) >= (block.level ?? 1)) above.pop();
      const context = [meta.title, ...above.map(({ text }) => text)];
      if (isHeading) above.push(block);
      return [block, context];
    }),
  );
}

/** What each figure of the source says, in the words of the translation where those can be found. */
function figureNotes(blocks: readonly Block[], source: string, target: string): readonly Note[] {
  if (!readsFigures(source) || !readsFigures(target)) return [];
  const texts = blocks.flatMap(({ figures }) =>
    figures.flatMap((figure) => {
      const said = isTold(figure) ? suggestion(figure, target) : undefined;
      return said === undefined || said === figure.text ? [] : [`${figure.text} = ${said}`];
    }),
  );
  return [...new Set(texts)].map((text) => ({ category: 'figure', text }));
}

/** Whoever translates needs nobody to tell what six is. */
function isTold({ kind, value, soft, key }: Figure): boolean {
  return !soft && key === undefined && !(kind === 'number' && typeof value === 'string' && /^1?\d$/.test(value));
}

/** What `content/figures.yaml` may hold. */
const SAID: ReadonlySet<Figure['kind']> = new Set([
  'number',
  'money',
  'percent',
  'percentage-point',
  'quantity',
  'date',
]);

function suggestion(figure: Figure, locale: string): string | undefined {
  const { kind, unit, bound, value, span } = figure;
  if (typeof value !== 'string' || figure.per || figure.counts || !SAID.has(kind) || !/^[\d.-]+$/.test(value))
    return undefined;
  const said = say({ id: '', kind, unit, bound, value, terms: {}, units: {}, span }, locale, {});
  return 'text' in said ? said.text : undefined;
}

/** What the glossary's concepts are called in the other language, and what not. */
function termNotes(
  blocks: readonly Block[],
  source: string,
  target: string,
  concepts: readonly Concept[] = [],
): readonly Note[] {
  if (concepts.length === 0) return [];
  const found = blocks.flatMap(({ text }) => termsIn(concepts)(source)(text).map((one) => [one, text] as const));
  const texts = found.flatMap(([{ thing, start, end }, text]) => {
    const { terms, forbidden } = thing.concept;
    const [accepted, refused] = [formsIn(terms, target), formsIn(forbidden, target)];
    if (accepted.length === 0) return [];
    const not = refused.length > 0 ? ` (not: ${refused.join(', ')})` : '';
    return [`${text.slice(start, end)} = ${accepted.join(', ')}${not}`];
  });
  return [...new Set(texts)].map((text) => ({ category: 'term', text }));
}

/** What key figures say in the place of their marks, in both languages. */
function codeNotes(
  content: Content,
  source: string,
  target: string,
  figures: readonly KeyFigure[] | undefined,
): readonly Note[] {
  const marks = content.flatMap((piece) => (typeof piece !== 'string' && piece.type === 'figure' ? [piece] : []));
  return marks.map((mark) => ({
    category: 'code',
    text: `${mark.raw} = ${rendered(mark, source, figures)} = ${rendered(mark, target, figures)}`,
  }));
}

/** Marks with what they say in a language. */
function saying(content: Content, locale: string, figures: readonly KeyFigure[] | undefined): Content {
  return content.map((piece) =>
    typeof piece === 'string' || piece.type !== 'figure' ? piece : { ...piece, says: rendered(piece, locale, figures) },
  );
}

function rendered({ raw }: Code, locale: string, figures: readonly KeyFigure[] | undefined): string {
  const mark = keyMark(raw);
  const answer = mark && answering(figures, locale)(mark);
  return answer && 'text' in answer ? answer.text : raw;
}
