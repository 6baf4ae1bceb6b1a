import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../trouble.ts';
import type { FontFile } from '../world.ts';
import { type Cut, cutting, damaged } from './cut.ts';
import { failure } from './failure.ts';
import { type FontFacts, readFont } from './fontfile.ts';
import { installedFolder } from './installed.ts';

/**
 * The faces of a font package: regular and bold, upright and italic where it has them. Looked for in the
 * `node_modules` of each folder of `resolveFrom` and above it. Throws UserError 3 if it is not installed,
 * 2 if it is no package's name or has no font that a PDF can embed. `cut` cuts them, here or on another thread.
 */
export async function loadFontPackage(
  name: string,
  resolveFrom: readonly string[],
  cut: (share: Cut) => Promise<Uint8Array> = async (share) => cutting.run(share),
): Promise<readonly FontFile[]> {
  const folder = findPackage(name, resolveFrom);
  const fonts = await readFonts(name, folder);
  const fit = fonts.filter(({ unfit }) => unfit === undefined);
  if (fit.length === 0) throw nothingFit(name, folder, fonts);
  const faces = [false, true].flatMap((italic) => {
    const files = fit.filter((font) => font.italic === italic);
    const regular = nearest(files, regularWeights);
    const bold = nearest(files, boldWeights);
    return [...new Set([regular, bold])].filter((font) => font !== undefined);
  });
  return faces.map((facts) => fontFile(name, facts, cut));
}

/** What stands in for 400 and for 700 where a package lacks it (as in CSS Fonts 4, 5.2), the nearest first. */
const regularWeights = [400, 500, 300, 350, 250, 200, 100];
const boldWeights = [700, 800, 900, 600];

function nearest(files: readonly FontFacts[], weights: readonly number[]): FontFacts | undefined {
  return weights.map((weight) => files.find((file) => file.weight === weight)).find((file) => file !== undefined);
}

/** An npm package name; a path would lead out of `node_modules`. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

function findPackage(name: string, resolveFrom: readonly string[]): string {
  if (!packageName.test(name)) {
    throw new UserError(
      `fonts: "${name}" is not the name of a package; a name such as @expo-google-fonts/noto-serif was expected`,
      'Correct it under "fonts" in hexapla.yaml.',
    );
  }
  const found = installedFolder(name, resolveFrom);
  if (found !== undefined) return found;
  throw new UserError(
    `The font package ${name} is not installed`,
    `Install it in the folder of the publication: npm install --save-dev ${name}`,
    3,
  );
}

/** All font files of the package; of two with the same weight and style the plainer name comes first. */
async function readFonts(name: string, folder: string): Promise<FontFacts[]> {
  try {
    const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:ttf|otf)$/i.test(file));
    files.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const fonts = await Promise.all(files.map((file) => readFont(join(folder, file))));
    return fonts.filter((font) => font !== undefined);
  } catch (error) {
    if (error instanceof RangeError) throw damaged(name);
    throw failure(`The font package ${name} cannot be read`, error);
  }
}

/** Cuts of a file: each language of a build has one for each container, a preview another one with each new character. */
const KEPT = 8;

function fontFile(
  name: string,
  { path, weight, italic, ranges }: FontFacts,
  cut: (share: Cut) => Promise<Uint8Array>,
): FontFile {
  const cuts = new Map<string, Promise<Uint8Array>>();
  return {
    package: name,
    weight,
    style: italic ? 'italic' : 'normal',
    has: (codePoint) => isWithin(ranges, codePoint),
    subset(characters, container) {
      const text = [...new Set(characters)].sort().join('');
      const key = `${container} ${text}`;
      const done = cuts.get(key) ?? cut({ name, path, text, container });
      cuts.set(key, done);
      const [oldest = key] = cuts.keys();
      if (cuts.size > KEPT) cuts.delete(oldest);
      return done;
    },
  };
}

/** By halves: a Chinese font has a thousand ranges, and a book asks for each of its characters. */
function isWithin(ranges: FontFacts['ranges'], codePoint: number): boolean {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

function nothingFit(name: string, folder: string, fonts: readonly FontFacts[]): UserError {
  const [first] = fonts;
  const why = first ? `${first.path.slice(folder.length + 1)}: ${first.unfit}` : 'it has no TrueType files';
  return new UserError(
    `The font package ${name} cannot be embedded in a PDF: ${why}`,
    'Name a package with static TrueType files (.ttf), one for each weight, such as @expo-google-fonts/noto-serif.',
  );
}
