import { setImmediate as breath } from 'node:timers/promises';
import { artifacts, expectArtifacts, Tools } from './artifacts.ts';
import { openShelf, type Shelf } from './keeping/shelf.ts';
import { readState, type State, withTexts } from './keeping/state.ts';
import { dependents } from './layouts/dependents.ts';
import { LEDGER, ledgersOf } from './ledgers/file.ts';
import { Places } from './ledgers/places.ts';
import type { Artifact, Page } from './made.ts';
import type { Publication } from './model.ts';
import { buildAll, type Checked, checked, lookedAt, type Release, seenIn } from './pipeline.ts';
import { isWhole, type Selection, scopeOf } from './scope.ts';
import { catalogueOf } from './stages/catalogue.ts';
import { check, report, reportUnchecked, standardOf } from './stages/check.ts';
import { bodiesOf, type Later, weightOf, worksOf } from './stages/localise.ts';
import { index, indexPath } from './stages/print.ts';
import { release } from './stages/release.ts';
import type { Host } from './world.ts';

/** What is built again and again, and how. */
interface Order {
  readonly selection: Selection;
  readonly isChecked: boolean;
  readonly host: Host;
  /** One build, with an output of its own; it stops by `soon` too. */
  turn<T>(act: (host: Host) => Promise<T>, soon?: AbortSignal): Promise<T>;
  /** Told of what has been put in place. */
  written(release: Release): void;
}

/** What a build has left. */
interface Kept {
  readonly tools: Tools;
  /** Of the ledger. */
  places: Places;
  /** By slug. */
  readonly looked: Map<string, Seen>;
}

type Seen = ReturnType<typeof lookedAt>;

/** So many documents are held as they were read: those that somebody writes in. */
const HELD = 60;

/** What is made and removed with some pages, and what stops it. */
interface Behind {
  more?(host: Host): AsyncIterable<Artifact>;
  gone?(path: string): boolean;
  readonly soon?: AbortSignal;
}

/** A page has let go of a file: who else takes it along is not known here. */
class Fewer extends Error {}

/**
 * A publication that is built, and built again when its files change. Of what has changed only that is made which depends on
 * it; what stands in `dist/` is then, byte for byte, what a build would have made.
 */
export class Rebuild {
  readonly #order: Order;
  readonly #shelf: Shelf;
  #state: State | undefined;
  #kept: Kept | undefined;
  /** What has changed since the pages were made; undefined: anything. */
  #paths: Set<string> | undefined;
  /** Documents that are to be compared, and PDFs that are to be printed, since then: that comes behind the pages. */
  readonly #slugs = new Set<string>();
  readonly #pdfs = new Set<string>();
  /** How large the PDFs are, as pages said it when the first of these was to be printed. */
  #said: ReadonlyMap<string, number | undefined> | undefined;
  /** Languages whose pages are others than those of their index for searching. */
  readonly #sought = new Set<string>();

  constructor(order: Order) {
    this.#order = order;
    this.#shelf = openShelf(order.isChecked ? 'now' : 'later', HELD);
  }

