import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigures } from '../../../src/figures/reading/read.ts';
import { languages } from '../../../src/locales/index.ts';
import { growth, LINEAR } from '../../growth.ts';

const LOCALES = ['en', 'ru', 'zh'] as const;

/** Pieces of which figures are made, so that random texts are full of them. */
const pieces = fc.constantFrom(
  ...[
    '3',
    '12',
    '2022',
    '460',
    '1,234',
    '1 234',
    '0.5',
    '7,5',
    '%',
    ' ',
    ' ',
    ' ',
    '-',
    '–',
    'to',
    'from',
    'over',
    'million',
  ],
  ...[
    'US$',
    '€',
    'km',
    'January',
    'th',
    'one',
    'hundred',
    'and',
    'a',
    'half',
    'третья',
    'сто',
    'двадцать',
    'млн',
    'свыше',
  ],
  ...[
    'лет',
    'года',
    '-летие',
    'в',
    'раз',
    '三',
    '十',
    '百',
    '万',
    '亿',
    '多',
    '年',
    '月',
    '日',
    '第',
    '百分之',
    '分之',
    '个',
    '美元',
  ],
  ...['x', '。', ', ', '\ufffc', '😀', '\u00a0', '/', ':', '.', 'Table'],
);
const text = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));

describe.each(LOCALES)('in %s', (locale) => {
  test('offsets slice to the text, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (given) => {
        let last = 0;
        for (const figure of readFigures(given, locale)) {
          expect(given.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          expect(figure.end).toBeGreaterThan(figure.start);
          last = figure.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  test('values are exact decimals, fractions or dates', () => {
    const value =
      /^-?\d+(\.\d+)?$|^-?\d+\/\d+$|^(\d{4}|-)-\d\d(-\d\d)?$|^\d{4}s$|^C\d+$|^(\d{4}-)?[QH]\d$|^\d{4}\/\d\d$|^\d\d:\d\d(:\d\d)?$/;
    fc.assert(
      fc.property(text, (given) => {
        for (const figure of readFigures(given, locale)) {
          const values = typeof figure.value === 'string' ? [figure.value] : [figure.value.from, figure.value.to];
          for (const said of values) expect(said, figure.text).toMatch(value);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('whatever Intl writes as a number is read back', () => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
    const number = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(number, ([whole, decimals]) => {
        const written = format.format(`${whole}.${String(decimals).padStart(3, '0')}` as unknown as number);
        const [figure, ...more] = readFigures(`x: ${written};`, locale);
        const expected =
          decimals === 0 ? String(whole) : `${whole}.${String(decimals).padStart(3, '0').replace(/0+$/, '')}`;
        expect(figure?.value, written).toBe(expected);
        expect(more, written).toEqual([]);
      }),
    );
  });

  test.each(['USD', 'EUR', 'CNY', 'RUB', 'JPY'])('whatever Intl writes in %s is read back', (currency) => {
    for (const currencyDisplay of ['symbol', 'code', 'name'] as const) {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        maximumFractionDigits: 0,
      });
      // ¥ alone is the yen to one reader and the yuan to another.
      const ambiguous = currencyDisplay === 'symbol' && (currency === 'JPY' || currency === 'CNY');
      for (const value of [1, 2, 5, 21, 460, 3_300, 70_000_000]) {
        const written = format.format(value);
        const found = readFigures(`x: ${written};`, locale);
        expect(
          found.map((figure) => [figure.kind, figure.value, ambiguous ? currency : figure.unit]),
          written,
        ).toEqual([['money', String(value), currency]]);
      }
    }
  });

  test('whatever Intl writes as a date is read back', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(day, (date) => {
        const written = format.format(date);
        expect(
          readFigures(written, locale).map(({ kind, value }) => [kind, value]),
          written,
        ).toEqual([['date', date.toISOString().slice(0, 10)]]);
      }),
    );
  });
});

describe('no text makes it stand still', () => {
  const signs = ['5', '12', '.', ',', ' ', '-', '/', 'x', '(', ')', "'"];
  test.each(languages().map(({ tag }) => tag))('digits and signs in any order in %s', (tag) => {
    for (const first of signs)
      for (const second of signs)
        for (const third of signs) {
          const given = `${first}${second}${third}5`;
          for (const { start, end, text } of readFigures(given, tag)) expect(given.slice(start, end)).toBe(text);
        }
  });

  test.each(['en', 'de', 'da', 'el', 'ru'])('a point before digits groups none in %s', (locale) => {
    expect(readFigures('(.05)', locale).map(({ value }) => value)).toEqual(['0.05']);
  });
});

describe('no text makes it slow', () => {
  const units = [
    '1 ',
    '1-',
    '1,234,',
    '1/',
    '3 млн ',
    '一',
    '二〇',
    '三分之',
    '百分之',
    '1万',
    'a hundred and ',
    'from 1 to ',
    '$',
  ];
  test.each(units)('%s again and again', (unit) => {
    const reading = (length: number) => {
      const given = unit.repeat(Math.ceil(length / unit.length));
      return () => LOCALES.map((locale) => readFigures(given, locale).length);
    };
    expect(growth(reading, 10_000)).toBeLessThan(LINEAR);
  });
});

describe('what only some languages say', () => {
  test.each([
    ['ko', '도움이 될 만한 세세한 설명, 기반으로 세운 곳, 배열한 열 대상', ''],
    ['ko', '열 명이 64 프로세서 세 대를', '10 64 3'],
    ['ko', '전체 주식 4조 원', '4000000000000'],
    ['vi', 'một xu hướng, 3 giờ chiều, hai đêm', '1 15:00 2'],
    ['ja', '970数値、30数年', '970 30'],
    ['en', '5+12, 16 + y, over b', '5 12 16'],
    ['fa', '۲ هزار و ۵۰۰ نفر', '2500'],
    ['ar', 'مليون و250 ألفا', '1250000'],
    ['fa', '۱۲ هزار و ۵۰۰ میلیارد تومان', '12500000000000'],
    ['fa', 'هزار میلیارد تومان', '1000000000000'],
    ['ar', '15 ألفا و300 شخص', '15300'],
    ['ar', 'ألفين وثلاثمئة', '2300'],
    ['ar', 'مليون ونصف مليون دولار', '1500000'],
    ['he', 'אלפיים ושלוש מאות', '2300'],
    ['bn', '৭ লাখ ৩০ হাজার কোটি টাকা', '7300000000000'],
    ['bn', '১ হাজার ৫ জন', '1005'],
    ['tr', 'iki bin 500 kişi', '2500'],
    ['kk', '2 мың 2024 жылы', '2000 2024'],
    ['en', '1.5 million and 200 thousand', '1500000 200000'],
    ['en', 'two million 18-year-olds', '2000000 18'],
    ['en', 'two thousand five hundred billion', '2500000000000'],
    ['es', 'tres kilómetros y medio', '3.5'],
    ['hi', '2 हज़ार 765 करोड़', '27650000000'],
    ['tr', '1 milyon 250 bin 300', '1250300'],
    ['ja', '百五十人', '150'],
    ['fa', '۴۸/۵ درصد', '48.5'],
    ['fa', 'بین ۲/۵ تا ۳/۵ درصد', '2.5..3.5'],
    ['fa', '۲/۳ جمعیت', '2/3'],
    ['ru', 'сезон 2023–2024 годов', '2023..2024'],
    ['th', 'หนึ่งล้านครึ่ง', '1500000'],
    ['pl', 'dwudziesty pierwszy', '21'],
    ['pl', 'tuzin ciastek', '12'],
    ['cs', 'dvoubranková ztráta', '2'],
    ['sv', 'ett femårskontrakt', '1 5'],
    ['da', 'tomålsføring', '2'],
    ['da', 'nogle få hundrede pund', ''],
    ['fi', 'vuonna 1998 muutamalla sadalla punnalla', '1998'],
    ['nl', 'negen minderjarigen en een halve ton', '9 0.5'],
    ['vi', 'vào ngày 3/8', '--08-03'],
    ['id', 'dua jam, empat menit, dan 36 detik', '7476'],
    ['bg', 'година и половина', '18'],
    ['es', 'se incautó de media tonelada', '0.5'],
    ['ko', '2월 15~29세', '--02 15..29'],
    ['fr', '14h30', '14:30'],
    ['es', '0,004 %', '0.004'],
    ['pt', '2 a 4 %', '2..4'],
    ['de', 'Version 12.0 und 3.5 Stunden, 1.250 Gäste', '3.5 1250'],
    ['it', 'la 3.2 o la 4.25, 1.250 ospiti', '3.2 4.25 1250'],
    ['hr', 'oko 6.4 posto', '6.4'],
    ['nl', 'zie paragraaf 6.4, 2.6.18 en 6.4', '6.4'],
    ['de', 'von 8.30 bis 9.15 Uhr', '08:30 09:15'],
    ['da', 'kl. 18.45–19.30', '18:45 19:30'],
    ['de', 'siehe Abschnitt B.4.5 und Anhang A.1', ''],
    ['en', 'see item B.4.5 and C.1, all 5', '5'],
    ['en', 'U.S.10 million', '10000000'],
    ['es', 'el tercer y cuarto puesto', '3 4'],
    ['en', 'build 20230508+deb12u1', '20230508'],
    ['de', 'Achten Sie auf zwei Dinge', '2'],
    ['en', 'at least m rows, from A - B, (a over b)', ''],
    ['en', 'press Ctrl + 1, or 2 + b; more than 5 k', '1 2 5000'],
    ['fr', '1,2,3 et 4,5 ; 195,151,148', '1 2 3 4.5 195 151 148'],
    ['en', '3,402823 and 1.234,50', '3.402823 1234.5'],
    ['es', '11,037.95 y 11.037,95', '11037.95 11037.95'],
    ['fr', 'de deux jours et 11 à 17, entre 5 et 7', '2 11..17 5..7'],
    ['de', 'von 5 und 7, zwischen 5 und 7', '5 7 5..7'],
    ['es', 'los años 1900-1999, los años 2010 y 2011, los años 90', '1900..1999 2010 2011 1990s'],
    ['en', 'from 1 to 12, January to December', '1..12 --01..--12'],
    ['en', 'in 3-D, a 5-A battery', '5'],
    ['en', 'due 25/1/22, 3/4/21 and 2/2/99', '2022-01-25 1999-02-02'],
    ['de', "„-12“ und '-327'", '-12 -327'],
  ])('%s: %s', (locale, given, expected) => {
    const values = readFigures(given, locale).map(({ value }) =>
      typeof value === 'string' ? value : `${value.from}..${value.to}`,
    );
    expect(values.join(' ')).toBe(expected);
  });
});

describe('what numbers a text weighs little', () => {
  test.each([
    ['en', '12.1. Scope of the law', true],
    ['de', '12.1. Anwendungsbereich', true],
    ['en', '3. Scope', true],
    ['en', '(3) The Council decides.', true],
    ['zh', '1.2. 范围', true],
    ['en', '12.1 million live here.', false],
    ['en', '3 People Killed', false],
    ['fi', '3. luokka', false],
    ['en', 'It has 5. Scope', false],
    ['zh', '十二亿元人民币', false],
    ['zh', '百万英镑', true],
  ])('%s: %s', (locale, given, soft) => {
    expect(readFigures(given, locale).some((figure) => figure.soft)).toBe(soft);
  });
});

describe('bounds in their forms', () => {
  test.each([
    ['pl', 'wartości większych niż 59, mniejsza od 20, starszych niż 65 lat', 'over under over'],
    ['cs', 'větších než 59, menšími než 20', 'over under'],
    ['bg', 'по-голямо от 70, по-малки от 5', 'over under'],
    ['sr', 'većeg od 70, мањих од 5', 'over under'],
    ['be', 'большага за 70, меншыя за 5', 'over under'],
    ['el', 'μεγαλύτερο των 70, μεγαλύτερη ή ίση με 20', 'over at-least'],
    ['nl', 'groter dan of gelijk aan 20', 'at-least'],
    ['tr', "70'ten büyük, 3 küçük", 'over exact'],
    ['fr', 'deux ou plusieurs', 'at-least'],
    ['en', 'cell A1 plus 10, and 18 plus', 'exact over'],
    ['nl', 'als het groter is dan 5, kleiner zijn dan 3', 'over under'],
    ['fr', 'plus longue que 11, plus courts que 31', 'over under'],
  ])('%s: %s', (locale, given, expected) => {
    expect(
      readFigures(given, locale)
        .map(({ bound }) => bound)
        .join(' '),
    ).toBe(expected);
  });
});
