/** `check --fix` and `check --dry-run`: small publications, and the bytes that they become. */
import { spawnSync } from 'node:child_process';
import { chmod, lstat, rename, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, type Run, type Throwaway, throwaway } from '../publication.ts';

const en = [
  'Trade was US$460 million in 1992, and more than US$50 billion in 2021.',
  'On January 25, 2022 they met.',
  'It paid US$70 billion.',
  'The border is more than 3,300 km long.',
  'There are 58 pairs of cities.',
];
const ru = [
  'Торговля: 460 млрд долларов США в 1992 году и более 50 млрд долларов США в 2021 году.',
  'Они встретились 26 января 2022 года.',
  'Выплачено **70** млрд евро.',
  'Граница — 3300 км.',
  'Есть 48 пар городов.',
];
const zh = [
  '1992年贸易额4.6亿欧元，2021年超过500亿美元。',
  '2022年1月26日会晤。',
  '支付700亿欧元。',
  '边界3300公里。',
  '友好城市57对。',
];
const mended = {
  ru: [
    'Торговля: 460 млн долларов США в 1992 году и более 50 млрд долларов США в 2021 году.',
    'Они встретились 25 января 2022 года.',
    'Выплачено **70** млрд евро.',
    'Граница — более 3300 км.',
    'Есть 58 пар городов.',
  ],
  zh: [
    '1992年贸易额4.6亿美元，2021年超过500亿美元。',
    '2022年1月25日会晤。',
    '支付700亿美元。',
    '边界3300多公里。',
    '友好城市58对。',
  ],
};

function text(title: string, paragraphs: readonly string[]): string {
  return `---\ntitle: ${title}\n---\n${paragraphs.join('\n\n')}\n`;
}

const wrong: Files = {
  'content/en/a.md': text('Trade', en),
  'content/ru/a.md': text('Торговля', ru),
  'content/zh/a.md': text('贸易', zh),
};
const right: Files = {
  ...wrong,
  'content/ru/a.md': text('Торговля', mended.ru),
  'content/zh/a.md': text('贸易', mended.zh),
};

/** What a publication is now, byte for byte. */
async function bytes(publication: Throwaway): Promise<Record<string, string>> {
  const files = await publication.files();
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, utf8(text)]));
}

function utf8(latin: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.from(latin, 'latin1'));
}

function said({ stderr }: Run): string {
  return stderr.replace(/^(?:read|check)(?: ·.*)\n/gm, '');
}

async function rules({ stdout }: Run): Promise<string[]> {
  return JSON.parse(stdout).findings.map(({ file, line, rule }: Record<string, string>) => `${file}:${line} ${rule}`);
}

test('--fix writes what is certain, says so, and reports what is left', async () => {
  const publication = await throwaway(wrong);
  const run = await publication.run(['check', '--fix', '--format', 'json']);
  expect(await bytes(publication)).toEqual(right);
  expect(said(run)).toBe(
    [
      'content/ru/a.md:4:11  460 млрд долларов США → 460 млн долларов США',
      'content/ru/a.md:6:17  26 января 2022 года → 25 января 2022 года',
      'content/ru/a.md:10:11  3300 км → более 3300 км',
      'content/ru/a.md:12:6  48 → 58',
      'content/zh/a.md:4:9  4.6亿欧元 → 4.6亿美元',
      'content/zh/a.md:6:1  2022年1月26日 → 2022年1月25日',
      'content/zh/a.md:8:3  700亿欧元 → 700亿美元',
      'content/zh/a.md:10:3  3300公里 → 3300多公里',
      'content/zh/a.md:12:5  57 → 58',
      '9 figures in 2 files corrected.',
      '',
    ].join('\n'),
  );
  // Emphasis stands inside the sum of money: that is for a person to write anew.
  expect([run.code, await rules(run)]).toEqual([1, ['content/ru/a.md:8 figures/unit']]);
});

