/** What is said in other words, and with which evidence it is no slip. */
import { expect, test } from 'vitest';
import { checked, slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

test.each([
  ['The win lifts them three points above the drop zone.', 'zh', '赢球之后，他们领先降级区三分。'],
  ['With salt, cheese keeps almost twice as long.', 'zh', '加盐后，奶酪的保存时间几乎可以延长一倍。'],
  ['She won over eight rounds.', 'ru', 'Она победила в восьмираундовом бою.'],
  ['He was fouled on the edge of the six-yard box.', 'ru', 'На нем сфолили на границе вратарской.'],
  ['The choir sang nine songs.', 'zh', '合唱团唱了九首歌。'],
  ['She lived abroad for most of the 2000s.', 'zh', '本世纪头十年的大部分时间里，她都住在国外。'],
  ['About one in five of the staff is from Turin.', 'zh', '约两成员工来自都灵。'],
  ['It reuses eight litres out of every ten.', 'zh', '它将八成的用水回收利用。'],
  ['It reuses eight litres out of every ten.', 'ru', 'Она повторно использует 80% воды.'],
  ['About 500 people came to a hall built for 320.', 'ru', 'В зал на 320 мест пришли около пятисот человек.'],
  [
    'Last year it sold a third as many pianos as in 2017.',
    'ru',
    'В прошлом году продали втрое меньше роялей, чем в 2017-м.',
  ],
  [
    'Twelve days and 1,040 miles later he was home.',
    'ru',
    'Через 12 дней и 1040 миль (почти 1700 километров) он был дома.',
  ],
  ['The ball missed the window by about a foot.', 'ru', 'Мяч не долетел до окна сантиметров тридцать.'],
  ['They left some thirty years ago.', 'ru', 'Они уехали лет тридцать назад.'],
  ['He showed a 50-second film.', 'zh', '他放映了一段50秒的影片。'],
  ['They scored 20 points in the fourth quarter.', 'zh', '他们在第四节拿下20分。'],
  ['They arrived an hour and 20 minutes late.', 'ru', 'Они опоздали на час двадцать.'],
  ['The barn cost $75,000.', 'ru', 'Сарай обошелся в 75 тыс. долларов (около 6 млн рублей).'],
  ['No party has a majority.', 'zh', '没有一个政党席位过半。'],
  ['The council voted 5-1.', 'ru', 'Совет проголосовал пятью голосами против одного.'],
  ['Yields fell by nine basis points.', 'zh', '收益率下跌9个万分点。'],
  ['The strait closed a hundred million years ago.', 'zh', '海峡在亿年前闭合。'],
  ['Entry is free for under-14s.', 'zh', '14岁以下免费入场。'],
  ['Nobody else scored more than 14.', 'zh', '其他人得分都没有超过14分。'],
  ['They never got closer than seven points.', 'zh', '分差从未缩小到七分以内。'],
  ['She is at 11 under that way.', 'ru', 'Её результат — минус 11.'],
])('%s %s', async (english, locale, translation) => {
  expect(await errors(english, locale, translation)).toEqual([]);
});

test('what stands beside one sign of counting is no score', async () => {
  const warned = await checked({
    'content/en/a.md': '---\ntitle: x\n---\nThey carried the goats out one by one to a woman with three children.\n',
    'content/zh/a.md': '---\ntitle: x\n---\n他们把山羊一只一只地抱给一位三个孩子的母亲。\n',
  });
  expect(warned.filter(({ rule }) => rule.startsWith('figures/'))).toEqual([]);
  expect(await errors('They won three to one.', 'zh', '他们以三比二获胜。')).toEqual(['value']);
});

test.each([
  ['She won over eight rounds.', 'ru', 'Она победила в десятираундовом бою.', 'missing'],
  ['The choir sang nine songs.', 'zh', '合唱团唱了七首歌。', 'value'],
  ['About one in five of the staff is from Turin.', 'zh', '约三成员工来自都灵。', 'value'],
  ['It reuses eight litres out of every ten.', 'ru', 'Она повторно использует 90% воды.', 'missing'],
  [
    'Last year it sold a third as many pianos as in 2017.',
    'ru',
    'В прошлом году продали вдвое меньше роялей, чем в 2017-м.',
    'value',
  ],
  ['He showed a 50-second film.', 'zh', '他放映了一段50分钟的影片。', 'unit'],
  ['They scored 20 points in the fourth quarter.', 'zh', '他们在第六节拿下20分。', 'value'],
  ['You need not walk five or ten kilometres.', 'zh', '不必走五升或十公里。', 'unit'],
  ['The index closed up nearly 1%.', 'zh', '该指数创下新高。', 'missing'],
  ['City came from behind to win 2-1.', 'zh', '一度落后的曼城以2比2逆转。', 'value'],
  ['He won 6-4, 7-6 (7-5).', 'ru', 'Он победил 6:4, 7:6 (5:5).', 'value'],
  ['Trams 1, 2 and 60 run hourly.', 'zh', '2路、2路和60路每小时一班。', 'value'],
  ['A decade ago the strait was closed.', 'zh', '亿年前，海峡已经关闭。', 'extra'],
  ['Yields fell by nine basis points.', 'zh', '收益率下跌9个百分点。', 'value'],
  ['The barn cost $75,000.', 'ru', 'Сарай обошелся в 75 тыс. долларов (900 тыс. евро).', 'extra'],
  ['Entry is free for under-14s.', 'zh', '14月以下免费入场。', 'unit'],
  ['It takes two fewer hours.', 'zh', '所需时间减少两周。', 'unit'],
  ['The 40-pound dog sat down.', 'zh', '那只40磅（约28公斤）重的狗坐下了。', 'extra'],
  ['He trails the leader by 2:34.', 'ru', 'Он уступает лидеру 2 минуты 43 секунды.', 'missing'],
  ['It has offered the couple a pair of tickets.', 'ru', 'Супругам подарили шесть билетов.', 'value'],
])('%s %s, and another figure', async (english, locale, translation, slip) => {
  expect(await errors(english, locale, translation)).toContain(slip);
});
