/** Every form as the command gives it, and several at once. */
import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { families } from '../../src/promises.ts';
import { reports } from '../../src/reports/index.ts';
import { familyOf } from '../../src/text/family.ts';
import { type Files, throwaway, twins } from '../publication.ts';

const differing: Files = {
  ...twins,
  'content/ru/article.md': '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 640 млн долларов США.\n',
};
const env = { GITHUB_STEP_SUMMARY: '', GITHUB_WORKSPACE: '', NO_COLOR: '1' };

const begins: Readonly<Record<string, RegExp>> = {
  pretty: /^content\/ru\/article\.md:4:33 {2}error/,
  json: /^\{\n {2}"version": 1,/,
  sarif: /^\{\n {2}"\$schema": "https:\/\/docs\.oasis-open\.org\/sarif/,
  junit: /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="Hexapla" tests="\d+" failures="1"/,
  github: /^::error file=content\/ru\/article\.md,line=4,col=33,/,
  html: /^<!doctype html>\n<html lang="en">/,
};

test.each(reports.map(({ id }) => id))('check --format %s: on standard output, twice the same', async (id) => {
  const { run } = await throwaway(differing);
  const words = ['check', '--format', id, '--quiet'];
  const [first, second] = [await run(words, { env }), await run(words, { env })];
  expect([first.code, first.stderr]).toEqual([1, '']);
  expect(first.stdout).toMatch(begins[id] ?? /^$/);
  expect(second).toEqual(first);
});

test.each(['check', 'build'])('%s --report: other forms into files, as --format would give them', async (command) => {
  const { run, folder } = await throwaway({ ...differing, 'hexapla.yaml': 'outputs: [html]\n' });
  const wanted = reports.map(({ id }) => ['--report', `${id}=out/report.${id}`]);
  const { code, stdout } = await run([command, '--quiet', ...wanted.flat()], { env });
  expect(code).toBe(1);
  for (const { id } of reports) {
    const written = await readFile(join(folder, 'out', `report.${id}`), 'utf8');
    expect(written, id).toMatch(begins[id] ?? /^$/);
    if (command === 'check') expect(written).toBe((await run(['check', '--format', id, '--quiet'], { env })).stdout);
    if (id === 'pretty') expect(stdout).toBe(written);
  }
});

test.each([
  [
    ['--report', 'sarif'],
    '--report is “sarif”; expected a form and a file',
    'Write it as in: hexapla check --report sarif=findings.sarif',
  ],
  [
    ['--report', 'srif=a'],
    'there is no report of the form “srif”; expected one of pretty, json, sarif, junit, github, html',
    'Did you mean --report sarif?',
  ],
  [
    ['--report', 'sarif=a', '--report', 'html=./a'],
    'two reports would be written to a; only the last would be left',
    'Give each report a file of its own.',
  ],
  [
    ['--report', 'sarif=a', '--output', 'a'],
    'two reports would be written to a; only the last would be left',
    'Give each report a file of its own.',
  ],
  [
    ['--dry-run', '--report', 'sarif=a'],
    '--dry-run gives a patch and no report',
    'Leave out --report, or --dry-run to have the report.',
  ],
])('%j is refused before anything is read', async (words, message, hint) => {
  const { run } = await throwaway(differing);
  const { code, stdout, stderr } = await run(['check', ...words], { env });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(`Not done: ${message}\nWhat to do: ${hint}\n`);
});

test('on GitHub, paths are counted from what was checked out, and the step has its summary, once', async () => {
  const below = Object.fromEntries(Object.entries(differing).map(([path, text]) => [`docs/my journal/${path}`, text]));
  const { run, folder } = await throwaway({ ...below, 'summary.md': 'before\n' });
  const onGitHub = { ...env, GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
  const words = [
    'check',
    'docs/my journal',
    '--quiet',
    '--format',
    'github',
    '--report',
    'github=a.txt',
    '--report',
    'sarif=b.sarif',
  ];
  const { stdout } = await run(words, { env: onGitHub });
  expect(stdout).toMatch(/^::error file=docs\/my journal\/content\/ru\/article\.md,/);
  expect(await readFile(join(folder, 'b.sarif'), 'utf8')).toContain('"uri": "docs/my%20journal/content/ru/article.md"');
  const summary = await readFile(join(folder, 'summary.md'), 'utf8');
  expect(summary).toMatch(/^before\n### Hexapla\n/);
  expect(summary.match(/### Hexapla/g)).toHaveLength(1);
  expect(summary).toContain('| ru | 1 | 0 | 0 |');
});

test('a build without checks says of no text that it passed', async () => {
  const { run, folder } = await throwaway({ ...differing, 'hexapla.yaml': 'outputs: [html]\n' });
  const { code } = await run(
    ['build', '--no-check', '--quiet', '--report', 'junit=a.xml', '--report', 'sarif=b.sarif'],
    { env },
  );
  expect(code).toBe(0);
  expect(await readFile(join(folder, 'a.xml'), 'utf8')).toContain('skipped="1"');
  const log = z.object({ runs: z.array(z.object({ properties: z.object({ checked: z.boolean() }) })) });
  expect(log.parse(JSON.parse(await readFile(join(folder, 'b.sarif'), 'utf8'))).runs[0]?.properties.checked).toBe(
    false,
  );
});

test.each([
  ['figures/value', 'figures'],
  ['figures/key', 'figures/key'],
  ['figures/arithmetic', 'figures/arithmetic'],
  ['figuresque/value', undefined],
  ['prove/lost', 'prove'],
])('%s is of the family %s', (rule, family) => {
  expect(familyOf(rule, families)?.id).toBe(family);
});

test('every rule that is named in the code is of a family', () => {
  const root = join(import.meta.dirname, '../../src');
  const named = globSync('**/*.ts', { cwd: root }).flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\brule: [`']([a-z]+\/)/g)].map(([, rule = '']) => rule),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((rule) => familyOf(rule, families) === undefined)).toEqual([]);
});
