import { setImmediate as breath } from 'node:timers/promises';
import { ledger } from '../figures/ledger.ts';
import { order, parseExact } from '../figures/value.ts';
import type { State } from '../keeping/state.ts';
import type { LedgerEntry, SayingState, Work } from '../model.ts';
import { shownValue } from './values.ts';

/** What of the ledger is asked for. */
export interface Query {
  /** Words, digits or a unit that an entry has. */
  readonly text: string;
  /** Only this document. */
  readonly slug: string;
  readonly state: string;
  readonly sort: Sort;
  readonly down: boolean;
  /** From 1. */
  readonly page: number;
}

export type Sort = (typeof sorts)[number];

export const sorts = ['place', 'value', 'kind', 'state'] as const;

/** A page of what was asked for, and how much there is. */
export interface Answer {
  readonly entries: readonly LedgerEntry[];
  readonly count: number;
  readonly pages: number;
  readonly page: number;
}

/** So many entries are shown at once. */
const PAGE = 100;

const known = new WeakMap<Work, readonly LedgerEntry[]>();

/** The entries that a query asks for; documents that have not changed are not compared again. */
export async function answer(state: State, query: Query, tongue: string): Promise<Answer> {
  const all: LedgerEntry[] = [];
  for (const [slug, work] of state.works) {
    if (query.slug !== '' && query.slug !== slug) continue;
    let own = known.get(work);
    if (!own) {
      own = entriesOf(work, state);
      known.set(work, own);
      // Others are served meanwhile.
      await breath();
    }
    for (const entry of own) all.push(entry);
  }
  const wanted = folded(query.text);
  const found = all.filter(
    (entry) => (query.state === '' || worstOf(entry) === query.state) && (wanted === '' || has(entry, wanted, tongue)),
  );
  const sorted = query.sort === 'place' ? found : found.toSorted(ORDERS[query.sort]);
  if (query.down) sorted.reverse();
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(Math.max(1, query.page), pages);
  return { entries: sorted.slice((page - 1) * PAGE, page * PAGE), count: found.length, pages, page };
}

function entriesOf(work: Work, { publication }: State): readonly LedgerEntry[] {
  const editions = publication.editions.map((edition) => {
    return { ...edition, documents: work.documents.filter(({ locale }) => locale === edition.locale) };
  });
  return ledger({ ...publication, editions }).entries;
}

const WORST: readonly SayingState[] = ['differs', 'missing', 'extra', 'converted', 'unread'];

/** The state that tells most of an entry. */
export function worstOf({ says }: LedgerEntry): SayingState {
  return WORST.find((state) => says.some((saying) => saying.state === state)) ?? 'agrees';
}

const ORDERS: Readonly<Record<Exclude<Sort, 'place'>, (a: LedgerEntry, b: LedgerEntry) => number>> = {
  value: (a, b) => byValue(firstOf(a), firstOf(b)),
  kind: (a, b) => byText(a.figure.kind, b.figure.kind) || byValue(firstOf(a), firstOf(b)),
  state: (a, b) => rank(a) - rank(b),
};

function rank(entry: LedgerEntry): number {
  const at = WORST.indexOf(worstOf(entry));
  return at < 0 ? WORST.length : at;
}

function firstOf({ figure: { value } }: LedgerEntry): string {
  return typeof value === 'string' ? value : value.from;
}

/** Numbers by their size, exactly, and before all that is none. */
function byValue(a: string, b: string): number {
  const [one, other] = [exact(a), exact(b)];
  if (one && other) return order(one, other);
  if (one || other) return one ? -1 : 1;
  return byText(a, b);
}

function exact(text: string) {
  return /^-?\d+(?:\.\d+)?(?:\/\d+)?$/.test(text) ? parseExact(text) : undefined;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function has({ slug, figure, says }: LedgerEntry, wanted: string, tongue: string): boolean {
  const value = typeof figure.value === 'string' ? [figure.value] : [figure.value.from, figure.value.to];
  const texts = [slug, figure.kind, figure.unit ?? '', ...value, shownValue(figure, tongue), figure.text];
  return [...texts, ...says.map((saying) => saying.figure?.text ?? '')].some((text) => folded(text).includes(wanted));
}

/** As a reader types it: no capitals, no signs that group digits. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[\s,'’](?=\d{3})/g, '')
    .trim();
}
