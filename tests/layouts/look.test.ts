import { describe, expect, test } from 'vitest';
import { lookStyle } from '../../src/layouts/look.ts';
import { language, languages } from '../../src/locales/index.ts';

const styleOf = (locale: string) => lookStyle(language(locale).typography.look ?? {});

test.each([
  ['en', ''],
  ['de', ''],
  ['ru', '--paper-line:15.5pt;--measure:37.8;--indent:1.25em;--first-indent:var(--indent)'],
  [
    'zh',
    '--paper-line:18.5pt;--leading:1.85;--measure:36;--indent:2em;--first-indent:var(--indent);--align:justify;--wrap:wrap;--slant:normal;--stress:700;--tracking:0;--bullet:disc',
  ],
  ['ar', '--paper-size:12pt;--paper-line:19pt;--leading:1.8;--measure:29.5;--slant:normal;--stress:700;--tracking:0'],
])('%s', (locale, style) => {
  expect(styleOf(locale)).toBe(style);
});

test('a region is set as its language is, and a language that nobody has described as English', () => {
  expect(styleOf('zh-Hans-CN')).toBe(styleOf('zh'));
  expect(styleOf('zh-HK')).toBe(styleOf('zh-Hant'));
  expect(styleOf('hu')).toBe('');
});

describe.each(languages().map((known) => [known.tag, known.typography.look ?? {}] as const))('%s', (_, look) => {
  test('fits between the margins of A4, and its lines do not touch', () => {
    const { size = 10.5, leading = 15, measure = 33.5 } = look;
    expect(size * measure).toBeLessThanOrEqual((154 / 25.4) * 72);
    expect(leading / size).toBeGreaterThan(1.35);
    expect(leading / size).toBeLessThan(1.9);
  });

  test('what goes into a style attribute ends nothing', () => {
    expect(lookStyle(look)).toMatch(/^[\w\s.:;()#'–\\-]*$/);
  });
});
