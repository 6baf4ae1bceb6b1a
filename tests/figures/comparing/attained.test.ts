/** Ages and numbers that a verb says are reached, passed or not yet complete, where English has "over" and "under". */
import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/figures/comparing/compare.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Figure } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function figures(text: string, locale: string): readonly Figure[] {
  return readFigures(text, locale).map((figure) => ({ ...figure, span: nowhere }));
}

/** The errors that are found, by their sorts. */
function errors(source: string, target: string, locale: string): readonly string[] {
  const { differences } = compare(figures(source, 'en'), figures(target, locale));
  return differences.filter(({ doubtful, slip }) => !doubtful && slip !== 'converted').map(({ slip }) => slip);
}

const UNDER = 'Entry is free for under-18s.';
const OVER = 'Of the group, 12 were over 80.';

describe('it says the same', () => {
  test.each([
    ['el', UNDER, 'Η είσοδος είναι ελεύθερη για όσους δεν έχουν κλείσει τα 18.'],
    ['tr', UNDER, '18 yaşını doldurmamış olanlar için giriş ücretsiz.'],
    ['es', UNDER, 'La entrada es gratuita para quienes no hayan cumplido los 18.'],
    ['fr', UNDER, "L'entrée est gratuite pour ceux qui n'ont pas 18 ans."],
    ['it', UNDER, "L'ingresso è gratuito per chi non ha compiuto 18 anni."],
    ['pt', UNDER, 'A entrada é gratuita para quem não completou 18 anos.'],
    ['sv', UNDER, 'De som inte fyllt 18 går in gratis.'],
    ['nb', UNDER, 'De som ikke har fylt 18, går inn gratis.'],
    ['da', UNDER, 'Der er gratis adgang for dem, der ikke er fyldt 18.'],
    ['cs', UNDER, 'Vstup je zdarma pro ty, kdo nedovršili 18 let.'],
    ['bg', UNDER, 'Входът е безплатен за ненавършилите 18 години.'],
    ['sr', UNDER, 'Улаз је бесплатан за оне који нису навршили 18 година.'],
    ['vi', UNDER, 'Miễn phí vé vào cửa cho người chưa đủ 18 tuổi.'],
    ['id', UNDER, 'Gratis bagi yang belum genap 18 tahun.'],
    ['hi', UNDER, 'जिनकी उम्र 18 साल नहीं हुई है, उनका प्रवेश मुफ़्त है।'],
    ['az', UNDER, '18 yaşı tamam olmayanlar pulsuz girir.'],
    ['tg', UNDER, 'Барои онҳое ки ба 18 нарасидаанд, даромад ройгон аст.'],
    ['el', OVER, 'Από την ομάδα, 12 είχαν περάσει τα 80.'],
    ['de', OVER, 'Von der Gruppe hatten 12 die 80 überschritten.'],
    ['nl', OVER, 'Van de groep waren er 12 de 80 gepasseerd.'],
    ['sv', OVER, 'Av gruppen hade 12 passerat 80.'],
    ['nb', OVER, 'Av gruppen hadde 12 passert 80.'],
    ['es', OVER, 'Del grupo, 12 habían cumplido los 80.'],
    ['pt', OVER, 'Do grupo, 12 passavam dos 80 anos.'],
    ['he', OVER, 'מתוך הקבוצה, 12 עברו את גיל 80.'],
    ['zh', OVER, '这群人中有12人年过八旬。'],
    ['zh-Hant', OVER, '這群人當中有12人年過八旬。'],
    ['el', 'It is more than two and a half times as long.', 'Ξεπερνούσε τις δυόμισι φορές το μήκος.'],
    ['tr', 'He has less than $40,000 to his name.', 'Varlığının 40 bin doları bulmadığını söylüyor.'],
    ['tr', 'The fund has at most $40 million.', 'Fonun varlığı 40 milyon doları aşmıyor.'],
    ['az', 'The fund has more than $40 million.', 'Fondun vəsaiti 40 milyon dolları keçir.'],
    ['zh', 'He is over 60.', '他已年过花甲。'],
    ['zh', 'He is nearly 70.', '他年近古稀。'],
    ['zh-Hant', 'The beak was 21 centimetres long.', '鳥喙足足有21公分長。'],
  ])('%s: %s = %s', (locale, source, target) => {
    expect(errors(source, target, locale)).toEqual([]);
  });
});

describe('… and what it does not say', () => {
  test.each([
    ['el', UNDER, 'Η είσοδος είναι ελεύθερη για όσους δεν έχουν κλείσει τα 16.', 'value'],
    ['el', UNDER, 'Η είσοδος είναι ελεύθερη για όσους έχουν κλείσει τα 18.', 'bound'],
    ['sv', UNDER, 'De som har fyllt 18 går in gratis.', 'bound'],
    ['es', UNDER, 'La entrada es gratuita para quienes hayan cumplido los 18.', 'bound'],
    ['tr', UNDER, '18 yaşını dolduranlar için giriş ücretsiz.', 'bound'],
    ['nl', OVER, 'Van de groep waren er 12 de 70 gepasseerd.', 'value'],
    ['nl', OVER, 'Van de groep hadden er 12 de 80 niet gehaald.', 'bound'],
    ['tr', 'The fund has more than $40 million.', 'Fonun varlığı 40 milyon doları bulmuyor.', 'direction'],
    ['zh', 'He is over 60.', '他已年逾七旬。', 'value'],
    ['es', 'Of the 60, 12 passed the exam.', 'De los 60, más de 12 aprobaron el examen.', 'bound'],
    ['zh', 'Of the 60, 12 passed the exam.', '60人中有12人以上通过考试。', 'bound'],
    ['zh', 'He is over 60.', '他年近六旬。', 'bound'],
    ['zh-Hant', 'The beak was 21 centimetres long.', '鳥喙足足有12公分長。', 'value'],
  ])('%s: %s ≠ %s', (locale, source, target, slip) => {
    expect(errors(source, target, locale)).toContain(slip);
  });
});
