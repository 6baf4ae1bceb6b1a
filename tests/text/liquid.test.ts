import { describe, expect, test } from 'vitest';
import { Optional, openTheme } from '../../src/text/liquid.ts';
import { parseStrings, translator } from '../../src/text/strings.ts';
import { UserError } from '../../src/trouble.ts';

const strings = {
  all_one: '{{count, number}} документ',
  all_few: '{{count, number}} документа',
  all_many: '{{count, number}} документов',
  all_other: '{{count, number}} документа',
  page: '{{page}} из {{pages}}',
  hostile: '</style>" \\ {{page}}',
};
const words = translator('ru', [
  { locale: 'ru', strings: parseStrings({ path: 'content/ru/strings.json', text: JSON.stringify(strings) }) },
]);
const russian = { ...words, look: '', set: (text: string) => text.replace(' г.', '\u00a0г.') };
const scope = {
  locale: 'ru',
  names: ['А', 'Б'],
  document: {
    title: 'A & <B>',
    date: '2022-03-15',
    none: null,
    body: '<p>x</p>',
    extra: new Optional({ doi: '10.1' }),
  },
};

async function render(template: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const all: Readonly<Record<string, string>> = { 'page.liquid': template, ...files };
  const theme = openTheme(async (name) => {
    const text = all[name];
    return text === undefined ? undefined : { path: `templates/${name}`, text };
  });
  return theme.render('page.liquid', russian, scope);
}

describe('filters speak the language of the edition', () => {
  test.each([
    ['{{ "all" | t: count: 21 }}', '21 документ'],
    ['{{ "all" | t: count: 25000 }}', '25\u00a0000 документов'],
    ['{{ document.date | date }}', '15 марта 2022\u00a0г.'],
    ['{{ document.date | date: "short" }}', '15.03.2022'],
    ['{{ document.none | date }}', ''],
    ['{{ 3300.5 | number }}', '3\u00a0300,5'],
    ['{{ names | list }}', 'А и Б'],
    ['{{ "en" | language_name }} {{ "zh" | language_name }} {{ "ru" | language_name }}', 'English 中文 Русский'],
    ['{{ "page" | page_counter }}', 'counter(page) " из " counter(pages)'],
    ['{{ "hostile" | page_counter }}', '"\\3c /style\\3e \\22  \\5c  " counter(page)'],
    ['{{ document.title | css_string }}', '"A \\26  \\3c B\\3e "'],
  ])('%s', async (template, expected) => {
    expect(await render(template)).toBe(expected);
  });
});

test.each([
  ['{% if locale == "ru" and names.size > 1 %}a{% endif %}{% if not document.none %}b{% endif %}', 'ab'],
  ['{% if not locale and names %}a{% else %}b{% endif %}', 'b'],
  ['{% if document.title contains "<B>" or locale == "en" %}a{% endif %}', 'a'],
  [
    '{% assign key = "title" %}{{ document[key] | size }} {{ names[1] }} {{ names.first }} {{ names | last }}',
    '7 Б А Б',
  ],
  [
    '{% for n in (1..5) %}{% if n == 2 %}{% continue %}{% endif %}{% if n == 4 %}{% break %}{% endif %}{{ n }}{% endfor %}',
    '13',
  ],
  ['{% capture x %}{{ locale | append: "-" | append: locale }}{% endcapture %}{{ x | upcase }}', 'RU-RU'],
  ['{{ document.extra.doi }}{{ document.extra.none }}{{ document.none | default: locale }}', '10.1ru'],
  ['{{ nil | default: "x" }}{{ empty }}{% if names == empty %}y{% endif %}', 'x'],
  ['{% unless locale == "en" %}{{ true }}{% endunless %}{{ "a,b" | split: "," | join: "+" }}', 'truea+b'],
])('what Liquid says of %s', async (template, expected) => {
  expect(await render(template)).toBe(expected);
});

test('escapes what is not marked raw', async () => {
  expect(await render('{{ document.title }} {{ document.body | raw }}')).toBe('A &amp; &lt;B&gt; <p>x</p>');
});

test('front matter that the theme may want and nobody gave is nothing, not a mistake', async () => {
  expect(
    await render('{{ document.extra.doi }}{% if document.extra.note %}!{% endif %}{{ document.extra.note }}'),
  ).toBe('10.1');
});

test('layouts and partials see what the page sees, and each is looked up once', async () => {
  const asked: string[] = [];
  const files: Readonly<Record<string, string>> = {
    'page.liquid': '{% layout "layout.liquid" %}{% block main %}{% render "parts/a.liquid", n: 1 %}{% endblock %}',
    'layout.liquid': '<{% block main %}{% endblock %}>',
    'parts/a.liquid': '{{ locale }}{{ n }}',
  };
  const theme = openTheme(async (name) => {
    asked.push(name);
    return { path: `templates/${name}`, text: files[name] ?? '' };
  });
  expect(await theme.render('page.liquid', russian, scope)).toBe('<ru1>');
  expect(await theme.render('page.liquid', russian, { ...scope, locale: 'en' })).toBe('<en1>');
  expect(asked.sort()).toEqual(['layout.liquid', 'page.liquid', 'parts/a.liquid']);
});

describe('mistakes', () => {
  const cases: [string, string, string, Record<string, string>?][] = [
    ['\n  {{ document.tilte }}', '2:6: there is no variable document.tilte', 'Did you mean document.title?'],
    ['{{ zzzzzz }}', '1:4: there is no variable zzzzzz', 'Known here: locale, names, document.'],
    [
      '{% if document.whatever %}{% endif %}',
      '1:7: there is no variable document.whatever',
      'Known here: document.title, document.date, document.none, document.body, document.extra.',
    ],
    [
      '{{ document.constructor }}',
      '1:4: there is no variable document.constructor',
      'Known here: document.title, document.date, document.none, document.body, document.extra.',
    ],
    ['\n{{ document.date | dat }}', '2:1: there is no filter dat', 'Did you mean date?'],
    [
      '{% render "parts/b.liquid" %}',
      '1:1: there is no template parts/b.liquid',
      'Names are paths below templates/, with their ending.',
    ],
    [
      '{% render "../../secret" %}',
      '1:1: there is no template ../../secret',
      'Names are paths below templates/, with their ending.',
    ],
    [
      'a\n {% if locale %}',
      '2:2: this is not as Liquid expects it: tag {% if locale %} not closed',
      'https://liquidjs.com/tags/overview.html shows each tag.',
    ],
    [
      '{% iff %}',
      '1:1: this is not as Liquid expects it: tag "iff" not found',
      'https://liquidjs.com/tags/overview.html shows each tag.',
    ],
  ];
  test.each(cases)('%j', async (template, message, hint) => {
    const error = await render(template).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: `templates/page.liquid:${message}`, hint, code: 2 });
  });

  test('stand in the file that has them', async () => {
    const files = { 'parts/a.liquid': '\n\n   {{ document.titel }}' };
    await expect(render('{% render "parts/a.liquid" %}', files)).rejects.toMatchObject({
      message: 'templates/parts/a.liquid:3:7: there is no variable document.titel',
    });
  });

  test('of a string keep their own place', async () => {
    await expect(render('\n\n{{ "page" | t: page: 1 }}')).rejects.toMatchObject({
      message: 'content/ru/strings.json:1: "1 из {{pages}}" asks for {{pages}}, which the template does not give',
    });
  });

  test('a template that is not there at all', async () => {
    const theme = openTheme(async () => undefined);
    await expect(theme.render('print.liquid', russian, {})).rejects.toMatchObject({
      message: 'templates/print.liquid: there is no such template',
    });
  });
});
