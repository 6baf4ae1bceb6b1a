/** Figures that exchanged their places are found by whatever tells, and right translations in another order are not. */
import { describe, expect, test } from 'vitest';
import { checked } from '../../checks/checked.ts';

async function swapsIn(english: string, locale: string, translation: string): Promise<string[]> {
  const found = await checked({
    'content/en/a.md': `---\ntitle: x\n---\n${english}\n`,
    [`content/${locale}/a.md`]: `---\ntitle: x\n---\n${translation}\n`,
  });
  return found.filter(({ rule }) => rule === 'figures/swap').map(({ severity }) => severity);
}

describe('a swap is told', () => {
  test.each([
    [
      'by their nouns, also where a third number has the value of one of them',
      'Milwaukee chipped away with three runs in the fifth and two in the seventh, helped by two Reds errors.',
      'zh',
      '密尔沃基队借红人队两次失误之机逐步追分，第五局又得两分，第七局拿下三分。',
    ],
    [
      'by their order, where a preposition leads the other one',
      'Police searched 14 addresses in six regions.',
      'ru',
      'Полиция провела обыски по шести адресам в 14 регионах.',
    ],
    [
      'by their order, whatever words are alike in both languages',
      'The ship made 11 trips carrying 19 tractors.',
      'ru',
      'Судно совершило 19 рейсов и перевезло 11 тракторов.',
    ],
    ['by a score', 'The hosts won 3-1.', 'zh', '东道主1比3获胜。'],
    [
      'by their order, around how much the one is more than the other',
      'It recorded 1,153 executions in 2023, an increase of 31% on the 883 of a year earlier.',
      'ru',
      'В 2023 году зафиксированы 883 казни — на 31 % больше, чем годом ранее, когда их было 1153.',
    ],
    [
      'by a set that the source does not say',
      'She beat the top seed 4-6, 7-6, 6-3 on Wednesday.',
      'zh',
      '她周三以6比6、7比4、6比3击败头号种子。',
    ],
    [
      'by a score that has the number of something else',
      'He threw four touchdown passes as the Tigers won 41-38.',
      'zh',
      '他传出41次达阵，帮助猛虎队以四比38获胜。',
    ],
    [
      'by what it was a year earlier',
      'The retailer earned $412 million in the three months through July, up from $365 million.',
      'zh',
      '截至7月的三个月里，该零售商盈利3.65亿美元，高于上年同期的4.12亿美元。',
    ],
    [
      'by a part, whatever stands between it and its whole',
      'Only three of the 12 bills have cleared the chamber.',
      'zh',
      '3项法案中，参议院仅通过了12项。',
    ],
    [
      'by a part that is larger than its whole',
      'They were flagged 13 times, and two of the penalties kept the drive alive.',
      'zh',
      '他们被判罚两次，其中13次犯规让进攻得以延续。',
    ],
    ['by a vote', 'Parliament passed it by 231 votes to 176.', 'ru', 'Парламент принял его 176 голосами против 231.'],
    ['by from and to', 'The age was raised from 62 to 64 years.', 'ru', 'Возраст повысили с 64 до 62 лет.'],
    [
      'by a part and its whole',
      'Of the 1,846 complaints received, 1,203 were resolved; 17 of the 52 offices closed.',
      'zh',
      '收到投诉1846件，1203件已办结；17个办事处中，有52个关闭。',
    ],
    [
      'by a part that the text includes in a larger whole',
      'The leak exposed 533 million users in 106 countries, including 32 million in Europe.',
      'zh',
      '泄露涉及106个国家的3200万用户，其中包括5.33亿欧洲用户。',
    ],
    [
      'by their order, whatever date has moved to the front',
      'More than 200 satellites were launched in the first quarter, which makes over 5,600.',
      'zh',
      '第一季度发射了5600多颗卫星，总数超过200颗。',
    ],
    [
      'by the dates beside',
      'The average age was 28.1 in 1970 and 38.8 in 2021.',
      'ru',
      'Средний возраст составлял 38,8 в 1970 году и 28,1 в 2021 году.',
    ],
    [
      'by nouns that the languages name',
      'The storm killed 140 people and injured 230.',
      'zh',
      '风暴造成230人死亡，140人受伤。',
    ],
    [
      'by the earlier value that one is held against',
      'The share was 45.8 percent, down from 47.2 percent.',
      'ru',
      'Доля составила 47,2 % против 45,8 %.',
    ],
    [
      'by a part that is said behind its whole',
      'He stole forty-two laptops and sold thirty of them.',
      'ru',
      'Он похитил тридцать ноутбуков и сорок два из них продал.',
    ],
    [
      'by a whole behind its part',
      'Nine people, two of them children, were killed.',
      'zh',
      '造成包括九名儿童在内的两人死亡。',
    ],
    [
      'by who is for and who against',
      'Some 47% support independence, with 44% against.',
      'zh',
      '44%支持独立，47%反对。',
    ],
    [
      'by a whole that begins its clause',
      'Of the 86 complaints, the ombudsman upheld 29.',
      'ru',
      'Из 29 жалоб омбудсмен удовлетворил 86.',
    ],
    [
      'by the figures that two stand with in turn',
      'Passengers get €250 for up to 1,500 km and €600 for over 3,500 km.',
      'fr',
      'Les passagers reçoivent 600 € jusqu’à 1500 km et 250 € au-delà de 3500 km.',
    ],
    [
      'by nouns where one text says the unit once for both',
      'It stands at 73.3 years for women and 68.4 for men.',
      'ru',
      'Она составляет 68,4 года у женщин и 73,3 года у мужчин.',
    ],
    [
      'by all that stands beside, a span of time right behind a share too',
      'The campaign had reached 92% of children under five, compared with 74% two years earlier.',
      'zh',
      '接种运动已覆盖74%的五岁以下儿童，而两年前这一比例为92%。',
    ],
    [
      'by an “only” that stands with the other number',
      'The pitcher gave up just two hits and threw 94 pitches.',
      'nl',
      'De werper stond maar 94 honkslagen toe in twee worpen.',
    ],
    [
      'by an order that nothing explains',
      'Farmland accounts for 37% of the area and forest for 29%.',
      'fr',
      'Les terres agricoles représentent 29 % de la superficie et la forêt 37 %.',
    ],
  ])('%s', async (_, english, locale, translation) => {
    expect(await swapsIn(english, locale, translation)).toEqual(['error']);
  });
});

