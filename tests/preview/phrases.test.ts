/** What findings say, in every language of the desk. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { saying } from '../../src/figures/wording.ts';
import type { Figure, PhraseValue } from '../../src/model.ts';
import { findingWords, said } from '../../src/preview/phrases.ts';
import { tongues } from '../../src/preview/words.ts';
import { inEnglish, phrase } from '../../src/text/phrase.ts';
import { formsIn, formsInSource } from '../phrases.ts';

const others = Object.keys(tongues).filter((tongue) => tongue !== 'en');
const forms = [...formsInSource().keys()].sort();
const plural = /_(?:zero|one|two|few|many|other)$/;
const placesIn = (text: string) => [...new Set(text.match(/\{\{\d+\}\}/g))].sort();

describe.each(others)('in %s', (tongue) => {
  const words = findingWords[tongue] ?? {};

  test('every phrase of the source code has its words, and no other has any', () => {
    const known = [...new Set(Object.keys(words).map((key) => key.replace(plural, '')))].sort();
    expect(known).toEqual(forms);
  });

  test('the words have the values of their phrase, each of them, and no others', () => {
    const odd = Object.entries(words).filter(
      ([key, text]) => placesIn(text).join() !== placesIn(key.replace(plural, '')).join(),
    );
    expect(odd).toEqual([]);
  });

  test('what has a plural has every form that the language needs', () => {
    const needed = new Intl.PluralRules(tongue).resolvedOptions().pluralCategories;
    for (const key of Object.keys(words).filter((one) => plural.test(one))) {
      const form = key.replace(plural, '');
      expect(
        needed.filter((category) => !Object.hasOwn(words, `${form}_${category}`)),
        form,
      ).toEqual([]);
    }
  });

  test('none is English, or empty', () => {
    const alike = Object.entries(words).filter(
      ([key, text]) => text === key && /[a-z]/.test(key.replace(/\{\{.*?\}\}/g, '')),
    );
    expect(alike).toEqual([]);
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('no message is made past the phrases', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync(['src/{checks,proving,stages}/**/*.ts', 'src/text/markdown.ts', 'src/figures/wording.ts'], {
    cwd: root,
  });
  const past = files.flatMap((path) => {
    const made = readFileSync(join(root, path), 'utf8').matchAll(/^.*\b(?:phrases|form): .*$/gm);
    return [...made].map(([line]) => `${path}: ${line.trim()}`);
  });
  // Types hold the rest: a finding has phrases, and only `phrase` makes one.
  expect(past).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('a phrase is found wherever it stands', () => {
  const code =
    'told(phrase`a ${b ? `c ${d}` : "}"} e`, f ? phrase`g` : phrase`h ${phrase`i ${j}`} \\`k\\``); // phrase`\n';
  expect(formsIn(code.replace(/\/\/.*/, ''))).toEqual(['a {{0}} e', 'g', 'h {{0}} `k`', 'i {{0}}']);
});

const figure = (given: Partial<Figure>): PhraseValue =>
  saying({ kind: 'number', unit: null, bound: 'exact', value: '1', ...given } as Figure);

test.each<[Partial<Figure>, string, string, string]>([
  [
    { kind: 'money', value: '90000000000', unit: 'USD', bound: 'over' },
    'over 90,000,000,000 USD',
    'больше чем 90 000 000 000 долларов США',
    '超过90,000,000,000美元',
  ],
  [{ kind: 'money', value: '2', unit: 'EUR', bound: 'about' }, 'about 2 EUR', 'примерно 2 евро', '约2欧元'],
  [{ kind: 'quantity', value: '3300.5', unit: 'kilometer' }, '3,300.5 kilometer', '3 300,5 километра', '3,300.5公里'],
  [{ kind: 'quantity', value: '7', unit: 'verst' }, '7 verst', '7 verst', '7 verst'],
  [
    { kind: 'duration', value: '30', unit: 'year', bound: 'at-least' },
    'at least 30 years',
    'не меньше чем 30 лет',
    '至少30年',
  ],
  [{ kind: 'percent', value: '12.5' }, '12.5%', '12,5 %', '12.5%'],
  [{ kind: 'percentage-point', value: '3' }, '3 percentage points', '3 процентных пункта', '3个百分点'],
  [{ kind: 'multiple', value: '5' }, '5 times', '5 раз', '5倍'],
  [{ kind: 'ordinal', value: '6', counts: 'month' }, 'number 6 of months', '№ 6 (месяц)', '第6（个月）'],
  [{ value: { from: '20', to: '25000' } }, '20 to 25,000', '20 – 25 000', '20至25,000'],
  [{ kind: 'date', value: '2022-01-25' }, '25 January 2022', '25 января 2022 г.', '2022年1月25日'],
  [{ kind: 'date', value: '--01-25' }, '25 January', '25 января', '1月25日'],
  [{ kind: 'date', value: '2022-01' }, 'January 2022', 'январь 2022 г.', '2022年1月'],
  [{ kind: 'date', value: '2022-Q3' }, 'Q3 2022', '3-й квартал 2022 года', '2022年第3季度'],
  [{ kind: 'date', value: '2021-H2' }, 'H2 2021', '2-е полугодие 2021 года', '2021年下半年'],
  [{ kind: 'date', value: '1990s' }, '1990s', '1990-е годы', '1990年代'],
  [{ kind: 'date', value: 'C21' }, 'century 21', '21-й век', '21世纪'],
  [{ kind: 'fraction', value: '1/3' }, '1/3', '1/3', '1/3'],
  [{ value: '450', per: ['hour'] }, '450 per hour', '450 / час', '每小时450'],
  // Too large for a floating point number.
  [{ value: '9007199254740993' }, '9,007,199,254,740,993', '9 007 199 254 740 993', '9,007,199,254,740,993'],
])('%j says %s, %s, %s', (given, en, ru, zh) => {
  const whole = phrase`exchange ${figure(given)} and ${'x'}`;
  expect(inEnglish(whole)).toBe(`exchange ${en} and x`);
  expect(said(whole, 'en')).toBe(`exchange ${en} and x`);
  expect(said(whole, 'ru').replace(/[\u00a0\u202f]/g, ' ')).toBe(`поменяйте местами ${ru} и x`);
  expect(said(whole, 'zh').replace(/[\u00a0\u202f]/g, ' ')).toBe(`请将${zh}与x对调`);
});

test('numbers count as the language counts, and lists are lists of the language', () => {
  const has = (count: number) => phrase`this translation has ${phrase`${count} tables`}; the source has ${2}`;
  expect([2, 5, 21].map((count) => said(has(count), 'ru'))).toEqual([
    'в переводе 2 таблицы; в оригинале — 2',
    'в переводе 5 таблиц; в оригинале — 2',
    'в переводе 21 таблица; в оригинале — 2',
  ]);
  expect(said(phrase`add ${{ list: ['a', 'b', 'c'] }}`, 'zh')).toBe('请添加a、b和c');
  expect(said(phrase`add ${{ list: ['1', '2'], by: ' + ' }}`, 'ru')).toBe('добавьте 1 + 2');
});

test('what is quoted stays as it is, whatever signs it has', () => {
  expect(said(phrase`add ${'{{count}} $t(table) <b>&'}`, 'ru')).toBe('добавьте {{count}} $t(table) <b>&');
});
