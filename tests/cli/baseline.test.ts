/** `--baseline` and `--write-baseline`: old debt does not count, what is new does. */
import { expect, test } from 'vitest';
import { type Files, type Run, throwaway } from '../publication.ts';

const en = ['Trade reached US$460 million in 1992.', 'It paid US$70 billion.', 'Others came to 15 tonnes.'];
const ru = [
  'В 1992 году товарооборот достиг 460 млрд долларов США.',
  'Выплачено 70 млн долларов.',
  'Другие — 15 тонн.',
];
const text = (title: string, lines: readonly string[]) => `---\ntitle: ${title}\n---\n${lines.join('\n\n')}\n`;
const files: Files = {
  'hexapla.yaml': 'outputs: [html]\n',
  'content/en/article.md': text('Trade', en),
  'content/ru/article.md': text('Торговля', ru),
};
const russian = (...lines: readonly string[]): Files => ({ 'content/ru/article.md': text('Торговля', lines) });
const [trade = '', paid = '', tonnes = ''] = ru;

/** What is said besides progress. */
const said = ({ stderr }: Run) => stderr.replace(/^(?:read|check|typeset|print)(?: ·.*)?\n|^Written to dist.*\n/gm, '');
const places = ({ stdout }: Run) =>
  JSON.parse(stdout).findings.map((one: { line: number; rule: string }) => `${one.line} ${one.rule}`);

test('what was there before is neither reported nor counted; what is new is', async () => {
  const { run, write, files: all } = await throwaway(files);
  const written = await run(['check', '--write-baseline', 'debt/old.json']);
  expect([written.code, said(written), written.stdout]).toEqual([
    0,
    'Written to debt/old.json: 2 findings; --baseline debt/old.json passes over them.\n',
    'No new findings: 8 figures in 1 document, 2 languages (en, ru)\n',
  ]);
  const { 'debt/old.json': first } = await all('debt');
  const same = await run(['check', '--baseline', 'debt/old.json']);
  expect([same.code, said(same), same.stdout]).toEqual([
    0,
    '2 findings passed over that debt/old.json has.\n',
    written.stdout,
  ]);
  await write(russian(trade, 'Выплачено 70 млрд долларов.', 'Другие — 16 тонн.'));
  await write({ 'content/en/article.md': text('Trade', ['Welcome.', ...en]) });
  await write({
    'content/ru/article.md': text('Торговля', [
      'Здравствуйте.',
      trade,
      'Выплачено 70 млрд долларов.',
      'Другие — 16 тонн.',
    ]),
  });
  for (const command of ['check', 'build']) {
    const later = await run([command, '--baseline', 'debt/old.json', '--format', 'json']);
    expect([later.code, places(later), JSON.parse(later.stdout).summary.known], command).toEqual([
      1,
      ['10 figures/value'],
      1,
    ]);
    expect(said(later)).toBe(
      '1 finding passed over that debt/old.json has.\n1 entry of debt/old.json is no longer found, or not as often; update it: --write-baseline debt/old.json\n',
    );
  }
  // Of a part, nobody can say what is gone; quiet says nothing.
  expect(said(await run(['check', '--baseline', 'debt/old.json', '--locale', 'ru']))).not.toContain('no longer');
  expect((await run(['check', '--quiet', '--baseline', 'debt/old.json'])).stderr).toBe('');
  await run(['check', '--baseline', 'debt/old.json', '--write-baseline', 'debt/old.json']);
  const { 'debt/old.json': second } = await all('debt');
  expect(second).not.toBe(first);
  expect((await run(['check', '--quiet', '--baseline', 'debt/old.json'])).stdout).toBe('');
});

test('suppressions come first: what one silences is no debt any more, and none is called unused for the baseline', async () => {
  const { run, write } = await throwaway(files);
  await run(['check', '--write-baseline', 'old.json']);
  await write(russian(trade, `<!-- hexapla-ignore figures/value: so it was printed -->\n\n${paid}`, tonnes));
  const result = await run(['check', '--baseline', 'old.json', '--format', 'json', '--fail-on', 'note']);
  expect([result.code, places(result), said(result)]).toEqual([
    0,
    [],
    '1 finding passed over that old.json has.\n1 entry of old.json is no longer found, or not as often; update it: --write-baseline old.json\n',
  ]);
});

