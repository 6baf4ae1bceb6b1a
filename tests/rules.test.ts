/** The names of rules, held to the code that finds them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { families } from '../src/promises.ts';
import { ruleNames, rules } from '../src/rules.ts';
import { familyOf } from '../src/text/family.ts';

const root = join(import.meta.dirname, '..');
const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => path !== 'src/rules.ts')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** The rule of `file:line:column rule`. */
const ruleOf = (finding: string) => finding.split(' ').at(-1) ?? '';

test('every rule of an example is named, and every check has a rule', () => {
  const found = checks.flatMap(({ examples }) => examples.flatMap(({ findings }) => findings));
  const unnamed = found.map(ruleOf).filter((rule) => rules[rule] === undefined);
  expect(unnamed).toEqual([]);
  expect(checks.filter(({ id }) => !Object.keys(rules).some((rule) => familyOf(rule, checks)?.id === id))).toEqual([]);
});

test('every rule that a check finds is shown by an example', () => {
  const shown = new Set(checks.flatMap(({ examples }) => examples.flatMap(({ findings }) => findings)).map(ruleOf));
  const open = Object.entries(rules).filter(([rule, { only }]) => only === undefined && familyOf(rule, checks));
  expect(open.length).toBeGreaterThan(30);
  expect(open.filter(([rule]) => !shown.has(rule))).toEqual([]);
});

test('every rule that the code writes out is named', () => {
  const whole = sources.flatMap(({ text }) => [...text.matchAll(/\brule: '(\w+\/\w+)'/g)].map(([, rule = '']) => rule));
  expect(whole.length).toBeGreaterThan(5);
  expect(whole.filter((rule) => rules[rule] === undefined)).toEqual([]);
  const part = (path: string) => {
    const own = checks.find(({ id }) => path === `src/checks/${id}.ts`)?.id;
    return own ?? (path.startsWith('src/proving/') ? 'prove' : undefined);
  };
  const parts = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\brule: '(\w+)'/g)].map(([, rule]) => `${part(path)}/${rule}`),
  );
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.filter((rule) => rules[rule] === undefined)).toEqual([]);
});

test('every rule is of a family that the reports know, and its last part stands in the code', () => {
  const unknown = Object.keys(rules).filter((rule) => {
    const family = familyOf(rule, families);
    const last = rule.split('/').at(-1) ?? '';
    return !family || (rule !== family.id && !sources.some(({ text }) => new RegExp(`['/]${last}'`).test(text)));
  });
  expect(unknown).toEqual([]);
});

test('the settings may name rules and families', () => {
  expect(ruleNames).toEqual(expect.arrayContaining(['figures', 'figures/value', 'figures/key', 'leftover', 'prove']));
  expect(new Set(ruleNames).size).toBe(ruleNames.length);
});
