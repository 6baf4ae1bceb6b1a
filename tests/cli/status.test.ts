/** `status` and `accept`: small publications, what is changed in them, and exactly what is stale then. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Throwaway, throwaway } from '../publication.ts';

const files = {
  'content/en/a.md':
    '---\ntitle: Trade\n---\n\n## Ports\n\nTrade came to US$50 million in 2021.\n\nThe harbor is open to *ships* of every flag.\n\n- one\n- two\n',
  'content/ru/a.md':
    '---\ntitle: Торговля\n---\n\n## Порты\n\nТорговля составила 50 млн долларов США в 2021 году.\n\nГавань открыта для *судов* под любым флагом.\n\n- раз\n- два\n',
  'content/zh/a.md':
    '---\ntitle: 贸易\n---\n\n## 港口\n\n2021年贸易额为5000万美元。\n\n港口对悬挂各国旗帜的*船舶*开放。\n\n- 一\n- 二\n',
};

interface Told {
  readonly documents: readonly {
    readonly slug: string;
    readonly locale: string;
    readonly state: string;
    readonly percent: number;
    readonly passages: readonly {
      readonly state: string;
      readonly change?: string;
      readonly translationChanged?: true;
      readonly line: number;
      readonly file: string;
      readonly changes?: readonly { readonly sign: string; readonly text: string }[];
      readonly by?: { readonly author: string; readonly subject: string };
    }[];
  }[];
  readonly findings: readonly { readonly rule: string; readonly line: number }[];
}

async function told({ run }: Throwaway, ...more: readonly string[]): Promise<Told> {
  const { stdout, stderr } = await run(['status', '--format', 'json', ...more]);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** `ru 7 stale words`, for each passage that is open. */
async function open(publication: Throwaway, ...more: readonly string[]): Promise<readonly string[]> {
  const { documents } = await told(publication, ...more);
  return documents.flatMap(({ locale, passages }) =>
    passages.map(({ state, change, translationChanged, line }) =>
      [locale, line, state, change, translationChanged && 'touched'].filter(Boolean).join(' '),
    ),
  );
}

async function change({ folder }: Throwaway, path: string, was: string, is: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8');
  expect(text).toContain(was);
  await writeFile(join(folder, path), text.replace(was, is));
}

test('nothing is accepted at first, everything then, and a second time nothing more', async () => {
  const publication = await throwaway(files);
  const before = await publication.run(['status']);
  expect(before.code).toBe(0);
  expect(before.stdout).toContain('hexapla accept records translations as up to date');
  expect((await publication.run(['accept'])).stdout).toBe(
    'ru       a: 6 passages accepted\nzh       a: 6 passages accepted\n',
  );
  const locks = await publication.files('content');
  expect((await publication.run(['accept'])).stdout).toBe('Everything was accepted before.\n');
  expect(await publication.files('content')).toEqual(locks);
  const after = await publication.run(['status', '--fail-on', 'note']);
  expect(after).toMatchObject({
    code: 0,
    stdout: 'ru       100% of 21 words up to date\nzh       100% of 21 words up to date\n',
  });
  // The lock is none of the files that the site shows.
  expect((await publication.run(['build', '--no-check'])).code).toBe(0);
  expect(Object.keys(await publication.files('dist')).filter((path) => path.endsWith('.lock'))).toEqual([]);
});

test.each([
  ['a word', 'open to', 'closed to', ['ru 9 stale words', 'zh 9 stale words']],
  ['a figure', 'US$50 million', 'US$60 million', ['ru 7 stale figures', 'zh 7 stale figures']],
  ['markup', '*ships*', '**ships**', ['ru 9 stale markup', 'zh 9 stale markup']],
  ['markup at its end', 'every flag.', '[every flag.](x.md)', ['ru 9 stale markup', 'zh 9 stale markup']],
  ['white space', 'of every flag', 'of\nevery  flag', []],
  ['the title', 'title: Trade', 'title: Commerce', ['ru 2 stale words', 'zh 2 stale words']],
  ['a block more', '- one\n', '- one\n- more\n', ['ru 11 missing', 'zh 11 missing']],
  ['a block less', '- two\n', '', ['ru 12 extra', 'zh 12 extra']],
])('%s in the source makes exactly its block stale', async (_, was, is, expected) => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  await change(publication, 'content/en/a.md', was, is);
  expect(await open(publication)).toEqual(expected);
  expect((await publication.run(['status', '--fail-on', 'warning'])).code).toBe(expected.length > 0 ? 1 : 0);
  await publication.run(['accept', '--locale', 'ru']);
  expect(await open(publication, '--locale', 'ru')).toEqual(
    expected.filter((one) => /^ru .*(?:missing|extra)/.test(one)),
  );
});

