import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { agreement } from '../comparing/agree.ts';
import { compare } from '../comparing/compare.ts';
import { fold } from '../fold.ts';
import { readFigures } from '../reading/read.ts';
import { divide, format, parseExact } from '../value.ts';
import { rewordings } from './reword.ts';
import { compose } from './written.ts';

/** What a translation could say instead of a figure that differs. */
export interface Correction {
  readonly text: string;
  /** Nothing but the figure's own text has to change, and the text then reads as the source's figure. */
  readonly certain: boolean;
}

/**
 * The source's figure in the translation's own form (90多亿美元 → 900多亿美元), or in its language's patterns. What it
 * gives was put into the block, read again and found to agree; undefined where nothing could be found that does.
 */
export function correct(
  target: Figure,
  source: Figure,
  block: Pick<Block, 'text'> & Partial<Pick<Block, 'kind'>>,
  locale: string,
): Correction | undefined {
  const bare = block.kind === 'cell' ? withoutHead(target, source, block.text, locale) : undefined;
  if (bare) return bare.source && correct(bare.target, bare.source, block, locale);
  const place = surroundings(target, block.text, locale);
  const isFree = !standsBehindFiller(place.before, locale) || target.bound === source.bound;
  for (const { text: worded, natural } of rewordings(target, source, locale)) {
    const text = capitalised(worded, target, place);
    const isRight = text !== target.text && saysSame(text, source, place, locale);
    if (isRight) return { text, certain: natural && isFree && place.isSteady };
  }
  const text = compose(source, locale);
  if (text === undefined || text === target.text || !saysSame(text, source, place, locale)) return undefined;
  return { text, certain: false };
}

/**
 * In a cell below "million US$" a figure is written without either: then what is to be corrected is the bare number.
 * No `source` where the head itself would have to change.
 */
function withoutHead(
  target: Figure,
  source: Figure,
  text: string,
  locale: string,
): { readonly target: Figure; readonly source?: Figure } | undefined {
  const own = readFigures(text, locale).find(({ start, end }) => start === target.start && end === target.end);
  if (!own || typeof own.value !== 'string' || own.value === target.value) return undefined;
  const bare = { ...own, span: target.span };
  if (source.unit !== target.unit || source.kind !== target.kind) return { target: bare };
  if (typeof source.value !== 'string' || typeof target.value !== 'string' || own.value === '0')
    return { target: bare };
  const factor = divide(parseExact(target.value), parseExact(own.value));
  const value = format(divide(parseExact(source.value), factor));
  return { target: bare, source: { ...source, value, kind: own.kind, unit: own.unit } };
}

/** «на 15 %» wants its bound before the preposition: «более чем на 15 %». */
function standsBehindFiller(before: string, locale: string): boolean {
  const word = /(\p{L}+)\s*$/u.exec(fold(before))?.[1];
  return word !== undefined && (language(locale).figures.fillers?.split('|').includes(word) ?? false);
}

/** A word that now opens the sentence in the place of a number. */
function capitalised(text: string, target: Figure, { before }: Place): string {
  const opens = /^\s*$|[.!?…]["'”»)]*\s+$/u.test(before);
  return opens && !/^\p{Ll}/u.test(target.text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The text around a figure, as much as may change how it is read. */
interface Place {
  readonly before: string;
  readonly after: string;
  readonly target: Figure;
  /** What else is read there, as text. */
  readonly others: readonly string[];
  /** Is the figure read there as it was in the whole text? */
  readonly isSteady: boolean;
}

/** UTF-16 units to either side: a reading depends on the words beside it, not on the whole of a long paragraph. */
const REACH = 120;

function surroundings(target: Figure, text: string, locale: string): Place {
  const before = text.slice(Math.max(0, target.start - REACH), target.start);
  const after = text.slice(target.end, target.end + REACH);
  const read = readFigures(before + target.text + after, locale);
  const isIt = ({ start, end }: { start: number; end: number }) =>
    start === before.length && end === before.length + target.text.length;
  const others = read.filter((figure) => !isIt(figure)).map((figure) => figure.text);
  return { before, after, target, others, isSteady: read.some(isIt) };
}

/** Is `text`, in the figure's place, read as one figure that agrees with the source's, all else being read as before? */
function saysSame(text: string, source: Figure, { before, after, target, others }: Place, locale: string): boolean {
  const read = readFigures(before + text + after, locale);
  const at = read.findIndex(({ start, end }) => start === before.length && end === before.length + text.length);
  const found = read[at];
  if (!found || found.soft || read.toSpliced(at, 1).some((other, i) => other.text !== others[i])) return false;
  if (read.length - 1 !== others.length) return false;
  const figure = { ...found, span: target.span };
  const { matches, differences } = compare([source], [figure]);
  // A bound that may be none, as that of «до», is left to the translator.
  const isRight = differences.every(({ slip, doubtful }) => slip === 'bound' && doubtful);
  return matches.length === 1 && isRight && agreement(source, figure) !== 'converted';
}
