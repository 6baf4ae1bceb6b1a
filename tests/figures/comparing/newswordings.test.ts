/** What translators of news into many languages make of everyday wordings. */
import { describe, expect, test } from 'vitest';
import { hexapla } from '../../../bench/figures/checker.ts';

/** The errors that are found, by their sorts. */
function errors(source: string, target: string, locale: string): readonly string[] {
  const found = hexapla.check({ locale: 'en', paragraphs: [source] }, { locale, paragraphs: [target] });
  return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
}

const EARLY = 'Nine in ten patients survive; found late, the figure drops to one in ten.';
const REPORT = 'It will report in the first half of 2029.';
const FLOOD = 'The third flood, two years ago, was the final straw.';
const THIRD = 'Roughly a third of the village came.';
const SCORE = 'The score was still 2-1.';
const COST = 'It will cost less than a quarter of that.';
const AGEING = 'It was equivalent to three to six and a half years of ageing.';
const RAIN = 'Another 2 to 3 inches of rain may fall.';
const AGED = 'She played the landlady for 27 years and has died at the age of 91.';
const STORES = 'It plans to close 31 of its 94 stores.';
const VOTE = 'Councillors voted by 31 to 22 to keep it open.';
const TOLL = 'At least 20 people, including six children, were killed.';
const CAP = 'The work will cost no more than 300,000 euros.';
const WAGES = 'Some 70% of households earn less than $20 a day.';
const HOUSE = 'It is an 18th-century house.';
const SHARES = 'Shares fell 2.4% in Seoul on concerns about rising costs.';

