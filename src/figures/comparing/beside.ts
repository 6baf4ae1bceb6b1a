import { language } from '../../locales/index.ts';
import type { Block, Figure } from '../../model.ts';
import { onceFor, remembered } from '../../text/remembered.ts';
import { type Concepts, conceptOf, conceptsOf, UNSPACED } from './concepts.ts';

/** Where something stands in its text, in UTF-16 units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** A text with what its words name and how far apart they are. */
export interface Surroundings {
  readonly figures: readonly Figure[];
  /** Concept (`FigureWords.nouns`) → where the text names it. */
  readonly concepts: ReadonlyMap<string, readonly Place[]>;
  /** How far each character is from the start, where a comma is farther than a word. */
  readonly steps: Float64Array;
}

export const surroundingsOf = onceFor(readSurroundings);

function readSurroundings(block: Block, locale: string): Surroundings {
  const places = placesOf(block.text.toLowerCase(), conceptsOf(locale));
  const free = places.filter(
    ({ start }) => !block.figures.some((figure) => figure.start <= start && start < figure.end),
  );
  const concepts = new Map<string, Place[]>();
  for (const { concept, start, end } of free) {
    const list = concepts.get(concept);
    if (list) list.push({ start, end });
    else concepts.set(concept, [{ start, end }]);
  }
  return { figures: block.figures, concepts, steps: stepsOf(block.text, partingOf(locale)) };
}

/** Words that part what they join, as a comma does. */
const partingOf = remembered((locale: string) => new Set(language(locale).figures.parting?.split('|')));

/** What the text names, longest form first. */
function placesOf(text: string, known: Concepts): readonly (Place & { concept: string })[] {
  const found: (Place & { concept: string })[] = [];
  const { joined } = known;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const concept = conceptOf(word, known);
    if (concept !== undefined) found.push({ concept, start: index, end: index + word.length });
    for (let i = 0; joined.size > 0 && i < word.length; i += 1) {
      const match = joined.get(word.charAt(i))?.find(({ form }) => word.startsWith(form, i));
      if (!match) continue;
      const start = index + i;
      found.push({ concept: match.concept, start, end: start + match.form.length });
      i += match.form.length - 1;
    }
  }
  return found;
}

/** A Han character says about as much as two or three letters; a comma parts, a full stop parts more. */
function stepsOf(text: string, parting: ReadonlySet<string>): Float64Array {
  const steps = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) steps[i + 1] = (steps[i] ?? 0) + stepAt(text, i, parting);
  return steps;
}

function stepAt(text: string, at: number, parting: ReadonlySet<string>): number {
  const step = stepOf(text.charCodeAt(at));
  if (step === 1 || step === 2.5) return step;
  const sign = text.charAt(at);
  if (!',.: '.includes(sign)) return step;
  const next = text.charAt(at + 1);
  if (sign === ' ') return parting.size > 0 && parting.has(wordAt(text, at + 1)) ? PARTED : 1;
  // A point within a number, or behind an abbreviation, parts nothing.
  if (/\d/.test(next)) return 1;
  return sign !== '.' || /\s/.test(next) ? step : 1;
}

/** As far as a word parts its neighbours that is like a comma. */
const PARTED = 14;

/** No word that parts is longer. */
const LONGEST = 12;

function wordAt(text: string, at: number): string {
  return /^\p{L}+/u.exec(text.slice(at, at + LONGEST))?.[0] ?? '';
}

/** UTF-16 unit → how far it goes; 0 for what was not asked for yet. */
const reaches = new Float32Array(0x10000);

function stepOf(code: number): number {
  const found = reaches[code];
  if (found) return found;
  const made = readStep(String.fromCharCode(code));
  reaches[code] = made;
  return made;
}

function readStep(sign: string): number {
  if (sign === ' ') return PARTED;
  if (/[,:，、：（）()—–،]/.test(sign)) return 18;
  if (/[；;؛]/.test(sign)) return 45;
  if (/[.。！？!?।؟]/.test(sign)) return 90;
  return UNSPACED.test(sign) ? 2.5 : 1;
}

/** What stands farther away than this goes with neither. */
const FAR = 110;
/** Nothing is nearer than this. */
const NEAR = 8;

