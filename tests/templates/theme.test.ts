/** The theme that ships: what can be said of it without looking. For the rest, look. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../src/text/entries.ts';
import { categories, messages, pluralKeys } from '../../src/text/plurals.ts';

const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const site = read('templates/styles/site.css');
const print = read('templates/styles/print.css');

describe('strings', () => {
  const templates = globSync('templates/**/*.{liquid,css}', { cwd: root }).map(read).join('\n');
  const code = ['src/text/scope.ts', ...globSync('src/layouts/*.ts', { cwd: root })].map(read).join('\n');
  const asked = new Set([
    ...[...templates.matchAll(/'([\w.]+)' \| (?:t|page_counter)\b/g)].map(([, key]) => key),
    ...[...code.matchAll(/voice\.(?:t|has)\('([\w.]+)'/g)].map(([, key]) => key),
  ]);
  const keys = (path: string) =>
    new Set(entriesOf({ path, text: read(path) }).map(({ key }) => key.replace(PLURAL, '')));

  test('are found in templates and code', () => expect(asked.size).toBeGreaterThan(8));

  const spoken = globSync('templates/strings/*.json', { cwd: root }).map((path) => basename(path, '.json'));

  test('the theme speaks these languages', () => expect(spoken.sort()).toEqual(['ar', 'en', 'fa', 'he', 'ru', 'zh']));

  test.each(spoken)('%s: every number has the form that the language needs', (locale) => {
    const path = `templates/strings/${locale}.json`;
    const all = messages(
      entriesOf({ path, text: read(path) }),
      new Set(pluralKeys(entriesOf({ path, text: read(path) }))),
    );
    const counted = [...all.values()].filter(({ forms }) => !forms.has(''));
    expect(counted.map(({ key }) => key).sort()).toEqual(['article.minutes', 'index.documents']);
    for (const { key, ordinal, forms } of counted)
      expect([...forms.keys()].sort(), key).toEqual([...categories(locale, ordinal)].sort());
  });

  test.each(spoken)('%s: each string has the values of the English one', (locale) => {
    const values = (tag: string) => {
      const path = `templates/strings/${tag}.json`;
      const found = new Map<string, Set<string>>();
      for (const { key, text } of entriesOf({ path, text: read(path) })) {
        const own = found.get(key.replace(PLURAL, '')) ?? new Set();
        for (const [, name = ''] of text.matchAll(/\{\{(\w+)/g)) own.add(name);
        found.set(key.replace(PLURAL, ''), own);
      }
      return Object.fromEntries([...found].map(([key, names]) => [key, [...names].sort()]).sort());
    };
    expect(values(locale)).toEqual(values('en'));
  });

  test.each(spoken)('%s: the theme has all that it asks for, but for the tagline, and nothing else', (locale) => {
    expect([...keys(`templates/strings/${locale}.json`)].sort()).toEqual(
      [...asked].filter((key) => key !== 'publication.tagline').sort(),
    );
  });

  test.each(['en', 'ru', 'zh'])('%s: the sample says all of it in its own words', (locale) => {
    expect([...keys(`content/${locale}/strings.json`)].sort()).toEqual([...asked].sort());
  });
});

describe('colours', () => {
  const palettes = [...site.matchAll(/:root \{[^}]*--paper:[^}]*\}/g)].map(([rule]) =>
    Object.fromEntries(
      [...rule.matchAll(/--(\w+): (#[\da-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value]),
    ),
  );

  test('there is a light and a dark palette', () => expect(palettes).toHaveLength(2));

  test.each(['ink', 'quiet', 'accent'])('%s stands out from the paper at least 7 to 1, light and dark', (name) => {
    for (const palette of palettes) expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(7);
  });

  test('paper has the light accent', () => {
    expect(print).toContain(`--accent: ${palettes[0]?.accent};`);
  });
});

test('nothing comes from elsewhere and no font is asked of the reader', () => {
  for (const css of [site, print]) {
    expect(css).not.toMatch(/url\(|@import|https?:/);
    const families = [...css.matchAll(/font-family: ([^;]+);|--(?:text|heads): ([^;]+);/g)].map(([, a, b]) => a ?? b);
    for (const family of families)
      expect(family).toMatch(/^(?:"Hexapla (?:Text|Heads)", (?:sans-)?serif|var\(--(?:text|heads)\))$/);
  }
});

test('templates hold no words of a language and no scripts', () => {
  for (const path of globSync('templates/**/*.liquid', { cwd: root })) {
    const text = read(path)
      .replace(/<style>[\s\S]*?<\/style>/g, '')
      .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
      .replace(/<[^>]*>/g, '');
    expect(text.trim(), path).toBe('');
    // A strict policy lets none through that stands within the page; data for programs is none.
    expect(read(path), path).not.toMatch(/<script(?! defer src=| type="application\/ld\+json")|\son\w+=/);
    if (!/<style>/.test(read(path))) expect(read(path), path).not.toContain(' style=');
  }
});

/** WCAG 2.2, contrast ratio. */
function contrast(one = '#000', other = '#000'): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
