/**
 * The house (../CONTRIBUTING.md): which room may import which, and a few habits that a machine can see.
 * Every break is a sentence that names the file and says what is wrong.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';

/** Who may import whom. `cli`, `options`, `index`, `pipeline`, `rebuild`, `artifacts`, `survey`, `settings` are single files; everything may import `model`, `catalogue`, `made`, `world` and `trouble`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  cli: ['commands', 'options'],
  options: [],
  index: ['pipeline', 'figures'],
  commands: [
    ...[
      'pipeline',
      'rebuild',
      'standing',
      'accepting',
      'exporting',
      'importing',
      'collecting',
      'exchange',
      'scope',
      'preview',
      'reporting',
      'baselining',
      'reports',
      'ledgers',
      'statuses',
      'host',
      'settings',
      'figures',
    ],
    'locales',
  ],
  preview: ['keeping', 'settings', 'survey', 'stages', 'figures', 'locales', 'text'],
  rebuild: ['pipeline', 'scope', 'artifacts', 'keeping', 'layouts', 'stages', 'figures', 'ledgers'],
  scope: ['stages'],
  locks: ['freshness', 'stages', 'text'],
  standing: ['locks', 'scope', 'freshness', 'stages', 'judging', 'settings', 'figures', 'text'],
  accepting: ['standing', 'locks', 'scope', 'freshness', 'stages'],
  exporting: ['exchange', 'translating', 'standing', 'locks', 'scope', 'freshness', 'stages', 'text'],
  importing: ['exporting', 'accepting', 'exchange', 'translating', 'standing', 'locks', 'stages', 'judging', 'text'],
  collecting: ['glossary', 'termbases'],
  exchange: ['locales', 'text'],
  termbases: ['text'],
  translating: ['exchange', 'freshness', 'figures', 'locales', 'text'],
  freshness: ['figures', 'text'],
  statuses: ['standing', 'freshness', 'text'],
  pipeline: ['locks', 'scope', 'survey', 'artifacts', 'leaves', 'stages', 'settings', 'figures', 'ledgers'],
  keeping: ['settings', 'locks', 'stages'],
  artifacts: ['leaves', 'proof', 'proving', 'stages', 'figures'],
  survey: ['stages'],
  leaves: ['stages', 'figures'],
  proof: ['stages', 'pdf'],
  settings: ['text', 'keyfigures', 'glossary', 'rules'],
  rules: [],
  judging: ['text'],
  keyfigures: ['text'],
  glossary: ['text'],
  stages: ['checks', 'formats', 'layouts', 'proving', 'judging', 'locales', 'figures', 'text'],
  proving: ['figures', 'text'],
  layouts: ['figures', 'locales', 'text'],
  checks: ['figures', 'text', 'locales'],
  figures: ['locales', 'text'],
  formats: ['pdf', 'text'],
  pdf: ['text'],
  reporting: ['promises', 'reports', 'host'],
  baselining: ['judging', 'rules', 'host'],
  promises: ['checks'],
  reports: ['judging', 'text'],
  ledgers: ['figures', 'text'],
  text: [],
  locales: [],
  host: [],
  model: [],
  catalogue: [],
  made: [],
  world: [],
  trouble: [],
};
/** The rooms within figures/, and which of each other they may import; what stands beside them is there for all. */
const withinFigures: Readonly<Record<string, readonly string[]>> = {
  reading: [],
  comparing: ['reading'],
  correcting: ['reading', 'comparing'],
  within: ['comparing'],
  saying: ['reading', 'comparing', 'correcting'],
};
/** The rooms within reading/, each of which may import those before it; `read.ts` stands above them. */
const readingRooms = ['words', 'tokens', 'numbers', 'dates', 'context'];
/** Rooms whose files are strangers to each other: only their `index.ts`, the list, imports them. */
const noSideways = ['checks', 'stages', 'formats', 'commands', 'reports'];
/** Rooms with a list: each file beside `index.ts` must be named in it, but for those that only describe the room's type. */
const listed = ['checks', 'formats', 'reports', 'ledgers', 'statuses', 'exchange', 'termbases', 'locales'];
const notListed = [
  'src/locales/language.ts',
  'src/locales/words.ts',
  'src/locales/counting.ts',
  'src/locales/plurals.ts',
  'src/exchange/unit.ts',
  'src/exchange/xliff.ts',
  'src/termbases/termbase.ts',
  'src/statuses/said.ts',
  'src/ledgers/state.ts',
  'src/ledgers/file.ts',
  'src/ledgers/places.ts',
];
/** Files that import each other because what they read holds the other's: "6 feet 10" is a number of feet and a number. */
const circles = ['src/figures/reading/numbers/amount.ts, src/figures/reading/numbers/compound.ts'];
const forbiddenFolders = ['utils', 'helpers', 'common', 'types', 'core'];
const longestFile = 450;

