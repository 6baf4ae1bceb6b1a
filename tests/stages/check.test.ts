import { expect, test } from 'vitest';
import type { Catalogue } from '../../src/catalogue.ts';
import type { Standard } from '../../src/judging/silence.ts';
import type { Block, Document, Draft, Levels, Span, Suppression } from '../../src/model.ts';
import { catalogueOf, entryOf } from '../../src/stages/catalogue.ts';
import { check, report, type Scope } from '../../src/stages/check.ts';
import { phrase, told } from '../../src/text/phrase.ts';
import type { Check } from '../../src/world.ts';

const path = 'content/ru/a.md';
const all: Scope = { locales: () => true, slugs: () => true };
const STANDARD: Standard = { rules: {}, today: '2026-12-01' };
const at = (line: number, column = 1, endColumn = column + 9): Span => ({
  path,
  start: { line, column },
  end: { line, column: endColumn },
});
const block = (line: number, within: readonly string[] = [], column = 1): Block => ({
  kind: 'paragraph',
  text: '',
  span: at(line, column),
  segments: [],
  within,
  figures: [],
});
const suppression = (line: number, blockIndex: number, rule = 'a/b', column = 1): Suppression => ({
  rule,
  reason: 'on purpose',
  span: at(line, column),
  block: blockIndex,
});
const draft = (line: number, column = 1, rule = 'b'): Draft => ({
  rule,
  severity: 'error',
  locale: 'ru',
  ...told(phrase`at ${`${line}:${column}`}`),
  span: at(line, column),
});

function publication(blocks: readonly Block[], suppressions: readonly Suppression[] = []): Catalogue {
  const document: Document = {
    source: { path, text: '' },
    slug: 'a',
    locale: 'ru',
    meta: { title: 'A', extra: {} },
    blocks,
    links: [],
    suppressions,
    body: () => '',
    outline: [],
  };
  const strings = { source: { path: 'content/ru/strings.json', text: '' }, entries: {} };
  const rest = { source: 'ru', editions: [{ locale: 'ru', strings }], assets: [] };
  return catalogueOf(rest, [entryOf(document, undefined)], { text: () => undefined, body: () => '' });
}

function rules(of: Catalogue, drafts: readonly Draft[], scope = all, standard: Standard = STANDARD): string[] {
  const one: Check = { id: 'a', promise: '', examples: [], find: () => drafts };
  return report(of, check(of, [one]), scope, standard).findings.map(
    ({ span, rule }) => `${span.start.line}:${span.start.column} ${rule}`,
  );
}

test('a check’s id stands before its rules, alone where it has but one', () => {
  const { rule: _, ...bare } = draft(1);
  expect(rules(publication([]), [bare, draft(2)])).toEqual(['1:1 a', '2:1 a/b']);
});

test('findings are sorted by place, then by rule', () => {
  const drafts = [draft(2, 5), draft(10), draft(2, 1, 'z'), draft(2, 1, 'c')];
  expect(rules(publication([]), drafts)).toEqual(['2:1 a/c', '2:1 a/z', '2:5 a/b', '10:1 a/b']);
});

test('a suppression silences its rule in its block, and nothing else', () => {
  const blocks = [block(1), block(3), block(5)];
  const drafts = [draft(1), draft(3), draft(3, 4, 'c'), draft(5)];
  expect(rules(publication(blocks, [suppression(2, 1)]), drafts)).toEqual(['1:1 a/b', '3:4 a/c', '5:1 a/b']);
});

test('before a table it speaks of all of it, within one only of its cell', () => {
  const blocks = [block(1), block(3, ['table1']), block(3, ['table1'], 20), block(4, ['table1']), block(6)];
  const drafts = [draft(1), draft(3), draft(3, 20), draft(4), draft(6)];
  expect(rules(publication(blocks, [suppression(2, 1)]), drafts)).toEqual(['1:1 a/b', '6:1 a/b']);
  expect(rules(publication(blocks, [suppression(3, 2, 'a/b', 22)]), drafts)).toEqual([
    '1:1 a/b',
    '3:1 a/b',
    '4:1 a/b',
    '6:1 a/b',
  ]);
});

