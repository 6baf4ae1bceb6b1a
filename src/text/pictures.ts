import { imageSize } from './image.ts';
import { escaped, openTag } from './markup.ts';
import { inlineSvg } from './svg.ts';

/** Where the pictures of a page come from and where it looks for them. */
export interface PictureRules {
  /** The publication's file behind a target; undefined if there is none or it stands outside. */
  file(target: string): string | undefined;
  read(file: string): Promise<Uint8Array | undefined>;
  /** What the page writes as `src` for a file of the publication. */
  source(file: string): string;
  /** Whether the reader's program may fetch a picture from the network. */
  readonly network: boolean;
  /** Takes the style sheet of a drawing, for a page that may hold none; else it stands in the drawing. */
  sheet?(css: string): void;
}

/** A picture as HTML for the place where it stands; `alternative` is what it says to those who cannot see it. */
export type Picture = (alternative: string) => string;

/** Reads the pictures behind these targets, so that each can be shown without waiting. Drawings become part of the page. */
export async function readPictures(
  targets: readonly string[],
  rules: PictureRules,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const target of targets) pictures.set(target, await readPicture(target, pictures.size + 1, rules));
  return pictures;
}

async function readPicture(target: string, number: number, rules: PictureRules): Promise<Picture> {
  const file = rules.file(target);
  if (file === undefined) return rules.network && /^(?:https?:)?\/\//.test(target) ? image(target) : lost;
  const bytes = await rules.read(file);
  if (bytes === undefined) return lost;
  if (!/\.svg$/i.test(file)) return image(rules.source(file), { ...imageSize(bytes) });
  return drawing(new TextDecoder().decode(bytes), number, rules.sheet);
}

function image(src: string, size: { readonly width?: number; readonly height?: number } = {}): Picture {
  const { width, height } = size;
  const measures = { width: width?.toString(), height: height?.toString() };
  return (alt) => openTag('img', { src, alt, ...measures, loading: 'lazy', decoding: 'async' });
}

/** The same drawing twice on a page is two elements, so their ids count on. */
function drawing(text: string, number: number, sheet?: (css: string) => void): Picture {
  let times = 0;
  return (alternative) => {
    times += 1;
    const prefix = `drawing${number}${times > 1 ? `-${times}` : ''}-`;
    return inlineSvg(text, prefix, alternative, sheet) ?? lost(alternative);
  };
}

/** Where a picture cannot be shown, its words stand; the check of links names it. */
function lost(alternative: string): string {
  return `${openTag('span', { class: 'lost', role: 'img', 'aria-label': alternative })}${escaped(alternative)}</span>`;
}
