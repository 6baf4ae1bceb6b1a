import { describe, expect, test } from 'vitest';
import { align } from '../../../src/figures/comparing/align.ts';
import { readFigures } from '../../../src/figures/reading/read.ts';
import type { Block } from '../../../src/model.ts';

const nowhere = { path: '', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** `## ` begins a heading, `| ` a table's row, `- ` an item; all else is a paragraph. */
function blocks(locale: string, ...texts: string[]): readonly Block[] {
  return texts.flatMap((given, index): Block[] => {
    const block = (kind: Block['kind'], text: string, more: Partial<Block> = {}): Block => {
      const figures = readFigures(text, locale).map((figure) => ({ ...figure, span: nowhere }));
      return { kind, text, span: nowhere, segments: [], within: [], figures, ...more };
    };
    if (given.startsWith('## ')) return [block('heading', given.slice(3), { level: 2 })];
    if (given.startsWith('- ')) return [block('item', given.slice(2), { within: ['list1'] })];
    if (!given.startsWith('| ')) return [block('paragraph', given)];
    return given
      .slice(2)
      .split(' | ')
      .map((text, column) => block('cell', text, { within: ['table1'], cell: { row: index, column } }));
  });
}

const say = (pairs: ReturnType<typeof align>) =>
  pairs.map(({ source, target }) => `${source.join('+')}=${target.join('+')}`);

const EN = [
  '## Trade',
  'Trade came to US$460 million in 1992, when diplomatic relations began, and few expected much of it.',
  'In 2021 it passed US$50 billion, more than 100 times as much, in spite of the pandemic.',
  '## Culture',
  'There are 58 pairs of sister cities and 13 institutes in the region today.',
];

describe('blocks', () => {
  test('one to one', () => {
    const zh = [
      '## 贸易',
      '1992年建交之初，贸易额为4.6亿美元，当时很少有人寄予厚望。',
      '2021年，尽管有疫情，贸易额仍超过500亿美元，增长了100多倍。',
      '## 文化',
      '如今地区内有58对友好城市和13所学院。',
    ];
    expect(say(align(blocks('en', ...EN), blocks('zh', ...zh)))).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4']);
  });

  test('a paragraph that the translator merged', () => {
    const zh = [
      '## 贸易',
      '1992年建交之初，贸易额为4.6亿美元，当时很少有人寄予厚望。2021年，尽管有疫情，贸易额仍超过500亿美元，增长了100多倍。',
      '## 文化',
      '如今地区内有58对友好城市和13所学院。',
    ];
    expect(say(align(blocks('en', ...EN), blocks('zh', ...zh)))).toEqual(['0=0', '1+2=1', '3=2', '4=3']);
  });

  test('a paragraph that the translator split', () => {
    const ru = [
      '## Торговля',
      'В 1992 году, когда были установлены отношения, товарооборот составил 460 млн долларов США, и многого от него не ждали.',
      'В 2021 году он превысил 50 млрд долларов США.',
      'Это более чем в 100 раз больше — несмотря на пандемию.',
      '## Культура',
      'Сегодня в регионе 58 пар городов-побратимов и 13 институтов.',
    ];
    expect(say(align(blocks('en', ...EN), blocks('ru', ...ru)))).toEqual(['0=0', '1=1', '2=2+3', '3=4', '4=5']);
  });

  test('a paragraph that is missing', () => {
    const ru = [
      '## Торговля',
      'В 2021 году он превысил 50 млрд долларов США — более чем в 100 раз больше, несмотря на пандемию.',
      '## Культура',
      'Сегодня в регионе 58 пар городов-побратимов и 13 институтов.',
    ];
    expect(say(align(blocks('en', ...EN), blocks('ru', ...ru)))).toEqual(['0=0', '1=', '2=1', '3=2', '4=3']);
  });

  test('tables cell by cell, lists item by item', () => {
    const en = ['| Cities | 58', '| Institutes | 13', '- five proposals', '- four principles'];
    const zh = ['| 城市 | 58', '| 学院 | 13', '- 五点建议', '- 四项原则'];
    expect(say(align(blocks('en', ...en), blocks('zh', ...zh)))).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4', '5=5']);
  });

  test('a long document stays in step across a missing chapter', () => {
    const many = Array.from({ length: 400 }, (_, i) => [
      `## Part ${i}`,
      `It counted ${i * 7 + 1000} ships that year.`,
    ]).flat();
    const fewer = many.filter((_, i) => i < 200 || i >= 220);
    const pairs = say(align(blocks('en', ...many), blocks('en', ...fewer)));
    expect(pairs[0]).toBe('0=0');
    expect(pairs.at(-1)).toBe('799=779');
    expect(pairs.filter((pair) => pair.endsWith('='))).toHaveLength(20);
  });
});
