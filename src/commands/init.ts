import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure } from '../host/failure.ts';
import { language } from '../locales/index.ts';
import { UserError } from '../trouble.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));
const starter = join(packageRoot, 'starter');

/** What a `package.json` may have that `init` looks at; the rest is kept as it is. */
type Manifest = Record<string, unknown>;

/**
 * `hexapla init`: a small publication in the chosen locales (all there are, when none is named; the first is the source).
 * Writes all of it or nothing, overwrites nothing, and merges into a `package.json` that is there. Says what it wrote.
 */
export function init(folder: string, options: { readonly locale?: readonly string[] }): void {
  const locales = chosen(options.locale ?? []);
  const root = resolve(folder);
  refuseToOverwrite(root);
  const manifest = merged(readManifest(join(root, 'package.json')), locales);
  const written = attempt(`${folder} cannot be written`, () => write(root, locales, manifest));
  process.stdout.write(said(folder, written));
}

function chosen(named: readonly string[]): string[] {
  const known = readdirSync(join(starter, 'content'));
  const all = [...new Set(named)];
  if (all.length === 0) return known.sort((a, b) => Number(b === 'en') - Number(a === 'en') || (a < b ? -1 : 1));
  const unknown = all.find((locale) => !known.includes(locale));
  if (unknown === undefined) return all;
  throw new UserError(
    `there is no starter text in “${unknown}”; there is one in ${known.sort().join(', ')}`,
    `Start with one of these, then put your own texts into content/${unknown}/ and add ${unknown} to the locales in hexapla.yaml.`,
  );
}

function refuseToOverwrite(root: string): void {
  const there = ['content', 'hexapla.yaml'].find((name) => existsSync(join(root, name)));
  if (there === undefined) return;
  throw new UserError(
    `${root} has ${there === 'content' ? 'a folder content/' : 'a file hexapla.yaml'} already; a new publication needs a place of its own`,
    'Choose another folder: hexapla init my-journal',
  );
}

function readManifest(path: string): { readonly manifest: Manifest; readonly indent: string } {
  if (!existsSync(path)) return { manifest: {}, indent: '  ' };
  const text = attempt(`${path} cannot be read`, () => readFileSync(path, 'utf8')).replace(/^\uFEFF/, '');
  try {
    const manifest: unknown = JSON.parse(text);
    if (isRecord(manifest)) return { manifest, indent: /^\{\s*?\n([ \t]+)/.exec(text)?.[1] ?? '  ' };
  } catch {
    // Said below, in words for both cases.
  }
  throw new UserError(
    `${path} is not a JSON object, as npm expects`,
    'Correct it, or move it away, and run init again.',
  );
}

/** Adds what a publication needs and changes nothing that is there. */
function merged({ manifest, indent }: ReturnType<typeof readManifest>, locales: readonly string[]): string {
  const own = readManifest(join(packageRoot, 'package.json')).manifest;
  const versions: Manifest = { ...record(own.devDependencies), hexapla: `^${own.version}` };
  const has = { ...record(manifest.dependencies), ...record(manifest.devDependencies) };
  const needs = ['hexapla', 'node', ...fontPackages(locales)].filter((name) => !(name in has));
  const added = Object.fromEntries(needs.map((name) => [name, versions[name] ?? 'latest']));
  const devDependencies = { ...record(manifest.devDependencies), ...added };
  const whole = {
    private: true,
    ...manifest,
    // npm is about to run install scripts of named packages only; node's fetches the Node of this machine.
    allowScripts: { node: true, ...record(manifest.allowScripts) },
    scripts: { build: 'hexapla build', check: 'hexapla check', ...record(manifest.scripts) },
    devDependencies: Object.fromEntries(Object.entries(devDependencies).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return `${JSON.stringify(whole, null, indent)}\n`;
}

function fontPackages(locales: readonly string[]): string[] {
  return locales.flatMap((locale) => Object.values(language(locale).fonts).flat());
}

/** The starter's settings, for these locales and their fonts. */
function settings(locales: readonly string[]): string {
  const fonts = locales.flatMap((locale) => {
    const { text, heads } = language(locale).fonts;
    return [`  ${locale}:`, `    text: ${list(text)}`, `    heads: ${list(heads)}`];
  });
  return [
    readFileSync(join(starter, 'hexapla.yaml'), 'utf8').replace(/^source:.*$/m, `source: ${locales[0]}`),
    '# All languages; each has its folder below content/.',
    `locales: [${locales.join(', ')}]`,
    '',
    '# Per language, the npm packages of the fonts that set it: running text; headings, captions and tables.',
    'fonts:',
    ...fonts,
    '',
  ].join('\n');
}

function list(packages: readonly string[]): string {
  return `[${packages.map((name) => `'${name}'`).join(', ')}]`;
}

/** Puts all files in place, or none: they are written aside and renamed, and what was renamed is taken back on failure. */
function write(root: string, locales: readonly string[], manifest: string): string[] {
  const made = mkdirSync(root, { recursive: true });
  const staging = join(root, `.staging-init-${process.pid}`);
  const placed: string[] = [];
  try {
    mkdirSync(staging);
    stage(staging, locales, manifest);
    const names = readdirSync(staging).filter((name) => name === 'package.json' || !existsSync(join(root, name)));
    const written = names.flatMap((name) => filesOf(staging, name)).sort();
    // package.json is the one that replaces another, so it goes last: after it nothing can fail.
    for (const name of names.sort((a, b) => Number(a === 'package.json') - Number(b === 'package.json'))) {
      renameSync(join(staging, name), join(root, name));
      placed.push(join(root, name));
    }
    return written;
  } catch (error) {
    for (const path of made === undefined ? placed : [made]) rmSync(path, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function stage(staging: string, locales: readonly string[], manifest: string): void {
  cpSync(starter, staging, { recursive: true });
  for (const locale of readdirSync(join(starter, 'content'))) {
    if (!locales.includes(locale)) rmSync(join(staging, 'content', locale), { recursive: true });
  }
  // npm leaves a file of the name .gitignore out of packages, so the starter has it without the dot.
  renameSync(join(staging, 'gitignore'), join(staging, '.gitignore'));
  // What two translators accepted at once is what both did.
  writeFileSync(join(staging, '.gitattributes'), 'content/*/translations.lock merge=union\n');
  writeFileSync(join(staging, 'hexapla.yaml'), settings(locales));
  writeFileSync(join(staging, 'package.json'), manifest);
}

function filesOf(staging: string, name: string): string[] {
  if (statSync(join(staging, name)).isFile()) return [name];
  return readdirSync(join(staging, name)).flatMap((inside) => filesOf(staging, `${name}/${inside}`));
}

function said(folder: string, written: readonly string[]): string {
  const enter = folder === '.' ? [] : [`  cd ${folder}`];
  const files = written.map((file) => `  ${file}`);
  return ['Written:', ...files, '', 'Next:', ...enter, '  npm install', '  npx hexapla build', ''].join('\n');
}

/** Runs `work`; an error of the file system is told as `what` and why. */
function attempt<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failure(what, error);
  }
}

function record(value: unknown): Manifest {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
