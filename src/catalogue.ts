/** What is known of a publication whose texts were looked at: types only, no code. */
import type { Document, Edition, Figure, Publication, Source, Span, Suppression } from './model.ts';

/** What is kept of a document when it has been looked at: what the rest of the publication must know of it. */
export interface Entry extends Pick<Document, 'slug' | 'locale' | 'meta' | 'links'> {
  readonly source: Pick<Source, 'path'>;
  readonly figures: number;
  readonly statements: readonly Statement[];
  /** Of a translation; none of the source. */
  readonly renderings: readonly Rendering[];
  readonly silencers: readonly Silencer[];
}

/** Everything that there is in a publication, without its texts. The source edition stands first. */
export interface Catalogue extends Pick<Publication, 'source' | 'assets'> {
  readonly editions: readonly (Pick<Edition, 'locale' | 'strings'> & { readonly documents: readonly Entry[] })[];
  /** Ids in the page of the document at this path; none where there is no such document. */
  anchors(path: string): ReadonlySet<string>;
}

/** A figure with what its sentence says of it. */
export interface Statement {
  readonly figure: Figure;
  /** Stems of the words of its sentence, its own noun among them, a space between: thousands are kept and copied. */
  readonly words: string;
  /** The word right behind it, for a bare number. */
  readonly noun: string;
  /** Year, kind and unit: what statements must share to be of the same. */
  readonly key: string;
}

/** What a passage of a translation makes of the one name or title that the source has there. */
export interface Rendering {
  readonly kind: 'name' | 'title';
  /** In the source. */
  readonly of: string;
  readonly text: string;
  /** Of its words, whatever their case. */
  readonly stems: string;
  readonly span: Span;
}

/** A suppression with the blocks that it speaks of. */
export interface Silencer {
  readonly suppression: Suppression;
  readonly blocks: readonly Span[];
}
