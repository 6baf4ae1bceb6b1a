import type { Bound, FontSettings } from '../model.ts';
import type { FigureWords, Forms, List } from './words.ts';

/**
 * How a language is set on page and screen. Patterns are applied to running text only, never to code.
 */
export interface Typography {
  readonly look?: Look;
  /**
   * What a typewriter has no key for, as [pattern, sign] pairs applied in order: dashes, letters with marks. A sign is
   * no longer than what it replaces, and holds no `$`.
   */
  readonly signs?: readonly (readonly [RegExp, string])[];
  /**
   * Marks of a quotation and of one within it, opening and closing, where CLDR's are not those in use, or a no-break
   * space stands inside them. Straight ones become these.
   */
  readonly quotes?: QuotationMarks;
  /** Spaces that must not break or must become no-break, as [pattern, replacement] pairs, applied in order. */
  readonly spaces: readonly (readonly [RegExp, string])[];
  /** What must stay on one line though no space is in it: it holds a dash, and no white space. */
  readonly unbroken: readonly RegExp[];
  /** The last few characters of a text, where one alone in a line would be an orphan. */
  readonly ending?: RegExp;
  /** From right to left: what keeps its own direction, left to right, though no letter in it says so. */
  readonly isolated?: RegExp;
  /** Where words are parted at the end of a line on paper; without it they are not. */
  readonly hyphenation?: Hyphenation;
}

/** How the pages of a language look where scripts and the customs of printers differ; what is absent is as in English. */
export interface Look {
  /** Size of running text on paper, and from line to line of it, in points: 10.5 and 15. */
  readonly size?: number;
  readonly leading?: number;
  /** From line to line on a screen, in sizes of the text: 1.65. */
  readonly screen?: number;
  /** Width of the column, in sizes of the text: 33.5. */
  readonly measure?: number;
  /** Indent of a paragraph, in sizes of the text: 1.2. */
  readonly indent?: number;
  /** Also the first paragraph of a text and those after a head are indented. */
  readonly always?: true;
  /** Lines end alike. */
  readonly justified?: true;
  /** The script has no slant: what is stressed is heavier. Nor do letters of a title stand closer. */
  readonly upright?: true;
  /** Mark of a list, as CSS has it: the string of a dash. */
  readonly bullet?: string;
}

/** Opening, closing, and the same for a quotation within a quotation. */
export type QuotationMarks = readonly [string, string, string, string];

/** How words are parted: by patterns (F. M. Liang, 1983), with so many letters left together. */
export interface Hyphenation {
  /** Name of the patterns in the package `hyphen`: `en-us`. */
  readonly patterns: string;
  /** Those of regions that part words otherwise: `{ GB: 'en-gb' }`. */
  readonly regions?: Readonly<Record<string, string>>;
  /** Letters that stay together at least before the hyphen and behind it. */
  readonly before: number;
  readonly after: number;
  /** Letters of the shortest word that is parted. */
  readonly shortest: number;
  /** Nouns are written with a capital; elsewhere a capital within a sentence tells a name, which is not parted. */
  readonly capitalNouns?: true;
}

/** What a finding's message and hint need to write a figure in this language. */
export interface Wording {
  /** Power of ten → the scale word: `{ '6': 'млн' }`; used for the largest that leaves at least one before the point. */
  readonly scales: Forms;
  /** Pattern per bound with `#` for the figure: `{ over: '#多' }` is placed by `boundInside`. */
  readonly bounds: Readonly<Partial<Record<Bound, string>>>;
  /** Pattern per currency: `US$#` or `#美元`. */
  readonly currencies: Forms;
  /** Pattern for any other currency, `#` the figure and `¤` its ISO 4217 code. */
  readonly currency: string;
  /** Does the scale stand right at the digits (3.2亿) or after a space? */
  readonly gap: string;
  /** Four digits are parted too: 3,300. */
  readonly groupsThousands?: true;
  /** The case that the words of `bounds` govern: более 2 миллионов. */
  readonly boundCase?: string;
  /** Currency → its name by case and plural form, which CLDR has for units only: `genitive one` → доллара США. */
  readonly declined?: Readonly<Record<string, Forms>>;
}

