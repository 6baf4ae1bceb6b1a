import type { ReceivedPiece } from '../exchange/unit.ts';
import type { Phrase } from '../model.ts';
import { type Code, type Content, partedContent } from '../text/content.ts';
import { phrase } from '../text/phrase.ts';

/** A code with both its halves, or alone. */
interface Whole extends Pick<Code, 'id' | 'type'> {
  /** What stands at its start and, of a pair, at its end. */
  readonly raw: readonly string[];
  readonly isPair: boolean;
}

/**
 * A translation whose codes bear the ids of those of the source that they stand for: of the same kind, alike first, then in
 * order; what the source has none for is `t1`, `t2` …
 */
export function corresponding(translation: Content, source: Content): Content {
  const left = [...wholesOf(source)];
  const own = wholesOf(translation);
  const ids = new Map<string, string>();
  const take = (code: Whole, fits: (other: Whole) => boolean) => {
    if (ids.has(code.id)) return;
    const at = left.findIndex((other) => other.type === code.type && other.isPair === code.isPair && fits(other));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (found) ids.set(code.id, found.id);
  };
  for (const code of own) take(code, ({ raw }) => raw.join() === code.raw.join());
  for (const code of own) take(code, () => true);
  let more = 0;
  for (const { id } of own) if (!ids.has(id)) ids.set(id, `t${++more}`);
  return translation.map((piece) =>
    typeof piece === 'string' ? piece : { ...piece, id: ids.get(piece.id) ?? piece.id },
  );
}

function wholesOf(content: Content): readonly Whole[] {
  const found = new Map<string, Whole>();
  for (const piece of content) {
    if (typeof piece === 'string') continue;
    const { id, type, half, raw } = piece;
    const open = found.get(id);
    found.set(id, { id, type, raw: [...(open?.raw ?? []), raw], isPair: half !== 'alone' });
  }
  return [...found.values()];
}

/** What came back as content, its codes as they were sent; or what is wrong with them. */
export type Resolved = { readonly content: Content } | { readonly faults: readonly Phrase[] };

/** `current`: the translation as it was exported, whose codes are written in its own way. `isString`: white space counts. */
export function resolved(
  received: readonly ReceivedPiece[],
  source: Content,
  current: Content | undefined,
  isString = false,
): Resolved {
  const known = new Map([...halvesOf(source), ...halvesOf(current ?? [])]);
  const faults: Phrase[] = [];
  const open: string[] = [];
  const met = new Map<string, number>();
  const content = received.flatMap((piece): Content => {
    if (typeof piece === 'string') return [piece];
    const { half, id } = piece;
    const code = known.get(`${half} ${id}`);
    met.set(`${half} ${id}`, (met.get(`${half} ${id}`) ?? 0) + 1);
    if (!code) {
      faults.push(phrase`the code ${id} was never part of this unit`);
      return [];
    }
    if (half === 'open') open.push(id);
    if (half === 'close' && open.at(-1) === id) open.pop();
    else if (half === 'close')
      faults.push(
        open.includes(id)
          ? phrase`the code ${shown(code, known)} ends while ${shownId(open.at(-1) ?? '', known)} is open: they cross`
          : phrase`the code ${shown(code, known)} ends before it begins`,
      );
    return [code];
  });
  for (const [key, count] of met)
    if (count > 1) faults.push(phrase`the code ${shown(known.get(key), known)} is there ${count} times`);
  // What the translation did without before may stay away.
  const had = current && new Set(halvesOf(current).keys());
  for (const [key, code] of halvesOf(source))
    if (!met.has(key) && (!had || had.has(key)) && code.half !== 'close')
      faults.push(phrase`the code ${shown(code, known)} is lost`);
    else if (code.half === 'close' && !met.has(key) && met.has(`open ${code.id}`))
      faults.push(phrase`the code ${shown(code, known)} begins and does not end`);
  return faults.length > 0 ? { faults: once(faults) } : { content: joinedText(content, isString) };
}

function halvesOf(content: Content): ReadonlyMap<string, Code> {
  return new Map(content.flatMap((piece) => (typeof piece === 'string' ? [] : [[`${piece.half} ${piece.id}`, piece]])));
}

/** Its number, and what it stands for. */
function shown(code: Code | undefined, known: ReadonlyMap<string, Code>): string {
  return shownId(code?.id ?? '', known);
}

function shownId(id: string, known: ReadonlyMap<string, Code>): string {
  const [alone, open, close] = ['alone', 'open', 'close'].map((half) => known.get(`${half} ${id}`)?.raw);
  const raw = alone ?? `${open ?? ''}…${close ?? ''}`;
  return `${id} (${raw.replace(/\s+/g, ' ').trim() || '¶'})`;
}

function once(faults: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** Texts that meet are one, with white space as content has it. */
function joinedText(content: Content, isString: boolean): Content {
  const joined: Content[number][] = [];
  for (const piece of content) {
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  if (isString) return joined;
  return partedContent(joined).flatMap((part, n): Content => (n === 0 ? part : [ends(joined)[n - 1] as Code, ...part]));
}

/** The codes that end blocks. */
function ends(content: Content): readonly Code[] {
  return content.flatMap((piece) => (typeof piece !== 'string' && piece.type === 'block' ? [piece] : []));
}
