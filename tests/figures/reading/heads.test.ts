import { describe, expect, it } from 'vitest';
import { withHeads } from '../../../src/figures/reading/context/heads.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import { parseMarkdown } from '../../../src/text/markdown.ts';
import { checked } from '../../checks/checked.ts';

/** Every figure in the cells of a table, `kind value unit bound`, row by row. */
function cellsOf(table: string, locale: string): string {
  const source = { path: `content/${locale}/a.md`, text: `---\ntitle: A\n---\n\n${table}\n` };
  const cells = parseMarkdown(source, { locale, slug: 'a' }).blocks.filter(({ kind }) => kind === 'cell');
  const figures = withHeads(
    cells,
    cells.map(({ text }) => readFigures(text, locale)),
    locale,
  );
  return figures
    .flat()
    .map(({ kind, value, unit, bound }) => {
      const number = typeof value === 'string' ? value : `${value.from}..${value.to}`;
      return [kind, number, unit, bound === 'exact' ? undefined : bound].filter(Boolean).join(' ');
    })
    .join('; ');
}

const table = (...rows: string[]) => [rows[0], '|---|---|', ...rows.slice(1)].join('\n');

const cases: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  en: {
    'scale and currency behind a comma': [
      table('| Company | Revenue, million US$ |', '| Orion | 320 |', '| Vega | 1,250.5 |'),
      'money 320000000 USD; money 1250500000 USD',
    ],
    'in parentheses': [
      table('| Company | Revenue (US$ million) |', '| Orion | over 320 |'),
      'money 320000000 USD over',
    ],
    'without a sign between': [table('| | Revenue in $m |', '| Orion | 5.2 |'), 'money 5200000 USD'],
    'thousand tonnes': [
      table('| Crop | Output, thousand tonnes |', '| Wheat | 12–15 |'),
      'quantity 12000..15000 tonne',
    ],
    "'000 tonnes": [table("| Crop | Output ('000 tonnes) |", '| Wheat | 12 |'), 'quantity 12000 tonne'],
    '100 million yuan': [
      table('| Province | GDP (100 million yuan) |', '| Hunan | 53,230 |'),
      'money 5323000000000 CNY',
    ],
    percent: [table('| Country | Share, % |', '| Chad | 7.5 |', '| Niger | −1.2 |'), 'percent 7.5; percent -1.2'],
    'percent of something': [table('| Country | Debt (% of GDP) |', '| Chad | 41 |'), 'percent 41'],
    'thousand people': [table('| City | Population (thousand people) |', '| Lima | 11,200 |'), 'number 11200000'],
    'one head has the scale, another the currency': [
      table('| Millions | 2024 |', '| Revenue, US$ | 320 |'),
      'date 2024; money 320000000 USD',
    ],
    'a row says it': [
      table('| | 2019 |', '| Revenue, billion yen | 41 |', '| Staff | 600 |'),
      'date 2019; money 41000000000 JPY; number 600',
    ],
    'years and ordinals stay': [
      table('| Million US$ | Founded, % |', '| Orion | 2nd |', '| Vega | 1994 |'),
      'ordinal 2; date 1994',
    ],
    'what looks like a year among others is none': [
      table('| City | Deaths, thousand |', '| Lima | 1950 |', '| Quito | 240 |'),
      'number 1950000; number 240000',
    ],
    'a unit of its own stays': [
      table('| Item | Value, US$ million |', '| Share | 5% |', '| Length | 12 km |'),
      'percent 5; quantity 12 kilometer',
    ],
    'money without a scale takes it': [table('| Item | Cost (millions) |', '| Dam | $320 |'), 'money 320000000 USD'],
    'money with a scale has its own': [table('| Item | Cost (millions) |', '| Dam | $320m |'), 'money 320000000 USD'],
    'a sentence stays': [table('| Item | Cost, US$ |', '| Dam | built by 300 workers |'), 'number 300'],
    'an amount is no measure': [
      table('| Over 1 million | Cities |', '| More than 1 million | 12 |'),
      'number 1000000 over; number 1000000 over; number 12',
    ],
    'hours may be what is counted': [table('| Shift | Hours |', '| Night | 40 |'), 'number 40'],
    'metres and not millions': [table('| Peak | Height (m) |', '| Lenin | 7,134 |'), 'quantity 7134 meter'],
  },
  zh: {
    亿元: [
      table('| 公司 | 收入（亿元） |', '| 猎户 | 3.2 |', '| 织女 | 约12 |'),
      'money 320000000 CNY; money 1200000000 CNY about',
    ],
    亿美元: [table('| 公司 | 收入，亿美元 |', '| 猎户 | 3.2 |'), 'money 320000000 USD'],
    万吨: [table('| 作物 | 产量（万吨） |', '| 小麦 | 13770 |'), 'quantity 137700000 tonne'],
    万人: [table('| 城市 | 人口（万人） |', '| 长沙 | 1051 |'), 'number 10510000'],
    '%': [table('| 省份 | 占比（%） |', '| 湖南 | 7.5 |'), 'percent 7.5'],
    平方公里: [table('| 省份 | 面积（平方公里） |', '| 海南 | 35400 |'), 'quantity 35400 square-kilometer'],
  },
  ru: {
    'млн долл.': [
      table('| Компания | Выручка, млн долл. |', '| Орион | 320 |', '| Вега | 1 250,5 |'),
      'money 320000000 USD; money 1250500000 USD',
    ],
    'тыс. т': [table('| Культура | Сбор (тыс. т) |', '| Пшеница | 12–15 |'), 'quantity 12000..15000 tonne'],
    'тыс. человек': [table('| Город | Население, тыс. человек |', '| Омск | 1104 |'), 'number 1104000'],
    'в млрд рублей': [table('| Статья | В млрд рублей |', '| Дороги | 41,5 |'), 'money 41500000000 RUB'],
    '% к ВВП': [table('| Страна | Долг, % к ВВП |', '| Чад | 41 |'), 'percent 41'],
    годы: [table('| Год | Выручка, млн руб. |', '| 2019 | 320 |'), 'number 2019; money 320000000 RUB'],
  },
};