/** How much nearer some places are to one figure than to another: from 1 (beside the first) to −1 (beside the second). */
function leaning({ text: { steps }, first: a, second: b, rivals }: Rivalled, places: readonly Place[]): number {
  let sum = 0;
  let count = 0;
  for (const place of places) {
    const [x, y] = [apart(steps, a, place), apart(steps, b, place)];
    const nearest = Math.min(x, y);
    // What goes with a third figure tells nothing of these two.
    if (nearest > FAR || rivals.some((rival) => apart(steps, rival, place) < nearest)) continue;
    sum += (y - x) / (x + y + NEAR);
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function apart(steps: Surroundings['steps'], one: Place, other: Place): number {
  return one.start < other.start
    ? Math.max(0, (steps[other.start] ?? 0) - (steps[one.end] ?? 0))
    : Math.max(0, (steps[one.start] ?? 0) - (steps[other.end] ?? 0));
}

/** Two figures of a text. */
export interface Two {
  readonly text: Surroundings;
  readonly first: Figure;
  readonly second: Figure;
}

/** … with the others of their kind and unit that stand in it. */
interface Rivalled extends Two {
  readonly rivals: readonly Figure[];
}

function withRivals(two: Two): Rivalled {
  const { text, first, second } = two;
  return { ...two, rivals: text.figures.filter((one) => one !== first && one !== second && isLike(one, first)) };
}

/** Evidence that two figures stand where they belong, or that they were exchanged. */
export interface Evidence {
  readonly straight: number;
  readonly crossed: number;
  /** How much of it words say, and not only other figures. */
  readonly named: number;
  /** How many words both texts have. */
  readonly concepts: number;
  /** Does some of it stand between the two, and not only before or behind both, where order alone brings it nearer to one? */
  between(): boolean;
}

/**
 * What both texts name, and other figures that both say (`others`, source and target), lean to one of the two in each:
 * to the same one, or to the other one in the translation.
 */
function evidence(own: Two, other: Two, others: readonly (readonly [Figure, Figure])[]): Evidence {
  const [source, target] = [withRivals(own), withRivals(other)];
  const anchors = others.map(([a, b]) => leaning(source, [a]) * leaning(target, [b]));
  const isOfTime = source.first.kind === 'duration';
  const named = [...source.text.concepts].flatMap(([concept, places]) => {
    // Where how long something took is compared, when that was may stand anywhere.
    if (isOfTime && TIMES.has(concept)) return [];
    const theirs = target.text.concepts.get(concept);
    return theirs ? [[places, theirs] as const] : [];
  });
  const words = named.map(([places, theirs]) => leaning(source, places) * leaning(target, theirs));
  const sum = (list: readonly number[], sign: number) =>
    list.reduce((total, one) => total + Math.max(0, sign * one), 0);
  const all = [...anchors, ...words];
  const between = () =>
    [...others.map(([a, b]) => [[a], [b]] as const), ...named].some(
      ([places, theirs]) =>
        places.some((place) => isBetween(source, place)) || theirs.some((place) => isBetween(target, place)),
    );
  return { straight: sum(all, 1), crossed: sum(all, -1), named: sum(words, -1), concepts: named.length, between };
}

/** Concepts of when something is. */
const TIMES: ReadonlySet<string> = new Set('night morning afternoon spring summer autumn winter'.split(' '));

function isBetween({ first, second }: Two, { start }: Place): boolean {
  return start > Math.min(first.start, second.start) && start < Math.max(first.start, second.start);
}

/** How strong the evidence of an exchange must be, and how much of it the evidence against it may outweigh. */
const STRONG = 0.3;
const AGAINST = 0.25;

/** Do the surroundings of two matches, of which each stands in one block with the other, say that they were exchanged? */
export function besidesOf(
  source: Two,
  target: Two,
  matches: readonly { readonly source: Figure; readonly target: Figure }[],
): Evidence {
  const others = matches.filter(
    ({ source: a, target: b }) =>
      ![source.first, source.second].includes(a) &&
      source.text.figures.includes(a) &&
      target.text.figures.includes(b) &&
      (a.kind === 'date' || (!b.soft && !isLike(a, source.first))) &&
      !isAhead(a, source, b, target),
  );
  return evidence(
    source,
    target,
    others.map(({ source: a, target: b }) => [a, b]),
  );
}

/** "48.7 in the three months to September, up from 22.9": a time that the translation begins with tells nothing. */
function isAhead(time: Figure, source: Two, told: Figure, target: Two): boolean {
  if (time.kind !== 'date' && time.kind !== 'duration') return false;
  const isFirst = told.end <= Math.min(target.first.start, target.second.start);
  return isFirst && time.start > Math.min(source.first.start, source.second.start);
}

/** `named`: must words say so, too? */
export function saysExchanged({ straight, crossed, named }: Evidence, needsWords: boolean): boolean {
  return crossed >= STRONG && straight <= crossed * AGAINST && (!needsWords || named >= WORDS);
}

/** How strong words must be where other figures alone could mislead. */
const WORDS = 0.1;

function isLike(a: Figure, b: Figure): boolean {
  return a.kind === b.kind && a.unit === b.unit;
}
