import { createHash } from 'node:crypto';
import { fontsOf, languages } from '../locales/index.ts';
import type { Face, Page, Typeset } from '../made.ts';
import type { Edition, Finding, FontSettings, Phrase, Settings, Source, Span } from '../model.ts';
import { findInEdition, findInSources } from '../text/find.ts';
import { phrase, told } from '../text/phrase.ts';
import { foreignLanguages, Known, type Shown, shownCharacters } from '../text/shown.ts';
import { UserError } from '../trouble.ts';
import type { FontFile, Format, Host } from '../world.ts';

/** The fonts of the settings, and the container that the format wants. */
export interface Cases {
  readonly fonts: Settings['fonts'];
  readonly container: Format['fonts'];
}

/**
 * Gives the pages of one locale and one format the faces that set them, cut to the characters that they show.
 * A character without a glyph in any font is a finding: a browser would take it from whatever the machine has.
 * Throws UserError 3 if a font package is not installed.
 */
export async function typeset(
  pages: readonly Page[],
  edition: Edition,
  cases: Cases,
  host: Host,
): Promise<{
  readonly typeset: Omit<Typeset, 'look' | 'pages'> & { readonly pages: readonly Page[] };
  readonly findings: readonly Finding[];
}> {
  const { locale } = edition;
  const said = pages.filter(({ plain }) => !plain);
  const shown = shownCharacters(texts(said), locale);
  const named = new Set(said.flatMap(({ beside = [] }) => beside));
  const beside = Array.from(named, (tag) => {
    return { tag, shown: shownCharacters(texts(said.filter((page) => page.beside?.includes(tag))), tag) };
  });
  const { faces, lacking, own } = await cut(
    { shown, foreign: foreignLanguages(texts(said), locale), beside },
    edition,
    cases,
    host,
  );
  return { typeset: { locale, pages, faces }, findings: await noGlyphs(lacking, edition, own, host) };
}

/** One after the other: of many pages each comes to life only while it is looked at. */
function* texts(pages: readonly Page[]): Generator<string> {
  for (const { html } of pages) yield html;
}

/** What pages of a locale show or will show, the languages that they name, and those that stand beside its own. */
export interface Wanted {
  readonly shown: Shown;
  readonly foreign: readonly string[];
  readonly beside: readonly { readonly tag: string; readonly shown: Shown }[];
  /** Other faces have all else. */
  readonly isPart?: true;
}

/** The faces of pages that are yet to be made. */
export interface Prepared {
  readonly faces: readonly Face[];
  /** What these faces have; a page that shows no other is set by them. */
  readonly known: Known;
  /** Those that a page needs besides, for characters that were not foreseen. What no font has is noted. */
  more(html: string): Promise<readonly Face[]>;
  /** A finding for each character that a page shows and no font has, at its place in the edition as it is now. */
  findings(edition: Edition): Promise<readonly Finding[]>;
}

/** The same for pages that are made afterwards, one by one: a page that shows more than is `wanted` gets it by `more`. */
export async function prepare(wanted: Wanted, edition: Edition, cases: Cases, host: Host): Promise<Prepared> {
  const { locale } = edition;
  const { faces, lacking, own } = await cut(wanted, edition, cases, host);
  const without = new Set(lacking);
  const known = new Known([...wanted.shown.needed, ...wanted.shown.welcome].filter((one) => !without.has(one)));
  const noted = new Set<string>();
  return {
    faces,
    known,
    async more(html) {
      const missed = known.missedBy(html, locale);
      if (missed.length === 0) return [];
      const tags = [...new Set([...foreignLanguages([html], locale), ...wanted.foreign])];
      const shown = { needed: new Set(missed), welcome: none };
      const more = await cut({ shown, foreign: tags, beside: [], isPart: true }, edition, cases, host);
      for (const character of more.lacking) noted.add(character);
      return more.faces;
    },
    findings: (now) => noGlyphs([...noted], now, own, host),
  };
}

/** Faces for these characters, and the characters that no font has. */
async function cut(
  { shown, foreign: tags, beside, isPart }: Wanted,
  { locale }: Pick<Edition, 'locale'>,
  { fonts, container }: Cases,
  host: Host,
): Promise<{ readonly faces: readonly Face[]; readonly lacking: readonly string[]; readonly own: Fonts }> {
  const own = await openPackages(locale, fontsOf(locale, fonts), host);
  const lacking = without([...shown.needed], own);
  const foreign = lacking.length > 0 ? await openForeign(tags, fonts, host) : noFonts;
  const part = isPart ? { isPart } : {};
  const all = await Promise.all([
    cutRole({ family: 'Hexapla Text', own: own.text, rest: [own.heads, foreign.text], ...part }, shown, container),
    cutRole({ family: 'Hexapla Heads', own: own.heads, rest: [own.text, foreign.heads], ...part }, shown, container),
    ...beside.filter(({ tag }) => tag !== locale).map((one) => facesBeside(one, { fonts, container }, host)),
  ]);
  return { faces: all.flat(), lacking: without(lacking, foreign), own };
}

