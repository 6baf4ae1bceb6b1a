import { type Area, type Hyphenation, type Kept, partings } from './hyphens.ts';
import { pieces } from './markup.ts';
import { blockEdge, type Quotes, setQuotes } from './quotes.ts';

/** [pattern, replacement] pairs, applied in order. No replacement is longer than what it replaces. */
export type Replacements = readonly (readonly [RegExp, string])[];

/** How the running text of a language is set. */
export interface Typesetting {
  /** What a typewriter has no key for: dashes, letters with marks. */
  readonly signs: Replacements;
  readonly quotes: Quotes;
  /** Each replaces one space by another. */
  readonly spaces: Replacements;
  /** What must stay on one line though no space is in it: it holds a dash, and no white space. */
  readonly unbroken: readonly RegExp[];
  /** The last few characters of a text, where one alone in a line would be an orphan. */
  readonly ending?: RegExp;
  /** What keeps its direction in a text from right to left, though no letter in it says so. */
  readonly isolated?: RegExp;
  /** Where words may be parted at a line's end, for paper; without it they are not. */
  readonly hyphenation?: Hyphenation;
}

/**
 * Sets the running text of sanitised HTML: signs, quotation marks, spaces, soft hyphens, and what stays on one line.
 * Code and attributes stay as they are, inline markup does not hide a word from its neighbour, and no pattern joins
 * across code or the edge of a block. Linear in the text. `kept` are words that are never parted.
 */
export function setText(html: string, how: Typesetting, kept?: Kept): string {
  const free = html.includes('<span class="') ? unset(html) : html;
  const loose = running(free);
  const runs = changed(loose, (text) => how.signs.reduce(replaceAll, text));
  const plain = setMarks(plainOf(runs), how);
  const cuts = how.hyphenation ? partings(plain, areas(runs), how.hyphenation, kept) : [];
  const whole = how.unbroken.length > 0 && oneOf(how.unbroken);
  let at = 0;
  let next = 0;
  const written = runs.map((run) => {
    const start = at;
    at += plainPart(run).length;
    if (!run.text) return run.html;
    const first = next;
    while ((cuts[next] ?? at) < at) next += 1;
    const parted = finished(withSoftHyphens(plain, start, at, cuts.slice(first, next)), how.quotes);
    const set = how.isolated ? parted.replace(how.isolated, '<bdi dir="ltr">$&</bdi>') : parted;
    const held = whole ? set.replace(dashed, (word) => word.replace(whole, NOBR)) : set;
    return how.ending ? held.replace(how.ending, NOBR) : held;
  });
  return withHeldMarks(written.join(''));
}

/** As it was before it was set, for what has been set already. */
function unset(html: string): string {
  return html.replace(held, '$1').replace(/<span class="nobr">([^<]*)<\/span>/g, '$1');
}

const NOBR = '<span class="nobr">$&</span>';

/** A word with a dash in it: to look for what is in none takes ten times as long. */
const dashed = /(?<!\S)\S*?[—–-]\S*/g;

/** The patterns of a language as one, made once. */
function oneOf(patterns: readonly RegExp[]): RegExp {
  const known = joined.get(patterns) ?? new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
  joined.set(patterns, known);
  return known;
}

const joined = new WeakMap<readonly RegExp[], RegExp>();

/** Between ideographs a line may end anywhere, but the mark of a note does not begin the next one. */
function withHeldMarks(html: string): string {
  if (!html.includes('data-footnote-ref')) return html;
  return html.replace(marked, '<span class="held">$&</span>');
}

const mark = /<sup><a [^>]*data-footnote-ref[^>]*>[^<]*<\/a><\/sup>/;
const ideograph = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\uff00-\uffef”’]/u;
const marked = new RegExp(`(?:<span class="nobr">[^<]*</span>|${ideograph.source})${mark.source}`, 'gu');
const held = new RegExp(`<span class="held">((?:<span class="nobr">[^<]*</span>|[^<]*)${mark.source})</span>`, 'g');

/** The same for plain text, but for what stays on one line: a title, a label. */
export function setPlain(text: string, how: Typesetting, kept?: Kept): string {
  const plain = setMarks(how.signs.reduce(replaceAll, text).replaceAll(filler, ''), how);
  const cuts = how.hyphenation ? partings(plain, [[0, plain.length]], how.hyphenation, kept) : [];
  return finished(withSoftHyphens(plain, 0, plain.length, cuts), how.quotes);
}

