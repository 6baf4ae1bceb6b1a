/** Emphasis, links and line ends around the words of a paragraph change nothing of its figures. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localise } from '../../../src/stages/localise.ts';

const SENTENCES = [
  ['en', 'Trade grew from US$460 million in 1992 to more than 50 billion dollars , up 12 percent .'],
  ['en', 'The eight-year plan covers 1,500 km and two-thirds of the 58 towns by 25 January 2022 .'],
  ['ru', 'Товарооборот вырос с 460 млн долларов в 1992 году до 50 млрд , или на 12 процентов .'],
  ['ru', 'Двухнедельный план охватывает свыше 3300 км и две трети из 58 городов к 25 января 2022 года .'],
] as const;

/** Ways to mark a run of words up; each reads as the words themselves. */
const marks = fc.constantFrom(
  (words: string) => words,
  (words: string) => `*${words}*`,
  (words: string) => `**${words}**`,
  (words: string) => `[${words}](https://example.org/a)`,
  (words: string) => `<span>${words}</span>`,
);

test('the figures of a marked-up paragraph are those of the plain one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SENTENCES),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), marks, fc.constantFrom(' ', '\n')), {
        minLength: 3,
        maxLength: 8,
      }),
      ([locale, sentence], cuts) => {
        const words = sentence.split(' ');
        const marked = cuts.map(([length, mark, gap]) => {
          const run = words.splice(0, length).join(' ');
          return run === '' ? '' : mark(run) + gap;
        });
        const text = (marked.join('') + words.join(' ')).trim();
        expect(figuresOf(text, locale), text).toEqual(figuresOf(sentence, locale));
      },
    ),
    { numRuns: 300 },
  );
});

function figuresOf(text: string, locale: string): unknown[] {
  const file = { path: `content/${locale}/a.md`, text: `---\ntitle: x\n---\n${text}\n` };
  const sources = { slug: 'a', files: [{ locale, file }] };
  const blocks = localise(sources, locale, { multiples: 'publisher' }).work.documents[0]?.blocks ?? [];
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ figures }) => figures.map(({ kind, value, unit, bound }) => ({ kind, value, unit, bound })));
}
