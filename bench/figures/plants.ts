import { readFigures } from '../../src/figures/reading/read.ts';
import type { Block, Document, Figure } from '../../src/model.ts';
import { type Exchange, exchange, type Sort } from './forms.ts';

/** Sorts of errors that are planted by rule, without anyone having read the text. */
export const plantClasses = [
  'digit',
  'word',
  'twice',
  'scale',
  'unit',
  'currency',
  'percent',
  'bound',
  'date',
  'missing',
  'extra',
  'bare digits, read',
  'bound left out',
  'bare digits, not read',
  'swap',
] as const;

export type PlantClass = (typeof plantClasses)[number];

/** One error to plant: `is` in place of what stands in the block's text from `start` to `end`. */
export interface Plant extends Exchange {
  readonly class: PlantClass;
}

/** A paragraph, its translation, and the documents that they stand in. */
export interface Paragraphs {
  readonly source: Block;
  readonly target: Block;
  readonly document: Document;
}

/** Numbers from a text, the same every time (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Every error that fits a translated paragraph; `seed` chooses among digits and words. */
export function plantsIn(pair: Paragraphs, seed: number): readonly Plant[] {
  const { target, document } = pair;
  const hard = target.figures.filter(({ soft }) => !soft);
  const turn = (figure: Figure, salt: string) => hashOf(`${seed} ${salt} ${figure.start} ${target.text}`);
  return [
    ...hard.flatMap((figure) => [
      ...inFigure(figure, document.locale, (salt) => turn(figure, salt)),
      ...bound(figure, target.text, document.locale, turn(figure, 'bound')),
      ...unbound(figure, pair.source),
      ...missing(figure, target),
      ...extra(figure, pair, turn(figure, 'extra')),
    ]),
    ...bareDigits(pair, seed),
    ...swaps(hard, target),
  ];
}

/** What is exchanged within the figure, as class and sort of words. */
const WORDS: readonly (readonly [PlantClass, Sort])[] = [
  ['scale', 'scale'],
  ['unit', 'duration'],
  ['unit', 'measure'],
  ['currency', 'currency'],
  ['percent', 'percent'],
];

function inFigure(figure: Figure, locale: string, turn: (salt: string) => number): readonly Plant[] {
  const { text, kind, start } = figure;
  const at = (kind: PlantClass, found: Exchange | undefined): readonly Plant[] =>
    found ? [{ class: kind, start: start + found.start, end: start + found.end, is: found.is }] : [];
  if (kind === 'date' || kind === 'time') return at('date', redated(figure, locale, turn('date')));
  const words = WORDS.filter(([name]) => FITS[name]?.includes(kind) ?? true);
  return [
    ...at('digit', redigited(text, turn('digit'))),
    ...(/\p{Nd}/u.test(text) ? [] : at('word', exchange(text, locale, 'number', turn('word')))),
    ...at('twice', doubled(text)),
    ...words.flatMap(([name, sort]) => at(name, exchange(text, locale, sort, turn(sort)))),
  ];
}

/** Kinds of figures that have words of a class; a scale may stand in any. */
const FITS: Readonly<Partial<Record<PlantClass, readonly Figure['kind'][]>>> = {
  unit: ['duration', 'quantity'],
  currency: ['money'],
  percent: ['percent', 'percentage-point'],
};

/** Another digit among the first three. */
function redigited(text: string, turn: number): Exchange | undefined {
  const all = [...text.matchAll(/\p{Nd}/gu)].slice(0, 3);
  const found = all[turn % Math.max(1, all.length)];
  if (!found) return undefined;
  const { 0: sign, index } = found;
  const zero = zeroOf(sign);
  const digit = (sign.codePointAt(0) ?? 0) - zero;
  const leads = all[0]?.index === index;
  const others = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((other) => other !== digit && (other > 0 || !leads));
  const is = String.fromCodePoint(zero + (others[(turn >>> 4) % others.length] ?? 0));
  return { start: index, end: index + sign.length, is };
}

