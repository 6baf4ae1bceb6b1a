/** What translators into Chinese write for the same thing: bounds, names, parts, money and dates in other words. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

test.each([
  // Bounds that verbs, nouns and particles say.
  ['The campaign fell short of $3 million.', 'zh', '这次筹款未能达到300万美元。'],
  ['He barely slept four hours a night.', 'zh', '他每晚睡不到四个小时。'],
  ['At least 300 people are feared dead.', 'zh', '少说也有300人恐已遇难。'],
  ['No fewer than 30 countries have signed up.', 'zh', '多达30个国家已经签署。'],
  ['Oil held above $70 a barrel.', 'zh', '油价维持在每桶70美元上方。'],
  ['The pound slid below $1.20 before recovering.', 'zh', '英镑一度失守1.20美元关口，随后回升。'],
  ['It took six hours and change.', 'zh', '用了六个多小时。'],
  ['He is well past 60.', 'zh', '他已年过六十。'],
  ['Its box office has topped 100 million yuan.', 'zh', '票房破亿。'],
  ['About two dozen were hurt.', 'zh', '约20多人受伤。'],
  ['It is the first time the yen has weakened beyond 160 to the dollar.', 'zh', '这是日元兑美元首次跌破160。'],
  // Names, and works that have another title.
  ['The Seven Samurai is a classic.', 'zh', '《七武士》是一部经典。'],
  ['The walk along the Seven Sisters is closed.', 'zh', '七姐妹白崖步道已经关闭。'],
  ['No 10 said it would respond.', 'zh', '首相府表示将作出回应。'],
  ['The eighth film in the series opened.', 'zh', '系列第八部电影《碟中谍8》上映。'],
  // Parts and multiples.
  ['The risk is five times higher for smokers.', 'zh', '吸烟者的风险要高四倍。'],
  ['The dose was cut to half a tablet a day.', 'zh', '剂量减至每天半片。'],
  ['Half a dozen people were hurt.', 'zh', '有五六人受伤。'],
  ['More than half of the 1,200 residents have left.', 'zh', '1200名居民中，一多半已经离开。'],
  // Money.
  ['The firm made 30, 40 and 50 million dollars in three years.', 'zh', '三年分别赚了3000万、4000万和5000万美元。'],
  [
    'The firm made 30, 40 and 50 million dollars in three years.',
    'de',
    'In drei Jahren waren es 30, 40 und 50 Mio. Dollar.',
  ],
  ['A litre of petrol costs 1.80 euros.', 'zh', '一升汽油要1欧元80分。'],
  ['The euro slipped 0.2% to $1.0850.', 'zh', '欧元兑美元下跌0.2%，报1.0850。'],
  ['She sold it for 1.28 million yuan.', 'zh', '她以128万的价格卖掉了它。'],
  // Dates and times.
  ['The ban takes effect on Jan. 1.', 'zh', '禁令将于元旦生效。'],
  ['They have until midnight on March 31.', 'zh', '他们须在3月31日24时前完成。'],
  // Measures and results.
  ['The wind farm generates 500 MWh.', 'zh', '风电场发电50万度。'],
  ['His record is 30-2 with 20 KOs.', 'zh', '他的战绩是30胜2负20次KO。'],
  ['Poland bought 180 K2 tanks.', 'zh', '波兰购买了180辆K2坦克。'],
  ['The Long March 5B rocket lifted off.', 'zh', '长征五号B火箭发射升空。'],
  ['The 15th five-year plan begins in 2026.', 'zh', '“十五五”规划2026年启动。'],
  ['He ran it in under ten seconds for the first time.', 'zh', '他首次跑进10秒。'],
  ['The age limit is 35.', 'zh', '年龄须在35岁以下。'],
  ['There are about three dozen such cases a year.', 'zh', '此类案件每年有三四十起。'],
  // Counted with who is named alone.
  ['A man and his two sons were killed.', 'zh', '父子三人遇难。'],
  ['A couple and their two children were found dead.', 'zh', '一家四口被发现死亡。'],
])('%s %s %s', async (english, locale, translation) => {
  expect(await errors(english, locale, translation)).toEqual([]);
});

test.each([
  ['The campaign raised more than $3 million.', 'zh', '这次筹款未能达到300万美元。'],
  ['No fewer than 30 countries have signed up.', 'zh', '不到30个国家已经签署。'],
  ['Oil held above $70 a barrel.', 'zh', '油价维持在每桶70美元下方。'],
  ['Its box office has topped 100 million yuan.', 'zh', '票房破千万。'],
  ['The risk is five times higher for smokers.', 'zh', '吸烟者的风险要高三倍。'],
  ['Half a dozen people were hurt.', 'zh', '有七八人受伤。'],
  ['The firm made 30, 40 and 50 million dollars in three years.', 'zh', '三年分别赚了3000万、4000亿和5000万美元。'],
  ['A litre of petrol costs 1.80 euros.', 'zh', '一升汽油要1欧元60分。'],
  ['The euro slipped 0.2% to $1.0850.', 'zh', '欧元兑美元下跌0.2%，报1.0580。'],
  ['The euro slipped 0.2% to $1.0850.', 'zh', '欧元兑美元下跌0.2%，报1.0850日元。'],
  ['She sold it for 1.28 million yuan.', 'zh', '她以182万的价格卖掉了它。'],
  ['The ban takes effect on Jan. 1.', 'zh', '禁令将于圣诞节生效。'],
  ['They have until midnight on March 31.', 'zh', '他们须在3月31日22时前完成。'],
  ['The wind farm generates 500 MWh.', 'zh', '风电场发电5万度。'],
  ['His record is 30-2 with 20 KOs.', 'zh', '他的战绩是30胜2负30次KO。'],
  ['At least seven people were killed in the town.', 'zh', '该镇至少八人丧生。'],
  ['Poland bought 180 K2 tanks.', 'zh', '波兰购买了18万辆K2坦克。'],
  ['There are about three dozen such cases a year.', 'zh', '此类案件每年有四五十起。'],
  ['They trailed for three quarters.', 'zh', '他们四节都落后。'],
  ['A man and his two sons were killed.', 'zh', '父子五人遇难。'],
])('%s %s %s: an error', async (english, locale, translation) => {
  expect(await errors(english, locale, translation)).not.toEqual([]);
});
