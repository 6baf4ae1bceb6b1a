import { describe, expect, test } from 'vitest';
import { agreement } from '../../../src/figures/comparing/agree.ts';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { isLeftAsName } from '../../../src/figures/comparing/names.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `ru: 460 млн` → its figures. */
function figures(text: string): readonly Figure[] {
  const [locale = '', ...rest] = text.split(': ');
  return readFigures(rest.join(': '), locale).map((figure) => ({ ...figure, span: nowhere }));
}

describe('these say the same', () => {
  test.each([
    ['en: 18,000', 'zh: 1.8万', 'ru: 18 тыс.'],
    ['en: US$320 million', 'zh: 3.2亿美元', 'ru: 320 млн долларов США'],
    ['en: 7.5%', 'zh: 百分之七点五', 'ru: 7,5 процента'],
    ['en: half', 'zh: 50%', 'ru: половина'],
    ['en: 340 million kroner', 'nb: 340 millioner kroner', 'da: 340 mio. kr.'],
    ['en: six months', 'ja: 4〜9月期', 'zh: 4—9月'],
    ['en: the 40th anniversary', 'zh: 40周年', 'ru: сорокалетие'],
    ['en: 40 years', 'en: four decades', 'ru: четыре десятилетия'],
    ['en: two weeks', 'zh: 14天', 'ru: двухнедельный'],
    ['en: more than 65', 'zh: 65岁以上', 'ru: свыше 65 лет'],
    ['en: two-thirds', 'zh: 三分之二', 'ru: две трети'],
    ['en: March 8, 2019', 'zh: 二〇一九年三月八日', 'ru: 8 марта 2019 года'],
    ['en: the third quarter of 2024', 'zh: 2024年第三季度', 'ru: III квартал 2024 года'],
    ['en: a hundredfold', 'zh: 100倍', 'ru: в сто раз'],
    ['en: 2.1 to 2.4 billion yuan', 'zh: 21亿至24亿元', 'ru: с 2,1 до 2,4 млрд юаней'],
    ['en: 320,000,000', 'zh: 3亿2000万', 'ru: триста двадцать миллионов'],
  ])('%s = %s = %s', (...texts) => {
    const [first = [], ...others] = texts.map(figures);
    for (const other of others) expect(compare(first, other).differences, JSON.stringify(other)).toEqual([]);
    expect(first).toHaveLength(1);
  });
});

