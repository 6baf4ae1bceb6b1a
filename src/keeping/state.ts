import { setTimeout as pause } from 'node:timers/promises';
import { withLocks } from '../locks.ts';
import type { Loaded, Publication, Settings, Source, Work } from '../model.ts';
import { loadSettings } from '../settings.ts';
import { list, load } from '../stages/load.ts';
import { bind, declaredIn, sourceOf, worksOf } from '../stages/localise.ts';
import type { Host } from '../world.ts';
import type { Shelf } from './shelf.ts';

/** A publication as it was last read whole. */
export interface State {
  readonly settings: Settings;
  readonly loaded: Loaded;
  readonly publication: Publication;
  readonly works: ReadonlyMap<string, Work>;
  /** Another number whenever anything but documents' texts has changed: templates, strings, settings, which files there are. */
  readonly setting: number;
}

/** Reads everything. Throws UserError where that cannot be. */
export async function readState(host: Host, shelf: Shelf, setting: number): Promise<State> {
  const written = await loadSettings(host);
  const loaded = await load(host, await list(host, written));
  const settings = await withLocks(host, loaded, written);
  const source = sourceOf(loaded.locales);
  const works = worksOf(loaded).map(({ slug, files }): Work => {
    const documents = files.map(({ locale, file }) => shelf.take(locale, file, settings).document);
    return { slug, source, documents, ...declaredIn(settings) };
  });
  const bySlug = new Map(works.map((work) => [work.slug, work]));
  return { settings, loaded, publication: bind(loaded, settings, works), works: bySlug, setting };
}

/** The same with other texts in these files; undefined if more than the texts of documents has changed. */
export async function withTexts(
  before: State,
  paths: readonly string[],
  host: Host,
  shelf: Shelf,
): Promise<State | undefined> {
  const known = new Map(before.loaded.locales.flatMap(({ documents }) => documents).map((file) => [file.path, file]));
  const fresh = new Map<string, Source>();
  for (const path of paths) {
    const old = known.get(path);
    if (!old && (await isPassing(path, before, host))) continue;
    const text = old && (await saved(path, host));
    if (!text) return undefined;
    if (text.text !== old.text) fresh.set(path, text);
  }
  if (fresh.size === 0) return before;
  const locales = before.loaded.locales.map((one) => {
    return { ...one, documents: one.documents.map((file) => fresh.get(file.path) ?? file) };
  });
  const loaded = { ...before.loaded, locales };
  const settings = before.settings.locks ? await withLocks(host, loaded, before.settings) : before.settings;
  // Then other pages change than those of these texts.
  if (standingOf(settings) !== standingOf(before.settings)) return undefined;
  const works = new Map([...before.works].map(([slug, work]) => [slug, reread(work, fresh, settings, shelf)]));
  return { ...before, settings, loaded, works, publication: bind(loaded, settings, [...works.values()]) };
}

/** What is there no more and has never been, such as an editor's copy; a language is told by its folder alone. */
async function isPassing(path: string, { loaded }: State, host: Host): Promise<boolean> {
  const [top, , ...rest] = path.split('/');
  if (top !== 'content' || rest.length === 0 || loaded.assets.includes(path) || path.endsWith('/strings.json'))
    return false;
  return (await host.read(path)) === undefined;
}

/** In milliseconds: whoever saves a file may empty or remove it first. */
const SAVING = 25;

/** What stands in a file, once it is saved. */
async function saved(path: string, host: Host): Promise<Source | undefined> {
  const now = await host.text(path);
  if (now && now.text !== '') return now;
  await pause(SAVING);
  return host.text(path);
}

function reread(work: Work, fresh: ReadonlyMap<string, Source>, settings: Settings, shelf: Shelf): Work {
  if (!work.documents.some(({ source }) => fresh.has(source.path))) return work;
  const documents = work.documents.map((document) => {
    const file = fresh.get(document.source.path);
    return file ? shelf.take(document.locale, file, settings).document : document;
  });
  return { ...work, documents };
}

/** Which translations say that they are stale, and what of them gives way to their source. */
function standingOf({ locks }: Settings): string {
  return JSON.stringify([locks?.stale ?? [], locks?.lent ?? {}]);
}
