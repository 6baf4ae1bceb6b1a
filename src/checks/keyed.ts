import { contradictions } from '../figures/saying/literal.ts';
import { figureOf } from '../figures/saying/say.ts';
import { saying } from '../figures/wording.ts';
import { readsFigures } from '../locales/index.ts';
import { phrase, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** What is declared is said as it is declared. */
export const keyed: Check = {
  id: 'figures/key',
  promise:
    'A figure of content/figures.yaml that a text asks for is there and can be said so, and beside its terms nobody writes another one.',
  examples: [
    {
      title: 'a figure that is not declared, a form that there is not, and another number beside the term',
      files: {
        'content/figures.yaml':
          'trade-2021: { value: 50000000000, unit: USD, bound: over, date: 2021, terms: { en: trade } }\n',
        'content/en/a.md':
          '---\ntitle: Trade\n---\nIt is {fig:trade-2012}, or {fig:trade-2021 form=long}.\n\nIn 2021 trade reached US$54 billion.\n',
      },
      findings: [
        'content/en/a.md:4:7 figures/key',
        'content/en/a.md:4:28 figures/key',
        'content/en/a.md:6:23 figures/key',
      ],
    },
    {
      title: 'one figure in three languages, another year, and a range that holds it',
      files: {
        'content/figures.yaml':
          '- id: trade-2021\n  value: 50_000_000_000\n  unit: USD\n  bound: over\n  date: 2021\n  terms: { en: trade, zh: 贸易额, ru: товарооборот }\n',
        'content/en/a.md':
          '---\ntitle: Trade\n---\nIn 2021 trade came to {fig:trade-2021}.\n\nIn 1992 trade was US$460 million.\n',
        'content/ru/a.md':
          '---\ntitle: Торговля\n---\nВ 2021 году товарооборот составил {fig:trade-2021}.\n\nВ 1992 году товарооборот составил 460 млн долларов США.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n2021年贸易额达到{fig:trade-2021}。\n\n1992年贸易额为4.6亿美元。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents, keyFigures = [] }) {
    if (keyFigures.length === 0) return;
    for (const { locale, blocks } of documents) {
      if (!readsFigures(locale)) continue;
      for (const { figure, key } of blocks.flatMap((block) => contradictions(block, locale, keyFigures))) {
        const { path, start } = key.span;
        const declared = saying(figureOf(key));
        yield {
          severity: 'error',
          locale,
          span: figure.span,
          ...told(
            phrase`${figure.text} is ${saying(figure)}; ${`${path}:${start.line}`} declares ${declared} (${key.id})`,
            phrase`write {fig:${key.id}}, or correct the declared figure`,
          ),
        };
      }
    }
  },
};
