/**
 * How long `hexapla status` takes over 1,000 documents in ten languages: `npm run bench:status`. What the rows mean stands in
 * README.md.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, shown, table } from '../figures/table.ts';
import { type Taken, take } from '../pdf/take.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});
const LOCALES = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'ru', 'sv', 'zh'];
const WORDS =
  'trade grew and prices fell while the ports were open to ships of every flag and the harbor took in goods from many countries'.split(
    ' ',
  );
const hexapla = [process.execPath, join(import.meta.dirname, '../../bin/hexapla.js')];
const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-status-'));

try {
  write(Number(values.documents));
  const rows = [
    await row('accept everything', 1, ['accept']),
    await row('status, nothing changed', Number(values.rounds), ['status']),
    await row('status, one sentence changed', Number(values.rounds), ['status'], () => change(7)),
  ];
  process.stdout.write(table(['', 'seconds', 'processor', 'peak MB'], rows));
} finally {
  rmSync(folder, { recursive: true });
}

async function row(name: string, rounds: number, words: readonly string[], before = () => {}) {
  before();
  const all: Taken[] = [];
  for (let round = 0; round < rounds; round += 1) all.push(await take([...hexapla, ...words, folder, '--quiet']));
  const of = (number: (one: (typeof all)[number]) => number | undefined) =>
    median(all.map((one) => number(one) ?? Number.NaN));
  return [
    name,
    shown(
      of(({ seconds }) => seconds),
      2,
    ),
    shown(
      of(({ cpu }) => cpu),
      2,
    ),
    shown(
      of(({ peak }) => peak),
      0,
    ),
  ];
}

/** Documents of some 600 words: three heads and twelve paragraphs, each with a figure. */
function write(documents: number): void {
  for (const locale of LOCALES) {
    mkdirSync(join(folder, 'content', locale), { recursive: true });
    for (let n = 0; n < documents; n += 1) {
      const parts = Array.from({ length: 12 }, (_, p) => {
        const words = Array.from({ length: 48 }, (_, k) => WORDS[(k * 7 + p * 3 + n) % WORDS.length]);
        return `${p % 4 === 0 ? `## Part ${p}\n\n` : ''}${locale} ${words.join(' ')} US$${n + p} million.\n`;
      });
      writeFileSync(pathOf(locale, n), `---\ntitle: Document ${n} ${locale}\n---\n\n${parts.join('\n')}`);
    }
  }
}

function change(n: number): void {
  const text = readFileSync(pathOf('en', n), 'utf8');
  writeFileSync(pathOf('en', n), text.replace('ships', 'boats'));
}

function pathOf(locale: string, n: number): string {
  return join(folder, 'content', locale, `d${n}.md`);
}
