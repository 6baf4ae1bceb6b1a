/** What sports pages, weather reports and the like write in Chinese and Russian, and what they must not let pass. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

test.each([
  ['She shot a four-under 68 and is 11 under for the week.', 'zh', '她打出低于标准杆4杆的68杆，四天总成绩-11。'],
  ['She shot a four-under 68.', 'ru', 'Она сыграла за 68 ударов, минус четыре.'],
  ['He carded a three-over 75 with two birdies.', 'zh', '他以高于标准杆3杆的75杆交卷，抓到2只小鸟。'],
  ['He dropped four shots on the back nine.', 'ru', 'Он потерял четыре удара на второй девятке.'],
  ['He dropped four shots on the back nine.', 'zh', '他在后九洞丢掉四杆。'],
  ['She made 88 off 60 balls, with nine fours and three sixes.', 'zh', '她60球得到88分，包括九个四分和三个六分。'],
  ['He saved two match points in the tie-break.', 'zh', '他在抢七局中挽救了两个赛点。'],
  ['She won the 100m in 10.94 seconds.', 'zh', '她以10秒94夺得100米冠军。'],
  ['They scored on the hour mark.', 'ru', 'Гол был забит на 60-й минуте.'],
  ['They scored after half an hour.', 'zh', '第30分钟，他们取得进球。'],
  ['The singer is among the ten most heard.', 'zh', '这位歌手的收听量跻身前十。'],
  ['The van was seen 20 minutes to midnight.', 'zh', '有人在晚上11点40分看到那辆面包车。'],
  ['The alarm was raised shortly before 8pm on Friday.', 'zh', '周五晚上快到8点时，警报响起。'],
  ['They left at 12:40 a.m.', 'zh', '他们离开时已是零点40分。'],
  ['Highs will stay in the 30s.', 'zh', '最高气温将保持在30多摄氏度。'],
  ['Highs will drop into the 30s.', 'ru', 'Днём похолодает до 30 с лишним градусов.'],
  ['The loss could come to $300 million or more.', 'ru', 'Ущерб может достичь 300 млн долларов и даже больше.'],
  ['The loss may be more than 90 billion yuan.', 'zh', '损失可能高达900多亿元。'],
  ['They aim for zero emissions.', 'ru', 'Их цель — нулевые выбросы.'],
  ['She lived there for most of the 2000s.', 'ru', 'Она прожила там почти все нулевые.'],
  ['He kept a .38-calibre revolver.', 'ru', 'У него был револьвер 38-го калибра.'],
  [
    'They strike for 48 hours; guards join for the first 24.',
    'ru',
    'Они бастуют двое суток, охранники — первые сутки.',
  ],
  ['The loss could come to $300 million or more.', 'zh', '损失可能高达3亿美元，甚至更多。'],
  ['Sales fell to 2.8 billion yuan from 3.1 billion.', 'zh', '销售额分别为28亿31亿元。'],
  ['Boots are 20 per cent off.', 'zh', '靴子打八折。'],
  ['Boots are sold at 85 percent of the price.', 'zh', '靴子按八五折出售。'],
  ['The fair runs from the 13th to the 15th of July.', 'zh', '展会于7月13日至15日举行。'],
])('%s', async (english, locale, translation) => {
  expect((await slipsIn(english, locale, translation)).filter((one) => !one.endsWith('?'))).toEqual([]);
});

test.each([
  ['She shot a four-under 68.', 'zh', '她打出低于标准杆5杆的68杆。', 'value'],
  ['She shot a four-under 68.', 'ru', 'Она сыграла за 68 ударов, минус пять.', 'value'],
  ['They scored on the hour mark.', 'ru', 'Гол был забит на 50-й минуте.', 'extra'],
  ['They scored after half an hour.', 'zh', '第20分钟，他们取得进球。', 'value'],
  ['The singer is among the ten most heard.', 'zh', '这位歌手的收听量跻身前五。', 'value'],
  ['The van was seen 20 minutes to midnight.', 'zh', '有人在晚上11点20分看到那辆面包车。', 'value'],
  ['They left at 12:40 a.m.', 'zh', '他们离开时已是零点50分。', 'value'],
  ['Boots are 20 per cent off.', 'zh', '靴子打七折。', 'value'],
  ['The fair runs from the 13th to the 15th of July.', 'zh', '展会于7月13日至16日举行。', 'date'],
  ['The loss could come to at most $300 million.', 'zh', '损失可能高达3亿美元，甚至更多。', 'direction'],
])('%s, and another figure', async (english, locale, translation, slip) => {
  expect(await slipsIn(english, locale, translation)).toContain(slip);
});

test('the end of the decade may be said as its year', async () => {
  const english = 'Emissions are to halve by the end of the decade.';
  expect(await slipsIn(english, 'zh', '到2030年，排放量将减半。')).toEqual(['extra?']);
  expect(await slipsIn(english, 'zh', '到2036年，排放量将减半。')).toEqual(['extra']);
});