test('a block that is moved in both is what it was; in one of them, too', async () => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  const swap = async (path: string) => {
    const parts = (await readFile(join(publication.folder, path), 'utf8')).split('\n\n');
    [parts[2], parts[3]] = [parts[3] ?? '', parts[2] ?? ''];
    await writeFile(join(publication.folder, path), parts.join('\n\n'));
  };
  await swap('content/en/a.md');
  expect(await open(publication)).toEqual([]);
  await swap('content/ru/a.md');
  expect(await open(publication)).toEqual([]);
});

test('a translation that is corrected stays up to date; one that is changed with its source has to be accepted', async () => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  await change(publication, 'content/ru/a.md', 'Гавань', 'Бухта');
  expect(await open(publication)).toEqual([]);
  await change(publication, 'content/en/a.md', 'The harbor', 'The bay');
  expect(await open(publication)).toEqual(['ru 9 stale words touched', 'zh 9 stale words']);
  const { stdout } = await publication.run(['accept', 'content/ru/a.md:9']);
  expect(stdout).toBe('ru       a: 1 passage accepted\n');
  expect(await open(publication)).toEqual(['zh 9 stale words']);
  await publication.run(['accept', 'a']);
  expect(await open(publication)).toEqual([]);
});

test('source text that is left in, and documents that are missing or only there', async () => {
  const publication = await throwaway({
    ...files,
    'content/ru/a.md': files['content/ru/a.md'].replace(/Гавань.*/, 'The harbor is open to *ships* of every flag.'),
    'content/en/b.md': '---\ntitle: B\n---\n\nSome words here.\n',
    'content/ru/b.md': '---\ntitle: Б\n---\n\nНесколько слов.\n',
    'content/zh/c.md': '---\ntitle: 丙\n---\n\n文字。\n',
  });
  const { documents } = await told(publication);
  expect(documents.map(({ slug, locale, state }) => `${slug} ${locale} ${state}`)).toEqual([
    ...['a ru new', 'a zh new', 'b ru new', 'b zh missing', 'c zh extra'],
  ]);
  expect(await open(publication, '--locale', 'ru', '--only', 'a')).toContain('ru 9 untranslated');
  const { stdout } = await publication.run(['status']);
  expect(stdout).toContain('zh         0%  missing: content/zh/b.md');
});

test('what changed is told in words, by what was kept, and without that by git, with who did it', async () => {
  const publication = await throwaway(files);
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', publication.folder, '-c', 'user.name=Jane', '-c', 'user.email=j@x', ...words]);
  // A version that nobody could read is no trouble of today's.
  const text = files['content/en/a.md'];
  await publication.write({ 'content/en/a.md': `---\ntitle: [\n---\n${text}` });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'broken');
  await publication.write({ 'content/en/a.md': text });
  await publication.run(['accept']);
  git('add', '.');
  git('commit', '-qm', 'first');
  await change(publication, 'content/en/a.md', 'open to', 'closed to');
  const changes = [
    ...[
      ['=', 'The harbor is '],
      ['-', 'open'],
      ['+', 'closed'],
      ['=', ' to ships of every flag.'],
    ],
  ].map(([sign, text]) => ({ sign, text }));
  const [kept] = (await told(publication, '--locale', 'ru')).documents;
  expect(kept?.passages).toMatchObject([{ state: 'stale', changes }]);
  expect(kept?.passages[0]).not.toHaveProperty('by');
  git('commit', '-qam', 'Close it');
  await rm(join(publication.folder, '.hexapla'), { recursive: true });
  const [known] = (await told(publication, '--locale', 'ru')).documents;
  expect(known?.passages).toMatchObject([{ state: 'stale', changes, by: { author: 'Jane', subject: 'Close it' } }]);
  // Without either it is stale all the same.
  await rm(join(publication.folder, '.git'), { recursive: true });
  const [unknown] = (await told(publication, '--locale', 'ru', '--no-cache')).documents;
  expect(unknown?.passages).toMatchObject([{ state: 'stale', change: 'words' }]);
  expect(unknown?.passages[0]).not.toHaveProperty('changes');
});

