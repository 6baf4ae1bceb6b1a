/** The desk's own words, its values and its ways to editors. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model.ts';
import { editorOf } from '../../src/preview/editor.ts';
import { shownValue } from '../../src/preview/values.ts';
import { tongues, wordsIn } from '../../src/preview/words.ts';
import { entriesOf } from '../../src/text/entries.ts';

const root = join(import.meta.dirname, '../../src/preview');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('words', () => {
  const keys = (tongue: string) => {
    const path = `strings/${tongue}.json`;
    const all = entriesOf({ path, text: read(path) }).map(({ key }) => key);
    return [...new Set(all.map((key) => key.replace(/_(?:one|few|many|other)$/, '')))].sort();
  };

  test.each(Object.keys(tongues))('%s has all of them', (tongue) => expect(keys(tongue)).toEqual(keys('en')));

  test('each is asked for somewhere, and each that is asked for is there', () => {
    const code = globSync('**/*.ts', { cwd: root }).map(read).join('\n');
    const asked = [...code.matchAll(/\bt\(\s*['`]([\w.]+)(\$\{)?/g)].map(([, key = '', open]) => ({ key, open }));
    expect(asked.length).toBeGreaterThan(40);
    const isAsked = (key: string) => asked.some((one) => (one.open ? key.startsWith(one.key) : key === one.key));
    expect(keys('en').filter((key) => !isAsked(key))).toEqual([]);
    const there = keys('en');
    expect(asked.filter(({ key, open }) => !there.some((one) => (open ? one.startsWith(key) : one === key)))).toEqual(
      [],
    );
  });

  test('count as the language counts', () => {
    const counted = [1, 3, 5].map((count) => wordsIn('ru').t('documents.error', { count }));
    expect(counted).toEqual(['1 ошибка', '3 ошибки', '5 ошибок']);
  });
});

test.each<[Partial<Figure>, string, string]>([
  [{ kind: 'money', value: '90000000000', unit: 'USD', bound: 'over' }, 'en', '> 90,000,000,000\u202fUSD'],
  [{ kind: 'money', value: '0.1', unit: 'EUR', bound: 'exact' }, 'ru', '0,1\u202fEUR'],
  [{ kind: 'duration', value: '30', unit: 'year', bound: 'about' }, 'ru', '≈ 30 лет'],
  [{ kind: 'quantity', value: '3300', unit: 'kilometer', bound: 'at-least' }, 'zh', '≥ 3,300公里'],
  [{ kind: 'percent', value: '12.5', unit: null, bound: 'exact' }, 'en', '12.5\u202f%'],
  [{ kind: 'number', value: { from: '20', to: '25000' }, unit: null, bound: 'exact' }, 'en', '20 – 25,000'],
  [{ kind: 'date', value: '2022-01-25', unit: null, bound: 'exact' }, 'en', '2022-01-25'],
  [{ kind: 'fraction', value: '1/3', unit: null, bound: 'exact' }, 'en', '1/3'],
  // Too large for a floating point number.
  [{ kind: 'number', value: '9007199254740993', unit: null, bound: 'exact' }, 'en', '9,007,199,254,740,993'],
])('%j is shown in %s as %s', (figure, tongue, shown) => {
  expect(shownValue(figure as Figure, tongue).replaceAll('\u00a0', ' ')).toBe(shown);
});

describe('editors', () => {
  const place = ['content/en/a b#1.md', 4, 2] as const;

  test.each([
    [undefined, undefined, 'vscode://file/home/me/content/en/a%20b%231.md:4:2'],
    [undefined, '/usr/bin/vim', 'vscode://file/home/me/content/en/a%20b%231.md:4:2'],
    [undefined, '/opt/zed --wait', 'zed://file/home/me/content/en/a%20b%231.md:4:2'],
    ['idea', 'code', 'idea://open?file=/home/me/content/en/a%20b%231.md&line=4&column=2'],
    ['my+editor:{path}@{line}', undefined, 'my+editor:/home/me/content/en/a%20b%231.md@4'],
  ])('--editor %s, EDITOR=%s', (named, environment, address) => {
    expect(editorOf('/home/me', named, environment)(...place)).toBe(address);
  });

  test.each(['emacs', 'javascript:alert(1)//{path}', 'data:text/html,{path}', '{path}'])(
    '--editor %s is refused',
    (named) => {
      expect(() => editorOf('/home/me', named, undefined)).toThrow(`--editor is “${named}”`);
    },
  );
});
