/** `content/terms.yaml` is read, or its mistakes are named at their places. */
import { expect, test } from 'vitest';
import { readTerms } from '../src/glossary.ts';

const read = (text: string) => readTerms({ path: 'content/terms.yaml', text });

test('a mapping and a list say the same', () => {
  const [one] = read(
    'sco: { definition: Founded in 2001, terms: { en: [SCO], ru: ШОС }, except: { locale: ru, reason: short } }\n',
  );
  expect(one).toEqual({
    ...{ id: 'sco', definition: 'Founded in 2001', terms: { en: ['SCO'], ru: ['ШОС'] }, forbidden: {} },
    exceptions: [{ locale: 'ru', reason: 'short' }],
    span: { path: 'content/terms.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: expect.any(Number) } },
  });
  const [other] = read(
    '- id: sco\n  definition: Founded in 2001\n  terms: { en: [SCO], ru: [ШОС] }\n  except: [{ locale: ru, reason: short }]\n',
  );
  expect({ ...other, span: one?.span }).toEqual(one);
  expect(read('# none yet\n')).toEqual([]);
});

test.each([
  ['sco: { terms: { en: [SCO] }\n', ':2:1: it is not YAML: '],
  ['sco\n', ':1:1: it is no list of concepts'],
  ['sco:\n', ':1:1: a concept has no fields'],
  ['sco: { term: { en: [SCO] } }\n', ':1:8: a concept has no field term'],
  ['sco: { definition: x }\n', ':1:1: the concept sco has no terms'],
  ['- { terms: { en: [SCO] } }\n', ':1:3: a concept has no id'],
  ['sco: { terms: SCO }\n', ':1:15: terms names no languages'],
  [
    '- { id: a, terms: { en: [A] } }\n- { id: a, terms: { en: [B] } }\n',
    ':2:3: the id a is that of the concept in line 1 too',
  ],
  ['a: { terms: { en: [A] }, except: { locale: ru } }\n', ':1:34: this exception has no reason'],
  ['a: { terms: { en: [A] }, except: { why: x } }\n', ':1:34: an exception has no field why'],
])('%j', (text, expected) => {
  expect(() => read(text)).toThrow(`content/terms.yaml${expected}`);
});
