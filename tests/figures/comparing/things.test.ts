/** What counts things is no measure of as much, nor does one of them stand for more. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

test.each([
  ['She turned down the honour on two separate occasions.', 'ja', '叙勲の打診を2回断った。', '2回', '2トン'],
  ['Three people were arrested in the harbour.', 'ja', '港で3人が逮捕された。', '3人', '3時間'],
  ['Five families moved in.', 'ko', '다섯 가구가 입주했다.', '다섯 가구', '다섯 달'],
  ['Seven members of the family died.', 'fa', 'هفت تن از اعضای خانواده جان باختند.', 'هفت تن', 'هفت متر'],
  ['Four cabinet ministers resigned.', 'de', 'Vier Minister traten zurück.', 'Vier Minister', 'Vier Stunden'],
  ['There were sixteen games in the season.', 'es', 'La temporada tuvo 16 jornadas.', '16 jornadas', '16 meses'],
])('things and measures: %s', async (english, locale, right, was, wrong) => {
  expect(await slipsIn(english, locale, right)).toEqual([]);
  expect(await slipsIn(english, locale, right.replace(was, wrong))).toEqual(['unit']);
});

test('a number of times in one word', async () => {
  expect(await slipsIn('The alarm went off twice.', 'ja', '警報は2度鳴った。')).toEqual([]);
  expect(await slipsIn('The alarm went off twice.', 'ja', '警報は2キロ鳴った。')).toEqual(['extra']);
});

test.each([
  ['They slept there for three nights.', 'ja', 'そこで3日間眠った。'],
  ['She ran the last two exhausting kilometres.', 'ja', '最後の苦しい2キロを走った。'],
  ['The tanks hold less than 500 gross tonnage.', 'zh', '油轮总吨位不足500吨。'],
])('what others measure: %s', async (english, locale, right) => {
  expect(await slipsIn(english, locale, right)).toEqual([]);
});

test.each([
  ['The paper won two awards.', 'ja', '同紙は賞を2つ受賞した。', '1つ', 'value'],
  ['They met a fortnight ago.', 'ja', '彼らは2週間前に会った。', '1週間', 'value'],
  ['The ring is less than a millimetre thick.', 'ja', '輪の厚さは1ミリもない。', '1リットル', 'unit'],
  ['All of it happened in just over a year.', 'ja', 'すべてはこの1年余りで起きた。', '6年', 'extra'],
])('one of them, or of another unit: %s', async (english, locale, right, wrong, slip) => {
  expect(await slipsIn(english, locale, right)).toEqual([]);
  expect(await slipsIn(english, locale, right.replace(/2つ|2週間|1ミリ|1年/u, wrong))).toEqual([slip]);
});

test.each([
  ['She earns well over £100,000.', 'ja', '収入は10万ポンドを優に超える。', '10万ポンドをはるかに下回る'],
  ['The population is just shy of 5 million.', 'ja', '人口は500万人にわずかに届かない。', '500万人をわずかに上回る'],
  ['The trip took a little under four hours.', 'ko', '이동에는 네 시간이 조금 안 걸렸다.', '네 시간을 조금 넘었다'],
  ['The crowd was well over 30,000.', 'ko', '관중은 3만 명을 가뿐히 넘었다.', '3만 명에 한참 못 미쳤다'],
])('an adverb before the verb of a bound: %s', async (english, locale, right, wrong) => {
  expect(await slipsIn(english, locale, right)).toEqual([]);
  const behind = right.replace(/(?:10万|500万|네 시간|3만).*?(?=。|\.$)/u, wrong);
  expect((await slipsIn(english, locale, behind)).length).toBe(1);
});

test.each([
  [
    'In waves of six metres he saved three of the four men.',
    'ja',
    '6メートルの波の中、4人のうち3人を救った。',
    '3人',
    '6人',
  ],
  [
    'It began with two aircraft and now carries one in nine passengers.',
    'ja',
    '2機で始まり、今は旅客の9人に1人を運ぶ。',
    '9人に1人',
    '9人に2人',
  ],
  ['She was in ninth place until the final kilometre.', 'ja', '最後の1キロまで9位だった。', '1キロ', '9キロ'],
  [
    'The boat had 284 people aboard, among them a pregnant woman and a girl aged four.',
    'ko',
    '배에는 임신부 1명과 네 살 소녀 등 284명이 타고 있었다.',
    '1명',
    '4명',
  ],
])('as many of something else is not said again: %s', async (english, locale, right, was, wrong) => {
  const errors = async (target: string) =>
    (await slipsIn(english, locale, target)).filter((slip) => !slip.endsWith('?'));
  expect(await errors(right)).toEqual([]);
  expect(await errors(right.replace(was, wrong))).toHaveLength(1);
});