describe('it says the same', () => {
  test.each([
    ['ja', EARLY, '患者の10人に9人が生存するが、遅れるとその割合は10人に1人に下がる。'],
    ['ko', 'One in six cars is electric.', '자동차 6대 중 1대가 전기차다.'],
    ['ja', REPORT, '2029年前半に結果が報告される。'],
    ['ja', FLOOD, '2年前の3度目の洪水が決定打となった。'],
    ['ko', SCORE, '스코어가 아직 2-1일 때였다.'],
    ['ko', COST, '비용은 그 4분의 1도 들지 않는다.'],
    ['vi', AGEING, 'Con số này tương đương với từ ba đến sáu năm rưỡi lão hóa.'],
    ['fr', RAIN, 'Il pourrait encore tomber 5 à 7,5 centimètres de pluie.'],
    ['ar', RAIN, 'قد تهطل ما بين بوصتين وثلاث بوصات إضافية من الأمطار.'],
    ['ar', 'It begins at 7.30pm on Thursday.', 'يبدأ عند الساعة 7:30 من مساء الخميس.'],
    ['de', SHARES, 'Die Aktie gab in Seoul wegen der Sorge über steigende Kosten um 2,4 Prozent nach.'],
    ['it', 'It ran out within the first 90 minutes.', 'È finito nella prima ora e mezza.'],
    ['it', AGED, 'È morta a 91 anni: per 27 anni era stata la padrona di casa.'],
    ['ja', AGED, '27年間女主人を演じ、91歳で死去した。'],
    ['tr', STORES, "Şirket, 94 mağazasından 31'ini kapatmayı planlıyor."],
    ['ko', STORES, '회사는 매장 94곳 중 31곳을 닫을 계획이다.'],
    ['pl', VOTE, 'Radni stosunkiem głosów 31 do 22 zdecydowali, że pozostanie otwarty.'],
    [
      'de',
      'The council is split four to three against her party.',
      'Ihre Partei ist mit drei zu vier in der Minderheit.',
    ],
    ['ja', TOLL, '子ども6人を含む少なくとも20人が死亡した。'],
    ['ko', TOLL, '어린이 6명을 포함해 적어도 20명이 숨졌다.'],
    ['tr', TOLL, 'Altı çocuk dahil en az 20 kişi öldü.'],
    ['ja', CAP, '工事費は30万ユーロを超えない見込みだ。'],
    ['tr', WAGES, "Hanelerin yaklaşık yüzde 70'i günde 20 dolardan az kazanıyor."],
    ['hi', COST, 'इसमें उसका एक चौथाई भी ख़र्च नहीं होगा.'],
    ['it', HOUSE, 'È una casa settecentesca.'],
    ['pl', HOUSE, 'To osiemnastowieczny dom.'],
    ['fa', HOUSE, 'این یک خانهٔ قرن هجدهمی است.'],
    ['it', 'Police put the number at 120,000.', 'Sono 120 mila secondo la polizia.'],
    ['fr', 'It is open from 9am to half past five.', 'Il est ouvert de 9 heures à 17 h 30.'],
    ['sv', 'The film took $31.5m over the weekend.', 'Filmen drog in 31,5 miljoner dollar under helgen.'],
    ['ja', 'It is to cut 1,200 jobs as its fuel bill soars.', '燃料費高騰で1200人削減へ。'],
    ['it', 'Half-year profit rose by a third.', "L'utile semestrale è salito di un terzo."],
    ['ja', 'He beat the top seed in five sets.', 'フルセットの末に第1シードを退けた。'],
    ['ko', 'Maya, a 16-year-old junior, said so.', '열여섯 살인 11학년생 마야는 그렇게 말했다.'],
    ['pl', 'They held two summer fairs.', 'Zorganizowali dwa festyny podczas dwóch letnich weekendów.'],
  ])('%s: %s = %s', (locale, source, target) => {
    expect(errors(source, target, locale)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    ['ja', EARLY, '患者の10人に9人が生存するが、遅れるとその割合は10人に2人に下がる。'],
    ['ja', REPORT, '2029年後半に結果が報告される。'],
    ['ja', FLOOD, '4年前の3度目の洪水が決定打となった。'],
    ['it', AGED, 'È morta a 27 anni: per 91 anni era stata la padrona di casa.'],
    ['de', AGED, 'Sie spielte 91 Jahre lang die Wirtin und starb im Alter von 27 Jahren.'],
    ['ja', AGED, '91年間女主人を演じ、27歳で死去した。'],
    ['de', STORES, 'Das Unternehmen will 94 seiner 31 Filialen schließen.'],
    ['tr', STORES, "Şirket, 31 mağazasından 94'ünü kapatmayı planlıyor."],
    ['ko', STORES, '회사는 매장 31곳 중 94곳을 닫을 계획이다.'],
    ['ar', STORES, 'تعتزم الشركة إغلاق 94 من متاجرها البالغ عددها 31.'],
    ['pl', VOTE, 'Radni stosunkiem głosów 22 do 31 zdecydowali, że pozostanie otwarty.'],
    ['it', VOTE, 'I consiglieri hanno deciso con 22 voti contro 31 di tenerlo aperto.'],
    ['ko', 'She had 28 points and 14 rebounds.', '그는 14점과 28리바운드를 기록했다.'],
    ['ja', CAP, '工事費は30万ユーロを超える見込みだ。'],
    ['tr', WAGES, "Hanelerin yaklaşık yüzde 70'i günde 20 dolardan fazla kazanıyor."],
    ['it', HOUSE, 'È una casa seicentesca.'],
    ['fr', 'It is open from 9am to half past five.', 'Il est ouvert de 9 heures à 18 h 30.'],
    ['ja', 'The sixth-grader won.', '小学5年生が優勝した。'],
    ['ja', THIRD, '村の人口の約3分の9が来た。'],
    ['ja', 'It holds at least twice as many logs.', 'それは2倍の数の丸太を積んでいる。'],
    ['ko', COST, '비용은 그 5분의 1도 들지 않는다.'],
    ['vi', AGEING, 'Con số này tương đương với từ ba đến bảy năm rưỡi lão hóa.'],
    ['fr', RAIN, 'Il pourrait encore tomber 5 à 8,5 centimètres de pluie.'],
    ['de', 'They beat Hull 3-2.', 'Der 3:3-Sieg gegen Hull war verdient.'],
  ])('%s: %s ≠ %s', (locale, source, target) => {
    expect(errors(source, target, locale)).not.toEqual([]);
  });
});
