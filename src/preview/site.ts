import { randomUUID } from 'node:crypto';
import type { State } from '../keeping/state.ts';
import type { Face, Page } from '../made.ts';
import type { Edition, Publication } from '../model.ts';
import { formatOf, print } from '../stages/print.ts';
import { type Memory, openMemory, openWorkshop, renderOne, type Workshop } from '../stages/render.ts';
import { typeset } from '../stages/typeset.ts';
import { changedIn } from '../text/changed.ts';
import { shownCharacters } from '../text/shown.ts';
import type { Host } from '../world.ts';
import { type Frame, type Frames, openFrames, pressOf } from './frames.ts';
import type { Held } from './held.ts';

/** The editions as they will be published, each file made when it is asked for and kept until something changes. */
export interface Site {
  /** The file at an output path, such as `en/article/index.html`, a PDF printed; undefined if a build makes none. Throws UserError. */
  file(path: string): Promise<Uint8Array | undefined>;
  /** A name for the page at an output path as it was made last: another page has another one. */
  version(path: string): string | undefined;
  /** What has to be put into a page, which is named by its version, for it to be what it is now; undefined if that is not known. */
  change(path: string, version: string): Promise<PageChange | undefined>;
  /** The faces that set a language, cut to the characters of its texts and of `also`. */
  faces(locale: string, also?: string): Promise<readonly Face[]>;
  /** One of them by its name, also of those before the last cut. */
  face(locale: string, name: string): Promise<Uint8Array | undefined>;
}

/** All that pages have in common as long as only texts change. */
interface Kept {
  readonly setting: number;
  readonly workshop: Promise<Workshop>;
  readonly frames: Frames;
  /** What pages take along, by output path: a file of the publication, or a style sheet. */
  readonly taken: Map<string, { readonly file: string } | { readonly css: string }>;
  readonly pages: Map<string, Made>;
}

/** A page as it was made last, and what its next making need not make again. */
interface Made {
  readonly of: Publication;
  readonly version: string;
  readonly html: string;
  readonly bytes: Uint8Array;
  readonly memory: Memory;
  /** The page before it, which somebody may have in a browser. */
  readonly before?: { readonly version: string; readonly html: string };
}

/** The units at the beginning and at the end that stay, and what stands between them. */
interface PageChange {
  readonly version: string;
  readonly start: number;
  readonly text: string;
  readonly tail: number;
}

/** So many pages are kept as they were made. */
const PAGES = 40;

export function openSite(held: Held, host: Host): Site {
  let kept: Kept | undefined;
  const current = (state: State): Kept => {
    if (kept?.setting === state.setting) return kept;
    const workshop = openWorkshop(state.publication, host);
    // Told to whoever asks for a page.
    workshop.catch(() => undefined);
    const frames = openFrames(workshop, host);
    kept = { setting: state.setting, workshop, frames, taken: new Map(), pages: new Map() };
    return kept;
  };
  return {
    async file(path) {
      const state = held.state();
      if (!state) return undefined;
      if (path.endsWith('.pdf')) return pdf(path, state, current(state), host);
      const edition = editionAt(path, state.publication);
      if (/\.(?:html|xml|txt)$/.test(path)) return page(path, edition, state, current(state), host);
      const { taken, frames } = current(state);
      const one = taken.get(path);
      if (one) return 'file' in one ? host.read(one.file) : new TextEncoder().encode(one.css);
      const named = ({ files }: Frame) => files.get(path);
      return named(await frames.of(edition, state)) ?? frames.earlier(named);
    },
    version: (path) => kept?.pages.get(path)?.version,
    async change(path, version) {
      await this.file(path);
      const now = kept?.pages.get(path);
      if (!now || (now.version !== version && now.before?.version !== version)) return undefined;
      const before = now.version === version ? now.html : (now.before?.html ?? '');
      const [start, end] = changedIn(before, now.html);
      return { version: now.version, start, text: now.html.slice(start, end), tail: now.html.length - end };
    },
    async faces(locale, also = '') {
      const state = held.state();
      const edition = state?.publication.editions.find((one) => one.locale === locale);
      return state && edition ? (await current(state).frames.of(edition, state, also)).faces : [];
    },
    async face(locale, name) {
      const state = held.state();
      const edition = state?.publication.editions.find((one) => one.locale === locale);
      if (!state || !edition) return undefined;
      const { frames } = current(state);
      const named = ({ faces }: Frame) => faces.find((face) => face.name === name)?.bytes;
      return named(await frames.of(edition, state)) ?? frames.earlier(named);
    },
  };
}

