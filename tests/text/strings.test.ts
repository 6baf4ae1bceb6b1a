import { describe, expect, test } from 'vitest';
import { parseStrings, translator, type Wording } from '../../src/text/strings.ts';
import { UserError } from '../../src/trouble.ts';

function wording(locale: string, entries: unknown): Wording {
  const source = { path: `content/${locale}/strings.json`, text: JSON.stringify(entries, null, 2) };
  return { locale, strings: parseStrings(source) };
}

function trouble(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('expected a UserError');
}

const ru = wording('ru', {
  count_one: '{{count, number}} документ',
  count_few: '{{count, number}} документа',
  count_many: '{{count, number}} документов',
  count_other: '{{count, number}} документа',
  home: { all: 'Всего $t(count, {"count": {{n}} })', empty: '' },
  published: 'Опубликовано {{date, datetime(dateStyle: long)}}',
  authors: 'Авторы: {{names, list}}',
  quoted: '«{{title}}»',
});
const en = wording('en', {
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  home: { empty: 'Nothing here yet', group: { a: 'b' } },
});

describe('translator', () => {
  test.each([
    [1, '1 документ'],
    [3, '3 документа'],
    [11, '11 документов'],
    [21, '21 документ'],
    [25_000, '25\u00a0000 документов'],
    [1.5, '1,5 документа'],
  ])('declines by number: %d', (count, expected) => {
    expect(translator('ru', [ru]).t('count', { count })).toBe(expected);
  });

  test('nests, interpolates, formats dates without a time zone, lists; escapes nothing', () => {
    const { t, missing } = translator('ru', [ru]);
    expect(t('home.all', { n: 5 })).toBe('Всего 5 документов');
    expect(t('published', { date: '2022-01-25' })).toBe('Опубликовано 25 января 2022 г.');
    expect(t('authors', { names: ['А', 'Б', 'В'] })).toBe('Авторы: А, Б и В');
    expect(t('quoted', { title: 'A & <B>' })).toBe('«A & <B>»');
    expect(missing()).toEqual([]);
  });

  test('falls back in the plural rules of the language it falls back to, and says so', () => {
    const { t, missing } = translator('ru', [ru, en]);
    expect(t('pages', { count: 1 })).toBe('1 page');
    expect(t('pages', { count: 3 })).toBe('3 pages');
    expect(t('home.empty')).toBe('Nothing here yet');
    expect(missing()).toEqual(['home.empty', 'pages']);
  });

  test('a key that nobody has, or that names a group, is shown in readable form', () => {
    const { t, missing } = translator('ru', [ru, en]);
    expect(t('article.read_more')).toBe('Read more');
    expect(t('home.group')).toBe('Group');
    expect(missing()).toEqual(['article.read_more', 'home.group']);
  });

  test('two wordings of one locale are one; the earlier wins, key by key', () => {
    const own = wording('en', { home: { empty: 'Empty' } });
    const { t, missing } = translator('en', [own, en]);
    expect([t('home.empty'), t('pages', { count: 2 }), missing()]).toEqual(['Empty', '2 pages', []]);
  });

  test('instances do not know of each other', () => {
    const russian = translator('ru', [ru]);
    translator('en', [en]).t('pages', { count: 1 });
    expect(russian.t('count', { count: 2 })).toBe('2 документа');
  });

  test('a value that the template does not give is named with its file and line', () => {
    const wrong = wording('ru', { home: { title: 'Всего {{contu}}' } });
    const { message, code } = trouble(() => translator('ru', [wrong]).t('home.title', { count: 1 }));
    expect(message).toBe(
      'content/ru/strings.json:3: "Всего {{contu}}" asks for {{contu}}, which the template does not give',
    );
    expect(code).toBe(2);
  });
});

describe('parseStrings', () => {
  test.each([
    ['{"a": "1",}', '1:11: } cannot stand here; expected a name in double quotes'],
    ['{"a" "b"}', '1:6: "b"} cannot stand here; expected a colon between a name and its text'],
    [
      '{\r\n  "a": "b"\r\n  "c": "d"\r\n}',
      '3:3: "c": cannot stand here; expected a comma, or the brace or bracket that closes the group',
    ],
    ["{'a': 1}", "1:2: 'a': cannot stand here; expected a name in double quotes or a closing brace }"],
    ['{"a": “b”}', '1:7: “b”} cannot stand here; expected a text in double quotes or a group in braces'],
    ['{"a": "b\nc"}', '1:7: "b cannot stand here; expected a text in double quotes or a group in braces'],
    ['{"a": [1, 2', '1:12: the file ends too early; expected a comma, or the brace or bracket that closes the group'],
    ['{"a": [1, 2}', '1:12: } cannot stand here; expected a comma, or the brace or bracket that closes the group'],
    ['{"a": 1} // x', '1:10: // cannot stand here; expected nothing more after the last brace'],
    ['{"a": 01}', '1:8: 1} cannot stand here; expected a comma, or the brace or bracket that closes the group'],
    ['', '1:1: the file ends too early; expected a text in double quotes or a group in braces'],
    ['["a"]', '1:1: this is not a group of strings; expected { at the start and } at the end'],
  ])('%j', (text, expected) => {
    const { message, code, hint } = trouble(() => parseStrings({ path: 'content/ru/strings.json', text }));
    expect(message).toBe(`content/ru/strings.json:${expected}`);
    expect([code, hint.length > 20]).toEqual([2, true]);
  });

  test('keeps nested groups and the source', () => {
    const source = { path: 'content/en/strings.json', text: '{ "a": { "b": "c" } }' };
    expect(parseStrings(source)).toEqual({ source, entries: { a: { b: 'c' } } });
  });
});
