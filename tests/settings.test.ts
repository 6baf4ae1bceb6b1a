import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { formats } from '../src/formats/index.ts';
import { readSettings, schema } from '../src/settings.ts';
import { UserError } from '../src/trouble.ts';

const defaults = {
  outputs: ['html', 'pdf'],
  fonts: {},
  contents: 4,
  site: { untranslated: 'show', search: false },
  multiples: 'publisher',
  stale: { '*': 'banner' },
  failOn: 'error',
  rules: {},
};
const read = (text: string, folders: readonly string[] = []) => readSettings({ path: 'hexapla.yaml', text }, folders);

test('every setting has a default', () => {
  expect(readSettings(undefined, ['en'])).toEqual(defaults);
  expect(read('')).toEqual(defaults);
  expect(read('# nothing but a comment\n')).toEqual(defaults);
});

test('every setting is read', () => {
  const text = [
    'source: zh',
    'locales: [zh, pt-BR]',
    'outputs: [pdf]',
    'version: "1.10"',
    'contents: 12',
    'fonts:',
    '  zh:',
    '    text: "@a/serif"',
    '    heads: ["@a/sans", "@a/symbols"]',
    'site:',
    '  url: https://example.org/reports',
    '  untranslated: hide',
    '  search: true',
    'browser: /usr/bin/chromium',
    'multiples: strict',
    'fail-on: warning',
    'rules: { leftover: off, "figures/value": warning, quotes: note, figures: error }',
  ].join('\r\n');
  expect(read(text)).toEqual({
    source: 'zh',
    locales: ['zh', 'pt-BR'],
    outputs: ['pdf'],
    version: '1.10',
    contents: 12,
    fonts: { zh: { text: ['@a/serif'], heads: ['@a/sans', '@a/symbols'] } },
    site: { url: 'https://example.org/reports/', untranslated: 'hide', search: true },
    browser: '/usr/bin/chromium',
    multiples: 'strict',
    stale: { '*': 'banner' },
    failOn: 'warning',
    rules: { leftover: 'off', 'figures/value': 'warning', quotes: 'note', figures: 'error' },
  });
});

const all =
  'source, locales, outputs, parallel, version, contents, fonts, site, browser, multiples, stale, fail-on, rules';
const generic = 'Correct the value, or remove the setting: every one has a default.';

test.each([
  [
    'an unknown setting',
    'source: en\n\nouputs: [html]\n',
    `hexapla.yaml:3:1: “ouputs” is no setting; expected one of ${all}`,
    'Did you mean “outputs”?',
  ],
  [
    'an unknown setting of a group',
    'fonts:\n  zh:\n    txt: a\n    heads: b\n',
    'hexapla.yaml:3:5: “txt” is no setting; expected in fonts.zh one of text, heads',
    'Did you mean “text”?',
  ],
  [
    'an unknown setting of the site',
    'site:\n  ulr: https://example.org/\n',
    'hexapla.yaml:2:3: “ulr” is no setting; expected in site one of url, untranslated, search',
    'Did you mean “url”?',
  ],
  [
    'an address that is none',
    'site:\n  url: example.org\n',
    'hexapla.yaml:2:8: site.url is “example.org”; expected url, an address such as https://example.org/reports/; untranslated, show or hide; search, true or false',
    generic,
  ],
  [
    'a wrong type',
    'outputs: html\n',
    'hexapla.yaml:1:10: outputs is “html”; expected a list of html, pdf, edition, parallel',
    generic,
  ],
  [
    'a value in a list',
    'outputs:\n  - html\n  - pfd\n',
    'hexapla.yaml:3:5: outputs is “pfd”; expected a list of html, pdf, edition, parallel',
    'Did you mean “pdf”?',
  ],
  [
    'one language alone',
    'parallel: [[en]]\n',
    'hexapla.yaml:1:12: parallel is a list; expected a list of languages that stand side by side, two or three each, such as [[en, zh], [en, zh, ru]]',
    generic,
  ],
  ['an empty value', 'fail-on:\n', 'hexapla.yaml:1:9: fail-on is empty; expected error, warning or note', generic],
  [
    'a bad value',
    'fail-on: eror\n',
    'hexapla.yaml:1:10: fail-on is “eror”; expected error, warning or note',
    'Did you mean “error”?',
  ],
  [
    'a locale as POSIX writes it',
    'locales: [en, zh_CN]\n',
    'hexapla.yaml:1:15: locales is “zh_CN”; expected a list of language tags such as [en, zh, ru]',
    'Did you mean “zh-CN”?',
  ],
  [
    'a word that is no language',
    'source: english\n',
    'hexapla.yaml:1:9: source is “english”; expected a language tag such as en, zh-Hans or pt-BR',
    generic,
  ],
  [
    'a key that is no language',
    'fonts:\n  english: { text: a, heads: b }\n',
    'hexapla.yaml:2:3: fonts is “english”; expected for each language tag the packages of “text” and of “heads”, one or a list',
    generic,
  ],
  [
    'half of the fonts',
    'fonts:\n  zh:\n    text: a\n',
    'hexapla.yaml:3:5: fonts.zh.heads is missing; expected for each language tag the packages of “text” and of “heads”, one or a list',
    'Add it, or remove the setting: every one has a default.',
  ],
  [
    'a number among packages',
    'fonts: { zh: { text: [a, 7], heads: b } }\n',
    'hexapla.yaml:1:26: fonts.zh.text is “7”; expected for each language tag the packages of “text” and of “heads”, one or a list',
    generic,
  ],
  [
    'a list instead of settings',
    '- en\n- zh\n',
    'hexapla.yaml:1:1: hexapla.yaml is a list; expected settings, one a line, such as “source: en”',
    generic,
  ],
  [
    'a rule that is none',
    'rules:\n  leftover: off\n  figures/vlaue: warning\n',
    'hexapla.yaml:3:3: rules has “figures/vlaue”, which is no rule; expected the name of a rule or of a family of rules, such as figures/value or figures',
    'Did you mean “figures/value”?',
  ],
  [
    'a rule that is like none',
    'rules: { spelling: off }\n',
    'hexapla.yaml:1:10: rules has “spelling”, which is no rule; expected the name of a rule or of a family of rules, such as figures/value or figures',
    'Correct the name, or remove it: a report names the rule of each finding.',
  ],
  [
    'a severity that is none',
    'rules: { leftover: of }\n',
    'hexapla.yaml:1:20: rules.leftover is “of”; expected for each rule or family of rules error, warning, note or off, such as { leftover: off, figures/value: warning }',
    'Did you mean “off”?',
  ],
  [
    'a setting twice',
    'source: en\nsource: zh\n',
    'hexapla.yaml:2:1: this is not YAML: Map keys must be unique; a setting is a name, a colon and a value',
    'Write one setting a line, such as “source: en”; what belongs to it is indented by two spaces.',
  ],
])('%s is named with its place', (_, text, message, hint) => {
  const trouble = troubleOf(() => read(text));
  expect([trouble.message, trouble.hint, trouble.code]).toEqual([message, hint, 2]);
});