/** All that Hexapla knows of a language beyond CLDR and `Intl`: data only. */
export interface Language {
  /** BCP 47 tag of the language (`zh`), or of a variant that differs (`zh-Hant`). */
  readonly tag: string;
  /** Default font packages. */
  readonly fonts: FontSettings;
  readonly typography: Typography;
  /** How much of a text is read in a minute (Trauzettel-Klosinski and Dietz 2012, IReST); absent: 200 words. */
  readonly reading?: { readonly words: number } | { readonly characters: number };
  readonly figures: FigureWords;
  readonly wording: Wording;
  /** Of a language whose words are known that may stand twice in a row (`words`, a space between), and signs that may not. */
  readonly repeats?: { readonly words?: string; readonly signs?: RegExp };
  /** Quotation marks in use beside those of `typography` and CLDR. */
  readonly otherQuotes?: string;
  /** Text → the figures it says, as `kind value unit bound`; run by one test. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
}

/** A table of `cldr/`, as `npm run cldr` writes it. */
export interface CldrTable {
  readonly decimal: string;
  readonly group: string;
  readonly quotes: QuotationMarks;
  /** The percent sign stands before its number: %50. */
  readonly percentLeads?: boolean;
  readonly rightToLeft?: boolean;
  /** Between the two last of a list: and, и, 和; or, или, 或. */
  readonly conjunction: List;
  readonly disjunction: List;
  /** See `FigureWords`. */
  readonly solo?: List;
  readonly and?: List;
  /** Numbers are written as one word: zweihundertfünf. */
  readonly fused?: boolean;
  readonly numbers: Forms;
  readonly scales: Forms;
  readonly ordinals: Forms;
  /** The order of day, month and year in digits: dmy, mdy, ymd, ydm. */
  readonly numericDate: string;
  /** Does a day stand before the name of its month, and a full stop behind it: 1. Juni? */
  readonly dayFirst?: boolean;
  readonly dayPoint?: boolean;
  /** Eras that lead years, each with the year before its first: 令和6年 is 2024. */
  readonly eras?: Readonly<Record<string, number>>;
  readonly months: Forms;
  readonly currencies: Forms;
  readonly units: Forms;
}

/** A table of `saying/`, as `npm run cldr` writes it: what writes figures in words and in the cases of a language. */
export interface SayingTable {
  /** Rules that spell cardinal numbers, by set: `%spellout-cardinal-feminine-genitive` (UTS #35, Numbers, 5). */
  readonly spellout: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** Unit → its gender, and a pattern for each case and plural form: `genitive few` → `{0} километров`. */
  readonly units: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Numbers stay with their signs; for languages whose typography nobody has described yet. */
export const numbersStay: Typography = {
  spaces: [
    [/(?<=\p{N})[ \n](?=[%‰°€$£₽¥₹])/gu, '\u00a0'],
    [/(?<=[№§€$£₽¥₹])[ \n](?=\p{N})/gu, '\u00a0'],
  ],
  unbroken: [/(?<!\p{N})\p{N}+[–-]\p{N}+/gu],
};

/** Three letters on either side, as is good where lines need not end alike; a word of six is not worth the hyphen. */
export const threeAndThree = { before: 3, after: 3, shortest: 7 };

/** A hyphen between spaces, or two or three of them, that stands for a dash; not between numbers. */
export const spacedDash: NonNullable<Typography['signs']> = [
  [/(?<=[\p{L}\p{P}][ \n])-{1,3}(?=[ \n][\p{L}\p{N}\p{P}])|(?<=\p{N}[ \n])-{1,3}(?=[ \n][\p{L}\p{P}])/gu, '—'],
];

const NUMBER = '[0-9۰-۹]+(?:[.,٫٬][0-9۰-۹]+)*';
const PERCENT = '[ \u00a0]?[%٪‰]';
const SIGNED = `(?<![\\p{L}\\p{N}])[+\\u2212-]${NUMBER}(?:[ \u00a0-][0-9۰-۹]+)*(?:${PERCENT})?`;

/**
 * Numbers with a sign before them, such as those of telephones: else the sign changes sides, and the groups their order. CLDR
 * writes a mark of direction before the same signs. Arabic-Indic digits it leaves to the line, which has the sign at their right.
 */
export const signedNumbers = new RegExp(SIGNED, 'gu');

/** The same, and percentages in Latin digits: between Arabic letters their sign would change sides, and CLDR marks it too. */
export const signedNumbersAndShares = new RegExp(
  `${SIGNED}|(?<![\\p{N}.,٫٬])[0-9]+(?:[.,][0-9]+)*(?:[ \u00a0][0-9]{3})*${PERCENT}`,
  'gu',
);

/** Cyrillic letters are wider, and there is hardly a letter that rises above a line of them. */
export const cyrillicLook: Look = { leading: 15.5, measure: 37.8, indent: 1.25, always: true };

/** Thirty-six ideographs to a line, each in its square. */
export const hanLook: Look = {
  leading: 18.5,
  screen: 1.85,
  measure: 36,
  indent: 2,
  always: true,
  justified: true,
  upright: true,
  bullet: 'disc',
};

/** Naskh is small for its size, and reaches far above and below the line. */
export const naskhLook: Look = { size: 12, leading: 19, screen: 1.8, measure: 29.5, upright: true };

/** Letters of South and South-East Asia carry marks above and below. */
export const indicLook: Look = { size: 11, leading: 18, screen: 1.8, measure: 32, upright: true };

const named = (name: string): string => `@expo-google-fonts/${name}`;
const fonts = (text: string[], heads: string[]): FontSettings => ({ text: text.map(named), heads: heads.map(named) });

/** Noto's package of a script besides that of Latin letters. */
export function notoFonts(text: string, heads: string): FontSettings {
  return fonts([`noto-${text}`, 'noto-serif'], [`noto-${heads}`, 'noto-sans']);
}

/** Noto draws dots apart, and what is copied out of a PDF or searched in it falls to pieces; these draw letters whole. */
export const arabicFonts = fonts(['amiri', 'noto-serif'], ['vazirmatn', 'noto-sans']);

/** Noto has Latin, Greek and Cyrillic in one family. */
export const latinFonts = fonts(['noto-serif'], ['noto-sans']);

/** Each verb behind each particle, alone and with each adverb between: を超え, をわずかに超え, は優に超え. */
export function behindParticles(
  particles: readonly string[],
  adverbs: readonly string[],
  verbs: readonly string[],
): List {
  const led = particles.flatMap((particle) => ['', ...adverbs].map((adverb) => particle + adverb));
  return led.flatMap((lead) => verbs.map((verb) => lead + verb)).join('|');
}

/** A long list of words, line by line: what `|` parts within a line the lines part too. */
export function words(...lines: readonly string[]): List {
  return lines.join('|');
}
