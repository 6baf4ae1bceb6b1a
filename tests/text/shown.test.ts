import { describe, expect, test } from 'vitest';
import { foreignLanguages, shownCharacters } from '../../src/text/shown.ts';

const needed = (html: string, locale = 'en') => [...shownCharacters([html], locale).needed].sort().join('');
const welcome = (html: string, locale = 'en') => shownCharacters([html], locale).welcome;

describe('needed is what a page shows', () => {
  test.each([
    ['text, entities decoded', '<p>ab&amp;&#x2603;&hellip;</p>', '&ab…☃'],
    ['not tags, attributes, comments', '<p title="q>z" data-x=\'y\'>a<!-- b > c --><br/>d</p>', 'ad'],
    [
      'not the head, scripts, styles',
      '<head><title>t</title></head><header>a</header><script>b</script><style>c{}</style>',
      'a',
    ],
    [
      'words and digits that the printer writes',
      '<span data-page-of="x" data-page-form="（第 § 页）"></span>',
      '0123456789第页（）',
    ],
    ['not what nobody sees', 'a\u00a0b\u00ad\u200b\u200d\u2060\ufe0f\u3000\u202f\u0001\ufeff\ufffc\u2028\tc', 'abc'],
    ['what looks like nothing but is seen', 'a\u2011\ufffd\u0301', 'a\u0301\u2011\ufffd'],
    ['a character beyond the first plane, whole', '𠮷😀', '😀𠮷'],
    ['half a character as the sign for that', 'a\ud800', 'a\ufffd'],
  ])('%s', (_, html, characters) => {
    expect(needed(html)).toBe(characters);
  });

  test.each([
    ['content', 'p::before{content:"→" counter(x) \'±\'}', '→±'],
    ['the boxes of a page', '@page{size:A4;@bottom-center{content:"第 " counter(page) "页"}}', '第页'],
    ['escapes', 'p::before{content:"\\2014 \\26Z\\"\\\n\\\\"}', '"&Z\\—'],
    ['braces and quotes in strings', `p::before{content:"}{'"}q::after{content:'"{'}`, `"'{}`],
    ['nested rules', 'p{content:"a";&::before{content:"b"}}@media print{i{quotes:"«" "»"}}', 'ab«»'],
    ['list marks', 'ul{list-style-type:"¶ "}@counter-style x{symbols:"†" "‡"}', '¶†‡'],
    ['not fonts', '@font-face{font-family:"思源";src:url("字.ttf")}p{font-family:"宋体","楷体";font:1em "黑体"}', ''],
    ['not pictures', 'p{background:url("图.png")}', ''],
    ['not comments', '/* "没" */', ''],
  ])('and what styles add: %s', (_, css, characters) => {
    expect(needed(`<style>${css}</style>`)).toBe([...characters].sort().join(''));
  });

  test('and attributes that styles show', () => {
    const html = '<style>a::after{content:" (" attr(href) ")"}</style><a href="ж&amp;" title="z">b</a>';
    expect(needed(html)).toBe('&()bж');
  });

  test('and not what a style keeps for another language', () => {
    const css =
      ':lang(zh) q{quotes:"「" "」"}:lang(ru) q{quotes:"„" "“"}[lang|=fr] q{quotes:"‹"}p::before{content:"§"}';
    expect(needed(`<style>${css}</style>`, 'zh-Hans')).toBe('§「」');
    expect(needed(`<style>${css}</style>`, 'ru')).toBe('§“„');
  });
});

describe('welcome is what may come up', () => {
  test.each([
    ['the other case', 'ёß', 'ЁS'],
    ['what is needed to put it together', 'е\u0301e\u0301', 'é'],
    ['basic Latin and what a browser adds', 'я', 'aZ09.-\u2010\u00ad…•“”«»'],
    ['spaces that are there', 'a\u2009b', '\u2009'],
  ])('%s', (_, html, characters) => {
    for (const character of characters) expect([...welcome(html)], character).toContain(character);
  });

  test('and is not needed', () => {
    const { needed: must, welcome: may } = shownCharacters(['abc'], 'en');
    expect([...must].filter((character) => may.has(character))).toEqual([]);
  });

  test('in the language: a Turkish i', () => {
    expect(welcome('i', 'tr')).toContain('İ');
    expect(welcome('i', 'en')).not.toContain('İ');
  });
});

test('other languages are those that passages are marked with', () => {
  const pages = ['<html lang="en"><i lang="zh-Hans">a</i><a hreflang="fr" lang="ru">', '<i lang="ru">'];
  expect(foreignLanguages(pages, 'en')).toEqual(['zh-Hans', 'ru']);
});
