import { stemmerOf } from './stems.ts';

/** Something to be found in texts, in whatever form its language puts it. */
export interface Wanted<Thing> {
  readonly form: string;
  readonly thing: Thing;
}

/** Where a text says it; UTF-16 units, `end` exclusive. */
export interface Found<Thing> {
  readonly thing: Thing;
  readonly start: number;
  readonly end: number;
}

/**
 * How sure a find has to be: `sure`, of a word with just that stem, and with a capital where the form has one; `likely`, of one
 * whose stem goes a little farther, since stems are cut by rule (побратим is taken for a verb, побратимы is not).
 */
export type Sureness = 'sure' | 'likely';

/**
 * Finds forms in texts of a locale: word by word by their stems; in scripts that part no words, sign by sign. Quotation marks
 * and hyphens do not matter. In the order of the text, the longest first. Linear in the text, whatever there is to be found.
 */
export function termIndex<Thing>(
  all: readonly Wanted<Thing>[],
  locale: string,
  sureness: Sureness = 'sure',
): (text: string) => readonly Found<Thing>[] {
  const isUnparted = ({ form }: Wanted<Thing>) => UNPARTED.test(form);
  const [signs, words] = [bySigns, byWords(locale, sureness)];
  const [unparted, parted] = [
    indexOf(all.filter(isUnparted), signs),
    indexOf(
      all.filter((one) => !isUnparted(one)),
      words,
    ),
  ];
  return (text) =>
    [...searched(text, unparted, signs), ...searched(text, parted, words)].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
}

/** How a script is read. */
interface Reading {
  parts(text: string): readonly Part[];
  /** What forms that begin with these parts are looked up by. */
  key(first: Part, second: Part | undefined): string;
  fits(part: Part, wanted: Part): boolean;
}

/** A word or a sign. */
interface Part {
  /** What it is known by. */
  readonly name: string;
  readonly isCapital: boolean;
  /** What stands before it, from the word or sign before on. */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that part no words. */
const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const bySigns: Reading = {
  parts: (text) => partsOf(text, /[\p{L}\p{M}\p{N}]/gu, (sign) => sign.normalize('NFKC').toLowerCase()),
  // A sign alone begins too many.
  key: (first, second) => first.name + (second?.name ?? ''),
  fits: (part, wanted) => part.name === wanted.name,
};

function byWords(locale: string, sureness: Sureness): Reading {
  const stem = stemmerOf(locale);
  // Initials have no endings.
  const nameOf = (word: string) => (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word) ? word : folded(stem(folded(word))));
  const parts = (text: string) => partsOf(text, /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu, nameOf);
  if (sureness === 'sure')
    return {
      parts,
      key: ({ name }) => name,
      fits: (part, wanted) => part.name === wanted.name && (part.isCapital || !wanted.isCapital),
    };
  return {
    parts,
    key: ({ name }) => name.slice(0, ALIKE),
    fits: ({ name }, wanted) => {
      const [short, long] = name.length < wanted.name.length ? [name, wanted.name] : [wanted.name, name];
      return (
        name === wanted.name || (short.length >= ALIKE && long.length - short.length <= 2 && long.startsWith(short))
      );
    },
  };
}

/** Stems of so many letters that are alike are of one word, as a rule. */
const ALIKE = 4;

function partsOf(text: string, pattern: RegExp, nameOf: (part: string) => string): readonly Part[] {
  let before = 0;
  return Array.from(text.matchAll(pattern), ({ 0: part, index: start }) => {
    const gap = text.slice(before, start);
    before = start + part.length;
    return { name: nameOf(part), isCapital: /^\p{Lu}/u.test(part), gap, start, end: before };
  });
}

/** In lower case; ё is written as е more often than not. */
function folded(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
}

type Index<Thing> = ReadonlyMap<string, readonly { readonly parts: readonly Part[]; readonly thing: Thing }[]>;

function indexOf<Thing>(all: readonly Wanted<Thing>[], { parts: read, key }: Reading): Index<Thing> {
  const sought = all.map(({ form, thing }) => ({ parts: read(form), thing })).filter(({ parts }) => parts.length > 0);
  return Map.groupBy(sought, ({ parts: [first, second] }) => (first ? key(first, second) : ''));
}

function searched<Thing>(
  text: string,
  index: Index<Thing>,
  { parts: read, key, fits }: Reading,
): readonly Found<Thing>[] {
  if (index.size === 0) return [];
  const parts = read(text);
  return parts.flatMap((first, n) => {
    const keys = new Set([key(first, parts[n + 1]), key(first, undefined)]);
    return [...keys]
      .flatMap((own) => index.get(own) ?? [])
      .flatMap(({ parts: form, thing }) => {
        const stretch = parts.slice(n, n + form.length);
        const isSame = stretch.every((part, at) => {
          const wanted = form[at];
          return wanted !== undefined && fits(part, wanted) && (at === 0 || isNear(part, wanted));
        });
        const last = stretch.at(-1);
        return isSame && last && stretch.length === form.length ? [{ thing, start: first.start, end: last.end }] : [];
      });
  });
}

/** Parts of one term stand side by side: a hyphen, a dash, quotation marks between them, but no end of a clause that it has not. */
function isNear({ gap }: Part, { gap: own }: Part): boolean {
  return gap.length <= 4 && !/[.;!?。；！？\n\ufffc]/.test(gap) && (!/[,:，：、]/.test(gap) || /[,:，：、]/.test(own));
}
