/** Features, match reports and small talk: what one language says freely, and what must be found beside it. */
import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

describe('it says the same', () => {
  test.each([
    ["The couple's third holiday in eight weeks ended badly.", 'zh', '夫妻俩八周内第三次度假不欢而散。'],
    ["The couple's third holiday in eight weeks ended badly.", 'zh-Hant', '夫妻倆八週內第三次度假不歡而散。'],
    ['Three dozen houses burned.', 'zh', '30多栋房屋被烧毁。'],
    ['It is less than half the level of 2019.', 'zh', '这还不到2019年水平的一半。'],
    ['That is more than twice the figure for 2019.', 'zh', '这超过2019年数字的两倍。'],
    [
      "It reaches less than a third of the country's 26 million people.",
      'zh',
      '惠及人数不到全国2600万人口的三分之一。',
    ],
    ['More than half of the 26 million people are poor.', 'zh', '超过2600万人口的一半很穷。'],
    ['It is less than half the level of 2019.', 'zh-Hant', '這還不到2019年水平的一半。'],
    ['The fish rarely tops 7 feet and 1,500 pounds.', 'zh', '这种鱼体长很少超过7英尺，体重很少超过1500磅。'],
    ['It needs at least 40 litres of milk a day or 12 of cream.', 'zh', '每天至少需要40升牛奶，或至少12升奶油。'],
    [
      'It needs at least 40 litres of milk a day or 12 of cream.',
      'ru',
      'В день нужно не менее 40 литров молока или не менее 12 литров сливок.',
    ],
    [
      'It needs at least 40 litres of milk a day or 12 of cream.',
      'de',
      'Täglich braucht es mindestens 40 Liter Milch oder mindestens 12 Liter Sahne.',
    ],
    ['A neighbour called 911 at 3 a.m.', 'zh', '凌晨3时，一位邻居报了警。'],
    ['Most 999 calls come at night.', 'ru', 'Чаще всего в службу спасения звонят ночью.'],
    ['He headed in to make it 3-2.', 'zh', '他头球破门，将比分追成2比3。'],
    ['He headed in to make it 3-2.', 'ru', 'Он забил головой — стало 2:3.'],
    ['If neither clears 50%, a run-off follows.', 'zh', '如果无人得票过半，将举行第二轮投票。'],
    ['If neither clears 50%, a run-off follows.', 'ru', 'Если никто не наберёт более 50%, состоится второй тур.'],
    ['Half received three shots and the rest a fourth.', 'ru', 'Одной половине сделали три укола, другой — ещё один.'],
    ['Half received three shots and the rest a fourth.', 'zh', '一半人打了三针，其余的人在第三针之后又补了一针。'],
    ['She was the youngest of seven sisters.', 'zh', '她在七姐妹中排行最小。'],
    [
      'Gold is above $US2,600 an ounce and land at $A450.',
      'ru',
      'Золото стоит больше 2600 долларов США за унцию, земля — 450 австралийских долларов.',
    ],
    [
      'Rao took five for 38 as Goa beat Delhi by 71 runs.',
      'zh',
      '拉奥失38分拿下五个三柱门，果阿队以71分优势击败德里队。',
    ],
    ['I could not sleep a wink last night.', 'zh', '我昨晚一点都没睡着。'],
    ['I could not sleep a wink last night.', 'zh-Hant', '我昨晚一點都沒睡著。'],
    ["They left at one o'clock last night.", 'zh', '他们昨晚一点离开了。'],
    ['The party would put 2p on income tax.', 'zh', '该党要把所得税提高2个百分点。'],
    ['The roof lasted less than five years.', 'zh', '屋顶连五年都没撑到。'],
    ['He is under five feet tall.', 'zh', '他身高连五英尺都不到。'],
    ['Shops offer discounts of 40% or more.', 'zh', '商店打六折甚至更低。'],
    ['Everything is at least 20% off.', 'zh', '全场八折以下。'],
    ['The climb takes 2 hours and 40 minutes on paper; ours took 4.', 'zh', '登山按说要2小时40分钟，我们用了4个小时。'],
    ['The pass is closed in May and June.', 'zh', '五六月间，山口封闭。'],
    ['They are pregnant for three or four months.', 'zh', '它们怀孕三四个月。'],
    ['She delivered letters all morning and slept all afternoon.', 'zh', '她送了一上午信，睡了一下午。'],
    ['Rain stopped play at 4-4.', 'zh', '双方打成4平时因雨中断。'],
    ['He had canvassed there four times.', 'zh', '他曾四度亲赴那里。'],
    ['It lies at the 18th mile of the road.', 'zh', '它位于公路18英里处。'],
    ['She lost her first million at cards.', 'zh', '她的第一个一百万输在了牌桌上。'],
    ['She lost her first million at cards.', 'ru', 'Свой первый миллион она проиграла в карты.'],
    ['It reopened on 4 May with 75 square metres.', 'zh', '它于5月4日重新开放，面积75平方米。'],
    ['They live in a two-storey flat.', 'zh', '他们住一套上下两层的公寓。'],
    ['Chairs cost about 400 yuan.', 'zh', '椅子一把400元上下。'],
    ['They sold it for less than half of its worth.', 'zh', '他们连半价都没卖到。'],
    ["His party's vote collapsed from 22 per cent to nine.", 'zh', '该党得票率从22%跌到9%。'],
    [
      "His party's vote collapsed from 22 per cent to nine.",
      'ru',
      'Доля голосов за его партию упала с 22 процентов до девяти.',
    ],
    ["His party's vote collapsed from 22 per cent to nine.", 'ru', 'Доля голосов за его партию упала с 22 до 9 %.'],
    [
      "His party's vote collapsed from 22 per cent to nine.",
      'de',
      'Der Stimmenanteil seiner Partei sank von 22 Prozent auf neun.',
    ],
    ['The film topped the chart for a second weekend.', 'zh', '该片连续第二个周末登上榜首。'],
    [
      'On the first extra hole, the par-4 18th, both men missed from inside 10 feet.',
      'zh',
      '加洞赛首洞是四杆洞的第18洞，两人都错过了不到10英尺（约3米）的推杆。',
    ],
    ['He made a birdie on the par-3 12th.', 'ru', 'На 12-й лунке, пар-3, он сделал бёрди.'],
    ['He made a birdie on the par-3 12th.', 'ru', 'На 12-й лунке он сделал бёрди.'],
    ['He made a birdie on the par-3 12th.', 'de', 'Am zwölften Loch, einem Par 3, spielte er ein Birdie.'],
    ['He made a birdie on the par-3 12th.', 'es', 'Hizo birdie en el 12, un par 3.'],
    ['He was sent off in the 41st minute.', 'bg', 'Изгонен бе в 41-вата минута.'],
    ['He made a birdie on the par-3 12th.', 'fr', 'Il a réussi un birdie au 12, un par 3.'],
    ['Seven or eight out of ten shops are shut.', 'zh', '七八成的店铺关了门。'],
    ['Two or three in ten voters are undecided.', 'de', 'Zwei oder drei von zehn Wählern sind unentschlossen.'],
    ['She paid just over a third of the price.', 'zh', '她只付了三分之一强的价钱。'],
    ['Just under a quarter have gone.', 'zh', '离开的占四分之一弱。'],
    ['A third strongly opposed the plan.', 'zh', '三分之一强烈反对该计划。'],
    ['She broke the two-hour barrier by 14 seconds.', 'zh', '她以14秒之差突破两小时大关。'],
    ['He ran the 100 metres in 9.97.', 'zh', '他百米跑出9秒97。'],
    ['Hundreds of metres of cable were stolen.', 'zh', '几百米电缆被盗。'],
    ['He was fined £60 plus £85 costs.', 'zh', '他被罚60英镑，另付85英镑诉讼费。'],
    ['Five years on, little has changed.', 'zh', '五年过去，几乎什么都没变。'],
    ['Nearly 60 and widowed, he lives alone.', 'zh', '年近六十的他丧偶独居。'],
  ])('%s = %s: %s', async (source, locale, target) => {
    expect(await errors(source, locale, target)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    ["The couple's third holiday in eight weeks ended badly.", 'zh', '夫妻俩九周内第三次度假不欢而散。'],
    ['Three dozen houses burned.', 'zh', '40多栋房屋被烧毁。'],
    ['It is less than half the level of 2019.', 'zh', '这是2019年水平的一半。'],
    ['It is less than half the level of 2019.', 'zh', '这超过2019年水平的一半。'],
    ['They won 3-2.', 'ru', 'Они победили 2:3.'],
    ['She won three titles and then a fourth.', 'ru', 'Она выиграла три титула, а потом пятый.'],
    ['Gold is above $US2,600 an ounce.', 'ru', 'Золото стоит больше 2700 долларов США за унцию.'],
    ['The farm cost $A450,000.', 'zh', '农场售价45万美元。'],
    ['The party would put 2p on income tax.', 'zh', '该党要把所得税提高3个百分点。'],
    ['The roof lasted more than five years.', 'zh', '屋顶连五年都没撑到。'],
    ['Shops offer discounts of 40% or more.', 'zh', '商店打七折甚至更低。'],
    ['The climb takes 2 hours and 40 minutes on paper; ours took 4.', 'zh', '登山按说要2小时40分钟，我们用了4天。'],
    ['The pass is closed in May and June.', 'zh', '六七月间，山口封闭。'],
    ['Rain stopped play at 4-4.', 'zh', '双方打成5平时因雨中断。'],
    ['He had canvassed there four times.', 'zh', '他曾四公里亲赴那里。'],
    ['It grew in its fourth straight quarter.', 'zh', '它已连续四公尺增长。'],
    ['The cut will take 250 rand off the payment.', 'zh', '每月可少还250美元。'],
    ["His party's vote collapsed from 22 per cent to nine.", 'zh', '该党得票率从22%跌到9个百分点。'],
    [
      "His party's vote collapsed from 22 per cent to nine.",
      'de',
      'Der Stimmenanteil seiner Partei sank von 22 Prozent auf neun Prozentpunkte.',
    ],
    ['The film topped the chart for a second weekend.', 'zh', '该片连续第三个周末登上榜首，成本不到300万美元。'],
    [
      'She turned down a seven-figure sum to share a house with both her ex-husbands.',
      'zh',
      '有人开出七位数的酬劳，请她与八任前夫同住，被她一口回绝。',
    ],
    [
      'On the first extra hole, the par-4 18th, both men missed from inside 10 feet.',
      'zh',
      '加洞赛首洞是四杆洞的第18洞，三人都错过了不到10英尺（约3米）的推杆。',
    ],
    [
      'On the first extra hole, the par-4 18th, both men missed from inside 10 feet.',
      'zh',
      '加洞赛首洞是五杆洞的第18洞，两人都错过了不到10英尺（约3米）的推杆。',
    ],
    [
      'It was his 12th triple-double of the season and his third in a week.',
      'zh',
      '这是他本季第12次拿下“三双”，也是一周内的第二次。',
    ],
    ['She paid just over a third of the price.', 'zh', '她只付了三分之一弱的价钱。'],
    ['Seven or eight out of ten shops are shut.', 'zh', '三四成的店铺关了门。'],
    ['Shares rose above $100.', 'zh', '股价跌破100美元大关。'],
    ['Five years on, little has changed.', 'zh', '六年过去，几乎什么都没变。'],
  ])('%s ≠ %s: %s', async (source, locale, target) => {
    expect(await errors(source, locale, target)).not.toEqual([]);
  });
});
