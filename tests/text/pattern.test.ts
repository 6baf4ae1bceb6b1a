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

test('asks for a page as it is once, and once for the pattern of all others of its kind', async () => {
  let times = 0;
  const render = openPattern(async (scope) => {
    times += 1;
    return `<p>${writtenOf(scope.title, (text) => text.toUpperCase())}</p>`;
  });
  for (const title of ['a', 'b', 'c', 'd'])
    expect(await render({ title, date: null })).toBe(`<p>${title.toUpperCase()}</p>`);
  expect(times).toBe(2);
  await render({ title: 'e', date: '2022' });
  expect(times, 'a page with a date is of another kind').toBe(3);
});
