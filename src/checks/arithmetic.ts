import { type Contradiction, contradictions } from '../figures/within/arithmetic.ts';
import { saying } from '../figures/wording.ts';
import { readsFigures } from '../locales/index.ts';
import type { Draft, Figure, PhraseValue } from '../model.ts';
import { phrase, type Told, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

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
const MESSAGES: Readonly<Record<Contradiction['sort'], (contradiction: Contradiction) => Told>> = {
  total: ({ figure, others, makes }) =>
    told(
      phrase`the total says ${saying(figure)}; its rows make ${said(figure, makes)} (${sum(others)})`,
      phrase`correct the total or the row that is wrong`,
    ),
  shares: ({ figure, others, makes }) =>
    told(
      phrase`the shares make ${makes}% (${sum([...others, figure])}); shares of one whole make 100%`,
      phrase`correct the share that is wrong, or say what the rest is`,
    ),
  growth: ({ figure, others: [from, to], makes }) =>
    told(
      phrase`${figure.text} is ${saying(figure)}; from ${from ? saying(from) : ''} to ${to ? saying(to) : ''} it is ${said(figure, makes)}`,
      phrase`correct the rate, or the value that is wrong`,
    ),
  part: ({ figure, others: [whole] }) =>
    told(
      phrase`${figure.text} is a part of ${whole?.text ?? ''}, and larger than it: ${saying(figure)} of ${whole ? saying(whole) : ''}`,
      phrase`correct the part or the whole`,
    ),
};

function said(figure: Figure, value: string): PhraseValue {
  return saying({ ...figure, value, bound: 'exact' });
}

function sum(figures: readonly Figure[]): PhraseValue {
  const shown = figures.slice(0, SHOWN).map((figure) => saying({ ...figure, unit: null, kind: 'number' }));
  return { list: figures.length > SHOWN ? [...shown, '…'] : shown, by: ' + ' };
}
