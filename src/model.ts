/** The nouns of Hexapla: types only, no code, everything readonly. Read this once and the rest of the house reads like prose. */

/** A place in a text file. Both count from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file, `end` exclusive. `path` is relative to the publication, with `/`. */
export interface Span {
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
}

/** A text file as read: UTF-8 decoded, line ends untouched, no byte order mark. */
export interface Source {
  readonly path: string;
  readonly text: string;
  /** How long the text is, in UTF-16 units, where that is known without asking for it. */
  readonly length?: number;
}

/** The files of one language, as read. */
export interface LocaleSources {
  readonly locale: string;
  /** Sorted by path. */
  readonly documents: readonly Source[];
  /** The language's own `strings.json`, else the theme's, if it speaks the language. */
  readonly strings: Source | undefined;
}

/** The files of a publication. The source language stands first. */
export interface Loaded {
  readonly locales: readonly LocaleSources[];
  /** Files below `content/` that are none of ours by name: images and the like, sorted. */
  readonly assets: readonly string[];
}

/**
 * A run of a block's text and where it stands in the file: `text[at, at+length)` came from the `sourceLength` units that
 * begin `from` units behind the start of the block's span. Equal lengths mean verbatim; unequal ones mean decoded
 * (an entity, an escape, a line break with its indent). Offsets are UTF-16 units.
 */
export interface Segment {
  readonly at: number;
  readonly length: number;
  readonly from: number;
  readonly sourceLength: number;
}

export type BlockKind = 'meta' | 'heading' | 'paragraph' | 'item' | 'cell' | 'caption' | 'note';

/** What a reader reads as one unit, inline markup removed, every character mapped to its place. */
export interface TextBlock {
  readonly kind: BlockKind;
  /** Plain text. Code spans, bare URLs and raw HTML tags that part words are one U+FFFC each, so nothing joins across them. */
  readonly text: string;
  readonly span: Span;
  readonly segments: readonly Segment[];
  /** Heading level 1–6 for headings. */
  readonly level?: number;
  /** Anchor of a heading in the page. */
  readonly id?: string;
  /** Which field of the front matter, for `meta` blocks: `title`, `abstract` … */
  readonly field?: string;
  /** Containers from the outside in, numbered within the document: `['quote1']`, `['list2', 'list3']`, `['table1']`. */
  readonly within: readonly string[];
  /** Place in its table, for cells; row 0 is the head. */
  readonly cell?: { readonly row: number; readonly column: number };
}

export interface Block extends TextBlock {
  readonly figures: readonly Figure[];
}

/** A link or image as written, with the place of its target. */
export interface Link {
  readonly kind: 'link' | 'image';
  readonly target: string;
  readonly span: Span;
}

/** `<!-- hexapla-ignore figures/value until 2027-03-31: reason -->`: silences `rule` in the block that follows (or contains) it. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** The last day on which it does, `2027-03-31`; for ever, if there is none. */
  readonly until?: string;
  readonly span: Span;
  /** Index into `blocks` of the block it speaks of; -1 when none follows. */
  readonly block: number;
}

