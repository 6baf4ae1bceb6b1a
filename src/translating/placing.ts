import type { Phrase, Source } from '../model.ts';
import { type Code, type Content, isSameContent, partedContent } from '../text/content.ts';
import { phrase } from '../text/phrase.ts';
import { CARES, type Care, type Edit, prefixOf, withEdits, writtenContent, writtenField } from '../text/written.ts';
import type { Plan, Planned } from './units.ts';
import { type Region, type Writable, type WritableBlock, writable } from './writable.ts';

/** What a passage is to say. */
export interface Wish {
  readonly planned: Planned;
  readonly content: Content;
}

/** A translation with wishes fulfilled; and those that could not be. */
export interface Placed {
  readonly text: string;
  readonly refused: ReadonlyMap<Wish, Phrase>;
}

/**
 * Writes what passages are to say into a translation, or, where there is none, into one of the source's shape that says the
 * source's words elsewhere. Everything else stays byte for byte; what was written was read again and says just that.
 */
export function placed(plan: Plan, wishes: readonly Wish[], path: string, locale: string): Placed {
  const { text, refused } = written(plan, wishes, path, locale);
  // What was written has the line ends of the rest, where that has one kind.
  const { text: before } = (plan.target ?? plan.source).source;
  const isCrlf = before.includes('\r\n') && !/(?<!\r)\n/.test(before);
  return { text: isCrlf ? text.replace(/(?<!\r)\n/g, '\r\n') : text, refused };
}

function written(plan: Plan, wishes: readonly Wish[], path: string, locale: string): Placed {
  const refused = new Map<Wish, Phrase>();
  const { target } = plan;
  const base = target ?? writable({ path, text: withoutSilencers(plan.source.source.text) }, locale);
  const numbersOf = ({ planned }: Wish) => (target ? planned.target : planned.source);
  const desired = new Map<number, Content>();
  const asked = new Map<number, Wish>();
  for (const wish of wishes) {
    const [numbers, parts] = [numbersOf(wish), partedContent(wish.content)];
    if (numbers.length === 0) continue;
    if (parts.length !== numbers.length)
      refused.set(wish, phrase`this is ${parts.length} blocks; the translation has ${numbers.length} there`);
    else
      for (const [n, number] of numbers.entries()) {
        desired.set(number, parts[n] ?? []);
        asked.set(number, wish);
      }
  }
  const rewritten = withBlocks(base, desired, locale);
  for (const number of rewritten.failed) {
    const wish = asked.get(number);
    if (wish) refused.set(wish, phrase`its text cannot be written in Markdown so that it is read as it is`);
  }
  const lacking = wishes.filter((wish) => numbersOf(wish).length === 0);
  if (lacking.length === 0) return { text: rewritten.document.source.text, refused };
  const added = withMissing(plan, rewritten.document, lacking, locale);
  for (const wish of added.failed)
    refused.set(wish, phrase`the translation lacks this block, and where it belongs something else stands`);
  return { text: added.text, refused };
}

/** Comments that silence findings of the source are not the translation's. */
function withoutSilencers(text: string): string {
  return text.replace(/^<!--\s*hexapla-ignore\b(?:(?!-->)[\s\S])*-->[ \t]*\r?\n(?:[ \t]*\r?\n)?/gm, '');
}

interface Rewritten {
  readonly document: Writable;
  readonly failed: ReadonlySet<number>;
}

/** A document some of whose blocks, by their numbers, say something else; those that cannot are as they were. */
function withBlocks(document: Writable, desired: ReadonlyMap<number, Content>, locale: string): Rewritten {
  const { blocks } = document;
  const isInner = (number: number) =>
    blocks[number]?.kind === 'caption' && blocks.some((other) => holds(other, blocks[number]));
  const inner = new Map([...desired].filter(([number]) => isInner(number)));
  const first = inner.size > 0 ? withEach(document, inner, locale) : { document, failed: new Set<number>() };
  const outer = [...desired]
    .filter(([number]) => !inner.has(number))
    .map(
      ([number, content]) => [number, withPictures(content, blocks[number], first.document.blocks[number])] as const,
    );
  const second = withEach(first.document, new Map(outer), locale);
  return { document: second.document, failed: first.failed.union(second.failed) };
}

function holds({ region: outer }: WritableBlock, block: WritableBlock | undefined): boolean {
  const inner = block?.region;
  return outer !== undefined && inner !== undefined && outer !== inner && outer[0] < inner[0] && inner[1] < outer[1];
}

/** Pictures whose words were written in the meantime. */
function withPictures(content: Content, before: WritableBlock | undefined, now: WritableBlock | undefined): Content {
  const [old, own] = [picturesOf(before?.content), picturesOf(now?.content)];
  const raws = new Map(old.map(({ raw }, n) => [raw, own[n]?.raw ?? raw]));
  return content.map((piece) =>
    typeof piece === 'string' ? piece : { ...piece, raw: raws.get(piece.raw) ?? piece.raw },
  );
}

