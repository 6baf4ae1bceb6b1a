import { readFigures } from '../../src/figures/reading/read.ts';
import { recognise } from './baselines.ts';
import { goldLocales, goldPairs } from './gold.ts';

/** Bytes of text that are read for a timing. */
const SIZE = 2_000_000;
const SMALL = 20_000;

/** Rows of a table: locale, speed, time to load its tables, speed of Recognizers-Text where it reads the language. */
export function speeds(): readonly (readonly string[])[] {
  return ['en', ...goldLocales()].map((locale) => {
    const paragraphs =
      locale === 'en' ? goldPairs('zh').map(({ source }) => source) : goldPairs(locale).map((pair) => pair.target);
    const loading = milliseconds(() => readFigures('1', locale));
    const own = perSecond(paragraphs, SIZE, (text) => readFigures(text, locale).length);
    const reads = locale === 'en' || locale === 'zh';
    const other = reads ? perSecond(paragraphs, SMALL, (text) => recognise(text, locale)).toFixed(3) : '–';
    return [locale, own.toFixed(1), loading.toFixed(0), other];
  });
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Megabytes of UTF-8 a second, over and over the same paragraphs, after one round to warm up. */
function perSecond(paragraphs: readonly string[], size: number, read: (text: string) => number): number {
  const bytes = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const rounds = Math.max(1, Math.ceil(size / bytes));
  const some = size < bytes ? paragraphs.slice(0, Math.ceil((paragraphs.length * size) / bytes)) : paragraphs;
  for (const text of some) read(text);
  const time = milliseconds(() => {
    for (let round = 0; round < rounds; round += 1) for (const text of some) read(text);
  });
  const total = some.reduce((sum, text) => sum + Buffer.byteLength(text), 0) * rounds;
  return total / 1e6 / (time / 1000);
}
