import type { Draft, Phrase } from '../model.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import { remembered } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** Signs have the width of their script: full in Chinese and Japanese, half elsewhere. */
export const width: Check = {
  id: 'width',
  promise:
    'Between Chinese or Japanese signs stand full-width punctuation marks, and in other scripts no full-width marks, letters or digits.',
  examples: [
    {
      title: 'marks of the other width',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nTrade grew， and （much） of it in １９９２.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n贸易增长了,其中很多(大部分)在1992年.\n',
      },
      findings: [
        'content/en/a.md:4:11 width',
        'content/en/a.md:4:17 width',
        'content/en/a.md:4:22 width',
        'content/en/a.md:4:33 width',
        'content/zh/a.md:4:6 width',
        'content/zh/a.md:4:11 width',
        'content/zh/a.md:4:15 width',
        'content/zh/a.md:4:22 width',
      ],
    },
    {
      title: 'Latin words, decimals and times in Chinese',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nTrade (trade, 3.5% at 10:30) grew. GDP too.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n贸易（trade, 3.5% at 10:30）增长了。GDP (nominal) 也是。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const { locale, blocks, source } of documents) {
      const isFull = isFullWidth(locale).is;
      for (const block of blocks)
        for (const { was, text, start } of isFull ? halves(block.text) : fulls(block.text)) {
          const span = locate(block, source, start, start + was.length);
          yield {
            severity: 'warning',
            locale,
            span,
            ...wording(isFull, was, text),
            fix: { span, was, text },
          } satisfies Draft;
        }
    }
  },
};

function wording(isFull: boolean, was: string, text: string) {
  const message: Phrase = isFull
    ? phrase`“${was}” is of half width among signs of full width`
    : phrase`“${was}” is of full width, as in Chinese or Japanese`;
  return told(message, phrase`write ${text}`);
}

const isFullWidth = remembered((locale: string) => {
  const { script = '' } = new Intl.Locale(locale).maximize();
  return { is: ['Hans', 'Hant', 'Jpan'].includes(script) };
});

interface Wide {
  readonly was: string;
  readonly text: string;
  readonly start: number;
}

const FULL: Readonly<Record<string, string>> = {
  ...{ ',': '，', '.': '。', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' },
};
const WIDE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
/** A mark between two signs, at the end of a text behind one, behind figures in Chinese; brackets about signs only. */
const HALF = new RegExp(
  `(?<=${WIDE})[,;:?!](?=${WIDE})|(?<=${WIDE})[,.;?!]$|(?<=${WIDE})\\.(?=${WIDE})|(?<=${WIDE})\\((?=${WIDE}+\\))|(?<=${WIDE}\\(${WIDE}*${WIDE})\\)`,
  'gu',
);

function* halves(text: string): Iterable<Wide> {
  for (const { 0: was, index } of text.matchAll(HALF)) yield { was, text: FULL[was] ?? was, start: index };
}

function* fulls(text: string): Iterable<Wide> {
  for (const { 0: was, index } of text.matchAll(/[\uff01-\uff5e]+|[。、]/gu)) {
    const narrow = { '。': '.', '、': ',' }[was] ?? was.normalize('NFKC');
    // A name in Chinese may stand with its own marks.
    if (!CJK.test(text.slice(Math.max(0, index - 1), index + was.length + 1)))
      yield { was, text: narrow, start: index };
  }
}

const CJK = new RegExp(WIDE, 'u');