function picturesOf(content: Content = []): readonly Code[] {
  return content.flatMap((piece) => (typeof piece !== 'string' && piece.type === 'image' ? [piece] : []));
}

/** Each with as little care as it takes to be read as it is; none of these blocks stands within another. */
function withEach(document: Writable, desired: ReadonlyMap<number, Content>, locale: string): Rewritten {
  const cares = new Map([...desired.keys()].map((number) => [number, 0]));
  for (;;) {
    const asked = new Map([...desired].filter(([number]) => cares.has(number)));
    const next = edited(document, asked, cares, locale);
    const wrong = wrongIn(document, next, asked);
    if (wrong === 'none') return { document: next, failed: new Set([...desired.keys()].filter((n) => !cares.has(n))) };
    const open = wrong === 'shape' ? [...cares.keys()] : wrong;
    const isLast = open.every((number) => (cares.get(number) ?? 0) + 1 >= CARES.length);
    if (wrong === 'shape' && isLast) return oneByOne(document, desired, locale);
    for (const number of open) {
      const care = (cares.get(number) ?? 0) + 1;
      if (care < CARES.length) cares.set(number, care);
      else if (wrong !== 'shape') cares.delete(number);
    }
  }
}

/** Where the shape of the document breaks, nothing tells which block broke it. */
function oneByOne(document: Writable, desired: ReadonlyMap<number, Content>, locale: string): Rewritten {
  if (desired.size === 1) return { document, failed: new Set(desired.keys()) };
  let last = document;
  const failed = new Set<number>();
  for (const [number, content] of desired) {
    const next = withEach(last, new Map([[number, content]]), locale);
    if (next.failed.size > 0) failed.add(number);
    else last = next.document;
  }
  return { document: last, failed };
}

function edited(
  document: Writable,
  desired: ReadonlyMap<number, Content>,
  cares: ReadonlyMap<number, number>,
  locale: string,
): Writable {
  const edits = [...cares].flatMap(([number, care]) => {
    const [block, content] = [document.blocks[number], desired.get(number)];
    return block?.region && content
      ? [editOf(document.source, block, block.region, content, CARES[care] ?? 'tags')]
      : [];
  });
  const { path, text } = document.source;
  return writable({ path, text: withEdits(text, edits) }, locale);
}

function editOf(source: Source, { kind }: WritableBlock, [from, to]: Region, content: Content, care: Care): Edit {
  if (kind !== 'meta')
    return { from, to, text: writtenContent(content, { kind, care, prefix: prefixOf(source, from) }) };
  const before = source.text.slice(from, to);
  const value = content.map((piece) => (typeof piece === 'string' ? piece : piece.raw)).join('');
  return { from, to, text: writtenField(value, before) + (before.endsWith('\n') ? '\n' : '') };
}

/** Blocks that do not say what they are to; `shape` where others are not what they were. */
function wrongIn(
  before: Writable,
  now: Writable,
  desired: ReadonlyMap<number, Content>,
): 'none' | 'shape' | readonly number[] {
  if (before.blocks.length !== now.blocks.length) return 'shape';
  const wrong: number[] = [];
  for (const [number, block] of now.blocks.entries()) {
    const [was, wish] = [before.blocks[number], desired.get(number)];
    if (was?.kind !== block.kind) return 'shape';
    if (isSame(block.content, wish ?? was.content)) continue;
    if (wish) wrong.push(number);
    // A block with a picture is not the same when the words for that are not.
    else if (!before.blocks.some((other, n) => desired.has(n) && holds(was, other))) return 'shape';
  }
  return wrong.length === 0 ? 'none' : wrong;
}

function isSame(a: Content | undefined, b: Content | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameContent(a, b);
}

/** A piece of the source that a translation lacks, or has in another shape, and what it is to say. */
interface Lack {
  readonly wishes: readonly Wish[];
  readonly edit: Edit;
  /** What is there no more, and what is instead. */
  readonly gone: readonly Content[];
  readonly come: readonly Content[];
}

/** Blocks that are missing stand in the outermost piece (list, table) of the source that they stand in there. */
function withMissing(
  plan: Plan,
  target: Writable,
  wishes: readonly Wish[],
  locale: string,
): { readonly text: string; readonly failed: readonly Wish[] } {
  const byChunk = Map.groupBy(wishes, ({ planned }) => plan.source.blocks[planned.source[0] ?? 0]?.chunk);
  const lacks = [...byChunk].map(([chunk, own]) =>
    chunk === undefined
      ? own.map((wish) => fieldLack(plan, target, wish))
      : [chunkLack(plan, target, chunk, own, locale)],
  );
  const found = lacks.flat().filter((lack) => lack !== undefined);
  const all = tried(target, found, locale);
  if (all !== undefined)
    return { text: all, failed: wishes.filter((wish) => !found.some((lack) => lack.wishes.includes(wish))) };
  const kept: Lack[] = [];
  for (const lack of found) if (tried(target, [...kept, lack], locale) !== undefined) kept.push(lack);
  const failed = wishes.filter((wish) => !kept.some((lack) => lack.wishes.includes(wish)));
  return { text: tried(target, kept, locale) ?? target.source.text, failed };
}

