/**
 * What papers say of races, scores, ages and rare money in fewer words or in others: who is third has two before her, a
 * third is one more, and the 60th birthday has a name of its own.
 */
import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

const KWACHA = 'A bag now fetches 180 kwacha, down from 330 kwacha a year ago.';
const THIRD = 'Her time was the third-fastest ever.';
const MORE = 'Two of the dead were crew members; a third, a woman, died in hospital.';
const GOOD = 'They came a good 40 minutes ahead of the coastguard.';
const RUN = 'She came home in two hours 12 minutes and 46 seconds.';
const SETS = 'Marsh beat Brandt 4-6, 3-6, 7-6, 6-4, 7-5.';
const QUARTER = 'They came at about a quarter past six on a Sunday morning.';
const DOZEN = 'About two dozen of them are thought to be new.';

describe('it says the same', () => {
  test.each([
    // Currencies that the language's words do not have at all.
    [KWACHA, 'ar', 'هبط سعر الكيس إلى 180 كواشا، بعد أن كان 330 كواشا قبل عام.'],
    [KWACHA, 'ja', '1年前には330クワチャだったが、今では180クワチャまで下がっている。'],
    [KWACHA, 'ko', '1년 전 330콰차였으나 지금은 180콰차까지 떨어졌다.'],
    [KWACHA, 'tr', 'Bir yıl önceki 330 kvaçadan 180 kvaçaya kadar geriledi.'],
    [KWACHA, 'uk', 'За мішок тепер дають 180 квач, тоді як рік тому давали 330.'],
    [THIRD, 'da', 'Kun to kvinder har nogensinde løbet hurtigere.'],
    [THIRD, 'de', 'Nur zwei Frauen waren je schneller.'],
    [THIRD, 'fr', 'Seules deux femmes ont couru plus vite.'],
    [THIRD, 'ru', 'Быстрее неё бежали только две женщины.'],
    [THIRD, 'tr', 'Ondan hızlı koşan yalnızca iki kadın var.'],
    [MORE, 'ko', '사망자 가운데 2명은 승무원이며, 또 다른 1명은 병원에서 숨졌다.'],
    [MORE, 'zh', '死者中有2名船员，另外1人在医院死亡。'],
    [GOOD, 'he', 'הם הקדימו את משמר החופים ב-40 דקות טובות.'],
    [GOOD, 'ko', '그들은 해안경비대보다 족히 40분은 일찍 닿았다.'],
    [GOOD, 'fr', 'Ils sont arrivés 40 bonnes minutes plus tôt.'],
    [RUN, 'da', 'Hun løb i mål i tiden 2.12.46.'],
    [RUN, 'fi', 'Hän juoksi maaliin ajassa 2.12.46.'],
    [RUN, 'tr', '2 saat 12 dakika 46 saniyede bitirdi.'],
    [RUN, 'az', '2 saat 12 dəqiqə 46 saniyədə bitirdi.'],
    [SETS, 'he', 'מארש ניצח את ברנדט 6-4, 6-3, 6-7, 4-6, 5-7.'],
    [QUARTER, 'da', 'Omkring klokken kvart over seks en søndag morgen kom de.'],
    [QUARTER, 'bg', 'Те дойдоха към шест и четвърт една неделна сутрин.'],
    [QUARTER, 'nl', 'Om ongeveer kwart over zes op een zondagochtend kwamen ze.'],
    [DOZEN, 'ja', 'このうち20種余りは新種とみられている。'],
    [DOZEN, 'ko', '이 중 20여 종은 신종이다.'],
    [SETS, 'bg', 'Марш победи Брант с 4:6, 3:6, 7:6, 6:4, 7:5.'],
    ['She led 6-4 and by 5-2 in the second set.', 'uk', 'Вона вела 6:4 і 5:2 у другому сеті.'],
    ['He scored after nine minutes.', 'he', 'הוא הבקיע בדקה התשיעית.'],
    ['He scored after nine minutes.', 'ar', 'سجل في الدقيقة التاسعة.'],
    ['He scored after nine minutes.', 'fa', 'او در دقیقه نهم گل زد.'],
    ['He scored after nine minutes.', 'id', 'Ia mencetak gol pada menit kesembilan.'],
    ['The 30,000 runners got driving rain.', 'bg', '30-те хиляди участници бягаха в проливен дъжд.'],
    ['He edged it 9-7 and never trailed again.', 'bg', 'Той го взе с 9:7 и повече не изостана.'],
    ['He edged it 9-7 and never trailed again.', 'uk', 'Він вирвав його 9:7 і більше не поступався.'],
    ['He edged it 9-7 and never trailed again.', 'sr', 'Dobio ga je sa 9:7 i više nije zaostajao.'],
    ['She won by a single second.', 'ko', '그는 단 1초 차로 이겼다.'],
    ['She won by a single second.', 'ja', '彼女は1秒差で勝った。'],
    ['She marks her 60th birthday on Tuesday.', 'ko', '화요일 환갑을 맞는다.'],
    ['She marks her 70th birthday on Tuesday.', 'ja', '火曜日に古希を迎える。'],
    ['She has a son, two daughters and nine grandchildren.', 'ko', '아들 하나와 딸 둘, 손주 아홉이 있다.'],
    ['It left port at 1.30am, after barely three hours.', 'ko', '3시간이 될까 말까 한 새벽 1시 30분 출항했다.'],
    ['She was paid two pounds for it.', 'ar', 'وقد تقاضت عنه جنيهين.'],
    ['She was paid two dinars for it.', 'ar', 'وقد تقاضت عنه دينارين.'],
    ['All seven of us could go to school.', 'he', 'כדי ששבעתנו נוכל ללכת לבית הספר.'],
    ['It was almost two-thirds five years ago.', 'he', 'זה היה כמעט שני שלישים לפני חמש שנים.'],
    ['His best result was a fourth place.', 'tr', 'En iyi derecesi dördüncülüktü.'],
    ['She finished 38 seconds adrift, with Saleh third.', 'da', 'Hun var 38 sekunder efter, mens Saleh blev treer.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    [KWACHA, 'ko', '1년 전 330콰차였으나 지금은 190콰차까지 떨어졌다.'],
    [KWACHA, 'uk', 'За мішок тепер дають 180 доларів, тоді як рік тому давали 330.'],
    [THIRD, 'da', 'Kun fire kvinder har nogensinde løbet hurtigere.'],
    [THIRD, 'da', 'To kvinder har nogensinde løbet hurtigere.'],
    [MORE, 'zh', '死者中有2名船员，另有4人在医院死亡。'],
    [GOOD, 'he', 'הם הקדימו את משמר החופים ב-45 דקות טובות.'],
    [GOOD, 'he', 'הם הקדימו את משמר החופים בפחות מ-40 דקות.'],
    ['They came more than 40 minutes ahead of it.', 'he', 'הם הקדימו אותו ב-40 דקות.'],
    [RUN, 'da', 'Hun løb i mål i tiden 2.11.46.'],
    [RUN, 'tr', '2 saat 12 dakika 47 saniyede bitirdi.'],
    [QUARTER, 'da', 'Omkring klokken kvart over syv en søndag morgen kom de.'],
    [QUARTER, 'bg', 'Те дойдоха към седем и четвърт една неделна сутрин.'],
    [DOZEN, 'ja', 'このうち30種余りは新種とみられている。'],
    [SETS, 'bg', 'Марш победи Брант с 4:6, 3:6, 7:1, 6:4, 7:5.'],
    [SETS, 'uk', 'Марш переміг Брандта 4:6, 3:6, 7:6, 6:3, 7:5.'],
    ['It should have come at least two months earlier.', 'ja', '少なくとも2カ月（1年余り）早く決めるべきだった。'],
    ['It is the highest since October.', 'ko', '지난 10월 (1년여) 이후 가장 높은 수준이다.'],
    ['It was almost two-thirds five years ago, down to 61%.', 'ko', '5년 전 3분의 1 가까이에서 61%로 떨어졌다.'],
    ['He scored after nine minutes.', 'he', 'הוא הבקיע בדקה השמינית.'],
    ['He scored after nine minutes.', 'ar', 'سجل في الدقيقة الثامنة.'],
    ['The 30,000 runners got driving rain.', 'bg', '20-те хиляди участници бягаха в проливен дъжд.'],
    ['Seven people came.', 'bg', 'Дойдоха 7 и повече души.'],
    ['She won by a single second.', 'ko', '그는 2초 차로 이겼다.'],
    ['She marks her 60th birthday on Tuesday.', 'ko', '화요일 칠순을 맞는다.'],
    ['She has a son, two daughters and nine grandchildren.', 'ko', '아들 하나와 딸 둘, 손주 여덟이 있다.'],
    ['She was paid three pounds for it.', 'ar', 'وقد تقاضت عنه جنيهين.'],
    ['His best result was a fourth place.', 'tr', 'En iyi derecesi beşincilikti.'],
  ])('%s ≠ %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).not.toEqual([]);
  });
});
