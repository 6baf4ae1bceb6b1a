import type { Catalogue } from '../catalogue.ts';
import type { Draft, PhraseValue, Span } from '../model.ts';
import { type Entry, entriesOf } from '../text/entries.ts';
import { nearest } from '../text/nearest.ts';
import { phrase, told } from '../text/phrase.ts';
import { categories, type Message, messages, pluralKeys, saysOneNumber } from '../text/plurals.ts';
import type { Check } from '../world.ts';

/** Interface strings: the same in every language, each with the plural forms and the values that it needs. */
export const strings: Check = {
  id: 'strings',
  promise:
    'Every interface string of the source language is there in every other language, with the plural forms that the language needs and the same {{values}}, and none is empty.',
  examples: [
    {
      title: 'a string missing, one too many, one empty, one without its value',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/en/strings.json':
          '{\n  "nav": { "next": "Next", "home": "Home" },\n  "by": "By {{author}}",\n  "toc": "Contents"\n}\n',
        'content/ru/a.md': '---\ntitle: А\n---\nПервый.\n',
        'content/ru/strings.json':
          '{\n  "nav": { "next": "" },\n  "by": "Автор: {{writer}}",\n  "tocs": "Содержание"\n}\n',
      },
      findings: [
        'content/ru/strings.json:1:1 strings/missing',
        'content/ru/strings.json:2:12 strings/empty',
        'content/ru/strings.json:2:12 strings/missing',
        'content/ru/strings.json:3:3 strings/values',
        'content/ru/strings.json:4:3 strings/extra',
      ],
    },
    {
      title: 'plural forms that the language needs',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/en/strings.json': '{ "pages_one": "a page", "pages_other": "{{count}} pages" }',
        'content/ru/a.md': '---\ntitle: А\n---\nПервый.\n',
        'content/ru/strings.json':
          '{\n  "pages_one": "страница",\n  "pages_few": "{{count}} страницы",\n  "pages_other": "{{count}} страницы"\n}\n',
        'content/zh/a.md': '---\ntitle: 甲\n---\n一。\n',
        'content/zh/strings.json': '{ "pages_other": "{{count}}页" }',
      },
      findings: ['content/ru/strings.json:2:3 strings/plural', 'content/ru/strings.json:2:3 strings/values'],
    },
    {
      title: 'a publication without strings of its own',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/ru/a.md': '---\ntitle: А\n---\nПервый.\n',
      },
      findings: [],
    },
    {
      title: 'a language without strings beside one that has its own',
      files: {
        'content/en/a.md': '---\ntitle: A\n---\nOne.\n',
        'content/en/strings.json': '{ "by": "By {{author}}", "next": "Next" }',
        'content/eo/a.md': '---\ntitle: A\n---\nUnu.\n',
      },
      findings: ['content/eo/a.md:1:1 figures/language', 'content/eo/strings.json:1:1 strings/none'],
    },
  ],
  *find({ editions }) {
    const files = editions.map(fileOf);
    const [source, ...translations] = files;
    const plurals = new Set(files.flatMap(({ entries }) => pluralKeys(entries)));
    for (const file of files) {
      for (const entry of file.entries) yield* empty(file, entry);
      for (const message of messages(file.entries, plurals).values()) yield* plural(file, message);
    }
    if (files.some(({ there }) => there)) for (const file of files) yield* none(file);
    if (!source?.there) return;
    for (const file of translations) if (file.there) yield* compare(source, file, plurals);
  },
};

/** The strings of one language. */
interface StringsFile {
  readonly locale: string;
  readonly path: string;
  readonly there: boolean;
  readonly entries: readonly Entry[];
}

function fileOf({ locale, strings: { source } }: Catalogue['editions'][number]): StringsFile {
  return { locale, path: source.path, there: source.text !== '', entries: entriesOf(source) };
}

/** One word for the whole file: what its pages say instead is seen there. */
function* none({ locale, path, there }: StringsFile): Iterable<Draft> {
  if (there) return;
  yield {
    rule: 'none',
    severity: 'warning',
    locale,
    span: startOf(path),
    ...told(
      phrase`there is no ${path}; the pages of this language (${locale}) have only the words that the theme knows`,
      phrase`copy the strings.json of another language there and translate it`,
    ),
  };
}