test('what only a build finds is neither missed by a check nor lost when it writes', async () => {
  const {
    run,
    write,
    files: all,
  } = await throwaway({
    ...files,
    'templates/article.liquid': '<p>{{ "page.nowhere" | t }}</p>\n',
  });
  const built = await run(['build', '--write-baseline', 'old.json']);
  expect(said(built)).toMatch(/^Written to old\.json: \d findings;/);
  const rules = async () => (await all())['old.json']?.match(/strings\/asked/g)?.length;
  const asked = await rules();
  expect(asked).toBeGreaterThan(0);
  expect(said(await run(['check', '--baseline', 'old.json']))).toBe('2 findings passed over that old.json has.\n');
  await write(russian(trade, 'Выплачено 70 млрд долларов.', tonnes));
  await run(['check', '--write-baseline', 'old.json']);
  expect(await rules()).toBe(asked);
  expect((await run(['build', '--baseline', 'old.json', '--fail-on', 'note'])).code).toBe(0);
});

test('--dry-run and --fix know it too: debt is corrected where that is certain', async () => {
  const { run } = await throwaway(files);
  await run(['check', '--write-baseline', 'old.json']);
  const dry = await run(['check', '--dry-run', '--baseline', 'old.json']);
  expect([dry.code, dry.stdout.match(/^\+[^+].*/m)?.[0]]).toEqual([0, `+${trade.replace('млрд', 'млн')}`]);
  const fixed = await run(['check', '--fix', '--baseline', 'old.json']);
  expect([fixed.code, said(fixed)]).toEqual([0, expect.stringContaining('no longer found')]);
});

test.each<[string, readonly string[], string]>([
  [
    'no such file',
    ['--baseline', 'new.json'],
    'Not done: new.json: there is no such file; a baseline was expected\nWhat to do: Check the spelling, or write one: hexapla check --write-baseline new.json\n',
  ],
  [
    'a file that is none',
    ['--baseline', 'hexapla.yaml'],
    'Not done: hexapla.yaml:1:1: outputs: cannot stand here; expected a text in double quotes or a group in braces\nWhat to do: This file is JSON: names and texts stand in "double quotes", a comma between two entries and none after the last.\n',
  ],
  [
    'another file that would be overwritten',
    ['--write-baseline', 'package.json'],
    'Not done: package.json:1:1: “version” is missing or wrong; expected the number 1\nWhat to do: Take the file as git has it, or write it to another one with --write-baseline.\n',
  ],
  [
    'a part',
    ['--write-baseline', 'old.json', '--locale', 'ru'],
    'Not done: --write-baseline writes all that is found; with --locale or --only, what is known of the rest would be lost\nWhat to do: Leave out --locale and --only.\n',
  ],
  [
    'two of them',
    ['--write-baseline', 'old.json', '--baseline', 'package.json'],
    'Not done: --baseline is package.json, and --write-baseline old.json; what is written there holds all that is found, known or not\nWhat to do: Leave out --baseline.\n',
  ],
  [
    'a report in the same place',
    ['--write-baseline', 'old.json', '--report', 'json=./old.json'],
    'Not done: a report and the baseline would both be written to old.json\nWhat to do: Give each a file of its own.\n',
  ],
  [
    'nothing that is written',
    ['--write-baseline', 'old.json', '--dry-run'],
    'Not done: --write-baseline writes all that a check finds; it cannot go together with --dry-run\nWhat to do: Leave out --dry-run, or --write-baseline.\n',
  ],
])('%s: exit code 2, and nothing is written', async (_, words, stderr) => {
  const { run, files: all } = await throwaway({ ...files, 'package.json': '{ "name": "a" }\n' });
  const before = await all();
  const result = await run(['check', ...words]);
  expect([said(result), result.code, result.stdout]).toEqual([stderr, 2, '']);
  expect(await all()).toEqual(before);
});