/** Decimal digits stand in runs of ten (Unicode, Numeric_Type=Decimal), and those of most scripts at a multiple of it. */
function zeroOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  const values = Array.from({ length: 10 }, (_, less) => code - less);
  return values.findLast((zero) => /\p{Nd}/u.test(String.fromCodePoint(zero)) && isRun(zero)) ?? code;
}

function isRun(zero: number): boolean {
  return /^\p{Nd}{10}$/u.test(String.fromCodePoint(...Array.from({ length: 10 }, (_, n) => zero + n)));
}

/** A whole number of up to four digits, twice as large. */
function doubled(text: string): Exchange | undefined {
  const all = [...text.matchAll(/[0-9]+/g)];
  const [found] = all;
  if (!found || all.length > 1 || found[0].length > 4 || found[0].startsWith('0')) return undefined;
  const { 0: digits, index } = found;
  return { start: index, end: index + digits.length, is: String(2 * Number(digits)) };
}

/** Another day, month or year; another hour or minute. */
function redated(figure: Figure, locale: string, turn: number): Exchange | undefined {
  const { text, value } = figure;
  if (typeof value !== 'string' || /s|C|Q|H/.test(value)) return undefined;
  const parts: readonly Exchange[] = [...text.matchAll(/[0-9]+/g)].flatMap(({ 0: digits, index }) => {
    if (digits.length !== 4 && digits.length > 2) return [];
    const number = Number(digits);
    const is = String(number === 12 || number === 23 || number >= 28 ? number - 1 : number + 1);
    return [{ start: index, end: index + digits.length, is: is.padStart(digits.length, '0') }];
  });
  const month = figure.kind === 'date' ? exchange(text, locale, 'month', turn >>> 4) : undefined;
  const all = month ? [...parts, month] : parts;
  return all[turn % Math.max(1, all.length)];
}

/** Over for under, at most for at least, where the word is read with the figure. */
function bound(
  { text, start, bound: said, kind }: Figure,
  around: string,
  locale: string,
  turn: number,
): readonly Plant[] {
  if (said === 'exact' || said === 'about' || kind === 'date') return [];
  const found = exchange(text, locale, 'bound', turn);
  // 见不到一只 → 见涨破一只: what nobody reads as the other bound is no error of one.
  const turned = found && around.slice(0, start + found.start) + found.is + around.slice(start + found.end);
  const isRead =
    turned && readFigures(turned, locale).some((one) => one.start <= start && start < one.end && one.bound !== said);
  return found && isRead ? [{ class: 'bound', start: start + found.start, end: start + found.end, is: found.is }] : [];
}

/** The word of a bound before digits, left out where the source has that bound. */
function unbound({ text, start, bound: said, value }: Figure, source: Block): readonly Plant[] {
  const before = /^\D+(?=\p{Nd})/u.exec(text)?.[0];
  const isSaid = source.figures.some((other) => other.value === value && other.bound === said);
  if (said === 'exact' || said === 'about' || !before || /[\p{Sc}]/u.test(before) || !isSaid) return [];
  return [{ class: 'bound left out', start, end: start + before.length, is: '' }];
}

/** Two numbers of one kind and unit in each other's place, their digits or words alone; none of a score. */
function swaps(figures: readonly Figure[], { text }: Block): readonly Plant[] {
  const numbers = figures.flatMap((figure) => {
    const is = /\p{Nd}[\p{Nd}.,\u00a0\u202f]*(?<=\p{Nd})/u.exec(figure.text)?.[0] ?? figure.text;
    return SWAPPED.has(figure.kind) && typeof figure.value === 'string'
      ? [{ figure, is, start: figure.start + figure.text.indexOf(is) }]
      : [];
  });
  return numbers.flatMap((a, n) =>
    numbers.slice(n + 1).flatMap((b): readonly Plant[] => {
      const between = text.slice(a.start + a.is.length, b.start);
      const isAlike = a.figure.kind === b.figure.kind && a.figure.unit === b.figure.unit && a.is !== b.is;
      const isScore = [a, b].some((one) =>
        /[-–:：比]/u.test(text.charAt(one.start - 1) + text.charAt(one.start + one.is.length)),
      );
      if (!isAlike || isScore || between.length < 2) return [];
      return [{ class: 'swap', start: a.start, end: b.start + b.is.length, is: b.is + between + a.is }];
    }),
  );
}

