import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../figures/table.ts';
import { sampleText } from '../sample.ts';
import { denseParagraphs, LOCALES } from './dense.ts';

const root = join(import.meta.dirname, '../..');
const SIZES = [250, 500, 1000, 2000];
/** Of a document in English. */
const WORDS = 600;

/** From where the next paragraph comes, in each language. */
type Next = () => readonly string[];

const texts: readonly (readonly [name: string, from: (document: number) => Next])[] = [
  ['the sample’s paragraphs, again and again', around(paragraphsOf('central-asia'))],
  ['news and reports, dense with figures, no paragraph twice', always(denseParagraphs())],
];
const rows: string[][] = [];
for (const [name, from] of texts) {
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
    try {
      write(folder, size, from);
      const { seconds, peak } = await check(folder);
      rows.push([name, `${size} × ${LOCALES.length}`, seconds.toFixed(1), ((seconds / size) * 1000).toFixed(1), peak]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}
process.stdout.write(`${table(['text', 'documents', 'seconds', 'ms a document', 'peak MB'], rows)}\n`);

/** Each document begins with another paragraph. */
function around(paragraphs: readonly (readonly string[])[]): (document: number) => Next {
  return (document) => {
    let at = document;
    return () => paragraphs[at++ % paragraphs.length] ?? [];
  };
}

function always(next: Next): () => Next {
  return () => next;
}

/** The paragraphs of a document of the sample publication, side by side: those that every edition has. */
function paragraphsOf(slug: string): readonly (readonly string[])[] {
  const editions = LOCALES.map((locale) =>
    sampleText(locale, slug)
      .split(/\n{2,}/)
      .map((block) => block.trim().replaceAll(/\[\^[^\]]*\]/g, '')),
  );
  const [source = []] = editions;
  const all = source.map((_, n) => editions.map((blocks) => blocks[n] ?? ''));
  if (editions.some((blocks) => blocks.length !== source.length))
    throw new RangeError(`${slug}: blocks differ in number`);
  return all.filter(([block = '']) => /^[\p{L}\d“"]/u.test(block));
}

/** Each document goes on until it has its words. */
function write(folder: string, size: number, from: (document: number) => Next): void {
  for (const locale of LOCALES) mkdirSync(join(folder, 'content', locale), { recursive: true });
  for (let n = 0; n < size; n += 1) {
    const next = from(n);
    const own: (readonly string[])[] = [];
    for (let words = 0; words < WORDS; ) {
      const paragraph = next();
      own.push(paragraph);
      words += paragraph[0]?.split(/\s+/).length ?? 0;
    }
    for (const [at, locale] of LOCALES.entries()) {
      const text = own.map((paragraph) => paragraph[at]).join('\n\n');
      writeFileSync(join(folder, 'content', locale, `d${n}.md`), `---\ntitle: Document ${n}\n---\n\n${text}\n`);
    }
  }
}

/** Time from start to end of the command, as a user waits for it; peak memory of the process where the system tells it. */
async function check(folder: string): Promise<{ readonly seconds: number; readonly peak: string }> {
  const start = performance.now();
  const bin = join(root, 'bin/hexapla.js');
  const child = spawn(process.execPath, [bin, 'check', folder, '--quiet', '--format', 'json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = '–';
  const watch = setInterval(() => {
    peak = peakOf(child.pid) ?? peak;
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  if (code !== 0 && code !== 1) throw new Error(`check ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, peak };
}

/** proc(5): the largest resident set so far, in kB. */
function peakOf(pid: number | undefined): string | undefined {
  try {
    const kB = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kB && (Number(kB) / 1024).toFixed(0);
  } catch {
    return undefined;
  }
}