/** The faces of a language that pages show beside their own; what these lack, the page's own have. */
async function facesBeside(
  { tag, shown }: Wanted['beside'][number],
  { fonts, container }: Cases,
  host: Host,
): Promise<readonly Face[]> {
  const own = await openPackages(tag, fontsOf(tag, fonts), host);
  const roles = [
    ['Text', own.text],
    ['Heads', own.heads],
  ] as const;
  const faces = roles.map(([role, packages]) =>
    cutRole({ family: `Hexapla ${role} ${tag}`, own: packages, rest: [] }, shown, container),
  );
  return (await Promise.all(faces)).flat();
}

const none: ReadonlySet<string> = new Set();

/** Each package's faces, in the order of the settings. */
type Packages = readonly (readonly FontFile[])[];

interface Fonts {
  readonly text: Packages;
  readonly heads: Packages;
}

const noFonts: Fonts = { text: [], heads: [] };

async function openPackages(locale: string, fonts: FontSettings, host: Host): Promise<Fonts> {
  const open = async (name: string) => {
    try {
      return await host.fonts(name);
    } catch (error) {
      if (error instanceof UserError) throw new UserError(`${locale}: ${error.message}`, error.hint, error.code);
      throw error;
    }
  };
  return { text: await Promise.all(fonts.text.map(open)), heads: await Promise.all(fonts.heads.map(open)) };
}

/** The fonts of other languages that pages speak of by name, 中文 in a list of editions; those that are not there are no loss. */
async function openForeign(locales: readonly string[], fonts: Settings['fonts'], host: Host): Promise<Fonts> {
  const opened = locales.map((locale) =>
    openPackages(locale, fontsOf(locale, fonts), host).catch((error: unknown) => {
      if (error instanceof UserError) return noFonts;
      throw error;
    }),
  );
  const all = await Promise.all(opened);
  return { text: all.flatMap(({ text }) => text), heads: all.flatMap(({ heads }) => heads) };
}

/** The characters that these fonts have no glyph for. */
function without(characters: readonly string[], { text, heads }: Fonts): string[] {
  const files = [...text, ...heads].flat();
  return characters.filter((character) => !files.some((file) => standIn(file, character)));
}

interface Role {
  readonly family: string;
  readonly own: Packages;
  /** For what these lack: the other role's packages (no loss to be set from there), and those of other languages. */
  readonly rest: readonly Packages[];
  readonly isPart?: true;
}

/** A weight and style that the role's fonts have, under the number that a style sheet asks for. */
interface Cut {
  readonly weight: number;
  readonly style: FontFile['style'];
}

/** All are asked for at once, so that who cuts them never waits. */
function cutRole(
  { family, own, rest, isPart }: Role,
  shown: Shown,
  container: Format['fonts'],
): Promise<readonly Face[]> {
  const faces = cutsOf(own.flat()).flatMap((cut) => {
    const order = [own, ...rest]
      .flat()
      .flatMap((files) => [...files].sort((a, b) => distance(a, cut) - distance(b, cut)));
    const shares = share(order, shown);
    return Array.from(shares, async ([file, characters]): Promise<Face> => {
      // In one order, whichever text brought them first: by it a font is found that was cut before.
      const wanted = characters.map((character) => standIn(file, character) ?? character).sort();
      const bytes = await file.subset(wanted.join(''), container);
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
      const name = faceName(family, cut, `${digest}.${container}`);
      // Faces of one weight and style make one: every one must say which characters are its own.
      return { family, ...cut, bytes, name, ...((isPart || shares.size > 1) && { range: unicodeRange(characters) }) };
    });
  });
  return Promise.all(faces);
}

function cutsOf(files: readonly FontFile[]): Cut[] {
  const cuts = files.map(({ weight, style }): Cut => ({ weight: weight < 600 ? 400 : 700, style }));
  return cuts.filter((cut, i) => cuts.findIndex((c) => c.weight === cut.weight && c.style === cut.style) === i);
}