/** Changes the text of the runs as one, by what keeps its length or fills it up. */
function changed(runs: readonly Run[], change: (text: string) => string): readonly Run[] {
  const plain = plainOf(runs);
  const next = change(plain);
  if (next === plain) return runs;
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += plainPart(run).length;
    return run.text ? { ...run, html: next.slice(start, at).replaceAll(filler, '') } : run;
  });
}

/** Quotation marks and spaces; both keep the length, since a mark of two characters stands for itself until `finished`. */
function setMarks(plain: string, { quotes, spaces }: Typesetting): string {
  return spaces.reduce(replaceAll, setQuotes(plain, quotes));
}

/** A shorter replacement is filled up; one that would be longer is not made. */
function replaceAll(text: string, [pattern, replacement]: readonly [RegExp, string]): string {
  if (!replacement.includes('$')) return text.replace(pattern, (match) => replacement.padEnd(match.length, filler));
  const next = text.replace(pattern, replacement);
  return next.length === text.length ? next : text;
}

/** Fills the place of what was taken away. From the private use area, like the marks. */
const filler = '\uf8ff';

function finished(set: string, quotes: Quotes): string {
  if (!/[\uf8f0-\uf8f3]/.test(set)) return set;
  return set.replace(/[\uf8f0-\uf8f3]/g, (sign) => quotes[sign.charCodeAt(0) - 0xf8f0] ?? '');
}

function withSoftHyphens(plain: string, start: number, end: number, cuts: readonly number[]): string {
  if (cuts.length === 0) return plain.slice(start, end);
  const edges = [start, ...cuts, end];
  return edges
    .slice(1)
    .map((edge, i) => plain.slice(edges[i], edge))
    .join('\u00ad');
}

interface Run {
  readonly html: string;
  readonly text: boolean;
  /** What the patterns see of a run that is not text. */
  readonly sees: string;
  /** May its words be parted? */
  readonly parts: boolean;
}

/** Code, and the places of words that are set apart: never joined with their neighbours, never changed. */
const code = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'svg', 'textarea']);
/** Heads are not broken within words, nor are addresses, and what links to somewhere may be one. */
const whole = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'figcaption']);
const inline = new Set(
  'a abbr b bdi bdo cite data del dfn em i ins mark q s small span strong sub sup time u var wbr'.split(' '),
);
const empty = new Set('br col hr img input wbr'.split(' '));
/** What patterns see in place of something within a line, and of the edge of a block. */
const within = '\uFFFC';
const edge = blockEdge;

function running(html: string): Run[] {
  const open: { readonly name: string; readonly code: boolean; readonly parts: boolean }[] = [];
  return pieces(html).map((piece) => {
    const around = open.at(-1) ?? { code: false, parts: true };
    if (piece.kind === 'text') {
      return { html: piece.html, text: !around.code, sees: within, parts: around.parts };
    }
    const { name } = piece;
    if (piece.kind === 'open' && !empty.has(name)) {
      const foreign = 'lang' in piece.attributes;
      open.push({
        name,
        code: around.code || code.has(name),
        parts: around.parts && !code.has(name) && !whole.has(name) && !foreign,
      });
    } else if (piece.kind === 'close') {
      const from = open.findLastIndex((element) => element.name === name);
      if (from >= 0) open.length = from;
    }
    return { html: piece.html, text: false, sees: seen(name), parts: false };
  });
}

function seen(name: string): string {
  if (inline.has(name)) return '';
  return isEdge(name) ? edge : within;
}

/** Whether no pattern joins across the tags of such an element. */
export function isEdge(name: string): boolean {
  return !inline.has(name) && !code.has(name) && !empty.has(name);
}

/** Where in the plain text words may be parted, as [start, end) pairs in order. */
function areas(runs: readonly Run[]): Area[] {
  const found: [number, number][] = [];
  let at = 0;
  for (const run of runs) {
    const end = at + plainPart(run).length;
    const last = found.at(-1);
    if (run.text && run.parts && last?.[1] === at) last[1] = end;
    else if (run.text && run.parts) found.push([at, end]);
    at = end;
  }
  return found;
}

function plainOf(runs: readonly Run[]): string {
  return runs.map(plainPart).join('');
}

/** What the patterns see of a run. */
function plainPart({ html, text, sees }: Run): string {
  return text ? html : sees;
}
