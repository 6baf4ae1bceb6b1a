/** Verbs and nouns that bound a number without "more than", in the forms in which each language has them. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

test.each([
  ['Turnout topped 70% for the first time.', 'he', 'שיעור ההצבעה חצה לראשונה את רף ה-70 אחוז.'],
  ['Turnout topped 70% for the first time.', 'pl', 'Frekwencja po raz pierwszy przebiła 70 proc.'],
  ['Sales exceeded 10,000 copies.', 'de', 'Die Verkaufszahlen übertrafen 10.000 Exemplare.'],
  ['Sales exceeded 10,000 copies.', 'cs', 'Prodej překonal 10 000 výtisků.'],
  ['The population is just shy of 5 million.', 'el', 'Ο πληθυσμός αγγίζει τα 5 εκατομμύρια.'],
  ['The population is just shy of 5 million.', 'fi', 'Väkiluku hipoo 5 miljoonaa.'],
  ['The index dropped below 5,000 points.', 'fi', 'Indeksi laski 5 000 pisteen alapuolelle.'],
  ['The index dropped below 5,000 points.', 'es', 'El índice perdió los 5000 puntos.'],
  ['It lasted not quite ten minutes.', 'fa', 'ده دقیقه هم نشد.'],
  ['It lasted not quite ten minutes.', 'hi', 'यह दस मिनट भी नहीं चला।'],
  ['The trip took a little under four hours.', 'uk', 'Поїздка тривала неповні чотири години.'],
  ['The trip took a little under four hours.', 'sv', 'Resan tog inte fullt fyra timmar.'],
  ['A good 30 people were waiting.', 'fr', 'Une bonne trentaine de personnes attendaient.'],
  ['The award is worth close to $1 million.', 'it', 'Il premio si avvicina al milione di dollari.'],
  ['The award is worth close to $1 million.', 'nl', 'De prijs bedraagt een klein miljoen dollar.'],
])('%s %s', async (english, locale, right) => {
  expect((await slipsIn(english, locale, right)).filter((slip) => !slip.endsWith('?'))).toEqual([]);
});

test.each([
  ['The population is just shy of 5 million.', 'el', 'Ο πληθυσμός ξεπερνά τα 5 εκατομμύρια.'],
  ['The index dropped below 5,000 points.', 'fi', 'Indeksi nousi 5 000 pisteen yläpuolelle.'],
  ['Sales exceeded 10,000 copies.', 'de', 'Die Verkaufszahlen unterschritten 10.000 Exemplare.'],
  ['A good 30 people were waiting.', 'fr', 'Une bonne quarantaine de personnes attendaient.'],
])('the contrary, or another number: %s', async (english, locale, wrong) => {
  expect((await slipsIn(english, locale, wrong)).length).toBeGreaterThan(0);
});
