/**
 * How long a build takes of which little or nothing has changed since the last one: `npm run bench:build`. What the rows mean
 * stands in README.md.
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, shown, table } from '../figures/table.ts';
import { writePublication } from '../html/hexapla.ts';
import { installHexapla } from '../pdf/install.ts';
import { type Taken, take } from '../pdf/take.ts';

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '1000' }, rounds: { type: 'string', default: '3' } },
});
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-build-'));
const [sample, site] = [join(folder, 'sample'), join(folder, 'site')];

try {
  const hexapla = installHexapla(join(folder, 'hexapla'));
  for (const part of ['content', 'hexapla.yaml']) cpSync(join(root, part), join(sample, part), { recursive: true });
  mkdirSync(site);
  writePublication(site, Number(values.documents));
  const rows: string[][] = [];
  for (const [name, publication, text] of [
    ['sample, HTML and PDF', sample, 'content/ru/about.md'],
    [`${values.documents} × 3, HTML`, site, 'content/ru/d7.md'],
  ] as const) {
    const build = () => take([process.execPath, hexapla, 'build', publication, '--quiet']);
    let changes = 'а';
    const change = () => {
      appendFileSync(join(publication, text), `\nАбзац ${changes}.\n`);
      changes += 'а';
    };
    const forget = () => {
      for (const made of ['dist', '.hexapla']) rmSync(join(publication, made), { recursive: true, force: true });
    };
    rows.push(await row(`${name}: for the first time`, build, forget));
    rows.push(await row(`${name}: nothing changed`, build));
    rows.push(await row(`${name}: a paragraph changed`, build, change));
  }
  process.stdout.write(table(['', 'seconds', 'processor', 'peak MB'], rows));
} finally {
  rmSync(folder, { recursive: true });
}

async function row(name: string, build: () => Promise<Taken>, before = () => {}): Promise<string[]> {
  const all: Taken[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) {
    before();
    all.push(await build());
  }
  const of = (number: (one: Taken) => number | undefined) => median(all.map((one) => number(one) ?? Number.NaN));
  const [seconds, cpu, peak] = [of((one) => one.seconds), of((one) => one.cpu), of((one) => one.peak)];
  return [name, shown(seconds, 2), shown(cpu, 2), shown(peak, 0)];
}
