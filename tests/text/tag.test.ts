import { expect, test } from 'vitest';
import { isLanguageTag, isSameTag } from '../../src/text/tag.ts';

test('language tags', () => {
  expect(['en', 'zh-Hans', 'pt-BR', 'zh-hans', 'gsw'].filter((tag) => !isLanguageTag(tag))).toEqual([]);
  expect(['english', 'images', 'zh_CN', '', 'e', 'en-', '中文', 'en us', '..'].filter(isLanguageTag)).toEqual([]);
});

test('capitals do not matter', () => {
  expect([isSameTag('zh-hans', 'zh-Hans'), isSameTag('zh', 'zh-Hans')]).toEqual([true, false]);
});