test('one that silences nothing is a finding: of another rule, of no block, the second of two', () => {
  const blocks = [block(1), block(3)];
  const idle = [suppression(2, 1, 'a/c'), suppression(9, -1)];
  expect(rules(publication(blocks, idle), [draft(3)])).toEqual([
    '2:1 suppress/unused',
    '3:1 a/b',
    '9:1 suppress/unused',
  ]);
  const twice = [suppression(2, 1), suppression(2, 1, 'a/b', 40)];
  expect(rules(publication(blocks, twice), [draft(3)])).toEqual(['2:40 suppress/unused']);
});

test('the settings make a rule, or a family of rules, as grave as they say; the more exact name wins', () => {
  const of = publication([block(1)]);
  const drafts = [draft(1), draft(1, 4, 'c'), { ...draft(1, 7), rule: undefined } as unknown as Draft];
  const graded = (rules: Levels) => {
    const one: Check = { id: 'a', promise: '', examples: [], find: () => drafts };
    const { findings, summary } = report(of, check(of, [one]), all, { ...STANDARD, rules });
    expect(summary.error + summary.warning + summary.note).toBe(findings.length);
    return findings.map(({ rule, severity }) => `${rule} ${severity}`);
  };
  expect(graded({})).toEqual(['a/b error', 'a/c error', 'a error']);
  expect(graded({ a: 'note' })).toEqual(['a/b note', 'a/c note', 'a note']);
  expect(graded({ 'a/b': 'warning', a: 'off' })).toEqual(['a/b warning']);
  expect(graded({ 'a/b': 'off', a: 'warning' })).toEqual(['a/c warning', 'a warning']);
  expect(graded({ b: 'off' })).toEqual(['a/b error', 'a/c error', 'a error']);
});

test('a suppression of a rule that is off is not called unused', () => {
  const blocks = [block(1), block(3)];
  const of = publication(blocks, [suppression(2, 1), suppression(2, 1, 'a/c', 40)]);
  expect(rules(of, [draft(3)], all, { ...STANDARD, rules: { a: 'off' } })).toEqual([]);
  expect(rules(of, [], all, { ...STANDARD, rules: { 'a/b': 'off' } })).toEqual(['2:40 suppress/unused']);
  expect(rules(of, [], all, { ...STANDARD, rules: { suppress: 'off' } })).toEqual([]);
});

test('a suppression silences until its day is over; then it is a finding, but where its rule is off', () => {
  const until = { ...suppression(2, 1), until: '2027-03-31' };
  const of = publication([block(1), block(3)], [until]);
  const on = (today: string, more: Levels = {}) => rules(of, [draft(3)], all, { rules: more, today });
  expect(on('2027-03-30')).toEqual([]);
  expect(on('2027-03-31')).toEqual([]);
  expect(on('2027-04-01')).toEqual(['2:1 suppress/expired', '3:1 a/b']);
  expect(on('2027-04-01', { a: 'off' })).toEqual([]);
  expect(rules(of, [], all, { rules: {}, today: '2027-04-01' })).toEqual(['2:1 suppress/expired']);
  const both = publication([block(1), block(3)], [until, suppression(2, 1, 'a/b', 40)]);
  expect(rules(both, [draft(3)], all, { rules: {}, today: '2027-04-01' })).toEqual(['2:1 suppress/expired']);
});

test('only what is in the scope is reported and counted', () => {
  const of = publication([{ ...block(1), figures: [] }]);
  const none: Scope = { locales: () => false, slugs: () => true };
  expect(rules(of, [draft(1)], none)).toEqual([]);
  const { summary } = report(of, check(of, []), none, STANDARD);
  expect(summary).toEqual({ error: 0, warning: 0, note: 0, figures: 0, documents: 0, locales: [] });
  expect(rules(of, [draft(1)], { locales: () => true, slugs: (slug) => slug === 'b' })).toEqual([]);
});
