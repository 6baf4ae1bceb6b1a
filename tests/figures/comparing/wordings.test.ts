/** What translators into Russian and their neighbours make of everyday wordings, by what it is that they say otherwise. */
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

const ADULTS = 'Participants must be 18 or older.';
const SHORT = 'The average wage has not reached 40,000 roubles.';
const BRIDGE = 'The bridge will cost roughly $90 million.';
const FROST = 'It is minus 40 outside.';
const GAS = 'Europe paid $500 per thousand cubic metres.';
const HOUSES = 'The 18th- and 19th-century houses were razed.';
const PETROL = 'Petrol costs $4 a gallon.';
const SUB = 'Sub-5% growth is a shock.';
const SUMMER = "The summer of '68 was hot.";

describe('it says the same', () => {
  test.each([
    // What begins with a figure is no less.
    ['ru', ADULTS, 'К участию допускаются лица от 18 лет.'],
    ['uk', ADULTS, 'До участі допускаються особи від 18 років.'],
    ['de', ADULTS, 'Teilnehmen darf man ab 18 Jahren.'],
    ['nl', ADULTS, 'Deelname is mogelijk vanaf 18 jaar.'],
    // What is not reached is less.
    ['ru', SHORT, 'Средняя зарплата так и не достигла 40 тыс. рублей.'],
    ['ru', 'No one over the age of 35 may apply.', 'Подать заявку могут только те, кому не больше 35 лет.'],
    ['ru', 'Trips of over 100 km are banned.', 'Поездки дальше 100 км запрещены.'],
    ['ru', 'The number of cases has gone past the million mark.', 'Число случаев перешагнуло за миллион.'],
    // About so much, with a preposition within.
    ['ru', BRIDGE, 'Мост обойдётся миллионов в девяносто долларов.'],
    ['ru', 'The rouble weakened beyond 100 to the dollar.', 'Курс рубля опустился ниже 100 за доллар.'],
    // Frost is below zero.
    ['ru', FROST, 'На улице сорокаградусный мороз.'],
    ['ru', 'Temperatures of 20 below zero are expected.', 'Ожидается 20 градусов ниже нуля.'],
    ['ru', GAS, 'Европа платила 500 долларов за тысячу кубометров.'],
    ['ru', 'It is located 400 light-years from Earth.', 'Он находится в четырёхстах световых годах от Земли.'],
    ['ru', 'A 15-kiloton blast was detected.', 'Зафиксирован взрыв мощностью 15 килотонн.'],
    ['ru', 'Each hectare yields 4 tonnes.', 'С гектара собирают 40 центнеров.'],
    ['ru', 'A bottle of water costs 3 euros 50.', 'Бутылка воды стоит 3,5 евро.'],
    // Years and decades in short.
    ['ru', SUMMER, 'Лето 68-го выдалось жарким.'],
    ['ru', 'The revolution of 1917 changed Russia.', 'Революция семнадцатого года изменила Россию.'],
    ['ru', 'By the 2050s half will be over 60.', 'К 2050-м половина будет старше 60 лет.'],
    ['ru', 'In the early Noughties she moved.', 'В начале нулевых она переехала.'],
    ['ru', 'He died a week before his 100th birthday.', 'Он умер за неделю до столетия.'],
    // Centuries that share their word; the turn of one is that of two.
    ['ru', HOUSES, 'Дома XVIII–XIX веков снесли.'],
    ['ru', HOUSES, 'Дома XVIII и XIX веков снесли.'],
    ['ru', 'From the 9th to the 11th century it flourished.', 'С IX по XI век он процветал.'],
    ['ru', 'It was the turn of the 20th century.', 'Это было на рубеже XIX–XX веков.'],
    // Rates in other units.
    ['ru', PETROL, 'Бензин стоит 1,06 доллара за литр.'],
    ['ru', 'The density is 400 people per square mile.', 'Плотность — 154 человека на кв. км.'],
    ['ru', 'They found 20 tons of gold.', 'Нашли 18 тонн золота.'],
    // Hours whose minutes are said before them.
    ['ru', 'At five minutes past eight the doors opened.', 'В пять минут девятого двери открылись.'],
    ['ru', 'After ten minutes of the third period they led.', 'После десяти минут третьего периода они вели.'],
    ['ru', 'By 9:15 everyone was in.', 'К четверти десятого все были на месте.'],
    // Bounds that may go without saying.
    ['ru', 'The death toll stands at 52 and counting.', 'Число погибших достигло 52 и продолжает расти.'],
    ['ru', 'A shirt costs $50 and change.', 'Рубашка стоит 50 с лишним долларов.'],
    ['ru', SUB, 'Рост менее 5 % стал потрясением.'],
    ['ru', 'They have at least as many as 15 tanks.', 'У них как минимум 15 танков.'],
    ['ru', 'He changed a 5,000-rouble bill.', 'Он разменял пятитысячную купюру.'],
    // Idioms that both languages have, or one.
    ['ru', 'The Twelve Apostles are a tourist draw.', '«Двенадцать апостолов» привлекают туристов.'],
    ['ru', 'Thanks a million for your help.', 'Огромное спасибо за помощь.'],
    ['ru', 'He converted a spot-kick.', 'Он забил 11-метровый.'],
    ['ru', 'Both are over 18.', 'Оба — совершеннолетние.'],
    ['ru', 'The under-17 World Cup starts today.', 'Сегодня стартует юношеский чемпионат мира.'],
  ])('%s: %s = %s', (locale, source, target) => {
    expect(errors(source, target, locale)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    ['ru', ADULTS, 'К участию допускаются лица до 18 лет.'],
    ['ru', ADULTS, 'К участию допускаются лица от 16 лет.'],
    ['ru', SHORT, 'Средняя зарплата превысила 40 тыс. рублей.'],
    ['ru', BRIDGE, 'Мост обойдётся тысяч в девяносто долларов.'],
    ['ru', FROST, 'На улице сорокаградусная жара.'],
    ['ru', FROST, 'На улице тридцатиградусный мороз.'],
    ['ru', GAS, 'Европа платила 500 долларов за миллион кубометров.'],
    ['ru', 'A 15-kiloton blast was detected.', 'Зафиксирован взрыв мощностью 15 мегатонн.'],
    ['ru', 'A bottle of water costs 3 euros 50.', 'Бутылка воды стоит 3,05 евро.'],
    ['ru', SUMMER, 'Лето 78-го выдалось жарким.'],
    ['ru', 'By the 2050s half will be over 60.', 'К 2060-м половина будет старше 60 лет.'],
    ['ru', 'Both are over 18.', 'Оба старше 80.'],
    ['ru', HOUSES, 'Дома XVII–XIX веков снесли.'],
    ['ru', HOUSES, 'Дома XVIII и XX веков снесли.'],
    ['ru', PETROL, 'Бензин стоит 1,6 доллара за литр.'],
    ['ru', PETROL, 'Бензин стоит 4 доллара за литр.'],
    ['ru', SUB, 'Рост более 5 % стал потрясением.'],
    ['ru', 'At five minutes past eight the doors opened.', 'В пять минут восьмого двери открылись.'],
  ])('%s: %s ≠ %s', (locale, source, target) => {
    expect(errors(source, target, locale)).not.toEqual([]);
  });
});
