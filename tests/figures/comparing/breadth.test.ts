import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `fi: 460 miljoonaa` → its figures. */
function figures(text: string): readonly Figure[] {
  const [locale = '', ...rest] = text.split(': ');
  return readFigures(rest.join(': '), locale).map((figure) => ({ ...figure, span: nowhere }));
}

function errors(source: string, target: string): readonly string[] {
  const { differences } = compare(figures(source), figures(target));
  return differences.filter(({ doubtful, slip }) => !doubtful && slip !== 'converted').map(({ slip }) => slip);
}

describe('what one language says in its own way is no error', () => {
  test.each([
    ['en: The 40-pound dog sat down.', 'zh: 那只40磅（约18公斤）重的狗坐下了。'],
    ['en: It has lost 40 pounds.', 'ja: 体重が40ポンド(約18キロ)減った。'],
    ['en: He trails the leader by 2:34.', 'pl: Do lidera traci 2.34 min.'],
    ['en: A Fly-half went 0 for 4.', 'zh: 接锋四次全部落空。', 'ru: Флай-хав не забил ни разу из 4 попыток.'],
    ['en: The book took a quarter of a century.', 'ja: その本には四半世紀かかった。'],
    ['en: It took less than five minutes.', 'ja: 5分とかからなかった。'],
    ['en: They are 300-1 outsiders.', 'zh: 博彩公司开出了1赔300的赔率。'],
    [
      'en: scored in the 63rd minute',
      'ja: 後半18分に得点した',
      'it: ha segnato al 18º della ripresa',
      'de: traf in der 18. Minute der zweiten Halbzeit',
      'ar: سجل في الدقيقة 18 من الشوط الثاني',
      'tr: ikinci yarının 18. dakikasında attı',
    ],
    ['en: 18 minutes into the second half', 'es: a los 18 minutos del segundo tiempo', 'ko: 후반 18분'],
    [
      'en: their 25th wedding anniversary',
      'da: sølvbryllup',
      'ja: 銀婚式',
      'es: bodas de plata',
      'cs: stříbrnou svatbu',
    ],
    [
      'en: 4.2 billion by the middle of the century',
      'cs: do poloviny století 4,2 miliardy',
      'pl: do połowy wieku 4,2 mld',
      'fi: 4,2 miljardiin vuosisadan puoliväliin mennessä',
      'ja: 21世紀半ばまでに42億人',
    ],
    ['en: rents fell, while fares more than doubled', 'sv: hyrorna föll, medan taxorna mer än fördubblades'],
    [
      'en: fares more than doubled',
      'es: las tarifas se duplicaron con creces',
      'sr: цене су се више него удвостручиле',
    ],
    ['en: after 15 minutes', 'el: ύστερα από ένα τέταρτο', 'pl: po kwadransie'],
    ['en: the teenage girl sat in three rows', 'ko: 10대 소녀는 세 줄에 앉았다', 'ja: 10代の少女は3列に座った'],
    ['en: a packed stadium', 'ko: 만원 경기장'],
    ['en: scored in the third minute of stoppage time', 'fr: a marqué à la 93e minute', 'ja: 後半48分に得点した'],
    ['en: she finished on nine under', 'fr: elle a terminé à -9', 'it: ha chiuso a -9'],
    ['en: the shares lost half a percent', 'es: las acciones perdieron medio punto porcentual'],
    ['en: highs in the mid 70s', 'nl: maxima rond de 24 graden', 'ja: 最高気温は24度'],
    [
      'en: a place in the last 16',
      'he: מקום בשמינית הגמר',
      'es: un puesto en octavos de final',
      'de: ein Platz im Achtelfinale',
    ],
    ['en: third and fourth graders', 'de: Dritt- und Viertklässler', "he: תלמידי כיתות ג' וד'"],
    ['en: a short walk in the early morning', 'es: un paseo a primera hora', 'pt: nas primeiras horas da manhã'],
    ['en: it rose 35 cents', 'sv: den steg 35 cent', 'pt: subiu 35 centavos', 'vi: tăng 35 xu'],
    ['en: a group of 14 hikers', 'cs: skupina 14 turistů', 'pl: grupa 14 turystów'],
    ['en: over the past thirteen weeks', 'ar: في الأسابيع الثلاثة عشر الماضية'],
    ['en: three points above the drop zone', 'tr: düşme hattının üç puan üzerinde'],
    ['en: two children under six', 'tr: altı yaşından küçük iki çocuk'],
    ['en: four and a half years', 'cs: čtyřapůlletý', 'pl: czteroipółletni', 'fa: چهار سال و نیمه'],
    ['en: about 1.83 metres tall', 'vi: cao khoảng 1m83', 'tr: yaklaşık 1,83 boyunda'],
    ['en: just before 2.30am', 'bg: малко преди 2,30 ч. през нощта', 'sr: нешто пре 2.30'],
    ['en: between £20m and £30m, up from £18m', 'uk: від 20 до 30 млн фунтів проти 18 млн'],
    ['en: after twenty-odd years', 'it: dopo una ventina d’anni', 'hi: बीस-पच्चीस साल बाद', 'he: אחרי עשרים ומשהו שנה'],
    ['en: he swam the 200m', 'cs: plaval 200 metrů', 'ja: 200メートルを泳いだ'],
    ['en: the father of three was hit twice', 'de: der dreifache Vater wurde von zwei Kugeln getroffen'],
    [
      'en: between two and three million people',
      'el: δύο με τρία εκατομμύρια άτομα',
      'he: בין שני מיליון לשלושה מיליון איש',
    ],
    ['en: between one and two million people', 'fi: yhdestä kahteen miljoonaan ihmistä', 'he: בין מיליון לשני מיליון'],
    ['en: it took about five weeks', 'vi: mất khoảng năm tuần'],
    ['en: her 45th birthday', 'fa: چهل‌وپنجمین سالگرد تولدش'],
    ['en: two hundredths slower', 'uk: на дві соті повільніше', 'be: на дзве сотыя павольней'],
    ['en: at 8.40pm', 'fa: ساعت ۸:۴۰ شب', 'ko: 밤 8시 40분', 'ja: 夜8時40分'],
    ['en: with 12 minutes left and the score at 17-14', 'he: כש-12 דקות לסיום והתוצאה 14:17'],
    ['en: she left in the third quarter', 'ko: 3쿼터에 물러났다', 'ja: 第3クォーターに退いた'],
    ['en: they trailed by eight points', 'nb: de lå under med åtte poeng', 'sv: de låg under med åtta poäng'],
    ['en: about two-thirds of the homes', 'cs: asi dvěma třetinám domů', 'be: дзвюм трацінам дамоў'],
    ['en: he weighed 14st', 'de: er wog 89 Kilo', 'ja: 体重89キロ'],
    ['en: a walk of 12 miles', 'ja: 19キロ歩いた'],
    ['en: closed at half past two', 'tr: iki buçukta kapandı', 'he: נסגר בשתיים וחצי', 'ar: أُغلق في الثانية والنصف'],
    ['en: at a quarter to three', 'vi: lúc ba giờ kém mười lăm', 'id: pukul tiga kurang seperempat'],
    ['en: 31 million users, not 40 million', 'it: 31 milioni di utenti, non 40'],
    ['en: families of six or more', 'el: οικογένειες έξι ή περισσότερων ατόμων'],
    ['en: people over 65', 'uk: люди старші 65 років'],
    ['en: hundreds of thousands of dollars', 'th: หลายแสนดอลลาร์'],
    ['en: 4.2 per 1,000 births', 'fr: 4,2 pour mille naissances'],
    ['en: on the weekend of 12-13 May', 'ja: 5月12、13日の週末', 'ko: 5월 12일과 13일 주말', 'zh-Hant: 5月12-13日週末'],
    ['en: on the weekend of 12-13 May', 'ja: 5月12～13日の週末', 'zh: 5月12日、13日'],
    ['en: at half past two she will', 'pl: o wpół do trzeciej ma'],
    ['en: fourth in the league', 'de: als Tabellenvierter', 'fi: sarjan nelonen', 'sv: som tabellfyra'],
    ['en: a second-tier club', 'pl: drugoligowiec', 'de: der Zweitligist'],
    ['en: from the penalty spot', 'es: desde los once metros', 'pl: z jedenastu metrów', 'vi: từ chấm 11m'],
    ['en: all five schools', 'vi: cả năm trường'],
    ['en: it cost €2bn', 'ja: 20億ユーロ（約3400億円）かかった'],
    ['en: some 9,000 acres', 'fr: quelque 9 000 acres (environ 3 600 hectares)', 'he: כ-9,000 אקרים'],
    [
      'en: 71 cents a share, beating the 65 cents expected',
      'fr: 71 cents par action, au-dessus des 65 cents attendus',
      'ja: 1株71セントで、予想の65セントを上回った',
    ],
    ['en: it missed the 65 cents forecast', 'de: es blieb unter den erwarteten 65 Cent'],
    ['en: sales edged up 4% to $22.9bn', 'fr: les ventes ont progressé de 4 % à 22,9 milliards de dollars'],
    ['en: goals in the 12th and 31st minutes', 'ja: 12分と31分のゴール', 'ko: 12분과 31분의 골'],
    ['en: 61,300 homes', 'de: 61 300 Häuser', 'tr: 61 300 ev', 'pl: 61.300 domów', 'bg: 61.300 домове'],
    ['en: a quake of 6.5', 'mn: 6,5 магнитудын газар хөдлөлт'],
    ['en: a month and a half later', 'cs: za měsíc a půl', 'he: בחודש וחצי', 'tg: баъд аз якуним моҳ'],
    ['en: gusts of 76mph', 'fi: 34 metrin puuskia'],
    ['en: rain for a month and a half in 36 hours', 'nl: in 36 uur regen voor anderhalve maand'],
    ['en: one to two cups', 'he: כוס עד שתי כוסות'],
    ['en: three days and three nights', 'ja: 三日三晩', 'ko: 사흘 밤낮'],
    ['en: for two nights', 'ja: 二夜にわたり', 'ko: 두 밤을'],
    ['en: prices in the year to May', 'de: die Preise in den zwölf Monaten bis Mai'],
    ['en: fares fell by 4 percent', 'ar: خسرت الأسعار 4 في المئة وارتفع النفط'],
  ])('%s', (source, ...targets) => {
    for (const target of targets) expect(errors(source, target), target).toEqual([]);
  });
});

