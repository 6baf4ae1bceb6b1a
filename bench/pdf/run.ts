/**
 * How fast a publication becomes PDFs, beside a bare loop of prints and three other programs, in turn and paired:
 * `npm run bench:pdf`. What the columns mean stands in README.md.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, shown, table } from '../figures/table.ts';
import { browser, installHexapla, installPackages, installPython } from './install.ts';
import { keepPages, pagesOf, some } from './pages.ts';
import { type Taken, take } from './take.ts';
import { textsOf, writePublication } from './texts.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    short: { type: 'string', default: '60' },
    few: { type: 'string', default: '12' },
    only: { type: 'string', multiple: true },
  },
});
const rounds = Number(values.rounds);
const bench = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-pdf-'));
const [publication, out] = [join(folder, 'publication'), join(folder, 'out')];

const HEAD = [
  ...['', 'documents', 'documents/s', 'without start', 'Hexapla is … × as fast', 'without start'],
  ...['processor ms a document', 'peak MB'],
];

/** Somebody who makes PDFs of the texts, or of a few of them. */
interface Contender {
  readonly name: string;
  /** What it makes, and what does it. */
  readonly folder: string;
  readonly command: readonly string[];
}

/** One run of a contender. */
interface Run extends Taken {
  readonly documents: number;
  /** Documents a second, the start of the program included; `warm`: without it, where the contender tells. */
  readonly rate: number;
  readonly warm: number | undefined;
}

try {
  writePublication(textsOf(Number(values.short)), publication);
  await keepPages(publication);
  writeFew();
  const { contenders, skipped } = await line();
  const runs = new Map(contenders.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(round + turn) % contenders.length];
      if (contender) runs.get(contender.name)?.push(await run(contender));
    }
  }
  const write = (text: string) => process.stdout.write(`${text}\n`);
  write(table(HEAD, rows(runs)));
  for (const [name, reason] of skipped) write(`skipped: ${name}: ${reason}`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Complete pages of a few documents, for who reads HTML. */
function writeFew(): void {
  const few = join(folder, 'few');
  mkdirSync(few);
  const short = pagesOf(publication).filter(({ html }) => html.length < 40_000);
  for (const { name, html, fonts } of some(short, Number(values.few)))
    writeFileSync(join(few, `${name}.html`), html.replace('<head>', `<head><style>${fonts}</style>`));
}

async function line(): Promise<{
  readonly contenders: readonly Contender[];
  readonly skipped: ReadonlyMap<string, string>;
}> {
  const script = (name: string, ...args: string[]) => [process.execPath, join(bench, name), publication, ...args];
  const hexapla = installHexapla(join(folder, 'hexapla'));
  const [packages, weasyPrint] = [installPackages(bench), installPython(bench, 'weasyprint')];
  const skipped = new Map<string, string>();
  const contenders: Contender[] = [
    {
      name: 'Hexapla',
      folder: join(publication, 'dist'),
      command: [process.execPath, hexapla, 'build', publication, '--quiet'],
    },
    { name: 'bare loop', folder: out, command: script('bare.ts', out) },
  ];
  const few = values.few;
  if (packages === undefined) {
    contenders.push(
      { name: 'Typst', folder: out, command: script('typst.ts', out, values.short) },
      { name: 'md-to-pdf', folder: out, command: script('mdtopdf.ts', out, await browser(), few) },
    );
  } else for (const name of ['Typst', 'md-to-pdf']) skipped.set(name, packages);
  if (typeof weasyPrint === 'string') skipped.set('WeasyPrint', weasyPrint);
  else {
    const command = [weasyPrint.python, join(bench, 'weasy.py'), join(folder, 'few'), out];
    contenders.push({ name: 'WeasyPrint', folder: out, command });
  }
  const wanted = (name: string) => values.only === undefined || values.only.includes(name);
  return { contenders: contenders.filter(({ name }) => wanted(name)), skipped };
}

/** Runs it once, into an empty folder, and counts what is there afterwards. */
async function run({ name, folder, command }: Contender): Promise<Run> {
  rmSync(folder, { recursive: true, force: true });
  // What Hexapla printed before it would not print again. Cut fonts stay, as they do with the others.
  rmSync(join(publication, '.hexapla/made'), { recursive: true, force: true });
  const taken = await take(command);
  const documents = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith('.pdf')).length;
  const told: { readonly documents: number; readonly seconds: number } | undefined =
    name === 'Hexapla' ? undefined : JSON.parse(taken.output);
  if (documents === 0 || (told && told.documents !== documents))
    throw new Error(`${name} made ${documents} documents, and says ${told?.documents}`);
  return { ...taken, documents, rate: documents / taken.seconds, warm: told && documents / told.seconds };
}

function rows(runs: ReadonlyMap<string, readonly Run[]>): readonly (readonly string[])[] {
  const own = runs.get('Hexapla') ?? [];
  return Array.from(runs, ([name, all]) => {
    const paired = (rate: (run: Run) => number | undefined) =>
      median(all.map((one, round) => (own[round]?.rate ?? Number.NaN) / (rate(one) ?? Number.NaN)));
    return [
      name,
      String(all[0]?.documents ?? 0),
      shown(median(all.map(({ rate }) => rate)), 1),
      shown(median(all.map(({ warm }) => warm ?? Number.NaN)), 1),
      shown(
        paired(({ rate }) => rate),
        2,
      ),
      shown(
        paired(({ warm }) => warm),
        2,
      ),
      shown(median(all.map(({ cpu, documents }) => ((cpu ?? Number.NaN) / documents) * 1000)), 0),
      shown(median(all.map(({ peak }) => peak ?? Number.NaN)), 0),
    ];
  });
}