for (const [locale, tables] of Object.entries(cases)) {
  describe(locale, () => {
    it.each(Object.entries(tables))('%s', (_, [text, expected]) => {
      expect(cellsOf(text, locale)).toBe(expected);
    });
  });
}

describe('between editions', () => {
  const edition = (text: string) => `---\ntitle: A\n---\n\n${text}\n`;
  const en = edition(table('| Company | Revenue, million US$ |', '| Orion | 320 |', '| Vega | 1,250 |'));
  const figuresOf = async (zh: string) =>
    (await checked({ 'content/en/a.md': en, 'content/zh/a.md': edition(zh) }))
      .filter(({ rule }) => rule.startsWith('figures/'))
      .map(({ rule, span }) => `${rule} ${span.start.line}`);

  it('millions of dollars agree with 亿美元', async () => {
    expect(await figuresOf(table('| 公司 | 收入（亿美元） |', '| 猎户 | 3.2 |', '| 织女 | 12.5 |'))).toEqual([]);
  });

  it('finds a unit lost in a head', async () => {
    const found = await figuresOf(table('| 公司 | 收入（亿元） |', '| 猎户 | 3.2 |', '| 织女 | 12.5 |'));
    expect(found).toEqual(['figures/unit 7', 'figures/unit 8']);
  });

  it('finds a scale that is not the head’s', async () => {
    const found = await figuresOf(table('| 公司 | 收入（亿美元） |', '| 猎户 | 320 |', '| 织女 | 12.5 |'));
    expect(found).toEqual(['figures/value 7']);
  });
});

it('a correction writes the bare number, for the head says the rest', async () => {
  const files = {
    'content/en/a.md': '---\ntitle: Trade\n---\n| Year | Revenue, million US$ |\n|---|---|\n| 2020 | 320 |\n',
    'content/zh/a.md': '---\ntitle: 贸易\n---\n| 年份 | 收入（亿美元） |\n|---|---|\n| 2020 | 320 |\n',
  };
  const [found] = await checked(files);
  expect([found?.rule, found?.hint, found?.fix?.text]).toEqual(['figures/value', 'write 3.2', '3.2']);
});