/** The edition that makes the page at a path; what stands at the root comes with the source's. */
function editionAt(path: string, { editions, source }: Publication): Edition {
  const edition = editions.find(({ locale }) => path.startsWith(`${locale}/`));
  const found = edition ?? editions.find(({ locale }) => locale === source);
  if (!found) throw new RangeError('a publication without an edition');
  return found;
}

async function page(
  path: string,
  edition: Edition,
  state: State,
  { workshop, frames, taken, pages }: Kept,
  host: Host,
): Promise<Uint8Array | undefined> {
  const before = pages.get(path);
  if (before?.of === state.publication) return before.bytes;
  const { locale } = edition;
  const memory = before?.memory ?? openMemory();
  const wanted = { locale, format: 'html', path, memory };
  const made = await renderOne(unsearched(state.publication), wanted, await workshop, host);
  if (!made) return undefined;
  for (const [output, file] of Object.entries(made.assets)) taken.set(output, { file });
  for (const [output, css] of Object.entries(made.sheets ?? {})) taken.set(output, { css });
  const set = { locale, look: '', faces: [], pages: [made] };
  for await (const make of print(set, formatOf('html'), pressOf(host))) {
    const { bytes } = await make();
    // As it is sent: where a page has changed is told in these units.
    const html = decoder.decode(bytes);
    // Fonts come behind the page, which does not wait for them.
    setImmediate(() => {
      const shown = shownCharacters([freshIn(html, before?.html)], locale).needed;
      frames.of(edition, state, shown).catch(() => undefined);
    });
    pages.delete(path);
    const isSame = before?.html === html;
    const version = isSame ? before.version : randomUUID();
    const last = isSame ? before.before : before && { version: before.version, html: before.html };
    pages.set(path, { of: state.publication, version, html, bytes, memory, ...(last && { before: last }) });
    const [oldest] = pages.keys();
    if (pages.size > PAGES && oldest !== undefined) pages.delete(oldest);
    return bytes;
  }
  return undefined;
}

const decoder = new TextDecoder();

/** What a page has that it had not before, in whole elements. */
function freshIn(html: string, before: string | undefined): string {
  if (before === undefined) return html;
  const [start, end] = changedIn(before, html);
  const tag = html.indexOf('<', end);
  return html.slice(Math.max(0, html.lastIndexOf('>', start)), tag < 0 ? html.length : tag);
}

/** To be searched, all pages would have to be made: a preview makes those that somebody looks at. */
function unsearched(publication: Publication): Publication {
  const { settings } = publication;
  if (!settings.site.search) return publication;
  const known = quiet.get(publication) ?? {
    ...publication,
    settings: { ...settings, site: { ...settings.site, search: false } },
  };
  quiet.set(publication, known);
  return known;
}

const quiet = new WeakMap<Publication, Publication>();

async function pdf(path: string, state: State, { workshop }: Kept, host: Host): Promise<Uint8Array | undefined> {
  const { publication, settings } = state;
  const shop = await workshop;
  for (const edition of publication.editions) {
    const { locale } = edition;
    const made = await renderOne(publication, { locale, format: 'pdf', path }, shop, host);
    if (made) return printed(made, edition, { fonts: settings.fonts, look: shop.voices.get(locale)?.look ?? '' }, host);
  }
  return undefined;
}

async function printed(
  made: Page,
  edition: Edition,
  { fonts, look }: { readonly fonts: State['settings']['fonts']; readonly look: string },
  host: Host,
): Promise<Uint8Array | undefined> {
  const format = formatOf('pdf');
  const set = (await typeset([made], edition, { fonts, container: format.fonts }, host)).typeset;
  for await (const make of print({ ...set, look }, format, pressOf(host))) return (await make()).bytes;
  return undefined;
}
