import type { Statement } from '../../catalogue.ts';
import type { Document, Figure } from '../../model.ts';
import { boundClass } from '../comparing/bounds.ts';
import { fold } from '../fold.ts';
import { sentences } from '../sentences.ts';
import { add, negate, order, parseExact } from '../value.ts';
import { looseRounding } from './rounding.ts';

/** One thing of one year said twice in an edition, with different numbers. */
export interface Repeated {
  readonly figure: Figure;
  /** What was said before. */
  readonly earlier: Figure;
}

/**
 * The same noun, the same year, another number: statements of one unit and year whose sentences share most of their
 * words. Only sentences that say one year and one such figure are held against each other, so that it is plain what
 * the figure is of.
 */
export function repeated(all: readonly Statement[], locale: string): readonly Repeated[] {
  const byKey = Map.groupBy(all, ({ key }) => key);
  return [...byKey.values()].flatMap((list) => {
    if (list.length < 2) return [];
    const same = list.map((statement) => ({ ...statement, stems: new Set(statement.words.split(' ')) }));
    return same.flatMap((later, i) => conflicts(later, same.slice(Math.max(0, i - MOST), i), locale));
  });
}

interface Parsed extends Statement {
  readonly stems: ReadonlySet<string>;
}

/** How many earlier statements of the same year and unit one is held against. */
const MOST = 40;

function conflicts(later: Parsed, before: readonly Parsed[], locale: string): readonly Repeated[] {
  const earlier = before.find((other) => isOfTheSame(later, other));
  if (!earlier || isCompatible(later.figure, earlier.figure, locale)) return [];
  return [{ figure: later.figure, earlier: earlier.figure }];
}

/** What a document says of a year, in the order of its text. */
export function* statements({ blocks, locale }: Pick<Document, 'blocks' | 'locale'>): Iterable<Statement> {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (block.figures.length < 2 || !block.figures.some(isOfYear)) continue;
    for (const sentence of sentences(block, locale)) {
      const years = sentence.figures.filter(({ kind }) => kind === 'date');
      const [year] = years;
      if (years.length !== 1 || !year || !isOfYear(year)) continue;
      const told = sentence.figures.filter((figure) => isTold(figure));
      if (told.length === 0) continue;
      const folded = fold(sentence.text);
      const words = [...new Set(stems(folded))].join(' ');
      for (const figure of told) {
        if (told.some((other) => other !== figure && other.kind === figure.kind && other.unit === figure.unit))
          continue;
        const [noun = ''] = stems(folded.slice(figure.end - sentence.start));
        const key = `${year.value} ${figure.kind} ${figure.unit}`;
        yield { figure, words, noun, key };
      }
    }
  }
}

function isOfYear({ kind, value }: Figure): boolean {
  return kind === 'date' && typeof value === 'string' && /^\d{4}/.test(value);
}

function isTold({ kind, soft, value }: Figure): boolean {
  return !soft && typeof value === 'string' && ['number', 'money', 'percent', 'quantity'].includes(kind);
}

function isOfTheSame(a: Parsed, b: Parsed): boolean {
  if (a.figure.unit === null && a.figure.kind === 'number' && a.noun !== b.noun) return false;
  if (a.figure.direction !== b.figure.direction) return false;
  const shared = a.stems.intersection(b.stems).size;
  return shared >= SHARED && shared >= ALIKE * Math.min(a.stems.size, b.stems.size);
}

const SHARED = 4;
const ALIKE = 0.7;

/** "more than 50 billion" and "50.1 billion" are compatible, and so are 4.6 and 4.58. */
function isCompatible(a: Figure, b: Figure, locale: string): boolean {
  if (typeof a.value !== 'string' || typeof b.value !== 'string') return true;
  const [x, y] = [parseExact(a.value), parseExact(b.value)];
  const slack = add(looseRounding(a, locale), looseRounding(b, locale));
  const distance = add(x, negate(y));
  const near = order(distance.n < 0n ? negate(distance) : distance, slack) <= 0;
  if (near || a.bound === 'about' || b.bound === 'about') return true;
  const larger = order(x, y) > 0 ? a : b;
  const smaller = larger === a ? b : a;
  return boundClass(smaller.bound) === 'over' || boundClass(larger.bound) === 'under';
}

/** First letters of words, and pairs of Han characters; numbers and short words tell nothing. */
function* stems(folded: string): Iterable<string> {
  for (const [word] of folded.matchAll(/[\p{sc=Han}]+|[\p{L}\p{M}]+/gu)) {
    if (/\p{sc=Han}/u.test(word)) for (let i = 0; i + 2 <= word.length; i += 1) yield word.slice(i, i + 2);
    else if (word.length > 3) yield word.slice(0, 5);
  }
}
