/**
 * How papers of many languages say what English ones say of matches, courts, prices and days: minutes of a match counted from
 * elsewhere, a pound that is said without a number, years counted from one another, prepositions that only look like bounds.
 */
import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

describe('it says the same', () => {
  test.each([
    ['Mbeki halved the deficit on 58 minutes.', 'he', 'מבקי צימק ל-2-1 בדקה ה-58.'],
    ['Three men were jailed. Judge Marchetti told them so.', 'ja', '男3人に実刑判決が出た。裁判長は3人にそう述べた。'],
    [
      'He headed the winner in the 93rd minute.',
      'de',
      'Er köpfte das Siegtor in der dritten Minute der Nachspielzeit.',
    ],
    ['He headed the winner in the 93rd minute.', 'cs', 'Vítězný gól dal hlavou ve třetí minutě nastavení.'],
    ['He headed the winner in the 93rd minute.', 'ja', '後半追加タイム3分、決勝点を頭で決めた。'],
    [
      'He headed the winner in the 93rd minute.',
      'es',
      'Cabeceó el gol de la victoria en el tercer minuto del descuento.',
    ],
    [
      'He headed the winner in the 93rd minute.',
      'fr',
      'Il a marqué de la tête à la troisième minute du temps additionnel.',
    ],
    ['He headed the winner in the 93rd minute.', 'pl', 'Zdobył gola w trzeciej minucie doliczonego czasu gry.'],
    ['He headed the winner in the 93rd minute.', 'ru', 'Он забил победный гол на третьей добавленной минуте.'],
    ['He headed the winner in the 93rd minute.', 'zh', '他在补时第3分钟头球破门。'],
    ['He headed the winner in the 93rd minute.', 'ko', '그는 후반 추가시간 3분에 헤더로 결승골을 넣었다.'],
    ['He headed the winner in the 93rd minute.', 'fi', 'Hän puski voittomaalin kolmannella lisäminuutilla.'],
    ['He headed the winner in the 93rd minute.', 'sv', 'Han nickade in segermålet i tredje minuten på tilläggstid.'],
    ['He headed the winner in the 93rd minute.', 'da', 'Han headede sejrsmålet ind i det tredje minut af overtiden.'],
    ['He headed the winner in the 93rd minute.', 'it', 'Ha segnato di testa al terzo minuto di recupero.'],
    ['He headed the winner in the 93rd minute.', 'pt', 'Marcou de cabeça aos três minutos dos acréscimos.'],
    ['He headed the winner in the 93rd minute.', 'tr', 'Galibiyet golünü uzatmaların üçüncü dakikasında kafayla attı.'],
    ['He headed the winner in the 93rd minute.', 'ar', 'سجل هدف الفوز برأسه في الدقيقة الثالثة من الوقت بدل الضائع.'],
    ['He headed the winner in the 93rd minute.', 'he', 'הוא נגח את שער הניצחון בדקה השלישית של תוספת הזמן.'],
    ['He headed the winner in the 93rd minute.', 'uk', 'Він забив переможний гол на третій доданій хвилині.'],
    [
      'He headed the winner in the 93rd minute.',
      'nl',
      'Hij kopte de winnende binnen in de derde minuut van de blessuretijd.',
    ],
    ['The equaliser came with seven minutes of normal time remaining.', 'ja', '同点弾は後半38分だった。'],
    ['The equaliser came seven minutes from time.', 'de', 'Der Ausgleich fiel in der 83. Minute.'],
    ['The equaliser came in the 83rd minute.', 'de', 'Der Ausgleich fiel sieben Minuten vor Schluss.'],
    ['The equaliser came in the 83rd minute.', 'fr', "L'égalisation est venue à sept minutes de la fin."],
    ['The equaliser came in the 83rd minute.', 'es', 'El empate llegó a siete minutos del final.'],
    ['The equaliser came in the 83rd minute.', 'pl', 'Wyrównanie padło siedem minut przed końcem.'],
    ['The equaliser came in the 83rd minute.', 'ru', 'Ответный гол забили за семь минут до конца.'],
    ['The equaliser came in the 83rd minute.', 'zh', '终场前7分钟，比分扳平。'],
    ['The equaliser came with seven minutes left.', 'ko', '후반 38분 동점골이 터졌다.'],
    ['The equaliser came with seven minutes to go.', 'it', "Il pareggio è arrivato all'83° minuto."],
    ['The equaliser came with seven minutes to go.', 'it', 'Il pareggio è arrivato al minuto 83.'],
    ['He scored on 58 minutes.', 'fr', 'Il a marqué à la 58e.'],
    ['He scored on 58 minutes.', 'it', "Ha segnato al 58'."],
    ['He scored after 58 minutes.', 'es', 'Marcó en el 58.'],
    ['He scored on 58 minutes.', 'pt', 'Marcou aos 58.'],
    ['It cost £1 in 2021.', 'cs', 'V roce 2021 stál libru.'],
    ['It cost £1 in 2021.', 'fi', 'Vuonna 2021 se irtosi punnalla.'],
    ['It cost £1 in 2021.', 'pl', 'W 2021 r. kosztował funta.'],
    ['It cost £1 in 2021 and now £1.45.', 'he', 'הוא עלה ב-2021 לירה אחת, נמכר היום ב-1.45.'],
    ['They chose a half-cent sales tax.', 'ja', '1ドルにつき0.5セントの売上税を選んだ。'],
    ['They chose a half-cent sales tax.', 'fr', "Ils ont choisi une taxe d'un demi-cent par dollar d'achat."],
    ['They chose a half-cent sales tax.', 'pl', 'Wybrali półcentowy podatek.'],
    ['They chose a half-cent sales tax.', 'cs', 'O půlcentové dani budou hlasovat.'],
    ['He made a £200 bet.', 'cs', 'Uzavřel dvousetlibrovou sázku.'],
    [
      'They vote on a half-cent sales tax.',
      'de',
      'Im November sollen die Wähler über einen halben Cent zusätzliche Verkaufssteuer für Busse und Stadtbahnen befinden.',
    ],
    ['They chose a half-cent sales tax.', 'uk', 'Вони обрали півцентовий податок.'],
    ['They chose a half-cent sales tax.', 'ru', 'Они выбрали полуцентовый налог.'],
    ['They chose a half-cent sales tax.', 'fr', "Ils ont choisi une taxe d'un demi-cent."],
    ['He made a £200 bet.', 'pl', 'Postawił w dwustufuntowym zakładzie.'],
    ['He found a $100 note.', 'pl', 'Znalazł studolarowy banknot.'],
    ['He found a $100 note.', 'uk', 'Він знайшов стодоларову купюру.'],
    ['He found a $100 note.', 'bg', 'Той намери стодоларова банкнота.'],
    ['He found a $100 note.', 'sr', 'Našao je stodolarsku novčanicu.'],
    [
      'They vote on a half-cent sales tax.',
      'de',
      'Die Wähler entscheiden über einen halben Cent zusätzliche Verkaufssteuer.',
    ],
    ['Shares were trading at 1,482p.', 'he', 'המניה נסחרה ב-1,482 פני.'],
    [
      'The warning has been extended and temperatures are set to drop to -6C by the weekend.',
      'hi',
      'मौसम विभाग ने चेतावनी बढ़ा दी है और सप्ताहांत तक पारा शून्य से छह डिग्री नीचे जा सकता है।',
    ],
    [
      `"We've lived here for 40-odd years," said Margaret Tyson, 78.`,
      'hi',
      '78 साल की मार्गरेट टायसन बोलीं, “हमें यहां रहते चालीस से ऊपर साल हो गए।”',
    ],
    ['More than 40 people came.', 'hi', 'चालीस से अधिक लोग आए।'],
    ['Less than 40 km away.', 'hi', '40 से कम किलोमीटर दूर।'],
    ['Mbeki halved the deficit on 58 minutes.', 'de', 'Mbeki gelang in der 58. Minute das 1:2.'],
    ['Mbeki halved the deficit on 58 minutes.', 'he', 'מבקי צימק ל-2-1 בדקה ה-58.'],
    ['It cost £3 in 2021 and now £1.45.', 'he', 'הוא עלה ב-2021 שלוש לירות, נמכר היום ב-1.45.'],
    ['It faded in the over-65s.', 'fr', "Il s'estompe toutefois passé 65 ans."],
    ['It faded in the over-65s.', 'pl', 'U osób po 65. roku życia słabła.'],
    ['It faded in the over-65s.', 'de', 'Nach dem 65. Lebensjahr ließ er nach.'],
    ['It faded in the over-65s.', 'cs', 'U lidí po 65. roce života slábla.'],
    ['Gang jailed over £4.2m jewel raid', 'cs', 'Za lup šperků za 4,2 milionu liber jde gang do vězení'],
    ['Row over $5 million bill', 'de', 'Streit um 5-Millionen-Dollar-Rechnung'],
    ['Minister resigns over €300,000 loan', 'fr', 'Un ministre démissionne pour un prêt de 300 000 euros'],
    ['It signed a $5 million contract.', 'de', 'Es unterzeichnete einen Vertrag über 5 Millionen Dollar.'],
    ['He got a bill for $500.', 'de', 'Er bekam eine Rechnung über 500 Dollar.'],
    ['It got a loan of $5 million.', 'de', 'Es bekam einen Kredit über 5 Millionen Dollar.'],
    [
      'One fan walked away with £3,400 from a £200 bet.',
      'cs',
      'Jeden fanoušek proměnil dvousetlibrovou sázku ve 3400 liber.',
    ],
    [
      'One fan walked away with £3,400 from a £200 bet.',
      'fr',
      'Un supporteur, qui avait misé 200 livres, est reparti avec 3 400.',
    ],
    ['She made 500 euros from 120 euros of flour.', 'de', 'Aus 120 Euro Mehl machte sie 500 Euro.'],
    [
      'She paid 500 euros for a bike and 120 euros for a helmet.',
      'de',
      'Für einen Helm zahlte sie 500 Euro und für ein Rad 120 Euro.',
    ],
    [
      'They said no in 2016 and again, by fewer than 900 votes, in 2020.',
      'cs',
      'Poprvé je odmítli v roce 2016 a znovu, o necelých 900 hlasů, o čtyři roky později.',
    ],
    ['She won in 1998 and again in 2003.', 'fr', 'Elle a gagné en 1998 et de nouveau cinq ans plus tard.'],
    ['She won in 1998 and again in 2003.', 'ja', '彼女は1998年に優勝し、5年後に再び優勝した。'],
    ['She won in 1998 and again in 1999.', 'hi', 'वह 1998 में जीतीं और एक साल बाद फिर।'],
    ['She drew five standing ovations.', 'fi', 'Yleisö nousi seisomaan viidesti.'],
    ['More than 4in fell in the space of 24 hours.', 'he', 'ירדו יותר מ-100 מ"מ גשם בתוך יממה.'],
    ['It fell in 24 hours.', 'it', "È caduta in ventiquattr'ore."],
    ['It fell in 24 hours.', 'fa', 'در یک شبانه‌روز بارید.'],
    ['They got eight and a half years each.', 'ja', 'それぞれ8年6月の刑を受けた。'],
    ['A couple of dozen residents spent the night.', 'ja', '住民二十数人が一夜を明かした。'],
    ['A couple of dozen residents spent the night.', 'ko', '주민 20여 명이 밤을 보냈다.'],
    ['A couple of dozen residents spent the night.', 'ru', 'Ночь провели десятка два жителей.'],
    ['A couple of dozen residents spent the night.', 'zh', '二十来名居民过了一夜。'],
    ['A couple of dozen residents spent the night.', 'zh', '二十多名居民过了一夜。'],
    ['They lost to a team from the fourth tier.', 'pl', 'Odpadli z czwartoligowcem.'],
    ['They lost to a team from the fourth tier.', 'cs', 'Vypadli se čtvrtoligistou.'],
    ['They lost to a team from the fourth tier.', 'uk', 'Вони програли четвертоліговій команді.'],
    ['They lost to a team from the fourth tier.', 'sv', 'De förlorade mot ett fjärdedivisionslag.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    ['Mbeki halved the deficit on 58 minutes.', 'de', 'Mbeki gelang in der 58. Minute das 1:8.'],
    ['Mbeki halved the deficit on 58 minutes.', 'he', 'מבקי צימק ל-5-1 בדקה ה-58.'],
    ['They said no in 2016 and again in 2020.', 'he', 'ב-2016 הם סירבו (20 שנה), וב-2020 סירבו שוב.'],
    [
      'He headed the winner in the 93rd minute.',
      'de',
      'Er köpfte das Siegtor in der vierten Minute der Nachspielzeit.',
    ],
    ['He headed the winner in the 93rd minute.', 'ja', '後半追加タイム4分、決勝点を頭で決めた。'],
    ['The equaliser came with seven minutes of normal time remaining.', 'ja', '同点弾は後半36分だった。'],
    ['The equaliser came seven minutes from time.', 'de', 'Der Ausgleich fiel in der 84. Minute.'],
    ['He scored on 58 minutes.', 'fr', 'Il a marqué à la 57e.'],
    ['It took two minutes.', 'fr', "C'était le 2e."],
    ['It cost £1 in 2021 and now £1.45.', 'de', 'Es kostete 2021 noch 1 Pfund und jetzt 1,55 Pfund.'],
    ['He made a £300 bet.', 'cs', 'Uzavřel dvousetlibrovou sázku.'],
    ['They raised 5 million euros.', 'de', 'Sie nahmen über 5 Millionen Euro ein.'],
    [
      'The warning has been extended and temperatures are set to drop to -6C by the weekend.',
      'hi',
      'मौसम विभाग ने चेतावनी बढ़ा दी है और सप्ताहांत तक पारा शून्य से सात डिग्री नीचे जा सकता है।',
    ],
    ['Sales were halved in 2021.', 'de', 'Der Umsatz wurde 2021 verdoppelt.'],
    ['It faded in the over-65s.', 'fr', "Il s'estompe toutefois avant 65 ans."],
    ['It faded in the over-65s.', 'fr', "Il s'estompe à 65 ans."],
    ['It sold over 300 cars.', 'fr', 'Elle a vendu 300 voitures.'],
    ['It raised $5 million.', 'de', 'Es hat über 5 Millionen Dollar eingenommen.'],
    [
      'The club earned 500 euros at the fair and 120 euros at the market.',
      'de',
      'Der Verein nahm auf der Messe 120 Euro und auf dem Markt 500 Euro ein.',
    ],
    [
      'They said no in 2016 and again, by fewer than 900 votes, in 2020.',
      'cs',
      'Poprvé je odmítli v roce 2016 a znovu, o necelých 900 hlasů, o pět let později.',
    ],
    ['She won in 1998 and again two years later.', 'de', 'Sie gewann 1998 und erneut 2001.'],
    ['She drew six standing ovations.', 'fi', 'Yleisö nousi seisomaan viidesti.'],
    ['They got eight and a half years each.', 'ja', 'それぞれ8年8月の刑を受けた。'],
    ['A couple of dozen residents spent the night.', 'zh', '四十多名居民过了一夜。'],
    ['They lost to a team from the fourth tier.', 'pl', 'Odpadli z trzecioligowcem.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).not.toEqual([]);
  });
});
