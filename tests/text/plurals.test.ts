import { expect, test } from 'vitest';
import { entriesOf } from '../../src/text/entries.ts';
import { categories, messages, pluralKeys, saysOneNumber } from '../../src/text/plurals.ts';

test('a form belongs to a plural only if there is an `other`', () => {
  const text = JSON.stringify({ step_one: 'First', p_one: '1', p_other: 'n', q_ordinal_other: 'th', r_few: 'x' });
  const entries = entriesOf({ path: 's.json', text });
  const found = messages(entries, new Set(pluralKeys(entries)));
  expect([...found].map(([key, { forms, ordinal }]) => [key, [...forms.keys()], ordinal])).toEqual([
    ['step_one', [''], false],
    ['p', ['one', 'other'], false],
    ['q_ordinal', ['other'], true],
    ['r_few', [''], false],
  ]);
});

test.each([
  ['en', false, ['one', 'other']],
  ['en', true, ['one', 'two', 'few', 'other']],
  ['ru', false, ['one', 'few', 'many', 'other']],
  ['zh', false, ['other']],
  ['ar', false, ['zero', 'one', 'two', 'few', 'many', 'other']],
] as const)('%s (ordinal: %s) needs %j', (locale, ordinal, expected) => {
  expect(categories(locale, ordinal)).toEqual(expected);
});

test('English one is one number; Russian one is also 21', () => {
  expect([saysOneNumber('en', false, 'one'), saysOneNumber('ru', false, 'one')]).toEqual([true, false]);
  expect([saysOneNumber('en', false, 'other'), saysOneNumber('ar', false, 'two')]).toEqual([false, true]);
});
