import { expect, test } from 'vitest';
import { withHost } from '../../src/host/index.ts';
import type { Loaded } from '../../src/model.ts';
import { loadSettings } from '../../src/settings.ts';
import { list, load } from '../../src/stages/load.ts';
import { UserError } from '../../src/trouble.ts';
import { type Files, throwaway } from '../publication.ts';

async function loaded(files: Files): Promise<Loaded> {
  const { folder } = await throwaway(files);
  const surroundings = { signal: new AbortController().signal, quiet: true };
  return withHost(folder, surroundings, async (host) => load(host, await list(host, await loadSettings(host))));
}

test('the source language stands first: the one of the settings, else en, else the first', async () => {
  const files = { 'content/ru/a.md': '1', 'content/en/a.md': '2', 'content/de/a.md': '3' };
  const order = async (more: Files) => (await loaded({ ...files, ...more })).locales.map(({ locale }) => locale);
  expect(await order({})).toEqual(['en', 'de', 'ru']);
  expect(await order({ 'hexapla.yaml': 'source: ru' })).toEqual(['ru', 'de', 'en']);
  expect(await order({ 'hexapla.yaml': 'locales: [ru, de]' })).toEqual(['ru', 'de']);
  expect(await order({ 'hexapla.yaml': 'locales: [ru, de, en]\nsource: de' })).toEqual(['de', 'ru', 'en']);
});

test('texts, strings and other files are told apart', async () => {
  const { locales, assets } = await loaded({
    'content/en/b.md': 'b',
    'content/en/news/a.md': 'a',
    'content/en/strings.json': '{}',
    'content/en/news/strings.json': '[]',
    'content/en/chart.svg': '<svg/>',
    'content/en/.draft.md': 'hidden',
    'content/en/.git/x.md': 'hidden',
    'content/figures.yaml': '',
    'content/terms.yaml': '',
    'content/logo.png': '',
  });
  expect(locales).toEqual([
    {
      locale: 'en',
      documents: [
        { path: 'content/en/b.md', text: 'b' },
        { path: 'content/en/news/a.md', text: 'a' },
      ],
      strings: { path: 'content/en/strings.json', text: '{}' },
    },
  ]);
  expect(assets).toEqual(['content/en/chart.svg', 'content/en/news/strings.json', 'content/logo.png']);
});

test('where a language has no strings of its own, it has the theme’s, if the theme speaks it', async () => {
  const { locales } = await loaded({ 'content/en/a.md': '1', 'content/zh-Hans/a.md': '2', 'content/eo/a.md': '3' });
  expect(locales.map(({ locale, strings }) => [locale, strings?.path])).toEqual([
    ['en', 'templates/strings/en.json'],
    ['eo', undefined],
    ['zh-Hans', 'templates/strings/zh.json'],
  ]);
});

test('files of languages that the settings leave out are left out', async () => {
  const files = { 'content/en/a.md': '1', 'content/de/a.md': '2', 'content/de/x.png': '', 'content/images/x.png': '' };
  const { locales, assets } = await loaded({ ...files, 'hexapla.yaml': 'locales: [en]' });
  expect([locales.length, assets]).toEqual([1, []]);
});

test.each<[string, Files, string, RegExp]>([
  [
    'an empty folder',
    {},
    'content/: there is no such folder in this publication; it was expected to hold the texts',
    /hexapla init/,
  ],
  [
    'content/ without a language',
    { 'content/.gitkeep': '' },
    'content/: the folder is empty; one folder for each language was expected, such as content/en/',
    /hexapla init/,
  ],
  [
    'a text beside the languages',
    { 'content/a.md': 'x' },
    'content/a.md: this text stands in no language; texts were expected in content/<language>/',
    /content\/en\/a\.md/,
  ],
  [
    'a language without a text',
    { 'content/en/a.md': 'x', 'content/ru/notes.txt': 'x' },
    'content/ru/: there is no text in this language; files that end in .md were expected',
    /content\/ru\/article\.md/,
  ],
  [
    'a folder that is no language',
    { 'content/en/a.md': 'x', 'content/images/a.png': 'x' },
    'content/images/: “images” is no language tag; each folder of content/ is a language, such as en, zh-Hans or pt-BR',
    /beside the texts/,
  ],
  [
    'a language twice',
    { 'content/zh-Hans/a.md': 'x', 'content/zh-hans/a.md': 'x' },
    'content/zh-Hans/: this is the same language as content/zh-hans/; each language has one folder',
    /one of the two/,
  ],
])('%s is named, with what to do', async (_, files, message, hint) => {
  const trouble: unknown = await loaded(files).catch((error: unknown) => error);
  if (!(trouble instanceof UserError)) throw new Error(`no UserError but ${JSON.stringify(trouble)}`);
  expect([trouble.message, trouble.code]).toEqual([message, 2]);
  expect(trouble.hint).toMatch(hint);
});

test('very many texts are read anew, if they stay as they are; few are held', async () => {
  const how = async (count: number, stay: boolean) => {
    const { folder } = await throwaway({ 'content/en/a.md': 'A' });
    const surroundings = { signal: new AbortController().signal, quiet: true };
    return withHost(folder, surroundings, async (host) => {
      const paths = Array.from({ length: count }, () => 'content/en/a.md');
      const { locales } = await load(host, { locales: [{ locale: 'en', paths }], assets: [] }, { stay });
      const text = Object.getOwnPropertyDescriptor(locales[0]?.documents[count - 1], 'text');
      return text?.get ? 'read anew' : 'held';
    });
  };
  expect(await how(6001, true)).toBe('read anew');
  expect(await how(6001, false), 'of a publication that others write').toBe('held');
  expect(await how(60, true)).toBe('held');
});