test.each(['a: [\n', 'a: b: c\n', '"', '\t- x', 'a: *nowhere\n', 'a: &a [*a]\n', '%YAML 9\n---\n{'])(
  'what is not YAML is a UserError with a place: %j',
  (text) => {
    expect(troubleOf(() => read(text)).message).toMatch(/^hexapla\.yaml:\d+:\d+: /);
  },
);

test('the first of several mistakes is told', () => {
  expect(troubleOf(() => read('fail-on: x\nbrowsr: y\nlocales: z\n')).message).toMatch(/^hexapla\.yaml:1:10: fail-on/);
});

test.each([
  [
    'locales: [en, zh]\n',
    'hexapla.yaml:1:15: locales is “zh”; there is no folder content/zh/',
    'Make that folder and put its texts there, or name a language that is there: en, ru.',
  ],
  [
    '\nsource: de\n',
    'hexapla.yaml:2:9: source is “de”; there is no folder content/de/',
    'Make that folder and put its texts there, or name a language that is there: en, ru.',
  ],
  [
    'locales: [en]\nsource: ru\n',
    'hexapla.yaml:2:9: source is “ru”; expected one of the locales: en',
    'Add ru to the locales, or name one of them as the source.',
  ],
  [
    'parallel:\n  - [en, de]\n',
    'hexapla.yaml:2:10: parallel is “de”; there is no folder content/de/',
    'Make that folder and put its texts there, or name a language that is there: en, ru.',
  ],
  [
    'locales: [en]\nparallel: [[en, ru]]\n',
    'hexapla.yaml:2:17: parallel is “ru”; expected one of the locales: en',
    'Add ru to the locales, or name one of them.',
  ],
  [
    'parallel: [[en, ru], [ru, en, RU]]\n',
    'hexapla.yaml:1:31: parallel has “RU” twice in one row; expected different languages side by side',
    'Name another language there, or take it out.',
  ],
])('a language without a text is named: %j', (text, message, hint) => {
  const trouble = troubleOf(() => read(text, ['en', 'ru']));
  expect([trouble.message, trouble.hint, trouble.code]).toEqual([message, hint, 2]);
});

test('a language is written as its folder is', () => {
  expect(read('source: ZH-hans\nlocales: [zh-Hans, EN]\n', ['en', 'zh-hans'])).toMatchObject({
    source: 'zh-hans',
    locales: ['zh-hans', 'en'],
  });
});

test('outputs are the formats that there are, whole editions and parallel ones', () => {
  const options = schema.shape.outputs.unwrap().element.options.toSorted();
  expect(options).toEqual(['edition', 'parallel', ...formats.map(({ id }) => id)].toSorted());
});

test('hexapla.schema.json is what the schema says; npm run schema writes it', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../hexapla.schema.json', import.meta.url), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))));
});

function troubleOf(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no UserError was thrown');
}