describe('so do these, said in another way', () => {
  test.each([
    ['en: all in their twenties', 'ru: которым от 20 до 30 лет'],
    ['en: in his mid-thirties', 'ru: лет тридцати пяти'],
    ['en: four or five pints', 'ru: четыре-пять пинт'],
    ['en: two or three years', 'zh: 两三年'],
    ['en: a dozen boats', 'ru: с десяток лодок'],
    ['en: on 11 and 12 August', 'ru: 11–12 августа'],
    ['en: a shop that is open from 9 to 5', 'ru: с 9 до 17 часов'],
    ['en: all three are over 80', 'ru: всем троим, которым за восемьдесят'],
    ['en: 70 or older', 'zh: 年满70岁'],
    ['en: more than one candidate', 'zh: 两名或多名候选人'],
    ['en: a day that lasted 24 hours', 'ru: длилась сутки'],
    ['en: at midnight', 'zh: 午夜12点'],
    ['en: higher than the 30th line', 'zh: 大于30'],
    ['en: a couple of years', 'zh: 两三年'],
    ['en: she weighs 8lbs 7oz', 'ru: вес 8 фунтов 7 унций'],
    ['en: the last 24 hours', 'ru: за последние сутки'],
    ['en: thieves took four cars', 'da: tyve tog fire biler'],
    ['en: under a stone lay a note', 'de: unter einem Stein lag ein Zettel'],
    ['en: fewer than two hours later', 'de: keine zwei Stunden später'],
    ['en: two hours later', 'de: nicht einmal zwei Stunden später'],
    ['en: less than half as large', 'nl: nog niet half zo groot'],
    ['en: about 200 people', 'sv: ett par hundra personer'],
    ['en: half past six in the evening', 'da: halvsyvtiden om aftenen'],
    ['en: within six months', 'fi: puolessa vuodessa'],
    ['en: in the fog of November 1993', 'de: im Nebel des Novembers 1993'],
    ['en: at 1.80 metres', 'de: mit einem Meter achtzig'],
    ['en: 38 percent, down from 52 four years ago', 'id: 38 persen, turun dari 52 persen empat tahun lalu'],
    ['en: more than 1.2 metres', 'fi: runsaat 120 senttiä'],
    ['en: in his sixties', 'hi: साठ-पैंसठ साल का'],
    ['en: on the fourth floor', 'th: บนชั้นสี่'],
    ['en: for an hour and a quarter', 'fi: tunnin ja vartin', 'id: satu seperempat jam'],
    ['en: nearly three quarters of a million', 'de: fast eine Dreiviertelmillion'],
    ['en: for three quarters of an hour', 'nl: drie kwartier'],
    ['en: by just under half a second', 'de: mit einer knappen halben Sekunde'],
    ['en: at half past midnight', 'de: um halb eins in der Nacht', 'ar: في منتصف الليل والنصف'],
    ['en: in the year to May', 'de: in den zwölf Monaten bis Mai'],
    ['en: for the past decade and a half', 'da: det seneste halvandet årti'],
    ['en: between £12m and £15m', 'nl: tussen de 12 en 15 miljoen pond'],
    ['en: at 5:45 a.m.', 'he: ברבע לשש בבוקר', 'fa: یک ربع به شش صبح'],
    ['en: four contracts', 'ar: أربعة عقود جديدة'],
    ['en: fell to minus 22°F', 'id: anjlok hingga minus 22 derajat Fahrenheit'],
    ['en: for years', 'he: במשך שנים'],
    ['en: under two presidents', 'ru: при двух президентах'],
    ['en: under 4ft (1.2m) of water', 'zh: 积水深达4英尺（1.2米）'],
    ['en: nine times out of ten', 'zh: 十有八九'],
    ['en: 100% done', 'zh: 百分之百达成'],
    ['en: a nine-million-kronor prize', 'zh: 900万克朗的奖金'],
    ['en: the 1,000-tonne ship', 'zh: 千吨级的船只'],
    ['en: lost 4 kg in six months', 'zh: 六个月内减了4公斤'],
    ['en: won 6-2, 6-1 in two sets', 'ru: в двух сетах — 6:2, 6:1'],
    ['en: 4:15 p.m.', 'ru: после 16.15'],
    ['en: 45 percent of the vote against 38 for its rival', 'zh: 得票率45%，对手为38%'],
    ['en: 15 million euros, and took more than 190 million worldwide', 'zh: 1500万欧元，全球票房超过1.9亿欧元'],
    ['en: rating dropped seven points to 24 percent', 'ru: рейтинг упал на семь пунктов — теперь 24%'],
    ['en: 151.3 per dollar', 'zh: 1美元兑151.3日元'],
    ['en: 1.4 doctors per 1,000 people', 'zh: 每千人拥有1.4名医生'],
    ['en: a three-night stay', 'zh: 住院三晚'],
    ['en: above the 2.5% forecast', 'zh: 高于2.5%的预期'],
    ['en: beating a forecast of 4.9%', 'zh: 高于4.9%的市场预期'],
    ['en: 800 million adults', 'zh: 8亿成年人'],
    ['en: two sons and three daughters', 'zh: 两子三女'],
    ['en: Up to 70 percent', 'zh: 多达七成'],
    ['en: passed its third reading', 'zh: 三读通过'],
    ['en: altitudes of up to 25,000 feet', 'zh: 最高2.5万英尺'],
    ['en: two goals in the second half', 'ru: два гола во второй половине матча'],
    ['en: by a quarter of a point', 'ja: 0.25ポイント', 'da: med et kvart procentpoint'],
    ['en: in two hours, four minutes and 36 seconds', 'de: in 2:04:36 Stunden', 'cs: v čase 2:04:36'],
    ['en: up from 41.2%', 'ja: 41.2%を上回った'],
    ['en: twice as much as 18 months ago', 'pl: dwukrotnie więcej niż 18 miesięcy temu'],
    ['en: the second quarter', 'ru: в апреле — июне'],
    ['en: below the 980 million expected', 'ru: ожидали 980 млн'],
    ['en: per thousand people', 'ru: на тысячу человек'],
    ['en: 2.5 tonnes per hectare per year', 'zh: 每公顷每年2.5吨'],
    ['en: 8 hours a day, 5 days a week', 'zh: 每周5天，每天8小时'],
    ['en: the sixth consecutive quarter', 'zh: 连续第六个季度'],
    ['en: Article 14', 'zh: 第十四条'],
    ['en: on the second day', 'pt: no segundo dia'],
    ['en: sales quadrupled', 'zh: 销售额增至原来的四倍'],
    ['en: from 54 days to 19', 'zh: 由54天缩短至19天'],
    ['en: one or two hours', 'zh: 一到两个小时', 'ru: один или два часа'],
    ['en: within 30 feet', 'es: a menos de 30 pies'],
    ['en: in less than 18 months', 'zh: 18个月内'],
    ['en: at least 10 feet (3 m) away', 'pt: pelo menos 3 m (10 pés)'],
    ['en: at least 10 feet (3 m) away', 'fr: de 10 pieds (3 m) minimum'],
    ['en: in July or August 2019', 'zh: 2019年7月或8月'],
    ['en: between 30 June 2019 and that date, 5 July 2019', 'id: antara 30 Juni 2019 dan 5 Juli 2019, 5 Juli 2019'],
    ['en: this 12th day of May 2018', 'hi: मई 2018 के 12वें दिन'],
    ['en: at 1430 UTC', 'es: a las 1430'],
    ["en: at three o'clock", 'ru: в 15:00'],
    ['en: a record of 89.1m', 'ru: рекордных 89,1 млн'],
    ['en: it slid past 160', 'ru: упал ниже 160'],
    ['en: below the 469,828 expected', 'ru: меньше 469 828', 'ru: ожидали 469 828'],
    ['en: by 51 percent to 47', 'ru: 51 %, против — 47 %'],
    ['en: the number has roughly halved', 'ru: число сократилось примерно вдвое'],
    ['en: it rained for 45 of the 61 days', 'ru: дождь шел 45 дней из 61'],
    ['en: from 0 to 60 mph', 'ru: до 60 миль в час'],
    ['en: 7-6 (12-10)', 'ru: 7:6 (12:10)'],
    ['en: 6-4 6-7 (7-9) 6-2', 'it: 6-4, 6-7(7), 6-2', 'nl: 6-4, 6-7 (7), 6-2'],
    ['en: 6-4 7-6 (3)', 'fr: 6-4, 7-6 (7-3)'],
    ['en: after 18 to 24 months', 'zh: 一年半到两年', 'de: nach eineinhalb bis zwei Jahren'],
    ['en: lost 6-4 3-6 5-7', 'zh: 以4-6、6-3、7-5取胜', 'pl: 4-6, 6-3, 7-5'],
    ['en: it was 86 degrees in the shade', 'ru: 86 градусов в тени'],
    ['en: a 360-degree view', 'zh: 360度全景', 'de: ein 360-Grad-Blick'],
    ['en: in the last quarter of an hour', 'ru: в последние пятнадцать минут', 'de: in den letzten 15 Minuten'],
    ['en: she fought past the 40-mile mark', 'zh: 超过40英里', 'de: mehr als 40 Meilen'],
    ["en: the summer of '68", 'zh: 1968年夏天', 'fr: été 1968'],
    ['en: at up to 112mph', 'zh: 最高时速112英里（180公里）'],
    ['en: between a third and a half of them', 'ru: от трети до половины', 'zh: 三分之一至一半'],
    ['en: ran two and a half laps', 'zh: 跑了两圈半'],
    ['en: won in 2:03:05', 'ru: победил с результатом 2:03.05'],
    ['en: ten-man City', 'ru: «Сити», оставшийся в меньшинстве'],
    ['en: it was 90F', 'ru: было 90 градусов по Фаренгейту'],
    ['en: a 3-2 victory', 'ar: الفوز 3-2', 'he: ניצחון 3-2'],
    ['en: at half past twelve', 'fr: à midi et demi', 'tr: saat yarımda'],
    ['en: not before five in the morning', 'vi: mãi đến năm giờ sáng'],
    ['en: lost 31-24', 'ru: проиграли со счетом 24:31'],
    ['en: fell to 42p', 'hi: गिरकर 42 पेंस', 'fi: laski 42 pennyyn', 'id: turun menjadi 42 penny'],
    ['en: a stall that is open round the clock', 'zh: 24小时营业', 'de: rund um die Uhr geöffnet'],
    ['en: at twenty to nine', 'ru: без двадцати девять', 'de: um zwanzig vor neun'],
    ['en: for four days and four nights', 'ru: четыре дня и четыре ночи'],
    ['en: a low of 14°F', 'es: mínimas de 10 grados bajo cero (14 Fahrenheit)'],
    ["en: on New Year's Eve", 'ru: 31 декабря', 'ru: в новогоднюю ночь', 'ru: перед праздником'],
    ['en: rose to 5.8%', 'ru: вырастет до 5,8 %'],
    ['en: in more than one region', 'ko: 두 개 이상의 지역에서', 'ja: 2つ以上の地域で'],
    ['en: two or more partners', 'vi: hai hay nhiều đối tác', 'ko: 두 곳 이상의 협력사'],
    ['en: people under 18', 'ko: 17세 이하'],
    ['en: it weighs 80 kg', 'ja: 体重80キロ', 'ko: 몸무게 80킬로'],
    ['en: it is 80 km away', 'ja: 80キロ離れた'],
    ['en: fewer than 25 passengers', 'ja: 25人より少ない乗客'],
    ['en: less than 40% full', 'ko: 40%보다 적게', 'vi: ít hơn 40%'],
    ['en: a hexadecimal code', 'ja: 16進数のコード', 'ko: 16진수 코드'],
    [
      'en: often no more than £50',
      'fr: rarement plus de 50 livres',
      'es: rara vez más de 50 libras',
      'pl: nie większe niż 50 funtów',
    ],
    ['en: for over 150 years', "fr: plus d'un siècle et demi", 'sr: више од век и по', 'tr: bir buçuk asrı aşkın'],
    ['en: 80 mm of rain fell', 'de: 80 Liter pro Quadratmeter', 'es: 80 litros por metro cuadrado'],
    ['en: falling to minus 2 degrees', "fr: jusqu'à – 2 °C", 'it: a 2 gradi sotto lo zero'],
    [
      'en: in September to 19 counts',
      'es: en septiembre de 19 cargos',
      'fr: en septembre 19 chefs',
      'tr: eylülde 19 suçlama',
    ],
    ['en: will run 46 ships', 'de: wird über 46 Schiffe verfügen', 'nl: beschikt over 46 schepen'],
    ['en: among the 12,500 staff', 'nl: onder de 12.500 personeelsleden', 'de: unter den 12.500 Mitarbeitern'],
    ['en: on half a dozen routes', 'sv: på ett halvdussin linjer', 'cs: na půltuctu linek', 'pl: na pół tuzinie tras'],
    ['en: some 300 people', 'cs: asi tři stovky lidí', 'pl: około trzy setki osób'],
    ['en: only one in five', 'fi: vain joka viides', 'pl: tylko co piąty', 'cs: jen každý pátý'],
    ['en: an hour and 12 minutes', 'fr: 1 h 12', 'pt: 1h12', 'cs: hodinu a 12 minut', 'bg: час и 12 минути'],
    ['en: twice as many', 'tr: iki kat fazla'],
    ['en: a 12-member crew', 'sr: дванаесточлана посада', 'bg: 12-членен екипаж', 'el: 12μελές πλήρωμα'],
    [
      'en: 1,200 nautical miles in the first half',
      'de: im ersten Halbjahr 1200 Seemeilen',
      'nl: in het eerste halfjaar 1200 zeemijl',
    ],
    [
      'en: on the night of 8 to 9 November',
      'de: in der Nacht vom 8. auf den 9. November',
      'nl: in de nacht van 8 op 9 november',
      'cs: v noci z 8. na 9. listopadu',
      'bg: в нощта на 8 срещу 9 ноември',
    ],
    [
      'en: a quarter of a million doses',
      'de: eine Viertelmillion Dosen',
      'fr: un quart de million de doses',
      'fi: neljännesmiljoona annosta',
    ],
    ['en: in the mid-1990s', 'sr: средином деведесетих'],
    ['en: 12p less', 'es: 12 peniques menos', 'pl: o 12 pensów mniej', 'cs: o 12 pencí méně', 'el: 12 πένες λιγότερο'],
    ['en: two goals in stoppage time (90+2, 90+4)', 'fr: deux buts dans le temps additionnel (90e+2, 90e+4)'],
    ['en: among 15-to-24-year-olds', 'nl: onder 15- tot 24-jarigen', 'de: unter den 15- bis 24-Jährigen'],
    ['en: the lowest since mid-2021', 'cs: nejníže od poloviny roku 2021'],
    ['en: until at least 2027', "fr: au moins jusqu'en 2027", 'it: almeno fino al 2027', 'es: al menos hasta 2027'],
    ['en: students and over-65s', 'fi: opiskelijat ja yli 65-vuotiaat', 'nl: studenten en 65-plussers'],
    ['en: children under six, students and over-65s', 'de: Kinder unter sechs, Studenten und über 65-Jährige'],
    ['en: two and a half', 'sv: till två och en halv'],
    ['en: four days or more of that year', 'fr: quatre jours ou plus de cette année'],
    ['en: 60,000 homes stand empty', 'pl: 60 tys. mieszkań stoi pustych'],
    ['en: on 11 September', 'fi: syyskuun 11. päivänä'],
    [
      'en: at half past four in the morning',
      'kk: таңғы төрт жарымда',
      'ko: 새벽 4시 반에',
      'id: pukul setengah lima pagi',
    ],
    [
      'en: at half past four in the morning',
      'hi: सुबह साढ़े चार बजे',
      'ar: عند الرابعة والنصف فجرا',
      "uz: ertalabki to'rt yarimda",
    ],
    ['en: until two in the morning', 'kk: түнгі екіге', 'az: gecə ikiyə', 'ky: түнкү экиге'],
    ['en: at 10.30 am on 11 March', 'vi: lúc 10h30 ngày 11/3', 'ar: عند العاشرة والنصف صباحا في 11 مارس'],
    ['en: several hundred people', 'kk: бірнеше жүз адам', 'az: bir neçə yüz nəfər', 'tg: якчанд сад нафар'],
    ['en: more than nine metres', 'ar: يزيد ارتفاعها على تسعة أمتار'],
    ['en: less than 30 guests', 'ar: يقل عددهم عن 30 ضيفا'],
    ['en: six and a half years', 'ja: 禁錮6年6月'],
    ['en: an hour and 12 minutes', 'ar: ساعة و12 دقيقة'],
    ['en: minus 2 degrees', 'ar: درجتين تحت الصفر'],
    ['en: no more than £50', 'ko: 50파운드를 넘지 않는'],
    ['en: just over 10%', 'hi: 10 प्रतिशत से कुछ ही ज्यादा', 'ja: 10％強'],
    ['en: a premium of 27%', 'kk: бағасынан 27% жоғары'],
    ['en: children under 12', 'kk: 12 жасқа толмаған балалар', 'ar: الأطفال دون 12 عاما'],
    ['en: in the first century', 'kk: І ғасырда', 'ru: в І веке'],
    ['en: nine of them', 'fa: نُه تن از آنها'],
    ['en: four in five', 'fa: چهارپنجم خانوارها'],
    ['en: inflation slowed to 4.8 percent, down from 5.3', 'ko: 물가상승률은 4.8%로 둔화됐다. 5.3%에서 떨어졌다'],
    ['en: a day and a half late', 'ko: 하루 반 늦은'],
    ['en: at the age of 66 versus 51', 'fa: سن ۶۶ و سن ۵۱ سال'],
    ['en: 2 or more cases', 'ar: 2 من الحالات أو أكثر من المصابين'],
    ['en: until April 6', 'bn: এপ্রিল 6 পর্যন্ত'],
    ['en: to less than 1', 'bn: 1-এর থেকে কম করে'],
    ['en: on 15 March 2020 at 8:00 a.m.', 'fa: ۱۵ مارس ۲۰۲۰ ساعت ۸:۰۰ صبح'],
    ['en: at the first attempt', 'ko: 첫번째 시도할 때'],
    ['en: dropped below 10 million', 'ko: 1000만 명 아래로 떨어졌다'],
    ['en: at 3:24 a.m. local time', 'vi: lúc 3h24 giờ địa phương'],
    ['en: won 61 of the 120 seats', 'vi: giành được 61 trên 120 ghế'],
    ['en: a study of 12,000 people', 'vi: nghiên cứu trên 12.000 người'],
    ['en: on Saturday, 24 May', 'vi: hôm thứ Bảy 24/5'],
    [
      'en: hundreds of thousands of people',
      'kk: жүздеген мың адам',
      'uz: yuz minglab odam',
      'mn: хэдэн зуун мянган хүн',
    ],
    ['en: a dozen coins', 'kk: он екі тиын'],
    ['en: on six routes', 'vi: trên sáu tuyến'],
    ['en: the fifth title', 'vi: danh hiệu thứ năm'],
    ['en: said Nuala Brady, 71, who left', 'hi: 71 साल की'],
    ['en: Article 4', 'ko: 제4조', 'ko: 제 4 조'],
    ['en: open around the clock', 'zh: 24小时营业', 'zh: 全天营业'],
    ['en: in the three months to the summer', 'zh: 第二季度', 'zh: 第三季度'],
    ['en: the 100-year-old theatre', 'zh: 这座百年剧院', 'zh: 有百年历史的剧院'],
    ['en: aged 50 to 60', 'zh: 五、六十岁'],
    ['en: for two or three days', 'zh: 2、3天', 'ja: 2、3日間'],
    ['en: this year and next', 'zh: 今明两年'],
    ['en: at twenty to four', 'zh: 三点四十', 'zh: 下午三点四十分'],
    ['en: minus 22°F', 'ko: 화씨 영하 22도', 'zh: 华氏零下22度'],
    ['en: three-dimensional models', 'ko: 3차원 모형', 'vi: mô hình ba chiều'],
  ])('%s = %s', (source, ...targets) => {
    for (const target of targets) expect(compare(figures(source), figures(target)).differences).toEqual([]);
  });

  test.each([
    ['en: the other two', 'bn: দুটির চেয়ে কম'],
    ['en: a loss of $5.5 million', 'zh: 亏损550万澳元'],
    ['en: cut by 25 basis points', 'ja: 0.25％引き下げ'],
    ['en: about two dozen', 'ru: более двух десятков'],
    ['en: < 7 years', 'ar: >7 أعوام'],
  ])('perhaps: %s = %s', (source, target) => {
    expect(compare(figures(source), figures(target)).differences.map(({ doubtful }) => doubtful)).toEqual([true]);
  });
});