/** The text with these; undefined where it then says something else than it should. */
function tried(target: Writable, lacks: readonly Lack[], locale: string): string | undefined {
  const { path, text: before } = target.source;
  // Of several that stand at one place, the first of the source comes first.
  const text = withEdits(before, joinedEdits(lacks.map(({ edit }) => edit)));
  const said = writable({ path, text }, locale).blocks.map(({ content }) => keyOf(content));
  const gone = lacks.flatMap((lack) => lack.gone.map(keyOf));
  const expected = target.blocks.map(({ content }) => keyOf(content));
  for (const key of gone) expected.splice(expected.indexOf(key), 1);
  expected.push(...lacks.flatMap((lack) => lack.come.map(keyOf)));
  return said.sort().join('\n') === expected.sort().join('\n') ? text : undefined;
}

function joinedEdits(edits: readonly Edit[]): readonly Edit[] {
  const inserted = Map.groupBy(
    edits.filter(({ from, to }) => from === to),
    ({ from }) => from,
  );
  const joined = [...inserted].map(([from, own]) => ({ from, to: from, text: own.map(({ text }) => text).join('') }));
  return [...joined, ...edits.filter(({ from, to }) => from !== to)];
}

function keyOf(content: Content | undefined): string {
  return JSON.stringify(
    content?.map((piece) =>
      typeof piece === 'string' ? piece : [piece.half, piece.type, piece.raw.replace(/\s+/g, ' ')],
    ) ?? null,
  );
}

/** A field of the front matter stands behind those that are there. */
function fieldLack(plan: Plan, { source, body }: Writable, wish: Wish): Lack {
  const field = plan.source.blocks[wish.planned.source[0] ?? 0]?.field ?? 'title';
  const value = wish.content.map((piece) => (typeof piece === 'string' ? piece : piece.raw)).join('');
  const line = `${field}: ${writtenField(value, '')}\n`;
  const end = source.text.lastIndexOf('\n---', body) + 1;
  const edit = body === 0 ? { from: 0, to: 0, text: `---\n${line}---\n\n` } : { from: end, to: end, text: line };
  return { wishes: [wish], edit, gone: [], come: [wish.content] };
}

function chunkLack(
  plan: Plan,
  target: Writable,
  chunk: number,
  wishes: readonly Wish[],
  locale: string,
): Lack | undefined {
  const numbers = plan.source.blocks.flatMap((block, n) => (block.chunk === chunk ? [n] : []));
  const own = plan.units.filter(({ source }) => source.some((n) => numbers.includes(n)));
  const there = own.flatMap((unit) => unit.target);
  const chunks = new Set(there.map((n) => target.blocks[n]?.chunk));
  const [at] = chunks;
  const isWhole = (n: number) => there.includes(n) || target.blocks[n]?.chunk !== at;
  if (chunks.size > 1 || (chunks.size === 1 && !target.blocks.every((_, n) => isWhole(n)))) return undefined;
  const desired = new Map<number, Content>();
  for (const unit of own) {
    const wish = wishes.find(({ planned }) => planned === unit);
    const contents = wish ? partedContent(wish.content) : unit.target.flatMap((n) => listed(target.blocks[n]?.content));
    if (contents.length === unit.source.length)
      for (const [n, number] of unit.source.entries()) desired.set(number, contents[n] ?? []);
    else if (wish || unit.target.length > 0) return undefined;
  }
  const filled = withBlocks(plan.source, desired, locale);
  if (filled.failed.size > 0) return undefined;
  const [from = 0, to = 0] = filled.document.chunks[chunk] ?? [];
  const text = filled.document.source.text.slice(from, to);
  const come = numbers.flatMap((n) => listed(filled.document.blocks[n]?.content));
  const region = at === undefined ? undefined : target.chunks[at];
  if (region)
    return {
      wishes,
      edit: { from: region[0], to: region[1], text },
      gone: target.blocks.flatMap(({ chunk: other, content }) => (other === at ? listed(content) : [])),
      come,
    };
  return { wishes, edit: insertion(plan, target, numbers[0] ?? 0, text), gone: [], come };
}

/** Behind what stands before it in the source, and in the translation too. */
function insertion(plan: Plan, target: Writable, first: number, text: string): Edit {
  const before = plan.units.filter(({ source }) => (source[0] ?? 0) < first).flatMap((unit) => unit.target);
  const chunk = before.reduce((last, n) => Math.max(last, target.blocks[n]?.chunk ?? -1), -1);
  const [, end] = target.chunks[chunk] ?? [];
  if (end !== undefined) return { from: end, to: end, text: `\n\n${text}` };
  return { from: target.body, to: target.body, text: `${text}\n\n` };
}

function listed(content: Content | undefined): readonly Content[] {
  return content ? [content] : [];
}
