/** What a run gives: the report, the output, the exit code, and clean streams. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { bin, type Files, throwaway, twins } from '../publication.ts';

const html: Files = { ...twins, 'hexapla.yaml': 'outputs: [html]\n' };
const wrong: Files = {
  ...html,
  'content/ru/article.md': '---\ntitle: Торговля\n---\nВ 1992 году товарооборот достиг 460 млрд долларов США.\n',
};

test('check --format json, to the letter', async () => {
  const { run } = await throwaway(wrong);
  const { code, stdout } = await run(['check', '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    findings: [
      {
        rule: 'figures/value',
        severity: 'error',
        locale: 'ru',
        file: 'content/ru/article.md',
        line: 4,
        column: 33,
        endLine: 4,
        endColumn: 54,
        message:
          '460 млрд долларов США is 460,000,000,000 USD, a thousand times too large; the source says 460,000,000 USD (US$460 million)',
        hint: expect.any(String),
        related: [
          {
            file: 'content/en/article.md',
            line: 4,
            column: 15,
            endLine: 4,
            endColumn: 29,
            message: expect.stringContaining('US$460 million'),
          },
        ],
      },
    ],
    summary: { error: 1, warning: 0, note: 0, figures: 4, documents: 1, locales: ['en', 'ru'] },
  });
});

test('a clean publication: exit code 0, and nothing but a line', async () => {
  const { run, files } = await throwaway(html);
  const { code, stdout } = await run(['check']);
  expect([code, stdout]).toEqual([0, 'No findings: 4 figures in 1 document, 2 languages (en, ru)\n']);
  expect(Object.keys(await files()).filter((path) => !path.startsWith('content/'))).toEqual(['hexapla.yaml']);
});

test('pretty quotes the line; no colours where there is no terminal', async () => {
  const { run } = await throwaway(wrong);
  const { code, stdout } = await run(['check'], { env: { FORCE_COLOR: '1' } });
  expect(code).toBe(1);
  const [head, line, marks] = stdout.split('\n');
  expect(head).toMatch(/^content\/ru\/article\.md:4:33 {2}error {2}.*\(figures\/value\)$/);
  expect(line).toBe('    В 1992 году товарооборот достиг 460 млрд долларов США.');
  expect(line?.slice(marks?.indexOf('^'), marks?.length)).toBe('460 млрд долларов США');
  expect(stdout).not.toContain('\u001b');
});

test('--output writes the report to a file, --quiet says only what is wrong', async () => {
  const { run, files } = await throwaway(wrong);
  expect(await run(['check', '--quiet', '--format', 'json', '--output', 'out/report.json'])).toEqual({
    code: 1,
    stdout: '',
    stderr: '',
  });
  expect(JSON.parse((await files('out'))['out/report.json'] ?? '')).toMatchObject({ summary: { error: 1 } });
  const clean = await throwaway(html);
  expect(await clean.run(['check', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(await clean.run(['build', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('what the settings make of a rule: its findings count as that, or not at all', async () => {
  const { run, write } = await throwaway({
    ...wrong,
    'hexapla.yaml': 'outputs: [html]\nrules: { figures/value: note }\n',
  });
  const { code, stdout } = await run(['check', '--format', 'json']);
  expect([code, JSON.parse(stdout).findings[0].severity, JSON.parse(stdout).summary.note]).toEqual([0, 'note', 1]);
  await write({ 'hexapla.yaml': 'outputs: [html]\nrules: { figures: off }\n' });
  for (const command of ['check', 'build']) {
    const off = await run([command, '--fail-on', 'note', '--format', 'json']);
    expect([off.code, JSON.parse(off.stdout).findings], command).toEqual([0, []]);
  }
});

test('the fail level: of the settings, or of the command line', async () => {
  const { run, write } = await throwaway({
    ...html,
    'content/ru/extra.md': '---\ntitle: Лишний\n---\nТекст.\n',
  });
  const codes = async (...words: string[]) => (await run(['check', ...words])).code;
  expect(await codes()).toBe(0);
  expect(await codes('--fail-on', 'warning')).toBe(1);
  await write({ 'hexapla.yaml': 'outputs: [html]\nfail-on: warning\n' });
  expect(await codes()).toBe(1);
  expect(await codes('--fail-on', 'error')).toBe(0);
});

test('--locale and --only say what is reported; all is compared', async () => {
  const { run } = await throwaway({
    ...wrong,
    'content/en/news/b.md': '---\ntitle: B\n---\nTwo of 7.\n',
    'content/zh/article.md': '---\ntitle: 贸易\n---\n1992年贸易额达4.6亿美元。\n',
  });
  const summary = async (...words: string[]) => {
    const { findings, summary } = JSON.parse((await run(['check', '--format', 'json', ...words])).stdout);
    return [
      findings.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`),
      summary.documents,
      summary.locales,
    ];
  };
  expect(await summary('--locale', 'zh')).toEqual([['content/zh/news/b.md documents/missing'], 1, ['zh']]);
  expect(await summary('--only', 'article')).toEqual([['content/ru/article.md figures/value'], 1, ['en', 'ru', 'zh']]);
  expect(await summary('--only', 'news/*', '--locale', 'ru', '--locale', 'en')).toEqual([
    ['content/ru/news/b.md documents/missing'],
    1,
    ['en', 'ru'],
  ]);
});

test('a finding is suppressed in place, with a reason; a suppression of nothing is a finding', async () => {
  const comment = '<!-- hexapla-ignore figures/value: rounded in this edition on purpose -->\n\n';
  const { run, write } = await throwaway(wrong);
  const text = wrong['content/ru/article.md']?.toString().replace('---\nВ', `---\n${comment}В`) ?? '';
  await write({ 'content/ru/article.md': text });
  expect((await run(['check'])).stdout).toMatch(/^No findings/);
  await write({ 'content/ru/article.md': text.replace('млрд', 'млн') });
  const { findings } = JSON.parse((await run(['check', '--format', 'json'])).stdout);
  expect(findings).toMatchObject([
    { rule: 'suppress/unused', severity: 'warning', file: 'content/ru/article.md', line: 4 },
  ]);
});

test('a suppression with a last day is over on the next one', async () => {
  const comment = '<!-- hexapla-ignore figures/value until 2022-01-25: the printer has the old sheet -->\n\n';
  const text = wrong['content/ru/article.md']?.toString().replace('---\nВ', `---\n${comment}В`) ?? '';
  const { run } = await throwaway({ ...wrong, 'content/ru/article.md': text });
  const on = (epoch: number) => run(['check', '--format', 'json'], { env: { SOURCE_DATE_EPOCH: String(epoch) } });
  const last = await on(1_643_155_199);
  expect([last.code, JSON.parse(last.stdout).findings]).toEqual([0, []]);
  const next = await on(1_643_155_200);
  expect([next.code, JSON.parse(next.stdout).findings]).toMatchObject([
    1,
    [
      {
        rule: 'suppress/expired',
        severity: 'warning',
        line: 4,
        column: 1,
        message:
          'this suppresses figures/value no more: it did until 25 January 2022 (“the printer has the old sheet”)',
        hint: 'correct what is found there and remove the comment, or give it a later day',
      },
      { rule: 'figures/value', line: 6 },
    ],
  ]);
});

test('build writes HTML into dist/, says so, and leaves nothing else', async () => {
  const { run, files } = await throwaway(html);
  const { code, stdout, stderr } = await run(['build']);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^No findings/)]);
  expect(stderr).toMatch(/^Written to dist\/: \d+ files, \d+ kB, in \d+\.\d s$/m);
  const written = Object.keys(await files('dist'));
  for (const locale of ['en', 'ru']) {
    expect(written).toContain(`dist/${locale}/index.html`);
    expect(written).toContain(`dist/${locale}/article/index.html`);
  }
  expect(written.filter((path) => path.includes('.staging'))).toEqual([]);
});

test('the same input gives the same bytes, and a part gives the bytes of the whole', async () => {
  const { run, files } = await throwaway(html);
  await run(['build']);
  const first = await files('dist');
  await run(['build']);
  expect(await files('dist')).toEqual(first);
  await run(['build', '--locale', 'ru', '--only', 'article']);
  expect(await files('dist')).toEqual(first);
});

test('a document that is gone is gone from dist/ too', async () => {
  const { run, files, write, folder } = await throwaway({ ...html, 'content/en/b.md': '---\ntitle: B\n---\nText.\n' });
  await run(['build']);
  await write({ 'dist/en/own.txt': 'mine' });
  const { rm } = await import('node:fs/promises');
  await rm(`${folder}/content/en/b.md`);
  await run(['build']);
  const written = Object.keys(await files('dist'));
  expect(written).toContain('dist/en/own.txt');
  expect(written.filter((path) => path.startsWith('dist/en/b'))).toEqual([]);
});

test('a reader who has seen enough is no trouble', async () => {
  const { folder } = await throwaway({
    ...html,
    'content/ru/article.md': `---\ntitle: Т\n---\n${'Итого 5 раз и 6 раз.\n\n'.repeat(3000)}`,
  });
  const child = spawn(process.execPath, [bin, 'check'], { cwd: folder });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, stderr]).toEqual([1, expect.not.stringContaining('EPIPE')]);
});
