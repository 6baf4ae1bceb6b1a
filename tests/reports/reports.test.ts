import { expect, test } from 'vitest';
import type { Finding, Report } from '../../src/model.ts';
import { json } from '../../src/reports/json.ts';
import { pretty } from '../../src/reports/pretty.ts';
import { phrase, told } from '../../src/text/phrase.ts';
import type { View } from '../../src/world.ts';

const zh = '---\ntitle: 文\n---\n2021年，双方贸易额超过90多亿美元。\n';
const view: View = {
  color: false,
  text: (path) => (path === 'content/zh/article.md' ? zh : undefined),
  failOn: 'error',
  families: [],
  version: '1.0.0',
  base: '',
};

const finding: Finding = {
  rule: 'figures/value',
  severity: 'error',
  locale: 'zh',
  span: { path: 'content/zh/article.md', start: { line: 4, column: 14 }, end: { line: 4, column: 20 } },
  ...told(
    phrase`90多亿美元 is over 9,000,000,000 USD; the source says over 90,000,000,000 USD (more than US$90 billion)`,
    phrase`write 900多亿美元`,
  ),
  related: [
    {
      span: { path: 'content/en/article.md', start: { line: 4, column: 40 }, end: { line: 4, column: 63 } },
      message: 'more than US$90 billion',
    },
  ],
};
const report: Report = {
  findings: [finding],
  summary: { error: 1, warning: 0, note: 0, figures: 87, documents: 1, locales: ['en', 'zh', 'ru'] },
};

test('json is the contract to the letter, keys in its order', () => {
  const expected = {
    version: 1,
    findings: [
      {
        rule: 'figures/value',
        severity: 'error',
        locale: 'zh',
        file: 'content/zh/article.md',
        line: 4,
        column: 14,
        endLine: 4,
        endColumn: 20,
        message: finding.message,
        hint: 'write 900多亿美元',
        related: [
          {
            file: 'content/en/article.md',
            line: 4,
            column: 40,
            endLine: 4,
            endColumn: 63,
            message: 'more than US$90 billion',
          },
        ],
      },
    ],
    summary: { error: 1, warning: 0, note: 0, figures: 87, documents: 1, locales: ['en', 'zh', 'ru'] },
  };
  expect(json.print(report, view)).toBe(`${JSON.stringify(expected, null, 2)}\n`);
});

test('json leaves out a hint and related places that are not there', () => {
  const { hint: _, related: __, ...bare } = finding;
  const printed: unknown = JSON.parse(json.print({ ...report, findings: [bare] }, view));
  expect(printed).toMatchObject({ findings: [expect.not.objectContaining({ hint: expect.anything() })] });
  expect(printed).toMatchObject({ findings: [expect.not.objectContaining({ related: expect.anything() })] });
});

test('pretty quotes the line and underlines the finding, two cells for an ideograph', () => {
  expect(pretty.print(report, view)).toBe(
    [
      `content/zh/article.md:4:14  error  ${finding.message}  (figures/value)`,
      '    2021年，双方贸易额超过90多亿美元。',
      '                          ^^^^^^^^^^',
      '    hint: write 900多亿美元',
      '    see content/en/article.md:4:40  more than US$90 billion',
      '',
      '1 error: 87 figures in 1 document, 3 languages (en, zh, ru)',
      '',
    ].join('\n'),
  );
});

test('pretty cuts a long line around the finding', () => {
  const line = `${'слово '.repeat(80)}460 млрд долларов${' слово'.repeat(80)}`;
  const span = { path: 'a.md', start: { line: 1, column: 481 }, end: { line: 1, column: 498 } };
  const printed = pretty.print({ ...report, findings: [{ ...finding, span }] }, { ...view, text: () => line });
  const [, quoted = '', marks = ''] = printed.split('\n');
  expect(quoted).toMatch(/^ {4}….*слово 460 млрд долларов слово.*…$/);
  expect(quoted.length).toBeLessThanOrEqual(90);
  expect(quoted.slice(marks.indexOf('^'), marks.length)).toBe('460 млрд долларов');
});

test('pretty quotes nothing for a finding without length or without its file', () => {
  const at = { line: 1, column: 1 };
  const span = { path: 'content/ru/b.md', start: at, end: at };
  const { hint: _, related: __, ...bare } = finding;
  expect(
    pretty
      .print({ ...report, findings: [{ ...bare, span }] }, view)
      .split('\n')
      .slice(1),
  ).toEqual(['', expect.stringContaining('1 error'), '']);
});

test('pretty shows nothing that a terminal would obey', () => {
  const printed = pretty.print({ ...report, findings: [{ ...finding, message: 'a\u001b[2Jb\nc' }] }, view);
  expect(printed).toContain('a\ufffd[2Jb c');
});

test('pretty is coloured only if asked to', () => {
  expect(pretty.print(report, { ...view, color: true })).toContain('\u001b[31merror\u001b[0m');
  expect(pretty.print(report, view)).not.toContain('\u001b');
});

test('pretty says so when there is nothing to say', () => {
  const summary = { error: 0, warning: 0, note: 0, figures: 1, documents: 2, locales: ['en'] };
  expect(pretty.print({ findings: [], summary }, view)).toBe('No findings: 1 figure in 2 documents, 1 language (en)\n');
});
