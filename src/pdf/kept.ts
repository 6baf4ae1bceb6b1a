import { hash } from 'node:crypto';
import type { Finished } from './finish.ts';

/** All that a PDF is made of, for who wants to know whether it was made before. */
export interface Ingredients {
  readonly html: string;
  /** The sum of its fonts. */
  readonly fonts: string;
  /** Sums of its pictures, by what the page calls them. */
  readonly pictures: readonly (readonly [string, string])[];
  /** What its PDF says about it. */
  readonly about: Readonly<Record<string, string | undefined>>;
}

/** The same PDF comes of the same. */
export function keyOf({ html, fonts, pictures, about }: Ingredients): string {
  return hash('sha256', JSON.stringify(['pdf', html, fonts, pictures, about]));
}

/** As it is kept: a line of what is known of it, and then the file. */
export function packed({ bytes, pages }: Finished): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ pages })}\n`), bytes]);
}

export function unpacked(kept: Uint8Array): Finished {
  const end = kept.indexOf(LINE_END);
  const { pages }: { readonly pages: number } = JSON.parse(Buffer.from(kept.subarray(0, end)).toString());
  return { bytes: kept.subarray(end + 1), pages };
}

const LINE_END = 0x0a;
