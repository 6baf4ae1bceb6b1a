import { readFile } from 'node:fs/promises';
import { UserError } from '../trouble.ts';
import type { Job } from '../world.ts';
import { compileTwice } from './engine.ts';
import { errorCode, failure } from './failure.ts';

/** A font file of a package, the characters that it is to be cut to, and the container to put them into. */
export interface Cut {
  /** The package's. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly container: 'ttf' | 'woff2';
}

/**
 * A font file → the part of it that has these characters. HarfBuzz wants seven times the size of a font for that, and
 * keeps it for as long as its thread lives.
 */
export const cutting: Job<Cut, Uint8Array> = {
  module: import.meta.url,
  name: 'cutting',
  async run({ name, path, text, container }) {
    compileTwice(container === 'woff2');
    try {
      const { default: subsetFont } = await load();
      const font = await readFile(path);
      // Hints are for small sizes on coarse screens; on paper they are dead weight.
      if (container === 'ttf') return await subsetFont(font, text, { targetFormat: 'truetype', noHinting: true });
      return await subsetFont(font, text, { targetFormat: 'woff2' });
    } catch (error) {
      if (errorCode(error) !== undefined) throw failure(`The font package ${name} cannot be read`, error);
      throw damaged(name);
    }
  },
  load,
  weigh: ({ text }) => text.length,
  describe: ({ name }) => `The font package ${name}`,
};

function load() {
  return import('subset-font');
}

export function damaged(name: string): UserError {
  return new UserError(`The font package ${name} is damaged`, `Install it again: npm install --save-dev ${name}`, 3);
}
