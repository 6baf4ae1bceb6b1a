import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';

const said = (text: string, locale: string) =>
  readFigures(text, locale)
    .filter(({ kind }) => kind === 'time')
    .map(({ value }) => value)
    .join(' ');

describe('times as they are said', () => {
  test.each([
    ['de', 'kurz nach halb fünf Uhr morgens; um Viertel vor neun; um acht Uhr abends', '04:30 08:45 20:00'],
    ['fr', 'à quatre heures et demie du matin ; à neuf heures moins le quart', '04:30 08:45'],
    ['es', 'a las cuatro y media de la mañana; a las nueve menos cuarto', '04:30 08:45'],
    ['it', 'alle quattro e mezza del mattino; fino alle due di notte; alle nove meno un quarto', '04:30 02:00 08:45'],
    ['pt', 'às quatro e meia da manhã; às oito da noite', '04:30 20:00'],
    ['nl', "na half vijf 's ochtends; om kwart voor negen; om acht uur 's avonds", '04:30 08:45 20:00'],
    ['sv', 'efter halv fem på morgonen; till klockan två på natten; kvart i nio', '04:30 02:00 08:45'],
    ['da', 'efter halv fem om morgenen; klokken otte om aftenen; kvart i ni', '04:30 20:00 08:45'],
    ['nb', 'etter halv fem om morgenen; klokken åtte om kvelden; kvart på ni', '04:30 20:00 08:45'],
    ['fi', 'puoli viiden jälkeen aamulla; kello kahdeksalta illalla; aamukahteen', '04:30 20:00 02:00'],
    ['pl', 'po wpół do piątej rano; do drugiej w nocy; o ósmej wieczorem', '04:30 02:00 20:00'],
    ['cs', 'po půl páté ráno; do dvou do rána; ve tři čtvrtě na devět', '04:30 02:00 08:45'],
    ['el', 'μετά τις τεσσερισήμισι το πρωί; ως τις δύο τα ξημερώματα', '04:30 02:00'],
    ['bg', 'след четири и половина сутринта; до два през нощта', '04:30 02:00'],
    ['sr', 'после пола пет ујутру; posle pola pet ujutru; у осам увече', '04:30 04:30 20:00'],
    ['be', 'а восьмай вечара; а 10-й раніцы; а 15-й гадзіне', '20:00 10:00 15:00'],
    [
      'tr',
      "sabah dört buçuğu; gece ikiye kadar; akşam 8'de; 15.00'te; dokuza çeyrek kala",
      '04:30 02:00 20:00 15:00 08:45',
    ],
    ['tr', 'saat altıyı çeyrek geçe; sekizi yirmi beş geçiyordu; yediye on kala', '06:15 08:25 06:50'],
    ['es', 'a las once y cuarto de la noche; a la una y cuarto de la tarde', '23:15 13:15'],
    ['en', 'at a quarter to nine; it was quarter to seven in the morning; until twenty to four', '08:45 06:45 03:40'],
    ['ru', 'в три ночи; четыре дня и четыре ночи', '03:00'],
  ])('%s: %s', (locale, given, expected) => {
    expect(said(given, locale)).toBe(expected);
  });

  test.each([
    ['en', 'rose by a quarter to 310 million'],
    ['en', 'in the second quarter to 8.5 percent'],
    ['en', 'fell from nine in the first quarter to two in the second; cut from twenty to four'],
    ['tr', 'beş gün beş gece'],
    ['sv', 'en kvart i taget'],
    ['pl', 'za pięć lat, po drugiej wojnie światowej'],
    ['sr', 'од пет до седам људи'],
    ['nl', 'een half miljoen'],
    ['cs', 'půl milionu'],
    ['tr', 'sabah 10 kişi'],
    ['it', 'due milioni e mezzo di notti'],
  ])('but not in %s: %s', (locale, given) => {
    expect(said(given, locale)).toBe('');
  });
});
