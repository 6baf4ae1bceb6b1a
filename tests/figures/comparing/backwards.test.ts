/** Sources in other languages than English: what is no error one way is none the other way round. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

test.each([
  ['zh', '60名船员中有14人获救。', 'Rescuers saved 14 of the 60 crew.'],
  ['ko', '이 은행은 7개국에 지점 52곳을 두고 있다.', 'The bank has 52 branches in seven countries.'],
  ['kk', 'Ауа температурасы орташадан алты градусқа жоғары, 38 градус болды.', 'It was 38 degrees, six above average.'],
  ['ru', 'За отставку высказались 118 депутатов, против — 121.', 'He survived by 121 votes to 118.'],
  ['ru', 'Он прошёл поле за 68 ударов, на четыре ниже пара.', 'He shot a four-under-par 68.'],
  ['ja', '市長は28日に辞任した。', 'The mayor resigned on Friday.'],
])('%s: %s', async (locale, said, english) => {
  expect(await slipsIn(said, 'en', english, locale)).not.toContainEqual(expect.stringMatching(/[^?]$/));
  expect(await slipsIn(english, locale, said)).not.toContainEqual(expect.stringMatching(/[^?]$/));
});

test.each([
  ['zh', '有14人获救，60人失踪。', 'Rescuers saved 60 people, and 14 are missing.', ['swap']],
  ['ja', '市長は28日金曜日に辞任した。', 'The mayor resigned on Friday.', ['missing']],
])('and what is one, is one: %s: %s', async (locale, said, english, slips) => {
  expect(await slipsIn(said, 'en', english, locale)).toEqual(slips);
});
