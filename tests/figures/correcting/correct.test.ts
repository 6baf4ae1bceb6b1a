/** What a translation is told to write: in its own form, and certain only where nothing beside it has to change. */
import { expect, test } from 'vitest';
import { correct } from '../../../src/figures/correcting/correct.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';
import { growth, LINEAR } from '../../growth.ts';

const at = { line: 1, column: 1 };
const span = { path: 'a.md', start: at, end: at };

/** The correction of the first figure of a text by the first of an English one. */
function corrected(english: string, text: string, locale: string): string {
  const first = (said: string, language: string): Figure => {
    const [figure] = readFigures(said, language);
    if (!figure) throw new Error(`no figure in ${said}`);
    return { ...figure, span };
  };
  const found = correct(first(text, locale), first(english, 'en'), { text }, locale);
  return found === undefined ? 'nothing' : `${found.certain ? 'certainly' : 'perhaps'} ${found.text}`;
}

test.each([
  ['a scale word for another', 'US$320 million', 'Выплачено 320 млрд долларов США.', 'ru', '320 млн долларов США'],
  ['one that is declined', 'US$460 million', 'На 460 миллиардов долларов.', 'ru', '460 миллионов долларов'],
  ['digits, where the language has no such scale', 'over US$90 billion', '超过90亿美元。', 'zh', '超过900亿美元'],
  ['digits around a bound', 'over US$90 billion', '已有90多亿美元。', 'zh', '900多亿美元'],
  ['digits as they were grouped', '18,000 people', 'Итого 1 900 человек', 'ru', '18 000'],
  ['digits as they were not', '18,000 people', '共有19000人。', 'zh', '18000'],
  ['full-width digits', '58 pairs', '友好城市５６对。', 'zh', '５８'],
  ['both ends of a range', '20–25% of them', '占20%至35%。', 'zh', '20%至25%'],
  ['a name of money', 'It paid US$70 billion', '支付700亿欧元。', 'zh', '700亿美元'],
  ['a name behind a scale', 'It paid US$70 billion', 'Выплачено 70 млрд евро.', 'ru', '70 млрд долларов США'],
  ['a sign', 'It paid €70 billion', 'It paid £70 billion.', 'en', '€70 billion'],
  ['a measure', '300 kilometers', '长300英里', 'zh', '300公里'],
  ['a bound inside', 'more than 3,300 km', '边界3300公里。', 'zh', '3300多公里'],
  ['a bound before what is not round', 'more than 3,305 km', '边界3305公里。', 'zh', '超过3305公里'],
  ['a bound that opens the sentence', 'more than 3,300 km', '3300 км границы', 'ru', 'Более 3300 км'],
  ['a bound too many', '300 km', 'Длиной более 300 км.', 'ru', '300 км'],
  ['a bound turned round', 'under 40% of it', '占超过40%。', 'zh', '不足40%'],
  ['a day', 'On January 25, 2022', '2022年1月26日，他们会晤。', 'zh', '2022年1月25日'],
  ['a month, declined', 'On January 25, 2022', 'Встреча 25 февраля 2022 года.', 'ru', '25 января 2022 года'],
  ['a month, shortened', '8 March 2019', 'on 8 Apr 2019', 'en', '8 Mar 2019'],
  ['a numeric date', 'On January 5, 2022', 'Дата: 06.01.2022', 'ru', '05.01.2022'],
  ['a year of two', 'from 1992 to 2022', '1992年至2021年', 'zh', '1992年至2022年'],
  ['an ordinal', 'the 40th anniversary', 'Отметили 30-летие.', 'ru', '40-летие'],
])('%s: %s in place of «%s»', (_, english, text, locale, expected) => {
  expect(corrected(english, text, locale)).toBe(`certainly ${expected}`);
});

test.each([
  ['a noun beside it that would have to be declined', '25 ports', 'Имеется 21 порт.', 'ru', '25'],
  ['money that would have to be declined', 'It paid €2', 'Выплачено 2 рубля.', 'ru', '2 евро'],
  ['a preposition that wants the bound before it', 'by more than 15%', 'Рост на 15 %.', 'ru', 'более 15 %'],
  ['an article that does', 'over 3,300 km', 'the 3,300 km of border', 'en', 'more than 3,300 km'],
  ['a preposition that is a bound as well', 'a fine of 12.5%', 'Штраф до 13,5 %.', 'ru', 'до 12,5 %'],
  ['a number in words', 'US$30 billion', '支付三千亿美元。', 'zh', '300亿美元'],
  ['a number in two parts', '1.2 million people', 'В стране 1 млн 300 тыс. человек', 'ru', '1,2 млн'],
  ['an ordinal’s ending', 'on January 22, 2022', 'on January 21st, 2022', 'en', 'January 22, 2022'],
])('not certain: %s', (_, english, text, locale, expected) => {
  expect(corrected(english, text, locale)).toBe(`perhaps ${expected}`);
});

test('nothing is offered that does not read as the source’s figure', () => {
  expect(corrected('a third of it', 'Доля 21 %', 'ru')).toBe('nothing');
  expect(corrected('at 6:45 p.m.', '下午7时45分', 'zh')).toBe('nothing');
});

test('a long paragraph is not read anew for each of its figures', () => {
  const [source] = readFigures('US$70 billion', 'en');
  if (!source) throw new Error('no figure');
  const correcting = (size: number) => {
    const text = '支付700亿欧元，'.repeat(size);
    const figures = readFigures(text, 'zh');
    return () => figures.map((figure) => correct({ ...figure, span }, { ...source, span }, { text }, 'zh'));
  };
  expect(growth(correcting, 500)).toBeLessThan(LINEAR);
});