function* empty({ locale }: StringsFile, { key, text, span }: Entry): Iterable<Draft> {
  if (text.trim() !== '') return;
  yield {
    rule: 'empty',
    severity: 'error',
    locale,
    span,
    ...told(
      phrase`“${key}” is empty; a page would show nothing in its place`,
      phrase`write the words, or remove the key`,
    ),
  };
}

function* plural({ locale }: StringsFile, { key, ordinal, forms }: Message): Iterable<Draft> {
  const [first] = forms.values();
  const needed = categories(locale, ordinal);
  const missing = needed.filter((category) => !forms.has(category));
  if (first === undefined || forms.has('') || missing.length === 0) return;
  const names = missing.map((category) => `“${key}_${category}”`).join(', ');
  yield {
    rule: 'plural',
    severity: 'error',
    locale,
    span: first.span,
    ...told(
      phrase`“${key}” has ${[...forms.keys()].join(', ')}; numbers in this language (${locale}) need ${needed.join(', ')}`,
      phrase`add ${names}`,
    ),
  };
}

function* compare(source: StringsFile, file: StringsFile, plurals: ReadonlySet<string>): Iterable<Draft> {
  const [theirs, ours] = [messages(source.entries, plurals), messages(file.entries, plurals)];
  for (const [key, original] of theirs) {
    const message = ours.get(key);
    if (message === undefined) yield missing(file, original, ours);
    else yield* values(file, original, message);
  }
  for (const [key, { forms }] of ours) {
    const [first] = forms.values();
    if (theirs.has(key) || first === undefined) continue;
    const meant = nearest(key, theirs.keys());
    yield {
      rule: 'extra',
      severity: 'warning',
      locale: file.locale,
      span: first.span,
      ...told(
        phrase`“${key}” is not among the strings of the source language (${source.path})`,
        meant === undefined || ours.has(meant) ? phrase`remove it, or add it there` : phrase`did you mean “${meant}”?`,
      ),
    };
  }
}

function missing(file: StringsFile, { key, forms }: Message, ours: ReadonlyMap<string, Message>): Draft {
  const group = key.slice(0, key.lastIndexOf('.') + 1);
  const sibling = group === '' ? undefined : [...ours.values()].findLast((message) => message.key.startsWith(group));
  const [beside] = sibling?.forms.values() ?? [];
  const [original] = forms.values();
  return {
    rule: 'missing',
    severity: 'error',
    locale: file.locale,
    span: beside?.span ?? startOf(file.path),
    ...told(
      phrase`there is no “${key}” in ${file.path}; the source language says “${original?.text ?? ''}”`,
      phrase`add “${key}” and its translation`,
    ),
    ...(original && { related: [{ span: original.span, message: original.text }] }),
  };
}

/** Each form must put in the values of the source; `count` may be a word where a form says one number alone. */
function* values(file: StringsFile, original: Message, { ordinal, forms }: Message): Iterable<Draft> {
  const model = original.forms.get('other') ?? original.forms.get('');
  if (model === undefined) return;
  const wanted = variables(model.text);
  for (const [category, { key, text, span }] of forms) {
    const has = variables(text);
    const mayOmit = (name: string) =>
      name === 'count' && category !== '' && saysOneNumber(file.locale, ordinal, category);
    const absent = [...wanted].filter((name) => !has.has(name) && !mayOmit(name));
    const unknown = [...has].filter((name) => !wanted.has(name));
    if (absent.length + unknown.length === 0) continue;
    yield {
      rule: 'values',
      severity: 'error',
      locale: file.locale,
      span,
      ...told(
        phrase`“${key}” has ${listed(has)}; the source has ${listed(wanted)}`,
        phrase`put the same names in double braces as the source does`,
      ),
      related: [{ span: model.span, message: model.text }],
    };
  }
}

/** Names between double braces, without their formats: `{{date, datetime}}` is `date`. */
function variables(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{-?\s*([^{},\s]+)[^{}]*\}\}/g)].map(([, name = '']) => name));
}

function listed(names: ReadonlySet<string>): PhraseValue {
  return names.size === 0 ? phrase`no values` : [...names].map((name) => `{{${name}}}`).join(', ');
}

function startOf(path: string): Span {
  const start = { line: 1, column: 1 };
  return { path, start, end: start };
}
