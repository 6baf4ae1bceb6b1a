import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';

/** Kind, value, unit and bound of all that is read, softly said or not. */
const said = (text: string, locale: string) =>
  readFigures(text, locale)
    .map(({ kind, value, unit, bound, soft }) => {
      const number = typeof value === 'string' ? value : `${value.from}..${value.to}`;
      return [kind, number, unit, bound === 'exact' ? undefined : bound, soft && 'soft'].filter(Boolean).join(' ');
    })
    .join('; ');

describe('hours, minutes and what looks like them', () => {
  test.each([
    ['zh', '邮差五点五十起床', 'time 05:50'],
    ['zh', '凌晨三点十分出发', 'time 03:10'],
    ['zh', '七点十分，船靠岸了', 'time 07:10'],
    ['zh', '下午两点零五分', 'time 14:05'],
    ['zh-Hant', '她三點四十下班', 'time 03:40'],
    ['zh', '这三点十分重要', 'number 3'],
    ['zh', '上升三点五个百分点', 'percentage-point 3.5'],
    ['zh', '早一点回家', ''],
    ['ja', '2時間41分の試合', 'duration 161 minute'],
    ['ja', '3分の2を失う', 'fraction 2/3'],
    ['ko', '전체의 3 분의 1', 'fraction 1/3'],
    ['he', 'זה שוקל טון וחצי', 'quantity 1.5 tonne'],
    ['ar', 'يزن طنا ونصف الطن', 'quantity 1.5 tonne'],
    ['uk', 'Згорів будинок XVIII століття', 'date C18'],
    ['en', 'He rose at ten to six.', 'time 05:50'],
    ['en', 'It was quarter to seven in the morning.', 'time 06:45'],
    ['en', 'at five to six hospitals', 'number 5..6'],
    ['en', 'at five to ten degrees', 'quantity 5..10 degree'],
  ])('%s: %s', (locale, text, expected) => expect(said(text, locale)).toBe(expected));
});

describe('numbers that stand side by side', () => {
  test.each([
    ['zh', '五、六十岁的老人', 'duration 50..60 year soft'],
    ['zh', '来了两、三个人', 'number 2..3 soft'],
    ['zh', '住了2、3天', 'duration 2..3 day soft'],
    ['zh', '二、三、四号楼', 'number 4'],
    ['ja', '2、3人が残った', 'number 2..3 soft'],
    ['ja', '第3（41.5%）区', 'ordinal 3; percent 41.5'],
    ['ja', '三、四百人', 'number 300..400 soft'],
    ['ja', '3月2、3日', 'date --03-02; date --03-03'],
    ['zh', '身高1米78', 'quantity 1.78 meter'],
    ['zh', '一米八的个子', 'quantity 1.8 meter'],
    ['zh', '游了100米5次', 'quantity 100 meter; number 5'],
    ['ja', '8メートル95を跳んだ', 'quantity 8.95 meter'],
  ])('%s: %s', (locale, text, expected) => expect(said(text, locale)).toBe(expected));
});

describe('everyday words that hold numbers', () => {
  test.each([
    ['zh', '被大卸八块，散得七零八落', ''],
    ['zh', '北陆成为和平之地', ''],
    ['zh', '人民币陆佰元', 'money 600 CNY'],
    ['zh', '谈判一波三折，他半信半疑', ''],
    ['zh', '两年半生意', 'duration 2.5 year'],
    ['zh', '今明两年', 'number 2 soft'],
    ['zh', '百年剧院，三百年前', 'duration 100 year soft; duration 300 year'],
    ['ja', '二度と戻らない', 'number 2 soft'],
    ['ja', '二度目の優勝、十二度', 'ordinal 2; quantity 12 celsius'],
    ['ja', '十分に休む、十分間休む、十分の一', 'duration 10 minute; fraction 0.1'],
    ['ja', '駅に一番近い店、二日酔いと五十嵐さん、二番目', 'ordinal 2'],
    ['zh-Hant', '五個半獸人，兩年半生意', 'number 5; duration 2.5 year'],
    ['ko', '세일 기간, 만세, 오전 9시', 'time 09:00'],
    ['ko', '네 주변을 보라', ''],
    ['ko', '네 주 동안', 'duration 4 week'],
    ['ko', '절반만 남았다', 'fraction 0.5'],
    ['ko', '다섯 살배기', 'duration 5 year'],
  ])('%s: %s', (locale, text, expected) => expect(said(text, locale)).toBe(expected));
});

describe('ratios, and scales that say one', () => {
  test.each([
    ['zh', '主队三比零领先', 'number 3; number 0'],
    ['zh-Hant', '賠率為十比一', 'number 10; number 1 soft'],
    ['ja', '三対一で勝った', 'number 3; number 1 soft'],
    ['zh', '估值万亿美元', 'money 1000000000000 USD soft'],
    ['zh', '超过百万美元，几千万元，数百万欧元', 'money 1000000 USD over'],
    ['zh', '十几岁的少年，二十几岁', 'duration 10 year soft; duration 20 year over'],
    ['en', 'The fee will top £10 a month.', 'money 10 GBP; duration 1 month soft'],
  ])('%s: %s', (locale, text, expected) => expect(said(text, locale)).toBe(expected));
});

describe('shares in money, and degrees', () => {
  test.each([
    ['en', 'It takes $4 of every $10 spent, up from $3.', 'fraction 0.4; fraction 0.3'],
    ['en', 'seven out of every ten dollars', 'fraction 0.7'],
    ['en', 'He paid $4 in $10 notes.', 'money 4 USD; money 10 USD'],
    ['zh', '华氏104度', 'quantity 104 fahrenheit'],
    ['ja', '華氏100度、セ氏38度', 'quantity 100 fahrenheit; quantity 38 celsius'],
    ['ko', '화씨 영하 22도', 'quantity -22 fahrenheit'],
  ])('%s: %s', (locale, text, expected) => expect(said(text, locale)).toBe(expected));
});