test('a print that is edited by hand makes nothing fresh, and the check says which line disagrees', async () => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  await change(publication, 'content/en/a.md', 'open to', 'closed to');
  const path = 'content/zh/translations.lock';
  const lines = (await readFile(join(publication.folder, path), 'utf8')).split('\n');
  lines[3] = lines[3]?.replace(/^ {2}\S+/, '  AAAAAAAAAAAA') ?? '';
  await writeFile(join(publication.folder, path), lines.join('\n'));
  const { code, stdout } = await publication.run(['check']);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'content/zh/translations.lock:4:1  error  this line of the lock was changed by hand: what it says of a was never accepted',
  );
  expect(await open(publication, '--locale', 'zh')).toContain('zh 9 stale words');
  expect((await told(publication, '--locale', 'zh')).findings).toMatchObject([{ rule: 'status/lock', line: 4 }]);
  expect((await publication.run(['status'])).code).toBe(1);
});

test.each([
  ['stale: fail', ['ru', 'zh']],
  ['stale: { zh: fail }', ['zh']],
  ['', []],
])('of stale text the page tells; under “%s” it is an error in %j', async (setting, failing) => {
  const publication = await throwaway({ ...files, 'hexapla.yaml': `outputs: [html]\n${setting}\n` });
  await publication.run(['accept']);
  const before = await publication.run(['build']);
  expect(before.stdout).toContain('No findings');
  const notices: Readonly<Record<string, string>> = { ru: 'оригинал изменился', zh: '原文又有改动' };
  const pages = async () => {
    const shown = (locale: string) => readFile(join(publication.folder, `dist/${locale}/a/index.html`), 'utf8');
    const all = await Promise.all(Object.keys(notices).map(async (locale) => [locale, await shown(locale)] as const));
    return all.flatMap(([locale, page]) => (page.includes(notices[locale] ?? '') ? [locale] : []));
  };
  expect(await pages()).toEqual([]);
  await change(publication, 'content/en/a.md', 'open to', 'closed to');
  const { code, stdout } = await publication.run(['build', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; locale: string; line: number }[] };
  expect(findings.map(({ rule, locale, line }) => `${rule} ${locale} ${line}`)).toEqual(
    failing.map((locale) => `status/stale ${locale} 9`),
  );
  expect(code).toBe(failing.length > 0 ? 1 : 0);
  expect(await pages()).toEqual(['ru', 'zh']);
});

test('what cannot be is told in two lines', async () => {
  const { run, write } = await throwaway(files);
  for (const [words, said] of [
    [['status', '--format', 'xml'], 'there is no status of the form “xml”'],
    [['status', '--locale', 'de'], '--locale is “de”; this publication has no such language'],
    [['status', '--only', 'b'], '--only is “b”; no document has such a path'],
    [['accept', 'nothing'], 'there is no document nothing'],
    [['accept', 'content/zh/a.md:900'], 'content/zh/a.md:900: no passage stands there that its source has too'],
  ] as const) {
    const { code, stderr } = await run(words);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  }
  await write({ 'content/ru/translations.lock': 'x\n' });
  const { code, stderr } = await run(['status']);
  expect(code).toBe(2);
  expect(stderr).toContain('content/ru/translations.lock:1:1: it is no lock');
});

test('forms for a pull request and for the eye', async () => {
  const publication = await throwaway(files);
  await publication.run(['accept']);
  await change(publication, 'content/en/a.md', 'US$50 million', 'US$60 million');
  const github = await publication.run(['status', '--format', 'github', '--locale', 'ru']);
  expect(github.stdout).toBe(
    '::warning file=content/ru/a.md,line=7,col=1,title=Translation::stale: only figures changed in the source (-50 +60)\n| language | up to date | words | open |\n|---|---:|---:|---|\n| ru | 61% | 13 of 21 | 1 stale |\n',
  );
  const { stdout } = await publication.run(['status', '--format', 'html']);
  expect(stdout).toContain('Trade came to US$<del>50</del><ins>60</ins> million in 2021.');
});

test('the sample publication is up to date, and one sentence in English makes its block stale in both translations', async () => {
  const publication = await throwaway({});
  const root = fileURLToPath(new URL('../../', import.meta.url));
  for (const part of ['content', 'hexapla.yaml'])
    cpSync(join(root, part), join(publication.folder, part), { recursive: true });
  expect(await open(publication)).toEqual([]);
  await change(publication, 'content/en/central-asia.md', 'Trust began at the border.', 'Trust began at the frontier.');
  expect(await open(publication)).toEqual(['zh 17 stale words', 'ru 17 stale words']);
});
