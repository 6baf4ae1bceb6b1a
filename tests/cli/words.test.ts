/** The command line itself: what it understands, and what it says to what it does not. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reports } from '../../src/reports/index.ts';
import { throwaway, twins } from '../publication.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const lists = 'hexapla --help lists the commands, hexapla <command> --help their options.';

test('without words it prints its help, to standard output', async () => {
  const { run } = await throwaway({});
  const [bare, help] = await Promise.all([run([]), run(['--help'])]);
  expect(bare).toEqual(help);
  expect([bare.code, bare.stderr]).toEqual([0, '']);
  for (const command of ['init', 'check', 'build', 'figures'])
    expect(bare.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  expect(bare.stdout).toContain('Examples:');
});

test('every command has a help of its own with examples', async () => {
  const { run } = await throwaway({});
  for (const command of ['init', 'check', 'build', 'figures']) {
    const { code, stdout, stderr } = await run([command, '--help']);
    expect([code, stderr], command).toEqual([0, '']);
    expect(stdout, command).toMatch(new RegExp(`Examples:\\n(?:.*\\n)*.*hexapla ${command}`));
  }
  const { stdout } = await run(['check', '--help']);
  const forms = /form of the report: ([^(]*)/.exec(stdout)?.[1];
  for (const { id } of reports) expect(forms).toMatch(new RegExp(`\\b${id}\\b`));
});

test('it says its version', async () => {
  const { run } = await throwaway({});
  expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [['biuld'], "unknown command 'biuld'", '(Did you mean build?)'],
  [['check', '--fromat', 'json'], "unknown option '--fromat'", '(Did you mean --format?)'],
  [
    ['check', '--format', 'jsn'],
    'there is no report of the form “jsn”; expected one of pretty, json, sarif, junit, github, html',
    'Did you mean --format json?',
  ],
  [
    ['check', '--format', 'xml'],
    'there is no report of the form “xml”; expected one of pretty, json, sarif, junit, github, html',
    'Choose one: --format pretty',
  ],
  [['check', '--format'], "option '--format <name>' argument missing", lists],
  [
    ['check', '--fail-on', 'eror'],
    "option '--fail-on <severity>' argument 'eror' is invalid. Allowed choices are error, warning, note.",
    lists,
  ],
  [
    ['build', '--jobs', '0'],
    '--jobs is “0”; expected a whole number from 1 to 64',
    'Write it as in: hexapla build --jobs 4',
  ],
  [['build', 'a', 'b'], "too many arguments for 'build'. Expected 1 argument but got 2.", lists],
  [
    ['figures', '--text'],
    '--text needs the language of the text',
    'Write it as in: hexapla figures --text --locale ru < article.txt',
  ],
  [
    ['figures', '--text', '--locale', 'ru', '--locale', 'zh'],
    'a text has one language; --locale names several',
    'Write it as in: hexapla figures --text --locale ru < article.txt',
  ],
  [
    ['figures', '--format', 'pdf'],
    'there is no ledger of the form “pdf”; expected one of pretty, json, csv, html',
    'Choose one: --format pretty',
  ],
  [
    ['figures', '--text', '--locale', 'ru_RU'],
    '--locale is “ru_RU”; expected a language tag (BCP 47)',
    'Write it as in: hexapla figures --text --locale pt-BR',
  ],
  [
    ['check', '--locale', 'zh'],
    '--locale is “zh”; this publication has no such language',
    'Name one of its languages: en, ru.',
  ],
  [
    ['check', '--only', 'news/*'],
    '--only is “news/*”; no document has such a path below its language',
    'Documents here are called article; * stands for any part of a name, ** for folders too.',
  ],
])('%j is not understood', async (words, message, hint) => {
  const { run } = await throwaway(twins);
  const meant = /^\((.*)\)$/.exec(hint)?.[1] ?? hint;
  const stderr = `Not done: ${message}\nWhat to do: ${meant}\n`;
  const result = await run(words);
  expect({ ...result, stderr: result.stderr.replace(/^(read|check) ·.*\n/gm, '') }).toEqual({
    code: 2,
    stdout: '',
    stderr,
  });
});

test('figures of a text, one JSON object a line', async () => {
  const { run } = await throwaway({});
  const text = 'свыше 90 млрд долларов\nв 2021 году\n';
  const { code, stdout, stderr } = await run(['figures', '--text', '--locale', 'ru'], { stdin: text });
  expect([code, stderr]).toEqual([0, '']);
  const figures = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(figures[0]).toEqual({
    kind: 'money',
    value: '90000000000',
    unit: 'USD',
    bound: 'over',
    start: 0,
    end: 22,
    text: 'свыше 90 млрд долларов',
  });
  expect(figures).toHaveLength(2);
  for (const { start, end, text: slice } of figures) expect(text.slice(start, end)).toBe(slice);
});

test('a text without figures gives nothing, one that is no UTF-8 is a trouble', async () => {
  const { run } = await throwaway({});
  expect(await run(['figures', '--text', '--locale', 'en'], { stdin: 'Nothing here.' })).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  });
  const { code, stdout, stderr } = await run(['figures', '--text', '--locale', 'en'], {
    stdin: Uint8Array.from([0x61, 0xff]),
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^Not done: standard input:1:2: the file is not UTF-8 text/);
});

test('a mistake of ours is told as one: with its place, and how to report it', async () => {
  const { run } = await throwaway(twins);
  const broken = 'performance.now = () => { throw new TypeError("boom"); };';
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` };
  const { code, stdout, stderr } = await run(['check'], { env });
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/^TypeError: boom\n {4}at /m);
  expect(stderr).toContain(`mistake in Hexapla, not in your text. Please report it`);
  expect(stderr).toContain(`hexapla ${version}, Node ${process.versions.node}`);
});