describe('a number in words that the translation leaves as it stands is a name', () => {
  test.each([
    ['en: the police dog Eleven', 'Politiehond Eleven', true],
    ['en: the police dog Eleven', 'Politiehond Elevens', false],
    ['en: eleven dogs', 'eleven honden', false],
  ])('%s → %s: %s', (source, text, isName) => {
    const [figure] = figures(source);
    expect(figure && isLeftAsName(figure, [{ text, figures: [] }])).toBe(isName);
  });
});

describe('what is left out', () => {
  test.each([
    ['en: five generations', false],
    ['en: one in eleven', false],
    ['en: two generations', true],
    ['en: a third wave', true],
  ])('%s: doubtful %s', (source, doubtful) => {
    expect(compare(figures(source), []).differences.map((difference) => difference.doubtful ?? false)).toEqual([
      doubtful,
    ]);
  });
});

describe('these are conversions, within what is written', () => {
  test.each([
    ['en: 95 miles per hour', 'ko: 시속 153㎞'],
    ['en: 5ft 10in', 'zh: 1米78'],
    ['en: 5ft 10in', 'ja: 1メートル78'],
    ['en: minus 22°F', 'ko: 섭씨 영하 30도'],
    ['en: 95 miles per hour', 'kk: сағатына 153 шақырым'],
    ['en: 95 miles per hour', 'ja: 風速42メートル'],
    ['en: 1,500 km', 'en: 930 miles'],
    ['en: 2,000 hectares', 'zh: 3万亩'],
    ['en: 6 feet', 'ru: 1,8 метра'],
    ['en: 3 tonnes', 'ru: 3000 килограммов'],
    ['en: temperatures fell by 18 degrees Fahrenheit', 'de: die Temperaturen sanken um 10 Grad Celsius'],
    ['en: three and a half miles', 'da: knap 6 kilometer'],
    ['en: it was 86 degrees in the shade', 'zh: 阴凉处30摄氏度'],
    ['en: three and a half miles', 'pl: niecałe 6 km'],
  ])('%s → %s', (source, target) => {
    const [a, b] = [figures(source)[0], figures(target)[0]];
    expect(a && b && agreement(a, b)).toBe('converted');
    expect(compare(figures(source), figures(target)).differences.map(({ slip }) => slip)).toEqual(['converted']);
  });

  test.each([
    ['en: 1,500 km', 'en: 990 miles'],
    ['en: at 18 degrees Fahrenheit', 'de: bei 10 Grad Celsius'],
    ['en: it was 86 degrees in the shade', 'ru: 40 градусов в тени'],
    ['en: three and a half miles', 'pl: ponad 5,8 km'],
    ['en: three and a half miles', 'da: knap 7 kilometer'],
  ])('but not %s → %s', (source, target) => {
    expect(compare(figures(source), figures(target)).differences.map(({ slip }) => slip)).toEqual(['value']);
  });
});

