import type { State } from '../keeping/state.ts';
import type { Face, Page } from '../made.ts';
import type { Edition } from '../model.ts';
import { formatOf, print } from '../stages/print.ts';
import type { Workshop } from '../stages/render.ts';
import { typeset } from '../stages/typeset.ts';
import { changedIn } from '../text/changed.ts';
import { shownCharacters } from '../text/shown.ts';
import type { Host, Press } from '../world.ts';

/** What surrounds the pages of a language: style sheet, scripts, fonts, files of the theme, by output path; and its faces. */
export interface Frame {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly faces: readonly Face[];
}

/** The frames of a publication, cut anew only when a character comes that none of its texts had before. */
export interface Frames {
  /** `wanted`: characters that it must have besides those of the texts. */
  of(edition: Edition, state: State, wanted?: Iterable<string>): Promise<Frame>;
  /** What is found in the frames before, the last one first: a page that is open may ask for it still. */
  earlier<T>(find: (frame: Frame) => T | undefined): Promise<T | undefined>;
}

/** A frame, the characters for which it is, and the texts whose characters are among them, by path. */
interface Cut {
  readonly characters: ReadonlySet<string>;
  readonly seen: Map<string, string>;
  readonly frame: Promise<Frame>;
}

/** So many frames are kept beside those that hold. */
const EARLIER = 6;

/** Nobody is told how large a PDF would be before it is printed. */
export function pressOf(host: Host): Press {
  return { host, sizes: { get: async () => undefined } };
}

export function openFrames(workshop: Promise<Workshop>, host: Host): Frames {
  const cuts = new Map<string, Cut>();
  const before: Cut[] = [];
  return {
    async of(edition, state, wanted = []) {
      const { locale } = edition;
      const known = cuts.get(locale);
      const seen = known?.seen ?? new Map<string, string>();
      const asked = new Set([...charactersOf(edition, seen), ...wanted]);
      if (known && asked.isSubsetOf(known.characters)) return known.frame;
      const characters = asked.union(known?.characters ?? new Set<string>());
      const frame = workshop.then(({ voices }) =>
        made(edition, characters, voices.get(locale)?.look ?? '', state, host),
      );
      frame.catch(() => cuts.delete(locale));
      if (known) before.push(known);
      if (before.length > EARLIER) before.shift();
      cuts.set(locale, { characters, seen, frame });
      return frame;
    },
    async earlier(find) {
      for (const { frame } of before.toReversed()) {
        const found = await frame.then(find, () => undefined);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** Not rendered, and so quick: every character that texts may bring which were not seen before. */
function charactersOf({ locale, documents, strings }: Edition, seen: Map<string, string>): ReadonlySet<string> {
  const fresh = [strings.source, ...documents.map(({ source }) => source)].flatMap(({ path, text }) => {
    const before = seen.get(path);
    if (before === text) return [];
    seen.set(path, text);
    return before === undefined ? text : freshIn(text, before);
  });
  return fresh.length === 0 ? new Set() : shownCharacters(fresh.map(asHtml), locale).needed;
}

/** What a text has that it had not before, in whole lines: signs may join with those beside them. */
function freshIn(text: string, before: string): string {
  const [start, end] = changedIn(before, text);
  const line = text.indexOf('\n', end);
  return text.slice(text.lastIndexOf('\n', start) + 1, line < 0 ? text.length : line);
}

function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function made(
  edition: Edition,
  characters: ReadonlySet<string>,
  look: string,
  { settings, publication }: State,
  host: Host,
): Promise<Frame> {
  const { locale } = edition;
  // Pages name the other languages in their own scripts.
  const names = publication.editions.map((other) => `<i lang="${other.locale}"></i>`).join('');
  const html = asHtml([...characters].join(' ')) + names;
  const all: Page = { format: 'html', path: '', locale, title: '', html, assets: {} };
  // Not packed for the way through a network: that takes ten times as long as cutting.
  const { faces } = (await typeset([all], edition, { fonts: settings.fonts, container: 'ttf' }, host)).typeset;
  const files = new Map<string, Uint8Array>();
  for await (const make of print({ locale, look, faces, pages: [] }, formatOf('html'), pressOf(host))) {
    const { path, bytes } = await make();
    files.set(path, bytes);
  }
  return { files, faces };
}
