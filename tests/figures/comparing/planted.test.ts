/**
 * Errors planted, one at a time, in this repository's article: each is found where it stands, under its own name,
 * and nothing else is.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checked } from '../../checks/checked.ts';
import { type Planted, planted } from './planted.ts';

const path = (locale: string) => `content/${locale}/central-asia.md`;
const texts: Readonly<Record<string, string>> = Object.fromEntries(
  ['en', 'zh', 'ru'].map((locale) => [path(locale), readFileSync(path(locale), 'utf8')]),
);

test('at least sixty errors are planted, of every kind', () => {
  expect(planted.length).toBeGreaterThanOrEqual(60);
  const rules = new Set(planted.map(({ rule }) => rule.split('/')[1]));
  const kinds = ['value', 'unit', 'bound', 'direction', 'date', 'missing', 'extra', 'swap'];
  expect([...rules].sort()).toEqual(kinds.sort());
});

test('the article itself raises nothing', async () => {
  expect((await checked(texts)).filter(isOfFigures)).toEqual([]);
});

describe.each(['zh', 'ru'])('%s', (locale) => {
  const own = planted.filter((error) => error.locale === locale);
  test.each(own.map((error) => [`${error.kind}: ${error.becomes.trim()}`, error] as const))('%s', async (_, error) => {
    const { text, line, column } = plant(error);
    const found = (await checked({ ...texts, [path(locale)]: text })).filter(isOfFigures);
    const places = found.map(({ rule, severity, span }) => ({
      rule,
      severity,
      line: span.start.line,
      column: span.start.column,
    }));
    expect(places, found.map(({ message }) => message).join('\n')).toEqual([
      { rule: error.rule, severity: 'error', line, column },
    ]);
    expect(found[0]?.related?.[0]?.span.path).toBe(path('en'));
  });
});

function isOfFigures({ rule }: { rule: string }): boolean {
  return rule.startsWith('figures/');
}

/** The text with the error, and where its finding must start. */
function plant({ locale, was, becomes, at }: Planted): { text: string; line: number; column: number } {
  const original = texts[path(locale)] ?? '';
  // The Russian text has no-break spaces; the table above is easier to read without.
  const plain = original.replaceAll('\u00a0', ' ');
  const start = plain.indexOf(was);
  if (start < 0 || plain.indexOf(was, start + 1) >= 0) throw new Error(`“${was}” does not stand once in the text`);
  const text = original.slice(0, start) + becomes + original.slice(start + was.length);
  const marked = at === undefined ? blockStart(text, start) : start + becomes.indexOf(at);
  const before = text.slice(0, marked).split('\n');
  return { text, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function blockStart(text: string, offset: number): number {
  return text.lastIndexOf('\n\n', offset) + 2;
}
