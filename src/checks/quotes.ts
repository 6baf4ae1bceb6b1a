import { cldrTable, language } from '../locales/index.ts';
import { locate } from '../text/markdown.ts';
import { phrase, told } from '../text/phrase.ts';
import { remembered } from '../text/remembered.ts';
import type { Check } from '../world.ts';

/** Quotations stand in the marks of their language. */
export const quotes: Check = {
  id: 'quotes',
  promise: 'Quotations stand in the quotation marks of their language, or in straight ones, which become these.',
  examples: [
    {
      title: 'marks of another language',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\nThe «steel caravan» and "trade", the ‘inner’ one.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\nЭтот “стальной караван” и "торговля".\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n这支「钢铁驼队」和"贸易"。\n',
      },
      findings: ['content/en/a.md:4:5 quotes', 'content/ru/a.md:4:6 quotes', 'content/zh/a.md:4:3 quotes'],
    },
    {
      title: 'marks within marks, a title in its own language, apostrophes',
      files: {
        'content/en/a.md': '---\ntitle: Trade\n---\n“He said ‘no’,” it’s said; «Торговля» is a paper.\n',
        'content/ru/a.md': '---\ntitle: Торговля\n---\n«Он сказал „нет“», статья “Trade”.\n',
        'content/zh/a.md': '---\ntitle: 贸易\n---\n“他说‘不’”，《报告》。\n',
      },
      findings: [],
    },
  ],
  *compare({ documents }) {
    for (const { locale, blocks, source } of documents) {
      const { own, outer } = marksOf(locale);
      for (const block of blocks) {
        if (!MARK.test(block.text)) continue;
        for (const { 0: was, index } of block.text.matchAll(QUOTED)) {
          const inner = was.slice(1, -1);
          const [opening, closing] = [was.charAt(0), was.slice(-1)];
          if (own.includes(opening) && own.includes(closing)) continue;
          // What is wholly in another script than the text about it keeps its own marks.
          if (!sharesScript(inner, block.text.slice(0, index) + block.text.slice(index + was.length))) continue;
          const span = locate(block, source, index, index + was.length);
          const text = `${outer[0]}${inner.trim()}${outer[1]}`;
          yield {
            severity: 'warning',
            locale,
            span,
            ...told(phrase`the marks ${`${opening}…${closing}`} are another language’s`, phrase`write ${text}`),
            ...(span.start.line === span.end.line && !inner.includes('\ufffc') && { fix: { span, was, text } }),
          };
        }
      }
    }
  },
};

/** A quotation in marks that open and close otherwise, without another one in it. */
const QUOTED = /“[^“”„«»\n]+”|„[^“”„«»\n]+[“”]|«[^«»\n]+»|»[^«»\n]+«|「[^「」\n]+」|『[^『』\n]+』/gu;

const MARK = /[“„«»「『]/;

const marksOf = remembered((locale: string) => {
  const { typography, otherQuotes = '' } = language(locale);
  const [cldr, outer] = [cldrTable(locale).quotes, typography.quotes ?? cldrTable(locale).quotes];
  return { own: [...cldr, ...outer].join('') + otherQuotes, outer };
});

function sharesScript(inner: string, around: string): boolean {
  const scripts = SCRIPTS.filter((script) => script.test(inner));
  return (
    scripts.length === 0 ||
    scripts.some((script) => script.test(around)) ||
    !SCRIPTS.some((script) => script.test(around))
  );
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Han}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Greek}/u,
];
