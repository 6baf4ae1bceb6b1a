/** Findings that were there before: known again wherever they have moved to, as often as they were there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownIn, passedOver, readBaseline, writtenBaseline } from '../../src/judging/baseline.ts';
import type { Finding, Report } from '../../src/model.ts';
import { phrase, told } from '../../src/text/phrase.ts';
import { UserError } from '../../src/trouble.ts';

const path = 'content/ru/a.md';

/** A finding for each word that has a digit. */
function reported(text: string, more: Partial<Finding> = {}): Report {
  const findings = text.split(/\r?\n/).flatMap((line, n) =>
    [...line.matchAll(/\S*\d\S*/g)].map(({ 0: word, index }): Finding => {
      const start = { line: n + 1, column: index + 1 };
      const span = { path, start, end: { ...start, column: start.column + word.length } };
      return {
        rule: 'figures/value',
        severity: 'error',
        locale: 'ru',
        span,
        ...told(phrase`${word} is wrong`),
        ...more,
      };
    }),
  );
  const counts = { error: findings.length, warning: 0, note: 0 };
  return { findings, summary: { ...counts, figures: 9, documents: 1, locales: ['en', 'ru'] } };
}

const known = (text: string) => knownIn(reported(text), () => text);

/** What is left of the findings of a text, and what is gone, by the words that they stand at. */
function left(text: string, before: string, more: Partial<Finding> = {}) {
  const { report, gone } = passedOver(reported(text, more), known(before), () => text);
  const { error, known: passed } = report.summary;
  expect([error, passed]).toEqual([report.findings.length, reported(text).findings.length - report.findings.length]);
  return [report.findings.map(({ span: { start } }) => `${start.line}:${start.column}`), gone.map((one) => one.text)];
}

test('what was there before is passed over, also where it has moved to', () => {
  expect(left('a 1\nb 2\n', 'a 1\nb 2\n')).toEqual([[], []]);
  expect(left('new\r\n\r\nb 2 and a 1\r\n', 'a 1\nb 2\n')).toEqual([[], []]);
});

test('a passage of several lines is the same with other line ends', () => {
  const span = { path, start: { line: 1, column: 1 }, end: { line: 2, column: 4 } };
  const of = (text: string) => reported(text, { span, message: 'a passage is missing' });
  const [before, now] = ['one\ntwo 2\n', 'one\r\ntwo 2\r\n'];
  const all = knownIn(of(before), () => before);
  expect(all.map(({ text }) => text)).toEqual(['one two']);
  expect(passedOver(of(now), all, () => now).report.findings).toEqual([]);
});

test('what is new is left: other words, more of the same, another rule, language, message or file', () => {
  expect(left('a 1\nb 3\n', 'a 1\nb 2\n')).toEqual([['2:3'], ['2']]);
  expect(left('1 1 1', '1 1')).toEqual([['1:5'], []]);
  const others: readonly Partial<Finding>[] = [
    { rule: 'figures/unit' },
    { locale: 'zh' },
    { message: 'another' },
    { span: { path: 'content/ru/b.md', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } },
  ];
  for (const other of others) expect(left('1', '1', other)[1], JSON.stringify(other)).toEqual(['1']);
  expect(left('1', '1', { severity: 'note', hint: 'other words' })[1]).toEqual([]);
});

test('what is gone, or is there less often, is told once', () => {
  expect(left('', '1 2')).toEqual([[], ['1', '2']]);
  expect(left('1', '1 1 1')).toEqual([[], ['1']]);
});

test('what two branches have both added counts once', () => {
  const [one] = known('1');
  if (!one) throw new Error('nothing is known');
  expect(passedOver(reported('1 1'), [one, one], () => '1 1').report.findings).toHaveLength(1);
});

test('the same findings give the same bytes, and are read back', () => {
  const all = known(`b 2 2\na 1\nc ${'long 3'.padEnd(90, '…')}`);
  const text = writtenBaseline(all);
  expect(text).toBe(writtenBaseline([...all].reverse()));
  expect(readBaseline({ path: 'old.json', text })).toEqual(all);
  expect(text.split('\n').slice(0, 4)).toEqual([
    '{',
    '  "version": 1,',
    '  "findings": [',
    `    {"file":"content/ru/a.md","rule":"figures/value","locale":"ru","text":"1","fingerprint":"${all[0]?.fingerprint}"},`,
  ]);
  expect(text.split('\n')[4]).toMatch(/"text":"2","fingerprint":"[\da-f]{32}","count":2\}/);
  expect(readBaseline({ path: 'old.json', text: writtenBaseline([]) })).toEqual([]);
});

test('git merges what was added in one branch and taken out in another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-merge-'));
  try {
    const words = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'h1', 'i1'];
    const [first, last] = [words.filter((one) => one !== 'b1'), [...words, 'g2']];
    const files = [first, words, last].map((all, n) => {
      writeFileSync(join(folder, String(n)), writtenBaseline(known(all.join(' '))));
      return String(n);
    });
    const { stdout, status } = spawnSync('git', ['merge-file', '-p', ...files], { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toBe(writtenBaseline(known(first.concat('g2').join(' '))));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const entry = (more: object = {}) =>
  JSON.stringify({ file: 'a', rule: 'b', locale: 'c', text: 'd', fingerprint: '0'.repeat(32), ...more });

test.each([
  ['{\n  "version": 1,\n<<<<<<< ours\n', '3:1: <<<<<<< cannot stand here; expected a name in double quotes'],
  ['[]', '1:1: this is no baseline; expected { "version": 1, "findings": [ … ] }'],
  ['"x"', '1:1: this is no baseline; expected { "version": 1, "findings": [ … ] }'],
  ['{ "version": 2, "findings": [] }', '1:14: “version” is missing or wrong; expected the number 1'],
  ['{\n "version": 1 }', '1:1: “findings” is missing or wrong; expected a list of findings'],
  [
    `{ "version": 1, "findings": [\n ${entry()},\n ${entry({ rule: undefined })}] }`,
    '3:2: “rule” of finding 2 is missing or wrong; expected a text',
  ],
  [
    `{ "version": 1, "findings": [\n ${entry({ fingerprint: 'x' })}] }`,
    '2:63: “fingerprint” of finding 1 is missing or wrong; expected 32 hexadecimal digits',
  ],
  [
    `{ "version": 1, "findings": [\n ${entry({ count: 0 })}] }`,
    '2:106: “count” of finding 1 is missing or wrong; expected a whole number, 1 or more',
  ],
  [
    '{ "version": 1, "findings": [ 7 ] }',
    '1:31: finding 1 is none; expected what --write-baseline writes, such as "file", "rule" and "fingerprint"',
  ],
])('what is wrong in the file is named with its place: %s', (text, message) => {
  let trouble: unknown;
  try {
    readBaseline({ path: 'old.json', text });
  } catch (error) {
    trouble = error;
  }
  expect(trouble).toBeInstanceOf(UserError);
  expect(trouble).toMatchObject({ message: `old.json:${message}`, code: 2 });
});
