import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import own from '../../package.json' with { type: 'json' };
import { init } from '../../src/commands/init.ts';
import { readSettings } from '../../src/settings.ts';
import { UserError } from '../../src/trouble.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hexapla-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `init` without its words on this test's output, and gives them back. */
function run(target: string, locale?: readonly string[]): string {
  const write = process.stdout.write;
  const said: string[] = [];
  process.stdout.write = (text: string | Uint8Array) => said.push(String(text)) > 0;
  try {
    init(target, locale === undefined ? {} : { locale });
  } finally {
    process.stdout.write = write;
  }
  return said.join('');
}

function trouble(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('there was no trouble');
}

const files = () => readdirSync(folder, { recursive: true, withFileTypes: true });
const names = () =>
  files()
    .flatMap((entry) => (entry.isDirectory() ? [] : [join(entry.parentPath, entry.name).slice(folder.length + 1)]))
    .sort();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const manifest = () => JSON.parse(read('package.json'));

describe('in an empty folder', () => {
  test('writes a publication in all languages that there are, and says what is next', () => {
    const said = run(folder);
    expect(names()).toEqual(
      expect.arrayContaining([
        '.gitattributes',
        '.gitignore',
        'content/en/strings.json',
        'content/ru/strings.json',
        'content/zh/strings.json',
        'hexapla.yaml',
        'package.json',
      ]),
    );
    for (const name of names()) expect(said).toContain(`  ${name}\n`);
    expect(said).toContain('  npm install\n  npx hexapla build\n');
  });

  test('the settings are valid and name the fonts of each language', () => {
    run(folder);
    const settings = readSettings({ path: 'hexapla.yaml', text: read('hexapla.yaml') }, ['en', 'ru', 'zh']);
    expect(settings).toMatchObject({ source: 'en', locales: ['en', 'ru', 'zh'] });
    expect(settings.fonts.zh).toEqual({
      text: ['@expo-google-fonts/noto-serif-sc'],
      heads: ['@expo-google-fonts/noto-sans-sc'],
    });
  });

  test('the package has the commands, this hexapla, a Node that runs it, and the fonts in tried versions', () => {
    run(folder);
    const { devDependencies, scripts } = manifest();
    expect(manifest().private).toBe(true);
    expect(scripts).toEqual({ build: 'hexapla build', check: 'hexapla check' });
    expect(devDependencies).toMatchObject({ hexapla: `^${own.version}`, node: own.devDependencies.node });
    const fonts = Object.values<{ text: string[]; heads: string[] }>(parse(read('hexapla.yaml')).fonts);
    for (const name of fonts.flatMap(({ text, heads }) => [...text, ...heads])) {
      expect(devDependencies[name], name).toMatch(/^\^\d/);
    }
  });

  test('with chosen languages, those and no others; the first is the source', () => {
    run(folder, ['ru', 'en', 'ru']);
    expect(readdirSync(join(folder, 'content')).sort()).toEqual(['en', 'ru']);
    expect(parse(read('hexapla.yaml'))).toMatchObject({ source: 'ru', locales: ['ru', 'en'] });
    expect(Object.keys(manifest().devDependencies).filter((name) => name.endsWith('-sc'))).toEqual([]);
  });

  test('makes the folder when it is not there', () => {
    expect(run(join(folder, 'new/journal'))).toContain('  cd ');
    expect(readdirSync(join(folder, 'new/journal')).sort()).toEqual([
      '.gitattributes',
      '.gitignore',
      'content',
      'hexapla.yaml',
      'package.json',
    ]);
  });
});

describe('beside what is there', () => {
  test('merges into package.json and loses nothing', () => {
    const before = {
      name: 'j',
      private: false,
      scripts: { build: 'make', x: 'y' },
      dependencies: { hexapla: 'file:h.tgz' },
      devDependencies: { node: '^26', z: '1' },
      other: [1],
    };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(before, null, '\t'));
    run(folder, ['en']);
    expect(manifest()).toMatchObject({ ...before, scripts: { build: 'make', check: 'hexapla check', x: 'y' } });
    expect(Object.keys(manifest().devDependencies)).toEqual([
      '@expo-google-fonts/noto-sans',
      '@expo-google-fonts/noto-serif',
      'node',
      'z',
    ]);
    expect(read('package.json')).toContain('\n\t"name"');
  });

  test('keeps a .gitignore and other files', () => {
    writeFileSync(join(folder, '.gitignore'), 'mine\n');
    expect(run(folder, ['en'])).not.toContain('.gitignore');
    expect(read('.gitignore')).toBe('mine\n');
  });

  test.each([['content'], ['hexapla.yaml']])('refuses to touch a publication: %s', (name) => {
    if (name === 'content') mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), 'source: fr\n');
    const { code, message } = trouble(() => run(folder));
    expect([code, message]).toEqual([2, expect.stringContaining(name)]);
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('refuses a package.json that npm could not read, and leaves it alone', () => {
    writeFileSync(join(folder, 'package.json'), '{ "name": ');
    const { code, message } = trouble(() => run(folder));
    expect([code, message]).toEqual([2, expect.stringContaining('package.json is not a JSON object')]);
    expect(names()).toEqual(['package.json']);
    expect(read('package.json')).toBe('{ "name": ');
  });

  test('leaves nothing when it fails half way', () => {
    // A link to nowhere is neither there nor can a folder be put in its place.
    symlinkSync('nowhere', join(folder, 'content'));
    writeFileSync(join(folder, 'package.json'), '{}\n');
    const { code, message } = trouble(() => run(folder));
    expect([code, message]).toEqual([3, expect.stringContaining('cannot be written')]);
    expect(names()).toEqual(['content', 'package.json']);
    expect(read('package.json')).toBe('{}\n');
  });
});

test('a language without starter text: which there are, and what to do', () => {
  const { code, message, hint } = trouble(() => run(folder, ['en', 'kk']));
  expect([code, message]).toEqual([2, 'there is no starter text in “kk”; there is one in en, ru, zh']);
  expect(hint).toContain('content/kk/');
  expect(names()).toEqual([]);
});