const SWAPPED: ReadonlySet<Figure['kind']> = new Set(['number', 'money', 'percent', 'quantity', 'duration']);

/** What stands in brackets, or between two commas, and may be left out. */
const PHRASES = /[(（][^()（）]*[)）]|(?<=\p{L})(?:, |，|، )[^,，،.。;；:：()（）]*(?=, |，|، |[.。])/gu;

/** Right before brackets, what is said again in another unit within them, and may go. */
const CONVERTED = /\p{Nd}[^()（）\p{Nd}]{0,20}$/u;

/**
 * The phrase that a figure in digits stands in, left out, where it holds no other figure and nothing else says the same.
 * A number in words is too often a part of the grammar (the two of them) to be missed.
 */
function missing(figure: Figure, target: Block): readonly Plant[] {
  if (!/\p{Nd}/u.test(figure.text)) return [];
  const alike = target.figures.filter(({ value }) => JSON.stringify(value) === JSON.stringify(figure.value));
  if (alike.length > 1) return [];
  for (const { 0: phrase, index } of target.text.matchAll(PHRASES)) {
    const end = index + phrase.length;
    if (figure.start < index || figure.end > end) continue;
    if (/^[(（]/.test(phrase) && CONVERTED.test(target.text.slice(0, index))) return [];
    const within = target.figures.filter((other) => other.start < end && other.end > index);
    return within.length === 1 ? [{ class: 'missing', start: index, end, is: '' }] : [];
  }
  return [];
}

/** A figure of another paragraph, in brackets behind this one, where neither paragraph has it. */
function extra(figure: Figure, { source, target, document }: Paragraphs, turn: number): readonly Plant[] {
  const here = new Set([...source.figures, ...target.figures].map(({ value }) => JSON.stringify(value)));
  const others = document.blocks.flatMap(({ figures }) =>
    figures.filter(
      ({ kind, soft, value, text }) =>
        FOREIGN.has(kind) && !soft && /\p{Nd}/u.test(text) && !here.has(JSON.stringify(value)),
    ),
  );
  const other = others[turn % Math.max(1, others.length)];
  if (!other) return [];
  const wide = /\p{sc=Han}/u.test(target.text);
  const is = wide ? `（${other.text}）` : ` (${other.text})`;
  return [{ class: 'extra', start: figure.end, end: figure.end, is }];
}

const FOREIGN: ReadonlySet<Figure['kind']> = new Set(['money', 'percent', 'quantity', 'duration']);

/** Runs of digits wherever they stand; where nothing reads them as a figure, only those that the source has too. */
function bareDigits({ source, target }: Paragraphs, seed: number): readonly Plant[] {
  const written = new Set(source.text.match(/\p{Nd}+/gu));
  return [...target.text.matchAll(/\p{Nd}+/gu)].flatMap(({ 0: digits, index }): readonly Plant[] => {
    const found = redigited(digits, hashOf(`${seed} bare ${index} ${target.text}`));
    const end = index + digits.length;
    const isRead = target.figures.some((figure) => !figure.soft && figure.start <= index && figure.end >= end);
    if (!found || (!isRead && !written.has(digits))) return [];
    const kind = isRead ? 'bare digits, read' : 'bare digits, not read';
    return [{ class: kind, start: index + found.start, end: index + found.end, is: found.is }];
  });
}
