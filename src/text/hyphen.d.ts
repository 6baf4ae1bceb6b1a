/** What we use of hyphen, which brings no types. */
declare module 'hyphen' {
  /** A list of levels, a trie of patterns, and words that are parted otherwise; only the package looks into it. */
  export type Patterns = readonly unknown[];
  export type Hyphenate = (word: string) => string;
  interface Options {
    readonly html: boolean;
    readonly minWordLength: number;
  }
  export default function createHyphenator(patterns: Patterns, options: Options): Hyphenate;
}
