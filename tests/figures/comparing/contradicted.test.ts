/** What weighs little alone contradicts what is left of its sort on the other side. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

test.each([
  ['For years the village has asked for a second bridge.', 'zh', '多年来，该村一直要求再建第二座桥。', '第六座'],
  [
    'The mill has seen its losses roughly triple since 2011.',
    'zh',
    '自2011年以来，该厂的亏损大约增至原来的三倍。',
    '七倍',
  ],
  ['He kept a goat called Number Three.', 'zh', '他养过一只名叫“三号”的山羊。', '“九号”'],
  ['The mayor faces a run-off in May.', 'zh', '市长将在5月面临第二轮选举。', '第六轮'],
  [
    'The two brothers met after the verdict, which brought them together.',
    'zh',
    '判决之后，两人见了面，双方因此和解。',
    '五人',
  ],
  ['Few potters worked there between the wars.', 'ru', 'Между двумя войнами гончаров там было мало.', 'семью'],
])('a few of another number: %s', async (english, locale, right, other) => {
  expect(await slipsIn(english, locale, right)).toEqual([]);
  const wrong = right.replace(/第二[座轮]|三倍|“三号”|两人|двумя/u, other);
  expect(await slipsIn(english, locale, wrong)).toEqual(['value']);
});

test('as many of another unit, where the source says it in one word', async () => {
  const english = 'She had not lost a point all fortnight.';
  expect(await slipsIn(english, 'zh', '她两周来未失一分。')).toEqual([]);
  expect(await slipsIn(english, 'zh', '她两年来未失一分。')).toEqual(['unit']);
});

test.each([
  ['It is an hour from here by boat.', '船で1時間', '船で1分'],
  ['The trial went on for nearly a month.', '1カ月近く', '1分間近く'],
  ['In one village the map was wrong by more than a kilometre.', '1キロメートル以上', '1グラム以上'],
])('one of another unit, in digits: %s', async (english, right, wrong) => {
  const text = 'ある村では、#だった。';
  expect(await slipsIn(english, 'ja', text.replace('#', right))).toEqual([]);
  expect((await slipsIn(english, 'ja', text.replace('#', wrong))).length).toBe(1);
});

test('a unit that the text has elsewhere is not said of an age', async () => {
  const english =
    'Now 46, she keeps bees above the old harbour of the town, and a hive takes her seven weeks of the year.';
  expect(await slipsIn(english, 'zh', '如今她46岁，在该镇老港口的上方养蜂，一个蜂箱一年要花她七周时间。')).toEqual([]);
  expect(await slipsIn(english, 'zh', '如今她46周，在该镇老港口的上方养蜂，一个蜂箱一年要花她七周时间。')).toEqual([
    'unit',
  ]);
});

test('at least one, and at most one that stands before its verb', async () => {
  const english = 'At least one farmer kept his gate shut.';
  expect(await slipsIn(english, 'zh', '至少有一位农民没有开门。')).toEqual([]);
  expect(await slipsIn(english, 'zh', '最多有一位农民没有开门。')).toEqual(['direction']);
});

test('another currency than the one that goes without saying', async () => {
  const english = 'A seat costs 18 euros and a bed seven more.';
  expect(await slipsIn(english, 'zh', '座位票价18欧元，卧铺再加7英镑。')).toEqual(['unit']);
});

test.each([
  ['ru', 'Той ноябрьской ночью они вышли в море.', 'Той ночью они вышли в море.'],
  ['de', 'In jener Novembernacht fuhren sie hinaus.', 'In jener Nacht fuhren sie hinaus.'],
  ['zh', '11月的那个夜晚，他们出海了。', '那个夜晚，他们出海了。'],
])('a month may go by another word, but not unsaid: %s', async (locale, right, wrong) => {
  const english = 'On that night in November they put out to sea.';
  expect(await slipsIn(english, locale, right)).toEqual([]);
  expect(await slipsIn(english, locale, wrong)).toEqual(['missing']);
});

test('what is converted rounds to what is written, and no further', async () => {
  const english = 'More than 18 inches of rain fell, half a mile from the river.';
  const text = (rain: string, way: string) => `降雨量超过18英寸（约${rain}毫米），距河流半英里（${way}米）。`;
  expect(await slipsIn(english, 'zh', text('457', '800'))).toEqual([]);
  expect(await slipsIn(english, 'zh', text('460', '805'))).toEqual([]);
  expect(await slipsIn(english, 'zh', text('467', '800'))).toEqual(['extra']);
  expect(await slipsIn(english, 'zh', text('457', '880'))).toEqual(['extra']);
});

test('a way that is round may be told by another round one, but not by one that looks exact', async () => {
  const english = 'The lake is about 300 miles away.';
  expect(await slipsIn(english, 'ru', 'До озера примерно 480 км.')).toEqual([]);
  expect(await slipsIn(english, 'ru', 'До озера примерно 500 км.')).toEqual([]);
  expect(await slipsIn(english, 'ru', 'До озера примерно 470 км.')).toEqual(['value']);
});

test('two figures apart from each other make no share, and the hour makes no other number', async () => {
  const english = 'He lost about two-thirds of his sheep, and sold the rest the next day.';
  expect(await slipsIn(english, 'zh', '他损失了大约三分之二的羊，第二天卖掉了剩下的。')).toEqual([]);
  expect(await slipsIn(english, 'zh', '他损失了大约三分之四的羊，第二天卖掉了剩下的。')).toContain('value');
  const trams = 'Trams 1 and 2 run every 30 minutes between midnight and 5am.';
  expect(await slipsIn(trams, 'zh', '5路和2路电车在凌晨0点至凌晨5点之间每半小时一班。')).toContain('value');
});

test('what no clock shows is no time', async () => {
  expect(await slipsIn('They were called at 7.52am.', 'ru', 'Их вызвали в 7:52.')).toEqual([]);
  expect(await slipsIn('They were called at 7.52am.', 'ru', 'Их вызвали в 7:92.')).toContain('value');
  expect(await slipsIn('Few buses run after 6pm.', 'ru', 'После 78:00 автобусов мало.')).toContain('value');
});

test.each([
  ['They walked the last four kilometres.', '他们步行走完最后四公里。', '他们步行走完最后四米。', 'unit'],
  ['He crashed here on the last lap two years ago.', '两年前他在最后一圈撞车。', '两天前他在最后一圈撞车。', 'unit'],
  ['They were convicted after a two-week trial.', '经过两周的审理，二人获刑。', '经过两天的审理，二人获刑。', 'extra'],
])('a unit behind few in words: %s', async (english, right, wrong, slip) => {
  expect(await slipsIn(english, 'zh', right)).toEqual([]);
  expect(await slipsIn(english, 'zh', wrong)).toEqual([slip]);
});

test.each([
  [
    'With peak winds of 145 mph, it was on the ground for 11 miles.',
    '最大风速达每小时145英里，它在地面上行进了11英里。',
    '最大风速达每小时11英里，它在地面上行进了145英里。',
  ],
  [
    'Rusk took the Browns 80 yards in seven plays.',
    '拉斯克用七次进攻带领布朗队推进了80码。',
    '拉斯克用80次进攻带领布朗队推进了七码。',
  ],
])('two that took each other’s unit: %s', async (english, right, wrong) => {
  expect(await slipsIn(english, 'zh', right)).toEqual([]);
  expect(await slipsIn(english, 'zh', wrong)).toEqual(['value', 'value']);
});
