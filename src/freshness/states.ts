import { align } from '../figures/comparing/align.ts';
import type { Block, Document, Source, Span } from '../model.ts';
import { offsetOf } from '../text/mapped.ts';
import { type LockedDocument, type LockedPair, printOf } from './lock.ts';

/**
 * How a passage of a translation stands to its source: accepted and unchanged (`fresh`); its source changed since (`stale`);
 * never accepted (`new`); not there (`missing`); there, and not in the source (`extra`); the source's own words (`untranslated`).
 */
export type State = 'fresh' | 'stale' | 'new' | 'missing' | 'extra' | 'untranslated';

/** What of the source changed since it was accepted: markup only, figures only, or words. */
export type Change = 'markup' | 'figures' | 'words';

/** Blocks that say the same, and how they stand. */
export interface PassageStatus {
  readonly state: State;
  /** Of what is stale: what changed, and the print of the source as it was accepted. */
  readonly change?: Change;
  readonly was?: string;
  /** The translation was changed too, and not accepted. */
  readonly isTouched?: true;
  readonly source: readonly Block[];
  readonly target: readonly Block[];
  /** Of the source, or of what only the translation has. */
  readonly words: number;
}

/** A passage with what a lock says of it. */
interface Passage {
  readonly source: readonly Block[];
  readonly target: readonly Block[];
  readonly prints: LockedPair;
}

/** How each passage of a document stands, in the order of the source; what only the translation has stands last. */
export function passagesOf(source: Document, target: Document, lock?: LockedDocument): readonly PassageStatus[] {
  const accepted = lock?.pairs ?? [];
  const passages = paired(source, target, accepted);
  const targets = new Set(passages.map(({ prints }) => prints.target));
  const bySource = Map.groupBy(accepted, (pair) => pair.source);
  const byTarget = Map.groupBy(accepted, (pair) => pair.target);
  const sources = new Set(passages.map(({ prints }) => prints.source));
  const left = accepted.filter((pair) => !sources.has(pair.source));
  return passages.map((passage): PassageStatus => {
    const { prints, ...blocks } = passage;
    const base = { ...blocks, words: wordsIn(blocks.source.length > 0 ? blocks.source : blocks.target) };
    if (blocks.source.length === 0) return { state: 'extra', ...base };
    if (blocks.target.length === 0) return { state: 'missing', ...base };
    const same = bySource.get(prints.source) ?? [];
    // Moved blocks keep their prints: what was accepted with them stands somewhere else.
    if (same.some((pair) => pair.target === prints.target || targets.has(pair.target)))
      return { state: 'fresh', ...base };
    if (same.length > 0) return { state: 'fresh', isTouched: true, ...base };
    const [before] = byTarget.get(prints.target) ?? [];
    if (before) return { state: 'stale', change: changeOf(before, prints), was: before.source, ...base };
    if (isLeft(blocks)) return { state: 'untranslated', ...base };
    const former = left.find((pair) => pair.frame === prints.frame || pair.words === prints.words);
    if (former)
      return { state: 'stale', change: changeOf(former, prints), was: former.source, isTouched: true, ...base };
    // Its pair is gone on both sides: whatever it was, it is not what was accepted.
    const isReplaced = left.some((pair) => !targets.has(pair.target));
    return isReplaced ? { state: 'stale', change: 'words', isTouched: true, ...base } : { state: 'new', ...base };
  });
}

function changeOf(before: LockedPair, now: LockedPair): Change {
  if (before.words === now.words) return 'markup';
  return before.frame === now.frame ? 'figures' : 'words';
}

/** What is accepted when these passages are: those that both have; what was accepted `before` stays apart. */
export function pairsOf(
  source: Document,
  target: Document,
  before: readonly LockedPair[] = [],
): readonly { pair: LockedPair; passage: Omit<Passage, 'prints'> }[] {
  return paired(source, target, before)
    .filter((passage) => passage.source.length > 0 && passage.target.length > 0)
    .map(({ prints, ...passage }) => ({ pair: prints, passage }));
}