/** Front matter, validated. `extra` holds what the theme may want and Hexapla does not know. */
export interface Meta {
  readonly title: string;
  readonly author?: string;
  readonly section?: string;
  /** ISO 8601 calendar dates, `2022-03-15`: of publication, and of the last change of what it says. */
  readonly date?: string;
  readonly revised?: string;
  readonly abstract?: string;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** One text in one language. */
export interface Document {
  readonly source: Source;
  /** Path below the locale's folder without `.md`; the same slug in two locales is the same document. */
  readonly slug: string;
  readonly locale: string;
  readonly meta: Meta;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly suppressions: readonly Suppression[];
  /** The body as HTML: sanitised, headings with ids, footnotes linked; image and link targets as written. Made when asked for. */
  body(): string;
  /** Headings of the body, in order, for a table of contents. */
  readonly outline: readonly { readonly level: number; readonly id: string; readonly text: string }[];
}

/** Interface strings of one locale: i18next JSON v4, and the file they came from. */
export interface Strings {
  readonly source: Source;
  readonly entries: Readonly<Record<string, unknown>>;
}

/** One language, whole. `documents` are sorted by slug. */
export interface Edition {
  readonly locale: string;
  readonly documents: readonly Document[];
  readonly strings: Strings;
}

export type FigureKind =
  | 'number'
  | 'money'
  | 'percent'
  | 'percentage-point'
  | 'ordinal'
  | 'multiple'
  | 'fraction'
  | 'date'
  | 'time'
  | 'duration'
  | 'quantity';

export type Bound = 'exact' | 'about' | 'over' | 'under' | 'at-least' | 'at-most';

/** Exact decimal as a string in base units of the text, or an ISO-like date, or a pair of them. */
export type FigureValue = string | { readonly from: string; readonly to: string };

/** What one stretch of plain text says; offsets are UTF-16 units of that text and `text` is their slice. */
export interface ReadFigure {
  readonly kind: FigureKind;
  readonly value: FigureValue;
  /** ISO 4217 code, CLDR unit id (`kilometer`), `per` units with `-per-`; else null. `kilo`: its name is that of kilograms too. */
  readonly unit: string | null;
  readonly kilo?: true | undefined;
  /** Another value that the same words may say: the 13th minute of the second half is the 58th of the match, all but a fifth four fifths. */
  readonly also?: string | undefined;
  readonly bound: Bound;
  /** A number word of small weight ("one of the", both, 一系列): compared only if nothing else matches. */
  readonly soft: boolean;
  /** A word of rise or fall beside it, for comparing, or else farther off in its clause, and whether it is alone there. */
  readonly direction?: 'up' | 'down' | undefined;
  readonly leaning?: { readonly towards: 'up' | 'down'; readonly alone: boolean } | undefined;
  /** An "about" that lies below (nearly, почти), an "over" that adds little (a good 40 minutes). */
  readonly nearly?: true | undefined;
  readonly amply?: true | undefined;
  /** A multiple that counts what is added, as 增长两倍 may: three times as much as before. */
  readonly adds?: true | undefined;
  /** Beside the sign of a ratio or score, where it is a word and the number too: 三比一. */
  readonly ratio?: true | undefined;
  /** Strokes that are so many less or more than par, with a sign to others: six under. */
  readonly par?: true | undefined;
  /** A time that leaves the half of its day open: three o'clock. */
  readonly twelve?: true | undefined;
  /** What it is per, as unit ids: 450 an hour. */
  readonly per?: readonly string[] | undefined;
  /** The unit of time that an ordinal counts (the sixth quarter), or what a counter says that a number does (6人: people). */
  readonly counts?: string | undefined;
  /** The unit of time of a bare number, behind one word more: two exhausting days. */
  readonly spanning?: string | undefined;
  /** Its bound may be left out, as it compares with what was expected (高于2.5%的预期), or is vague (twenty-odd). */
  readonly compares?: true | undefined;
  /** Does a bare number count nothing that stands behind it (the average of 11.7), or things that do (two occasions)? */
  readonly unnamed?: boolean | undefined;
  /** A bound that stands in its clause but not beside it, or that a negation there may make of its own, for comparing. */
  readonly nearby?: Bound | undefined;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A figure in its document. */
export interface Figure extends ReadFigure {
  readonly span: Span;
  /** The key figure that the text asks for in its place. */
  readonly key?: string;
}

/** A figure of `content/figures.yaml`, written once: texts ask for it by its id, and say it in their language's words. */
export interface KeyFigure extends Pick<ReadFigure, 'kind' | 'unit' | 'bound'> {
  readonly id: string;
  /** An exact decimal or a date, as `FigureValue`. */
  readonly value: string;
  /** The day, month or year that it is of. */
  readonly date?: string;
  readonly note?: string;
  /** Where it is from, a URL. */
  readonly source?: string;
  /** Per locale, the words that it is said beside: whoever writes another number beside them, of the same date, errs. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Per locale, the unit that it is converted to. */
  readonly units: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** A concept of `content/terms.yaml`, and what the editions call it. */
export interface Concept {
  readonly id: string;
  readonly definition?: string;
  /** Per locale, what it may be called, the first choice first. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** Per locale, what it may not be called. */
  readonly forbidden: Readonly<Record<string, readonly string[]>>;
  /** Where an edition need not call it so, and why; `documents` is a glob over slugs. */
  readonly exceptions: readonly { readonly locale?: string; readonly documents?: string; readonly reason: string }[];
  readonly span: Span;
}

/**
 * What an edition says of a figure of the source: the same (`agrees`), the same in another unit (`converted`), another
 * thing (`differs`), nothing (`missing`); within another figure or a passage (`elsewhere`); nothing, which is free, for a
 * word of small weight (`free`). `extra` is what only the translation says, `unread` an edition that is not there or not read.
 */
export type SayingState =
  | 'source'
  | 'agrees'
  | 'converted'
  | 'differs'
  | 'missing'
  | 'elsewhere'
  | 'free'
  | 'extra'
  | 'unread';

/** How one edition says a figure, and where; without a figure where it does not. */
export interface Saying {
  readonly locale: string;
  readonly state: SayingState;
  readonly figure?: Figure;
  /** Once it is printed: path of each PDF below `dist/` → the pages where it says so, from 1. */
  readonly pages?: Readonly<Record<string, readonly number[]>>;
}

/** One figure of a document and how each edition says it. */
export interface LedgerEntry {
  readonly slug: string;
  /** As the source says it; as the translation does, where the source does not. */
  readonly figure: Figure;
  readonly says: readonly Saying[];
}

/** Every figure of a publication. */
export interface Ledger {
  readonly source: string;
  /** The source first. */
  readonly locales: readonly string[];
  readonly entries: readonly LedgerEntry[];
}

export type Severity = 'error' | 'warning' | 'note';

/** What the settings make of a rule, or of a family of rules, by its name: another severity, or nothing at all. */
export type Levels = Readonly<Partial<Record<string, Severity | 'off'>>>;

/** Something in the content that someone should look at. Returned, never thrown. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly locale: string;
  /** In English, as reports say it, and what to do. */
  readonly message: string;
  readonly span: Span;
  readonly hint?: string;
  /** The same, to be said in other languages. */
  readonly phrases: { readonly message: Phrase; readonly hint?: Phrase };
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** What could stand there instead, where that is certain: `check --fix` writes it. */
  readonly fix?: Fix;
}

/** A message before it is said in a language: its English form, with `{{0}}`, `{{1}}` … where the values stand. */
export interface Phrase {
  readonly form: string;
  readonly values: readonly PhraseValue[];
}

/**
 * A word or a count as it is, or what each language writes in its own way: a phrase within the phrase, an exact decimal,
 * what is measured (in a currency, ISO 4217, or a unit, CLDR), the name of a unit, a date (`2022-01-25`, `--01-25`,
 * `2022-01`, `2022`), a list, in the manner of the language or with `by` between its parts.
 */
export type PhraseValue =
  | string
  | number
  | Phrase
  | { readonly decimal: string }
  | { readonly measure: string; readonly unit: string; readonly kind: FigureKind }
  | { readonly unit: string }
  | { readonly date: string }
  | { readonly list: readonly PhraseValue[]; readonly by?: string };

/** A correction: the text that is to replace what a stretch of one line was. */
export interface Fix {
  readonly span: Span;
  readonly was: string;
  readonly text: string;
  /** Readers see the same words behind it, so that it may be written into the source too. */
  readonly unseen?: true;
}

/** A finding before the runner has stamped the rule's name on it; `rule` may add a part: `value` → `figures/value`. */
export type Draft = Omit<Finding, 'rule'> & { readonly rule?: string };

/** How many findings of each severity, and how much was looked at. */
export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly figures: number;
  /** Distinct slugs: an article in three languages is one document. */
  readonly documents: number;
  readonly locales: readonly string[];
  /** How many findings a baseline passed over, where there is one. */
  readonly known?: number;
}

/** What the checks say; findings are sorted by file, line, column and rule. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  /** What a baseline passed over, where there is one. */
  readonly known?: readonly Finding[];
  /** The documents that were looked at, sorted by path, where that is known. */
  readonly documents?: readonly { readonly path: string; readonly locale: string }[];
  /** Nothing was looked for; there is only what making the files has shown. */
  readonly unchecked?: true;
}

