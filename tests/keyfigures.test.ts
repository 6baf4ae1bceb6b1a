/** `content/figures.yaml`: as it is written, and what is wrong with it, at its place. */
import { expect, test } from 'vitest';
import { readKeyFigures } from '../src/keyfigures.ts';

const read = (text: string) => readKeyFigures({ path: 'content/figures.yaml', text });

test('a list or a mapping of ids, values as they are written', () => {
  const fields =
    'value: 50_000_000_000.50, unit: USD, bound: over, date: 2021, terms: { en: [trade, commerce], zh: 贸易额 }';
  const [listed] = read(`- { id: trade, ${fields}, units: { en: mile }, source: https://example.org/ }\n`);
  const [mapped] = read(`trade: { ${fields}, units: { en: mile }, source: https://example.org/ }\n`);
  expect({ ...mapped, span: null }).toEqual({ ...listed, span: null });
  expect(listed).toMatchObject({
    ...{ id: 'trade', kind: 'money', value: '50000000000.50', unit: 'USD', bound: 'over', date: '2021' },
    ...{ terms: { en: ['trade', 'commerce'], zh: ['贸易额'] }, units: { en: 'mile' }, source: 'https://example.org/' },
    span: { path: 'content/figures.yaml', start: { line: 1, column: 3 } },
  });
  expect(read('# nothing yet\n')).toEqual([]);
});

test.each([
  ['{ id: a, value: 2022-01-25 }', 'date', null],
  ['{ id: a, value: 8, unit: year }', 'duration', 'year'],
  ['{ id: a, value: 12.5, unit: percent }', 'percent', null],
  ['{ id: a, value: 3300, unit: kilometer }', 'quantity', 'kilometer'],
  ['{ id: a, value: 2021 }', 'number', null],
])('%s is a %s', (text, kind, unit) => {
  expect(read(`- ${text}\n`)).toMatchObject([{ kind, unit }]);
});

test.each([
  ['- { value: 1 }', '1:3: a figure has no id'],
  ['- { id: a }', '1:3: the figure a has no value'],
  ['- { id: a b, value: 1 }', '1:3: the id a b has signs that an id has not'],
  ['- { id: a, value: fifty }', '1:19: the value fifty is neither a number nor a date'],
  ['- { id: a, value: 1, bound: above }', '1:29: the bound above is not known'],
  ['- { id: a, value: 1, date: May }', '1:28: the date May is none'],
  ['- { id: a, value: 1, unti: USD }', '1:22: a figure has no field unti'],
  ['- { id: a, value: [1] }', '1:19: value is no single value'],
  ['- { id: a, value: 1, terms: trade }', '1:29: terms names no languages'],
  ['- { id: a, value: 1 }\n- { id: a, value: 2 }', '2:3: the id a is that of the figure in line 1 too'],
  ['- a', '1:3: a figure has no fields'],
  ['a: {', '1:5: it is not YAML'],
  ['text', '1:1: it is no list of figures'],
])('%s', (text, expected) => {
  expect(() => read(text)).toThrow(`content/figures.yaml:${expected}`);
});