function paired(source: Document, target: Document, accepted: readonly LockedPair[] = []): readonly Passage[] {
  const pairs = alignedLast(source.blocks, target.blocks);
  const taken = new Set(pairs.flatMap((pair) => pair.target));
  const extra = target.blocks.flatMap((_, n) => (taken.has(n) ? [] : [{ source: [], target: [n] }]));
  const known = new Map(accepted.map((pair) => [pair.source, pair.target]));
  return [...pairs, ...extra]
    .map((pair) => ({
      source: pair.source.flatMap((n) => source.blocks[n] ?? []),
      target: pair.target.flatMap((n) => target.blocks[n] ?? []),
    }))
    .flatMap((passage) => apart(passage, { source, target, known }))
    .map((passage) => {
      const { source: own, target: other } = passage;
      const prints = {
        source: sourcePrint(source, own),
        words: printOf(own.map(({ text }) => plain(text)).join('\n')),
        frame: printOf(own.map(frameOf).join('\n')),
        target: sourcePrint(target, other),
      };
      return { ...passage, prints };
    });
}

/** Who accepts a document asks how it stands before and behind that. */
function alignedLast(source: readonly Block[], target: readonly Block[]): ReturnType<typeof align> {
  if (last?.source === source && last.target === target) return last.pairs;
  last = { source, target, pairs: align(source, target) };
  return last.pairs;
}

let last: { readonly source: unknown; readonly target: unknown; readonly pairs: ReturnType<typeof align> } | undefined;

/** Of blocks that were aligned together, those that were accepted with each other alone are a passage of their own. */
function apart(
  passage: Omit<Passage, 'prints'>,
  {
    source,
    target,
    known,
  }: { readonly source: Document; readonly target: Document; readonly known: ReadonlyMap<string, string> },
): readonly Omit<Passage, 'prints'>[] {
  if (known.size === 0 || passage.source.length + passage.target.length < 3) return [passage];
  if (known.has(sourcePrint(source, passage.source))) return [passage];
  const left = new Map(passage.target.map((block) => [sourcePrint(target, [block]), block]));
  const rest: Block[] = [];
  const found = passage.source.flatMap((block) => {
    const print = known.get(sourcePrint(source, [block]));
    const other = print === undefined ? undefined : left.get(print);
    if (print === undefined || !other) {
      rest.push(block);
      return [];
    }
    left.delete(print);
    return [{ source: [block], target: [other] }];
  });
  const open = { source: rest, target: passage.target.filter((block) => [...left.values()].includes(block)) };
  const all = rest.length + left.size === 0 ? found : [...found, open];
  const place = ([first]: readonly Block[]) => (first ? source.blocks.indexOf(first) : source.blocks.length);
  return all.sort((a, b) => place(a.source) - place(b.source));
}

/** As it is written, white space of any kind and length being one space. */
export function sourcePrint({ source }: Pick<Document, 'source'>, blocks: readonly Pick<Block, 'span'>[]): string {
  return printOf(blocks.map(({ span }) => plain(writtenAt(source, span))).join('\n'));
}

/** The text of a block begins and ends with words: with the markup about them, and the target of a link that ends it. */
function writtenAt(source: Source, span: Span): string {
  const [start, end] = [offsetOf(source, span.start), offsetOf(source, span.end)];
  const before = BEFORE.exec(source.text.slice(Math.max(0, start - NEAR), start))?.[0] ?? '';
  const behind = BEHIND.exec(source.text.slice(end, end + NEAR))?.[0] ?? '';
  return before + source.text.slice(start, end) + behind;
}

const BEFORE = /(?:[*_~`[!]|<[a-z][^<>\n]*>)+$/i;
const BEHIND = /^(?:[*_~`]|\]\([^()\n]*\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]|<\/[a-z][^<>\n]*>)+/i;

/** In characters; longer markup is told by what else it has. */
const NEAR = 300;

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The words about the figures. */
function frameOf({ text, figures }: Block): string {
  let frame = '';
  let at = 0;
  for (const { start, end } of figures) {
    if (start < at) continue;
    frame += `${text.slice(at, start)}\0`;
    at = end;
  }
  return plain(frame + text.slice(at));
}

/** Three words or more that are the same in both languages are no name. */
function isLeft({ source, target }: Pick<Passage, 'source' | 'target'>): boolean {
  const [a, b] = [source, target].map((blocks) => plain(blocks.map(({ text }) => text).join(' ')));
  return a === b && (a?.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= 3;
}

/** Words, and ideographs, of which each counts as one. */
export function wordsIn(blocks: readonly Pick<Block, 'text'>[]): number {
  return blocks.reduce((sum, { text }) => sum + (text.match(WORD)?.length ?? 0), 0);
}

const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