  /**
   * Builds what these changed files (anything, if none is named) have changed, the pages of the site first. What failed or was
   * stopped by `soon` is made the next time. Undefined if nothing was to be made. Throws as a build does.
   */
  async build(paths: readonly string[] | undefined, soon: AbortSignal): Promise<Checked | undefined> {
    if (!paths) this.#paths = undefined;
    for (const path of paths ?? []) this.#paths?.add(path);
    const [state, kept] = [this.#state, this.#kept];
    if (!state || !kept || !this.#paths) return this.#buildAll();
    const now = await withTexts(state, [...this.#paths], this.#order.host, this.#shelf);
    if (!now || !(await this.#isPart(now, state, kept))) return this.#buildAll();
    if (now === state && !this.#said && this.#slugs.size + this.#pdfs.size + this.#sought.size === 0) {
      this.#paths.clear();
      return undefined;
    }
    try {
      if (now !== state) await this.#makePages(now, state, kept);
    } catch (error) {
      if (error instanceof Fewer) return this.#buildAll();
      throw error;
    }
    return this.#follow(now, kept, soon);
  }

  /** Whether what was made with other texts can stand beside what is made with these. */
  async #isPart(now: State, before: State, { tools }: Kept): Promise<boolean> {
    if (!(await this.#order.turn(async (host) => host.stands()))) return false;
    return now === before || tools.fits(now.publication, before.publication);
  }

  #hasLedger(): boolean {
    return this.#order.isChecked && isWhole(this.#order.selection);
  }

  async #buildAll(): Promise<Checked> {
    const { turn, written } = this.#order;
    this.#paths = undefined;
    const { state, kept, built } = await turn((host) => this.#readAll(host));
    [this.#state, this.#kept, this.#paths] = [state, kept, new Set()];
    this.#slugs.clear();
    this.#pdfs.clear();
    this.#said = undefined;
    this.#sought.clear();
    written(built.release);
    return built;
  }

  async #readAll(host: Host) {
    const { selection, isChecked } = this.#order;
    const state = await readState(host, this.#shelf, (this.#state?.setting ?? 0) + 1);
    const { publication, loaded, settings } = state;
    const looked: Kept['looked'] = new Map();
    const kept = { tools: new Tools(), places: new Places(headOf(publication)), looked };
    const weight = worksOf(loaded).reduce((sum, work) => sum + weightOf(work), 0);
    expectArtifacts(settings, weight, host, isChecked);
    const keep = { ...kept, look: looked.set.bind(looked) };
    const unread = { loaded, publication, later: this.#later(state) };
    return { state, kept, built: await buildAll(unread, { selection, isChecked, keep }, host) };
  }

  /** The pages of the site that depend on these texts, put in place before anything else is looked at. */
  async #makePages(now: State, before: State, kept: Kept): Promise<void> {
    const { pages, pdfs } = dependents(before.publication, now.publication);
    await this.#make(pages, now, kept);
    const slugs = [...now.works].filter(([slug, work]) => work !== before.works.get(slug)).map(([slug]) => slug);
    this.#state = now;
    this.#paths?.clear();
    for (const slug of slugs) this.#slugs.add(slug);
    for (const pdf of pdfs) this.#pdfs.add(pdf);
  }

  /** Makes the pages and PDFs at these output paths, and what is `more`. */
  async #make(
    only: ReadonlySet<string>,
    { loaded, publication }: State,
    { tools }: Kept,
    { more, soon, gone }: Behind = {},
  ): Promise<void> {
    const { selection, isChecked, turn, written } = this.#order;
    const { settings } = publication;
    const scope = scopeOf(selection, publication);
    let isFewer = false;
    const made = (page: Page) => {
      if (!tools.note(page, settings.site.search)) isFewer = true;
      if (settings.site.search) this.#sought.add(page.locale);
    };
    const all = async function* (host: Host) {
      const order = { loaded, publication, scope, found: [], tools, checked: isChecked, only, made, host };
      if (only.size > 0) yield* artifacts(order, async () => undefined);
      if (isFewer) throw new Fewer();
      if (more) yield* more(host);
    };
    // Pages are there before anybody could read how far they are.
    const silent = [...only].every((path) => !path.endsWith('.pdf')) && { progress: () => undefined };
    const act = (host: Host) => release(all({ ...host, ...silent }), host, false, gone);
    written(await turn(act, soon));
  }

  /** What comes behind the pages: comparing, the PDFs, the ledger, and how large the PDFs have become. */
  async #follow(now: State, kept: Kept, soon: AbortSignal): Promise<Checked | undefined> {
    const { isChecked, host } = this.#order;
    const { tools, looked } = kept;
    const { source } = now.publication;
    const isOver = () => {
      host.signal.throwIfAborted();
      return soon.aborted;
    };
    for (const later of isChecked ? this.#later(now) : []) {
      if (!this.#slugs.has(later.work.slug)) continue;
      looked.set(later.work.slug, lookedAt(later));
      await breath();
      if (isOver()) return undefined;
    }
    this.#said ??= await sizesOf(tools);
    const places = new Places(headOf(now.publication));
    const pieces = this.#hasLedger() ? () => this.#ledger(now, kept, places) : () => [];
    const locales = [...this.#sought];
    const more = async function* (own: Host): AsyncGenerator<Artifact> {
      for (const locale of locales) yield* index(locale, tools.sought.get(locale) ?? new Map(), own);
      let continues = false;
      for (const piece of pieces()) {
        yield { path: LEDGER, locale: source, ...piece, ...(continues && { continues }) };
        continues = true;
      }
    };
    const gone = (path: string) => locales.some((locale) => path.startsWith(indexPath(locale, '')));
    try {
      await this.#make(this.#pdfs, now, kept, { soon, more, gone });
    } catch (error) {
      if (isOver()) return undefined;
      throw error;
    }
    if (this.#hasLedger()) kept.places = places;
    this.#slugs.clear();
    this.#pdfs.clear();
    const pages = new Set<string>();
    for (const [pdf, size] of await sizesOf(tools)) {
      if (this.#said.get(pdf) !== size) for (const page of tools.offered.get(pdf) ?? []) pages.add(page);
    }
    if (pages.size > 0) await this.#make(pages, now, kept);
    this.#said = undefined;
    this.#sought.clear();
    return this.#reported(now, kept);
  }

  /** The ledger with what has changed of it: the figures of these documents, and the pages of what was printed anew. */
  #ledger(now: State, { tools, places }: Kept, next: Places) {
    const printed = [...tools.proofs.values()].map((proof) => proof.printed);
    const paths = new Set(printed.filter(({ path }) => this.#pdfs.has(path)).flatMap(({ documents }) => documents));
    const works = this.#later(now).filter(({ work: { slug, documents } }) => {
      return this.#slugs.has(slug) || documents.some((one) => paths.has(one.source.path));
    });
    const fresh = Array.from(ledgersOf(now.publication, works, printed), ({ slug, entries }) => {
      return [slug, { ...headOf(now.publication), entries }] as const;
    });
    return places.again(new Map(fresh), next);
  }

  async #reported(now: State, { tools, looked }: Kept): Promise<Checked> {
    const { selection, isChecked, host } = this.#order;
    const { publication, loaded, settings } = now;
    const scope = scopeOf(selection, publication);
    const standard = standardOf(settings, host);
    const proofs = [...tools.proofs.values()];
    const locks = isChecked ? (settings.locks?.findings ?? []) : [];
    const found = [...locks, ...(await tools.findings(publication)), ...proofs.flatMap(({ findings }) => findings)];
    const own = checked(loaded, settings);
    if (!isChecked) return { ...own, report: reportUnchecked(seenIn(publication, found), found, scope, standard) };
    const all = [...now.works.keys()].flatMap((slug) => looked.get(slug) ?? []);
    const catalogue = catalogueOf(
      publication,
      all.flatMap(({ entries }) => entries),
      bodiesOf(loaded, settings),
    );
    for (const { findings } of all) for (const finding of findings) found.push(finding);
    for (const finding of check(catalogue)) found.push(finding);
    return { ...own, report: report(catalogue, found, scope, standard) };
  }

  #later({ works, settings }: State): readonly Later[] {
    const findings = (work: Later['work']) =>
      work.documents.flatMap(({ locale, source }) => this.#shelf.take(locale, source, settings).findings());
    return [...works.values()].map((work) => ({ work, findings: () => findings(work) }));
  }
}

function headOf({ source, editions }: Publication) {
  return { source, locales: editions.map(({ locale }) => locale) };
}

async function sizesOf({ offered, sizes }: Tools): Promise<ReadonlyMap<string, number | undefined>> {
  const all = Array.from(offered.keys(), async (pdf) => [pdf, await sizes.get(pdf)] as const);
  return new Map(await Promise.all(all));
}