describe('these differ', () => {
  test.each([
    ['en: US$460 million', 'ru: 460 млрд долларов', 'value', 3],
    ['en: US$460 million', 'zh: 4600万美元', 'value', -1],
    ['en: in the 1960s', 'zh: 24世纪60年代', 'date', undefined],
    ['en: 12%', 'zh: 12个百分点', 'unit', undefined],
    ['en: US$70 billion', 'zh: 700亿欧元', 'unit', undefined],
    ['en: more than 50', 'ru: менее 50', 'direction', undefined],
    ['en: exports fell by 1.6%', 'zh: 出口增长1.6%', 'direction', undefined],
    ['en: more than 3,300 km', 'zh: 3300公里', 'bound', undefined],
    ['en: in May 2021', 'ru: в июне 2021 года', 'date', undefined],
    ['en: 58 pairs', 'zh: 若干对', 'missing', undefined],
    ['en: many pairs', 'zh: 58对', 'extra', undefined],
    ['en: the third reading', 'ru: в первом чтении', 'value', undefined],
    ['en: failed three times', 'ru: дважды сбил планку', 'value', undefined],
    ['en: nearly eight years', 'ru: почти девять лет', 'value', undefined],
    ['en: 100 km/h', 'ru: 100 миль в час', 'unit', undefined],
    ['en: 175 kilometres per hour', 'zh: 每秒175公里', 'unit', undefined],
    ['en: sorted 450 parcels an hour', 'zh: 每分钟分拣450个包裹', 'unit', undefined],
    ['en: 3 tonnes per hectare', 'zh: 每亩3吨', 'unit', undefined],
    ['en: the sixth consecutive quarter', 'zh: 连续第六个月', 'unit', undefined],
    ['en: Under section 8 of the Act', 'zh: 根据法令第18条', 'value', undefined],
    ['en: sales quadrupled', 'zh: 销售额增至原来的三倍', 'value', undefined],
    ['en: from 54 days to 19', 'zh: 由54天缩短至19周', 'unit', undefined],
    ['en: in nearly a decade', 'zh: 超过十年', 'bound', undefined],
    ['en: rescued on July 10, all 12 boys', 'ru: 12 июля все 12 мальчиков', 'date', undefined],
    ['en: for the second time', 'ru: в пятый раз', 'value', undefined],
    ['en: over a tonne of gold', 'ru: менее тонны золота', 'direction', undefined],
    ['en: five plants in as many years', 'ru: шесть заводов за пять лет', 'value', undefined],
    ['en: for an hour and ten minutes', 'ru: час двадцать минут', 'value', undefined],
    ['en: 30 euros per megawatt hour', 'ru: 30 евро за киловатт-час', 'unit', undefined],
    ['en: hundreds of thousands of people', 'ru: десятки тысяч людей', 'value', undefined],
    ["en: on New Year's Eve", 'ru: 30 декабря', 'extra', undefined],
    ['en: $3,200 a month', 'ru: 3200 долларов в неделю', 'unit', undefined],
    ['en: output doubled', 'ru: производство сократилось там вдвое', 'direction', undefined],
    ['en: 2.1 billion euros, up on the 1.8 billion a year ago', 'zh: 21亿欧元，高于上年的18亿美元', 'unit', undefined],
    ['en: 45 percent, or 38 villages', 'zh: 45%，即38%的村庄', 'unit', undefined],
    ['en: rating dropped seven points to 24 percent', 'zh: 支持率下降7%，跌至24%', 'unit', undefined],
    ['en: 92.4 to the dollar', 'zh: 1欧元兑92.4卢布', 'unit', undefined],
    ['en: output was cut by half', 'zh: 产量翻番', 'direction', undefined],
    ['en: above the 2.5% forecast', 'zh: 低于2.5%的预期', 'bound', undefined],
    ['en: in the first half of next year', 'zh: 明年下半年', 'date', undefined],
    ['en: She was 19, and alone.', 'zh: 她当时19小时，独自一人。', 'unit', undefined],
    ['en: three or more cars', 'zh: 两辆以上汽车', 'value', undefined],
    ['en: spanned half a century', 'zh: 长达一个世纪', 'value', undefined],
    ['en: 0.42 per million hours', 'zh: 每万工时0.42', 'value', undefined],
    ['en: rose by 5.2% in the first half', 'zh: 下半年增长5.2%', 'date', undefined],
    ['en: raise the minimum wage by 4.5%', 'zh: 将最低工资降低4.5%', 'direction', undefined],
    ['en: in more than one region', 'ko: 세 개 이상의 지역에서', 'extra', undefined],
    ['en: more than two regions', 'zh: 三个以上地区', 'value', undefined],
    ['en: two or more regions', 'zh: 三个以上地区', 'value', undefined],
    ['en: less than 40% full', 'ko: 40%보다 많게', 'bound', undefined],
    ['en: a five-year plan, 10,000 homes a year', 'ru: шестилетний план, 10 тысяч домов', 'value', undefined],
  ])('%s ≠ %s: %s', (source, target, slip, power) => {
    const { differences } = compare(figures(source), figures(target));
    expect(differences.map((difference) => [difference.slip, difference.power])).toEqual([[slip, power]]);
  });

  test.each([
    ['en: between 6 and 41 days', 'hi: 6 और 41 हफ्तों के बीच'],
    ['en: from six to 41 days', 'ar: من ستة أيام إلى 41 شهرًا'],
    ['en: from the second plane for two weeks', 'id: dari pesawat kedua selama dua bulan'],
    ['en: those under 18', 'de: wer über 18 Jahre alt ist'],
    ['en: three percentage points higher', 'pl: o trzy procent wyższa'],
    ['en: a widow aged 94', 'ja: 94時間の女性'],
    ['en: children under 12', 'fa: کودکان زیر ۱۲ ساعت'],
    ['en: raise the retirement age to 67', 'id: usia pensiun menjadi 67 minggu'],
  ])('the unit of a range or beside an ordinal: %s ≠ %s', (source, target) => {
    expect(compare(figures(source), figures(target)).differences).not.toEqual([]);
  });

  test('a number and a measure that exchanged their values', () => {
    const { differences } = compare(
      figures('en: 173 witnesses over 107 days'),
      figures('ru: За 173 дня — 107 свидетелей'),
    );
    expect(differences.map(({ slip }) => slip)).toEqual(['value', 'value']);
    const listed = compare(
      figures('en: three days, 98 days, of which 15 before'),
      figures('zh: 婚假3日，产假98天，产前15天'),
    );
    expect(listed.differences).toEqual([]);
  });

  test('a figure said twice there and once here is no loss', () => {
    expect(
      compare(figures('en: In 2021, the 2021 figure was 58.'), figures('ru: В 2021 году их было 58.')).differences,
    ).toEqual([]);
  });
});
