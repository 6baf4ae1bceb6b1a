import { language } from '../../locales/index.ts';
import { remembered } from '../../text/remembered.ts';
import type { Languages, Match } from './match.ts';

/**
 * "14 addresses in six regions" and в шести регионах по 14 адресам: of two figures, the one that a preposition leads has
 * it in both texts, and the other one has it in neither. Verbs ask for one before sums: "prices start at".
 */
export function keepsPreposition(
  [first, second]: readonly [Match, Match],
  [own, others]: readonly [string, string],
  languages: Languages,
): boolean {
  const here = [first, second].map(({ source }) => before(own, source.start, languages.source));
  const there = [first, second].map(({ target }) => before(others, target.start, languages.target));
  return [0, 1].some((n) => {
    const kept = [...(here[n] ?? [])].filter((concept) => there[n]?.has(concept));
    return kept.length > 0 && kept.every((concept) => !here[1 - n]?.has(concept) && !there[1 - n]?.has(concept));
  });
}

const NONE: ReadonlySet<string> = new Set();

/** What the preposition right before a figure may say. */
function before(text: string, start: number, locale: string): ReadonlySet<string> {
  const word = /(?:^|[^\p{L}])(\p{L}{1,10}) $/u.exec(text.slice(Math.max(0, start - LONGEST), start))?.[1];
  return (word && conceptsOf(locale).get(word.toLowerCase())) || NONE;
}

/** With the space behind it and the sign before it, in UTF-16 units. */
const LONGEST = 12;

const conceptsOf = remembered((locale: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const rows = Object.entries(language(locale).figures.prepositions ?? {});
  const all = rows.flatMap(([concept, forms]) => forms.split('|').map((form) => ({ concept, form })));
  const words = Map.groupBy(all, ({ form }) => form);
  return new Map([...words].map(([form, said]) => [form, new Set(said.map(({ concept }) => concept))]));
});
