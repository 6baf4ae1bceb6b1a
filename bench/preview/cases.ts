import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { denseParagraphs, LOCALES } from '../check/dense.ts';
import { writePublication } from '../html/hexapla.ts';

const root = join(import.meta.dirname, '../..');
/** How often a text is saved. */
export const SAVES = 20;

/** A publication, and the document in it that is written. */
export interface Case {
  readonly name: string;
  readonly slug: string;
  write(folder: string): void;
}

export const cases: readonly Case[] = [
  {
    name: 'the sample',
    slug: 'central-asia',
    write(folder) {
      for (const part of ['content', 'hexapla.yaml']) cpSync(join(root, part), join(folder, part), { recursive: true });
    },
  },
  { name: '300 documents × 3', slug: 'd7', write: (folder) => write(folder, 300, 8) },
  { name: '1,000 documents × 3 of 600 words', slug: 'd7', write: (folder) => writePublication(folder, 1000) },
  { name: '1 document × 3 of 3,000 blocks', slug: 'd0', write: (folder) => write(folder, 1, 3000) },
];

/** Documents of so many paragraphs. */
function write(folder: string, documents: number, paragraphs: number): void {
  const next = denseParagraphs();
  for (const locale of LOCALES) mkdirSync(join(folder, 'content', locale), { recursive: true });
  for (let n = 0; n < documents; n += 1) {
    const own = Array.from({ length: paragraphs }, next);
    for (const [at, locale] of LOCALES.entries()) {
      const text = own.map((paragraph) => paragraph[at]).join('\n\n');
      writeFileSync(join(folder, 'content', locale, `d${n}.md`), `---\ntitle: Document ${n}\n---\n\n${text}\n`);
    }
  }
}

/** The Russian text with a word more at the beginning of its first paragraph. */
export function changed(text: string, word: string): string {
  return text.replace(/\n\n(?=[А-Я])/, `\n\n${word} `);
}

/** Milliseconds of processor time that a process has had, where the system tells it. */
export function processor(pid: number | undefined): number {
  const [, , , , , , , , , , , user = '0', system = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(user) + Number(system)) * 10;
}

/** How fast the machine is now: a thousand million turns of an empty loop take a usual one 2 to 2.5 s. */
export function pace(): string {
  const start = performance.now();
  let sum = 0;
  for (let n = 0; n < 3e8; n += 1) sum += n & 1;
  const seconds = ((performance.now() - start) / 1000 / 3) * 10;
  return sum > 0 ? `an empty loop of 1e9 takes ${seconds.toFixed(1)} s` : '';
}