describe('and what it says otherwise is one', () => {
  test.each([
    ['en: scored in the 63rd minute', 'ja: 後半28分に得点した'],
    ['en: scored in the 63rd minute', 'ja: 前半18分に得点した'],
    ['en: 18 minutes into the second half', 'es: a los 28 minutos del segundo tiempo'],
    ['en: their 25th wedding anniversary', 'da: guldbryllup'],
    ['en: by the middle of the 21st century', 'ja: 22世紀半ばまでに'],
    ['en: fares more than doubled', 'sv: taxorna mer än halverades'],
    ['en: after 15 minutes', 'pl: po dwóch kwadransach'],
    ['en: it cost little', 'ko: 5만원이었다'],
    ['en: highs in the mid 70s', 'nl: maxima rond de 34 graden'],
    ['en: she finished on nine under', 'fr: elle a terminé à -8'],
    ['en: a place in the last 16', 'es: 18 equipos quedan'],
    ['en: at least seven hours', 'he: פחות משבע שעות'],
    ['en: they met three hours later', 'bg: срещнаха се след четири часа'],
    ['en: a group of 14 hikers', 'cs: skupina 41 turistů'],
    ['en: after twenty-odd years', 'hi: तीस-पैंतीस साल बाद'],
    ['en: he swam the 200m', 'cs: plaval 400 metrů'],
    ['en: between one and two million people', 'fi: kolmesta kahteen miljoonaan ihmistä'],
    ['en: she left in the third quarter', 'ko: 4쿼터에 물러났다'],
    ['en: they trailed by eight points', 'nb: de lå under med ni poeng'],
    ['en: he weighed 14st', 'ja: 体重99キロ'],
    ['en: a walk of 12 miles', 'ja: 29キロ歩いた'],
    ['en: closed at half past two', 'tr: üç buçukta kapandı'],
    ['en: 31 million users, not 40 million', 'it: 31 milioni di utenti, non 50'],
    ['en: on the 21st', 'de: am 22.'],
    ['en: on the weekend of 12-13 May', 'ja: 5月12、14日の週末'],
    ['en: on 12 May, for 3 days', 'ja: 5月12日から4日間'],
    ['en: fourth in the league', 'de: als Tabellenfünfter'],
    ['en: it cost €2bn', 'ja: 3400億円かかった'],
    ['en: beating the 65 cents expected', 'fr: au-dessous des 65 cents attendus'],
    ['en: goals in the 12th and 31st minutes', 'ja: 12分と41分のゴール'],
    ['en: three nights later', 'fa: چهار شب بعد'],
    ['en: it took about five weeks', 'vi: mất khoảng sáu tuần'],
  ])('%s ≠ %s', (source, target) => {
    expect(errors(source, target)).not.toEqual([]);
  });
});
