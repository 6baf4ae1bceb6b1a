import { expect, test } from 'vitest';
import { Optional, openTheme } from '../../src/text/liquid.ts';
import { openPattern, writtenOf } from '../../src/text/pattern.ts';
import { parseStrings, translator } from '../../src/text/strings.ts';

const strings = {
  title: '{{title}} · {{name}}',
  many_one: '{{count}} page',
  many_other: '{{count}} pages',
  lacks: '{{x}}',
};
const words = translator('en', [
  { locale: 'en', strings: parseStrings({ path: 'content/en/strings.json', text: JSON.stringify(strings) }) },
]);
const english = { ...words, look: '', set: (text: string) => text.replaceAll('--', '–') };

function scopeOf(title: string, pages: number, names: readonly string[], date: string | null) {
  const list = names.map((name, n) => ({ name, level: n % 2, own: n === 0 }));
  return { locale: 'en', document: { title, pages, names, list, date, extra: new Optional({ title }) } };
}

/** Pages of several kinds, and several of each. */
const scopes = [
  scopeOf('A & <B>', 1, ['x', 'y'], '2022-03-15'),
  scopeOf('"it\'s" -- c', 12, ['x', 'x'], '2022-03-16'),
  scopeOf('C', 2, ['z', 'y'], '2021-01-01'),
  scopeOf('C', 3, ['z', 'y', 'x'], null),
  scopeOf(' C ', 3, ['<z>', '', 'x'], null),
  scopeOf('', 0, [], '2022-03-15'),
  scopeOf('en', 4, ['en', 'x'], '2020-12-31'),
];

/** A long list, of items of several kinds. */
const many = {
  locale: 'en',
  word: 'w',
  items: Array.from({ length: 60 }, (_, i) => ({
    name: ['a & b', '"c"', '', 'x', 'C'][i % 5],
    level: i % 3,
    own: i % 7 === 0,
    date: i % 4 === 0 ? '2022-03-15' : null,
    parts: Array.from({ length: i % 3 }, (_, part) => ({ text: `<${part}${i}`, last: part === 1 })),
    extra: new Optional(i % 2 === 0 ? { size: i } : {}),
  })),
};

function themeOf(template: string) {
  const files: Readonly<Record<string, string>> = {
    'page.liquid': template,
    'part.liquid': '{{ one }}{% if one == "x" %}!{% endif %}',
    'layout.liquid': '<{% block a %}{{ document.title }}{% endblock %}>',
  };
  return openTheme(async (name) => {
    const text = files[name];
    return text === undefined ? undefined : { path: `templates/${name}`, text };
  });
}

async function said(page: Promise<string>): Promise<string> {
  return page.catch((error: unknown) => `thrown: ${error}`);
}

test.each([
  '{{ document.title }} {{ document.title | raw }} {{ document.pages }} {{ document.names }} {{ document.date }}',
  '{{ "title" | t: title: document.title, name: document.pages }} {{ "many" | t: count: document.pages }}',
  '{{ document.date | date }} {{ document.date | date | append: "." | upcase }}',
  '{% for one in document.names %}{{ forloop.index }}{{ one }}{% if one == "x" %}!{% endif %}{% endfor %}',
  '{% for one in document.list %}{{ one.name }}{% if one.level > 0 %}!{% endif %}{% if one.own %}own{% endif %}{% endfor %}',
  '{% for one in document.title %}[{{ one }}]{% endfor %}',
  '{% if document.title %}a{% endif %}{% if document.date %}b{% endif %}{% unless document.names.size > 2 %}c{% endunless %}',
  '{% if document.title == "C" %}a{% endif %}{% if "C" == document.title %}b{% endif %}{% if document.pages > 2 %}c{% endif %}',
  '{% if document.title contains "C" %}a{% endif %}{% if document.names contains "x" %}b{% endif %}{% if "xC" contains document.title %}c{% endif %}',
  '{% case document.title %}{% when "C" %}a{% else %}b{% endcase %}{% if document.title == empty %}e{% endif %}{% if document.title == blank %}f{% endif %}',
  '{{ document.title | size }} {{ document.title.size }} {{ document.names | size }} {{ document.names.first }} {{ document.names | last }}',
  '{{ document.title | upcase | escape }} {{ document.title | strip | append: document.pages }} {{ document.pages | plus: 1 }}',
  '{{ document.title | default: "none" }} {{ document.date | default: document.title }} {{ document.title | json }}',
  '{{ document.names | join: "+" }} {{ document.names | uniq | size }} {{ document.names | sort | first }} {{ document.names | list }}',
  '{{ document.list | map: "name" | join }} {{ document.list | where: "name", "x" | size }} {{ document.list | group_by: "name" | size }}',
  '{% assign x = document.title %}{{ x }}{% if x == "C" %}!{% endif %}{% assign y = document.title | append: "C" %}{{ y | size }}',
  '{% capture x %}{{ document.title }}{% endcapture %}{{ x | size }} {{ x | split: "" | last }}',
  '{% echo document.title %}{% liquid echo document.title | raw %}{% cycle document.title, "b" %}{% increment n %}',
  '{% for one in document.names %}{% render "part.liquid", one: one %}{% endfor %}{% render "part.liquid" for document.names as one %}',
  '{% layout "layout.liquid" %}{% block a %}{{ document.title | css_string }}{% endblock %}',
  '{{ document.title | css_string }}{{ document.pages | css_string }}{{ document.date | css_string }}',
  '{{ document.title | css_string | size }} {{ document.title | css_string | upcase }} {{ document.title | raw | size }}',
  '{{ document.extra.title }}{{ document.extra.none }}{{ document[locale] }}',
  '{{ document.title | t }} {{ document.title | language_in }}',
  '{{ "lacks" | t: y: document.title }}',
  '{{ document.names[document.pages] }}{{ document.title.none }}',
])('says of each page what the template alone would: %s', async (template) => {
  const theme = themeOf(template);
  // Each twice, so that what was made of one is used for another.
  for (const scope of [...scopes, ...scopes.toReversed()]) {
    const alone = await said(themeOf(template).render('page.liquid', english, scope));
    expect(await said(theme.render('page.liquid', english, scope))).toBe(alone);
  }
});

