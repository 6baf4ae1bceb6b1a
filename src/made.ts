/** What is made of editions: types only, no code, everything readonly. */

/** One HTML page, complete but for its fonts: the format adds `@font-face` rules for the families it names. */
export interface Page {
  /** Which format it is for: `html` or `pdf`. */
  readonly format: string;
  /** Output path below `dist/`: `en/article/index.html` or `en/article.pdf`. */
  readonly path: string;
  readonly locale: string;
  readonly title: string;
  readonly html: string;
  /** For programs (a feed, a sitemap); and style sheets that only this page has: path below `dist/` → CSS. */
  readonly plain?: true;
  readonly sheets?: Readonly<Record<string, string>>;
  /** Files that the page shows: path below `dist/` (html) or as written in `src` (pdf) → path in the publication. */
  readonly assets: Readonly<Record<string, string>>;
  readonly author?: string;
  readonly subject?: string;
  /** Other languages that it shows beside its own, each in its own typefaces: families `Hexapla Text en`, `Hexapla Heads en`. */
  readonly beside?: readonly string[];
  /** Faces that set it besides those of its language: for what was not foreseen. */
  readonly faces?: readonly Face[];
  /** The document of which it is, where its path does not say so. */
  readonly slug?: string;
  /** What its PDF has to show: source paths of its documents, in its order, and what stands behind references in it: (p. §). */
  readonly shows?: { readonly documents: readonly string[]; readonly references: readonly string[] };
  /** Publication date of what the page shows, ISO 8601, for dates inside a PDF. */
  readonly date?: string;
}

/** A face cut to the characters that an edition uses. */
export interface Face {
  /** CSS family: `Hexapla Text` or `Hexapla Heads`. */
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly bytes: Uint8Array;
  /** File name with the content's hash: `text-400.3f2a91c0.woff2`. */
  readonly name: string;
  /** CSS `unicode-range` that it serves, where several faces share family, weight and style. */
  readonly range?: string;
}

/** One locale's pages of one format, one by one, with the fonts that set them. */
export interface Typeset {
  readonly locale: string;
  /** Declarations of CSS variables, as the language has them: size, leading, measure. */
  readonly look: string;
  /** Readers can search these pages. */
  readonly search?: boolean;
  readonly pages: Iterable<Page> | AsyncIterable<Page>;
  readonly faces: readonly Face[];
}

/** A finished file, not yet written. `path` is below `dist/`; `pages` are those of a PDF. */
export interface Artifact {
  readonly path: string;
  readonly locale: string;
  readonly bytes: Uint8Array;
  /** Its bytes stand behind those that were given before, for what is large comes in parts; `stands`: those of what stands there. */
  readonly continues?: boolean;
  readonly stands?: readonly [from: number, to: number];
  readonly pages?: number;
}
