import { type Contradiction, contradictions } from '../figures/within/arithmetic.ts';
import { say } from '../figures/wording.ts';
import { readsFigures } from '../locales/index.ts';
import type { Check, Draft, Figure } from '../model.ts';

/** What one edition says adds up. */
export const arithmetic: Check = {
  id: 'figures/arithmetic',
  promise:
    'Within an edition, totals are the sum of their rows, shares of a whole make 100%, growth is what its two values make, and no part is larger than its whole.',
  examples: [
    {
      title: 'a total that is not the sum of its rows',
      files: {
        'content/en/a.md':
          '---\ntitle: Trips\n---\n| Year | Trips |\n|---|---|\n| 2020 | 1,200 |\n| 2021 | 1,350 |\n| Total | 2,650 |\n',
      },
      findings: ['content/en/a.md:8:11 figures/arithmetic'],
    },
    {
      title: 'shares, growth and a part that cannot be, in Russian',
      files: {
        'content/ru/a.md':
          '---\ntitle: Рынок\n---\nНа нефть пришлось 45 %, на газ 30 %, на остальные товары — 22 %.\n\nВыручка выросла с 40 до 50 млн долларов, то есть увеличилась на 35 %.\n\nПостроено 200 школ, из них 340 в сёлах.\n',
      },
      findings: [
        'content/ru/a.md:4:60 figures/arithmetic',
        'content/ru/a.md:6:65 figures/arithmetic',
        'content/ru/a.md:8:28 figures/arithmetic',
      ],
    },
    {
      title: 'what adds up, as closely as it is rounded',
      files: {
        'content/en/a.md':
          '---\ntitle: Trips\n---\n| Share | % |\n|---|---|\n| Rail | 33.3% |\n| Road | 33.3% |\n| Air | 33.3% |\n\nSales rose from $40 million to $50 million, an increase of 25%.\n\nOf 200 schools, 120 are new.\n',
        'content/zh/a.md':
          '---\ntitle: 贸易\n---\n| 占比 | % |\n|---|---|\n| 铁路 | 33.3% |\n| 公路 | 33.3% |\n| 航空 | 33.3% |\n\n销售额从4000万美元增长到5000万美元，增长25%。\n\n200所学校中，120所是新建的。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const document of documents) {
      const { locale } = document;
      if (!readsFigures(locale)) continue;
      for (const contradiction of contradictions(document)) yield { ...worded(contradiction), locale };
    }
  },
};

function worded(contradiction: Contradiction): Omit<Draft, 'locale'> {
  const { figure, others } = contradiction;
  return {
    severity: 'warning',
    span: figure.span,
    ...MESSAGES[contradiction.sort](contradiction),
    related: others.slice(0, SHOWN).map(({ span, text }) => ({ span, message: text })),
  };
}

const SHOWN = 12;

/** What is, what was expected with the arithmetic, and what to do, for each sort. */
const MESSAGES: Readonly<
  Record<Contradiction['sort'], (contradiction: Contradiction) => { message: string; hint: string }>
> = {
  total: ({ figure, others, makes }) => ({
    message: `the total says ${say(figure)}; its rows make ${said(figure, makes)} (${sum(others)})`,
    hint: 'correct the total or the row that is wrong',
  }),
  shares: ({ figure, others, makes }) => ({
    message: `the shares make ${makes}% (${sum([...others, figure])}); shares of one whole make 100%`,
    hint: 'correct the share that is wrong, or say what the rest is',
  }),
  growth: ({ figure, others: [from, to], makes }) => ({
    message: `${figure.text} is ${say(figure)}; from ${from ? say(from) : ''} to ${to ? say(to) : ''} it is ${said(figure, makes)}`,
    hint: 'correct the rate, or the value that is wrong',
  }),
  part: ({ figure, others: [whole] }) => ({
    message: `${figure.text} is a part of ${whole?.text ?? ''}, and larger than it: ${say(figure)} of ${whole ? say(whole) : ''}`,
    hint: 'correct the part or the whole',
  }),
};

function said(figure: Figure, value: string): string {
  return say({ ...figure, value, bound: 'exact' });
}

function sum(figures: readonly Figure[]): string {
  const shown = figures.slice(0, SHOWN).map((figure) => say({ ...figure, unit: null, kind: 'number' }));
  return figures.length > SHOWN ? `${shown.join(' + ')} + …` : shown.join(' + ');
}
