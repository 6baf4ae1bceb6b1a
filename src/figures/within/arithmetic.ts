import { language } from '../../locales/index.ts';
import type { Block, Document, Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { type Relation, relations } from '../comparing/relations.ts';
import { fold } from '../fold.ts';
import { holdsWord, type Sentence, sentences } from '../sentences.ts';
import { format, order } from '../value.ts';
import { growthOf } from './growth.ts';
import { areOfOneKind, type Contradiction, inTable, numberIn, type RowWords, sharesOf, tables } from './sums.ts';

export type { Contradiction } from './sums.ts';

/** Totals, shares, growth and parts of one document that do not add up; its own language's words say which they are. */
export function contradictions({ blocks, locale }: Document): readonly Contradiction[] {
  const words = wordsOf(locale);
  const prose = blocks.filter(({ kind, figures }) => kind !== 'cell' && figures.length > 1);
  return [
    ...tables(blocks).flatMap((table) => [...inTable(table, words, locale)]),
    ...prose.flatMap((block) => [...inProse(block, words, locale)]),
  ];
}

interface Words extends RowWords {
  readonly rest: readonly string[];
}

const wordsOf = remembered(readWords);

function readWords(locale: string): Words {
  const { totals, parts, including, rest } = language(locale).figures;
  const list = (text: string | undefined) => (text ? text.split('|').map(fold) : []);
  return { totals: list(totals), parts: list(parts), including: list(including), rest: list(rest) };
}

/** Kinds of which one value grows to another, or is a part of another; of a share, another share may be any. */
const COUNTED = new Set(['number', 'money', 'quantity']);

function* inProse(block: Block, words: Words, locale: string): Iterable<Contradiction> {
  const related = hasLikes(block.figures)
    ? relations(block, locale).filter(({ first, far }) => !far && COUNTED.has(first.kind))
    : [];
  for (const relation of related) if (relation.sort === 'part') yield* partOf(relation);
  const shares = block.figures.filter(({ kind }) => kind === 'percent' || kind === 'multiple').length;
  if (shares < SHARES && (shares === 0 || !related.some(({ sort }) => sort === 'change'))) return;
  for (const sentence of sentences(block, locale)) {
    const rest = restOf(sentence, words, locale);
    if (rest) yield rest;
    const changes = related.filter(({ sort, first }) => sort === 'change' && isWithin(first.start, sentence));
    const [change, second] = changes;
    const growth = change && !second ? growthOf(sentence.figures, change, locale) : undefined;
    if (growth) yield growth;
  }
}

/** Fewer shares make no whole. */
const SHARES = 3;

/** Are two of the figures of one kind and unit, or one a range? */
function hasLikes(figures: readonly Figure[]): boolean {
  const seen = new Set<string>();
  return figures.some(({ kind, unit, value }) => {
    const like = `${kind} ${unit}`;
    const found = typeof value !== 'string' || seen.has(like);
    seen.add(like);
    return found && COUNTED.has(kind);
  });
}

function isWithin(offset: number, { start, text }: Sentence): boolean {
  return offset >= start && offset < start + text.length;
}

/** "200 schools, 340 of which …": a part is not larger than its whole. */
function* partOf({ first: part, second: whole }: Relation): Iterable<Contradiction> {
  if (!areOfOneKind([whole, part]) || order(numberIn(part), numberIn(whole)) <= 0) return;
  yield { sort: 'part', figure: part, others: [whole], makes: format(numberIn(whole)) };
}

/** "40%, 35% and the rest, 20%": a rest makes the shares whole. */
function restOf({ text, figures }: Sentence, { rest }: Words, locale: string): Contradiction | undefined {
  const shares = figures.filter(({ kind }) => kind === 'percent');
  if (shares.length < SHARES || !areOfOneKind(shares)) return undefined;
  const folded = fold(text);
  return rest.some((word) => holdsWord(folded, word)) ? sharesOf(shares, locale) : undefined;
}
