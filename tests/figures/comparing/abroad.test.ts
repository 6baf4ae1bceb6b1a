/**
 * How papers of other languages say what English ones say of weather, money, times and ages: currencies by their short names,
 * bounds that a verb says, or turns, and words that only look like one.
 */
import { describe, expect, test } from 'vitest';
import { checked, slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

describe('it says the same', () => {
  test.each([
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'it',
      'Lì questo mese il termometro ha superato per undici giorni i 36 gradi.',
    ],
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'es',
      'Este mes el termómetro ha superado durante once días los 36 grados.',
    ],
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'fr',
      'Ce mois-ci, le thermomètre a dépassé pendant onze jours les 36 degrés.',
    ],
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'id',
      'Bulan ini, sudah 11 hari suhu di sana melewati 36 derajat celsius.',
    ],
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'fa',
      'در این ماه دمای آنجا ۱۱ روز از ۳۶ درجه گذشته است.',
    ],
    ['He promised every family 2,500 soles a month.', 'ar', 'وتعهد بأن تحصل كل أسرة على 2500 سول شهرياً.'],
    ['He promised every family 2,500 soles a month.', 'fa', 'او وعده داد که به هر خانواده ماهانه ۲۵۰۰ سول پرداخت شود.'],
    [
      'He promised every family 2,500 soles a month.',
      'id',
      'Ia berjanji memberikan 2.500 sol per bulan kepada tiap keluarga.',
    ],
    ['He promised every family 2,500 soles a month.', 'de', 'Er versprach jeder Familie 2500 Soles im Monat.'],
    ['He promised every family 2,500 soles a month.', 'ru', 'Он обещал каждой семье 2500 солей в месяц.'],
    ['The fine is 300 Ethiopian birr.', 'pl', 'Grzywna wynosi 300 birrów.'],
    ['The fine is 300 lari.', 'ko', '벌금은 300라리다.'],
    ['The fine is 300 lari.', 'de', 'Die Strafe beträgt 300 Lari.'],
    ['It rose to $4.41 a pound.', 'id', 'Harganya naik menjadi 4,41 dollar AS per pon.'],
    ['It rose to $4.41 a pound.', 'id', 'Harganya naik menjadi 4,41 dollar Australia per pon.'],
    ['He must hand over £1.9m within 90 days.', 'es', 'Tiene 90 días para entregar 1,9 millones de libras.'],
    ['He signed over £1.9m to his son.', 'de', 'Er überschrieb seinem Sohn 1,9 Millionen Pfund.'],
    [
      'Warnings were lifted a little under two hours later.',
      'es',
      'La alerta se levantó antes de que se cumplieran dos horas.',
    ],
    [
      'Warnings were lifted a little under two hours later.',
      'it',
      "L'allerta è stata revocata prima che passassero due ore.",
    ],
    ['It has had no more than 20mm of rain.', 'fa', 'بیش از ۲۰ میلی‌متر باران نباریده است.'],
    ['It has had no more than 20mm of rain.', 'id', 'Hujan yang turun tidak lebih dari 20 mm.'],
    ['It has had no more than 20mm of rain.', 'vi', 'Lượng mưa không vượt quá 20 mm.'],
    ['It has had no more than 20mm of rain.', 'ko', '비는 20밀리미터 이상 내리지 않았다.'],
    ['It has had no more than 20mm of rain.', 'ja', '雨は20ミリ以上降っていない。'],
    ['The minister, 44, said he would open talks.', 'fa', 'وزیر ۴۴ ساله گفت گفت‌وگو را آغاز می‌کند.'],
    [
      'The letter was written 23 years before Britain had a postcode.',
      'id',
      'Inggris baru mengenal kode pos 23 tahun kemudian.',
    ],
    ['It held up the count until 9.20am.', 'ar', 'أخّرت النتيجة حتى التاسعة وعشرين دقيقة صباحاً.'],
    ['It began at 3.45.', 'ar', 'بدأت عند الثالثة وخمس وأربعين دقيقة.'],
    ['It began at 9.10pm.', 'ar', 'بدأت الساعة التاسعة وعشر دقائق مساء.'],
    ['It was the 29th minute.', 'ar', 'في الدقيقة التاسعة والعشرين.'],
    ['Barely a third has been spent.', 'ar', 'ما أُنفق لا يكاد يتجاوز الثلث.'],
    ['Barely a third has been spent.', 'es', 'Lo gastado apenas supera un tercio.'],
    ['Barely a third has been spent.', 'it', 'La spesa supera appena un terzo.'],
    ['They get about 25m krónur a year.', 'es', 'Reciben cerca de 25 millones de coronas al año.'],
    ['He promised every family 2,500 soles a month.', 'ko', '그는 모든 가구에 매달 2500솔을 주겠다고 약속했다.'],
    ['He promised every family 2,500 soles a month.', 'ja', '彼は各世帯に毎月2500ソルを支払うと約束した。'],
    ['It would be at least another three years.', 'fa', 'دست‌کم سه سال دیگر طول می‌کشد.'],
    ['It would be at least another three years.', 'zh', '至少还要三年。'],
    ['It would be at most another three years.', 'de', 'Es dauert mindestens noch drei Jahre.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    [
      'A vote of no confidence requires at least 60 deputies.',
      'ru',
      'Для вотума недоверия нужно не более 60 депутатов.',
    ],
    [
      'Temperatures there have topped 36C on 11 days this month.',
      'it',
      'Lì questo mese il termometro ha toccato per undici giorni i 36 gradi.',
    ],
    [
      'Temperatures there have topped 36C on 12 days this month.',
      'it',
      'Lì questo mese il termometro ha superato per undici giorni i 36 gradi.',
    ],
    ['The fine is 300 lari.', 'de', 'Die Strafe beträgt 300 Bäume.'],
    ['The fine is 300 lari.', 'id', 'Dendanya 300 dolar.'],
    ['They raised over £1.9m in 90 days.', 'fr', 'Ils ont récolté 1,9 million de livres en 90 jours.'],
    ['Warnings were lifted a little under two hours later.', 'es', 'La alerta se levantó dos horas después.'],
    ['It has had no more than 20mm of rain.', 'fa', 'بیش از ۲۰ میلی‌متر باران باریده است.'],
    ['It has had no more than 20mm of rain.', 'ja', '雨は20ミリ以上降った。'],
    ['It began at 9.15pm.', 'ar', 'بدأت الساعة التاسعة وعشر دقائق مساء.'],
    ['Barely a third has been spent.', 'ar', 'ما أُنفق يتجاوز الثلث.'],
    ['It would be at least another three years.', 'fa', 'حداکثر سه سال دیگر طول می‌کشد.'],
    ['It would be at least another three years.', 'ru', 'Пройдёт ещё не более трёх лет.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).not.toEqual([]);
  });
});

test('a title may say without a bound what the text bounds', async () => {
  const found = await checked({
    'hexapla.yaml': 'source: en\nlocales: [en, es]\n',
    'content/en/a.md': '---\ntitle: Nine dead in Peru\n---\nAt least nine people have died in Peru.\n',
    'content/es/a.md': '---\ntitle: Al menos nueve muertos en Perú\n---\nAl menos nueve personas han muerto en Perú.\n',
  });
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});