test.each([
  '{% for one in items %}{{ one.name }}{{ word }}{% if one.own %}!{% elsif one.level > 1 %}?{% endif %}{% else %}none{% endfor %}',
  '{% for one in items %}{% render "part.liquid", one: one.name %}{{ one.date | date }}{% if one.date %}d{% endif %}{% endfor %}',
  '{% for one in items %}{% for part in one.parts %}{{ part.text | upcase }}{% if part.last %}.{% endif %}{% endfor %}{{ one.extra.size }}{% endfor %}',
  '{% for one in items %}{% for two in items %}{% if one.name == two.name %}={% endif %}{% endfor %}{% endfor %}',
  '{% for one in items %}{% if one.own %}o{% elsif forloop.first %}f{% endif %}{{ one.name }}{{ forloop.index }}{% endfor %}',
  '{% for one in items %}{% if last == one.level %}={% endif %}{% assign last = one.level %}{{ one.name }}{% endfor %}{{ last }}',
  '{% assign last = "-" %}{% for one in items %}{{ last }}{{ one.name }}{% endfor %}{% for one in items limit: 3 %}{{ one.name }}{% endfor %}',
  '{% for one in items %}{% if one.level > 1 %}{% break %}{% endif %}{{ one.name }}{% endfor %}',
  '{% for one in items %}{{ one.name }}{% cycle "a", "b" %}{% endfor %}{% for one in items reversed %}{{ one.level }}{% endfor %}',
  '{% for one in items %}{{ one.name }}{{ one.none }}{% endfor %}',
  '{% for one in items %}{{ one.name | css_string }}{{ one.parts | size }}{% endfor %}{{ one }}',
])('says of each item of a long list what the template alone would: %s', async (template) => {
  // What is assigned keeps a loop from being done by patterns, and shifts what is wrong.
  const plain = template.replaceAll(/\{% for [^%]*%\}/g, '$&{% assign nothing = 1 %}');
  const place = /:\d+:\d+/;
  const alone = await said(themeOf(plain).render('page.liquid', english, many));
  expect((await said(themeOf(template).render('page.liquid', english, many))).replace(place, '')).toBe(
    alone.replace(place, ''),
  );
});

test('interprets the body of a loop for each kind of item, not for each item', async () => {
  let times = 0;
  const items = Array.from({ length: 100 }, (_, i) => {
    return { name: `n${i}`, date: i % 2 === 0 ? '2022-03-15' : null, extra: new Optional({}) };
  });
  const counting = {
    ...english,
    set(text: string) {
      times += 1;
      return text;
    },
  };
  const template =
    '{% for one in items %}{{ one.name }}{% if one.date %}{{ "title" | t: title: word, name: word }}{% endif %}{% endfor %}';
  const page = await themeOf(template).render('page.liquid', counting, { locale: 'en', word: 'w', items });
  expect(page).toMatch(/^n0w · wn1n2w · wn3.*n99$/);
  expect(times).toBeLessThan(5);
});

test('asks for a page as it is once, and once for the pattern of all others of its kind', () => {
  let times = 0;
  const render = openPattern((scope) => {
    times += 1;
    return `<p>${writtenOf(scope.title, (text) => text.toUpperCase())}</p>`;
  });
  for (const title of ['a', 'b', 'c', 'd']) expect(render({ title, date: null })).toBe(`<p>${title.toUpperCase()}</p>`);
  expect(times).toBe(2);
  render({ title: 'e', date: '2022' });
  expect(times, 'a page with a date is of another kind').toBe(3);
});
