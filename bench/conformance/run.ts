/**
 * `npm run bench:conformance [files]`: holds PDFs to PDF/UA-1 and PDF/A-2a by veraPDF, and says which rules fail; and what
 * Hexapla reads in them to what pdf.js does. If none is named, the publication of this repository and one in Arabic are
 * built, aside, and their PDFs are held. Exit code 1 if any fails.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withHost } from '../../src/host/index.ts';
import { buildPublication } from '../../src/pipeline.ts';
import { differences } from './pdfjs.ts';
import { type Failure, type Flavour, failures, prepared } from './verapdf.ts';

const FLAVOURS: Readonly<Record<string, Flavour>> = { 'PDF/UA-1': 'ua1', 'PDF/A-2a': '2a' };
const ROOT = join(import.meta.dirname, '../..');
const PUBLICATIONS = { sample: ROOT, arabic: join(ROOT, 'tests/projects/arabic') };

const write = (text: string) => process.stdout.write(`${text}\n`);

const named = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'hexapla-conformance-'));
try {
  const obstacle = prepared();
  if (obstacle === undefined) await run(named);
  else {
    process.stderr.write(`not run: ${obstacle}\n`);
    process.exitCode = 3;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(given: readonly string[]): Promise<void> {
  const files = given.length > 0 ? given : await built();
  const found = Object.fromEntries(Object.entries(FLAVOURS).map(([name, id]) => [name, failures(id, files)]));
  write(table(files, found));
  for (const [standard, list] of Object.entries(found)) {
    for (const { file, rule, what, where } of list) {
      write(`${standard} ${rule}, ${shown(file)}: ${what}\n  ${where}`);
      process.exitCode = 1;
    }
  }
  for (const file of files) {
    for (const difference of await differences(readFileSync(file))) {
      write(`read otherwise, ${shown(file)}: ${difference}`);
      process.exitCode = 1;
    }
  }
}

/** PDFs of the publications, built from copies: nobody's `dist/` is touched. */
async function built(): Promise<readonly string[]> {
  for (const [name, from] of Object.entries(PUBLICATIONS)) {
    const to = join(folder, name);
    for (const part of ['content', 'templates', 'hexapla.yaml']) {
      if (globSync(part, { cwd: from }).length > 0) cpSync(join(from, part), join(to, part), { recursive: true });
    }
    const surroundings = { signal: new AbortController().signal, quiet: true };
    await withHost(to, surroundings, (host) => buildPublication(host, {}));
  }
  return globSync(join(folder, '*/dist/**/*.pdf')).sort();
}

function shown(file: string): string {
  return file.startsWith(folder) ? file.slice(folder.length + 1).replace('/dist/', ': ') : file;
}

/** Failed checks, a line a file. */
function table(files: readonly string[], found: Readonly<Record<string, readonly Failure[]>>): string {
  const width = Math.max(...files.map((file) => shown(file).length));
  const row = (first: string, rest: readonly (string | number)[]) =>
    [first.padEnd(width), ...rest.map((cell) => String(cell).padStart(10))].join('');
  const count = (file: string, list: readonly Failure[]) =>
    list.reduce((sum, one) => sum + (one.file === file ? one.checks : 0), 0);
  const rows = files.map((file) =>
    row(
      shown(file),
      Object.values(found).map((list) => count(file, list)),
    ),
  );
  return [row('failed checks', Object.keys(found)), ...rows].join('\n');
}
