/**
 * `node bench/preview/watch.ts`: how long it takes from a save until `build --watch` has put the page of the text in place, and
 * until it has told what the checks say; the site alone is made. A word of a publication's name as an argument measures that
 * one alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { table } from '../figures/table.ts';
import { type Case, cases, changed, pace, processor, SAVES } from './cases.ts';

const root = join(import.meta.dirname, '../..');
const [wanted = ''] = process.argv.slice(2);
const rows: string[][] = [];
for (const one of cases.filter(({ name }) => name.includes(wanted))) rows.push(await measured(one));
const heads = [
  'publication',
  'first build, s',
  'save to page in place, ms: median',
  'worst',
  'to the report, ms: median',
  'worst',
  'processor, ms a save',
];
process.stdout.write(`${table(heads, rows)}\nload ${loadavg()[0]?.toFixed(1)}; ${pace()}\n`);

async function measured({ name, slug, write }: Case): Promise<string[]> {
  process.stderr.write(`${name}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-watch-'));
  write(folder);
  const settings = join(folder, 'hexapla.yaml');
  const without = (text: string) => text.replace(/^outputs:.*$/m, '');
  writeFileSync(settings, without(readIf(settings)));
  appendFileSync(settings, '\noutputs: [html]\n');
  const report = join(folder, 'report.json');
  const words = ['build', folder, '--watch', '--quiet', '--format', 'json', '--output', report];
  const child = spawn(process.execPath, [join(root, 'bin/hexapla.js'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const start = performance.now();
    await changeOf(report, 0);
    const seconds = (performance.now() - start) / 1000;
    const file = join(folder, 'content/ru', `${slug}.md`);
    const text = readFileSync(file, 'utf8');
    // The letters of the word that is put in.
    writeFileSync(file, changed(text, 'Проба'));
    await changeOf(report, timeOf(report));
    await pause(3000);
    const before = processor(child.pid);
    const times: (readonly [number, number])[] = [];
    for (let n = 0; n < SAVES; n += 1) {
      const page = join(folder, 'dist/ru', slug, 'index.html');
      const [old, told] = [timeOf(page), timeOf(report)];
      writeFileSync(file, changed(text, `Проба${n}проба`));
      const saved = performance.now();
      const placed = changeOf(page, old).then(() => performance.now() - saved);
      const reported = changeOf(report, told).then(() => performance.now() - saved);
      times.push([await placed, await reported]);
      await pause(700);
    }
    const worked = (processor(child.pid) - before) / SAVES;
    const shown = [0, 1].flatMap((which) => {
      const sorted = times.map((pair) => pair[which] ?? 0).toSorted((a, b) => a - b);
      return [sorted[SAVES >> 1], sorted.at(-1)];
    });
    return [name, seconds.toFixed(1), ...[...shown, worked].map((one = 0) => String(Math.round(one)))];
  } finally {
    child.kill('SIGINT');
    await once(child, 'close');
    rmSync(folder, { recursive: true });
  }
}

function readIf(file: string): string {
  return timeOf(file) === 0 ? '' : readFileSync(file, 'utf8');
}

/** When it was written last; 0 if it is not there. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Waits until it is another one. */
async function changeOf(file: string, before: number): Promise<void> {
  while (timeOf(file) === before) await pause(2);
}
