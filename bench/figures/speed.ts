import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from '../../src/figures/reading/read.ts';
import { recognise } from './baselines.ts';
import { goldLocales, goldPairs } from './gold.ts';
import { median } from './table.ts';

/** Bytes of text that are read for a timing. */
const SIZE = 2_000_000;
const SMALL = 20_000;

/** Where the sample publication has its texts. */
const CONTENT = join(import.meta.dirname, '../../content');

/** The columns of `speeds`. */
export const SPEED_COLUMNS = [
  'locale',
  'gold set, MB/s',
  'figures a kB',
  'prose, MB/s',
  'figures a kB',
  'tables loaded in ms',
  'Recognizers-Text on the gold set, MB/s',
];

/** Milliseconds that each locale's tables take to load, which they do once: each in a process of its own. */
function loading(locale: string): number {
  const times = [1, 2, 3].map(() =>
    Number(execFileSync(process.execPath, [join(import.meta.dirname, 'loading.ts'), locale], { encoding: 'utf8' })),
  );
  return median(times);
}

/**
 * Rows of a table: locale, speed and density of the gold set, both of prose where the sample publication has the
 * language, time to load the tables, speed of Recognizers-Text where it reads the language.
 */
export function speeds(): readonly (readonly string[])[] {
  return ['en', ...goldLocales()].map((locale) => {
    const gold =
      locale === 'en' ? goldPairs('zh').map(({ source }) => source) : goldPairs(locale).map((pair) => pair.target);
    const reads = locale === 'en' || locale === 'zh';
    const other = reads ? perSecond(gold, SMALL, (text) => recognise(text, locale)).toFixed(3) : '–';
    return [
      locale,
      ...readingOf(gold, locale),
      ...readingOf(proseOf(locale), locale),
      loading(locale).toFixed(0),
      other,
    ];
  });
}

/** How fast paragraphs are read, and how many figures they have. */
function readingOf(paragraphs: readonly string[], locale: string): readonly [speed: string, density: string] {
  if (paragraphs.length === 0) return ['–', '–'];
  const figures = paragraphs.reduce((sum, text) => sum + readFigures(text, locale).length, 0);
  const speed = perSecond(paragraphs, SIZE, (text) => readFigures(text, locale).length);
  return [speed.toFixed(1), ((1000 * figures) / bytesOf(paragraphs)).toFixed(0)];
}

/** The paragraphs of the sample publication in a language; none where it is not in it. */
function proseOf(locale: string): readonly string[] {
  const folder = join(CONTENT, locale);
  if (!existsSync(folder)) return [];
  return globSync('*.md', { cwd: folder })
    .sort()
    .flatMap((path) =>
      readFileSync(join(folder, path), 'utf8')
        .replace(/^---[\s\S]*?\n---\n/, '')
        .split(/\n{2,}/),
    )
    .filter((block) => /^[\p{L}\d“"«]/u.test(block));
}

function bytesOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

/** Processor time of all threads, so that what else the machine does hardly counts. */
function milliseconds(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Megabytes of UTF-8 a second of processor time, over and over the same paragraphs, after as much to warm up. */
function perSecond(paragraphs: readonly string[], size: number, read: (text: string) => number): number {
  const bytes = bytesOf(paragraphs);
  const rounds = Math.max(1, Math.ceil(size / bytes));
  const some = size < bytes ? paragraphs.slice(0, Math.ceil((paragraphs.length * size) / bytes)) : paragraphs;
  const readAll = () => {
    for (let round = 0; round < rounds; round += 1) for (const text of some) read(text);
  };
  // The engine compiles for a second or two what it will run from then on: that is not the speed of megabytes.
  readAll();
  const time = milliseconds(readAll);
  const total = bytesOf(some) * rounds;
  return total / 1e6 / (time / 1000);
}
