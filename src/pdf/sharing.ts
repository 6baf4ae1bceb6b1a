/**
 * Whether a document can be printed with others, and with which: those that give the same key, which is all of its head but
 * what is of itself. Undefined where it has to be printed alone. It says so of itself, whatever others there are:
 * a document that could share a print has the same PDF alone.
 *
 * A page with several bodies is not quite what its style sheet was written for. What might see the difference stays alone:
 * positions on paper, counters and numbers of pages that go through a document, selectors of ids and of what stands
 * about a body, drawings with styles of their own.
 */
export function sharingKey(html: string): string | undefined {
  if (html.length > LONG || ASKING.test(html)) return undefined;
  const [head = '', body] = html.replace(END, '').split(/<body(?: class="[^"]*")?>/, 2);
  if (body === undefined || WITHIN.test(body)) return undefined;
  const key = head.replace(OF_ITSELF, '').replace(STYLE, (style, css: string) => (OF_PAGES.test(css) ? '' : style));
  return fits(key) ? key : undefined;
}

/** How many pages it has, and what stands where, is known when it has been printed alone. */
const ASKING = / data-(?:page-of|from-pages)="/;

/** In characters: a print of several takes as much memory as all of them, and none of them is ready before all are. */
const LONG = 60_000;

/** Two of one publication have the same head: it is looked at once. */
function fits(key: string): boolean {
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  if (verdicts.size > KEPT) verdicts.clear();
  const verdict = !SEES_OTHERS.some((way) => way.test(key));
  verdicts.set(key, verdict);
  return verdict;
}

const verdicts = new Map<string, boolean>();
const KEPT = 50;

const OF_ITSELF = /<title>[^<]*<\/title>\s*|<meta name="(?:author|description)"[^>]*>\s*/g;
const STYLE = /<style>([^<]*)<\/style>\s*/g;

/** Nothing but rules of pages, which are made anew for the pages of each document. */
const OF_PAGES = (() => {
  const string = String.raw`"(?:[^"\\]|\\[^])*"`;
  const box = String.raw`\{(?:[^{}"]|${string})*\}`;
  return new RegExp(String.raw`^(?:\s*@page[^{}"]*\{(?:[^{}"]|${string}|${box})*\})+\s*$`);
})();

const END = /<\/body>\s*<\/html>\s*$/;

/** What a body must not hold. */
const WITHIN = /<style|<\/?body|<[^>]*\sstyle="[^"]*position\s*:/i;

const SEES_OTHERS: readonly RegExp[] = [
  /position\s*:\s*(?:absolute|fixed|sticky)/i,
  /counter-(?:increment|reset|set)|string-set|attr\(/i,
  // Selectors of ids, and of attributes that are changed.
  /#[\w-]+[^;{}]*\{/,
  /\[\s*(?:id|name|for|href|headers|aria-|role|style)/i,
  // What a body is beside, and what the page takes from the first of them.
  /(?:\bhtml|\bbody|\bhead|:root)[^\s{},>]*\s*[+~]|[+~]\s*body|\bbody[^\s{},>]*:|(?:\bhtml|\bbody|:root)[^{},]*:has\(/i,
  /(?:\bbody|:root)[^{}]*\{[^{}]*(?:background|overflow|writing-mode|transform|\bpage\s*:)/i,
];

/** What is printed at once. */
export interface Batch<T> {
  readonly all: readonly T[];
  /** Is it one that has to be printed alone? */
  readonly isAlone: boolean;
}

/** What is to be printed, as it comes, in batches of one key; what has none is alone. */
export async function* batches<T>(
  all: Iterable<T> | AsyncIterable<T>,
  keyOf: (one: T) => string | undefined,
): AsyncGenerator<Batch<T>> {
  let most = FIRST;
  let batch: T[] = [];
  let key: string | undefined;
  for await (const one of all) {
    const own = keyOf(one);
    if (own === undefined) {
      yield { all: [one], isAlone: true };
      continue;
    }
    if (batch.length > 0 && own !== key) {
      yield { all: batch, isAlone: false };
      batch = [];
    }
    key = own;
    batch.push(one);
    if (batch.length < most) continue;
    yield { all: batch, isAlone: false };
    [batch, most] = [[], Math.min(MOST, most * 2)];
  }
  if (batch.length > 0) yield { all: batch, isAlone: false };
}

/** Of more together, each costs hardly less; of few, each page of the browser is to have some, and soon. */
const [FIRST, MOST] = [3, 12];

/**
 * How many pages a document is likely to have, after those that were printed before it. Only when it is printed is it
 * known; whoever guesses wrong prints it once more.
 */
export class Lengths {
  #characters = 0;
  #pages = 0;

  guess(length: number): number {
    // A last page is half full, on the average.
    const page = this.#pages > 0 ? this.#characters / this.#pages : PAGE;
    return Math.max(1, Math.ceil((length - HEAD) / page));
  }

  learn(length: number, pages: number): void {
    this.#characters += Math.max(0, length - HEAD);
    this.#pages += pages - 0.5;
  }
}

/** In characters: the head of a document on paper with its style sheet, and what a page holds, marked up. */
const [HEAD, PAGE] = [9_000, 3_000];
