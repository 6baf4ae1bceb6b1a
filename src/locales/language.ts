import type { FontSettings } from '../model.ts';

/**
 * How a language is set on page and screen. Patterns are applied to running text only, never to code.
 */
export interface Typography {
  /** Spaces that must not break or must become no-break, as [pattern, replacement] pairs, applied in order. */
  readonly spaces: readonly (readonly [RegExp, string])[];
}

/** All that Hexapla knows of a language beyond CLDR and `Intl`: data only. */
export interface Language {
  /** BCP 47 tag of the language (`zh`), or of a variant that differs (`zh-Hant`). */
  readonly tag: string;
  /** Default font packages. */
  readonly fonts: FontSettings;
  readonly typography: Typography;
}