type Files = Readonly<Record<string, string>>;

/** Every break of the house's rules in these files, path → text, as sentences. */
function breaks(files: Files): string[] {
  const found = Object.entries(files).flatMap(([path, text]) => [
    ...importBreaks(path, text),
    ...habitBreaks(path, text),
    ...folderBreaks(path),
  ]);
  return [...found, ...listBreaks(files), ...circleBreaks(files)].sort();
}

function importBreaks(path: string, text: string): string[] {
  return imports(text)
    .filter(({ from }) => from.startsWith('.'))
    .map(({ from, typeOnly }) => ({ target: join(dirname(path), from), typeOnly }))
    .filter(({ target, typeOnly }) => !allowed(path, target, typeOnly))
    .map(({ target }) => `${path} may not import ${target}`);
}

function allowed(path: string, target: string, typeOnly: boolean): boolean {
  const [room, targetRoom] = [roomOf(path), roomOf(target)];
  if (targetRoom === 'model') return room === 'model' ? false : typeOnly;
  if (targetRoom === 'catalogue') return room === 'model' || room === 'catalogue' ? false : typeOnly;
  if (targetRoom === 'made') return room === 'model' || room === 'made' ? false : typeOnly;
  if (targetRoom === 'world') return room === 'model' || room === 'world' ? false : typeOnly;
  if (targetRoom === 'trouble') return room !== 'model';
  if (room !== targetRoom) return (mayImport[room] ?? []).includes(targetRoom);
  if (room === 'figures') return mayMeet(path, target);
  return !noSideways.includes(room) || path === `src/${room}/index.ts`;
}

function mayMeet(path: string, target: string): boolean {
  const [[, , inner = ''], [, , targetInner = '']] = [path.split('/'), target.split('/')];
  const isRoom = (name: string) => !name.endsWith('.ts');
  if (!isRoom(inner) || !isRoom(targetInner)) return true;
  if (inner === 'reading' && targetInner === 'reading') return mayRead(path, target);
  if (inner === targetInner) return true;
  return (withinFigures[inner] ?? []).includes(targetInner);
}

function mayRead(path: string, target: string): boolean {
  const [own, other] = [path, target].map((one) => readingRooms.indexOf(one.split('/')[3] ?? ''));
  return own === -1 || (other !== -1 && Number(other) <= Number(own));
}

function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '');
}

/** Static and dynamic imports and re-exports. A regular expression is enough: Biome keeps them in one form. */
function imports(text: string): { from: string; typeOnly: boolean }[] {
  const statements = /^(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?'([^']+)'/gm;
  const calls = /\bimport\(\s*'([^']+)'\s*\)/g;
  return [
    ...[...text.matchAll(statements)].map(([, type, , from = '']) => ({ from, typeOnly: type !== undefined })),
    ...[...text.matchAll(calls)].map(([, from = '']) => ({ from, typeOnly: false })),
  ];
}