/** How far a file is from what is asked for; an upright face does for an italic one only if nothing else has the character. */
function distance(file: FontFile, { weight, style }: Cut): number {
  return Math.abs(file.weight - weight) + (file.style === style ? 0 : 1000);
}

/** Which file sets which characters: the first in order that has it. */
function share(order: readonly FontFile[], { needed, welcome }: Shown): Map<FontFile, string[]> {
  const shares = new Map<FontFile, string[]>();
  const give = (file: FontFile | undefined, character: string) => {
    if (!file) return;
    const share = shares.get(file) ?? [];
    share.push(character);
    shares.set(file, share);
  };
  for (const character of needed)
    give(
      order.find((file) => standIn(file, character)),
      character,
    );
  const used = order.filter((file, i) => i === 0 || shares.has(file));
  // What nobody has to see may stay without a glyph, but it belongs to a face, or the browser looks for another.
  for (const character of welcome) give(used.find((file) => standIn(file, character)) ?? used[0], character);
  return shares;
}

/** What a font draws for a character: its own glyph, or the parts of which the shaper puts it together; undefined if it cannot. */
function standIn(font: FontFile, character: string): string | undefined {
  // HarfBuzz takes the breaking hyphen where a font lacks the other.
  const ways = [character, character.normalize('NFD'), character === '\u2011' ? '\u2010' : ''];
  return ways.find((way) => way !== '' && [...way].every((part) => font.has(part.codePointAt(0) ?? 0)));
}

function faceName(family: string, { weight, style }: Cut, tail: string): string {
  const role = family.toLowerCase().split(' ').slice(1).join('-');
  return `${role}-${weight}${style === 'italic' ? '-italic' : ''}.${tail}`;
}

/** CSS Fonts 4, 4.5: `U+41-5A,U+2014`. */
function unicodeRange(characters: readonly string[]): string {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && code <= last[1] + 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

async function noGlyphs(missing: readonly string[], edition: Edition, fonts: Fonts, host: Host): Promise<Finding[]> {
  if (missing.length === 0) return [];
  const { locale } = edition;
  const files = [...fonts.text, ...fonts.heads].flat();
  const packages = [...new Set(files.map((file) => file.package))].join(', ');
  const theme = await ownTemplates(host);
  return missing.map((character) => ({
    rule: 'fonts/glyph',
    severity: 'error',
    locale,
    ...told(
      phrase`${named(character)} has no glyph in the fonts of ${locale} (${packages}); every character needs one`,
      suggested(character, locale),
    ),
    span: findInEdition(character, edition) ?? findInSources(character, theme) ?? startOf(edition.strings.source),
  }));
}

/** A font that has the character, as far as its script or kind tells. */
function suggested(character: string, locale: string): Phrase {
  const named = languages().find(({ tag }) => scriptOf(tag).test(character))?.fonts.text[0] ?? signFont(character);
  return named === undefined
    ? phrase`Write it otherwise, or add a font that has it to "fonts: ${locale}:" in hexapla.yaml.`
    : phrase`Write it otherwise, or add a font that has it, such as ${named}, to "fonts: ${locale}:" in hexapla.yaml.`;
}

/** The letters of the script in which a language is mostly written. */
function scriptOf(tag: string): RegExp {
  const script = new Intl.Locale(tag).maximize().script ?? '';
  return new RegExp(`[${(SCRIPTS[script] ?? [script]).map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
}

/** Scripts of ISO 15924 that Unicode takes for one or several of its own. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Han'],
  Hant: ['Han', 'Bopomofo'],
  Jpan: ['Hiragana', 'Katakana'],
  Kore: ['Hangul'],
};

function signFont(character: string): string | undefined {
  if (/\p{Emoji_Presentation}/u.test(character)) return '@expo-google-fonts/noto-emoji';
  if (/\p{Sm}/u.test(character)) return '@expo-google-fonts/noto-sans-math';
  return /\p{So}/u.test(character) ? '@expo-google-fonts/noto-sans-symbols-2' : undefined;
}

async function ownTemplates(host: Host): Promise<Source[]> {
  const files = (await host.list('templates')).filter((file) => /\.(?:liquid|css|html)$/.test(file));
  const sources = await Promise.all(files.map((file) => host.text(file)));
  return sources.filter((source) => source !== undefined);
}

/** `U+1F600 “😀”`; a mark that combines needs something to stand on. */
function named(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${code} “${/\p{M}/u.test(character) ? '\u25cc' : ''}${character}”`;
}

function startOf({ path }: Source): Span {
  return { path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}
