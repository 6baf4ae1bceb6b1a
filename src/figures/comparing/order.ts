import { language } from '../../locales/index.ts';
import type { Figure } from '../../model.ts';
import { remembered } from '../../text/remembered.ts';
import { endsWithWord } from '../sentences.ts';
import type { Passage } from './associations.ts';
import type { Languages, Match, Two } from './match.ts';
import { keepsPreposition } from './prepositions.ts';
import type { Relation } from './relations.ts';

/**
 * In professional translations two figures of one kind and unit change their order in 0.03 to 0.2 of 100 paragraphs
 * (in 1 of 100 where modifiers stand before their noun), so two that did are most likely exchanged: unless something
 * that stands with one of them moved along, or a bracket or a part and its whole explain it.
 */
export function isOutOfOrder(
  { first, second }: Two,
  { source, target }: Passage,
  matches: readonly Match[],
  languages: Languages,
): boolean {
  if (!crosses(first, second) || !isOfOneSize(first, second) || [first, second].some(isFixed)) return false;
  // "three runs, then two, by two errors": which of the twos is meant the order does not tell.
  if (matches.some(({ source: one }) => [first, second].some((own) => own.source !== one && isAlike(own.source, one))))
    return false;
  const movedAlong = matches.some(
    (other) =>
      crosses(other, first) !== crosses(other, second) &&
      other !== first &&
      other !== second &&
      !isDateAhead(other, first, second) &&
      !(other.source.soft && partsFrom(other, first, second)),
  );
  if (movedAlong || source.length > 1 || target.length > 1) return false;
  const between = betweenOf(target[0]?.text ?? '', first.target, second.target);
  const before = betweenOf(source[0]?.text ?? '', first.source, second.source);
  const isCount = [first, second].every((one) => one.source.kind === 'number');
  if (
    /[()（）[\]]/.test(between + before) ||
    (isCount && (isVote(before, languages.source) || isVote(between, languages.target)))
  )
    return false;
  const [own, others] = [source[0]?.text ?? '', target[0]?.text ?? ''];
  if ([first, second].some((one) => isModifier(one.source, own) || isModifier(one.target, others))) return false;
  if (isCount && keepsPreposition([first, second], [own, others], languages)) return false;
  return !reorders(languages) || (PARTED.test(between) && PARTED.test(before));
}

/** What clauses are parted by. */
const PARTED = /[,;:，；、：।،؛]/;

function isAlike(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.unit === b.unit && typeof a.value === 'string' && a.value === b.value;
}

/** 以30亿美元的估值融资2.5亿美元: where what modifies a noun leads, two figures may change their order for no reason. */
export function reorders({ source, target }: Languages): boolean {
  return [source, target].some((locale) => language(locale).figures.reorders === true);
}

/** "883 a year earlier", годом ранее 1153: what weighs little stands with the one figure here and with the other there. */
function partsFrom({ source, target }: Match, first: Match, second: Match): boolean {
  const isNearer = (one: Relation['first'], a: Relation['first'], b: Relation['first']) =>
    Math.abs(one.start - a.start) < Math.abs(one.start - b.start);
  return isNearer(source, first.source, second.source) !== isNearer(target, first.target, second.target);
}

/** A date that begins the translation's sentence has come there from wherever it stood, and tells nothing. */
export function isDateAhead({ source, target }: Match, first: Match, second: Match): boolean {
  const isFirst = target.end <= Math.min(first.target.start, second.target.start);
  return source.kind === 'date' && isFirst && source.start < Math.max(first.source.start, second.source.start);
}

/** "by 151 votes to 148": who comes first is told elsewhere. */
function isVote(between: string, locale: string): boolean {
  return between.length <= SCORE && toOf(locale).some((word) => endsWithWord(between.toLowerCase().trimEnd(), word));
}

const toOf = remembered((locale: string) => language(locale).figures.to?.split('|') ?? []);

/** How far from each other the two sides of a vote may stand, in UTF-16 units. */
const SCORE = 20;

/** "£3,400 from a £200 bet" and aus 200 Pfund Einsatz 3400: what came of something stands before it or behind. */
export function isOutcome({ first, second }: Two, { source }: Passage, languages: Languages): boolean {
  const later = first.source.start < second.source.start ? second : first;
  const text = source.find(({ figures }) => figures.includes(later.source))?.text.slice(0, later.source.start) ?? '';
  const words = text.slice(-OUTCOME).toLowerCase().trimEnd().split(' ');
  const { articles = '' } = language(languages.source).figures;
  if (articles.split('|').includes(words.at(-1) ?? '')) words.pop();
  return fromOf(languages.source).some((word) => endsWithWord(words.join(' '), word));
}

const fromOf = remembered((locale: string) => {
  const { from, rangeOnly } = language(locale).figures;
  const open = rangeOnly?.split('|') ?? [];
  return from?.split('|').filter((word) => !open.includes(word)) ?? [];
});

/** How far before a figure "from a" may begin, in UTF-16 units. */
const OUTCOME = 16;

/** An ordinal stands with its noun, an age with its person, and what a rate is per (1,000 people) where grammar wants it. */
function isFixed({ source, target }: Match): boolean {
  return source.kind === 'ordinal' || [source, target].some(({ kind }) => kind === 'duration') || isBase(source);
}

/** "a majority of three in the 150-seat house": what modifies a noun goes where the noun goes. */
function isModifier({ end }: Relation['first'], text: string): boolean {
  return /^-\p{L}/u.test(text.slice(end, end + 2));
}

/** What a rate is per. */
export function isBase({ value, unit }: Relation['first']): boolean {
  return unit === null && /^10{2,6}$/.test(String(value));
}

/** 92 billion and 814 are exchanged by nobody. */
export function isOfOneSize(a: Match, b: Match, most = 2): boolean {
  return Math.abs(digitsOf(a.source) - digitsOf(b.source)) <= most;
}

/** How many digits stand before its point or stroke. */
function digitsOf({ value }: Relation['first']): number {
  const said = typeof value === 'string' ? value : value.to;
  let end = 0;
  while (end < said.length && said[end] !== '.' && said[end] !== '/') end += 1;
  return said.startsWith('-') ? end - 1 : end;
}

export function crosses(a: Match, b: Match): boolean {
  return a.source.start < b.source.start !== a.target.start < b.target.start;
}

function betweenOf(text: string, a: Relation['first'], b: Relation['first']): string {
  return text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start));
}
