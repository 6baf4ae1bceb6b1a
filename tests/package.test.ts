/** The package as users get it: packed, installed into an empty folder elsewhere, begun, built. Takes a minute or two. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const minutes = 60_000;
const root = join(import.meta.dirname, '..');
const place = mkdtempSync(join(tmpdir(), 'hexapla-package-'));
const journal = join(place, 'journal');
/** What `node` says it is when this machine has none that is too old; set before the command's first line. */
const pretendOld = `--import=data:text/javascript,${encodeURIComponent(
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0' } })",
)}`;

/** The user's own surroundings: nothing of the npm and the Node that run these tests. */
function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_|VITEST|TEST$)/i.test(name));
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), NO_COLOR: '1' };
}

function run(folder: string, command: string, args: readonly string[], extra: NodeJS.ProcessEnv = {}) {
  const options = {
    cwd: folder,
    env: { ...surroundings(), ...extra },
    encoding: 'utf8',
    timeout: 4 * minutes,
  } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { status, stdout, stderr, said: `${command} ${args.join(' ')}\n${stdout}\n${stderr}\n${error ?? ''}` };
}

/** Runs what must succeed. */
function done(folder: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, said } = run(folder, command, args);
  expect(status, said).toBe(0);
  return stdout;
}

const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--no-progress'];

beforeAll(() => {
  mkdirSync(journal);
  done(root, 'npm', 'pack', '--pack-destination', place);
  const [tarball = ''] = readdirSync(place).filter((name) => name.endsWith('.tgz'));
  done(journal, 'npm', 'install', ...quietly, join(place, tarball));
}, 5 * minutes);

afterAll(() => rmSync(place, { recursive: true, force: true }));

test('the package holds what it needs to run, and nothing of the workshop', () => {
  const installed = join(journal, 'node_modules/hexapla');
  const needed = [
    'bin/hexapla.js',
    'lib/cli.js',
    'lib/index.js',
    'lib/index.d.ts',
    'lib/locales/cldr/en.json',
    'starter/gitignore',
  ];
  const documents = ['hexapla.schema.json', 'LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md'];
  expect([...needed, ...documents].filter((name) => !existsSync(join(installed, name)))).toEqual([]);
  expect(readdirSync(join(installed, 'templates')).sort()).toEqual(readdirSync(join(root, 'templates')).sort());
  const workshop = ['src', 'tests', 'scripts', 'content', 'docs', 'hexapla.yaml', 'tsconfig.json'];
  expect(workshop.filter((name) => existsSync(join(installed, name)))).toEqual([]);
});

describe('before there is a Node that is new enough', () => {
  const isOld = Number.parseInt(run(place, 'node', ['--version']).stdout.slice(1), 10) < 22;

  test('a command says in one line which Node this is, which it needs, and how to get it', () => {
    const { status, stdout, stderr } = run(
      journal,
      'npx',
      ['hexapla', 'build'],
      isOld ? {} : { NODE_OPTIONS: pretendOld },
    );
    expect(stderr).toMatch(/this is Node \d+\.\d+\.\d+.* needs Node 22\.18.*npm install/);
    const lines = stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('npm '));
    expect({ lines: lines.length, stdout, status }).toEqual({ lines: 1, stdout: '', status: 3 });
  });

  test('init works', () => {
    const folder = join(place, 'old');
    const hexapla = join(journal, 'node_modules/hexapla/bin/hexapla.js');
    const { status, stderr, said } = run(
      place,
      'node',
      [hexapla, 'init', folder],
      isOld ? {} : { NODE_OPTIONS: pretendOld },
    );
    expect(status, said).toBe(0);
    expect(stderr).toBe('');
    expect(readdirSync(join(folder, 'content')).sort()).toEqual(['en', 'ru', 'zh']);
  });
});

test(
  'init, npm install, build: a publication in three languages, with its theme and its fonts',
  async () => {
    done(journal, 'npx', 'hexapla', 'init');
    done(journal, 'npm', 'install', ...quietly);
    done(journal, 'npx', 'hexapla', 'build');
    for (const locale of ['en', 'ru', 'zh']) {
      const edition = join(journal, 'dist', locale);
      const page = readFileSync(join(edition, 'welcome/index.html'), 'utf8');
      expect(page, locale).toContain(`<html lang="${locale}"`);
      expect(existsSync(join(edition, 'index.html'))).toBe(true);
      for (const file of localFiles(page)) expect(existsSync(join(edition, 'welcome', file)), file).toBe(true);
      const fonts = readdirSync(edition, { recursive: true }).filter((file) => String(file).endsWith('.woff2'));
      expect(fonts.length, `fonts of ${locale}`).toBeGreaterThan(0);
      expect(await textOf(join(edition, 'welcome.pdf')), locale).toContain('2025');
    }
    const check = done(journal, 'npx', 'hexapla', 'check', '--format', 'json');
    expect(JSON.parse(check).summary).toMatchObject({ error: 0, warning: 0, locales: ['en', 'ru', 'zh'] });
  },
  5 * minutes,
);

test('preview serves the publication and its desk', async () => {
  const words = ['hexapla', 'preview', '--port', '0'];
  const child = spawn('npx', words, { cwd: journal, env: surroundings(), detached: true });
  try {
    const [address] = await once(child.stdout, 'data');
    const url = String(address).trim();
    const page = await (await fetch(`${url}review/welcome`, { headers: { 'Accept-Language': 'zh' } })).text();
    expect(page).toContain('<html lang="zh"');
    const files = [...page.matchAll(/(?:href|src)="(\/desk\/[^"]+)"/g)].map(([, path = '']) => new URL(path, url));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect((await fetch(file)).status, file.pathname).toBe(200);
    expect((await fetch(`${url}site/ru/welcome/`)).status).toBe(200);
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await once(child, 'close');
  }
});

test('the library can be imported', () => {
  const script =
    "import { extractFigures } from 'hexapla'; console.log(JSON.stringify(extractFigures('свыше 90 млрд долларов', 'ru')))";
  const [figure] = JSON.parse(done(journal, 'npx', 'node', '--input-type=module', '--eval', script));
  expect(figure).toMatchObject({ kind: 'money', value: '90000000000', unit: 'USD', bound: 'over', start: 0, end: 22 });
});

/** Styles, pictures and pages of this publication that a page names. */
function localFiles(page: string): string[] {
  const targets = [...page.matchAll(/\s(?:href|src)="([^"#?]+)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^(?:[a-z]+:|\/)/i.test(target)).map(decodeURIComponent);
}

async function textOf(pdf: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 });
  const { items } = await (await (await loading.promise).getPage(1)).getTextContent();
  await loading.destroy();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
