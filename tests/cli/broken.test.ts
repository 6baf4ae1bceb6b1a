/** Broken publications: what an editor reads then, word for word, and the exit code. */
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, type Run, throwaway, twins } from '../publication.ts';

/** Progress comes and goes; what is said is said after it. */
function said({ stderr }: Run): string {
  return stderr.replace(/^(?:read|check|typeset|print)(?: ·.*)\n/gm, '');
}

test.each<[string, Files, readonly string[], string]>([
  [
    'bad YAML in the front matter',
    { ...twins, 'content/en/article.md': '---\ntitle: Trade: up\n---\nText.\n' },
    [],
    'Not done: content/en/article.md:2:8: the front matter is not YAML: Nested mappings are not allowed in compact mappings\nWhat to do: put a text with a colon, a quotation mark or a # in it between quotation marks: title: "Trade: thirty years"\n',
  ],
  [
    'an unknown setting',
    { ...twins, 'hexapla.yaml': 'source: en\nouputs: [html]\n' },
    [],
    'Not done: hexapla.yaml:2:1: “ouputs” is no setting; expected one of source, locales, outputs, parallel, version, contents, fonts, site, browser, multiples, stale, fail-on, rules\nWhat to do: Did you mean “outputs”?\n',
  ],
  [
    'a rule that is none',
    { ...twins, 'hexapla.yaml': 'source: en\nrules:\n  leftover: off\n  figures/vlaue: warning\n' },
    [],
    'Not done: hexapla.yaml:4:3: rules has “figures/vlaue”, which is no rule; expected the name of a rule or of a family of rules, such as figures/value or figures\nWhat to do: Did you mean “figures/value”?\n',
  ],
  [
    'a file that is not UTF-8',
    {
      ...twins,
      'content/ru/article.md': Uint8Array.from([0x2d, 0x0a, 0xd2, 0xee, 0xf0, 0xe3, 0xee, 0xe2, 0xeb, 0xff]),
    },
    [],
    'Not done: content/ru/article.md:2:1: the file is not UTF-8 text: byte 0xD2 at offset 2 does not belong there; it looks like Windows-1251\nWhat to do: Open the file in your editor and save it again with the encoding UTF-8, then run the command once more.\n',
  ],
  [
    'an empty folder',
    {},
    [],
    'Not done: content/: there is no such folder in this publication; it was expected to hold the texts\nWhat to do: Name the folder of your publication, or begin one here: hexapla init\n',
  ],
  [
    'a folder that does not exist',
    {},
    ['nowhere'],
    'Not done: nowhere: there is no such folder; the folder of a publication was expected\nWhat to do: Check the spelling, or begin a publication there: hexapla init nowhere\n',
  ],
  [
    'a file instead of a folder',
    twins,
    ['content/en/article.md'],
    'Not done: content/en/article.md: this is a file; the folder of a publication was expected\nWhat to do: Name the folder that has content/ in it.\n',
  ],
])('%s: exit code 2, by check as by build', async (_, files, words, stderr) => {
  const { run, files: all } = await throwaway(files);
  const before = await all();
  for (const command of ['check', 'build']) {
    const result = await run([command, ...words]);
    expect([said(result), result.code, result.stdout], command).toEqual([stderr, 2, '']);
  }
  expect(await all()).toEqual(before);
});

test('a template with an unknown variable: file, line, column, and the name that was meant', async () => {
  const { run, files } = await throwaway({ ...twins, 'templates/article.liquid': '<p>\n{{ document.tilte }}</p>\n' });
  const result = await run(['build']);
  expect([said(result), result.code, result.stdout]).toEqual([
    'Not done: templates/article.liquid:2:4: there is no variable document.tilte\nWhat to do: Did you mean document.title?\n',
    2,
    '',
  ]);
  expect(await files('dist')).toEqual({});
});

test('a missing translation is a finding: everything is built all the same, the exit code is 1', async () => {
  const { run, files } = await throwaway({
    ...twins,
    'content/en/news/about.md': '---\ntitle: About\n---\nText.\n',
    'hexapla.yaml': 'outputs: [html]\n',
  });
  const { code, stdout } = await run(['build', '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).findings).toMatchObject([
    {
      rule: 'documents/missing',
      severity: 'error',
      locale: 'ru',
      file: 'content/ru/news/about.md',
      line: 1,
      column: 1,
    },
  ]);
  expect(Object.keys(await files('dist'))).toContain('dist/en/news/about/index.html');
});

test('no browser to be found: exit code 3, and what to do', async () => {
  const { run, files } = await throwaway({
    ...twins,
    'hexapla.yaml': 'browser: programs/chromium\n',
    'dist/en/old.txt': 'x',
  });
  const result = await run(['build']);
  expect([result.code, result.stdout]).toEqual([3, '']);
  expect(said(result)).toMatch(/^Not done: .*programs\/chromium: .*\nWhat to do: .*hexapla\.yaml.*\n$/);
  expect(await files('dist')).toEqual({ 'dist/en/old.txt': 'x' });
});

test('dist/ that cannot be written: exit code 3', async () => {
  const { run, folder } = await throwaway({ ...twins, 'hexapla.yaml': 'outputs: [html]\n' });
  await mkdir(join(folder, 'dist'));
  await chmod(join(folder, 'dist'), 0o555);
  await chmod(folder, 0o755);
  // To root nothing is forbidden.
  const result = await run(['build'], process.getuid?.() === 0 ? { uid: 65_534 } : {});
  expect([said(result), result.code, result.stdout]).toEqual([
    'Not done: dist/ cannot be written: you have no permission (EACCES)\nWhat to do: Give yourself the right to it, or work in a folder of your own.\n',
    3,
    '',
  ]);
});

test('a file in the place of dist/: exit code 3', async () => {
  const { run } = await throwaway({ ...twins, 'hexapla.yaml': 'outputs: [html]\n', dist: 'x' });
  const result = await run(['build']);
  expect([said(result), result.code]).toEqual([
    'Not done: dist/ cannot be written: a file stands where a folder is needed (ENOTDIR)\nWhat to do: Move that file away and run the command again.\n',
    3,
  ]);
});

test('a report that cannot be written: exit code 3', async () => {
  const { run } = await throwaway(twins);
  const result = await run(['check', '--output', 'content/en/article.md/report.json']);
  expect([result.code, result.stdout]).toEqual([3, '']);
  expect(said(result)).toMatch(/^Not done: content\/en\/article\.md\/report\.json cannot be written: a file stands/);
});
