import type { Artifact } from '../made.ts';
import type { Ledger } from '../model.ts';
import { endOf, inParts } from './json.ts';
import { type Counts, counts, sum } from './state.ts';

/** What is written of a file: bytes, or those of the file that stands there. */
type Piece = Pick<Artifact, 'bytes' | 'stands'>;

/** Where the figures of a document stand in the ledger, in bytes, and how many there are. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly counts: Counts;
}

/** The ledger as it was written last: of a large one all but the documents that have changed is taken from there. */
export class Places {
  readonly #head: Pick<Ledger, 'source' | 'locales'>;
  readonly #all = new Map<string, Place>();
  #at: number;

  constructor(head: Pick<Ledger, 'source' | 'locales'>) {
    this.#head = head;
    this.#at = Buffer.byteLength(inParts(head).begin);
  }

  /** This document comes next, in this text, which may begin with a comma. */
  note(slug: string, text: string, part: Ledger): void {
    const from = this.#at + (text.startsWith(',') ? 1 : 0);
    this.#at += Buffer.byteLength(text);
    this.#all.set(slug, { from, to: this.#at, counts: counts(part) });
  }

  /** The whole, with other figures in these documents, which were noted before; where all stands in it is noted in `next`. */
  *again(fresh: ReadonlyMap<string, Ledger>, next: Places): Generator<Piece> {
    const { begin } = inParts(this.#head);
    yield { bytes: Buffer.from(begin) };
    let run: readonly [number, number] | undefined;
    let summary = counts({ ...this.#head, entries: [] });
    for (const [slug, old] of this.#all) {
      const part = fresh.get(slug);
      const comma = summary.figures > 0 ? ',' : '';
      if (part) {
        if (run) yield { bytes: NOTHING, stands: run };
        run = undefined;
        const own = inParts(this.#head).add(part);
        const text = own && comma + own;
        next.note(slug, text, part);
        if (text) yield { bytes: Buffer.from(text) };
      } else if (old.to > old.from) {
        // Behind others that stand as they stood, the comma between them is there already.
        if (!run && comma) yield { bytes: Buffer.from(comma) };
        run = [run?.[0] ?? old.from, old.to];
        next.#move(slug, old, comma.length);
      } else next.#move(slug, old, 0);
      summary = sum(summary, next.#all.get(slug)?.counts ?? old.counts);
    }
    if (run) yield { bytes: NOTHING, stands: run };
    yield { bytes: Buffer.from(endOf(summary)) };
  }

  #move(slug: string, { from, to, counts: own }: Place, gap: number): void {
    const start = this.#at + gap;
    this.#at = start + to - from;
    this.#all.set(slug, { from: start, to: this.#at, counts: own });
  }
}

const NOTHING = new Uint8Array();
