import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withHost } from '../../src/host/index.ts';
import { buildPublication } from '../../src/pipeline.ts';
import type { PrintJob } from '../../src/world.ts';

/** A document as Hexapla gives it to its browser, its fonts and the rest apart. */
export interface PageToPrint {
  readonly name: string;
  readonly locale: string;
  readonly title: string;
  readonly fonts: string;
  readonly html: string;
}

/**
 * Builds the publication once and keeps in `<publication>/pages` what the browser was given: the same HTML, the same fonts
 * cut to the same characters. Nothing is written to its `dist/`.
 */
export async function keepPages(publication: string): Promise<void> {
  const jobs: PrintJob[] = [];
  const surroundings = { signal: new AbortController().signal, quiet: true };
  await withHost(publication, surroundings, (host) =>
    buildPublication(
      {
        ...host,
        pdf(job) {
          jobs.push(job);
          return host.pdf(job);
        },
        share(all) {
          // Whoever was thought to have fewer pages, or more, is printed once more.
          for (const job of all) if (!jobs.some(({ html }) => html === job.html)) jobs.push(job);
          return host.share(all);
        },
        write: async () => undefined,
        commit: async () => 0,
      },
      {},
    ),
  );
  const folder = join(publication, 'pages');
  mkdirSync(folder, { recursive: true });
  const fonts = [...new Set(jobs.map(({ fonts = '' }) => fonts))];
  for (const [n, style] of fonts.entries()) writeFileSync(join(folder, `${n}.css`), style);
  const kept = jobs.map((job, n) => ({
    ...{ name: `${job.locale}-${n}`, locale: job.locale, title: job.title, html: job.html },
    fonts: fonts.indexOf(job.fonts ?? ''),
  }));
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(kept));
}

/** What `keepPages` has kept, in the order in which it was printed. */
export function pagesOf(publication: string): readonly PageToPrint[] {
  const folder = join(publication, 'pages');
  const styles = readdirSync(folder)
    .filter((file) => file.endsWith('.css'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const kept: readonly (Omit<PageToPrint, 'fonts'> & { readonly fonts: number })[] = JSON.parse(
    readFileSync(join(folder, 'pages.json'), 'utf8'),
  );
  return kept.map((page) => ({ ...page, fonts: styles[page.fonts] ?? '' }));
}

/** A few of many, evenly from all of them. */
export function some<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, n) => all[Math.floor(n * step)]).filter(
    (one) => one !== undefined,
  );
}