/** One document in all its languages: those that have it, in the order of the editions, so the source's first. */
export interface Work extends Pick<Settings, 'keyFigures' | 'terms'> {
  readonly slug: string;
  /** Locale of the source, which may lack the document. */
  readonly source: string;
  readonly documents: readonly Document[];
}

/** Everything that the checks and the formats look at. The source edition stands first. */
export interface Publication {
  readonly settings: Settings;
  readonly source: string;
  readonly editions: readonly Edition[];
  /** Files below `content/` other than documents and strings (images …), relative to the publication, sorted. */
  readonly assets: readonly string[];
}

/** Which font packages set a locale: each role a list, the first that has the character wins. */
export interface FontSettings {
  readonly text: readonly string[];
  readonly heads: readonly string[];
}

/** `hexapla.yaml`, validated, every setting with its value. */
export interface Settings {
  /** Source locale, or undefined: `en` if there is one, else the first folder. */
  readonly source?: string;
  /** Locales, source first, or undefined: all folders of `content/`. */
  readonly locales?: readonly string[];
  /** `html`, `pdf` (one for each document), `edition` (one PDF of all), `parallel` (languages side by side, as `parallel` says). */
  readonly outputs: readonly string[];
  readonly parallel?: readonly (readonly string[])[];
  /** Version of the publication, for the title page of a whole edition. */
  readonly version?: string;
  /** PDFs of so many pages or more begin with their contents. */
  readonly contents: number;
  /** Per locale; a locale that is not named has its language's default. */
  readonly fonts: Readonly<Record<string, FontSettings>>;
  /** `url` is where the site will stand, with a slash at its end. */
  readonly site: { readonly url?: string; readonly untranslated: 'show' | 'hide'; readonly search: boolean };
  /** Executable of a Chromium to print with instead of the embedded one. */
  readonly browser?: string;
  /** Whether a multiple behind a word of rise may count the old value too, or counts only what is added. */
  readonly multiples: 'publisher' | 'strict';
  /** What becomes of stale translations, per locale, `*` for all others: their page says so, their source stands there, or each passage is an error. */
  readonly stale: Readonly<Record<string, 'banner' | 'source' | 'fail'>>;
  /** Findings at or above this make the exit code 1. */
  readonly failOn: Severity;
  /** How grave the findings of rules are; those that are not named stay as they are. */
  readonly rules: Levels;
  /** Where there are some: paths of stale translations, their blocks that give way to the source's, what is to be told. */
  readonly locks?: Locked;
  /** Those of `content/figures.yaml`; none where there is no such file. */
  readonly keyFigures?: readonly KeyFigure[];
  /** Those of `content/terms.yaml`; none where there is no such file. */
  readonly terms?: readonly Concept[];
}

interface Locked {
  readonly stale: readonly string[];
  readonly lent: Readonly<Record<string, readonly (readonly [target: number, source: number])[]>>;
  readonly findings: readonly Finding[];
}

/** Settings that texts are read by. */
export type ReadingSettings = Pick<Settings, 'multiples' | 'keyFigures' | 'terms'>;
