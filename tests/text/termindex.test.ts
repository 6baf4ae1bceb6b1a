/** Terms are found in whatever form a text has them, and nowhere else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termIndex } from '../../src/text/termindex.ts';

const found = (form: string, locale: string, text: string, sureness?: 'likely') =>
  termIndex([{ form, thing: form }], locale, sureness)(text).map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string, readonly string[]]>([
  [
    'Экономический пояс Шёлкового пути',
    'ru',
    'О развитии Экономического пояса Шелкового пути и об экономике',
    ['Экономического пояса Шелкового пути'],
  ],
  [
    'Один пояс, один путь',
    'ru',
    'инициатива «Один пояс, один путь»; «Один пояс — один путь». Один пояс. Один путь.',
    ['Один пояс, один путь', 'Один пояс — один путь'],
  ],
  ['ШОС', 'ru', 'Страны ШОС; шос', ['ШОС']],
  ['seaport', 'en', 'Seaports, a seaport; the sea port and seaplanes', ['Seaports', 'seaport']],
  [
    'Silk Road',
    'en',
    'the Silk Road, a silk road, Silk–Road, “Silk” Road. Silk. Road',
    ['Silk Road', 'Silk–Road', 'Silk” Road'],
  ],
  ['一带一路', 'zh', '共建“一带一路”，一带。一路', ['一带一路']],
  ['丝绸之路经济带', 'zh', '《丝绸之路》经济带', ['丝绸之路》经济带']],
  ['路', 'zh', '道路', ['路']],
  ['Straße', 'de', 'Straßen und Strassen', ['Straßen', 'Strassen']],
  ['traité', 'fr', 'l’ancien traité, les traités', ['traité', 'traités']],
  ['शहर', 'hi', 'यह शहर है', ['शहर']],
])('%s (%s) in “%s”', (form, locale, text, expected) => {
  expect(found(form, locale, text)).toEqual(expected);
});

test('a stem that was cut too short is likely the same word', () => {
  expect(found('город-побратим', 'ru', 'города-побратимы')).toEqual([]);
  expect(found('город-побратим', 'ru', 'города-побратимы', 'likely')).toEqual(['города-побратимы']);
  expect(found('порт', 'ru', 'портфель', 'likely')).toEqual([]);
});

test('whatever stands about it, a term is found where it stands', () => {
  const words = fc.array(fc.constantFrom('road', 'belt', 'сеть', '路', '—', '«', '12', 'ё'), { maxLength: 8 });
  fc.assert(
    fc.property(words, words, (before, behind) => {
      const text = [...before, 'quarries', ...behind].join(' ');
      expect(found('quarry', 'en', text)).toEqual(['quarries']);
    }),
  );
});
