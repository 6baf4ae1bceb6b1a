import { type Repeated, repeated } from '../figures/within/repeated.ts';
import { saying } from '../figures/wording.ts';
import { readsFigures } from '../locales/index.ts';
import type { Draft } from '../model.ts';
import { phrase, told } from '../text/phrase.ts';
import type { Check } from '../world.ts';

/** What is said twice is said alike. */
export const declared: Check = {
  id: 'figures/declared',
  promise: 'Within an edition, the same thing of the same year has the same number wherever it is said.',
  examples: [
    {
      title: 'one thing, two numbers',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nIn 2021 trade between the two regions reached US$50 billion.\n\nIt snowed.\n\nTrade between the two regions reached US$54 billion in 2021.\n',
      },
      findings: ['content/en/a.md:8:39 figures/declared'],
    },
    {
      title: 'the same number, another year, and a bound that holds both',
      files: {
        'content/en/a.md':
          '---\ntitle: Trade\n---\nIn 2021 trade between the two regions reached US$50.1 billion.\n\nTrade between the two regions reached US$70 billion in 2022.\n\nTrade between the two regions reached more than US$50 billion in 2021.\n',
      },
      findings: [],
    },
  ],
  *find({ editions }) {
    for (const { locale, documents } of editions) {
      if (!readsFigures(locale)) continue;
      const statements = documents.flatMap((document) => document.statements);
      for (const found of repeated(statements, locale)) yield worded(found, locale);
    }
  },
};

function worded({ figure, earlier }: Repeated, locale: string): Draft {
  const { path, start } = earlier.span;
  return {
    severity: 'warning',
    locale,
    span: figure.span,
    ...told(
      phrase`${figure.text} is ${saying(figure)}; ${`${path}:${start.line}`} says ${saying(earlier)} of the same (${earlier.text})`,
      phrase`correct the one that is wrong, or say what makes them differ`,
    ),
    related: [{ span: earlier.span, message: earlier.text }],
  };
}
