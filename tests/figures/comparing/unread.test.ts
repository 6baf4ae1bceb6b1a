/** What the other text says, though not as a figure that could be read, is doubtful and no error. */
import { expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';
import { unreadNumbers } from '../../../src/figures/reading/unread.ts';
import { checked } from '../../checks/checked.ts';

/** `unit` for an error, `unit?` for a warning. */
async function said(english: string, locale: string, translation: string): Promise<readonly string[]> {
  const page = (text: string) => `---\ntitle: x\n---\n${text}\n`;
  const found = await checked({ 'content/en/a.md': page(english), [`content/${locale}/a.md`]: page(translation) });
  const figures = found.filter(({ rule, severity }) => rule.startsWith('figures/') && severity !== 'note');
  return figures.map(({ rule, severity }) => rule.slice('figures/'.length) + (severity === 'error' ? '' : '?'));
}

test.each([
  ['zh', '他们在三溪六湾捕鱼。', ['3', '6']],
  ['zh', '他走了十二里路，用了三小时。', []],
  ['en', 'Mum said I had nine lives.', []],
  ['en', 'The twelve apostles met on the seventh floor.', []],
])('%s %s', (locale, text, numbers) => {
  expect([...unreadNumbers(text, readFigures(text, locale), locale)]).toEqual(numbers);
});

test.each([
  ['They fished in six coves.', 'zh', '他们在三溪六湾捕鱼。', 'missing?'],
  ['They fished in six coves.', 'zh', '他们在三溪七湾捕鱼。', 'missing'],
  ['The region has had less than half its average rainfall.', 'zh', '该地区降雨量还不到往年冬春平均值的一半。', ''],
  ['She baked a five-tier cake.', 'ru', 'Она испекла пятиярусный торт.', 'missing?'],
  ['They are 14th in the sixth tier.', 'sv', 'De ligger på 14:e plats i sjättedivisionen.', 'missing?'],
  ['The purse would be split 70-30.', 'zh', '出场费将按七三分成。', 'missing? missing?'],
  ['We lost them in a quarter.', 'ru', 'За квартал мы потеряли всех.', 'missing?'],
])('%s %s %s', async (english, locale, translation, slip) => {
  expect(await said(english, locale, translation)).toEqual(slip ? slip.split(' ') : []);
});

test('a bound that is read with no other figure bounds this one', async () => {
  const english = 'They were less than £3,000 each.';
  expect(await said(english, 'ru', 'Планка была ниже, чем когда-либо ранее: 3000 фунтов.')).toEqual(['bound?']);
  expect(await said(english, 'ru', 'Это были суммы в 3000 фунтов.')).toEqual(['bound']);
});

test.each([
  ['He took more than £310,000 from five women.', '他从五名女性手中骗走31万英镑，她们大多丧偶不久。'],
  ['It sent pills to a county of fewer than 30,000 people in a year.', '该公司一年内向一个人口3万的县运送了药片。'],
])('a sign within a word, or behind another figure, bounds nothing: %s', async (english, translation) => {
  expect(await said(english, 'zh', translation)).toEqual(['bound']);
});

test.each([
  // A unit that begins a longer word is rather misread; the word may be two behind a number.
  ['They run two cake shops.', '他们开了两个年糕铺。', 'unit?'],
  ['Two days later it fell.', '三天后它下跌。', 'value'],
])('%s zh %s', async (english, translation, slip) => {
  expect(await said(english, 'zh', translation)).toContain(slip);
});

test.each([
  ['The record fell in eleven of the past twelve.', 'zh', '过去12个月中有11个月刷新了纪录。'],
  ['By mid-afternoon the port was full.', 'zh', '下午三点，码头上已人山人海。'],
  ['The dollar fell more than a cent.', 'zh', '加元跌了一美分多。'],
  ['The wing was worth a couple of tenths.', 'zh', '新前翼快了零点二秒。'],
  ['He came just after ten and scolded her.', 'ru', 'Он пришёл в начале одиннадцатого и бранил её.'],
  ['Fourteen-man Munster held on.', 'ru', '«Манстер» в меньшинстве выстоял.'],
  ['It cuts the sprint to 62mph to 4.9 seconds.', 'zh', '0到62英里/小时的加速时间缩短至4.9秒。'],
  ['The referee stood five yards away.', 'fr', "L'arbitre était à moins de cinq mètres."],
  [
    'It will close 31 of its 94 stores by the end of June.',
    'tr',
    '94 mağazasından 31’ini haziran sonuna kadar kapatacak.',
  ],
  ['We went through the big one in ’98.', 'tr', '98’deki büyüğünü atlattık.'],
  ['After 10 months the store opened.', 'ko', '열 달을 보낸 끝에 가게가 문을 열었다.'],
  ['Book at least two months ahead.', 'ru', 'Бронируйте самое позднее за два месяца.'],
  ['The dollar slipped by a third of a U.S. cent.', 'zh', '加元下跌了三分之一美分。'],
  ['It has been eating around the clock since.', 'zh', '此后它就一刻不停地吃。'],
  ['He was past 50 when the part came along.', 'zh', '得到这个角色时他已年过50。'],
  ['He stood over a six-foot putt.', 'zh', '他面对一记6英尺的推杆。'],
  ['The shares closed down 14½p at 203½p.', 'zh', '股价收盘报203.5便士，下跌14.5便士。'],
  ['A fare goes from $3 to $3.25.', 'zh', '票价从3加元涨至3.25加元。'],
  ['It was 64%, down from 71% four years ago.', 'zh', '投票率为64%，不及四年前的71%。'],
  ['It was based on two weekdays in August.', 'ru', 'Оно опиралось на данные за два будних дня августа.'],
  ['The pound rose by half a cent against the dollar.', 'zh', '英镑兑美元上涨半美分。'],
  ['Analysts halved their target to 90p.', 'ru', 'Аналитики вдвое, до 90 пенсов, понизили целевую цену.'],
  ['It gave up early gains to end 0.2% lower.', 'ru', 'Индекс растерял прирост и закрылся с понижением на 0,2%.'],
  ['The final is the best of 13 sets.', 'ru', 'Финал продлится до семи побед.'],
  ['The roof was closed in mid-afternoon.', 'zh', '下午三时左右，顶棚关闭。'],
  ['Until two years ago it had never won.', 'ru', 'До позапрошлого года он ни разу не побеждал.'],
])('%s %s %s', async (english, locale, translation) => {
  expect(await said(english, locale, translation)).toEqual([]);
});
