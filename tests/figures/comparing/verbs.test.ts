/** What a verb, an hour, a chance or a note of money says without a number, or with another one. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

test.each([
  // A verb that goes beyond its figure, and the same word behind it.
  ['Budget tops £40m as the bridge slips.', 'ru', 'Смета моста превысила 40 млн фунтов.'],
  ['Turnout tops 60% for the first time.', 'zh', '投票率首次突破60%。'],
  ['Fine tops €2m.', 'de', 'Die Strafe liegt bei über 2 Mio. Euro.'],
  ['It takes 20 minutes, tops.', 'ru', 'Это займёт не больше 20 минут.'],
  // What comes in.
  ['The fair raised £9,000 for the ward that lost its beds.', 'zh', '这场义卖为床位被削减到极限的病房筹得9000英镑。'],
  ['The tax will raise $3bn.', 'ru', 'Налог принесёт бюджету, сокращённому до предела, 3 млрд долларов.'],
  // Names of things, and money.
  ['A thief left in an Audi RS6.', 'ru', 'Вор уехал на Audi RS6.'],
  ['He drives an RS4 to work.', 'zh', '他开奥迪RS4上班。'],
  ['A ticket costs Rs20.', 'ru', 'Билет стоит 20 рупий.'],
  ['A ticket costs RS200.', 'ru', 'Билет стоит 200 рупий.'],
  // Minutes of the hour that was said.
  ['We were told at 8.10 to meet at half past.', 'ru', 'В 8:10 нам сказали, что собрание в половине девятого.'],
  ['We were told at 8.10 to meet at quarter past.', 'zh', '8点10分，我们得知8点15分开会。'],
  ['It was 10.40 and we left at half past.', 'de', 'Es war 10.40 Uhr, und wir gingen um 11.30 Uhr.'],
  ['By nine the hall was full.', 'zh', '还不到9点，大厅就坐满了。'],
  ['By eleven they had gone.', 'zh', '将近11点，他们就走了。'],
  // By so many times.
  ['Sales halved.', 'ru', 'Это произошло после двукратного падения продаж.'],
  ['Prices tripled.', 'ru', 'Произошёл трёхкратный рост цен.'],
  ['Output fell to a quarter of what it was.', 'ru', 'Произошло четырёхкратное падение выпуска.'],
  ['He is a two-time champion.', 'ru', 'Он двукратный чемпион.'],
  // Chances.
  ['The odds of a deal are one in two.', 'ru', 'Шансы на сделку – 50 на 50.'],
  ['There is a better than even chance of rain.', 'zh', '下雨的概率在五成以上。'],
  ['They have better than even odds.', 'ru', 'Их шансы превышают 50%.'],
  ['It is a 50-50 chance.', 'zh', '机会是一半。'],
  ['The chance is 50%.', 'zh', '机会五五开。'],
  ['The odds of a deal are one in two.', 'de', 'Die Chancen stehen fifty-fifty.'],
  ['The odds of a deal are one in two.', 'pl', 'Szanse na umowę wynoszą 50 na 50.'],
  ['The odds of a deal are one in two.', 'cs', 'Šance na dohodu jsou 50 na 50.'],
  ['The odds of a deal are one in two.', 'fr', 'Les chances d’un accord sont de 50-50.'],
  // Notes.
  ['She had a tenner in her purse.', 'ru', 'В кошельке у неё была десятка.'],
  ['She had a tenner in her purse.', 'zh', '她钱包里有十欧元。'],
  ['He lent me a fiver.', 'ru', 'Он одолжил мне пять фунтов.'],
  // Money that the text has named.
  ['Their deposit of $150,000 was gone.', 'ru', 'Взнос в 150 тысяч они потеряли.'],
  ['For $2 million you could buy a street.', 'ru', 'За два миллиона там можно было купить улицу.'],
  // One less behind the first.
  ['She won the first of five titles in 1998.', 'zh', '她1998年首次夺冠，此后又四次称霸。'],
  // An "only" that has moved with its figure, with a preposition between.
  [
    'The town has built just 700 homes while its population rose by 9,000.',
    'ru',
    'Население города выросло на девять тысяч, а домов прибавилось лишь на 700.',
  ],
])('%s %s', async (english, locale, translation) => {
  expect(await errors(english, locale, translation)).toEqual([]);
});

test.each([
  ['Budget tops £40m as the bridge slips.', 'ru', 'Смета моста меньше 40 млн фунтов.', 'bound'],
  ['Budget tops £40m as the bridge slips.', 'zh', '大桥造价突破4亿英镑。', 'value'],
  ['It takes 20 minutes, tops.', 'ru', 'Это займёт более 20 минут.', 'bound'],
  ['The fair raised £9,000.', 'zh', '这场义卖筹得900英镑。', 'value'],
  ['They raised the levy by £9.', 'ru', 'Сбор снизили на 9 фунтов.', 'direction'],
  ['A ticket costs Rs20.', 'ru', 'Билет стоит 30 рупий.', 'value'],
  [
    'We were told at 8.10 to meet at half past.',
    'ru',
    'В 8:10 нам сказали, что собрание в половине десятого.',
    'value',
  ],
  ['By nine the hall was full.', 'zh', '还不到8点，大厅就坐满了。', 'value'],
  ['Prices tripled.', 'ru', 'Произошёл двукратный рост цен.', 'value'],
  ['Sales doubled.', 'ru', 'Произошло двукратное падение продаж.', 'direction'],
  ['The odds of a deal are one in two.', 'ru', 'Шансы на сделку – 30 на 50.', 'value'],
  ['There is a better than even chance of rain.', 'zh', '下雨的概率在八成以上。', 'extra'],
  ['Their deposit of $150,000 was gone.', 'ru', 'Взнос в 150 тысяч евро они потеряли.', 'unit'],
  ['Their deposit of $150,000 was gone.', 'ru', 'Взнос в 15 тысяч они потеряли.', 'missing'],
  ['Children aged two and three can have it.', 'zh', '两岁和三小时的儿童可以接种。', 'unit'],
  ['Children aged six or seven can have it.', 'ru', 'Её могут получить дети шести лет или семи недель.', 'extra'],
])('%s %s, and another figure', async (english, locale, translation, slip) => {
  expect(await errors(english, locale, translation)).toContain(slip);
});
