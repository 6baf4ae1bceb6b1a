/** Every example of every check, through the stages that `hexapla check` runs: exactly the findings that it names. */
import { describe, expect, test } from 'vitest';
import { checks } from '../src/checks/index.ts';
import { briefly, checked } from './checks/checked.ts';

describe.each(checks.map((check) => [check.id, check] as const))('%s', (id, { promise, examples }) => {
  test('has a promise of one sentence, an example that fails and one that is clean', () => {
    expect(promise).toMatch(/^[A-Z«“].*[^.]\.$/s);
    expect(examples.some(({ findings }) => findings.length > 0)).toBe(true);
    expect(examples.some(({ findings }) => findings.length === 0)).toBe(true);
  });

  test.each(examples.map((example) => [example.title, example] as const))('%s', async (_, { files, findings }) => {
    const found = await checked(files);
    expect(found.map(briefly)).toEqual(findings);
  });

  test('every finding of the examples has what a reader needs', async () => {
    for (const { files } of examples) {
      for (const { rule, message, hint, span } of await checked(files)) {
        if (rule !== id && rule.split('/')[0] !== id) continue;
        expect(message, rule).not.toMatch(/undefined|null|NaN|\[object/);
        expect(hint ?? '', rule).not.toMatch(/^$|undefined|null|NaN|\[object/);
        expect([span.start.line, span.start.column, span.end.line], rule).not.toContain(0);
      }
    }
  });
});
