/** A figure that a translator says again in the reader's unit, or in two numbers. */
import { expect, test } from 'vitest';
import { slipsIn } from '../../checks/checked.ts';

const errors = async (english: string, locale: string, translation: string) =>
  (await slipsIn(english, locale, translation)).filter((slip) => !slip.endsWith('?'));

const SALAH = 'Salah struck from six yards.';
const MORAN = 'Moran weighed 17 stone in 2016 and is now just over ten.';
const INNINGS = 'Hollis lasted just 2 2/3 innings.';
const POOL = 'The pool is 40 feet long and 20 wide.';

test.each([
  [SALAH, 'zh', '萨拉赫在6码（约5.5米）处推射得手。'],
  [MORAN, 'ru', 'В 2016 году Моран весил 17 стоунов (108 кг), сейчас — чуть больше десяти (64 кг).'],
  [POOL, 'ru', 'Бассейн — 40 футов в длину и 20 (6 м) в ширину.'],
  [POOL, 'zh', '泳池长40英尺，宽20英尺（约6米）。'],
  [INNINGS, 'it', 'Hollis è rimasto appena 2 inning e 2/3.'],
  [INNINGS, 'pl', 'Hollis wytrzymał tylko 2 i 2/3 zmiany.'],
  [INNINGS, 'ja', 'ホリスは2回3分の2しか持たなかった。'],
])('%s says in %s what it says: %s', async (source, locale, target) => {
  expect(await errors(source, locale, target)).toEqual([]);
});

test.each([
  [SALAH, 'zh', '萨拉赫在6码（约8.5米）处推射得手。'],
  [MORAN, 'ru', 'В 2016 году Моран весил 17 стоунов (108 кг), сейчас — чуть больше десяти (84 кг).'],
  [POOL, 'ru', 'Бассейн — 40 футов в длину и 20 (9 м) в ширину.'],
])('%s says in %s another length or weight: %s', async (source, locale, target) => {
  expect(await errors(source, locale, target)).toEqual(['extra']);
});

test('another part of one is another number', async () => {
  expect(await errors(INNINGS, 'ja', 'ホリスは2回3分の1しか持たなかった。')).not.toEqual([]);
});
