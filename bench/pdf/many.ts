/**
 * `node bench/pdf/many.ts [documents]`: builds so many short documents, 1,000 if it is not said, in each language, and says
 * how much memory Hexapla and its browser have after the first hundred PDFs and at most, and whether every PDF is there.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../figures/table.ts';
import { take } from './take.ts';
import { LOCALES, textsOf, writePublication } from './texts.ts';

const count = Number(process.argv[2] ?? 1000);
/** PDFs after which memory is to stay as it is. */
const FIRST = 100;
/** The curve is shown at so many points. */
const POINTS = 12;

const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-many-'));
const dist = join(folder, 'dist');
try {
  writePublication(textsOf(count, false), folder);
  const curve: { readonly pdfs: number; readonly memory: number }[] = [];
  const hexapla = join(import.meta.dirname, '../../bin/hexapla.js');
  const { seconds, peak = Number.NaN } = await take(
    [process.execPath, hexapla, 'build', folder, '--quiet'],
    (memory) => void curve.push({ pdfs: pdfs(), memory }),
  );
  const first = curve.find((point) => point.pdfs >= FIRST)?.memory ?? Number.NaN;
  const after = Math.max(...curve.filter((point) => point.pdfs >= FIRST).map((point) => point.memory));
  const step = Math.max(1, Math.ceil(curve.length / POINTS));
  const points = curve.filter((_, n) => n % step === 0 || n === curve.length - 1);
  const write = (text: string) => process.stdout.write(`${text}\n`);
  write(
    table(
      ['PDFs', 'MB'],
      points.map(({ pdfs, memory }) => [String(pdfs), memory.toFixed(0)]),
    ),
  );
  write(`\n${pdfs()} of ${count * LOCALES.length} PDFs in ${seconds.toFixed(0)} s`);
  write(
    `MB: ${first.toFixed(0)} after ${FIRST} PDFs, ${after.toFixed(0)} at most from then on, ${peak.toFixed(0)} in all`,
  );
  if (pdfs() !== count * LOCALES.length) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Written so far, aside or in place. */
function pdfs(): number {
  try {
    return readdirSync(dist, { recursive: true }).filter((file) => String(file).endsWith('.pdf')).length;
  } catch {
    // Not begun, or just being put in place.
    return 0;
  }
}
