/**
 * Ends of ranges with an article before each, shares behind "and less", halves of a unit behind "first", numerals that
 * are verbs elsewhere, and how often something lasts how long.
 */
import { describe, expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

/** The errors in figures. */
async function errors(english: string, locale: string, translation: string): Promise<readonly string[]> {
  return (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));
}

const SHARES = 'A quarter dropped out, and fewer than one in 10 of them were women.';
const HALF = 'For the first half hour nobody spoke.';
const AGE = 'A man in his 70s was taken to hospital.';
const WIN = 'He met a corner at the far post to seal a 3-2 win.';
const ODDS = 'Bookmakers had Vale at 14-1 before kick-off.';
const OFTEN = 'They wore monitors for two weeks at a time, twice a year.';

describe('it says the same', () => {
  test.each([
    [SHARES, 'de', 'Ein Viertel stieg aus, und weniger als jeder zehnte war eine Frau.'],
    [SHARES, 'ru', 'Четверть выбыла, и меньше чем каждый десятый был женщиной.'],
    [SHARES, 'pl', 'Jedna czwarta zrezygnowała, a mniej niż co dziesiąta osoba była kobietą.'],
    [SHARES, 'cs', 'Čtvrtina odstoupila a méně než každý desátý byla žena.'],
    [SHARES, 'fr', "Un quart ont abandonné, et moins d'une personne sur dix était une femme."],
    [
      'Nine in ten came and more than one in three stayed.',
      'de',
      'Neun von zehn kamen und mehr als jeder dritte blieb.',
    ],
    [HALF, 'de', 'In der ersten halben Stunde sprach niemand.'],
    [HALF, 'pl', 'Przez pierwsze pół godziny nikt się nie odezwał.'],
    [HALF, 'ru', 'Первые полчаса никто не говорил.'],
    [HALF, 'zh', '最初半小时没有人说话。'],
    ['She led over the first half mile.', 'es', 'Lideró la primera media milla.'],
    ['Sales rose in the first half of the year.', 'de', 'Der Umsatz stieg im ersten Halbjahr.'],
    ['They scored in the first half. Hour after hour they held on.', 'de', 'Sie trafen in der ersten Halbzeit.'],
    [
      'Schools can move from one to ultimately three stars.',
      'pt',
      'Com um nível, podem ir de uma para as três estrelas.',
    ],
    [AGE, 'it', "Un uomo fra i settanta e gli ottant'anni è stato ricoverato."],
    [AGE, 'es', 'Un hombre de entre los setenta y los ochenta años fue hospitalizado.'],
    [AGE, 'pt', 'Um homem entre os setenta e os oitenta anos foi hospitalizado.'],
    [AGE, 'fr', 'Un homme entre les soixante-dix et les quatre-vingts ans a été hospitalisé.'],
    ['It costs between 5 and 10 euros.', 'pt', 'Custa entre os 5 e os 10 euros.'],
    ['It happened between 2 and 3 p.m.', 'es', 'Ocurrió entre las 2 y las 3 de la tarde.'],
    ['It is one of the two women and the three men.', 'es', 'Es una de entre las dos mujeres y los tres hombres.'],
    [OFTEN, 'es', 'Llevaron monitores durante dos semanas seguidas, dos veces al año.'],
    [OFTEN, 'de', 'Sie trugen zweimal im Jahr jeweils zwei Wochen lang Messgeräte.'],
    [WIN, 'fr', 'Il a repris un corner au second poteau et scellé la victoire 3-2.'],
    ['They won 2-1 and rose to second place.', 'de', 'Sie gewannen 2:1 und stiegen auf den zweiten Platz.'],
    [ODDS, 'it', "Prima del fischio d'inizio i bookmaker davano il Vale 14 a 1."],
    ['You are the best of the three.', 'it', 'Sei il migliore dei tre.'],
    ['The six provinces are calm.', 'it', 'Le sei province sono calme.'],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).toEqual([]);
  });
});

describe('it says something else', () => {
  test.each([
    [SHARES, 'de', 'Ein Viertel stieg aus, und mehr als jeder zehnte war eine Frau.'],
    [SHARES, 'de', 'Ein Viertel stieg aus, und weniger als jeder dritte war eine Frau.'],
    [SHARES, 'pl', 'Jedna czwarta zrezygnowała, a mniej niż co trzecia osoba była kobietą.'],
    [HALF, 'de', 'In den ersten drei Stunden sprach niemand.'],
    [HALF, 'ru', 'Первые полторы минуты никто не говорил.'],
    [AGE, 'it', 'Un uomo fra i cinquanta e i sessant’anni è stato ricoverato.'],
    [AGE, 'es', 'Un hombre de entre los cuarenta y los cincuenta años fue hospitalizado.'],
    ['It costs between 5 and 10 euros.', 'pt', 'Custa entre os 5 e os 20 euros.'],
    [WIN, 'fr', 'Il a repris un corner au second poteau et scellé la victoire 3-3.'],
    [WIN, 'it', 'Ha ripreso un corner sul secondo palo e ha sigillato la vittoria per 3-1.'],
    ['They won 2-1 and rose to second place.', 'de', 'Sie gewannen 3:1 und kletterten auf den zweiten Platz.'],
    [ODDS, 'it', "Prima del fischio d'inizio i bookmaker davano il Vale 14 a 2."],
    [OFTEN, 'es', 'Llevaron monitores durante dos años seguidos, dos veces al año.'],
    [OFTEN, 'de', 'Sie trugen zweimal im Jahr jeweils zwei Monate lang Messgeräte.'],
    [OFTEN, 'fr', "Ils ont porté un capteur pendant deux minutes d'affilée, deux fois par an."],
    ['He sold drawings to galleries on three continents.', 'it', 'Aveva venduto disegni a gallerie di sei continenti.'],
    [
      'They declared a state of emergency in three provinces.',
      'it',
      'Hanno proclamato in sei province lo stato di emergenza.',
    ],
  ])('%s %s: %s', async (english, locale, translation) => {
    expect(await errors(english, locale, translation)).not.toEqual([]);
  });
});