function habitBreaks(path: string, text: string): string[] {
  const atTheEdge = path === 'src/cli.ts' || path.startsWith('src/commands/') || path.startsWith('bin/');
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
  const lines = text.split('\n').length - 1;
  return [
    /\bprocess\.exit\(/.test(code) && `${path} calls process.exit; set process.exitCode in cli.ts instead`,
    !atTheEdge && /\bconsole\.\w+\(/.test(code) && `${path} uses console; return the text and print it in commands/`,
    !atTheEdge && /\bprocess\.exitCode\b/.test(code) && `${path} sets process.exitCode; only cli.ts and commands/ do`,
    /(?::|<|\bas|\|)\s*any\b(?!\s*\w)/.test(code) && `${path} says any; say what it is, or unknown`,
    /@ts-(?:ignore|nocheck|expect-error)/.test(text) && `${path} silences the type checker`,
    /biome-ignore/.test(text) && `${path} silences the linter`,
    /\b(?:TODO|FIXME|XXX)\b/.test(text) && `${path} has a TODO; do it or open an issue`,
    lines > longestFile &&
      !isLanguage(path) &&
      `${path} has ${lines} lines, over ${longestFile}; what is its second purpose?`,
  ].filter((sentence) => sentence !== false);
}

/** One language, one file: data only, as long as the language needs. */
function isLanguage(path: string): boolean {
  return /^src\/locales\/[\w-]+\.ts$/.test(path) && !notListed.includes(path) && !path.endsWith('/index.ts');
}

function folderBreaks(path: string): string[] {
  const folder = path.split('/').find((part) => forbiddenFolders.includes(part.replace(/\.ts$/, '')));
  return folder === undefined ? [] : [`${path} is in or is ${folder}; name what it does instead`];
}

function listBreaks(files: Files): string[] {
  return Object.keys(files).flatMap((path) => {
    const [, room = '', name = '', deeper] = path.split('/');
    if (!listed.includes(room) || deeper !== undefined || name === 'index.ts' || notListed.includes(path)) return [];
    const list = files[`src/${room}/index.ts`] ?? '';
    // Languages are named by their tags alone, since each is read when it is first asked for.
    const named = isLanguage(path)
      ? /const tags\b[^;]*/
          .exec(list)?.[0]
          .match(/[\w-]+/g)
          ?.includes(name.replace('.ts', ''))
      : imports(list).some(({ from, typeOnly }) => from === `./${name}` && !typeOnly);
    return named ? [] : [`${path} is missing from the list in src/${room}/index.ts`];
  });
}

/** Files that import each other, over others too: none can be understood without the rest (Tarjan's components). */
function circleBreaks(files: Files): string[] {
  const found: string[] = [];
  const [seen, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const open: string[] = [];
  const visit = (path: string): number => {
    const number = seen.size;
    seen.set(path, number);
    open.push(path);
    let low = number;
    for (const { from } of imports(files[path] ?? '')) {
      const target = from.startsWith('.') ? join(dirname(path), from) : '';
      if (files[target] === undefined) continue;
      if (!seen.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, lowest.get(target) ?? seen.get(target) ?? low);
      lowest.set(path, low);
    }
    lowest.set(path, low);
    if (low === number) {
      const circle = open.splice(open.indexOf(path)).sort().join(', ');
      if (circle.includes(', ') && !circles.includes(circle)) found.push(`${circle} import each other`);
    }
    return low;
  };
  for (const path of Object.keys(files)) if (!seen.has(path)) visit(path);
  return found;
}

function read(...patterns: string[]): Files {
  const root = join(import.meta.dirname, '..');
  const paths = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

test('the house is in order', () => {
  const files = read('src/**/*.ts', 'bin/*.js');
  expect(Object.keys(files).length).toBeGreaterThan(10);
  expect(breaks(files)).toEqual([]);
});

test('what runs in a browser imports nothing but its own kind', () => {
  const files = read('src/preview/client/*.js');
  expect(Object.keys(files).length).toBeGreaterThan(5);
  const strangers = Object.entries(files).flatMap(([path, text]) =>
    imports(text).flatMap(({ from }) => (/^\.\/\w+\.js$/.test(from) ? [] : [`${path} may not import ${from}`])),
  );
  expect(strangers).toEqual([]);
});

test('every room of src/ is in the table', () => {
  const rooms = new Set(Object.keys(read('src/**/*.ts')).map(roomOf));
  expect([...rooms].filter((room) => mayImport[room] === undefined)).toEqual([]);
});

const lists = {
  'src/checks/index.ts': "import { links } from './links.ts';\nimport { figures } from './figures.ts';\n",
};

test.each<[string, Files, string]>([
  [
    'a check that imports a check',
    { ...lists, 'src/checks/links.ts': "import { a } from './figures.ts';\n" },
    'src/checks/links.ts may not import src/checks/figures.ts',
  ],
  [
    'a stage that imports a stage over several lines',
    { 'src/stages/load.ts': "import {\n  a,\n  b,\n} from './check.ts';\n" },
    'src/stages/load.ts may not import src/stages/check.ts',
  ],
  [
    'figures reaching up to a check, lazily',
    { 'src/figures/read.ts': "const a = await import('../checks/index.ts');\n" },
    'src/figures/read.ts may not import src/checks/index.ts',
  ],
  [
    'reading that knows of comparing',
    { 'src/figures/reading/read.ts': "import { agreement } from '../comparing/agree.ts';\n" },
    'src/figures/reading/read.ts may not import src/figures/comparing/agree.ts',
  ],
  [
    'numbers that know of dates',
    { 'src/figures/reading/numbers/amount.ts': "import { readDate } from '../dates/dates.ts';\n" },
    'src/figures/reading/numbers/amount.ts may not import src/figures/reading/dates/dates.ts',
  ],
  [
    'a format that reaches into the host',
    { 'src/formats/index.ts': "export { files } from '../host/files.ts';\n" },
    'src/formats/index.ts may not import src/host/files.ts',
  ],
  [
    'files that import each other over a third',
    {
      'src/text/a.ts': "import { b } from './b.ts';\n",
      'src/text/b.ts': "import type { C } from './c.ts';\n",
      'src/text/c.ts': "import { a } from './a.ts';\n",
    },
    'src/text/a.ts, src/text/b.ts, src/text/c.ts import each other',
  ],
  [
    'model importing anything',
    { 'src/model.ts': "import type { A } from './text/markdown.ts';\n" },
    'src/model.ts may not import src/text/markdown.ts',
  ],
  [
    'a check that is not in the list',
    { ...lists, 'src/checks/terms.ts': 'export const terms = 1;\n' },
    'src/checks/terms.ts is missing from the list in src/checks/index.ts',
  ],
  [
    'console away from the edge',
    { 'src/stages/load.ts': "console.log('x');\n" },
    'src/stages/load.ts uses console; return the text and print it in commands/',
  ],
  [
    'process.exit at the edge',
    { 'src/cli.ts': 'process.exit(1);\n' },
    'src/cli.ts calls process.exit; set process.exitCode in cli.ts instead',
  ],
  [
    'an exit code set in a stage',
    { 'src/stages/load.ts': 'process.exitCode = 1;\n' },
    'src/stages/load.ts sets process.exitCode; only cli.ts and commands/ do',
  ],
  ['any', { 'src/text/a.ts': 'const a: any = 1;\n' }, 'src/text/a.ts says any; say what it is, or unknown'],
  [
    'a folder without a meaning',
    { 'src/text/utils/a.ts': '' },
    'src/text/utils/a.ts is in or is utils; name what it does instead',
  ],
  [
    'a file with two purposes',
    { 'src/text/a.ts': '\n'.repeat(451) },
    'src/text/a.ts has 451 lines, over 450; what is its second purpose?',
  ],
])('names %s', (_, files, sentence) => {
  expect(breaks(files)).toEqual([sentence]);
});

test('lets pass what the table allows', () => {
  expect(
    breaks({
      'src/cli.ts': "import { build } from './commands/build.ts';\nprocess.exitCode = 1; // not process.exit()\n",
      'src/stages/print.ts':
        "import type { Host } from '../model.ts';\nimport { formats } from '../formats/index.ts';\n",
      'src/host/files.ts': "import { UserError } from '../trouble.ts';\nimport { pdf } from './browser.ts';\n",
      'src/text/a.ts': "/** Any word, as any reader says: any. */\nexport const a = 'https://console.example';\n",
    }),
  ).toEqual([]);
});