describe('no swap', () => {
  test.each([
    [
      'two numbers of which a third has the value of one',
      'Milwaukee chipped away with three runs in the fifth and two in the seventh, helped by two Reds errors.',
      'zh',
      '密尔沃基队借红人队两次失误之机逐步追分，第五局拿下三分，第七局又得两分。',
    ],
    [
      'the one that a preposition leads in both',
      'Police searched 14 addresses in six regions.',
      'ru',
      'В шести регионах полиция провела обыски по 14 адресам.',
    ],
    [
      'what sounds alike in both languages',
      'The ship made 11 trips carrying 19 tractors.',
      'ru',
      'Судно перевезло 19 тракторов за 11 рейсов.',
    ],
    [
      'sets that are told from the side of who lost',
      'She beat the top seed 4-6, 7-6, 6-3 on Wednesday.',
      'zh',
      '头号种子周三以6比4、6比7、3比6不敌她。',
    ],
    [
      'what was when stands nearer to the other',
      'The 46-year-old had taken over in the summer on a three-year deal.',
      'zh',
      '现年46岁的他今年夏天走马上任，签了一份为期三年的合同。',
    ],
    ['… and names who gave', 'Two donors gave nine kidneys.', 'ru', 'Девять почек пожертвовали два донора.'],
    [
      'scores that run against the text, all of them',
      'She beat the second seed 6-4 3-6 7-5.',
      'he',
      'היא גברה על המדורגת שנייה 4:6, 6:3, 5:7.',
    ],
    [
      'the sides of a vote',
      'The minister survived the vote by 151 votes to 148.',
      'ru',
      'За отставку министра высказались 148 депутатов, против — 151.',
    ],
    [
      'the score of those who lost',
      'The coach was sacked after the 5-0 humiliation at home.',
      'ru',
      'Тренера уволили после домашнего разгрома (0:5).',
    ],
    [
      'what modifies a noun',
      'The party holds a majority of three in the 150-seat lower house.',
      'ru',
      'В нижней палате, насчитывающей 150 мест, у партии большинство всего в три мандата.',
    ],
    [
      'to … from … for from … to …',
      'Inflation slowed to 4.6% in May from 5.1% in April.',
      'fr',
      'L’inflation a ralenti de 5,1 % en avril à 4,6 % en mai.',
    ],
    [
      'a lost score, the winner’s points first in one language',
      'They led at the break but lost 88-82.',
      'de',
      'Zur Pause lagen sie vorn, verloren aber 82:88.',
    ],
    [
      'the whole before its part',
      'In 17 of the 52 offices staff were on strike.',
      'zh',
      '52个办事处中，有17个办事处的员工罢工。',
    ],
    [
      'clauses in another order, with what belongs to them',
      'It donated 200,000 masks on 6 February, after 316,000 masks had come on 3 January.',
      'de',
      'Nachdem am 3. Januar 316.000 Masken eingetroffen waren, spendete es am 6. Februar 200.000 Masken.',
    ],
    [
      'a score that the loser’s side says',
      'The 2-0 defeat leaves them four points adrift.',
      'ru',
      'После поражения 0:2 команда отстаёт на четыре очка.',
    ],
    [
      'an “only” that moved with its number',
      'The pitcher gave up just two hits and threw 94 pitches.',
      'nl',
      'De werper stond in 94 worpen maar twee honkslagen toe.',
    ],
    [
      'an “only” that moved with its number, in Greek',
      'The pitcher gave up just two hits and threw 94 pitches.',
      'el',
      'Ο πίτσερ σε 94 ρίψεις επέτρεψε μόλις δύο χτυπήματα.',
    ],
    [
      'an “only” that stands behind',
      'The shop sold 94 loaves and only two cakes.',
      'ko',
      '가게는 케이크를 두 개만 팔고 빵을 94개 팔았다.',
    ],
    [
      'a time that the translation begins with',
      'Profit came to 48.7 billion yen ($325 million) in the three months to September, up from 22.9 billion yen.',
      'th',
      'กำไรในช่วง 3 เดือนสิ้นสุดเดือนกันยายนอยู่ที่ 48,700 ล้านเยน (325 ล้านดอลลาร์) จาก 22,900 ล้านเยน',
    ],
    [
      'an ordinal before its noun',
      'She scored her 20th goal in the 8th minute.',
      'de',
      'In der 8. Minute schoss sie ihr 20. Tor.',
    ],
    [
      'a bound that moved along, and a noun that is said with whichever comes first',
      'She finished 614 votes ahead of him, having trailed him by more than 2,000.',
      'ru',
      'Его, опережавшего её больше чем на две тысячи голосов, она обошла на 614.',
    ],
  ])('%s', async (_, english, locale, translation) => {
    expect(await swapsIn(english, locale, translation)).toEqual([]);
  });
});

test('a noun that is said once stands with whichever comes first: doubtful', async () => {
  const [english, russian] = ['It bought 61 houses of the 390 at risk.', 'В опасности 390 домов, куплен пока 61.'];
  expect(await swapsIn(english, 'ru', russian)).not.toContain('error');
});
