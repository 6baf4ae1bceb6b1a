/**
 * `node bench/preview/run.ts`: how long it takes from a save until a browser shows what was saved, on the sample, on a
 * publications of 300 and 1,000 documents in three languages, and on documents of 3,000 blocks; with how much processor time the
 * server took for it. A word of a publication's name as an argument measures that one alone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { openBrowser } from '../../tests/chromium.ts';
import { table } from '../figures/table.ts';
import { type Case, cases, changed, pace, processor, SAVES } from './cases.ts';

const root = join(import.meta.dirname, '../..');

/** Runs in the browser: when a frame is painted that has the mark. */
const WAIT = `(mark) => new Promise((resolve) => {
  const look = () => {
    const body = document.querySelector('iframe')?.contentDocument?.body ?? document.querySelector('#rows');
    if (body?.textContent?.includes(mark)) resolve(Date.now());
    else requestAnimationFrame(look);
  };
  look();
})`;

const rows: string[][] = [];
const browser = await openBrowser();
try {
  const [wanted = ''] = process.argv.slice(2);
  for (const one of cases.filter(({ name }) => name.includes(wanted))) rows.push(...(await measured(one, browser)));
} finally {
  await browser.close();
}
const heads = [
  'publication',
  'view',
  'first shown, s',
  'save to shown, ms: median',
  'worst',
  'server’s processor, ms a save',
];
process.stdout.write(`${table(heads, rows)}\nload ${loadavg()[0]?.toFixed(1)}; ${pace()}\n`);

async function measured({ name, slug, write: begin }: Case, reader: Browser): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-preview-'));
  begin(folder);
  const server = spawn(process.execPath, [join(root, 'bin/hexapla.js'), 'preview', folder, '--port', '0', '--quiet']);
  try {
    const start = performance.now();
    const [address] = await once(server.stdout, 'data');
    const url = String(address).trim();
    const found: string[][] = [];
    for (const view of ['read', 'review']) {
      process.stderr.write(`${name}, ${view}\n`);
      const page = await reader.newPage();
      const since = view === 'read' ? start : performance.now();
      await page.goto(view === 'read' ? `${url}read/ru/${slug}` : `${url}review/${slug}`, { timeout: 120_000 });
      const seconds = (performance.now() - since) / 1000;
      // All has been compared once, and the first pages made.
      await new Promise((resolve) => setTimeout(resolve, 8000));
      const before = processor(server.pid);
      const times = await saves(join(folder, 'content/ru', `${slug}.md`), page);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const worked = processor(server.pid) - before;
      const sorted = times.toSorted((a, b) => a - b);
      const cells = [seconds * 10, sorted[SAVES >> 1], sorted.at(-1), worked / SAVES].map((one = 0) => Math.round(one));
      found.push([name, view, ((cells[0] ?? 0) / 10).toFixed(1), ...cells.slice(1).map(String)]);
      await page.close();
    }
    return found;
  } finally {
    server.kill('SIGINT');
    await once(server, 'close');
    rmSync(folder, { recursive: true });
  }
}

/** In milliseconds, for each save. */
async function saves(file: string, page: Page): Promise<readonly number[]> {
  const text = readFileSync(file, 'utf8');
  const times: number[] = [];
  for (let n = 0; n < SAVES; n += 1) {
    const mark = `Проба${n}проба`;
    const shown = page.evaluate(`(${WAIT})(${JSON.stringify(mark)})`) as Promise<number>;
    writeFileSync(file, changed(text, mark));
    const saved = Date.now();
    times.push((await shown) - saved);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  return times;
}