test('a second time there is nothing to do', async () => {
  const publication = await throwaway(right);
  const run = await publication.run(['check', '--fix']);
  expect([run.code, said(run)]).toEqual([1, 'Nothing to correct for certain.\n']);
  expect(await bytes(publication)).toEqual(right);
});

test('where nothing is left the exit code is 0, and --quiet says nothing', async () => {
  const { run, write } = await throwaway({ 'content/en/a.md': text('T', [en[1] ?? '']) });
  await write({ 'content/zh/a.md': text('文', [zh[1] ?? '']) });
  expect(await run(['check', '--fix', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('line ends, a byte order mark and a missing last line end stay; so do rights, and links', async () => {
  const odd = (paragraphs: readonly string[]) =>
    `\ufeff${text('Торговля', paragraphs).replaceAll('\n', '\r\n').replace(/\r\n$/, '')}`;
  const publication = await throwaway({ ...wrong, 'content/ru/a.md': odd(ru) });
  const [path, place] = [join(publication.folder, 'content/zh/a.md'), join(publication.folder, 'content/zh.txt')];
  await rename(path, place);
  await symlink('../zh.txt', path);
  await chmod(place, 0o640);
  await publication.run(['check', '--fix']);
  const after = await bytes(publication);
  expect(after['content/ru/a.md']).toBe(odd(mended.ru));
  expect([(await lstat(path)).isSymbolicLink(), (await stat(place)).mode & 0o777]).toEqual([true, 0o640]);
  expect(after['content/zh.txt']).toBe(right['content/zh/a.md']);
});

test('--locale and --only say what is corrected; the source never is', async () => {
  const publication = await throwaway(wrong);
  await publication.run(['check', '--fix', '--locale', 'zh']);
  expect(await bytes(publication)).toEqual({ ...wrong, 'content/zh/a.md': right['content/zh/a.md'] });
  await publication.run(['check', '--fix', '--locale', 'en']);
  expect((await bytes(publication))['content/ru/a.md']).toBe(wrong['content/ru/a.md']);
});

test.each<[string, string, string]>([
  ['which of two numbers is meant', 'There are 7 ports and 12 airports.', '有8个港口和13个机场。'],
  ['whether a number is wrong or another is missing', 'There are 7 ports and 12 airports.', '有9个港口和机场。'],
  ['an entity in the number', 'Some 18,000 people', '约18&#48;0人'],
  ['a line end in the number', 'It paid US$70 billion.', '支付700\n亿欧元。'],
  ['a number in words', 'It paid US$70 billion.', '支付七百亿欧元。'],
  [
    'what is suppressed',
    'It paid US$70 billion.',
    '<!-- hexapla-ignore figures/unit: paid in euros -->\n\n支付700亿欧元。',
  ],
])('left alone: %s', async (_, source, target) => {
  const files = { 'content/en/a.md': text('T', [source]), 'content/zh/a.md': text('文', [target]) };
  const publication = await throwaway(files);
  expect(said(await publication.run(['check', '--fix']))).toBe('Nothing to correct for certain.\n');
  expect(await bytes(publication)).toEqual(files);
});

test('one correction may make another certain; all are made at once', async () => {
  const source = 'There are 7 ports, and trade is US$460 million.';
  const files = {
    'content/en/a.md': text('T', [source]),
    'content/zh/a.md': text('文', ['有9个港口，贸易额46亿美元。']),
  };
  const publication = await throwaway(files);
  const { code } = await publication.run(['check', '--fix']);
  expect(code).toBe(0);
  expect((await bytes(publication))['content/zh/a.md']).toBe(text('文', ['有7个港口，贸易额4.6亿美元。']));
});

test('--dry-run writes nothing, and what it shows is what --fix does', async () => {
  const publication = await throwaway({ ...wrong, 'hexapla.yaml': 'source: en\n' });
  const run = await publication.run(['check', '--dry-run']);
  expect([run.code, said(run)]).toEqual([1, '9 figures in 2 files could be corrected; hexapla check --fix does it.\n']);
  expect(run.stdout.split('\n').slice(0, 9)).toEqual([
    '--- a/content/ru/a.md',
    '+++ b/content/ru/a.md',
    '@@ -1,12 +1,12 @@',
    ' ---',
    ' title: Торговля',
    ' ---',
    `-${ru[0]}`,
    `+${mended.ru[0]}`,
    ' ',
  ]);
  expect(await bytes(publication)).toMatchObject(wrong);
  expect((await publication.run(['check', '--fix', '--dry-run'])).stdout).toBe(run.stdout);
});

/** Texts that are hard to patch: names, line ends, marks and ends of files. */
const hard: Files = {
  ...wrong,
  'content/en/news of the day.md': text('N', [...en, ...Array.from({ length: 20 }, () => 'Text.'), en[2] ?? '']),
  'content/zh/news of the day.md':
    `\ufeff${text('闻', [...zh, ...Array.from({ length: 20 }, () => '文。'), zh[2] ?? ''])}`.trimEnd(),
  'content/en/новости.md': text('N', en),
  'content/zh/новости.md': text('闻', zh).replaceAll('\n', '\r\n'),
};

test.each<[string, string, readonly string[]]>([
  ['git apply', 'git', ['apply', '--whitespace=nowarn']],
  ['patch -p1', 'patch', ['-p1', '--binary', '--quiet']],
])('%s takes the patch', async (_, program, words) => {
  const [dry, fixed] = await Promise.all([throwaway(hard), throwaway(hard)]);
  const { stdout } = await dry.run(['check', '--dry-run', '--quiet']);
  await fixed.run(['check', '--fix']);
  const applied = spawnSync(program, words, { cwd: dry.folder, input: stdout, encoding: 'utf8' });
  expect([applied.status, applied.stderr]).toEqual([0, '']);
  expect(await bytes(dry)).toEqual(await bytes(fixed));
});

test('git apply takes it also in a folder of a repository', async () => {
  const below = (files: Files) =>
    Object.fromEntries(Object.entries(files).map(([path, say]) => [`journal/${path}`, say]));
  const publication = await throwaway(below(wrong));
  const git = (words: readonly string[], input = '') =>
    spawnSync('git', words, { cwd: join(publication.folder, 'journal'), input, encoding: 'utf8' });
  spawnSync('git', ['init', '--quiet', publication.folder]);
  const { stdout } = await publication.run(['check', 'journal', '--dry-run', '--quiet']);
  expect(git(['apply'], stdout).stderr).toBe('');
  const after = await bytes(publication);
  for (const [path, say] of Object.entries(below(right))) expect(after[path]).toBe(say);
});

test('a patch has no other form; --output writes it to a file', async () => {
  const { run, files } = await throwaway(wrong);
  expect(await run(['check', '--dry-run', '--format', 'json'])).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'Not done: --dry-run gives a patch; it has no form “json”\nWhat to do: Leave out --format, or --dry-run to have the report.\n',
  });
  await run(['check', '--dry-run', '--output', 'out/figures.patch']);
  expect(utf8((await files('out'))['out/figures.patch'] ?? '')).toMatch(/^--- a\/content\/ru\/a\.md\n/);
});

test('a text that may not be written: exit code 3, and nothing is lost', async () => {
  const publication = await throwaway(wrong);
  for (const path of ['.', 'content', 'content/ru', 'content/zh']) await chmod(join(publication.folder, path), 0o755);
  await chmod(join(publication.folder, 'content/ru/a.md'), 0o444);
  // To root nothing is forbidden.
  const run = await publication.run(['check', '--fix'], process.getuid?.() === 0 ? { uid: 65_534 } : {});
  expect([run.code, run.stdout]).toEqual([3, '']);
  expect(said(run)).toMatch(/^Not done: content\/ru\/a\.md cannot be written: you have no permission/);
  expect(await bytes(publication)).toEqual(wrong);
});
