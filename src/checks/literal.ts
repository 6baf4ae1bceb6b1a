import { literals } from '../figures/saying/literal.ts';
import { readsFigures } from '../locales/index.ts';
import { phrase, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** What is declared is written once. */
export const literal: Check = {
  id: 'figures/literal',
  promise:
    'A figure of content/figures.yaml is asked for by its id; where it is written out, `check --fix` asks for it.',
  examples: [
    {
      title: 'written out in the words in which it would be said, and in others',
      files: {
        'content/figures.yaml': 'trade-2021: { value: 50000000000, unit: USD, bound: over }\n',
        'content/en/a.md':
          '---\ntitle: Trade\n---\nTrade came to more than US$50 billion, over 50 billion dollars, and US$50 billion.\n',
      },
      findings: ['content/en/a.md:4:15 figures/literal', 'content/en/a.md:4:40 figures/literal'],
    },
    {
      title: 'small numbers, which may count anything',
      files: {
        'content/figures.yaml': 'cities: { value: 58 }\n',
        'content/en/a.md': '---\ntitle: Trade\n---\nThere are 58 of them.\n',
      },
      findings: [],
    },
  ],
  *compare({ documents, keyFigures = [] }) {
    if (keyFigures.length === 0) return;
    for (const { locale, blocks } of documents) {
      if (!readsFigures(locale)) continue;
      for (const block of blocks) {
        for (const { figure, key, mark, text, isSame } of literals(block, locale, keyFigures)) {
          const fix = { span: figure.span, was: figure.text, text: mark, unseen: true as const };
          // In front matter a brace would begin something else.
          yield {
            severity: 'note',
            locale,
            span: figure.span,
            ...told(
              phrase`${figure.text} is the key figure ${key.id}, written out`,
              isSame ? phrase`write ${mark}` : phrase`write ${mark}, which says “${text}” here`,
            ),
            ...(isSame && block.kind !== 'meta' && { fix }),
          };
        }
      }
    }
  },
};
